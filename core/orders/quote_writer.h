// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/changes/write_context.h"
#include "core/orders/order.h"
#include "core/orders/price_rules.h"

#include <vector>

namespace thimblely::orders {

// Parts of write operations for offers; for this folder only. On the writer thread, inside an operation. Errors:
// order_service.h.

Result<OrderId> quoteOrder(changes::WriteContext &context, const OrderDraft &draft, Date until,
                           const Approvals &approvals);
Result<void> declineQuote(changes::WriteContext &context, OrderId quote, const QString &reason);
//! Which pieces of the draft cost what the offer that it goes on from says, while that stands.
Result<std::vector<bool>> offeredPrices(access::ScopedConnection &connection, const OrderDraft &draft, Date today);

} // namespace thimblely::orders
