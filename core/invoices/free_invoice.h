// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/invoices/documents.h"
#include "core/invoices/invoice_lines.h"

namespace thimblely::invoices {

//! What stands where a document would name its order.
inline const OrderId noOrder{IdBytes{}};
//! Whether it bills an order; else it is a bill of its own.
inline bool billsOrder(const InvoiceDocument &document)
{
    return document.order != noOrder;
}

//! One line of a bill that is no piece of an order: a course, a day's rent of the fitting room, buttons sold by post.
struct FreeLine {
    QString text;
    Quantity quantity = Quantity::whole(1);
    Money price; //!< of one
    Rate taxRate = Rate(0);
    QString taxCode = {}; //!< India: HSN or SAC
    friend bool operator==(const FreeLine &, const FreeLine &) = default;
};

//! An invoice of no order, as long as it is written: it has no number and may be changed or dropped.
struct FreeInvoice {
    std::optional<ClientId> client = {}; //!< none: who is named below
    QString name = {};
    QString address = {};
    std::vector<FreeLine> lines = {};
    bool taxInclusive = true;
    std::optional<Date> due = {}; //!< none: at once
    QString notes = {};
    friend bool operator==(const FreeInvoice &, const FreeInvoice &) = default;
};

//! "invoice.no_buyer", "invoice.no_lines", "invoice.bad_line" (args[0] which); pure, as is the next.
Result<void> check(const FreeInvoice &invoice);
//! As they are frozen; the tax of each is rounded by itself, as on an order.
Result<std::vector<InvoiceLine>> linesOf(const FreeInvoice &invoice, Currency currency);

/*!
 * What a credit note of so much takes off each line of an invoice, after `earlier` notes: in proportion to what is left of
 * them, by largest remainder, so that all notes together are the invoice. "invoice.credit_too_large" (args[0] what is
 * left), "payment.not_positive". Pure.
 */
Result<std::vector<InvoiceLine>> creditLines(const InvoiceDocument &invoice,
                                             const std::vector<InvoiceDocument> &earlier, const Money &amount,
                                             const QString &reason);

} // namespace thimblely::invoices
