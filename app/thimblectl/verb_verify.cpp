// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "app/thimblectl/arguments.h"
#include "app/thimblectl/verbs.h"

#include "core/storage/verify.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

namespace thimblectl {

using namespace thimblely;

namespace {

QJsonArray toJson(const std::vector<storage::Problem> &problems)
{
    QJsonArray array;
    for (const storage::Problem &problem : problems)
        array.append(QJsonObject{{QStringLiteral("kind"), QString::fromLatin1(storage::nameOf(problem.kind))},
                                 {QStringLiteral("table"), QString::fromLatin1(problem.table)},
                                 {QStringLiteral("row"), QString::fromLatin1(problem.row)},
                                 {QStringLiteral("detail"), problem.detail}});
    return array;
}

//! Not every problem is of a table, nor of one row.
QString placeOf(const storage::Problem &problem)
{
    QStringList parts{QString::fromLatin1(storage::nameOf(problem.kind)), QString::fromLatin1(problem.table),
                      QString::fromLatin1(problem.row)};
    parts.removeAll(QString());
    return parts.join(u' ');
}

bool isPage(const storage::Problem &problem)
{
    return problem.kind == storage::Problem::Kind::Page;
}

void sayProblems(const std::vector<storage::Problem> &problems, const std::vector<storage::Problem> &known,
                 const QString &digest, const QString &file)
{
    for (const storage::Problem &problem : known)
        say(QStringLiteral("known since the file was salvaged: ") + placeOf(problem) + QStringLiteral(": ") +
            problem.detail);
    for (const storage::Problem &problem : problems)
        say(placeOf(problem) + QStringLiteral(": ") + problem.detail);
    if (std::ranges::any_of(problems, isPage))
        say(QStringLiteral(
                "Do not go on working with it. Restore the newest backup (thimblectl restore), or read what can be "
                "read into a new file: thimblectl salvage \"%1\" --db NEW")
                .arg(file));
    if (!digest.isEmpty())
        say(digest);
    else if (problems.empty())
        say(QStringLiteral("Nothing is wrong."));
}

} // namespace

int runVerify(const QStringList &argumentList)
{
    Arguments arguments(QStringLiteral("verify"),
                        QStringLiteral("Reads every page and recomputes every figure; 1 and a list where something is "
                                       "wrong."),
                        Arguments::For::File);
    arguments.option(QStringLiteral("digest"), QStringLiteral("Also print a hash over all rows."));
    if (const auto exitCode = arguments.parse(argumentList))
        return *exitCode;
    const auto report = storage::verifyFile(arguments.file(), arguments.has(QStringLiteral("digest")));
    if (!report)
        return refuse(report.error());
    const QString digest = QString::fromLatin1(report->digest.toHex());
    if (arguments.json()) {
        QJsonObject object{{QStringLiteral("problems"), toJson(report->problems)}};
        if (!report->known.empty())
            object.insert(QStringLiteral("known"), toJson(report->known));
        if (!digest.isEmpty())
            object.insert(QStringLiteral("digest"), digest);
        sayJson(QJsonDocument(object));
    } else {
        sayProblems(report->problems, report->known, digest, arguments.file());
    }
    return report->problems.empty() ? Done : Refused;
}

} // namespace thimblectl
