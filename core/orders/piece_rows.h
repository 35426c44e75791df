// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/changes/write_context.h"
#include "core/orders/order.h"

#include <vector>

namespace thimblely::orders {

// How pieces become rows; for this folder only. On the writer thread, inside an operation.

//! Where new pieces go: without a number the order is a draft, and nothing is reserved for it.
struct PiecePlace {
    OrderId order;
    QString number;
    int after; //!< the last position that is taken
};

//! What a piece is and costs; of the order only what its pieces share.
Result<std::vector<access::Field>> pieceFields(changes::WriteContext &context, const OrderDraft &order,
                                               const PieceDraft &piece, Currency currency);
//! `approvers`: who approved the price of each piece, as requirePrices() gives it.
Result<void> writePieces(changes::WriteContext &context, const PiecePlace &place, const OrderDraft &draft,
                         Currency currency, const std::vector<std::optional<PersonId>> &approvers);

//! What is billed of the order itself, after its pieces; `place.after` is the last piece's position.
Result<void> writeCharges(changes::WriteContext &context, const PiecePlace &place, const OrderDraft &draft,
                          Currency currency);

} // namespace thimblely::orders
