// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/clock.h"

#include <QByteArray>
#include <QDate>
#include <QString>
#include <QTime>

#include <compare>
#include <optional>

namespace thimblely::calendar {

/*!
 * What the clock on a wall shows, to the second, wherever that wall is: what a rule of repetition counts in, so that
 * "every Tuesday at ten" stays at ten when the clocks are changed. A pure value.
 */
class WallTime {
public:
    //! Seconds since 1970 as that clock counts them, without any change of it.
    constexpr explicit WallTime(qint64 secs) : m_secs(secs) {}
    static WallTime of(QDate date, QTime time = QTime(0, 0));
    //! In a zone with an IANA name; in UTC where there is no such zone.
    static WallTime of(Instant instant, const QByteArray &zone);
    //! "20261126T150000" or "20261126".
    static std::optional<WallTime> parse(QStringView text);

    //! Where the clock is put forward over it, as long after the jump; where it comes twice, the first.
    Instant at(const QByteArray &zone) const;
    QString toText() const;     //!< "20261126T150000"
    QString toDateText() const; //!< "20261126"
    QDate date() const;
    QTime time() const;
    constexpr qint64 secs() const { return m_secs; }
    constexpr WallTime plusSecs(qint64 secs) const { return WallTime(m_secs + secs); }
    constexpr qint64 secsTo(WallTime other) const { return other.m_secs - m_secs; }

    friend constexpr auto operator<=>(WallTime, WallTime) = default;

private:
    qint64 m_secs;
};

} // namespace thimblely::calendar
