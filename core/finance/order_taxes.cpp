// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/finance/order_taxes.h"

#include "core/finance/bill_taxes.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>

namespace thimblely::finance {

namespace {

Result<std::vector<RateSum>> sumsOf(access::ScopedConnection &connection, OrderId order)
{
    TRY_ASSIGN(auto query, connection.query(R"(
        SELECT ifnull(tax ->> 'name', '') AS name, ifnull(tax ->> 'rate', 0) AS rate,
               sum(total_minor + iif(tax_inclusive, 0, tax_minor)), sum(tax_minor)
          FROM (SELECT priced.total_minor, booked.tax_inclusive, priced.taxes ->> '$[0]' AS tax,
                       ifnull((SELECT sum(value ->> 'minor') FROM json_each(priced.taxes)), 0) AS tax_minor
                  FROM order_items AS piece
                  JOIN order_item_prices AS priced ON priced.id = piece.id
                  JOIN orders AS booked ON booked.id = piece.order_id
                 WHERE piece.order_id = ? AND piece.cancelled_at IS NULL)
         GROUP BY name, rate
         ORDER BY rate DESC, name)"));
    query->bind(order);
    std::vector<RateSum> sums;
    for (;;) {
        TRY_ASSIGN(const bool row, query->step());
        if (!row)
            return sums;
        if (query->int64(2) > 0)
            sums.push_back({query->text(0), Rate(query->int64(1)), query->int64(2), query->int64(3)});
    }
}

//! `amount` times share / whole, to the nearest minor unit.
Result<Money> shareOf(const Money &amount, qint64 share, qint64 whole)
{
    const std::array weights = {share, whole - share};
    TRY_ASSIGN(const auto parts, amount.split(weights));
    return parts.front();
}

//! What the first `paid` of an order holds of each rate.
Result<std::vector<TaxPart>> heldBy(const std::vector<RateSum> &sums, const Money &paid)
{
    qint64 whole = 0;
    for (const RateSum &sum : sums)
        whole += sum.gross;
    const Money counted(std::clamp<qint64>(paid.minor(), 0, whole), paid.currency());
    std::vector<TaxPart> parts;
    qint64 reached = 0;
    Money below = Money::zero(paid.currency());
    for (const RateSum &sum : sums) {
        reached += sum.gross;
        TRY_ASSIGN(const Money upTo, shareOf(counted, reached, whole));
        TRY_ASSIGN(const Money gross, upTo.minus(below));
        TRY_ASSIGN(const Money tax, shareOf(gross, sum.tax, sum.gross));
        TRY_ASSIGN(const Money net, gross.minus(tax));
        parts.push_back({sum.name, sum.rate, net, tax});
        below = upTo;
    }
    return parts;
}

} // namespace

Result<std::vector<TaxPart>> taxesInside(const std::vector<RateSum> &bill, const Money &before, const Money &amount)
{
    TRY_ASSIGN(const Money after, before.plus(amount));
    TRY_ASSIGN(std::vector<TaxPart> parts, heldBy(bill, after));
    TRY_ASSIGN(const std::vector<TaxPart> held, heldBy(bill, before));
    TRY(addTaxParts(parts, held, true));
    std::erase_if(parts, [](const TaxPart &part) { return part.net.isZero() && part.tax.isZero(); });
    return parts;
}

Result<std::vector<TaxPart>> taxesInside(access::ScopedConnection &connection, OrderId order, const Money &before,
                                         const Money &amount)
{
    TRY_ASSIGN(const auto sums, sumsOf(connection, order));
    return taxesInside(sums, before, amount);
}

Result<std::vector<TaxPart>> taxesEntered(access::ScopedConnection &connection, OrderId order, Currency currency)
{
    TRY_ASSIGN(auto query, connection.query(R"(
        SELECT tax_breakdown, reverses_transaction_id IS NOT NULL
          FROM transactions
         WHERE order_id = ? AND tax_breakdown IS NOT NULL)"));
    query->bind(order);
    std::vector<TaxPart> sums;
    for (;;) {
        TRY_ASSIGN(const bool row, query->step());
        if (!row)
            return sums;
        TRY(addTaxParts(sums, readTaxParts(query->utf8(0), currency), query->boolean(1)));
    }
}

QByteArray writeTaxParts(const std::vector<TaxPart> &parts)
{
    if (parts.empty())
        return {};
    QJsonArray array;
    for (const TaxPart &part : parts)
        array.append(QJsonObject{{QStringLiteral("name"), part.name},
                                 {QStringLiteral("rate"), part.rate.millionths()},
                                 {QStringLiteral("net"), part.net.minor()},
                                 {QStringLiteral("tax"), part.tax.minor()}});
    return QJsonDocument(array).toJson(QJsonDocument::Compact);
}

std::vector<TaxPart> readTaxParts(const QByteArray &json, Currency currency)
{
    std::vector<TaxPart> parts;
    const QJsonArray array = QJsonDocument::fromJson(json).array();
    for (const QJsonValue &value : array)
        parts.push_back({value[QLatin1String("name")].toString(), Rate(value[QLatin1String("rate")].toInteger()),
                         Money(value[QLatin1String("net")].toInteger(), currency),
                         Money(value[QLatin1String("tax")].toInteger(), currency)});
    return parts;
}

Result<void> addTaxParts(std::vector<TaxPart> &sums, const std::vector<TaxPart> &parts, bool subtract)
{
    for (const TaxPart &part : parts) {
        auto sum = std::ranges::find_if(
            sums, [&](const TaxPart &one) { return one.rate == part.rate && one.name == part.name; });
        if (sum == sums.end()) {
            const Money none = Money::zero(part.net.currency());
            sum = sums.insert(sum, {part.name, part.rate, none, none});
        }
        TRY_ASSIGN(sum->net, subtract ? sum->net.minus(part.net) : sum->net.plus(part.net));
        TRY_ASSIGN(sum->tax, subtract ? sum->tax.minus(part.tax) : sum->tax.plus(part.tax));
    }
    return {};
}

} // namespace thimblely::finance
