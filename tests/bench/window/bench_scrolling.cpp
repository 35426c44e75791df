// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "tests/bench/window/watched_application.h"
#include "tests/bench/window/window_shop.h"
#include "ui/shell/main_window.h"

#include <QListView>
#include <QWheelEvent>

namespace {

using namespace thimblely;
using namespace thimblely::bench;

constexpr int turns = 300; // of the wheel, and presses of Page Down, at each end

void turnWheel(QListView &list, int notches)
{
    const QPointF middle = list.viewport()->rect().center();
    QWheelEvent turn(middle, list.viewport()->mapToGlobal(middle), {}, {0, -120 * notches}, Qt::NoButton,
                     Qt::NoModifier, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(list.viewport(), &turn);
}

//! One key or turn of the wheel, and the loop until it is painted; what has nowhere to go paints nothing.
void step(QListView &list, const std::function<void()> &act)
{
    untilPainted(
        *list.viewport(), act, [] { return true; }, 60);
}

void scroll(benchmark::State &state, const std::string &what, QListView &list, int rows)
{
    auto &application = WatchedApplication::instance();
    const auto press = [&](Qt::Key key) { step(list, [&] { QTest::keyClick(&list, key); }); };
    list.setFocus(Qt::TabFocusReason);
    application.startWatching();
    for (auto _ : state) {
        for (int i = 0; i < turns; ++i)
            step(list, [&] { turnWheel(list, 1); });
        for (int i = 0; i < turns; ++i)
            press(Qt::Key_PageDown);
        for (int i = 0; i < rows && list.currentIndex().row() < rows - 1; ++i)
            press(Qt::Key_End);
        if (list.model()->rowCount() != rows)
            qFatal("%s ends at %d of %d", what.c_str(), list.model()->rowCount(), rows);
        for (int i = 0; i < turns; ++i)
            press(Qt::Key_PageUp);
        for (int i = 0; i < turns; ++i)
            step(list, [&] { turnWheel(list, -1); });
        press(Qt::Key_Home);
    }
    const Samples events = application.stopWatching();
    const double longest = events.percentile(100) / 1000;
    const double p99 = events.percentile(99) / 1000;
    state.counters["events"] = double(events.count());
    state.counters["p99_ms"] = p99;
    state.counters["longest_ms"] = longest;
    state.SetLabel(application.longest());
    report({what + ", p99 of events", "ms", p99, 0, p99, 0});
    report({what + ", longest event", "ms", longest, 0, longest, 16});
    const double work = application.mostWork() / 1000;
    report({"  the most processor time of one", "ms", work, 0, work, 0});
}

void openOrders(benchmark::State &state)
{
    WindowShop &shop = WindowShop::instance();
    shop.program().window().startPickUp();
    scroll(state, "scrolling open orders", shop.list(QStringLiteral("Open orders by promise")),
           shop.file().scale.ordersOf(0));
}

void clients(benchmark::State &state)
{
    WindowShop &shop = WindowShop::instance();
    shop.program().window().show(ui::MainWindow::Screen::Clients);
    scroll(state, "scrolling clients", shop.list(QStringLiteral("Clients")), shop.file().scale.clientsOf(0));
}

BENCHMARK(openOrders)->Iterations(1)->Unit(benchmark::kMillisecond);
BENCHMARK(clients)->Iterations(1)->Unit(benchmark::kMillisecond);

} // namespace
