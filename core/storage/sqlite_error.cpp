// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/storage/sqlite_error.h"

#include <sqlite3.h>

namespace thimblely::storage {

namespace {

Error constraintError(int code, const QString &message)
{
    // Our triggers raise dotted names ("member.owner_stays"), which are codes already.
    if (code == SQLITE_CONSTRAINT_TRIGGER && message.contains(u'.') && !message.contains(u' '))
        return {ErrorKind::Conflict, message.toLatin1(), {}, {}};
    return {ErrorKind::Conflict, "storage.constraint", {}, message};
}

} // namespace

Error errorFromSqlite(int code, sqlite3 *handle)
{
    const QString message = QString::fromUtf8(handle ? sqlite3_errmsg(handle) : sqlite3_errstr(code));
    if (code == SQLITE_IOERR_DATA || code == SQLITE_IOERR_CORRUPTFS)
        return {ErrorKind::Corrupt, "storage.damaged_page", {}, message};
    switch (code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return {ErrorKind::Busy, "storage.busy", {}, message};
    case SQLITE_READONLY:
    case SQLITE_PERM:
        return {ErrorKind::ReadOnly, "storage.read_only", {}, message};
    case SQLITE_FULL:
        return {ErrorKind::DiskFull, "storage.disk_full", {}, message};
    case SQLITE_CORRUPT:
        return {ErrorKind::Corrupt, "storage.corrupt", {}, message};
    case SQLITE_NOTADB:
        return {ErrorKind::NotOurs, "storage.no_database", {}, message};
    case SQLITE_AUTH:
        return {ErrorKind::Forbidden, "access.wall", {}, {}}; // its text could name what the wall hides
    case SQLITE_CONSTRAINT:
        return constraintError(code, message);
    case SQLITE_INTERRUPT:
        return {ErrorKind::Cancelled, "storage.interrupted", {}, message};
    case SQLITE_NOMEM:
        return {ErrorKind::Internal, "storage.no_memory", {}, message};
    case SQLITE_TOOBIG:
        return {ErrorKind::Internal, "storage.too_large", {}, message};
    case SQLITE_CANTOPEN:
        return {ErrorKind::Io, "storage.cannot_open", {}, message};
    case SQLITE_IOERR:
        return {ErrorKind::Io, "storage.io", {}, message};
    default:
        // A table-valued pragma that nobody has used before is refused as it is made, and that is told as any error: whether
        // somebody has used it is nobody's business.
        if (message == QLatin1String("not authorized"))
            return {ErrorKind::Forbidden, "access.wall", {}, {}};
        return {ErrorKind::Internal, "storage.sql", {}, message};
    }
}

} // namespace thimblely::storage
