// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/orders/price_rules.h"

#include "core/orders/discount_limit.h"
#include "core/orders/order_totals.h"
#include "core/workspaces/rush_terms.h"
#include "core/workspaces/settings.h"

#include <algorithm>
#include <array>

namespace thimblely::orders {

namespace {

using access::Capability;
using changes::WriteContext;

using Breaches = std::vector<PriceBreach>;

Result<void> addDiscounts(access::ScopedConnection &connection, const OrderDraft &draft, Currency currency,
                          Breaches &breaches)
{
    if (connection.principal().can(Capability::OrdersDiscount))
        return {};
    for (size_t i = 0; i < draft.pieces.size(); ++i) {
        TRY_ASSIGN(const PieceTotals totals, totalsOf(draft.pieces[i], currency, draft.taxInclusive));
        TRY_ASSIGN(const bool within, mayDiscount(connection, totals.discount, totals.gross));
        if (!within)
            breaches.push_back({Capability::OrdersDiscount, i, totals.total, totals.gross});
    }
    return {};
}

//! In minor units; none where the list has no price for it, or it is no line of the list.
Result<std::optional<qint64>> listPrice(access::ScopedConnection &connection, InventoryItemId item)
{
    TRY_ASSIGN(auto query, connection.query("SELECT selling_price_minor FROM inventory_item_prices WHERE id = ?"));
    query->bind(item);
    TRY_ASSIGN(const bool found, query->step());
    return found ? query->optionalInt64(0) : std::nullopt;
}

//! What the list asks where that is more. Charged for each of the list's lines of this piece; cloth that is worked up
//! is part of a price of its own.
Result<std::optional<Money>> listAbove(access::ScopedConnection &connection, const PieceDraft &piece, Currency currency)
{
    const Money none = Money::zero(currency);
    const Money asked = piece.unitPrice.value_or(none);
    if (piece.inventoryItem && !isWork(piece.kind)) {
        TRY_ASSIGN(const auto list, listPrice(connection, *piece.inventoryItem));
        if (list && asked.minor() < *list)
            return std::optional(Money(*list, currency));
    }
    Money listed = none;  // what the listed tasks come to by the list
    Money lowered = none; // of it, below the list
    for (const Task &task : piece.tasks) {
        if (!task.service)
            continue;
        TRY_ASSIGN(const auto list, listPrice(connection, *task.service));
        if (!list)
            continue;
        const Money price(*list, currency);
        TRY_ASSIGN(listed, listed.plus(price));
        if (task.price && task.price->minor() < *list) {
            TRY_ASSIGN(const Money less, price.minus(*task.price));
            TRY_ASSIGN(lowered, lowered.plus(less));
        }
    }
    // A task's price is a part of the piece's: the piece may not undercut what its listed tasks come to.
    if (asked.minor() < listed.minor())
        return std::optional(listed);
    if (lowered.isZero())
        return std::optional<Money>();
    TRY_ASSIGN(const Money due, asked.plus(lowered));
    return std::optional(due);
}

Result<void> addBelowList(access::ScopedConnection &connection, const OrderDraft &draft, Currency currency,
                          Breaches &breaches)
{
    const access::Principal &principal = connection.principal();
    // Without the price list before them nobody can undercut it knowingly, nor be held to it.
    if (principal.can(Capability::OrdersPriceOverride) || !principal.can(Capability::PricesRead))
        return {};
    for (size_t i = 0; i < draft.pieces.size(); ++i) {
        TRY_ASSIGN(const auto list, listAbove(connection, draft.pieces[i], currency));
        if (list)
            breaches.push_back(
                {Capability::OrdersPriceOverride, i, draft.pieces[i].unitPrice.value_or(Money::zero(currency)), *list});
    }
    return {};
}

//! Less for rush than the shop charges, by its own terms.
Result<void> addRush(access::ScopedConnection &connection, const OrderDraft &draft, Currency currency,
                     Breaches &breaches)
{
    if (!draft.rush || connection.principal().can(Capability::OrdersPriceOverride))
        return {};
    TRY_ASSIGN(const auto setting, workspaces::setting(connection, QLatin1String(rushKey)));
    Money work = Money::zero(currency);
    for (const PieceDraft &piece : draft.pieces) {
        if (isWork(piece.kind)) {
            TRY_ASSIGN(work, work.plus(piece.unitPrice.value_or(Money::zero(currency))));
        }
    }
    const RushTerms terms = setting ? RushTerms::fromJson(*setting, currency) : RushTerms();
    TRY_ASSIGN(const Money due, terms.chargeFor(work));
    const Money asked = draft.rushCharge.value_or(Money::zero(currency));
    if (asked.minor() < due.minor())
        breaches.push_back({Capability::OrdersPriceOverride, std::nullopt, asked, due});
    return {};
}

} // namespace

Result<std::vector<std::optional<Money>>> listedAbove(access::ScopedConnection &connection, const OrderDraft &draft,
                                                      Currency currency)
{
    std::vector<std::optional<Money>> listed(draft.pieces.size());
    if (!connection.principal().can(Capability::PricesRead))
        return listed;
    for (size_t i = 0; i < listed.size(); ++i) {
        TRY_ASSIGN(listed[i], listAbove(connection, draft.pieces[i], currency));
    }
    return listed;
}

Result<std::vector<PriceBreach>> priceBreaches(access::ScopedConnection &connection, const OrderDraft &draft,
                                               Currency currency, const std::vector<bool> &agreed)
{
    Breaches breaches;
    TRY(addDiscounts(connection, draft, currency, breaches));
    TRY(addBelowList(connection, draft, currency, breaches));
    TRY(addRush(connection, draft, currency, breaches));
    const bool offered = !agreed.empty() && std::ranges::find(agreed, false) == agreed.end();
    std::erase_if(breaches, [&](const PriceBreach &breach) {
        return breach.piece ? *breach.piece < agreed.size() && agreed[*breach.piece] : offered;
    });
    return breaches;
}

Result<std::vector<std::optional<PersonId>>> requirePrices(WriteContext &context, const OrderDraft &draft,
                                                           Currency currency, const Approvals &approvals,
                                                           const std::vector<bool> &agreed)
{
    TRY_ASSIGN(const Breaches breaches, priceBreaches(context.connection(), draft, currency, agreed));
    const auto isBroken = [&](Capability rule) {
        return std::ranges::find(breaches, rule, &PriceBreach::needs) != breaches.end();
    };
    constexpr std::array rules{Capability::OrdersDiscount, Capability::OrdersPriceOverride};
    for (const Capability rule : rules) {
        if (isBroken(rule) && !access::approvalFor(rule, approvals)) {
            TRY(context.principal().require(rule));
        }
    }
    std::vector<std::optional<PersonId>> approvers(draft.pieces.size());
    for (const Capability rule : rules) {
        if (!isBroken(rule))
            continue;
        TRY_ASSIGN(const auto approver, context.require(rule, access::approvalFor(rule, approvals)));
        for (const PriceBreach &breach : breaches) {
            if (breach.needs == rule && breach.piece)
                approvers[*breach.piece] = approver;
        }
    }
    return approvers;
}

} // namespace thimblely::orders
