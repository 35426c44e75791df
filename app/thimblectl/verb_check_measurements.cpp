// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "app/thimblectl/arguments.h"
#include "app/thimblectl/verbs.h"

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

QJsonArray toJson(const std::vector<Doubt> &doubts, const SheetRow &row)
{
    QJsonArray array;
    for (const Doubt &doubt : doubts) {
        const auto value = std::ranges::find(row.values, doubt.code, &MeasuredValue::code);
        array.append(QJsonObject{
            {QStringLiteral("code"), doubt.code},
            {QStringLiteral("kind"), QString::fromLatin1(codeOf(doubt.kind)).section(u'.', 1)},
            {QStringLiteral("value"), shown(doubt.amount, value->unit)},
            {QStringLiteral("likely"), doubt.likely ? QJsonValue(shown(*doubt.likely, value->unit)) : QJsonValue::Null},
        });
    }
    return array;
}

Result<QByteArray> readAll(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorKind::Io, "import.unreadable", {path}, file.errorString()};
    return file.readAll();
}

Result<QJsonArray> check(const QString &path)
{
    TRY_ASSIGN(const QByteArray bytes, readAll(path));
    TRY_ASSIGN(const MeasurementSheet sheet, readMeasurementSheet(bytes));
    if (!sheet.passedOver.isEmpty())
        std::fprintf(stderr, "Passed over, as no measure is called so: %s\n",
                     qPrintable(sheet.passedOver.join(QStringLiteral(", "))));
    const Plausibility plausibility;
    QJsonArray rows;
    for (const SheetRow &row : sheet.rows)
        rows.append(toJson(plausibility.doubtsIn(row.values, row.person), row));
    return rows;
}

} // namespace

int runCheckMeasurements(const QStringList &argumentList)
{
    Arguments arguments(
        QStringLiteral("check-measurements"),
        QStringLiteral("Says which values of a table of bodies are likely slips. The heading is sex and "
                       "codes such as height, bust_circ, waist_circ; unit (cm, mm, in) and age may be "
                       "there. Prints JSON: for each row an array of {code, kind, value, likely}."),
        Arguments::For::NoFile);
    arguments.positional(QStringLiteral("CSV"), QStringLiteral("The table."));
    if (const auto exitCode = arguments.parse(argumentList))
        return *exitCode;
    if (arguments.positionals().size() != 1)
        return arguments.misused(QStringLiteral("Say which table, and only one."));
    const auto rows = check(arguments.positionals().front());
    if (!rows)
        return refuse(rows.error());
    sayJson(QJsonDocument(*rows));
    return Done;
}

} // namespace thimblectl
