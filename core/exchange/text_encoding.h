// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <optional>

namespace thimblely {

/*!
 * Text from bytes in the encodings that files of other programs come in. Pure, thread-safe.
 *
 * Encodings named by a file go through iconv, which knows those of every phone and office program; Qt's own converter
 * knows them only where it was built with ICU. Bytes whose encoding nobody names are UTF-8 if they are valid UTF-8, else
 * Windows-1252 (Latin-1 with the printable characters that Windows puts where Latin-1 has none): no guess is better
 * than that one, and it is reported.
 */

//! Text of an encoding by its name ("SHIFT_JIS", "windows-1252"); "text.unknown_encoding" or "text.undecodable".
Result<QString> decodeText(QByteArrayView bytes, QByteArrayView encoding);

struct DecodedText {
    QString text;
    bool fallback; //!< not UTF-8, read as Windows-1252
};
DecodedText decodeUnnamed(QByteArrayView bytes);

struct Utf8Bytes {
    QByteArray bytes;    //!< without byte order mark; ASCII-compatible, but UTF-8 only if `encoding` says so
    QByteArray encoding; //!< "UTF-8", "UTF-16LE", "UTF-16BE", or empty: no mark and not UTF-8
};
/*!
 * What a whole file is, so that a parser can look for its separators bytewise: a byte order mark is taken off and
 * UTF-16 (with a mark, or where every second of the first bytes is zero) turned into UTF-8. "text.undecodable": odd UTF-16.
 */
Result<Utf8Bytes> toAsciiCompatible(const QByteArray &file);

bool isUtf8(QByteArrayView bytes);

//! Line ends as '\n', the other control characters (tab apart) taken out, trimmed: fit for a field of the database.
QString cleaned(const QString &text);

} // namespace thimblely
