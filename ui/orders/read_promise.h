// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/orders/promise_text.h"
#include "ui/desk/desk.h"

namespace thimblely::ui {

//! What was typed for a promise, a day alone until closing; errors of orders::parsePromise. GUI thread.
inline Result<orders::Promise> readPromise(const Desk &desk, const QString &text)
{
    const Instant now = desk.clock().now();
    TRY_ASSIGN(const orders::Promise promise, orders::parsePromise(text, desk.calendar(), now, desk.locale()));
    return orders::untilClosing(promise, desk.hours(), desk.calendar(), now);
}

} // namespace thimblely::ui
