// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/finance/plan_service.h"
#include "core/finance/reports.h"

#include <algorithm>
#include <array>

namespace thimblely::finance {

namespace {

//! `amount` × part / whole, rounded, without a step that overflows.
Money proportion(const Money &amount, int part, int whole)
{
    const qint64 quotient = amount.minor() / whole;
    const qint64 rest = amount.minor() % whole;
    return Money(quotient * part + (rest * part + whole / 2) / whole, amount.currency());
}

} // namespace

Money GoalProgress::expected() const
{
    return proportion(target, std::clamp(daysOver, 0, days), days);
}

Money GoalProgress::forecast() const
{
    if (daysOver <= 0 || daysOver >= days)
        return reached;
    constexpr qint64 most = std::numeric_limits<qint64>::max() / 400'000; // days of a thousand years
    return reached.minor() > most ? reached : proportion(reached, days, daysOver);
}

int GoalProgress::percent() const
{
    constexpr int most = 999;
    if (target.minor() <= 0 || reached.minor() <= 0)
        return 0;
    if (reached.minor() / target.minor() >= 10)
        return most;
    const qint64 whole = reached.minor() / target.minor();
    const qint64 rest = reached.minor() % target.minor();
    constexpr qint64 large = std::numeric_limits<qint64>::max() / 100;
    const qint64 hundredths = rest > large ? rest / (target.minor() / 100) : rest * 100 / target.minor();
    return int(std::min<qint64>(whole * 100 + hundredths, most));
}

GoalProgress periodOf(const GoalDraft &goal, Date today)
{
    const Date day = std::clamp(today, goal.starts, goal.deadline);
    Date from = goal.starts;
    Date until = goal.deadline;
    if (goal.kind == GoalKind::Monthly) {
        const Month month = Month::of(day);
        from = month.first();
        until = month.last();
    }
    const int days = int(from.daysTo(until)) + 1;
    const int over = int(std::clamp<qint64>(from.daysTo(today) + 1, 0, days));
    return {from, until, Money::zero(goal.target.currency()), goal.target, days, over};
}

} // namespace thimblely::finance
