// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/access/session.h"
#include "core/changes/write_door.h"
#include "core/finance/account_service.h"
#include "core/finance/invoice_dues.h"
#include "core/inventory/shop_terms.h"
#include "core/invoices/invoice_repository.h"
#include "core/invoices/invoice_service.h"

#include <utility>

namespace thimblely::invoices {

namespace {

Result<StatementLine> lineOf(access::ScopedConnection &reader, ClientId client, const finance::OpenBalance &open,
                             Currency currency)
{
    TRY_ASSIGN(auto query, reader.query(R"(
        SELECT o.order_date, o.order_number, o.title,
               (SELECT group_concat(item_name, ', ') FROM order_items
                 WHERE order_id = o.id AND cancelled_at IS NULL AND charge IS NULL
                   AND ifnull(payer_client_id, o.client_id) IS ?2),
               ifnull((SELECT share_minor FROM order_payers WHERE order_id = o.id AND client_id = ?2),
                      (SELECT total_minor FROM order_prices AS price WHERE price.id = o.id)
                      - (SELECT ifnull(sum(share_minor), 0) FROM order_payers WHERE order_id = o.id))
          FROM orders AS o
         WHERE o.id = ?1)"));
    query->bind(open.order, client);
    TRY_ASSIGN(const bool found, query->step());
    if (!found)
        return Error{ErrorKind::NotFound, "order.not_found", {}, {}};
    const QString title = query->text(2);
    return StatementLine{query->date(0), query->text(1), title.isEmpty() ? query->text(3) : title,
                         Money(query->int64(4), currency), open.due};
}

//! Invoices of no order that are not even, after the orders; of some more was paid than they ask for.
Result<void> addInvoices(access::ScopedConnection &reader, ClientId client, Currency currency, bool over,
                         Statement &statement)
{
    TRY_ASSIGN(const auto bills, finance::invoicesToPay(reader, client, currency));
    for (const finance::InvoiceToPay &bill : bills) {
        if (bill.due.isNegative() != over)
            continue;
        TRY_ASSIGN(auto query, reader.query(R"(
            SELECT lines ->> '$.rows[0].text', total_minor FROM invoices WHERE id = ?)"));
        query->bind(bill.invoice);
        TRY(query->step());
        StatementLine line{bill.issued, bill.number, query->text(0), Money(query->int64(1), currency), bill.due};
        if (over) {
            TRY_ASSIGN(line.overpaid, line.balance.negated());
            line.balance = Money::zero(currency);
        }
        statement.lines.push_back(std::move(line));
    }
    return {};
}

Result<QString> numberOf(access::ScopedConnection &reader, ClientId client)
{
    TRY_ASSIGN(auto query, reader.query("SELECT ifnull(client_number, '') FROM clients WHERE id = ?"));
    query->bind(client);
    TRY_ASSIGN(const bool found, query->step());
    return found ? query->text(0) : QString();
}

} // namespace

Result<Statement> InvoiceService::statement(ClientId client) const
{
    access::ScopedConnection &reader = m_session.reader();
    TRY(reader.principal().require(access::Capability::PricesRead));
    TRY_ASSIGN(const auto moment, reader.snapshot());
    TRY_ASSIGN(const inventory::ShopTerms terms, inventory::ShopTerms::load(reader));
    const finance::AccountService accounts(m_session, m_door);
    InvoiceRepository invoices(reader);
    TRY_ASSIGN(Party shop, invoices.shop());
    TRY_ASSIGN(Party buyer, invoices.buyer(client));
    TRY_ASSIGN(const finance::ClientAccount account, accounts.of(client));
    TRY_ASSIGN(const auto owing, accounts.owing(client));
    Statement statement{std::move(shop), std::move(buyer), terms.calendar.dayOf(m_door.clock().now()), {},
                        account.owed,    account.credit};
    TRY_ASSIGN(statement.clientNumber, numberOf(reader, client));
    if (!account.waiting.isZero())
        statement.waiting = account.waiting;
    for (const finance::OpenBalance &open : owing) {
        TRY_ASSIGN(StatementLine line, lineOf(reader, client, open, terms.currency));
        statement.lines.push_back(std::move(line));
    }
    TRY(addInvoices(reader, client, terms.currency, false, statement));
    TRY_ASSIGN(const auto overpaid, accounts.overpaid(client));
    for (const finance::OpenBalance &over : overpaid) {
        TRY_ASSIGN(StatementLine line, lineOf(reader, client, over, terms.currency));
        line.overpaid = std::exchange(line.balance, Money::zero(terms.currency));
        statement.lines.push_back(std::move(line));
    }
    TRY(addInvoices(reader, client, terms.currency, true, statement));
    if (!account.overpaid.isZero())
        statement.overpaid = account.overpaid;
    return statement;
}

} // namespace thimblely::invoices
