// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/inventory/shop_terms.h"

#include "core/access/scoped_connection.h"

namespace thimblely::inventory {

Result<ShopTerms> ShopTerms::load(access::ScopedConnection &connection)
{
    TRY_ASSIGN(auto query, connection.query(R"(
        SELECT currency, time_zone, day_starts_at, country_code, locale
          FROM workspaces
         WHERE id = ?)"));
    query->bind(connection.principal().workspace);
    TRY_ASSIGN(const bool found, query->step());
    if (!found)
        return Error{ErrorKind::NotFound, "workspace.not_found", {}, {}};
    TRY_ASSIGN(const Currency currency, Currency::parse(query->text(0)));
    TRY_ASSIGN(ShopCalendar calendar, ShopCalendar::make(query->utf8(1), QTime::fromString(query->text(2), u"HH:mm")));
    return ShopTerms{currency, std::move(calendar), query->text(3), query->text(4)};
}

} // namespace thimblely::inventory
