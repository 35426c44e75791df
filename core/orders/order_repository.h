// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/access/scoped_connection.h"
#include "core/inventory/shop_terms.h"
#include "core/orders/order.h"

namespace thimblely::orders {

//! Reads of orders and pieces without any price; for this folder only.
class OrderRepository {
public:
    explicit OrderRepository(access::ScopedConnection &connection) : m_connection(connection) {}

    Result<OrderDetail> load(OrderId order);
    Result<std::vector<Piece>> pieces(OrderId order, Currency currency);
    Result<std::optional<OrderId>> byNumber(const QString &number);
    Result<OpenOrderPage> openOrders(const std::optional<OpenOrderKey> &after, int limit);
    Result<ClientOrderPage> ofClient(ClientId client, const std::optional<ClientOrderKey> &after, int limit);
    //! The rows of these orders in their order, without those that are gone.
    Result<std::vector<OrderRow>> rows(const std::vector<OrderId> &orders);
    Result<ParkedPage> parkedOrders(const std::optional<ParkedKey> &after, int limit);

private:
    Result<std::optional<OrderDetail>> wholeOrder(OrderId order);
    Result<std::optional<OrderDetail>> assignedOrder(OrderId order);
    Result<QString> nameOf(ClientId client);
    Result<void> addSeller(OrderDetail &order);
    Result<void> addCollectors(OrderId order, std::vector<Piece> &pieces);
    Result<void> addPieces(std::vector<OrderRow> &rows);
    Result<void> addWearers(std::vector<OrderRow> &rows);
    bool seesWhole() const { return m_connection.principal().can(access::Capability::OrdersRead); }
    Result<std::vector<OrderRow>> wholeRows(const std::vector<OrderId> &orders);
    Result<std::vector<OrderRow>> assignedRows(const std::vector<OrderId> &orders);
    Result<std::vector<OrderRow>> wholeOpen(const std::optional<OpenOrderKey> &after, int limit);
    Result<std::vector<OrderRow>> assignedOpen(const std::optional<OpenOrderKey> &after, int limit);
    Result<std::vector<OrderRow>> withoutPromise(const std::optional<OpenOrderKey> &after, int limit);
    Result<std::vector<OrderRow>> promised(const std::optional<OpenOrderKey> &after, int limit);

    access::ScopedConnection &m_connection;
};

//! Of a row with these two columns; none where it is no quote.
std::optional<Quote> quoteOf(const storage::Statement &row, int at, int until);

//! What orders and pieces cost, from the views of their own; made only for who may read prices.
class OrderPriceRepository {
public:
    explicit OrderPriceRepository(access::ScopedConnection &connection) : m_connection(connection) {}

    static bool isFor(const access::Principal &principal) { return principal.can(access::Capability::PricesRead); }
    //! With the sums, the shares and the prices of the pieces.
    Result<void> addTo(OrderDetail &order);
    Result<void> addTo(std::vector<OrderRow> &rows, Currency currency);
    //! The same as far as one of those who pay is concerned.
    Result<void> addDuesOf(ClientId payer, std::vector<OrderRow> &rows, Currency currency);
    Result<void> addTo(std::vector<ParkedOrder> &rows, Currency currency);
    Result<Money> depositAsked(OrderId order, Currency currency);
    //! Of a parked order; empty where nothing was.
    Result<QJsonObject> payTyped(OrderId order);

private:
    Result<void> addPieces(OrderDetail &order);

    access::ScopedConnection &m_connection;
};

} // namespace thimblely::orders
