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
template <typename Id>
void markDouble(CalendarWindow &window, std::optional<Id> Occurrence::*whose, int clash)
{
    std::map<Id, std::vector<Occurrence *>> open;
    for (Occurrence &one : window.occurrences) {
        if (!takesTime(one) || !(one.*whose))
            continue;
        auto &busy = open[*(one.*whose)];
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

void markClashes(CalendarWindow &window)
{
    markDouble(window, &Occurrence::staff, SameStaff);
    markDouble(window, &Occurrence::client, SameClient);
    for (Occurrence &one : window.occurrences) {
        if (takesTime(one) && !one.personal && window.holds(one.firstDay) && window.day(one.firstDay).closed)
            one.clashes |= ClosedDay;
    }
}

} // namespace thimblely::calendar
