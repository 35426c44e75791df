// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/changes/write_context.h"
#include "core/orders/price_rules.h"

namespace thimblely::orders {

//! Less is asked for a piece or charge of a booked order than was agreed: a fault stays in it, or somebody is sorry.
struct PriceCut {
    OrderItemId piece;
    Money amount; //!< of what the client pays, with its tax
    QString reason;
};

//! What a cut does to the bill: of the piece's line, as invoices hold it.
struct CutPiece {
    Piece before;
    Money net; //!< the discount, as the prices of the order are written
    Money tax; //!< that falls away with it
};

/*!
 * Part of a write operation, on the writer thread: takes the amount off as a discount with its reason. Invalid
 * "order.cut_too_large" (args[0] what the piece comes to), "order.cut_no_reason", "payment.not_positive"; Conflict
 * "order.piece_cancelled", "order.is_draft"; NotFound "order.piece_not_found"; Forbidden with orders:discount
 * where it goes beyond the person's limit.
 */
Result<void> cutPrice(changes::WriteContext &context, const OrderDetail &order, const PriceCut &cut,
                      const Approvals &approvals);
//! Whether the person may cut it without an approval: orders:discount, or no more off in all than their own limit.
Result<bool> mayCutPrice(access::ScopedConnection &connection, const OrderDetail &order, const CutPiece &cut);
//! What it would do; the same errors, but for the right to it.
Result<CutPiece> cutOf(const OrderDetail &order, const PriceCut &cut);

} // namespace thimblely::orders
