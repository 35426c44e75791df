// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/accounts/own_sign_ins_service.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace thimblely {

namespace {

using changes::Operation;
using changes::WriteContext;
using storage::Table;

constexpr const char *endKind = "sign_in.end";
constexpr const char *endOthersKind = "sign_in.end_others";

// The view has the person's own only.
constexpr const char *openOnes = R"(
    SELECT id, device_info, created_at, ifnull(last_activity_at, created_at)
      FROM auth_sessions
     WHERE revoked_at IS NULL AND expires_at > ?
     ORDER BY 4 DESC, id)";

OwnSignIn signInOf(const storage::Statement &row, DeviceId device)
{
    const QJsonObject info = QJsonDocument::fromJson(row.utf8(1)).object();
    return {row.id<RowId>(0),
            info[QLatin1String("computer")].toString(),
            info[QLatin1String("program")].toString(),
            info[QLatin1String("seat")].toInt(),
            info[QLatin1String("device")].toString() == device.toString(),
            info[QLatin1String("account")].toString(),
            row.instant(2),
            row.instant(3)};
}

Result<std::vector<OwnSignIn>> read(access::ScopedConnection &connection, Instant now)
{
    TRY_ASSIGN(auto query, connection.query(openOnes));
    query->bind(now);
    std::vector<OwnSignIn> found;
    for (;;) {
        TRY_ASSIGN(const bool row, query->step());
        if (!row)
            return found;
        found.push_back(signInOf(*query, connection.principal().device));
    }
}

Result<void> endOne(WriteContext &context, RowId signIn)
{
    return context.rows().update(Table::AuthSessions, signIn, {{"revoked_at", context.clock().now()}});
}

} // namespace

Result<std::vector<OwnSignIn>> OwnSignInsService::open() const
{
    return read(m_session.reader(), m_door.clock().now());
}

QFuture<Result<void>> OwnSignInsService::end(RowId signIn)
{
    return m_door.write<void>(Operation{endKind, {}, false},
                              [signIn](WriteContext &context) { return endOne(context, signIn); });
}

QFuture<Result<int>> OwnSignInsService::endOthers(RowId here)
{
    return m_door.write<int>(Operation{endOthersKind, {}, false}, [here](WriteContext &context) -> Result<int> {
        TRY_ASSIGN(const std::vector<OwnSignIn> all, read(context.connection(), context.clock().now()));
        int ended = 0;
        for (const OwnSignIn &each : all) {
            if (each.id == here)
                continue;
            TRY(endOne(context, each.id));
            ++ended;
        }
        return ended;
    });
}

} // namespace thimblely
