// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/shell/workspace_menu.h"

#include "ui/accounts/rights_words.h"
#include "ui/desk/desk.h"
#include "ui/desk/isolated.h"

#include <QTimer>

namespace thimblely::ui {

namespace {

constexpr int longestName = 320; // px at 100 %; a menu is no place for more

} // namespace

WorkspaceMenu::WorkspaceMenu(Desk &desk, QWidget *parent)
    : QMenu(tr("Work in another workspace"), parent), m_desk(desk),
      m_service(desk.session().path(), desk.principal(), desk.clock())
{
    menuAction()->setVisible(false);
    connect(&desk.door(), &changes::WriteDoor::changed, this, &WorkspaceMenu::follow);
    QTimer::singleShot(0, this, &WorkspaceMenu::reload); // no part of the first picture waits for it
}

void WorkspaceMenu::follow(const changes::ChangeSet &changes)
{
    if (changes.touches(storage::Table::Workspaces) || changes.touches(storage::Table::WorkspaceMembers))
        reload();
}

//! One that cannot be read leaves what is there: the page of one's workspaces says why.
void WorkspaceMenu::reload()
{
    whenDone(m_service.all(), this, [this](const Result<std::vector<OwnWorkspace>> &workspaces) {
        if (workspaces)
            fill(*workspaces);
    });
}

void WorkspaceMenu::fill(const std::vector<OwnWorkspace> &workspaces)
{
    clear();
    for (const OwnWorkspace &each : workspaces) {
        if (each.deletedAt || each.id == m_desk.principal().workspace)
            continue;
        const QString name = fontMetrics().elidedText(isolated(each.name), Qt::ElideRight, longestName);
        QString text = tr("%1, %2", "workspace, role").arg(name, workWords(each.role, each.jobTitle));
        text.replace(u'&', QStringLiteral("&&"));
        connect(addAction(text), &QAction::triggered, this, [this, id = each.id] { Q_EMIT workspaceRequested(id); });
    }
    menuAction()->setVisible(!isEmpty());
    Q_EMIT changed();
}

} // namespace thimblely::ui
