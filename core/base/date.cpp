// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/base/date.h"

#include <QDateTime>
#include <QTimeZone>

namespace thimblely {

namespace {

//! The number that `count` digits from `at` on write, or -1.
int digitsAt(QStringView text, qsizetype at, int count)
{
    int number = 0;
    for (const QChar character : text.mid(at, count)) {
        if (character < u'0' || character > u'9')
            return -1;
        number = number * 10 + (character.unicode() - u'0');
    }
    return number;
}

} // namespace

// By hand, and not through QDate::fromString and back to compare: every row of every list holds days.
Result<Date> Date::parse(QStringView iso)
{
    if (iso.size() == 10 && iso[4] == u'-' && iso[7] == u'-') {
        const int year = digitsAt(iso, 0, 4);
        const int month = digitsAt(iso, 5, 2);
        const int dayOfMonth = digitsAt(iso, 8, 2);
        if (year >= 1 && month >= 1 && dayOfMonth >= 1) {
            const QDate day(year, month, dayOfMonth);
            if (day.isValid())
                return Date(day);
        }
    }
    return Error{ErrorKind::Invalid, "date.malformed", {iso.left(40).toString()}, {}};
}

Result<Date> Date::fromQDate(QDate day)
{
    if (!day.isValid() || day.year() < 1 || day.year() > 9999)
        return Error{ErrorKind::Invalid, "date.malformed", {}, {}};
    return Date(day);
}

Date Date::clamped(QDate day, bool towardsPast)
{
    if (day.isValid() && day.year() >= 1 && day.year() <= 9999)
        return Date(day);
    return Date(towardsPast ? QDate(1, 1, 1) : QDate(9999, 12, 31));
}

QString Date::toIso() const
{
    return m_day.toString(Qt::ISODate);
}

Result<ShopCalendar> ShopCalendar::make(const QByteArray &zone, QTime dayStartsAt)
{
    if (zone.isEmpty() || !QTimeZone(zone).isValid()) // Qt takes no name for the computer's own zone
        return Error{ErrorKind::Invalid, "calendar.unknown_zone", {QString::fromUtf8(zone)}, {}};
    if (!dayStartsAt.isValid() || dayStartsAt >= QTime(12, 0))
        return Error{ErrorKind::Invalid, "calendar.day_start", {}, {}};
    return ShopCalendar(zone, dayStartsAt);
}

Date ShopCalendar::dayOf(Instant instant) const
{
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(instant.msecs(), QTimeZone(m_zone));
    const QDate day = local.time() < m_start ? local.date().addDays(-1) : local.date();
    return Date::clamped(day, instant.msecs() < 0);
}

Instant ShopCalendar::at(Date day, QTime time) const
{
    // Qt's own choice where the clock is put back or forward differs between its versions.
    constexpr qint64 oneDay = 86'400'000;
    const QTimeZone zone(m_zone);
    const qint64 wall = QDateTime(day.toQDate(), time, Qt::UTC).toMSecsSinceEpoch();
    const auto offsetAt = [&zone](qint64 msecs) {
        return qint64(zone.offsetFromUtc(QDateTime::fromMSecsSinceEpoch(msecs, Qt::UTC))) * 1000;
    };
    const qint64 before = wall - offsetAt(wall - oneDay);
    const qint64 after = wall - offsetAt(wall + oneDay);
    const bool isAfterChange = offsetAt(before) != wall - before && offsetAt(after) == wall - after;
    return Instant(isAfterChange ? after : before);
}

} // namespace thimblely
