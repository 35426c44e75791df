// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/access/temp_views.h"

#include <sqlite3.h>

#include <utility>

namespace thimblely::access {

TempViews::TempViews(storage::Connection &connection) : m_connection(&connection)
{
    letWriteSchema(true);
}

TempViews::TempViews(TempViews &&other) noexcept
    : m_connection(std::exchange(other.m_connection, nullptr)), m_insert(std::move(other.m_insert))
{}

TempViews::~TempViews()
{
    if (m_connection)
        letWriteSchema(false);
}

void TempViews::letWriteSchema(bool may)
{
    sqlite3_db_config(m_connection->handle(), SQLITE_DBCONFIG_DEFENSIVE, may ? 0 : 1, nullptr);
    sqlite3_db_config(m_connection->handle(), SQLITE_DBCONFIG_WRITABLE_SCHEMA, may ? 1 : 0, nullptr);
}

Result<TempViews> TempViews::begin(storage::Connection &connection)
{
    TempViews views(connection);
    TRY(connection.executeScript("BEGIN"));
    TRY_ASSIGN(views.m_insert, storage::Statement::prepare(connection.handle(), R"(
        INSERT INTO temp.sqlite_schema (type, name, tbl_name, rootpage, sql) VALUES ('view', ?1, ?1, 0, ?2))"));
    return views;
}

Result<void> TempViews::add(const std::string &name, const std::string &select)
{
    m_insert->bindUtf8(name).bindUtf8("CREATE VIEW " + name + " AS " + select);
    return m_insert->run();
}

Result<void> TempViews::commit()
{
    m_insert.reset();
    // Another number of the schema: SQLite reads it anew before the next statement.
    return m_connection->executeScript(
        "PRAGMA temp.schema_version = 1; COMMIT; SELECT 1 FROM temp.sqlite_schema LIMIT 1;");
}

} // namespace thimblely::access
