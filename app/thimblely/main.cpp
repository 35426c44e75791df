// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
// The desktop program: reads the command line, and shows the window. What it shows is ui/shell/program.h's.

#include "core/base/clock.h"
#include "ui/shell/program.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QSocketNotifier>
#include <QStandardPaths>

#include <csignal>
#include <unistd.h>

namespace {

int quitPipe[2];

//! Ends the event loop when the session ends or somebody asks, so that the file is closed as by hand.
void quitOnSignals()
{
    if (pipe(quitPipe) != 0)
        return;
    for (const int number : {SIGTERM, SIGINT, SIGHUP}) {
        // All that may be done in a handler: one byte to the event loop.
        std::signal(number, [](int) { [[maybe_unused]] const auto written = write(quitPipe[1], "q", 1); });
    }
    auto *asked = new QSocketNotifier(quitPipe[0], QSocketNotifier::Read, qApp);
    QObject::connect(asked, &QSocketNotifier::activated, qApp, &QApplication::closeAllWindows);
    QObject::connect(asked, &QSocketNotifier::activated, qApp, &QCoreApplication::quit, Qt::QueuedConnection);
}

} // namespace

int main(int argc, char *argv[])
{
    using namespace thimblely;
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("Thimblely"));
    QApplication::setOrganizationName(QStringLiteral("Thimblely"));
    QApplication::setApplicationVersion(QStringLiteral(THIMBLELY_VERSION));

    QCommandLineParser parser;
    parser.setApplicationDescription(QCoreApplication::translate("main", "The program of a tailoring shop."));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption file(QStringLiteral("file"),
                                  QCoreApplication::translate("main", "The shop's file; made where there is none."),
                                  QStringLiteral("path"));
    parser.addOption(file);
    parser.process(application);

    ui::Theme::instance().install();
    const QString standard = QDir(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation))
                                 .filePath(QStringLiteral("shop.thimblely"));
    const SystemClock clock;
    ui::Program program(parser.isSet(file) ? QFileInfo(parser.value(file)).absoluteFilePath() : standard, clock);
    program.show();
    program.start();
    quitOnSignals();
    return QApplication::exec();
}
