// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/orders/price_rules.h"

#include "core/orders/order_totals.h"
#include "core/workspaces/rush_terms.h"
#include "core/workspaces/settings.h"

#include <algorithm>
#include <array>

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

using Pieces = std::vector<bool>; // of a draft, those that a rule holds against

Result<Pieces> beyondDiscount(WriteContext &context, const OrderDraft &draft, Currency currency)
{
    Pieces beyond(draft.pieces.size(), false);
    if (context.principal().can(Capability::OrdersDiscount))
        return beyond;
    TRY_ASSIGN(const qint64 limit, discountLimit(context));
    for (size_t i = 0; i < beyond.size(); ++i) {
        TRY_ASSIGN(const PieceTotals totals, totalsOf(draft.pieces[i], currency, draft.taxInclusive));
        beyond[i] = totals.discount.minor() * basisPoints > totals.gross.minor() * limit;
    }
    return beyond;
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

Result<Pieces> belowList(WriteContext &context, const OrderDraft &draft, Currency currency)
{
    Pieces below(draft.pieces.size(), false);
    const access::Principal &principal = context.principal();
    // Without the price list before them nobody can undercut it knowingly, nor be held to it.
    if (principal.can(Capability::OrdersPriceOverride) || !principal.can(Capability::PricesRead))
        return below;
    for (size_t i = 0; i < below.size(); ++i) {
        TRY_ASSIGN(below[i], isBelowList(context, draft.pieces[i], currency));
    }
    return below;
}

//! Less for rush than the shop charges, by its own terms.
Result<bool> isRushWaived(WriteContext &context, const OrderDraft &draft, Currency currency)
{
    if (!draft.rush)
        return false;
    TRY_ASSIGN(const auto setting, workspaces::setting(context.connection(), QLatin1String(rushKey)));
    Money work = Money::zero(currency);
    for (const PieceDraft &piece : draft.pieces) {
        if (isWork(piece.kind)) {
            TRY_ASSIGN(work, work.plus(piece.unitPrice.value_or(Money::zero(currency))));
        }
    }
    const RushTerms terms = setting ? RushTerms::fromJson(*setting, currency) : RushTerms();
    TRY_ASSIGN(const Money due, terms.chargeFor(work));
    return draft.rushCharge.value_or(Money::zero(currency)).minor() < due.minor();
}

struct Rule {
    Capability needs;
    Pieces against;
    bool againstOrder = false;

    bool isBroken() const { return againstOrder || std::ranges::find(against, true) != against.end(); }
};

} // namespace

Result<std::vector<std::optional<PersonId>>> requirePrices(WriteContext &context, const OrderDraft &draft,
                                                           Currency currency, const Approvals &approvals,
                                                           const std::vector<bool> &agreed)
{
    TRY_ASSIGN(Pieces discounts, beyondDiscount(context, draft, currency));
    TRY_ASSIGN(Pieces prices, belowList(context, draft, currency));
    for (size_t i = 0; i < agreed.size(); ++i) {
        discounts[i] = discounts[i] && !agreed[i];
        prices[i] = prices[i] && !agreed[i];
    }
    const bool offered = !agreed.empty() && std::ranges::find(agreed, false) == agreed.end();
    TRY_ASSIGN(const bool rushWaived, isRushWaived(context, draft, currency));
    const std::array rules{Rule{Capability::OrdersDiscount, std::move(discounts)},
                           Rule{Capability::OrdersPriceOverride, std::move(prices),
                                rushWaived && !offered && !context.principal().can(Capability::OrdersPriceOverride)}};
    for (const Rule &rule : rules) {
        if (rule.isBroken() && !access::approvalFor(rule.needs, approvals)) {
            TRY(context.principal().require(rule.needs));
        }
    }
    std::vector<std::optional<PersonId>> approvers(draft.pieces.size());
    for (const Rule &rule : rules) {
        if (!rule.isBroken())
            continue;
        TRY_ASSIGN(const auto approver, context.require(rule.needs, access::approvalFor(rule.needs, approvals)));
        for (size_t i = 0; i < approvers.size(); ++i) {
            if (rule.against[i])
                approvers[i] = approver;
        }
    }
    return approvers;
}

} // namespace thimblely::orders
