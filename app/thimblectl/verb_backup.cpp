// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "app/thimblectl/arguments.h"
#include "app/thimblectl/person.h"
#include "app/thimblectl/progress.h"
#include "app/thimblectl/verbs.h"

#include "core/backup/restore.h"
#include "core/storage/migrator.h"

#include <QJsonArray>
#include <QJsonObject>

namespace thimblectl {

using namespace thimblely;

namespace {

const QString codeOption = QStringLiteral("passphrase-fd");

void offerCode(Arguments &arguments, const QString &words)
{
    arguments.option(codeOption, words, QStringLiteral("N"));
}

//! The file is sealed to the code it has; where it has none yet, one is asked for and kept.
Result<void> requireCode(const Arguments &arguments)
{
    TRY_ASSIGN(const bool has, backup::hasBackupCode(arguments.file()));
    if (has && !arguments.has(codeOption))
        return {};
    if (has)
        return Error{ErrorKind::Conflict, "backup.has_code", {}, {}};
    TRY_ASSIGN(const QString code, readSecret(arguments, codeOption, QStringLiteral("A backup code, to be kept: ")));
    return backup::setBackupCode(arguments.file(), code);
}

bool inThousandths(int done)
{
    constexpr int whole = 1000;
    return showProgress(done, whole);
}

QJsonArray toJson(const std::vector<access::ShopFacts> &shops)
{
    QJsonArray list;
    for (const access::ShopFacts &shop : shops)
        list.append(QJsonObject{{QStringLiteral("name"), shop.name},
                                {QStringLiteral("clients"), shop.clients},
                                {QStringLiteral("orders"), shop.orders}});
    return list;
}

QString momentOf(Instant at)
{
    return QDateTime::fromMSecsSinceEpoch(at.msecs(), Qt::UTC).toString(Qt::ISODate);
}

Result<backup::BackupMade> makeOne(const Arguments &arguments, const Clock &clock)
{
    TRY(storage::Migrator(clock).upgrade(arguments.file()));
    TRY(requireCode(arguments));
    const backup::BackupFolder folder(arguments.value(QStringLiteral("out")));
    return backup::makeBackup(arguments.file(), folder, clock, inThousandths);
}

} // namespace

int runBackup(const QStringList &argumentList)
{
    Arguments arguments(
        QStringLiteral("backup"),
        QStringLiteral("Makes a sealed copy in a folder, reads it back and verifies it; lets older ones "
                       "go but for 7 days, 4 weeks and 12 months."),
        Arguments::For::File);
    arguments.option(QStringLiteral("out"), QStringLiteral("The folder or stick."), QStringLiteral("FOLDER"));
    offerCode(arguments, QStringLiteral("Read the code from this open file, where the shop has none yet."));
    if (const auto exitCode = arguments.parse(argumentList))
        return *exitCode;
    if (arguments.value(QStringLiteral("out")).isEmpty())
        return arguments.misused(QStringLiteral("Say where to: --out FOLDER."));
    const SystemClock clock;
    const auto made = makeOne(arguments, clock);
    if (!made)
        return refuse(made.error());
    if (arguments.json()) {
        sayJson(QJsonDocument(QJsonObject{{QStringLiteral("path"), made->path},
                                          {QStringLiteral("made_at"), momentOf(made->madeAt)},
                                          {QStringLiteral("bytes"), made->size},
                                          {QStringLiteral("pictures"), made->pictures},
                                          {QStringLiteral("missing_pictures"), made->missingPictures},
                                          {QStringLiteral("let_go"), made->gone}}));
    } else {
        say(made->path);
    }
    return Done;
}

int runRestore(const QStringList &argumentList)
{
    Arguments arguments(QStringLiteral("restore"),
                        QStringLiteral("Makes a new shop's file from a sealed copy, or only says what is in it."),
                        Arguments::For::NoFile);
    arguments.positional(QStringLiteral("BACKUP"), QStringLiteral("The sealed copy."))
        .option(QStringLiteral("db"), QStringLiteral("The new file; without it nothing is made."),
                QStringLiteral("FILE"));
    offerCode(arguments, QStringLiteral("Read the code from this open file; without it, it is asked for."));
    if (const auto exitCode = arguments.parse(argumentList))
        return *exitCode;
    if (arguments.positionals().size() != 1)
        return arguments.misused(QStringLiteral("Say which one: a file that ends in .thimblebackup."));
    const auto code = readSecret(arguments, codeOption, QStringLiteral("Backup code: "));
    if (!code)
        return refuse(code.error());
    const QString path = arguments.positionals().constFirst();
    const QString newFile = arguments.value(QStringLiteral("db"));
    const SystemClock clock;
    backup::Restored restored;
    if (newFile.isEmpty()) {
        const auto contents = backup::lookInto(path, *code, inThousandths);
        if (!contents)
            return refuse(contents.error());
        restored.contents = *contents;
    } else {
        const auto made = backup::restore(path, *code, newFile, clock, inThousandths);
        if (!made)
            return refuse(made.error());
        restored = *made;
    }
    if (arguments.json()) {
        sayJson(QJsonDocument(QJsonObject{{QStringLiteral("made_at"), momentOf(restored.contents.madeAt)},
                                          {QStringLiteral("bytes"), restored.contents.size},
                                          {QStringLiteral("shops"), toJson(restored.contents.shops)},
                                          {QStringLiteral("pictures"), restored.contents.pictures},
                                          {QStringLiteral("missing_pictures"), restored.missingPictures}}));
        return Done;
    }
    say(QStringLiteral("Made %1").arg(momentOf(restored.contents.madeAt)));
    for (const access::ShopFacts &shop : restored.contents.shops)
        say(QStringLiteral("%1: %2 clients, %3 orders").arg(shop.name).arg(shop.clients).arg(shop.orders));
    if (restored.missingPictures > 0)
        say(QStringLiteral("%1 pictures are missing").arg(restored.missingPictures));
    return Done;
}

} // namespace thimblectl
