// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/storage/location.h"

#include "core/storage/mount.h"

#include <QDir>
#include <QDirIterator>
#include <QFileInfo>
#include <QStorageInfo>

#include <algorithm>
#include <array>

namespace thimblely::storage {

namespace {

bool isNetwork(const QByteArray &fileSystem)
{
    // As mounts name them on Linux, macOS and Windows; FUSE carries local disks too (ntfs-3g), so by its full name.
    static constexpr auto names = std::to_array<const char *>({"nfs", "nfs4", "cifs", "smb", "smb2", "smb3", "smbfs",
                                                               "afpfs", "webdav", "davfs", "fuse.sshfs", "fuse.davfs2",
                                                               "fuse.rclone", "fuse.gvfsd-fuse", "9p", "afs", "ncpfs"});
    return std::ranges::any_of(names, [&](const char *name) { return fileSystem == name; });
}

bool isSyncedFolder(const QDir &folder)
{
    // What the services leave in the root of what they keep, and the names they give to it.
    static const QStringList marks{QStringLiteral(".dropbox"), QStringLiteral(".dropbox.cache"),
                                   QStringLiteral(".stfolder"), QStringLiteral(".sync_*.db")};
    static constexpr auto names = std::to_array<const char *>(
        {"Dropbox", "OneDrive", "Google Drive", "GoogleDrive", "iCloudDrive", "Nextcloud", "ownCloud", "pCloudDrive"});
    const bool named = std::ranges::any_of(names, [&](const char *name) {
        return folder.dirName() == QLatin1String(name) ||
               folder.dirName().startsWith(QLatin1String(name) + QLatin1String(" -"));
    });
    return named || QDirIterator(folder.path(), marks, QDir::AllEntries | QDir::Hidden).hasNext();
}

Result<void> checkFolder(QDir folder, const QString &path)
{
    // Where a folder is encrypted by gocryptfs, what it writes goes to another one.
    const Mount mount = mountHolding(folder.canonicalPath());
    if (mount.type == QLatin1String("fuse.gocryptfs") && QDir::isAbsolutePath(mount.source) &&
        !mount.source.startsWith(mount.point + u'/'))
        TRY(checkFolder(QDir(mount.source), path));
    if (isNetwork(QStorageInfo(folder).fileSystemType()))
        return Error{ErrorKind::NetworkPath, "storage.network_path", {path}, {}};
    do {
        if (isSyncedFolder(folder))
            return Error{ErrorKind::NetworkPath, "storage.synced_folder", {path}, {}};
    } while (folder.cdUp());
    return {};
}

} // namespace

Result<void> checkLocation(const QString &path)
{
    QDir folder = QFileInfo(path).absoluteDir();
    while (!folder.exists() && folder.cdUp()) {
    }
    return checkFolder(folder, path);
}

} // namespace thimblely::storage
