// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/changes/write_context.h"
#include "core/orders/piece.h"

namespace thimblely::orders {

// What a piece means for the shelf: cloth is reserved when it is booked and cut when it is ready, goods are reserved
// and sold. Each may be asked for again without booking twice. On the writer thread, inside an operation.

Result<void> reserveFor(changes::WriteContext &context, OrderItemId piece, const PieceDraft &facts);
//! The piece is ready: its reservation ends, and what it used leaves the shelf.
Result<void> takeFor(changes::WriteContext &context, OrderItemId piece, const PieceDraft &facts);
//! The piece is cancelled: its reservation ends, and goods go back; cloth that was cut (`isCut`) stays cut.
Result<void> giveUp(changes::WriteContext &context, OrderItemId piece, const PieceDraft &facts, bool isCut);

} // namespace thimblely::orders
