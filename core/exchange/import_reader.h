// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/exchange/import_file.h"

namespace thimblely {

/*!
 * Reads a foreign file whatever it is: cards, LDIF, SeamlyMe and Valentina, the survey, or a table, whose columns are
 * guessed. `kind`: what it is to hold; none: guessed too.
 *
 * Refused as a whole is what its reader refuses, "import.no_table" (args: PDF, XLSX …), and "import.other_kind" for a card file that is to hold measures and the
 * like. A table of which nothing can be made has a `problem`: "table.not_clients", "table.not_measures",
 * "table.not_products"; "table.headings" (args: lines that are too wide, lines) where the headings fit fewest of them;
 * "table.no_such_column" (args: heading) and "table.no_such_field" (args: key) where `options` map
 * what is not there. Writes nothing; pure, thread-safe, seconds long for tens of megabytes.
 */
Result<ImportedFile> readImportedFile(const QString &name, const QByteArray &bytes, std::optional<ImportKind> kind,
                                      const ImportOptions &options);

//! Endings of the files that are taken of a folder.
QStringList endingsOf(ImportKind kind);

} // namespace thimblely
