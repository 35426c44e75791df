// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/orders/order_repository.h"
#include "core/orders/piece_json.h"

namespace thimblely::orders {

Result<OrderSums> OrderPriceRepository::sums(OrderId order, Currency currency)
{
    TRY_ASSIGN(auto query, m_connection.query(R"(
        SELECT subtotal_minor, discount_minor, tax_minor, total_minor, amount_paid_minor, balance_minor, payment_status
          FROM order_prices
         WHERE id = ?)"));
    query->bind(order);
    TRY_ASSIGN(const bool found, query->step());
    if (!found)
        return Error{ErrorKind::NotFound, "order.not_found", {}, {}};
    TRY_ASSIGN(const PaymentStatus status, paymentStatusFromCode(query->text(6)));
    const auto money = [&](int column) { return Money(query->int64(column), currency); };
    return OrderSums{money(0), money(1), money(2), money(3), money(4), money(5), status};
}

Result<Money> OrderPriceRepository::balance(OrderId order, Currency currency)
{
    TRY_ASSIGN(auto query, m_connection.query("SELECT balance_minor FROM order_prices WHERE id = ?"));
    query->bind(order);
    TRY_ASSIGN(const bool found, query->step());
    if (!found)
        return Error{ErrorKind::NotFound, "order.not_found", {}, {}};
    return Money(query->int64(0), currency);
}

Result<void> OrderPriceRepository::addTo(std::vector<Piece> &pieces, Currency currency)
{
    for (Piece &piece : pieces) {
        TRY_ASSIGN(auto query, m_connection.query(R"(
            SELECT priced.unit_price_minor, priced.discount_minor, priced.tax_rate, priced.total_minor,
                   priced.task_prices, piece.tasks
              FROM order_item_prices AS priced
              JOIN order_items AS piece ON piece.id = priced.id
             WHERE priced.id = ?)"));
        query->bind(piece.id);
        TRY_ASSIGN(const bool found, query->step());
        if (!found)
            return Error{ErrorKind::NotFound, "order.not_found", {}, {}};
        piece.facts.unitPrice = Money(query->int64(0), currency);
        if (query->int64(1) != 0)
            piece.facts.discount = Money(query->int64(1), currency);
        piece.facts.taxRate = Rate(query->int64(2));
        piece.total = Money(query->int64(3), currency);
        piece.facts.tasks = readTasks(query->utf8(5), query->utf8(4), currency);
    }
    return {};
}

Result<void> OrderPriceRepository::addTo(std::vector<OrderRow> &rows, Currency currency)
{
    for (OrderRow &row : rows) {
        TRY_ASSIGN(row.balance, balance(row.id, currency));
    }
    return {};
}

Result<qint64> OrderPriceRepository::due(OrderItemId piece, bool taxInclusive)
{
    TRY_ASSIGN(auto query, m_connection.query("SELECT total_minor, taxes FROM order_item_prices WHERE id = ?"));
    query->bind(piece);
    TRY_ASSIGN(const bool found, query->step());
    if (!found)
        return Error{ErrorKind::NotFound, "order.not_found", {}, {}};
    return query->int64(0) + (taxInclusive ? 0 : sumOfTaxes(query->utf8(1)));
}

} // namespace thimblely::orders
