// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/workspaces/delete_workspace_form.h"

#include "ui/backup/take_everything.h"
#include "ui/desk/isolated.h"
#include "ui/widgets/field_edit.h"

#include <QVBoxLayout>

namespace thimblely::ui {

DeleteWorkspaceForm::DeleteWorkspaceForm(Desk &desk, QWidget *parent)
    : EntryForm(desk, {}, tr("Delete it"), parent), m_service(desk.session(), desk.door()),
      m_take(new TakeEverything(desk, body())), m_typed(nullptr)
{
    rows()->addWidget(m_take);
    m_typed = addText({});
    endWith(m_typed);
    rows()->addStretch(1);
}

void DeleteWorkspaceForm::begin(bool isLast)
{
    clearProblem();
    const QString name = isolated(desk().profile().name);
    setTitle(tr("Delete %1").arg(name));
    QStringList words{
        tr("Nobody comes in any more, and nothing of it is seen. It stays in the file, and you can bring it"
           " back as it was.")};
    if (isLast)
        words.append(tr("It is the last one you work in: after this you can only sign in to bring it back."));
    setWords(words.join(u' '));
    m_typed->setText({});
    m_typed->clearError();
    m_typed->setLabel(tr("To say that you mean it, type its name: %1").arg(name));
    beginTyping({}, tr("Delete %1").arg(desk().profile().name));
}

void DeleteWorkspaceForm::focusFirst()
{
    m_typed->edit()->setFocus(Qt::OtherFocusReason);
}

void DeleteWorkspaceForm::submit()
{
    if (isBusy())
        return;
    if (m_take->isBusy())
        return setProblem({ErrorKind::Busy, "workspace.still_taking", {}, {}});
    write([this] { return m_service.remove(m_typed->text()); });
}

} // namespace thimblely::ui
