// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/storage/file_copy.h"

#include "core/storage/byte_copy.h"
#include "core/storage/checksum_vfs.h"
#include "core/storage/connection.h"
#include "core/storage/sqlite_error.h"
#include "core/storage/transaction.h"

#include <QFile>

#include <sqlite3.h>

#include <cstdio>

namespace thimblely::storage {

namespace {

constexpr int pagesAtATime = 4096; // 16 MiB: some hundredths of a second

struct Target {
    sqlite3 *handle = nullptr;
    Target() = default;
    Target(const Target &) = delete;
    Target &operator=(const Target &) = delete;
    ~Target() { sqlite3_close_v2(handle); }
};

Result<void> copyPages(sqlite3_backup *backup, const CopyProgress &progress)
{
    for (;;) {
        const int code = sqlite3_backup_step(backup, progress ? pagesAtATime : -1);
        if (code == SQLITE_DONE)
            return {};
        if (code != SQLITE_OK)
            return errorFromSqlite(code, nullptr);
        const qint64 all = sqlite3_backup_pagecount(backup);
        if (progress && !progress(all - sqlite3_backup_remaining(backup), all))
            return Error{ErrorKind::Cancelled, "storage.copy_stopped", {}, {}};
    }
}

Result<void> writePages(Connection &source, const QString &path, const QByteArray &belowVfs,
                        const CopyProgress &progress)
{
    Target target;
    const QByteArray vfs = registerChecksumVfs(belowVfs);
    const int opened = sqlite3_open_v2(QFile::encodeName(path).constData(), &target.handle,
                                       SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, vfs.constData());
    if (opened != SQLITE_OK)
        return errorFromSqlite(opened, target.handle);
    int reserve = checksumBytes;
    sqlite3_file_control(target.handle, "main", SQLITE_FCNTL_RESERVE_BYTES, &reserve);
    // The header first: of a new file's pages those that leave the cache before it would get no checksum of ours, and
    // what the source has in its log carries an old one.
    const int begun = sqlite3_exec(target.handle, "BEGIN IMMEDIATE; COMMIT", nullptr, nullptr, nullptr);
    if (begun != SQLITE_OK)
        return errorFromSqlite(begun, target.handle);
    // Of one moment: without it every write of somebody else would make the copy begin anew.
    TRY_ASSIGN(const auto moment, ReadTransaction::begin(source));
    sqlite3_backup *backup = sqlite3_backup_init(target.handle, "main", source.handle(), "main");
    if (!backup)
        return errorFromSqlite(sqlite3_extended_errcode(target.handle), target.handle);
    const Result<void> copied = copyPages(backup, progress);
    const int finished =
        sqlite3_backup_finish(backup); // its commit is synced: synchronous is FULL unless told otherwise
    if (!copied && copied.error().kind == ErrorKind::Cancelled)
        return copied.error();
    if (finished != SQLITE_OK)
        return errorFromSqlite(finished, target.handle);
    return copied;
}

Result<void> write(Connection &source, const QString &path, const QByteArray &belowVfs, const CopyProgress &progress,
                   CopyKind kind)
{
    if (belowVfs.isEmpty()) {
        TRY_ASSIGN(const bool copied, copyBytes(source, path, kind, progress));
        if (copied)
            return {};
        QFile::remove(path);
    }
    return writePages(source, path, belowVfs, progress);
}

} // namespace

Result<void> copyFile(Connection &source, const QString &path, const QByteArray &belowVfs, const CopyProgress &progress,
                      CopyKind kind)
{
    const QString making = path + QStringLiteral(".new");
    QFile::remove(making);
    if (const auto written = write(source, making, belowVfs, progress, kind); !written) {
        QFile::remove(making);
        return written.error();
    }
    if (std::rename(QFile::encodeName(making).constData(), QFile::encodeName(path).constData()) != 0)
        return Error{ErrorKind::Io, "storage.cannot_open", {path}, QStringLiteral("rename")};
    return {};
}

} // namespace thimblely::storage
