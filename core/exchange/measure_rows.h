// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/exchange/ansur.h"
#include "core/exchange/csv.h"
#include "core/exchange/import_file.h"
#include "core/exchange/smis.h"

namespace thimblely::exchange {

// From what a file says to sets of measures; internal to this folder. Pure.

SetEntry setOfPerson(const SurveyedPerson &person);
//! `file`: whose name stands for the person's where the file names nobody.
SetEntry setOfSeamly(const SeamlyFile &seamly, const QString &file);

/*!
 * A row by its mapping. A cell may say its unit ("38 in", "96cm"), else its heading does, else the column `unit`, else
 * the table's. Refused: "table.nobody", "table.day", "table.sex", "table.unit" (args: line, cell), "measure.empty", and
 * "table.measure" (args: line, what is measured, cell) for what no tape reads.
 */
Result<SetEntry> setOfRow(const CsvRow &row, const TableReading &table);

/*!
 * In which unit the lengths are that do not say theirs: the one in which most of them lie where that measure of a grown
 * body lies (MeasurementField::ask); `usual` where several fit as well; `said` where a person chose. Fills unit, values and valuesFit.
 */
void guessUnit(TableReading &table, const std::vector<CsvRow> &rows, LengthUnit usual, std::optional<LengthUnit> said);

} // namespace thimblely::exchange
