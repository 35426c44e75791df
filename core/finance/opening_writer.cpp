// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/finance/opening_writer.h"

#include "core/finance/money_entry.h"

#include <QCoreApplication>

namespace thimblely::finance {

namespace {

using changes::WriteContext;

Result<TransactionId> enter(WriteContext &context, const char *category, const Money &amount,
                            const std::optional<OrderId> &order, const std::optional<ClientId> &client)
{
    if (amount.minor() <= 0)
        return Error{ErrorKind::Invalid, "payment.not_positive", {}, {}};
    TRY_ASSIGN(const Date today, openDay(context));
    MoneyEntry entry{false, category, amount, PaymentMethod::Credit, today, Effect::CashMove};
    entry.order = order;
    entry.client = client;
    entry.reference = QCoreApplication::translate("OldBook", "from the old book");
    return enterBeside(context, entry);
}

} // namespace

Result<TransactionId> enterOpeningPayment(WriteContext &context, OrderId order, const std::optional<ClientId> &client,
                                          const Money &paid)
{
    TRY(context.principal().require(access::Capability::OrdersTakePayment));
    return enter(context, "opening_payment", paid, order, client);
}

Result<TransactionId> enterOpeningCredit(WriteContext &context, ClientId client, const Money &credit)
{
    TRY(context.principal().require(access::Capability::FinanceWrite));
    return enter(context, "opening_credit", credit, std::nullopt, client);
}

} // namespace thimblely::finance
