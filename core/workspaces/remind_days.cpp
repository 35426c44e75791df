// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/workspaces/remind_days.h"

#include <algorithm>
#include <functional>

namespace thimblely {

namespace {

constexpr int latestReminder = 3650;
constexpr size_t mostReminders = 9;

} // namespace

std::vector<int> usualRemindDays()
{
    return {7, 30, 90};
}

bool areRemindDays(const std::vector<int> &days)
{
    return days.size() <= mostReminders && std::ranges::is_sorted(days, std::less_equal()) &&
           std::ranges::all_of(days, [](int day) { return day >= 1 && day <= latestReminder; });
}

std::optional<std::vector<int>> remindDaysFromJson(const QJsonValue &value)
{
    if (!value.isArray())
        return std::nullopt;
    std::vector<int> days;
    for (const QJsonValue &day : value.toArray())
        days.push_back(day.toInt());
    return areRemindDays(days) ? std::optional(std::move(days)) : std::nullopt;
}

QJsonArray toJson(const std::vector<int> &days)
{
    QJsonArray list;
    for (const int day : days)
        list.append(day);
    return list;
}

} // namespace thimblely
