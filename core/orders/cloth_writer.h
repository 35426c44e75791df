// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/changes/write_context.h"
#include "core/orders/order.h"

namespace thimblely::orders {

// Parts of write operations, for this folder only. On the writer thread, inside an operation. Errors: order_service.h.

Result<void> recordCloth(changes::WriteContext &context, OrderItemId piece, const ClothNews &news);

} // namespace thimblely::orders
