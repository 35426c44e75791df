// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/changes/write_context.h"
#include "core/invoices/documents.h"

namespace thimblely::invoices {

//! Part of a write operation that is not undoable; on the writer thread. Errors: invoice_service.h.
Result<InvoiceDocument> issueInvoice(changes::WriteContext &context, OrderId order, InvoiceKind kind,
                                     const std::optional<ClientId> &payer);

} // namespace thimblely::invoices
