// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/workspaces/my_workspaces_page.h"

#include "ui/desk/desk.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/list_row_delegate.h"
#include "ui/widgets/list_view.h"
#include "ui/widgets/pane.h"
#include "ui/widgets/section_head.h"
#include "ui/workspaces/delete_workspace_form.h"
#include "ui/workspaces/leave_form.h"
#include "ui/workspaces/new_workspace_form.h"
#include "ui/workspaces/own_workspaces_model.h"
#include "ui/workspaces/transfer_form.h"
#include "ui/workspaces/workspace_card.h"

#include <QScrollArea>
#include <QStackedLayout>

#include <algorithm>
#include <utility>

namespace thimblely::ui {

namespace {

constexpr int listWidth = 320;
constexpr int listNarrow = 220;
constexpr int narrowBelow = 1080; // of the page at 100 %
constexpr int cardWidth = 820;

} // namespace

MyWorkspacesPage::MyWorkspacesPage(Desk &desk, QWidget *parent)
    : Page(parent), m_desk(desk), m_service(desk.session().path(), desk.principal(), desk.clock()),
      m_model(new OwnWorkspacesModel(desk.principal().workspace, this)),
      m_side(new Pane(Role::Window, Pane::Edge::Trailing, this))
{
    buildList();
    auto *right = new Pane(Role::Surface, Pane::Edge::None, this);
    m_stack = new QStackedLayout(right);
    buildForms(right);
    auto *sides = row(this, 0);
    sides->addWidget(m_side);
    sides->addWidget(right, 1);
    connect(&m_desk.door(), &changes::WriteDoor::changed, this, &MyWorkspacesPage::follow);
    connect(&Theme::instance(), &Theme::changed, this, &MyWorkspacesPage::layOut);
    layOut();
}

void MyWorkspacesPage::buildList()
{
    m_head = new SectionHead(tr("My workspaces"), m_side, SectionHead::Level::Pane);
    Button *add = new FlatButton(tr("New workspace…"), m_side);
    add->setIconName("i-plus");
    m_view = new ListView(tr("My workspaces"), Role::Window, m_side);
    m_view->setModel(m_model);
    m_view->setItemDelegate(new ListRowDelegate(m_view));
    auto *rows = column(m_side, 0);
    auto *head = column(nullptr, 0, {16, 0, 12, 0});
    head->addWidget(m_head);
    auto *buttons = row(nullptr, 0);
    buttons->addWidget(add);
    buttons->addStretch(1);
    head->addLayout(buttons);
    rows->addLayout(head);
    rows->addWidget(m_view, 1);
    connect(add, &QAbstractButton::clicked, this, &MyWorkspacesPage::startNew);
    connect(m_view, &ListView::activated, this, [this](const QModelIndex &index) {
        const OwnWorkspace &chosen = m_model->workspace(index.row());
        if (m_model->isHere(chosen) || chosen.deletedAt)
            m_card->focusFirst();
        else
            Q_EMIT workspaceRequested(chosen.id);
    });
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &now) {
        if (now.isValid())
            choose(now.row());
    });
}

QWidget *MyWorkspacesPage::buildCard(QWidget *parent)
{
    auto *scroll = new QScrollArea(parent);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->viewport()->setAutoFillBackground(false);
    auto *body = new QWidget;
    m_card = new WorkspaceCard(m_desk, body);
    auto *start = row(body, 0);
    start->addWidget(m_card, 100);
    start->addStretch(1);
    scroll->setWidget(body);
    body->setAutoFillBackground(false); // which the scroll area has just turned on
    return scroll;
}

void MyWorkspacesPage::buildForms(QWidget *right)
{
    m_cardPlace = buildCard(right);
    m_stack->addWidget(m_cardPlace);
    m_new = new NewWorkspaceForm(m_desk, m_service, right);
    m_transfer = new TransferForm(m_desk, right);
    m_delete = new DeleteWorkspaceForm(m_desk, right);
    m_leave = new LeaveForm(m_desk, right);
    for (EntryForm *form : {static_cast<EntryForm *>(m_new), static_cast<EntryForm *>(m_transfer),
                            static_cast<EntryForm *>(m_delete), static_cast<EntryForm *>(m_leave)}) {
        m_stack->addWidget(form);
        connect(form, &EntryForm::left, this, &MyWorkspacesPage::closeForm);
    }
    connect(m_new, &NewWorkspaceForm::created, this, [this](WorkspaceId workspace) { m_wanted = workspace; });
    connect(m_card, &WorkspaceCard::switchRequested, this,
            [this] { Q_EMIT workspaceRequested(m_card->workspace()->id); });
    connect(m_card, &WorkspaceCard::profileRequested, this, &MyWorkspacesPage::profileRequested);
    connect(m_card, &WorkspaceCard::bringBackRequested, this, &MyWorkspacesPage::bringBack);
    connect(m_card, &WorkspaceCard::transferRequested, this, [this] {
        m_transfer->begin();
        showForm(m_transfer);
    });
    connect(m_card, &WorkspaceCard::leaveRequested, this, [this] {
        m_leave->begin();
        showForm(m_leave);
    });
    connect(m_card, &WorkspaceCard::deleteRequested, this, [this] {
        m_delete->begin(m_model->liveCount() == 1);
        showForm(m_delete);
    });
}

void MyWorkspacesPage::layOut()
{
    const Theme &theme = Theme::instance();
    m_side->setFixedWidth(theme.px(width() < theme.px(narrowBelow) ? listNarrow : listWidth));
    m_card->setMaximumWidth(theme.px(cardWidth));
}

void MyWorkspacesPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    layOut();
}

void MyWorkspacesPage::reload()
{
    m_desk.when(m_service.all(), this, [this](const std::vector<OwnWorkspace> &workspaces) { take(workspaces); });
}

void MyWorkspacesPage::take(std::vector<OwnWorkspace> workspaces)
{
    const auto shown = m_card->workspace(); // it may have moved to another row
    m_model->setWorkspaces(std::move(workspaces));
    m_head->setRemark(m_desk.locale().toString(m_model->liveCount()));
    int row = m_wanted ? m_model->rowOf(*m_wanted) : -1;
    if (row >= 0)
        m_wanted.reset();
    else if (shown)
        row = m_model->rowOf(shown->id);
    if (row < 0)
        row = m_model->firstElsewhere(); // what one comes here for
    row = std::max(0, row >= 0 ? row : m_model->rowOfHere());
    m_view->setCurrentIndex(m_model->index(row));
    if (row < m_model->rowCount())
        choose(row);
}

void MyWorkspacesPage::follow(const changes::ChangeSet &changes)
{
    if (changes.touches(storage::Table::Workspaces) || changes.touches(storage::Table::WorkspaceMembers))
        reload();
}

void MyWorkspacesPage::arrive()
{
    reload();
    if (!openForm()) // else one that was left half-done stands there
        m_view->setFocus(Qt::OtherFocusReason);
}

//! A form stays as it is while the list behind it is read anew.
void MyWorkspacesPage::choose(int row)
{
    const OwnWorkspace &chosen = m_model->workspace(row);
    const bool another = !m_card->workspace() || m_card->workspace()->id != chosen.id;
    m_card->showWorkspace(chosen);
    if (EntryForm *form = openForm(); form && another)
        form->leave();
}

EntryForm *MyWorkspacesPage::openForm() const
{
    return qobject_cast<EntryForm *>(m_stack->currentWidget());
}

//! A customer is told before they have typed anything.
void MyWorkspacesPage::startNew()
{
    m_desk.when(m_service.mayCreate(), this, [this](bool may) {
        if (!may)
            return m_desk.notices().fail({ErrorKind::Forbidden, "access.customer", {}, {}});
        m_new->begin();
        showForm(m_new);
    });
}

void MyWorkspacesPage::showForm(EntryForm *form)
{
    m_stack->setCurrentWidget(form);
    form->focusFirst();
}

void MyWorkspacesPage::closeForm()
{
    m_stack->setCurrentWidget(m_cardPlace);
    reload();
    if (isVisible())
        m_view->setFocus(Qt::OtherFocusReason);
}

void MyWorkspacesPage::bringBack()
{
    m_wanted = m_card->workspace()->id;
    m_desk.when(m_service.bringBack(*m_wanted), this, [this] { reload(); });
}

bool MyWorkspacesPage::stepBack()
{
    if (EntryForm *form = openForm()) {
        form->leave();
        return true;
    }
    if (m_card->isAncestorOf(focusWidget())) {
        m_view->setFocus(Qt::OtherFocusReason);
        return true;
    }
    return false;
}

bool MyWorkspacesPage::handle(ActionId id)
{
    EntryForm *form = openForm();
    if (!form || (id != ActionId::Save && id != ActionId::Pay))
        return false;
    form->submit();
    return true;
}

} // namespace thimblely::ui
