// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include <QFlags>
#include <QLatin1StringView>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>
#include <span>

namespace thimblely {

//! What a field counts; every amount of it in the file is a whole number of this.
enum class MeasurementDimension {
    Length, //!< tenths of a millimetre
    Weight, //!< grams
    Angle,  //!< tenths of a degree
    Number, //!< thousandths, of whatever is counted; only in fields of a shop's own
    Words   //!< no amount: what was written or chosen; only in fields of a shop's own
};

//! A field of the body, or of the finished garment; the two are never mixed.
enum class MeasurementKind { Body, Finished };

enum class Garment {
    Shirt = 1,
    Trousers = 2,
    Jacket = 4,
    Waistcoat = 8,
    Dress = 16,
    Skirt = 32,
    Blouse = 64,
    Agbada = 128 //!< agbada, kaftan and senator, with sokoto and cap
};
Q_DECLARE_FLAGS(Garments, Garment)
Q_DECLARE_OPERATORS_FOR_FLAGS(Garments)

//! Both ends belong to it; in the unit of the field's dimension.
struct MeasurementRange {
    qint64 least;
    qint64 most;
    constexpr bool contains(qint64 amount) const { return amount >= least && amount <= most; }
    friend constexpr bool operator==(const MeasurementRange &, const MeasurementRange &) = default;
};

/*!
 * One field that a tailor measures.
 *
 * `code` is what files and the database keep: the Seamly name where there is one ("bust_circ"), else a name of ours
 * that begins with '@', as custom names do in .smis files ("@stomach"). Outside `ask` the program asks again and never
 * forbids; it is for grown people of either sex, and absent where nobody knows a limit. `women` and `men` are where
 * 98 of 100 lie.
 */
struct MeasurementField {
    QLatin1StringView code;
    QLatin1StringView seamlyNumber; //!< "G04"; empty where Seamly has no such field
    const char *name;               //!< English; shown by QCoreApplication::translate("Measurement", name)
    MeasurementKind kind;
    MeasurementDimension dimension;
    std::optional<MeasurementRange> women;
    std::optional<MeasurementRange> men;
    std::optional<MeasurementRange> ask;
    Garments garments;
    bool sidesMayDiffer;    //!< left and right may be measured apart
    const char *otherNames; //!< Nigerian, Indian, ISO and FreeSewing names, parted by '|'
    const char *howTo;      //!< English, translated as the name: how the tape lies, a part of a sentence

    QStringList aliases() const;
};

/*!
 * The one list of fields: names, codes, ranges and rules, in the order of the tape (girths from the head down, widths,
 * lengths of the trunk, arms, legs, then what is measured on the garment). Pure and thread-safe.
 */
std::span<const MeasurementField> measurementFields();

//! The field with exactly this code; null where there is none (a custom name from a foreign file).
const MeasurementField *measurementField(QStringView code);

/*!
 * The field that people mean by a code, a Seamly number, an English name or an alias; case, spaces, '_', '-' and
 * '/' do not matter. Null where nobody calls a field so.
 */
const MeasurementField *findMeasurementField(QStringView nameOrAlias);

//! A template that every workspace starts with.
struct BuiltinTemplate {
    QLatin1StringView key; //!< stable; names the workspace's copy
    const char *name;      //!< English; shown by QCoreApplication::translate("Measurement", name)
    Garment garment;
    bool child = false;
};

std::span<const BuiltinTemplate> builtinTemplates();

//! The codes that are measured for a garment, in the order of the tape: body first, then finished sizes.
QStringList templateCodes(Garment garment);

} // namespace thimblely
