// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "app/thimblectl/arguments.h"
#include "app/thimblectl/progress.h"
#include "app/thimblectl/verbs.h"

#include "core/backup/salvage.h"

#include <QJsonArray>
#include <QJsonObject>

namespace thimblectl {

using namespace thimblely;

namespace {

QJsonArray tablesToJson(const std::vector<storage::SalvagedTable> &tables)
{
    QJsonArray list;
    for (const storage::SalvagedTable &table : tables)
        list.append(QJsonObject{{QStringLiteral("table"), QString::fromLatin1(table.table)},
                                {QStringLiteral("kept"), table.kept},
                                {QStringLiteral("lost"), table.lost},
                                {QStringLiteral("refused"), table.refused}});
    return list;
}

QJsonArray parentsToJson(const std::vector<storage::MissingParent> &parents)
{
    QJsonArray list;
    for (const storage::MissingParent &missing : parents)
        list.append(QJsonObject{{QStringLiteral("table"), QString::fromLatin1(missing.table)},
                                {QStringLiteral("without"), QString::fromLatin1(missing.parent)},
                                {QStringLiteral("kept"), missing.kept},
                                {QStringLiteral("aside"), missing.aside}});
    return list;
}

} // namespace

int runSalvage(const QStringList &argumentList)
{
    Arguments arguments(
        QStringLiteral("salvage"),
        QStringLiteral("Reads what can be read of a damaged file into a new one, and names the rest. The "
                       "damaged file is left as it is."),
        Arguments::For::NoFile);
    arguments.positional(QStringLiteral("DAMAGED"), QStringLiteral("The damaged file."))
        .option(QStringLiteral("db"), QStringLiteral("The new file."), QStringLiteral("FILE"));
    if (const auto exitCode = arguments.parse(argumentList))
        return *exitCode;
    if (arguments.positionals().size() != 1)
        return arguments.misused(QStringLiteral("Say which file is damaged."));
    const QString newFile = arguments.value(QStringLiteral("db"));
    if (newFile.isEmpty())
        return arguments.misused(QStringLiteral("Say where to: --db FILE."));
    const SystemClock clock;
    const auto salvaged = backup::salvage(arguments.positionals().constFirst(), newFile, clock, showProgress);
    if (!salvaged)
        return refuse(salvaged.error());
    if (arguments.json()) {
        sayJson(QJsonDocument(QJsonObject{{QStringLiteral("damaged_pages"), salvaged->rows.damagedPages},
                                          {QStringLiteral("tables"), tablesToJson(salvaged->rows.tables)},
                                          {QStringLiteral("without"), parentsToJson(salvaged->rows.parents)},
                                          {QStringLiteral("history_forgotten"), salvaged->rows.forgotten},
                                          {QStringLiteral("known_problems"), salvaged->missingNumbers},
                                          {QStringLiteral("problems"), qint64(salvaged->problems.size())}}));
        return salvaged->problems.empty() ? Done : Refused;
    }
    const QStringList lines = backup::linesOf(*salvaged);
    for (const QString &line : lines)
        say(line);
    for (const storage::Problem &problem : salvaged->problems)
        say(QStringLiteral("Still wrong: %1 %2: %3")
                .arg(QLatin1String(storage::nameOf(problem.kind)), QString::fromLatin1(problem.table), problem.detail));
    return salvaged->problems.empty() ? Done : Refused;
}

} // namespace thimblectl
