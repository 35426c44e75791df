// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/access/privileged/archive_tables.h"

#include "core/access/policy.h"
#include "core/access/privileged/erasure_sql.h"

#include <QRegularExpression>

#include <algorithm>

namespace thimblely::access {

namespace {

using T = storage::Table;

struct OwnTable {
    const char *name;
    const char *columns;
    const char *order;
};

constexpr OwnTable ownTables[] = {
    {"sys_devices", "id name first_seen_at", "id"},
    {"sys_series", "device_id kind series period next_number newest_issue_at", "kind series period"},
    {"sys_import", "format kind foreign_id row_id content_sha256", "format kind foreign_id"},
    {"sys_media", "sha256 mime size thumbnail bytes created_at", "sha256"},
    {"sys_operations", "id uid person_id device_id kind label happened_at undoable undoes undone_by remote", "id"},
    {"sys_journal", "seq operation_id table_id action row_id old", "seq"},
};

struct LeftOutColumn {
    T table;
    const char *name;
};

//! Beside what no view shows to anybody (the policy's column groups).
constexpr LeftOutColumn leftOutColumns[] = {
    {T::SocialMediaConnections, "access_token_ref"},
    {T::SocialMediaConnections, "refresh_token_ref"},
    {T::CommunicationChannels, "credentials_ref"},
    {T::AuthUsers, "last_sign_in_at"}, // of this computer, and each sign-in changes it
    {T::AuthUsers, "updated_at"},
};

bool isLeftOut(T table, const QByteArray &column)
{
    const ColumnGroup *group = groupOf(table, std::string_view(column.constData(), size_t(column.size())));
    if (group && !group->view)
        return true;
    return std::ranges::any_of(leftOutColumns,
                               [&](const LeftOutColumn &each) { return each.table == table && column == each.name; });
}

Result<QByteArrayList> jsonColumns(storage::Connection &connection, const QByteArray &table)
{
    static const QRegularExpression check(QStringLiteral("json_valid\\((\\w+)\\)"));
    QByteArrayList columns;
    TRY(eachRow(
        connection, "SELECT sql FROM main.sqlite_schema WHERE type = 'table' AND name = ?",
        [&](const storage::Statement &row) {
            auto found = check.globalMatch(row.text(0));
            while (found.hasNext())
                columns.append(found.next().captured(1).toLatin1());
        },
        QString::fromLatin1(table)));
    return columns;
}

Result<void> readColumns(storage::Connection &connection, ArchiveTable &table, const QByteArrayList &wanted)
{
    TRY_ASSIGN(const QByteArrayList json, jsonColumns(connection, table.name));
    return eachRow(
        connection, "SELECT name, type, \"notnull\" FROM pragma_table_info(?) ORDER BY cid",
        [&](const storage::Statement &row) {
            const QByteArray name = row.utf8(0);
            if (table.domain ? isLeftOut(*table.domain, name) : !wanted.contains(name))
                table.leftOut.append(name);
            else
                table.columns.push_back({name, row.utf8(1), row.boolean(2), json.contains(name)});
        },
        QString::fromLatin1(table.name));
}

bool has(const ArchiveTable &table, const QByteArrayList &columns)
{
    return std::ranges::all_of(columns, [&](const QByteArray &name) {
        return std::ranges::find(table.columns, name, &ArchiveColumn::name) != table.columns.end();
    });
}

Result<void> readKeys(storage::Connection &connection, ArchiveTable &table)
{
    TRY(eachRow(
        connection,
        "SELECT (SELECT group_concat(name, ' ') FROM (SELECT name FROM pragma_index_info(list.name) ORDER BY seqno))"
        "  FROM pragma_index_list(?) AS list WHERE list.\"unique\" = 1 AND list.partial = 0 ORDER BY list.name",
        [&](const storage::Statement &row) {
            const QByteArrayList columns = row.utf8(0).split(' ');
            if (has(table, columns))
                table.unique.push_back(columns);
        },
        QString::fromLatin1(table.name)));
    qint64 last = -1;
    return eachRow(
        connection, "SELECT id, \"table\", \"from\", \"to\" FROM pragma_foreign_key_list(?) ORDER BY id, seq",
        [&](const storage::Statement &row) {
            if (!has(table, {row.utf8(2)}))
                return;
            if (row.int64(0) != last)
                table.references.push_back({{}, row.utf8(1), {}});
            last = row.int64(0);
            table.references.back().columns.append(row.utf8(2));
            table.references.back().to.append(row.utf8(3));
        },
        QString::fromLatin1(table.name));
}

Result<ArchiveTable> read(storage::Connection &connection, ArchiveTable table, const QByteArrayList &wanted)
{
    TRY(readColumns(connection, table, wanted));
    TRY(readKeys(connection, table));
    return table;
}

} // namespace

Result<std::vector<ArchiveTable>> archiveTables(storage::Connection &connection)
{
    std::vector<ArchiveTable> tables;
    for (const storage::TableFacts &facts : storage::catalogue()) {
        TRY_ASSIGN(ArchiveTable table, read(connection, {facts.name, facts.table, {}, {"id"}}, {}));
        tables.push_back(std::move(table));
    }
    for (const OwnTable &own : ownTables) {
        TRY_ASSIGN(ArchiveTable table, read(connection, {own.name, {}, {}, QByteArray(own.order).split(' ')},
                                            QByteArray(own.columns).split(' ')));
        tables.push_back(std::move(table));
    }
    tables.push_back({"people_elsewhere", {}, {{"id", "BLOB", true, false}}, {"id"}});
    return tables;
}

QByteArrayList tablesThatStay()
{
    return {
        "sys_meta",          "sys_migrations",   "sys_current_operation", "sys_drafts", // of this file and computer
        "sys_daily_totals",  "sys_order_payers",                                        // derived: worked out again
        "sys_search_scopes", "sys_search",       "sys_search_fts"                       // the search: made anew
    };
}

} // namespace thimblely::access
