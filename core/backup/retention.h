// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/date.h"

#include <vector>

namespace thimblely::backup {

//! How far back backups reach: this also bounds how long what was erased lives on in one.
struct Retention {
    int days = 7;
    int weeks = 4;
    int months = 12;
};

/*!
 * Which backups are kept, by when they were made, in any order: the newest of each of the last days, ISO weeks and months
 * that have one, counted from `today`; today's all, and any that seem to come from the future. True at each that stays.
 */
std::vector<bool> keptOf(const std::vector<Date> &madeOn, Date today, const Retention &retention = {});

} // namespace thimblely::backup
