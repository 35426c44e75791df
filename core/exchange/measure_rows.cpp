// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/exchange/measure_rows.h"

#include "core/exchange/contact_rows.h"
#include "core/exchange/import_fields.h"
#include "core/exchange/own_uri.h"
#include "core/search/fold.h"

#include <QFileInfo>
#include <QRegularExpression>

#include <array>

namespace thimblely::exchange {

namespace {

constexpr qsizetype longestNotes = 10'000;
constexpr size_t mostLookedAt = 20'000; // rows; more of them say nothing new of the unit

GenderForFit genderOf(BodySex sex)
{
    switch (sex) {
    case BodySex::Female:
        return GenderForFit::Female;
    case BodySex::Male:
        return GenderForFit::Male;
    case BodySex::Unknown:
        break;
    }
    return GenderForFit::Unknown;
}

//! Foreign files weigh in kilograms, whatever their lengths are in.
AmountUnit importedUnit(MeasurementDimension dimension, LengthUnit lengthUnit)
{
    return dimension == MeasurementDimension::Weight ? AmountUnit::Kilogram : unitOf(dimension, lengthUnit);
}

//! The text of a file is kept where a person could have typed it; a formula becomes its result.
MeasuredValue valueOf(const ImportedValue &imported, LengthUnit unit)
{
    MeasuredValue value{imported.code, Side::Both, imported.amount, importedUnit(imported.dimension, unit),
                        imported.text};
    const auto typed = MeasuredValue::parse(imported.code, Side::Both, imported.text, unit);
    if (typed && typed->amount == imported.amount && typed->unit == value.unit)
        return value;
    if (imported.dimension == MeasurementDimension::Length)
        value.text = toText(Length(imported.amount), unit);
    else
        value.text = shownIn(value, LengthUnit::Centimetre);
    return value;
}

//! A cell and the unit it says it is in.
struct Amount {
    QString text;
    std::optional<LengthUnit> unit;
};

Amount amountIn(const QString &cell)
{
    static const QRegularExpression behind(QStringLiteral("^(.*?)\\s*(cm|mm|in|inch|inches|zoll|\"|\u2033|kg)\\.?$"),
                                           QRegularExpression::CaseInsensitiveOption);
    const auto match = behind.match(cell.trimmed());
    if (!match.hasMatch())
        return {cell.trimmed(), {}};
    const QString unit = match.captured(2).toLower();
    if (unit == QLatin1String("kg"))
        return {match.captured(1), {}};
    if (unit == QLatin1String("cm"))
        return {match.captured(1), LengthUnit::Centimetre};
    return {match.captured(1), unit == QLatin1String("mm") ? LengthUnit::Millimetre : LengthUnit::Inch};
}

//! Empty, or how people write that they did not measure.
bool isNotMeasured(const QString &cell)
{
    const QString text = cell.trimmed();
    return text.isEmpty() || text == QLatin1String("-") || text == QLatin1String("0") || text == QLatin1String("–") ||
           text.compare(QLatin1String("n/a"), Qt::CaseInsensitive) == 0;
}

Result<std::optional<LengthUnit>> unitOfRow(const RowReader &reader)
{
    const QString text = reader.cell("unit");
    if (text.isEmpty())
        return std::optional<LengthUnit>();
    const auto unit = unitInHeading(QStringLiteral("x ") + text); // the same words
    if (!unit)
        return Error{ErrorKind::Invalid, "table.unit", {QString::number(reader.row.line), text.left(40)}, {}};
    return unit;
}

Result<std::vector<MeasuredValue>> valuesOf(const RowReader &reader)
{
    TRY_ASSIGN(const std::optional<LengthUnit> ofRow, unitOfRow(reader));
    const LengthUnit otherwise = ofRow.value_or(reader.table.unit.value_or(LengthUnit::Centimetre));
    std::vector<MeasuredValue> values;
    for (qsizetype i = 0; i < reader.table.mapping.size(); ++i) {
        const auto key = measureKey(reader.table.mapping[i]);
        const QString cell = reader.row.cells.value(i);
        if (!key || isNotMeasured(cell))
            continue;
        const Amount amount = amountIn(cell);
        const LengthUnit unit = amount.unit.value_or(unitInHeading(reader.table.headings[i]).value_or(otherwise));
        const auto value = MeasuredValue::parse(key->code, key->side, amount.text, unit);
        if (!value)
            return Error{ErrorKind::Invalid,
                         "table.measure",
                         {QString::number(reader.row.line), nameOfField(ImportKind::Measurements, key->code.toUtf8()),
                          cell.left(40)},
                         {}};
        values.push_back(*value);
    }
    if (values.empty())
        return Error{ErrorKind::Invalid, "measure.empty", {}, {}};
    return values;
}

//! Lengths of the table that do not say their unit, with the measure they are of; `each` is given both.
void forLengthsWithoutUnit(const TableReading &table, const std::vector<CsvRow> &rows,
                           const std::function<void(const MeasurementField &, const QString &)> &each)
{
    for (qsizetype i = 0; i < table.mapping.size(); ++i) {
        const auto key = measureKey(table.mapping[i]);
        const MeasurementField *field = key ? measurementField(key->code) : nullptr;
        if (!field || field->dimension != MeasurementDimension::Length || !field->ask ||
            unitInHeading(table.headings[i]))
            continue;
        for (const CsvRow &row : std::span(rows).first(std::min(rows.size(), mostLookedAt))) {
            const Amount amount = amountIn(row.cells.value(i));
            if (!isNotMeasured(amount.text) && !amount.unit)
                each(*field, amount.text);
        }
    }
}

} // namespace

SetEntry setOfPerson(const SurveyedPerson &person)
{
    SetEntry set{"ansur", person.foreignId, {}, {}, QStringLiteral("Waist measured at the navel."), {}, {}, {}};
    set.client.name = person.foreignId;
    set.client.gender = genderOf(person.sex);
    for (const ImportedValue &value : person.values)
        set.values.push_back(valueOf(value, LengthUnit::Millimetre));
    return set;
}

SetEntry setOfSeamly(const SeamlyFile &seamly, const QString &file)
{
    SetEntry set{"smis", seamly.foreignId, {}, {}, seamly.notes.left(longestNotes), {}, {}, {}};
    set.uri = takeUri(set.notes);
    if (!set.uri.isEmpty())
        set.foreignId = set.uri; // two of one name are two
    set.client.name = seamly.fullName();
    if (set.client.name.trimmed().isEmpty())
        set.client.name = QFileInfo(file).completeBaseName();
    set.client.email = seamly.email;
    set.client.birthDate = seamly.birthDate;
    set.client.gender = genderOf(seamly.sex);
    for (const SeamlyValue &value : seamly.values)
        set.values.push_back(valueOf(value.value, seamly.unit));
    return set;
}

Result<SetEntry> setOfRow(const CsvRow &row, const TableReading &table)
{
    const RowReader reader{row, table};
    SetEntry set{"measures", {}, {}, {}, {}, {}, reader.cell("number"), {}, true};
    set.client.name = reader.name().left(200);
    set.client.phones = reader.phones(nullptr);
    set.client.email = reader.cell("email");
    if (set.client.name.isEmpty() && set.client.phones.empty() && set.number.isEmpty())
        return Error{ErrorKind::Invalid, "table.nobody", {QString::number(row.line)}, {}};
    if (set.client.name.isEmpty() && !set.client.phones.empty())
        set.client.name = set.client.phones.front().number; // until somebody knows better
    TRY_ASSIGN(set.client.birthDate, reader.date("birth_date"));
    TRY_ASSIGN(set.takenOn, reader.date("taken_on"));
    TRY_ASSIGN(set.client.gender, reader.gender());
    set.notes = reader.cells("notes").join(u'\n').left(longestNotes);
    TRY_ASSIGN(set.values, valuesOf(reader));
    QStringList parts = {reader.cell("id"), set.number, set.client.name,
                         set.takenOn ? set.takenOn->toIso() : QString()};
    for (const Phone &phone : set.client.phones)
        parts += phone.number;
    set.foreignId = foreignIdOf(set.format, parts);
    return set;
}

void guessUnit(TableReading &table, const std::vector<CsvRow> &rows, LengthUnit usual, std::optional<LengthUnit> said)
{
    constexpr std::array units = {LengthUnit::Centimetre, LengthUnit::Millimetre, LengthUnit::Inch};
    std::array<int, units.size()> fits = {};
    table.values = 0;
    forLengthsWithoutUnit(table, rows, [&](const MeasurementField &field, const QString &text) {
        ++table.values;
        for (size_t i = 0; i < units.size(); ++i) {
            const auto length = TypedLength::parse(text, units[i]);
            fits[i] += length && field.ask->contains(length->value.tenthsOfMm()) ? 1 : 0;
        }
    });
    const auto fit = [&](LengthUnit unit) { return fits[size_t(std::ranges::find(units, unit) - units.begin())]; };
    LengthUnit best = usual;
    for (const LengthUnit unit : units) {
        if (fit(unit) > fit(best))
            best = unit;
    }
    table.unit = said.value_or(best);
    table.valuesFit = fit(*table.unit);
}

} // namespace thimblely::exchange
