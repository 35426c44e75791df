// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/shell/announcer.h"

#include "ui/desk/desk.h"
#include "ui/desk/operation_text.h"
#include "ui/widgets/toast.h"

namespace thimblely::ui {

Announcer::Announcer(Desk &desk, ToastHost &toasts, QObject *parent) : QObject(parent), m_desk(desk), m_toasts(toasts)
{
    connect(&desk.notices(), &Notices::said, this, &Announcer::say);
    connect(&desk.notices(), &Notices::saidWithUndo, this,
            [this](const QString &sentence, const std::function<void()> &undo) { m_toasts.showUndo(sentence, undo); });
    connect(&desk.notices(), &Notices::failed, this,
            [this](const Error &error) { m_toasts.show(QStringLiteral("\u25b2 ") + m_desk.sentence(error)); });
    connect(&desk.door(), &changes::WriteDoor::changed, this, &Announcer::announce);
}

void Announcer::announce(const changes::ChangeSet &changes)
{
    if (!changes.operation || changes.kind == changes::printedKind) // who printed hears where it went
        return;
    const QString sentence = m_desk.sentence(changes.kind, changes.args);
    if (sentence.isEmpty())
        return;
    const bool isUndo = changes.kind.startsWith("undo:") || changes.kind.startsWith("redo:");
    if (changes.undoable && !isUndo && mayTakeBack(changes.kind, changes.args))
        offer(sentence, *changes.operation);
    else
        m_toasts.show(sentence);
}

bool Announcer::mayTakeBack(const QByteArray &kind, const QStringList &args) const
{
    const auto needs = undoNeeds(kind, args);
    return !needs || m_desk.principal().can(*needs);
}

bool Announcer::isOffered() const
{
    return m_toast && m_toast == m_toasts.current();
}

void Announcer::offer(const QString &sentence, OperationId operation)
{
    m_toast = m_toasts.showUndo(sentence, [this, operation] { takeBack(operation); });
    m_sentence = sentence;
    m_operation = operation;
}

void Announcer::say(const QString &sentence)
{
    if (isOffered())
        offer(m_sentence + u'\n' + sentence, m_operation.value());
    else
        m_toasts.show(sentence);
}

void Announcer::undo()
{
    if (isOffered())
        return takeBack(m_operation.value());
    m_desk.when(m_desk.door().newestUndoable(), this, [this](const changes::UndoOffer &newest) {
        if (undoNeeds(newest.kind, newest.args))
            ask(newest);
        else
            takeBack(newest.operation);
    });
}

void Announcer::redo()
{
    m_desk.when(m_desk.door().redo(), this, [](const changes::ChangeSet &) {});
}

void Announcer::ask(const changes::UndoOffer &newest)
{
    const QString what = m_desk.sentence(newest.kind, newest.args);
    if (mayTakeBack(newest.kind, newest.args))
        offer(tr("Take this back? %1. Ctrl+Z again does it.").arg(what), newest.operation);
    else
        m_toasts.show(tr("%1. Money is taken back under Money, by the PIN of somebody who may.").arg(what));
}

void Announcer::takeBack(OperationId operation)
{
    m_toast = nullptr; // once
    m_desk.when(m_desk.door().undo(operation), this, [](const changes::ChangeSet &) {});
}

} // namespace thimblely::ui
