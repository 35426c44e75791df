// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/finance/payment_repository.h"

#include "core/finance/invoice_dues.h"
#include "core/inventory/read_rows.h"
#include "core/orders/order_reader.h"

#include <algorithm>
#include <iterator>
#include <utility>

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
                   row.boolean(12),
                   Money(row.int64(13), currency),
                   row.optionalId<ClientId>(14)};
}

// What is not even of each booked order: the part of its client, and those of others who pay. One wording for what a client
// owes and for what all of them do.
constexpr const char *ownParts = R"(
        SELECT booked.id, booked.order_date,
               priced.balance_minor - priced.waiting_minor
               - iif(priced.other_payers = 0, 0,
                     (SELECT ifnull(sum(share_minor - paid_minor - waiting_minor), 0) FROM order_payers AS other
                       WHERE other.order_id = booked.id)) AS due,
               booked.client_id, booked.order_number, booked.customer_name
          FROM orders AS booked
          JOIN order_prices AS priced ON priced.id = booked.id
         WHERE booked.order_number IS NOT NULL AND booked.currency = ?1 AND due <> 0)";

constexpr const char *othersParts = R"(
        SELECT booked.id, booked.order_date, own.share_minor - own.paid_minor - own.waiting_minor AS due,
               own.client_id, booked.order_number, booked.customer_name
          FROM order_payers AS own
          JOIN orders AS booked ON booked.id = own.order_id
         WHERE booked.order_number IS NOT NULL AND booked.currency = ?1 AND due <> 0)";

//! What is asked for invoices of no order; whoever reads them may add to the WHERE.
QByteArray invoiceDues()
{
    return QByteArray("SELECT paper.id, paper.issued_date, paper.total_minor - paper.amount_paid_minor - ") +
           invoiceCredited + " - " + invoiceWaiting +
           " AS due, paper.client_id, paper.invoice_number, paper.bills_to ->> 'name' FROM invoices AS paper WHERE " +
           isFreeInvoice;
}

Result<std::vector<OpenBalance>> readBalances(storage::Statement &query, Currency currency)
{
    return inventory::readRows<OpenBalance>(query, [currency](storage::Statement &row) -> Result<OpenBalance> {
        return OpenBalance{row.date(1), row.id<OrderId>(0), Money(row.int64(2), currency)};
    });
}

} // namespace

Result<std::vector<Payment>> PaymentRepository::ofOrder(OrderId order)
{
    TRY(m_connection.principal().require(Capability::PricesRead));
    TRY(currencyOf(order)); // an order that cannot be seen is not one without payments
    TRY_ASSIGN(auto query, m_connection.query(QByteArray(R"(
        SELECT id, receipt_no, amount_minor, currency, payment_method, tendered_minor, change_minor, payment_ref, date,
               occurred_at, reverses_transaction_id, reason,)") +
                                              rowWaits + R"(,
               iif(reverses_transaction_id IS NOT NULL, 0,
                   amount_minor - (SELECT ifnull(sum(back.amount_minor), 0) FROM transactions AS back
                                    WHERE back.reverses_transaction_id = paid.id)), client_id
          FROM transactions AS paid
         WHERE order_id = ?
         ORDER BY occurred_at, id)"));
    query->bind(order);
    return inventory::readRows<Payment>(*query, mapPayment);
}

Result<std::optional<Payment>> PaymentRepository::ofCredit(TransactionId id)
{
    TRY(m_connection.principal().require(Capability::PricesRead));
    TRY_ASSIGN(auto query, m_connection.query(QByteArray(R"(
        SELECT id, receipt_no, amount_minor, currency, payment_method, tendered_minor, change_minor, payment_ref, date,
               occurred_at, reverses_transaction_id, reason,)") +
                                              rowWaits + R"(, 0, client_id, transaction_type = 'expense'
          FROM transactions AS paid
         WHERE id = ? AND order_id IS NULL AND category = 'client_credit')"));
    query->bind(id);
    return inventory::readRow<Payment>(*query, [](storage::Statement &row) -> Result<Payment> {
        TRY_ASSIGN(Payment payment, mapPayment(row));
        if (row.boolean(15)) {
            TRY_ASSIGN(payment.amount, payment.amount.negated());
        }
        return payment;
    });
}

orders::PayerShare OrderToPay::shareOf(const std::optional<ClientId> &payer) const
{
    const auto found = std::ranges::find(shares, payer, &orders::PayerShare::client);
    const Money none = Money::zero(balance.currency());
    return found == shares.end() ? orders::PayerShare{payer, {}, none, none, none} : *found;
}

Result<OrderToPay> PaymentRepository::toPay(OrderId order)
{
    TRY(m_connection.principal().require(Capability::PricesRead));
    TRY_ASSIGN(const Currency currency, currencyOf(order));
    TRY_ASSIGN(auto query, m_connection.query(R"(
        SELECT booked.order_number, booked.client_id, booked.customer_name, priced.total_minor,
               priced.amount_paid_minor, priced.waiting_minor, priced.balance_minor, priced.other_payers
          FROM orders AS booked
          JOIN order_prices AS priced ON priced.id = booked.id
         WHERE booked.id = ?)"));
    query->bind(order);
    TRY_ASSIGN(const bool found, query->step());
    if (!found)
        return orderNotFound();
    const auto money = [&](int column) { return Money(query->int64(column), currency); };
    TRY_ASSIGN(auto shares,
               orders::loadShares(m_connection, order,
                                  {query->optionalId<ClientId>(1), query->text(2), money(3), money(4), money(5)},
                                  int(query->int64(7))));
    return OrderToPay{query->text(0), std::move(shares), money(6)};
}

Result<Money> PaymentRepository::entered(OrderId order, Currency currency)
{
    TRY_ASSIGN(auto query, m_connection.query(R"(
        SELECT ifnull(sum(iif(reverses_transaction_id IS NULL, amount_minor, -amount_minor)), 0)
          FROM transactions
         WHERE order_id = ? AND transaction_type = 'income')"));
    query->bind(order);
    TRY(query->step());
    return Money(query->int64(0), currency);
}

Result<std::vector<OpenBalance>> PaymentRepository::standing(ClientId client, Currency currency)
{
    TRY(m_connection.principal().require(Capability::PricesRead));
    TRY_ASSIGN(auto query, m_connection.query(QByteArray(ownParts) + " AND booked.client_id = ?2"));
    query->bind(currency.code(), client);
    TRY_ASSIGN(std::vector<OpenBalance> open, readBalances(*query, currency));
    TRY_ASSIGN(auto others, m_connection.query(QByteArray(othersParts) + " AND own.client_id = ?2"));
    others->bind(currency.code(), client);
    TRY_ASSIGN(std::vector<OpenBalance> theirs, readBalances(*others, currency));
    std::ranges::move(theirs, std::back_inserter(open));
    // The oldest debt is paid first.
    std::ranges::sort(open, {}, [](const OpenBalance &one) { return std::pair(one.since, one.order); });
    return open;
}

Result<std::vector<OpenDebt>> PaymentRepository::debts(Currency currency)
{
    TRY(m_connection.principal().require(Capability::PricesRead));
    std::vector<OpenDebt> debts;
    const auto read = [&](const QByteArray &sql, bool billed) -> Result<void> {
        TRY_ASSIGN(auto query, m_connection.query(sql));
        query->bind(currency.code());
        TRY_ASSIGN(auto rows, inventory::readRows<OpenDebt>(*query, [&](storage::Statement &row) -> Result<OpenDebt> {
                       OpenDebt debt{row.date(1),
                                     {},
                                     {},
                                     row.optionalId<ClientId>(3),
                                     row.text(4),
                                     row.text(5),
                                     Money(row.int64(2), currency)};
                       if (billed)
                           debt.invoice = row.id<InvoiceId>(0);
                       else
                           debt.order = row.id<OrderId>(0);
                       return debt;
                   }));
        std::ranges::move(rows, std::back_inserter(debts));
        return {};
    };
    TRY(read(QByteArray(ownParts) + " AND due > 0", false));
    TRY(read(QByteArray(othersParts) + " AND due > 0", false));
    if (m_connection.principal().can(Capability::InvoicesRead))
        TRY(read(invoiceDues() + " AND paper.currency = ?1 AND due > 0", true));
    std::ranges::stable_sort(debts, {}, &OpenDebt::since);
    return debts;
}

Result<std::vector<OpenBalance>> PaymentRepository::owing(ClientId client, Currency currency)
{
    TRY_ASSIGN(std::vector<OpenBalance> open, standing(client, currency));
    std::erase_if(open, [](const OpenBalance &one) { return one.due.isNegative(); });
    return open;
}

Result<std::vector<OpenBalance>> PaymentRepository::overpaid(ClientId client, Currency currency)
{
    TRY_ASSIGN(std::vector<OpenBalance> open, standing(client, currency));
    std::erase_if(open, [](const OpenBalance &one) { return !one.due.isNegative(); });
    for (OpenBalance &one : open) {
        TRY_ASSIGN(one.due, one.due.negated());
    }
    return open;
}

Result<Money> PaymentRepository::credit(ClientId client, Currency currency)
{
    TRY(m_connection.principal().require(Capability::PricesRead));
    TRY_ASSIGN(auto query, m_connection.query(QByteArray(R"(
        SELECT ifnull(sum(iif((transaction_type = 'income') = (reverses_transaction_id IS NULL), amount_minor,
                              -amount_minor)), 0)
          FROM transactions
         WHERE client_id = ? AND category IN ('client_credit', 'opening_credit') AND currency = ? AND NOT)") +
                                              rowWaits));
    query->bind(client, currency.code());
    TRY(query->step());
    return Money(query->int64(0), currency);
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
