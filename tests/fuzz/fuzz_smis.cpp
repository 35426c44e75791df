// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/exchange/smis.h"
#include "tests/fuzz/fuzz.h"

using namespace thimblely;

//! Any bytes are read or refused, and what was read can be written and read again with the same amounts.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const auto file = readSmis(inputOf(data, size));
    if (!file)
        return 0;
    const auto again = readSmis(writeSmis(*file));
    promise(again.ok() && again->values.size() == file->values.size());
    for (qsizetype i = 0; i < again->values.size(); ++i) {
        promise(again->values[i].value.code == file->values[i].value.code);
        promise(again->values[i].value.amount == file->values[i].value.amount);
    }
    return 0;
}
