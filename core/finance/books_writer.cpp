// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/finance/books_writer.h"

#include "core/base/error_args.h"
#include "core/changes/media_register.h"
#include "core/finance/money_entry.h"
#include "core/finance/order_taxes.h"
#include "core/finance/refund_writer.h"
#include "core/finance/till_entry_rows.h"
#include "core/inventory/shop_terms.h"

#include <algorithm>

namespace thimblely::finance {

namespace {

using access::Capability;
using changes::WriteContext;

Error invalid(const char *code, const QStringList &args = {})
{
    return {ErrorKind::Invalid, code, args, {}};
}

//! The day an entry is of: today, or one that was said and lies in no period that is closed.
Result<Date> dayFor(WriteContext &context, const std::optional<Date> &said)
{
    TRY_ASSIGN(const auto terms, inventory::ShopTerms::load(context.connection()));
    const Date today = terms.calendar.dayOf(context.clock().now());
    const Date day = said.value_or(today);
    if (day > today)
        return invalid("books.future", {errorArg(day)});
    TRY_ASSIGN(const auto closed, booksClosedUntil(context.connection()));
    if (closed && day <= *closed)
        return Error{ErrorKind::Conflict, "books.closed", {errorArg(*closed)}, {}};
    return day;
}

Result<QByteArray> taxesOf(const BookDraft &draft)
{
    if (!draft.taxInside || draft.taxInside->isZero())
        return QByteArray();
    TRY_ASSIGN(const Money net, draft.amount.minus(*draft.taxInside));
    if (draft.taxInside->isNegative() || net.isNegative())
        return invalid("payment.more_than_due", {errorArg(draft.amount)});
    return writeTaxParts({{{}, Rate(0), net, *draft.taxInside}});
}

//! What is taken back here: a row beside the till that no client and no count has to do with.
struct Beside {
    MoneyEntry entry;
    Date day;
};

Result<std::optional<Beside>> besideOf(WriteContext &context, TransactionId id)
{
    TRY_ASSIGN(auto query, context.query(R"(
        SELECT transaction_type = 'expense', category,
               amount_minor - (SELECT ifnull(sum(back.amount_minor), 0) FROM transactions AS back
                                WHERE back.reverses_transaction_id = paid.id),
               currency, payment_method, date, effect, member_id, description, counterparty, document_no,
               tax_breakdown,
               till_id IS NOT NULL OR order_id IS NOT NULL OR invoice_id IS NOT NULL OR client_id IS NOT NULL,
               reverses_transaction_id IS NOT NULL
          FROM transactions AS paid
         WHERE id = ?)"));
    query->bind(id);
    TRY_ASSIGN(const bool found, query->step());
    if (!found)
        return Error{ErrorKind::NotFound, "payment.not_found", {}, {}};
    if (query->boolean(13) || query->int64(2) <= 0)
        return Error{ErrorKind::Conflict, "books.not_reversible", {}, {}};
    if (query->boolean(12))
        return std::optional<Beside>();
    TRY_ASSIGN(const Currency currency, Currency::parse(query->text(3)));
    std::optional<PaymentMethod> method;
    if (!query->isNull(4)) {
        TRY_ASSIGN(method, paymentMethodFromCode(query->text(4)));
    }
    const QByteArray effect = query->utf8(6);
    MoneyEntry entry{query->boolean(0),
                     query->utf8(1),
                     Money(query->int64(2), currency),
                     method,
                     query->date(5),
                     effect == "owed"        ? Effect::Owed
                     : effect == "cash_move" ? Effect::CashMove
                                             : Effect::Profit};
    entry.member = query->optionalId<MemberId>(7);
    entry.description = query->text(8);
    entry.counterparty = query->text(9);
    entry.documentNumber = query->text(10);
    entry.taxes = query->utf8(11);
    entry.reverses = id;
    entry.isCorrection = true;
    return std::optional(Beside{std::move(entry), query->date(5)});
}

//! What has not come in yet would count in the period once it does, after its figures were declared.
Result<void> checkNothingAwaited(WriteContext &context, Date lastDay)
{
    TRY_ASSIGN(auto query, context.query(QByteArray("SELECT count(*) FROM transactions AS paid WHERE paid.date <= ?"
                                                    " AND paid.reverses_transaction_id IS NULL AND ") +
                                         entryWaits + " AND NOT " + entryIsTakenBack));
    query->bind(lastDay);
    TRY(query->step());
    if (query->int64(0) == 0)
        return {};
    return Error{ErrorKind::Conflict, "books.awaited", {QString::number(query->int64(0)), errorArg(lastDay)}, {}};
}

} // namespace

QStringList usualCategories(bool isExpense)
{
    static constexpr const char *expenses[] = {"cloth", "trimmings", "rent",      "power",       "transport", "repairs",
                                               "tools", "packaging", "telephone", "advertising", "bank_fees", "taxes"};
    static constexpr const char *incomes[] = {"lessons", "hire", "sold_things", "interest", "grant"};
    QStringList list;
    const auto add = [&list](const auto &words) {
        for (const char *word : words)
            list.append(QString::fromLatin1(word));
    };
    isExpense ? add(expenses) : add(incomes);
    return list;
}

Result<std::optional<Date>> booksClosedUntil(access::ScopedConnection &connection)
{
    TRY_ASSIGN(auto query, connection.query("SELECT books_closed_until_date FROM workspaces WHERE id = ?"));
    query->bind(connection.principal().workspace);
    TRY(query->step());
    return query->optionalDate(0);
}

Result<TransactionId> enterBook(WriteContext &context, const BookDraft &draft)
{
    TRY(context.principal().require(Capability::FinanceWrite));
    const QString category = draft.category.simplified();
    if (category.isEmpty())
        return invalid("books.no_category");
    TRY_ASSIGN(const auto terms, inventory::ShopTerms::load(context.connection()));
    if (draft.amount.currency() != terms.currency)
        return invalid("payment.other_currency");
    if (draft.amount.minor() <= 0)
        return invalid("payment.not_positive");
    if (draft.method == PaymentMethod::Credit)
        return invalid("payment.not_refundable");
    TRY_ASSIGN(const Date day, dayFor(context, draft.date));
    MoneyEntry entry{draft.isExpense, category.toUtf8(), draft.amount, draft.method, day};
    entry.counterparty = draft.counterparty;
    entry.documentNumber = draft.documentNumber;
    entry.description = draft.note;
    TRY_ASSIGN(entry.taxes, taxesOf(draft));
    if (draft.photo) {
        TRY(changes::MediaRegister::add(context, *draft.photo));
        entry.photo = draft.photo->sha256;
    }
    TRY_ASSIGN(const TransactionId id, enterBeside(context, entry));
    if (!draft.isExpense && mayWait(draft.method)) // it is entered because it came
        TRY(noteArrived(context, id, true));
    return id;
}

Result<TransactionId> reverseBook(WriteContext &context, TransactionId id, const QString &reason)
{
    TRY(context.principal().require(Capability::FinanceWrite));
    if (reason.isEmpty())
        return invalid("payment.no_reason");
    TRY_ASSIGN(auto beside, besideOf(context, id));
    if (!beside) { // of a till or a client: by the rules of these
        TRY_ASSIGN(const PaymentTaken back, reverseEntry(context, id, reason, {}));
        return back.id;
    }
    MoneyEntry &entry = beside->entry;
    TRY_ASSIGN(const auto closed, booksClosedUntil(context.connection()));
    const bool open = !closed || beside->day > *closed;
    TRY_ASSIGN(entry.date, open ? Result<Date>(beside->day) : dayFor(context, {}));
    entry.reason = reason;
    TRY_ASSIGN(const TransactionId back, enterBeside(context, entry));
    if (!entry.isExpense && entry.method && mayWait(*entry.method))
        TRY(noteArrived(context, back, true));
    return back;
}

Result<void> closeBooks(WriteContext &context, Date lastDay)
{
    TRY(context.principal().require(Capability::FinanceWrite));
    TRY(context.principal().require(Capability::WorkspaceManage));
    TRY_ASSIGN(const auto terms, inventory::ShopTerms::load(context.connection()));
    if (lastDay >= terms.calendar.dayOf(context.clock().now()))
        return invalid("books.open_day");
    TRY_ASSIGN(const auto closed, booksClosedUntil(context.connection()));
    if (closed && lastDay <= *closed)
        return Error{ErrorKind::Conflict, "books.closed_already", {errorArg(*closed)}, {}};
    TRY(checkNothingAwaited(context, lastDay));
    return context.rows().update(storage::Table::Workspaces, context.principal().workspace,
                                 {{"books_closed_until_date", lastDay}});
}

} // namespace thimblely::finance
