// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/changes/write_context.h"
#include "core/orders/piece.h"

namespace thimblely::orders {

//! As movePiece(), to the shop's own step within that phase (core/workroom/steps.h).
Result<void> movePieceTo(changes::WriteContext &context, OrderItemId piece, Stage stage, const QString &stageKey);

} // namespace thimblely::orders
