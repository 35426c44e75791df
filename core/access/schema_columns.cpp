// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/access/schema_columns.h"

#include "core/access/wall.h"
#include "core/storage/statement.h"

#include <algorithm>
#include <map>
#include <mutex>

namespace thimblely::access {

namespace {

struct Known {
    std::mutex mutex;
    std::map<std::pair<QByteArray, qint64>, std::shared_ptr<const SchemaColumns>> byFile;
};

Known &known()
{
    static Known instance;
    return instance;
}

//! Which file it is, wherever it lies, and the number of its schema.
Result<std::pair<QByteArray, qint64>> identityOf(sqlite3 *handle)
{
    TRY_ASSIGN(auto file, storage::Statement::prepare(handle, "SELECT value FROM main.sys_meta WHERE key = 'file_id'"));
    TRY_ASSIGN(const bool found, file.step());
    TRY_ASSIGN(auto version, storage::Statement::prepare(handle, "PRAGMA main.schema_version"));
    TRY(version.step());
    return std::pair(found ? file.blob(0) : QByteArray(), version.int64(0));
}

Result<std::vector<std::string>> columnsOf(sqlite3 *handle, const char *table)
{
    TRY_ASSIGN(auto query, storage::Statement::prepare(handle, QByteArray("PRAGMA main.table_info(") + table + ')'));
    std::vector<std::string> columns;
    for (;;) {
        TRY_ASSIGN(const bool row, query.step());
        if (!row)
            return columns;
        columns.push_back(query.utf8(1).toStdString());
    }
}

//! Not by the pragma's table: the connection that has used it once, and no other, would know it behind the wall.
Result<std::shared_ptr<const SchemaColumns>> read(sqlite3 *handle)
{
    TRY_ASSIGN(auto query, storage::Statement::prepare(
                               handle, "SELECT name FROM main.sqlite_schema WHERE type IN ('table', 'view')"));
    auto columns = std::make_shared<SchemaColumns>();
    for (;;) {
        TRY_ASSIGN(const bool row, query.step());
        if (!row)
            break;
        columns->names.insert(foldName(query.utf8(0).toStdString()));
    }
    for (const storage::TableFacts &facts : storage::catalogue()) {
        TRY_ASSIGN(columns->ofTable[size_t(facts.table)], columnsOf(handle, facts.name));
    }
    return std::shared_ptr<const SchemaColumns>(std::move(columns));
}

} // namespace

bool SchemaColumns::has(storage::Table table, std::string_view column) const
{
    const auto &columns = of(table);
    return std::ranges::find(columns, column) != columns.end();
}

Result<std::shared_ptr<const SchemaColumns>> schemaColumns(sqlite3 *handle)
{
    TRY_ASSIGN(const auto identity, identityOf(handle));
    const std::lock_guard lock(known().mutex);
    auto &byFile = known().byFile;
    if (const auto found = byFile.find(identity); found != byFile.end() && !identity.first.isEmpty())
        return found->second;
    TRY_ASSIGN(auto columns, read(handle));
    byFile[identity] = columns;
    return columns;
}

} // namespace thimblely::access
