// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/result.h"

#include <QString>

#include <compare>

namespace thimblely {

//! The unit that a length was typed in; it is kept beside the value, with the text, so that it reads back as
//! typed.
enum class LengthUnit { Centimetre, Millimetre, Inch };

QString toCode(LengthUnit unit); //!< "cm", "mm", "in"
Result<LengthUnit> lengthUnitFromCode(QStringView code);

/*!
 * A length of a body or garment in tenths of a millimetre, as in the file. 1/16 inch is 15.875 of them, so a
 * length typed in inches is rounded here and its text is what is shown again (TypedLength).
 */
class Length {
public:
    constexpr explicit Length(qint64 tenthsOfMm) : m_tenths(tenthsOfMm) {}
    constexpr qint64 tenthsOfMm() const { return m_tenths; }
    constexpr Length operator-(Length other) const { return Length(m_tenths - other.m_tenths); }
    constexpr Length operator+(Length other) const { return Length(m_tenths + other.m_tenths); }
    friend constexpr auto operator<=>(Length, Length) = default;

private:
    qint64 m_tenths;
};

/*!
 * A length as a person typed it: value, unit and text.
 *
 * Accepted: "82", "82.3", "82,3", in inches also "38 1/2", "38 1/2\"", "38½", "1/2", and the tape's shorthand
 * "38 4" (38 and 4 parts of `fractionDenominator`, 8 by default). Digits of any script. Refused with
 * "length.malformed": anything else; "length.out_of_range": zero, negative, or over 400 cm, which no tape
 * reads; "length.too_fine": finer than 0.1 mm in a metric unit, or in inches finer than 1/64 and than a
 * hundredth.
 */
struct TypedLength {
    Length value;
    LengthUnit unit;
    QString text; //!< trimmed, else as typed

    static Result<TypedLength> parse(QStringView text, LengthUnit unit, int fractionDenominator = 8);
    friend bool operator==(const TypedLength &, const TypedLength &) = default;
};

//! The one form in which a length is written in the unit it was typed in: "38 4", "38 4/8" and "38.5" are "38 1/2",
//! "82,30" is "82.3". It loses nothing of what was typed.
QString writtenOut(const TypedLength &length, const QString &decimalPoint = QStringLiteral("."));

//! Shown in another unit than typed: at most one decimal in cm, none in mm, the nearest 1/8 in inches ("38 1/2").
QString toText(Length length, LengthUnit unit, const QString &decimalPoint = QStringLiteral("."));

} // namespace thimblely
