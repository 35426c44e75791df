// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/changes/write_context.h"
#include "core/orders/order.h"
#include "core/orders/price_rules.h"

namespace thimblely::orders {

/*!
 * Adds pieces and tasks to a booked order, as part of a write operation (finance::CheckoutService); gives its number.
 * On the writer thread. Conflict "order.is_draft", "order.cancelled" and "order.collected" where nothing of it is here
 * any more, "order.piece_cancelled", "order.piece_collected", and "order.piece_ready" where work would be added to
 * what is done; Invalid "order.nothing_added"; Forbidden without prices:read, for the price of a piece grows by its
 * tasks'; the rest in order_service.h.
 */
Result<Booked> addToOrder(changes::WriteContext &context, const Addition &addition, const Approvals &approvals = {});

} // namespace thimblely::orders
