// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/access/scoped_connection.h"
#include "core/finance/till.h"

namespace thimblely::finance {

// How an entry of a till is read; for this folder.

//! Entries ("paid") with the names of their order and client; `which`: the rest of the WHERE, and the order.
QByteArray entryQuery(const char *which);
Result<TillEntry> mapEntry(const storage::Statement &row, Currency currency);
constexpr int entryTaxes = 20; //!< the column of entryQuery() that holds the taxes, as order_taxes.h writes them

} // namespace thimblely::finance
