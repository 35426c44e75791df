// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/changes/write_context.h"
#include "core/finance/payment.h"

namespace thimblely::finance {

// Parts of write operations, on the writer thread. Errors: payment_service.h.

//! Gives back all of a payment or a part of it, by the person's own right or an approval.
Result<PaymentTaken> refundPayment(changes::WriteContext &context, const RefundDraft &refund);

//! The same where the right to it was asked for already, by this operation; `approver` as WriteContext::require gave it.
Result<PaymentTaken> refundPayment(changes::WriteContext &context, const RefundDraft &refund,
                                   const std::optional<PersonId> &approver);

//! What was entered wrong is taken back whole, as it was entered, with the reason; nothing is deleted.
Result<PaymentTaken> reverseEntry(changes::WriteContext &context, TransactionId entry, const QString &reason,
                                  const std::optional<access::Approval> &approval);

//! What the client has with the shop is paid out, for a reason that stands in the books.
struct PayBack {
    ClientId client;
    Money amount;
    PaymentMethod method = PaymentMethod::Cash;
    QString reason = {};
    std::optional<access::Approval> approval = {};
};
Result<PaymentTaken> payBackCredit(changes::WriteContext &context, const PayBack &payBack);

} // namespace thimblely::finance
