// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/backup/retention.h"

#include <algorithm>
#include <functional>
#include <numeric>
#include <optional>

namespace thimblely::backup {

namespace {

constexpr int daysOfAWeek = 7;
constexpr int monthsOfAYear = 12;

//! Numbered without a gap, so that how many lie between two is their difference.
qint64 weekOf(Date day)
{
    return day.toQDate().toJulianDay() / daysOfAWeek; // Julian day 0 was a Monday
}

qint64 monthOf(Date day)
{
    return qint64(day.toQDate().year()) * monthsOfAYear + day.toQDate().month() - 1;
}

} // namespace

std::vector<bool> keptOf(const std::vector<Date> &madeOn, Date today, const Retention &retention)
{
    std::vector<size_t> newestFirst(madeOn.size());
    std::iota(newestFirst.begin(), newestFirst.end(), size_t(0));
    std::ranges::stable_sort(newestFirst, [&](size_t a, size_t b) { return madeOn[b] < madeOn[a]; });
    std::vector<bool> kept(madeOn.size());
    const auto keepNewestOf = [&](const std::function<qint64(Date)> &periodOf, int periods) {
        std::optional<qint64> last;
        for (const size_t each : newestFirst) {
            if (madeOn[each] >= today)
                continue; // those stay anyway
            const qint64 period = periodOf(madeOn[each]);
            if (last != period && periodOf(today) - period < periods)
                kept[each] = true;
            last = period;
        }
    };
    keepNewestOf([](Date day) { return day.toQDate().toJulianDay(); }, retention.days);
    keepNewestOf(weekOf, retention.weeks);
    keepNewestOf(monthOf, retention.months);
    for (size_t each = 0; each < madeOn.size(); ++each)
        kept[each] = kept[each] || madeOn[each] >= today;
    return kept;
}

} // namespace thimblely::backup
