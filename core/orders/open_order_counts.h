// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/access/scoped_connection.h"
#include "core/orders/order.h"

namespace thimblely::orders {

//! How many orders one of the lists holds that Today counts, by the same query. Forbidden without orders:read.
Result<int> countOpenOrders(access::ScopedConnection &connection, OpenOrderFilter filter, Instant now);

} // namespace thimblely::orders
