// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/finance/invoice_dues.h"

#include "core/finance/bill_taxes.h"
#include "core/inventory/read_rows.h"
#include "core/workspaces/tax_settings.h"

namespace thimblely::finance {

namespace {

QByteArray toPay()
{
    return QByteArray("SELECT paper.id, paper.client_id, paper.invoice_number, paper.bills_to ->> 'name',"
                      " paper.issued_date, paper.total_minor - paper.amount_paid_minor - ") +
           invoiceCredited + " - " + invoiceWaiting + " AS due, paper.currency FROM invoices AS paper WHERE ";
}

Result<InvoiceToPay> mapInvoice(storage::Statement &row)
{
    TRY_ASSIGN(const Currency currency, Currency::parse(row.text(6)));
    return InvoiceToPay{row.id<InvoiceId>(0), row.optionalId<ClientId>(1),  row.text(2), row.text(3),
                        row.date(4),          Money(row.int64(5), currency)};
}

Result<Money> enteredFor(access::ScopedConnection &connection, InvoiceId invoice, Currency currency)
{
    TRY_ASSIGN(auto query, connection.query(R"(
        SELECT ifnull(sum(iif(reverses_transaction_id IS NULL, amount_minor, -amount_minor)), 0)
          FROM transactions
         WHERE invoice_id = ? AND transaction_type = 'income')"));
    query->bind(invoice);
    TRY(query->step());
    return Money(query->int64(0), currency);
}

//! What its frozen lines come to by rate.
Result<std::vector<RateSum>> ratesOf(access::ScopedConnection &connection, InvoiceId invoice)
{
    TRY_ASSIGN(const TaxSettings tax, loadTax(connection));
    TRY_ASSIGN(auto query, connection.query(R"(
        SELECT value ->> 'rate' AS rate,
               sum(value ->> 'total') + iif(paper.lines ->> 'tax_inclusive', 0, sum(value ->> 'tax')),
               sum(value ->> 'tax')
          FROM invoices AS paper, json_each(paper.lines, '$.rows')
         WHERE paper.id = ?
         GROUP BY rate
         ORDER BY rate DESC)"));
    query->bind(invoice);
    std::vector<RateSum> rates;
    for (;;) {
        TRY_ASSIGN(const bool row, query->step());
        if (!row)
            return rates;
        const Rate rate(query->int64(0));
        if (query->int64(1) > 0)
            rates.push_back({rate == Rate(0) ? QString() : tax.name, rate, query->int64(1), query->int64(2)});
    }
}

} // namespace

Result<InvoiceToPay> invoiceToPay(access::ScopedConnection &connection, InvoiceId invoice)
{
    TRY_ASSIGN(auto known, connection.query(R"(
        SELECT paper.order_id IS NOT NULL, paper.kind = 'invoice', paper.lines ->> 'order_number'
          FROM invoices AS paper
         WHERE paper.id = ? AND paper.invoice_number IS NOT NULL AND paper.status <> 'cancelled')"));
    known->bind(invoice);
    TRY_ASSIGN(const bool found, known->step());
    if (!found)
        return Error{ErrorKind::NotFound, "invoice.not_found", {}, {}};
    if (known->boolean(0))
        return Error{ErrorKind::Conflict, "invoice.of_order", {known->text(2)}, {}};
    if (!known->boolean(1))
        return Error{ErrorKind::Invalid, "invoice.kind", {}, {}};
    TRY_ASSIGN(auto query, connection.query(toPay() + "paper.id = ?"));
    query->bind(invoice);
    TRY(query->step());
    return mapInvoice(*query);
}

Result<std::vector<InvoiceToPay>> invoicesToPay(access::ScopedConnection &connection, ClientId client,
                                                Currency currency)
{
    if (!connection.principal().can(access::Capability::InvoicesRead))
        return std::vector<InvoiceToPay>();
    TRY_ASSIGN(auto query, connection.query(toPay() + isFreeInvoice +
                                            " AND paper.client_id = ? AND paper.currency = ? AND due <> 0"
                                            " ORDER BY paper.issued_date, paper.id"));
    query->bind(client, currency.code());
    return inventory::readRows<InvoiceToPay>(*query, mapInvoice);
}

Result<std::vector<TaxPart>> taxesInside(access::ScopedConnection &connection, InvoiceId invoice, const Money &amount)
{
    TRY_ASSIGN(const auto rates, ratesOf(connection, invoice));
    TRY_ASSIGN(const Money before, enteredFor(connection, invoice, amount.currency()));
    return taxesInside(rates, before, amount);
}

} // namespace thimblely::finance
