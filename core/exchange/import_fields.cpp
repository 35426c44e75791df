// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/exchange/import_fields.h"

#include "core/exchange/currency_words.h"
#include "core/search/fold.h"

#include <QCoreApplication>
#include <QHash>
#include <QSet>

#include <algorithm>

namespace thimblely {

namespace {

#include "core/exchange/import_fields.inc"

QString foldedHeading(const QString &heading)
{
    return search::fold(heading).remove(u' ');
}

QHash<QString, QByteArray> makeKeys(ImportKind kind)
{
    QHash<QString, QByteArray> keys;
    const auto add = [&keys](const QString &name, const char *key) {
        if (const QString folded = foldedHeading(name); !folded.isEmpty() && !keys.contains(folded))
            keys.insert(folded, key);
    };
    // Keys and names before what other programs say.
    for (const ImportField &field : importFields(kind)) {
        add(QString::fromLatin1(field.key), field.key);
        add(QString::fromUtf8(field.name), field.key);
    }
    for (const ImportField &field : importFields(kind)) {
        const QStringList names = QString::fromUtf8(field.otherNames).split(u'|', Qt::SkipEmptyParts);
        for (const QString &name : names)
            add(name, field.key);
    }
    return keys;
}

const QHash<QString, QByteArray> &keysOf(ImportKind kind)
{
    static const QHash<QString, QByteArray> tables[] = {makeKeys(ImportKind::Clients),
                                                        makeKeys(ImportKind::Measurements),
                                                        makeKeys(ImportKind::Products),
                                                        makeKeys(ImportKind::OldOrders),
                                                        {}};
    return tables[size_t(kind)];
}

struct UnitWord {
    const char *word;
    LengthUnit unit;
};
constexpr UnitWord unitWords[] = {
    {"cm", LengthUnit::Centimetre},
    {"centimetres", LengthUnit::Centimetre},
    {"centimeters", LengthUnit::Centimetre},
    {"mm", LengthUnit::Millimetre},
    {"millimetres", LengthUnit::Millimetre},
    {"millimeters", LengthUnit::Millimetre},
    {"in", LengthUnit::Inch},
    {"inch", LengthUnit::Inch},
    {"inches", LengthUnit::Inch},
    {"zoll", LengthUnit::Inch},
    {"pouces", LengthUnit::Inch},
    {"pulgadas", LengthUnit::Inch},
    {"pollici", LengthUnit::Inch},
    {"cale", LengthUnit::Inch},
};

constexpr struct {
    const char *word;
    Side side;
} sideWords[] = {
    {"left", Side::Left},      {"l", Side::Left},       {"links", Side::Left},    {"gauche", Side::Left},
    {"izquierda", Side::Left}, {"izq", Side::Left},     {"sinistra", Side::Left}, {"esquerda", Side::Left},
    {"lewa", Side::Left},      {"lewy", Side::Left},    {"right", Side::Right},   {"r", Side::Right},
    {"rechts", Side::Right},   {"droite", Side::Right}, {"droit", Side::Right},   {"derecha", Side::Right},
    {"der", Side::Right},      {"destra", Side::Right}, {"direita", Side::Right}, {"prawa", Side::Right},
    {"prawy", Side::Right},
};

//! Takes the last word off where it is a unit; a heading that is nothing else is no measure.
std::optional<LengthUnit> takeUnit(QStringList &words)
{
    if (words.size() < 2)
        return {};
    for (const UnitWord &known : unitWords) {
        if (words.last() != QLatin1String(known.word))
            continue;
        words.removeLast();
        if (words.size() > 1 && words.last() == QLatin1String("in"))
            words.removeLast(); // "waist in cm"
        return known.unit;
    }
    return {};
}

Side takeSide(QStringList &words)
{
    if (words.size() < 2)
        return Side::Both;
    for (const auto &known : sideWords) {
        for (const bool last : {true, false}) {
            if ((last ? words.last() : words.first()) != QLatin1String(known.word))
                continue;
            last ? words.removeLast() : words.removeFirst();
            return known.side;
        }
    }
    return Side::Both;
}

QByteArray measureMeant(const QString &heading)
{
    // As it stands first: a code or a name may end in what looks like a unit or a side.
    if (const MeasurementField *field = findMeasurementField(heading))
        return field->code.toString().toUtf8();
    QStringList words = search::foldedWords(heading);
    takeUnit(words);
    if (const MeasurementField *field = findMeasurementField(words.join(u' ')))
        return field->code.toString().toUtf8();
    const Side side = takeSide(words);
    const MeasurementField *field = findMeasurementField(words.join(u' '));
    if (!field)
        return {};
    const QByteArray code = field->code.toString().toUtf8();
    if (side == Side::Both || !field->sidesMayDiffer)
        return code;
    return code + (side == Side::Left ? ":left" : ":right");
}

//! Thunderbird writes the day of a birthday beside its year and month.
void tellDaysFromBirthdays(const QStringList &headings, QByteArrayList &mapping)
{
    if (!mapping.contains("birth_year") && !mapping.contains("birth_month"))
        return;
    for (qsizetype i = 0; i < headings.size(); ++i) {
        if (mapping[i] == "birth_date" && foldedHeading(headings[i]) == QLatin1String("birthday"))
            mapping[i] = "day_of_birth";
    }
}

} // namespace

std::span<const ImportField> importFields(ImportKind kind)
{
    switch (kind) {
    case ImportKind::Clients:
        return clientFields;
    case ImportKind::Measurements:
        return measureFields;
    case ImportKind::Products:
        return productFields;
    case ImportKind::OldOrders:
        return oldOrderFields;
    case ImportKind::Events: // no table: it says itself what is what
        return {};
    }
    Q_UNREACHABLE();
}

const ImportField *importField(ImportKind kind, QByteArrayView key)
{
    const auto fields = importFields(kind);
    const auto found = std::ranges::find_if(fields, [key](const ImportField &field) { return key == field.key; });
    return found == fields.end() ? nullptr : &*found;
}

QByteArray fieldMeant(ImportKind kind, const QString &heading)
{
    const QByteArray key = keysOf(kind).value(foldedHeading(heading));
    if (key.isEmpty() && kind == ImportKind::Measurements)
        return measureMeant(heading);
    if (!key.isEmpty() || exchange::currencyInHeading(heading).isEmpty())
        return key;
    const QByteArray amount = keysOf(kind).value(foldedHeading(exchange::withoutCurrency(heading)));
    return isAmount(amount) ? amount : QByteArray();
}

bool mayMeanCurrency(const QString &said, Currency currency)
{
    return exchange::mayMean(said, currency.code());
}

bool isAmount(QByteArrayView key)
{
    static constexpr const char *amounts[] = {"price", "sale_price", "total", "paid", "owed", "credit"};
    return std::ranges::find(amounts, key, [](const char *each) { return QByteArrayView(each); }) != std::end(amounts);
}

std::optional<LengthUnit> unitInHeading(const QString &heading)
{
    QStringList words = search::foldedWords(heading);
    return takeUnit(words);
}

QByteArrayList guessedMapping(ImportKind kind, const QStringList &headings)
{
    QByteArrayList mapping;
    for (const QString &heading : headings)
        mapping.append(fieldMeant(kind, heading));
    tellDaysFromBirthdays(headings, mapping);
    QSet<QByteArray> taken;
    for (QByteArray &key : mapping) {
        const ImportField *field = importField(kind, key);
        if ((field && field->mayRepeat) || key.isEmpty())
            continue;
        if (taken.contains(key))
            key = QByteArray();
        taken.insert(key);
    }
    return mapping;
}

std::optional<MeasureKey> measureKey(QByteArrayView key)
{
    MeasureKey result;
    const qsizetype colon = key.lastIndexOf(':');
    result.code = QString::fromUtf8(colon < 0 ? key : key.first(colon));
    if (colon >= 0) {
        const QByteArrayView side = key.sliced(colon + 1);
        if (side != QByteArrayView("left") && side != QByteArrayView("right"))
            return {};
        result.side = side == QByteArrayView("left") ? Side::Left : Side::Right;
    }
    return measurementField(result.code) ? std::optional(result) : std::nullopt;
}

QString nameOfField(ImportKind kind, QByteArrayView key)
{
    if (const ImportField *field = importField(kind, key))
        return QCoreApplication::translate("ImportField", field->name);
    const auto measure = kind == ImportKind::Measurements ? measureKey(key) : std::nullopt;
    if (!measure)
        return {};
    const QString name = QCoreApplication::translate("Measurement", measurementField(measure->code)->name);
    switch (measure->side) {
    case Side::Left:
        return QCoreApplication::translate("ImportField", "%1, left").arg(name);
    case Side::Right:
        return QCoreApplication::translate("ImportField", "%1, right").arg(name);
    case Side::Both:
        break;
    }
    return name;
}

} // namespace thimblely
