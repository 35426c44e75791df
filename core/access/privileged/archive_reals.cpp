// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/access/privileged/archive_reals.h"

#include <sqlite3.h>

namespace thimblely::access {

double realAt(const storage::Statement &row, int column)
{
    return sqlite3_column_double(row.handle(), column);
}

void bindReal(storage::Statement &statement, int parameter, double value)
{
    statement.bindNull(); // counts the placeholder
    sqlite3_bind_double(statement.handle(), parameter, value);
}

} // namespace thimblely::access
