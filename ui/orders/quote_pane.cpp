// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/orders/quote_pane.h"

#include "core/orders/promise_text.h"
#include "ui/desk/day_text.h"
#include "ui/desk/desk.h"
#include "ui/theme/paint.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/label.h"

#include <QEvent>
#include <QLineEdit>

namespace thimblely::ui {

namespace {

constexpr int usualDays = 14;

} // namespace

QuotePane::QuotePane(Desk &desk, QWidget *over)
    : Pane(Role::Window, Edge::Leading, over), m_desk(desk), m_until(new QLineEdit(this)),
      m_answer(new Label(TextStyle::InputStrong, Role::Text, {}, this)),
      m_problem(new Label(TextStyle::Caption, Role::Late, {}, this)),
      m_keep(new PrimaryButton(tr("Keep as offer + print"), this))
{
    auto *rows = column(nullptr, 12, QMargins(16, 12, 16, 14));
    setLayout(rows);
    rows->addWidget(new Label(TextStyle::Heading, Role::Text, tr("Offer"), this));
    auto *words = new Label(TextStyle::Body, Role::Muted,
                            tr("Its prices stand until the day you name. It has no number, takes no money and no cloth "
                               "before it is accepted."),
                            this);
    words->setWordWrap(true);
    rows->addWidget(words);
    rows->addWidget(new Label(TextStyle::CaptionStrong, Role::Muted, tr("Stands until"), this));
    m_until->setAccessibleName(tr("Until when the offer stands"));
    m_until->setPlaceholderText(tr("fri, +14"));
    m_until->setFont(Theme::instance().font(TextStyle::Input));
    connect(&Theme::instance(), &Theme::changed, this,
            [this] { m_until->setFont(Theme::instance().font(TextStyle::Input)); });
    rows->addWidget(m_until);
    m_answer->setWordWrap(true);
    rows->addWidget(m_answer);
    rows->addStretch(1);
    m_problem->setWordWrap(true);
    m_problem->hide();
    rows->addWidget(m_problem);
    m_keep->setButtonSize(Button::Size::Pay);
    rows->addWidget(m_keep);
    auto *back = new PlainButton(tr("Back to the order"), this);
    back->setCaption(tr("Esc"));
    rows->addWidget(back);
    connect(m_until, &QLineEdit::textChanged, this, &QuotePane::showDay);
    connect(m_until, &QLineEdit::returnPressed, this, &QuotePane::keep);
    connect(m_keep, &QAbstractButton::clicked, this, &QuotePane::keep);
    connect(back, &QAbstractButton::clicked, this, [this] {
        hide();
        Q_EMIT left();
    });
    over->installEventFilter(this);
    hide();
}

bool QuotePane::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize)
        setGeometry(parentWidget()->rect());
    return Pane::eventFilter(watched, event);
}

void QuotePane::ask(const std::optional<Date> &until)
{
    const qint64 days = until ? m_desk.today().daysTo(*until) : usualDays;
    m_until->setText(u'+' + QString::number(days > 0 ? days : usualDays));
    setProblem({});
    setGeometry(parentWidget()->rect());
    show();
    raise();
    m_until->setFocus(Qt::OtherFocusReason);
    m_until->selectAll();
}

Result<Date> QuotePane::day() const
{
    TRY_ASSIGN(const orders::Promise read,
               orders::parsePromise(m_until->text(), m_desk.calendar(), m_desk.clock().now(), m_desk.locale()));
    return read.date;
}

void QuotePane::showDay()
{
    const auto until = day();
    setInputError(m_until, !until);
    m_answer->setText(until ? m_desk.locale().toString(until->toQDate(), QStringLiteral("dddd d MMMM yyyy"))
                            : QString());
    m_keep->setEnabled(until.ok());
    setProblem(until ? QString() : m_desk.sentence(until.error()));
}

void QuotePane::keep()
{
    if (const auto until = day(); until && m_keep->isEnabled())
        Q_EMIT keepRequested(*until);
    else
        m_until->selectAll();
}

void QuotePane::setBusy(bool busy)
{
    m_keep->setEnabled(!busy);
}

void QuotePane::setProblem(const QString &sentence)
{
    m_problem->setText(QStringLiteral("\u25b2 ") + sentence);
    m_problem->setVisible(!sentence.isEmpty());
}

} // namespace thimblely::ui
