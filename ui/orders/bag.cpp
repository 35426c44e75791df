// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/orders/bag.h"

#include <algorithm>

namespace thimblely::ui {

namespace {

template <typename Part>
std::optional<Money> sumOf(const std::vector<orders::OrderDetail> &orders, Part part)
{
    std::optional<Money> sum;
    for (const orders::OrderDetail &order : orders) {
        if (!order.sums)
            return std::nullopt;
        const Money each = part(*order.sums);
        sum = sum ? sum->plus(each).valueOr(*sum) : each;
    }
    return sum;
}

//! What the pieces that stay are worth, against which the shop lets others go unpaid.
qint64 worthOfStaying(const orders::OrderDetail &order, const std::set<OrderItemId> &leaving)
{
    qint64 worth = 0;
    for (const orders::Piece &piece : order.pieces) {
        if (!piece.total || !piece.isHere() || leaving.contains(piece.id))
            continue;
        worth += piece.total->minor();
        const auto tax = piece.total->share(piece.facts.taxRate);
        if (tax && !order.taxInclusive)
            worth += tax->minor();
    }
    return worth;
}

} // namespace

const orders::OrderDetail *Bag::find(OrderId order) const
{
    const auto found = std::ranges::find(orders, order, &orders::OrderDetail::id);
    return found == orders.end() ? nullptr : &*found;
}

std::vector<OrderId> Bag::ids() const
{
    std::vector<OrderId> ids;
    ids.reserve(orders.size());
    for (const orders::OrderDetail &order : orders)
        ids.push_back(order.id);
    return ids;
}

Bag Bag::only(const std::set<OrderId> &wanted) const
{
    Bag part;
    std::ranges::copy_if(orders, std::back_inserter(part.orders),
                         [&](const orders::OrderDetail &order) { return wanted.contains(order.id); });
    return part;
}

std::optional<Money> Bag::total() const
{
    return sumOf(orders, [](const orders::OrderSums &sums) { return sums.total; });
}

std::optional<Money> Bag::balance() const
{
    return sumOf(orders, [](const orders::OrderSums &sums) { return sums.balance; });
}

std::optional<Money> Bag::due() const
{
    return sumOf(orders, [](const orders::OrderSums &sums) {
        return sums.balance.isNegative() ? Money::zero(sums.balance.currency()) : sums.balance;
    });
}

std::optional<ClientId> Bag::payer() const
{
    if (isEmpty())
        return std::nullopt;
    const bool same = std::ranges::all_of(
        orders, [this](const orders::OrderDetail &order) { return order.client == first().client; });
    return same ? first().client : std::nullopt;
}

qint64 uncoveredMinor(const Bag &bag, const std::set<OrderItemId> &leaving, qint64 paidMinor)
{
    qint64 uncovered = 0;
    for (const orders::OrderDetail &order : bag.orders) {
        const bool leaves =
            std::ranges::any_of(order.pieces, [&](const orders::Piece &piece) { return leaving.contains(piece.id); });
        if (!order.sums || (!leaves && order.sums->balance.minor() <= 0))
            continue;
        const qint64 owed = std::max<qint64>(0, order.sums->balance.minor());
        const qint64 put = std::min(owed, paidMinor);
        paidMinor -= put;
        if (leaves && owed - put > worthOfStaying(order, leaving))
            uncovered += owed - put;
    }
    return uncovered;
}

} // namespace thimblely::ui
