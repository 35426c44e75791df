// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "app/thimblectl/arguments.h"
#include "app/thimblectl/person.h"
#include "app/thimblectl/verbs.h"

#include "core/accounts/recovery_service.h"
#include "core/changes/write_door.h"
#include "core/storage/migrator.h"

#include <QJsonObject>

namespace thimblectl {

using namespace thimblely;

namespace {

Result<void> reset(const Arguments &arguments)
{
    const SystemClock clock;
    TRY(storage::Migrator(clock).upgrade(arguments.file()));
    TRY_ASSIGN(const QString code,
               readSecret(arguments, QStringLiteral("code-fd"), QStringLiteral("A code of the recovery sheet: ")));
    TRY_ASSIGN(const QString password,
               readSecret(arguments, QStringLiteral("password-fd"), QStringLiteral("The new password: ")));
    RecoveryService recovery(arguments.file(), clock);
    return changes::await(recovery.resetPassword(arguments.value(QStringLiteral("as")), code, password));
}

} // namespace

int runResetOwner(const QStringList &argumentList)
{
    Arguments arguments(QStringLiteral("reset-owner"),
                        QStringLiteral("Gives the owner a new password against a code of the recovery sheet."),
                        Arguments::For::File);
    arguments
        .option(QStringLiteral("as"), QStringLiteral("Whose, where the file has several owners: e-mail or login name."),
                QStringLiteral("EMAIL"))
        .option(QStringLiteral("code-fd"),
                QStringLiteral("Read the code's line from this open file; without it, it is asked for."),
                QStringLiteral("N"))
        .option(QStringLiteral("password-fd"),
                QStringLiteral("Read the new password's line from this open file; without it, it is asked for."),
                QStringLiteral("N"));
    if (const auto exitCode = arguments.parse(argumentList))
        return *exitCode;
    if (const auto done = reset(arguments); !done)
        return refuse(done.error());
    if (arguments.json())
        sayJson(QJsonDocument(QJsonObject{{QStringLiteral("reset"), true}}));
    else
        say(QStringLiteral("The password is changed; the code is used up."));
    return Done;
}

} // namespace thimblectl
