// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/result.h"

namespace thimblely::storage {

class Connection;

/*!
 * BEGIN IMMEDIATE … COMMIT; without commit() the destructor rolls back. Immediate, because a read followed by a write
 * under a plain BEGIN fails at once with "locked", whatever the busy time.
 */
class WriteTransaction {
public:
    static Result<WriteTransaction> begin(Connection &connection);
    WriteTransaction(WriteTransaction &&other) noexcept;
    WriteTransaction &operator=(WriteTransaction &&) = delete;
    WriteTransaction(const WriteTransaction &) = delete;
    WriteTransaction &operator=(const WriteTransaction &) = delete;
    ~WriteTransaction();

    Result<void> commit();

private:
    explicit WriteTransaction(Connection &connection) : m_connection(&connection) {}
    Connection *m_connection; // null once committed or moved from
};

/*!
 * One moment of the file for several reads: what is committed meanwhile is in all of them or in none. It also takes the
 * file's lock once instead of once for each statement. Within a transaction it changes nothing.
 */
class ReadTransaction {
public:
    static Result<ReadTransaction> begin(Connection &connection);
    ReadTransaction(ReadTransaction &&other) noexcept;
    ReadTransaction &operator=(ReadTransaction &&) = delete;
    ReadTransaction(const ReadTransaction &) = delete;
    ReadTransaction &operator=(const ReadTransaction &) = delete;
    ~ReadTransaction();

private:
    explicit ReadTransaction(Connection *connection) : m_connection(connection) {}
    Connection *m_connection; // null within another one, or moved from
};

} // namespace thimblely::storage
