// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/access/scoped_connection.h"
#include "core/base/clock.h"
#include "core/changes/change_set.h"
#include "core/changes/operation.h"
#include "core/changes/write_context.h"

#include <functional>
#include <memory>

namespace thimblely::changes {

/*!
 * Runs one operation at a time on the writer's connection, and collects what its commit changed. Lives on the writer
 * thread; used by WriteDoor and Undo only.
 */
class OperationRunner {
public:
    OperationRunner(std::unique_ptr<access::ScopedConnection> connection, const Clock &clock, access::GateKey key);
    ~OperationRunner();

    //! `undoes`: the number in sys_operations of the operation that this one takes back.
    Result<ChangeSet> run(const Operation &operation, const std::function<Result<void>(WriteContext &)> &body,
                          std::optional<qint64> undoes = std::nullopt);
    //! Whether another program has written operations since this was asked last, or since this one's own newest.
    bool somebodyElseWrote();
    access::ScopedConnection &connection() { return *m_connection; }
    const Clock &clock() const { return m_clock; }

private:
    struct TouchedRow {
        storage::Table table;
        qint64 rowid;
        friend auto operator<=>(const TouchedRow &, const TouchedRow &) = default;
    };

    Result<qint64> begin(const Operation &operation, OperationId id, std::optional<qint64> undoes);
    Result<void> label(qint64 number, const QStringList &args);
    Result<ChangeSet> describe(const Operation &operation, OperationId id, qint64 number);
    Result<void> nameRows(std::vector<RowChange> &rows);
    void touch(const char *table, qint64 rowid);
    Result<qint64> newestOperation();

    std::unique_ptr<access::ScopedConnection> m_connection;
    const Clock &m_clock;
    access::GateKey m_key;
    std::vector<TouchedRow> m_touched;
    qint64 m_newestKnown = 0; // in sys_operations
};

} // namespace thimblely::changes
