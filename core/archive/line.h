// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/archive/cell.h"

#include <vector>

namespace thimblely::archive {

struct LineColumn {
    QByteArray name;
    CellKind kind;
};

//! Appends {"id":"…","name":"…"} and a line feed; as many cells as columns.
void appendLine(QByteArray &text, const std::vector<LineColumn> &columns, const std::vector<Cell> &cells);

/*!
 * The cells of a line, in the order of the columns whatever their order in the line; each column once, and no other.
 * Errors: Invalid "archive.line_broken", "archive.line_column" and "archive.line_value", the last two with the column in
 * args[0]; who reads a file puts its name and the line before them.
 */
Result<void> readLine(QByteArrayView line, const std::vector<LineColumn> &columns, std::vector<Cell> &cells);

} // namespace thimblely::archive
