// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/backup/new_file.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace thimblely::backup {

NewFile::NewFile(const QString &path) : m_path(path), m_making(path + QStringLiteral(".restoring"))
{
    clear();
}

NewFile::~NewFile()
{
    clear();
}

Result<void> NewFile::keep()
{
    // What is still in its log would stay behind: the last connection that closes takes it in.
    if (QFileInfo::exists(m_path))
        return Error{ErrorKind::Conflict, "storage.exists", {m_path}, {}};
    if (QFileInfo(m_making + QStringLiteral("-wal")).size() > 0 || !QFile::rename(m_making, m_path))
        return Error{ErrorKind::Io, "storage.cannot_open", {m_path}, QStringLiteral("rename")};
    return {};
}

void NewFile::clear() const
{
    const QFileInfo making(m_making); // with its log, and the copy from before it was brought up to date
    for (const QString &name : making.absoluteDir().entryList({making.fileName() + u'*'}, QDir::Files))
        QFile::remove(making.absoluteDir().filePath(name));
}

} // namespace thimblely::backup
