// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/orders/day_plan.h"

#include "core/orders/work_minutes.h"

#include <algorithm>
#include <cstdlib>
#include <limits>

// What can be promised, reckoned from a plan that was read (day_plan_reader.cpp).

namespace thimblely::orders {

DayPlan::DayPlan(std::vector<PlanDay> days, int overdue, FittingRules fittings)
    : m_days(std::move(days)), m_overdue(overdue), m_fittings(std::move(fittings))
{
    qint64 left = -qint64(overdue);
    std::vector<qint64> leftOn;
    leftOn.reserve(m_days.size());
    for (const PlanDay &day : m_days) {
        left += day.capacity - day.due;
        leftOn.push_back(left);
    }
    qint64 least = std::numeric_limits<qint64>::max();
    for (size_t i = m_days.size(); i-- > 0;) {
        least = std::min(least, leftOn[i]);
        m_days[i].free = int(std::clamp<qint64>(least, 0, std::numeric_limits<int>::max()));
    }
}

const PlanDay *DayPlan::day(Date date) const
{
    if (m_days.empty() || date < m_days.front().date || m_days.back().date < date)
        return nullptr;
    return &m_days[size_t(m_days.front().date.daysTo(date))];
}

Date DayPlan::beginsOn(const PlannedWork &work) const
{
    const Date today = m_days.front().date;
    return work.clothFrom && today < *work.clothFrom ? *work.clothFrom : today;
}

int DayPlan::capacityBetween(Date from, Date to, int PlanDay::*what) const
{
    int minutes = 0;
    for (const PlanDay &day : m_days) {
        if (from <= day.date && day.date <= to)
            minutes += day.*what;
    }
    return minutes;
}

//! Days on which somebody works, after `from` and before `to`.
int DayPlan::openDaysBefore(Date from, Date to) const
{
    return int(std::ranges::count_if(
        m_days, [&](const PlanDay &day) { return day.isOpen() && from < day.date && day.date < to; }));
}

DayLimit DayPlan::limitOf(Date date, const PlannedWork &work) const
{
    const PlanDay *on = day(date);
    if (!on)
        return DayLimit::Beyond;
    if (!on->isOpen())
        return DayLimit::Closed;
    const Date today = m_days.front().date;
    const Date begin = beginsOn(work);
    const bool clothLate = today < begin;
    if (date < begin)
        return DayLimit::Cloth;
    // One fitting at the earliest the day after it was begun, and so on to the promise.
    const auto lacksFittings = [&](Date from) {
        const int needed = work.fittings == 0 ? 0 : (work.fittings - 1) * m_fittings.between + m_fittings.before;
        return work.fittings > 0 && openDaysBefore(from, date) < needed;
    };
    if (lacksFittings(begin))
        return clothLate && !lacksFittings(today) ? DayLimit::Cloth : DayLimit::Fittings;
    const auto lacksHands = [&](Date from) {
        return capacityBetween(from, date, &PlanDay::hand) < work.longest ||
               capacityBetween(from, date, &PlanDay::capacity) < work.minutes;
    };
    // First whether it can be done at all by then, so that an empty shop is not said to be full.
    if (lacksHands(begin))
        return clothLate && !lacksHands(today) ? DayLimit::Cloth : DayLimit::Hand;
    return on->free < work.minutes || (on->isFull() && work.minutes > 0) ? DayLimit::Full : DayLimit::None;
}

std::optional<HonestDay> DayPlan::earliest(const PlannedWork &work) const
{
    DayLimit before = DayLimit::None;
    for (const PlanDay &day : m_days) {
        const DayLimit limit = limitOf(day.date, work);
        if (limit == DayLimit::None)
            return HonestDay{day.date, before};
        if (limit != DayLimit::Closed || before == DayLimit::None)
            before = limit;
    }
    return std::nullopt;
}

std::optional<Date> DayPlan::latestBefore(Date event, const PlannedWork &work) const
{
    for (auto day = m_days.rbegin(); day != m_days.rend(); ++day) {
        if (day->date.plusDays(eventMargin) <= event && limitOf(day->date, work) == DayLimit::None)
            return day->date;
    }
    return std::nullopt;
}

std::vector<Date> DayPlan::fittingDays(Date promised, int count) const
{
    std::vector<Date> days;
    Date date = promised;
    for (int left = count; left > 0; --left) {
        int steps = left == count ? m_fittings.before : m_fittings.between;
        if (steps == 0 && day(date) && !day(date)->isOpen())
            steps = 1;
        while (steps > 0) {
            date = date.plusDays(-1);
            const PlanDay *on = day(date);
            if (!on && date < promised && (m_days.empty() || date < m_days.front().date))
                return days;         // that far back is past
            if (!on || on->isOpen()) // beyond what is planned every day is one
                --steps;
        }
        if (date <= m_days.front().date)
            return days;
        days.insert(days.begin(), date);
    }
    return days;
}

std::vector<Instant> DayPlan::fittingTimes(Date promised, int count, const ShopCalendar &calendar) const
{
    const qint64 length = qint64(m_fittings.minutes) * 60'000;
    std::vector<Instant> times;
    for (const Date date : fittingDays(promised, count)) {
        Instant at = calendar.at(date, m_fittings.at);
        const PlanDay *on = day(date);
        const auto isTaken = [&](Instant start) {
            return on && std::ranges::any_of(on->fittings, [&](Instant other) {
                       return std::abs(other.msecs() - start.msecs()) < length;
                   });
        };
        for (int tries = 0; tries < 12 && isTaken(at); ++tries)
            at = at.plusMsecs(length);
        times.push_back(at);
    }
    return times;
}

std::vector<PlannedFitting> fittingsAt(const OrderDraft &draft, const std::vector<Instant> &visits,
                                       const FittingRules &rules)
{
    size_t most = 0;
    for (const PieceDraft &piece : draft.pieces)
        most = std::max(most, size_t(fittingsOf(piece, rules)));
    std::vector<PlannedFitting> fittings;
    for (size_t i = 0; i < draft.pieces.size(); ++i) {
        size_t count = size_t(fittingsOf(draft.pieces[i], rules));
        const bool made = draft.pieces[i].kind == PieceKind::Make && !draft.pieces[i].charge;
        if (made && count == most) // more visits than usual are for what is tried on most
            count = std::max(count, visits.size());
        count = std::min(count, visits.size());
        for (size_t visit = visits.size() - count; visit < visits.size(); ++visit)
            fittings.push_back({i, int(visit + count - visits.size()) + 1, visits[visit], rules.minutes});
    }
    return fittings;
}

int fittingsOf(const PieceDraft &piece, const FittingRules &rules)
{
    return piece.kind == PieceKind::Make && !piece.charge ? rules.countOf(piece.garmentType) : 0;
}

PlannedWork plannedWork(const OrderDraft &draft, Date today, const FittingRules &rules, int first)
{
    PlannedWork work;
    for (size_t i = size_t(first); i < draft.pieces.size(); ++i) {
        const PieceDraft &piece = draft.pieces[i];
        const int minutes = minutesOf(piece);
        work.minutes += minutes;
        work.longest = std::max(work.longest, minutes);
        if (const int fittings = fittingsOf(piece, rules); fittings > work.fittings) {
            work.fittings = fittings;
            work.fittingPiece = piece.name;
        }
        const auto &cloth = piece.clothOrder;
        if (!cloth || cloth->arrived || !cloth->due || *cloth->due <= today)
            continue;
        if (!work.clothFrom || *work.clothFrom < *cloth->due) {
            work.clothFrom = cloth->due;
            work.clothWhose = cloth->merchant.isEmpty() ? cloth->bunch : cloth->merchant;
            work.clothPiece = piece.name;
        }
    }
    return work;
}

} // namespace thimblely::orders
