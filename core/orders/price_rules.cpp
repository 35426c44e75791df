// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/orders/price_rules.h"

#include "core/orders/order_totals.h"

namespace thimblely::orders {

namespace {

using access::Capability;
using changes::WriteContext;

constexpr qint64 basisPoints = 10'000;

Result<qint64> discountLimit(WriteContext &context)
{
    TRY_ASSIGN(auto query, context.query("SELECT discount_limit_bp FROM workspace_members WHERE id = ?"));
    query->bind(context.principal().member);
    TRY_ASSIGN(const bool found, query->step());
    return found ? query->optionalInt64(0).value_or(0) : 0;
}

Result<void> requireDiscounts(WriteContext &context, const OrderDraft &draft, Currency currency)
{
    if (context.principal().can(Capability::OrdersDiscount))
        return {};
    TRY_ASSIGN(const qint64 limit, discountLimit(context));
    for (const PieceDraft &piece : draft.pieces) {
        TRY_ASSIGN(const PieceTotals totals, totalsOf(piece, currency, draft.taxInclusive));
        if (totals.discount.minor() * basisPoints > totals.gross.minor() * limit)
            return context.principal().require(Capability::OrdersDiscount);
    }
    return {};
}

//! In minor units; none where the list has no price for it, or it is no line of the list.
Result<std::optional<qint64>> listPrice(WriteContext &context, InventoryItemId item)
{
    TRY_ASSIGN(auto query, context.query("SELECT selling_price_minor FROM inventory_item_prices WHERE id = ?"));
    query->bind(item);
    TRY_ASSIGN(const bool found, query->step());
    return found ? query->optionalInt64(0) : std::nullopt;
}

//! Charged for each of the list's lines of this piece; cloth that is worked up is part of a price of its own.
Result<bool> isBelowList(WriteContext &context, const PieceDraft &piece, Currency currency)
{
    const Money none = Money::zero(currency);
    if (piece.inventoryItem && !isWork(piece.kind)) {
        TRY_ASSIGN(const auto list, listPrice(context, *piece.inventoryItem));
        if (list && piece.unitPrice.value_or(none).minor() < *list)
            return true;
    }
    Money tasks = none;
    bool listed = false;
    for (const Task &task : piece.tasks) {
        if (!task.service)
            continue;
        TRY_ASSIGN(const auto list, listPrice(context, *task.service));
        if (!list)
            continue;
        listed = true;
        if (task.price && task.price->minor() < *list)
            return true;
        TRY_ASSIGN(tasks, tasks.plus(Money(*list, currency)));
    }
    // A task's price is a part of the piece's: the piece may not undercut what its listed tasks come to.
    return listed && piece.unitPrice.value_or(none).minor() < tasks.minor();
}

Result<void> requireListPrices(WriteContext &context, const OrderDraft &draft, Currency currency)
{
    const access::Principal &principal = context.principal();
    // Without the price list before them nobody can undercut it knowingly, nor be held to it.
    if (principal.can(Capability::OrdersPriceOverride) || !principal.can(Capability::PricesRead))
        return {};
    for (const PieceDraft &piece : draft.pieces) {
        TRY_ASSIGN(const bool below, isBelowList(context, piece, currency));
        if (below)
            return principal.require(Capability::OrdersPriceOverride);
    }
    return {};
}

} // namespace

Result<void> requirePrices(WriteContext &context, const OrderDraft &draft, Currency currency)
{
    TRY(requireDiscounts(context, draft, currency));
    return requireListPrices(context, draft, currency);
}

} // namespace thimblely::orders
