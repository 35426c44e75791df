// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/accounts/password_hash.h"
#include "tests/bench/comparison.h"
#include "tests/bench/window/real_program.h"
#include "tests/bench/window/window_shop.h"

#include <QThread>

namespace {

using namespace thimblely;
using namespace thimblely::bench;

constexpr int starts = 15;

std::unique_ptr<RealProgram> startThimblely()
{
    const FilledFile &file = WindowShop::instance().file();
    return std::make_unique<RealProgram>(built(QStringLiteral("thimblely")),
                                         QStringList{QStringLiteral("--file"), file.path()}, file.folder());
}

//! From exec to a painted window that takes keys, both programs in turn.
void start(benchmark::State &state)
{
    const QString folder = WindowShop::instance().file().folder();
    Samples bare;
    Samples ours;
    for (auto _ : state) {
        std::unique_ptr<RealProgram> program;
        bare.add(timed([&] {
            program =
                std::make_unique<RealProgram>(built(QStringLiteral("thimblely_empty_window")), QStringList(), folder);
            program->waitFor("the empty window is painted and takes keys");
        }));
        program.reset();
        ours.add(timed([&] {
            program = startThimblely();
            program->waitFor("sign-in is painted and takes keys");
        }));
    }
    const double ratio = ours.median() / bare.median();
    state.counters["ratio"] = ratio;
    report(
        {"exec to a painted sign-in (bare: QMainWindow)", "ms", ours.median() / 1000, bare.median() / 1000, ratio, 2});
    report({"the same, least of each", "ms", ours.least() / 1000, bare.least() / 1000, ours.least() / bare.least(), 2});
}

//! What a person waits for after Enter, without the time that the PIN's hash takes by intent.
void signIn(benchmark::State &state)
{
    const QByteArray hash = valueOf(hashSecret(QLatin1String(WindowShop::pin)));
    Samples beyond;
    for (auto _ : state) {
        const auto program = startThimblely();
        program->waitFor("sign-in is painted and takes keys");
        program->focus();
        program->type(QLatin1String(WindowShop::pin));
        const double hashing = timed([&] { verifySecret(hash, QLatin1String(WindowShop::pin)); });
        const double waited = timed([&] {
            program->press({QStringLiteral("Return")});
            program->waitFor("first screen is painted and takes keys");
        });
        beyond.add(waited - hashing);
    }
    report({"right PIN to the first screen, without the hash", "ms", beyond.median() / 1000, 0, beyond.median() / 1000,
            300});
}

//! After each screen was opened once, by keys.
void memory(benchmark::State &state)
{
    for (auto _ : state) {
        const auto program = startThimblely();
        program->waitFor("sign-in is painted and takes keys");
        const double atSignIn = program->residentMiB();
        program->focus();
        program->type(QLatin1String(WindowShop::pin));
        program->press({QStringLiteral("Return")});
        program->waitFor("first screen is painted and takes keys");
        const double atFirst = program->residentMiB();
        // A client by the search (the card), measuring, back to the card, the counter for the client, pick up, its first
        // order, the list of keys.
        program->press({QStringLiteral("ctrl+k")});
        program->type(QStringLiteral("amina"));
        for (const QStringList &keys :
             {QStringList{QStringLiteral("Return")}, QStringList{QStringLiteral("F4")},
              QStringList{QStringLiteral("Escape")}, QStringList{QStringLiteral("F2")},
              QStringList{QStringLiteral("F6")}, QStringList{QStringLiteral("Tab"), QStringLiteral("Return")},
              QStringList{QStringLiteral("F1")}}) {
            program->press(keys);
            QThread::msleep(500);
        }
        const double afterAll = program->residentMiB();
        state.counters["sign_in_mib"] = atSignIn;
        state.counters["first_screen_mib"] = atFirst;
        report({"resident memory at the sign-in", "MiB", atSignIn, 0, atSignIn, 0});
        report({"resident memory after every screen", "MiB", afterAll, 0, afterAll, 90});
    }
}

BENCHMARK(start)->Iterations(starts)->Unit(benchmark::kMillisecond);
BENCHMARK(signIn)->Iterations(5)->Unit(benchmark::kMillisecond);
BENCHMARK(memory)->Iterations(1)->Unit(benchmark::kMillisecond);

} // namespace
