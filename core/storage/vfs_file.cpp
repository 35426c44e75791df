// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/storage/vfs_file.h"

#include "core/storage/sqlite_start.h"

#include <QFile>
#include <QFileInfo>

#include <sqlite3.h>

#include <algorithm>
#include <cstddef>
#include <vector>

namespace thimblely::storage {

struct VfsFile::State {
    std::vector<std::max_align_t> memory; // of SQLite's file object
    sqlite3_filename name = nullptr;      // SQLite keeps it as long as the file is open
    bool isOpen = false;

    sqlite3_file *file() { return reinterpret_cast<sqlite3_file *>(memory.data()); }
};

VfsFile::VfsFile() : m_state(std::make_unique<State>()) {}

VfsFile::~VfsFile()
{
    if (m_state->isOpen)
        m_state->file()->pMethods->xClose(m_state->file());
    if (m_state->name)
        sqlite3_free_filename(m_state->name);
}

bool VfsFile::open(const QString &path)
{
    startSqlite();
    sqlite3_vfs *vfs = sqlite3_initialize() == SQLITE_OK ? sqlite3_vfs_find(nullptr) : nullptr;
    if (!vfs || m_state->name || !QFileInfo(path).isFile())
        return false;
    m_state->name = sqlite3_create_filename(QFile::encodeName(path).constData(), "", "", 0, nullptr);
    m_state->memory.resize(size_t(vfs->szOsFile) / sizeof(std::max_align_t) + 1);
    m_state->isOpen = m_state->name && vfs->xOpen(vfs, m_state->name, m_state->file(),
                                                  SQLITE_OPEN_READONLY | SQLITE_OPEN_MAIN_DB, nullptr) == SQLITE_OK;
    return m_state->isOpen;
}

qint64 VfsFile::size() const
{
    sqlite3_int64 bytes = -1;
    if (m_state->isOpen)
        m_state->file()->pMethods->xFileSize(m_state->file(), &bytes);
    return bytes;
}

QByteArray VfsFile::read(qint64 at, qint64 bytes) const
{
    const qint64 there = std::min(bytes, size() - at);
    if (there <= 0)
        return {};
    QByteArray part(there, Qt::Uninitialized);
    const int code = m_state->file()->pMethods->xRead(m_state->file(), part.data(), int(there), at);
    return code == SQLITE_OK ? part : QByteArray();
}

} // namespace thimblely::storage
