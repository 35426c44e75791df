// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "app/thimblectl/demo_load.h"

namespace thimblectl {

using namespace thimblely;

namespace {

constexpr int daysAhead = 40;
constexpr int mostOrders = 12; // fetched on one day; the counter is as narrow as the workroom
constexpr int mostToday = 4;   // what is left to do for them is little, and the days after have room

} // namespace

DemoLoad::DemoLoad(Date today, QTime now, WorkWeek week, int hands, DemoRandom &random) : m_week(std::move(week))
{
    for (int ahead = 0; ahead < daysAhead; ++ahead) {
        const Date day = today.plusDays(ahead);
        const int minutes = hands * (ahead == 0 ? m_week.minutesAfter(day, now) : m_week.minutes(day));
        const qint64 share = random.oneIn(5) ? 105 : random.between(70, 95);
        const int most = int(minutes * share / 100);
        m_room.emplace(day, Room{most, most - minutes * 6 / 10, minutes / 5, ahead == 0 ? mostToday : mostOrders});
    }
}

Date DemoLoad::open(Date day) const
{
    while (!m_week.isEmpty() && m_week.minutes(day) == 0)
        day = day.plusDays(1);
    return day;
}

Date DemoLoad::take(Date from, Date last, const std::function<int(Date)> &minutesLeft)
{
    auto chosen = m_room.end();
    for (auto room = m_room.lower_bound(from); room != m_room.end() && room->first <= last; ++room) {
        if (m_week.minutes(room->first) == 0)
            continue;
        const bool fits = room->second.fits(minutesLeft(room->first));
        if (fits || chosen == m_room.end() || room->second.minutes > chosen->second.minutes)
            chosen = room;
        if (fits)
            break;
    }
    if (chosen == m_room.end())
        return open(from);
    chosen->second.minutes -= minutesLeft(chosen->first);
    --chosen->second.orders;
    return chosen->first;
}

} // namespace thimblectl
