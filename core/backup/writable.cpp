// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/backup/writable.h"

#include "core/storage/vfs_file.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryFile>

#include <cerrno>
#include <unistd.h>

namespace thimblely::backup {

namespace {

constexpr qint64 roomAsked = qint64(1) << 20; // as much as a busy minute writes

Error errorOf(int number, const QString &text)
{
    if (number == ENOSPC || number == EDQUOT)
        return {ErrorKind::DiskFull, "storage.disk_full", {}, text};
    if (number == EROFS || number == EACCES || number == EPERM)
        return {ErrorKind::ReadOnly, "storage.read_only", {}, text};
    return {ErrorKind::Io, "storage.io", {}, text};
}

} // namespace

std::optional<Error> whyNotWritable(const QString &shopFile)
{
    if (!QFileInfo::exists(shopFile))
        return Error{ErrorKind::NotFound, "storage.away", {QFileInfo(shopFile).absolutePath()}, {}};
    if (::access(QFile::encodeName(shopFile).constData(), R_OK | W_OK) != 0)
        return errorOf(errno, {});
    storage::VfsFile file;
    if (!file.open(shopFile) || !file.read(0, 16).startsWith("SQLite format 3"))
        return Error{ErrorKind::Io, "storage.io", {}, {}};
    QTemporaryFile beside(QFileInfo(shopFile).absoluteDir().filePath(QStringLiteral(".thimblely-XXXXXX")));
    errno = 0;
    if (!beside.open())
        return errorOf(errno, beside.errorString());
    const bool written = beside.write(QByteArray(roomAsked, '\0')) == roomAsked && beside.flush();
    const int number = errno;
    if (!written)
        return errorOf(beside.error() == QFileDevice::ResourceError ? ENOSPC : number, beside.errorString());
    if (::fsync(beside.handle()) != 0)
        return errorOf(errno, {});
    return {};
}

} // namespace thimblely::backup
