// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/exchange/csv.h"
#include "core/exchange/import_file.h"

namespace thimblely::exchange {

/*!
 * A row of an old book by its mapping; internal to this folder, pure. Refused: "table.day" and "table.amount" (args: line,
 * cell), "table.stage" likewise where what stands under "ready" is neither yes nor no. Sums that do not fit together are
 * refused when they are written (notebook_writer.h).
 */
Result<OldOrderEntry> oldOrderOfRow(const CsvRow &row, const TableReading &table);

} // namespace thimblely::exchange
