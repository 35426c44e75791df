// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/workspaces/own_workspaces_model.h"

#include "ui/accounts/rights_words.h"
#include "ui/desk/isolated.h"
#include "ui/widgets/list_row_delegate.h"
#include "ui/widgets/row_patch.h"

#include <algorithm>

namespace thimblely::ui {

OwnWorkspacesModel::OwnWorkspacesModel(WorkspaceId here, QObject *parent) : QAbstractListModel(parent), m_here(here) {}

void OwnWorkspacesModel::setWorkspaces(std::vector<OwnWorkspace> workspaces)
{
    patchRows(
        m_rows, std::move(workspaces), [](const OwnWorkspace &row) { return row.id; },
        RowPatch{[this](int first, int last) { beginInsertRows({}, first, last); }, [this] { endInsertRows(); },
                 [this](int first, int last) { beginRemoveRows({}, first, last); }, [this] { endRemoveRows(); },
                 [this](int first, int last) { Q_EMIT dataChanged(index(first), index(last)); }});
}

int OwnWorkspacesModel::rowOf(WorkspaceId id) const
{
    const auto found = std::ranges::find(m_rows, id, &OwnWorkspace::id);
    return found == m_rows.end() ? -1 : int(found - m_rows.begin());
}

int OwnWorkspacesModel::firstElsewhere() const
{
    const auto found =
        std::ranges::find_if(m_rows, [this](const OwnWorkspace &each) { return !isHere(each) && !each.deletedAt; });
    return found == m_rows.end() ? -1 : int(found - m_rows.begin());
}

int OwnWorkspacesModel::liveCount() const
{
    return int(std::ranges::count_if(m_rows, [](const OwnWorkspace &each) { return !each.deletedAt; }));
}

int OwnWorkspacesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QString OwnWorkspacesModel::secondLine(const OwnWorkspace &workspace) const
{
    const QString work = workWords(workspace.role, workspace.jobTitle);
    return isHere(workspace) ? tr("%1, you are here").arg(work) : work;
}

QVariant OwnWorkspacesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const OwnWorkspace &workspace = m_rows[size_t(index.row())];
    const bool deleted = workspace.deletedAt.has_value();
    switch (role) {
    case Qt::DisplayRole:
        return isolated(workspace.name);
    case ListRowDelegate::SecondLine:
        return secondLine(workspace);
    case ListRowDelegate::StatusRole:
        return deleted ? QVariant(int(Status::Waiting)) : QVariant();
    case ListRowDelegate::StatusWord:
        return deleted ? QVariant(tr("Deleted")) : QVariant();
    case Qt::AccessibleTextRole:
        return QString(workspace.name + QStringLiteral(", ") + secondLine(workspace) +
                       (deleted ? QStringLiteral(", ") + tr("Deleted") : QString()));
    default:
        return {};
    }
}

} // namespace thimblely::ui
