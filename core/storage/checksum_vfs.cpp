// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/storage/checksum_vfs.h"

#include <sqlite3.h>

#include <cstring>
#include <map>
#include <memory>
#include <mutex>
#include <vector>

namespace thimblely::storage {

namespace {

struct ChecksumFile {
    sqlite3_file base;
    int pageSize; // 0 until the header was seen, or where pages reserve no room
    // the file of the VFS below follows
};

sqlite3_file *below(sqlite3_file *file)
{
    return reinterpret_cast<sqlite3_file *>(reinterpret_cast<ChecksumFile *>(file) + 1);
}

sqlite3_vfs *below(sqlite3_vfs *vfs)
{
    return static_cast<sqlite3_vfs *>(vfs->pAppData);
}

//! Two running sums over 32-bit words, each fed by the other, so that swapped words are noticed too.
void computeChecksum(const unsigned char *page, int bytes, unsigned char *result)
{
    quint32 first = 0x7468696dU; // not zero: a page of zeros must not check out
    quint32 second = 0x626c6521U;
    for (int i = 0; i < bytes; i += 8) {
        quint32 words[2];
        std::memcpy(words, page + i, sizeof words);
        first += words[0] + second;
        second += words[1] + first;
    }
    std::memcpy(result, &first, 4);
    std::memcpy(result + 4, &second, 4);
}

//! The first 100 bytes of a database tell its page size and the bytes reserved on each page (SQLite file format 1.3).
void learnHeader(ChecksumFile *file, const unsigned char *header)
{
    if (std::memcmp(header, "SQLite format 3", 16) != 0)
        return;
    const int size = header[16] << 8 | header[17];
    file->pageSize = header[20] == checksumBytes ? (size == 1 ? 65536 : size) : 0;
}

bool isWholePage(const ChecksumFile *file, int amount, sqlite3_int64 offset)
{
    return file->pageSize > 0 && amount == file->pageSize && offset % amount == 0;
}

int fileClose(sqlite3_file *file)
{
    return below(file)->pMethods->xClose(below(file));
}

int fileRead(sqlite3_file *file, void *buffer, int amount, sqlite3_int64 offset)
{
    const int code = below(file)->pMethods->xRead(below(file), buffer, amount, offset);
    if (code != SQLITE_OK)
        return code;
    auto *self = reinterpret_cast<ChecksumFile *>(file);
    const auto *bytes = static_cast<const unsigned char *>(buffer);
    if (offset == 0 && amount >= 100)
        learnHeader(self, bytes);
    if (!isWholePage(self, amount, offset))
        return SQLITE_OK;
    unsigned char expected[checksumBytes];
    computeChecksum(bytes, amount - checksumBytes, expected);
    if (std::memcmp(expected, bytes + amount - checksumBytes, checksumBytes) != 0)
        return SQLITE_IOERR_DATA;
    return SQLITE_OK;
}

int fileWrite(sqlite3_file *file, const void *buffer, int amount, sqlite3_int64 offset)
{
    auto *self = reinterpret_cast<ChecksumFile *>(file);
    const auto *bytes = static_cast<const unsigned char *>(buffer);
    if (offset == 0 && amount >= 100)
        learnHeader(self, bytes);
    if (!isWholePage(self, amount, offset))
        return below(file)->pMethods->xWrite(below(file), buffer, amount, offset);
    thread_local std::vector<unsigned char> page; // SQLite's buffer is not ours to change
    page.assign(bytes, bytes + amount);
    computeChecksum(page.data(), amount - checksumBytes, page.data() + amount - checksumBytes);
    return below(file)->pMethods->xWrite(below(file), page.data(), amount, offset);
}

int fileTruncate(sqlite3_file *file, sqlite3_int64 size)
{
    return below(file)->pMethods->xTruncate(below(file), size);
}

int fileSync(sqlite3_file *file, int flags)
{
    return below(file)->pMethods->xSync(below(file), flags);
}

int fileSize(sqlite3_file *file, sqlite3_int64 *size)
{
    return below(file)->pMethods->xFileSize(below(file), size);
}

int fileLock(sqlite3_file *file, int level)
{
    return below(file)->pMethods->xLock(below(file), level);
}

int fileUnlock(sqlite3_file *file, int level)
{
    return below(file)->pMethods->xUnlock(below(file), level);
}

int fileCheckReservedLock(sqlite3_file *file, int *result)
{
    return below(file)->pMethods->xCheckReservedLock(below(file), result);
}

int fileControl(sqlite3_file *file, int op, void *argument)
{
    return below(file)->pMethods->xFileControl(below(file), op, argument);
}

int fileSectorSize(sqlite3_file *file)
{
    return below(file)->pMethods->xSectorSize(below(file));
}

int fileDeviceCharacteristics(sqlite3_file *file)
{
    return below(file)->pMethods->xDeviceCharacteristics(below(file));
}

int fileShmMap(sqlite3_file *file, int page, int size, int extend, void volatile **mapped)
{
    return below(file)->pMethods->xShmMap(below(file), page, size, extend, mapped);
}

int fileShmLock(sqlite3_file *file, int offset, int count, int flags)
{
    return below(file)->pMethods->xShmLock(below(file), offset, count, flags);
}

void fileShmBarrier(sqlite3_file *file)
{
    below(file)->pMethods->xShmBarrier(below(file));
}

int fileShmUnmap(sqlite3_file *file, int deleteFlag)
{
    return below(file)->pMethods->xShmUnmap(below(file), deleteFlag);
}

// Version 2: shared memory for the WAL, but no xFetch, since a mapped page would be read past the check.
constexpr sqlite3_io_methods methods = {2,
                                        fileClose,
                                        fileRead,
                                        fileWrite,
                                        fileTruncate,
                                        fileSync,
                                        fileSize,
                                        fileLock,
                                        fileUnlock,
                                        fileCheckReservedLock,
                                        fileControl,
                                        fileSectorSize,
                                        fileDeviceCharacteristics,
                                        fileShmMap,
                                        fileShmLock,
                                        fileShmBarrier,
                                        fileShmUnmap,
                                        nullptr,
                                        nullptr};

int vfsOpen(sqlite3_vfs *vfs, sqlite3_filename name, sqlite3_file *file, int flags, int *outFlags)
{
    if ((flags & SQLITE_OPEN_MAIN_DB) == 0)
        return below(vfs)->xOpen(below(vfs), name, file, flags, outFlags);
    std::memset(file, 0, sizeof(ChecksumFile));
    const int code = below(vfs)->xOpen(below(vfs), name, below(file), flags, outFlags);
    // SQLite closes a file whose methods are set even when opening failed.
    file->pMethods = below(file)->pMethods ? &methods : nullptr;
    if (code != SQLITE_OK)
        return code;
    unsigned char header[100];
    if (below(file)->pMethods->xRead(below(file), header, sizeof header, 0) == SQLITE_OK)
        learnHeader(reinterpret_cast<ChecksumFile *>(file), header);
    return SQLITE_OK;
}

int vfsDelete(sqlite3_vfs *vfs, const char *name, int syncFolder)
{
    return below(vfs)->xDelete(below(vfs), name, syncFolder);
}

int vfsAccess(sqlite3_vfs *vfs, const char *name, int flags, int *result)
{
    return below(vfs)->xAccess(below(vfs), name, flags, result);
}

int vfsFullPathname(sqlite3_vfs *vfs, const char *name, int size, char *result)
{
    return below(vfs)->xFullPathname(below(vfs), name, size, result);
}

int vfsRandomness(sqlite3_vfs *vfs, int size, char *result)
{
    return below(vfs)->xRandomness(below(vfs), size, result);
}

int vfsSleep(sqlite3_vfs *vfs, int microseconds)
{
    return below(vfs)->xSleep(below(vfs), microseconds);
}

int vfsCurrentTime(sqlite3_vfs *vfs, double *julianDay)
{
    return below(vfs)->xCurrentTime(below(vfs), julianDay);
}

int vfsGetLastError(sqlite3_vfs *vfs, int size, char *text)
{
    return below(vfs)->xGetLastError(below(vfs), size, text);
}

int vfsCurrentTimeInt64(sqlite3_vfs *vfs, sqlite3_int64 *julianMsecs)
{
    return below(vfs)->xCurrentTimeInt64(below(vfs), julianMsecs);
}

struct Registered {
    QByteArray name;
    sqlite3_vfs vfs;
};

} // namespace

QByteArray registerChecksumVfs(const QByteArray &belowName)
{
    static std::mutex mutex;
    static std::map<QByteArray, std::unique_ptr<Registered>> registry; // SQLite keeps the pointers for good
    const std::scoped_lock lock(mutex);
    auto &entry = registry[belowName];
    if (entry)
        return entry->name;
    sqlite3_vfs *parent = sqlite3_vfs_find(belowName.isEmpty() ? nullptr : belowName.constData());
    if (!parent)
        qFatal("no VFS named %s", belowName.constData());
    entry = std::make_unique<Registered>();
    entry->name = belowName.isEmpty() ? QByteArray("thimblely") : "thimblely-" + belowName;
    sqlite3_vfs &vfs = entry->vfs;
    vfs.iVersion = 2;
    vfs.szOsFile = int(sizeof(ChecksumFile)) + parent->szOsFile;
    vfs.mxPathname = parent->mxPathname;
    vfs.zName = entry->name.constData();
    vfs.pAppData = parent;
    vfs.xOpen = vfsOpen;
    vfs.xDelete = vfsDelete;
    vfs.xAccess = vfsAccess;
    vfs.xFullPathname = vfsFullPathname;
    vfs.xRandomness = vfsRandomness;
    vfs.xSleep = vfsSleep;
    vfs.xCurrentTime = vfsCurrentTime;
    vfs.xGetLastError = vfsGetLastError;
    vfs.xCurrentTimeInt64 = vfsCurrentTimeInt64;
    sqlite3_vfs_register(&vfs, 0);
    return entry->name;
}

} // namespace thimblely::storage
