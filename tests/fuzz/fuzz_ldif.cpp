// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/exchange/ldif.h"
#include "tests/fuzz/fuzz.h"

using namespace thimblely;

//! Any bytes are read or refused; every row is as wide as the headings and stands behind the one before.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const auto book = readLdif(inputOf(data, size));
    if (!book)
        return 0;
    qint64 line = 0;
    for (const CsvRow &row : book->rows) {
        promise(row.cells.size() == book->headings.size() && row.line > line);
        line = row.line;
    }
    return 0;
}
