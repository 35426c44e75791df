// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/backup/backup_folder.h"

#include <functional>

namespace thimblely::backup {

//! What is being done, in parts of a thousand of the whole; false stops it (Cancelled).
using Progress = std::function<bool(int permille)>;

struct BackupMade {
    QString path;
    Instant madeAt = Instant(0);
    qint64 size = 0;         //!< bytes of the sealed file
    int pictures = 0;        //!< sealed for the first time
    int missingPictures = 0; //!< named by a row, and not in the shop's media folder
    int gone = 0;            //!< older backups that were let go
};

/*!
 * A sealed copy of a shop's file, as of one moment, in a folder: made while others work in the shop, under another name
 * until it is whole and on the disk, then read back from there, opened, and its file verified (core/storage/verify.h).
 * Only then are older ones let go. While it is made a copy lies beside the shop's file, for nobody but its owner to read,
 * which needs as much room once more; what a killed program left of one goes with the next, or by removeLeftCopy().
 *
 * Errors: Busy "backup.running" while another window makes one; NotFound "backup.no_code" before a code was chosen, "backup.no_folder", "backup.stick_away"; ReadOnly; DiskFull "backup.no_room"
 * (args: the folder, megabytes that are missing); Io "backup.not_written"; Corrupt "backup.file_damaged" where the shop's
 * file is: the backup is kept and no older one goes; Corrupt "backup.damaged" where it does not read back: it is taken
 * away. Privileged, without the wall: for the program itself and who may make backups. On a thread of its own.
 */
Result<BackupMade> makeBackup(const QString &shopFile, const BackupFolder &folder, const Clock &clock,
                              const Progress &progress = {});

//! Takes away the copy that a program which was killed has left, unless another one is at work on it.
void removeLeftCopy(const QString &shopFile);

//! Whether a code was chosen for this file; and choosing one, after which backups are sealed to it.
Result<bool> hasBackupCode(const QString &shopFile);
Result<void> setBackupCode(const QString &shopFile, const QString &code);

} // namespace thimblely::backup
