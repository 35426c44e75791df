// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/access/scoped_connection.h"
#include "core/orders/order.h"

namespace thimblely::orders {

//! An order as the connection's person may read it, on its thread: for the modules above, also inside an operation.
//! NotFound "order.not_found".
Result<OrderDetail> loadOrder(access::ScopedConnection &connection, OrderId order);

//! Of the whole order what each of its `others` and its client pays; see PayerShare. Forbidden as prices are.
Result<std::vector<PayerShare>> loadShares(access::ScopedConnection &connection, OrderId order, PayerShare whole,
                                           int others);

} // namespace thimblely::orders
