// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/changes/write_context.h"
#include "core/orders/order.h"
#include "core/orders/price_rules.h"

namespace thimblely::orders {

// Parts of write operations, for this module's service and for those above it that add their own rows in the same
// commit (finance::CheckoutService). On the writer thread, inside an operation. Errors: order_service.h.

//! Checks, numbers and writes an order; reserves the shop's cloth and goods for it.
Result<Booked> bookOrder(changes::WriteContext &context, const OrderDraft &draft, const Approvals &approvals = {});
//! Writes it without a number, as a quote where it is one; nothing is reserved.
Result<OrderId> parkOrder(changes::WriteContext &context, const OrderDraft &draft, const Approvals &approvals = {});
Result<void> removeDraft(changes::WriteContext &context, OrderId order);

} // namespace thimblely::orders
