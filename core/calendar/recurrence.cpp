// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/calendar/recurrence.h"

#include "core/base/log.h"
#include "core/calendar/ical/ical.h"

#include <QCoreApplication>
#include <QLibrary>

#include <algorithm>
#include <limits>

namespace thimblely::calendar {

namespace {

//! Beside the program, built or installed.
const Ical *load()
{
    QLibrary library(QCoreApplication::applicationDirPath() + QStringLiteral("/" THIMBLELY_MODULES "/thimblely_ical"));
    const auto give = reinterpret_cast<const Ical *(*)()>(library.resolve(icalName));
    if (give)
        return give();
    qCCritical(lcExchange, "calendars are not understood: %ls", qUtf16Printable(library.errorString()));
    return nullptr;
}

const Ical *module()
{
    static const Ical *loaded = load();
    return loaded;
}

constexpr WallTime ever(std::numeric_limits<qint64>::max() / 4);

} // namespace

std::optional<RuleFacts> readRule(const QString &text)
{
    return module() ? module()->readRule(text) : std::nullopt;
}

QString ruleEnding(const QString &rule, std::optional<int> count, std::optional<WallTime> until, bool wholeDays)
{
    return module() ? module()->ruleEnding(rule, count, until, wholeDays) : rule;
}

std::vector<WallTime> expandRule(const QString &rule, WallTime start, WallTime from, WallTime to, int most)
{
    std::vector<WallTime> times;
    if (module() && !rule.isEmpty())
        times = module()->expand(rule, start, from, to, most);
    if (from <= start && start < to && (times.empty() || times.front() != start))
        times.insert(times.begin(), start);
    return times;
}

std::optional<WallTime> lastOf(const QString &rule, WallTime start)
{
    const auto facts = readRule(rule);
    if (!facts)
        return start;
    if (!facts->count && !facts->until)
        return std::nullopt;
    constexpr int mostCounted = 100'000; // an appointment a day for 270 years
    const auto times = expandRule(rule, start, start, ever, mostCounted);
    return times.empty() ? start : std::max(start, times.back());
}

IcsFile readIcs(const QByteArray &bytes)
{
    if (module())
        return module()->readIcs(bytes);
    IcsFile nothing;
    nothing.problem = IcsProblem{0, "ics.no_reader"};
    return nothing;
}

QByteArray writeIcs(const std::vector<IcsEvent> &events, WallTime stampedUtc)
{
    return module() ? module()->writeIcs(events, stampedUtc) : QByteArray();
}

} // namespace thimblely::calendar
