// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/finance/refund_rights.h"

#include "core/access/refund_limit.h"
#include "core/inventory/shop_terms.h"

namespace thimblely::finance {

namespace {

using access::Capability;

Result<qint64> allowanceToday(access::ScopedConnection &connection, const Clock &clock)
{
    TRY_ASSIGN(const auto terms, inventory::ShopTerms::load(connection));
    return access::refundAllowance(connection, terms.calendar.dayOf(clock.now()));
}

} // namespace

Result<bool> mayGiveBack(access::ScopedConnection &connection, const Money &amount, const Clock &clock)
{
    if (connection.principal().can(Capability::OrdersRefund))
        return true;
    TRY_ASSIGN(const qint64 left, allowanceToday(connection, clock));
    return left > 0 && amount.minor() <= left;
}

Result<std::optional<PersonId>> requireGiveBack(changes::WriteContext &context, const Money &amount,
                                                const std::optional<access::Approval> &approval)
{
    TRY_ASSIGN(const bool alone, mayGiveBack(context.connection(), amount, context.clock()));
    if (alone)
        return std::optional<PersonId>();
    return context.require(Capability::OrdersRefund, approval);
}

Result<void> requireAnyGiveBack(changes::WriteContext &context, const std::optional<access::Approval> &approval)
{
    if (context.principal().can(Capability::OrdersRefund) || approval)
        return {};
    TRY_ASSIGN(const qint64 left, allowanceToday(context.connection(), context.clock()));
    return left > 0 ? Result<void>() : context.principal().require(Capability::OrdersRefund);
}

} // namespace thimblely::finance
