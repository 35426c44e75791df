// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/exchange/foreign_table.h"

namespace thimblely {

/*!
 * Reads an address book in LDIF (RFC 2849, as Thunderbird, Mozilla and directories export it) into a table: a row for
 * each entry with its `dn`, a column for each attribute in the order they first appear. Values of one attribute stand
 * in lines of one cell. What changes a directory (changetype other than add) or lies elsewhere (`<`) is never followed.
 *
 * An entry is refused with "ldif.line" (args: the line, no name and value), "ldif.base64", "ldif.elsewhere",
 * "ldif.change" or "ldif.group" (a list of mail, no person); the file with "ldif.too_large" and "ldif.empty". Pure, thread-safe.
 */
Result<ForeignTable> readLdif(const QByteArray &file);

} // namespace thimblely
