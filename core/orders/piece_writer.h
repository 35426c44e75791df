// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/changes/write_context.h"
#include "core/orders/order.h"

namespace thimblely::orders {

// What happens to the pieces of a booked order; parts of write operations, on the writer thread. A piece's stage is a
// row of its log (sys_activity), and the order's status follows from its pieces. Errors: order_service.h.

Result<void> completeOrder(changes::WriteContext &context, OrderId order);
Result<void> movePiece(changes::WriteContext &context, OrderItemId piece, Stage stage);
Result<void> handOverPieces(changes::WriteContext &context, const HandOver &handOver);
Result<void> cancelPiece(changes::WriteContext &context, OrderItemId piece, const QString &reason);

} // namespace thimblely::orders
