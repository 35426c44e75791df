// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
// The desktop program: reads the command line, and shows the window. What it shows is ui/shell/program.h's.

#include "core/accounts/device_key.h"
#include "core/accounts/keychain_store.h"
#include "core/base/clock.h"
#include "core/base/crash_report.h"
#include "core/base/log_files.h"
#include "core/base/state_folder.h"
#include "resources/init_resources.h"
#include "ui/shell/program.h"
#include "ui/shell/quit_signals.h"
#include "ui/theme/system_fonts.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QStandardPaths>
#include <QThread>

#include <sys/stat.h>

int main(int argc, char *argv[])
{
    using namespace thimblely;
    umask(S_IRWXG | S_IRWXO); // what is written here is for nobody else of this computer
    QThread::currentThread(); // Qt takes the first thread that asks for the main one, and its window gets no keys else
    ui::beginReadingSystemFonts();
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("Thimblely"));
    QApplication::setOrganizationName(QStringLiteral("Thimblely"));
    QApplication::setApplicationVersion(QStringLiteral(THIMBLELY_VERSION));
    LogFiles::install(stateFolder());
    CrashReport::install(stateFolder(), THIMBLELY_VERSION);

    QCommandLineParser parser;
    parser.setApplicationDescription(QCoreApplication::translate("main", "The program of a tailoring shop."));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption file(QStringLiteral("file"),
                                  QCoreApplication::translate("main", "The shop's file; made where there is none."),
                                  QStringLiteral("path"));
    parser.addOption(file);
    parser.addPositionalArgument(QStringLiteral("file"),
                                 QCoreApplication::translate("main", "The same, without the option."),
                                 QStringLiteral("[file]"));
    parser.process(application);

    const QString standard = QDir(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation))
                                 .filePath(QStringLiteral("shop.thimblely"));
    const QString asked = parser.isSet(file) ? parser.value(file) : parser.positionalArguments().value(0);
    const QString path = asked.isEmpty() ? ui::Program::rememberedFile(standard) : QFileInfo(asked).absoluteFilePath();
    installTexts();
    ui::Theme::instance().install();
    DeviceKeys::ofThisComputer().use(std::make_shared<KeychainStore>());
    const SystemClock clock;
    ui::Program program(path, clock);
    program.show();
    program.start();
    ui::quitOnSignals();
    const int code = QApplication::exec();
    DeviceKeys::ofThisComputer().use({});
    return code;
}
