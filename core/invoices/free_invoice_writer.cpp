// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/invoices/free_invoice_writer.h"

#include "core/base/error_args.h"
#include "core/inventory/fields.h"
#include "core/inventory/shop_terms.h"
#include "core/invoices/invoice_json.h"
#include "core/invoices/invoice_repository.h"
#include "core/invoices/invoice_writer.h"

#include <QJsonDocument>

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
