// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/orders/order_repository.h"

#include <algorithm>

namespace thimblely::orders {

namespace {

std::optional<Money> sumOf(const OrderDetail &order, Money (PayerShare::*part)() const)
{
    if (order.payers.empty())
        return std::nullopt;
    Money sum = Money::zero(order.currency);
    for (const PayerShare &share : order.payers)
        sum = sum.plus((share.*part)()).valueOr(sum);
    return sum;
}

} // namespace

int OrderDetail::lastPosition() const
{
    int last = 0;
    for (const auto *rows : {&pieces, &charges}) {
        for (const Piece &row : *rows)
            last = std::max(last, row.position);
    }
    return last;
}

Piece *OrderDetail::row(OrderItemId piece)
{
    for (auto *rows : {&pieces, &charges}) {
        if (const auto found = std::ranges::find(*rows, piece, &Piece::id); found != rows->end())
            return &*found;
    }
    return nullptr;
}

const PayerShare *OrderDetail::shareOf(const std::optional<ClientId> &payer) const
{
    const auto found = std::ranges::find(payers, payer, &PayerShare::client);
    return found == payers.end() ? nullptr : &*found;
}

std::optional<Money> OrderDetail::toPay() const
{
    return sumOf(*this, &PayerShare::toPay);
}

std::optional<Money> OrderDetail::overpaid() const
{
    return sumOf(*this, &PayerShare::overpaid);
}

//! Only where one client's orders are listed: elsewhere it would be a query more for each row, and nobody asks.
Result<void> OrderRepository::addWearers(std::vector<OrderRow> &rows)
{
    if (!m_connection.principal().can(access::Capability::ClientsRead))
        return {};
    TRY_ASSIGN(auto query, m_connection.query(R"(
        SELECT DISTINCT wearer.name FROM order_items AS piece JOIN clients AS wearer ON wearer.id = piece.wearer_client_id
         WHERE piece.order_id = ? AND piece.cancelled_at IS NULL ORDER BY piece.position)"));
    for (OrderRow &row : rows) {
        query->reset();
        query->bind(row.id);
        for (;;) {
            TRY_ASSIGN(const bool more, query->step());
            if (!more)
                break;
            row.wearers.append(query->text(0));
        }
    }
    return {};
}

} // namespace thimblely::orders
