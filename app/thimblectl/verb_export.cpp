// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "app/thimblectl/arguments.h"
#include "app/thimblectl/person.h"
#include "app/thimblectl/verbs.h"

#include "core/exchange/calendar_exporter.h"
#include "core/exchange/client_exporter.h"
#include "core/exchange/measurement_exporter.h"
#include "core/exchange/table_exporter.h"
#include "core/privacy/client_file.h"
#include "core/workspaces/workspace_service.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonObject>
#include <QSaveFile>

namespace thimblectl {

using namespace thimblely;

namespace {

//! Nothing where the kind has no such format.
std::optional<Result<qint64>> exportKind(Desk &desk, const QString &kind, const QString &format, const QString &path)
{
    if (kind == QLatin1String("products"))
        return exportProducts(*desk.session, *desk.door, path);
    if (kind == QLatin1String("orders"))
        return exportOrders(*desk.session, path);
    if (kind == QLatin1String("calendar"))
        return exportCalendar(*desk.session, desk.door->clock(), path);
    ClientService clients(*desk.session, *desk.door);
    if (kind == QLatin1String("clients")) {
        if (format == QLatin1String("vcard"))
            return exportClients(*desk.session, clients, ClientFormat::VCard4, path);
        if (format == QLatin1String("csv"))
            return exportClients(*desk.session, clients, ClientFormat::Csv, path);
        return {};
    }
    MeasurementService measurements(*desk.session, *desk.door);
    if (format == QLatin1String("smis"))
        return exportMeasurements(*desk.session, clients, measurements, MeasurementFormat::Smis, path);
    if (format == QLatin1String("csv"))
        return exportMeasurements(*desk.session, clients, measurements, MeasurementFormat::Csv, path);
    return {};
}

//! All that is held on the client with this number, as JSON.
Result<qint64> exportClientFile(Desk &desk, const Clock &clock, const QString &number, const QString &path)
{
    TRY_ASSIGN(const WorkspaceProfile profile, WorkspaceService(*desk.session, *desk.door).load());
    TRY_ASSIGN(const ShopCalendar calendar, profile.calendar());
    const privacy::ReadingTerms terms{profile.name, QLocale(profile.locale), calendar, profile.currency,
                                      calendar.dayOf(clock.now())};
    TRY_ASSIGN(const ClientId client, privacy::clientNumbered(desk.session->path(), desk.session->principal(), number));
    TRY_ASSIGN(const privacy::ClientFile file,
               privacy::everythingHeld(desk.session->path(), desk.session->principal(), client, terms));
    QSaveFile out(path);
    const QByteArray json = privacy::jsonOf(file);
    if (!out.open(QIODevice::WriteOnly) || out.write(json) != json.size() || !out.commit())
        return Error{ErrorKind::Io, "export.not_written", {path}, out.errorString()};
    qint64 records = 0;
    for (const privacy::HeldSection &section : file.sections)
        records += qint64(section.records.size());
    return records;
}

bool isKnown(const QString &kind, const QString &format)
{
    if (kind == QLatin1String("client-file"))
        return format.isEmpty() || format == QLatin1String("json");
    if (kind == QLatin1String("products") || kind == QLatin1String("orders"))
        return format == QLatin1String("csv");
    if (kind == QLatin1String("calendar"))
        return format.isEmpty() || format == QLatin1String("ical");
    if (kind == QLatin1String("clients"))
        return format == QLatin1String("vcard") || format == QLatin1String("csv");
    return kind == QLatin1String("measurements") && (format == QLatin1String("smis") || format == QLatin1String("csv"));
}

//! What would be written over: a file, or a folder with something in it.
bool isTaken(const QString &path)
{
    const QFileInfo there(path);
    return there.isDir() ? !QDir(path).isEmpty() : there.exists();
}

} // namespace

int runExport(const QStringList &argumentList)
{
    if (argumentList.value(1) == QLatin1String("all"))
        return runExportAll(argumentList);
    Arguments arguments(QStringLiteral("export"), QStringLiteral("Writes what you may export."),
                        Arguments::For::Person);
    arguments
        .positional(QStringLiteral("clients|measurements|products|orders|calendar|client-file|all"),
                    QStringLiteral("What to write; “export all --help” says more of the last."))
        .option(QStringLiteral("client"), QStringLiteral("client-file: whose, by the number of the card."),
                QStringLiteral("NUMBER"))
        .option(
            QStringLiteral("format"),
            QStringLiteral("clients: vcard (4.0) or csv; measurements: smis (a folder) or csv; products and orders: "
                           "csv; calendar: ical."),
            QStringLiteral("F"))
        .option(QStringLiteral("out"), QStringLiteral("The file or folder to write."), QStringLiteral("PATH"))
        .option(QStringLiteral("force"), QStringLiteral("Write over what is there."));
    if (const auto exitCode = arguments.parse(argumentList))
        return *exitCode;
    const QString kind = arguments.positionals().value(0);
    const QString format = arguments.value(QStringLiteral("format"));
    const QString path = arguments.value(QStringLiteral("out"));
    const QString client = arguments.value(QStringLiteral("client"));
    const bool ofOne = kind == QLatin1String("client-file");
    if (arguments.positionals().size() != 1 || !isKnown(kind, format) || ofOne == client.isEmpty())
        return arguments.misused(QStringLiteral("Say what to write and how: clients --format vcard|csv, "
                                                "measurements --format smis|csv, products or orders --format csv, "
                                                "calendar --format ical, "
                                                "or client-file --client NUMBER."));
    if (path.isEmpty())
        return arguments.misused(QStringLiteral("Say where to: --out PATH."));
    if (isTaken(path) && !arguments.has(QStringLiteral("force")))
        return refuse({ErrorKind::Conflict, "export.exists", {path}, {}});
    const SystemClock clock;
    auto desk = openDesk(arguments, clock, storage::OpenOptions::Durability::Full);
    if (!desk)
        return refuse(desk.error());
    const auto written =
        ofOne ? std::optional(exportClientFile(*desk, clock, client, path)) : exportKind(*desk, kind, format, path);
    if (!written->ok())
        return refuse(written->error());
    if (arguments.json())
        sayJson(
            QJsonDocument(QJsonObject{{QStringLiteral("written"), written->value()}, {QStringLiteral("path"), path}}));
    else
        say(QStringLiteral("%1 written to %2.").arg(written->value()).arg(path));
    return Done;
}

} // namespace thimblectl
