// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/storage/statement.h"

#include <optional>
#include <vector>

namespace thimblely::inventory {

//! All rows of a bound query, each through `map` (Statement & -> Result<Row>).
template <typename Row, typename Map>
Result<std::vector<Row>> readRows(storage::Statement &query, Map map)
{
    std::vector<Row> rows;
    for (;;) {
        TRY_ASSIGN(const bool more, query.step());
        if (!more)
            return rows;
        TRY_ASSIGN(Row row, map(query));
        rows.push_back(std::move(row));
    }
}

//! The first row of a bound query, or none.
template <typename Row, typename Map>
Result<std::optional<Row>> readRow(storage::Statement &query, Map map)
{
    TRY_ASSIGN(const bool found, query.step());
    if (!found)
        return std::optional<Row>();
    TRY_ASSIGN(Row row, map(query));
    return std::optional<Row>(std::move(row));
}

} // namespace thimblely::inventory
