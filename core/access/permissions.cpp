// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/access/permissions.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace thimblely::access {

namespace {

constexpr QLatin1String grantKey("grant");
constexpr QLatin1String refuseKey("refuse");

Result<CapabilitySet> namesIn(const QJsonObject &object, QLatin1String key)
{
    CapabilitySet set;
    const QJsonValue list = object.value(key);
    if (list.isUndefined())
        return set;
    if (!list.isArray())
        return Error{ErrorKind::Invalid, "access.permissions", {key}, {}};
    const QJsonArray entries = list.toArray();
    for (const auto &entry : entries) {
        if (!entry.isString())
            return Error{ErrorKind::Invalid, "access.permissions", {key}, {}};
        if (const auto capability = capabilityFromName(entry.toString().toUtf8()))
            set.add(*capability);
    }
    return set;
}

void put(QJsonObject &object, QLatin1String key, const CapabilitySet &set)
{
    QJsonArray names;
    const QJsonArray before = object.value(key).toArray();
    for (const auto &name : before) {
        if (!capabilityFromName(name.toString().toUtf8()))
            names.append(name);
    }
    for (int each = 0; each < capabilityCount; ++each) {
        if (set.has(Capability(each)))
            names.append(QString::fromLatin1(nameOf(Capability(each))));
    }
    if (names.isEmpty())
        object.remove(key);
    else
        object.insert(key, names);
}

} // namespace

Result<Permissions> Permissions::fromJson(QByteArrayView json)
{
    if (json.isEmpty())
        return Permissions();
    const QJsonDocument document = QJsonDocument::fromJson(json.toByteArray());
    if (!document.isObject())
        return Error{ErrorKind::Invalid, "access.permissions", {}, {}};
    TRY_ASSIGN(const CapabilitySet grants, namesIn(document.object(), grantKey));
    TRY_ASSIGN(const CapabilitySet refusals, namesIn(document.object(), refuseKey));
    return Permissions{grants, refusals};
}

QByteArray Permissions::toJson(QByteArrayView before) const
{
    QJsonObject object = QJsonDocument::fromJson(before.toByteArray()).object();
    put(object, grantKey, grants);
    put(object, refuseKey, refusals);
    return object.isEmpty() ? QByteArray() : QJsonDocument(object).toJson(QJsonDocument::Compact);
}

const CapabilitySet &ownersOnly()
{
    static const CapabilitySet set = {Capability::WorkspaceTransfer, Capability::WorkspaceDelete,
                                      Capability::DataEraseClient};
    return set;
}

const CapabilitySet &neverSingle()
{
    static const CapabilitySet set = ownersOnly() | CapabilitySet{Capability::OwnData, Capability::OrdersReadAssigned};
    return set;
}

} // namespace thimblely::access
