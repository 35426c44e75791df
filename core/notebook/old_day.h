// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/orders/promise_text.h"

namespace thimblely::notebook {

/*!
 * A promise of the old book as it is typed: what the counter takes ("fr", "+3", "4 dec", "4.12. 17:00"), and days that
 * lie behind, up to three years: a day without a year that is past is the last one of that name. Errors:
 * "order.promise_unreadable", "order.promise_ambiguous". Pure; any thread.
 */
Result<orders::Promise> readOldDay(const QString &text, const ShopCalendar &calendar, Instant now,
                                   const QLocale &locale);

//! A day that has been, as when something was taken in: the last one of that name, up to three years back. The same
//! errors; "order.taken_in_later" (args: the day) where it names its year and is still to come.
Result<Date> readPastDay(const QString &text, const ShopCalendar &calendar, Instant now, const QLocale &locale);

} // namespace thimblely::notebook
