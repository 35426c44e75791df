// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/orders/order.h"

namespace thimblely::orders {

//! What one piece comes to. With inclusive prices tax lies inside total, else total is net and tax comes on top.
struct PieceTotals {
    Money gross; //!< unit price times quantity
    Money discount;
    Money total; //!< gross − discount
    Money tax;
};

struct OrderTotals {
    Money subtotal; //!< with the charges
    Money discount;
    Money tax;
    Money total; //!< what the client pays
};

/*!
 * The sums of the ticket while it is typed, by the same rule as the file's triggers: rounded per line, halves away
 * from zero, cancelled pieces aside. Errors: "money.overflow", "money.mixed_currency". Pure; any thread.
 */
Result<PieceTotals> totalsOf(const PieceDraft &piece, Currency currency, bool taxInclusive);
Result<OrderTotals> totalsOf(const OrderDraft &order, Currency currency);
//! The charge as a line of the bill, which is no piece; none where nothing is charged.
std::optional<PieceDraft> rushLine(const OrderDraft &draft);

} // namespace thimblely::orders
