// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/notebook/same_balance.h"

#include "core/base/error_args.h"
#include "core/orders/old_order_writer.h"

namespace thimblely::notebook {

namespace {

Error here(const QString &client, const Money &amount, const QString &number)
{
    return {ErrorKind::Conflict, "notebook.balance_here", {client, errorArg(amount), number}, {}};
}

Result<void> checkDebt(access::ScopedConnection &connection, ClientId client, const Money &owed, const Line &line)
{
    TRY_ASSIGN(auto query, connection.query(R"(
        SELECT client.name, debt.order_number
          FROM orders AS debt
          JOIN order_prices AS price ON price.id = debt.id
          JOIN clients AS client ON client.id = debt.client_id
         WHERE debt.client_id = ?1 AND debt.title = ?2 AND price.total_minor = ?3 AND debt.paper_ticket_no IS NULL
               AND debt.order_number IS NOT NULL AND debt.status <> 'cancelled'
               AND (?4 IS NULL OR debt.order_date = ?4)
         LIMIT 1)"));
    query->bind(client).bind(orders::oldDebtTitle()).bind(owed.minor()).bind(line.takenIn);
    TRY_ASSIGN(const bool found, query->step());
    return found ? Result<void>(here(query->text(0), owed, query->text(1))) : Result<void>();
}

Result<void> checkCredit(access::ScopedConnection &connection, ClientId client, const Money &credit)
{
    TRY_ASSIGN(auto query, connection.query(R"(
        SELECT client.name
          FROM transactions AS held
          JOIN clients AS client ON client.id = held.client_id
         WHERE held.client_id = ?1 AND held.category = 'opening_credit' AND held.amount_minor = ?2
               AND NOT EXISTS (SELECT 1 FROM transactions AS back WHERE back.reverses_transaction_id = held.id)
         LIMIT 1)"));
    query->bind(client).bind(credit.minor());
    TRY_ASSIGN(const bool found, query->step());
    return found ? Result<void>(here(query->text(0), credit, {})) : Result<void>();
}

} // namespace

Result<void> checkSameBalance(access::ScopedConnection &connection, ClientId client, const Line &line)
{
    if (!connection.principal().can(access::Capability::PricesRead)) // who sees no amount is told of none
        return {};
    const Money zero = Money::zero((line.total ? *line.total : *line.paid).currency());
    TRY_ASSIGN(const Money owed, line.total.value_or(zero).minus(line.paid.value_or(zero)));
    if (!owed.isNegative())
        return line.ticket.simplified().isEmpty() ? checkDebt(connection, client, owed, line) : Result<void>();
    TRY_ASSIGN(const Money credit, owed.negated());
    return checkCredit(connection, client, credit);
}

} // namespace thimblely::notebook
