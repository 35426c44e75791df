// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/access/approval.h"
#include "core/changes/write_context.h"
#include "core/invoices/free_invoice.h"

namespace thimblely::invoices {

// Parts of write operations, on the writer thread. Errors: free_invoice_service.h.

//! A draft as it was kept; "invoice.not_draft" where it was issued or dropped.
Result<FreeInvoice> readDraft(access::ScopedConnection &connection, InvoiceId draft);
Result<InvoiceId> writeDraft(changes::WriteContext &context, const std::optional<InvoiceId> &draft,
                             const FreeInvoice &invoice);
Result<void> dropDraft(changes::WriteContext &context, InvoiceId draft);
Result<InvoiceDocument> issueFree(changes::WriteContext &context, const std::optional<InvoiceId> &draft,
                                  const FreeInvoice &invoice);
Result<InvoiceDocument> creditFree(changes::WriteContext &context, InvoiceId invoice, const Money &amount,
                                   const QString &reason, const access::Approvals &approvals);

} // namespace thimblely::invoices
