// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
// What a person sees for the first time after a start, so this goes before all that warms the process up (its file's
// name is the first of the folder).

#include "tests/bench/window/watched_application.h"
#include "tests/bench/window/window_shop.h"

namespace {

using namespace thimblely;
using namespace thimblely::bench;

void tell(const std::string &what)
{
    auto &application = WatchedApplication::instance();
    const std::string which = application.longest();
    const double longest = application.stopWatching().percentile(100) / 1000;
    report({what + ", longest event", "ms", longest, 0, longest, 16});
    const double work = application.mostWork() / 1000;
    report({"  the most processor time of one", "ms", work, 0, work, 0});
    std::fprintf(stderr, "%s: the longest event was %s\n", what.c_str(), which.c_str());
}

//! From the first figure of the PIN until the first screen stands there and the loop has nothing left to do.
void toFirstScreen(benchmark::State &state)
{
    WindowShop &shop = WindowShop::instance();
    shop.opened();
    untilIdle();
    for (auto _ : state) {
        WatchedApplication::instance().startWatching();
        shop.program();
        untilIdle();
        tell("from the faces to the first screen");
    }
}

void screen(benchmark::State &state, const std::string &what, const std::function<void(ui::MainWindow &)> &show)
{
    ui::MainWindow &window = WindowShop::instance().program().window();
    for (auto _ : state) {
        WatchedApplication::instance().startWatching();
        // As a row of the navigation or a key does: in an event of its own.
        QTimer::singleShot(0, &window, [&] { show(window); });
        untilIdle();
        tell(what);
    }
}

using Screen = ui::MainWindow::Screen;
BENCHMARK(toFirstScreen)->Iterations(1)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(screen, pickUp, "pick up for the first time", [](ui::MainWindow &window) { window.startPickUp(); })
    ->Iterations(1)
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(screen, clients, "clients for the first time",
                  [](ui::MainWindow &window) { window.show(Screen::Clients); })
    ->Iterations(1)
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(screen, money, "money for the first time", [](ui::MainWindow &window) { window.show(Screen::Money); })
    ->Iterations(1)
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(screen, measuring, "measuring for the first time",
                  [](ui::MainWindow &window) { window.show(Screen::Measuring); })
    ->Iterations(1)
    ->Unit(benchmark::kMillisecond);

} // namespace
