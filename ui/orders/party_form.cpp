// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/orders/party_form.h"

#include "ui/desk/desk.h"
#include "ui/desk/isolated.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/label.h"
#include "ui/widgets/plain_text.h"

#include <QComboBox>
#include <QEvent>
#include <QKeyEvent>

#include <algorithm>

namespace thimblely::ui {

namespace {

constexpr int lookAfterMs = 200;
constexpr char draftScreen[] = "party";

} // namespace

PartyForm::PartyForm(Desk &desk, QWidget *over)
    : Pane(Role::Window, Edge::Leading, over), m_desk(desk), m_names(new PlainText(this)), m_alike(new QComboBox(this)),
      m_found(new Label(TextStyle::BodyStrong, Role::Text, {}, this)),
      m_known(new Label(TextStyle::Body, Role::Muted, {}, this)),
      m_problem(new Label(TextStyle::Caption, Role::Late, {}, this)), m_add(new PrimaryButton(QString(), this))
{
    build();
    m_look.setSingleShot(true);
    m_look.setInterval(lookAfterMs);
    connect(&m_look, &QTimer::timeout, this, &PartyForm::look);
    connect(m_names, &QPlainTextEdit::textChanged, this, &PartyForm::typed);
    connect(m_add, &QAbstractButton::clicked, this, &PartyForm::submit);
    over->installEventFilter(this);
    m_names->installEventFilter(this);
    hide();
}

void PartyForm::build()
{
    auto *rows = column(nullptr, 8, QMargins(16, 12, 16, 14));
    setLayout(rows);
    rows->addWidget(new Label(TextStyle::Heading, Role::Text, tr("A party"), this));
    auto *words = new Label(TextStyle::Body, Role::Muted,
                            tr("One name a line, or with commas; a phone may stand behind a name."), this);
    words->setWordWrap(true);
    rows->addWidget(words);
    m_names->setAccessibleName(tr("Names of the people, one a line"));
    m_names->setPlaceholderText(tr("Tunde Bello 0803 555 4471"));
    m_names->setTabChangesFocus(true);
    m_names->setMinimumHeight(64);
    rows->addWidget(m_names, 1);
    for (Label *label : {m_found, m_known, m_problem}) {
        label->setWordWrap(true);
        rows->addWidget(label);
    }
    m_problem->hide();
    rows->addWidget(new Label(TextStyle::CaptionStrong, Role::Muted, tr("Each gets the same as"), this));
    m_alike->setAccessibleName(tr("Whose pieces each of them gets, too"));
    m_alike->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    rows->addWidget(m_alike);
    m_add->setButtonSize(Button::Size::Pay);
    m_add->setCaption(QStringLiteral("F9"));
    rows->addWidget(m_add);
    auto *back = new PlainButton(tr("Back"), this);
    back->setCaption(tr("Esc"));
    rows->addWidget(back);
    connect(back, &QAbstractButton::clicked, this, &PartyForm::leave);
}

bool PartyForm::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize)
        setGeometry(parentWidget()->rect());
    return Pane::eventFilter(watched, event);
}

void PartyForm::ask(const QStringList &alike, const QString &subject)
{
    m_subject = subject;
    m_alike->clear();
    m_alike->addItems(alike);
    m_alike->addItem(tr("Nothing yet"));
    m_alike->setCurrentIndex(std::max(0, int(alike.size()) - 1));
    setProblem({});
    m_send = false;
    const auto kept = m_desk.drafts().kept(draftScreen, m_subject);
    m_names->setPlainText(kept ? kept->value(QLatin1String("names")).toString() : QString());
    typed();
    setGeometry(parentWidget()->rect());
    show();
    raise();
    m_names->setFocus(Qt::OtherFocusReason);
    m_names->moveCursor(QTextCursor::End);
}

void PartyForm::typed()
{
    const QString text = m_names->toPlainText();
    if (text.trimmed().isEmpty())
        m_desk.drafts().discard(draftScreen, m_subject);
    else
        m_desk.drafts().keep(draftScreen, m_subject, {{QStringLiteral("names"), text}});
    setProblem({});
    const int count = int(orders::readPartyNames(text).size());
    m_add->setText(count == 0 ? tr("Add people") : tr("Add %n people", nullptr, count));
    m_add->setEnabled(!m_busy && count > 0);
    m_look.start();
}

void PartyForm::look()
{
    const QString text = m_names->toPlainText();
    const auto names = orders::readPartyNames(text);
    m_desk.when(
        m_desk.reader().read<std::vector<orders::PartyGuest>>([door = &m_desk.door(), names](access::Session &session) {
            return orders::PartyService(session, *door).recognise(names);
        }),
        this, [this, text](const std::vector<orders::PartyGuest> &guests) {
            if (text == m_names->toPlainText()) { // else more was typed meanwhile
                m_lookedFor = text;
                showGuests(guests);
            }
        });
}

void PartyForm::showGuests(const std::vector<orders::PartyGuest> &guests)
{
    m_guests = guests;
    QStringList known;
    for (const orders::PartyGuest &guest : guests) {
        if (guest.known)
            known.append(tr("%1, no. %2").arg(isolated(guest.knownName), guest.knownNumber));
    }
    const QLocale &locale = m_desk.locale();
    m_found->setText(guests.empty() ? QString()
                                    : tr("%1 new, %2 known")
                                          .arg(locale.toString(int(guests.size()) - int(known.size())),
                                               locale.toString(int(known.size()))));
    m_known->setText(known.join(QStringLiteral("; ")));
    m_known->setVisible(!known.isEmpty());
    if (std::exchange(m_send, false))
        send();
}

void PartyForm::submit()
{
    if (m_busy || orders::readPartyNames(m_names->toPlainText()).empty())
        return;
    if (m_lookedFor == m_names->toPlainText()) {
        send();
        return;
    }
    m_send = true; // it is not known yet who is a client already
    m_look.stop();
    look();
}

void PartyForm::send()
{
    Q_EMIT accepted(m_guests, m_alike->currentIndex() == m_alike->count() - 1 ? -1 : m_alike->currentIndex());
}

void PartyForm::leave()
{
    hide();
    Q_EMIT left();
}

void PartyForm::done()
{
    m_desk.drafts().discard(draftScreen, m_subject);
    m_lookedFor.clear();
    leave();
}

void PartyForm::setBusy(bool busy)
{
    m_busy = busy;
    m_add->setEnabled(!busy);
}

void PartyForm::setProblem(const QString &sentence)
{
    m_problem->setText(QStringLiteral("\u25b2 ") + sentence);
    m_problem->setVisible(!sentence.isEmpty());
}

} // namespace thimblely::ui
