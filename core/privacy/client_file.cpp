// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/privacy/client_file.h"

#include "core/access/privileged/held_rows.h"
#include "core/privacy/held_words.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

namespace thimblely::privacy {

namespace {

using access::HeldRow;
using T = storage::Table;

//! As a person asks about them; the rest after these.
constexpr T order[] = {T::Clients,  T::ClientMeasurements, T::ClientInteractions, T::Events,
                       T::Orders,   T::OrderItems,         T::Transactions,       T::Invoices,
                       T::Messages, T::SysActivity,        T::InventoryMovements};

QString textIn(const HeldRow &row, const char *column)
{
    const auto found = std::ranges::find(row.values, column, &access::HeldValue::column);
    return found == row.values.end() ? QString() : found->value.toString();
}

Currency currencyOf(const HeldRow &row, Currency shop)
{
    return Currency::parse(textIn(row, "currency")).valueOr(shop);
}

HeldRecord recordOf(const HeldRow &row, const ReadingTerms &terms)
{
    const Currency currency = currencyOf(row, terms.currency);
    HeldRecord record;
    for (const access::HeldValue &value : row.values) {
        HeldFact fact = factOf(value.column, value.value, currency, terms);
        if (!fact.text.isEmpty())
            record.facts.push_back(std::move(fact));
    }
    for (const access::FormerValue &former : row.former) {
        HeldFact fact = factOf(former.value.column, former.value.value, currency, terms);
        if (fact.text.isEmpty())
            continue;
        const HeldFact when = factOf("changed_at", former.until.msecs(), currency, terms);
        record.changes.push_back(
            {former.by.isEmpty() ? when.text : when.text + QStringLiteral(", ") + former.by, std::move(fact)});
    }
    return record;
}

void addPictures(const access::HeldValue &value, QStringList &pictures)
{
    static const QRegularExpression hash(QStringLiteral("(?<![0-9a-fA-F])[0-9a-fA-F]{64}(?![0-9a-fA-F])"));
    if (!value.column.contains("media") || !value.value.isString())
        return;
    auto found = hash.globalMatch(value.value.toString());
    while (found.hasNext()) {
        if (const QString name = found.next().captured().toLower(); !pictures.contains(name))
            pictures.append(name);
    }
}

QJsonObject jsonOf(const HeldRecord &record)
{
    QJsonObject object;
    for (const HeldFact &fact : record.facts)
        object.insert(QString::fromLatin1(fact.column), fact.value);
    QJsonArray before;
    for (const HeldChange &change : record.changes)
        before.append(QJsonObject{{QStringLiteral("until"), change.when},
                                  {QString::fromLatin1(change.before.column), change.before.value}});
    if (!before.isEmpty())
        object.insert(QStringLiteral("before"), before);
    return object;
}

} // namespace

Result<ClientFile> everythingHeld(const QString &path, const access::Principal &principal, ClientId client,
                                  const ReadingTerms &terms)
{
    TRY_ASSIGN(const std::vector<HeldRow> rows, access::heldRows(storage::OpenOptions{path}, principal, client));
    ClientFile file{terms.shop, {}, {}, terms.today, {}, {}};
    const auto place = [](T table) { return std::ranges::find(order, table) - std::begin(order); };
    std::vector<const HeldRow *> sorted;
    for (const HeldRow &row : rows)
        sorted.push_back(&row);
    std::ranges::stable_sort(sorted, {}, [&](const HeldRow *row) { return place(row->table); });
    for (const HeldRow *row : sorted) {
        // The card that the others were merged into comes first.
        if (row->table == T::Clients && file.client.isEmpty()) {
            file.client = textIn(*row, "name");
            file.number = textIn(*row, "client_number");
        }
        const QString title = tableWords(row->table);
        if (file.sections.empty() || file.sections.back().title != title)
            file.sections.push_back({title, {}});
        file.sections.back().records.push_back(recordOf(*row, terms));
        for (const access::HeldValue &value : row->values)
            addPictures(value, file.pictures);
        for (const access::FormerValue &former : row->former)
            addPictures(former.value, file.pictures);
    }
    return file;
}

Result<ClientId> clientNumbered(const QString &path, const access::Principal &principal, const QString &number)
{
    return access::clientNumbered(storage::OpenOptions{path}, principal, number);
}

QByteArray jsonOf(const ClientFile &file)
{
    QJsonObject sections;
    for (const HeldSection &section : file.sections) {
        QJsonArray records;
        for (const HeldRecord &record : section.records)
            records.append(jsonOf(record));
        sections.insert(section.title, records);
    }
    return QJsonDocument(QJsonObject{{QStringLiteral("shop"), file.shop},
                                     {QStringLiteral("client"), file.client},
                                     {QStringLiteral("number"), file.number},
                                     {QStringLiteral("made_on"), file.madeOn.toIso()},
                                     {QStringLiteral("sections"), sections},
                                     {QStringLiteral("pictures"), QJsonArray::fromStringList(file.pictures)}})
        .toJson(QJsonDocument::Indented);
}

} // namespace thimblely::privacy
