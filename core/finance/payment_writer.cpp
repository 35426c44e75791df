// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/finance/payment_writer.h"

#include "core/base/error_args.h"
#include "core/changes/number_series.h"
#include "core/finance/invoice_dues.h"
#include "core/finance/order_taxes.h"
#include "core/finance/payment_repository.h"
#include "core/finance/till_entry_rows.h"
#include "core/inventory/shop_terms.h"

namespace thimblely::finance {

namespace {

using access::Capability;
using changes::WriteContext;

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

Result<void> checkDraft(const PaymentDraft &payment, Currency currency)
{
    if (payment.amount.currency() != currency || (payment.tendered && payment.tendered->currency() != currency))
        return invalid("payment.other_currency");
    if (payment.amount.minor() <= 0)
        return invalid("payment.not_positive");
    return {};
}

Result<void> checkCredit(WriteContext &context, const std::optional<ClientId> &client, const PaymentDraft &payment)
{
    if (payment.method != PaymentMethod::Credit)
        return {};
    Money held = Money::zero(payment.amount.currency());
    if (client) {
        TRY_ASSIGN(held, PaymentRepository(context.connection()).credit(*client, held.currency()));
    }
    if (payment.restAsCredit || held.minor() < payment.amount.minor())
        return conflict("payment.no_credit", {errorArg(held)});
    return {};
}

//! What is put to one order, with the taxes inside it.
Result<TransactionId> enterForOrder(WriteContext &context, OrderId order, const PaymentDraft &payment, MoneyEntry entry)
{
    PaymentRepository payments(context.connection());
    TRY_ASSIGN(const Money before, payments.entered(order, entry.amount.currency()));
    TRY_ASSIGN(const auto taxes, taxesInside(context.connection(), order, before, entry.amount));
    entry.order = order;
    entry.taxes = writeTaxParts(taxes);
    return enterIncome(context, payment, std::move(entry));
}

//! Credit that became a payment is not the client's any more; no money moves.
Result<void> useCredit(WriteContext &context, const MoneyEntry &like)
{
    MoneyEntry used{true, "client_credit", like.amount, PaymentMethod::Credit, like.date, Effect::CashMove};
    used.client = like.client;
    used.receiptNumber = like.receiptNumber;
    TRY(enterInTill(context, used));
    return {};
}

//! One receipt for money that may go to several orders and to what the client has with the shop.
struct Receipt {
    WriteContext &context;
    const PaymentDraft &payment;
    std::optional<ClientId> client;
    Date day;
    QString number;
    Money change;
    Money left; //!< of the amount, not put anywhere yet
    std::optional<TransactionId> first = {};

    MoneyEntry entryOf(const char *category, const Money &amount, const std::optional<ClientId> &of) const
    {
        MoneyEntry entry{false, category, amount, payment.method, day};
        entry.client = of;
        entry.receiptNumber = number;
        entry.reference = payment.reference;
        if (!first) { // what lay on the table lies there once
            entry.externalNumber = payment.externalNumber;
            entry.tendered = payment.tendered;
            entry.change = payment.tendered ? std::optional(change) : std::nullopt;
        }
        return entry;
    }

    Result<void> put(OrderId order, const std::optional<ClientId> &payer, const Money &due)
    {
        const Money part = left.minor() < due.minor() ? left : due;
        if (part.minor() <= 0)
            return {};
        const MoneyEntry entry = entryOf("order", part, payer);
        TRY_ASSIGN(const TransactionId id, enterForOrder(context, order, payment, entry));
        if (payment.method == PaymentMethod::Credit)
            TRY(useCredit(context, entry));
        return entered(id, part);
    }

    Result<void> put(const InvoiceToPay &bill)
    {
        const Money part = left.minor() < bill.due.minor() ? left : bill.due;
        if (part.minor() <= 0)
            return {};
        MoneyEntry entry = entryOf("invoice", part, bill.client);
        TRY_ASSIGN(const auto taxes, taxesInside(context.connection(), bill.invoice, part));
        entry.invoice = bill.invoice;
        entry.description = bill.number;
        entry.taxes = writeTaxParts(taxes);
        TRY_ASSIGN(const TransactionId id, enterIncome(context, payment, entry));
        if (payment.method == PaymentMethod::Credit)
            TRY(useCredit(context, entry));
        return entered(id, part);
    }

    Result<void> keepRest()
    {
        if (left.isZero())
            return {};
        MoneyEntry entry = entryOf("client_credit", left, client);
        entry.effect = Effect::CashMove;
        TRY_ASSIGN(const TransactionId id, enterIncome(context, payment, entry));
        return entered(id, left);
    }

    Result<void> entered(TransactionId id, const Money &part)
    {
        first = first.value_or(id);
        TRY_ASSIGN(left, left.minus(part));
        return {};
    }
};

Result<Receipt> newReceipt(WriteContext &context, const PaymentDraft &payment, const std::optional<ClientId> &client)
{
    TRY_ASSIGN(const Money change, changeOf(payment));
    TRY(checkCredit(context, client, payment));
    TRY_ASSIGN(const Date today, openDay(context));
    TRY_ASSIGN(const auto number, changes::NumberSeries::take(context, changes::SeriesKind::Receipt, today));
    return Receipt{context, payment, client, today, number.text, change, payment.amount};
}

//! The rest is the client's where they are known and it was asked for; else nobody knows whose it is.
Result<PaymentTaken> finish(Receipt &receipt)
{
    const Money rest = receipt.left;
    TRY_ASSIGN(const Money put, receipt.payment.amount.minus(rest));
    TRY(receipt.keepRest());
    PaymentTaken taken{*receipt.first, receipt.number, put, receipt.change};
    if (!rest.isZero())
        taken.credited = rest;
    return taken;
}

//! What somebody still pays of an order.
struct OpenPart {
    OrderId order;
    std::optional<ClientId> payer;
    Money due;
};

//! The parts of an order that a payment is for.
std::vector<orders::PayerShare> partsToPay(const OrderToPay &order, const PaymentDraft &payment)
{
    if (payment.wholeOrders)
        return order.shares;
    return {payment.payer ? order.shareOf(payment.payer) : order.shares.front()};
}

} // namespace

Result<TransactionId> enterIncome(WriteContext &context, const PaymentDraft &payment, MoneyEntry entry)
{
    TRY_ASSIGN(const TransactionId id, enterInTill(context, entry));
    if (mayWait(payment.method) && !payment.waits())
        TRY(noteArrived(context, id, true));
    return id;
}

Result<PaymentTaken> takePayment(WriteContext &context, OrderId order, const PaymentDraft &payment)
{
    return takePayment(context, std::vector<OrderId>{order}, payment);
}

Result<PaymentTaken> takePayment(WriteContext &context, const std::vector<OrderId> &orders, const PaymentDraft &payment)
{
    TRY(context.principal().require(Capability::OrdersTakePayment));
    PaymentRepository payments(context.connection());
    std::vector<OpenPart> open;
    std::optional<ClientId> payer = payment.payer; // of all of it
    Money owed = Money::zero(payment.amount.currency());
    for (const OrderId &order : orders) {
        TRY_ASSIGN(const OrderToPay toPay, payments.toPay(order));
        if (toPay.number.isEmpty())
            return conflict("order.is_draft");
        TRY(checkDraft(payment, toPay.balance.currency()));
        const std::optional<ClientId> client = toPay.shares.front().client;
        if (!payment.payer)
            payer = order == orders.front() || payer == client ? client : std::nullopt;
        for (const orders::PayerShare &share : partsToPay(toPay, payment)) {
            if (share.due().minor() <= 0)
                continue;
            open.push_back({order, share.client, share.due()});
            TRY_ASSIGN(owed, owed.plus(share.due()));
        }
    }
    if (payment.onAccount && payer)
        return takeOnAccount(context, *payer, payment);
    if (payment.amount.minor() > owed.minor() && !(payment.restAsCredit && payer))
        return invalid("payment.more_than_due", {errorArg(owed)});
    TRY_ASSIGN(Receipt receipt, newReceipt(context, payment, payer));
    for (const OpenPart &one : open)
        TRY(receipt.put(one.order, one.payer, one.due));
    return finish(receipt);
}

Result<PaymentTaken> takeOnAccount(WriteContext &context, ClientId client, const PaymentDraft &payment)
{
    TRY(context.principal().require(Capability::OrdersTakePayment));
    TRY_ASSIGN(const auto terms, inventory::ShopTerms::load(context.connection()));
    TRY_ASSIGN(auto known, context.query("SELECT 1 FROM clients WHERE id = ?"));
    known->bind(client);
    TRY_ASSIGN(const bool found, known->step());
    if (!found)
        return Error{ErrorKind::NotFound, "client.unknown", {}, {}};
    TRY(checkDraft(payment, terms.currency));
    TRY_ASSIGN(const auto open, PaymentRepository(context.connection()).owing(client, terms.currency));
    TRY_ASSIGN(const auto bills, invoicesToPay(context.connection(), client, terms.currency));
    Money owed = Money::zero(terms.currency);
    for (const OpenBalance &one : open) {
        TRY_ASSIGN(owed, owed.plus(one.due));
    }
    for (const InvoiceToPay &one : bills) {
        if (!one.due.isNegative()) {
            TRY_ASSIGN(owed, owed.plus(one.due));
        }
    }
    if (payment.amount.minor() > owed.minor() && !payment.restAsCredit)
        return invalid("payment.more_than_due", {errorArg(owed)});
    TRY_ASSIGN(Receipt receipt, newReceipt(context, payment, client));
    // Both are sorted by day; of one day the order comes first.
    auto bill = bills.begin();
    for (const OpenBalance &one : open) {
        for (; bill != bills.end() && bill->issued < one.since; ++bill)
            TRY(receipt.put(*bill));
        TRY(receipt.put(one.order, client, one.due));
    }
    for (; bill != bills.end(); ++bill)
        TRY(receipt.put(*bill));
    return finish(receipt);
}

Result<PaymentTaken> takeForInvoice(WriteContext &context, InvoiceId invoice, const PaymentDraft &payment)
{
    TRY(context.principal().require(Capability::OrdersTakePayment));
    TRY_ASSIGN(const InvoiceToPay bill, invoiceToPay(context.connection(), invoice));
    TRY(checkDraft(payment, bill.due.currency()));
    if (payment.amount.minor() > bill.due.minor() && !(payment.restAsCredit && bill.client))
        return invalid("payment.more_than_due", {errorArg(bill.due)});
    TRY_ASSIGN(Receipt receipt, newReceipt(context, payment, bill.client));
    TRY(receipt.put(bill));
    TRY_ASSIGN(PaymentTaken taken, finish(receipt));
    context.nameIt({bill.number, bill.name, errorArg(payment.amount)});
    return taken;
}

Result<void> confirmPayment(WriteContext &context, TransactionId payment)
{
    TRY(context.principal().require(Capability::OrdersTakePayment));
    TRY_ASSIGN(auto query, context.query(QByteArray(R"(
        SELECT confirmed_at IS NOT NULL OR payment_method NOT IN ('transfer', 'mobile_money'), receipt_no,
               reverses_transaction_id IS NOT NULL, )") +
                                         entryIsTakenBack + R"(
          FROM transactions AS paid
         WHERE id = ?)"));
    query->bind(payment);
    TRY_ASSIGN(const bool found, query->step());
    if (!found || query->boolean(2))
        return Error{ErrorKind::NotFound, "payment.not_found", {}, {}};
    if (query->boolean(0))
        return conflict("payment.confirmed_already");
    if (query->boolean(3))
        return conflict("payment.refunded_already");
    // One transfer may pay several orders: what came in came in whole, and what was given back of it went out.
    TRY_ASSIGN(auto rows, context.query(QByteArray(R"(
        SELECT id FROM transactions AS paid
         WHERE ifnull(reverses_transaction_id, id) IN (SELECT id FROM transactions WHERE id = ?1 OR receipt_no = ?2)
               AND)") + rowWaits + "AND NOT " +
                                        entryIsTakenBack));
    rows->bind(payment, query->optionalText(1));
    std::vector<TransactionId> ids;
    for (;;) {
        TRY_ASSIGN(const bool more, rows->step());
        if (!more)
            break;
        ids.push_back(rows->id<TransactionId>(0));
    }
    for (const TransactionId &id : ids)
        TRY(noteArrived(context, id, false));
    return {};
}

} // namespace thimblely::finance
