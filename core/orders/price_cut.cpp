// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/orders/price_cut.h"

#include "core/base/error_args.h"
#include "core/orders/discount_limit.h"
#include "core/orders/order_totals.h"
#include "core/orders/piece_json.h"

namespace thimblely::orders {

namespace {

using changes::WriteContext;
using storage::Table;

Error invalid(const char *code, const QStringList &args = {})
{
    return {ErrorKind::Invalid, code, args, {}};
}

//! What is paid for it, with its tax.
Result<Money> paidFor(const PieceTotals &totals, bool taxInclusive)
{
    return taxInclusive ? Result<Money>(totals.total) : totals.total.plus(totals.tax);
}

PieceDraft withLess(const Piece &piece, const Money &discount, const QString &reason)
{
    PieceDraft facts = piece.facts;
    facts.discount = discount;
    const QString before = facts.discountReason.trimmed();
    facts.discountReason = before.isEmpty() ? reason : before + QStringLiteral("; ") + reason;
    return facts;
}

Result<Money> discountAfter(const Piece &piece, const CutPiece &cut)
{
    return piece.facts.discount.value_or(Money::zero(cut.net.currency())).plus(cut.net);
}

} // namespace

Result<CutPiece> cutOf(const OrderDetail &order, const PriceCut &cut)
{
    OrderDetail copy = order;
    const Piece *piece = copy.row(cut.piece);
    if (!piece)
        return Error{ErrorKind::NotFound, "order.piece_not_found", {}, {}};
    if (order.status == OrderStatus::Draft)
        return Error{ErrorKind::Conflict, "order.is_draft", {}, {}};
    if (piece->isCancelled())
        return Error{ErrorKind::Conflict, "order.piece_cancelled", {QString::number(piece->position)}, {}};
    if (cut.reason.trimmed().isEmpty())
        return invalid("order.cut_no_reason");
    if (cut.amount.currency() != order.currency)
        return invalid("payment.other_currency");
    if (cut.amount.minor() <= 0)
        return invalid("payment.not_positive");
    TRY_ASSIGN(const PieceTotals before, totalsOf(piece->facts, order.currency, order.taxInclusive));
    TRY_ASSIGN(const Money paid, paidFor(before, order.taxInclusive));
    if (cut.amount.minor() > paid.minor())
        return invalid("order.cut_too_large", {errorArg(paid)});
    CutPiece result{*piece, cut.amount, Money::zero(order.currency)};
    if (!order.taxInclusive) {
        TRY_ASSIGN(const Money inside, taxOn(cut.amount, piece->facts.taxRate, true));
        TRY_ASSIGN(result.net, cut.amount.minus(inside));
    }
    TRY_ASSIGN(const Money discount, discountAfter(*piece, result));
    TRY_ASSIGN(const PieceTotals after, totalsOf(withLess(*piece, discount, {}), order.currency, order.taxInclusive));
    TRY_ASSIGN(result.tax, before.tax.minus(after.tax));
    return result;
}

Result<bool> mayCutPrice(access::ScopedConnection &connection, const OrderDetail &order, const CutPiece &cut)
{
    TRY_ASSIGN(const Money discount, discountAfter(cut.before, cut));
    TRY_ASSIGN(const PieceTotals totals, totalsOf(cut.before.facts, order.currency, order.taxInclusive));
    return mayDiscount(connection, discount, totals.gross);
}

Result<void> cutPrice(WriteContext &context, const OrderDetail &order, const PriceCut &cut, const Approvals &approvals)
{
    TRY_ASSIGN(const CutPiece less, cutOf(order, cut));
    TRY_ASSIGN(const bool mayAlone, mayCutPrice(context.connection(), order, less));
    std::optional<PersonId> approver;
    if (!mayAlone) {
        TRY_ASSIGN(approver, context.require(access::Capability::OrdersDiscount,
                                             access::approvalFor(access::Capability::OrdersDiscount, approvals)));
    }
    TRY_ASSIGN(const Money discount, discountAfter(less.before, less));
    const PieceDraft facts = withLess(less.before, discount, cut.reason.trimmed());
    TRY_ASSIGN(const PieceTotals totals, totalsOf(facts, order.currency, order.taxInclusive));
    const QByteArray taxes = writeTaxes(facts.taxCode, facts.taxRate, totals.tax);
    std::vector<access::Field> fields{
        {"discount_minor", discount},
        {"discount_reason", facts.discountReason},
        {"total_minor", totals.total},
        {"taxes", taxes.isEmpty() ? access::FieldValue(std::nullopt) : access::FieldValue(taxes)}};
    if (approver)
        fields.push_back({"approved_by", *approver});
    return context.rows().update(Table::OrderItems, cut.piece, fields);
}

} // namespace thimblely::orders
