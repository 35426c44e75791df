// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/access/session.h"
#include "core/inventory/shop_terms.h"
#include "core/orders/day_plan.h"
#include "core/orders/work_minutes.h"
#include "core/workspaces/settings.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QTimeZone>

#include <algorithm>

// The plan of a shop, read from its file: who works when, and what is promised.

namespace thimblely::orders {

namespace {

using access::ScopedConnection;

constexpr int fittingHour = 60; // what a fitting takes of the work of a day, with all that it interrupts

//! When one of those who do the work does it; none: as the shop.
struct Worker {
    std::optional<WorkWeek> week;
};

//! Who cuts, stitches or finishes, and whoever has hours of their own; nobody of these: the owner alone.
Result<std::vector<Worker>> readWorkers(ScopedConnection &reader)
{
    TRY_ASSIGN(auto query, reader.query(R"(
        SELECT working_hours
          FROM workspace_members
         WHERE status = 'active' AND (job_title IN ('cutter', 'stitcher', 'finisher') OR working_hours IS NOT NULL))"));
    std::vector<Worker> workers;
    for (;;) {
        TRY_ASSIGN(const bool more, query->step());
        if (!more)
            break;
        const QJsonDocument own = QJsonDocument::fromJson(query->utf8(0));
        workers.push_back({WorkWeek::fromJson(own[QLatin1String("week")])});
    }
    if (workers.empty())
        workers.push_back({});
    return workers;
}

std::vector<PlanDay> emptyDays(Date today, QTime now, const WorkingHours &hours, const std::vector<Worker> &workers)
{
    std::vector<PlanDay> days;
    days.reserve(DayPlan::horizon);
    for (int ahead = 0; ahead < DayPlan::horizon; ++ahead) {
        PlanDay day{today.plusDays(ahead)};
        day.closed = hours.closedBecause(day.date);
        for (const Worker &worker : workers) {
            if (day.closed)
                break;
            const WorkWeek &week = worker.week ? *worker.week : hours.week;
            const int minutes = ahead == 0 ? week.minutesAfter(day.date, now) : week.minutes(day.date);
            day.capacity += minutes;
            day.hand = std::max(day.hand, minutes);
        }
        const bool anybody = std::ranges::any_of(workers, [&](const Worker &worker) {
            return (worker.week ? *worker.week : hours.week).minutes(day.date) > 0;
        });
        if (!day.closed && !anybody)
            day.closed = QString();
        days.push_back(std::move(day));
    }
    return days;
}

//! The appointments to try something on take of the hours of those who would sew.
Result<void> takeOffFittings(ScopedConnection &reader, const inventory::ShopTerms &terms, Instant now,
                             std::vector<PlanDay> &days)
{
    if (!reader.principal().can(access::Capability::CalendarRead))
        return {};
    TRY_ASSIGN(auto query, reader.query(R"(
        SELECT start_at FROM events
         WHERE event_type = 'fitting' AND status = 'scheduled' AND start_at >= ?1 AND start_at < ?2)"));
    query->bind(now, terms.calendar.startOf(days.back().date.plusDays(1)));
    for (;;) {
        TRY_ASSIGN(const bool more, query->step());
        if (!more)
            return {};
        const Instant at = query->instant(0);
        const qint64 ahead = days.front().date.daysTo(terms.calendar.dayOf(at));
        if (ahead >= 0 && ahead < qint64(days.size())) {
            PlanDay &day = days[size_t(ahead)];
            day.capacity = std::max(0, day.capacity - fittingHour);
            day.fittings.push_back(at);
        }
    }
}

//! What every open piece still needs goes to its day; answered are the minutes of those that are overdue.
Result<int> addPieces(ScopedConnection &reader, std::vector<PlanDay> &days)
{
    TRY_ASSIGN(auto query, reader.query(R"(
        SELECT orders.promised_date, orders.is_rush, piece.item_kind, piece.garment_type, piece.stage,
               (SELECT sum(value ->> 'minutes') FROM json_each(piece.tasks)),
               (SELECT max(value ->> 'minutes') FROM json_each(piece.tasks)),
               (SELECT count(*) FROM json_each(piece.tasks) WHERE value ->> 'minutes' IS NULL), piece.minutes_planned
          FROM orders JOIN order_items AS piece ON piece.order_id = orders.id
         WHERE orders.promised_date < ? AND orders.order_number IS NOT NULL AND orders.collected_at IS NULL
           AND orders.status <> 'cancelled' AND piece.cancelled_at IS NULL AND piece.collected_at IS NULL
           AND piece.charge IS NULL)"));
    query->bind(days.back().date.plusDays(1).toIso());
    int overdue = 0;
    for (;;) {
        TRY_ASSIGN(const bool more, query->step());
        if (!more)
            return overdue;
        TRY_ASSIGN(const PieceKind kind, pieceKindFromCode(query->text(2)));
        TRY_ASSIGN(const Stage stage, stageFromCode(query->text(4)));
        const QString garment = query->text(3);
        const WorkOf work{kind, garment, int(query->int64(5)), int(query->int64(6)), int(query->int64(7))};
        const int left = minutesLeft(int(query->optionalInt64(8).value_or(minutesOf(work))), stage);
        const qint64 ahead = days.front().date.daysTo(query->date(0));
        if (ahead < 0) {
            overdue += left;
            continue;
        }
        PlanDay &day = days[size_t(ahead)];
        day.due += left;
        ++day.pieces;
        day.rush += query->boolean(1) ? 1 : 0;
    }
}

} // namespace

Result<DayPlan> readDayPlan(access::Session &session, Instant now)
{
    ScopedConnection &reader = session.reader();
    TRY(reader.principal().require(access::Capability::OrdersRead));
    TRY_ASSIGN(const auto moment, reader.snapshot());
    TRY_ASSIGN(const auto terms, inventory::ShopTerms::load(reader));
    TRY_ASSIGN(const auto said, workspaces::setting(reader, QLatin1String(workingHoursKey)));
    TRY_ASSIGN(const auto rules, workspaces::setting(reader, QLatin1String(fittingRulesKey)));
    TRY_ASSIGN(const std::vector<Worker> workers, readWorkers(reader));
    const WorkingHours hours = WorkingHours::fromJson(said.value_or(QJsonValue()), terms.locale);
    const Date today = terms.calendar.dayOf(now);
    const QDateTime wall = QDateTime::fromMSecsSinceEpoch(now.msecs(), QTimeZone(terms.calendar.zone()));
    // After midnight it may still be the shop's day before, and that one's hours are over.
    const QTime time = wall.date() == today.toQDate() ? wall.time() : QTime(23, 59);
    std::vector<PlanDay> days = emptyDays(today, time, hours, workers);
    TRY(takeOffFittings(reader, terms, now, days));
    TRY_ASSIGN(const int overdue, addPieces(reader, days));
    return DayPlan(std::move(days), overdue, FittingRules::fromJson(rules.value_or(QJsonValue())));
}

} // namespace thimblely::orders
