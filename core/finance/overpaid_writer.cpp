// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/finance/overpaid_writer.h"

#include "core/finance/payment_repository.h"
#include "core/finance/refund_rights.h"
#include "core/finance/refund_writer.h"
#include "core/orders/order_reader.h"

#include <algorithm>

namespace thimblely::finance {

namespace {

using changes::WriteContext;

//! Whose part of the order a payment went to: the order's client's, where it names nobody who pays.
std::optional<ClientId> partOf(const orders::OrderDetail &order, const Payment &payment)
{
    return order.shareOf(payment.client) ? payment.client : order.client;
}

//! What all who pay have paid too much.
Result<Money> overpaid(const orders::OrderDetail &order)
{
    Money all = Money::zero(order.currency);
    for (const orders::PayerShare &share : order.payers) {
        const Money over = share.balance().negated().valueOr(Money::zero(order.currency));
        if (over.minor() > 0) {
            TRY_ASSIGN(all, all.plus(over));
        }
    }
    return all;
}

} // namespace

Result<std::optional<PaymentTaken>> giveBackOverpaid(WriteContext &context, OrderId id, PaymentMethod method,
                                                     const QString &reason,
                                                     const std::optional<access::Approval> &approval)
{
    TRY_ASSIGN(const orders::OrderDetail order, orders::loadOrder(context.connection(), id));
    TRY_ASSIGN(const std::vector<Payment> payments, PaymentRepository(context.connection()).ofOrder(id));
    std::optional<PaymentTaken> given;
    std::optional<PersonId> approver;
    for (const orders::PayerShare &share : order.payers) {
        Money over = share.balance().negated().valueOr(Money::zero(order.currency));
        for (auto payment = payments.rbegin(); payment != payments.rend() && over.minor() > 0; ++payment) {
            if (payment->waiting || payment->left.minor() <= 0 || partOf(order, *payment) != share.client)
                continue;
            const Money part = payment->left.minor() < over.minor() ? payment->left : over;
            RefundDraft refund{payment->id, reason, part, method};
            refund.why = RefundFor::PriceCut;
            if (!given) { // spent once, it covers the operation
                TRY_ASSIGN(const Money all, overpaid(order));
                TRY_ASSIGN(approver, requireGiveBack(context, all, approval));
            }
            TRY_ASSIGN(const PaymentTaken one, refundPayment(context, refund, approver));
            TRY_ASSIGN(over, over.minus(one.amount));
            if (!given) {
                given = one;
            } else {
                TRY_ASSIGN(given->amount, given->amount.plus(one.amount));
            }
        }
    }
    return given;
}

} // namespace thimblely::finance
