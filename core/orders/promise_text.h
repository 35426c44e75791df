// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/date.h"

#include <QLocale>
#include <QStringView>
#include <QTime>

#include <optional>

namespace thimblely::orders {

//! A promise as understood from what was typed.
struct Promise {
    Date date;
    std::optional<QTime> time;
    friend bool operator==(const Promise &, const Promise &) = default;
};

/*!
 * "fr", "fri", "friday" (the next one, today counts; words of the locale and of English), "f17" or "fr 17" or
 * "fri 17:30" (with the hour), "+3" (days from now), "0" or "today", "25.11", "25/11", "25.11.26", "2026-11-25" (day
 * and month in the locale's order; without a year the next such day), each with an hour after a space.
 *
 * now: the moment in the shop. Errors: "order.promise_unreadable"; "order.promise_ambiguous" ("t": two weekdays);
 * "order.promise_past". Pure; any thread.
 */
Result<Promise> parsePromise(QStringView text, const ShopCalendar &calendar, Instant now, const QLocale &locale);

//! Refuses a promise before today, or earlier today than now ("order.promise_past").
Result<void> checkPromise(const Promise &promise, const ShopCalendar &calendar, Instant now);

} // namespace thimblely::orders
