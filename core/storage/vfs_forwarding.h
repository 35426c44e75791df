// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include <sqlite3.h>

// What a VFS that stands on another one passes on unchanged; who writes one replaces what differs.

namespace thimblely::storage {

/*!
 * The methods of an open file. OwnFile begins with an sqlite3_file; the file of the VFS below lies right behind it, so
 * szOsFile has room for both.
 */
template <typename OwnFile>
struct ForwardingFile {
    static sqlite3_file *below(sqlite3_file *file)
    {
        return reinterpret_cast<sqlite3_file *>(reinterpret_cast<OwnFile *>(file) + 1);
    }

    static int close(sqlite3_file *file) { return below(file)->pMethods->xClose(below(file)); }
    static int read(sqlite3_file *file, void *buffer, int amount, sqlite3_int64 offset)
    {
        return below(file)->pMethods->xRead(below(file), buffer, amount, offset);
    }
    static int write(sqlite3_file *file, const void *buffer, int amount, sqlite3_int64 offset)
    {
        return below(file)->pMethods->xWrite(below(file), buffer, amount, offset);
    }
    static int truncate(sqlite3_file *file, sqlite3_int64 size)
    {
        return below(file)->pMethods->xTruncate(below(file), size);
    }
    static int sync(sqlite3_file *file, int flags) { return below(file)->pMethods->xSync(below(file), flags); }
    static int size(sqlite3_file *file, sqlite3_int64 *size)
    {
        return below(file)->pMethods->xFileSize(below(file), size);
    }
    static int lock(sqlite3_file *file, int level) { return below(file)->pMethods->xLock(below(file), level); }
    static int unlock(sqlite3_file *file, int level) { return below(file)->pMethods->xUnlock(below(file), level); }
    static int checkReservedLock(sqlite3_file *file, int *result)
    {
        return below(file)->pMethods->xCheckReservedLock(below(file), result);
    }
    static int control(sqlite3_file *file, int op, void *argument)
    {
        return below(file)->pMethods->xFileControl(below(file), op, argument);
    }
    static int sectorSize(sqlite3_file *file) { return below(file)->pMethods->xSectorSize(below(file)); }
    static int deviceCharacteristics(sqlite3_file *file)
    {
        return below(file)->pMethods->xDeviceCharacteristics(below(file));
    }
    static int shmMap(sqlite3_file *file, int page, int bytes, int extend, void volatile **mapped)
    {
        return below(file)->pMethods->xShmMap(below(file), page, bytes, extend, mapped);
    }
    static int shmLock(sqlite3_file *file, int offset, int count, int flags)
    {
        return below(file)->pMethods->xShmLock(below(file), offset, count, flags);
    }
    static void shmBarrier(sqlite3_file *file) { below(file)->pMethods->xShmBarrier(below(file)); }
    static int shmUnmap(sqlite3_file *file, int deleteFlag)
    {
        return below(file)->pMethods->xShmUnmap(below(file), deleteFlag);
    }

    //! Version 2: shared memory for the WAL, but no xFetch, since a mapped page would be read past xRead.
    static constexpr sqlite3_io_methods methods()
    {
        return {2,
                close,
                read,
                write,
                truncate,
                sync,
                size,
                lock,
                unlock,
                checkReservedLock,
                control,
                sectorSize,
                deviceCharacteristics,
                shmMap,
                shmLock,
                shmBarrier,
                shmUnmap,
                nullptr,
                nullptr};
    }
};

//! The calls of the VFS itself; Below gives the one it stands on. xOpen is always the caller's own.
template <sqlite3_vfs *(*Below)(sqlite3_vfs *)>
struct ForwardingVfs {
    static int remove(sqlite3_vfs *vfs, const char *name, int syncFolder)
    {
        return Below(vfs)->xDelete(Below(vfs), name, syncFolder);
    }
    static int access(sqlite3_vfs *vfs, const char *name, int flags, int *result)
    {
        return Below(vfs)->xAccess(Below(vfs), name, flags, result);
    }
    static int fullPathname(sqlite3_vfs *vfs, const char *name, int size, char *result)
    {
        return Below(vfs)->xFullPathname(Below(vfs), name, size, result);
    }
    static int randomness(sqlite3_vfs *vfs, int size, char *result)
    {
        return Below(vfs)->xRandomness(Below(vfs), size, result);
    }
    static int sleep(sqlite3_vfs *vfs, int microseconds) { return Below(vfs)->xSleep(Below(vfs), microseconds); }
    static int currentTime(sqlite3_vfs *vfs, double *julianDay)
    {
        return Below(vfs)->xCurrentTime(Below(vfs), julianDay);
    }
    static int lastError(sqlite3_vfs *vfs, int size, char *text)
    {
        return Below(vfs)->xGetLastError(Below(vfs), size, text);
    }
    static int currentTimeInt64(sqlite3_vfs *vfs, sqlite3_int64 *julianMsecs)
    {
        return Below(vfs)->xCurrentTimeInt64(Below(vfs), julianMsecs);
    }

    //! A VFS on `parent` whose files begin with an OwnFile; `name` and what Below needs of `data` must stay for good.
    template <typename OwnFile>
    static sqlite3_vfs on(const sqlite3_vfs *parent, const char *name, void *data)
    {
        sqlite3_vfs vfs{};
        vfs.iVersion = 2;
        vfs.szOsFile = int(sizeof(OwnFile)) + parent->szOsFile;
        vfs.mxPathname = parent->mxPathname;
        vfs.zName = name;
        vfs.pAppData = data;
        vfs.xDelete = remove;
        vfs.xAccess = access;
        vfs.xFullPathname = fullPathname;
        vfs.xRandomness = randomness;
        vfs.xSleep = sleep;
        vfs.xCurrentTime = currentTime;
        vfs.xGetLastError = lastError;
        vfs.xCurrentTimeInt64 = currentTimeInt64;
        return vfs;
    }
};

} // namespace thimblely::storage
