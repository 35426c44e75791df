// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/changes/change_set.h"
#include "core/changes/operation_runner.h"

#include <QByteArray>
#include <QJsonObject>

#include <optional>
#include <vector>

namespace thimblely::changes {

/*!
 * Takes operations back, by a new operation of its own: old values where rows are fields, the bin where a row was
 * made, a reversing row where the table is a ledger. What was taken back is done again by taking that back.
 *
 * Offered are this person's operations of this workspace, 30 days back. Refused, each with its reason: "undo.nothing";
 * "undo.not_undoable" (issued or sent); "undo.changed_since" where a row of it was changed by a later operation that
 * still stands; "undo.done" where it was taken back already. Runs on the writer thread.
 */
class Undo {
public:
    explicit Undo(OperationRunner &runner) : m_runner(runner) {}

    Result<ChangeSet> undoNewest();
    Result<ChangeSet> redoNewest();
    Result<ChangeSet> undo(OperationId operation);

private:
    struct Entry {
        qint64 number;
        OperationId uid;
        QByteArray kind;
        QByteArray label;
        bool undoable;
        std::optional<qint64> undoes;
        std::optional<qint64> undoneBy;
    };
    struct JournalRow {
        storage::Table table;
        IdBytes row;
        int action;
        QJsonObject old;
    };

    Result<Entry> entry(const char *condition, const std::function<void(storage::Statement &)> &bind);
    Result<ChangeSet> takeBack(const Entry &entry, const QByteArray &kind);
    Result<void> refuseIfChangedSince(const Entry &entry);
    Result<std::vector<JournalRow>> journal(qint64 operation);
    Result<void> reverse(WriteContext &context, const JournalRow &row);
    Result<void> restoreValues(WriteContext &context, const JournalRow &row);
    Result<void> markUndone(const Entry &entry);
    static access::GateKey key() { return {}; }

    OperationRunner &m_runner;
};

} // namespace thimblely::changes
