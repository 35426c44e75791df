// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/clock.h"
#include "core/base/date.h"
#include "core/base/money.h"

#include <QString>

#include <functional>
#include <optional>

namespace thimblely::access {
class Session;
}

namespace thimblely::orders {

//! A booked order as it goes out in a table. Amounts are absent without prices:read.
struct ListedOrder {
    QString number;
    QString paperTicket;
    QString client;
    QString pieces; //!< "Jacket, Trousers", without those that were cancelled
    QString status; //!< as in the file: "pending", "in-progress", "completed", "cancelled"
    Date orderDate;
    std::optional<Date> promisedDate;
    std::optional<Instant> collectedAt;
    QString currency;
    std::optional<Money> total;
    std::optional<Money> paid;
    std::optional<Money> balance;
};

//! Calls `each` for every order with a number that the person may read, by day and number, until one fails. On the
//! session's thread; Forbidden without orders:read.
Result<void> forEachOrder(access::Session &session, const std::function<Result<void>(const ListedOrder &)> &each);

} // namespace thimblely::orders
