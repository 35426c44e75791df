// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "app/thimblectl/arguments.h"
#include "app/thimblectl/person.h"
#include "app/thimblectl/progress.h"
#include "app/thimblectl/verbs.h"

#include "core/exchange/client_importer.h"
#include "core/exchange/measurement_importer.h"
#include "core/messages/error_sentences.h"

#include <QJsonArray>
#include <QJsonObject>

namespace thimblectl {

using namespace thimblely;

namespace {

QJsonArray entriesToJson(const std::vector<RefusedEntry> &entries)
{
    QJsonArray array;
    for (const RefusedEntry &entry : entries)
        array.append(QJsonObject{{QStringLiteral("file"), entry.file},
                                 {QStringLiteral("line"), entry.line},
                                 {QStringLiteral("code"), QString::fromLatin1(entry.error.code)},
                                 {QStringLiteral("reason"), messages::sentenceFor(entry.error)}});
    return array;
}

void sayReport(const ImportReport &report, bool json, bool measurements)
{
    if (json) {
        QJsonObject object{{QStringLiteral("files"), report.files},
                           {QStringLiteral("read"), report.read},
                           {QStringLiteral("created"), report.created},
                           {QStringLiteral("updated"), report.updated},
                           {QStringLiteral("unchanged"), report.unchanged},
                           {QStringLiteral("refused"), entriesToJson(report.refused)},
                           {QStringLiteral("left_out"), entriesToJson(report.leftOut)}};
        if (measurements)
            object.insert(QStringLiteral("clients_created"), report.clientsCreated);
        sayJson(QJsonDocument(object));
        return;
    }
    say(QStringLiteral("%1 files, %2 read: %3 created, %4 updated, %5 unchanged, %6 refused.")
            .arg(report.files)
            .arg(report.read)
            .arg(report.created)
            .arg(report.updated)
            .arg(report.unchanged)
            .arg(report.refused.size()));
    for (const RefusedEntry &entry : report.refused)
        say(QStringLiteral("  %1:%2: %3").arg(entry.file).arg(entry.line).arg(messages::sentenceFor(entry.error)));
}

} // namespace

int runImport(const QStringList &argumentList)
{
    if (argumentList.value(1) == QLatin1String("all")) // into a file in which nobody can sign in yet
        return runImportAll(argumentList);
    Arguments arguments(
        QStringLiteral("import"),
        QStringLiteral("Brings in clients (vCard) or measurements (ANSUR II .csv, .smis, .vit). What was "
                       "brought in before is known again."),
        Arguments::For::Person);
    arguments
        .positional(QStringLiteral("clients|measurements|all"),
                    QStringLiteral("What to bring in; “import all --help” says more of the last."))
        .positional(QStringLiteral("PATH..."), QStringLiteral("Files, or folders of them."))
        .option(QStringLiteral("dry-run"), QStringLiteral("Say what would be done, and keep nothing."));
    if (const auto exitCode = arguments.parse(argumentList))
        return *exitCode;
    const QString kind = arguments.positionals().value(0);
    const QStringList paths = arguments.positionals().mid(1);
    const bool measurements = kind == QLatin1String("measurements");
    if (!measurements && kind != QLatin1String("clients"))
        return arguments.misused(QStringLiteral("Say what to bring in: clients or measurements."));
    if (paths.isEmpty())
        return arguments.misused(QStringLiteral("Say which files."));
    const SystemClock clock;
    const auto desk = openDesk(arguments, clock, storage::OpenOptions::Durability::Import);
    if (!desk)
        return refuse(desk.error());
    const bool dryRun = arguments.has(QStringLiteral("dry-run"));
    const auto report = measurements ? MeasurementImporter(*desk->door).importFiles(paths, dryRun, showProgress)
                                     : ClientImporter(*desk->door).importFiles(paths, dryRun, showProgress);
    if (!report)
        return refuse(report.error());
    sayReport(*report, arguments.json(), measurements);
    const int taken = report->created + report->updated + report->unchanged;
    return taken == 0 && !report->refused.empty() ? Refused : Done; // a script must see that nothing came in
}

} // namespace thimblectl
