// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/access/principal.h"
#include "core/base/result.h"

#include <QString>

#include <functional>

namespace thimblely::archive {

//! What is being done, in parts of a thousand of the whole; false stops it (Cancelled "archive.stopped").
using Progress = std::function<bool(int permille)>;

struct ArchiveMade {
    qint64 rows = 0;
    int pictures = 0;
    int missingPictures = 0; //!< named by a row, and not in the shop's media folder, or changed there
    int papers = 0;
    bool papersLeftOut = false; //!< several shops share the folder of papers: nobody can tell whose each is
    bool complete = true;       //!< false: the role withholds some of it, and no shop can be made from the rest
};

/*!
 * Everything of a workspace that this person may take with them, as a folder that needs no program of ours to be read:
 * a .jsonl for each table (access/privileged/archive_tables.h), schema.json, README.txt, the pictures and papers with
 * their SHA-256. As of one moment, in an order that is the same each time, in memory that does not grow with the rows;
 * under its name when it is whole and on the disk, else not at all.
 *
 * Errors: Forbidden without data:export; Conflict "archive.exists"; ReadOnly "archive.read_only"; DiskFull or Io
 * "archive.not_written"; those of the file. On a thread of its own.
 */
Result<ArchiveMade> writeArchive(const QString &shopFile, const access::Principal &principal, const QString &folder,
                                 const Progress &progress = {});

} // namespace thimblely::archive
