// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/accounts/own_workspaces_service.h"
#include "core/changes/change_set.h"

#include <QMenu>

namespace thimblely::ui {

class Desk;

/*!
 * The workspaces one can go to from here, by name; not there where there is none. Read when it is made and whenever one
 * comes, goes or is called otherwise.
 */
class WorkspaceMenu : public QMenu {
    Q_OBJECT

public:
    WorkspaceMenu(Desk &desk, QWidget *parent);

Q_SIGNALS:
    void workspaceRequested(thimblely::WorkspaceId workspace);
    //! There are others now, or none any more, or this one is called otherwise.
    void changed();

private:
    void reload();
    void follow(const changes::ChangeSet &changes);
    void fill(const std::vector<OwnWorkspace> &workspaces);

    Desk &m_desk;
    OwnWorkspacesService m_service;
};

} // namespace thimblely::ui
