// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/measurements/plausibility.h"
#include "core/measurements/slip_finder.h"
#include "tests/bench/comparison.h"

#include <algorithm>
#include <cmath>
#include <memory>

namespace {

using namespace thimblely;
using namespace thimblely::bench;

std::vector<MeasuredValue> usualMan()
{
    std::vector<MeasuredValue> values;
    for (size_t i = 0; i < bodyFieldCount; ++i) {
        const double centimetres = std::exp(mensFigures().means[i]) / 10;
        values.push_back(MeasuredValue::parse(QString(bodyFieldCodes()[i]), Side::Both,
                                              QString::number(centimetres, 'f', 1), LengthUnit::Centimetre)
                             .value());
    }
    return values;
}

/*!
 * What a keystroke in the measuring screen costs: the fields are typed one after the other by a person of unknown sex,
 * every fourth one wrong, and each is looked at beside those before it. Each person begins with no estimate made, as when
 * the screen was just opened; the models themselves are made with the screen.
 */
void doubtPerKeystroke(benchmark::State &state)
{
    const std::vector<MeasuredValue> man = usualMan();
    constexpr size_t keystrokes = 2000;
    std::vector<std::unique_ptr<Plausibility>> screens(keystrokes / bodyFieldCount + 1);
    std::ranges::generate(screens, [] { return std::make_unique<Plausibility>(); });
    const Plausibility *plausibility = nullptr;
    size_t person = 0;
    std::vector<MeasuredValue> typed;
    size_t doubts = 0;
    measure(state, "a value looked at as it is typed", {{50, 1'000}, {99, 1'000}}, [&] {
        const size_t next = typed.size() % man.size();
        if (next == 0) {
            typed.clear();
            plausibility = screens[person++ % screens.size()].get();
        }
        MeasuredValue value = man[next];
        if (next % 4 == 3)
            value = MeasuredValue::parse(value.code, Side::Both, QString::number(double(value.amount) / 254, 'f', 1),
                                         LengthUnit::Centimetre)
                        .value();
        doubts += plausibility->doubtAbout(value, {}, typed) ? 1 : 0;
        typed.push_back(man[next]);
    });
    state.counters["doubts"] = double(doubts);
}

BENCHMARK(doubtPerKeystroke)->Iterations(2000)->UseManualTime()->Unit(benchmark::kMicrosecond);

} // namespace
