// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/measurements/measure_field.h"

#include <QCoreApplication>
#include <QLocale>

namespace thimblely::ui {
namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(thimblely::ui::MeasureField)
};

QString withUnit(const QString &number, const QString &unit)
{
    //: a length and its unit: 84 cm
    return Texts::tr("%1 %2").arg(number, unit);
}

QString withUnit(const QString &number, LengthUnit unit)
{
    return withUnit(number, unitSymbol(unit));
}

QString orDash(const std::optional<MeasuredValue> &value, LengthUnit unit)
{
    return value ? shown(*value, unit) : QStringLiteral("–");
}

QString lengthErrorText(const Error &error, const QString &typed, LengthUnit unit, int inchParts)
{
    const auto inches = TypedLength::parse(typed, LengthUnit::Inch, 8);
    if (unit != LengthUnit::Inch && error.code == "length.malformed" && inches)
        return Texts::tr("%1 reads as inches, and this field is in %2. Type %3, or change to inches above.")
            .arg(typed, unitSymbol(unit), shown(inches->value, unit));
    if (unit == LengthUnit::Inch && inchParts == 4 && error.code == "length.malformed" && inches)
        return Texts::tr("The shop's tape counts quarters: type %1 instead.")
            .arg(writtenOut(*inches, QLocale().decimalPoint()));
    if (error.code == "length.out_of_range")
        return Texts::tr("No tape reads that: type more than 0 and at most %1.")
            .arg(withUnit(shown(Length(40000), unit), unit));
    if (error.code == "length.too_fine")
        return unit == LengthUnit::Inch ? Texts::tr("Finer than a tape: type at most 1/64 inch.")
                                        : Texts::tr("Finer than a tape: type at most 0.1 mm.");
    return unit == LengthUnit::Inch
               ? Texts::tr("That is no length. Type 38, 38.5, 38 1/2 or 38½.")
               : Texts::tr("That is no length in %1. Type a number such as 82 or 82.5.").arg(unitSymbol(unit));
}

} // namespace

QString unitSymbol(LengthUnit unit)
{
    return unitSymbol(MeasurementDimension::Length, unit);
}

QString unitSymbol(MeasurementDimension dimension, LengthUnit unit)
{
    return symbolOf(unitOf(dimension, unit));
}

QString shown(Length length, LengthUnit unit)
{
    return toText(length, unit, QLocale().decimalPoint());
}

QString shown(const MeasuredValue &value, LengthUnit unit)
{
    return shownIn(value, unit, QLocale().decimalPoint());
}

QString shown(const FieldValue &value, bool paired, LengthUnit unit)
{
    if (!paired)
        return orDash(value.both, unit);
    return orDash(value.left, unit) + QStringLiteral(" | ") + orDash(value.right, unit);
}

QString shownInTable(const MeasureField &field, const FieldValue &value, LengthUnit unit)
{
    const QString text = shown(value, field.paired, unit);
    if (field.dimension == MeasurementDimension::Angle)
        return text + unitSymbol(field.dimension, unit);
    return field.dimension == MeasurementDimension::Weight ? withUnit(text, unitSymbol(field.dimension, unit)) : text;
}

QString ageText(qint64 days)
{
    constexpr double daysInAMonth = 30.44;
    if (days < 1)
        return Texts::tr("today");
    if (days < 14)
        return Texts::tr("%n days", nullptr, int(days));
    if (days < 60)
        return Texts::tr("%n weeks", nullptr, int(days / 7));
    const int months = int(double(days) / daysInAMonth);
    return months < 24 ? Texts::tr("%n months", nullptr, months) : Texts::tr("%n years", nullptr, months / 12);
}

QString entryErrorText(const Error &error, const QString &typed, MeasurementDimension dimension, LengthUnit unit,
                       int inchParts)
{
    switch (dimension) {
    case MeasurementDimension::Length:
        return lengthErrorText(error, typed, unit, inchParts);
    case MeasurementDimension::Weight:
        return Texts::tr("That is no weight of a person in %1. Type a number such as 68 or 68.5.")
            .arg(unitSymbol(dimension, unit));
    case MeasurementDimension::Angle:
        return Texts::tr("That is no angle. Type degrees, such as 13 or 13.5.");
    case MeasurementDimension::Number:
        return Texts::tr("That is no number. Type one such as 2 or 2.5.");
    case MeasurementDimension::Words:
        break;
    }
    return Texts::tr("That is longer than a field holds.");
}

QString rangeHintText(const MeasureField &field, const MeasuredValue &typed, LengthUnit unit)
{
    const auto within = [&](Length length) { return length >= field.ask->from && length <= field.ask->to; };
    if (!field.ask || field.dimension != MeasurementDimension::Length || within(typed.length()))
        return {};
    const QString from = shown(field.ask->from, unit);
    const QString to = withUnit(shown(field.ask->to, unit), unit);
    if (unit == LengthUnit::Centimetre) {
        const auto inches = TypedLength::parse(typed.text, LengthUnit::Inch);
        if (inches && within(inches->value))
            return Texts::tr("Mostly %1 to %2. Were these inches?").arg(from, to);
    }
    return Texts::tr("Mostly %1 to %2. Is the tape right?").arg(from, to);
}

} // namespace thimblely::ui
