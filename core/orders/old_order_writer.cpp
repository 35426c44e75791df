// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/orders/old_order_writer.h"

#include "core/base/error_args.h"
#include "core/inventory/shop_terms.h"
#include "core/orders/order_writer.h"
#include "core/orders/piece_writer.h"
#include "core/orders/rack_service.h"

#include <QCoreApplication>

namespace thimblely::orders {

namespace {

using access::Field;
using access::FieldValue;
using changes::WriteContext;
using storage::Table;

Result<std::vector<OrderItemId>> piecesOf(WriteContext &context, OrderId order)
{
    TRY_ASSIGN(auto query, context.query("SELECT id FROM order_items WHERE order_id = ? ORDER BY position"));
    query->bind(order);
    std::vector<OrderItemId> ids;
    for (;;) {
        TRY_ASSIGN(const bool more, query->step());
        if (!more)
            return ids;
        ids.push_back(query->id<OrderItemId>(0));
    }
}

FieldValue timeOrNull(const std::optional<QTime> &time)
{
    return time ? FieldValue(time->toString(QStringLiteral("HH:mm"))) : FieldValue(std::nullopt);
}

//! What the counter would refuse, since there it would be a slip: days that lie behind.
Result<void> dateBack(WriteContext &context, OrderId order, const OldOrder &old, const std::vector<OrderItemId> &pieces)
{
    TRY_ASSIGN(const auto terms, inventory::ShopTerms::load(context.connection()));
    const Date today = terms.calendar.dayOf(context.clock().now());
    if (old.takenIn && *old.takenIn > today)
        return Error{ErrorKind::Invalid, "order.taken_in_later", {errorArg(*old.takenIn)}, {}};
    std::vector<Field> fields;
    if (old.takenIn && *old.takenIn != today)
        fields.push_back({"order_date", *old.takenIn});
    if (old.promised) {
        fields.push_back({"promised_date", *old.promised});
        fields.push_back({"promised_time", timeOrNull(old.promisedAt)});
        if (!old.readyAt && *old.promised >= today)
            fields.push_back({"first_promised_date", *old.promised});
    }
    if (!old.page.isEmpty())
        fields.push_back({"page_media", access::BlobValue{old.page}});
    if (!fields.empty())
        TRY(context.rows().update(Table::Orders, order, fields));
    for (const OrderItemId &piece : pieces) {
        if (old.promised)
            TRY(context.rows().update(Table::OrderItems, piece, {{"due_date", *old.promised}}));
    }
    return {};
}

} // namespace

Result<Booked> bookOldOrder(WriteContext &context, const OldOrder &old)
{
    OrderDraft draft;
    draft.client = old.client;
    draft.pieces = old.pieces;
    draft.paperTicketNumber = old.ticket;
    draft.notes = old.notes;
    draft.taxInclusive = true;
    TRY_ASSIGN(Booked booked, bookOrder(context, draft));
    TRY_ASSIGN(const std::vector<OrderItemId> pieces, piecesOf(context, booked.id));
    TRY(dateBack(context, booked.id, old, pieces));
    if (!old.readyAt)
        return booked;
    for (const OrderItemId &piece : pieces)
        TRY(movePiece(context, piece, Stage::Ready));
    if (!old.readyAt->simplified().isEmpty())
        TRY(hangPieces(context, pieces, *old.readyAt));
    return booked;
}

QString oldDebtTitle()
{
    return QCoreApplication::translate("OldBook", "Balance from the old book");
}

Result<Booked> bookOldDebt(WriteContext &context, ClientId client, const Money &owed, const std::optional<Date> &since,
                           const QString &ticket, const QByteArray &page)
{
    PieceDraft line;
    line.kind = PieceKind::Service;
    line.name = oldDebtTitle();
    line.unitPrice = owed;
    OrderDraft draft;
    draft.client = client;
    draft.title = line.name;
    draft.paperTicketNumber = ticket;
    draft.pieces = {line};
    TRY_ASSIGN(Booked booked, bookOrder(context, draft));
    TRY_ASSIGN(const std::vector<OrderItemId> pieces, piecesOf(context, booked.id));
    OldOrder old;
    old.takenIn = since;
    old.page = page;
    TRY(dateBack(context, booked.id, old, pieces));
    for (const OrderItemId &piece : pieces)
        TRY(logPiece(context, piece, {{"kind", "stage"}, {"stage", toCode(Stage::Collected)}}));
    return booked;
}

} // namespace thimblely::orders
