// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/changes/write_context.h"
#include "core/finance/payment.h"

namespace thimblely::finance {

/*
 * Money of the time before the shop kept its book here; parts of write operations. It is counted wherever a balance is
 * and nowhere else: it lies in no till, on no day page, in no daily total and in no profit, and has no receipt of ours.
 * Its way is "credit", for none of it moves today. Errors: payment_service.h; Forbidden without orders:take_payment, or
 * finance:write for what is no order's.
 */

//! What was paid for an order before. The taxes in it belong to the old book, and so to none of ours.
Result<TransactionId> enterOpeningPayment(changes::WriteContext &context, OrderId order,
                                          const std::optional<ClientId> &client, const Money &paid);

//! What a client has with the shop from before.
Result<TransactionId> enterOpeningCredit(changes::WriteContext &context, ClientId client, const Money &credit);

} // namespace thimblely::finance
