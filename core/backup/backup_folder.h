// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/backup/backup_code.h"
#include "core/backup/retention.h"
#include "core/base/clock.h"

#include <QString>

#include <set>
#include <vector>

namespace thimblely::backup {

//! A backup that lies in a folder, as its head says; nobody has vouched for it before it is opened.
struct BackupFile {
    QString path;
    QByteArray fileId; //!< of the shop's file it was made of
    BackupKey key;
    Instant madeAt;
    qint64 size; //!< bytes
    std::vector<QByteArray> pictures = {};
};

/*!
 * A folder or stick with backups, "SHOP 2026-11-26 1802.thimblebackup", of one or of several shops, and the pictures
 * they share, each once and sealed to the same key, in "pictures-KEY". Foreign and unreadable files in it are left alone. Any thread.
 */
class BackupFolder {
public:
    //! `root`: as volumeRoot() was when the folder was seen last; empty: it is taken as it is found.
    explicit BackupFolder(QString path, QString root = {}) : m_path(std::move(path)), m_root(std::move(root)) {}

    const QString &path() const { return m_path; }
    /*!
     * Errors: NotFound "backup.no_folder" (a stick that is not there), NotFound "backup.stick_away" where only the empty
     * folder is left on which the stick's volume is mounted, ReadOnly "backup.read_only_folder".
     */
    Result<void> check() const;
    //! Where the volume begins that the folder is on; empty where it is not there.
    QString volumeRoot() const;
    //! Whether it is on the same volume as `file`, and goes with it.
    bool isOnVolumeOf(const QString &file) const;
    //! Bytes that can be written there.
    qint64 room() const;
    //! The newest first; of one shop's file, or of all.
    std::vector<BackupFile> backups(const QByteArray &fileId = {}) const;
    //! A name that no file there has yet. What a file system would not take is left out of the shop's name.
    QString newName(const QString &shop, Instant at, const QTimeZone &zone) const;

    //! What was never finished of this shop's, since the program was killed.
    void removeUnchecked(const QByteArray &fileId) const;
    bool hasPicture(const BackupKey &key, const QByteArray &sha256) const;
    QString pictureFile(const BackupKey &key, const QByteArray &sha256) const;
    /*!
     * Takes away this shop's backups that are not to be kept (retention.h), then the pictures that no backup left there
     * names. Gives how many backups went.
     */
    Result<int> prune(const QByteArray &fileId, Instant now, const QTimeZone &zone,
                      const Retention &retention = {}) const;

private:
    Result<void> prunePictures() const;

    QString m_path;
    QString m_root;
};

inline constexpr char backupSuffix[] = ".thimblebackup";
inline constexpr char uncheckedSuffix[] = ".unchecked"; //!< behind it, until it was read back

} // namespace thimblely::backup
