// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/exchange/import_file.h"

#include <span>

namespace thimblely {

/*!
 * What a column of a table can be. `key` is stable and what `--map` takes; `name` is shown by
 * QCoreApplication::translate("ImportField", name). Measures are no fields of this list: their key is their code
 * ("waist_circ"), with ":left" or ":right" behind it where one side is meant.
 */
struct ImportField {
    const char *key;
    const char *name;
    const char *otherNames; //!< headings of other programs and languages, parted by '|'
    bool mayRepeat = false; //!< several columns may be it
};

std::span<const ImportField> importFields(ImportKind kind);
//! Null where nothing of this kind has the key.
const ImportField *importField(ImportKind kind, QByteArrayView key);

//! What a heading means, or empty. A unit ("Waist (cm)") or a currency ("price_usd") in it
//! does not matter; a side ("left wrist") does.
QByteArray fieldMeant(ImportKind kind, const QString &heading);

//! Whether what a file says its amounts are in (TableReading::currency), a code or a sign such as "$", can be `currency`.
bool mayMeanCurrency(const QString &said, Currency currency);

//! Whether a column of this key holds money.
bool isAmount(QByteArrayView key);

//! The unit that a heading says its column is in.
std::optional<LengthUnit> unitInHeading(const QString &heading);

//! By column what it is taken for; where two would be the same single field, the first is it.
QByteArrayList guessedMapping(ImportKind kind, const QStringList &headings);

//! The code of a measure's key, and its side; no code where the key is none of a measure.
struct MeasureKey {
    QString code;
    Side side = Side::Both;
};
std::optional<MeasureKey> measureKey(QByteArrayView key);

//! What a key is called, translated: the field's or the measure's name; empty for an unknown one.
QString nameOfField(ImportKind kind, QByteArrayView key);

} // namespace thimblely
