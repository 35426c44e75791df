// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/orders/rack_service.h"

#include "core/access/session.h"
#include "core/changes/write_door.h"
#include "core/inventory/fields.h"
#include "core/inventory/read_rows.h"
#include "core/search/searched_rows.h"

#include <set>

namespace thimblely::orders {

namespace {

using changes::Operation;
using changes::WriteContext;
using storage::Table;

//! The order of a piece that hangs here.
Result<OrderId> orderOfHanging(WriteContext &context, OrderItemId piece)
{
    TRY_ASSIGN(auto query, context.query("SELECT order_id, position, cancelled_at IS NOT NULL, stage = 'collected'"
                                         "  FROM order_items WHERE id = ?"));
    query->bind(piece);
    TRY_ASSIGN(const bool found, query->step());
    if (!found)
        return Error{ErrorKind::NotFound, "order.piece_not_found", {}, {}};
    const QStringList position{QString::number(query->int64(1))};
    if (query->boolean(2))
        return Error{ErrorKind::Conflict, "order.piece_cancelled", position, {}};
    if (query->boolean(3))
        return Error{ErrorKind::Conflict, "order.piece_collected", position, {}};
    return query->id<OrderId>(0);
}

} // namespace

Result<void> hangPieces(WriteContext &context, const std::vector<OrderItemId> &pieces, const QString &place)
{
    const QString said = place.simplified();
    if (said.size() > RackService::longestPlace)
        return Error{ErrorKind::Invalid, "order.rack_too_long", {QString::number(RackService::longestPlace)}, {}};
    std::set<OrderId> orders;
    for (const OrderItemId &piece : pieces) {
        TRY_ASSIGN(const OrderId order, orderOfHanging(context, piece));
        TRY(context.rows().update(Table::OrderItems, piece, {{"rack_location", inventory::textOrNull(said)}}));
        orders.insert(order);
    }
    for (const OrderId &order : orders)
        TRY(search::refreshOrder(context, order));
    return {};
}

Result<QStringList> RackService::places(int limit) const
{
    TRY_ASSIGN(auto query, m_session.reader().query(R"(
        SELECT DISTINCT rack_location
          FROM order_items
         WHERE stage = 'ready' AND collected_at IS NULL AND cancelled_at IS NULL AND rack_location IS NOT NULL
         ORDER BY rack_location
         LIMIT ?)"));
    query->bind(limit);
    QStringList places;
    for (;;) {
        TRY_ASSIGN(const bool more, query->step());
        if (!more)
            return places;
        places.append(query->text(0));
    }
}

Result<QString> RackService::lastPlace() const
{
    TRY_ASSIGN(auto query, m_session.reader().query(R"(
        SELECT rack_location
          FROM order_items
         WHERE stage = 'ready' AND collected_at IS NULL AND cancelled_at IS NULL AND rack_location IS NOT NULL
         ORDER BY ready_at DESC
         LIMIT 1)"));
    TRY_ASSIGN(const bool found, query->step());
    return found ? query->text(0) : QString();
}

QFuture<Result<void>> RackService::hang(std::vector<OrderItemId> pieces, QString place)
{
    return m_door.write<void>(Operation{"order.hang", {place.simplified()}},
                              [pieces = std::move(pieces), place = std::move(place)](WriteContext &context) {
                                  return hangPieces(context, pieces, place);
                              });
}

} // namespace thimblely::orders
