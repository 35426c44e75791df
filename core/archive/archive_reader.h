// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/archive/archive_writer.h"
#include "core/base/clock.h"

namespace thimblely::archive {

struct ArchiveBroughtIn {
    qint64 rows = 0;
    int pictures = 0;
    int missingPictures = 0; //!< named by a row, and not in the folder
    int papers = 0;
    int papersKept = 0; //!< beside the new file lay others of that name, which were left as they were
};

/*!
 * A new shop's file from a folder of writeArchive(), whole or not at all: every line is looked at, then every reference,
 * then the file is verified as `thimblectl verify` does, and only then it gets its name. Whoever took the export signs in
 * with the new password. It goes on as a new device: every series of numbers in it is closed, so that no number comes
 * twice, whatever the shop went on to do.
 *
 * Errors: Conflict "storage.exists"; NotOurs "archive.not_an_archive", NotFound "archive.no_file"; TooNew
 * "archive.too_new"; Invalid "archive.partial", "archive.row_count" and, with the file's name and the line in args[0] and
 * [1], "archive.line_broken", "archive.line_column", "archive.line_value", "archive.line_order",
 * "archive.line_workspace", "archive.line_reference", "archive.line_refused"; Corrupt "archive.not_whole",
 * "archive.file_changed"; Invalid as validatePassword(); Cancelled. On a thread of its own.
 */
Result<ArchiveBroughtIn> readArchive(const QString &folder, const QString &newFile, const QString &password,
                                     const Clock &clock, const Progress &progress = {});

} // namespace thimblely::archive
