// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/id.h"
#include "core/measurements/measured_value.h"

#include <QString>

#include <optional>
#include <vector>

namespace thimblely::ui {

//! The client's side a value was taken on; Both where sides are not told apart.
using BodySide = Side;

//! Measured today, kept from the last visit, or still to do.
enum class FieldState { Empty, Kept, Measured };

//! The value of one field as typed: one, or the client's left and right.
struct FieldValue {
    std::optional<MeasuredValue> both;
    std::optional<MeasuredValue> left;
    std::optional<MeasuredValue> right;

    std::optional<MeasuredValue> &side(BodySide s)
    {
        return s == BodySide::Both ? both : s == BodySide::Left ? left : right;
    }
    const std::optional<MeasuredValue> &side(BodySide s) const
    {
        return s == BodySide::Both ? both : s == BodySide::Left ? left : right;
    }
    bool isEmpty() const { return !both && !left && !right; }
    friend bool operator==(const FieldValue &, const FieldValue &) = default;
};

//! From and to, both included.
struct LengthRange {
    Length from;
    Length to;
};

//! A value of an earlier visit with the words for its day ("14 Mar").
struct EarlierValue {
    FieldValue value;
    QString when;
    qint64 daysAgo = 0;
    std::optional<MeasurementSetId> set = {}; //!< it stands in
};

//! One field of the template as the measuring page shows it; texts are translated already.
struct MeasureField {
    QString code;        //!< of the measurement catalogue, "bust_circ"
    QString name;        //!< "Chest"
    QString alsoKnownAs; //!< "body"; may be empty
    QString howTo;       //!< how the tape lies, one sentence; may be empty
    QString section;     //!< the heading it stands under; may be empty
    MeasurementKind kind = MeasurementKind::Body;
    MeasurementDimension dimension = MeasurementDimension::Length;
    QStringList choices;   //!< of words: what is chosen from
    bool required = false; //!< said before saving where it is empty
    bool paired = false;   //!< client's left and right are told apart
    FieldValue today;      //!< typed or kept on this visit
    FieldValue fit;        //!< by how much this garment is cut longer or shorter than the body, signed
    FieldState state = FieldState::Empty;
    bool flagged = false;              //!< a plausibility warning waits for an answer
    std::vector<EarlierValue> earlier; //!< newest first
    std::optional<LengthRange> ask;    //!< outside of it a calm question is shown
    std::optional<LengthRange> usual;  //!< drawn on the scale
    std::optional<Length> likely;      //!< what the other values make likely
};

QString unitSymbol(LengthUnit unit); //!< translated: cm, mm, in
//! Of a field that is typed while lengths are in `unit`: cm, kg, lb, °; nothing for numbers and words.
QString unitSymbol(MeasurementDimension dimension, LengthUnit unit);
//! In one form: exactly if it was typed in `unit`, else converted.
QString shown(const MeasuredValue &value, LengthUnit unit);
QString shown(Length length, LengthUnit unit);
//! "84", "64.0 | 65.2", "–".
QString shown(const FieldValue &value, bool paired, LengthUnit unit);
//! The same in a table of lengths: what is no length says its unit, "82 kg".
QString shownInTable(const MeasureField &field, const FieldValue &value, LengthUnit unit);
//! "3 days", "8 months": how old a value is.
QString ageText(qint64 days);
//! The sentence for what MeasuredValue::parse refused; says so when it reads as inches in a metric field.
QString entryErrorText(const Error &error, const QString &typed, MeasurementDimension dimension, LengthUnit unit,
                       int inchParts);
//! A calm question when a length lies outside of the field's ask range, else empty.
QString rangeHintText(const MeasureField &field, const MeasuredValue &typed, LengthUnit unit);

} // namespace thimblely::ui
