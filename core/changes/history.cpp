// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/changes/history.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <limits>
#include <utility>

namespace thimblely::changes {

namespace {

// The columns that readOperation() reads, in its order.
constexpr char operationColumns[] = R"(
    operation.id, operation.uid, operation.kind, operation.label, operation.person_id, person.full_name,
    operation.device_id, operation.happened_at, operation.undone_by IS NOT NULL, operation.remote)";
constexpr int operationColumnCount = 10;

// As SQLite numbers the types of values.
constexpr int integerType = 1;
constexpr int blobType = 4;

QJsonValue valueOf(const storage::Statement &row, int column)
{
    if (row.isNull(column))
        return QJsonValue::Null;
    if (row.columnType(column) == integerType)
        return row.int64(column);
    if (row.columnType(column) == blobType)
        return QString::fromLatin1(row.blob(column).toHex().toUpper());
    return row.text(column);
}

} // namespace

Result<QString> History::deviceName(DeviceId device)
{
    TRY_ASSIGN(auto query, m_session.reader().gatedQuery(access::GateKey(),
                                                         "SELECT ifnull(name, '') FROM main.sys_devices WHERE id = ?"));
    query->bind(device);
    TRY_ASSIGN(const bool found, query->step());
    return found ? query->text(0) : QString();
}

Result<History::Operation> History::readOperation(storage::Statement &row)
{
    QStringList args;
    const QJsonArray label = QJsonDocument::fromJson(row.utf8(3)).array();
    for (const auto &value : label)
        args.append(value.toString());
    TRY_ASSIGN(QString device, deviceName(row.id<DeviceId>(6)));
    return Operation{row.int64(0), row.id<OperationId>(1), row.utf8(2),    std::move(args), row.optionalId<PersonId>(4),
                     row.text(5),  std::move(device),      row.instant(7), row.boolean(8),  row.boolean(9)};
}

Result<History::Page> History::operations(std::optional<qint64> before, int limit)
{
    TRY(m_session.principal().require(access::Capability::HistoryRead));
    TRY_ASSIGN(auto query, m_session.reader().query(QByteArray("SELECT ") + operationColumns + R"(
          FROM history AS operation LEFT JOIN profiles AS person ON person.id = operation.person_id
         WHERE operation.id < ?
         ORDER BY operation.id DESC
         LIMIT ?)"));
    query->bind(before.value_or(std::numeric_limits<qint64>::max()), limit + 1);
    Page page;
    for (;;) {
        TRY_ASSIGN(const bool found, query->step());
        if (!found)
            return page;
        if (int(page.rows.size()) == limit) {
            page.next = page.rows.back().number;
            return page;
        }
        TRY_ASSIGN(Operation operation, readOperation(*query));
        page.rows.push_back(std::move(operation));
    }
}

Result<std::vector<History::Row>> History::changesOf(OperationId operation)
{
    TRY(m_session.principal().require(access::Capability::HistoryRead));
    TRY_ASSIGN(auto query, m_session.reader().query(R"(
        SELECT change.table_id, change.row_id, change.action
          FROM history AS operation JOIN history_changes AS change ON change.operation_id = operation.id
         WHERE operation.uid = ?
         ORDER BY change.seq)"));
    query->bind(operation);
    std::vector<Row> rows;
    for (;;) {
        TRY_ASSIGN(const bool found, query->step());
        if (!found)
            return rows;
        rows.push_back({storage::Table(query->int64(0)), query->id<RowId>(1), Action(query->int64(2))});
    }
}

//! The row as it stands, for the value that the newest change led to; empty where it cannot be read.
Result<QJsonObject> History::present(storage::Table table, RowId row)
{
    TRY_ASSIGN(auto query,
               m_session.reader().query(QByteArray("SELECT * FROM ") + storage::facts(table).name + " WHERE id = ?"));
    query->bind(row);
    TRY_ASSIGN(const bool found, query->step());
    QJsonObject values;
    for (int column = 0; found && column < query->columnCount(); ++column)
        values.insert(query->columnName(column), valueOf(*query, column));
    return values;
}

Result<std::vector<History::Change>> History::ofRow(storage::Table table, RowId row)
{
    TRY(m_session.principal().require(access::Capability::HistoryRead));
    TRY_ASSIGN(QJsonObject later, present(table, row));
    TRY_ASSIGN(auto query, m_session.reader().query(QByteArray("SELECT ") + operationColumns + R"(, change.action,
               change.old
          FROM history_changes AS change JOIN history AS operation ON operation.id = change.operation_id
               LEFT JOIN profiles AS person ON person.id = operation.person_id
         WHERE change.row_id = ? AND change.table_id = ?
         ORDER BY change.seq DESC)"));
    query->bind(row, int(table));
    std::vector<Change> changes;
    for (;;) {
        TRY_ASSIGN(const bool found, query->step());
        if (!found)
            return changes;
        TRY_ASSIGN(Operation operation, readOperation(*query));
        Change change{std::move(operation), Action(query->int64(operationColumnCount)), {}};
        const QJsonObject old = QJsonDocument::fromJson(query->utf8(operationColumnCount + 1)).object();
        for (auto value = old.begin(); value != old.end(); ++value) {
            const auto after = later.constFind(value.key());
            change.values.push_back({value.key().toLatin1(), *value,
                                     after == later.constEnd() ? std::nullopt : std::optional<QJsonValue>(*after)});
            later.insert(value.key(), *value);
        }
        changes.push_back(std::move(change));
    }
}

} // namespace thimblely::changes
