// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/calendar/event_writer.h"

#include "core/calendar/recurrence.h"
#include "core/inventory/fields.h"
#include "core/inventory/shop_terms.h"

#include <algorithm>

namespace thimblely::calendar {

namespace {

using access::Field;
using changes::WriteContext;
using inventory::textOrNull;
using storage::Table;

constexpr qint64 oneDay = 86'400;

Error invalid(const char *code, const QStringList &args = {})
{
    return Error{ErrorKind::Invalid, code, args, {}};
}

Result<EventDraft> checked(EventDraft draft)
{
    draft.title = draft.title.simplified();
    draft.location = draft.location.simplified();
    draft.notes = draft.notes.trimmed();
    if (draft.title.isEmpty())
        return invalid("event.no_title");
    if (draft.endsAt < draft.startsAt)
        return invalid("event.ends_before");
    if (draft.endsAt.msecs() - draft.startsAt.msecs() > longestEvent)
        return invalid("event.too_long");
    if (!draft.rule.isEmpty()) {
        if (draft.kind == EventKind::Fitting)
            return invalid("event.fitting_repeats");
        const auto facts = readRule(draft.rule);
        if (!facts)
            return invalid("event.rule", {draft.rule});
        draft.rule = facts->text;
    }
    if (draft.personal) {
        draft.client.reset();
        draft.order.reset();
        draft.staff.reset();
    }
    return draft;
}

//! What is typed, as columns; without what makes it a series.
std::vector<Field> fieldsOf(const EventDraft &draft)
{
    return {{"title", draft.title},
            {"description", textOrNull(draft.notes)},
            {"event_type", toCode(draft.kind)},
            {"start_at", draft.startsAt},
            {"end_at", draft.endsAt},
            {"all_day", draft.allDay},
            {"location", textOrNull(draft.location)},
            {"staff_user_id", draft.staff},
            {"client_id", draft.client},
            {"order_id", draft.order}};
}

access::FieldValue wallsOrNull(const std::vector<WallTime> &walls)
{
    return walls.empty() ? access::FieldValue(std::nullopt) : access::FieldValue(wallsToJson(walls));
}

//! What makes `row` the series that it is.
void addSeries(std::vector<Field> &fields, const EventRow &row)
{
    fields.push_back({"rrule", textOrNull(row.rule)});
    fields.push_back({"rdates", wallsOrNull(row.rdates)});
    fields.push_back({"exdates", wallsOrNull(row.exdates)});
    fields.push_back({"recurs_until", recursUntil(row)});
    fields.push_back({"ical_uid", textOrNull(row.uid)});
}

EventRow typedOver(EventRow row, const EventDraft &draft)
{
    row.start = draft.startsAt;
    row.end = draft.endsAt;
    row.allDay = draft.allDay;
    row.rule = draft.rule;
    return row;
}

std::vector<WallTime> shifted(std::vector<WallTime> walls, qint64 secs)
{
    for (WallTime &wall : walls)
        wall = wall.plusSecs(secs);
    return walls;
}

/*!
 * The rule of a series that begins that much later: its weekdays and its last day go along. What names days of the month
 * stays as it is said.
 */
QString shiftedRule(const QString &rule, WallTime start, qint64 secs, bool wholeDays)
{
    const auto facts = readRule(rule);
    if (!facts || secs == 0)
        return rule;
    const qint64 days = start.date().daysTo(start.plusSecs(secs).date());
    QString text = facts->text;
    if (facts->isPlain && !facts->weekdays.isEmpty() && days % 7 != 0) {
        static const char *names[] = {"MO", "TU", "WE", "TH", "FR", "SA", "SU"};
        QStringList moved;
        for (const int weekday : facts->weekdays)
            moved.append(QLatin1String(names[((weekday - 1 + days) % 7 + 7) % 7]));
        const qsizetype from = text.indexOf(QLatin1String("BYDAY=")) + 6;
        const qsizetype to = text.indexOf(u';', from);
        text.replace(from, (to < 0 ? text.size() : to) - from, moved.join(u','));
    }
    if (facts->until)
        text = ruleEnding(text, {}, facts->until->plusSecs(wholeDays ? days * oneDay : secs), wholeDays);
    return text;
}

Result<void> insertRow(WriteContext &context, EventId id, std::vector<Field> fields, const QByteArray &zone,
                       PersonId user, bool personal)
{
    fields.push_back({"time_zone", zone});
    fields.push_back({"user_id", user});
    fields.push_back({"created_by", context.principal().person});
    if (personal)
        fields.push_back({"workspace_id", std::nullopt});
    return context.rows().insert(Table::Events, id, fields);
}

Result<void> updateRow(WriteContext &context, EventId id, const std::vector<Field> &fields)
{
    return context.rows().update(Table::Events, id, fields);
}

//! What is known of what is to be changed.
struct Found {
    EventRow row;
    std::optional<EventRow> series; //!< the row itself, or the one that it takes the place of one of
    WallTime at;                    //!< which one of it
};

Result<Found> found(WriteContext &context, const EventKey &which)
{
    TRY_ASSIGN(EventRow row, loadEvent(context.connection(), which.event));
    TRY_ASSIGN(auto series, seriesOf(context.connection(), row));
    if (row.isSeries())
        series = row;
    const WallTime at = row.recurrence ? *row.recurrence : which.at.value_or(row.startWall());
    if (row.isSeries()) {
        TRY_ASSIGN(const auto moved, movedOnes(context.connection(), row));
        if (timesOf(row, moved, at, at.plusSecs(1)).empty())
            return Error{ErrorKind::NotFound, "event.no_such_day", {}, {}};
    }
    return Found{std::move(row), std::move(series), at};
}

Scope narrowed(const Found &it, Scope scope)
{
    if (!it.series)
        return Scope::This;
    return scope == Scope::Following && it.at <= it.series->startWall() ? Scope::All : scope;
}

// Changing ------------------------------------------------------------------------------------------------------------

//! From now on it stands for itself, and the series leaves it out.
Result<void> setApart(WriteContext &context, const Found &it, const EventDraft &to)
{
    const EventRow &series = *it.series;
    std::vector<Field> fields = fieldsOf(to);
    fields.push_back({"recurrence_id", it.at.toText()});
    fields.push_back({"ical_uid", series.uid});
    return insertRow(context, EventId::make(context.clock()), std::move(fields), series.zone, series.user,
                     series.personal);
}

Result<void> changeThis(WriteContext &context, const Found &it, const EventDraft &to)
{
    if (it.row.isSeries())
        return setApart(context, it, to);
    std::vector<Field> fields = fieldsOf(to);
    if (!it.row.recurrence) { // what took place once may become a series
        EventRow row = typedOver(it.row, to);
        if (row.isSeries() && row.uid.isEmpty())
            row.uid = ownUid(row.id);
        addSeries(fields, row);
    }
    return updateRow(context, it.row.id, fields);
}

//! Those that were set apart go along with the series: by name, and by where the series has them now.
Result<void> moveAlong(WriteContext &context, const EventRow &series, std::optional<WallTime> from, const QString &uid,
                       qint64 secs)
{
    if (secs == 0 && uid == series.uid)
        return {};
    TRY_ASSIGN(auto moved, movedOnes(context.connection(), series));
    // In the order in which none meets the one that has yet to leave its place.
    std::ranges::sort(moved, [secs](const EventRow &a, const EventRow &b) {
        return secs > 0 ? *a.recurrence > *b.recurrence : *a.recurrence < *b.recurrence;
    });
    for (const EventRow &row : moved) {
        if (from && *row.recurrence < *from)
            continue;
        TRY(updateRow(context, row.id,
                      {{"recurrence_id", row.recurrence->plusSecs(secs).toText()}, {"ical_uid", uid}}));
    }
    return {};
}

Result<void> cancelMoved(WriteContext &context, const EventRow &series, std::optional<WallTime> from)
{
    TRY_ASSIGN(const auto moved, movedOnes(context.connection(), series));
    for (const EventRow &row : moved) {
        if ((!from || *from <= *row.recurrence) && row.status == EventStatus::Scheduled)
            TRY(updateRow(context, row.id, {{"status", "cancelled"}}));
    }
    return {};
}

Result<void> changeAll(WriteContext &context, const Found &it, EventDraft to)
{
    EventRow series = *it.series;
    const qint64 secs = it.at.secsTo(WallTime::of(to.startsAt, series.zone));
    const qint64 length = to.endsAt.msecs() - to.startsAt.msecs();
    const WallTime start = series.startWall().plusSecs(secs);
    const bool sameRule = to.rule == series.rule;
    if (sameRule)
        to.rule = shiftedRule(to.rule, series.startWall(), secs, series.allDay);
    to.startsAt = start.at(series.zone);
    to.endsAt = to.startsAt.plusMsecs(length);
    if (to.rule.isEmpty()) { // only this one is left
        TRY(cancelMoved(context, series, {}));
    } else {
        TRY(moveAlong(context, series, {}, series.uid, secs));
    }
    series = typedOver(series, to);
    series.rdates = to.rule.isEmpty() ? std::vector<WallTime>() : shifted(series.rdates, secs);
    series.exdates = to.rule.isEmpty() ? std::vector<WallTime>() : shifted(series.exdates, secs);
    std::vector<Field> fields = fieldsOf(to);
    addSeries(fields, series);
    return updateRow(context, series.id, fields);
}

//! The rule's part before `at`, and how many that are.
QString ruleBefore(const EventRow &series, WallTime at)
{
    return ruleEnding(series.rule, {}, at.plusSecs(series.allDay ? -oneDay : -1), series.allDay);
}

int countBefore(const EventRow &series, WallTime at)
{
    constexpr int most = 100'000;
    return int(expandRule(series.rule, series.startWall(), series.startWall(), at, most).size());
}

Result<void> endBefore(WriteContext &context, EventRow series, WallTime at)
{
    series.rule = ruleBefore(series, at);
    std::erase_if(series.rdates, [at](WallTime wall) { return at <= wall; });
    std::erase_if(series.exdates, [at](WallTime wall) { return at <= wall; });
    std::vector<Field> fields;
    addSeries(fields, series);
    return updateRow(context, series.id, fields);
}

//! The series ends before it, and another begins with it: that one.
Result<EventId> part(WriteContext &context, const Found &it, EventDraft to)
{
    const EventRow &series = *it.series;
    const qint64 secs = it.at.secsTo(WallTime::of(to.startsAt, series.zone));
    if (to.rule == series.rule) {
        const auto facts = readRule(to.rule);
        if (facts && facts->count)
            to.rule = ruleEnding(to.rule, std::max(1, *facts->count - countBefore(series, it.at)), {}, series.allDay);
        to.rule = shiftedRule(to.rule, it.at, secs, series.allDay);
    }
    const EventId id = EventId::make(context.clock());
    EventRow later = typedOver(series, to);
    later.uid = ownUid(id);
    std::erase_if(later.rdates, [&](WallTime wall) { return wall < it.at; });
    std::erase_if(later.exdates, [&](WallTime wall) { return wall < it.at; });
    later.rdates = shifted(later.rdates, secs);
    later.exdates = shifted(later.exdates, secs);
    std::vector<Field> fields = fieldsOf(to);
    addSeries(fields, later);
    TRY(insertRow(context, id, std::move(fields), series.zone, series.user, series.personal));
    if (later.isSeries()) {
        TRY(moveAlong(context, series, it.at, later.uid, secs));
    } else {
        TRY(cancelMoved(context, series, it.at));
    }
    TRY(endBefore(context, series, it.at));
    TRY_ASSIGN(const QList<int> leads, leadsOf(context.connection(), series.id)); // who is told goes on being told
    if (!leads.isEmpty()) {
        TRY_ASSIGN(const EventRow written, loadEvent(context.connection(), id));
        const auto set = setLeads(context, written, leads);
        if (!set && set.error().code != "event.too_early")
            return set.error();
    }
    return id;
}

//! By how many minutes two of the series lie apart at least.
std::optional<qint64> narrowestGap(const EventRow &row)
{
    if (!row.isSeries())
        return std::nullopt;
    constexpr int looked = 60;
    const auto times =
        expandRule(row.rule, row.startWall(), row.startWall(), row.startWall().plusSecs(oneDay * 4000), looked);
    std::optional<qint64> gap;
    for (size_t i = 1; i < times.size(); ++i)
        gap = std::min(gap.value_or(times[i - 1].secsTo(times[i]) / 60), times[i - 1].secsTo(times[i]) / 60);
    return gap;
}

} // namespace

QString ownUid(EventId id)
{
    return id.toString() + QStringLiteral("@thimblely");
}

access::FieldValue recursUntil(const EventRow &row)
{
    if (!row.isSeries())
        return std::nullopt;
    auto last = lastOf(row.rule, row.startWall());
    if (!last)
        return std::nullopt;
    if (!row.rdates.empty())
        last = std::max(*last, row.rdates.back());
    return row.endOf(*last);
}

EventDraft draftOf(const EventRow &row, const std::optional<WallTime> &at)
{
    EventDraft draft;
    draft.kind = row.kind;
    draft.title = row.title;
    draft.startsAt = row.isSeries() && at ? at->at(row.zone) : row.start;
    draft.endsAt = row.isSeries() && at ? row.endOf(*at) : row.end;
    draft.allDay = row.allDay;
    draft.rule = row.rule;
    draft.staff = row.staff;
    draft.client = row.client;
    draft.order = row.order;
    draft.location = row.location;
    draft.notes = row.notes;
    draft.personal = row.personal;
    return draft;
}

Result<EventId> enterEvent(WriteContext &context, const EventDraft &typed, const QList<int> &leads)
{
    TRY_ASSIGN(const EventDraft draft, checked(typed));
    TRY_ASSIGN(const auto terms, inventory::ShopTerms::load(context.connection()));
    const EventId id = EventId::make(context.clock());
    std::vector<Field> fields = fieldsOf(draft);
    if (!draft.rule.isEmpty()) {
        EventRow row{id,
                     context.principal().person,
                     draft.kind,
                     EventStatus::Scheduled,
                     {},
                     {},
                     {},
                     draft.startsAt,
                     draft.endsAt,
                     terms.calendar.zone(),
                     draft.allDay,
                     draft.personal,
                     draft.rule,
                     {},
                     {},
                     {},
                     ownUid(id),
                     {},
                     {},
                     {},
                     {}};
        addSeries(fields, row);
    }
    TRY(insertRow(context, id, std::move(fields), terms.calendar.zone(), context.principal().person, draft.personal));
    if (!leads.isEmpty()) {
        TRY_ASSIGN(const EventRow row, loadEvent(context.connection(), id));
        TRY(setLeads(context, row, leads));
    }
    return id;
}

Result<void> changeEvent(WriteContext &context, const EventKey &which, Scope scope, const EventDraft &typed,
                         const std::optional<QList<int>> &leads)
{
    TRY_ASSIGN(EventDraft to, checked(typed));
    TRY_ASSIGN(const Found it, found(context, which));
    to.personal = it.row.personal; // whose it is stays
    if (to.personal) {
        TRY_ASSIGN(to, checked(to));
    }
    EventId told = it.series ? it.series->id : it.row.id;
    switch (narrowed(it, scope)) {
    case Scope::This:
        TRY(changeThis(context, it, to));
        break;
    case Scope::Following: {
        TRY_ASSIGN(told, part(context, it, to));
        break;
    }
    case Scope::All:
        TRY(changeAll(context, it, to));
        break;
    }
    if (!leads)
        return {};
    TRY_ASSIGN(const EventRow written, loadEvent(context.connection(), told));
    return setLeads(context, written, *leads);
}

Result<void> cancelEvent(WriteContext &context, const EventKey &which, Scope scope)
{
    TRY_ASSIGN(const Found it, found(context, which));
    switch (narrowed(it, scope)) {
    case Scope::This: {
        if (!it.row.isSeries())
            return updateRow(context, it.row.id, {{"status", "cancelled"}});
        EventRow series = it.row;
        series.exdates.push_back(it.at);
        std::ranges::sort(series.exdates);
        return updateRow(context, series.id, {{"exdates", wallsToJson(series.exdates)}});
    }
    case Scope::Following:
        TRY(cancelMoved(context, *it.series, it.at));
        return endBefore(context, *it.series, it.at);
    case Scope::All:
        TRY(cancelMoved(context, *it.series, {}));
        return updateRow(context, it.series->id, {{"status", "cancelled"}});
    }
    Q_UNREACHABLE();
}

Result<void> setLeads(WriteContext &context, const EventRow &row, const QList<int> &leads)
{
    const auto gap = narrowestGap(row);
    TRY_ASSIGN(auto query, context.query("SELECT id, lead_minutes FROM event_reminders WHERE event_id = ?"));
    query->bind(row.id);
    QList<int> there;
    std::vector<RowId> gone;
    for (;;) {
        TRY_ASSIGN(const bool more, query->step());
        if (!more)
            break;
        const int lead = int(query->int64(1));
        if (leads.contains(lead))
            there.append(lead);
        else
            gone.push_back(query->id<RowId>(0));
    }
    for (const RowId id : gone)
        TRY(context.rows().remove(Table::EventReminders, id.bytes()));
    for (const int lead : leads) {
        constexpr int most = 40'320;
        if (lead < 0 || lead > most || (gap && lead >= *gap))
            return invalid("event.too_early");
        if (there.contains(lead))
            continue;
        std::vector<Field> fields{
            {"event_id", row.id}, {"lead_minutes", lead}, {"remind_at", row.start.plusMsecs(qint64(lead) * -60'000)}};
        if (row.personal)
            fields.push_back({"workspace_id", std::nullopt});
        TRY(context.rows().insert(Table::EventReminders, RowId::make(context.clock()), fields));
    }
    return {};
}

} // namespace thimblely::calendar
