// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/finance/payment_service.h"

#include "core/access/session.h"
#include "core/changes/write_door.h"
#include "core/finance/money_entry.h"
#include "core/finance/payment_repository.h"
#include "core/finance/payment_search.h"
#include "core/finance/payment_writer.h"
#include "core/finance/refund_writer.h"

namespace thimblely::finance {

using changes::Operation;
using changes::WriteContext;

namespace {

Result<PaymentTaken> named(WriteContext &context, Result<PaymentTaken> money)
{
    if (money)
        TRY(nameMoney(context, *money));
    return money;
}

} // namespace

Result<std::vector<Payment>> PaymentService::ofOrder(OrderId order) const
{
    return PaymentRepository(m_session.reader()).ofOrder(order);
}

Result<std::optional<Payment>> PaymentService::ofCredit(TransactionId payment) const
{
    return PaymentRepository(m_session.reader()).ofCredit(payment);
}

Result<Money> PaymentService::balance(OrderId order) const
{
    TRY_ASSIGN(const OrderToPay toPay, PaymentRepository(m_session.reader()).toPay(order));
    return toPay.balance;
}

Result<std::vector<TillEntry>> PaymentService::find(const QString &typed, const QLocale &locale, int limit) const
{
    return findPayments(m_session.reader(), typed, locale, limit);
}

QFuture<Result<PaymentTaken>> PaymentService::take(OrderId order, PaymentDraft payment)
{
    return m_door.write<PaymentTaken>(Operation{"payment.take"},
                                      [order, payment = std::move(payment)](WriteContext &context) {
                                          return named(context, takePayment(context, order, payment));
                                      });
}

QFuture<Result<void>> PaymentService::confirm(TransactionId payment)
{
    return m_door.write<void>(Operation{"payment.confirm"},
                              [payment](WriteContext &context) { return confirmPayment(context, payment); });
}

QFuture<Result<PaymentTaken>> PaymentService::refund(RefundDraft refund)
{
    return m_door.write<PaymentTaken>(Operation{"payment.refund"}, [refund = std::move(refund)](WriteContext &context) {
        return named(context, refundPayment(context, refund));
    });
}

QFuture<Result<PaymentTaken>> PaymentService::reverse(TransactionId entry, QString reason,
                                                      std::optional<access::Approval> approval)
{
    return m_door.write<PaymentTaken>(
        Operation{"payment.reverse"},
        [entry, reason = std::move(reason), approval = std::move(approval)](WriteContext &context) {
            return named(context, reverseEntry(context, entry, reason, approval));
        });
}

} // namespace thimblely::finance
