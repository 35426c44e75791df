// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/accounts/own_workspaces_service.h"

#include <QAbstractListModel>

#include <vector>

namespace thimblely::ui {

/*!
 * The workspaces of one person, as the service lists them, with where they are now. A handful, so it is given them whole;
 * a change is patched in, so that selection and place survive.
 */
class OwnWorkspacesModel : public QAbstractListModel {
    Q_OBJECT

public:
    explicit OwnWorkspacesModel(WorkspaceId here, QObject *parent = nullptr);

    void setWorkspaces(std::vector<OwnWorkspace> workspaces);
    const OwnWorkspace &workspace(int row) const { return m_rows[size_t(row)]; }
    bool isHere(const OwnWorkspace &workspace) const { return workspace.id == m_here; }
    int rowOf(WorkspaceId id) const; //!< -1 where it is not
    int rowOfHere() const { return rowOf(m_here); }
    //! The first one that can be gone to from here; -1: none.
    int firstElsewhere() const;
    //! How many there are that are not deleted.
    int liveCount() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    QString secondLine(const OwnWorkspace &workspace) const;

    const WorkspaceId m_here;
    std::vector<OwnWorkspace> m_rows;
};

} // namespace thimblely::ui
