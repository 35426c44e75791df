// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/invoices/documents.h"
#include "core/invoices/work_papers.h"

#include <QFuture>

namespace thimblely::access {
class Session;
}
namespace thimblely::changes {
class WriteDoor;
}

namespace thimblely::invoices {

/*!
 * Invoices and what is printed for an order. An issued document is never changed nor undone; it is corrected by a
 * credit note.
 *
 * Errors: "invoice.issued_already" (args[0] its number), "invoice.empty_order", "invoice.draft_order",
 * "invoice.kind"; Forbidden with invoices:issue.
 */
class InvoiceService {
public:
    InvoiceService(access::Session &session, changes::WriteDoor &door) : m_session(session), m_door(door) {}

    Result<InvoiceDocument> load(InvoiceId invoice) const;
    //! The last invoice issued for an order to one of those who pay for it (none: its client), if there is one.
    Result<std::optional<InvoiceId>> forOrder(OrderId order, std::optional<ClientId> payer = {}) const;
    //! What took something off the invoices of an order, the first one first.
    Result<std::vector<InvoiceDocument>> creditNotes(OrderId order) const;
    //! Whether they pay for what none of its invoices bills: all of it, or what was added since.
    Result<bool> hasUnbilled(OrderId order, std::optional<ClientId> payer = {}) const;
    //! Refused where the frozen row and its hash, or the chain to the one before, no longer agree.
    Result<void> verify(InvoiceId invoice) const;
    Result<ReceiptDocument> receipt(TransactionId payment) const;
    Result<ClaimCheck> claimCheck(OrderId order) const;
    //! Of one of several who pay for it: their pieces and their sum. NotFound "order.pays_nothing" (args[0] its number);
    //! Forbidden where the person may not read prices.
    Result<ClaimCheck> claimCheck(OrderId order, ClientId payer) const;
    //! For the workroom, without a price: its people print it too. "order.is_draft", "order.not_found".
    Result<WorkOrder> workOrder(OrderId order) const;
    //! Conflict "order.nothing_ready"; Forbidden without clients:read.
    Result<UncollectedNotice> uncollectedNotice(OrderId order) const;
    //! What is ready for more than so many days; 0: all. Conflict "order.nothing_ready"; Forbidden without clients:read.
    Result<UncollectedList> uncollectedList(int overDays) const;
    //! Conflict "order.not_a_quote"; Forbidden where the person may not read prices.
    Result<QuoteDocument> quote(OrderId quote) const;
    //! NotFound "client.unknown"; Forbidden where the person may not read prices.
    Result<Statement> statement(ClientId client) const;

    //! Bills one of those who pay (none: the order's client) what of theirs is not billed yet. The number is given, and the document frozen, in one commit; it cannot be undone.
    QFuture<Result<InvoiceDocument>> issue(OrderId order, InvoiceKind kind = InvoiceKind::Invoice,
                                           std::optional<ClientId> payer = {});
    //! What the tax office's system gave for it; typed again where it was typed wrong. Invalid "invoice.bad_stamp".
    QFuture<Result<void>> stamp(InvoiceId invoice, const FiscalStamp &stamp);

private:
    Result<ClaimCheck> checkOf(const orders::OrderDetail &order) const;

    access::Session &m_session;
    changes::WriteDoor &m_door;
};

} // namespace thimblely::invoices
