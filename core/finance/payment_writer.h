// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/changes/write_context.h"
#include "core/finance/payment.h"

namespace thimblely::finance {

// Parts of write operations, on the writer thread. Errors: payment_service.h.

//! Takes money for a booked order and gives it a receipt number.
Result<PaymentTaken> takePayment(changes::WriteContext &context, OrderId order, const PaymentDraft &payment);
Result<void> confirmPayment(changes::WriteContext &context, TransactionId payment);
Result<PaymentTaken> refundPayment(changes::WriteContext &context, TransactionId payment, const QString &reason,
                                   const std::optional<Money> &part);

} // namespace thimblely::finance
