// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "tests/bench/window/watched_application.h"
#include "tests/bench/window/window_shop.h"
#include "ui/shell/search_popup.h"
#include "ui/shell/search_results.h"
#include "ui/widgets/search_field.h"

#include <QListView>

#include <random>

namespace {

using namespace thimblely;
using namespace thimblely::bench;

constexpr int wordsTyped = 250;

//! Beginnings and middles of names and phone numbers that are there, two to six letters.
QStringList typedWords(const Scale &scale)
{
    std::mt19937 random(20261125);
    const auto below = [&random](int end) { return int(random() % unsigned(end)); };
    QStringList words;
    for (int i = 0; i < wordsTyped; ++i) {
        const int client = below(scale.clientsOf(0));
        const QString word = i % 4 == 0 ? QString::fromStdString(clientPhone(client)).mid(6)
                                        : QString::fromStdString(clientName(client)).section(u' ', i % 2, i % 2);
        const int length = std::min(2 + below(5), int(word.size()));
        words.append(word.mid(below(int(word.size()) - length + 1), length));
    }
    return words;
}

//! Each letter from its key to the list that is painted with what it finds.
void searchField(benchmark::State &state)
{
    WindowShop &shop = WindowShop::instance();
    test::OpenProgram &program = shop.program();
    auto &popup = *program.child<ui::SearchPopup>();
    auto &field = *program.child<ui::SearchField>();
    QWidget &rows = *popup.findChild<QListView *>()->viewport();
    const QStringList words = typedWords(shop.file().scale);
    Samples keys;
    auto &application = WatchedApplication::instance();
    application.startWatching();
    for (auto _ : state) {
        program.press(Qt::Key_K, Qt::ControlModifier);
        for (const QString &word : words) {
            field.clear();
            QString typed;
            for (const QChar letter : word) {
                typed += letter;
                const double time = untilPainted(
                    rows, [&] { QTest::keyClicks(&field, QString(letter)); },
                    [&] { return popup.isVisible() && popup.results().text() == typed; });
                if (time < 0)
                    qFatal("the search was not painted");
                keys.add(time);
            }
        }
        field.clear();
    }
    const Samples events = application.stopWatching();
    state.counters["p50_ms"] = keys.median() / 1000;
    state.counters["p99_ms"] = keys.percentile(99) / 1000;
    state.counters["longest_event_ms"] = events.percentile(100) / 1000;
    state.SetLabel(application.longest());
    report({"search, key to painted, p50", "ms", keys.median() / 1000, 0, keys.median() / 1000, 0});
    const double p99 = keys.percentile(99) / 1000;
    report({"search, key to painted, p99", "ms", p99, 0, p99, 16});
    const double longest = events.percentile(100) / 1000;
    report({"longest event while typing into the search", "ms", longest, 0, longest, 16});
    const double work = application.mostWork() / 1000;
    report({"  the most processor time of one", "ms", work, 0, work, 0});
}

BENCHMARK(searchField)->Iterations(1)->Unit(benchmark::kMillisecond);

} // namespace
