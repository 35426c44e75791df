// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/exchange/import_reader.h"
#include "tests/fuzz/fuzz.h"

using namespace thimblely;

//! Any bytes are taken for something or refused, as each kind of book; what is understood has a name to be known by.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes = inputOf(data, size);
    for (const auto kind : {ImportKind::Clients, ImportKind::Measurements, ImportKind::Products}) {
        const auto file = readImportedFile(QStringLiteral("book.csv"), bytes, kind, {});
        if (!file)
            continue;
        qint64 line = 0;
        for (const ImportEntry &entry : file->entries) {
            promise(entry.line >= line);
            line = entry.line;
            if (const auto *client = std::get_if<ClientEntry>(&entry.content))
                promise(!client->foreignId.isEmpty() && !client->draft.name.isEmpty());
            if (const auto *set = std::get_if<SetEntry>(&entry.content))
                promise(!set->foreignId.isEmpty());
            if (const auto *product = std::get_if<ProductEntry>(&entry.content))
                promise(!product->foreignId.isEmpty() && !product->name.isEmpty());
        }
    }
    return 0;
}
