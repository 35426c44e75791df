// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/access/scoped_connection.h"
#include "core/calendar/occurrence.h"

#include <vector>

namespace thimblely::calendar {

// The rows of events, and when they take place; internal to this module.

//! How long an appointment may be: so far back a window looks for what still lasts.
constexpr qint64 longestEvent = qint64(62) * 86'400'000;

struct EventRow {
    EventId id;
    PersonId user;
    EventKind kind;
    EventStatus status;
    QString title;
    QString notes;
    QString location;
    Instant start;
    Instant end; //!< its start where it has none
    QByteArray zone;
    bool allDay;
    bool personal;
    QString rule;
    std::vector<WallTime> rdates;
    std::vector<WallTime> exdates;
    std::optional<WallTime> recurrence; //!< it takes the place of this one of the series with the same uid
    QString uid;
    std::optional<PersonId> staff;
    std::optional<ClientId> client;
    std::optional<OrderId> order;
    std::optional<int> number;

    bool isSeries() const { return !rule.isEmpty(); }
    WallTime startWall() const { return WallTime::of(start, zone); }
    //! On the wall: a whole day stays one where it has 23 hours.
    qint64 wallSecs() const { return startWall().secsTo(WallTime::of(end, zone)); }
    Instant endOf(WallTime begins) const
    {
        return allDay ? begins.plusSecs(wallSecs()).at(zone) : begins.at(zone).plusMsecs(end.msecs() - start.msecs());
    }
};

QByteArray toCode(EventKind kind);
QByteArray toCode(EventStatus status);
//! ["20261126T150000", …]
QByteArray wallsToJson(const std::vector<WallTime> &walls);

//! Of the workspace or the person's own; NotFound "event.not_found".
Result<EventRow> loadEvent(access::ScopedConnection &reader, EventId id);
//! The series that this row takes the place of one of; nothing where it is none of a series.
Result<std::optional<EventRow>> seriesOf(access::ScopedConnection &reader, const EventRow &row);
//! Minutes before it at which the signed-in person is told of that event, in order.
Result<QList<int>> leadsOf(access::ScopedConnection &reader, EventId id);
//! Those rows that take the place of one of the series.
Result<std::vector<EventRow>> movedOnes(access::ScopedConnection &reader, const EventRow &series);

//! When the series takes place by its own rule, without those that were moved or left out.
std::vector<WallTime> timesOf(const EventRow &series, const std::vector<EventRow> &moved, WallTime from, WallTime to);
//! The row as it takes place at that time of its wall.
Occurrence occurrenceOf(const EventRow &row, WallTime at, const ShopCalendar &calendar);

//! All that lasts into, or begins within, these moments, of the shop and of the person's own; without what is cancelled.
Result<std::vector<Occurrence>> occurrencesBetween(access::ScopedConnection &reader, const ShopCalendar &calendar,
                                                   Instant from, Instant to);
//! The same of one row, a series with those of it that were moved.
Result<std::vector<Occurrence>> occurrencesOf(access::ScopedConnection &reader, const EventRow &row,
                                              const ShopCalendar &calendar, Instant from, Instant to);

} // namespace thimblely::calendar
