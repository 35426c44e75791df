// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

struct sqlite3;

namespace thimblely::storage {

/*!
 * Registers the two functions that the journal's triggers call (triggers.h); said in SQL they were two thirds of the
 * schema, which every connection parses and keeps. Both are pure: no database, no file, no state.
 *
 *   journal_changes('a,b', OLD.a, NEW.a, OLD.b, NEW.b)   `,"a":1` for each column whose value is another, else ''
 *   journal_values('a,b', OLD.a, OLD.b)                  `,"a":1,"b":null`
 *
 * Values as JSON: numbers as they are, text as a string, BLOBs as their hexadecimal digits in a string.
 */
void registerJournalFunctions(sqlite3 *handle);

} // namespace thimblely::storage
