// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/storage/transaction.h"

#include "core/base/log.h"
#include "core/storage/connection.h"

#include <sqlite3.h>

#include <utility>

namespace thimblely::storage {

Result<WriteTransaction> WriteTransaction::begin(Connection &connection)
{
    TRY_ASSIGN(auto statement, connection.query("BEGIN IMMEDIATE", Connection::Cache::Gated));
    TRY(statement->run());
    return WriteTransaction(connection);
}

WriteTransaction::WriteTransaction(WriteTransaction &&other) noexcept
    : m_connection(std::exchange(other.m_connection, nullptr))
{}

WriteTransaction::~WriteTransaction()
{
    // SQLite has rolled back by itself after a full disk or an I/O error.
    if (!m_connection || sqlite3_get_autocommit(m_connection->handle()) != 0)
        return;
    auto statement = m_connection->query("ROLLBACK", Connection::Cache::Gated);
    if (!statement || !statement.value()->run())
        qCCritical(lcStorage, "a rollback failed; the file stays as it was at the last commit");
}

Result<void> WriteTransaction::commit()
{
    TRY_ASSIGN(auto statement, m_connection->query("COMMIT", Connection::Cache::Gated));
    TRY(statement->run());
    m_connection = nullptr;
    return {};
}

} // namespace thimblely::storage
