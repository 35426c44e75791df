// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/date.h"
#include "core/base/length.h"
#include "core/base/result.h"
#include "core/exchange/import_types.h"

#include <QByteArray>

#include <optional>

namespace thimblely {

//! One <m> of a file that was measured.
struct SeamlyValue {
    qint64 line;
    ImportedValue value; //!< its text is the number or formula as it stands there
    QString fullName;
    QString description;
    friend bool operator==(const SeamlyValue &, const SeamlyValue &) = default;
};

//! The measurements of one person as SeamlyMe and Valentina keep them.
struct SeamlyFile {
    QString version; //!< "0.3.4"; a writer writes its own
    LengthUnit unit = LengthUnit::Centimetre;
    bool readOnly = false;
    QString notes;
    QString familyName;
    QString givenName;
    std::optional<Date> birthDate; //!< nothing for 1800-01-01 and 1900-01-01, by which these programs mean unknown
    BodySex sex = BodySex::Unknown;
    QString email; //!< nothing for the placeholder that these programs write
    QList<SeamlyValue> values;
    QList<Refusal> refused; //!< single values: formula.* , "smis.out_of_range"
    int notMeasured = 0;    //!< entries that are 0, empty, or made of such
    //! Of name and birth date; where the file names nobody, of all that it holds (then any change makes another one).
    QString foreignId;

    QString fullName() const;
    friend bool operator==(const SeamlyFile &, const SeamlyFile &) = default;
};

/*!
 * Reads an individual file (.smis, .vit), format 0.2.0 to 0.5.0.
 *
 * Refused whole, the line in args[0]: "smis.too_large", "smis.broken_xml" (also where the text is in no known
 * encoding), "smis.dtd" (a document type is never needed and can be an attack), "smis.too_deep", "smis.too_many",
 * "smis.text_too_long", "smis.not_seamly" (another XML file), "smis.multisize" (a size table, no person's body),
 * "smis.version" (args[1] is it; kind TooNew where newer), "smis.unit", "smis.duplicate_name" (args[1] is it).
 * An angle (a name ending in "_angle") is in degrees whatever the unit, "@weight" in kilograms. Pure, thread-safe.
 */
Result<SeamlyFile> readSmis(const QByteArray &file);

//! The same as format 0.3.4. Numbers are written from the amounts in the file's unit, so formulas become their results.
QByteArray writeSmis(const SeamlyFile &file);

} // namespace thimblely
