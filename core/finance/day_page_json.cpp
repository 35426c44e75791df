// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/finance/day_page_json.h"

#include "core/finance/day_tally.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace thimblely::finance {

namespace {

//! Pages from before it was kept apart lack it.
constexpr char waitingApart[] = "waiting_apart";

//! Reads and writes amounts of one currency under their names.
class Amounts {
public:
    explicit Amounts(Currency currency) : m_currency(currency) {}

    void put(QJsonObject &json, const char *key, const Money &amount) const
    {
        json.insert(QLatin1String(key), amount.minor());
    }
    void put(QJsonObject &json, const char *key, const std::optional<Money> &amount) const
    {
        if (amount)
            put(json, key, *amount);
    }
    Money get(const QJsonObject &json, const char *key) const
    {
        return {json.value(QLatin1String(key)).toInteger(), m_currency};
    }
    std::optional<Money> optional(const QJsonObject &json, const char *key) const
    {
        return json.contains(QLatin1String(key)) ? std::optional(get(json, key)) : std::nullopt;
    }

private:
    Currency m_currency;
};

QJsonObject writePieces(const std::map<qint64, int> &pieces)
{
    QJsonObject json;
    for (const auto &[minor, count] : pieces) {
        if (count > 0)
            json.insert(QString::number(minor), count);
    }
    return json;
}

std::map<qint64, int> readPieces(const QJsonObject &json)
{
    std::map<qint64, int> pieces;
    for (auto piece = json.begin(); piece != json.end(); ++piece)
        pieces.emplace(piece.key().toLongLong(), piece->toInt());
    return pieces;
}

QJsonArray writeMethods(const TillSums &sums, const Amounts &amounts)
{
    QJsonArray methods;
    for (const MethodSum &sum : sums.methods) {
        QJsonObject one{{QStringLiteral("method"), QString::fromLatin1(toCode(sum.method))},
                        {QStringLiteral("entries"), sum.entries}};
        amounts.put(one, "taken_minor", sum.taken);
        amounts.put(one, "given_back_minor", sum.givenBack);
        amounts.put(one, "waiting_minor", sum.waiting);
        amounts.put(one, "net_minor", sum.net);
        methods.append(one);
    }
    return methods;
}

std::vector<MethodSum> readMethods(const QJsonArray &json, const Amounts &amounts)
{
    std::vector<MethodSum> methods;
    for (const QJsonValue &value : json) {
        const QJsonObject one = value.toObject();
        if (const auto method = paymentMethodFromCode(one.value(QLatin1String("method")).toString()))
            methods.push_back({*method, amounts.get(one, "taken_minor"), amounts.get(one, "given_back_minor"),
                               amounts.get(one, "waiting_minor"), amounts.get(one, "net_minor"),
                               one.value(QLatin1String("entries")).toInt()});
    }
    return methods;
}

QJsonArray writeRuns(const std::vector<ReceiptRun> &runs)
{
    QJsonArray json;
    for (const ReceiptRun &run : runs)
        json.append(QJsonObject{{QStringLiteral("first"), run.first}, {QStringLiteral("last"), run.last}});
    return json;
}

//! Pages from before each series had its own run have one, whatever it went over.
std::vector<ReceiptRun> readRuns(const QJsonObject &json)
{
    if (const QString first = json.value(QLatin1String("first_receipt")).toString(); !first.isEmpty())
        return {{first, json.value(QLatin1String("last_receipt")).toString()}};
    std::vector<ReceiptRun> runs;
    const QJsonArray written = json.value(QLatin1String("receipts")).toArray();
    for (const QJsonValue &run : written)
        runs.push_back({run[QLatin1String("first")].toString(), run[QLatin1String("last")].toString()});
    return runs;
}

QJsonObject writeSums(const TillSums &sums, const Amounts &amounts)
{
    QJsonObject json{{QStringLiteral("methods"), writeMethods(sums, amounts)},
                     {QStringLiteral("sales"), sums.sales},
                     {QStringLiteral("refunds"), sums.refunds},
                     {QStringLiteral("waiting"), sums.waitingCount},
                     {QLatin1String(waitingApart), !sums.waitingWasTaken},
                     {QStringLiteral("receipts"), writeRuns(sums.receipts)},
                     {QStringLiteral("taxes"), QJsonDocument::fromJson(writeTaxParts(sums.taxes)).array()}};
    amounts.put(json, "paid_in_minor", sums.paidIn);
    amounts.put(json, "paid_out_minor", sums.paidOut);
    amounts.put(json, "bank_drop_minor", sums.bankDrop);
    amounts.put(json, "till_difference_minor", sums.difference);
    amounts.put(json, "turnover_minor", sums.turnover);
    amounts.put(json, "credit_kept_minor", sums.creditKept);
    amounts.put(json, "credit_used_minor", sums.creditUsed);
    amounts.put(json, "credit_paid_back_minor", sums.creditPaidBack);
    amounts.put(json, "cash_minor", sums.expectedCash);
    amounts.put(json, "waiting_minor", sums.waiting);
    return json;
}

TillSums readSums(const QJsonObject &json, const Amounts &amounts, Currency currency)
{
    TillSums sums = DayTally(amounts.get(json, "cash_minor")).sums();
    sums.methods = readMethods(json.value(QLatin1String("methods")).toArray(), amounts);
    sums.paidIn = amounts.get(json, "paid_in_minor");
    sums.paidOut = amounts.get(json, "paid_out_minor");
    sums.bankDrop = amounts.get(json, "bank_drop_minor");
    sums.difference = amounts.get(json, "till_difference_minor");
    sums.turnover = amounts.get(json, "turnover_minor");
    sums.creditKept = amounts.get(json, "credit_kept_minor");
    sums.creditUsed = amounts.get(json, "credit_used_minor");
    sums.creditPaidBack = amounts.get(json, "credit_paid_back_minor");
    sums.waiting = amounts.get(json, "waiting_minor");
    sums.sales = json.value(QLatin1String("sales")).toInt();
    sums.refunds = json.value(QLatin1String("refunds")).toInt();
    sums.waitingCount = json.value(QLatin1String("waiting")).toInt();
    sums.receipts = readRuns(json);
    sums.waitingWasTaken = !json.value(QLatin1String(waitingApart)).toBool();
    sums.taxes = readTaxParts(QJsonDocument(json.value(QLatin1String("taxes")).toArray()).toJson(), currency);
    return sums;
}

void writeResult(QJsonObject &json, const CountResult &count, const Amounts &amounts)
{
    amounts.put(json, "counted_minor", count.counted);
    amounts.put(json, "expected_minor", count.expected);
    amounts.put(json, "difference_minor", count.difference);
    amounts.put(json, "card_expected_minor", count.cardExpected);
    amounts.put(json, "card_minor", count.cardTotal);
    amounts.put(json, "card_difference_minor", count.cardDifference);
}

} // namespace

DayPage emptyDayPage(ActivityId id, Date day, Instant closedAt, Currency currency)
{
    const Money none = Money::zero(currency);
    return {id,
            0,
            day,
            {},
            closedAt,
            {},
            none,
            {none, none, none, {}, none, {}},
            {},
            {},
            none,
            none,
            DayTally(none).sums(),
            none,
            {}};
}

QJsonObject writeDayPage(const DayPage &page)
{
    const Amounts amounts(page.kept.currency());
    QJsonObject json = writeSums(page.sums, amounts);
    writeResult(json, page.count, amounts);
    json.insert(QStringLiteral("number"), page.number);
    json.insert(QStringLiteral("day"), page.day.toIso());
    json.insert(QStringLiteral("pieces"), writePieces(page.pieces));
    if (page.openedAt)
        json.insert(QStringLiteral("opened_at"), page.openedAt->msecs());
    if (!page.reason.isEmpty())
        json.insert(QStringLiteral("reason"), page.reason);
    amounts.put(json, "opening_minor", page.opening);
    amounts.put(json, "kept_minor", page.kept);
    amounts.put(json, "drop_minor", page.bankDrop);
    amounts.put(json, "perpetual_minor", page.perpetual);
    return json;
}

void readDayPage(const QJsonObject &json, DayPage &page)
{
    const Currency currency = page.kept.currency();
    const Amounts amounts(currency);
    page.sums = readSums(json, amounts, currency);
    page.count = {amounts.get(json, "counted_minor"),       amounts.get(json, "expected_minor"),
                  amounts.get(json, "difference_minor"),    amounts.optional(json, "card_minor"),
                  amounts.get(json, "card_expected_minor"), amounts.optional(json, "card_difference_minor")};
    page.number = json.value(QLatin1String("number")).toInteger();
    if (const auto day = Date::parse(json.value(QLatin1String("day")).toString()))
        page.day = *day;
    page.pieces = readPieces(json.value(QLatin1String("pieces")).toObject());
    if (json.contains(QLatin1String("opened_at")))
        page.openedAt = Instant(json.value(QLatin1String("opened_at")).toInteger());
    page.reason = json.value(QLatin1String("reason")).toString();
    page.opening = amounts.get(json, "opening_minor");
    page.kept = amounts.get(json, "kept_minor");
    page.bankDrop = amounts.get(json, "drop_minor");
    page.perpetual = amounts.get(json, "perpetual_minor");
}

QJsonObject writeCount(const CountSheet &sheet, const CountResult &result)
{
    const Amounts amounts(sheet.loose.currency());
    QJsonObject json{{QStringLiteral("pieces"), writePieces(sheet.pieces)}};
    amounts.put(json, "loose_minor", sheet.loose);
    writeResult(json, result, amounts);
    return json;
}

CountSheet readCountSheet(const QJsonObject &json, Currency currency)
{
    const Amounts amounts(currency);
    return CountSheet{readPieces(json.value(QLatin1String("pieces")).toObject()), amounts.get(json, "loose_minor"),
                      amounts.optional(json, "card_minor")};
}

} // namespace thimblely::finance
