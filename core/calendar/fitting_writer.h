// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/changes/write_context.h"
#include "core/orders/order.h"

namespace thimblely::calendar {

// Parts of write operations, for this module's service and for those above it that add their own rows in the same
// commit (finance::CheckoutService). On the writer thread, inside an operation.

//! An appointment to try pieces of one order on.
struct FittingEntry {
    OrderId order;
    std::vector<OrderItemId> pieces;
    std::optional<ClientId> client;
    QString title;
    Instant startsAt;
    int minutes;
    int number; //!< 1 is the first one
    QString note = {};
};

//! Invalid "fitting.past", "fitting.minutes"; Forbidden without calendar:write.
Result<EventId> enterFitting(changes::WriteContext &context, const FittingEntry &entry);
//! What was arranged with an order that was just booked; pieces of one body at one moment are one appointment. Errors
//! as enterFitting(), and Invalid "fitting.after_promise" (args[0] the day) where the order is promised before it.
Result<void> enterPlanned(changes::WriteContext &context, OrderId order,
                          const std::vector<orders::PlannedFitting> &fittings);

} // namespace thimblely::calendar
