// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/changes/undo.h"

#include "core/changes/ledger_reversal.h"
#include "core/changes/restored_rows.h"
#include "core/changes/told_kind.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <set>

namespace thimblely::changes {

namespace {

constexpr qint64 daysBack = 30;

enum JournalAction { Inserted = 1, Updated = 2 }; // as sys_journal.action

Error refusal(QByteArray code, const QByteArray &kind = {})
{
    return {ErrorKind::Conflict, std::move(code), {QString::fromLatin1(kind)}, {}};
}

QStringList argsOf(const QByteArray &label)
{
    QStringList args;
    const QJsonArray array = QJsonDocument::fromJson(label).array();
    for (const auto &value : array)
        args.append(value.toString());
    return args;
}

//! A journalled value as it goes back into its column: BLOBs stand as hexadecimal digits in the journal.
access::FieldValue toField(const QJsonValue &value, bool isBlob)
{
    if (value.isNull())
        return std::nullopt;
    if (value.isDouble())
        return value.toInteger();
    if (!isBlob)
        return value.toString();
    const QByteArray bytes = QByteArray::fromHex(value.toString().toLatin1());
    IdBytes id;
    if (bytes.size() != qsizetype(id.size()))
        return access::BlobValue{bytes};
    std::ranges::copy(bytes, id.begin());
    return id;
}

} // namespace

Instant Undo::oldest(Instant now)
{
    return now.plusMsecs(-daysBack * 86'400'000);
}

Result<Undo::Entry> Undo::entry(const char *condition, const Bind &bind)
{
    const QByteArray sql = QByteArray("SELECT id, uid, kind, label, happened_at, undoable, undoes, undone_by"
                                      "  FROM main.sys_operations"
                                      " WHERE workspace_id = ?1 AND person_id = ?2 AND ") +
                           condition + " ORDER BY id DESC LIMIT 1";
    TRY_ASSIGN(auto query, m_runner.connection().gatedQuery(key(), sql));
    const access::Principal &principal = m_runner.connection().principal();
    query->bind(principal.workspace, principal.person);
    bind(*query);
    TRY_ASSIGN(const bool found, query->step());
    if (!found)
        return refusal("undo.nothing");
    return Entry{query->int64(0),   query->id<OperationId>(1), query->utf8(2),          query->utf8(3),
                 query->instant(4), query->boolean(5),         query->optionalInt64(6), query->optionalInt64(7)};
}

Result<Undo::Entry> Undo::byNumber(qint64 number)
{
    return entry("id = ?3", [number](storage::Statement &statement) { statement.bind(number); });
}

Result<Undo::Entry> Undo::newestEntry()
{
    return entry("undoes IS NULL AND undone_by IS NULL AND happened_at >= ?3 AND kind NOT IN (?4, ?5)",
                 [this](storage::Statement &statement) {
                     statement.bind(oldest(m_runner.clock().now())).bindUtf8(printedKind).bindUtf8(toldKind);
                 });
}

Result<UndoOffer> Undo::newest()
{
    TRY_ASSIGN(const Entry newest, newestEntry());
    return UndoOffer{newest.uid, newest.kind, argsOf(newest.label)};
}

Result<ChangeSet> Undo::undoNewest()
{
    TRY_ASSIGN(const Entry newest, newestEntry());
    return undo(newest);
}

Result<ChangeSet> Undo::undo(OperationId operation)
{
    TRY_ASSIGN(const Entry named, entry("uid = ?3", [&](storage::Statement &statement) { statement.bind(operation); }));
    if (!named.undoes)
        return undo(named);
    if (named.kind.startsWith("undo:"))
        return redo(named);
    // What was done again is what it was at first.
    TRY_ASSIGN(const Entry undone, byNumber(*named.undoes));
    TRY_ASSIGN(const Entry original, byNumber(*undone.undoes));
    return undo(original);
}

Result<ChangeSet> Undo::redoNewest()
{
    // Only while nothing new was done since the undo: what came after it would be overwritten otherwise.
    const auto newest =
        entry("(undoes IS NULL OR (kind GLOB 'undo:*' AND undone_by IS NULL)) AND kind NOT IN (?3, ?4)",
              [](storage::Statement &statement) { statement.bindUtf8(printedKind).bindUtf8(toldKind); });
    if (newest && newest->undoes)
        return redo(*newest);
    return newest || newest.error().code == "undo.nothing" ? refusal("redo.nothing") : newest.error();
}

Result<ChangeSet> Undo::undo(const Entry &entry)
{
    return takeBack(entry, "undo:" + entry.kind);
}

Result<ChangeSet> Undo::redo(const Entry &undone)
{
    return takeBack(undone, "redo:" + undone.kind.mid(qsizetype(qstrlen("undo:"))));
}

Result<ChangeSet> Undo::takeBack(const Entry &entry, const QByteArray &kind)
{
    if (entry.undoneBy)
        return refusal("undo.done", entry.kind);
    if (!entry.undoable)
        return refusal("undo.not_undoable", entry.kind);
    if (entry.happenedAt < oldest(m_runner.clock().now()))
        return refusal("undo.too_old", entry.kind);
    const Operation operation{kind, argsOf(entry.label), true};
    return m_runner.run(
        operation, [&](WriteContext &context) { return reverseAll(context, entry); }, entry.number);
}

//! Inside the transaction, so that no other program can write between the questions and the answer.
Result<void> Undo::reverseAll(WriteContext &context, const Entry &entry)
{
    TRY(refuseIfDone(entry));
    TRY(refuseIfChangedSince(entry));
    TRY_ASSIGN(const qint64 stands, standing(entry));
    TRY_ASSIGN(const std::vector<JournalRow> rows, journal(stands));
    TRY(refuseIfReferredTo(entry, rows));
    if (stands != entry.number) {
        TRY_ASSIGN(const std::vector<JournalRow> first, journal(entry.number));
        for (const JournalRow &row : first) {
            if (row.action == Inserted)
                m_made.insert(row.row);
        }
    }
    for (auto row = rows.rbegin(); row != rows.rend(); ++row)
        TRY(reverse(context, *row, entry.number));
    for (const JournalRow &row : rows)
        TRY(RestoredRows::follow(context, row.table, row.row));
    return markUndone(entry);
}

Result<void> Undo::refuseIfDone(const Entry &entry)
{
    TRY_ASSIGN(const Entry now, byNumber(entry.number));
    return now.undoneBy ? refusal("undo.done", entry.kind) : Result<void>();
}

Result<void> Undo::refuseIfChangedSince(const Entry &entry)
{
    // Undone operations and the undos themselves cancel out; any other later one on a same row still stands.
    TRY_ASSIGN(auto query, m_runner.connection().gatedQuery(key(), R"(
        SELECT later_operation.kind
          FROM main.sys_journal AS mine
          JOIN main.sys_journal AS later ON later.row_id = mine.row_id AND later.operation_id > mine.operation_id
               AND later.old IS NOT NULL
          JOIN main.sys_operations AS later_operation ON later_operation.id = later.operation_id
         WHERE mine.operation_id = ?1 AND later_operation.undoes IS NULL AND later_operation.undone_by IS NULL
               AND later_operation.kind <> ?2
         LIMIT 1)"));
    query->bind(entry.undoes ? *entry.undoes : entry.number).bindUtf8(toldKind);
    TRY_ASSIGN(const bool found, query->step());
    if (found)
        return refusal("undo.changed_since", query->utf8(0));
    return {};
}

//! A client who has an order since, an order that was paid since: they stay while what was built on them stands.
//! The schema is asked in "main": the wall's views have the tables' names, and no keys.
Result<void> Undo::refuseIfReferredTo(const Entry &entry, const std::vector<JournalRow> &rows)
{
    std::set<storage::Table> parents;
    for (const JournalRow &row : rows) {
        if (row.action == Inserted)
            parents.insert(row.table);
    }
    const auto gate = m_runner.connection().openGate(key()); // a PRAGMA prepares while it is stepped
    for (const storage::Table parent : parents) {
        TRY_ASSIGN(auto references, m_runner.connection().gatedQuery(key(), R"(
            SELECT child.name, reference."from"
              FROM main.sqlite_schema AS child, pragma_foreign_key_list(child.name, 'main') AS reference
             WHERE child.type = 'table' AND reference."table" = ? AND reference."to" = 'id')"));
        references->bindUtf8(storage::facts(parent).name);
        for (;;) {
            TRY_ASSIGN(const bool reference, references->step());
            if (!reference)
                break;
            const QByteArray child = references->utf8(0);
            const auto table = storage::tableFromName(child.toStdString());
            if (!table)
                continue;
            TRY_ASSIGN(auto query, m_runner.connection().gatedQuery(key(), R"(
                SELECT later_operation.kind
                  FROM main.sys_operations AS later_operation
                  JOIN main.sys_journal AS later ON later.operation_id = later_operation.id
                  JOIN main.)" + child + R"( AS child ON child.id = later.row_id
                 WHERE later_operation.id > ?1 AND later_operation.undoes IS NULL
                       AND later_operation.undone_by IS NULL AND later_operation.kind NOT IN (?4, ?5)
                       AND later.action = 1 AND later.table_id = ?2
                       AND child.)" + references->utf8(1) + R"( IN (SELECT row_id FROM main.sys_journal
                                   WHERE operation_id = ?1 AND action = 1 AND table_id = ?3)
                 LIMIT 1)"));
            query->bind(entry.number, int(*table), int(parent)).bindUtf8(printedKind).bindUtf8(toldKind);
            TRY_ASSIGN(const bool found, query->step());
            if (found)
                return refusal("undo.changed_since", query->utf8(0));
        }
    }
    return {};
}

//! What is to be taken back of an operation that was undone and done again is what doing it again wrote.
Result<qint64> Undo::standing(const Entry &entry)
{
    TRY_ASSIGN(auto query, m_runner.connection().gatedQuery(key(), R"(
        SELECT ifnull(max(again.id), ?1)
          FROM main.sys_operations AS undone
          JOIN main.sys_operations AS again ON again.undoes = undone.id
         WHERE undone.undoes = ?1)"));
    query->bind(entry.number);
    TRY(query->step());
    return query->int64(0);
}

Result<const QByteArrayList *> Undo::blobColumns(storage::Table table)
{
    if (const auto known = m_blobColumns.find(table); known != m_blobColumns.end())
        return &known->second;
    const auto gate = m_runner.connection().openGate(key()); // a PRAGMA prepares while it is stepped
    TRY_ASSIGN(auto query, m_runner.connection().gatedQuery(
                               key(), "SELECT name FROM pragma_table_info(?, 'main') WHERE type = 'BLOB'"));
    query->bindUtf8(storage::facts(table).name);
    QByteArrayList columns;
    for (;;) {
        TRY_ASSIGN(const bool row, query->step());
        if (!row)
            return &m_blobColumns.emplace(table, std::move(columns)).first->second;
        columns.append(query->utf8(0));
    }
}

Result<std::vector<Undo::JournalRow>> Undo::journal(qint64 operation)
{
    TRY_ASSIGN(auto query,
               m_runner.connection().gatedQuery(key(), "SELECT table_id, row_id, action, old FROM main.sys_journal"
                                                       " WHERE operation_id = ? ORDER BY seq"));
    query->bind(operation);
    std::vector<JournalRow> rows;
    for (;;) {
        TRY_ASSIGN(const bool row, query->step());
        if (!row)
            return rows;
        rows.push_back({storage::Table(query->int64(0)), query->idBytes(1), int(query->int64(2)),
                        QJsonDocument::fromJson(query->utf8(3)).object()});
    }
}

Result<void> Undo::reverse(WriteContext &context, const JournalRow &row, qint64 operation)
{
    const storage::TableFacts &facts = storage::facts(row.table);
    if (row.action == Inserted) {
        if (facts.merge == storage::MergeClass::Ledger)
            return reverseLedgerRow(context, row.table, row.row);
        return context.rows().takeBackInsert(row.table, row.row, operation);
    }
    if (row.action == Updated)
        return restoreValues(context, row, operation);
    return refusal("undo.not_undoable", facts.name); // rows are never deleted but by erasure, which stays
}

Result<void> Undo::restoreValues(WriteContext &context, const JournalRow &row, qint64 operation)
{
    TRY_ASSIGN(const QByteArrayList *blobs, blobColumns(row.table));
    std::vector<QByteArray> columns;
    std::vector<access::Field> fields;
    columns.reserve(size_t(row.old.size()));
    bool toBin = false;
    for (auto value = row.old.begin(); value != row.old.end(); ++value) {
        if (value.key() == QLatin1String("deleted_at")) {
            toBin = !value->isNull();
            if (!toBin)
                TRY(context.rows().restore(row.table, row.row));
            continue;
        }
        columns.push_back(value.key().toLatin1());
        fields.push_back({columns.back().constData(), toField(*value, blobs->contains(columns.back()))});
    }
    if (!fields.empty())
        TRY(context.rows().update(row.table, row.row, std::span(fields)));
    if (!toBin)
        return {};
    return m_made.contains(row.row) ? context.rows().takeBackInsert(row.table, row.row, operation)
                                    : context.rows().remove(row.table, row.row);
}

Result<void> Undo::markUndone(const Entry &entry)
{
    TRY_ASSIGN(auto mine, m_runner.connection().gatedQuery(
                              key(), "UPDATE main.sys_operations SET undone_by = journal_operation() WHERE id = ?"));
    mine->bind(entry.number);
    TRY(mine->run());
    if (!entry.undoes)
        return {};
    // Taking an undo back makes what it had undone stand again.
    TRY_ASSIGN(auto again,
               m_runner.connection().gatedQuery(key(), "UPDATE main.sys_operations SET undone_by = NULL WHERE id = ?"));
    again->bind(*entry.undoes);
    return again->run();
}

} // namespace thimblely::changes
