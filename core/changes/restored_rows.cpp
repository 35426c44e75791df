// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/changes/restored_rows.h"

#include <array>

namespace thimblely::changes {

namespace {

std::array<RestoredRows::Follow, 256> &follows()
{
    static std::array<RestoredRows::Follow, 256> table{};
    return table;
}

} // namespace

RestoredRows::RestoredRows(storage::Table table, Follow function)
{
    follows()[size_t(table)] = function;
}

Result<void> RestoredRows::follow(WriteContext &context, storage::Table table, const IdBytes &row)
{
    const Follow function = follows()[size_t(table)];
    if (!function)
        return {};
    return function(context, row);
}

} // namespace thimblely::changes
