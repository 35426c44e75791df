// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/access/approval.h"
#include "core/changes/write_context.h"
#include "core/orders/order.h"

namespace thimblely::orders {

//! What becomes of the cloth that a client brought for work that is not done.
enum class OwnCloth { GivenBack, Kept };

//! Pieces of a booked order that are not made after all.
struct PieceCancel {
    OrderId order;
    std::vector<OrderItemId> pieces = {}; //!< none named: all that are here
    QString reason = {};
    OwnCloth cloth = OwnCloth::GivenBack;
    std::optional<Money> kept = {}; //!< for work that was begun, with its tax; billed as a line of its own
    friend bool operator==(const PieceCancel &, const PieceCancel &) = default;
};

//! Those that are meant, in their order. Conflict "order.piece_cancelled", "order.piece_collected" (args[0] the
//! position); NotFound "order.piece_not_found". Pure.
Result<std::vector<Piece>> piecesToCancel(const OrderDetail &order, const PieceCancel &cancel);
//! Whether nothing else of the order is here, and its charges go with them unless something was collected. Pure.
bool endsOrder(const OrderDetail &order, const std::vector<Piece> &going);
//! What is kept, as a line of the bill of who pays for them; none where nothing is. Invalid "cancel.kept_too_large"
//! (args[0] what they come to). Pure.
Result<std::optional<PieceDraft>> cancelFee(const OrderDetail &order, const std::vector<Piece> &going,
                                            const std::optional<Money> &kept);

/*!
 * Part of a write operation, on the writer thread: the pieces leave every list and sum, reserved cloth is free again and
 * cut cloth stays cut, the client's own goes back or is noted as kept. Work that was begun takes production:unlock, by
 * one's own right or the approval. Invalid "order.no_reason"; the rest as above and in order_service.h.
 */
Result<void> cancelPieces(changes::WriteContext &context, const PieceCancel &cancel,
                          const std::optional<access::Approval> &unlock);

} // namespace thimblely::orders
