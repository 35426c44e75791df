// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/access/privileged/file_keeper.h"
#include "core/backup/backup_writer.h"

namespace thimblely::backup {

//! What a backup holds, as it was sealed.
struct BackupContents {
    Instant madeAt = Instant(0);
    std::vector<access::ShopFacts> shops;
    qint64 size = 0;        //!< bytes of the file it restores
    QByteArray sha256 = {}; //!< of that file; empty: it was sealed without
    qint64 pictures = 0;
};

/*!
 * What it holds, said by what was sealed with it, once all of it was read: whole, unchanged and the very file that was
 * sealed. As slow as reading it. Errors: those of SealedReader (sealed_stream.h), NotFound "backup.no_file", Cancelled
 * "backup.stopped".
 */
Result<BackupContents> lookInto(const QString &backup, const QString &code, const Progress &progress = {});

struct Restored {
    BackupContents contents;
    int missingPictures = 0; //!< that do not lie with the backup, or cannot be opened
};

/*!
 * Makes a new shop's file from a backup, whole or not at all: unsealed under another name, compared to the byte, brought
 * up to date, verified, and its pictures put beside it. It goes on as a new device: every series of numbers in it is
 * closed, so that no number of an invoice comes twice, whatever the shop went on to do after the backup was made.
 *
 * Errors beside those of lookInto(): Conflict "storage.exists" where there is a file of that name; DiskFull
 * "backup.no_room"; Corrupt "backup.damaged"; TooNew of the file. On a thread of its own.
 */
Result<Restored> restore(const QString &backup, const QString &code, const QString &newFile, const Clock &clock,
                         const Progress &progress = {});

} // namespace thimblely::backup
