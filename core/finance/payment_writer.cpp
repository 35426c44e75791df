// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/finance/payment_writer.h"

#include "core/changes/ledger_reversal.h"
#include "core/changes/number_series.h"
#include "core/finance/payment_repository.h"
#include "core/inventory/fields.h"
#include "core/inventory/shop_terms.h"

namespace thimblely::finance {

namespace {

using access::Capability;
using changes::WriteContext;
using inventory::ShopTerms;
using inventory::textOrNull;
using storage::Table;

Error invalid(const char *code, const QStringList &args = {})
{
    return {ErrorKind::Invalid, code, args, {}};
}

Error conflict(const char *code, const QStringList &args = {})
{
    return {ErrorKind::Conflict, code, args, {}};
}

//! What is handed back of the cash on the table; refuses what does not fit together.
Result<Money> changeOf(const PaymentDraft &payment)
{
    if (!payment.tendered)
        return Money::zero(payment.amount.currency());
    if (payment.method != PaymentMethod::Cash)
        return invalid("payment.tendered_not_cash");
    TRY_ASSIGN(const Money change, payment.tendered->minus(payment.amount));
    if (change.isNegative())
        return invalid("payment.tendered_too_little");
    return change;
}

Result<void> checkAmount(const PaymentDraft &payment, const OrderBalance &order)
{
    if (payment.amount.currency() != order.balance.currency() ||
        (payment.tendered && payment.tendered->currency() != order.balance.currency()))
        return invalid("payment.other_currency");
    if (payment.amount.minor() <= 0)
        return invalid("payment.not_positive");
    TRY_ASSIGN(const Money due, order.balance.minus(order.waiting));
    if (payment.amount.minor() > due.minor())
        return invalid("payment.more_than_due", {due.toPlain()});
    return {};
}

//! The shop's day, which must not lie in books that were closed.
Result<Date> openDay(WriteContext &context, const ShopTerms &terms)
{
    const Date today = terms.calendar.dayOf(context.clock().now());
    TRY_ASSIGN(auto query, context.query("SELECT books_closed_until_date FROM workspaces WHERE id = ?"));
    query->bind(context.principal().workspace);
    TRY(query->step());
    const auto closed = query->optionalDate(0);
    if (closed && today <= *closed)
        return conflict("payment.books_closed", {closed->toIso()});
    return today;
}

struct Original {
    OrderId order;
    std::optional<ClientId> client;
    Money amount;
    Money left; //!< what was not given back yet
    QString method;
    bool waiting;
};

Result<Original> refundable(WriteContext &context, TransactionId payment)
{
    TRY_ASSIGN(auto query, context.query(R"(
        SELECT paid.order_id, paid.client_id, paid.amount_minor, paid.currency, paid.payment_method,
               paid.reverses_transaction_id IS NOT NULL OR paid.transaction_type <> 'income',
               (SELECT ifnull(sum(amount_minor), 0) FROM transactions WHERE reverses_transaction_id = paid.id),
               paid.payment_method = 'transfer' AND paid.confirmed_at IS NULL
          FROM transactions AS paid
         WHERE paid.id = ?)"));
    query->bind(payment);
    TRY_ASSIGN(const bool found, query->step());
    if (!found)
        return Error{ErrorKind::NotFound, "payment.not_found", {}, {}};
    const auto order = query->optionalId<OrderId>(0);
    if (!order || query->boolean(5))
        return invalid("payment.not_refundable");
    TRY_ASSIGN(const Currency currency, Currency::parse(query->text(3)));
    const Money amount(query->int64(2), currency);
    TRY_ASSIGN(const Money left, amount.minus(Money(query->int64(6), currency)));
    if (left.minor() <= 0)
        return conflict("payment.refunded_already");
    return Original{*order, query->optionalId<ClientId>(1), amount, left, query->text(4), query->boolean(7)};
}

Result<void> confirmRow(WriteContext &context, TransactionId payment, access::FieldValue data = std::nullopt)
{
    return context.rows().insert(Table::SysActivity, ActivityId::make(context.clock()),
                                 {{"transaction_id", payment},
                                  {"kind", "confirmed"},
                                  {"data", std::move(data)},
                                  {"person_id", context.principal().person},
                                  {"occurred_at", context.clock().now()}});
}

} // namespace

Result<PaymentTaken> takePayment(WriteContext &context, OrderId order, const PaymentDraft &payment)
{
    TRY(context.principal().require(Capability::OrdersTakePayment));
    TRY_ASSIGN(const ShopTerms terms, ShopTerms::load(context.connection()));
    TRY_ASSIGN(const OrderBalance owed, PaymentRepository(context.connection()).balance(order));
    if (owed.number.isEmpty())
        return conflict("order.is_draft");
    TRY(checkAmount(payment, owed));
    TRY_ASSIGN(const Money change, changeOf(payment));
    TRY_ASSIGN(const Date today, openDay(context, terms));
    TRY_ASSIGN(const auto number, changes::NumberSeries::take(context, changes::SeriesKind::Receipt, today));
    const auto id = TransactionId::make(context.clock());
    TRY(context.rows().insert(
        Table::Transactions, id,
        {{"transaction_type", "income"},
         {"category", "order"},
         {"amount_minor", payment.amount},
         {"currency", payment.amount.currency().code()},
         {"order_id", order},
         {"client_id", owed.client},
         {"payment_method", toCode(payment.method)},
         {"payment_ref", textOrNull(payment.reference.trimmed())},
         {"tendered_minor", payment.tendered},
         {"change_minor", payment.tendered ? access::FieldValue(change) : access::FieldValue(std::nullopt)},
         {"date", today},
         {"occurred_at", context.clock().now()},
         {"receipt_no", number.text},
         {"created_by", context.principal().person}}));
    return PaymentTaken{id, number.text, payment.amount, change};
}

Result<void> confirmPayment(WriteContext &context, TransactionId payment)
{
    TRY(context.principal().require(Capability::OrdersTakePayment));
    TRY_ASSIGN(auto query, context.query("SELECT confirmed_at IS NOT NULL FROM transactions WHERE id = ?"));
    query->bind(payment);
    TRY_ASSIGN(const bool found, query->step());
    if (!found)
        return Error{ErrorKind::NotFound, "payment.not_found", {}, {}};
    if (query->boolean(0))
        return conflict("payment.confirmed_already");
    return confirmRow(context, payment);
}

Result<PaymentTaken> refundPayment(WriteContext &context, TransactionId payment, const QString &reason,
                                   const std::optional<Money> &part)
{
    TRY(context.principal().require(Capability::OrdersRefund));
    if (reason.trimmed().isEmpty())
        return invalid("payment.no_reason");
    TRY_ASSIGN(const ShopTerms terms, ShopTerms::load(context.connection()));
    TRY_ASSIGN(const Original paid, refundable(context, payment));
    const Money amount = part.value_or(paid.left);
    if (amount.currency() != paid.amount.currency())
        return invalid("payment.other_currency");
    if (amount.minor() <= 0)
        return invalid("payment.not_positive");
    if (amount.minor() > paid.left.minor())
        return invalid("payment.refund_too_large", {paid.left.toPlain()});
    TRY_ASSIGN(const Date today, openDay(context, terms));
    TRY_ASSIGN(const auto number, changes::NumberSeries::take(context, changes::SeriesKind::Receipt, today));
    const auto id = TransactionId::make(context.clock());
    TRY(context.rows().insert(Table::Transactions, id,
                              {{"transaction_type", "income"},
                               {"category", "order"},
                               {"amount_minor", amount},
                               {"currency", amount.currency().code()},
                               {"order_id", paid.order},
                               {"client_id", paid.client},
                               {"payment_method", paid.method},
                               {"reverses_transaction_id", payment},
                               {"reason", reason.trimmed()},
                               {"date", today},
                               {"occurred_at", context.clock().now()},
                               {"receipt_no", number.text},
                               {"created_by", context.principal().person}}));
    // Money that went out has gone: it counts at once, unless what it takes back never came in.
    if (paid.method == QLatin1String("transfer") && !paid.waiting) {
        TRY(confirmRow(context, id, changes::writtenWithRow));
    }
    return PaymentTaken{id, number.text, amount, Money::zero(amount.currency())};
}

} // namespace thimblely::finance
