// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"

#include <QByteArray>
#include <QDate>
#include <QString>
#include <QTime>

#include <compare>

namespace thimblely {

//! A calendar day (proleptic Gregorian, years 1 to 9999) as in every *_date column; never an instant, never
//! invalid.
class Date {
public:
    //! From "YYYY-MM-DD"; anything else, and days that do not exist, are refused ("date.malformed").
    static Result<Date> parse(QStringView iso);
    static Result<Date> fromQDate(QDate day);

    QString toIso() const; //!< "YYYY-MM-DD"
    QDate toQDate() const { return m_day; }
    //! Stops at the first and the last day that a Date can be.
    Date plusDays(qint64 days) const { return clamped(m_day.addDays(days), days < 0); }
    qint64 daysTo(Date other) const { return m_day.daysTo(other.m_day); }

    friend bool operator==(Date a, Date b) { return a.m_day == b.m_day; }
    friend std::strong_ordering operator<=>(Date a, Date b) { return a.m_day.toJulianDay() <=> b.m_day.toJulianDay(); }

private:
    friend class ShopCalendar;
    explicit Date(QDate day) : m_day(day) {}
    static Date clamped(QDate day, bool towardsPast);
    QDate m_day;
};

/*!
 * What a "day" is in one shop: its time zone and when its day starts (a tailor who works past midnight before
 * a feast still sells "today"). SQLite knows no zones, so every *_date is made here.
 */
class ShopCalendar {
public:
    //! zone: IANA name ("Africa/Lagos"), refused where unknown; dayStartsAt before noon.
    static Result<ShopCalendar> make(const QByteArray &zone, QTime dayStartsAt = QTime(0, 0));

    //! The day of the shop that `instant` falls on; the first or last Date for instants beyond them.
    Date dayOf(Instant instant) const;
    //! The moment at which `time` of the clock on the wall comes on that calendar day; where the clock is put
    //! forward over it, the moment as long after the jump; where it comes twice, the first.
    Instant at(Date day, QTime time) const;
    //! The first moment of the shop's day.
    Instant startOf(Date day) const { return at(day, m_start); }
    QByteArray zone() const { return m_zone; }

private:
    ShopCalendar(QByteArray zone, QTime start) : m_zone(std::move(zone)), m_start(start) {}
    QByteArray m_zone;
    QTime m_start;
};

} // namespace thimblely
