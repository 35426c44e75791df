// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QByteArrayView>

namespace thimblely::archive {

//! How the values of a column stand in a line of an export.
enum class CellKind : unsigned char {
    Id,      //!< 16 bytes, as the 36 characters of a UUID
    Hash,    //!< 32 bytes, as 64 hexadecimal digits
    Bytes,   //!< any others, in base64
    Text,    //!< a string
    Integer, //!< a whole number of 64 bits
    Real     //!< a number with a point or an exponent
};
const char *nameOf(CellKind kind);

//! By a column's type and name in the schema, which hold to tables.md: `…_id` is an id, `…_sha256` and `…_media` a hash.
CellKind kindOfColumn(QByteArrayView type, QByteArrayView name);

//! A value as SQLite keeps it. Text is UTF-8 if whoever wrote it kept to that: any bytes come through.
struct Cell {
    enum class Type : unsigned char { Null, Integer, Real, Text, Blob };
    Type type = Type::Null;
    qint64 integer = 0;
    double real = 0;
    QByteArray bytes = {}; //!< of Text and Blob

    friend bool operator==(const Cell &, const Cell &) = default;
};

/*!
 * Appends the value as JSON. What its kind cannot say as it stands (text that is no UTF-8, an id of another length, an
 * infinite number) becomes an object: {"base64": "…"}, {"real": "-inf"}. Nothing that ends a line anywhere stands in it
 * unescaped, U+2028 and its like neither.
 */
void appendCell(QByteArray &json, CellKind kind, const Cell &cell);

//! A JSON string, escaped likewise; `utf8` is valid.
void appendString(QByteArray &json, QByteArrayView utf8);

/*!
 * Reads what appendCell() wrote, or another writer of JSON: one value from `json` on; `at` is moved behind it. Invalid
 * "archive.line_broken" where it is no JSON, "archive.line_value" where it is and the column cannot hold it.
 */
Result<Cell> readCell(QByteArrayView json, qsizetype &at, CellKind kind);

//! A JSON string from its opening quotation mark on, as UTF-8.
Result<QByteArray> readString(QByteArrayView json, qsizetype &at);

//! Moves `at` over JSON's white space.
void skipSpace(QByteArrayView json, qsizetype &at);

} // namespace thimblely::archive
