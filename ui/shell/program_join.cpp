// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
// Coming in by an invitation, from the sign-in page and back to it with the face of who joined; and going out, where a
// person's membership is another one than they signed in with.
#include "ui/accounts/join_page.h"
#include "ui/shell/program.h"

namespace thimblely::ui {

void Program::showJoin()
{
    auto *page = new JoinPage(m_path, m_clock);
    connect(page, &JoinPage::leaveRequested, this, [this] { showSignIn({}); });
    connect(page, &JoinPage::joined, this,
            [this](const PersonId &person, const WorkspaceId &workspace) { showSignIn(person, workspace); });
    replacePage(page);
}

//! Whoever is suspended, removed, leaves or is given another role meanwhile, or was signed out from elsewhere, here or by
//! another program on the file, signs in anew:
//! a session is made of what somebody may, and never changes.
void Program::followStanding()
{
    connect(m_sitting->door.get(), &changes::WriteDoor::changed, this, [this](const changes::ChangeSet &changes) {
        // The owner is named by the workspace itself, which may be deleted too.
        if (!m_sitting ||
            (!changes.touches(storage::Table::WorkspaceMembers, m_sitting->principal.member.bytes()) &&
             !changes.touches(storage::Table::Workspaces) && !changes.touches(storage::Table::AuthSessions)))
            return;
        lookWhySignedOut();
    });
}

} // namespace thimblely::ui
