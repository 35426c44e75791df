// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "app/thimblectl/arguments.h"
#include "app/thimblectl/new_file.h"
#include "app/thimblectl/person.h"
#include "app/thimblectl/verbs.h"

#include "core/accounts/first_start_service.h"
#include "core/workspaces/countries.h"

#include <QJsonObject>

namespace thimblectl {

using namespace thimblely;

int runInit(const QStringList &argumentList)
{
    Arguments arguments(QStringLiteral("init"), QStringLiteral("Makes a new file with its owner and workspace."),
                        Arguments::For::File);
    arguments.option(QStringLiteral("shop"), QStringLiteral("The shop's name."), QStringLiteral("NAME"))
        .option(QStringLiteral("owner"), QStringLiteral("The owner's e-mail or login name."), QStringLiteral("EMAIL"))
        .option(QStringLiteral("owner-name"), QStringLiteral("The owner's name; default: what the e-mail says."),
                QStringLiteral("NAME"))
        .option(QStringLiteral("country"), QStringLiteral("Two letters, such as NG."), QStringLiteral("CC"))
        .option(QStringLiteral("currency"), QStringLiteral("Three letters; default: the country's."),
                QStringLiteral("CUR"))
        .option(QStringLiteral("time-zone"), QStringLiteral("Such as Africa/Lagos; default: the country's."),
                QStringLiteral("ZONE"))
        .option(QStringLiteral("password-fd"), QStringLiteral("Read the owner's password from this open file."),
                QStringLiteral("N"));
    if (const auto exitCode = arguments.parse(argumentList))
        return *exitCode;
    for (const char *needed : {"shop", "owner", "country"}) {
        if (arguments.value(QLatin1String(needed)).isEmpty())
            return arguments.misused(QStringLiteral("Missing: --%1.").arg(QLatin1String(needed)));
    }
    FirstStartInput input;
    input.shopName = arguments.value(QStringLiteral("shop"));
    input.countryCode = arguments.value(QStringLiteral("country"));
    input.currency = arguments.value(QStringLiteral("currency"));
    input.timeZone = arguments.value(QStringLiteral("time-zone")).toLatin1();
    input.ownerLogin = arguments.value(QStringLiteral("owner"));
    input.ownerName = arguments.value(QStringLiteral("owner-name"));
    if (input.ownerName.isEmpty())
        input.ownerName = input.ownerLogin.section(u'@', 0, 0);
    if (const CountrySuggestion *country = countrySuggestion(input.countryCode)) {
        input.units = country->inches ? UnitSystem::Imperial : UnitSystem::Metric;
        if (input.currency.isEmpty())
            input.currency = country->currency;
    }
    const auto password =
        readSecret(arguments, QStringLiteral("password-fd"), QStringLiteral("A password for the owner: "));
    if (!password)
        return refuse(password.error());
    input.password = *password;
    const SystemClock clock;
    NewFile file(arguments.file()); // before the session and the door, so that they are closed when it is removed
    const auto made = changes::await(FirstStartService::create(arguments.file(), input, clock));
    if (!made)
        return refuse(made.error());
    const auto session = access::Session::open(arguments.file(), *made);
    if (!session)
        return refuse(session.error());
    const auto door = changes::WriteDoor::open(**session, clock);
    if (!door)
        return refuse(door.error());
    const auto profile = WorkspaceService(**session, **door).load();
    if (!profile)
        return refuse(profile.error());
    file.keep();
    if (arguments.json())
        sayJson(QJsonDocument(QJsonObject{{QStringLiteral("file"), arguments.file()},
                                          {QStringLiteral("workspace"), profile->slug},
                                          {QStringLiteral("owner"), input.ownerLogin}}));
    else
        say(QStringLiteral("%1: workspace %2, owner %3.").arg(arguments.file(), profile->slug, input.ownerLogin));
    return Done;
}

} // namespace thimblectl
