// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/access/session.h"
#include "core/base/clock.h"
#include "core/changes/change_set.h"
#include "core/changes/operation.h"
#include "core/changes/write_context.h"

#include <QFuture>
#include <QObject>
#include <QPromise>
#include <QThread>
#include <QTimer>

#include <atomic>
#include <functional>
#include <memory>

namespace thimblely::changes {

class OperationRunner;

/*!
 * The one way anything is written: an operation with a name runs on the writer thread of the file, in one transaction
 * (its own row first, the rows, one commit), and one change set is signalled after it.
 *
 * write() returns at once; a commit takes 0.2 ms on a good disk and 100 ms on an old one, and nobody at the screen
 * waits for either. Operations run in the order they were given. An operation that fails, or changes nothing, leaves
 * no trace. Destroying the door finishes what was given to it.
 */
class WriteDoor : public QObject {
    Q_OBJECT

public:
    using Durability = storage::OpenOptions::Durability;
    static Result<std::unique_ptr<WriteDoor>> open(const access::Session &session, const Clock &clock,
                                                   Durability durability = Durability::Full);
    //! The same without waiting for its connection: nothing is written through it until opened() has come out well.
    static std::unique_ptr<WriteDoor> begin(const access::Session &session, const Clock &clock,
                                            Durability durability = Durability::Full);
    //! What came of opening the connection.
    QFuture<Result<void>> opened() const { return m_opened; }
    ~WriteDoor() override;

    template <typename T>
    QFuture<Result<T>> write(Operation operation, std::function<Result<T>(WriteContext &)> function);

    //! What undo() would take back, to be named before it is; "undo.nothing".
    QFuture<Result<UndoOffer>> newestUndoable();
    //! Takes back this person's newest operation that can be; "undo.nothing", or "undo.changed_since" and its kin.
    QFuture<Result<ChangeSet>> undo();
    //! Takes back an operation by its id, as the toast that offered it does.
    QFuture<Result<ChangeSet>> undo(OperationId operation);
    //! Does again what undo() took back last, as long as nothing else was done since.
    QFuture<Result<ChangeSet>> redo();

    const Clock &clock() const { return m_clock; }
    //! How many operations are on their way to the disk now; from any thread.
    int waiting() const { return m_waiting; }

Q_SIGNALS:
    //! After the commit; emitted on the writer thread, so connect with a receiver. Also within a second after another
    //! program on the same file has written.
    void changed(const thimblely::changes::ChangeSet &changes);
    //! How many operations are on their way to the disk; 0: all is saved. Emitted on either thread, so that a receiver
    //! may hear of an earlier number after a later one: what is shown is asked of waiting().
    void waitingChanged(int count);

private:
    explicit WriteDoor(const Clock &clock);
    //! Runs `body` in a transaction on the writer thread; the change set is signalled when it succeeded.
    Result<ChangeSet> run(const Operation &operation, const std::function<Result<void>(WriteContext &)> &body);
    Result<ChangeSet> announce(Result<ChangeSet> changes);
    void post(std::function<void()> task);
    void lookForOthers();
    template <typename T>
    QFuture<Result<T>> promise(std::function<Result<T>()> task);

    const Clock &m_clock;
    QThread m_thread;
    QObject m_desk;                            // lives on m_thread: what is posted to it runs there, in order
    std::unique_ptr<OperationRunner> m_runner; // lives on m_thread
    QFuture<Result<void>> m_opened;
    std::atomic<int> m_waiting = 0;
    QTimer m_poll;
};

template <typename T>
QFuture<Result<T>> WriteDoor::promise(std::function<Result<T>()> task)
{
    auto shared = std::make_shared<QPromise<Result<T>>>();
    shared->start();
    QFuture<Result<T>> future = shared->future();
    post([shared, task = std::move(task)] {
        shared->addResult(task());
        shared->finish();
    });
    return future;
}

template <typename T>
QFuture<Result<T>> WriteDoor::write(Operation operation, std::function<Result<T>(WriteContext &)> function)
{
    return promise<T>([this, operation = std::move(operation), function = std::move(function)]() -> Result<T> {
        if constexpr (std::is_void_v<T>) {
            TRY(run(operation, function));
            return {};
        } else {
            std::optional<T> value;
            TRY(run(operation, [&](WriteContext &context) -> Result<void> {
                TRY_ASSIGN(value, function(context));
                return {};
            }));
            return std::move(*value);
        }
    });
}

//! Waits for a future where there is no event loop to come back to: the command line and tests.
template <typename T>
T await(QFuture<T> future)
{
    future.waitForFinished();
    return future.result();
}

} // namespace thimblely::changes
