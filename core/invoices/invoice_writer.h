// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/changes/write_context.h"
#include "core/invoices/documents.h"

namespace thimblely::invoices {

// Parts of write operations that are not undoable; on the writer thread. Errors: invoice_service.h.

Result<InvoiceDocument> issueInvoice(changes::WriteContext &context, OrderId order, InvoiceKind kind);
//! Takes the line off what an invoice bills, in the same series. Forbidden with invoices:credit.
Result<InvoiceDocument> issueCreditNote(changes::WriteContext &context, const InvoiceDocument &invoice,
                                        InvoiceLine line);

} // namespace thimblely::invoices
