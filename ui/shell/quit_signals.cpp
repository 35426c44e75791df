// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/shell/quit_signals.h"

#include <QApplication>
#include <QSocketNotifier>

#include <csignal>
#include <unistd.h>

namespace thimblely::ui {

namespace {

int quitPipe[2];

} // namespace

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

} // namespace thimblely::ui
