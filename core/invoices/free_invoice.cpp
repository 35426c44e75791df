// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/invoices/free_invoice.h"

#include "core/base/error_args.h"
#include "core/orders/order_totals.h"

#include <algorithm>

namespace thimblely::invoices {

namespace {

//! What is left of a line: with its tax, as the client pays it.
struct Left {
    Money total; //!< as the line is written
    Money tax;
    qint64 gross(bool inclusive) const { return total.minor() + (inclusive ? 0 : tax.minor()); }
};

Result<Left> leftOf(const InvoiceLine &line, const std::vector<InvoiceDocument> &earlier)
{
    Left left{line.total, line.tax};
    for (const InvoiceDocument &note : earlier) {
        for (const InvoiceLine &off : note.lines) {
            if (off.position != line.position)
                continue;
            TRY_ASSIGN(left.total, left.total.minus(off.total));
            TRY_ASSIGN(left.tax, left.tax.minus(off.tax));
        }
    }
    return left;
}

//! So much of a line, its tax inside; the last part takes what is left of the tax.
Result<Left> partOf(const Left &left, const Money &gross, bool inclusive)
{
    const qint64 whole = left.gross(inclusive);
    if (gross.minor() >= whole)
        return left;
    const qint64 weights[] = {left.tax.minor(), whole - left.tax.minor()};
    TRY_ASSIGN(const auto parts, gross.split(weights));
    TRY_ASSIGN(const Money net, gross.minus(parts.front()));
    return Left{inclusive ? gross : net, parts.front()};
}

} // namespace

Result<void> check(const FreeInvoice &invoice)
{
    if (!invoice.client && invoice.name.trimmed().isEmpty())
        return Error{ErrorKind::Invalid, "invoice.no_buyer", {}, {}};
    if (invoice.lines.empty())
        return Error{ErrorKind::Invalid, "invoice.no_lines", {}, {}};
    constexpr Rate whole = Rate::percent(100);
    for (size_t i = 0; i < invoice.lines.size(); ++i) {
        const FreeLine &line = invoice.lines[i];
        if (line.text.trimmed().isEmpty() || line.quantity <= Quantity(0) || line.price.minor() <= 0 ||
            line.taxRate < Rate(0) || line.taxRate > whole)
            return Error{ErrorKind::Invalid, "invoice.bad_line", {QString::number(i + 1)}, {}};
    }
    return {};
}

Result<std::vector<InvoiceLine>> linesOf(const FreeInvoice &invoice, Currency currency)
{
    std::vector<InvoiceLine> lines;
    for (const FreeLine &line : invoice.lines) {
        if (line.price.currency() != currency)
            return Error{ErrorKind::Invalid, "payment.other_currency", {}, {}};
        TRY_ASSIGN(const Money total, line.price.timesMilli(line.quantity.milli()));
        TRY_ASSIGN(const Money tax, orders::taxOn(total, line.taxRate, invoice.taxInclusive));
        lines.push_back({int(lines.size()) + 1,
                         line.text.trimmed(),
                         {},
                         line.quantity,
                         {},
                         line.price,
                         Money::zero(currency),
                         line.taxRate,
                         line.taxCode,
                         tax,
                         total});
    }
    return lines;
}

Result<std::vector<InvoiceLine>> creditLines(const InvoiceDocument &invoice,
                                             const std::vector<InvoiceDocument> &earlier, const Money &amount,
                                             const QString &reason)
{
    if (amount.minor() <= 0)
        return Error{ErrorKind::Invalid, "payment.not_positive", {}, {}};
    std::vector<Left> left;
    std::vector<qint64> weights;
    qint64 whole = 0;
    for (const InvoiceLine &line : invoice.lines) {
        TRY_ASSIGN(const Left one, leftOf(line, earlier));
        left.push_back(one);
        weights.push_back(std::max<qint64>(0, one.gross(invoice.taxInclusive)));
        whole += weights.back();
    }
    if (amount.minor() > whole)
        return Error{ErrorKind::Invalid, "invoice.credit_too_large", {errorArg(Money(whole, amount.currency()))}, {}};
    TRY_ASSIGN(const auto shares, amount.split(weights));
    std::vector<InvoiceLine> lines;
    for (size_t i = 0; i < left.size(); ++i) {
        if (shares[i].isZero())
            continue;
        TRY_ASSIGN(const Left off, partOf(left[i], shares[i], invoice.taxInclusive));
        const InvoiceLine &line = invoice.lines[i];
        lines.push_back({line.position, line.text, reason, Quantity::whole(1), line.unit, off.total,
                         Money::zero(amount.currency()), line.taxRate, line.taxCode, off.tax, off.total});
    }
    return lines;
}

} // namespace thimblely::invoices
