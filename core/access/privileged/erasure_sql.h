// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/storage/connection.h"

namespace thimblely::access {

//! A statement without rows, with what is bound to it.
template <typename... Values>
Result<void> runSql(storage::Connection &connection, QByteArrayView sql, const Values &...values)
{
    TRY_ASSIGN(auto query, connection.query(sql));
    query->bind(values...);
    return query->run();
}

//! Calls `read` for each row.
template <typename Read, typename... Values>
Result<void> eachRow(storage::Connection &connection, QByteArrayView sql, const Read &read, const Values &...values)
{
    TRY_ASSIGN(auto query, connection.query(sql));
    query->bind(values...);
    for (;;) {
        TRY_ASSIGN(const bool row, query->step());
        if (!row)
            return {};
        read(*query);
    }
}

} // namespace thimblely::access
