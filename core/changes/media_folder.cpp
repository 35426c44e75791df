// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/changes/media_folder.h"

#include "core/base/practice_mode.h"
#include "core/changes/removed_file.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QSaveFile>

namespace thimblely::changes {

namespace {

QByteArray hashOf(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

} // namespace

//! A folder for each first byte: some file systems are slow with tens of thousands of files in one.
QString MediaFolder::fileOf(const QString &folder, const QByteArray &sha256)
{
    const QString name = QString::fromLatin1(sha256.toHex());
    return folder + u'/' + name.first(2) + u'/' + name;
}

QString MediaFolder::placeOf(const QByteArray &sha256) const
{
    const QString here = fileOf(m_path, sha256);
    const QString own = practisedFile();
    return own.isEmpty() || QFile::exists(here) ? here : fileOf(folderOf(own), sha256);
}

Result<QByteArray> MediaFolder::put(const QByteArray &bytes) const
{
    const QByteArray sha256 = hashOf(bytes);
    const QString path = fileOf(m_path, sha256);
    if (QFileInfo(path).size() == bytes.size() && QFile::exists(path))
        return sha256;
    if (!QDir().mkpath(QFileInfo(path).path()))
        return Error{ErrorKind::ReadOnly, "media.not_written", {QDir::toNativeSeparators(m_path)}, {}};
    QSaveFile file(path); // commit() syncs it before it gets its name
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return Error{ErrorKind::Io, "media.not_written", {QDir::toNativeSeparators(m_path)}, file.errorString()};
    return sha256;
}

Result<QByteArray> MediaFolder::get(const QByteArray &sha256) const
{
    QFile file(placeOf(sha256));
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorKind::NotFound, "media.missing", {}, file.fileName()};
    QByteArray bytes = file.readAll();
    if (hashOf(bytes) != sha256)
        return Error{ErrorKind::Corrupt, "media.changed", {}, file.fileName()};
    return bytes;
}

Result<void> MediaFolder::remove(const QByteArray &sha256) const
{
    return removeFile(fileOf(m_path, sha256));
}

} // namespace thimblely::changes
