// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/length.h"
#include "core/base/result.h"
#include "core/measurements/measurement_catalogue.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace thimblely {

enum class Side { Both, Left, Right };

//! The unit a value was typed in; Words have none.
enum class AmountUnit { Centimetre, Millimetre, Inch, Kilogram, Pound, Degree, Number, Words };
QString toCode(AmountUnit unit); //!< "cm", "mm", "in", "kg", "lb", "deg", "number", "words"
Result<AmountUnit> amountUnitFromCode(QStringView code);
//! The unit a value of this dimension is typed in where lengths are typed in `lengthUnit`.
AmountUnit unitOf(MeasurementDimension dimension, LengthUnit lengthUnit);
std::optional<LengthUnit> toLengthUnit(AmountUnit unit);

/*!
 * One value of a set, exactly as typed and as a whole number of its dimension's unit (tenths of a millimetre, grams,
 * tenths of a degree, thousandths; 0 for words).
 */
struct MeasuredValue {
    QString code; //!< of the catalogue, or a custom name from a foreign file
    Side side = Side::Both;
    qint64 amount;
    AmountUnit unit;
    QString text; //!< trimmed, else as typed: "82,3", "38 1/2"

    Length length() const { return Length(amount); } //!< only where the dimension is Length

    /*!
     * From what was typed for `code`: lengths as TypedLength takes them (its "length.*" errors), weights and angles as a
     * decimal ("measure.malformed", "measure.out_of_range": 1 to 400 kg, 0 to 180 degrees), numbers up to 9999.999,
     * words of at most 200 letters ("measure.too_long").
     */
    static Result<MeasuredValue> parse(const QString &code, Side side, QStringView text, LengthUnit lengthUnit,
                                       int fractionDenominator = 8);
    //! A difference to the body ("+1.2", "-3/8"), for fit adjustments; zero is "length.malformed".
    static Result<MeasuredValue> parseDifference(const QString &code, Side side, QStringView text,
                                                 LengthUnit lengthUnit, int fractionDenominator = 8);

    friend bool operator==(const MeasuredValue &, const MeasuredValue &) = default;
};

//! Of the catalogue's field; a custom name says it by its end ("_angle", "_weight", "_number", "_words"), else a length.
MeasurementDimension dimensionOf(QStringView code);
//! What such a custom name ends in; empty for lengths.
QLatin1StringView codeEndOf(MeasurementDimension dimension);

//! Its symbol, translated: "cm", "kg", "°"; nothing for numbers and words.
QString symbolOf(AmountUnit unit);

//! In one form, however it was typed: exactly where `unit` is the unit it was typed in, else (and without a text)
//! converted: "82.3", "32 3/8".
QString shownIn(const MeasuredValue &value, LengthUnit unit, const QString &decimalPoint = QStringLiteral("."));
//! The same among lengths in `unit`, which stands over them: what is no length says its own, "82 kg".
QString shownAmongLengths(const MeasuredValue &value, LengthUnit unit,
                          const QString &decimalPoint = QStringLiteral("."));

//! client_measurements.measurements: {"waist_circ": {"value": 8230, "unit": "cm", "text": "82,3"}}, sides apart.
QByteArray toJson(const std::vector<MeasuredValue> &values);
//! In the order of the catalogue, custom names after it; Corrupt "measure.json" for anything toJson does not write.
Result<std::vector<MeasuredValue>> measuredValuesFromJson(const QByteArray &json);

} // namespace thimblely
