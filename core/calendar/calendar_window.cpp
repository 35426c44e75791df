// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/calendar/calendar_window.h"

#include <algorithm>
#include <map>

namespace thimblely::calendar {

namespace {

//! Somebody has to be there for it; a deadline or a note to oneself takes nobody's time.
bool takesTime(const Occurrence &one)
{
    return one.status == EventStatus::Scheduled && !one.allDay && one.startsAt < one.endsAt &&
           one.kind != EventKind::Deadline && one.kind != EventKind::Reminder;
}

//! Of `ids`, by their start: each that begins before an earlier one of the same hands is over, and that earlier one.
template <typename Id, typename Whose>
void markDouble(CalendarWindow &window, Whose whose, int clash)
{
    std::map<Id, std::vector<Occurrence *>> open;
    for (Occurrence &one : window.occurrences) {
        const std::optional<Id> of = whose(one);
        if (!takesTime(one) || !of)
            continue;
        auto &busy = open[*of];
        std::erase_if(busy, [&](const Occurrence *other) { return other->endsAt <= one.startsAt; });
        for (Occurrence *other : busy)
            other->clashes |= clash;
        if (!busy.empty())
            one.clashes |= clash;
        busy.push_back(&one);
    }
}

} // namespace

int CalendarWindow::fittingsOn(Date date) const
{
    return int(std::ranges::count_if(occurrences, [date](const Occurrence &one) {
        return one.kind == EventKind::Fitting && one.status == EventStatus::Scheduled && !one.personal &&
               one.firstDay == date;
    }));
}

int CalendarWindow::dueOn(Date date) const
{
    return int(std::ranges::count_if(
        due, [date](const orders::DueOrder &order) { return order.date == date && !order.ready; }));
}

void markClashes(CalendarWindow &window, PersonId self)
{
    const auto hands = [self](const Occurrence &one) { return one.personal ? std::optional(self) : one.staff; };
    markDouble<PersonId>(window, hands, SameStaff);
    markDouble<ClientId>(
        window, [](const Occurrence &one) { return one.client; }, SameClient);
    for (Occurrence &one : window.occurrences) {
        if (takesTime(one) && !one.personal && window.holds(one.firstDay) && window.day(one.firstDay).closed)
            one.clashes |= ClosedDay;
    }
}

} // namespace thimblely::calendar
