// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/exchange/csv.h"
#include "core/exchange/import_types.h"

#include <vector>

namespace thimblely {

//! The rows of any table, all as wide as its headings.
struct ForeignTable {
    QByteArray encoding;  //!< it was read in
    char delimiter = 0;   //!< 0: it is made of records (LDIF)
    QStringList headings; //!< each once; "Column 1" … where the file has none
    std::vector<CsvRow> rows;
    std::vector<CsvRow> tooWide;  //!< rows that say more than there are headings for
    std::vector<Refusal> refused; //!< rows that cannot be taken apart
};

struct TableOptions {
    QByteArray encoding = {}; //!< empty: guessed
    char delimiter = 0;       //!< 0: guessed
};

/*!
 * Reads a table of cells. Its first row are the headings, unless it holds what only data holds (an address of mail, a
 * number to dial); lines of remarks before them, each behind a '#', are passed over. A row that is shorter than the headings is filled up, as spreadsheets leave out what is empty. The whole file is refused with "table.empty" and what
 * CsvReader and readText() refuse. Pure, thread-safe.
 */
Result<ForeignTable> readForeignTable(const QByteArray &file, const TableOptions &options = {});

} // namespace thimblely
