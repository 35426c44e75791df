// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/archive/archive_folder.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>

#include <cerrno>

namespace thimblely::archive {

namespace {

Error notWritten(const QFileDevice &file)
{
    const bool full = errno == ENOSPC || file.error() == QFileDevice::ResourceError;
    return {full ? ErrorKind::DiskFull : ErrorKind::Io, "archive.not_written", {}, file.errorString()};
}

//! In pieces; nothing where it cannot be opened.
template <typename Take>
Result<std::optional<QByteArray>> readThrough(const QString &path, const Take &take)
{
    constexpr qint64 piece = qint64(1) << 18;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return std::optional<QByteArray>();
    QCryptographicHash hash(QCryptographicHash::Sha256);
    while (!file.atEnd()) {
        const QByteArray bytes = file.read(piece);
        if (bytes.isEmpty())
            return Error{ErrorKind::Io, "archive.not_read", {path}, file.errorString()};
        hash.addData(bytes);
        TRY(take(bytes));
    }
    return std::optional(hash.result());
}

} // namespace

NewFolder::NewFolder(QString path) : m_path(QDir::cleanPath(QFileInfo(path).absoluteFilePath())) {}

Result<void> NewFolder::begin()
{
    if (QFileInfo::exists(m_path))
        return Error{ErrorKind::Conflict, "archive.exists", {QDir::toNativeSeparators(m_path)}, {}};
    m_making.emplace(m_path + QStringLiteral(".unfinished-XXXXXX"));
    if (m_making->isValid())
        return {};
    return Error{ErrorKind::ReadOnly,
                 "archive.read_only",
                 {QDir::toNativeSeparators(QFileInfo(m_path).path())},
                 m_making->errorString()};
}

Result<void> NewFolder::keep()
{
    if (QFileInfo::exists(m_path))
        return Error{ErrorKind::Conflict, "archive.exists", {QDir::toNativeSeparators(m_path)}, {}};
    if (!QDir().rename(m_making->path(), m_path))
        return Error{ErrorKind::Io, "archive.not_written", {}, QStringLiteral("rename")};
    m_making->setAutoRemove(false);
    return {};
}

Result<OutFile> OutFile::create(const QString &path)
{
    OutFile out(path);
    if (!QDir().mkpath(QFileInfo(path).path()) || !out.m_file->open(QIODevice::WriteOnly))
        return notWritten(*out.m_file);
    return out;
}

Result<void> OutFile::flush()
{
    if (m_file->write(m_text) != m_text.size())
        return notWritten(*m_file);
    m_text.resize(0); // keeps its room
    return {};
}

Result<void> OutFile::finish()
{
    TRY(flush());
    if (!m_file->commit())
        return notWritten(*m_file);
    return {};
}

Result<std::optional<QByteArray>> hashOf(const QString &path)
{
    return readThrough(path, [](const QByteArray &) { return Result<void>(); });
}

Result<std::optional<QByteArray>> copyHashed(const QString &from, const QString &to)
{
    TRY_ASSIGN(OutFile out, OutFile::create(to));
    TRY_ASSIGN(const auto sha256, readThrough(from, [&](const QByteArray &bytes) {
                   out.text() += bytes;
                   return out.flushIfLong();
               }));
    if (sha256)
        TRY(out.finish());
    return sha256;
}

} // namespace thimblely::archive
