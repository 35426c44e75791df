// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/orders/pay_facts.h"

#include "core/finance/tender.h"
#include "ui/widgets/amount_text.h"

#include <QCoreApplication>

namespace thimblely::ui {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("PayFacts", text);
}

} // namespace

QJsonObject toJson(const PayFacts &facts)
{
    QJsonObject json;
    const auto put = [&json](QLatin1String key, const QString &text) {
        if (!text.isEmpty())
            json.insert(key, text);
    };
    if (facts.method)
        put(QLatin1String("method"), QString::fromLatin1(finance::toCode(*facts.method)));
    put(QLatin1String("given"), facts.given);
    put(QLatin1String("reference"), facts.reference);
    put(QLatin1String("external"), facts.externalNumber);
    if (facts.arrived)
        json.insert(QLatin1String("arrived"), *facts.arrived);
    if (facts.keepsRest)
        json.insert(QLatin1String("keepsRest"), true);
    return json;
}

PayFacts payFactsFromJson(const QJsonObject &json)
{
    PayFacts facts;
    if (const auto method = finance::paymentMethodFromCode(json.value(QLatin1String("method")).toString()))
        facts.method = *method;
    facts.given = json.value(QLatin1String("given")).toString();
    facts.reference = json.value(QLatin1String("reference")).toString();
    facts.externalNumber = json.value(QLatin1String("external")).toString();
    if (const QJsonValue arrived = json.value(QLatin1String("arrived")); arrived.isBool())
        facts.arrived = arrived.toBool();
    facts.keepsRest = json.value(QLatin1String("keepsRest")).toBool();
    return facts;
}

Result<void> addFacts(finance::PaymentDraft &payment, const PayFacts &facts, const finance::ReceiptRules &rules,
                      const QLocale &locale)
{
    if (!facts.method)
        return Error{ErrorKind::Invalid, "payment.method_asked", {}, {}};
    payment.method = *facts.method;
    if (finance::mayWait(payment.method)) {
        payment.reference = facts.reference.trimmed();
        payment.arrived = facts.arrived;
        // Mobile money counts as there by its code; who saw it without one ticks that it has come in.
        if (payment.method == finance::PaymentMethod::MobileMoney && payment.reference.isEmpty() && !payment.arrived)
            payment.arrived = false;
    }
    if (payment.method == finance::PaymentMethod::Cash && !facts.given.trimmed().isEmpty()) {
        TRY_ASSIGN(payment.tendered, Money::parse(facts.given, payment.amount.currency(), locale));
    }
    if (rules.asksExternalNumber())
        payment.externalNumber = facts.externalNumber.trimmed();
    payment.restAsCredit = facts.keepsRest && payment.method != finance::PaymentMethod::Credit;
    return {};
}

QString tenderDoubt(const finance::PaymentDraft &payment, const Money &due, const QLocale &locale)
{
    if (!payment.tendered || !finance::isDoubtfulTender(due, *payment.tendered))
        return {};
    const Money given = *payment.tendered;
    const QString rest = figureText(given.minus(due).valueOr(given), locale);
    const QString what =
        payment.restAsCredit ? tr("%1 would be kept for the client.").arg(rest) : tr("%1 would go back.").arg(rest);
    return tr("%1 given for %2: %3 Press again if it is so.")
        .arg(figureText(given, locale), figureText(due, locale), what);
}

QString referenceDoubt(const finance::PaymentDraft &payment)
{
    if (!finance::mayWait(payment.method) || !payment.reference.isEmpty())
        return {};
    return payment.method == finance::PaymentMethod::MobileMoney
               ? tr("The code on the phone is not typed. Press again to take it without one.")
               : tr("The reference of the transfer is not typed. Press again to take it without one.");
}

QString receiptOffer()
{
    return tr("A receipt is printed with F8, where the client wants one.");
}

} // namespace thimblely::ui
