// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/workspaces/settings.h"

#include "core/access/natural_ids.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace thimblely::workspaces {

namespace {

constexpr auto table = storage::Table::SysSettings;

QByteArray toText(const QJsonValue &value)
{
    const QByteArray array = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return array.mid(1, array.size() - 2);
}

} // namespace

Result<std::optional<QJsonValue>> setting(access::ScopedConnection &connection, const QString &key)
{
    TRY_ASSIGN(auto query, connection.query("SELECT value FROM sys_settings"
                                            " WHERE key = ? AND person_id IS NULL AND device_id IS NULL"));
    query->bind(key);
    TRY_ASSIGN(const bool found, query->step());
    if (!found)
        return std::optional<QJsonValue>();
    return std::optional(QJsonValue(QJsonDocument::fromJson('[' + query->utf8(0) + ']').array().at(0)));
}

Result<void> setSetting(changes::WriteContext &context, const QString &key, const QJsonValue &value)
{
    TRY_ASSIGN(const auto before, setting(context.connection(), key));
    if (before && *before == value)
        return {};
    const auto id = access::settingId(context.principal().workspace, std::nullopt, std::nullopt, key.toUtf8());
    if (before)
        return context.rows().update(table, id, {{"value", toText(value)}});
    return context.rows().insert(table, id, {{"key", key}, {"value", toText(value)}});
}

} // namespace thimblely::workspaces
