// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/invoices/documents.h"

namespace thimblely::invoices {

//! What the lines of one document come to.
struct LineSums {
    Money subtotal;
    Money discount;
    Money tax;
    Money total;
};

/*!
 * The pieces and charges of an order that are not cancelled, less what its earlier documents bill, and with what its
 * credit notes took off: a piece that was added later has
 * its line, a piece that grew by a task one for the difference; empty where all is billed. Pure; any thread.
 */
Result<std::vector<InvoiceLine>> linesOf(const orders::OrderDetail &order, const std::vector<InvoiceDocument> &earlier);
//! One line per rate and code.
Result<std::vector<TaxLine>> taxesOf(const std::vector<InvoiceLine> &lines, bool taxInclusive);
Result<LineSums> sumsOf(const std::vector<InvoiceLine> &lines, bool taxInclusive, Currency currency);

} // namespace thimblely::invoices
