// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/workroom/workroom_service.h"

#include "core/access/session.h"
#include "core/changes/write_door.h"
#include "core/inventory/read_rows.h"
#include "core/inventory/shop_terms.h"
#include "core/orders/day_plan.h"
#include "core/orders/open_order_counts.h"
#include "core/workroom/card_reader.h"
#include "core/workspaces/settings.h"

#include <QRegularExpression>

#include <algorithm>

// What is read of the workroom; what is written stands in workroom_writes.cpp.

namespace thimblely::workroom {

namespace {

using access::Capability;
using access::ScopedConnection;
using inventory::ShopTerms;

//! What every question begins with.
struct Reading {
    ScopedConnection &reader;
    ShopTerms shop;
    WorkTerms terms;
    Checklist checks;
    Date today;

    static Result<Reading> begin(ScopedConnection &reader, Instant now)
    {
        TRY_ASSIGN(ShopTerms shop, ShopTerms::load(reader));
        TRY_ASSIGN(WorkTerms terms, WorkTerms::load(reader));
        TRY_ASSIGN(const auto checks, workspaces::setting(reader, QLatin1String(checksKey)));
        const Date today = shop.calendar.dayOf(now);
        return Reading{reader, std::move(shop), std::move(terms), Checklist::fromJson(checks), today};
    }
    Result<std::vector<WorkCard>> cards(const std::vector<OrderItemId> &pieces) const
    {
        return CardReader(reader, terms, checks, today, shop.calendar).cards(pieces);
    }
};

//! The first pieces of a page, and the last one's key where more follow.
struct Gathered {
    std::vector<OrderItemId> pieces = {};
    std::optional<WorkKey> last = {};
    bool more = false;

    //! False: the page is full, and this one is on the next.
    bool add(const WalkedPiece &piece, int most)
    {
        if (int(pieces.size()) == most) {
            more = true;
            return false;
        }
        pieces.push_back(piece.key.piece);
        last = piece.key;
        return true;
    }
    Result<WorkPage> page(const Reading &reading) const
    {
        WorkPage page;
        TRY_ASSIGN(page.cards, reading.cards(pieces));
        if (more)
            page.next = last;
        return page;
    }
};

//! Minutes of those who do the work, today and on the next open day; nothing for whom the plan is not to see.
Result<std::optional<orders::DayPlan>> planOf(access::Session &session, Instant now)
{
    if (!session.principal().can(Capability::OrdersRead))
        return std::optional<orders::DayPlan>();
    TRY_ASSIGN(orders::DayPlan plan, orders::readDayPlan(session, now));
    return std::optional(std::move(plan));
}

int capacityOfTwoDays(const orders::DayPlan &plan)
{
    int minutes = plan.days().empty() ? 0 : plan.days().front().capacity;
    for (size_t i = 1; i < plan.days().size(); ++i) {
        if (plan.days()[i].isOpen())
            return minutes + plan.days()[i].capacity;
    }
    return minutes;
}

Result<void> addReady(const Reading &reading, const WorkFilter &filter, int most, BoardColumn &column)
{
    Gathered first;
    TRY(walkReady(reading.reader, reading.terms, std::nullopt, [&](const WalkedPiece &piece) {
        if (leaves(filter, piece)) {
            ++column.pieces;
            first.add(piece, most);
        }
        return true;
    }));
    TRY_ASSIGN(column.first, first.page(reading));
    return {};
}

//! Where it belongs in a list by promise: all that is late together.
WorkDay dayOf(const WalkedPiece &piece, Date today)
{
    const auto &promised = piece.key.promised;
    return promised && *promised < today ? WorkDay{std::nullopt, true} : WorkDay{promised, false};
}

Result<void> addOrders(const Reading &reading, Instant now, std::vector<WorkDay> &days)
{
    using orders::OpenOrderFilter;
    for (WorkDay &day : days) {
        if (day.late) {
            TRY_ASSIGN(day.orders, orders::countOpenOrders(reading.reader, OpenOrderFilter::Late, now));
        } else if (day.day == reading.today) {
            TRY_ASSIGN(day.orders, orders::countOpenOrders(reading.reader, OpenOrderFilter::DueToday, now));
        }
    }
    return {};
}

} // namespace

// The board -----------------------------------------------------------------------------------------------------------

Result<WorkBoard> WorkroomService::board(const WorkFilter &filter, int most) const
{
    ScopedConnection &reader = m_session.reader();
    const Instant now = m_door.clock().now();
    TRY_ASSIGN(const auto moment, reader.snapshot());
    TRY_ASSIGN(const Reading reading, Reading::begin(reader, now));
    WorkBoard board{reading.terms.steps, reading.checks};
    for (const Step &step : board.steps.all())
        board.columns.push_back({step});
    std::vector<Gathered> first(board.columns.size());
    int counted = 0;
    TRY(walkInWork(reader, reading.terms, std::nullopt, [&](const WalkedPiece &piece) {
        if (leaves(filter, piece)) {
            BoardColumn &column = board.columns[size_t(piece.step)];
            ++column.pieces;
            column.minutes += piece.here;
            first[size_t(piece.step)].add(piece, most);
        }
        board.isWhole = ++counted < mostCounted;
        return board.isWhole;
    }));
    for (size_t i = 0; i + 1 < board.columns.size(); ++i) {
        TRY_ASSIGN(board.columns[i].first, first[i].page(reading));
    }
    TRY(addReady(reading, filter, most, board.columns.back()));
    TRY_ASSIGN(const auto plan, planOf(m_session, now));
    if (plan) {
        board.capacity = capacityOfTwoDays(*plan);
        TRY_ASSIGN(board.ordersReady, orders::countOpenOrders(reader, orders::OpenOrderFilter::Ready, now));
    }
    return board;
}

Result<WorkPage> WorkroomService::column(int step, const WorkFilter &filter, const WorkKey &after, int limit) const
{
    ScopedConnection &reader = m_session.reader();
    TRY_ASSIGN(const auto moment, reader.snapshot());
    TRY_ASSIGN(const Reading reading, Reading::begin(reader, m_door.clock().now()));
    Gathered page;
    const auto visit = [&](const WalkedPiece &piece) {
        return piece.step != step || !leaves(filter, piece) || page.add(piece, limit);
    };
    if (step == reading.terms.steps.ready()) {
        TRY(walkReady(reader, reading.terms, after, visit));
    } else {
        TRY(walkInWork(reader, reading.terms, after, visit));
    }
    return page.page(reading);
}

// By promise ----------------------------------------------------------------------------------------------------------

Result<WorkList> WorkroomService::list(const WorkFilter &filter, int most) const
{
    ScopedConnection &reader = m_session.reader();
    const Instant now = m_door.clock().now();
    TRY_ASSIGN(const auto moment, reader.snapshot());
    TRY_ASSIGN(const Reading reading, Reading::begin(reader, now));
    WorkList list{reading.terms.steps, reading.checks};
    Gathered first;
    int counted = 0;
    TRY(walkInWork(reader, reading.terms, std::nullopt, [&](const WalkedPiece &piece) {
        if (leaves(filter, piece)) {
            const WorkDay day = dayOf(piece, reading.today);
            if (list.days.empty() || list.days.back().day != day.day || list.days.back().late != day.late)
                list.days.push_back(day);
            ++list.days.back().pieces;
            list.days.back().minutes += piece.left;
            ++list.pieces;
            first.add(piece, most);
        }
        list.isWhole = ++counted < mostCounted;
        return list.isWhole;
    }));
    TRY_ASSIGN(list.first, first.page(reading));
    TRY_ASSIGN(const auto plan, planOf(m_session, now));
    if (!plan)
        return list;
    TRY(addOrders(reading, now, list.days));
    for (WorkDay &day : list.days) {
        if (const auto *planned = day.day ? plan->day(*day.day) : nullptr)
            day.capacity = planned->capacity;
    }
    return list;
}

Result<WorkPage> WorkroomService::listPage(const WorkFilter &filter, const WorkKey &after, int limit) const
{
    ScopedConnection &reader = m_session.reader();
    TRY_ASSIGN(const auto moment, reader.snapshot());
    TRY_ASSIGN(const Reading reading, Reading::begin(reader, m_door.clock().now()));
    Gathered page;
    TRY(walkInWork(reader, reading.terms, after,
                   [&](const WalkedPiece &piece) { return !leaves(filter, piece) || page.add(piece, limit); }));
    return page.page(reading);
}

// One piece -----------------------------------------------------------------------------------------------------------

Result<WorkCard> WorkroomService::card(OrderItemId piece) const
{
    ScopedConnection &reader = m_session.reader();
    TRY_ASSIGN(const auto moment, reader.snapshot());
    TRY_ASSIGN(const Reading reading, Reading::begin(reader, m_door.clock().now()));
    TRY_ASSIGN(std::vector<WorkCard> found, reading.cards({piece}));
    if (found.empty())
        return Error{ErrorKind::NotFound, "order.piece_not_found", {}, {}};
    return std::move(found.front());
}

Result<std::optional<OrderItemId>> WorkroomService::byTag(const QString &tag) const
{
    static const QRegularExpression form(QStringLiteral("^([A-Z]?[A-Z0-9]*?\\d+)[-P](\\d+)$"));
    const auto match = form.match(tag.trimmed().toUpper());
    if (!match.hasMatch())
        return std::optional<OrderItemId>();
    TRY_ASSIGN(auto query, m_session.reader().query(R"(
        SELECT piece.id
          FROM orders JOIN order_items AS piece ON piece.order_id = orders.id
         WHERE orders.order_number = ?1 AND piece.position = ?2 AND piece.charge IS NULL)"));
    query->bind(match.captured(1), match.captured(2).toLongLong());
    TRY_ASSIGN(const bool found, query->step());
    return found ? std::optional(query->id<OrderItemId>(0)) : std::nullopt;
}

Result<std::vector<Hand>> WorkroomService::hands() const
{
    ScopedConnection &reader = m_session.reader();
    TRY(reader.principal().require(Capability::TeamRead));
    TRY_ASSIGN(const auto moment, reader.snapshot());
    TRY_ASSIGN(const WorkTerms terms, WorkTerms::load(reader));
    TRY_ASSIGN(auto query, reader.query(R"(
        SELECT member.user_id, ifnull(profiles.full_name, member.display_name), member.job_title
          FROM workspace_members AS member LEFT JOIN profiles ON profiles.id = member.user_id
         WHERE member.status = 'active'
         ORDER BY ifnull(profiles.full_name, member.display_name), member.user_id)"));
    TRY_ASSIGN(std::vector<Hand> hands, inventory::readRows<Hand>(*query, [](storage::Statement &row) -> Result<Hand> {
                   return Hand{row.id<PersonId>(0), row.text(1), row.text(2)};
               }));
    int counted = 0;
    TRY(walkInWork(reader, terms, std::nullopt, [&](const WalkedPiece &piece) {
        const auto has = piece.given ? std::ranges::find(hands, *piece.given, &Hand::person) : hands.end();
        if (has != hands.end()) {
            ++has->pieces;
            has->minutes += piece.left;
        }
        return ++counted < mostCounted;
    }));
    return hands;
}

Result<std::vector<Given>> WorkroomService::given(OrderItemId piece) const
{
    TRY_ASSIGN(auto query, m_session.reader().query(R"(
        SELECT occurred_at, data ->> 'name',
               (SELECT full_name FROM profiles WHERE profiles.id = sys_activity.person_id)
          FROM sys_activity
         WHERE order_item_id = ? AND kind = 'assignment'
         ORDER BY occurred_at DESC)"));
    query->bind(piece);
    return inventory::readRows<Given>(*query, [](storage::Statement &row) -> Result<Given> {
        return Given{row.instant(0), row.text(1), row.text(2)};
    });
}

Result<std::vector<CheckAnswer>> WorkroomService::answers(OrderItemId piece) const
{
    TRY_ASSIGN(auto query, m_session.reader().query("SELECT qc FROM order_items WHERE id = ?"));
    query->bind(piece);
    TRY_ASSIGN(const bool found, query->step());
    if (!found)
        return Error{ErrorKind::NotFound, "order.piece_not_found", {}, {}};
    return readAnswers(query->utf8(0));
}

Result<std::vector<Noted>> WorkroomService::notes(OrderItemId piece) const
{
    TRY_ASSIGN(auto query, m_session.reader().query(R"(
        SELECT occurred_at, data ->> 'text',
               (SELECT full_name FROM profiles WHERE profiles.id = sys_activity.person_id)
          FROM sys_activity
         WHERE order_item_id = ? AND kind = 'note' AND data ->> 'text' IS NOT NULL
         ORDER BY occurred_at DESC)"));
    query->bind(piece);
    return inventory::readRows<Noted>(*query, [](storage::Statement &row) -> Result<Noted> {
        return Noted{row.instant(0), row.text(1), row.text(2)};
    });
}

Result<Steps> WorkroomService::steps() const
{
    TRY_ASSIGN(const auto said, workspaces::setting(m_session.reader(), QLatin1String(stepsKey)));
    return Steps::fromJson(said.value_or(QJsonValue()));
}

Result<Checklist> WorkroomService::checklist() const
{
    TRY_ASSIGN(const auto said, workspaces::setting(m_session.reader(), QLatin1String(checksKey)));
    return Checklist::fromJson(said);
}

} // namespace thimblely::workroom
