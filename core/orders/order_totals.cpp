// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/orders/order_totals.h"

#include <algorithm>

namespace thimblely::orders {

Result<Money> taxOn(const Money &total, Rate rate, bool inclusive)
{
    const bool inHalves = total.currency().code() == QLatin1String("INR") && rate.millionths() % 2 == 0;
    if (!inHalves)
        return inclusive ? total.taxIncluded(rate) : total.share(rate);
    const Rate halfRate(rate.millionths() / 2);
    TRY_ASSIGN(const Money half, inclusive ? total.taxIncluded(halfRate, rate) : total.share(halfRate));
    return half.plus(half);
}

Result<PieceTotals> totalsOf(const PieceDraft &piece, Currency currency, bool taxInclusive)
{
    const Money zero = Money::zero(currency);
    TRY_ASSIGN(const Money price, zero.plus(piece.unitPrice.value_or(zero)));
    TRY_ASSIGN(const Money gross, price.timesMilli(piece.quantity.milli()));
    TRY_ASSIGN(const Money discount, zero.plus(piece.discount.value_or(zero)));
    TRY_ASSIGN(const Money total, gross.minus(discount));
    TRY_ASSIGN(const Money tax, taxOn(total, piece.taxRate, taxInclusive));
    return PieceTotals{gross, discount, total, tax};
}

std::optional<PieceDraft> rushLine(const OrderDraft &draft)
{
    if (!draft.rush || !draft.rushCharge)
        return std::nullopt;
    PieceDraft line;
    line.kind = PieceKind::Service;
    line.charge = Charge::Rush;
    line.name = chargeWords(Charge::Rush);
    line.unitPrice = draft.rushCharge;
    line.taxRate = draft.chargeTaxRate;
    return line;
}

Result<OrderTotals> totalsOf(const OrderDraft &order, Currency currency)
{
    const Money zero = Money::zero(currency);
    OrderTotals sum{zero, zero, zero, zero};
    const auto add = [&](const PieceDraft &piece) -> Result<void> {
        TRY_ASSIGN(const PieceTotals line, totalsOf(piece, currency, order.taxInclusive));
        TRY_ASSIGN(sum.subtotal, sum.subtotal.plus(line.gross));
        TRY_ASSIGN(sum.discount, sum.discount.plus(line.discount));
        TRY_ASSIGN(sum.tax, sum.tax.plus(line.tax));
        TRY_ASSIGN(sum.total, sum.total.plus(line.total));
        return {};
    };
    for (const PieceDraft &piece : order.pieces)
        TRY(add(piece));
    if (const auto rush = rushLine(order)) {
        TRY(add(*rush));
    }
    if (!order.taxInclusive) {
        TRY_ASSIGN(sum.total, sum.total.plus(sum.tax));
    }
    return sum;
}

Money worthOf(const OrderDetail &order, const Piece &piece)
{
    const Money total = piece.total.value_or(Money::zero(order.currency));
    const auto tax = taxOn(total, piece.facts.taxRate, false);
    return order.taxInclusive || !tax ? total : total.plus(*tax).valueOr(total);
}

qint64 uncoveredMinor(const OrderDetail &order, const PayerShare &share, const std::set<OrderItemId> &leaving,
                      qint64 paidNow)
{
    bool leaves = false;
    qint64 staying = 0;
    for (const Piece &piece : order.pieces) {
        if (order.payerOf(piece) != share.client || !piece.isHere())
            continue;
        if (leaving.contains(piece.id))
            leaves = true;
        else
            staying += worthOf(order, piece).minor();
    }
    const qint64 owed = std::max<qint64>(0, share.balance().minor() - paidNow);
    return leaves && owed > staying ? owed : 0;
}

} // namespace thimblely::orders
