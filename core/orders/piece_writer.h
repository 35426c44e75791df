// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/access/approval.h"
#include "core/changes/write_context.h"
#include "core/orders/order.h"

namespace thimblely::orders {

// What happens to the pieces of a booked order; parts of write operations, on the writer thread. A piece's stage is a
// row of its log (sys_activity), and the order's status follows from its pieces. Errors: order_service.h.

//! A piece of a booked order. Conflict "order.is_draft", NotFound "order.piece_not_found".
Result<Piece> pieceOf(changes::WriteContext &context, OrderItemId piece);
//! As on its tag: "1042-2".
Result<QString> tagOf(changes::WriteContext &context, OrderItemId piece);
//! An order of which something is here still. Conflict "order.is_draft", "order.cancelled", "order.collected".
Result<OrderDetail> openOrder(changes::WriteContext &context, OrderId order);
//! A row of its log; `what` says what happened, the rest is filled in. Later than what the log holds of it.
Result<void> logPiece(changes::WriteContext &context, OrderItemId piece, std::vector<access::Field> what);
//! The body as it was when the piece was made stays with the piece, whatever is measured later.
Result<void> freezeMeasures(changes::WriteContext &context, const Piece &piece);
Result<void> completeOrder(changes::WriteContext &context, OrderId order);
Result<void> movePiece(changes::WriteContext &context, OrderItemId piece, Stage stage);

//! The right to let unpaid pieces go: one's own, or an approval, which covers all orders of one operation.
class UnpaidRelease {
public:
    explicit UnpaidRelease(std::optional<access::Approval> approval) : m_approval(std::move(approval)) {}

    //! Spends the approval the first time it is needed. Forbidden as WriteContext::require.
    Result<void> require(changes::WriteContext &context);
    //! Who approved; none: it was the person's own right, or was not needed.
    std::optional<PersonId> approver() const { return m_approver.value_or(std::nullopt); }

private:
    std::optional<access::Approval> m_approval;
    std::optional<std::optional<PersonId>> m_approver;
};

Result<void> handOverPieces(changes::WriteContext &context, const HandOver &handOver);
Result<void> handOverPieces(changes::WriteContext &context, const HandOver &handOver, UnpaidRelease &release);
/*!
 * What is sold as it is leaves the shelf with the order it stands in, and goes home with the client where what stays
 * covers what is owed; else it waits ready to be fetched. Nothing where the order holds none that is here.
 */
Result<void> giveGoods(changes::WriteContext &context, OrderId order);
Result<void> cancelPiece(changes::WriteContext &context, OrderItemId piece, const QString &reason);

} // namespace thimblely::orders
