// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/orders/bag.h"

#include "core/orders/order_totals.h"

#include <algorithm>

namespace thimblely::ui {

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

bool Bag::isShared() const
{
    return std::ranges::any_of(orders, [](const orders::OrderDetail &order) { return order.payers.size() > 1; });
}

std::vector<orders::PayerShare> Bag::payers() const
{
    std::vector<orders::PayerShare> payers;
    for (const orders::OrderDetail &order : orders) {
        for (const orders::PayerShare &share : order.payers) {
            const auto same = std::ranges::find(payers, share.client, &orders::PayerShare::client);
            if (same == payers.end()) {
                payers.push_back(share);
                continue;
            }
            same->share = same->share.plus(share.share).valueOr(same->share);
            same->paid = same->paid.plus(share.paid).valueOr(same->paid);
            same->waiting = same->waiting.plus(share.waiting).valueOr(same->waiting);
        }
    }
    return payers;
}

Money Bag::sum(const WhoPays &who, const std::function<Money(const orders::PayerShare &)> &part) const
{
    Money sum = zero();
    for (const orders::OrderDetail &order : orders) {
        for (const orders::PayerShare &share : order.payers) {
            if (who.isFor(share))
                sum = sum.plus(part(share)).valueOr(sum);
        }
    }
    return sum;
}

Money Bag::due(const WhoPays &who) const
{
    return sum(who, &orders::PayerShare::toPay);
}

Money Bag::waiting(const WhoPays &who) const
{
    return sum(who, &orders::PayerShare::waiting);
}

Money Bag::overpaid(const WhoPays &who) const
{
    return sum(who, &orders::PayerShare::overpaid);
}

std::optional<ClientId> Bag::payer(const WhoPays &who) const
{
    if (!who.all || isEmpty())
        return who.client;
    const bool same = std::ranges::all_of(orders, [this](const orders::OrderDetail &order) {
        return order.client == first().client && order.payers.size() < 2;
    });
    return same ? first().client : std::nullopt;
}

WhoPays Bag::whoPaysFor(const std::set<OrderItemId> &leaving) const
{
    std::optional<WhoPays> who;
    for (const orders::OrderDetail &order : orders) {
        for (const orders::Piece &piece : order.pieces) {
            if (!leaving.contains(piece.id))
                continue;
            const WhoPays one{false, order.payerOf(piece)};
            if (who && *who != one)
                return {};
            who = one;
        }
    }
    return isShared() && who ? *who : WhoPays();
}

qint64 uncoveredMinor(const Bag &bag, const std::set<OrderItemId> &leaving, qint64 paidMinor, const WhoPays &who)
{
    qint64 uncovered = 0;
    for (const orders::OrderDetail &order : bag.orders) {
        for (const orders::PayerShare &share : order.payers) {
            const qint64 due = who.isFor(share) ? std::max<qint64>(0, share.due().minor()) : 0;
            const qint64 put = std::min(due, paidMinor);
            paidMinor -= put;
            uncovered += orders::uncoveredMinor(order, share, leaving, put);
        }
    }
    return uncovered;
}

} // namespace thimblely::ui
