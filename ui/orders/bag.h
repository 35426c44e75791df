// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/orders/order.h"

#include <optional>
#include <set>
#include <vector>

namespace thimblely::ui {

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

    //! What they come to and what is still to be paid; none where the person may not read prices.
    std::optional<Money> total() const;
    std::optional<Money> balance() const;
    //! Of orders that owe something: what was paid too much for one pays for no other.
    std::optional<Money> due() const;
    //! Who pays for all of them; none where they are of several people, or of nobody.
    std::optional<ClientId> payer() const;
};

//! What would leave unpaid where `leaving` go and so much is paid, the first order before the next: each order must be
//! covered by what of it stays, as the core reckons it.
qint64 uncoveredMinor(const Bag &bag, const std::set<OrderItemId> &leaving, qint64 paidMinor);

} // namespace thimblely::ui
