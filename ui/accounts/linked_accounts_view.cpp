// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/accounts/linked_accounts_view.h"

#include "ui/accounts/provider_names.h"
#include "ui/accounts/provider_panel.h"
#include "ui/desk/day_text.h"
#include "ui/desk/desk.h"
#include "ui/desk/isolated.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/field_edit.h"
#include "ui/widgets/label.h"
#include "ui/widgets/pane.h"

namespace thimblely::ui {

namespace {

const QByteArray google = "google";

Label *wrapped(Role role, const QString &text, QWidget *parent)
{
    auto *label = new Label(TextStyle::Body, role, text, parent);
    label->setWordWrap(true);
    return label;
}

} // namespace

LinkedAccountsView::LinkedAccountsView(Desk &desk, QWidget *parent)
    : QWidget(parent), m_desk(desk), m_service(desk.session(), desk.door()), m_words(wrapped(Role::Text, {}, this)),
      m_problem(wrapped(Role::Late, {}, this)), m_panel(new ProviderPanel(desk.clock(), this))
{
    auto *rows = column(this, 12);
    m_state = buildState();
    m_confirm = buildConfirm();
    rows->addWidget(m_words);
    for (QWidget *place : {m_state, static_cast<QWidget *>(m_panel), m_confirm})
        rows->addWidget(place);
    rows->addWidget(m_problem);
    rows->addWidget(buildApple());
    connect(m_panel, &ProviderPanel::identified, this, &LinkedAccountsView::ask);
    connect(m_panel, &ProviderPanel::left, this, &LinkedAccountsView::showState);
    connect(m_panel, &ProviderPanel::failed, this, [this](const Error &error) {
        showState();
        setProblem(m_desk.sentence(error));
    });
    showState();
}

QWidget *LinkedAccountsView::buildState()
{
    auto *box = new QWidget(this);
    m_link = new PlainButton(tr("Link a Google account…"), box);
    m_unlink = new PlainButton(tr("Unlink it"), box);
    auto *buttons = row(box, 12);
    buttons->addWidget(m_link);
    buttons->addWidget(m_unlink);
    buttons->addStretch(1);
    connect(m_link, &QAbstractButton::clicked, this, &LinkedAccountsView::begin);
    connect(m_unlink, &QAbstractButton::clicked, this, &LinkedAccountsView::unlink);
    return box;
}

//! A button that says what it waits for: nothing is connected to a server yet.
QWidget *LinkedAccountsView::buildApple()
{
    auto *box = new QWidget(this);
    auto *apple = new PlainButton(tr("Link an Apple account…"), box);
    apple->setCaption(tr("needs a server"));
    apple->setEnabled(false);
    auto *rows = column(box, 12);
    auto *buttons = row(nullptr, 0);
    buttons->addWidget(apple);
    buttons->addStretch(1);
    rows->addLayout(buttons);
    rows->addWidget(
        wrapped(Role::Muted,
                tr("Apple takes its answer to a server only, so an Apple account can be linked once this shop"
                   " is connected to one."),
                box));
    return box;
}

QWidget *LinkedAccountsView::buildConfirm()
{
    auto *box = new QWidget(this);
    m_question = wrapped(Role::Text, {}, box);
    m_secret = new FieldEdit(tr("Your own PIN or password"), box);
    m_secret->edit()->setEchoMode(QLineEdit::Password);
    m_keep = new PrimaryButton(tr("Link it"), box);
    auto *leave = new FlatButton(tr("Cancel"), box);
    leave->setCaption(tr("Esc"));
    auto *rows = column(box, 12);
    rows->addWidget(m_question);
    rows->addWidget(m_secret);
    auto *buttons = row(nullptr, 12);
    buttons->addWidget(leave);
    buttons->addStretch(1);
    buttons->addWidget(m_keep);
    rows->addLayout(buttons);
    connect(leave, &QAbstractButton::clicked, this, &LinkedAccountsView::showState);
    connect(m_keep, &QAbstractButton::clicked, this, &LinkedAccountsView::link);
    connect(m_secret->edit(), &QLineEdit::returnPressed, this, &LinkedAccountsView::link);
    return box;
}

void LinkedAccountsView::reload()
{
    const auto all = m_service.all();
    if (!all)
        return setProblem(m_desk.sentence(all.error()));
    m_account = all->empty() ? std::nullopt : std::optional(all->front());
    if (m_state->isVisibleTo(this))
        showState();
}

void LinkedAccountsView::setPlace(QWidget *place)
{
    for (QWidget *each : {m_state, static_cast<QWidget *>(m_panel), m_confirm})
        each->setVisible(each == place);
    m_words->setVisible(place == m_state);
    setProblem({});
}

void LinkedAccountsView::showState()
{
    m_panel->stop();
    m_identity.reset();
    setPlace(m_state);
    const bool canAsk = providerFor(google).has_value();
    m_link->setVisible(!m_account && canAsk);
    m_unlink->setVisible(m_account.has_value());
    m_state->setVisible(m_account || canAsk);
    if (m_account) {
        const QString whose = m_account->email.isEmpty()
                                  ? tr("A Google account lets you in")
                                  : tr("Google account %1 lets you in").arg(isolated(m_account->email));
        m_words->setText(m_account->usedAt ? tr("%1, last on %2.", "an account, and the day it was used")
                                                 .arg(whose, wholeDayText(m_desk.calendar().dayOf(*m_account->usedAt),
                                                                          m_desk.locale()))
                                           : tr("%1 on this shop’s sign-in screen.", "an account").arg(whose));
    } else if (canAsk) {
        m_words->setText(tr("None. A linked Google account lets you in beside your PIN, where there is a network. Only"
                            " which account it is is kept: no mail, no contacts and no key to them."));
    } else {
        m_words->setText(tr("Google accounts cannot be linked: whoever built this Thimblely has no client id of"
                            " Google’s in it."));
    }
}

void LinkedAccountsView::begin()
{
    const auto provider = providerFor(google);
    if (!provider)
        return;
    setPlace(m_panel);
    m_panel->begin(*provider);
    m_panel->focusFirst();
}

void LinkedAccountsView::ask(const VerifiedIdentity &identity)
{
    m_identity = identity;
    m_question->setText(
        identity.email().isEmpty()
            ? tr("Google says who you are. Type your PIN or password, and that account lets you in here.")
            : tr("Google says that you are %1. Type your PIN or password, and that account lets you in"
                 " here.")
                  .arg(isolated(identity.email())));
    m_secret->setText({});
    m_secret->clearError();
    setPlace(m_confirm);
    window()->activateWindow(); // the browser is in front
    m_secret->edit()->setFocus(Qt::OtherFocusReason);
}

void LinkedAccountsView::link()
{
    if (!m_identity || !m_keep->isEnabled() || m_secret->text().isEmpty())
        return;
    m_keep->setEnabled(false);
    whenDone(m_service.link(*m_identity, m_secret->text()), this, [this](const Result<void> &linked) {
        m_keep->setEnabled(true);
        m_secret->setText({});
        if (!linked) {
            m_secret->setError(m_desk.sentence(linked.error()));
            return m_secret->edit()->setFocus(Qt::OtherFocusReason);
        }
        showState();
        reload();
        m_unlink->setFocus(Qt::OtherFocusReason);
    });
}

void LinkedAccountsView::unlink()
{
    if (m_account)
        m_desk.when(m_service.unlink(*m_account), this, [this] {
            reload();
            if (m_link->isVisibleTo(this))
                m_link->setFocus(Qt::OtherFocusReason);
        });
}

void LinkedAccountsView::setProblem(const QString &sentence)
{
    m_problem->setText(sentence.isEmpty() ? QString() : QStringLiteral("▲ ") + sentence);
    m_problem->setVisible(!sentence.isEmpty());
}

bool LinkedAccountsView::stepBack()
{
    if (!m_panel->isVisibleTo(this) && !m_confirm->isVisibleTo(this))
        return false;
    showState();
    m_link->setFocus(Qt::OtherFocusReason);
    return true;
}

} // namespace thimblely::ui
