// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/finance/refund_writer.h"

#include "core/base/error_args.h"
#include "core/changes/number_series.h"
#include "core/finance/bill_taxes.h"
#include "core/finance/money_entry.h"
#include "core/finance/order_taxes.h"
#include "core/finance/payment_repository.h"
#include "core/finance/refund_rights.h"
#include "core/finance/till.h"

#include <algorithm>
#include <array>

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

// The categories that may be taken back beside money of clients; those of a count belong to their closing.
constexpr std::array tillCategories = {"paid_in", "paid_out", "bank_drop"};

//! The row that is to be taken back.
struct Original {
    TransactionId id;
    std::optional<OrderId> order;
    std::optional<ClientId> client;
    const char *category;
    bool isExpense;
    Effect effect;
    Money left; //!< what was not given back yet
    std::optional<PaymentMethod> method;
    bool waits;
    std::optional<InvoiceId> invoice; //!< of no order
    QByteArray taxes;
    Money whole; //!< what it was

    bool isCredit() const { return qstrcmp(category, "client_credit") == 0; }
    bool isOfClient() const { return order || invoice || isCredit(); }
    //! Paid before the book was kept here (opening_writer.h): its taxes are none of ours.
    bool isOpening() const { return qstrcmp(category, "opening_payment") == 0; }
};

//! The word as a literal, where it is one that can be taken back.
const char *knownCategory(const QByteArray &word)
{
    for (const char *known : {"order", "invoice", "client_credit", "opening_payment"}) {
        if (word == known)
            return known;
    }
    const auto found = std::ranges::find_if(tillCategories, [&](const char *known) { return word == known; });
    return found == tillCategories.end() ? nullptr : *found;
}

Result<Original> originalOf(WriteContext &context, TransactionId id)
{
    TRY_ASSIGN(auto query,
               context.query(QByteArray(R"(
        SELECT order_id, client_id, category, transaction_type = 'expense', effect = 'cash_move', amount_minor,
               (SELECT ifnull(sum(amount_minor), 0) FROM transactions WHERE reverses_transaction_id = paid.id),
               currency, payment_method, reverses_transaction_id IS NOT NULL OR effect = 'owed',)") +
                             rowWaits + ", invoice_id, tax_breakdown FROM transactions AS paid WHERE id = ?"));
    query->bind(id);
    TRY_ASSIGN(const bool found, query->step());
    if (!found)
        return Error{ErrorKind::NotFound, "payment.not_found", {}, {}};
    const char *category = knownCategory(query->utf8(2));
    if (!category || query->boolean(9))
        return invalid("payment.not_refundable");
    TRY_ASSIGN(const Currency currency, Currency::parse(query->text(7)));
    Original original{id,
                      query->optionalId<OrderId>(0),
                      query->optionalId<ClientId>(1),
                      category,
                      query->boolean(3),
                      query->boolean(4) ? Effect::CashMove : Effect::Profit,
                      Money(query->int64(5) - query->int64(6), currency),
                      std::nullopt,
                      query->boolean(10),
                      query->optionalId<InvoiceId>(11),
                      query->utf8(12),
                      Money(query->int64(5), currency)};
    if (!query->isNull(8)) {
        TRY_ASSIGN(original.method, paymentMethodFromCode(query->text(8)));
    }
    if (original.isOfClient() && original.isExpense)
        return invalid("payment.not_refundable");
    if (original.isCredit() && original.method == PaymentMethod::Credit)
        return invalid("payment.not_refundable"); // it came from a refund, and is paid out as credit
    if (original.left.minor() <= 0)
        return conflict("payment.refunded_already");
    return original;
}

Result<void> checkPart(const Money &left, const Money &amount)
{
    if (amount.currency() != left.currency())
        return invalid("payment.other_currency");
    if (amount.minor() <= 0)
        return invalid("payment.not_positive");
    if (amount.minor() > left.minor())
        return invalid("payment.refund_too_large", {errorArg(left)});
    return {};
}

//! What became a payment of the next order is not there to be given back.
Result<void> checkHeld(WriteContext &context, const std::optional<ClientId> &client, const Money &amount)
{
    Money held = Money::zero(amount.currency());
    if (client) {
        TRY_ASSIGN(held, PaymentRepository(context.connection()).credit(*client, amount.currency()));
    }
    if (held.minor() < amount.minor())
        return conflict("payment.no_credit", {errorArg(held)});
    return {};
}

struct TakenBack {
    Money amount;
    std::optional<PaymentMethod> method;
    QString reason;
    std::optional<PersonId> approvedBy;
    bool isCorrection;
    bool afterCut; //!< the order comes to less now than when it was paid
};

//! Part by part, what the payment held.
Result<QByteArray> taxesOfInvoice(const Original &original, const Money &amount)
{
    std::vector<RateSum> held;
    for (const TaxPart &part : readTaxParts(original.taxes, amount.currency()))
        held.push_back({part.name, part.rate, part.net.minor() + part.tax.minor(), part.tax.minor()});
    if (held.empty())
        return QByteArray();
    TRY_ASSIGN(const Money before, original.whole.minus(original.left));
    TRY_ASSIGN(const auto taxes, taxesInside(held, before, amount));
    return writeTaxParts(taxes);
}

Result<QByteArray> taxesGivenBack(WriteContext &context, const Original &original, const TakenBack &back)
{
    if (original.invoice)
        return taxesOfInvoice(original, back.amount);
    if (!original.order || original.isOpening())
        return QByteArray();
    const Money &amount = back.amount;
    PaymentRepository payments(context.connection());
    TRY_ASSIGN(const Money entered, payments.entered(*original.order, amount.currency()));
    TRY_ASSIGN(const Money after, entered.minus(amount));
    if (back.afterCut) { // all that they held, less what is left at the new prices
        TRY_ASSIGN(auto held, taxesEntered(context.connection(), *original.order, amount.currency()));
        TRY_ASSIGN(const auto left,
                   taxesInside(context.connection(), *original.order, Money::zero(amount.currency()), after));
        TRY(addTaxParts(held, left, true));
        std::erase_if(held, [](const TaxPart &part) { return part.net.isZero() && part.tax.isZero(); });
        return writeTaxParts(held);
    }
    TRY_ASSIGN(const auto taxes, taxesInside(context.connection(), *original.order, after, amount));
    return writeTaxParts(taxes);
}

Result<PaymentTaken> takeBack(WriteContext &context, const Original &original, const TakenBack &back)
{
    TRY(checkPart(original.left, back.amount));
    if (original.isCredit() && !original.waits)
        TRY(checkHeld(context, original.client, back.amount));
    TRY_ASSIGN(const Date today, openDay(context));
    MoneyEntry entry{original.isExpense, original.category, back.amount, back.method, today, original.effect};
    if (original.isOfClient()) {
        TRY_ASSIGN(const auto number, changes::NumberSeries::take(context, changes::SeriesKind::Receipt, today));
        entry.receiptNumber = number.text;
    }
    TRY_ASSIGN(entry.taxes, taxesGivenBack(context, original, back));
    entry.order = original.order;
    entry.invoice = original.invoice;
    entry.client = original.client;
    entry.reverses = original.id;
    entry.reason = back.reason;
    entry.approvedBy = back.approvedBy;
    entry.isCorrection = back.isCorrection;
    // What was never in the till and becomes credit is not in it now.
    const bool beside = original.isOpening() && back.method == PaymentMethod::Credit;
    const auto enter = beside ? enterBeside : enterInTill;
    TRY_ASSIGN(const TransactionId id, enter(context, entry));
    // Money that went out has gone: it counts at once, unless what it takes back never came in.
    if (back.method && mayWait(*back.method) && !original.isExpense && !original.waits)
        TRY(noteArrived(context, id, true));
    if ((original.order || original.invoice) && back.method == PaymentMethod::Credit) {
        MoneyEntry again{false,       beside ? "opening_credit" : "client_credit",
                         back.amount, PaymentMethod::Credit,
                         today,       Effect::CashMove};
        again.client = original.client;
        again.receiptNumber = entry.receiptNumber;
        TRY(enter(context, again));
    }
    return PaymentTaken{id, entry.receiptNumber, back.amount, Money::zero(back.amount.currency())};
}

} // namespace

Result<void> checkRefund(const TillEntry &entry, const Money &amount)
{
    return checkPart(entry.left, amount);
}

Result<PaymentTaken> refundPayment(WriteContext &context, const RefundDraft &refund)
{
    TRY(requireAnyGiveBack(context, refund.approval));
    TRY_ASSIGN(const Original paid, originalOf(context, refund.payment));
    TRY_ASSIGN(const auto approver, requireGiveBack(context, refund.part.value_or(paid.left), refund.approval));
    return refundPayment(context, refund, approver);
}

Result<PaymentTaken> refundPayment(WriteContext &context, const RefundDraft &refund,
                                   const std::optional<PersonId> &approver)
{
    if (refund.reason.trimmed().isEmpty())
        return invalid("payment.no_reason");
    TRY_ASSIGN(const Original paid, originalOf(context, refund.payment));
    if (!paid.isOfClient())
        return invalid("payment.not_refundable");
    // What is on its way cannot be handed out in another form.
    const bool sameWay = paid.waits || !refund.method;
    const auto method = sameWay ? paid.method : refund.method;
    if (method == PaymentMethod::Credit && (!paid.client || paid.isCredit()))
        return invalid("payment.not_refundable");
    return takeBack(context, paid,
                    {refund.part.value_or(paid.left), method, refund.reason.trimmed(), approver, false,
                     refund.why == RefundFor::PriceCut});
}

Result<PaymentTaken> reverseEntry(WriteContext &context, TransactionId id, const QString &reason,
                                  const std::optional<access::Approval> &approval)
{
    TRY_ASSIGN(const Original original, originalOf(context, id));
    TRY_ASSIGN(const auto approver, original.isOfClient() ? requireGiveBack(context, original.left, approval)
                                                          : context.require(Capability::FinanceWrite, approval));
    if (reason.trimmed().isEmpty())
        return invalid("payment.no_reason");
    return takeBack(context, original, {original.left, original.method, reason.trimmed(), approver, true, false});
}

Result<PaymentTaken> payBackCredit(WriteContext &context, const PayBack &payBack)
{
    TRY_ASSIGN(const auto approver, requireGiveBack(context, payBack.amount, payBack.approval));
    if (payBack.amount.minor() <= 0)
        return invalid("payment.not_positive");
    if (payBack.method == PaymentMethod::Credit)
        return invalid("payment.not_refundable");
    if (payBack.reason.trimmed().isEmpty())
        return invalid("payment.no_reason");
    TRY(checkHeld(context, payBack.client, payBack.amount));
    TRY_ASSIGN(const Date today, openDay(context));
    TRY_ASSIGN(const auto number, changes::NumberSeries::take(context, changes::SeriesKind::Receipt, today));
    MoneyEntry entry{true, "client_credit", payBack.amount, payBack.method, today, Effect::CashMove};
    entry.client = payBack.client;
    entry.receiptNumber = number.text;
    entry.reason = payBack.reason.trimmed();
    entry.approvedBy = approver;
    TRY_ASSIGN(const TransactionId id, enterInTill(context, entry));
    return PaymentTaken{id, number.text, payBack.amount, Money::zero(payBack.amount.currency())};
}

} // namespace thimblely::finance
