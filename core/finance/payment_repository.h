// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/access/scoped_connection.h"
#include "core/finance/account_service.h"
#include "core/finance/payment.h"
#include "core/orders/order.h"

namespace thimblely::finance {

//! Of a row of transactions: money that was announced and has not come in yet.
inline constexpr char rowWaits[] = " (payment_method IN ('transfer', 'mobile_money') AND transaction_type = 'income'"
                                   " AND confirmed_at IS NULL) ";

//! What payments need to know of an order.
struct OrderToPay {
    QString number;                         //!< empty: a draft
    std::vector<orders::PayerShare> shares; //!< its client's first
    Money balance;                          //!< of all, of what has come in

    //! What somebody else than those pays for it: nothing.
    orders::PayerShare shareOf(const std::optional<ClientId> &payer) const;
};

//! Something that is still asked for.
struct OpenDebt {
    Date since; //!< when it was ordered, or billed
    std::optional<OrderId> order;
    std::optional<InvoiceId> invoice; //!< of no order
    std::optional<ClientId> client;
    QString number; //!< of the one or the other
    QString name;
    Money due; //!< without what is on its way
};

//! Reads of an order's money; for this folder and those above. Forbidden where the person may not read prices.
class PaymentRepository {
public:
    explicit PaymentRepository(access::ScopedConnection &connection) : m_connection(connection) {}

    Result<std::vector<Payment>> ofOrder(OrderId order);
    Result<OrderToPay> toPay(OrderId order);
    //! What was put to the order so far, arrived or not, without what was given back.
    Result<Money> entered(OrderId order, Currency currency);
    //! What is kept for a client, or paid back of it (negative), and went to no order; none: it is no such row.
    Result<std::optional<Payment>> ofCredit(TransactionId id);
    //! Booked and owing, the oldest first: of each order the client's own part.
    Result<std::vector<OpenBalance>> owing(ClientId client, Currency currency);
    //! The same of what they paid too much, which pays for no other order.
    Result<std::vector<OpenBalance>> overpaid(ClientId client, Currency currency);
    //! Of every client, and of orders of nobody: each order's open parts, and invoices of no order.
    Result<std::vector<OpenDebt>> debts(Currency currency);
    //! What the shop holds for the client, as far as it has come in.
    Result<Money> credit(ClientId client, Currency currency);

private:
    Result<Currency> currencyOf(OrderId order);
    //! Of each order their own part that is not even: less than nothing due where too much was paid.
    Result<std::vector<OpenBalance>> standing(ClientId client, Currency currency);

    access::ScopedConnection &m_connection;
};

} // namespace thimblely::finance
