// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/finance/payment_repository.h"

#include "core/inventory/read_rows.h"

namespace thimblely::finance {

namespace {

using access::Capability;

Error orderNotFound()
{
    return {ErrorKind::NotFound, "order.not_found", {}, {}};
}

std::optional<Money> optionalMoney(const storage::Statement &row, int column, Currency currency)
{
    const auto minor = row.optionalInt64(column);
    return minor ? std::optional(Money(*minor, currency)) : std::nullopt;
}

Result<Payment> mapPayment(storage::Statement &row)
{
    TRY_ASSIGN(const Currency currency, Currency::parse(row.text(3)));
    std::optional<PaymentMethod> method;
    if (!row.isNull(4)) {
        TRY_ASSIGN(method, paymentMethodFromCode(row.text(4)));
    }
    const auto reverses = row.optionalId<TransactionId>(10);
    const bool waiting = method == PaymentMethod::Transfer && row.isNull(12) && row.text(13) == QLatin1String("income");
    return Payment{row.id<TransactionId>(0),
                   row.text(1),
                   Money(reverses ? -row.int64(2) : row.int64(2), currency),
                   method,
                   optionalMoney(row, 5, currency),
                   optionalMoney(row, 6, currency),
                   row.text(7),
                   row.date(8),
                   row.instant(9),
                   reverses,
                   row.text(11),
                   waiting};
}

} // namespace

Result<std::vector<Payment>> PaymentRepository::ofOrder(OrderId order)
{
    TRY(m_connection.principal().require(Capability::PricesRead));
    TRY(currencyOf(order)); // an order that cannot be seen is not one without payments
    TRY_ASSIGN(auto query, m_connection.query(R"(
        SELECT id, receipt_no, amount_minor, currency, payment_method, tendered_minor, change_minor, payment_ref, date,
               occurred_at, reverses_transaction_id, reason, confirmed_at, transaction_type
          FROM transactions
         WHERE order_id = ?
         ORDER BY occurred_at, id)"));
    query->bind(order);
    return inventory::readRows<Payment>(*query, mapPayment);
}

Result<OrderBalance> PaymentRepository::balance(OrderId order)
{
    TRY(m_connection.principal().require(Capability::PricesRead));
    TRY_ASSIGN(const Currency currency, currencyOf(order));
    TRY_ASSIGN(auto query, m_connection.query(R"(
        SELECT booked.order_number, booked.client_id, priced.balance_minor,
               (SELECT ifnull(sum(iif(reverses_transaction_id IS NULL, amount_minor, -amount_minor)), 0)
                  FROM transactions
                 WHERE order_id = booked.id AND payment_method = 'transfer' AND transaction_type = 'income'
                   AND confirmed_at IS NULL)
          FROM orders AS booked
          JOIN order_prices AS priced ON priced.id = booked.id
         WHERE booked.id = ?)"));
    query->bind(order);
    TRY_ASSIGN(const bool found, query->step());
    if (!found)
        return orderNotFound();
    return OrderBalance{query->text(0), query->optionalId<ClientId>(1), Money(query->int64(2), currency),
                        Money(query->int64(3), currency)};
}

Result<Currency> PaymentRepository::currencyOf(OrderId order)
{
    TRY_ASSIGN(auto query, m_connection.query("SELECT currency FROM orders WHERE id = ?"));
    query->bind(order);
    TRY_ASSIGN(const bool found, query->step());
    if (!found)
        return orderNotFound();
    return Currency::parse(query->text(0));
}

} // namespace thimblely::finance
