// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/changes/write_context.h"
#include "core/orders/order.h"

namespace thimblely::orders {

/*!
 * Notes where the pieces are brought, and bills what that costs as a piece of the order, which leaves with them. Does
 * nothing where they are fetched. A part of a write operation, on the writer thread. Invalid "delivery.no_address";
 * errors also of addition_writer.h.
 */
Result<void> addDelivery(changes::WriteContext &context, HandOver &handOver);

} // namespace thimblely::orders
