// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/storage/disk_encryption.h"

#include "core/storage/mount.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace thimblely::storage {

namespace {

//! A device and what it lies on: a volume of LVM on a LUKS partition is encrypted as well.
DiskEncryption ofDevice(const QDir &device)
{
    QFile uuid(device.filePath(QStringLiteral("dm/uuid")));
    if (uuid.open(QIODevice::ReadOnly) && uuid.readAll().startsWith("CRYPT-"))
        return DiskEncryption::Encrypted;
    const QDir slaves(device.filePath(QStringLiteral("slaves")));
    const QStringList below = slaves.entryList(QDir::AllEntries | QDir::NoDotAndDotDot);
    for (const QString &name : below) {
        if (ofDevice(QDir(slaves.filePath(name))) != DiskEncryption::Encrypted)
            return DiskEncryption::Plain; // a part of it is readable
    }
    return below.isEmpty() ? DiskEncryption::Plain : DiskEncryption::Encrypted;
}

} // namespace

DiskEncryption diskEncryptionOf(const QString &path, const QString &root)
{
    const QFileInfo there(path);
    const QString folder = there.isDir() ? there.canonicalFilePath() : there.dir().canonicalPath();
    const Mount mount = mountHolding(root.isEmpty() ? folder : path, root);
    if (mount.type == QLatin1String("ecryptfs") || mount.type == QLatin1String("fuse.gocryptfs"))
        return DiskEncryption::Encrypted;
    const QDir device(root + QStringLiteral("/sys/dev/block/") + mount.device);
    if (mount.device.isEmpty() || !device.exists())
        return DiskEncryption::Unknown;
    return ofDevice(device);
}

} // namespace thimblely::storage
