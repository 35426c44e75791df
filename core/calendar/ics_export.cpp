// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/calendar/ics_export.h"

#include "core/access/session.h"
#include "core/calendar/event_rows.h"
#include "core/calendar/event_writer.h"

namespace thimblely::calendar {

Result<std::vector<IcsEvent>> everyEvent(access::Session &session)
{
    access::ScopedConnection &reader = session.reader();
    TRY(reader.principal().require(access::Capability::CalendarRead));
    TRY_ASSIGN(const auto moment, reader.snapshot());
    std::vector<EventId> ids;
    {
        TRY_ASSIGN(auto query, reader.query("SELECT id FROM events ORDER BY start_at, id"));
        for (;;) {
            TRY_ASSIGN(const bool more, query->step());
            if (!more)
                break;
            ids.push_back(query->id<EventId>(0));
        }
    }
    std::vector<IcsEvent> events;
    events.reserve(ids.size());
    for (const EventId id : ids) {
        TRY_ASSIGN(const EventRow row, loadEvent(reader, id));
        IcsEvent event;
        event.uid = row.uid.isEmpty() ? ownUid(row.id) : row.uid;
        event.title = row.title;
        event.description = row.notes;
        event.location = row.location;
        event.allDay = row.allDay;
        event.zone = row.zone;
        event.start = row.startWall();
        event.end = WallTime::of(row.end, row.zone);
        event.rule = row.rule;
        event.rdates = row.rdates;
        event.exdates = row.exdates;
        event.recurrence = row.recurrence;
        event.status = row.status == EventStatus::Cancelled ? "CANCELLED" : "CONFIRMED";
        events.push_back(std::move(event));
    }
    return events;
}

} // namespace thimblely::calendar
