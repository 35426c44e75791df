// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "app/thimblectl/arguments.h"
#include "app/thimblectl/person.h"
#include "app/thimblectl/progress.h"
#include "app/thimblectl/verbs.h"

#include "core/archive/archive_reader.h"

#include <QJsonObject>

#include <atomic>
#include <csignal>

namespace thimblectl {

using namespace thimblely;

namespace {

std::atomic<bool> interrupted = false;

//! Ctrl+C stops at the next row and clears what was begun.
bool inThousandths(int done)
{
    constexpr int whole = 1000;
    return !interrupted && showProgress(done, whole);
}

void stopWhenInterrupted()
{
    std::signal(SIGINT, [](int) { interrupted = true; });
    std::signal(SIGTERM, [](int) { interrupted = true; });
}

void sayMade(const archive::ArchiveMade &made, const QString &folder, bool json)
{
    if (json) {
        sayJson(QJsonDocument(QJsonObject{{QStringLiteral("path"), folder},
                                          {QStringLiteral("rows"), made.rows},
                                          {QStringLiteral("pictures"), made.pictures},
                                          {QStringLiteral("missing_pictures"), made.missingPictures},
                                          {QStringLiteral("papers"), made.papers},
                                          {QStringLiteral("papers_left_out"), made.papersLeftOut},
                                          {QStringLiteral("complete"), made.complete}}));
        return;
    }
    say(QStringLiteral("%1 rows, %2 pictures and %3 papers written to %4.")
            .arg(made.rows)
            .arg(made.pictures)
            .arg(made.papers)
            .arg(folder));
    if (made.missingPictures > 0)
        say(QStringLiteral("%1 pictures are missing.").arg(made.missingPictures));
    if (made.papersLeftOut)
        say(QStringLiteral("The papers stay: several shops share their folder."));
    if (!made.complete)
        say(QStringLiteral("Your role withholds some of it; no shop can be made from this again."));
}

void sayBroughtIn(const archive::ArchiveBroughtIn &in, const QString &file, bool json)
{
    if (json) {
        sayJson(QJsonDocument(QJsonObject{{QStringLiteral("path"), file},
                                          {QStringLiteral("rows"), in.rows},
                                          {QStringLiteral("pictures"), in.pictures},
                                          {QStringLiteral("missing_pictures"), in.missingPictures},
                                          {QStringLiteral("papers"), in.papers},
                                          {QStringLiteral("papers_kept"), in.papersKept}}));
        return;
    }
    say(QStringLiteral("%1: %2 rows, %3 pictures and %4 papers, verified.")
            .arg(file)
            .arg(in.rows)
            .arg(in.pictures)
            .arg(in.papers));
    if (in.missingPictures > 0)
        say(QStringLiteral("%1 pictures are missing.").arg(in.missingPictures));
    if (in.papersKept > 0)
        say(QStringLiteral("%1 papers have a name that is taken beside the new file; those stay in the export.")
                .arg(in.papersKept));
}

} // namespace

int runExportAll(const QStringList &argumentList)
{
    Arguments arguments(QStringLiteral("export"),
                        QStringLiteral("Takes everything of a workspace out, to be read by any program."),
                        Arguments::For::Person);
    arguments.positional(QStringLiteral("all"), QStringLiteral("Everything."))
        .option(QStringLiteral("format"), QStringLiteral("jsonl: a folder of JSON Lines with a schema, the default."),
                QStringLiteral("F"))
        .option(QStringLiteral("out"), QStringLiteral("The folder to make; one that is there is left as it is."),
                QStringLiteral("FOLDER"));
    if (const auto exitCode = arguments.parse(argumentList))
        return *exitCode;
    const QString format = arguments.value(QStringLiteral("format"));
    const QString folder = arguments.value(QStringLiteral("out"));
    if (arguments.positionals().size() != 1 || (!format.isEmpty() && format != QLatin1String("jsonl")))
        return arguments.misused(QStringLiteral("Everything is written as --format jsonl."));
    if (folder.isEmpty())
        return arguments.misused(QStringLiteral("Say where to: --out FOLDER."));
    const SystemClock clock;
    const auto person = signIn(arguments, clock);
    if (!person)
        return refuse(person.error());
    stopWhenInterrupted();
    const auto made = archive::writeArchive(arguments.file(), person->principal, folder, inThousandths);
    if (!made)
        return refuse(made.error());
    sayMade(*made, folder, arguments.json());
    return Done;
}

int runImportAll(const QStringList &argumentList)
{
    Arguments arguments(QStringLiteral("import"),
                        QStringLiteral("Makes a new shop's file from a folder that “export all” wrote."),
                        Arguments::For::File);
    arguments.positional(QStringLiteral("all"), QStringLiteral("Everything."))
        .positional(QStringLiteral("FOLDER"), QStringLiteral("The folder."))
        .option(QStringLiteral("password-fd"),
                QStringLiteral("Read the new password of whoever took the export from this open file; without it, it"
                               " is asked for."),
                QStringLiteral("N"));
    if (const auto exitCode = arguments.parse(argumentList))
        return *exitCode;
    if (arguments.positionals().size() != 2)
        return arguments.misused(QStringLiteral("Say which folder."));
    const auto password =
        readSecret(arguments, QStringLiteral("password-fd"), QStringLiteral("A new password for the new file: "));
    if (!password)
        return refuse(password.error());
    stopWhenInterrupted();
    const SystemClock clock;
    const auto in =
        archive::readArchive(arguments.positionals().at(1), arguments.file(), *password, clock, inThousandths);
    if (!in)
        return refuse(in.error());
    sayBroughtIn(*in, arguments.file(), arguments.json());
    return Done;
}

} // namespace thimblectl
