// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/orders/order_reader.h"
#include "core/orders/order_repository.h"
#include "core/orders/piece_json.h"

#include <QJsonDocument>

#include <algorithm>

namespace thimblely::orders {

namespace {

Error notFound()
{
    return {ErrorKind::NotFound, "order.not_found", {}, {}};
}

//! Minor units; less than nothing due where too much was paid.
struct Standing {
    qint64 due;
    qint64 waiting;
    qint64 overpaid = 0;
};

//! What is asked of one who pays, and of others `beside`.
void put(OrderRow &row, const Standing &one, Currency currency, const Standing &beside = {0, 0})
{
    row.due = Money(std::max<qint64>(one.due, 0) + beside.due, currency);
    row.overpaid = Money(std::max<qint64>(-one.due, 0) + beside.overpaid, currency);
    row.waiting = Money(one.waiting, currency);
}

} // namespace

Result<std::vector<PayerShare>> loadShares(access::ScopedConnection &connection, OrderId order, PayerShare whole,
                                           int others)
{
    std::vector<PayerShare> shares{std::move(whole)}; // the order's client pays what nobody else does
    if (others == 0)
        return shares;
    TRY_ASSIGN(auto query, connection.query(R"(
        SELECT payer.client_id, (SELECT name FROM clients AS client WHERE client.id = payer.client_id),
               payer.share_minor, payer.paid_minor, payer.waiting_minor
          FROM order_payers AS payer
         WHERE payer.order_id = ?
         ORDER BY payer.client_id)"));
    query->bind(order);
    for (;;) {
        TRY_ASSIGN(const bool more, query->step());
        if (!more)
            return shares;
        PayerShare &own = shares.front();
        const Currency currency = own.share.currency();
        const auto money = [&](int column) { return Money(query->int64(column), currency); };
        TRY_ASSIGN(own.share, own.share.minus(money(2)));
        TRY_ASSIGN(own.paid, own.paid.minus(money(3)));
        TRY_ASSIGN(own.waiting, own.waiting.minus(money(4)));
        shares.push_back({query->id<ClientId>(0), query->text(1), money(2), money(3), money(4)});
    }
}

Result<void> OrderPriceRepository::addTo(OrderDetail &order)
{
    TRY_ASSIGN(auto query, m_connection.query(R"(
        SELECT subtotal_minor, discount_minor, tax_minor, total_minor, amount_paid_minor, balance_minor, payment_status,
               waiting_minor, other_payers
          FROM order_prices
         WHERE id = ?)"));
    query->bind(order.id);
    TRY_ASSIGN(const bool found, query->step());
    if (!found)
        return notFound();
    TRY_ASSIGN(const PaymentStatus status, paymentStatusFromCode(query->text(6)));
    const auto money = [&](int column) { return Money(query->int64(column), order.currency); };
    order.sums = OrderSums{money(0), money(1), money(2), money(3), money(4), money(5), status, money(7)};
    TRY_ASSIGN(order.payers,
               loadShares(m_connection, order.id, {order.client, order.clientName, money(3), money(4), money(7)},
                          int(query->int64(8))));
    return addPieces(order);
}

Result<void> OrderPriceRepository::addPieces(OrderDetail &order)
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
            return notFound();
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
    TRY_ASSIGN(auto query, m_connection.query(R"(
        SELECT balance_minor - waiting_minor, waiting_minor, other_payers FROM order_prices WHERE id = ?)"));
    TRY_ASSIGN(auto others, m_connection.query(R"(
        SELECT sum(share_minor - paid_minor - waiting_minor), sum(max(share_minor - paid_minor - waiting_minor, 0)),
               sum(max(paid_minor + waiting_minor - share_minor, 0))
          FROM order_payers
         WHERE order_id = ?)"));
    for (OrderRow &row : rows) {
        query->reset();
        query->bind(row.id);
        TRY_ASSIGN(const bool found, query->step());
        if (!found)
            return notFound();
        Standing standing{query->int64(0), query->int64(1)};
        Standing beside{0, 0};
        if (query->int64(2) > 0) { // of each on their own: nobody's too much pays for another
            others->reset();
            others->bind(row.id);
            TRY(others->step());
            standing.due -= others->int64(0);
            beside = {others->int64(1), 0, others->int64(2)};
        }
        put(row, standing, currency, beside);
    }
    return {};
}

Result<void> OrderPriceRepository::addDuesOf(ClientId payer, std::vector<OrderRow> &rows, Currency currency)
{
    TRY_ASSIGN(auto whole, m_connection.query("SELECT balance_minor - waiting_minor, waiting_minor"
                                              "  FROM order_prices WHERE id = ?"));
    TRY_ASSIGN(auto query, m_connection.query(R"(
        SELECT sum(share_minor - paid_minor - waiting_minor), sum(waiting_minor), count(*)
          FROM order_payers
         WHERE order_id = ?1 AND (client_id = ?2) = ?3)"));
    for (OrderRow &row : rows) {
        const bool own = row.client == payer; // theirs is what is left of the others' parts
        query->reset();
        query->bind(row.id, payer, !own);
        TRY(query->step());
        const Standing parts{query->int64(0), query->int64(1)};
        if (own) {
            whole->reset();
            whole->bind(row.id);
            TRY_ASSIGN(const bool found, whole->step());
            if (!found)
                return notFound();
            put(row, {whole->int64(0) - parts.due, whole->int64(1) - parts.waiting}, currency);
        } else if (query->int64(2) > 0) {
            put(row, parts, currency);
        }
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
            return notFound();
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
        return notFound();
    return Money(query->int64(0), currency);
}

Result<QJsonObject> OrderPriceRepository::payTyped(OrderId order)
{
    TRY_ASSIGN(auto query, m_connection.query("SELECT pay_typed FROM order_prices WHERE id = ?"));
    query->bind(order);
    TRY_ASSIGN(const bool found, query->step());
    if (!found)
        return notFound();
    return QJsonDocument::fromJson(query->utf8(0)).object();
}

} // namespace thimblely::orders
