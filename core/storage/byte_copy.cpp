// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/storage/byte_copy.h"

#include "core/storage/checksum_vfs.h"
#include "core/storage/connection.h"
#include "core/storage/sqlite_error.h"
#include "core/storage/transaction.h"
#include "core/storage/vfs_file.h"

#include <QFile>

#include <sqlite3.h>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <vector>

namespace thimblely::storage {

namespace {

constexpr qint64 piece = qint64(1) << 20; // whole pages of each size
constexpr qint64 lockedByte = 0x40000000; // SQLite's file format 1.4: the page on which it lies is never written

//! Keeps others from writing; it writes nothing itself.
class Pause {
public:
    explicit Pause(const QString &path)
    {
        const int opened = sqlite3_open_v2(QFile::encodeName(path).constData(), &m_handle, SQLITE_OPEN_READWRITE,
                                           registerChecksumVfs().constData());
        m_holds =
            opened == SQLITE_OK && sqlite3_exec(m_handle, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr) == SQLITE_OK;
    }
    ~Pause() { sqlite3_close_v2(m_handle); }
    Q_DISABLE_COPY_MOVE(Pause)
    bool holds() const { return m_holds; }

private:
    sqlite3 *m_handle = nullptr;
    bool m_holds = false;
};

//! Whether all of the log was copied back.
bool emptyLog(Connection &source)
{
    int inLog = -1;
    int copied = -1;
    const int code = sqlite3_wal_checkpoint_v2(source.handle(), "main", SQLITE_CHECKPOINT_PASSIVE, &inLog, &copied);
    return code == SQLITE_OK && inLog >= 0 && inLog == copied;
}

//! A read of the connection's that finds everything in the file and nothing in the log.
Result<std::optional<ReadTransaction>> momentInFile(Connection &source)
{
    emptyLog(source); // most of it, while others write
    const Pause pause(source.path());
    if (!pause.holds() || !emptyLog(source))
        return std::optional<ReadTransaction>();
    TRY_ASSIGN(auto moment, ReadTransaction::begin(source));
    TRY_ASSIGN(auto first, source.query("SELECT count(*) FROM sqlite_schema")); // BEGIN alone reads nothing
    TRY(first->step());
    return std::optional(std::move(moment));
}

class Target {
public:
    explicit Target(const QString &path)
        : m_vfs(sqlite3_vfs_find(nullptr)),
          m_name(sqlite3_create_filename(QFile::encodeName(path).constData(), "", "", 0, nullptr)),
          m_memory(size_t(m_vfs->szOsFile) / sizeof(std::max_align_t) + 1)
    {
        m_code = m_vfs->xOpen(m_vfs, m_name, file(), SQLITE_OPEN_MAIN_DB | SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE,
                              nullptr);
        m_isOpen = m_code == SQLITE_OK;
    }
    ~Target()
    {
        if (m_isOpen)
            file()->pMethods->xClose(file());
        sqlite3_free_filename(m_name);
    }
    Q_DISABLE_COPY_MOVE(Target)

    Result<void> opened() const { return result(m_code); }
    Result<void> write(const QByteArray &bytes, qint64 at)
    {
        constexpr qsizetype most = 65536; // at once: of 128 KB and more SQLite's own VFS loses the upper bits
        for (qsizetype from = 0; from < bytes.size(); from += most) {
            const int size = int(std::min(most, bytes.size() - from));
            TRY(result(file()->pMethods->xWrite(file(), bytes.constData() + from, size, at + from)));
        }
        return {};
    }
    Result<void> sync() { return result(file()->pMethods->xSync(file(), SQLITE_SYNC_NORMAL)); }

private:
    static Result<void> result(int code)
    {
        return code == SQLITE_OK ? Result<void>() : Result<void>(errorFromSqlite(code, nullptr));
    }
    sqlite3_file *file() { return reinterpret_cast<sqlite3_file *>(m_memory.data()); }

    sqlite3_vfs *m_vfs;
    sqlite3_filename m_name;
    std::vector<std::max_align_t> m_memory;
    int m_code;
    bool m_isOpen;
};

//! 0 where the pages have no checksum of ours.
int pageSizeIn(const QByteArray &header)
{
    if (header.size() < 100 || header[20] != checksumBytes)
        return 0;
    const int size = uchar(header[16]) << 8 | uchar(header[17]);
    return size == 1 ? 65536 : size;
}

bool doPagesCheckOut(const QByteArray &bytes, qint64 at, int pageSize)
{
    for (qint64 page = 0; page < bytes.size(); page += pageSize) {
        const bool isUnused = at + page == lockedByte / pageSize * pageSize;
        if (!isUnused && !isChecksumRight(reinterpret_cast<const unsigned char *>(bytes.constData()) + page, pageSize))
            return false;
    }
    return true;
}

} // namespace

Result<bool> copyBytes(Connection &source, const QString &path, CopyKind kind, const CopyProgress &progress)
{
    if (sqlite3_get_autocommit(source.handle()) == 0)
        return false;
    TRY_ASSIGN(const auto moment, momentInFile(source));
    VfsFile from;
    if (!moment || !from.open(source.path()))
        return false;
    const int pageSize = pageSizeIn(from.read(0, 100));
    const qint64 size = from.size();
    if (pageSize == 0 || size % pageSize != 0)
        return false;
    Target to(path);
    TRY(to.opened());
    for (qint64 at = 0; at < size; at += piece) {
        const QByteArray bytes = from.read(at, std::min(piece, size - at));
        if (bytes.isEmpty() || bytes.size() % pageSize != 0 || !doPagesCheckOut(bytes, at, pageSize))
            return false;
        TRY(to.write(bytes, at));
        if (progress && !progress((at + bytes.size()) / pageSize, size / pageSize))
            return Error{ErrorKind::Cancelled, "storage.copy_stopped", {}, {}};
    }
    if (kind == CopyKind::Lasting)
        TRY(to.sync());
    return true;
}

} // namespace thimblely::storage
