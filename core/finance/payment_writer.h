// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/changes/write_context.h"
#include "core/finance/money_entry.h"
#include "core/finance/payment.h"

namespace thimblely::finance {

// Parts of write operations, on the writer thread. Errors: payment_service.h.

//! Takes money for a booked order and gives it a receipt number.
Result<PaymentTaken> takePayment(changes::WriteContext &context, OrderId order, const PaymentDraft &payment);
//! Takes money of a client and puts it to what they owe, the oldest order first; see AccountService.
//! Of several orders with one receipt, in their order: the first is paid before the next.
Result<PaymentTaken> takePayment(changes::WriteContext &context, const std::vector<OrderId> &orders,
                                 const PaymentDraft &payment);
Result<PaymentTaken> takeOnAccount(changes::WriteContext &context, ClientId client, const PaymentDraft &payment);
//! Of an invoice of no order; invoice_dues.h.
Result<PaymentTaken> takeForInvoice(changes::WriteContext &context, InvoiceId invoice, const PaymentDraft &payment);
Result<void> confirmPayment(changes::WriteContext &context, TransactionId payment);

//! The row of the ledger that a payment of an order, or what a client has with the shop, is; with what goes with it.
Result<TransactionId> enterIncome(changes::WriteContext &context, const PaymentDraft &payment, MoneyEntry entry);

} // namespace thimblely::finance
