// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/access/privileged/held_rows.h"

#include "core/access/privileged/erasure_reach.h"
#include "core/access/privileged/erasure_rules.h"
#include "core/access/privileged/erasure_sql.h"
#include "core/storage/transaction.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <map>

namespace thimblely::access {

namespace {

constexpr qsizetype pictureBytes = 32;

//! Ids and stamps of the program tell nobody anything.
bool isForReading(const QByteArray &column)
{
    static constexpr const char *never[] = {"origin", "updated_at", "fiscal", "document_sha256", "prev_sha256"};
    return std::ranges::none_of(never, [&](const char *name) { return column == name; });
}

std::optional<QJsonValue> valueOf(const storage::Statement &row, int column)
{
    constexpr int integerType = 1; // as SQLite numbers the types of values
    constexpr int blobType = 4;
    if (row.isNull(column))
        return std::nullopt;
    if (row.columnType(column) == integerType)
        return row.int64(column);
    if (row.columnType(column) != blobType)
        return row.text(column);
    const QByteArray bytes = row.blob(column);
    return bytes.size() == pictureBytes ? std::optional<QJsonValue>(QString::fromLatin1(bytes.toHex())) : std::nullopt;
}

HeldRow heldRow(storage::Table table, const storage::Statement &row)
{
    HeldRow held{table, {}, {}};
    for (int column = 0; column < row.columnCount(); ++column) {
        const QByteArray name = row.columnName(column).toLatin1();
        auto value = valueOf(row, column);
        if (value && isForReading(name))
            held.values.push_back({name, std::move(*value)});
    }
    return held;
}

//! The history has bytes as hexadecimal digits: 32 of them are a row that was meant.
bool isId(const QJsonValue &value)
{
    static const QRegularExpression id(QStringLiteral("^[0-9A-F]{32}$"));
    return value.isString() && id.match(value.toString()).hasMatch();
}

Result<void> addFormer(storage::Connection &connection, std::map<std::pair<int, QByteArray>, HeldRow *> &rows)
{
    return eachRow(connection,
                   "SELECT entry.table_id, entry.row_id, entry.old, operation.happened_at, ifnull(person.full_name, '')"
                   "  FROM temp.going JOIN main.sys_journal AS entry"
                   "       ON entry.row_id = going.id AND entry.old IS NOT NULL AND entry.table_id = going.table_id"
                   "  JOIN main.sys_operations AS operation ON operation.id = entry.operation_id"
                   "  LEFT JOIN main.profiles AS person ON person.id = operation.person_id"
                   " ORDER BY entry.seq DESC",
                   [&](const storage::Statement &entry) {
                       const auto row = rows.find({int(entry.int64(0)), entry.blob(1)});
                       if (row == rows.end())
                           return;
                       const QJsonObject old = QJsonDocument::fromJson(entry.utf8(2)).object();
                       for (auto value = old.begin(); value != old.end(); ++value) {
                           const QByteArray column = value.key().toLatin1();
                           if (!value->isNull() && isForReading(column) && !isId(*value))
                               row->second->former.push_back({entry.instant(3), entry.text(4), {column, *value}});
                       }
                   });
}

} // namespace

Result<std::vector<HeldRow>> heldRows(const storage::OpenOptions &options, const Principal &principal, ClientId client)
{
    TRY(principal.require(Capability::DataExport));
    TRY_ASSIGN(auto connection, storage::Connection::open(options));
    TRY_ASSIGN(const auto moment, storage::ReadTransaction::begin(*connection));
    ErasureReach reach(*connection);
    TRY(reach.find(principal.workspace, client));
    std::vector<HeldRow> held;
    std::vector<std::pair<int, QByteArray>> keys;
    for (const ErasureRule &rule : erasureRules()) {
        TRY(eachRow(
            *connection,
            QByteArray("SELECT * FROM main.") + storage::facts(rule.table).name +
                " WHERE id IN (SELECT id FROM temp.going WHERE table_id = ?) ORDER BY " +
                (rule.table == storage::Table::Clients ? "merged_into_id IS NOT NULL, id" : "id"),
            [&](const storage::Statement &row) {
                held.push_back(heldRow(rule.table, row));
                keys.emplace_back(int(rule.table), row.blob(0));
            },
            int(rule.table)));
    }
    std::map<std::pair<int, QByteArray>, HeldRow *> rows;
    for (size_t i = 0; i < held.size(); ++i)
        rows.emplace(keys[i], &held[i]);
    TRY(addFormer(*connection, rows));
    return held;
}

Result<ClientId> clientNumbered(const storage::OpenOptions &options, const Principal &principal, const QString &number)
{
    TRY(principal.require(Capability::DataExport));
    TRY_ASSIGN(auto connection, storage::Connection::open(options));
    TRY_ASSIGN(auto query, connection->query("SELECT id FROM main.clients WHERE workspace_id = ? AND client_number = ?"
                                             " AND erased_at IS NULL ORDER BY deleted_at IS NOT NULL LIMIT 1"));
    query->bind(principal.workspace, number.trimmed());
    TRY_ASSIGN(const bool found, query->step());
    if (!found)
        return Error{ErrorKind::NotFound, "client.unknown", {}, {}};
    return query->id<ClientId>(0);
}

} // namespace thimblely::access
