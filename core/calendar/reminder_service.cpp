// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/calendar/reminder_service.h"

#include "core/access/session.h"
#include "core/calendar/event_rows.h"
#include "core/changes/told_kind.h"
#include "core/changes/write_door.h"
#include "core/inventory/shop_terms.h"

#include <algorithm>

namespace thimblely::calendar {

namespace {

using access::ScopedConnection;
using changes::Operation;
using changes::WriteContext;
using storage::Table;

constexpr qint64 aMinute = 60'000;
constexpr qint64 keptOnToday = 7 * 86'400'000LL; // what nobody saw to for a week is no news

struct Row {
    ReminderId id;
    EventId event;
    Instant remindAt;
    std::optional<Instant> told;
    std::optional<Instant> seen;
    qint64 lead; // milliseconds
    Instant made;

    bool isSnoozed() const { return told && *told < remindAt; }
    //! Told, and not seen to since.
    bool isOpen() const { return told && !isSnoozed() && (!seen || *seen < *told); }
};

//! All that may still be told or is not seen to.
Result<std::vector<Row>> readRows(ScopedConnection &reader)
{
    QByteArray sql = R"(
        SELECT id, event_id, remind_at, sent_at, dismissed_at, lead_minutes, created_at
          FROM event_reminders
         WHERE dismissed_at IS NULL
            OR EXISTS (SELECT 1 FROM events_personal
                        WHERE events_personal.id = event_reminders.event_id AND events_personal.rrule IS NOT NULL))";
    if (reader.principal().can(access::Capability::CalendarRead))
        sql +=
            " OR EXISTS (SELECT 1 FROM events WHERE events.id = event_reminders.event_id AND events.rrule IS NOT NULL)";
    TRY_ASSIGN(auto query, reader.query(sql));
    std::vector<Row> rows;
    for (;;) {
        TRY_ASSIGN(const bool more, query->step());
        if (!more)
            return rows;
        rows.push_back({query->id<ReminderId>(0), query->id<EventId>(1), query->instant(2), query->optionalInstant(3),
                        query->optionalInstant(4), query->int64(5) * aMinute, query->instant(6)});
    }
}

Result<std::optional<EventRow>> eventOf(ScopedConnection &reader, const Row &row)
{
    auto event = loadEvent(reader, row.event);
    if (!event && event.error().kind == ErrorKind::NotFound)
        return std::optional<EventRow>(); // in the bin
    if (!event)
        return event.error();
    return std::optional<EventRow>(std::move(*event));
}

Result<QString> nameOf(ScopedConnection &reader, const std::optional<ClientId> &client)
{
    if (!client || !reader.principal().can(access::Capability::ClientsRead))
        return QString();
    TRY_ASSIGN(auto query, reader.query("SELECT name FROM clients WHERE id = ?"));
    query->bind(*client);
    TRY_ASSIGN(const bool there, query->step());
    return there ? query->text(0) : QString();
}

//! Those of the event that begin in (after, until].
Result<std::vector<Occurrence>> beginning(ScopedConnection &reader, const ShopCalendar &calendar, const EventRow &event,
                                          Instant after, Instant until)
{
    TRY_ASSIGN(auto all, occurrencesOf(reader, event, calendar, after.plusMsecs(1), until.plusMsecs(1)));
    std::erase_if(all, [&](const Occurrence &one) { return one.startsAt <= after; });
    return all;
}

//! What the row has to tell at `now`; nothing: not yet, or no more.
Result<std::optional<Reminder>> dueOf(ScopedConnection &reader, const ShopCalendar &calendar, const Row &row,
                                      Instant now)
{
    TRY_ASSIGN(const auto event, eventOf(reader, row));
    if (!event)
        return std::optional<Reminder>();
    const Instant until = now.plusMsecs(row.lead);
    // Who asks to be told of what begins in five minutes ten minutes before is told now.
    const Instant after = row.told ? row.told->plusMsecs(row.lead) : row.made;
    TRY_ASSIGN(auto due, beginning(reader, calendar, *event, after, until));
    if (row.isSnoozed() && row.remindAt <= now && due.empty()) {
        const Instant longAgo = row.told->plusMsecs(-keptOnToday);
        TRY_ASSIGN(due, beginning(reader, calendar, *event, longAgo, row.told->plusMsecs(row.lead)));
        if (!due.empty())
            due.erase(due.begin(), due.end() - 1);
    }
    if (due.empty())
        return std::optional<Reminder>();
    Reminder reminder{row.id, due.back(), int(due.size()) - 1};
    TRY_ASSIGN(reminder.what.who, nameOf(reader, reminder.what.client));
    return std::optional(std::move(reminder));
}

void sortByTime(std::vector<Reminder> &reminders)
{
    std::ranges::sort(reminders, {}, [](const Reminder &one) { return one.what.startsAt.msecs(); });
}

Result<std::vector<Reminder>> allDue(ScopedConnection &reader, Instant now)
{
    TRY_ASSIGN(const auto rows, readRows(reader));
    std::vector<Reminder> due;
    if (rows.empty())
        return due;
    TRY_ASSIGN(const auto terms, inventory::ShopTerms::load(reader));
    for (const Row &row : rows) {
        TRY_ASSIGN(auto one, dueOf(reader, terms.calendar, row, now));
        if (one)
            due.push_back(std::move(*one));
    }
    sortByTime(due);
    return due;
}

} // namespace

Result<std::vector<Reminder>> ReminderService::open() const
{
    ScopedConnection &reader = m_session.reader();
    TRY_ASSIGN(const auto moment, reader.snapshot());
    TRY_ASSIGN(const auto terms, inventory::ShopTerms::load(reader));
    TRY_ASSIGN(const auto rows, readRows(reader));
    const Instant now = m_door.clock().now();
    std::vector<Reminder> open;
    for (const Row &row : rows) {
        if (!row.isOpen())
            continue;
        TRY_ASSIGN(const auto event, eventOf(reader, row));
        if (!event)
            continue;
        TRY_ASSIGN(const auto told, beginning(reader, terms.calendar, *event, now.plusMsecs(-keptOnToday),
                                              row.told->plusMsecs(row.lead)));
        if (told.empty())
            continue;
        Reminder reminder{row.id, told.back()};
        TRY_ASSIGN(reminder.what.who, nameOf(reader, reminder.what.client));
        open.push_back(std::move(reminder));
    }
    sortByTime(open);
    return open;
}

Result<bool> ReminderService::anyDue() const
{
    TRY_ASSIGN(const auto moment, m_session.reader().snapshot());
    TRY_ASSIGN(const auto due, allDue(m_session.reader(), m_door.clock().now()));
    return !due.empty();
}

QFuture<Result<std::vector<Reminder>>> ReminderService::take()
{
    return m_door.write<std::vector<Reminder>>(
        Operation{changes::toldKind, {}, false}, [](WriteContext &context) -> Result<std::vector<Reminder>> {
            const Instant now = context.clock().now();
            TRY_ASSIGN(auto due, allDue(context.connection(), now));
            for (const Reminder &reminder : due)
                TRY(context.rows().update(Table::EventReminders, reminder.id, {{"sent_at", now}, {"remind_at", now}}));
            return due;
        });
}

QFuture<Result<void>> ReminderService::snooze(ReminderId reminder, int minutes)
{
    return m_door.write<void>(Operation{changes::toldKind, {}, false}, [=](WriteContext &context) -> Result<void> {
        if (minutes < 1 || minutes > 7 * 24 * 60)
            return Error{ErrorKind::Invalid, "event.snooze", {}, {}};
        const Instant again = context.clock().now().plusMsecs(minutes * aMinute);
        return context.rows().update(Table::EventReminders, reminder, {{"remind_at", again}});
    });
}

QFuture<Result<void>> ReminderService::dismiss(ReminderId reminder)
{
    return m_door.write<void>(Operation{changes::toldKind, {}, false}, [=](WriteContext &context) {
        return context.rows().update(Table::EventReminders, reminder,
                                     {{"dismissed_at", context.clock().now().plusMsecs(1)}});
    });
}

} // namespace thimblely::calendar
