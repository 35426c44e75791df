// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/notebook/old_day.h"

namespace thimblely::notebook {

namespace {

constexpr int monthsBack = 36;
constexpr qint64 month = qint64(30) * 86'400'000;

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

} // namespace thimblely::notebook
