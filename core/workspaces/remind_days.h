// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include <QJsonArray>

#include <optional>
#include <vector>

namespace thimblely {

//! The key in sys_settings: how many days after it was ready a shop asks again for what nobody fetches.
inline constexpr char remindDaysKey[] = "uncollected.remind_days";

//! Where it was never set.
std::vector<int> usualRemindDays();
//! At most nine days from 1 to 3650, each later than the one before; none: it never asks.
bool areRemindDays(const std::vector<int> &days);
//! Nothing where it is no such list.
std::optional<std::vector<int>> remindDaysFromJson(const QJsonValue &value);
QJsonArray toJson(const std::vector<int> &days);

} // namespace thimblely
