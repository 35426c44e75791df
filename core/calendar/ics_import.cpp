// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/calendar/ics_import.h"

#include "core/calendar/event_writer.h"
#include "core/calendar/recurrence.h"
#include "core/inventory/fields.h"
#include "core/inventory/shop_terms.h"

#include <QCoreApplication>

#include <algorithm>

namespace thimblely::calendar {

namespace {

using access::Field;
using changes::WriteContext;
using storage::Table;

//! The row as the file would have it; its id, person and what is the shop's own are whatever.
struct Imported {
    EventRow row;
    QStringList attendees;
};

QByteArray zoneOf(const IcsEvent &event, const QByteArray &shop)
{
    const bool repeats = !event.rule.isEmpty() || !event.rdates.empty() || event.recurrence;
    // What takes place once is a moment, wherever its file was written.
    return event.allDay || event.zone.isEmpty() || (event.zone == "UTC" && !repeats) ? shop : event.zone;
}

Result<Imported> rowOf(WriteContext &context, const IcsEvent &event)
{
    TRY_ASSIGN(const auto terms, inventory::ShopTerms::load(context.connection()));
    const QByteArray zone = zoneOf(event, terms.calendar.zone());
    const QByteArray read = event.allDay || event.zone.isEmpty() ? zone : event.zone;
    const Instant start = event.start.at(read);
    const Instant end = std::max(start, event.end.at(read));
    if (end.msecs() - start.msecs() > longestEvent)
        return Error{ErrorKind::Invalid, "event.too_long", {}, {}};
    QString title = event.title.isEmpty() ? event.location : event.title;
    if (title.isEmpty())
        title = QCoreApplication::translate("Calendar", "Appointment");
    EventRow row{EventId(IdBytes{}),
                 context.principal().person,
                 event.attendees.isEmpty() ? EventKind::Appointment : EventKind::Meeting,
                 event.status == "CANCELLED" ? EventStatus::Cancelled : EventStatus::Scheduled,
                 title,
                 event.description,
                 event.location,
                 start,
                 end,
                 zone,
                 event.allDay,
                 false,
                 event.rule,
                 event.rdates,
                 event.exdates,
                 event.recurrence,
                 event.uid,
                 {},
                 {},
                 {},
                 {}};
    if (row.rule.isEmpty() && !row.rdates.empty()) // dates alone are a series too
        row.rule = QStringLiteral("FREQ=DAILY;COUNT=1");
    return Imported{std::move(row), event.attendees};
}

access::FieldValue wallsOrNull(const std::vector<WallTime> &walls)
{
    return walls.empty() ? access::FieldValue(std::nullopt) : access::FieldValue(wallsToJson(walls));
}

std::vector<Field> fieldsOf(const Imported &imported)
{
    const EventRow &row = imported.row;
    return {{"title", row.title},
            {"description", inventory::textOrNull(row.notes)},
            {"event_type", toCode(row.kind)},
            {"start_at", row.start},
            {"end_at", row.end},
            {"time_zone", row.zone},
            {"all_day", row.allDay},
            {"location", inventory::textOrNull(row.location)},
            {"attendees", inventory::listOrNull(imported.attendees)},
            {"status", toCode(row.status)},
            {"rrule", inventory::textOrNull(row.rule)},
            {"rdates", wallsOrNull(row.rdates)},
            {"exdates", wallsOrNull(row.exdates)},
            {"recurs_until", recursUntil(row)}};
}

//! Of a series its own name and person, so that it is left out there.
Result<void> join(WriteContext &context, EventRow &row, std::optional<EventId> id)
{
    if (!row.recurrence)
        return {};
    if (!id) {
        row.recurrence.reset(); // of a series that is not here: it stands for itself
        row.uid.clear();
        return {};
    }
    TRY_ASSIGN(const EventRow series, loadEvent(context.connection(), *id));
    if (row.zone != series.zone && !row.allDay)
        row.recurrence = WallTime::of(row.recurrence->at(row.zone), series.zone);
    row.user = series.user;
    row.uid = series.uid;
    return {};
}

Result<void> remindOf(WriteContext &context, EventId id, const QList<int> &alarms)
{
    if (alarms.isEmpty())
        return {};
    TRY_ASSIGN(const EventRow row, loadEvent(context.connection(), id));
    const auto set = setLeads(context, row, alarms);
    return !set && set.error().code == "event.too_early" ? Result<void>() : set; // longer ahead than the series allows
}

} // namespace

Result<std::optional<EventId>> eventNamed(WriteContext &context, const IcsEvent &event)
{
    if (event.uid.isEmpty())
        return std::optional<EventId>();
    TRY_ASSIGN(auto query, context.query(R"(
        SELECT id FROM events
         WHERE user_id = ?1 AND ical_uid = ?2 AND ical_uid IS NOT NULL AND ifnull(recurrence_id, '') = ?3)"));
    query->bind(context.principal().person, event.uid,
                event.recurrence ? event.recurrence->toText() : QStringLiteral(""));
    TRY_ASSIGN(const bool found, query->step());
    if (found)
        return std::optional(query->id<EventId>(0));
    const QString ending = QStringLiteral("@thimblely");
    if (!event.uid.endsWith(ending) || event.recurrence)
        return std::optional<EventId>();
    const auto own = EventId::parse(event.uid.left(event.uid.size() - ending.size()));
    if (!own)
        return std::optional<EventId>();
    TRY_ASSIGN(const bool there, eventExists(context, *own));
    return there ? std::optional(*own) : std::nullopt;
}

Result<bool> eventExists(WriteContext &context, EventId id)
{
    TRY_ASSIGN(auto query, context.query("SELECT 1 FROM events WHERE id = ?"));
    query->bind(id);
    return query->step();
}

Result<EventId> enterFromOutside(WriteContext &context, const IcsEvent &event, std::optional<EventId> series)
{
    TRY(context.principal().require(access::Capability::CalendarWrite));
    TRY_ASSIGN(Imported imported, rowOf(context, event));
    const EventId id = EventId::make(context.clock());
    TRY(join(context, imported.row, series));
    if (imported.row.isSeries() && imported.row.uid.isEmpty())
        imported.row.uid = ownUid(id);
    std::vector<Field> fields = fieldsOf(imported);
    fields.push_back({"ical_uid", inventory::textOrNull(imported.row.uid)});
    fields.push_back({"user_id", imported.row.user});
    fields.push_back({"created_by", context.principal().person});
    if (imported.row.recurrence)
        fields.push_back({"recurrence_id", imported.row.recurrence->toText()});
    TRY(context.rows().insert(Table::Events, id, fields));
    TRY(remindOf(context, id, event.alarms));
    return id;
}

Result<void> changeFromOutside(WriteContext &context, EventId id, const IcsEvent &event, std::optional<EventId> series)
{
    TRY_ASSIGN(Imported imported, rowOf(context, event));
    TRY(join(context, imported.row, series));
    TRY_ASSIGN(const EventRow there, loadEvent(context.connection(), id));
    std::vector<Field> fields = fieldsOf(imported);
    if (there.client || there.order || there.kind == EventKind::Fitting) // what the shop made of it stays
        std::erase_if(fields, [](const Field &field) { return !qstrcmp(field.column, "event_type"); });
    TRY(context.rows().update(Table::Events, id, fields));
    return remindOf(context, id, event.alarms);
}

} // namespace thimblely::calendar
