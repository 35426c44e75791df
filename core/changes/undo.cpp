// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/changes/undo.h"

#include "core/changes/ledger_reversal.h"
#include "core/changes/restored_rows.h"

#include <QJsonArray>
#include <QJsonDocument>

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
    for (const QJsonValue &value : array)
        args.append(value.toString());
    return args;
}

//! A journalled value as it goes back into its column: ids stand as hexadecimal digits in the journal.
access::FieldValue toField(const QJsonValue &value, bool isId)
{
    if (value.isNull())
        return std::nullopt;
    if (value.isDouble())
        return value.toInteger();
    if (!isId)
        return value.toString();
    const auto id = RowId::parse(value.toString());
    return id ? access::FieldValue(*id) : access::FieldValue(value.toString());
}

bool isIdColumn(const QString &column)
{
    return column.endsWith(QLatin1String("_id")) || column.endsWith(QLatin1String("_by")) ||
           column == QLatin1String("assigned_to");
}

} // namespace

Result<Undo::Entry> Undo::entry(const char *condition, const std::function<void(storage::Statement &)> &bind)
{
    const QByteArray sql = QByteArray("SELECT id, uid, kind, label, undoable, undoes, undone_by"
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
    return Entry{query->int64(0),         query->id<OperationId>(1),  query->utf8(2),
                 query->utf8(3),          query->boolean(4),          query->optionalInt64(5),
                 query->optionalInt64(6)};
}

Result<ChangeSet> Undo::undoNewest()
{
    const Instant oldest = m_runner.clock().now().plusMsecs(-daysBack * 86'400'000);
    TRY_ASSIGN(const Entry newest,
               entry("undoes IS NULL AND undone_by IS NULL AND happened_at >= ?3",
                     [oldest](storage::Statement &statement) { statement.bind(oldest); }));
    return takeBack(newest, "undo:" + newest.kind);
}

Result<ChangeSet> Undo::undo(OperationId operation)
{
    TRY_ASSIGN(const Entry named,
               entry("uid = ?3", [&](storage::Statement &statement) { statement.bind(operation); }));
    if (named.undoneBy)
        return refusal("undo.done", named.kind);
    return takeBack(named, "undo:" + named.kind);
}

Result<ChangeSet> Undo::redoNewest()
{
    // Only while nothing new was done since the undo: what came after it would be overwritten otherwise.
    TRY_ASSIGN(const Entry newest,
               entry("(undoes IS NULL OR (kind GLOB 'undo:*' AND undone_by IS NULL))", [](storage::Statement &) {}));
    if (!newest.undoes)
        return refusal("redo.nothing");
    return takeBack(newest, "redo:" + newest.kind.mid(int(qstrlen("undo:"))));
}

Result<ChangeSet> Undo::takeBack(const Entry &entry, const QByteArray &kind)
{
    if (!entry.undoable)
        return refusal("undo.not_undoable", entry.kind);
    TRY(refuseIfChangedSince(entry));
    TRY_ASSIGN(const std::vector<JournalRow> rows, journal(entry.number));
    const Operation operation{kind, argsOf(entry.label), true};
    return m_runner.run(
        operation,
        [&](WriteContext &context) -> Result<void> {
            for (auto row = rows.rbegin(); row != rows.rend(); ++row)
                TRY(reverse(context, *row));
            for (const JournalRow &row : rows)
                TRY(RestoredRows::follow(context, row.table, row.row));
            return markUndone(entry);
        },
        entry.number);
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
         LIMIT 1)"));
    query->bind(entry.undoes ? *entry.undoes : entry.number);
    TRY_ASSIGN(const bool found, query->step());
    if (found)
        return refusal("undo.changed_since", query->utf8(0));
    return {};
}

Result<std::vector<Undo::JournalRow>> Undo::journal(qint64 operation)
{
    TRY_ASSIGN(auto query, m_runner.connection().gatedQuery(
                               key(), "SELECT table_id, row_id, action, old FROM main.sys_journal"
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

Result<void> Undo::reverse(WriteContext &context, const JournalRow &row)
{
    const storage::TableFacts &facts = storage::facts(row.table);
    if (row.action == Inserted) {
        if (facts.merge == storage::MergeClass::Ledger)
            return reverseLedgerRow(context, row.table, row.row);
        return context.rows().takeBackInsert(row.table, row.row);
    }
    if (row.action == Updated)
        return restoreValues(context, row);
    return refusal("undo.not_undoable", facts.name); // rows are never deleted but by erasure, which stays
}

Result<void> Undo::restoreValues(WriteContext &context, const JournalRow &row)
{
    std::vector<QByteArray> columns;
    std::vector<access::Field> fields;
    columns.reserve(size_t(row.old.size()));
    for (auto value = row.old.begin(); value != row.old.end(); ++value) {
        if (value.key() == QLatin1String("deleted_at")) {
            TRY(value->isNull() ? context.rows().restore(row.table, row.row)
                                : context.rows().remove(row.table, row.row));
            continue;
        }
        columns.push_back(value.key().toLatin1());
        fields.push_back({columns.back().constData(), toField(*value, isIdColumn(value.key()))});
    }
    if (fields.empty())
        return {};
    return context.rows().update(row.table, row.row, std::span(fields));
}

Result<void> Undo::markUndone(const Entry &entry)
{
    TRY_ASSIGN(auto mine, m_runner.connection().gatedQuery(
                              key(), "UPDATE main.sys_operations SET undone_by ="
                                     " (SELECT operation_id FROM main.sys_current_operation) WHERE id = ?"));
    mine->bind(entry.number);
    TRY(mine->run());
    if (!entry.undoes)
        return {};
    // Taking an undo back makes what it had undone stand again.
    TRY_ASSIGN(auto again, m_runner.connection().gatedQuery(
                               key(), "UPDATE main.sys_operations SET undone_by = NULL WHERE id = ?"));
    again->bind(*entry.undoes);
    return again->run();
}

} // namespace thimblely::changes
