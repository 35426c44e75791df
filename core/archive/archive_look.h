// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/backup/restore.h"
#include "core/base/result.h"

#include <QDateTime>
#include <QString>

namespace thimblely::archive {

//! What a folder of writeArchive() holds, before anything is made of it.
struct ArchiveContents {
    QString shop;       //!< its name
    QString person;     //!< who took it, and signs in to what is made of it
    QDateTime madeAt;   //!< of its schema file
    QString zone;       //!< the shop's time zone
    qint64 clients = 0; //!< without those in the bin
    qint64 orders = 0;  //!< that have a number, without those in the bin
    qint64 rows = 0;    //!< of all tables
    qint64 bytes = 0;
};

/*!
 * Counts the lines of every table against the schema and reads whose shop it is. Errors: NotOurs
 * "archive.not_an_archive", TooNew "archive.too_new", Invalid "archive.partial" and "archive.row_count" (args: file, how
 * many there should be, how many there are), NotFound "archive.no_file", Cancelled "archive.stopped". Reads all tables
 * once: on a thread of its own.
 */
Result<ArchiveContents> lookIntoArchive(const QString &folder, const backup::Progress &progress = {});

} // namespace thimblely::archive
