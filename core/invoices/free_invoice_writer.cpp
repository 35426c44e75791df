// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/invoices/free_invoice_writer.h"

#include "core/base/error_args.h"
#include "core/changes/number_series.h"
#include "core/finance/bill_taxes.h"
#include "core/finance/money_entry.h"
#include "core/inventory/fields.h"
#include "core/inventory/shop_terms.h"
#include "core/invoices/invoice_json.h"
#include "core/invoices/invoice_repository.h"
#include "core/invoices/invoice_writer.h"
#include "core/workspaces/tax_settings.h"

#include <QJsonDocument>

#include <algorithm>

namespace thimblely::invoices {

namespace {

using access::Capability;
using access::Field;
using access::FieldValue;
using changes::WriteContext;
using inventory::ShopTerms;
using inventory::textOrNull;
using storage::Table;

//! The lines as a document that is not issued yet would freeze them.
Result<std::vector<Field>> draftFields(const FreeInvoice &invoice, Currency currency)
{
    TRY_ASSIGN(const std::vector<InvoiceLine> lines, linesOf(invoice, currency));
    TRY_ASSIGN(const LineSums sums, sumsOf(lines, invoice.taxInclusive, currency));
    Party to;
    to.name = invoice.name.trimmed();
    to.address = invoice.address.trimmed();
    return std::vector<Field>{{"client_id", invoice.client},
                              {"bills_to", invoice.client
                                               ? FieldValue(std::nullopt)
                                               : FieldValue(QJsonDocument(toJson(to)).toJson(QJsonDocument::Compact))},
                              {"lines", linesToJson(lines, invoice.taxInclusive)},
                              {"subtotal_minor", sums.subtotal},
                              {"tax_minor", sums.tax},
                              {"total_minor", sums.total},
                              {"due_date", invoice.due},
                              {"notes", textOrNull(invoice.notes.trimmed())}};
}

Result<void> requireDraft(WriteContext &context, InvoiceId draft)
{
    TRY_ASSIGN(auto query,
               context.query("SELECT invoice_number IS NULL AND status = 'draft' FROM invoices WHERE id = ?"));
    query->bind(draft);
    TRY_ASSIGN(const bool found, query->step());
    if (!found)
        return Error{ErrorKind::NotFound, "invoice.not_found", {}, {}};
    return query->boolean(0) ? Result<void>() : Result<void>(Error{ErrorKind::Conflict, "invoice.not_draft", {}, {}});
}

//! What its rates come to, for the taxes inside a payment.
Result<std::vector<finance::RateSum>> ratesOf(WriteContext &context, const InvoiceDocument &invoice)
{
    TRY_ASSIGN(const TaxSettings tax, loadTax(context.connection()));
    std::vector<finance::RateSum> rates;
    for (const InvoiceLine &line : invoice.lines) {
        const qint64 gross = line.total.minor() + (invoice.taxInclusive ? 0 : line.tax.minor());
        const auto same = std::ranges::find(rates, line.taxRate, &finance::RateSum::rate);
        if (same == rates.end()) {
            rates.push_back({line.taxRate == Rate(0) ? QString() : tax.name, line.taxRate, gross, line.tax.minor()});
            continue;
        }
        same->gross += gross;
        same->tax += line.tax.minor();
    }
    std::ranges::sort(rates, std::greater(), &finance::RateSum::rate);
    std::erase_if(rates, [](const finance::RateSum &rate) { return rate.gross <= 0; });
    return rates;
}

//! What was entered for it up to now, whether it has come in or not.
Result<Money> enteredFor(WriteContext &context, InvoiceId invoice, Currency currency)
{
    TRY_ASSIGN(auto query, context.query(R"(
        SELECT ifnull(sum(iif(reverses_transaction_id IS NULL, amount_minor, -amount_minor)), 0)
          FROM transactions
         WHERE invoice_id = ? AND transaction_type = 'income')"));
    query->bind(invoice);
    TRY(query->step());
    return Money(query->int64(0), currency);
}

Result<InvoiceDocument> freeOne(WriteContext &context, InvoiceId invoice)
{
    TRY_ASSIGN(InvoiceDocument document, InvoiceRepository(context.connection()).load(invoice));
    if (billsOrder(document))
        return Error{ErrorKind::Conflict, "invoice.of_order", {document.orderNumber}, {}};
    if (document.kind != InvoiceKind::Invoice)
        return Error{ErrorKind::Invalid, "invoice.kind", {}, {}};
    return document;
}

Result<std::vector<InvoiceDocument>> notesOn(WriteContext &context, InvoiceId invoice)
{
    TRY_ASSIGN(auto query,
               context.query("SELECT id FROM invoices WHERE corrects_invoice_id = ? AND kind = 'credit_note'"
                             " AND invoice_number IS NOT NULL AND status <> 'cancelled' ORDER BY id"));
    query->bind(invoice);
    std::vector<InvoiceId> ids;
    for (;;) {
        TRY_ASSIGN(const bool more, query->step());
        if (!more)
            break;
        ids.push_back(query->id<InvoiceId>(0));
    }
    std::vector<InvoiceDocument> notes;
    for (const InvoiceId id : ids) {
        TRY_ASSIGN(InvoiceDocument note, InvoiceRepository(context.connection()).load(id));
        notes.push_back(std::move(note));
    }
    return notes;
}

} // namespace

Result<FreeInvoice> readDraft(access::ScopedConnection &connection, InvoiceId draft)
{
    TRY_ASSIGN(auto query, connection.query(R"(
        SELECT client_id, bills_to, lines, currency, due_date, notes, invoice_number IS NULL AND status = 'draft'
          FROM invoices
         WHERE id = ?)"));
    query->bind(draft);
    TRY_ASSIGN(const bool found, query->step());
    if (!found)
        return Error{ErrorKind::NotFound, "invoice.not_found", {}, {}};
    if (!query->boolean(6))
        return Error{ErrorKind::Conflict, "invoice.not_draft", {}, {}};
    TRY_ASSIGN(const Currency currency, Currency::parse(query->text(3)));
    const Party to = partyFrom(QJsonDocument::fromJson(query->utf8(1)).object());
    const DraftLines written = draftLinesFromJson(query->utf8(2), currency);
    FreeInvoice invoice{query->optionalId<ClientId>(0), to.name,       to.address, {}, written.taxInclusive,
                        query->optionalDate(4),         query->text(5)};
    for (const InvoiceLine &line : written.lines)
        invoice.lines.push_back({line.text, line.quantity, line.unitPrice, line.taxRate, line.taxCode});
    return invoice;
}

Result<InvoiceId> writeDraft(WriteContext &context, const std::optional<InvoiceId> &draft, const FreeInvoice &invoice)
{
    TRY(context.principal().require(Capability::InvoicesIssue));
    TRY(context.principal().require(Capability::PricesRead));
    TRY(check(invoice));
    TRY_ASSIGN(const ShopTerms terms, ShopTerms::load(context.connection()));
    TRY_ASSIGN(std::vector<Field> fields, draftFields(invoice, terms.currency));
    if (draft) {
        TRY(requireDraft(context, *draft));
        TRY(context.rows().update(Table::Invoices, *draft, fields));
        return *draft;
    }
    fields.push_back({"kind", "invoice"});
    fields.push_back({"currency", terms.currency.code()});
    fields.push_back({"status", "draft"});
    fields.push_back({"created_by", context.principal().person});
    const auto id = InvoiceId::make(context.clock());
    TRY(context.rows().insert(Table::Invoices, id, fields));
    return id;
}

Result<void> dropDraft(WriteContext &context, InvoiceId draft)
{
    TRY(context.principal().require(Capability::InvoicesIssue));
    TRY(requireDraft(context, draft));
    return context.rows().update(Table::Invoices, draft, {{"status", "cancelled"}});
}

Result<InvoiceDocument> issueFree(WriteContext &context, const std::optional<InvoiceId> &draft,
                                  const FreeInvoice &invoice)
{
    TRY_ASSIGN(const ShopTerms terms, ShopTerms::load(context.connection()));
    if (invoice.due && *invoice.due < terms.calendar.dayOf(context.clock().now()))
        return Error{ErrorKind::Invalid, "invoice.due_past", {errorArg(*invoice.due)}, {}};
    TRY_ASSIGN(const InvoiceId kept, writeDraft(context, draft, invoice));
    TRY_ASSIGN(std::vector<InvoiceLine> lines, linesOf(invoice, terms.currency));
    Basis basis{{}, {}, terms.currency, invoice.taxInclusive, {}};
    basis.billed = invoice.client;
    basis.buyer.name = invoice.name.trimmed();
    basis.buyer.address = invoice.address.trimmed();
    basis.due = invoice.due;
    basis.draft = kept;
    basis.notes = invoice.notes.trimmed();
    return freeze(context, basis, InvoiceKind::Invoice, std::move(lines));
}

Result<finance::PaymentTaken> payInvoice(WriteContext &context, InvoiceId id, const finance::PaymentDraft &payment)
{
    TRY(context.principal().require(Capability::OrdersTakePayment));
    TRY_ASSIGN(const InvoiceDocument invoice, freeOne(context, id));
    const Currency currency = invoice.total.currency();
    if (payment.amount.currency() != currency || (payment.tendered && payment.tendered->currency() != currency))
        return Error{ErrorKind::Invalid, "payment.other_currency", {}, {}};
    if (payment.amount.minor() <= 0)
        return Error{ErrorKind::Invalid, "payment.not_positive", {}, {}};
    if (payment.amount.minor() > invoice.balance.minor())
        return Error{ErrorKind::Invalid, "payment.more_than_due", {errorArg(invoice.balance)}, {}};
    if (payment.method == finance::PaymentMethod::Credit)
        return Error{ErrorKind::Invalid, "payment.not_refundable", {}, {}};
    Money change = Money::zero(currency);
    if (payment.tendered) {
        TRY_ASSIGN(change, payment.tendered->minus(payment.amount));
        if (change.isNegative())
            return Error{ErrorKind::Invalid, "payment.tendered_too_little", {}, {}};
    }
    TRY_ASSIGN(const Date today, finance::openDay(context));
    TRY_ASSIGN(const auto number, changes::NumberSeries::take(context, changes::SeriesKind::Receipt, today));
    TRY_ASSIGN(const Money before, enteredFor(context, id, currency));
    TRY_ASSIGN(const auto rates, ratesOf(context, invoice));
    TRY_ASSIGN(const auto taxes, finance::taxesInside(rates, before, payment.amount));
    finance::MoneyEntry entry{false, "invoice", payment.amount, payment.method, today};
    entry.invoice = id;
    TRY_ASSIGN(entry.client, InvoiceRepository(context.connection()).billedTo(id));
    entry.receiptNumber = number.text;
    entry.reference = payment.reference;
    entry.description = invoice.number;
    entry.externalNumber = payment.externalNumber;
    entry.tendered = payment.tendered;
    entry.change = payment.tendered ? std::optional(change) : std::nullopt;
    entry.taxes = finance::writeTaxParts(taxes);
    TRY_ASSIGN(const TransactionId paid, finance::enterInTill(context, entry));
    if (finance::mayWait(payment.method) && !payment.waits())
        TRY(finance::noteArrived(context, paid, true));
    context.nameIt({invoice.number, invoice.to.name, errorArg(payment.amount)});
    return finance::PaymentTaken{paid, number.text, payment.amount, change};
}

Result<InvoiceDocument> creditFree(WriteContext &context, InvoiceId id, const Money &amount, const QString &reason,
                                   const access::Approvals &approvals)
{
    TRY(context.require(Capability::InvoicesCredit, access::approvalFor(Capability::InvoicesCredit, approvals)));
    TRY_ASSIGN(const InvoiceDocument invoice, freeOne(context, id));
    if (reason.isEmpty())
        return Error{ErrorKind::Invalid, "invoice.no_reason", {}, {}};
    TRY_ASSIGN(const auto earlier, notesOn(context, id));
    TRY_ASSIGN(std::vector<InvoiceLine> lines, creditLines(invoice, earlier, amount, reason));
    return issueCreditNote(context, invoice, std::move(lines));
}

} // namespace thimblely::invoices
