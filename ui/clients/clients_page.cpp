// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/clients/clients_page.h"

#include "core/clients/client_service.h"
#include "ui/clients/client_card.h"
#include "ui/clients/client_editor.h"
#include "ui/clients/client_erase_pane.h"
#include "ui/clients/client_held_pane.h"
#include "ui/clients/client_list_pane.h"
#include "ui/clients/client_merge_pane.h"
#include "ui/clients/clients_model.h"
#include "ui/clients/pay_back_form.h"
#include "ui/desk/desk.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/list_view.h"

#include <QStackedWidget>

namespace thimblely::ui {

namespace {

using access::Capability;

constexpr int ListWidth = 320;
constexpr int ListNarrow = 264;
constexpr int NarrowBelow = 1080; // of the page at 100 %

} // namespace

ClientsPage::ClientsPage(Desk &desk, QWidget *parent)
    : Page(parent), m_desk(desk), m_list(new ClientListPane(desk, this)), m_stack(new QStackedWidget(this)),
      m_nobody(new Pane(Role::Surface, Pane::Edge::None, m_stack)), m_card(new ClientCard(desk, m_stack))
{
    auto *words = column(m_nobody, 0);
    words->addWidget(
        new EmptyState("i-clients", tr("Choose somebody from the list, or find them with Ctrl+K."), {}, m_nobody));
    m_stack->addWidget(m_nobody);
    m_stack->addWidget(m_card);
    auto *sides = row(this, 0);
    sides->addWidget(m_list);
    sides->addWidget(m_stack, 1);
    connectParts();
    connect(&Theme::instance(), &Theme::changed, this, &ClientsPage::layOut);
    layOut();
    m_list->load();
}

void ClientsPage::connectParts()
{
    connect(m_list, &ClientListPane::currentChanged, this, &ClientsPage::showCard);
    connect(m_list, &ClientListPane::editRequested, this, &ClientsPage::editClient);
    connect(m_list, &ClientListPane::removeRequested, this, &ClientsPage::remove);
    connect(m_list, &ClientListPane::newRequested, this, [this] { addClient({}); });
    connect(m_list, &ClientListPane::importRequested, this, &ClientsPage::importRequested);
    connect(m_card, &ClientCard::editRequested, this, &ClientsPage::editClient);
    connect(m_card, &ClientCard::removeRequested, this, &ClientsPage::remove);
    connect(m_card, &ClientCard::otherRequested, this, &ClientsPage::showClient);
    connect(m_card, &ClientCard::memberRequested, this, &ClientsPage::addMember);
    connect(m_card, &ClientCard::mergeRequested, this, [this](ClientId client) { startMerge(client, {}); });
    connect(m_card, &ClientCard::payBackRequested, this, &ClientsPage::payBack);
    connect(m_card, &ClientCard::heldRequested, this, &ClientsPage::startTask<ClientHeldPane>);
    connect(m_card, &ClientCard::eraseRequested, this, &ClientsPage::startTask<ClientErasePane>);
    connect(&m_desk.door(), &changes::WriteDoor::changed, this, &ClientsPage::apply);
}

ClientEditor &ClientsPage::editor()
{
    if (!m_editor) {
        m_editor = new ClientEditor(m_desk, m_stack);
        m_stack->addWidget(m_editor);
        connect(m_editor, &ClientEditor::otherRequested, this, &ClientsPage::showClient);
        connect(m_editor, &ClientEditor::mergeRequested, this,
                [this](ClientId stays, ClientId goes) { startMerge(stays, goes); });
        connect(m_editor, &ClientEditor::finished, this, &ClientsPage::showClient);
        connect(m_editor, &ClientEditor::leaveRequested, this, &ClientsPage::leaveEditor);
    }
    return *m_editor;
}

ClientMergePane &ClientsPage::merge()
{
    if (!m_merge) {
        m_merge = new ClientMergePane(m_desk, m_stack);
        m_stack->addWidget(m_merge);
        connect(m_merge, &ClientMergePane::finished, this, &ClientsPage::showClient);
        connect(m_merge, &ClientMergePane::leaveRequested, this, [this] { showClient(m_merge->stays()); });
    }
    return *m_merge;
}

template <typename Task>
void ClientsPage::startTask(ClientId client, const QString &name)
{
    auto *pane = m_stack->findChild<Task *>();
    if (!pane) {
        pane = new Task(m_desk, m_stack);
        m_stack->addWidget(pane);
        connect(pane, &ClientTaskPane::leaveRequested, this, [this, pane] { showClient(pane->client()); });
        if constexpr (std::is_same_v<Task, ClientErasePane>)
            connect(pane, &Task::erased, this, [this] {
                m_stack->setCurrentWidget(m_nobody);
                m_list->focusList();
            });
    }
    pane->start(client, name);
    m_stack->setCurrentWidget(pane);
    pane->focusFirst();
}

ClientTaskPane *ClientsPage::task() const
{
    return qobject_cast<ClientTaskPane *>(m_stack->currentWidget());
}

void ClientsPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    layOut();
}

void ClientsPage::layOut()
{
    const Theme &theme = Theme::instance();
    m_list->setFixedWidth(theme.px(width() < theme.px(NarrowBelow) ? ListNarrow : ListWidth));
}

void ClientsPage::showClient(ClientId id)
{
    m_list->setCurrent(id);
    showCard(id);
    m_list->focusList();
}

void ClientsPage::showCard(ClientId id)
{
    if (!m_card->showClient(id))
        return;
    m_stack->setCurrentWidget(m_card);
    refreshUnsaved();
}

void ClientsPage::refreshUnsaved()
{
    const bool draft = m_card->client() && m_desk.drafts().kept("client", m_card->client()->toString());
    m_card->setUnsaved(draft ? tr("\u25c6 Something was typed and not saved. Edit goes on with it.") : QString());
}

void ClientsPage::editClient(ClientId id)
{
    if (!m_desk.principal().can(Capability::ClientsWrite) || !editor().edit(id))
        return;
    m_list->setCurrent(id);
    m_stack->setCurrentWidget(m_editor);
    m_editor->focusFirst();
}

void ClientsPage::addClient(const QString &typed)
{
    if (m_desk.principal().can(Capability::ClientsWrite)) {
        editor().startNew(typed);
        m_stack->setCurrentWidget(m_editor);
        m_editor->focusFirst();
    }
}

void ClientsPage::addMember(ClientId payer)
{
    if (!m_desk.principal().can(Capability::ClientsWrite))
        return;
    editor().startNew({}, payer);
    m_stack->setCurrentWidget(m_editor);
    m_editor->focusFirst();
}

void ClientsPage::startMerge(ClientId stays, std::optional<ClientId> goes)
{
    merge().start(stays, goes);
    m_stack->setCurrentWidget(m_merge);
    m_merge->focusFirst();
}

void ClientsPage::payBack(ClientId client, const QString &name)
{
    if (!m_payBack) {
        m_payBack = new PayBackForm(m_desk, m_stack);
        m_stack->addWidget(m_payBack);
        connect(m_payBack, &EntryForm::left, this, [this] { showClient(*m_payBack->client()); });
    }
    if (!m_payBack->begin(client, name))
        return;
    m_stack->setCurrentWidget(m_payBack);
    m_payBack->focusFirst();
}

bool ClientsPage::isPayingBack() const
{
    return m_payBack && m_stack->currentWidget() == m_payBack;
}

bool ClientsPage::isMerging() const
{
    return m_merge && m_stack->currentWidget() == m_merge;
}

bool ClientsPage::isEditing() const
{
    return m_editor && m_stack->currentWidget() == m_editor;
}

void ClientsPage::leaveEditor()
{
    m_editor->leave();
    const auto shown = m_editor->client() ? m_editor->client() : m_list->current();
    if (shown)
        showClient(*shown);
    else
        m_stack->setCurrentWidget(m_nobody);
    m_list->focusList();
}

void ClientsPage::remove(ClientId id)
{
    if (!m_desk.principal().can(Capability::ClientsDelete))
        return;
    m_desk.when(ClientService(m_desk.session(), m_desk.door()).remove(id), this, [] {});
}

void ClientsPage::apply(const changes::ChangeSet &changes)
{
    const bool had = m_card->client().has_value();
    m_list->apply(changes);
    m_card->apply(changes);
    if (!had || m_card->client() || m_stack->currentWidget() != m_card)
        return;
    // Who was shown is in the bin: the list's next one takes the place.
    if (const auto next = m_list->current())
        showCard(*next);
    else
        m_stack->setCurrentWidget(m_nobody);
}

void ClientsPage::arrive()
{
    if (isEditing())
        m_editor->focusFirst();
    else if (isMerging())
        m_merge->focusFirst();
    else if (isPayingBack())
        m_payBack->focusFirst();
    else
        m_list->focusList();
}

bool ClientsPage::stepBack()
{
    if (isMerging()) {
        showClient(m_merge->stays());
        return true;
    }
    if (isPayingBack()) {
        Q_EMIT m_payBack->left();
        return true;
    }
    if (ClientTaskPane *pane = task()) {
        Q_EMIT pane->leaveRequested();
        return true;
    }
    if (!isEditing())
        return false;
    leaveEditor();
    return true;
}

bool ClientsPage::handle(ActionId action)
{
    const auto shown = isEditing() ? m_editor->client() : m_card->client();
    switch (action) {
    case ActionId::Pay:
        if (isPayingBack())
            m_payBack->submit();
        return isPayingBack();
    case ActionId::Save:
        if (isEditing())
            m_editor->save();
        return isEditing();
    case ActionId::Measure:
        if (!shown || !m_desk.principal().can(Capability::MeasurementsWrite))
            return false;
        Q_EMIT m_desk.navigation().measureRequested(*shown, {});
        return true;
    case ActionId::Party:
        if (const auto order = isEditing() ? std::nullopt : m_card->order())
            Q_EMIT m_desk.navigation().partyRequested(*order);
        else
            return false;
        return true;
    case ActionId::NewOrder:
        if (!shown || !m_desk.principal().can(Capability::OrdersWrite))
            return false;
        Q_EMIT m_desk.navigation().orderRequested(*shown);
        return true;
    default:
        return false;
    }
}

} // namespace thimblely::ui
