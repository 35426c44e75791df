// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/orders/discount_limit.h"

namespace thimblely::orders {

namespace {

constexpr qint64 basisPoints = 10'000;

Result<qint64> discountLimit(access::ScopedConnection &connection)
{
    TRY_ASSIGN(auto query, connection.query("SELECT discount_limit_bp FROM own_membership WHERE id = ?"));
    query->bind(connection.principal().member);
    TRY_ASSIGN(const bool found, query->step());
    return found ? query->optionalInt64(0).value_or(0) : 0;
}

} // namespace

Result<bool> mayDiscount(access::ScopedConnection &connection, const Money &discount, const Money &gross)
{
    if (connection.principal().can(access::Capability::OrdersDiscount))
        return true;
    TRY_ASSIGN(const qint64 limit, discountLimit(connection));
    return discount.minor() * basisPoints <= gross.minor() * limit;
}

} // namespace thimblely::orders
