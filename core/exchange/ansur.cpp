// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/exchange/ansur.h"

#include "core/exchange/csv.h"

#include <QHash>
#include <QSet>

namespace thimblely {

namespace {

constexpr QLatin1StringView operator""_L1(const char *text, size_t size)
{
    return QLatin1StringView(text, qsizetype(size));
}

const SurveyColumn columns[] = {
    {"stature"_L1, "height"_L1},
    {"weightkg"_L1, "@weight"_L1},
    {"neckcircumference"_L1, "neck_mid_circ"_L1},
    {"neckcircumferencebase"_L1, "neck_circ"_L1},
    {"chestcircumference"_L1, "bust_circ"_L1},
    {"waistcircumference"_L1, "waist_circ"_L1},
    {"buttockcircumference"_L1, "hip_circ"_L1},
    {"waistbacklength"_L1, "neck_back_to_waist_b"_L1},
    {"bicepscircumferenceflexed"_L1, "arm_upper_circ"_L1},
    {"forearmcircumferenceflexed"_L1, "arm_lower_circ"_L1},
    {"wristcircumference"_L1, "arm_wrist_circ"_L1},
    {"sleeveoutseam"_L1, "arm_shoulder_tip_to_wrist"_L1},
    {"waistheightomphalion"_L1, "leg_waist_side_to_floor"_L1},
    {"crotchheight"_L1, "leg_crotch_to_floor"_L1},
    {"thighcircumference"_L1, "leg_thigh_upper_circ"_L1},
    {"calfcircumference"_L1, "leg_calf_circ"_L1},
    {"anklecircumference"_L1, "leg_ankle_circ"_L1},
};

struct Layout {
    qsizetype cells;
    qsizetype id;
    qsizetype sex;
    QList<qsizetype> measured; //!< parallel to `columns`
};

Error invalid(const char *code, const QStringList &args)
{
    return Error{ErrorKind::Invalid, code, args, {}};
}

Result<Layout> readHeader(const QStringList &header)
{
    QHash<QString, qsizetype> at;
    for (qsizetype i = 0; i < header.size(); ++i)
        at.insert(header[i].trimmed().toLower(), i);
    const auto find = [&at](QLatin1StringView column) -> Result<qsizetype> {
        const auto found = at.constFind(column);
        if (found == at.cend())
            return invalid("ansur.missing_column", {column});
        return *found;
    };
    TRY_ASSIGN(const qsizetype id, find("subjectid"_L1));
    TRY_ASSIGN(const qsizetype sex, find("gender"_L1));
    Layout layout{header.size(), id, sex, {}};
    for (const SurveyColumn &column : columns) {
        TRY_ASSIGN(const qsizetype index, find(column.column));
        layout.measured += index;
    }
    return layout;
}

Result<ImportedValue> readValue(const SurveyColumn &column, const QString &cell)
{
    const QString text = cell.trimmed();
    const QStringList where = {column.column, text.left(40)};
    bool digits = !text.isEmpty() && text.size() <= 9;
    for (const QChar c : text)
        digits = digits && c >= u'0' && c <= u'9';
    if (!digits)
        return invalid("ansur.not_a_number", where);
    const qint64 number = text.toLongLong();
    if (number == 0)
        return invalid("ansur.zero", where);
    const MeasurementDimension dimension = measurementField(QString(column.code))->dimension;
    const bool isWeight = dimension == MeasurementDimension::Weight;
    if (number > 4000) // 4 m, or 400 kg in tenths
        return invalid("ansur.out_of_range", where);
    return ImportedValue{column.code, dimension, number * (isWeight ? 100 : 10), text};
}

Result<SurveyedPerson> readPerson(const CsvRow &row, const Layout &layout)
{
    if (row.cells.size() != layout.cells)
        return invalid("ansur.cells", {QString::number(row.cells.size()), QString::number(layout.cells)});
    const QString id = row.cells[layout.id].trimmed();
    if (id.isEmpty() || id.size() > 40)
        return invalid("ansur.no_id", {});
    const QString sex = row.cells[layout.sex].trimmed().toLower();
    if (sex != "female"_L1 && sex != "male"_L1)
        return invalid("ansur.sex", {sex.left(40)});
    SurveyedPerson person{
        row.line, QStringLiteral("ANSUR ") + id, sex == "male"_L1 ? BodySex::Male : BodySex::Female, {}};
    for (size_t i = 0; i < std::size(columns); ++i) {
        TRY_ASSIGN(const ImportedValue value, readValue(columns[i], row.cells[layout.measured[qsizetype(i)]]));
        person.values += value;
    }
    return person;
}

} // namespace

std::span<const SurveyColumn> surveyColumns()
{
    return columns;
}

Result<SurveyFile> readAnsur(const QByteArray &file)
{
    TRY_ASSIGN(CsvReader reader, CsvReader::open(file, {.delimiter = 0, .encoding = {}, .comment = 0}));
    TRY_ASSIGN(const std::optional<CsvRow> header, reader.next());
    if (!header)
        return invalid("ansur.empty", {});
    TRY_ASSIGN(const Layout layout, readHeader(header->cells));

    SurveyFile result{{}, {}, reader.encoding()};
    QSet<QString> ids;
    for (;;) {
        Result<std::optional<CsvRow>> row = reader.next();
        if (!row) {
            result.refused += Refusal{row.error().args.value(0).toLongLong(), row.error()};
            continue;
        }
        if (!row.value())
            break;
        Result<SurveyedPerson> person = readPerson(*row.value(), layout);
        if (!person) {
            result.refused += Refusal{row.value()->line, person.error()};
            continue;
        }
        if (ids.contains(person->foreignId)) {
            result.refused += Refusal{person->line, invalid("ansur.same_id", {person->foreignId})};
            continue;
        }
        ids.insert(person->foreignId);
        result.people += std::move(person).value();
    }
    return result;
}

} // namespace thimblely
