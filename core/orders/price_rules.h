// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/changes/write_context.h"
#include "core/orders/order.h"

namespace thimblely::orders {

using Approvals = access::Approvals;

//! Less than the person may ask by themself, of one piece or of the order's rush.
struct PriceBreach {
    access::Capability needs;
    std::optional<size_t> piece; //!< its place in the draft; none: rush
    Money asked;
    Money due; //!< without it
};

//! What requirePrices() would want approved; for who asks for it, and on any connection's thread.
Result<std::vector<PriceBreach>> priceBreaches(access::ScopedConnection &connection, const OrderDraft &draft,
                                               Currency currency, const std::vector<bool> &agreed = {});

//! What the price list asks of each piece, where that is more than the draft does; whoever asks.
Result<std::vector<std::optional<Money>>> listedAbove(access::ScopedConnection &connection, const OrderDraft &draft,
                                                      Currency currency);

/*!
 * Whether this person may ask these prices. The row writer sees single columns and cannot tell; so every operation that
 * writes prices of an order asks here first. Forbidden with orders:discount where a discount goes beyond the member's
 * limit (workspace_members.discount_limit_bp, none is zero); with orders:price_override where a piece, or a task that
 * names a line of the price list, costs less than the list says, or rush less than the shop charges for it: less by
 * another price is a discount all the same.
 * More than the list is nobody's loss and free.
 *
 * What the person may not ask, an approval for it lets through (access/approval.h); none is spent unless all that is
 * needed is there. Gives who approved, by piece; empty where nobody had to.
 *
 * `agreed`: pieces whose prices were asked before (an offer that stands) and are not asked about again; empty: none.
 */
Result<std::vector<std::optional<PersonId>>> requirePrices(changes::WriteContext &context, const OrderDraft &draft,
                                                           Currency currency, const Approvals &approvals = {},
                                                           const std::vector<bool> &agreed = {});

} // namespace thimblely::orders
