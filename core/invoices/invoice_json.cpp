// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/invoices/invoice_json.h"

#include "core/inventory/code_table.h"
#include "core/invoices/free_invoice.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>

namespace thimblely::invoices {

namespace {

constexpr inventory::CodeTable<InvoiceKind, 3> kinds{"kind", {"invoice", "receipt", "credit_note"}};
constexpr inventory::CodeTable<InvoiceForm, 3> forms{"form", {"plain", "tax_invoice", "bill_of_supply"}};

QString keyed(const char *key)
{
    return QString::fromLatin1(key);
}

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QJsonObject lineToJson(const InvoiceLine &line)
{
    return {{keyed("position"), line.position},
            {keyed("text"), line.text},
            {keyed("details"), line.details},
            {keyed("quantity_milli"), line.quantity.milli()},
            {keyed("unit"), line.unit},
            {keyed("unit_price"), line.unitPrice.minor()},
            {keyed("discount"), line.discount.minor()},
            {keyed("rate"), line.taxRate.millionths()},
            {keyed("code"), line.taxCode},
            {keyed("tax"), line.tax.minor()},
            {keyed("total"), line.total.minor()}};
}

InvoiceLine lineFromJson(const QJsonObject &object, Currency currency)
{
    const auto money = [&](const char *key) { return Money(object.value(keyed(key)).toInteger(), currency); };
    return {int(object.value(keyed("position")).toInteger()),
            object.value(keyed("text")).toString(),
            object.value(keyed("details")).toString(),
            Quantity(object.value(keyed("quantity_milli")).toInteger()),
            object.value(keyed("unit")).toString(),
            money("unit_price"),
            money("discount"),
            Rate(object.value(keyed("rate")).toInteger()),
            object.value(keyed("code")).toString(),
            money("tax"),
            money("total")};
}

} // namespace

QByteArray toCode(InvoiceKind kind)
{
    return kinds.code(kind);
}

Result<InvoiceKind> invoiceKindFromCode(QStringView code)
{
    return kinds.value(code);
}

QJsonObject toJson(const Party &party)
{
    return {{keyed("name"), party.name},      {keyed("address"), party.address},
            {keyed("phone"), party.phone},    {keyed("email"), party.email},
            {keyed("tax_id"), party.taxId},   {keyed("registration"), party.registration},
            {keyed("country"), party.country}};
}

Party partyFrom(const QJsonObject &object)
{
    const auto text = [&](const char *key) { return object.value(keyed(key)).toString(); };
    return {text("name"),   text("address"),      text("phone"),  text("email"),
            text("tax_id"), text("registration"), text("country")};
}

QByteArray linesToJson(const InvoiceDocument &document)
{
    QJsonArray rows;
    for (const InvoiceLine &line : document.lines)
        rows.append(lineToJson(line));
    QJsonObject object{{keyed("order_number"), document.orderNumber},
                       {keyed("tax_inclusive"), document.taxInclusive},
                       {keyed("rows"), rows}};
    if (document.form != InvoiceForm::Plain) // papers from before there were forms keep their hash
        object.insert(keyed("form"), QString::fromLatin1(forms.code(document.form)));
    return compact(object);
}

QByteArray linesToJson(const std::vector<InvoiceLine> &lines, bool taxInclusive)
{
    QJsonArray rows;
    for (const InvoiceLine &line : lines)
        rows.append(lineToJson(line));
    return compact({{keyed("tax_inclusive"), taxInclusive}, {keyed("rows"), rows}});
}

DraftLines draftLinesFromJson(const QByteArray &json, Currency currency)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    DraftLines draft{{}, object.value(keyed("tax_inclusive")).toBool()};
    const QJsonArray rows = object.value(keyed("rows")).toArray();
    for (const auto &row : rows)
        draft.lines.push_back(lineFromJson(row.toObject(), currency));
    return draft;
}

Result<void> linesFromJson(const QByteArray &json, Currency currency, InvoiceDocument &document)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    document.orderNumber = object.value(keyed("order_number")).toString();
    document.taxInclusive = object.value(keyed("tax_inclusive")).toBool();
    if (const QString form = object.value(keyed("form")).toString(); !form.isEmpty()) {
        TRY_ASSIGN(document.form, forms.value(form));
    }
    const QJsonArray rows = object.value(keyed("rows")).toArray();
    for (const auto &row : rows)
        document.lines.push_back(lineFromJson(row.toObject(), currency));
    return {};
}

QByteArray taxesToJson(const std::vector<TaxLine> &taxes)
{
    QJsonArray array;
    for (const TaxLine &line : taxes) {
        array.append(QJsonObject{{keyed("rate"), line.rate.millionths()},
                                 {keyed("code"), line.code},
                                 {keyed("net"), line.net.minor()},
                                 {keyed("tax"), line.tax.minor()}});
    }
    return QJsonDocument(array).toJson(QJsonDocument::Compact);
}

std::vector<TaxLine> taxesFromJson(const QByteArray &json, Currency currency)
{
    std::vector<TaxLine> taxes;
    const QJsonArray array = QJsonDocument::fromJson(json).array();
    for (const auto &value : array) {
        taxes.push_back({Rate(value[keyed("rate")].toInteger()), value[keyed("code")].toString(),
                         Money(value[keyed("net")].toInteger(), currency),
                         Money(value[keyed("tax")].toInteger(), currency)});
    }
    return taxes;
}

QByteArray buyerHash(const Party &buyer, const QByteArray &salt)
{
    return QCryptographicHash::hash(salt + compact(toJson(buyer)), QCryptographicHash::Sha256);
}

QByteArray documentHash(const InvoiceDocument &document, const QByteArray &buyer)
{
    const auto day = [](const std::optional<Date> &date) { return date ? QJsonValue(date->toIso()) : QJsonValue(); };
    QJsonObject canonical{{keyed("kind"), QString::fromLatin1(toCode(document.kind))},
                          {keyed("number"), document.number},
                          {keyed("series"), document.series},
                          {keyed("order"), billsOrder(document) ? document.order.toString() : QString()},
                          {keyed("issued"), document.issuedDate.toIso()},
                          {keyed("supplied"), day(document.supplyDate)},
                          {keyed("due"), day(document.dueDate)},
                          {keyed("currency"), document.total.currency().code()},
                          {keyed("from"), toJson(document.from)},
                          {keyed("buyer"), QString::fromLatin1(buyer.toHex())},
                          {keyed("lines"), QString::fromUtf8(linesToJson(document))},
                          {keyed("taxes"), QString::fromUtf8(taxesToJson(document.taxes))},
                          {keyed("subtotal"), document.subtotal.minor()},
                          {keyed("discount"), document.discount.minor()},
                          {keyed("tax"), document.tax.minor()},
                          {keyed("total"), document.total.minor()},
                          {keyed("previous"), QString::fromLatin1(document.previousHash.toHex())}};
    if (document.corrects) // papers from before there were credit notes keep their hash
        canonical.insert(keyed("corrects"), document.corrects->toString());
    if (!document.placeOfSupply.isEmpty())
        canonical.insert(keyed("place_of_supply"), document.placeOfSupply);
    return QCryptographicHash::hash(compact(canonical), QCryptographicHash::Sha256);
}

QJsonObject toJson(const FiscalStamp &stamp)
{
    return {{keyed("number"), stamp.number}, {keyed("device"), stamp.device}, {keyed("code"), stamp.code}};
}

std::optional<FiscalStamp> stampFrom(const QJsonObject &object)
{
    const auto text = [&](const char *key) { return object.value(keyed(key)).toString(); };
    return object.isEmpty() ? std::nullopt : std::optional(FiscalStamp{text("number"), text("device"), text("code")});
}

} // namespace thimblely::invoices
