// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/calendar/wall_time.h"

#include <QDateTime>
#include <QHash>
#include <QTimeZone>

namespace thimblely::calendar {

namespace {

constexpr qint64 oneDay = 86'400;

//! A zone is read from the disk once for each thread, not for each of a thousand appointments.
const QTimeZone &zoneNamed(const QByteArray &name)
{
    thread_local QHash<QByteArray, QTimeZone> known;
    auto found = known.constFind(name);
    if (found == known.constEnd()) {
        const QTimeZone zone = name.isEmpty() ? QTimeZone() : QTimeZone(name);
        found = known.insert(name, zone.isValid() ? zone : QTimeZone::utc());
    }
    return *found;
}

qint64 offsetAt(const QTimeZone &zone, qint64 secs)
{
    return zone.offsetFromUtc(QDateTime::fromSecsSinceEpoch(secs, Qt::UTC));
}

} // namespace

WallTime WallTime::of(QDate date, QTime time)
{
    return WallTime(QDateTime(date, time, Qt::UTC).toSecsSinceEpoch());
}

WallTime WallTime::of(Instant instant, const QByteArray &zone)
{
    const qint64 secs = QDateTime::fromMSecsSinceEpoch(instant.msecs(), Qt::UTC).toSecsSinceEpoch();
    return WallTime(secs + offsetAt(zoneNamed(zone), secs));
}

std::optional<WallTime> WallTime::parse(QStringView text)
{
    const QDate date = QDate::fromString(text.left(8).toString(), QStringLiteral("yyyyMMdd"));
    if (!date.isValid() || date.year() < 1 || date.year() > 9999)
        return std::nullopt;
    if (text.size() == 8)
        return of(date);
    const QTime time = QTime::fromString(text.mid(9).toString(), QStringLiteral("HHmmss"));
    return text.size() == 15 && text[8] == u'T' && time.isValid() ? std::optional(of(date, time)) : std::nullopt;
}

// As ShopCalendar::at(), for the same reason: Qt's own choice differs between its versions.
Instant WallTime::at(const QByteArray &zone) const
{
    const QTimeZone &where = zoneNamed(zone);
    const qint64 before = m_secs - offsetAt(where, m_secs - oneDay);
    const qint64 after = m_secs - offsetAt(where, m_secs + oneDay);
    const bool isAfterChange =
        before != after && offsetAt(where, before) != m_secs - before && offsetAt(where, after) == m_secs - after;
    return Instant((isAfterChange ? after : before) * 1000);
}

QString WallTime::toText() const
{
    return toDateText() + time().toString(QStringLiteral("'T'HHmmss"));
}

QString WallTime::toDateText() const
{
    return date().toString(QStringLiteral("yyyyMMdd"));
}

QDate WallTime::date() const
{
    return QDateTime::fromSecsSinceEpoch(m_secs, Qt::UTC).date();
}

QTime WallTime::time() const
{
    return QDateTime::fromSecsSinceEpoch(m_secs, Qt::UTC).time();
}

} // namespace thimblely::calendar
