// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/accounts/connections_page.h"

#include "core/accounts/linked_accounts_service.h"
#include "core/accounts/own_sign_ins_service.h"
#include "ui/accounts/provider_names.h"
#include "ui/accounts/social_account_form.h"
#include "ui/accounts/social_accounts_model.h"
#include "ui/accounts/verification_log_model.h"
#include "ui/desk/desk.h"
#include "ui/desk/isolated.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/form_area.h"
#include "ui/widgets/label.h"
#include "ui/widgets/list_row_delegate.h"
#include "ui/widgets/list_view.h"
#include "ui/widgets/pane.h"
#include "ui/widgets/section_head.h"

#include <QApplication>
#include <QStackedLayout>

#include <algorithm>

namespace thimblely::ui {

namespace {

constexpr int formWidth = 620;
constexpr int mostRows = 6; // of a list, before it scrolls

Label *wrapped(Role role, const QString &text, QWidget *parent)
{
    auto *label = new Label(TextStyle::Body, role, text, parent);
    label->setWordWrap(true);
    return label;
}

ListView *listOf(const QString &name, QAbstractItemModel *model, QWidget *parent)
{
    auto *view = new ListView(name, Role::Window, parent);
    view->setModel(model);
    view->setItemDelegate(new ListRowDelegate(view));
    return view;
}

} // namespace

ConnectionsPage::ConnectionsPage(Desk &desk, QWidget *parent)
    : Page(parent), m_desk(desk), m_service(desk.session(), desk.door()), m_model(new SocialAccountsModel(desk, this)),
      m_codesModel(new VerificationLogModel(desk, this))
{
    m_stack = new QStackedLayout(this);
    m_area = new FormArea(formWidth, title(), FormArea::Stands::AtTheTop, this);
    m_form = new SocialAccountForm(desk, this);
    m_stack->addWidget(m_area);
    m_stack->addWidget(m_form);
    buildAccounts(m_area->form(), m_area->rows());
    buildSignIn(m_area->form(), m_area->rows());
    buildCodes(m_area->form(), m_area->rows());
    connect(m_form, &EntryForm::left, this, &ConnectionsPage::closeForm);
    connect(m_form, &SocialAccountForm::added, this, [this](RowId account) {
        readAccounts();
        if (const int row = m_model->rowOf(account); row >= 0)
            m_view->setCurrentIndex(m_model->index(row));
    });
    connect(&m_desk.door(), &changes::WriteDoor::changed, this, &ConnectionsPage::follow);
    connect(m_codesModel, &PagedModelBase::failed, &m_desk.notices(), &Notices::fail);
    connect(m_codesModel, &PagedModelBase::loaded, this, &ConnectionsPage::showCodes);
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        fit(m_view, m_model->rowCount());
        fit(m_codes, m_codesModel->rowCount());
    });
    showCodes();
    choose();
}

void ConnectionsPage::buildAccounts(QWidget *form, QVBoxLayout *rows)
{
    m_head = new SectionHead(tr("Accounts that show your work"), form);
    m_view = listOf(tr("Accounts that show your work"), m_model, form);
    m_none = wrapped(Role::Text,
                     tr("None is written down. Instagram and TikTok accounts, yours and the shop’s, are noted "
                        "here by their names."),
                     form);
    auto *box = new QWidget(form);
    auto *flow = new FlowLayout(8, 8, box);
    m_add = new PlainButton(tr("Write down an account…"), box);
    m_pause = new PlainButton(tr("Take it out of use"), box);
    m_remove = new PlainButton(tr("Remove it"), box);
    for (Button *button : {m_add, m_pause, m_remove})
        flow->addWidget(button);
    rows->addWidget(m_head);
    rows->addWidget(m_view);
    rows->addWidget(m_none);
    rows->addWidget(box);
    rows->addWidget(
        wrapped(Role::Muted,
                tr("Thimblely does not post by itself yet: that takes a server. Where a key to an account lies "
                   "in this computer’s keychain, removing the account takes it out of there too."),
                form));
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &ConnectionsPage::choose);
    connect(m_add, &QAbstractButton::clicked, this, &ConnectionsPage::startNew);
    connect(m_pause, &QAbstractButton::clicked, this, &ConnectionsPage::pauseChosen);
    connect(m_remove, &QAbstractButton::clicked, this, &ConnectionsPage::removeChosen);
}

//! What stands on a page of its own is not shown a second time.
void ConnectionsPage::buildSignIn(QWidget *form, QVBoxLayout *rows)
{
    rows->addWidget(new SectionHead(tr("Signing in"), form));
    m_signIn = wrapped(Role::Text, {}, form);
    rows->addWidget(m_signIn);
    auto *there = new PlainButton(tr("My sign-in…"), form);
    auto *line = row(nullptr, 0);
    line->addWidget(there);
    line->addStretch(1);
    rows->addLayout(line);
    connect(there, &QAbstractButton::clicked, this, &ConnectionsPage::signInRequested);
}

void ConnectionsPage::buildCodes(QWidget *form, QVBoxLayout *rows)
{
    rows->addWidget(new SectionHead(tr("Codes that were sent to you"), form));
    m_codes = listOf(tr("Codes that were sent to you"), m_codesModel, form);
    m_noCodes =
        wrapped(Role::Text,
                tr("None. A code that proves an e-mail address or a phone number to be yours is noted here when it "
                   "is sent; Thimblely cannot send one yet."),
                form);
    rows->addWidget(m_codes);
    rows->addWidget(m_noCodes);
}

void ConnectionsPage::reload()
{
    readAccounts();
    readSignIn();
    m_codesModel->isLoaded() ? m_codesModel->refresh() : m_codesModel->show();
}

void ConnectionsPage::readAccounts()
{
    auto all = m_service.all();
    if (!all)
        return m_desk.notices().fail(all.error());
    m_model->setAccounts(std::move(*all));
    const int count = m_model->rowCount();
    m_head->setRemark(count > 0 ? m_desk.locale().toString(count) : QString());
    if (count > 0 && !m_view->currentIndex().isValid())
        m_view->setCurrentIndex(m_model->index(0));
    const bool listHadFocus = m_view->hasFocus();
    m_view->setVisible(count > 0);
    m_none->setVisible(count == 0);
    if (listHadFocus && count == 0)
        m_add->setFocus(Qt::OtherFocusReason);
    fit(m_view, count);
    choose();
}

void ConnectionsPage::readSignIn()
{
    const auto open = OwnSignInsService(m_desk.session(), m_desk.door()).open();
    const auto linked = LinkedAccountsService(m_desk.session(), m_desk.door()).all();
    QStringList words;
    if (open)
        words.append(open->size() == 1 ? tr("You are signed in at one window.")
                                       : tr("You are signed in at %n windows.", nullptr, int(open->size())));
    if (linked && linked->empty())
        words.append(tr("No account of a provider lets you in beside your PIN."));
    for (const LinkedAccount &each : linked ? *linked : std::vector<LinkedAccount>()) {
        const QString provider = providerName(each.provider);
        words.append(each.email.isEmpty()
                         ? tr("A %1 account lets you in.", "a provider").arg(provider)
                         : tr("The %1 account %2 lets you in.", "a provider").arg(provider, isolated(each.email)));
    }
    m_signIn->setText(words.join(u' '));
}

void ConnectionsPage::showCodes()
{
    const int count = m_codesModel->rowCount();
    m_codes->setVisible(count > 0);
    m_noCodes->setVisible(count == 0);
    if (count > 0 && !m_codes->currentIndex().isValid())
        m_codes->setCurrentIndex(m_codesModel->index(0));
    fit(m_codes, count);
}

void ConnectionsPage::fit(ListView *list, int rows)
{
    QStyleOptionViewItem option;
    option.initFrom(list);
    list->setFixedHeight(std::clamp(rows, 1, mostRows) * list->itemDelegate()->sizeHint(option, {}).height());
}

//! The shop's are changed by who manages it.
bool ConnectionsPage::mayChange(const SocialAccount &account) const
{
    return !account.isShops || m_service.mayWriteShops();
}

std::optional<SocialAccount> ConnectionsPage::chosen() const
{
    const QModelIndex now = m_view->currentIndex();
    return now.isValid() ? std::optional(m_model->account(now.row())) : std::nullopt;
}

void ConnectionsPage::choose()
{
    const auto account = chosen();
    const bool changes = account && mayChange(*account);
    m_pause->setVisible(changes);
    m_remove->setVisible(changes);
    if (account)
        m_pause->setText(account->isActive ? tr("Take it out of use") : tr("Use it again"));
}

void ConnectionsPage::startNew()
{
    m_form->begin();
    m_stack->setCurrentWidget(m_form);
    m_form->focusFirst();
}

void ConnectionsPage::closeForm()
{
    m_stack->setCurrentWidget(m_area);
    if (isVisible())
        m_add->setFocus(Qt::OtherFocusReason);
}

void ConnectionsPage::pauseChosen()
{
    if (const auto account = chosen())
        m_desk.when(m_service.setActive(account->id, !account->isActive), this, [this] { readAccounts(); });
}

//! The keychain may ask its own password first.
void ConnectionsPage::removeChosen()
{
    const auto account = chosen();
    if (!account || std::exchange(m_removing, true))
        return;
    m_desk.when(
        m_service.remove(account->id), this,
        [this] {
            m_removing = false;
            readAccounts();
            (m_model->rowCount() > 0 ? static_cast<QWidget *>(m_view) : m_add)->setFocus(Qt::OtherFocusReason);
        },
        [this](const Error &) { m_removing = false; });
}

void ConnectionsPage::follow(const changes::ChangeSet &changes)
{
    using storage::Table;
    constexpr std::array shown = {Table::SocialMediaConnections, Table::OauthConnections, Table::AuthSessions,
                                  Table::Profiles};
    if (isVisible() && std::ranges::any_of(shown, [&](Table table) { return changes.touches(table); }))
        reload();
}

void ConnectionsPage::arrive()
{
    reload();
    if (m_stack->currentWidget() == m_form)
        return m_form->focusFirst();
    if (!isAncestorOf(QApplication::focusWidget()))
        (m_model->rowCount() > 0 ? static_cast<QWidget *>(m_view) : m_add)->setFocus(Qt::TabFocusReason);
}

bool ConnectionsPage::stepBack()
{
    if (m_stack->currentWidget() != m_form)
        return false;
    m_form->leave();
    return true;
}

bool ConnectionsPage::handle(ActionId action)
{
    if (m_stack->currentWidget() != m_form || (action != ActionId::Pay && action != ActionId::Save))
        return false;
    m_form->submit();
    return true;
}

} // namespace thimblely::ui
