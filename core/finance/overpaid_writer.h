// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/changes/write_context.h"
#include "core/finance/payment.h"

namespace thimblely::finance {

/*!
 * Gives back what each who pays has paid beyond what they pay of the order now, from their newest payment on; Credit: it
 * becomes theirs with the shop. None where nothing is too much; the sum where it took several payments. What is on its
 * way is not touched. Part of a write operation, on the writer thread. Errors: payment_service.h.
 */
Result<std::optional<PaymentTaken>> giveBackOverpaid(changes::WriteContext &context, OrderId order,
                                                     PaymentMethod method, const QString &reason,
                                                     const std::optional<access::Approval> &approval);

} // namespace thimblely::finance
