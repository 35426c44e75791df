// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/access/privileged/file_mark.h"

#include "core/access/privileged/principal_store.h"
#include "core/storage/connection.h"
#include "core/storage/transaction.h"

namespace thimblely::access {

Result<FileMark> readMark(storage::Connection &connection)
{
    FileMark mark;
    {
        TRY_ASSIGN(auto meta, connection.query("SELECT key, value FROM sys_meta"
                                               " WHERE key IN ('device_id', 'file_id', 'machine')"));
        for (;;) {
            TRY_ASSIGN(const bool more, meta->step());
            if (!more)
                break;
            const QByteArray key = meta->utf8(0);
            if (key == "device_id")
                mark.device = meta->id<DeviceId>(1);
            else if (key == "file_id")
                mark.fileId = meta->blob(1);
            else
                mark.machine = meta->blob(1);
        }
    }
    TRY_ASSIGN(auto newest, connection.query("SELECT ifnull(max(id), 0) FROM sys_operations"));
    TRY(newest->step());
    mark.newestOperation = newest->int64(0);
    return mark;
}

Result<void> setMachine(storage::Connection &connection, const QByteArray &machine)
{
    TRY_ASSIGN(auto query, connection.query("INSERT INTO sys_meta (key, value) VALUES ('machine', ?)"
                                            " ON CONFLICT (key) DO UPDATE SET value = excluded.value"));
    query->bindBlob(machine);
    return query->run();
}

Result<void> goOnAs(storage::Connection &connection, DeviceId device, const QByteArray &machine, const QString &name,
                    Instant now)
{
    TRY_ASSIGN(auto transaction, storage::WriteTransaction::begin(connection));
    {
        TRY_ASSIGN(auto series, connection.query("UPDATE sys_series SET closed_at = ? WHERE closed_at IS NULL"));
        series->bind(now);
        TRY(series->run());
        TRY_ASSIGN(auto tries, connection.query("UPDATE auth_users SET failed_attempts = 0, locked_until = NULL"));
        TRY(tries->run());
    }
    TRY(PrincipalStore::setDevice(connection, device, name, now));
    TRY(setMachine(connection, machine));
    return transaction.commit();
}

} // namespace thimblely::access
