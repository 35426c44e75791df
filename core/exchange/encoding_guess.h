// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

namespace thimblely {

//! The text of a file and what it was read as, to be shown and changed.
struct GuessedText {
    QString text;
    QByteArray encoding; //!< as decodeText() takes it: "UTF-8", "UTF-16LE", "WINDOWS-1250", "SHIFT_JIS"
};

/*!
 * Reads a whole file in `encoding`, or where that is empty in the one it is likeliest in: by its mark, as UTF-8 where it
 * is valid, else as uchardet (Mozilla's statistics of 30 languages, in Debian) takes it, and as Windows-1252 where that
 * has no idea. "text.undecodable" (args: the encoding), "text.unknown_encoding". Pure, thread-safe.
 */
Result<GuessedText> readText(const QByteArray &file, const QByteArray &encoding = {});

} // namespace thimblely
