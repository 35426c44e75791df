// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/orders/quote_writer.h"

#include "core/inventory/shop_terms.h"
#include "core/orders/order_reader.h"
#include "core/orders/order_writer.h"

#include <algorithm>

namespace thimblely::orders {

namespace {

using changes::WriteContext;

Error conflict(const char *code)
{
    return {ErrorKind::Conflict, code, {}, {}};
}

//! Whether both are the same work at the same price, whatever was noted of the piece since.
bool isSamePrice(const PieceDraft &one, const PieceDraft &other)
{
    return one.kind == other.kind && one.name == other.name && one.unitPrice == other.unitPrice &&
           one.discount == other.discount && one.quantity == other.quantity && one.tasks == other.tasks &&
           one.inventoryItem == other.inventoryItem;
}

} // namespace

Result<OrderId> quoteOrder(WriteContext &context, const OrderDraft &draft, Date until, const Approvals &approvals)
{
    TRY_ASSIGN(const inventory::ShopTerms terms, inventory::ShopTerms::load(context.connection()));
    const Instant now = context.clock().now();
    if (until < terms.calendar.dayOf(now))
        return Error{ErrorKind::Invalid, "order.quote_until", {}, {}};
    if (draft.pieces.empty())
        return Error{ErrorKind::Invalid, "order.no_pieces", {}, {}};
    const auto unpriced = std::ranges::find_if(draft.pieces, [](const PieceDraft &piece) { return !piece.unitPrice; });
    if (unpriced != draft.pieces.end())
        return Error{ErrorKind::Invalid,
                     "order.quote_unpriced",
                     {QString::number(unpriced - draft.pieces.begin() + 1), unpriced->name},
                     {}};
    OrderDraft offer = draft;
    offer.quote = Quote{now, until};
    offer.depositAsked.reset(); // it is asked for when it is accepted
    offer.payTyped = {};
    return parkOrder(context, offer, approvals);
}

Result<void> declineQuote(WriteContext &context, OrderId quote, const QString &reason)
{
    TRY(context.principal().require(access::Capability::OrdersWrite));
    TRY_ASSIGN(const OrderDetail offer, loadOrder(context.connection(), quote));
    if (offer.status != OrderStatus::Draft || !offer.quote)
        return conflict("order.not_a_quote");
    if (offer.declined)
        return conflict("order.quote_declined");
    if (reason.trimmed().isEmpty())
        return Error{ErrorKind::Invalid, "order.quote_no_reason", {}, {}};
    return context.rows().update(
        storage::Table::Orders, quote,
        {{"quote_declined_at", context.clock().now()}, {"quote_declined_reason", reason.trimmed()}});
}

Result<std::vector<bool>> offeredPrices(access::ScopedConnection &connection, const OrderDraft &draft, Date today)
{
    std::vector<bool> offered(draft.pieces.size(), false);
    if (!draft.continues || !draft.quote)
        return offered;
    const auto offer = loadOrder(connection, *draft.continues);
    if (!offer || !offer->quote || offer->declined || offer->quote->until < today)
        return offered; // whether it is there at all is asked when its place is taken
    std::vector<Piece> left = offer->pieces;
    for (size_t i = 0; i < offered.size(); ++i) {
        const auto same =
            std::ranges::find_if(left, [&](const Piece &piece) { return isSamePrice(piece.facts, draft.pieces[i]); });
        if (same == left.end())
            continue;
        offered[i] = true;
        left.erase(same);
    }
    return offered;
}

} // namespace thimblely::orders
