// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/base/date.h"

#include <QDateTime>
#include <QTimeZone>

namespace thimblely {

Result<Date> Date::parse(QStringView iso)
{
    if (iso.size() == 10) {
        const QDate day = QDate::fromString(iso.toString(), Qt::ISODate);
        if (day.isValid() && day.toString(Qt::ISODate) == iso)
            return Date(day);
    }
    return Error{ErrorKind::Invalid, "date.malformed", {iso.left(40).toString()}, {}};
}

Result<Date> Date::fromQDate(QDate day)
{
    if (!day.isValid() || day.year() < 1 || day.year() > 9999)
        return Error{ErrorKind::Invalid, "date.malformed", {}, {}};
    return Date(day);
}

QString Date::toIso() const
{
    return m_day.toString(Qt::ISODate);
}

Result<ShopCalendar> ShopCalendar::make(const QByteArray &zone, QTime dayStartsAt)
{
    if (!QTimeZone(zone).isValid())
        return Error{ErrorKind::Invalid, "calendar.unknown_zone", {QString::fromUtf8(zone)}, {}};
    if (!dayStartsAt.isValid() || dayStartsAt >= QTime(12, 0))
        return Error{ErrorKind::Invalid, "calendar.day_start", {}, {}};
    return ShopCalendar(zone, dayStartsAt);
}

Date ShopCalendar::dayOf(Instant instant) const
{
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(instant.msecs(), QTimeZone(m_zone));
    const QDate day = local.time() < m_start ? local.date().addDays(-1) : local.date();
    return Date::fromQDate(day).value();
}

Instant ShopCalendar::at(Date day, QTime time) const
{
    return Instant(QDateTime(day.toQDate(), time, QTimeZone(m_zone)).toMSecsSinceEpoch());
}

} // namespace thimblely
