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

} // namespace thimblely::storage
