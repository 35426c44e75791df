// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/finance/order_taxes.h"

namespace thimblely::finance {

// What is asked for an issued invoice ("paper"), in SQL: one wording for its list, its page, the client's account and the
// ageing of what is owed, so that no two of them differ.

//! What its credit notes took off.
inline constexpr char invoiceCredited[] = "(SELECT ifnull(sum(note.total_minor), 0) FROM invoices AS note"
                                          "  WHERE note.corrects_invoice_id = paper.id AND note.kind = 'credit_note'"
                                          "        AND note.invoice_number IS NOT NULL AND note.status <> 'cancelled')";

//! What is on its way: of an order's, from whom it bills, less what earlier papers of its kind still wait for.
inline constexpr char invoiceWaiting[] =
    "iif(paper.kind = 'credit_note', 0, iif(paper.order_id IS NULL,"
    "   (SELECT ifnull(sum(iif(paid.reverses_transaction_id IS NULL, paid.amount_minor, -paid.amount_minor)), 0)"
    "      FROM transactions AS paid"
    "     WHERE paid.invoice_id = paper.id AND paid.confirmed_at IS NULL AND paid.transaction_type = 'income'"
    "           AND paid.payment_method IN ('transfer', 'mobile_money')),"
    "   ifnull((SELECT payer.waiting_minor FROM order_payers AS payer"
    "            WHERE payer.order_id = paper.order_id AND payer.client_id = paper.client_id),"
    "          (SELECT priced.waiting_minor FROM order_prices AS priced WHERE priced.id = paper.order_id)"
    "          - (SELECT ifnull(sum(payer.waiting_minor), 0) FROM order_payers AS payer"
    "              WHERE payer.order_id = paper.order_id))"
    "   - (SELECT ifnull(sum(earlier.total_minor - earlier.amount_paid_minor), 0) FROM invoices AS earlier"
    "       WHERE earlier.order_id = paper.order_id AND earlier.kind = paper.kind"
    "         AND earlier.client_id IS paper.client_id AND earlier.id < paper.id"
    "         AND earlier.invoice_number IS NOT NULL AND earlier.status <> 'cancelled')))";

//! Of "paper": it was issued, of no order, and asks for money.
inline constexpr char isFreeInvoice[] = "(paper.order_id IS NULL AND paper.kind = 'invoice'"
                                        " AND paper.invoice_number IS NOT NULL AND paper.status <> 'cancelled')";

//! An issued invoice of no order, as it is paid.
struct InvoiceToPay {
    InvoiceId invoice;
    std::optional<ClientId> client;
    QString number;
    QString name; //!< who it bills
    Date issued;
    Money due; //!< without what is on its way; negative: too much was paid
};

//! NotFound "invoice.not_found"; "invoice.kind" where it asks for no money, "invoice.of_order" (args[0] its number).
Result<InvoiceToPay> invoiceToPay(access::ScopedConnection &connection, InvoiceId invoice);
//! Those of a client that are not even, the oldest first; none for who may not read invoices.
Result<std::vector<InvoiceToPay>> invoicesToPay(access::ScopedConnection &connection, ClientId client,
                                                Currency currency);
//! The taxes inside a payment of it, as of an order's (order_taxes.h); what was entered before it, arrived or not.
Result<std::vector<TaxPart>> taxesInside(access::ScopedConnection &connection, InvoiceId invoice, const Money &amount);

} // namespace thimblely::finance
