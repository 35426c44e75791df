// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/finance/payment_service.h"

#include "core/access/session.h"
#include "core/changes/write_door.h"
#include "core/finance/payment_repository.h"
#include "core/finance/payment_writer.h"
#include "core/finance/refund_writer.h"

namespace thimblely::finance {

using changes::Operation;
using changes::WriteContext;

Result<std::vector<Payment>> PaymentService::ofOrder(OrderId order) const
{
    return PaymentRepository(m_session.reader()).ofOrder(order);
}

Result<Money> PaymentService::balance(OrderId order) const
{
    TRY_ASSIGN(const OrderToPay toPay, PaymentRepository(m_session.reader()).toPay(order));
    return toPay.balance;
}

QFuture<Result<PaymentTaken>> PaymentService::take(OrderId order, PaymentDraft payment)
{
    Operation operation{"payment.take", {payment.amount.toPlain()}}; // before the draft moves on
    return m_door.write<PaymentTaken>(
        std::move(operation),
        [order, payment = std::move(payment)](WriteContext &context) { return takePayment(context, order, payment); });
}

QFuture<Result<void>> PaymentService::confirm(TransactionId payment)
{
    return m_door.write<void>(Operation{"payment.confirm"},
                              [payment](WriteContext &context) { return confirmPayment(context, payment); });
}

QFuture<Result<PaymentTaken>> PaymentService::refund(RefundDraft refund)
{
    return m_door.write<PaymentTaken>(Operation{"payment.refund"}, [refund = std::move(refund)](WriteContext &context) {
        return refundPayment(context, refund);
    });
}

QFuture<Result<PaymentTaken>> PaymentService::reverse(TransactionId entry, QString reason,
                                                      std::optional<access::Approval> approval)
{
    return m_door.write<PaymentTaken>(
        Operation{"payment.reverse"},
        [entry, reason = std::move(reason), approval = std::move(approval)](WriteContext &context) {
            return reverseEntry(context, entry, reason, approval);
        });
}

} // namespace thimblely::finance
