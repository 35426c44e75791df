// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include <benchmark/benchmark.h>

#include <functional>
#include <string>
#include <vector>

namespace thimblely::bench {

//! Measured times, in microseconds.
class Samples {
public:
    void add(double microseconds) { m_values.push_back(microseconds); }
    size_t count() const { return m_values.size(); }
    double least() const { return percentile(0); }
    double median() const { return percentile(50); }
    double percentile(double percent) const;

private:
    std::vector<double> m_values;
};

//! One line of the table at the end: what was promised, and what came of it.
struct Line {
    std::string what;
    std::string unit;
    double ours = 0;
    double bare = 0;  //!< 0: nothing to compare with
    double value = 0; //!< what the promise is about: a ratio, or `ours` itself
    double limit = 0; //!< 0: shown, not promised
};
void report(Line line);
//! The lines so far as a table; true where every promise was kept.
bool printTable();

//! How long one call takes, in microseconds.
double timed(const std::function<void()> &work);

/*!
 * Runs both in turn within the same moments of a noisy machine, which of the two goes first changing each time; an
 * iteration of the benchmark is one call of `ours`. The ratio is that of the medians; it goes into the table against
 * `limit`, and with both medians and the 99th percentile into the counters of the JSON.
 */
void compare(benchmark::State &state, const std::string &what, double limit, const std::function<void()> &bare,
             const std::function<void()> &ours);

//! Only ours: the `percent` percentile against `limit` microseconds.
struct Promise {
    double percent;
    double limit;
};
//! `before` runs ahead of each call, unmeasured.
void measure(
    benchmark::State &state, const std::string &what, const std::vector<Promise> &promises,
    const std::function<void()> &ours, const std::function<void()> &before = [] {});

} // namespace thimblely::bench
