// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/notifications/kind_switches.h"

#include "core/access/natural_ids.h"

namespace thimblely::notifications {

namespace {

using storage::Table;

constexpr const char *prefix = "notify/";

QByteArray keyOf(NotificationKind kind)
{
    return prefix + toCode(kind);
}

} // namespace

Result<std::set<NotificationKind>> readSwitchedOff(access::ScopedConnection &connection)
{
    // The view has no colleague's.
    TRY_ASSIGN(auto query, connection.query("SELECT key FROM sys_settings WHERE key >= 'notify/' AND key < 'notify0'"
                                            " AND person_id IS NOT NULL AND value = 'false'"));
    std::set<NotificationKind> off;
    for (;;) {
        TRY_ASSIGN(const bool more, query->step());
        if (!more)
            return off;
        if (const auto kind = notificationKindFromCode(query->utf8(0).mid(qsizetype(qstrlen(prefix)))))
            off.insert(*kind);
    }
}

Result<void> switchKind(changes::WriteContext &context, NotificationKind kind, bool on)
{
    const access::Principal &own = context.principal();
    const RowId id = access::settingId(own.workspace, own.person, std::nullopt, keyOf(kind));
    const char *value = on ? "true" : "false";
    TRY_ASSIGN(auto query, context.query("SELECT value FROM sys_settings WHERE id = ?"));
    query->bind(id);
    TRY_ASSIGN(const bool there, query->step());
    if (!there)
        return context.rows().insert(Table::SysSettings, id,
                                     {{"key", keyOf(kind)}, {"person_id", own.person}, {"value", value}});
    return query->utf8(0) == value ? Result<void>() : context.rows().update(Table::SysSettings, id, {{"value", value}});
}

} // namespace thimblely::notifications
