// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/shell/announcer.h"

#include "ui/desk/desk.h"
#include "ui/desk/operation_text.h"
#include "ui/widgets/toast.h"

namespace thimblely::ui {

Announcer::Announcer(Desk &desk, ToastHost &toasts, QObject *parent) : QObject(parent), m_desk(desk), m_toasts(toasts)
{
    connect(&m_desk.notices(), &Notices::said, this, &Announcer::say);
    connect(&m_desk.notices(), &Notices::failed, this,
            [this](const Error &error) { m_toasts.show(QStringLiteral("\u25b2 ") + m_desk.sentence(error)); });
    connect(&m_desk.door(), &changes::WriteDoor::changed, this, &Announcer::announce);
}

void Announcer::announce(const changes::ChangeSet &changes)
{
    if (!changes.operation)
        return;
    const QString sentence = operationText(changes.kind, changes.args);
    if (sentence.isEmpty())
        return;
    const bool isUndo = changes.kind.startsWith("undo:") || changes.kind.startsWith("redo:");
    if (!changes.undoable || isUndo) {
        m_toasts.show(sentence);
        return;
    }
    offerUndo(sentence, *changes.operation);
}

void Announcer::offerUndo(const QString &sentence, OperationId operation)
{
    Toast *toast = m_toasts.showUndo(sentence, [this, operation] {
        m_desk.when(m_desk.door().undo(operation), this, [](const changes::ChangeSet &) {});
    });
    m_undoable = UndoOffer{toast, sentence, operation};
}

void Announcer::say(const QString &sentence)
{
    // What follows a write at once ("claim check written") joins its toast instead of taking the way back away.
    if (m_undoable.toast && m_undoable.toast == m_toasts.current())
        offerUndo(m_undoable.sentence + u'\n' + sentence, m_undoable.operation.value());
    else
        m_toasts.show(sentence);
}

void Announcer::undo()
{
    m_desk.when(m_desk.door().undo(), this, [](const changes::ChangeSet &) {});
}

void Announcer::redo()
{
    m_desk.when(m_desk.door().redo(), this, [](const changes::ChangeSet &) {});
}

} // namespace thimblely::ui
