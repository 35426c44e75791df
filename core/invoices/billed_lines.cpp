// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/invoices/billed_lines.h"

#include <algorithm>

namespace thimblely::invoices {

namespace {

struct Amounts {
    Money total;
    Money tax;

    Result<void> add(const Money &moreTotal, const Money &moreTax)
    {
        TRY_ASSIGN(total, total.plus(moreTotal));
        TRY_ASSIGN(tax, tax.plus(moreTax));
        return {};
    }
    Result<void> subtract(const Money &lessTotal, const Money &lessTax)
    {
        TRY_ASSIGN(total, total.minus(lessTotal));
        TRY_ASSIGN(tax, tax.minus(lessTax));
        return {};
    }
};

//! What one invoice bills of the row, less the credit notes on it.
Result<Amounts> billedBy(const InvoiceDocument &invoice, const std::vector<InvoiceDocument> &billing, int position)
{
    const Money zero = Money::zero(invoice.total.currency());
    Amounts sum{zero, zero};
    for (const InvoiceDocument &document : billing) {
        const bool note = document.kind == InvoiceKind::CreditNote;
        if (note ? document.corrects != invoice.id : document.id != invoice.id)
            continue;
        for (const InvoiceLine &line : document.lines) {
            if (line.position != position)
                continue;
            TRY(note ? sum.subtract(line.total, line.tax) : sum.add(line.total, line.tax));
        }
    }
    return sum;
}

//! What all of them bill of it beyond what stays.
Result<Amounts> tooMuch(const std::vector<InvoiceDocument> &billing, const CreditRow &row)
{
    const Money zero = Money::zero(row.total.currency());
    Amounts sum{zero, zero};
    for (const InvoiceDocument &document : billing) {
        if (document.kind != InvoiceKind::Invoice)
            continue;
        TRY_ASSIGN(const Amounts billed, billedBy(document, billing, row.row.position));
        TRY(sum.add(billed.total, billed.tax));
    }
    TRY(sum.subtract(row.total, row.tax));
    return sum;
}

InvoiceLine lineFor(const orders::Piece &row, const Amounts &amounts, const QString &reason)
{
    const orders::PieceDraft &facts = row.facts;
    return {row.position,
            facts.name,
            reason,
            Quantity::whole(1),
            facts.unit,
            amounts.total,
            Money::zero(amounts.total.currency()),
            facts.taxRate,
            facts.taxCode,
            amounts.tax,
            amounts.total};
}

//! Off this invoice goes what it bills, at most what is still too much; the last part takes what is left of the tax.
Result<std::optional<InvoiceLine>> takeOff(const Amounts &billed, Amounts &left, const orders::Piece &row,
                                           const QString &reason)
{
    if (left.total.minor() <= 0 || billed.total.minor() <= 0)
        return std::optional<InvoiceLine>();
    const Amounts off = billed.total.minor() < left.total.minor() ? billed : left;
    TRY(left.subtract(off.total, off.tax));
    return std::optional(lineFor(row, off, reason));
}

} // namespace

Result<Money> CreditPlan::total() const
{
    Money sum = Money::zero(invoice.total.currency());
    for (const InvoiceLine &line : lines) {
        TRY_ASSIGN(sum, sum.plus(line.total));
    }
    return sum;
}

Result<std::vector<CreditPlan>> creditPlans(const std::vector<InvoiceDocument> &billing,
                                            const std::vector<CreditRow> &rows, const QString &reason)
{
    std::vector<Amounts> left;
    for (const CreditRow &row : rows) {
        TRY_ASSIGN(const Amounts amounts, tooMuch(billing, row));
        left.push_back(amounts);
    }
    std::vector<CreditPlan> plans;
    for (auto invoice = billing.rbegin(); invoice != billing.rend(); ++invoice) {
        if (invoice->kind != InvoiceKind::Invoice)
            continue;
        CreditPlan plan{*invoice, {}};
        for (size_t i = 0; i < rows.size(); ++i) {
            TRY_ASSIGN(const Amounts billed, billedBy(*invoice, billing, rows[i].row.position));
            TRY_ASSIGN(auto line, takeOff(billed, left[i], rows[i].row, reason));
            if (line)
                plan.lines.push_back(std::move(*line));
        }
        if (!plan.lines.empty())
            plans.push_back(std::move(plan));
    }
    return plans;
}

} // namespace thimblely::invoices
