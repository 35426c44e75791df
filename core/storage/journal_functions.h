// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include <QtGlobal>

#include <optional>

struct sqlite3;

namespace thimblely::storage {

/*!
 * Registers the functions that the journal's triggers call (triggers.h). They know no database and no file. Said in SQL
 * the two that write values were two thirds of the schema, which every connection parses and keeps; and the number of the
 * operation, kept in a table alone, was a page of the file written with every order.
 *
 *   journal_operation()                                  the operation of this connection (`operation`), or NULL
 *   journal_changes('a,b', OLD.a, NEW.a, OLD.b, NEW.b)   `,"a":1` for each column whose value is another, else ''
 *   journal_values('a,b', OLD.a, OLD.b)                  `,"a":1,"b":null`
 *
 * Values as JSON: numbers as they are, text as a string, BLOBs as their hexadecimal digits in a string.
 */
void registerJournalFunctions(sqlite3 *handle, const std::optional<qint64> *operation);

} // namespace thimblely::storage
