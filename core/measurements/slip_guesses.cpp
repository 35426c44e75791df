// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/measurements/slip_guesses.h"

#include <algorithm>
#include <cmath>

namespace thimblely {

namespace {

// Tenths of a millimetre.
constexpr qint64 inch = 254;
constexpr qint64 tenInches = 10 * inch;
constexpr qint64 tenCentimetres = 1000;

bool isLength(AmountUnit unit)
{
    return unit == AmountUnit::Centimetre || unit == AmountUnit::Millimetre || unit == AmountUnit::Inch;
}

void addUnits(const MeasuredValue &value, std::vector<SlipGuess> &guesses)
{
    switch (value.unit) {
    case AmountUnit::Centimetre:
        guesses.push_back({DoubtKind::InchesInCentimetres, (value.amount * inch + 50) / 100});
        guesses.push_back({DoubtKind::MillimetresInCentimetres, (value.amount + 5) / 10});
        break;
    case AmountUnit::Millimetre:
        guesses.push_back({DoubtKind::CentimetresInMillimetres, value.amount * 10});
        break;
    case AmountUnit::Inch:
        guesses.push_back({DoubtKind::CentimetresInInches, (value.amount * 100 + inch / 2) / inch});
        break;
    default:
        break;
    }
}

bool isGirth(const QString &code)
{
    return code.endsWith(QLatin1String("_circ")) || code == QLatin1String("@stomach") ||
           code == QLatin1String("@trouser_waist");
}

double tenthsOfMmIn(AmountUnit unit)
{
    return unit == AmountUnit::Inch ? 254 : unit == AmountUnit::Centimetre ? 100 : 10;
}

/*!
 * Digits of the number itself; those of a fraction ("38 1/2") are left alone. Reckoned by the places of the digits, for
 * this is done for every value at every keystroke.
 */
void addSwappedDigits(const MeasuredValue &value, std::vector<SlipGuess> &guesses)
{
    const qsizetype space = value.text.indexOf(QLatin1Char(' '));
    const QStringView number = QStringView(value.text).first(space < 0 ? value.text.size() : space);
    const auto isDigit = [](QChar c) { return c.isDigit(); };
    double place = 1;
    for (auto c = number.begin(); c != number.end() && isDigit(*c); ++c)
        place *= 10;
    int left = -1;
    const QChar *first = nullptr;
    for (const QChar &c : number) {
        if (!isDigit(c))
            continue;
        const int digit = c.digitValue();
        place /= 10;
        const bool zeroInFront = first == &c - 1 && digit == 0; // nobody writes one
        if (left >= 0 && left != digit && !zeroInFront) {
            const qint64 change = std::llround(double(digit - left) * (place * 10 - place) * tenthsOfMmIn(value.unit));
            if (std::abs(change) >= leastSlip)
                guesses.push_back({DoubtKind::DigitsSwapped, value.amount + change});
        }
        if (!first)
            first = &c;
        left = digit;
    }
}

} // namespace

const char *codeOf(DoubtKind kind)
{
    switch (kind) {
    case DoubtKind::InchesInCentimetres:
        return "measure.inches_in_cm";
    case DoubtKind::CentimetresInInches:
        return "measure.cm_in_inches";
    case DoubtKind::CentimetresInMillimetres:
        return "measure.cm_in_mm";
    case DoubtKind::MillimetresInCentimetres:
        return "measure.mm_in_cm";
    case DoubtKind::HalfGirth:
        return "measure.half_girth";
    case DoubtKind::DigitsSwapped:
        return "measure.digits_swapped";
    case DoubtKind::FieldsSwapped:
        return "measure.fields_swapped";
    case DoubtKind::TensMisread:
        return "measure.tens_misread";
    case DoubtKind::OutsideUsual:
        return "measure.outside_usual";
    case DoubtKind::OutOfOrder:
        return "measure.out_of_order";
    case DoubtKind::UnlikeOthers:
        return "measure.unlike_others";
    case DoubtKind::UnlikeAnother:
        return "measure.unlike_another";
    case DoubtKind::FarFromLast:
        break;
    }
    return "measure.far_from_last";
}

std::vector<SlipGuess> slipGuesses(const MeasuredValue &value)
{
    std::vector<SlipGuess> guesses;
    if (!isLength(value.unit) || value.amount <= 0)
        return guesses;
    addUnits(value, guesses);
    if (isGirth(value.code))
        guesses.push_back({DoubtKind::HalfGirth, value.amount * 2});
    addSwappedDigits(value, guesses);
    const qint64 ten = value.unit == AmountUnit::Inch ? tenInches : tenCentimetres;
    guesses.push_back({DoubtKind::TensMisread, value.amount + ten});
    guesses.push_back({DoubtKind::TensMisread, value.amount - ten});
    std::erase_if(guesses, [](const SlipGuess &guess) { return guess.amount <= 0; });
    return guesses;
}

} // namespace thimblely
