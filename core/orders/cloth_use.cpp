// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/orders/cloth_use.h"

#include "core/access/session.h"
#include "core/base/error_args.h"
#include "core/changes/write_door.h"
#include "core/inventory/inventory_writer.h"
#include "core/inventory/read_rows.h"
#include "core/inventory/stock_writer.h"
#include "core/orders/piece_json.h"
#include "core/orders/piece_writer.h"

namespace thimblely::orders {

namespace {

using access::Capability;
using changes::WriteContext;
using storage::Statement;

enum class Sees { Nothing, OwnPieces, Everything };

Sees seesOf(const access::Principal &principal)
{
    return principal.can(Capability::OrdersRead)           ? Sees::Everything
           : principal.can(Capability::OrdersReadAssigned) ? Sees::OwnPieces
                                                           : Sees::Nothing;
}

Result<ClothPiece> mapPiece(Statement &row)
{
    return ClothPiece{row.id<OrderItemId>(0),
                      row.id<OrderId>(1),
                      QStringLiteral("%1-%2").arg(row.text(2)).arg(row.int64(3)),
                      row.text(4),
                      row.text(5),
                      row.optionalDate(6),
                      Quantity(row.int64(7))};
}

//! What is promised to a piece of one item.
Result<Quantity> promisedTo(WriteContext &context, OrderItemId piece, InventoryItemId item)
{
    TRY_ASSIGN(auto query, context.query(R"(
        SELECT ifnull(sum(quantity_milli), 0)
          FROM inventory_movements
         WHERE order_item_id = ?1 AND inventory_item_id = ?2 AND movement_type IN ('reserve', 'release'))"));
    query->bind(piece, item);
    TRY(query->step());
    return Quantity(query->int64(0));
}

Result<void> cutFor(WriteContext &context, OrderItemId id, Quantity quantity)
{
    TRY(context.principal().require(Capability::InventoryWrite));
    if (quantity.milli() <= 0)
        return Error{ErrorKind::Invalid, "inventory.no_quantity", {}, {}};
    TRY_ASSIGN(const Piece piece, pieceOf(context, id));
    TRY_ASSIGN(const QString tag, tagOf(context, id));
    const Error nothing{ErrorKind::Conflict, "cloth.nothing_promised", {tag}, {}};
    if (!piece.facts.inventoryItem || !piece.facts.shopCloth || !piece.isHere())
        return nothing;
    const InventoryItemId item = *piece.facts.inventoryItem;
    TRY_ASSIGN(const Quantity promised, promisedTo(context, id, item));
    if (promised.milli() <= 0)
        return nothing;
    TRY_ASSIGN(const inventory::Standing roll, inventory::standingOf(context, item));
    const Quantity free = roll.free() + promised; // what is promised to it is its own
    if (quantity > free)
        return Error{ErrorKind::Conflict,
                     "inventory.not_free",
                     {errorArg(free, roll.unit), errorArg(roll.reserved - promised, roll.unit)},
                     {}};
    PieceDraft facts = piece.facts;
    facts.shopCloth = quantity;
    TRY(context.rows().update(storage::Table::OrderItems, id, {{"fabric_order", writeFabricOrder(facts)}}));
    TRY(inventory::bringReserved(context, item, id, Quantity(0)));
    return inventory::bringTaken(context, item, id, inventory::MovementType::Cut, quantity);
}

} // namespace

Result<std::vector<ClothPiece>> ClothUseService::promisedOf(InventoryItemId item) const
{
    const Sees sees = seesOf(m_session.principal());
    if (sees == Sees::Nothing)
        return std::vector<ClothPiece>();
    TRY_ASSIGN(auto query, m_session.reader().query(sees == Sees::Everything ? R"(
        SELECT piece.id, booked.id, booked.order_number, piece.position, piece.item_name, booked.customer_name,
               booked.promised_date, sum(moved.quantity_milli) AS promised
          FROM inventory_movements AS moved
          JOIN order_items AS piece ON piece.id = moved.order_item_id
          JOIN orders AS booked ON booked.id = piece.order_id
         WHERE moved.inventory_item_id = ? AND moved.movement_type IN ('reserve', 'release')
         GROUP BY piece.id
        HAVING promised > 0
         ORDER BY booked.promised_date IS NULL, booked.promised_date, booked.order_number, piece.position)"
                                                                             : R"(
        SELECT piece.id, booked.id, booked.order_number, piece.position, piece.item_name, '',
               booked.promised_date, sum(moved.quantity_milli) AS promised
          FROM inventory_movements AS moved
          JOIN order_items AS piece ON piece.id = moved.order_item_id
          JOIN orders AS booked ON booked.id = piece.order_id
         WHERE moved.inventory_item_id = ? AND moved.movement_type IN ('reserve', 'release')
         GROUP BY piece.id
        HAVING promised > 0
         ORDER BY booked.promised_date IS NULL, booked.promised_date, booked.order_number, piece.position)"));
    query->bind(item);
    return inventory::readRows<ClothPiece>(*query, mapPiece);
}

Result<std::vector<ClothPiece>> ClothUseService::whereUsed(const std::vector<OrderItemId> &pieces) const
{
    const Sees sees = seesOf(m_session.principal());
    std::vector<ClothPiece> found;
    if (sees == Sees::Nothing)
        return found;
    for (const OrderItemId &id : pieces) {
        TRY_ASSIGN(auto query, m_session.reader().query(sees == Sees::Everything ? R"(
            SELECT piece.id, booked.id, booked.order_number, piece.position, piece.item_name, booked.customer_name,
                   booked.promised_date, 0
              FROM order_items AS piece JOIN orders AS booked ON booked.id = piece.order_id
             WHERE piece.id = ?)"
                                                                                 : R"(
            SELECT piece.id, booked.id, booked.order_number, piece.position, piece.item_name, '',
                   booked.promised_date, 0
              FROM order_items AS piece JOIN orders AS booked ON booked.id = piece.order_id
             WHERE piece.id = ?)"));
        query->bind(id);
        TRY_ASSIGN(std::optional<ClothPiece> piece, inventory::readRow<ClothPiece>(*query, mapPiece));
        if (piece)
            found.push_back(std::move(*piece));
    }
    return found;
}

QFuture<Result<void>> ClothUseService::cut(OrderItemId piece, Quantity quantity, QString tag)
{
    return m_door.write<void>(changes::Operation{"stock.cut_for", {std::move(tag)}},
                              [piece, quantity](WriteContext &context) { return cutFor(context, piece, quantity); });
}

} // namespace thimblely::orders
