// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/orders/piece.h"

#include <QFuture>

namespace thimblely::changes {
class WriteDoor;
}

namespace thimblely::orders {

/*!
 * What a piece waits for: the question that the client has to answer, the cloth or trim or money that has to come.
 * Today lists what waits for the client. One operation each.
 *
 * Errors: Invalid "hold.no_question", "hold.no_answer"; Conflict "hold.not_waiting", "order.piece_collected",
 * "order.piece_cancelled", "order.is_draft"; NotFound "order.piece_not_found"; Forbidden for who may not write the
 * piece, nor works on it.
 */
class HoldService {
public:
    explicit HoldService(changes::WriteDoor &door) : m_door(door) {}

    //! Asked again while it waits, the question changes and it waits for as long as before.
    QFuture<Result<void>> ask(OrderItemId piece, HoldReason why, QString question);
    //! The answer stays with the piece, beside the question.
    QFuture<Result<void>> answer(OrderItemId piece, QString answer);

private:
    changes::WriteDoor &m_door;
};

} // namespace thimblely::orders
