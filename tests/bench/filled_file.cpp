// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "tests/bench/filled_file.h"

#include "core/storage/checksum_vfs.h"
#include "core/storage/migrator.h"

#include <cstdio>

namespace thimblely::bench {

FilledFile::FilledFile()
{
    std::fprintf(stderr, "filling a file with %d clients and %d orders\n", scale.clients, scale.orders);
    valueOf(storage::Migrator(clock).create(path()));
    const QByteArray vfs = storage::registerChecksumVfs();
    Bare filler(path().toStdString(), vfs.constData());
    filler.fill(scale);
    filler.fillSearch();
}

} // namespace thimblely::bench
