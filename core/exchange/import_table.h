// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/exchange/foreign_table.h"
#include "core/exchange/import_file.h"

namespace thimblely::exchange {

//! What a table holds, its columns guessed or as `options` say, and an entry for each row; see readImportedFile().
ImportedFile readTableFile(const QString &name, ForeignTable table, std::optional<ImportKind> kind,
                           const ImportOptions &options);

//! Whether the headings are those of the body survey that has a reader of its own.
bool isSurvey(const ForeignTable &table);

} // namespace thimblely::exchange
