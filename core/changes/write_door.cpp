// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/changes/write_door.h"

#include "core/base/log.h"
#include "core/changes/operation_runner.h"
#include "core/changes/undo.h"

namespace thimblely::changes {

namespace {

//! Rules refuse something every day; these are what somebody asks the log for.
bool isOfTheDisk(ErrorKind kind)
{
    return kind == ErrorKind::DiskFull || kind == ErrorKind::ReadOnly || kind == ErrorKind::Io ||
           kind == ErrorKind::Corrupt || kind == ErrorKind::Busy || kind == ErrorKind::Internal;
}

} // namespace

WriteDoor::WriteDoor(const Clock &clock) : m_clock(clock)
{
    m_thread.setObjectName(QStringLiteral("writer"));
    m_desk.moveToThread(&m_thread);
    m_poll.setInterval(1000);
    connect(&m_poll, &QTimer::timeout, this, &WriteDoor::lookForOthers);
}

Result<std::unique_ptr<WriteDoor>> WriteDoor::open(const access::Session &session, const Clock &clock,
                                                   Durability durability)
{
    auto door = begin(session, clock, durability);
    TRY(await(door->opened()));
    return door;
}

std::unique_ptr<WriteDoor> WriteDoor::begin(const access::Session &session, const Clock &clock, Durability durability)
{
    std::unique_ptr<WriteDoor> door(new WriteDoor(clock));
    door->m_thread.start();
    // The connection belongs to the thread that opens it, so it is opened there.
    door->m_opened = door->promise<void>([&door = *door, &session, durability]() -> Result<void> {
        TRY_ASSIGN(auto connection, session.openConnection(durability));
        door.m_runner = std::make_unique<OperationRunner>(std::move(connection), door.m_clock, access::GateKey());
        return {};
    });
    door->m_poll.start();
    return door;
}

void WriteDoor::lookForOthers()
{
    QMetaObject::invokeMethod(
        &m_desk,
        [this] {
            if (!m_runner || !m_runner->somebodyElseWrote())
                return;
            ChangeSet changes;
            changes.everything = true;
            Q_EMIT changed(changes);
        },
        Qt::QueuedConnection);
}

WriteDoor::~WriteDoor()
{
    if (!m_thread.isRunning())
        return;
    promise<void>([this]() -> Result<void> { // after everything that was given before
        m_runner.reset();
        return {};
    })
        .waitForFinished();
    // Not from within that task: postEvent() wakes the thread's dispatcher after the event can already have been
    // delivered, and a thread that ended by it would have taken its dispatcher along.
    m_thread.quit();
    m_thread.wait();
}

void WriteDoor::post(std::function<void()> task)
{
    Q_EMIT waitingChanged(++m_waiting);
    QMetaObject::invokeMethod(
        &m_desk,
        [this, task = std::move(task)] {
            task();
            Q_EMIT waitingChanged(--m_waiting);
        },
        Qt::QueuedConnection);
}

Result<ChangeSet> WriteDoor::run(const Operation &operation, const std::function<Result<void>(WriteContext &)> &body)
{
    auto changes = m_runner->run(operation, body);
    if (!changes && isOfTheDisk(changes.error().kind)) // by its name alone: what it was about no log holds
        qCWarning(lcChanges, "%s: %s", operation.kind.constData(), changes.error().code.constData());
    return announce(std::move(changes));
}

QFuture<Result<UndoOffer>> WriteDoor::newestUndoable()
{
    return promise<UndoOffer>([this] { return Undo(*m_runner).newest(); });
}

QFuture<Result<ChangeSet>> WriteDoor::undo()
{
    return promise<ChangeSet>([this] { return announce(Undo(*m_runner).undoNewest()); });
}

QFuture<Result<ChangeSet>> WriteDoor::undo(OperationId operation)
{
    return promise<ChangeSet>([this, operation] { return announce(Undo(*m_runner).undo(operation)); });
}

QFuture<Result<ChangeSet>> WriteDoor::redo()
{
    return promise<ChangeSet>([this] { return announce(Undo(*m_runner).redoNewest()); });
}

Result<ChangeSet> WriteDoor::announce(Result<ChangeSet> changes)
{
    if (changes && changes->operation)
        Q_EMIT changed(*changes);
    return changes;
}

} // namespace thimblely::changes
