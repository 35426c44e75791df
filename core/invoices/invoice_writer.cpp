// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/invoices/invoice_writer.h"

#include "core/changes/number_series.h"
#include "core/inventory/shop_terms.h"
#include "core/invoices/country_invoice.h"
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

Result<void> writeDocument(WriteContext &context, const InvoiceDocument &document, std::optional<ClientId> client,
                           const QByteArray &salt, const QByteArray &buyer)
{
    QJsonObject to = toJson(document.to);
    to.insert(QStringLiteral("salt"), QString::fromLatin1(salt.toHex()));
    const auto compact = [](const QJsonObject &object) { return QJsonDocument(object).toJson(QJsonDocument::Compact); };
    TRY(context.rows().insert(
        Table::Invoices, document.id,
        {{"order_id", document.order},
         {"client_id", client},
         {"kind", toCode(document.kind)},
         {"series", document.series},
         {"invoice_number", document.number},
         {"corrects_invoice_id", document.corrects},
         {"bills_from", compact(toJson(document.from))},
         {"bills_to", compact(to)},
         {"lines", linesToJson(document)},
         {"currency", document.total.currency().code()},
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
         {"fiscal", compact({{QStringLiteral("buyer_sha256"), QString::fromLatin1(buyer.toHex())}})},
         {"created_by", context.principal().person}}));
    return context.rows().insert(Table::SysActivity, ActivityId::make(context.clock()),
                                 {{"invoice_id", document.id},
                                  {"kind", "issued"},
                                  {"person_id", context.principal().person},
                                  {"occurred_at", context.clock().now()}});
}

//! Gives the document its number and its place in the chain, and writes it; `billed`: to whom.
Result<InvoiceDocument> freeze(WriteContext &context, const orders::OrderDetail &order,
                               const std::optional<ClientId> &billed, InvoiceKind kind, std::vector<InvoiceLine> lines,
                               const InvoiceDocument *corrected = nullptr)
{
    InvoiceRepository invoices(context.connection());
    TRY_ASSIGN(const ShopTerms terms, ShopTerms::load(context.connection()));
    TRY_ASSIGN(Party from, invoices.shop());
    Party to;
    if (billed) {
        TRY_ASSIGN(to, invoices.buyer(*billed));
    }
    TRY_ASSIGN(const TaxSettings tax, loadTax(context.connection()));
    nameForTax(lines, order, tax);
    TRY_ASSIGN(std::vector<TaxLine> taxes, taxesOf(lines, order.taxInclusive));
    TRY_ASSIGN(const LineSums sums, sumsOf(lines, order.taxInclusive, order.currency));
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
    InvoiceDocument document{InvoiceId::make(context.clock()),
                             order.id,
                             order.number,
                             kind,
                             number.text,
                             number.series,
                             today,
                             suppliedOn(order, terms.calendar),
                             today,
                             std::move(from),
                             std::move(to),
                             std::move(lines),
                             std::move(taxes),
                             order.taxInclusive,
                             sums.subtotal,
                             sums.discount,
                             sums.tax,
                             sums.total,
                             order.sums->paid, // as is the next, what was paid is derived: read again below
                             order.sums->balance,
                             order.sums->status,
                             {},
                             std::move(previous),
                             {},
                             Money::zero(order.currency),
                             corrected ? std::optional(corrected->id) : std::nullopt,
                             {},
                             {},
                             country.form,
                             country.placeOfSupply};
    const QByteArray salt = makeSalt();
    const QByteArray buyer = buyerHash(document.to, salt);
    document.documentHash = documentHash(document, buyer);
    TRY(writeDocument(context, document, billed, salt, buyer));
    return invoices.load(document.id);
}

} // namespace

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
    return freeze(context, order, billed, kind, std::move(lines));
}

Result<InvoiceDocument> issueCreditNote(WriteContext &context, const InvoiceDocument &invoice,
                                        std::vector<InvoiceLine> lines)
{
    TRY_ASSIGN(const orders::OrderDetail order, orderToBill(context, invoice.order));
    TRY_ASSIGN(const std::optional<ClientId> billed, InvoiceRepository(context.connection()).billedTo(invoice.id));
    return freeze(context, order, billed, InvoiceKind::CreditNote, std::move(lines), &invoice);
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
