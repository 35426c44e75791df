// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/storage/checksum_vfs.h"

#include "core/storage/sqlite_start.h"
#include "core/storage/vfs_forwarding.h"

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

using Forwarding = ForwardingFile<ChecksumFile>;

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

int fileRead(sqlite3_file *file, void *buffer, int amount, sqlite3_int64 offset)
{
    const int code = Forwarding::read(file, buffer, amount, offset);
    if (code != SQLITE_OK)
        return code;
    auto *self = reinterpret_cast<ChecksumFile *>(file);
    const auto *bytes = static_cast<const unsigned char *>(buffer);
    if (offset == 0 && amount >= 100)
        learnHeader(self, bytes);
    if (!isWholePage(self, amount, offset))
        return SQLITE_OK;
    return isChecksumRight(bytes, amount) ? SQLITE_OK : SQLITE_IOERR_DATA;
}

int fileWrite(sqlite3_file *file, const void *buffer, int amount, sqlite3_int64 offset)
{
    auto *self = reinterpret_cast<ChecksumFile *>(file);
    const auto *bytes = static_cast<const unsigned char *>(buffer);
    if (offset == 0 && amount >= 100)
        learnHeader(self, bytes);
    if (!isWholePage(self, amount, offset))
        return Forwarding::write(file, buffer, amount, offset);
    thread_local std::vector<unsigned char> page; // SQLite's buffer is not ours to change
    page.assign(bytes, bytes + amount);
    computeChecksum(page.data(), amount - checksumBytes, page.data() + amount - checksumBytes);
    return Forwarding::write(file, page.data(), amount, offset);
}

constexpr sqlite3_io_methods methods = [] {
    sqlite3_io_methods result = Forwarding::methods();
    result.xRead = fileRead;
    result.xWrite = fileWrite;
    return result;
}();

int vfsOpen(sqlite3_vfs *vfs, sqlite3_filename name, sqlite3_file *file, int flags, int *outFlags)
{
    if ((flags & SQLITE_OPEN_MAIN_DB) == 0)
        return below(vfs)->xOpen(below(vfs), name, file, flags, outFlags);
    std::memset(file, 0, sizeof(ChecksumFile));
    const int code = below(vfs)->xOpen(below(vfs), name, Forwarding::below(file), flags, outFlags);
    // SQLite closes a file whose methods are set even when opening failed.
    file->pMethods = Forwarding::below(file)->pMethods ? &methods : nullptr;
    if (code != SQLITE_OK)
        return code;
    unsigned char header[100];
    if (Forwarding::read(file, header, sizeof header, 0) == SQLITE_OK)
        learnHeader(reinterpret_cast<ChecksumFile *>(file), header);
    return SQLITE_OK;
}

struct Registered {
    QByteArray name;
    sqlite3_vfs vfs{};
};

} // namespace

bool isChecksumRight(const unsigned char *page, int bytes)
{
    unsigned char expected[checksumBytes];
    computeChecksum(page, bytes - checksumBytes, expected);
    return std::memcmp(expected, page + bytes - checksumBytes, checksumBytes) == 0;
}

QByteArray registerChecksumVfs(const QByteArray &belowName)
{
    static std::mutex mutex;
    static std::map<QByteArray, std::unique_ptr<Registered>> registry; // SQLite keeps the pointers for good
    const std::scoped_lock lock(mutex);
    auto &entry = registry[belowName];
    if (entry)
        return entry->name;
    startSqlite();
    sqlite3_vfs *parent = sqlite3_vfs_find(belowName.isEmpty() ? nullptr : belowName.constData());
    if (!parent)
        qFatal("no VFS named %s", belowName.constData());
    entry = std::make_unique<Registered>();
    entry->name = belowName.isEmpty() ? QByteArray("thimblely") : "thimblely-" + belowName;
    entry->vfs = ForwardingVfs<below>::on<ChecksumFile>(parent, entry->name.constData(), parent);
    entry->vfs.xOpen = vfsOpen;
    sqlite3_vfs_register(&entry->vfs, 0);
    return entry->name;
}

} // namespace thimblely::storage
