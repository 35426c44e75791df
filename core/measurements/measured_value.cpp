// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/measurements/measured_value.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>
#include <optional>
#include <utility>

namespace thimblely {

namespace {

constexpr std::pair<AmountUnit, QLatin1StringView> units[] = {
    {AmountUnit::Centimetre, QLatin1StringView("cm")}, {AmountUnit::Millimetre, QLatin1StringView("mm")},
    {AmountUnit::Inch, QLatin1StringView("in")},       {AmountUnit::Kilogram, QLatin1StringView("kg")},
    {AmountUnit::Pound, QLatin1StringView("lb")},      {AmountUnit::Degree, QLatin1StringView("deg")},
    {AmountUnit::Number, QLatin1StringView("number")}, {AmountUnit::Words, QLatin1StringView("words")},
};

//! Lengths have no ending: most names are lengths.
constexpr std::pair<MeasurementDimension, QLatin1StringView> codeEnds[] = {
    {MeasurementDimension::Angle, QLatin1StringView("_angle")},
    {MeasurementDimension::Weight, QLatin1StringView("_weight")},
    {MeasurementDimension::Number, QLatin1StringView("_number")},
    {MeasurementDimension::Words, QLatin1StringView("_words")},
};

constexpr int mostLetters = 200;

constexpr MeasurementRange grams{1'000, 400'000};
constexpr MeasurementRange tenthsOfDegree{0, 1'800};

//! Digits of any script with at most one decimal sign, times `scale`, to the nearest whole number.
std::optional<qint64> scaled(QStringView text, qint64 scale)
{
    static const QRegularExpression shape(QStringLiteral("^(\\d{1,4})(?:[.,\u066b](\\d{1,3}))?$"),
                                          QRegularExpression::UseUnicodePropertiesOption);
    const auto match = shape.match(text.toString().trimmed());
    if (!match.hasMatch())
        return {};
    qint64 value = 0;
    qint64 parts = 1;
    for (const QChar digit : match.captured(1))
        value = value * 10 + digit.digitValue();
    for (const QChar digit : match.captured(2)) {
        value = value * 10 + digit.digitValue();
        parts *= 10;
    }
    return (value * scale * 2 + parts) / (parts * 2);
}

Error refused(const char *code, const QString &name, QStringView text)
{
    return {ErrorKind::Invalid, code, {name, text.toString().trimmed().left(50)}, {}};
}

QString plainTenths(qint64 amount, qint64 unit, const QString &decimalPoint)
{
    const qint64 tenths = (amount * 10 + unit / 2) / unit;
    return QString::number(tenths / 10) + (tenths % 10 ? decimalPoint + QString::number(tenths % 10) : QString());
}

//! A difference keeps its sign before what is written out.
QString lengthWrittenOut(const MeasuredValue &value, LengthUnit unit, const QString &decimalPoint)
{
    static const QString signs = QStringLiteral("+-\u2212");
    const bool isSigned = !value.text.isEmpty() && signs.contains(value.text.front());
    const TypedLength length{Length(std::abs(value.amount)), unit, value.text.mid(isSigned ? 1 : 0)};
    return value.text.left(isSigned ? 1 : 0) + writtenOut(length, decimalPoint);
}

int placeInCatalogue(const QString &code)
{
    const MeasurementField *field = measurementField(code);
    return field ? int(field - measurementFields().data()) : int(measurementFields().size());
}

bool comesBefore(const MeasuredValue &a, const MeasuredValue &b)
{
    const int placeOfA = placeInCatalogue(a.code);
    const int placeOfB = placeInCatalogue(b.code);
    if (placeOfA != placeOfB)
        return placeOfA < placeOfB;
    return a.code != b.code ? a.code < b.code : a.side < b.side;
}

QJsonObject valueToJson(const MeasuredValue &value)
{
    return {{QStringLiteral("value"), value.amount},
            {QStringLiteral("unit"), toCode(value.unit)},
            {QStringLiteral("text"), value.text}};
}

Result<MeasuredValue> valueFromJson(const QString &code, Side side, const QJsonValue &json)
{
    const QJsonValue amount = json[QLatin1String("value")];
    const auto unit = amountUnitFromCode(json[QLatin1String("unit")].toString());
    if (!json.isObject() || !amount.isDouble() || !unit)
        return Error{ErrorKind::Corrupt, "measure.json", {code}, {}};
    return MeasuredValue{code, side, amount.toInteger(), *unit, json[QLatin1String("text")].toString()};
}

} // namespace

QString toCode(AmountUnit unit)
{
    return std::ranges::find(units, unit, &std::pair<AmountUnit, QLatin1StringView>::first)->second;
}

Result<AmountUnit> amountUnitFromCode(QStringView code)
{
    const auto found = std::ranges::find_if(units, [&](const auto &unit) { return code == unit.second; });
    if (found == std::end(units))
        return Error{ErrorKind::Invalid, "measure.unit", {code.toString()}, {}};
    return found->first;
}

QString symbolOf(AmountUnit unit)
{
    switch (unit) {
    case AmountUnit::Centimetre:
        return QCoreApplication::translate("Measurement", "cm");
    case AmountUnit::Millimetre:
        return QCoreApplication::translate("Measurement", "mm");
    case AmountUnit::Inch:
        return QCoreApplication::translate("Measurement", "in", "inches");
    case AmountUnit::Kilogram:
        return QCoreApplication::translate("Measurement", "kg");
    case AmountUnit::Pound:
        return QCoreApplication::translate("Measurement", "lb");
    case AmountUnit::Degree:
        return QStringLiteral("\u00b0");
    case AmountUnit::Number:
    case AmountUnit::Words:
        break;
    }
    return {};
}

AmountUnit unitOf(MeasurementDimension dimension, LengthUnit lengthUnit)
{
    switch (dimension) {
    case MeasurementDimension::Weight:
        return lengthUnit == LengthUnit::Inch ? AmountUnit::Pound : AmountUnit::Kilogram;
    case MeasurementDimension::Angle:
        return AmountUnit::Degree;
    case MeasurementDimension::Number:
        return AmountUnit::Number;
    case MeasurementDimension::Words:
        return AmountUnit::Words;
    case MeasurementDimension::Length:
        break;
    }
    switch (lengthUnit) {
    case LengthUnit::Millimetre:
        return AmountUnit::Millimetre;
    case LengthUnit::Inch:
        return AmountUnit::Inch;
    case LengthUnit::Centimetre:
        break;
    }
    return AmountUnit::Centimetre;
}

std::optional<LengthUnit> toLengthUnit(AmountUnit unit)
{
    switch (unit) {
    case AmountUnit::Centimetre:
        return LengthUnit::Centimetre;
    case AmountUnit::Millimetre:
        return LengthUnit::Millimetre;
    case AmountUnit::Inch:
        return LengthUnit::Inch;
    default:
        return {};
    }
}

MeasurementDimension dimensionOf(QStringView code)
{
    if (const MeasurementField *field = measurementField(code))
        return field->dimension;
    for (const auto &[dimension, end] : codeEnds) {
        if (code.endsWith(end))
            return dimension;
    }
    return MeasurementDimension::Length;
}

QLatin1StringView codeEndOf(MeasurementDimension dimension)
{
    const auto found =
        std::ranges::find(codeEnds, dimension, &std::pair<MeasurementDimension, QLatin1StringView>::first);
    return found == std::end(codeEnds) ? QLatin1StringView() : found->second;
}

Result<MeasuredValue> MeasuredValue::parse(const QString &code, Side side, QStringView text, LengthUnit lengthUnit,
                                           int fractionDenominator)
{
    const MeasurementDimension dimension = dimensionOf(code);
    const AmountUnit unit = unitOf(dimension, lengthUnit);
    const QString typed = text.trimmed().toString();
    switch (dimension) {
    case MeasurementDimension::Length: {
        TRY_ASSIGN(const TypedLength length, TypedLength::parse(text, lengthUnit, fractionDenominator));
        return MeasuredValue{code, side, length.value.tenthsOfMm(), unit, length.text};
    }
    case MeasurementDimension::Words:
        if (typed.isEmpty())
            return refused("measure.malformed", code, text);
        if (typed.size() > mostLetters)
            return Error{ErrorKind::Invalid, "measure.too_long", {QString::number(mostLetters)}, {}};
        return MeasuredValue{code, side, 0, unit, typed};
    case MeasurementDimension::Number:
        if (const auto thousandths = scaled(text, 1'000))
            return MeasuredValue{code, side, *thousandths, unit, typed};
        return refused("measure.malformed", code, text);
    case MeasurementDimension::Weight:
    case MeasurementDimension::Angle:
        break;
    }
    const bool weight = dimension == MeasurementDimension::Weight;
    const bool pounds = unit == AmountUnit::Pound;
    const std::optional<qint64> amount = pounds ? scaled(text, 45'359) : scaled(text, weight ? 1'000 : 10);
    if (!amount)
        return refused("measure.malformed", code, text);
    const qint64 value = pounds ? (*amount + 50) / 100 : *amount; // 1 lb is 453.59 g
    if (!(weight ? grams : tenthsOfDegree).contains(value))
        return refused("measure.out_of_range", code, text);
    return MeasuredValue{code, side, value, unit, typed};
}

Result<MeasuredValue> MeasuredValue::parseDifference(const QString &code, Side side, QStringView text,
                                                     LengthUnit lengthUnit, int fractionDenominator)
{
    const QStringView typed = text.trimmed();
    const bool negative = typed.startsWith(u'-') || typed.startsWith(u'\u2212');
    const bool sign = negative || typed.startsWith(u'+');
    TRY_ASSIGN(MeasuredValue value, parse(code, side, sign ? typed.mid(1) : typed, lengthUnit, fractionDenominator));
    value.amount = negative ? -value.amount : value.amount;
    value.text = typed.toString();
    return value;
}

QString shownIn(const MeasuredValue &value, LengthUnit unit, const QString &decimalPoint)
{
    if (value.unit == AmountUnit::Words || (value.unit == AmountUnit::Number && !value.text.isEmpty()))
        return value.text;
    const std::optional<LengthUnit> typedIn = toLengthUnit(value.unit);
    if (typedIn && *typedIn == unit && !value.text.isEmpty())
        return lengthWrittenOut(value, unit, decimalPoint);
    const QString sign = value.amount < 0 ? QStringLiteral("-") : QString();
    const qint64 amount = std::abs(value.amount);
    if (typedIn)
        return sign + toText(Length(amount), unit, decimalPoint);
    if (value.unit == AmountUnit::Degree)
        return sign + plainTenths(amount, 10, decimalPoint);
    if (value.unit == AmountUnit::Number)
        return sign + plainTenths(amount, 1'000, decimalPoint);
    return unit == LengthUnit::Inch ? plainTenths(amount * 100, 45'359, decimalPoint)
                                    : plainTenths(amount, 1'000, decimalPoint);
}

QString shownAmongLengths(const MeasuredValue &value, LengthUnit unit, const QString &decimalPoint)
{
    const MeasurementDimension dimension = dimensionOf(value.code);
    const QString text = shownIn(value, unit, decimalPoint);
    const QString symbol = symbolOf(unitOf(dimension, unit));
    if (dimension == MeasurementDimension::Length || symbol.isEmpty() || text.isEmpty())
        return text;
    return dimension == MeasurementDimension::Angle ? text + symbol : text + QChar::Nbsp + symbol;
}

QByteArray toJson(const std::vector<MeasuredValue> &values)
{
    QJsonObject object;
    for (const MeasuredValue &value : values) {
        if (value.side == Side::Both) {
            object.insert(value.code, valueToJson(value));
            continue;
        }
        QJsonObject sides = object.value(value.code).toObject();
        sides.insert(value.side == Side::Left ? QStringLiteral("left") : QStringLiteral("right"), valueToJson(value));
        object.insert(value.code, sides);
    }
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

Result<std::vector<MeasuredValue>> measuredValuesFromJson(const QByteArray &json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document.isObject())
        return Error{ErrorKind::Corrupt, "measure.json", {}, {}};
    static constexpr std::pair<QLatin1StringView, Side> sides[] = {{QLatin1StringView("left"), Side::Left},
                                                                   {QLatin1StringView("right"), Side::Right}};
    const QJsonObject object = document.object();
    std::vector<MeasuredValue> values;
    for (auto entry = object.begin(); entry != object.end(); ++entry) {
        const QJsonObject fields = entry->toObject();
        bool sided = false;
        for (const auto &[name, side] : sides) {
            if (!fields.contains(name))
                continue;
            sided = true;
            TRY_ASSIGN(MeasuredValue value, valueFromJson(entry.key(), side, fields.value(name)));
            values.push_back(std::move(value));
        }
        if (sided)
            continue;
        TRY_ASSIGN(MeasuredValue value, valueFromJson(entry.key(), Side::Both, *entry));
        values.push_back(std::move(value));
    }
    std::ranges::sort(values, comesBefore);
    return values;
}

} // namespace thimblely
