// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/orders/due_orders.h"

#include "core/access/session.h"
#include "core/inventory/shop_terms.h"
#include "core/orders/work_minutes.h"

#include <algorithm>

namespace thimblely::orders {

namespace {

using access::Capability;
using access::ScopedConnection;

//! `which`: those that are there, or those that were taken home: the index over promises holds the first only.
Result<void> addDue(ScopedConnection &reader, const QByteArray &which, Date from, Date to, std::vector<DueOrder> &due)
{
    TRY_ASSIGN(auto query, reader.query(R"(
        SELECT id, order_number, customer_name, promised_date, promised_time, is_rush,
               status NOT IN ('pending', 'in-progress'),
               (SELECT count(*) FROM order_items AS piece
                 WHERE piece.order_id = orders.id AND piece.cancelled_at IS NULL AND piece.charge IS NULL),
               (SELECT item_name FROM order_items AS piece
                 WHERE piece.order_id = orders.id AND piece.cancelled_at IS NULL AND piece.charge IS NULL
                 ORDER BY position LIMIT 1)
          FROM orders
         WHERE promised_date >= ?1 AND promised_date <= ?2 AND order_number IS NOT NULL AND status <> 'cancelled'
           AND )" + which));
    query->bind(from, to);
    const bool names = reader.principal().can(Capability::ClientsRead);
    for (;;) {
        TRY_ASSIGN(const bool more, query->step());
        if (!more)
            return {};
        const QTime time = query->isNull(4) ? QTime() : inventory::timeFromColumn(query->text(4));
        due.push_back({query->id<OrderId>(0), query->text(1), names ? query->text(2) : QString(), query->text(8),
                       int(query->int64(7)), query->date(3), time.isValid() ? std::optional(time) : std::nullopt,
                       query->boolean(6), query->boolean(5)});
    }
}

} // namespace

Result<std::vector<DueOrder>> readDueOrders(access::Session &session, Date from, Date to)
{
    ScopedConnection &reader = session.reader();
    TRY(reader.principal().require(Capability::OrdersRead));
    std::vector<DueOrder> due;
    TRY(addDue(reader, "collected_at IS NULL", from, to, due));
    TRY(addDue(reader, "collected_at IS NOT NULL", from, to, due));
    std::ranges::sort(due, [](const DueOrder &a, const DueOrder &b) {
        const QTime late(23, 59, 59);
        return std::tuple(a.date, a.time.value_or(late), a.number) <
               std::tuple(b.date, b.time.value_or(late), b.number);
    });
    return due;
}

Result<std::vector<PieceInHand>> readPiecesInHand(access::Session &session, Date from, Date to)
{
    ScopedConnection &reader = session.reader();
    TRY(reader.principal().require(Capability::OrdersRead));
    TRY_ASSIGN(auto query, reader.query(R"(
        SELECT orders.id, orders.order_number, piece.position, piece.item_name, orders.customer_name, piece.assigned_to,
               ifnull(piece.due_date, orders.promised_date), piece.item_kind, piece.garment_type, piece.stage,
               (SELECT sum(value ->> 'minutes') FROM json_each(piece.tasks)),
               (SELECT max(value ->> 'minutes') FROM json_each(piece.tasks)),
               (SELECT count(*) FROM json_each(piece.tasks) WHERE value ->> 'minutes' IS NULL), piece.minutes_planned
          FROM orders JOIN order_items AS piece ON piece.order_id = orders.id
         WHERE orders.promised_date >= ?1 AND orders.collected_at IS NULL AND orders.order_number IS NOT NULL
           AND orders.status IN ('pending', 'in-progress') AND piece.assigned_to IS NOT NULL
           AND piece.cancelled_at IS NULL AND piece.charge IS NULL AND piece.stage NOT IN ('ready', 'collected')
           AND ifnull(piece.due_date, orders.promised_date) BETWEEN ?1 AND ?2
         ORDER BY orders.promised_date, orders.order_number, piece.position)"));
    query->bind(from, to);
    const bool names = reader.principal().can(Capability::ClientsRead);
    std::vector<PieceInHand> pieces;
    for (;;) {
        TRY_ASSIGN(const bool more, query->step());
        if (!more)
            return pieces;
        TRY_ASSIGN(const PieceKind kind, pieceKindFromCode(query->text(7)));
        TRY_ASSIGN(const Stage stage, stageFromCode(query->text(9)));
        const QString garment = query->text(8);
        const WorkOf work{kind, garment, int(query->int64(10)), int(query->int64(11)), int(query->int64(12))};
        pieces.push_back({query->id<OrderId>(0), query->text(1) + QLatin1Char('-') + query->text(2), query->text(3),
                          names ? query->text(4) : QString(), query->id<PersonId>(5), query->date(6),
                          minutesLeft(int(query->optionalInt64(13).value_or(minutesOf(work))), stage)});
    }
}

} // namespace thimblely::orders
