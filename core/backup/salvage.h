// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/access/privileged/file_keeper.h"
#include "core/storage/salvage.h"

#include <QStringList>

#include <functional>

namespace thimblely::backup {

struct Salvaged {
    storage::SalvagedRows rows;
    std::vector<access::ShopFacts> shops;
    std::optional<Instant> newestChange;    //!< when something was last written in what was read
    qint64 missingNumbers = 0;              //!< series of papers with gaps, and tills whose chain lost rows
    std::vector<storage::Problem> problems; //!< that no salvage explains: none, unless the program is at fault
};

//! Told the step that begins: reading, searching, verifying; false stops it (Cancelled "salvage.stopped").
using SalvageProgress = std::function<bool(int step, int steps)>;

/*!
 * Makes a new shop's file from what can be read of a damaged one (storage/salvage.h), whole or not at all, and verifies
 * it. As a restored one it goes on as a new device: with new series of numbers, and with a new chain of its till. Its
 * search entries are made anew where they are missing. The damaged file stays as it is, under its name.
 *
 * Errors: those of salvageRows(); Corrupt "salvage.nobody" where nobody could sign in to what was read; DiskFull
 * "backup.no_room". On a thread of its own.
 */
Result<Salvaged> salvage(const QString &damaged, const QString &newFile, const Clock &clock,
                         const SalvageProgress &progress = {});

//! What came of it in sentences, for people: "2 orders go on without their client." Without any name.
QStringList linesOf(const Salvaged &salvaged);

//! A free name beside the damaged file for what is read of it, which goes on there: the damaged one keeps its own.
QString salvageName(const QString &damaged);

} // namespace thimblely::backup
