// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "app/thimblectl/arguments.h"
#include "app/thimblectl/demo_market.h"
#include "app/thimblectl/demo_shop.h"
#include "app/thimblectl/new_file.h"
#include "app/thimblectl/progress.h"
#include "app/thimblectl/verbs.h"

#include "core/base/clock.h"

#include <QDate>
#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>
#include <QTimeZone>

namespace thimblectl {

using namespace thimblely;

namespace {

struct DemoOptions {
    qint64 seed;
    Date today;
    std::optional<Instant> latest; //!< nothing has happened later
    qint64 workspaces;
    qint64 clients;
    qint64 orders;
};

//! The story begins before its first order, so that nobody is booked before they are known.
Instant beginning(Date today)
{
    return Instant(QDateTime(today.plusDays(-75).toQDate(), QTime(8, 0), QTimeZone::utc()).toMSecsSinceEpoch());
}

//! Part `number` of `total` dealt out as evenly as it goes.
int shareOf(qint64 total, qint64 parts, qint64 number)
{
    return int(total / parts + (number < total % parts ? 1 : 0));
}

Result<std::vector<DemoPerson>> makeDemo(const QString &path, const DemoOptions &options)
{
    std::vector<DemoPerson> people;
    id_detail::useSeed(quint64(options.seed));
    DemoRandom random{quint64(options.seed)};
    DemoClock clock(beginning(options.today));
    TRY_ASSIGN(const access::Principal owner, makeDemoFile(path, clock, people));
    std::vector<access::Principal> principals = {owner};
    for (int number = 1; number < options.workspaces; ++number) {
        TRY_ASSIGN(const access::Principal further, makeDemoWorkspace(path, number, owner, clock, people));
        principals.push_back(further);
    }
    for (qint64 number = 0; number < options.workspaces; ++number) {
        // Each shop's story is told from its beginning, whatever time the one before has come to.
        DemoClock shopClock(beginning(options.today));
        TRY_ASSIGN(DemoShop shop, openDemoShop(path, principals[size_t(number)], shopClock));
        if (number == 0)
            TRY(addDemoStaff(shop, people));
        const DemoPlan plan{options.today, options.latest, shareOf(options.clients, options.workspaces, number),
                            shareOf(options.orders, options.workspaces, number),
                            [&options, number](qint64 done, qint64 total) {
                                constexpr qint64 fine = 1000; // parts of a shop
                                showProgress(number * fine + done * fine / total, options.workspaces * fine);
                            }};
        TRY(addDemoClients(shop, plan, random));
        TRY(addDemoOrders(shop, plan, random, shopClock));
        TRY(addDemoDay(shop, plan, random, shopClock));
        TRY(addDemoMessages(shop));
        TRY(addDemoMarket(shop));
    }
    return people;
}

QJsonDocument toJson(const std::vector<DemoPerson> &people)
{
    QJsonArray array;
    for (const DemoPerson &person : people)
        array.append(QJsonObject{{QStringLiteral("name"), person.name},
                                 {QStringLiteral("email"), person.login},
                                 {QStringLiteral("password"), person.password},
                                 {QStringLiteral("pin"), person.pin},
                                 {QStringLiteral("role"), person.role},
                                 {QStringLiteral("workspace"), person.workspace}});
    return QJsonDocument(QJsonObject{{QStringLiteral("people"), array}});
}

//! Nothing where an option is no number or day.
std::optional<DemoOptions> optionsOf(const Arguments &arguments)
{
    // A day that was asked for is told until its noon, so that it is the same whenever it is; this one until now.
    const bool asked = arguments.has(QStringLiteral("today"));
    const Instant now = SystemClock().now();
    const auto today = asked ? Date::parse(arguments.value(QStringLiteral("today")))
                             : Date::fromQDate(QDateTime::fromMSecsSinceEpoch(now.msecs()).date());
    const auto seed = arguments.number(QStringLiteral("seed"), 1);
    const auto workspaces = arguments.number(QStringLiteral("workspaces"), 1);
    const auto clients = arguments.number(QStringLiteral("clients"), 60);
    const auto orders = arguments.number(QStringLiteral("orders"), 90);
    if (!today || !seed || !workspaces || !clients || !orders || *workspaces < 1 || *workspaces > 1000 ||
        *clients < 0 || *orders < 0)
        return {};
    return DemoOptions{*seed, *today, asked ? std::nullopt : std::optional(now), *workspaces, *clients, *orders};
}

} // namespace

int runDemo(const QStringList &argumentList)
{
    Arguments arguments(QStringLiteral("demo"),
                        QStringLiteral("Makes a new file full of plausible life; the same seed and day give the same "
                                       "rows. Prints who can sign in."),
                        Arguments::For::File);
    arguments.option(QStringLiteral("seed"), QStringLiteral("A whole number; default 1."), QStringLiteral("N"))
        .option(QStringLiteral("today"), QStringLiteral("The day the shop is shown on, YYYY-MM-DD."),
                QStringLiteral("DATE"))
        .option(QStringLiteral("workspaces"), QStringLiteral("How many shops; default 1."), QStringLiteral("N"))
        .option(QStringLiteral("clients"), QStringLiteral("How many clients, over all shops; default 60."),
                QStringLiteral("N"))
        .option(QStringLiteral("orders"), QStringLiteral("How many orders, over all shops; default 90."),
                QStringLiteral("N"));
    if (const auto exitCode = arguments.parse(argumentList))
        return *exitCode;
    const auto options = optionsOf(arguments);
    if (!options)
        return arguments.misused(QStringLiteral("A number or day of the options cannot be read."));
    NewFile file(arguments.file());
    const auto people = makeDemo(arguments.file(), *options);
    if (!people)
        return refuse(people.error());
    file.keep();
    if (arguments.json()) {
        sayJson(toJson(*people));
        return Done;
    }
    for (const DemoPerson &person : *people)
        say(QStringLiteral("%1 (%2, %3): %4, password \"%5\", PIN %6")
                .arg(person.name, person.role, person.workspace, person.login, person.password, person.pin));
    return Done;
}

} // namespace thimblectl
