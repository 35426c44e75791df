// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/finance/books_service.h"

#include "core/access/session.h"
#include "core/base/error_args.h"
#include "core/changes/write_door.h"
#include "core/finance/books_writer.h"
#include "core/finance/till_entry_rows.h"
#include "core/inventory/read_rows.h"
#include "core/inventory/shop_terms.h"

namespace thimblely::finance {

using access::Capability;
using changes::Operation;
using changes::WriteContext;

namespace {

constexpr const char *bookColumns = R"(
        SELECT paid.id, paid.date, paid.occurred_at, paid.transaction_type = 'income', paid.effect <> 'cash_move',
               paid.effect <> 'owed', paid.category, paid.amount_minor, paid.payment_method,
               ifnull(booked.order_number, ''), ifnull(paper.invoice_number, ''),
               ifnull(client.name, ifnull(booked.customer_name, '')), ifnull(person.full_name, ''),
               ifnull(paid.description, ''), ifnull(paid.counterparty, ''), ifnull(paid.document_no, ''),
               ifnull(paid.reason, ''), ifnull(paid.receipt_no, ''), paid.receipt_media,
               paid.reverses_transaction_id IS NOT NULL, )";

//! The tables beside the books as far as the person may read them; of the others nothing is known.
QByteArray joinsFor(const access::Principal &principal)
{
    using access::Capability;
    const auto table = [&principal](bool readable, const char *name, const char *nothing) {
        return readable ? QByteArray(name) : QByteArray("(SELECT ") + nothing + ')';
    };
    const bool orders = principal.can(Capability::OrdersRead);
    const bool invoices = principal.can(Capability::InvoicesRead) && principal.can(Capability::PricesRead);
    return " FROM transactions AS paid LEFT JOIN " +
           table(orders, "orders", "NULL AS id, NULL AS order_number, NULL AS client_id, NULL AS customer_name") +
           " AS booked ON booked.id = paid.order_id LEFT JOIN " +
           table(invoices, "invoices", "NULL AS id, NULL AS invoice_number") +
           " AS paper ON paper.id = paid.invoice_id LEFT JOIN " +
           table(principal.can(Capability::ClientsRead), "clients", "NULL AS id, NULL AS name") +
           " AS client ON client.id = ifnull(paid.client_id, booked.client_id) LEFT JOIN " +
           table(principal.can(Capability::TeamRead), "workspace_members", "NULL AS id, NULL AS user_id") +
           " AS member ON member.id = paid.member_id LEFT JOIN " +
           table(principal.can(Capability::TeamRead), "profiles", "NULL AS id, NULL AS full_name") +
           " AS person ON person.id = member.user_id"
           " WHERE paid.currency = ?1 AND paid.date >= ?2 AND paid.date <= ?3";
}

QByteArray kindClause(BookKind kind)
{
    switch (kind) {
    case BookKind::All:
        return {};
    case BookKind::Income:
        return " AND paid.transaction_type = 'income' AND paid.effect <> 'cash_move'";
    case BookKind::Expense:
        return " AND paid.transaction_type = 'expense' AND paid.effect <> 'cash_move'";
    case BookKind::Moves:
        return " AND paid.effect = 'cash_move'";
    }
    Q_UNREACHABLE();
}

Result<BookEntry> mapEntry(storage::Statement &row, Currency currency)
{
    std::optional<PaymentMethod> method;
    if (!row.isNull(8)) {
        TRY_ASSIGN(method, paymentMethodFromCode(row.text(8)));
    }
    const bool income = row.boolean(3);
    const bool reverses = row.boolean(19);
    return BookEntry{row.id<TransactionId>(0),
                     row.date(1),
                     row.instant(2),
                     income,
                     row.boolean(4),
                     row.boolean(5),
                     row.text(6),
                     Money(income == reverses ? -row.int64(7) : row.int64(7), currency),
                     method,
                     row.text(9),
                     row.text(10),
                     row.text(11),
                     row.text(12),
                     row.text(13),
                     row.text(14),
                     row.text(15),
                     row.text(16),
                     row.text(17),
                     row.blob(18),
                     reverses,
                     row.boolean(21),
                     row.boolean(20),
                     row.boolean(22)};
}

} // namespace

Result<std::vector<BookEntry>> BooksService::page(access::Session &session, const BookFilter &filter,
                                                  const std::optional<BookPlace> &after, int limit)
{
    TRY(session.principal().require(Capability::FinanceRead));
    TRY_ASSIGN(const auto terms, inventory::ShopTerms::load(session.reader()));
    QByteArray sql = QByteArray(bookColumns) + entryWaits + ", " + entryIsTakenBack + ", paid.till_id IS NOT NULL" +
                     joinsFor(session.principal()) + kindClause(filter.kind) +
                     " AND (?4 = '' OR paid.category = ?4) AND (?5 IS NULL OR paid.member_id = ?5)"
                     " AND (?6 IS NULL OR paid.payment_method = ?6)";
    if (after) // the first of both is the index's, the second one's place within the day
        sql += " AND (paid.date, paid.id) < (?3, ?7)";
    else
        sql += " AND ?7 IS NULL";
    sql += " ORDER BY paid.date DESC, paid.id DESC LIMIT ?8";
    TRY_ASSIGN(auto query, session.reader().query(sql));
    const Date first = Date::fromQDate(QDate(1, 1, 1)).value();
    const Date last = Date::fromQDate(QDate(9999, 12, 31)).value();
    const auto method = filter.method ? std::optional(QString::fromLatin1(toCode(*filter.method))) : std::nullopt;
    query->bind(terms.currency.code(), filter.from.value_or(first), after ? after->date : filter.until.value_or(last),
                filter.category, filter.member, method, after ? std::optional(after->id) : std::nullopt, limit);
    return inventory::readRows<BookEntry>(*query,
                                          [&](storage::Statement &row) { return mapEntry(row, terms.currency); });
}

Result<QStringList> BooksService::categories() const
{
    TRY(m_session.principal().require(Capability::FinanceRead));
    TRY_ASSIGN(auto query, m_session.reader().query(R"(
        SELECT category FROM daily_totals GROUP BY category ORDER BY sum(rows_count) DESC, category)"));
    QStringList found;
    for (;;) {
        TRY_ASSIGN(const bool more, query->step());
        if (!more)
            return found;
        found.append(query->text(0));
    }
}

Result<std::optional<Date>> BooksService::closedUntil() const
{
    TRY(m_session.principal().require(Capability::FinanceRead));
    return booksClosedUntil(m_session.reader());
}

QFuture<Result<TransactionId>> BooksService::enter(BookDraft entry)
{
    Operation operation = entry.isExpense ? Operation{"books.expense"} : Operation{"books.income"};
    operation.args = {entry.counterparty.trimmed().isEmpty() ? entry.category : entry.counterparty.trimmed(),
                      {},
                      errorArg(entry.amount)};
    return m_door.write<TransactionId>(
        std::move(operation), [entry = std::move(entry)](WriteContext &context) { return enterBook(context, entry); });
}

QFuture<Result<TransactionId>> BooksService::reverse(TransactionId entry, QString reason)
{
    return m_door.write<TransactionId>(Operation{"books.reverse"},
                                       [entry, reason = std::move(reason)](WriteContext &context) {
                                           return reverseBook(context, entry, reason.trimmed());
                                       });
}

QFuture<Result<void>> BooksService::close(Date lastDay)
{
    return m_door.write<void>(Operation{"books.close", {errorArg(lastDay)}},
                              [lastDay](WriteContext &context) { return closeBooks(context, lastDay); });
}

} // namespace thimblely::finance
