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

QString withUnit(const QString &number, LengthUnit unit)
{
    //: a length and its unit: 84 cm
    return Texts::tr("%1 %2").arg(number, unitSymbol(unit));
}

QString orDash(const std::optional<TypedLength> &length, LengthUnit unit)
{
    return length ? shown(*length, unit) : QStringLiteral("–");
}

} // namespace

QString unitSymbol(LengthUnit unit)
{
    switch (unit) {
    case LengthUnit::Centimetre:
        return Texts::tr("cm");
    case LengthUnit::Millimetre:
        return Texts::tr("mm");
    case LengthUnit::Inch:
        return Texts::tr("in", "inches");
    }
    Q_UNREACHABLE();
}

QString shown(Length length, LengthUnit unit)
{
    return toText(length, unit, QLocale().decimalPoint());
}

QString shown(const TypedLength &length, LengthUnit unit)
{
    return length.unit == unit ? length.text : shown(length.value, unit);
}

QString shown(const FieldValue &value, bool paired, LengthUnit unit)
{
    if (!paired)
        return orDash(value.both, unit);
    return orDash(value.left, unit) + QStringLiteral(" | ") + orDash(value.right, unit);
}

QString lengthErrorText(const Error &error, const QString &typed, LengthUnit unit)
{
    if (unit != LengthUnit::Inch && error.code == "length.malformed") {
        const auto inches = TypedLength::parse(typed, LengthUnit::Inch);
        if (inches.ok()) {
            return Texts::tr("%1 reads as inches, and this field is in %2. Type %3, or change to inches above.")
                .arg(typed, unitSymbol(unit), shown(inches->value, unit));
        }
    }
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

QString rangeHintText(const MeasureField &field, const TypedLength &typed)
{
    if (!field.ask || (typed.value >= field.ask->from && typed.value <= field.ask->to))
        return {};
    const QString from = shown(field.ask->from, typed.unit);
    const QString to = withUnit(shown(field.ask->to, typed.unit), typed.unit);
    if (typed.unit == LengthUnit::Centimetre) {
        const auto inches = TypedLength::parse(typed.text, LengthUnit::Inch);
        if (inches.ok() && inches->value >= field.ask->from && inches->value <= field.ask->to)
            return Texts::tr("Mostly %1 to %2. Were these inches?").arg(from, to);
    }
    return Texts::tr("Mostly %1 to %2. Is the tape right?").arg(from, to);
}

} // namespace thimblely::ui
