// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/orders/cancel_writer.h"

#include "core/base/error_args.h"
#include "core/base/initials.h"
#include "core/inventory/fields.h"
#include "core/orders/cloth_writer.h"
#include "core/orders/order_reader.h"
#include "core/orders/order_totals.h"
#include "core/orders/piece_notes.h"
#include "core/orders/piece_rows.h"
#include "core/orders/piece_writer.h"
#include "core/orders/production_lock.h"
#include "core/search/searched_rows.h"

#include <QCoreApplication>

#include <algorithm>
#include <set>

namespace thimblely::orders {

namespace {

using changes::WriteContext;

Error conflict(const char *code, const Piece &piece)
{
    return {ErrorKind::Conflict, code, {QString::number(piece.position)}, {}};
}

//! The first of a set that stands carries its price: gone alone it would take the others' with it.
Result<void> checkSets(const OrderDetail &order, const std::vector<Piece> &going)
{
    std::set<int> seen;
    for (const Piece &piece : order.pieces) {
        const int set = piece.facts.setNo;
        const bool goes = std::ranges::find(going, piece.id, &Piece::id) != going.end();
        if (set == 0 || piece.isCancelled() || !seen.insert(set).second || !goes)
            continue;
        const bool others = std::ranges::any_of(order.pieces, [&](const Piece &other) {
            return other.facts.setNo == set && !other.isCancelled() &&
                   std::ranges::find(going, other.id, &Piece::id) == going.end();
        });
        if (others)
            return Error{ErrorKind::Conflict,
                         "order.set_carries_price",
                         {QString::number(piece.position), piece.facts.name},
                         {}};
    }
    return {};
}

//! Of whoever is signed in: what goes back over the counter is signed for, too.
Result<QString> ownInitials(WriteContext &context)
{
    TRY_ASSIGN(auto query, context.query("SELECT full_name FROM profiles WHERE id = ?"));
    query->bind(context.principal().person);
    TRY_ASSIGN(const bool found, query->step());
    const QString initials = found ? initialsOf(query->text(0)) : QString();
    return initials.isEmpty() ? QStringLiteral("?") : initials; // a person without a name
}

Result<void> settleCloth(WriteContext &context, const Piece &piece, OwnCloth cloth)
{
    if (!piece.isOfOwnCloth())
        return {};
    if (cloth == OwnCloth::Kept)
        return notePiece(context, piece.id,
                         QCoreApplication::translate("Cancelling", "The client’s own cloth stays here."));
    const Quantity here = piece.clothHere().value_or(Quantity(0));
    if (here <= Quantity(0))
        return {};
    TRY_ASSIGN(const QString initials, ownInitials(context));
    return recordCloth(context, piece.id,
                       {.returned = piece.clothReturned.value_or(Quantity(0)) + here, .initials = initials});
}

//! A line that is billed and hangs nowhere: over at once, so that nothing that ends the order's charges ends it too.
Result<void> billFee(WriteContext &context, const OrderDetail &order, PieceDraft fee)
{
    OrderDraft draft;
    draft.client = order.client;
    draft.taxInclusive = order.taxInclusive;
    draft.pieces.push_back(std::move(fee));
    const int last = order.lastPosition();
    TRY(writePieces(context, {order.id, order.number, last}, draft, order.currency, {std::nullopt}));
    TRY_ASSIGN(auto query, context.query("SELECT id FROM order_items WHERE order_id = ? AND position = ?"));
    query->bind(order.id, last + 1);
    TRY(query->step());
    const auto line = query->id<OrderItemId>(0);
    query->reset();
    return logPiece(context, line, {{"kind", "stage"}, {"stage", toCode(Stage::Collected)}});
}

} // namespace

Result<std::vector<Piece>> piecesToCancel(const OrderDetail &order, const PieceCancel &cancel)
{
    std::vector<Piece> going;
    for (const Piece &piece : order.pieces) {
        const bool named = std::ranges::find(cancel.pieces, piece.id) != cancel.pieces.end();
        if (named && piece.isCancelled())
            return conflict("order.piece_cancelled", piece);
        if (named && piece.isCollected())
            return conflict("order.piece_collected", piece);
        if (named || (cancel.pieces.empty() && piece.isHere()))
            going.push_back(piece);
    }
    TRY(checkSets(order, going));
    if (going.empty() || (!cancel.pieces.empty() && going.size() != cancel.pieces.size()))
        return Error{ErrorKind::NotFound, "order.piece_not_found", {}, {}};
    return going;
}

bool endsOrder(const OrderDetail &order, const std::vector<Piece> &going)
{
    return std::ranges::none_of(order.pieces, [&](const Piece &piece) {
        return piece.isHere() && std::ranges::find(going, piece.id, &Piece::id) == going.end();
    });
}

Result<std::optional<PieceDraft>> cancelFee(const OrderDetail &order, const std::vector<Piece> &going,
                                            const std::optional<Money> &kept)
{
    if (!kept || kept->isZero() || going.empty())
        return std::optional<PieceDraft>();
    Money worth = Money::zero(order.currency);
    for (const Piece &piece : going) {
        TRY_ASSIGN(worth, worth.plus(worthOf(order, piece)));
    }
    if (kept->currency() != order.currency)
        return Error{ErrorKind::Invalid, "payment.other_currency", {}, {}};
    if (kept->isNegative() || kept->minor() > worth.minor())
        return Error{ErrorKind::Invalid, "cancel.kept_too_large", {errorArg(worth)}, {}};
    PieceDraft fee;
    fee.kind = PieceKind::Service;
    fee.charge = Charge::Cancellation;
    fee.name = chargeWords(Charge::Cancellation);
    fee.taxRate = going.front().facts.taxRate;
    fee.taxCode = going.front().facts.taxCode;
    const auto payer = order.payerOf(going.front());
    const bool oneOf = std::ranges::all_of(going, [&](const Piece &piece) { return order.payerOf(piece) == payer; });
    fee.payer = oneOf ? payer : order.client;
    fee.unitPrice = kept;
    if (!order.taxInclusive) {
        TRY_ASSIGN(const Money tax, taxOn(*kept, fee.taxRate, true));
        TRY_ASSIGN(fee.unitPrice, kept->minus(tax));
    }
    return std::optional(fee);
}

Result<void> cancelPieces(WriteContext &context, const PieceCancel &cancel,
                          const std::optional<access::Approval> &unlock)
{
    TRY(context.principal().require(access::Capability::OrdersWrite));
    TRY(context.principal().require(access::Capability::PricesRead));
    TRY_ASSIGN(const OrderDetail order, openOrder(context, cancel.order));
    TRY_ASSIGN(const std::vector<Piece> going, piecesToCancel(order, cancel));
    TRY_ASSIGN(std::optional<PieceDraft> fee, cancelFee(order, going, cancel.kept));
    TRY(unlockBegun(context, going, unlock, cancel.reason));
    for (const Piece &piece : going) {
        TRY(settleCloth(context, piece, cancel.cloth));
        TRY(cancelPiece(context, piece.id, cancel.reason));
    }
    if (fee) {
        TRY(billFee(context, order, std::move(*fee)));
    }
    return search::refreshOrder(context, order.id);
}

} // namespace thimblely::orders
