// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/result.h"
#include "core/calendar/occurrence.h"

#include <QFuture>
#include <QList>

namespace thimblely::changes {
class WriteDoor;
}

namespace thimblely::calendar {

/*!
 * What is written into the calendar: an appointment, or a series of them, of the shop or of the person alone. Each is one
 * operation. Of a series one is changed (it is set apart from then on), or this one and those after it (the series is
 * parted), or all.
 *
 * Errors: Invalid "event.no_title", "event.ends_before", "event.too_long", "event.rule", "event.fitting_repeats",
 * "event.too_early" (a series: told of one before the one before it began), "event.no_such_day"; NotFound
 * "event.not_found"; Forbidden without calendar:write for those of the shop.
 */
class EventService {
public:
    explicit EventService(changes::WriteDoor &door) : m_door(door) {}

    //! `leads`: minutes before it at which the person is told.
    QFuture<Result<EventId>> add(EventDraft draft, QList<int> leads = {});
    //! `leads`: when the person is told of it from now on, of a series of all of it; nothing: as before.
    QFuture<Result<void>> change(EventKey which, Scope scope, EventDraft to,
                                 std::optional<QList<int>> leads = std::nullopt);
    //! To another moment, as long as it was.
    QFuture<Result<void>> move(EventKey which, Scope scope, Instant to);
    //! It does not take place; it stays in the history.
    QFuture<Result<void>> cancel(EventKey which, Scope scope);
    //! When the person is told of it, instead of when they were; empty: never.
    QFuture<Result<void>> remind(EventId event, QList<int> leads);

private:
    changes::WriteDoor &m_door;
};

} // namespace thimblely::calendar
