// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/calendar/calendar_service.h"

#include "core/access/session.h"
#include "core/calendar/event_rows.h"
#include "core/inventory/read_rows.h"
#include "core/inventory/shop_terms.h"
#include "core/orders/day_plan.h"
#include "core/workspaces/settings.h"

#include <QCoreApplication>

namespace thimblely::calendar {

namespace {

using access::Capability;

Result<Fitting> mapFitting(storage::Statement &row)
{
    const auto number = row.optionalInt64(5);
    return Fitting{row.id<EventId>(0),
                   row.instant(1),
                   row.text(2),
                   {},
                   {},
                   number ? std::optional(int(*number)) : std::nullopt,
                   row.optionalId<ClientId>(3),
                   row.optionalId<OrderId>(4)};
}

Result<QString> clientName(access::ScopedConnection &reader, ClientId client)
{
    TRY_ASSIGN(auto query, reader.query("SELECT name FROM clients WHERE id = ?"));
    query->bind(client);
    TRY_ASSIGN(const bool found, query->step());
    return found ? query->text(0) : QString();
}

//! What of an order is tried on.
struct TriedPieces {
    QStringList names;
    bool canvassed = false; //!< a jacket, suit or coat is among them
};

//! The pieces that the appointment names; of one that names none, all of the order's.
Result<TriedPieces> piecesOf(access::ScopedConnection &reader, const Fitting &fitting)
{
    TRY_ASSIGN(auto query, reader.query(R"(
        SELECT item_name, garment_type
          FROM order_items
         WHERE order_id = ?1 AND cancelled_at IS NULL AND charge IS NULL
           AND (EXISTS (SELECT 1 FROM events WHERE events.id = ?2 AND events.order_item_ids IS NULL)
                OR lower(hex(id)) IN (SELECT lower(replace(value, '-', ''))
                                        FROM json_each((SELECT order_item_ids FROM events WHERE events.id = ?2))))
         ORDER BY position, id)"));
    query->bind(*fitting.order, fitting.id);
    TriedPieces pieces;
    for (;;) {
        TRY_ASSIGN(const bool more, query->step());
        if (!more)
            return pieces;
        pieces.names.append(query->text(0));
        const QString garment = query->text(1);
        pieces.canvassed = pieces.canvassed || garment == QLatin1String("suit") || garment == QLatin1String("jacket") ||
                           garment == QLatin1String("coat");
    }
}

//! How many fittings the order has in all, of those that take or took place.
Result<int> fittingsOf(access::ScopedConnection &reader, OrderId order)
{
    TRY_ASSIGN(auto query, reader.query(R"(
        SELECT max(fitting_no) FROM events
         WHERE order_id = ? AND event_type = 'fitting' AND status IN ('scheduled', 'completed'))"));
    query->bind(order);
    TRY(query->step());
    return int(query->optionalInt64(0).value_or(0));
}

QString stageOf(int number, int inAll)
{
    const auto say = [](const char *text) { return QCoreApplication::translate("Fittings", text); };
    if (inAll < 2)
        return {};
    return number == 1 ? say("baste") : number >= inAll ? say("finish") : number == 2 ? say("forward") : QString();
}

//! Who comes and for what; nobody comes for what is cancelled.
Result<void> addWhat(access::ScopedConnection &reader, std::vector<Fitting> &fittings)
{
    for (Fitting &fitting : fittings) {
        if (fitting.client && reader.principal().can(Capability::ClientsRead)) {
            TRY_ASSIGN(fitting.who, clientName(reader, *fitting.client));
        }
        if (fitting.order && reader.principal().can(Capability::OrdersRead)) {
            TRY_ASSIGN(const TriedPieces pieces, piecesOf(reader, fitting));
            fitting.garments = pieces.names;
            if (pieces.canvassed && fitting.number) {
                TRY_ASSIGN(const int inAll, fittingsOf(reader, *fitting.order));
                fitting.stage = stageOf(*fitting.number, inAll);
            }
        }
    }
    const bool orders = reader.principal().can(Capability::OrdersRead);
    std::erase_if(fittings,
                  [orders](const Fitting &fitting) { return orders && fitting.order && fitting.garments.empty(); });
    return {};
}

//! Who comes and for what, in the words of the fittings; one that nobody comes to is left out as there.
Result<void> addWords(access::ScopedConnection &reader, std::vector<Occurrence> &occurrences)
{
    const bool orders = reader.principal().can(Capability::OrdersRead);
    const bool names = reader.principal().can(Capability::ClientsRead);
    std::vector<Occurrence> kept;
    kept.reserve(occurrences.size());
    for (Occurrence &one : occurrences) {
        if (one.kind == EventKind::Fitting && one.order && !one.personal) {
            std::vector<Fitting> fitting{
                {one.key.event, one.startsAt, one.title, {}, {}, one.number, one.client, one.order}};
            TRY(addWhat(reader, fitting));
            if (orders && fitting.empty() && one.status == EventStatus::Scheduled)
                continue;
            if (!fitting.empty()) {
                one.garments = fitting[0].garments;
                one.stage = fitting[0].stage;
            }
        }
        if (one.client && names) {
            TRY_ASSIGN(one.who, clientName(reader, *one.client));
        }
        kept.push_back(std::move(one));
    }
    occurrences = std::move(kept);
    return {};
}

Result<WorkingHours> hoursOf(access::ScopedConnection &reader, const inventory::ShopTerms &terms)
{
    TRY_ASSIGN(const auto said, workspaces::setting(reader, QLatin1String(workingHoursKey)));
    return WorkingHours::fromJson(said.value_or(QJsonValue()), terms.locale);
}

Result<std::vector<CalendarPerson>> readPeople(access::ScopedConnection &reader, const WorkingHours &hours, Date from,
                                               Date to)
{
    std::vector<CalendarPerson> people;
    if (!reader.principal().can(Capability::TeamRead))
        return people;
    TRY_ASSIGN(auto query, reader.query(R"(
        SELECT member.user_id, coalesce(member.display_name, profile.full_name, ''), member.working_hours
          FROM workspace_members AS member JOIN profiles AS profile ON profile.id = member.user_id
         WHERE member.status = 'active'
         ORDER BY 2 COLLATE NOCASE, member.user_id)"));
    for (;;) {
        TRY_ASSIGN(const bool more, query->step());
        if (!more)
            return people;
        CalendarPerson person{query->id<PersonId>(0), query->text(1), {}};
        const auto own = WorkWeek::fromJson(QJsonDocument::fromJson(query->utf8(2))[QLatin1String("week")]);
        for (Date date = from; date <= to; date = date.plusDays(1))
            person.minutes.push_back(hours.closedBecause(date) ? 0 : (own ? *own : hours.week).minutes(date));
        people.push_back(std::move(person));
    }
}

//! What is planned of the days to come, and of those that are past whether anybody worked.
Result<void> addDays(access::Session &session, const WorkingHours &hours, Instant now, CalendarWindow &window)
{
    std::optional<orders::DayPlan> plan;
    if (window.hasOrders && window.today <= window.to) {
        TRY_ASSIGN(plan, orders::readDayPlan(session, now));
    }
    constexpr int fittingMinutes = 60; // as the plan counts them
    for (Date date = window.from; date <= window.to; date = date.plusDays(1)) {
        CalendarDay day{date};
        day.closed = hours.isOpen(date) ? std::nullopt : std::optional(hours.closedBecause(date).value_or(QString()));
        if (const orders::PlanDay *planned = plan ? plan->day(date) : nullptr) {
            const int visits = fittingMinutes * int(planned->fittings.size());
            day.closed = planned->closed;
            day.isPlanned = true;
            day.capacity = planned->capacity + visits;
            day.due = planned->due + visits;
            day.free = std::min(planned->free, day.capacity);
            day.taken = day.capacity - day.free; // as the counter's list of the days has it
            day.isFull = planned->isFull();
        }
        window.days.push_back(std::move(day));
        if (date == date.plusDays(1))
            break; // the last day there is
    }
    return {};
}

} // namespace

Result<CalendarWindow> CalendarService::window(Date from, Date to, Instant now) const
{
    access::ScopedConnection &reader = m_session.reader();
    if (to < from || from.daysTo(to) > mostDays)
        return Error{ErrorKind::Invalid, "calendar.window", {}, {}};
    TRY_ASSIGN(const auto moment, reader.snapshot());
    TRY_ASSIGN(const auto terms, inventory::ShopTerms::load(reader));
    TRY_ASSIGN(const WorkingHours hours, hoursOf(reader, terms));
    CalendarWindow window{from, to, terms.calendar.dayOf(now)};
    window.hasOrders = reader.principal().can(Capability::OrdersRead);
    TRY(addDays(m_session, hours, now, window));
    TRY_ASSIGN(window.occurrences, occurrencesBetween(reader, terms.calendar, terms.calendar.startOf(from),
                                                      terms.calendar.startOf(to.plusDays(1))));
    TRY(addWords(reader, window.occurrences));
    markClashes(window, reader.principal().person);
    TRY_ASSIGN(window.people, readPeople(reader, hours, from, to));
    if (window.hasOrders) {
        TRY_ASSIGN(window.due, orders::readDueOrders(m_session, from, to));
        TRY_ASSIGN(window.inHand, orders::readPiecesInHand(m_session, from, to));
    }
    return window;
}

Result<CalendarService::Clashes> CalendarService::clashes(const EventDraft &draft, std::optional<EventKey> except,
                                                          Instant now) const
{
    access::ScopedConnection &reader = m_session.reader();
    TRY_ASSIGN(const auto terms, inventory::ShopTerms::load(reader));
    const Date day = terms.calendar.dayOf(draft.startsAt);
    TRY_ASSIGN(CalendarWindow around, window(day, terms.calendar.dayOf(std::max(draft.startsAt, draft.endsAt)), now));
    Clashes found;
    for (const Occurrence &other : around.occurrences) {
        if (except && other.key == *except)
            continue;
        CalendarWindow both{around.from, around.to, around.today, around.days};
        Occurrence typed{.key = {EventId(other.key.event)}, .firstDay = day, .lastDay = day};
        typed.kind = draft.kind;
        typed.startsAt = draft.startsAt;
        typed.endsAt = draft.endsAt;
        typed.allDay = draft.allDay;
        typed.staff = draft.staff;
        typed.client = draft.client;
        typed.personal = draft.personal;
        both.occurrences = {typed, other};
        std::ranges::sort(both.occurrences, {}, [](const Occurrence &one) { return one.startsAt.msecs(); });
        markClashes(both, reader.principal().person);
        const int clash = both.occurrences[0].clashes & (SameStaff | SameClient);
        if (clash == 0)
            continue;
        found.all |= clash;
        found.with.push_back(other);
    }
    const CalendarDay &on = around.days.front();
    const bool visit = draft.kind == EventKind::Fitting || draft.kind == EventKind::Appointment;
    if (visit && !draft.personal && on.closed) {
        found.all |= ClosedDay;
        found.closed = *on.closed;
    } else if (visit && !draft.personal && on.isPlanned && on.isFull) {
        found.all |= FullDay;
    }
    return found;
}

Result<Occurrence> CalendarService::load(const EventKey &key) const
{
    access::ScopedConnection &reader = m_session.reader();
    TRY_ASSIGN(const auto terms, inventory::ShopTerms::load(reader));
    TRY_ASSIGN(const EventRow row, loadEvent(reader, key.event));
    std::vector<Occurrence> one{
        occurrenceOf(row, key.at && row.isSeries() ? *key.at : row.startWall(), terms.calendar)};
    EventId told = row.id;
    if (row.recurrence) {
        TRY_ASSIGN(const auto series, seriesOf(reader, row));
        if (series) {
            one[0].rule = series->rule;
            told = series->id;
        }
    }
    TRY_ASSIGN(one[0].leads, leadsOf(reader, told));
    const Occurrence plain = one[0];
    TRY(addWords(reader, one));
    return one.empty() ? plain : std::move(one[0]);
}

Result<std::vector<Fitting>> CalendarService::fittings(Date day) const
{
    access::ScopedConnection &reader = m_session.reader();
    TRY(reader.principal().require(Capability::CalendarRead));
    TRY_ASSIGN(const auto moment, reader.snapshot());
    TRY_ASSIGN(const auto terms, inventory::ShopTerms::load(reader));
    TRY_ASSIGN(auto query, reader.query(R"(
        SELECT id, start_at, title, client_id, order_id, fitting_no
          FROM events
         WHERE event_type = 'fitting' AND status = 'scheduled' AND start_at >= ?1 AND start_at < ?2
         ORDER BY start_at, id)"));
    query->bind(terms.calendar.startOf(day), terms.calendar.startOf(day.plusDays(1)));
    TRY_ASSIGN(std::vector<Fitting> fittings, inventory::readRows<Fitting>(*query, mapFitting));
    TRY(addWhat(reader, fittings));
    return fittings;
}

Result<std::vector<Fitting>> CalendarService::ofOrder(OrderId order) const
{
    access::ScopedConnection &reader = m_session.reader();
    TRY(reader.principal().require(Capability::CalendarRead));
    TRY_ASSIGN(auto query, reader.query(R"(
        SELECT id, start_at, title, client_id, order_id, fitting_no
          FROM events
         WHERE order_id = ? AND event_type = 'fitting' AND status = 'scheduled'
         ORDER BY start_at, id)"));
    query->bind(order);
    TRY_ASSIGN(std::vector<Fitting> fittings, inventory::readRows<Fitting>(*query, mapFitting));
    TRY(addWhat(reader, fittings));
    return fittings;
}

} // namespace thimblely::calendar
