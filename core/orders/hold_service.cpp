// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/orders/hold_service.h"

#include "core/changes/write_door.h"
#include "core/orders/piece_json.h"
#include "core/orders/piece_writer.h"

namespace thimblely::orders {

namespace {

using changes::Operation;
using changes::WriteContext;
using storage::Table;

Error conflict(const char *code, const Piece &piece)
{
    return {ErrorKind::Conflict, code, {QString::number(piece.position)}, {}};
}

Result<Piece> pieceThatIsHere(WriteContext &context, OrderItemId id)
{
    TRY_ASSIGN(Piece piece, pieceOf(context, id));
    if (piece.isCancelled())
        return conflict("order.piece_cancelled", piece);
    if (piece.isCollected())
        return conflict("order.piece_collected", piece);
    return piece;
}

Result<void> write(WriteContext &context, OrderItemId piece, const Hold &hold)
{
    return context.rows().update(Table::OrderItems, piece, {{"hold", writeHold(hold)}});
}

Result<void> ask(WriteContext &context, OrderItemId id, HoldReason why, const QString &question)
{
    if (question.isEmpty())
        return Error{ErrorKind::Invalid, "hold.no_question", {}, {}};
    TRY_ASSIGN(const Piece piece, pieceThatIsHere(context, id));
    Hold hold{why, question, piece.isWaiting() ? piece.hold->since : context.clock().now()};
    return write(context, id, hold);
}

Result<void> answer(WriteContext &context, OrderItemId id, const QString &said)
{
    if (said.isEmpty())
        return Error{ErrorKind::Invalid, "hold.no_answer", {}, {}};
    TRY_ASSIGN(const Piece piece, pieceThatIsHere(context, id));
    if (!piece.isWaiting())
        return conflict("hold.not_waiting", piece);
    Hold hold = *piece.hold;
    hold.answer = said;
    hold.answeredAt = context.clock().now();
    hold.answeredBy = context.principal().person; // who need not be told of it
    return write(context, id, hold);
}

} // namespace

QFuture<Result<void>> HoldService::ask(OrderItemId piece, HoldReason why, QString question)
{
    return m_door.write<void>(Operation{"order.hold"},
                              [piece, why, question = question.trimmed()](WriteContext &context) {
                                  return orders::ask(context, piece, why, question);
                              });
}

QFuture<Result<void>> HoldService::answer(OrderItemId piece, QString answer)
{
    return m_door.write<void>(Operation{"order.answer"}, [piece, answer = answer.trimmed()](WriteContext &context) {
        return orders::answer(context, piece, answer);
    });
}

} // namespace thimblely::orders
