// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/calendar/event_rows.h"

#include "core/calendar/recurrence.h"
#include "core/inventory/fields.h"
#include "core/inventory/read_rows.h"

#include <algorithm>
#include <array>

namespace thimblely::calendar {

namespace {

using access::Capability;
using access::ScopedConnection;
using storage::Statement;

constexpr std::array<const char *, 5> kinds{"appointment", "fitting", "meeting", "deadline", "reminder"};
constexpr std::array<const char *, 4> statuses{"scheduled", "completed", "cancelled", "missed"};
constexpr qint64 oneDay = 86'400;

template <typename Enum, size_t N>
Enum coded(const std::array<const char *, N> &codes, QByteArrayView code)
{
    const auto found = std::ranges::find_if(codes, [&](const char *each) { return code == each; });
    return Enum(found == codes.end() ? 0 : found - codes.begin()); // the file's CHECKs allow no other
}

std::vector<WallTime> wallsFromJson(const QByteArray &json)
{
    std::vector<WallTime> walls;
    for (const QString &text : inventory::listFromJson(json)) {
        if (const auto wall = WallTime::parse(text))
            walls.push_back(*wall);
    }
    std::ranges::sort(walls);
    return walls;
}

const QByteArray columns =
    "SELECT id, user_id, event_type, status, title, description, location, start_at, end_at, time_zone,"
    " all_day, rrule, rdates, exdates, recurrence_id, ical_uid, staff_user_id, client_id, order_id,"
    " fitting_no, workspace_id IS NULL FROM ";

Result<EventRow> mapRow(Statement &row)
{
    const Instant start = row.instant(7);
    const auto number = row.optionalInt64(19);
    return EventRow{row.id<EventId>(0),
                    row.id<PersonId>(1),
                    coded<EventKind>(kinds, row.utf8View(2)),
                    coded<EventStatus>(statuses, row.utf8View(3)),
                    row.text(4),
                    row.text(5),
                    row.text(6),
                    start,
                    row.optionalInstant(8).value_or(start),
                    row.utf8(9),
                    row.boolean(10),
                    row.boolean(20),
                    row.text(11),
                    wallsFromJson(row.utf8(12)),
                    wallsFromJson(row.utf8(13)),
                    row.isNull(14) ? std::nullopt : WallTime::parse(row.text(14)),
                    row.text(15),
                    row.optionalId<PersonId>(16),
                    row.optionalId<ClientId>(17),
                    row.optionalId<OrderId>(18),
                    number ? std::optional(int(*number)) : std::nullopt};
}

QByteArray viewOf(bool personal)
{
    return personal ? "events_personal" : "events";
}

bool maySee(ScopedConnection &reader, bool personal)
{
    return reader.principal().can(personal ? Capability::OwnData : Capability::CalendarRead);
}

Result<void> addSingles(ScopedConnection &reader, const ShopCalendar &calendar, bool personal, Instant from, Instant to,
                        std::vector<Occurrence> &found)
{
    TRY_ASSIGN(auto query, reader.query(columns + viewOf(personal) + R"(
         WHERE start_at >= ?1 AND start_at < ?2 AND rrule IS NULL AND status <> 'cancelled'
           AND (start_at >= ?3 OR end_at > ?3))"));
    query->bind(from.plusMsecs(-longestEvent), to, from);
    for (;;) {
        TRY_ASSIGN(const bool more, query->step());
        if (!more)
            return {};
        TRY_ASSIGN(const EventRow row, mapRow(*query));
        found.push_back(occurrenceOf(row, row.startWall(), calendar));
    }
}

void addTimes(const EventRow &series, const std::vector<EventRow> &moved, const ShopCalendar &calendar, Instant from,
              Instant to, std::vector<Occurrence> &found)
{
    // A day more at both ends: what the wall shows there is not what it shows here.
    const WallTime first = WallTime::of(from, series.zone).plusSecs(-series.wallSecs() - oneDay);
    const WallTime last = WallTime::of(to, series.zone).plusSecs(oneDay);
    for (const WallTime at : timesOf(series, moved, first, last)) {
        const Occurrence one = occurrenceOf(series, at, calendar);
        if (one.startsAt < to && (one.startsAt >= from || one.endsAt > from))
            found.push_back(one);
    }
}

Result<void> addSeries(ScopedConnection &reader, const ShopCalendar &calendar, bool personal, Instant from, Instant to,
                       std::vector<Occurrence> &found)
{
    TRY_ASSIGN(auto query, reader.query(columns + viewOf(personal) + R"(
         WHERE rrule IS NOT NULL AND (recurs_until IS NULL OR recurs_until >= ?1) AND start_at < ?2
           AND status <> 'cancelled')"));
    query->bind(from, to);
    TRY_ASSIGN(const auto rows, inventory::readRows<EventRow>(*query, mapRow));
    for (const EventRow &row : rows) {
        TRY_ASSIGN(const auto moved, movedOnes(reader, row));
        addTimes(row, moved, calendar, from, to, found);
    }
    return {};
}

} // namespace

QByteArray toCode(EventKind kind)
{
    return kinds[size_t(kind)];
}

QByteArray toCode(EventStatus status)
{
    return statuses[size_t(status)];
}

QByteArray wallsToJson(const std::vector<WallTime> &walls)
{
    QStringList texts;
    for (const WallTime wall : walls)
        texts.append(wall.toText());
    return QJsonDocument(QJsonArray::fromStringList(texts)).toJson(QJsonDocument::Compact);
}

Result<EventRow> loadEvent(ScopedConnection &reader, EventId id)
{
    for (const bool personal : {false, true}) {
        if (!maySee(reader, personal))
            continue;
        TRY_ASSIGN(auto query, reader.query(columns + viewOf(personal) + " WHERE id = ?"));
        query->bind(id);
        TRY_ASSIGN(auto row, inventory::readRow<EventRow>(*query, mapRow));
        if (row)
            return std::move(*row);
    }
    return Error{ErrorKind::NotFound, "event.not_found", {}, {}};
}

Result<std::optional<EventRow>> seriesOf(ScopedConnection &reader, const EventRow &row)
{
    if (!row.recurrence || row.uid.isEmpty())
        return std::optional<EventRow>();
    TRY_ASSIGN(auto query, reader.query(columns + viewOf(row.personal) + R"(
         WHERE user_id = ?1 AND ical_uid = ?2 AND ical_uid IS NOT NULL AND recurrence_id IS NULL AND rrule IS NOT NULL)"));
    query->bind(row.user, row.uid);
    return inventory::readRow<EventRow>(*query, mapRow);
}

Result<QList<int>> leadsOf(ScopedConnection &reader, EventId id)
{
    TRY_ASSIGN(auto query, reader.query("SELECT lead_minutes FROM event_reminders WHERE event_id = ? ORDER BY 1"));
    query->bind(id);
    QList<int> leads;
    for (;;) {
        TRY_ASSIGN(const bool more, query->step());
        if (!more)
            return leads;
        leads.append(int(query->int64(0)));
    }
}

Result<std::vector<EventRow>> movedOnes(ScopedConnection &reader, const EventRow &series)
{
    if (series.uid.isEmpty())
        return std::vector<EventRow>();
    TRY_ASSIGN(auto query, reader.query(columns + viewOf(series.personal) + R"(
         WHERE user_id = ?1 AND ical_uid = ?2 AND ical_uid IS NOT NULL AND recurrence_id IS NOT NULL)"));
    query->bind(series.user, series.uid);
    return inventory::readRows<EventRow>(*query, mapRow);
}

std::vector<WallTime> timesOf(const EventRow &series, const std::vector<EventRow> &moved, WallTime from, WallTime to)
{
    std::vector<WallTime> times = expandRule(series.rule, series.startWall(), from, to);
    for (const WallTime extra : series.rdates) {
        if (from <= extra && extra < to)
            times.push_back(extra);
    }
    std::ranges::sort(times);
    times.erase(std::ranges::unique(times).begin(), times.end());
    std::erase_if(times, [&](WallTime time) {
        return std::ranges::binary_search(series.exdates, time) ||
               std::ranges::any_of(moved, [time](const EventRow &row) { return row.recurrence == time; });
    });
    return times;
}

Occurrence occurrenceOf(const EventRow &row, WallTime at, const ShopCalendar &calendar)
{
    const Instant start = row.isSeries() ? at.at(row.zone) : row.start;
    const Instant end = row.isSeries() ? row.endOf(at) : row.end;
    const Date day = calendar.dayOf(start);
    Occurrence one{.key = {row.id}, .firstDay = day, .lastDay = day};
    if (row.isSeries())
        one.key.at = at;
    else if (row.recurrence)
        one.key.at = row.recurrence;
    one.kind = row.kind;
    one.status = row.status;
    one.title = row.title;
    one.number = row.number;
    one.startsAt = start;
    one.endsAt = end;
    one.allDay = row.allDay;
    if (row.allDay) { // a day is that day everywhere
        const QDate last = at.plusSecs(std::max<qint64>(row.wallSecs(), 1) - 1).date();
        one.firstDay = Date::fromQDate(at.date()).valueOr(day);
        one.lastDay = Date::fromQDate(last).valueOr(one.firstDay);
    } else if (start < end) {
        one.lastDay = calendar.dayOf(end.plusMsecs(-1));
    }
    one.series = row.isSeries() || row.recurrence.has_value();
    one.personal = row.personal;
    one.staff = row.staff;
    one.client = row.client;
    one.order = row.order;
    one.location = row.location;
    one.notes = row.notes;
    one.rule = row.rule;
    return one;
}

Result<std::vector<Occurrence>> occurrencesBetween(ScopedConnection &reader, const ShopCalendar &calendar, Instant from,
                                                   Instant to)
{
    std::vector<Occurrence> found;
    for (const bool personal : {false, true}) {
        if (!maySee(reader, personal))
            continue;
        TRY(addSingles(reader, calendar, personal, from, to, found));
        TRY(addSeries(reader, calendar, personal, from, to, found));
    }
    std::ranges::sort(found, [](const Occurrence &a, const Occurrence &b) {
        return std::tuple(a.startsAt.msecs(), a.key.event) < std::tuple(b.startsAt.msecs(), b.key.event);
    });
    return found;
}

Result<std::vector<Occurrence>> occurrencesOf(ScopedConnection &reader, const EventRow &row,
                                              const ShopCalendar &calendar, Instant from, Instant to)
{
    std::vector<Occurrence> found;
    const auto add = [&](const EventRow &one) {
        if (one.status == EventStatus::Scheduled && one.start < to && (one.start >= from || one.end > from))
            found.push_back(occurrenceOf(one, one.startWall(), calendar));
    };
    if (!row.isSeries()) {
        add(row);
        return found;
    }
    if (row.status != EventStatus::Scheduled)
        return found;
    TRY_ASSIGN(const auto moved, movedOnes(reader, row));
    addTimes(row, moved, calendar, from, to, found);
    for (const EventRow &one : moved)
        add(one);
    std::ranges::sort(found, {}, [](const Occurrence &one) { return one.startsAt.msecs(); });
    return found;
}

} // namespace thimblely::calendar
