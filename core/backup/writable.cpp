// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/backup/writable.h"

#include <QDir>
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
    QFile file(shopFile);
    if (!file.exists())
        return Error{ErrorKind::NotFound, "storage.away", {QFileInfo(shopFile).absolutePath()}, {}};
    errno = 0;
    if (!file.open(QIODevice::ReadWrite | QIODevice::ExistingOnly))
        return errorOf(errno, file.errorString());
    if (!file.read(16).startsWith("SQLite format 3"))
        return Error{ErrorKind::Io, "storage.io", {}, file.errorString()};
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
