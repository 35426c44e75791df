// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/invoices/invoice_list.h"

#include "core/access/session.h"
#include "core/finance/invoice_dues.h"
#include "core/inventory/read_rows.h"
#include "core/inventory/shop_terms.h"

#include <algorithm>

namespace thimblely::invoices {

namespace {

using access::Capability;

const char *const columns = R"(
        SELECT paper.id, paper.kind, paper.invoice_number, paper.lines ->> 'order_number',
               ifnull(paper.bills_to ->> 'name', client.name), paper.client_id, paper.issued_date, paper.due_date,
               paper.currency, paper.total_minor, paper.amount_paid_minor, paper.payment_status, )";

QByteArray select()
{
    return QByteArray(columns) + finance::invoiceCredited + ", " + finance::invoiceWaiting + R"(
          FROM invoices AS paper
          LEFT JOIN clients AS client ON client.id = paper.client_id
         WHERE )";
}

QByteArray where(InvoiceFilter filter)
{
    const QByteArray issued = "paper.invoice_number IS NOT NULL AND paper.status <> 'cancelled'";
    const QByteArray asks = issued + " AND paper.kind = 'invoice'";
    switch (filter) {
    case InvoiceFilter::All:
        return issued + " AND paper.kind IN ('invoice', 'credit_note')";
    case InvoiceFilter::Open:
        return asks + " AND paper.payment_status <> 'paid'";
    case InvoiceFilter::Overdue:
        return asks + " AND paper.payment_status <> 'paid' AND paper.due_date < ?1";
    case InvoiceFilter::Paid:
        return asks + " AND paper.payment_status = 'paid'";
    case InvoiceFilter::CreditNotes:
        return issued + " AND paper.kind = 'credit_note'";
    case InvoiceFilter::Drafts:
        return "paper.invoice_number IS NULL AND paper.status = 'draft'";
    }
    Q_UNREACHABLE();
}

InvoiceState stateOf(const storage::Statement &row, Date today)
{
    if (row.isNull(2))
        return InvoiceState::Draft;
    if (row.utf8View(1) == QByteArrayView("credit_note"))
        return InvoiceState::CreditNote;
    const QByteArray status = row.utf8(11);
    if (status == "paid")
        return InvoiceState::Paid;
    const auto due = row.optionalDate(7);
    if (due && *due < today)
        return InvoiceState::Overdue;
    return status == "partial" ? InvoiceState::PartlyPaid : InvoiceState::Open;
}

Result<InvoiceSummary> mapRow(storage::Statement &row, Date today)
{
    TRY_ASSIGN(const Currency currency, Currency::parse(row.text(8)));
    const Money total(row.int64(9), currency);
    // The same steps as in the document: what is on its way is asked for no more, and never more than is open.
    const qint64 open = row.int64(9) - row.int64(10) - row.int64(12);
    const qint64 waiting = std::clamp<qint64>(row.int64(13), 0, std::max<qint64>(0, open));
    return InvoiceSummary{row.id<InvoiceId>(0),
                          stateOf(row, today),
                          row.text(2),
                          row.text(3),
                          row.text(4),
                          row.optionalId<ClientId>(5),
                          row.optionalDate(6),
                          row.optionalDate(7),
                          total,
                          Money(open - waiting, currency)};
}

} // namespace

Result<void> InvoiceListService::require() const
{
    TRY(m_session.principal().require(Capability::InvoicesRead));
    return m_session.principal().require(Capability::PricesRead);
}

Result<std::vector<InvoiceSummary>> InvoiceListService::page(InvoiceFilter filter, const QString &words, Date today,
                                                             const std::optional<InvoicePlace> &after, int limit) const
{
    TRY(require());
    // What is typed is looked for in an expression, so that no index of the number is tried with it.
    QByteArray sql = select() + where(filter) +
                     " AND (?1 IS NOT NULL) AND (?2 = '' OR instr(upper(ifnull("
                     "paper.invoice_number, '')), upper(?2)) > 0 OR instr(lower("
                     "ifnull(paper.bills_to ->> 'name', client.name)), lower(?2)) > 0)";
    if (filter == InvoiceFilter::Drafts)
        sql += " AND (?4 IS NULL OR paper.id < ?4) AND (?3 IS NULL OR 1) ORDER BY paper.id DESC LIMIT ?5";
    else if (after)
        sql += " AND (paper.issued_date, paper.id) < (?3, ?4) ORDER BY paper.issued_date DESC, paper.id DESC LIMIT ?5";
    else
        sql += " AND ?3 IS NULL AND ?4 IS NULL ORDER BY paper.issued_date DESC, paper.id DESC LIMIT ?5";
    TRY_ASSIGN(auto query, m_session.reader().query(sql));
    query->bind(today, words.simplified(), after ? after->issued : std::nullopt,
                after ? std::optional(after->id) : std::nullopt, limit);
    return inventory::readRows<InvoiceSummary>(*query, [today](storage::Statement &row) { return mapRow(row, today); });
}

Result<std::optional<InvoiceSummary>> InvoiceListService::one(InvoiceId invoice, Date today) const
{
    TRY(require());
    TRY_ASSIGN(auto query, m_session.reader().query(select() + "paper.id = ?"));
    query->bind(invoice);
    return inventory::readRow<InvoiceSummary>(*query, [today](storage::Statement &row) { return mapRow(row, today); });
}

Result<std::vector<InvoiceSummary>> InvoiceListService::notesOn(InvoiceId invoice, Date today) const
{
    TRY(require());
    TRY_ASSIGN(auto query,
               m_session.reader().query(select() + where(InvoiceFilter::CreditNotes) +
                                        " AND paper.corrects_invoice_id = ? ORDER BY paper.issued_date, paper.id"));
    query->bind(invoice);
    return inventory::readRows<InvoiceSummary>(*query, [today](storage::Statement &row) { return mapRow(row, today); });
}

Result<std::vector<finance::Payment>> InvoiceListService::payments(InvoiceId invoice) const
{
    TRY(require());
    TRY_ASSIGN(auto query, m_session.reader().query(R"(
        SELECT paid.id, paid.receipt_no, paid.amount_minor, paid.currency, paid.payment_method, paid.payment_ref,
               paid.date, paid.occurred_at, paid.reverses_transaction_id, paid.reason,
               paid.payment_method IN ('transfer', 'mobile_money') AND paid.confirmed_at IS NULL, paid.tendered_minor,
               paid.change_minor,
               iif(paid.reverses_transaction_id IS NOT NULL, 0,
                   paid.amount_minor - (SELECT ifnull(sum(back.amount_minor), 0) FROM transactions AS back
                                         WHERE back.reverses_transaction_id = paid.id)), paid.client_id
          FROM transactions AS paid
          JOIN invoices AS paper ON paper.id = ?
         WHERE paid.transaction_type = 'income'
           AND (paid.invoice_id = paper.id
                OR (paid.order_id = paper.order_id
                    AND (paid.client_id IS paper.client_id
                         OR NOT EXISTS (SELECT 1 FROM order_payers AS payer
                                         WHERE payer.order_id = paper.order_id))))
         ORDER BY paid.occurred_at, paid.id)"));
    query->bind(invoice);
    return inventory::readRows<finance::Payment>(*query, [](storage::Statement &row) -> Result<finance::Payment> {
        TRY_ASSIGN(const Currency currency, Currency::parse(row.text(3)));
        std::optional<finance::PaymentMethod> method;
        if (!row.isNull(4)) {
            TRY_ASSIGN(method, finance::paymentMethodFromCode(row.text(4)));
        }
        const auto reverses = row.optionalId<TransactionId>(8);
        const auto money = [&](int column) {
            const auto minor = row.optionalInt64(column);
            return minor ? std::optional(Money(*minor, currency)) : std::nullopt;
        };
        return finance::Payment{row.id<TransactionId>(0),
                                row.text(1),
                                Money(reverses ? -row.int64(2) : row.int64(2), currency),
                                method,
                                money(11),
                                money(12),
                                row.text(5),
                                row.date(6),
                                row.instant(7),
                                reverses,
                                row.text(9),
                                row.boolean(10),
                                Money(row.int64(13), currency),
                                row.optionalId<ClientId>(14)};
    });
}

} // namespace thimblely::invoices
