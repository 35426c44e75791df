// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/invoices/documents.h"
#include "core/orders/order.h"

namespace thimblely::invoices {

//! A row of an order that comes to less than its invoices bill of it.
struct CreditRow {
    orders::Piece row;
    Money total; //!< that stays, as the prices of the order are written; zero: it is cancelled
    Money tax;
};

//! What is to be taken off one issued invoice.
struct CreditPlan {
    InvoiceDocument invoice;
    std::vector<InvoiceLine> lines;

    Result<Money> total() const; //!< as its lines are written
};

/*!
 * What issued invoices bill of these rows beyond what stays, less what credit notes took off: a plan for each invoice
 * with a line for each row, the newest invoice first. `billing`: the order's invoices and the credit notes on them. Pure;
 * any thread.
 */
Result<std::vector<CreditPlan>> creditPlans(const std::vector<InvoiceDocument> &billing,
                                            const std::vector<CreditRow> &rows, const QString &reason);

} // namespace thimblely::invoices
