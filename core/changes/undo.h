// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/changes/change_set.h"
#include "core/changes/operation_runner.h"

#include <QByteArray>
#include <QByteArrayList>
#include <QJsonObject>

#include <map>
#include <optional>
#include <set>
#include <vector>

namespace thimblely::changes {

/*!
 * Takes operations back, by a new operation of its own: old values where rows are fields, the bin where a row was
 * made, a reversing row where the table is a ledger. What was taken back is done again by taking that back.
 *
 * Offered are this person's operations of this workspace, 30 days back. Refused, each with its reason: "undo.nothing",
 * "redo.nothing"; "undo.too_old"; "undo.not_undoable" (issued or sent); "undo.changed_since" where a later operation
 * that still stands (args[0] its kind) changed a row of it, or made one that refers to a row which would go;
 * "undo.done" where it was taken back already. Runs on the writer thread.
 */
class Undo {
public:
    explicit Undo(OperationRunner &runner) : m_runner(runner) {}

    //! The newest that undoNewest() would try; "undo.nothing".
    Result<UndoOffer> newest();
    Result<ChangeSet> undoNewest();
    Result<ChangeSet> redoNewest();
    Result<ChangeSet> undo(OperationId operation);
    //! What happened before this is "undo.too_old".
    static Instant oldest(Instant now);

private:
    struct Entry {
        qint64 number;
        OperationId uid;
        QByteArray kind;
        QByteArray label;
        Instant happenedAt;
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

    using Bind = std::function<void(storage::Statement &)>;
    Result<Entry> entry(const char *condition, const Bind &bind);
    Result<Entry> byNumber(qint64 number);
    Result<Entry> newestEntry();
    Result<ChangeSet> undo(const Entry &entry);
    Result<ChangeSet> redo(const Entry &undone);
    Result<ChangeSet> takeBack(const Entry &entry, const QByteArray &kind);
    Result<void> reverseAll(WriteContext &context, const Entry &entry);
    Result<void> refuseIfDone(const Entry &entry);
    Result<void> refuseIfChangedSince(const Entry &entry);
    Result<void> refuseIfReferredTo(const Entry &entry, const std::vector<JournalRow> &rows);
    Result<qint64> standing(const Entry &entry);
    Result<std::vector<JournalRow>> journal(qint64 operation);
    Result<void> reverse(WriteContext &context, const JournalRow &row, qint64 operation);
    Result<void> restoreValues(WriteContext &context, const JournalRow &row, qint64 operation);
    Result<void> markUndone(const Entry &entry);
    Result<const QByteArrayList *> blobColumns(storage::Table table);
    static access::GateKey key() { return {}; }

    OperationRunner &m_runner;
    std::set<IdBytes> m_made; // rows that the operation in hand inserted when it was done first
    std::map<storage::Table, QByteArrayList> m_blobColumns; // as the schema says; read when first asked for
};

} // namespace thimblely::changes
