// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/changes/write_context.h"
#include "core/orders/piece.h"

namespace thimblely::orders {

//! What was said about a piece, as at a fitting; kept for good in its log.
struct PieceNote {
    Instant at;
    QString text;
    friend bool operator==(const PieceNote &, const PieceNote &) = default;
};

//! A part of a write operation, on the writer thread; an empty text writes nothing. Invalid "order.note_too_long".
Result<void> notePiece(changes::WriteContext &context, OrderItemId piece, const QString &text);
//! The latest first.
Result<std::vector<PieceNote>> notesOf(access::ScopedConnection &connection, OrderItemId piece);

} // namespace thimblely::orders
