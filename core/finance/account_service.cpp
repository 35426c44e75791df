// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/finance/account_service.h"

#include "core/access/session.h"
#include "core/changes/write_door.h"
#include "core/finance/invoice_dues.h"
#include "core/finance/money_entry.h"
#include "core/finance/payment_repository.h"
#include "core/finance/payment_writer.h"
#include "core/inventory/shop_terms.h"

namespace thimblely::finance {

using changes::Operation;
using changes::WriteContext;

Result<ClientAccount> AccountService::of(ClientId client) const
{
    TRY_ASSIGN(const auto terms, inventory::ShopTerms::load(m_session.reader()));
    PaymentRepository payments(m_session.reader());
    TRY_ASSIGN(const auto open, payments.owing(client, terms.currency));
    TRY_ASSIGN(const Money credit, payments.credit(client, terms.currency));
    Money owed = Money::zero(terms.currency);
    for (const OpenBalance &one : open) {
        TRY_ASSIGN(owed, owed.plus(one.due));
    }
    TRY_ASSIGN(const auto bills, invoicesToPay(m_session.reader(), client, terms.currency));
    for (const InvoiceToPay &one : bills) {
        if (!one.due.isNegative()) {
            TRY_ASSIGN(owed, owed.plus(one.due));
        }
    }
    ClientAccount account{owed, credit, int(open.size()), Money::zero(terms.currency), Money::zero(terms.currency)};
    // Of all orders together; whoever takes money for one of them without reading clients has no such view.
    if (!m_session.principal().can(access::Capability::ClientsRead))
        return account;
    TRY_ASSIGN(auto query, m_session.reader().query(R"(
        SELECT waiting_minor, overpaid_minor FROM client_totals WHERE id = ?)"));
    query->bind(client);
    TRY_ASSIGN(const bool found, query->step());
    if (found) {
        account.waiting = Money(query->int64(0), terms.currency);
        account.overpaid = Money(query->int64(1), terms.currency);
    }
    return account;
}

Result<std::vector<OpenBalance>> AccountService::owing(ClientId client) const
{
    TRY_ASSIGN(const auto terms, inventory::ShopTerms::load(m_session.reader()));
    return PaymentRepository(m_session.reader()).owing(client, terms.currency);
}

Result<std::vector<OpenBalance>> AccountService::overpaid(ClientId client) const
{
    TRY_ASSIGN(const auto terms, inventory::ShopTerms::load(m_session.reader()));
    return PaymentRepository(m_session.reader()).overpaid(client, terms.currency);
}

QFuture<Result<PaymentTaken>> AccountService::take(ClientId client, PaymentDraft payment)
{
    return m_door.write<PaymentTaken>(
        Operation{"payment.take"},
        [client, payment = std::move(payment)](WriteContext &context) -> Result<PaymentTaken> {
            TRY_ASSIGN(const PaymentTaken taken, takeOnAccount(context, client, payment));
            TRY(nameMoney(context, taken));
            return taken;
        });
}

QFuture<Result<PaymentTaken>> AccountService::payBack(PayBack payBack)
{
    return m_door.write<PaymentTaken>(Operation{"payment.pay_back"},
                                      [payBack = std::move(payBack)](WriteContext &context) -> Result<PaymentTaken> {
                                          TRY_ASSIGN(const PaymentTaken paid, payBackCredit(context, payBack));
                                          TRY(nameMoney(context, paid));
                                          return paid;
                                      });
}

} // namespace thimblely::finance
