// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/finance/payment.h"
#include "core/finance/till.h"

#include <QFuture>
#include <QLocale>

namespace thimblely::access {
class Session;
}
namespace thimblely::changes {
class WriteDoor;
}

namespace thimblely::finance {

/*!
 * Money for orders. Nothing is ever changed: a mistake is a row that takes it back, with its reason.
 *
 * Errors: "payment.not_positive", "payment.other_currency", "payment.more_than_due" (args[0] what is due, plain),
 * "payment.tendered_too_little", "payment.tendered_not_cash", "payment.no_reason", "payment.refunded_already",
 * "payment.refund_too_large" (args[0] what is left of it, plain), "payment.not_refundable" (a refund itself, or money
 * of no client), "payment.no_credit", "payment.confirmed_already", "payment.books_closed" (args[0] the day); NotFound "payment.not_found",
 * "order.not_found"; Conflict "order.is_draft"; Forbidden with orders:take_payment, orders:refund, finance:write
 * or prices:read, and the codes of access/approval.h.
 */
class PaymentService {
public:
    PaymentService(access::Session &session, changes::WriteDoor &door) : m_session(session), m_door(door) {}

    //! Oldest first. Forbidden where the person may not read prices.
    Result<std::vector<Payment>> ofOrder(OrderId order) const;
    Result<Money> balance(OrderId order) const;
    //! What is kept for a client, or paid back of it (negative), and went to no order; none: it is no such row.
    Result<std::optional<Payment>> ofCredit(TransactionId payment) const;
    //! Of whatever day, and by whom: payment_search.h.
    Result<std::vector<TillEntry>> find(const QString &typed, const QLocale &locale, int limit) const;

    QFuture<Result<PaymentTaken>> take(OrderId order, PaymentDraft payment);
    //! A transfer has come in; from then on it counts as paid, and is of the till's day that is open then.
    QFuture<Result<void>> confirm(TransactionId payment);
    //! Gives back all of a payment, or `part` of it; amount of the answer is what to hand back.
    QFuture<Result<PaymentTaken>> refund(RefundDraft refund);
    QFuture<Result<PaymentTaken>> refund(TransactionId payment, QString reason, std::optional<Money> part = {})
    {
        return refund(RefundDraft{payment, std::move(reason), part});
    }
    //! What was entered wrong, a payment or money that the till moved, is taken back whole by a row of its own.
    QFuture<Result<PaymentTaken>> reverse(TransactionId entry, QString reason,
                                          std::optional<access::Approval> approval = {});

private:
    access::Session &m_session;
    changes::WriteDoor &m_door;
};

} // namespace thimblely::finance
