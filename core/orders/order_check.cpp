// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/orders/order_check.h"

#include "core/orders/order_totals.h"
#include "core/orders/promise_text.h"

namespace thimblely::orders {

namespace {

// Far above any garment in any currency, and far below where a sum of a few hundred pieces could overflow.
constexpr qint64 largestPrice = 1'000'000'000'000;
constexpr Quantity largestQuantity = Quantity::whole(100'000);

Error refusal(const char *code, const QString &position = {})
{
    return {ErrorKind::Invalid, code, position.isEmpty() ? QStringList() : QStringList{position}, {}};
}

Result<void> checkMoney(const PieceDraft &piece, Currency currency, const QString &position)
{
    for (const auto &amount : {piece.unitPrice, piece.discount}) {
        if (amount && amount->currency() != currency)
            return refusal("order.other_currency", position);
    }
    if (piece.unitPrice && piece.unitPrice->isNegative())
        return refusal("order.negative_price", position);
    if (piece.discount && piece.discount->isNegative())
        return refusal("order.negative_discount", position);
    for (const Task &task : piece.tasks) {
        if (task.price && task.price->currency() != currency)
            return refusal("order.other_currency", position);
        if (task.price && task.price->isNegative())
            return refusal("order.negative_price", position);
    }
    if (piece.taxRate < Rate(0) || piece.taxRate > Rate::percent(100))
        return refusal("order.tax_rate", position);
    return {};
}

Result<void> checkSums(const PieceDraft &piece, Currency currency, bool taxInclusive, const QString &position)
{
    if (piece.unitPrice && piece.unitPrice->minor() > largestPrice)
        return refusal("order.price_too_large", position);
    const auto totals = totalsOf(piece, currency, taxInclusive);
    if (!totals || totals->gross.minor() > largestPrice)
        return refusal("order.price_too_large", position);
    if (totals->total.isNegative())
        return refusal("order.discount_too_large", position);
    return {};
}

Result<void> checkQuantities(const PieceDraft &piece, const QString &position)
{
    const bool one = piece.quantity == Quantity::whole(1);
    if (isWork(piece.kind) ? !one : piece.quantity.milli() <= 0 || piece.quantity > largestQuantity)
        return refusal("order.quantity", position);
    const auto ordered = piece.clothOrder ? piece.clothOrder->quantity : std::nullopt;
    for (const auto &cloth : {piece.shopCloth, piece.clientCloth, ordered}) {
        if (cloth && (cloth->milli() <= 0 || *cloth > largestQuantity))
            return refusal("order.quantity", position);
    }
    if (piece.shopCloth && !piece.inventoryItem)
        return refusal("order.cloth_without_item", position);
    return {};
}

Result<void> checkPromiseOf(const OrderDraft &draft, const inventory::ShopTerms &terms, Instant now)
{
    if (!draft.promisedDate)
        return draft.promisedTime ? Result<void>(refusal("order.time_without_date")) : Result<void>();
    return checkPromise(Promise{*draft.promisedDate, draft.promisedTime}, terms.calendar, now);
}

} // namespace

Result<void> checkDraft(const OrderDraft &draft, const inventory::ShopTerms &terms, Instant now)
{
    if (draft.pieces.empty())
        return refusal("order.no_pieces");
    int number = 0;
    for (const PieceDraft &piece : draft.pieces) {
        const QString position = QString::number(++number);
        if (piece.name.trimmed().isEmpty())
            return refusal("order.piece_no_name", position);
        TRY(checkMoney(piece, terms.currency, position));
        TRY(checkQuantities(piece, position));
        TRY(checkSums(piece, terms.currency, draft.taxInclusive, position));
    }
    if (const auto &charge = draft.rushCharge; charge && charge->currency() != terms.currency)
        return refusal("order.other_currency");
    if (draft.rushCharge && draft.rushCharge->isNegative())
        return refusal("order.negative_price");
    const auto totals = totalsOf(draft, terms.currency);
    if (!totals || totals->total.minor() > largestPrice)
        return refusal("order.price_too_large");
    if (draft.depositAsked && draft.depositAsked->currency() != terms.currency)
        return refusal("order.other_currency");
    if (draft.depositAsked && draft.depositAsked->isNegative())
        return refusal("order.negative_price");
    return checkPromiseOf(draft, terms, now);
}

Result<void> checkWaivers(const std::vector<PieceDraft> &pieces, Currency currency, bool taxInclusive)
{
    for (size_t i = 0; i < pieces.size(); ++i) {
        const PieceDraft &piece = pieces[i];
        TRY_ASSIGN(const PieceTotals totals, totalsOf(piece, currency, taxInclusive));
        const bool wasWorth = totals.gross.minor() > 0 || (piece.priceBefore && piece.priceBefore->minor() > 0);
        if (totals.total.isZero() && wasWorth && piece.discountReason.trimmed().isEmpty())
            return Error{ErrorKind::Invalid, "order.waiver_no_reason", {QString::number(i + 1), piece.name}, {}};
    }
    return {};
}

std::vector<Notice> noticesOf(const OrderDraft &draft)
{
    std::vector<Notice> notices;
    for (const PieceDraft &piece : draft.pieces) {
        if (piece.kind == PieceKind::Make && !piece.measurementSet)
            notices.push_back({"order.no_measurements", {piece.name}});
    }
    return notices;
}

} // namespace thimblely::orders
