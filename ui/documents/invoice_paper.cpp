// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/invoices/country_invoice.h"
#include "ui/documents/paper_text.h"

#include <algorithm>

namespace thimblely::ui {

namespace {

using invoices::InvoiceDocument;
using invoices::InvoiceForm;
using invoices::InvoiceKind;
using invoices::Party;

// Columns of the lines on the 180 mm of an A4 page inside its margins.
constexpr double textColumn = 84;
constexpr double quantityAt = 88;
constexpr double priceAt = 106;
constexpr double rateAt = 134;
constexpr double totalAt = 150;
constexpr double totalWidth = 30;
constexpr double sumsAt = 106;

//! Of a shop that charges no tax the column would be empty on every line.
bool isTaxed(const InvoiceDocument &invoice)
{
    return std::ranges::any_of(invoice.lines,
                               [](const invoices::InvoiceLine &line) { return line.taxRate != Rate(0); });
}

QString titleOf(const InvoiceDocument &invoice)
{
    switch (invoice.kind) {
    case InvoiceKind::Invoice:
        return invoice.form == InvoiceForm::TaxInvoice     ? PaperText::tr("Tax invoice")
               : invoice.form == InvoiceForm::BillOfSupply ? PaperText::tr("Bill of supply")
                                                           : PaperText::tr("Invoice");
    case InvoiceKind::Receipt:
        return PaperText::tr("Receipt");
    case InvoiceKind::CreditNote:
        return PaperText::tr("Credit note");
    }
    Q_UNREACHABLE();
}

void writeHead(Sheet &sheet, const PaperText &write, const InvoiceDocument &invoice)
{
    write.sheetHead(sheet, invoice.from, titleOf(invoice), invoice.number);
    const double top = sheet.y();
    sheet.row({{0, 90, PaperText::tr("For"), Face::Small, Side::Leading, Role::Muted}});
    sheet.row({{0, 85, invoice.to.name, Face::Large}});
    sheet.row({{0, 85, PaperText::facts(invoice.to), Face::Body}});
    double y = top;
    const auto fact = [&](const QString &name, const QString &value) {
        if (value.isEmpty())
            return;
        sheet.rowAt(y, {{sumsAt, 34, name, Face::Body, Side::Leading, Role::Muted},
                        {140, 40, value, Face::Body, Side::Trailing}});
        y += 5.2;
    };
    fact(PaperText::tr("Issued"), write.day(invoice.issuedDate));
    fact(PaperText::tr("Supplied"), invoice.supplyDate ? write.day(*invoice.supplyDate) : QString());
    const bool asks = invoice.kind != InvoiceKind::CreditNote;
    fact(PaperText::tr("Due"), asks && invoice.dueDate ? write.day(*invoice.dueDate) : QString());
    fact(PaperText::tr("Order"), invoice.orderNumber);
    fact(PaperText::tr("Corrects invoice"), invoice.correctsNumber);
    if (!invoice.placeOfSupply.isEmpty())
        fact(PaperText::tr("Place of supply"),
             QStringLiteral("%1 %2").arg(invoice.placeOfSupply, invoices::indianState(invoice.placeOfSupply)));
    sheet.space(std::max(0.0, y - sheet.y()) + 8);
}

void writeColumns(Sheet &sheet, const InvoiceDocument &invoice)
{
    const auto head = [](double from, double width, const QString &text, Side side = Side::Trailing) {
        return Cell{from, width, text, Face::Small, side, Role::Muted};
    };
    sheet.row({head(0, textColumn, PaperText::tr("Work"), Side::Leading),
               head(quantityAt, 16, PaperText::tr("Quantity")), head(priceAt, 26, PaperText::tr("Price")),
               head(rateAt, 14, isTaxed(invoice) ? PaperText::tr("Tax") : QString()),
               head(totalAt, totalWidth, PaperText::tr("Amount, %1").arg(invoice.total.currency().code()))});
    sheet.line();
}

void writeLines(Sheet &sheet, const Paper &paper, const PaperText &write, const InvoiceDocument &invoice)
{
    const bool taxed = isTaxed(invoice);
    for (const invoices::InvoiceLine &line : invoice.lines) {
        QString words = line.details.isEmpty() ? line.text : line.text + u'\n' + line.details;
        if (invoice.form == InvoiceForm::TaxInvoice && !line.taxCode.isEmpty())
            words += u'\n' + PaperText::tr("HSN/SAC %1").arg(line.taxCode);
        sheet.row({{0, textColumn, words, Face::Body},
                   {quantityAt, 16, line.quantity.toText(paper.locale), Face::Body, Side::Trailing},
                   {priceAt, 26, write.figure(line.unitPrice), Face::Body, Side::Trailing},
                   {rateAt, 14, taxed ? write.percent(line.taxRate) : QString(), Face::Body, Side::Trailing},
                   {totalAt, totalWidth, write.figure(line.total), Face::Strong, Side::Trailing}});
        if (!line.discount.isZero())
            sheet.text(PaperText::tr("less %1").arg(write.figure(line.discount)), Face::Small, Side::Leading,
                       Role::Muted);
        sheet.line();
    }
}

template <typename Sum>
void writeTaxes(const Sum &sum, const PaperText &write, const InvoiceDocument &invoice)
{
    const auto taxes = invoices::namedTaxes(invoice);
    for (const invoices::NamedTax &tax : taxes ? *taxes : std::vector<invoices::NamedTax>()) {
        const QString name = tax.name.isEmpty() ? PaperText::tr("Tax") : tax.name;
        const QString words =
            invoice.taxInclusive ? PaperText::tr("%1 included, %2") : PaperText::tr("%1, %2", "a tax and its rate");
        sum(words.arg(name, write.percent(tax.rate)), write.figure(tax.tax), Face::Body, Role::Muted);
        if (tax.net)
            sum(PaperText::tr("on net"), write.figure(*tax.net), Face::Small, Role::Muted);
    }
}

//! The number that makes it a tax invoice, or that it waits for one.
void writeStamp(Sheet &sheet, const InvoiceDocument &invoice)
{
    if (!invoices::wantsStamp(invoice))
        return;
    sheet.space(6);
    if (!invoice.stamp) {
        sheet.text(PaperText::tr("Not a tax invoice until it has its eTIMS number."), Face::Strong);
        return;
    }
    sheet.text(PaperText::tr("eTIMS invoice number %1").arg(invoice.stamp->number), Face::Body);
    if (!invoice.stamp->device.isEmpty())
        sheet.text(PaperText::tr("Control unit %1").arg(invoice.stamp->device), Face::Body);
    if (const auto code = qrCode(invoice.stamp->code))
        sheet.square(*code, 24);
}

void writeSums(Sheet &sheet, const PaperText &write, const InvoiceDocument &invoice)
{
    sheet.need(62);
    sheet.space(3);
    const auto sum = [&](const QString &name, const QString &value, Face face = Face::Body, Role role = Role::Text) {
        sheet.row({{sumsAt, 40, name, face == Face::Sum ? Face::Large : face, Side::Leading, role},
                   {sumsAt + 26, 48, value, face, Side::Trailing, role}});
    };
    sum(PaperText::tr("Subtotal"), write.figure(invoice.subtotal));
    if (!invoice.discount.isZero())
        sum(PaperText::tr("Discount"), write.figure(invoice.discount));
    writeTaxes(sum, write, invoice);
    sheet.space(1);
    sheet.stitch(sumsAt, sheet.width() - sumsAt);
    sum(PaperText::tr("Total"), write.amount(invoice.total), Face::Sum);
    if (invoice.kind != InvoiceKind::CreditNote) {
        if (!invoice.credited.isZero())
            sum(PaperText::tr("Credited"), write.figure(invoice.credited));
        sum(PaperText::tr("Paid"), write.figure(invoice.paid));
        if (invoice.waiting)
            sum(PaperText::tr("On its way"), write.figure(*invoice.waiting), Face::Body);
        sum(PaperText::tr("To pay"), write.figure(invoice.balance), Face::Strong);
    }
    writeStamp(sheet, invoice);
    if (const QString mention = invoices::legalMention(invoice); !mention.isEmpty()) {
        sheet.space(6);
        sheet.text(mention, Face::Body);
    }
    if (!invoice.notes.isEmpty()) {
        sheet.space(6);
        sheet.text(invoice.notes, Face::Small, Side::Leading, Role::Muted);
    }
}

} // namespace

void writeInvoice(Sheet &sheet, const Paper &paper, const InvoiceDocument &invoice, int pages)
{
    const PaperText write(paper);
    sheet.setFoot([&invoice, pages](Sheet &page) {
        const QString count = PaperText::tr("%1, page %2 of %3").arg(invoice.number).arg(page.page()).arg(pages);
        page.rowAt(page.pageHeight() - 14, {{0, 120, invoice.from.name, Face::Small, Side::Leading, Role::Muted},
                                            {110, 70, count, Face::Small, Side::Trailing, Role::Muted}});
    });
    writeHead(sheet, write, invoice);
    sheet.setPageHead([&invoice](Sheet &page) { writeColumns(page, invoice); });
    writeColumns(sheet, invoice);
    writeLines(sheet, paper, write, invoice);
    sheet.setPageHead({});
    writeSums(sheet, write, invoice);
    sheet.finish();
}

} // namespace thimblely::ui
