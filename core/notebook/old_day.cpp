// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/notebook/old_day.h"

#include "core/base/error_args.h"

namespace thimblely::notebook {

namespace {

constexpr int monthsBack = 36;
constexpr qint64 month = qint64(30) * 86'400'000;
constexpr int weeksBack = 157;
constexpr qint64 week = qint64(7) * 86'400'000;

} // namespace

Result<orders::Promise> readOldDay(const QString &text, const ShopCalendar &calendar, Instant now,
                                   const QLocale &locale)
{
    auto promise = orders::parsePromise(text, calendar, now, locale);
    // As it was read when that day was still to come.
    for (int back = 1; !promise && promise.error().code == "order.promise_past" && back <= monthsBack; ++back)
        promise = orders::parsePromise(text, calendar, now.plusMsecs(-back * month), locale);
    if (!promise && promise.error().code == "order.promise_past")
        return Error{ErrorKind::Invalid, "order.promise_unreadable", promise.error().args, {}};
    return promise;
}

//! As it was read in the last week from which that day was still to come.
Result<Date> readPastDay(const QString &text, const ShopCalendar &calendar, Instant now, const QLocale &locale)
{
    const Date today = calendar.dayOf(now);
    std::optional<Date> later; // as it is understood today
    for (int back = 0; back <= weeksBack; ++back) {
        const auto day = orders::parsePromise(text, calendar, now.plusMsecs(-back * week), locale);
        if (!day && day.error().code != "order.promise_past")
            return day.error();
        if (day && day->date <= today)
            return day->date;
        if (day)
            later = day->date;
    }
    if (later)
        return Error{ErrorKind::Invalid, "order.taken_in_later", {errorArg(*later)}, {}};
    return Error{ErrorKind::Invalid, "order.promise_unreadable", {text}, {}};
}

} // namespace thimblely::notebook
