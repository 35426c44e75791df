// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/changes/write_context.h"
#include "core/orders/correction.h"
#include "core/orders/price_rules.h"

namespace thimblely::orders {

//! The piece with what may be corrected of it. Conflict "order.piece_cancelled", "order.piece_collected". Pure.
Result<PieceDraft> correctedFacts(const Piece &piece, const PieceDraft &facts);
//! The charges that fall away with it. Pure.
std::vector<Piece> chargesThatEnd(const OrderDetail &order, const Correction &correction);

/*!
 * The one place that corrects what is booked; part of a write operation, on the writer thread. Prices are asked about as
 * at booking where they changed. What the cut depends on takes production:unlock once the piece is begun, with a reason
 * ("order.correct_no_reason"), and its measures are frozen anew. Beneath an issued invoice a price stays
 * ("invoice.bills_piece"): invoices/correction_service.h corrects that first. Invalid "order.nothing_changed"; the rest
 * as above and in order_service.h.
 */
Result<Booked> correctOrder(changes::WriteContext &context, const Correction &correction, const Approvals &approvals);

} // namespace thimblely::orders
