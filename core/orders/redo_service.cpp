// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/orders/redo_service.h"

#include "core/access/session.h"
#include "core/changes/write_door.h"
#include "core/inventory/fields.h"
#include "core/inventory/shop_terms.h"
#include "core/orders/addition_writer.h"
#include "core/orders/order_reader.h"
#include "core/orders/piece_notes.h"
#include "core/orders/piece_writer.h"
#include "core/orders/promise_writer.h"

#include <algorithm>

namespace thimblely::orders {

namespace {

using access::Capability;
using changes::Operation;
using changes::WriteContext;
using storage::Table;

Error invalid(const char *code)
{
    return {ErrorKind::Invalid, code, {}, {}};
}

Result<Piece> garmentToWorkOn(WriteContext &context, OrderItemId id)
{
    TRY_ASSIGN(Piece piece, pieceOf(context, id));
    const auto conflict = [&](const char *code) {
        return Error{ErrorKind::Conflict, code, {QString::number(piece.position)}, {}};
    };
    if (piece.isCancelled())
        return conflict("order.piece_cancelled");
    if (piece.isCollected())
        return conflict("order.piece_collected");
    if (piece.isUnderWork)
        return conflict("order.piece_under_work");
    return piece;
}

//! A new day for work that nobody had promised: work that is asked for today is not late since last month.
Result<void> movePromise(WriteContext &context, OrderId id, const std::optional<Promise> &promised)
{
    TRY_ASSIGN(const inventory::ShopTerms terms, inventory::ShopTerms::load(context.connection()));
    TRY_ASSIGN(const OrderDetail order, loadOrder(context.connection(), id));
    const Instant now = context.clock().now();
    if (!promised) {
        const bool passed = order.promisedDate && *order.promisedDate < terms.calendar.dayOf(now);
        return passed ? Result<void>(invalid("redo.no_day")) : Result<void>();
    }
    const bool stands = order.promisedDate == promised->date && order.promisedTime == promised->time;
    return stands ? Result<void>() : setPromise(context, order, *promised, {});
}

//! The same garment again, with nothing of what was agreed about the first work on it.
PieceDraft sameGarment(const Piece &piece, PieceKind kind, std::vector<Task> tasks)
{
    PieceDraft draft;
    draft.kind = kind;
    draft.garmentType = piece.facts.garmentType;
    draft.name = piece.facts.name;
    draft.colour = piece.facts.colour;
    draft.mark = piece.facts.mark;
    draft.wearer = piece.facts.wearer;
    draft.payer = piece.facts.payer;
    draft.taxRate = piece.facts.taxRate;
    draft.taxCode = piece.facts.taxCode;
    draft.measurementSet = piece.facts.measurementSet;
    draft.tasks = std::move(tasks);
    return draft;
}

Result<OrderItemId> addAgain(WriteContext &context, const Piece &piece, PieceDraft draft, const Approvals &approvals)
{
    Addition addition{piece.order};
    addition.pieces.push_back(std::move(draft));
    TRY_ASSIGN(const Booked booked, addToOrder(context, addition, approvals));
    context.nameIt({booked.number});
    TRY_ASSIGN(auto query, context.query(R"(
        SELECT id FROM order_items WHERE order_id = ? ORDER BY position DESC LIMIT 1)"));
    query->bind(piece.order);
    TRY(query->step());
    return query->id<OrderItemId>(0);
}

Result<OrderItemId> writeRedo(WriteContext &context, FreeRedo redo)
{
    if (redo.tasks.empty())
        return invalid("redo.no_tasks");
    if (redo.why.trimmed().isEmpty())
        return invalid("redo.no_reason");
    TRY_ASSIGN(const auto approver, context.require(Capability::RedoApprove, redo.approval));
    TRY_ASSIGN(const Piece piece, garmentToWorkOn(context, redo.piece));
    TRY(movePromise(context, piece.order, redo.promised));
    for (Task &task : redo.tasks) {
        task.price.reset();
        task.service.reset(); // held against no line of the price list: it costs nothing
    }
    TRY_ASSIGN(const OrderItemId id,
               addAgain(context, piece, sameGarment(piece, PieceKind::Redo, std::move(redo.tasks)), {}));
    QJsonObject slip{{QStringLiteral("why"), redo.why.trimmed()}};
    if (redo.slipOf)
        slip.insert(QStringLiteral("of"), redo.slipOf->toString());
    TRY(context.rows().update(Table::OrderItems, id,
                              {{"redo_of_item_id", redo.piece},
                               {"approved_by", approver},
                               {"qc", inventory::objectOrNull({{QStringLiteral("slip"), slip}})}}));
    TRY(notePiece(context, redo.piece, redo.why));
    return id;
}

Result<OrderItemId> writeChange(WriteContext &context, PaidChange change, const Approvals &approvals)
{
    if (change.tasks.empty())
        return invalid("redo.no_tasks");
    if (std::ranges::any_of(change.tasks, [](const Task &task) { return !task.price; }))
        return invalid("redo.no_price");
    TRY_ASSIGN(const Piece piece, garmentToWorkOn(context, change.piece));
    TRY(movePromise(context, piece.order, change.promised));
    Money price = Money::zero(change.tasks.front().price->currency());
    for (const Task &task : change.tasks) {
        TRY_ASSIGN(price, price.plus(*task.price));
    }
    PieceDraft draft = sameGarment(piece, PieceKind::Alteration, std::move(change.tasks));
    draft.unitPrice = price;
    TRY_ASSIGN(const OrderItemId id, addAgain(context, piece, std::move(draft), approvals));
    TRY(context.rows().update(Table::OrderItems, id, {{"redo_of_item_id", change.piece}}));
    TRY(notePiece(context, change.piece, change.note));
    return id;
}

} // namespace

Result<std::optional<Slip>> RedoService::slipOf(OrderItemId redo) const
{
    TRY_ASSIGN(auto query, m_session.reader().query(
                               "SELECT qc ->> '$.slip.of', qc ->> '$.slip.why' FROM order_items WHERE id = ?"));
    query->bind(redo);
    TRY_ASSIGN(const bool found, query->step());
    if (!found || query->isNull(1))
        return std::optional<Slip>();
    Slip slip{std::nullopt, query->text(1)};
    if (const auto person = PersonId::parse(query->text(0)))
        slip.person = *person;
    return std::optional(slip);
}

QFuture<Result<OrderItemId>> RedoService::redo(FreeRedo redo)
{
    return m_door.write<OrderItemId>(
        Operation{"order.redo"}, [redo = std::move(redo)](WriteContext &context) { return writeRedo(context, redo); });
}

QFuture<Result<OrderItemId>> RedoService::change(PaidChange change, Approvals approvals)
{
    return m_door.write<OrderItemId>(Operation{"order.change"},
                                     [change = std::move(change), approvals = std::move(approvals)](
                                         WriteContext &context) { return writeChange(context, change, approvals); });
}

} // namespace thimblely::orders
