// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "app/thimblectl/arguments.h"
#include "app/thimblectl/verbs.h"

#include "core/exchange/ansur.h"
#include "core/exchange/measurement_sheet.h"
#include "core/measurements/plausibility.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonObject>

#include <cmath>
#include <cstdio>

namespace thimblectl {

using namespace thimblely;

namespace {

//! Of the catalogue's unit in one of the unit that the row is in.
double amountOfOne(AmountUnit unit)
{
    switch (unit) {
    case AmountUnit::Centimetre:
        return 100;
    case AmountUnit::Inch:
        return 254;
    case AmountUnit::Kilogram:
        return 1000;
    case AmountUnit::Pound:
        return 453.59237;
    case AmountUnit::Millimetre:
    case AmountUnit::Degree:
    case AmountUnit::Number:
    case AmountUnit::Words:
        break;
    }
    return 10;
}

//! To a hundredth, finer than any tape.
double shown(qint64 amount, AmountUnit unit)
{
    return std::round(double(amount) / amountOfOne(unit) * 100) / 100;
}

QJsonObject toJson(const Doubt &doubt, const SheetRow &row)
{
    const auto value = std::ranges::find(row.values, doubt.code, &MeasuredValue::code);
    return {
        {QStringLiteral("code"), doubt.code},
        {QStringLiteral("kind"), QString::fromLatin1(codeOf(doubt.kind)).section(u'.', 1)},
        {QStringLiteral("value"), shown(doubt.amount, value->unit)},
        {QStringLiteral("likely"), doubt.likely ? QJsonValue(shown(*doubt.likely, value->unit)) : QJsonValue::Null},
    };
}

QJsonArray toJson(const std::vector<Doubt> &doubts, const SheetRow &row)
{
    QJsonArray array;
    for (const Doubt &doubt : doubts)
        array.append(toJson(doubt, row));
    return array;
}

//! How often somebody at the tape would have been asked.
struct Asked {
    qint64 people = 0;
    qint64 values = 0;
    qint64 doubtedValues = 0; //!< as they were typed
    qint64 doubtedPeople = 0; //!< with at least one, as it was typed or before it was saved
};

/*!
 * As at the tape: each value is looked at when it is typed, beside those of the columns before it; one that is asked
 * about is kept, and nothing else is judged by it. What is left is looked at as a whole, as before it is saved.
 */
QJsonArray asTyped(const Plausibility &plausibility, const SheetRow &row, Asked &asked)
{
    QJsonArray array;
    std::vector<MeasuredValue> calm;
    const auto add = [&](const Doubt &doubt, const QJsonValue &when) {
        QJsonObject json = toJson(doubt, row);
        json.insert(QStringLiteral("when"), when);
        array.append(json);
    };
    for (const MeasuredValue &value : row.values) {
        if (const auto doubt = plausibility.doubtAbout(value, row.person, calm)) {
            add(*doubt, QStringLiteral("typed"));
            ++asked.doubtedValues;
        } else {
            calm.push_back(value);
        }
    }
    for (const Doubt &doubt : plausibility.doubtsIn(calm, row.person))
        add(doubt, QStringLiteral("saved"));
    ++asked.people;
    asked.values += qint64(row.values.size());
    asked.doubtedPeople += !array.isEmpty();
    return array;
}

Result<QByteArray> readAll(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorKind::Io, "import.unreadable", {path}, file.errorString()};
    return file.readAll();
}

//! A survey's file is a table of bodies too, under its own headings.
Result<MeasurementSheet> readSheet(const QByteArray &bytes)
{
    auto sheet = readMeasurementSheet(bytes);
    const auto survey = sheet ? Result<SurveyFile>(Error{ErrorKind::Invalid, {}, {}, {}}) : readAnsur(bytes);
    if (!survey)
        return sheet;
    MeasurementSheet bodies;
    for (const SurveyedPerson &person : survey->people) {
        SheetRow row{person.line,
                     {person.sex == BodySex::Female ? GenderForFit::Female : GenderForFit::Male},
                     LengthUnit::Centimetre,
                     {}};
        for (const ImportedValue &value : person.values) {
            const AmountUnit unit = value.dimension == MeasurementDimension::Length   ? AmountUnit::Centimetre
                                    : value.dimension == MeasurementDimension::Weight ? AmountUnit::Kilogram
                                                                                      : AmountUnit::Number;
            row.values.push_back({value.code, Side::Both, value.amount, unit, value.text});
        }
        bodies.rows.push_back(std::move(row));
    }
    return bodies;
}

double percent(qint64 part, qint64 whole)
{
    return whole > 0 ? 100.0 * double(part) / double(whole) : 0;
}

Result<QJsonArray> check(const QString &path, bool typed)
{
    TRY_ASSIGN(const QByteArray bytes, readAll(path));
    TRY_ASSIGN(const MeasurementSheet sheet, readSheet(bytes));
    if (!sheet.passedOver.isEmpty())
        std::fprintf(stderr, "Passed over, as no measure is called so: %s\n",
                     qPrintable(sheet.passedOver.join(QStringLiteral(", "))));
    const Plausibility plausibility;
    QJsonArray rows;
    Asked asked;
    for (const SheetRow &row : sheet.rows)
        rows.append(typed ? asTyped(plausibility, row, asked)
                          : toJson(plausibility.doubtsIn(row.values, row.person), row));
    if (typed)
        std::fprintf(
            stderr,
            "Asked about as they were typed: %lld of %lld values (%.3f %%), and before it was saved too: %lld of "
            "%lld people (%.2f %%)\n",
            asked.doubtedValues, asked.values, percent(asked.doubtedValues, asked.values), asked.doubtedPeople,
            asked.people, percent(asked.doubtedPeople, asked.people));
    return rows;
}

} // namespace

int runCheckMeasurements(const QStringList &argumentList)
{
    Arguments arguments(
        QStringLiteral("check-measurements"),
        QStringLiteral("Says which values of a table of bodies are likely slips. The heading is sex and "
                       "codes such as height, bust_circ, waist_circ; unit (cm, mm, in) and age may be "
                       "there. The file of a survey (ANSUR II) is taken as it is. Prints JSON: for each row an "
                       "array of {code, kind, value, likely}."),
        Arguments::For::NoFile);
    arguments.option(QStringLiteral("typed"),
                     QStringLiteral("As at the tape: each value beside those before it, in the order of the columns. "
                                    "Each doubt has {when}: typed, or saved. How often it asked is on stderr."));
    arguments.positional(QStringLiteral("CSV"), QStringLiteral("The table."));
    if (const auto exitCode = arguments.parse(argumentList))
        return *exitCode;
    if (arguments.positionals().size() != 1)
        return arguments.misused(QStringLiteral("Say which table, and only one."));
    const auto rows = check(arguments.positionals().front(), arguments.has(QStringLiteral("typed")));
    if (!rows)
        return refuse(rows.error());
    sayJson(QJsonDocument(*rows));
    return Done;
}

} // namespace thimblectl
