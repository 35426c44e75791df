// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/changes/write_context.h"
#include "core/storage/catalogue.h"

namespace thimblely::changes {

//! `data` of an activity that was written along with a row of money: it is taken back with that row, not by itself.
inline constexpr char writtenWithRow[] = R"({"with":"transaction"})";

/*!
 * Writes the row that takes back the effect of a row of a ledger (transactions, inventory_movements, sys_activity),
 * which itself is never changed: an equal and opposite one, or for an activity the state before it.
 */
Result<void> reverseLedgerRow(WriteContext &context, storage::Table table, const IdBytes &row);

} // namespace thimblely::changes
