// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/base/length.h"
#include "tests/fuzz/fuzz.h"

using namespace thimblely;

//! Any text is a length on the tape or refused, and means the same when it is read again as it was kept.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QString text = QString::fromUtf8(inputOf(data, size));
    for (const LengthUnit unit : {LengthUnit::Centimetre, LengthUnit::Millimetre, LengthUnit::Inch}) {
        const auto typed = TypedLength::parse(text, unit);
        if (!typed)
            continue;
        promise(typed->value.tenthsOfMm() > 0 && typed->value.tenthsOfMm() <= 40'000);
        const auto again = TypedLength::parse(typed->text, unit);
        promise(again.ok() && *again == *typed);
        promise(!toText(typed->value, unit).isEmpty());
    }
    return 0;
}
