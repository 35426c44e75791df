// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/exchange/vcard.h"
#include "tests/fuzz/fuzz.h"

using namespace thimblely;

//! Any bytes are read or refused, and what was read can be written and read again with the same number of contacts.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const auto file = readVCards(inputOf(data, size));
    if (!file)
        return 0;
    promise(!file->contacts.isEmpty() || !file->refused.isEmpty());
    if (file->contacts.isEmpty())
        return 0;
    for (const VCardVersion version : {VCardVersion::V30, VCardVersion::V40}) {
        const auto again = readVCards(writeVCards(file->contacts, version));
        promise(again.ok() && again->contacts.size() == file->contacts.size() && again->refused.isEmpty());
        for (qsizetype i = 0; i < again->contacts.size(); ++i)
            promise(again->contacts[i].fullName == file->contacts[i].fullName &&
                    again->contacts[i].note == file->contacts[i].note);
    }
    return 0;
}
