// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/changes/write_context.h"
#include "core/exchange/import_file.h"
#include "core/exchange/import_memory.h"
#include "core/exchange/import_report.h"
#include "core/exchange/ready_clients.h"

namespace thimblely::exchange {

// Entries of foreign files as rows of ours, inside an operation; internal to this folder. What was read before is known
// again by sys_import: unchanged where the file says the same, changed where it says something else, and what an import
// that was taken back had brought in is brought in again. A file brings nothing back that somebody put into the bin.

Result<RowFate> store(changes::WriteContext &context, const ClientEntry &entry, const ReadyEntry &ready,
                      ImportMemory &memory);
//! `clientsMade` is counted up where the person was not known.
Result<RowFate> store(changes::WriteContext &context, const SetEntry &entry, int &clientsMade);
Result<RowFate> store(changes::WriteContext &context, const ProductEntry &entry);
//! Conflict "table.order_differs" where it came in before and the file says something else of it now: what was booked is
//! changed where it is worked with. `clientsMade` as above.
Result<RowFate> store(changes::WriteContext &context, const OldOrderEntry &entry, int &clientsMade);
//! One of a series takes its place there where the series is here too.
Result<RowFate> store(changes::WriteContext &context, const EventEntry &entry);

} // namespace thimblely::exchange
