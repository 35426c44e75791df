// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/storage/sqlite_start.h"

#include "core/base/log.h"
#include "core/storage/heap_budget.h"

#include <sqlite3.h>

namespace thimblely::storage {

void startSqlite()
{
    static const bool once = [] {
        // To know how much it has allocated, SQLite would take a lock at each allocation.
        const bool set = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0) == SQLITE_OK && HeapBudget::install();
        if (!set)
            qCCritical(lcStorage, "SQLite was in use before it was set up: no statement has a limit of memory");
        return set;
    }();
    Q_UNUSED(once);
}

} // namespace thimblely::storage
