// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/orders/order.h"

#include <set>

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

/*!
 * The tax of a line, inside `total` or on top of it. In rupees it is GST: the centre's and the state's are half of the rate
 * each, reckoned and rounded each by itself, so that both are the same and the line's tax is twice one (CGST act, section
 * 9, and the state's; IGST instead of both is asked for by the same sum). Pure.
 */
Result<Money> taxOn(const Money &total, Rate rate, bool inclusive);

//! What a piece as it stands adds to the total, its tax with it; zero where prices may not be read. Pure.
Money worthOf(const OrderDetail &order, const Piece &piece);
/*!
 * What of a share would leave unpaid where `leaving` go and so much is paid of it now, in minor units: it must be covered
 * by what stays of theirs. Nothing where none of their pieces leaves. Money on its way has not been paid. Pure.
 */
qint64 uncoveredMinor(const OrderDetail &order, const PayerShare &share, const std::set<OrderItemId> &leaving,
                      qint64 paidNow);

} // namespace thimblely::orders
