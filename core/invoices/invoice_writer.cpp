// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/invoices/invoice_writer.h"

#include "core/changes/number_series.h"
#include "core/inventory/shop_terms.h"
#include "core/invoices/country_invoice.h"
#include "core/invoices/free_invoice.h"
#include "core/invoices/invoice_json.h"
#include "core/invoices/invoice_lines.h"
#include "core/invoices/invoice_repository.h"
#include "core/orders/order_reader.h"
#include "core/workspaces/tax_settings.h"

#include <QJsonDocument>

#include <algorithm>
#include <array>

namespace thimblely::invoices {

namespace {

using access::BlobValue;
using access::Capability;
using access::FieldValue;
using changes::WriteContext;
using inventory::ShopTerms;
using storage::Table;

QByteArray makeSalt()
{
    const IdBytes random = id_detail::randomBytes();
    return QByteArray(reinterpret_cast<const char *>(random.data()), qsizetype(random.size()));
}

//! The day the last piece became ready: when the work was supplied.
std::optional<Date> suppliedOn(const orders::OrderDetail &order, const ShopCalendar &calendar)
{
    std::optional<Instant> last;
    for (const orders::Piece &piece : order.pieces) {
        if (piece.isCancelled())
            continue;
        if (!piece.readyAt)
            return std::nullopt;
        if (!last || *last < *piece.readyAt)
            last = piece.readyAt;
    }
    return last ? std::optional(calendar.dayOf(*last)) : std::nullopt;
}

//! What the tax law calls the work of each line, where the price list does not say it of the piece itself.
void nameForTax(std::vector<InvoiceLine> &lines, const orders::OrderDetail &order, const TaxSettings &tax)
{
    for (InvoiceLine &line : lines) {
        for (const auto *rows : {&order.pieces, &order.charges}) {
            const auto row = std::ranges::find(*rows, line.position, &orders::Piece::position);
            if (row != rows->end() && line.taxCode.isEmpty())
                line.taxCode = tax.codeOf(orders::toCode(row->facts.kind));
        }
    }
}

Result<orders::OrderDetail> orderToBill(WriteContext &context, OrderId id)
{
    TRY_ASSIGN(orders::OrderDetail order, orders::loadOrder(context.connection(), id));
    if (order.status == orders::OrderStatus::Draft)
        return Error{ErrorKind::Conflict, "invoice.draft_order", {}, {}};
    if (!order.sums || (std::ranges::all_of(order.pieces, &orders::Piece::isCancelled) &&
                        std::ranges::all_of(order.charges, &orders::Piece::isCancelled)))
        return Error{ErrorKind::Conflict, "invoice.empty_order", {}, {}};
    return order;
}

std::vector<access::Field> issuedFields(const InvoiceDocument &document, const QByteArray &salt,
                                        const QByteArray &buyer)
{
    QJsonObject to = toJson(document.to);
    to.insert(QStringLiteral("salt"), QString::fromLatin1(salt.toHex()));
    const auto compact = [](const QJsonObject &object) { return QJsonDocument(object).toJson(QJsonDocument::Compact); };
    return {{"series", document.series},
            {"invoice_number", document.number},
            {"bills_from", compact(toJson(document.from))},
            {"bills_to", compact(to)},
            {"lines", linesToJson(document)},
            {"subtotal_minor", document.subtotal},
            {"discount_minor", document.discount},
            {"tax_minor", document.tax},
            {"tax_breakdown", taxesToJson(document.taxes)},
            {"total_minor", document.total},
            {"issued_date", document.issuedDate},
            {"supply_date", document.supplyDate},
            {"due_date", document.dueDate},
            {"place_of_supply",
             document.placeOfSupply.isEmpty() ? FieldValue(std::nullopt) : FieldValue(document.placeOfSupply)},
            {"status", "sent"},
            {"prev_sha256",
             document.previousHash.isEmpty() ? FieldValue(std::nullopt) : FieldValue(BlobValue{document.previousHash})},
            {"document_sha256", BlobValue{document.documentHash}},
            {"fiscal", compact({{QStringLiteral("buyer_sha256"), QString::fromLatin1(buyer.toHex())}})}};
}

Result<void> writeDocument(WriteContext &context, const InvoiceDocument &document, std::optional<ClientId> client,
                           const QByteArray &salt, const QByteArray &buyer)
{
    std::vector<access::Field> fields{
        {"order_id", billsOrder(document) ? std::optional(document.order) : std::nullopt},
        {"client_id", client},
        {"kind", toCode(document.kind)},
        {"corrects_invoice_id", document.corrects},
        {"currency", document.total.currency().code()},
        {"notes", document.notes.isEmpty() ? FieldValue(std::nullopt) : FieldValue(document.notes)},
        {"created_by", context.principal().person}};
    const std::vector<access::Field> issued = issuedFields(document, salt, buyer);
    fields.insert(fields.end(), issued.begin(), issued.end());
    return context.rows().insert(Table::Invoices, document.id, fields);
}

//! What a draft becomes when it is issued; its own row, which had no number yet.
Result<void> writeIssued(WriteContext &context, const InvoiceDocument &document, const QByteArray &salt,
                         const QByteArray &buyer)
{
    return context.rows().update(Table::Invoices, document.id, issuedFields(document, salt, buyer));
}

Basis basisOf(const orders::OrderDetail &order, const ShopCalendar &calendar)
{
    return {order.id, order.number, order.currency, order.taxInclusive, suppliedOn(order, calendar)};
}

} // namespace

Result<InvoiceDocument> freeze(WriteContext &context, const Basis &basis, InvoiceKind kind,
                               std::vector<InvoiceLine> lines, const InvoiceDocument *corrected)
{
    InvoiceRepository invoices(context.connection());
    TRY_ASSIGN(const ShopTerms terms, ShopTerms::load(context.connection()));
    TRY_ASSIGN(Party from, invoices.shop());
    Party to = basis.buyer;
    if (basis.billed) {
        TRY_ASSIGN(to, invoices.buyer(*basis.billed));
    }
    TRY_ASSIGN(std::vector<TaxLine> taxes, taxesOf(lines, basis.taxInclusive));
    TRY_ASSIGN(const LineSums sums, sumsOf(lines, basis.taxInclusive, basis.currency));
    CountryInvoice country;
    if (corrected) { // it takes back what was said, whatever the law or the parties' numbers are by now
        country.placeOfSupply = corrected->placeOfSupply;
    } else if (kind == InvoiceKind::Invoice) {
        TRY_ASSIGN(country, countryInvoiceOf(from, to, lines, sums.total));
    }
    const Date today = terms.calendar.dayOf(context.clock().now());
    const auto series = kind == InvoiceKind::Receipt ? changes::SeriesKind::Receipt : changes::SeriesKind::Invoice;
    TRY_ASSIGN(const auto number, changes::NumberSeries::take(context, series, today));
    TRY_ASSIGN(QByteArray previous, invoices.hashBefore(number.series, number.text));
    const Money none = Money::zero(basis.currency);
    InvoiceDocument document{basis.draft.value_or(InvoiceId::make(context.clock())),
                             basis.order.value_or(noOrder),
                             basis.orderNumber,
                             kind,
                             number.text,
                             number.series,
                             today,
                             basis.supplied,
                             basis.due.value_or(today),
                             std::move(from),
                             std::move(to),
                             std::move(lines),
                             std::move(taxes),
                             basis.taxInclusive,
                             sums.subtotal,
                             sums.discount,
                             sums.tax,
                             sums.total,
                             none, // as is the next, what was paid is derived: read again below
                             none,
                             orders::PaymentStatus::Unpaid,
                             basis.notes,
                             std::move(previous),
                             {},
                             none,
                             corrected ? std::optional(corrected->id) : std::nullopt,
                             {},
                             {},
                             country.form,
                             country.placeOfSupply};
    const QByteArray salt = makeSalt();
    const QByteArray buyer = buyerHash(document.to, salt);
    document.documentHash = documentHash(document, buyer);
    if (basis.draft)
        TRY(writeIssued(context, document, salt, buyer));
    else
        TRY(writeDocument(context, document, basis.billed, salt, buyer));
    TRY(context.rows().insert(Table::SysActivity, ActivityId::make(context.clock()),
                              {{"invoice_id", document.id},
                               {"kind", "issued"},
                               {"person_id", context.principal().person},
                               {"occurred_at", context.clock().now()}}));
    return invoices.load(document.id);
}

Result<InvoiceDocument> issueInvoice(WriteContext &context, OrderId id, InvoiceKind kind,
                                     const std::optional<ClientId> &payer)
{
    TRY(context.principal().require(Capability::InvoicesIssue));
    TRY(context.principal().require(Capability::PricesRead));
    if (kind == InvoiceKind::CreditNote)
        return Error{ErrorKind::Invalid, "invoice.kind", {}, {}};
    TRY_ASSIGN(const orders::OrderDetail order, orderToBill(context, id));
    TRY_ASSIGN(const std::vector<InvoiceDocument> earlier, InvoiceRepository(context.connection()).billing(id, kind));
    const std::optional<ClientId> billed = payer ? payer : order.client;
    TRY_ASSIGN(std::vector<InvoiceLine> lines, linesOf(order, billed, earlier));
    if (lines.empty() && earlier.empty()) // others pay for all of it
        return Error{ErrorKind::Conflict, "invoice.empty_order", {}, {}};
    if (lines.empty()) {
        const auto last = std::ranges::find(earlier.rbegin(), earlier.rend(), kind, &InvoiceDocument::kind);
        return Error{ErrorKind::Conflict, "invoice.issued_already", {last->number}, {}};
    }
    TRY_ASSIGN(const ShopTerms terms, ShopTerms::load(context.connection()));
    TRY_ASSIGN(const TaxSettings tax, loadTax(context.connection()));
    nameForTax(lines, order, tax);
    Basis basis = basisOf(order, terms.calendar);
    basis.billed = billed;
    return freeze(context, basis, kind, std::move(lines));
}

Result<InvoiceDocument> issueCreditNote(WriteContext &context, const InvoiceDocument &invoice,
                                        std::vector<InvoiceLine> lines)
{
    TRY_ASSIGN(const ShopTerms terms, ShopTerms::load(context.connection()));
    Basis basis{{}, invoice.orderNumber, invoice.total.currency(), invoice.taxInclusive, {}};
    if (billsOrder(invoice)) {
        TRY_ASSIGN(const orders::OrderDetail order, orderToBill(context, invoice.order));
        TRY_ASSIGN(const TaxSettings tax, loadTax(context.connection()));
        nameForTax(lines, order, tax);
        basis = basisOf(order, terms.calendar);
    }
    TRY_ASSIGN(basis.billed, InvoiceRepository(context.connection()).billedTo(invoice.id));
    basis.buyer = invoice.to;
    return freeze(context, basis, InvoiceKind::CreditNote, std::move(lines), &invoice);
}

Result<std::vector<InvoiceId>> issueCreditNotes(WriteContext &context, const std::vector<CreditPlan> &plans,
                                                const access::Approvals &approvals)
{
    std::vector<InvoiceId> notes;
    if (plans.empty())
        return notes;
    TRY(context.require(Capability::InvoicesCredit, access::approvalFor(Capability::InvoicesCredit, approvals)));
    for (const CreditPlan &plan : plans) {
        TRY_ASSIGN(const InvoiceDocument note, issueCreditNote(context, plan.invoice, plan.lines));
        notes.push_back(note.id);
    }
    return notes;
}

Result<void> writeStamp(WriteContext &context, InvoiceId invoice, const FiscalStamp &stamp)
{
    TRY(context.principal().require(Capability::InvoicesIssue));
    const FiscalStamp tidy{stamp.number.simplified(), stamp.device.simplified(), stamp.code.trimmed()};
    constexpr qsizetype longest = 64;
    constexpr qsizetype longestCode = 512; // of a QR code that is read at a counter
    if (tidy.number.isEmpty() || tidy.number.size() > longest || tidy.device.size() > longest ||
        tidy.code.size() > longestCode)
        return Error{ErrorKind::Invalid, "invoice.bad_stamp", {}, {}};
    TRY_ASSIGN(auto query,
               context.connection().query("SELECT fiscal FROM invoices WHERE id = ? AND invoice_number IS NOT NULL"));
    query->bind(invoice);
    TRY_ASSIGN(const bool found, query->step());
    if (!found)
        return Error{ErrorKind::NotFound, "invoice.not_found", {}, {}};
    QJsonObject fiscal = QJsonDocument::fromJson(query->utf8(0)).object();
    fiscal.insert(QStringLiteral("stamp"), toJson(tidy));
    return context.rows().update(Table::Invoices, invoice,
                                 {{"fiscal", QJsonDocument(fiscal).toJson(QJsonDocument::Compact)}});
}

} // namespace thimblely::invoices
