// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/invoices/refund_service.h"

#include "core/access/session.h"
#include "core/changes/write_door.h"
#include "core/finance/money_entry.h"
#include "core/finance/refund_writer.h"
#include "core/invoices/invoice_repository.h"
#include "core/invoices/invoice_writer.h"
#include "core/orders/order_reader.h"

#include <algorithm>

namespace thimblely::invoices {

namespace {

using access::Capability;
using changes::Operation;
using changes::WriteContext;

//! The newest one that bills the row.
Result<std::optional<InvoiceDocument>> billing(access::ScopedConnection &connection, OrderId order, int position)
{
    TRY_ASSIGN(auto documents, InvoiceRepository(connection).documents(order, InvoiceKind::Invoice));
    const auto bills = [position](const InvoiceDocument &document) {
        return std::ranges::find(document.lines, position, &InvoiceLine::position) != document.lines.end();
    };
    const auto found = std::ranges::find_if(documents.rbegin(), documents.rend(), bills);
    return found == documents.rend() ? std::optional<InvoiceDocument>() : std::optional(std::move(*found));
}

Result<std::optional<InvoiceDocument>> credit(WriteContext &context, const orders::OrderDetail &order,
                                              const CutRefund &refund, const orders::PriceCut &cut)
{
    TRY_ASSIGN(const orders::CutPiece less, orders::cutOf(order, cut));
    TRY_ASSIGN(const auto invoice, billing(context.connection(), order.id, less.before.position));
    if (!invoice)
        return std::optional<InvoiceDocument>();
    TRY(context.require(Capability::InvoicesCredit, access::approvalFor(Capability::InvoicesCredit, refund.approvals)));
    const orders::PieceDraft &facts = less.before.facts;
    InvoiceLine line{
        less.before.position,        facts.name,    cut.reason.trimmed(), Quantity::whole(1), facts.unit, less.net,
        Money::zero(order.currency), facts.taxRate, facts.taxCode,        less.tax,           less.net};
    TRY_ASSIGN(InvoiceDocument note, issueCreditNote(context, *invoice, {std::move(line)}));
    return std::optional(std::move(note));
}

Result<CutRefunded> refundCut(WriteContext &context, CutRefund refund, OrderId id)
{
    TRY_ASSIGN(const orders::OrderDetail order, orders::loadOrder(context.connection(), id));
    const orders::PriceCut cut{refund.piece, *refund.refund.part, refund.refund.reason};
    // The paper first: beneath one that bills it the price stays.
    TRY_ASSIGN(const auto note, credit(context, order, refund, cut));
    TRY(orders::cutPrice(context, order, cut, refund.approvals));
    refund.refund.why = finance::RefundFor::PriceCut;
    refund.refund.approval = access::approvalFor(Capability::OrdersRefund, refund.approvals);
    TRY_ASSIGN(const finance::PaymentTaken money, finance::refundPayment(context, refund.refund));
    TRY(finance::nameMoney(context, money));
    return CutRefunded{money, note ? std::optional(note->id) : std::nullopt, note ? note->number : QString()};
}

Result<OrderId> orderOf(access::ScopedConnection &connection, OrderItemId piece)
{
    TRY_ASSIGN(auto query, connection.query("SELECT order_id FROM order_items WHERE id = ?"));
    query->bind(piece);
    TRY_ASSIGN(const bool found, query->step());
    if (!found)
        return Error{ErrorKind::NotFound, "order.piece_not_found", {}, {}};
    return query->id<OrderId>(0);
}

} // namespace

Result<std::optional<InvoiceDocument>> RefundService::billedBy(OrderId order, OrderItemId piece) const
{
    access::ScopedConnection &reader = m_session.reader();
    TRY_ASSIGN(const auto moment, reader.snapshot());
    TRY_ASSIGN(orders::OrderDetail detail, orders::loadOrder(reader, order));
    const orders::Piece *row = detail.row(piece);
    if (!row)
        return Error{ErrorKind::NotFound, "order.piece_not_found", {}, {}};
    return billing(reader, order, row->position);
}

Result<void> RefundService::check(OrderId order, const orders::PriceCut &cut) const
{
    TRY_ASSIGN(const orders::OrderDetail detail, orders::loadOrder(m_session.reader(), order));
    TRY(orders::cutOf(detail, cut));
    return {};
}

Result<std::vector<access::Capability>> RefundService::needs(OrderId order, const orders::PriceCut &cut) const
{
    access::ScopedConnection &reader = m_session.reader();
    TRY_ASSIGN(const auto moment, reader.snapshot());
    TRY_ASSIGN(const orders::OrderDetail detail, orders::loadOrder(reader, order));
    TRY_ASSIGN(const orders::CutPiece less, orders::cutOf(detail, cut));
    TRY_ASSIGN(const bool mayCut, orders::mayCutPrice(reader, detail, less));
    return mayCut ? std::vector<access::Capability>() : std::vector{access::Capability::OrdersDiscount};
}

QFuture<Result<CutRefunded>> RefundService::refund(CutRefund refund)
{
    const auto order = orderOf(m_session.reader(), refund.piece);
    bool billed = false; // a paper that was issued stays
    if (order) {
        const auto invoice = billedBy(*order, refund.piece);
        billed = invoice && invoice->has_value();
    }
    return m_door.write<CutRefunded>(Operation{"payment.refund_cut", {}, !billed},
                                     [refund = std::move(refund)](WriteContext &context) -> Result<CutRefunded> {
                                         if (!refund.refund.part)
                                             return Error{ErrorKind::Invalid, "payment.not_positive", {}, {}};
                                         TRY_ASSIGN(const OrderId id, orderOf(context.connection(), refund.piece));
                                         return refundCut(context, refund, id);
                                     });
}

} // namespace thimblely::invoices
