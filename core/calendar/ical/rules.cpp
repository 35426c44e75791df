// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/calendar/ical/ical.h"

#include <libical/ical.h>

#include <QDateTime>

#include <algorithm>
#include <memory>

namespace thimblely::calendar::ical {

namespace {

struct FreeIterator {
    void operator()(icalrecur_iterator *iterator) const { icalrecur_iterator_free(iterator); }
};
using Iterator = std::unique_ptr<icalrecur_iterator, FreeIterator>;

constexpr qsizetype longestRule = 1000; // of characters: nobody says more about when they come again
constexpr int lastYear = 2200;          // libical looks no further for a day that never comes

icaltimetype toIcal(WallTime wall)
{
    icaltimetype time = icaltime_null_time();
    const QDate date = wall.date();
    const QTime clock = wall.time();
    time.year = date.year();
    time.month = date.month();
    time.day = date.day();
    time.hour = clock.hour();
    time.minute = clock.minute();
    time.second = clock.second();
    return time;
}

WallTime fromIcal(const icaltimetype &time)
{
    return WallTime::of(QDate(time.year, time.month, time.day),
                        time.is_date ? QTime(0, 0) : QTime(time.hour, time.minute, time.second));
}

//! None where it is no rule of ours. A calendar of another people's (RSCALE) is none.
std::optional<icalrecurrencetype> parsed(const QString &text)
{
    if (text.isEmpty() || text.size() > longestRule || text.contains(QLatin1String("RSCALE"), Qt::CaseInsensitive))
        return std::nullopt;
    icalerror_set_errors_are_fatal(0);
    const QByteArray utf8 = text.toUtf8();
    icalrecurrencetype rule = icalrecurrencetype_from_string(utf8.constData());
    const bool daily = rule.freq == ICAL_DAILY_RECURRENCE || rule.freq == ICAL_WEEKLY_RECURRENCE ||
                       rule.freq == ICAL_MONTHLY_RECURRENCE || rule.freq == ICAL_YEARLY_RECURRENCE;
    const bool within = rule.by_hour[0] != ICAL_RECURRENCE_ARRAY_MAX ||
                        rule.by_minute[0] != ICAL_RECURRENCE_ARRAY_MAX ||
                        rule.by_second[0] != ICAL_RECURRENCE_ARRAY_MAX;
    if (rule.rscale || !daily || within || rule.interval < 1 || rule.count < 0)
        return std::nullopt;
    return rule;
}

QString textOf(icalrecurrencetype rule)
{
    char *text = icalrecurrencetype_as_string_r(&rule);
    const QString result = QString::fromUtf8(text);
    icalmemory_free_buffer(text);
    return result;
}

template <size_t N>
bool isSet(const short (&list)[N])
{
    return list[0] != ICAL_RECURRENCE_ARRAY_MAX;
}

RuleFacts::Every everyOf(const icalrecurrencetype &rule)
{
    switch (rule.freq) {
    case ICAL_WEEKLY_RECURRENCE:
        return RuleFacts::Every::Week;
    case ICAL_MONTHLY_RECURRENCE:
        return RuleFacts::Every::Month;
    case ICAL_YEARLY_RECURRENCE:
        return RuleFacts::Every::Year;
    default:
        return RuleFacts::Every::Day;
    }
}

/*!
 * Every so many weeks on some weekdays. By hand: where the series does not begin on one of them, libical 3.0.16 leaves out
 * those that its first week still has ("every fourth Sunday" from a Wednesday begins three weeks late).
 */
std::vector<WallTime> expandWeekly(const icalrecurrencetype &rule, WallTime start, WallTime from, WallTime to, int most)
{
    constexpr qint64 oneDay = 86'400;
    const int first = int(rule.week_start) == 1 ? 7 : int(rule.week_start) - 1; // 1 for Monday
    const QDate begins = start.date();
    const QDate week = begins.addDays(-((begins.dayOfWeek() - first + 7) % 7));
    std::vector<qint64> after; // days after the week's first
    for (const short day : rule.by_day) {
        if (day == ICAL_RECURRENCE_ARRAY_MAX)
            break;
        const int weekday = int(icalrecurrencetype_day_day_of_week(day));
        after.push_back(((weekday == 1 ? 7 : weekday - 1) - first + 7) % 7);
    }
    std::sort(after.begin(), after.end());
    const WallTime until = icaltime_is_null_time(rule.until) ? to : fromIcal(rule.until);
    std::vector<WallTime> times;
    WallTime head = WallTime::of(week, start.time());
    if (const qint64 step = 7 * oneDay * rule.interval;
        rule.count == 0 && head < from) // what is not counted is leapt over
        head = head.plusSecs(std::max<qint64>(0, head.secsTo(from) / step - 1) * step);
    for (int counted = 0; head < to && head.date().year() <= lastYear;
         head = head.plusSecs(7 * oneDay * rule.interval)) {
        for (const qint64 days : after) {
            const WallTime time = head.plusSecs(days * oneDay);
            if (time < start)
                continue;
            if (time >= to || time > until || (rule.count > 0 && counted == rule.count) || int(times.size()) == most)
                return times;
            ++counted;
            if (time >= from)
                times.push_back(time);
        }
    }
    return times;
}

bool isWeekly(const icalrecurrencetype &rule)
{
    return rule.freq == ICAL_WEEKLY_RECURRENCE && isSet(rule.by_day) && !isSet(rule.by_month) &&
           !isSet(rule.by_month_day) && !isSet(rule.by_year_day) && !isSet(rule.by_week_no) && !isSet(rule.by_set_pos);
}

} // namespace

std::optional<RuleFacts> readRule(const QString &text)
{
    const auto rule = parsed(text);
    if (!rule)
        return std::nullopt;
    RuleFacts facts;
    facts.text = textOf(*rule);
    facts.every = everyOf(*rule);
    facts.interval = rule->interval;
    if (rule->count > 0)
        facts.count = rule->count;
    if (!icaltime_is_null_time(rule->until))
        facts.until = fromIcal(rule->until);
    facts.isPlain = !isSet(rule->by_month_day) && !isSet(rule->by_year_day) && !isSet(rule->by_week_no) &&
                    !isSet(rule->by_month) && !isSet(rule->by_set_pos);
    for (const short day : rule->by_day) {
        if (day == ICAL_RECURRENCE_ARRAY_MAX)
            break;
        const int weekday = int(icalrecurrencetype_day_day_of_week(day)); // 1 for Sunday
        facts.weekdays.append(weekday == 1 ? 7 : weekday - 1);
        facts.isPlain = facts.isPlain && icalrecurrencetype_day_position(day) == 0;
    }
    facts.isPlain = facts.isPlain && (facts.weekdays.isEmpty() || facts.every == RuleFacts::Every::Week);
    return facts;
}

QString ruleEnding(const QString &text, std::optional<int> count, std::optional<WallTime> until, bool wholeDays)
{
    auto rule = parsed(text);
    if (!rule)
        return text;
    rule->count = count.value_or(0);
    rule->until = icaltime_null_time();
    if (until) {
        rule->until = toIcal(*until);
        rule->until.is_date = wholeDays ? 1 : 0;
    }
    return textOf(*rule);
}

std::vector<WallTime> expand(const QString &text, WallTime start, WallTime from, WallTime to, int most)
{
    std::vector<WallTime> times;
    auto rule = parsed(text);
    if (!rule || start.date().year() > lastYear)
        return times;
    if (rule->until.is_date) { // the whole of that day counts
        rule->until.is_date = 0;
        rule->until.hour = 23;
        rule->until.minute = rule->until.second = 59;
    }
    rule->until.zone = nullptr;
    if (isWeekly(*rule))
        return expandWeekly(*rule, start, from, to, most);
    const Iterator iterator(icalrecur_iterator_new(*rule, toIcal(start)));
    if (!iterator)
        return times;
    // A daily one of ten years ago is not walked through day by day; one that is counted has to be, and where steps are
    // left out libical 3.0 begins to count them anew.
    if (rule->count == 0 && rule->interval == 1 && start < from)
        icalrecur_iterator_set_start(iterator.get(), toIcal(from));
    int walked = 0;
    constexpr int mostWalked = 200'000;
    for (icaltimetype next = icalrecur_iterator_next(iterator.get()); !icaltime_is_null_time(next);
         next = icalrecur_iterator_next(iterator.get())) {
        const WallTime time = fromIcal(next);
        if (time >= to || next.year > lastYear || int(times.size()) == most || ++walked > mostWalked)
            break;
        if (time >= from && time >= start)
            times.push_back(time);
    }
    return times;
}

} // namespace thimblely::calendar::ical
