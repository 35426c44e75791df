// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "app/thimblectl/new_file.h"

#include <QFile>

namespace thimblectl {

NewFile::NewFile(const QString &path) : m_path(path), m_isOurs(!QFile::exists(path)) {}

NewFile::~NewFile()
{
    if (!m_isOurs)
        return;
    for (const char *suffix : {"", "-wal", "-shm", "-journal"})
        QFile::remove(m_path + QLatin1String(suffix));
}

} // namespace thimblectl
