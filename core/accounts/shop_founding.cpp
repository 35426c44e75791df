// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/accounts/shop_founding.h"

#include "core/access/session.h"
#include "core/changes/write_door.h"
#include "core/measurements/template_writer.h"

namespace thimblely {

QString accounts::unitCode(UnitSystem units)
{
    return units == UnitSystem::Imperial ? QStringLiteral("imperial") : QStringLiteral("metric");
}

access::NewWorkspace accounts::workspaceOf(const NewShop &shop)
{
    access::NewWorkspace workspace;
    workspace.name = shop.shopName;
    workspace.countryCode = shop.countryCode;
    workspace.currency = shop.currency;
    workspace.locale = shop.locale;
    workspace.timeZone = QString::fromLatin1(shop.timeZone);
    workspace.unitSystem = unitCode(shop.units);
    workspace.receiptMode = QString::fromLatin1(toCode(usualReceiptMode(shop.countryCode)));
    return workspace;
}

Result<void> accounts::furnish(const QString &path, const access::Principal &owner, const Clock &clock)
{
    TRY_ASSIGN(const auto session, access::Session::open(path, owner));
    TRY_ASSIGN(const auto door, changes::WriteDoor::open(*session, clock));
    return changes::await(
        door->write<void>(changes::Operation{"first_start.furnish", {}, false}, measurements::installBuiltinTemplates));
}

} // namespace thimblely
