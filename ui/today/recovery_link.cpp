// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/today/recovery_link.h"

#include "core/base/practice_mode.h"
#include "ui/desk/desk.h"
#include "ui/widgets/when_done.h"

namespace thimblely::ui {

RecoveryLink::RecoveryLink(Desk &desk, QWidget *parent)
    : FlatButton(tr("▲ Recovery sheet"), parent), m_desk(desk), m_service(desk.session().path(), desk.clock())
{
    setButtonSize(Size::Small);
    setToolTip(tr("Not on paper yet. Without it nobody can sign in as you once your password is forgotten."));
    hide();
}

void RecoveryLink::look()
{
    if (isPractising() || !m_desk.principal().can(access::Capability::WorkspaceManage))
        return;
    whenDone(m_service.sheet(m_desk.principal().person), this, [this](const Result<RecoverySheet> &sheet) {
        // An owner without any, as of a shop that was made from what was taken along. What cannot be read is said by
        // whoever needs it.
        const bool none = sheet && sheet->left == 0 && m_desk.principal().role == access::Role::Owner;
        setVisible(none || (sheet && sheet->left > 0 && !sheet->onPaper));
    });
}

} // namespace thimblely::ui
