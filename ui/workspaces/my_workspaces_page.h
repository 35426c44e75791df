// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/accounts/own_workspaces_service.h"
#include "core/changes/change_set.h"
#include "ui/desk/page.h"

#include <optional>

class QStackedLayout;

namespace thimblely::ui {

class DeleteWorkspaceForm;
class Desk;
class EntryForm;
class LeaveForm;
class ListView;
class NewWorkspaceForm;
class OwnWorkspacesModel;
class Pane;
class SectionHead;
class TransferForm;
class WorkspaceCard;

/*!
 * The workspaces somebody owns or has joined, with their role in each: on one side the list, on the other the one that is
 * chosen and what is done about it. Enter on another one works there. The shell switches; this page only asks for it.
 */
class MyWorkspacesPage : public Page {
    Q_OBJECT

public:
    explicit MyWorkspacesPage(Desk &desk, QWidget *parent = nullptr);

    QString title() const override { return tr("My workspaces"); }
    void prepare() override { reload(); }
    void arrive() override;
    bool stepBack() override;
    bool handle(ActionId id) override;

Q_SIGNALS:
    void workspaceRequested(thimblely::WorkspaceId workspace);
    //! The page of the one they are working in.
    void profileRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *buildCard(QWidget *parent);
    void buildList();
    void buildForms(QWidget *right);
    void layOut();
    void reload();
    void take(std::vector<OwnWorkspace> workspaces);
    void follow(const changes::ChangeSet &changes);
    void choose(int row);
    void startNew();
    void showForm(EntryForm *form);
    void closeForm();
    void bringBack();
    EntryForm *openForm() const;

    Desk &m_desk;
    OwnWorkspacesService m_service;
    OwnWorkspacesModel *m_model;
    Pane *m_side;
    SectionHead *m_head = nullptr;
    ListView *m_view = nullptr;
    QStackedLayout *m_stack = nullptr;
    QWidget *m_cardPlace = nullptr;
    WorkspaceCard *m_card = nullptr;
    NewWorkspaceForm *m_new = nullptr;
    TransferForm *m_transfer = nullptr;
    DeleteWorkspaceForm *m_delete = nullptr;
    LeaveForm *m_leave = nullptr;
    std::optional<WorkspaceId> m_wanted; // is chosen once it is in the list
};

} // namespace thimblely::ui
