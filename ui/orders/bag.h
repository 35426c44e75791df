// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/orders/order.h"

#include <functional>
#include <optional>
#include <set>
#include <vector>

namespace thimblely::ui {

//! Whose part of the orders in a bag is paid: of everybody, or of one of those who pay.
struct WhoPays {
    bool all = true;
    std::optional<ClientId> client = {};

    bool isFor(const orders::PayerShare &share) const { return all || share.client == client; }
    friend bool operator==(const WhoPays &, const WhoPays &) = default;
};

//! The orders that are fetched together, as they were read. Pure.
struct Bag {
    std::vector<orders::OrderDetail> orders = {};

    bool isEmpty() const { return orders.empty(); }
    //! The first order gives the bag its currency; none in an empty one.
    const orders::OrderDetail &first() const { return orders.front(); }
    const orders::OrderDetail *find(OrderId order) const;
    std::vector<OrderId> ids() const;
    Bag only(const std::set<OrderId> &orders) const;
    bool isSame(const Bag &other) const { return ids() == other.ids(); }

    //! Not where the person may not read prices, nor of nothing.
    bool isPriced() const { return !isEmpty() && first().sums.has_value(); }
    //! Whether several people pay for one of the orders.
    bool isShared() const;
    //! What each of those who pay has in all of the orders, the orders' clients first.
    std::vector<orders::PayerShare> payers() const;
    //! What is still asked of who pays; what was paid too much for one order pays for no other.
    Money due(const WhoPays &who) const;
    //! What of theirs is on its way.
    Money waiting(const WhoPays &who) const;
    //! What they paid too much, each of their own: it pays for nobody else.
    Money overpaid(const WhoPays &who) const;
    //! Who that is, where it is one: whose account and credit it is.
    std::optional<ClientId> payer(const WhoPays &who) const;
    //! Who pays for the pieces that leave; where none does or they are of several, all of those who pay.
    WhoPays whoPaysFor(const std::set<OrderItemId> &leaving) const;

private:
    Money sum(const WhoPays &who, const std::function<Money(const orders::PayerShare &)> &part) const;
    Money zero() const { return Money::zero(first().currency); }
};

//! What would leave unpaid where `leaving` go and so much is paid, the first order before the next: of each who pays, it
//! must be covered by what of theirs stays, as the core reckons it.
qint64 uncoveredMinor(const Bag &bag, const std::set<OrderItemId> &leaving, qint64 paidMinor, const WhoPays &who = {});

} // namespace thimblely::ui
