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

Result<void> OrderPriceRepository::addTo(OrderDetail &order)
{
    TRY_ASSIGN(auto query, m_connection.query(R"(
        SELECT id, unit_price_minor, discount_minor, tax_rate, total_minor, task_prices,
               CASE WHEN task_prices IS NOT NULL THEN tasks END, price_before_minor, discount_reason
          FROM order_item_prices
         WHERE order_id = ?
         ORDER BY position, id)"));
    query->bind(order.id);
    const Currency currency = order.currency;
    for (size_t priced = 0; priced < order.pieces.size() + order.charges.size(); ++priced) {
        TRY_ASSIGN(const bool found, query->step());
        Piece *const row = found ? order.row(query->id<OrderItemId>(0)) : nullptr;
        if (!row)
            return Error{ErrorKind::NotFound, "order.not_found", {}, {}};
        Piece &piece = *row;
        piece.facts.unitPrice = Money(query->int64(1), currency);
        if (query->int64(2) != 0)
            piece.facts.discount = Money(query->int64(2), currency);
        piece.facts.taxRate = Rate(query->int64(3));
        piece.total = Money(query->int64(4), currency);
        if (const auto before = query->optionalInt64(7))
            piece.facts.priceBefore = Money(*before, currency);
        piece.facts.discountReason = query->text(8);
        if (!query->isNull(5))
            piece.facts.tasks = readTasks(query->utf8(6), query->utf8(5), currency);
    }
    return {};
}

Result<void> OrderPriceRepository::addTo(std::vector<OrderRow> &rows, Currency currency)
{
    TRY_ASSIGN(auto query, m_connection.query("SELECT balance_minor FROM order_prices WHERE id = ?"));
    for (OrderRow &row : rows) {
        query->reset();
        query->bind(row.id);
        TRY_ASSIGN(const bool found, query->step());
        if (!found)
            return Error{ErrorKind::NotFound, "order.not_found", {}, {}};
        row.balance = Money(query->int64(0), currency);
    }
    return {};
}

Result<void> OrderPriceRepository::addTo(std::vector<ParkedOrder> &rows, Currency currency)
{
    TRY_ASSIGN(auto query, m_connection.query("SELECT total_minor FROM order_prices WHERE id = ?"));
    for (ParkedOrder &row : rows) {
        query->reset();
        query->bind(row.id);
        TRY_ASSIGN(const bool found, query->step());
        if (!found)
            return Error{ErrorKind::NotFound, "order.not_found", {}, {}};
        row.total = Money(query->int64(0), currency);
    }
    return {};
}

Result<Money> OrderPriceRepository::depositAsked(OrderId order, Currency currency)
{
    TRY_ASSIGN(auto query, m_connection.query("SELECT deposit_minor FROM order_prices WHERE id = ?"));
    query->bind(order);
    TRY_ASSIGN(const bool found, query->step());
    if (!found)
        return Error{ErrorKind::NotFound, "order.not_found", {}, {}};
    return Money(query->int64(0), currency);
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
