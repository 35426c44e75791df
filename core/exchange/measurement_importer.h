// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/changes/write_door.h"
#include "core/exchange/import_report.h"

#include <QStringList>

namespace thimblely {

/*!
 * Measurement sets from the ANSUR II survey (.csv) and from SeamlyMe and Valentina (.smis, .vit); the people they are of
 * become clients ("ANSUR 10037") where they are not known yet. Otherwise as ClientImporter.
 */
class MeasurementImporter {
public:
    explicit MeasurementImporter(changes::WriteDoor &door) : m_door(door) {}
    //! `paths`: files, or folders of which every fitting file is taken, in the order of their names.
    Result<ImportReport> importFiles(const QStringList &paths, bool dryRun = false,
                                     const ImportProgress &progress = {});

private:
    changes::WriteDoor &m_door;
};

} // namespace thimblely
