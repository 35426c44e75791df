// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "app/thimblectl/demo_load.h"

namespace thimblectl {

using namespace thimblely;

namespace {

constexpr int daysAhead = 40;
constexpr int mostOrders = 8; // fetched on one day; the counter is as narrow as the workroom

} // namespace

DemoLoad::DemoLoad(Date today, QTime now, WorkWeek week, int hands, DemoRandom &random) : m_week(std::move(week))
{
    for (int ahead = 0; ahead < daysAhead; ++ahead) {
        const Date day = today.plusDays(ahead);
        const int minutes = hands * (ahead == 0 ? m_week.minutesAfter(day, now) : m_week.minutes(day));
        const qint64 share = random.oneIn(5) ? 105 : random.between(70, 95);
        m_room.emplace(day, Room{int(minutes * share / 100), mostOrders});
    }
}

Date DemoLoad::open(Date day) const
{
    while (!m_week.isEmpty() && m_week.minutes(day) == 0)
        day = day.plusDays(1);
    return day;
}

std::optional<Date> DemoLoad::take(Date from, Date last, const std::function<int(Date)> &minutesLeft)
{
    for (Date day = from; day <= last; day = day.plusDays(1)) {
        const auto room = m_room.find(day);
        if (room == m_room.end() || room->second.orders == 0)
            continue;
        const int left = minutesLeft(day);
        if (left > room->second.minutes)
            continue;
        room->second.minutes -= left;
        --room->second.orders;
        return day;
    }
    return std::nullopt;
}

} // namespace thimblectl
