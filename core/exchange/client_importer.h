// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/changes/write_door.h"
#include "core/exchange/import_report.h"

#include <QStringList>

namespace thimblely {

/*!
 * Clients from vCard files (2.1, 3.0, 4.0). One operation per file, known again by UID, else by what the card says, so a
 * file read twice doubles nothing. Blocks its thread: run it off the GUI thread, over a door of Durability::Import.
 * A file that cannot be read is one refusal; Forbidden without data:import, Cancelled where the progress said stop.
 */
class ClientImporter {
public:
    explicit ClientImporter(changes::WriteDoor &door) : m_door(door) {}
    //! With `dryRun` everything is done and nothing kept. `paths`: files, or folders of which every fitting file is taken, in the order of their names.
    Result<ImportReport> importFiles(const QStringList &paths, bool dryRun = false,
                                     const ImportProgress &progress = {});

private:
    changes::WriteDoor &m_door;
};

} // namespace thimblely
