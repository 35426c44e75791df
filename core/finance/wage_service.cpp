// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/finance/wage_service.h"

#include "core/access/session.h"
#include "core/changes/write_door.h"
#include "core/finance/money_entry.h"
#include "core/inventory/shop_terms.h"

namespace thimblely::finance {

using access::Capability;
using changes::Operation;
using changes::WriteContext;

namespace {

Result<void> checkAmount(WriteContext &context, const Money &amount)
{
    TRY(context.principal().require(Capability::FinanceWrite));
    return amount.minor() > 0 ? Result<void>()
                              : Result<void>(Error{ErrorKind::Invalid, "payment.not_positive", {}, {}});
}

Result<TransactionId> enterPayment(WriteContext &context, const WagePayment &payment)
{
    TRY(checkAmount(context, payment.amount));
    if (payment.method == PaymentMethod::Credit)
        return Error{ErrorKind::Invalid, "payment.not_refundable", {}, {}};
    TRY_ASSIGN(const Date today, openDay(context));
    MoneyEntry entry{
        true, payment.isAdvance ? "wage_advance" : "wage", payment.amount, payment.method, today, Effect::CashMove};
    entry.member = payment.member;
    entry.description = payment.note;
    const bool inTill = payment.fromTill && payment.method == PaymentMethod::Cash;
    return inTill ? enterInTill(context, entry) : enterBeside(context, entry);
}

} // namespace

Result<Money> WageService::owed(MemberId member) const
{
    const access::Principal &principal = m_session.principal();
    if (member != principal.member)
        TRY(principal.require(Capability::FinanceRead));
    TRY_ASSIGN(const auto terms, inventory::ShopTerms::load(m_session.reader()));
    TRY_ASSIGN(auto query, m_session.reader().query(R"(
        SELECT ifnull(sum(iif(effect = 'owed', 1, -1) * iif(reverses_transaction_id IS NULL, 1, -1) * amount_minor), 0)
          FROM transactions
         WHERE member_id = ? AND category IN ('wage', 'wage_advance') AND transaction_type = 'expense')"));
    query->bind(member);
    TRY(query->step());
    return Money(query->int64(0), terms.currency);
}

QFuture<Result<TransactionId>> WageService::earn(MemberId member, Money amount, QString note)
{
    return m_door.write<TransactionId>(
        Operation{"wage.earn"},
        [member, amount, note = std::move(note)](WriteContext &context) -> Result<TransactionId> {
            TRY(checkAmount(context, amount));
            TRY_ASSIGN(const Date today, openDay(context));
            MoneyEntry entry{true, "wage", amount, {}, today, Effect::Owed};
            entry.member = member;
            entry.description = note;
            return enterBeside(context, entry);
        });
}

QFuture<Result<TransactionId>> WageService::pay(WagePayment payment)
{
    return m_door.write<TransactionId>(
        payment.isAdvance ? Operation{"wage.advance"} : Operation{"wage.pay"},
        [payment = std::move(payment)](WriteContext &context) { return enterPayment(context, payment); });
}

} // namespace thimblely::finance
