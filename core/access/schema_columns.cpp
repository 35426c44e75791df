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

Result<std::shared_ptr<const SchemaColumns>> read(sqlite3 *handle)
{
    TRY_ASSIGN(auto query, storage::Statement::prepare(handle, R"(
        SELECT object.name, entry.name
          FROM main.sqlite_schema AS object LEFT JOIN pragma_table_info(object.name) AS entry
         WHERE object.type IN ('table', 'view')
         ORDER BY object.name, entry.cid)"));
    auto columns = std::make_shared<SchemaColumns>();
    for (;;) {
        TRY_ASSIGN(const bool row, query.step());
        if (!row)
            return std::shared_ptr<const SchemaColumns>(std::move(columns));
        const std::string table = query.utf8(0).toStdString();
        columns->names.insert(foldName(table));
        if (const auto ours = storage::tableFromName(table))
            columns->ofTable[size_t(*ours)].push_back(query.utf8(1).toStdString());
    }
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
