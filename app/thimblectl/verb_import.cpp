// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "app/thimblectl/arguments.h"
#include "app/thimblectl/person.h"
#include "app/thimblectl/progress.h"
#include "app/thimblectl/verbs.h"

#include "core/exchange/import_fields.h"
#include "core/exchange/importer.h"
#include "core/messages/error_sentences.h"

#include <QJsonArray>
#include <QJsonObject>

#include <future>

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

//! "book.ics:12"; of a file that is refused as a whole its name.
QString placeOf(const RefusedEntry &entry)
{
    return entry.line > 0 ? QStringLiteral("%1:%2").arg(entry.file).arg(entry.line) : entry.file;
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
    say(QStringLiteral("Files: %1. Read: %2, of which %3 created, %4 updated, %5 unchanged, %6 refused.")
            .arg(report.files)
            .arg(report.read)
            .arg(report.created)
            .arg(report.updated)
            .arg(report.unchanged)
            .arg(report.refused.size()));
    if (!report.refused.empty())
        say(QStringLiteral("Not all of it came in: %1 of %2 refused, each with its reason below; %3. Mend and import "
                           "again: what is in already is known again.")
                .arg(report.refused.size())
                .arg(report.read)
                .arg(report.leftOut.empty() ? QStringLiteral("nothing else was left out")
                                            : QStringLiteral("what else was left out stands after it")));
    for (const RefusedEntry &entry : report.refused)
        say(QStringLiteral("  %1: %2").arg(placeOf(entry), messages::sentenceFor(entry.error)));
    if (!report.leftOut.empty())
        say(QStringLiteral("Left out, or taken otherwise:"));
    for (const RefusedEntry &entry : report.leftOut)
        say(QStringLiteral("  %1: %2").arg(placeOf(entry), messages::sentenceFor(entry.error)));
}

std::optional<ImportKind> kindFrom(const QString &word)
{
    if (word == QLatin1String("clients"))
        return ImportKind::Clients;
    if (word == QLatin1String("measurements"))
        return ImportKind::Measurements;
    if (word == QLatin1String("orders"))
        return ImportKind::OldOrders;
    if (word == QLatin1String("calendar"))
        return ImportKind::Events;
    return word == QLatin1String("products") ? std::optional(ImportKind::Products) : std::nullopt;
}

//! "Column=field", or "Column=" for one that is left out; nothing where one is not of that form.
std::optional<std::map<QString, QByteArray>> mappingFrom(const QStringList &words)
{
    std::map<QString, QByteArray> mapping;
    for (const QString &word : words) {
        const qsizetype equals = word.lastIndexOf(u'='); // a heading may have one of its own
        if (equals <= 0)
            return {};
        mapping[word.first(equals).trimmed()] = word.sliced(equals + 1).trimmed().toUtf8();
    }
    return mapping;
}

//! What --map can name.
QString fieldsHelp()
{
    const auto keys = [](ImportKind kind) {
        QStringList all;
        for (const ImportField &field : importFields(kind))
            all.append(QString::fromLatin1(field.key));
        return all.join(u' ');
    };
    return QStringLiteral("What a column is, where the guess is wrong; may be said several times. Clients: %1. "
                          "Measurements: %2, and codes such as waist_circ or arm_wrist_circ:left. Products: %3. "
                          "Orders: %4.")
        .arg(keys(ImportKind::Clients), keys(ImportKind::Measurements), keys(ImportKind::Products),
             keys(ImportKind::OldOrders));
}

//! Nothing where an option is of no use.
std::optional<ImportOptions> optionsFrom(const Arguments &arguments)
{
    ImportOptions options;
    auto mapping = mappingFrom(arguments.values(QStringLiteral("map")));
    if (!mapping)
        return {};
    options.mapping = std::move(*mapping);
    options.figuresAsTheyAre = arguments.has(QStringLiteral("figures-as-they-are"));
    options.encoding = arguments.value(QStringLiteral("encoding")).toLatin1();
    if (const QString unit = arguments.value(QStringLiteral("unit")); !unit.isEmpty()) {
        const auto known = lengthUnitFromCode(unit);
        if (!known)
            return {};
        options.unit = *known;
    }
    const QString target = arguments.value(QStringLiteral("to"));
    if (target == QLatin1String("price-list"))
        options.target = ProductTarget::PriceList;
    else if (target == QLatin1String("marketplace"))
        options.target = ProductTarget::Marketplace;
    else if (!target.isEmpty())
        return {};
    return options;
}

} // namespace

int runImport(const QStringList &argumentList)
{
    if (argumentList.value(1) == QLatin1String("all")) // into a file in which nobody can sign in yet
        return runImportAll(argumentList);
    Arguments arguments(
        QStringLiteral("import"),
        QStringLiteral(
            "Brings in clients (vCard, LDIF, any table), measurements (ANSUR II .csv, .smis, .vit, any table), "
            "products (WooCommerce, Shopify, any table), the open orders and balances of an old book (any table) or "
            "calendars (.ics, .vcs). All files become one operation, which is undone "
            "as one; what was brought in before is known again."),
        Arguments::For::Person);
    arguments
        .positional(QStringLiteral("clients|measurements|products|orders|calendar|all"),
                    QStringLiteral("What to bring in; “import all --help” says more of the last."))
        .positional(QStringLiteral("PATH..."), QStringLiteral("Files, or folders of them."))
        .option(QStringLiteral("dry-run"), QStringLiteral("Say what would be done, and keep nothing."))
        .option(QStringLiteral("map"), fieldsHelp(), QStringLiteral("COLUMN=FIELD"))
        .option(QStringLiteral("unit"), QStringLiteral("cm, mm or in: what lengths are in that do not say it."),
                QStringLiteral("U"))
        .option(QStringLiteral("figures-as-they-are"),
                QStringLiteral("Take amounts in another currency as if they were in the shop's; nothing is converted."))
        .option(QStringLiteral("encoding"), QStringLiteral("What a table is written in, such as windows-1250."),
                QStringLiteral("NAME"))
        .option(QStringLiteral("to"), QStringLiteral("products: price-list or marketplace (as drafts)."),
                QStringLiteral("WHERE"));
    if (const auto exitCode = arguments.parse(argumentList))
        return *exitCode;
    const auto kind = kindFrom(arguments.positionals().value(0));
    const QStringList paths = arguments.positionals().mid(1);
    if (!kind)
        return arguments.misused(
            QStringLiteral("Say what to bring in: clients, measurements, products, orders or calendar."));
    if (paths.isEmpty())
        return arguments.misused(QStringLiteral("Say which files."));
    const auto options = optionsFrom(arguments);
    if (!options)
        return arguments.misused(QStringLiteral("--map is COLUMN=FIELD, --unit cm, mm or in, --to price-list or "
                                                "marketplace."));
    const SystemClock clock;
    // Read while the password is looked at, which is slow on purpose.
    auto reading = std::async(std::launch::async, [&] { return readImport(paths, *kind, *options); });
    const auto desk = openDesk(arguments, clock, storage::OpenOptions::Durability::Import);
    if (!desk)
        return refuse(desk.error());
    auto plan = reading.get();
    if (!plan)
        return refuse(plan.error());
    const bool dryRun = arguments.has(QStringLiteral("dry-run"));
    const auto report = changes::await(
        Importer(*desk->door).carryOut(std::make_shared<const ImportPlan>(std::move(*plan)), dryRun, showProgress));
    if (!report)
        return refuse(report.error());
    sayReport(*report, arguments.json(), *kind == ImportKind::Measurements || *kind == ImportKind::OldOrders);
    const int taken = report->created + report->updated + report->unchanged;
    return taken == 0 && !report->refused.empty() ? Refused : Done; // a script must see that nothing came in
}

} // namespace thimblectl
