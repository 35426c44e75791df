// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/changes/write_context.h"
#include "core/orders/attempt_service.h"

namespace thimblely::orders {

//! As it stands in the client's log.
QByteArray toCode(AttemptKind kind);

//! Inside an operation: with each piece of the order that hangs ready, that somebody tried to have it fetched; false where
//! none does, or the order is nobody's, and nothing was written.
Result<bool> noteAttempt(changes::WriteContext &context, OrderId order, AttemptKind kind, const QString &text);

} // namespace thimblely::orders
