// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/finance/money_entry.h"

#include "core/base/error_args.h"
#include "core/changes/ledger_reversal.h"
#include "core/changes/till_chain.h"
#include "core/finance/till_entry_rows.h"
#include "core/inventory/fields.h"
#include "core/inventory/shop_terms.h"

namespace thimblely::finance {

namespace {

using access::Field;
using access::FieldValue;
using changes::WriteContext;
using inventory::textOrNull;
using storage::Table;

const char *codeOf(Effect effect)
{
    switch (effect) {
    case Effect::Profit:
        return "profit";
    case Effect::CashMove:
        return "cash_move";
    case Effect::Owed:
        return "owed";
    }
    Q_UNREACHABLE();
}

FieldValue bytesOrNull(const QByteArray &utf8)
{
    return utf8.isEmpty() ? FieldValue(std::nullopt) : FieldValue(utf8);
}

std::vector<Field> fieldsOf(WriteContext &context, const MoneyEntry &entry)
{
    return {{"transaction_type", entry.isExpense ? "expense" : "income"},
            {"effect", codeOf(entry.effect)},
            {"category", entry.category},
            {"amount_minor", entry.amount},
            {"currency", entry.amount.currency().code()},
            {"order_id", entry.order},
            {"invoice_id", entry.invoice},
            {"client_id", entry.client},
            {"counterparty", textOrNull(entry.counterparty.trimmed())},
            {"document_no", textOrNull(entry.documentNumber.trimmed())},
            {"member_id", entry.member},
            {"reverses_transaction_id", entry.reverses},
            {"reason", textOrNull(entry.reason.trimmed())},
            {"description", textOrNull(entry.description.trimmed())},
            {"payment_method", entry.method ? FieldValue(toCode(*entry.method)) : FieldValue(std::nullopt)},
            {"payment_ref", textOrNull(entry.reference.trimmed())},
            {"tendered_minor", entry.tendered},
            {"change_minor", entry.change},
            {"tax_breakdown", bytesOrNull(entry.taxes)},
            {"receipt_media",
             entry.photo.isEmpty() ? FieldValue(std::nullopt) : FieldValue(access::BlobValue{entry.photo})},
            {"receipt_no", textOrNull(entry.receiptNumber)},
            {"closing_id", entry.closing},
            {"metadata", entry.isCorrection ? FieldValue(R"({"correction":true})") : FieldValue(std::nullopt)},
            {"approved_by", entry.approvedBy},
            {"created_by", context.principal().person},
            {"date", entry.date},
            {"occurred_at", context.clock().now()}};
}

} // namespace

Result<TransactionId> enterInTill(WriteContext &context, const MoneyEntry &entry)
{
    const auto id = TransactionId::make(context.clock());
    const auto till = entry.till.value_or(changes::TillChain::here(context.principal()));
    TRY(changes::TillChain::insertMoney(context, till, id, fieldsOf(context, entry), entry.externalNumber));
    return id;
}

Result<TransactionId> enterBeside(WriteContext &context, const MoneyEntry &entry)
{
    const auto id = TransactionId::make(context.clock());
    TRY(context.rows().insert(Table::Transactions, id, fieldsOf(context, entry)));
    return id;
}

Result<Date> openDay(WriteContext &context)
{
    TRY_ASSIGN(const auto terms, inventory::ShopTerms::load(context.connection()));
    const Date today = terms.calendar.dayOf(context.clock().now());
    TRY_ASSIGN(auto query, context.query("SELECT books_closed_until_date FROM workspaces WHERE id = ?"));
    query->bind(context.principal().workspace);
    TRY(query->step());
    const auto closed = query->optionalDate(0);
    if (closed && today <= *closed)
        return Error{ErrorKind::Conflict, "payment.books_closed", {errorArg(*closed)}, {}};
    return today;
}

Result<void> noteArrived(WriteContext &context, TransactionId payment, bool withRow)
{
    return context.rows().insert(Table::SysActivity, ActivityId::make(context.clock()),
                                 {{"transaction_id", payment},
                                  {"kind", "confirmed"},
                                  {"data", withRow ? FieldValue(changes::writtenWithRow) : FieldValue(std::nullopt)},
                                  {"person_id", context.principal().person},
                                  {"occurred_at", context.clock().now()}});
}

Result<void> nameMoney(WriteContext &context, const PaymentTaken &money, const QString &numbers)
{
    const WhoseMoney whose(context.principal());
    TRY_ASSIGN(auto query, context.query("SELECT booked.order_number, " + whose.name +
                                         "  FROM transactions AS paid"
                                         "  LEFT JOIN orders AS booked ON booked.id = paid.order_id" +
                                         whose.join + " WHERE paid.id = ?"));
    query->bind(money.id);
    TRY(query->step());
    TRY_ASSIGN(const Money whole, money.credited ? money.amount.plus(*money.credited) : Result<Money>(money.amount));
    context.nameIt({numbers.isEmpty() ? query->text(0) : numbers, query->text(1), errorArg(whole)});
    return {};
}

} // namespace thimblely::finance
