// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/date.h"
#include "core/workspaces/working_hours.h"

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
 * What the counter types for a promise: "fr", "friday" (the next one, today counts; weekdays of the locale and of
 * English), "+3" (days from now), "today", "tomorrow", "25.11", "25/11/26", "2026-11-25" (with '/' in the locale's
 * order), "4 dec", "nov 30" (months of the locale and of English, three letters or more, a year of four figures after
 * it); after each an hour: "f17", "fr 17:30", "+3 5pm", "25.11 17h".
 *
 * Without a year it is this year's day, or the next year's where this one's is more than half a year gone. now: the
 * moment in the shop. Errors: "order.promise_unreadable"; "order.promise_ambiguous" ("t": two weekdays or months);
 * "order.promise_past". args[0] is what was typed. Pure; any thread.
 */
Result<Promise> parsePromise(QStringView text, const ShopCalendar &calendar, Instant now, const QLocale &locale);

/*!
 * A day alone is promised for the hour of closing: whoever comes at five finds it. As it was where nobody works that day,
 * and late today. Pure.
 */
Promise untilClosing(Promise promise, const WorkingHours &hours, const ShopCalendar &calendar, Instant now);

//! Refuses a promise before today, or earlier today than now ("order.promise_past").
Result<void> checkPromise(const Promise &promise, const ShopCalendar &calendar, Instant now);

} // namespace thimblely::orders
