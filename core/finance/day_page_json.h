// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/finance/till.h"

#include <QJsonObject>

namespace thimblely::finance {

// What stands in the data of a till's openings, counts and closings; amounts in minor units of the shop's currency. The
// numbers, turnover_minor and perpetual_minor of a closing are what storage/till_chain.h compares with its rows.

QJsonObject writeDayPage(const DayPage &page);
//! The parts that stand in columns of their own (id, times, people, hash) are left as given in `page`.
void readDayPage(const QJsonObject &json, DayPage &page);

QJsonObject writeCount(const CountSheet &sheet, const CountResult &result);
CountSheet readCountSheet(const QJsonObject &json, Currency currency);

//! A day page with nothing on it.
DayPage emptyDayPage(ActivityId id, Date day, Instant closedAt, Currency currency);

} // namespace thimblely::finance
