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

Result<ReadTransaction> ReadTransaction::begin(Connection &connection)
{
    if (sqlite3_get_autocommit(connection.handle()) == 0)
        return ReadTransaction(nullptr);
    TRY(connection.query("COMMIT", Connection::Cache::Gated)); // prepared now, while it may be
    TRY_ASSIGN(auto statement, connection.query("BEGIN", Connection::Cache::Gated));
    TRY(statement->run());
    return ReadTransaction(&connection);
}

ReadTransaction::ReadTransaction(ReadTransaction &&other) noexcept
    : m_connection(std::exchange(other.m_connection, nullptr))
{}

ReadTransaction::~ReadTransaction()
{
    if (!m_connection)
        return;
    auto statement = m_connection->query("COMMIT", Connection::Cache::Gated);
    if (!statement || !statement.value()->run())
        qCCritical(lcStorage, "a read could not be ended; what is written meanwhile stays unseen here");
}

} // namespace thimblely::storage
