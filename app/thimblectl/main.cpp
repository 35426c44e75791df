// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "app/thimblectl/arguments.h"
#include "app/thimblectl/verbs.h"

#include <QCoreApplication>

#include <cstdio>
#include <sys/stat.h>

namespace {

struct Verb {
    const char *name;
    const char *summary;
    int (*run)(const QStringList &arguments);
};

constexpr Verb verbs[] = {
    {"init", "a new file with its owner and workspace", thimblectl::runInit},
    {"demo", "a new file full of plausible life", thimblectl::runDemo},
    {"import", "clients or measurements from files of other programs; a shop from an export of everything",
     thimblectl::runImport},
    {"export", "clients or measurements to files for other programs; all that is held on one client; everything",
     thimblectl::runExport},
    {"erase", "a client for good, who asked for it", thimblectl::runErase},
    {"check-measurements", "which values of a table of bodies are likely slips; needs no file",
     thimblectl::runCheckMeasurements},
    {"sql", "your own SELECT, within what you may see", thimblectl::runSql},
    {"verify", "whether the file is whole and its figures right", thimblectl::runVerify},
    {"backup", "a sealed copy of the file, read back and verified", thimblectl::runBackup},
    {"restore", "a new file from a sealed copy", thimblectl::runRestore},
    {"salvage", "a new file from what can be read of a damaged one", thimblectl::runSalvage},
    {"reset-owner", "a new owner password against a recovery code", thimblectl::runResetOwner},
    {"encrypt", "a shop's files into an encrypted folder", thimblectl::runEncrypt},
};

void showVerbs(FILE *stream)
{
    std::fputs("Usage: thimblectl VERB --db FILE [options]\n\n", stream);
    for (const Verb &verb : verbs)
        std::fprintf(stream, "  %-18s %s\n", verb.name, verb.summary);
    std::fputs("\nthimblectl VERB --help says more. Exit codes: 0 done; 1 refused or failed, the reason is on stderr;\n"
               "2 misused.\n",
               stream);
}

} // namespace

int main(int argc, char *argv[])
{
    umask(S_IRWXG | S_IRWXO); // what is written here is for nobody else of this computer
    const QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("thimblectl"));
    QCoreApplication::setApplicationVersion(QStringLiteral(THIMBLELY_VERSION));
    const QStringList arguments = QCoreApplication::arguments().mid(1);
    const QString first = arguments.value(0);
    if (first == QLatin1String("--help") || first == QLatin1String("help")) {
        showVerbs(stdout);
        return thimblectl::Done;
    }
    if (first == QLatin1String("--version")) {
        std::printf("thimblectl %s\n", THIMBLELY_VERSION);
        return thimblectl::Done;
    }
    for (const Verb &verb : verbs) {
        if (first == QLatin1String(verb.name))
            return verb.run(arguments);
    }
    if (!first.isEmpty())
        std::fprintf(stderr, "There is no verb “%s”.\n", qPrintable(first));
    showVerbs(stderr);
    return thimblectl::Usage;
}
