// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/exchange/measurement_sheet.h"

#include "core/exchange/csv.h"
#include "core/measurements/body_rules.h"

#include <QSet>

#include <algorithm>
#include <cmath>

namespace thimblely {

namespace {

constexpr qsizetype none = -1;
constexpr double mostAmount = 1e9; // beyond it no number is meant

struct Layout {
    qsizetype cells;
    qsizetype sex = none;
    qsizetype unit = none;
    qsizetype age = none;
    std::vector<std::pair<qsizetype, const MeasurementField *>> measures;
};

Error invalid(const char *code, const QStringList &args)
{
    return Error{ErrorKind::Invalid, code, args, {}};
}

Error badCell(const char *code, qint64 line, const QString &cell)
{
    return invalid(code, {QString::number(line), cell.left(40)});
}

Result<Layout> readHeader(const QStringList &header, QStringList &passedOver)
{
    Layout layout{header.size(), none, none, none, {}};
    QSet<const MeasurementField *> seen;
    for (qsizetype i = 0; i < header.size(); ++i) {
        const QString heading = header[i].trimmed();
        const QString name = heading.toLower();
        if (name == QLatin1String("sex") || name == QLatin1String("unit") || name == QLatin1String("age")) {
            qsizetype &place = name == QLatin1String("sex")    ? layout.sex
                               : name == QLatin1String("unit") ? layout.unit
                                                               : layout.age;
            if (place != none)
                return invalid("sheet.same_column", {heading.left(40)});
            place = i;
        } else if (const MeasurementField *field = findMeasurementField(heading)) {
            if (seen.contains(field))
                return invalid("sheet.same_column", {heading.left(40)});
            seen.insert(field);
            layout.measures.emplace_back(i, field);
        } else {
            passedOver.append(heading);
        }
    }
    if (layout.sex == none)
        return invalid("sheet.no_sex_column", {});
    if (layout.measures.empty())
        return invalid("sheet.no_measures", {});
    return layout;
}

Result<GenderForFit> readSex(const QString &cell, qint64 line)
{
    const QString word = cell.trimmed().toLower();
    if (word.isEmpty() || word == QLatin1String("unknown"))
        return GenderForFit::Unknown;
    if (word == QLatin1String("female") || word == QLatin1String("f") || word == QLatin1String("woman"))
        return GenderForFit::Female;
    if (word == QLatin1String("male") || word == QLatin1String("m") || word == QLatin1String("man"))
        return GenderForFit::Male;
    return badCell("sheet.sex", line, cell);
}

Result<LengthUnit> readUnit(const QString &cell, qint64 line)
{
    const QString word = cell.trimmed().toLower();
    if (word.isEmpty())
        return LengthUnit::Centimetre;
    const auto unit = lengthUnitFromCode(word.startsWith(QLatin1String("inch")) ? QStringLiteral("in") : word);
    if (!unit)
        return badCell("sheet.unit", line, cell);
    return *unit;
}

struct Typed {
    AmountUnit unit;
    double amount; //!< of one of it
};

Typed typedIn(LengthUnit unit, MeasurementDimension dimension)
{
    const bool inches = unit == LengthUnit::Inch;
    switch (dimension) {
    case MeasurementDimension::Weight:
        return inches ? Typed{AmountUnit::Pound, 453.59237} : Typed{AmountUnit::Kilogram, 1000};
    case MeasurementDimension::Angle:
        return {AmountUnit::Degree, 10};
    case MeasurementDimension::Length:
    case MeasurementDimension::Number: // no column of the catalogue
    case MeasurementDimension::Words:
        break;
    }
    if (inches)
        return {AmountUnit::Inch, 254};
    return unit == LengthUnit::Centimetre ? Typed{AmountUnit::Centimetre, 100} : Typed{AmountUnit::Millimetre, 10};
}

//! Numbers that parse() refuses for being finer or larger than a tape: tables hold computed ones.
std::optional<MeasuredValue> offTheTape(const MeasurementField &field, QString text, LengthUnit unit)
{
    bool ok = false;
    const double number = QString(text).replace(u',', u'.').toDouble(&ok);
    const Typed typed = typedIn(unit, field.dimension);
    if (!ok || !std::isfinite(number) || std::abs(number) * typed.amount > mostAmount)
        return {};
    return MeasuredValue{field.code, Side::Both, std::llround(number * typed.amount), typed.unit, std::move(text)};
}

Result<std::vector<MeasuredValue>> readValues(const CsvRow &row, const Layout &layout, LengthUnit unit)
{
    std::vector<MeasuredValue> values;
    for (const auto &[place, field] : layout.measures) {
        const QString cell = row.cells[place].trimmed();
        if (cell.isEmpty())
            continue;
        const QString code = field->code;
        const auto onTheTape = MeasuredValue::parse(code, Side::Both, cell, unit);
        const auto value = onTheTape ? std::optional(*onTheTape) : offTheTape(*field, cell, unit);
        if (!value)
            return invalid("sheet.not_a_number", {QString::number(row.line), code, cell.left(40)});
        values.push_back(*value);
    }
    return values;
}

Result<SheetRow> readRow(const CsvRow &row, const Layout &layout)
{
    if (row.cells.size() != layout.cells)
        return invalid("sheet.cells", {QString::number(row.line)});
    SheetRow result{row.line, {}, LengthUnit::Centimetre, {}};
    TRY_ASSIGN(result.person.sex, readSex(row.cells[layout.sex], row.line));
    if (layout.unit != none) {
        TRY_ASSIGN(result.unit, readUnit(row.cells[layout.unit], row.line));
    }
    if (layout.age != none && !row.cells[layout.age].trimmed().isEmpty()) {
        bool ok = false;
        const double years = row.cells[layout.age].toDouble(&ok);
        if (!ok || years < 0 || years > 150)
            return badCell("sheet.age", row.line, row.cells[layout.age]);
        result.person.child = years < grownFrom;
        result.person.years = int(years);
    }
    TRY_ASSIGN(result.values, readValues(row, layout, result.unit));
    return result;
}

} // namespace

Result<MeasurementSheet> readMeasurementSheet(const QByteArray &file)
{
    TRY_ASSIGN(CsvReader reader, CsvReader::open(file));
    TRY_ASSIGN(const std::optional<CsvRow> header, reader.next());
    if (!header)
        return invalid("sheet.empty", {});
    MeasurementSheet sheet;
    TRY_ASSIGN(const Layout layout, readHeader(header->cells, sheet.passedOver));
    for (;;) {
        TRY_ASSIGN(std::optional<CsvRow> row, reader.next());
        if (!row)
            return sheet;
        std::ranges::transform(row->cells, row->cells.begin(), fromSheetCell);
        TRY_ASSIGN(SheetRow read, readRow(*row, layout));
        sheet.rows.push_back(std::move(read));
    }
}

} // namespace thimblely
