// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/changes/write_context.h"
#include "core/invoices/billed_lines.h"
#include "core/invoices/documents.h"

namespace thimblely::invoices {

// Parts of write operations that are not undoable; on the writer thread. Errors: invoice_service.h.

//! What a document rests on besides its lines.
struct Basis {
    std::optional<OrderId> order;
    QString orderNumber;
    Currency currency;
    bool taxInclusive;
    std::optional<Date> supplied;
    std::optional<ClientId> billed = {};
    Party buyer = {};                    //!< where it is no client
    std::optional<Date> due = {};        //!< none: at once
    std::optional<InvoiceId> draft = {}; //!< whose row it becomes
    QString notes = {};
};

//! Gives the document its number and its place in the chain, and writes it.
Result<InvoiceDocument> freeze(changes::WriteContext &context, const Basis &basis, InvoiceKind kind,
                               std::vector<InvoiceLine> lines, const InvoiceDocument *corrected = nullptr);

//! Bills one of those who pay for the order; none: its client.
Result<InvoiceDocument> issueInvoice(changes::WriteContext &context, OrderId order, InvoiceKind kind,
                                     const std::optional<ClientId> &payer);
//! Takes the lines off what an invoice bills, in the same series. Forbidden with invoices:credit.
Result<InvoiceDocument> issueCreditNote(changes::WriteContext &context, const InvoiceDocument &invoice,
                                        std::vector<InvoiceLine> lines);

//! All of them, by one's own right or an approval. Forbidden with invoices:credit.
Result<std::vector<InvoiceId>> issueCreditNotes(changes::WriteContext &context, const std::vector<CreditPlan> &plans,
                                                const access::Approvals &approvals);

//! InvoiceService::stamp().
Result<void> writeStamp(changes::WriteContext &context, InvoiceId invoice, const FiscalStamp &stamp);

} // namespace thimblely::invoices
