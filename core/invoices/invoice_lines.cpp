// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/invoices/invoice_lines.h"

#include "core/orders/order_totals.h"

#include <algorithm>

namespace thimblely::invoices {

namespace {

//! What earlier documents bill of one piece; nothing where none names it.
struct Billed {
    LineSums sums;
    QString details;
};

Result<std::optional<Billed>> billedOf(int position, const std::vector<InvoiceDocument> &earlier, Currency currency)
{
    const Money zero = Money::zero(currency);
    Billed billed{{zero, zero, zero, zero}, {}};
    bool any = false;
    for (const InvoiceDocument &document : earlier) {
        for (const InvoiceLine &line : document.lines) {
            if (line.position != position)
                continue;
            any = true;
            if (document.kind == InvoiceKind::CreditNote) { // the price was cut by a discount of that much
                TRY_ASSIGN(billed.sums.discount, billed.sums.discount.plus(line.total));
                TRY_ASSIGN(billed.sums.tax, billed.sums.tax.minus(line.tax));
                TRY_ASSIGN(billed.sums.total, billed.sums.total.minus(line.total));
                continue;
            }
            TRY_ASSIGN(const Money gross, line.unitPrice.timesMilli(line.quantity.milli()));
            TRY_ASSIGN(billed.sums.subtotal, billed.sums.subtotal.plus(gross));
            TRY_ASSIGN(billed.sums.discount, billed.sums.discount.plus(line.discount));
            TRY_ASSIGN(billed.sums.tax, billed.sums.tax.plus(line.tax));
            TRY_ASSIGN(billed.sums.total, billed.sums.total.plus(line.total));
            billed.details += line.details + u'\n';
        }
    }
    return any ? std::optional(billed) : std::nullopt;
}

//! Colour, mark and tasks, without the tasks that `before` names.
QString detailsOf(const orders::PieceDraft &piece, const QString &before)
{
    QStringList details;
    for (const QString &word : {piece.colour, piece.mark}) {
        if (!word.isEmpty())
            details.append(word);
    }
    for (const orders::Task &task : piece.tasks) {
        if (const QString words = orders::taskWords(task); !before.contains(words))
            details.append(words);
    }
    return details.join(QStringLiteral(", "));
}

Result<std::optional<InvoiceLine>> lineOf(const orders::OrderDetail &order, const orders::Piece &piece,
                                          const std::vector<InvoiceDocument> &earlier)
{
    const orders::PieceDraft &facts = piece.facts;
    TRY_ASSIGN(const orders::PieceTotals totals, orders::totalsOf(facts, order.currency, order.taxInclusive));
    TRY_ASSIGN(const std::optional<Billed> billed, billedOf(piece.position, earlier, order.currency));
    if (!billed) {
        return std::optional(InvoiceLine{piece.position, facts.name, detailsOf(facts, {}), facts.quantity, facts.unit,
                                         facts.unitPrice.value_or(Money::zero(order.currency)), totals.discount,
                                         facts.taxRate, facts.taxCode, totals.tax, totals.total});
    }
    TRY_ASSIGN(const Money total, totals.total.minus(billed->sums.total));
    if (total.minor() <= 0)
        return std::optional<InvoiceLine>();
    TRY_ASSIGN(const Money gross, totals.gross.minus(billed->sums.subtotal));
    TRY_ASSIGN(const Money discount, totals.discount.minus(billed->sums.discount));
    TRY_ASSIGN(const Money tax, totals.tax.minus(billed->sums.tax));
    return std::optional(InvoiceLine{piece.position, facts.name, detailsOf(facts, billed->details), Quantity::whole(1),
                                     facts.unit, gross, discount, facts.taxRate, facts.taxCode, tax, total});
}

} // namespace

Result<std::vector<InvoiceLine>> linesOf(const orders::OrderDetail &order, const std::vector<InvoiceDocument> &earlier)
{
    std::vector<InvoiceLine> lines;
    for (const auto *rows : {&order.pieces, &order.charges}) {
        for (const orders::Piece &row : *rows) {
            if (row.isCancelled())
                continue;
            TRY_ASSIGN(std::optional<InvoiceLine> line, lineOf(order, row, earlier));
            if (line)
                lines.push_back(std::move(*line));
        }
    }
    return lines;
}

Result<LineSums> sumsOf(const std::vector<InvoiceLine> &lines, bool taxInclusive, Currency currency)
{
    const Money zero = Money::zero(currency);
    LineSums sums{zero, zero, zero, zero};
    for (const InvoiceLine &line : lines) {
        TRY_ASSIGN(const Money gross, line.unitPrice.timesMilli(line.quantity.milli()));
        TRY_ASSIGN(sums.subtotal, sums.subtotal.plus(gross));
        TRY_ASSIGN(sums.discount, sums.discount.plus(line.discount));
        TRY_ASSIGN(sums.tax, sums.tax.plus(line.tax));
        TRY_ASSIGN(sums.total, sums.total.plus(line.total));
    }
    if (!taxInclusive) {
        TRY_ASSIGN(sums.total, sums.total.plus(sums.tax));
    }
    return sums;
}

Result<std::vector<TaxLine>> taxesOf(const std::vector<InvoiceLine> &lines, bool taxInclusive)
{
    std::vector<TaxLine> taxes;
    for (const InvoiceLine &line : lines) {
        if (line.taxRate == Rate(0))
            continue;
        TRY_ASSIGN(const Money net, taxInclusive ? line.total.minus(line.tax) : Result<Money>(line.total));
        const auto same = std::ranges::find_if(
            taxes, [&](const TaxLine &known) { return known.rate == line.taxRate && known.code == line.taxCode; });
        if (same == taxes.end()) {
            taxes.push_back({line.taxRate, line.taxCode, net, line.tax});
            continue;
        }
        TRY_ASSIGN(same->net, same->net.plus(net));
        TRY_ASSIGN(same->tax, same->tax.plus(line.tax));
    }
    return taxes;
}

} // namespace thimblely::invoices
