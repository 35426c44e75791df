// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/result.h"
#include "core/exchange/import_types.h"

#include <QByteArray>
#include <QLatin1StringView>

#include <span>

namespace thimblely {

//! One measured person of the survey file.
struct SurveyedPerson {
    qint64 line;
    QString foreignId; //!< "ANSUR 10037": the name of the client too, since the survey has no names
    BodySex sex;
    QList<ImportedValue>
        values; //!< in the order of surveyColumns(); each read off in millimetres, or kilograms times 10
};

struct SurveyFile {
    QList<SurveyedPerson> people;
    QList<Refusal> refused;
    QByteArray encoding; //!< "windows-1252" where the file is not UTF-8
};

//! A column that is taken and the field it becomes. All others (rank, place of birth, ethnicity, …) are never read.
struct SurveyColumn {
    QLatin1StringView column;
    QLatin1StringView code;
};
std::span<const SurveyColumn> surveyColumns();

/*!
 * Reads the survey's CSV: a header with SubjectId (any case), Gender and the columns above, then one person a row.
 *
 * The file is refused with "ansur.missing_column" (args: the column), "ansur.empty", or what CsvReader refuses. A row is
 * refused with "ansur.cells" (their number differs from the header's), "ansur.no_id", "ansur.same_id" (args: the id),
 * "ansur.sex", "ansur.not_a_number", "ansur.zero" or "ansur.out_of_range" (args: column, cell). Its waist is taken at
 * the navel, which whoever stores the set must note on it. Pure, thread-safe.
 */
Result<SurveyFile> readAnsur(const QByteArray &file);

} // namespace thimblely
