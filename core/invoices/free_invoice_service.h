// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/access/approval.h"
#include "core/invoices/free_invoice.h"

#include <QFuture>

namespace thimblely::access {
class Session;
}
namespace thimblely::changes {
class WriteDoor;
}

namespace thimblely::invoices {

/*!
 * Invoices of no order: written as a draft, issued as the others in the same gapless series and chain, paid by themselves,
 * and corrected by credit notes. What was issued is not undone; a draft is.
 *
 * Errors: those of free_invoice.h; "invoice.not_draft", "invoice.of_order", "invoice.due_past", "invoice.no_reason",
 * "payment.more_than_due", "payment.method_asked", and those of payment_service.h; NotFound "invoice.not_found";
 * Forbidden with invoices:issue, invoices:credit or orders:take_payment.
 */
class FreeInvoiceService {
public:
    FreeInvoiceService(access::Session &session, changes::WriteDoor &door) : m_session(session), m_door(door) {}

    //! With the shop's way to write taxes.
    Result<FreeInvoice> blank() const;
    Result<FreeInvoice> draft(InvoiceId draft) const;
    //! What is left of an invoice to be credited.
    Result<Money> creditable(InvoiceId invoice) const;

    //! None: a new one.
    QFuture<Result<InvoiceId>> keep(std::optional<InvoiceId> draft, FreeInvoice invoice);
    QFuture<Result<void>> drop(InvoiceId draft);
    //! As it is given, kept or not: the number is given, and the document frozen, in one commit.
    QFuture<Result<InvoiceDocument>> issue(std::optional<InvoiceId> draft, FreeInvoice invoice);
    QFuture<Result<finance::PaymentTaken>> take(InvoiceId invoice, finance::PaymentDraft payment);
    QFuture<Result<InvoiceDocument>> credit(InvoiceId invoice, Money amount, QString reason,
                                            access::Approvals approvals = {});

private:
    access::Session &m_session;
    changes::WriteDoor &m_door;
};

} // namespace thimblely::invoices
