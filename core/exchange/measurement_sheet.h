// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/result.h"
#include "core/measurements/plausibility.h"

#include <QByteArray>

#include <vector>

namespace thimblely {

//! One measured body of a table.
struct SheetRow {
    qint64 line;
    MeasuredPerson person;
    LengthUnit unit;
    std::vector<MeasuredValue> values; //!< in the order of the columns
};

struct MeasurementSheet {
    std::vector<SheetRow> rows;
    QStringList passedOver; //!< headings that name no measure
};

/*!
 * Reads a table of bodies: a heading with `sex` and codes, names or aliases of the catalogue; then a row for each body.
 * Columns `unit` (cm, mm, in; cm where empty) and `age` (years) are optional, empty cells were not measured.
 *
 * Refused, whole, with what CsvReader refuses or "sheet.empty", "sheet.no_sex_column", "sheet.no_measures",
 * "sheet.same_column" (args: heading), "sheet.cells" (line), "sheet.sex", "sheet.unit", "sheet.age" (line, cell),
 * "sheet.not_a_number" (line, heading, cell). A number that no tape reads is taken: it is there to be doubted. Pure.
 */
Result<MeasurementSheet> readMeasurementSheet(const QByteArray &file);

} // namespace thimblely
