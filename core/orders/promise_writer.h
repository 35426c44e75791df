// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/changes/write_context.h"
#include "core/orders/order.h"
#include "core/orders/promise_text.h"

#include <QJsonObject>

namespace thimblely::orders {

/*!
 * Puts another day to a booked order, and to those of its pieces that are still worked on; the day that was promised
 * first stays beside it. `why` goes into the order's log with both days. Part of a write operation, on the writer
 * thread. Invalid "order.promise_past"; Conflict "order.promise_same".
 */
Result<void> setPromise(changes::WriteContext &context, const OrderDetail &order, const Promise &promise,
                        QJsonObject why);

} // namespace thimblely::orders
