// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/inventory/read_rows.h"
#include "core/orders/order_repository.h"

#include <limits>

namespace thimblely::orders {

namespace {

using inventory::readRows;
using storage::Statement;

Result<void> addTitles(access::ScopedConnection &connection, std::vector<ParkedOrder> &orders)
{
    TRY_ASSIGN(auto query, connection.query(R"(
        SELECT item_name FROM order_items WHERE order_id = ? AND cancelled_at IS NULL AND charge IS NULL
         ORDER BY position)"));
    for (ParkedOrder &order : orders) {
        query->reset();
        query->bind(order.id);
        const bool untitled = order.title.isEmpty();
        for (;;) {
            TRY_ASSIGN(const bool more, query->step());
            if (!more)
                break;
            if (untitled)
                order.title += (order.pieces > 0 ? QStringLiteral(", ") : QString()) + query->text(0);
            ++order.pieces;
        }
    }
    return {};
}

} // namespace

Result<ParkedPage> OrderRepository::parkedOrders(const std::optional<ParkedKey> &after, int limit)
{
    TRY_ASSIGN(auto query, m_connection.query(R"(
        SELECT id, customer_name, title, promised_date, created_at, quoted_at, quote_until_date
          FROM orders
         WHERE order_number IS NULL AND quote_declined_at IS NULL AND (created_at, id) < (?1, ?2)
         ORDER BY created_at DESC, id DESC
         LIMIT ?3)"));
    query->bind(after ? after->parkedAt : Instant(std::numeric_limits<qint64>::max()));
    query->bindBlob(after ? after->id.view() : QByteArrayView("")).bind(limit + 1);
    TRY_ASSIGN(std::vector<ParkedOrder> rows, readRows<ParkedOrder>(*query, [](Statement &row) {
                   return Result<ParkedOrder>(ParkedOrder{row.id<OrderId>(0), row.text(1), row.text(2), 0,
                                                          row.optionalDate(3), row.instant(4), std::nullopt,
                                                          quoteOf(row, 5, 6)});
               }));
    ParkedPage page{std::move(rows), std::nullopt};
    if (int(page.rows.size()) > limit) {
        page.rows.erase(page.rows.begin() + limit, page.rows.end());
        page.next = ParkedKey{page.rows.back().parkedAt, page.rows.back().id};
    }
    TRY(addTitles(m_connection, page.rows));
    return page;
}

} // namespace thimblely::orders
