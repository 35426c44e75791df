// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/history/history_filter_bar.h"

#include "ui/desk/desk.h"
#include "ui/history/past_day.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/label.h"
#include "ui/widgets/pane.h"

#include <QComboBox>
#include <QLineEdit>
#include <QSignalBlocker>

namespace thimblely::ui {

using changes::History;

HistoryFilterBar::HistoryFilterBar(Desk &desk, QWidget *parent)
    : QWidget(parent), m_desk(desk), m_person(new QComboBox(this)), m_subject(new QComboBox(this)),
      m_day(new QLineEdit(this)), m_problem(new Label(TextStyle::Caption, Role::Late, {}, this)),
      m_about(new PlainButton(QString(), this))
{
    m_person->setAccessibleName(tr("By whom"));
    m_person->addItem(tr("Everybody"));
    m_subject->setAccessibleName(tr("Kind of thing"));
    for (const QString &name :
         {tr("Everything"), tr("Clients"), tr("Measures"), tr("Orders"), tr("Money"), tr("Stock"), tr("The shop")})
        m_subject->addItem(name);
    m_day->setAccessibleName(tr("Day"));
    m_day->setPlaceholderText(tr("Any day: mon, 14 nov …"));
    m_day->setClearButtonEnabled(true);
    m_problem->hide();
    m_about->setTrailingIconName("i-x");
    m_about->setToolTip(tr("All of the shop again"));
    m_about->hide();
    for (QComboBox *box : {m_person, m_subject})
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    auto *choices = row(nullptr, 8);
    choices->addWidget(m_person, 1);
    choices->addWidget(m_subject, 1);
    auto *all = column(this, 8);
    all->addWidget(m_about, 0, Qt::AlignLeading);
    all->addLayout(choices);
    all->addWidget(m_day);
    all->addWidget(m_problem);
    connect(m_person, &QComboBox::currentIndexChanged, this, &HistoryFilterBar::changed);
    connect(m_subject, &QComboBox::currentIndexChanged, this, &HistoryFilterBar::changed);
    connect(m_day, &QLineEdit::textChanged, this, &HistoryFilterBar::readDay);
    connect(m_day, &QLineEdit::returnPressed, this, &HistoryFilterBar::done);
    connect(m_about, &QAbstractButton::clicked, this, &HistoryFilterBar::aboutDropped);
}

void HistoryFilterBar::setPeople(const std::vector<History::Person> &people)
{
    if (m_person->count() > 1)
        return;
    for (const History::Person &person : people)
        m_person->addItem(person.name, person.id.toString());
}

void HistoryFilterBar::setAbout(const QString &words)
{
    m_about->setText(words);
    m_about->setAccessibleName(words.isEmpty() ? QString() : tr("Of %1; press to show all").arg(words));
    m_about->setVisible(!words.isEmpty());
}

bool HistoryFilterBar::isAboutOne() const
{
    return !m_about->text().isEmpty();
}

void HistoryFilterBar::clear()
{
    {
        const QSignalBlocker person(m_person);
        const QSignalBlocker subject(m_subject);
        const QSignalBlocker day(m_day);
        m_person->setCurrentIndex(0);
        m_subject->setCurrentIndex(0);
        m_day->clear();
    }
    readDay();
}

void HistoryFilterBar::readDay()
{
    const bool readable = m_day->text().trimmed().isEmpty() || pastDay(m_day->text(), m_desk.today(), m_desk.locale());
    m_problem->setText(readable ? QString() : tr("▲ No day that was: type mon, yesterday or 14 nov."));
    m_problem->setVisible(!readable);
    if (readable)
        Q_EMIT changed();
}

History::Filter HistoryFilterBar::filter() const
{
    History::Filter filter;
    if (const auto person = PersonId::parse(m_person->currentData().toString()))
        filter.person = *person;
    if (m_subject->currentIndex() > 0)
        filter.subject = History::Subject(m_subject->currentIndex() - 1);
    if (const auto day = pastDay(m_day->text(), m_desk.today(), m_desk.locale())) {
        filter.from = m_desk.calendar().startOf(*day);
        filter.until = m_desk.calendar().startOf(day->plusDays(1));
    }
    return filter;
}

} // namespace thimblely::ui
