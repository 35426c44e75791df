// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/workspaces/leave_form.h"

#include "ui/desk/isolated.h"
#include "ui/widgets/buttons.h"

#include <QVBoxLayout>

namespace thimblely::ui {

LeaveForm::LeaveForm(Desk &desk, QWidget *parent)
    : EntryForm(desk, {}, tr("Leave it"), parent), m_service(desk.session(), desk.door())
{
    rows()->addStretch(1);
}

void LeaveForm::begin()
{
    clearProblem();
    setTitle(tr("Leave %1").arg(isolated(desk().profile().name)));
    QStringList words{
        tr("You do not come in any more; whoever manages the team can bring you back. What you did stays in"
           " your name.")};
    const auto work = m_service.openWork();
    if (!work)
        setProblem(work.error());
    else if (work->pieces > 0)
        words.append(work->pieces == 1
                         ? tr("1 piece given to you is not ready yet, and stays yours until somebody hands it on.")
                         : tr("%n pieces given to you are not ready yet, and stay yours until somebody hands them on.",
                              nullptr, work->pieces));
    setWords(words.join(u' '));
    beginTyping({}, tr("Leave %1").arg(desk().profile().name));
}

void LeaveForm::focusFirst()
{
    primary()->setFocus(Qt::OtherFocusReason);
}

void LeaveForm::submit()
{
    if (!isBusy())
        write([this] { return m_service.leave(); });
}

} // namespace thimblely::ui
