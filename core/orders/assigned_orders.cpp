// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/inventory/fields.h"
#include "core/inventory/read_rows.h"
#include "core/orders/order_repository.h"

namespace thimblely::orders {

namespace {

using inventory::ShopTerms;
using storage::Statement;

std::optional<QTime> timeOf(const Statement &row)
{
    return row.isNull(4) ? std::nullopt : std::optional(inventory::timeFromColumn(row.text(4)));
}

//! As much of an order as those see who only work on pieces that were given to them.
Result<OrderRow> mapAssignedRow(const Statement &row, const ShopCalendar &calendar)
{
    TRY_ASSIGN(const OrderStatus status, orderStatusFromCode(row.text(2)));
    return OrderRow{row.id<OrderId>(0),
                    row.text(1),
                    {},
                    std::nullopt,
                    {},
                    {},
                    status,
                    calendar.dayOf(row.instant(6)),
                    row.optionalDate(3),
                    timeOf(row),
                    row.boolean(5),
                    0,
                    0,
                    0,
                    std::nullopt};
}

} // namespace

//! What those see who only work on pieces that were given to them.
Result<std::optional<OrderDetail>> OrderRepository::assignedOrder(OrderId order)
{
    TRY_ASSIGN(const ShopTerms terms, ShopTerms::load(m_connection));
    TRY_ASSIGN(auto query, m_connection.query(R"(
        SELECT id, order_number, status, promised_date, promised_time, is_rush, created_at
          FROM orders
         WHERE id = ?)"));
    query->bind(order);
    return inventory::readRow<OrderDetail>(*query, [&terms](Statement &row) -> Result<OrderDetail> {
        TRY_ASSIGN(const OrderStatus status, orderStatusFromCode(row.text(2)));
        return OrderDetail{row.id<OrderId>(0),
                           row.text(1),
                           {},
                           std::nullopt,
                           {},
                           {},
                           {},
                           status,
                           terms.calendar.dayOf(row.instant(6)),
                           row.optionalDate(3),
                           timeOf(row),
                           std::nullopt,
                           row.boolean(5),
                           true,
                           {},
                           terms.currency,
                           {},
                           std::nullopt,
                           row.instant(6)};
    });
}

//! Whether an order is collected is not theirs to see; whether their pieces are is.
Result<std::vector<OrderRow>> OrderRepository::assignedOpen(const std::optional<OpenOrderKey> &after, int limit)
{
    TRY_ASSIGN(const ShopTerms terms, ShopTerms::load(m_connection));
    TRY_ASSIGN(auto query, m_connection.query(R"(
        SELECT id, order_number, status, promised_date, promised_time, is_rush, created_at
          FROM orders
         WHERE order_number IS NOT NULL AND status <> 'cancelled' AND (ifnull(promised_date, ''), id) > (?1, ?2)
           AND EXISTS (SELECT 1 FROM order_items
                        WHERE order_id = orders.id AND cancelled_at IS NULL AND collected_at IS NULL)
         ORDER BY ifnull(promised_date, ''), id
         LIMIT ?3)"));
    query->bind(after && after->promisedDate ? after->promisedDate->toIso() : QStringLiteral(""));
    query->bindBlob(after ? after->id.view() : QByteArrayView("")).bind(limit);
    return inventory::readRows<OrderRow>(*query, [&](Statement &row) { return mapAssignedRow(row, terms.calendar); });
}

Result<std::vector<OrderRow>> OrderRepository::assignedRows(const std::vector<OrderId> &orders)
{
    TRY_ASSIGN(const ShopTerms terms, ShopTerms::load(m_connection));
    TRY_ASSIGN(auto query, m_connection.query(R"(
        SELECT id, order_number, status, promised_date, promised_time, is_rush, created_at FROM orders WHERE id = ?)"));
    std::vector<OrderRow> rows;
    for (const OrderId &order : orders) {
        query->reset();
        query->bind(order);
        TRY_ASSIGN(std::optional<OrderRow> one, inventory::readRow<OrderRow>(*query, [&](Statement &row) {
                       return mapAssignedRow(row, terms.calendar);
                   }));
        if (one)
            rows.push_back(std::move(*one));
    }
    return rows;
}

} // namespace thimblely::orders
