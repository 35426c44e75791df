// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "tests/bench/comparison.h"

#include <algorithm>
#include <chrono>
#include <cstdio>

namespace thimblely::bench {

namespace {

std::vector<Line> &lines()
{
    static std::vector<Line> all;
    return all;
}

std::string named(const std::string &what, double percent)
{
    char text[16];
    std::snprintf(text, sizeof text, ", p%g", percent);
    return what + text;
}

} // namespace

double Samples::percentile(double percent) const
{
    std::vector<double> sorted = m_values;
    std::ranges::sort(sorted);
    return sorted.empty() ? 0 : sorted[std::min(sorted.size() - 1, size_t(double(sorted.size()) * percent / 100))];
}

void report(Line line)
{
    lines().push_back(std::move(line));
}

bool printTable()
{
    bool kept = true;
    std::printf("\n%-46s %10s %10s %-7s %9s %8s\n", "", "bare", "Thimblely", "", "measured", "promised");
    for (const Line &line : lines()) {
        char bare[16] = "";
        if (line.bare > 0)
            std::snprintf(bare, sizeof bare, "%.4g", line.bare);
        char limit[16] = "";
        if (line.limit > 0)
            std::snprintf(limit, sizeof limit, "<= %.4g", line.limit);
        const bool broken = line.limit > 0 && line.value > line.limit;
        kept = kept && !broken;
        std::printf("%-46s %10s %10.4g %-7s %9.3g %8s%s\n", line.what.c_str(), bare, line.ours, line.unit.c_str(),
                    line.value, limit, broken ? "  broken" : "");
    }
    return kept;
}

double timed(const std::function<void()> &work)
{
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double, std::micro>(std::chrono::steady_clock::now() - start).count();
}

void compare(benchmark::State &state, const std::string &what, double limit, const std::function<void()> &bare,
             const std::function<void()> &ours)
{
    Samples bareTimes;
    Samples ourTimes;
    for (int warmUp = 0; warmUp < 3; ++warmUp) {
        bare();
        ours();
    }
    bool bareFirst = false;
    for (auto _ : state) {
        bareFirst = !bareFirst;
        if (bareFirst)
            bareTimes.add(timed(bare));
        const double time = timed(ours);
        ourTimes.add(time);
        if (!bareFirst)
            bareTimes.add(timed(bare));
        state.SetIterationTime(time / 1e6);
    }
    const double ratio = ourTimes.median() / bareTimes.median();
    state.counters["bare_us"] = bareTimes.median();
    state.counters["ours_us"] = ourTimes.median();
    state.counters["ours_p99_us"] = ourTimes.percentile(99);
    state.counters["ratio"] = ratio;
    report({what, "us", ourTimes.median(), bareTimes.median(), ratio, limit});
}

void measure(benchmark::State &state, const std::string &what, const std::vector<Promise> &promises,
             const std::function<void()> &ours, const std::function<void()> &before)
{
    Samples times;
    for (auto _ : state) {
        before();
        const double time = timed(ours);
        times.add(time);
        state.SetIterationTime(time / 1e6);
    }
    state.counters["p50_us"] = times.median();
    state.counters["p99_us"] = times.percentile(99);
    for (const Promise &promise : promises) {
        const double time = times.percentile(promise.percent);
        report({named(what, promise.percent), "us", time, 0, time, promise.limit});
    }
}

} // namespace thimblely::bench
