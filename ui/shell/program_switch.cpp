// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
// The same person in another workspace of the file, without being asked who they are once more.
#include "core/accounts/own_workspaces_service.h"
#include "core/base/log.h"
#include "ui/accounts/bring_back_page.h"
#include "ui/shell/main_window.h"
#include "ui/shell/program.h"
#include "ui/widgets/when_done.h"

namespace thimblely::ui {

/*!
 * What they are there is read first, then all of it is opened as for somebody who signs in (beginSitting()): a session,
 * drafts, a desk and a window of its own. Of the one they leave nothing is taken along; what was being typed in it is
 * kept for it, and stands there again when they come back.
 */
void Program::switchWorkspace(WorkspaceId workspace)
{
    if (m_practice || m_next || !m_sitting || m_sitting->principal.workspace == workspace ||
        currentWidget() != m_window)
        return;
    qCDebug(lcUi, "another workspace is asked for");
    sessions().prepare(); // meanwhile
    m_sitting->workspaces = std::make_unique<OwnWorkspacesService>(m_path, m_sitting->principal, m_clock);
    whenDone(m_sitting->workspaces->enter(workspace), m_window, [this](const Result<EnteredWorkspace> &there) {
        if (m_next || currentWidget() != m_window)
            return; // locked meanwhile
        if (!there)
            return m_sitting->desk->notices().fail(there.error());
        finishLeaving(); // whoever comes back finds their drafts as they were left
        if (const auto begun = beginSitting(there->principal, there->name, m_sitting->signIn); !begun)
            giveUp(begun.error());
    });
}

//! Every shop of the file is deleted: nobody can be signed in, and whoever owned one may bring it back.
void Program::showBringBack()
{
    auto *page = new BringBackPage(m_path, m_clock);
    connect(page, &BringBackPage::broughtBack, this, [this] { showSignIn({}); });
    connect(page, &BringBackPage::recoverRequested, this, &Program::showRecover);
    endSitting();
    replacePage(page);
}

} // namespace thimblely::ui
