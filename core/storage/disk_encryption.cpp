// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/storage/disk_encryption.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace thimblely::storage {

namespace {

//! A line of mountinfo: proc(5).
struct Mount {
    QString device; //!< "253:1"
    QString point;
    QString type; //!< "ext4"
};

//! Spaces and the like stand there as octal digits after a backslash.
QString unescaped(const QByteArray &text)
{
    QByteArray plain;
    for (qsizetype i = 0; i < text.size(); ++i) {
        bool octal = false;
        const int code = text[i] == '\\' ? text.mid(i + 1, 3).toInt(&octal, 8) : 0;
        plain.append(octal ? char(code) : text[i]);
        i += octal ? 3 : 0;
    }
    return QFile::decodeName(plain);
}

Mount mountOf(const QString &path, const QString &root)
{
    QFile file(root + QStringLiteral("/proc/self/mountinfo"));
    Mount found;
    if (!file.open(QIODevice::ReadOnly))
        return found;
    for (const QByteArray &line : file.readAll().split('\n')) {
        const QByteArrayList words = line.split(' ');
        const qsizetype dash = words.indexOf("-");
        if (words.size() < 6 || dash < 0 || dash + 1 >= words.size())
            continue;
        const QString point = unescaped(words[4]);
        const bool holds = path == point || path.startsWith(point.endsWith(u'/') ? point : point + u'/');
        if (holds && point.size() >= found.point.size()) // of two on one point the later one is seen
            found = {QString::fromLatin1(words[2]), point, QString::fromLatin1(words[dash + 1])};
    }
    return found;
}

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
    const Mount mount = mountOf(root.isEmpty() ? folder : path, root);
    if (mount.type == QLatin1String("ecryptfs"))
        return DiskEncryption::Encrypted;
    const QDir device(root + QStringLiteral("/sys/dev/block/") + mount.device);
    if (mount.device.isEmpty() || !device.exists())
        return DiskEncryption::Unknown;
    return ofDevice(device);
}

} // namespace thimblely::storage
