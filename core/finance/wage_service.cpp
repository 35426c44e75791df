// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/finance/wage_service.h"

#include "core/access/session.h"
#include "core/changes/write_door.h"
#include "core/finance/money_entry.h"
#include "core/inventory/read_rows.h"
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

//! What of a row ("paid") is owed more, or less, by it.
constexpr const char *owedBy =
    "iif(paid.effect = 'owed', 1, -1) * iif(paid.reverses_transaction_id IS NULL, 1, -1) * paid.amount_minor";
constexpr const char *isWage = "paid.category IN ('wage', 'wage_advance') AND paid.transaction_type = 'expense'";

} // namespace

Result<Money> WageService::owed(MemberId member) const
{
    const access::Principal &principal = m_session.principal();
    if (member != principal.member)
        TRY(principal.require(Capability::FinanceRead));
    TRY_ASSIGN(const auto terms, inventory::ShopTerms::load(m_session.reader()));
    TRY_ASSIGN(auto query,
               m_session.reader().query(QByteArray("SELECT ifnull(sum(") + owedBy +
                                        "), 0) FROM transactions AS paid WHERE paid.member_id = ? AND " + isWage));
    query->bind(member);
    TRY(query->step());
    return Money(query->int64(0), terms.currency);
}

Result<std::vector<WageStanding>> WageService::standings(access::Session &session, Date from, Date until)
{
    TRY(session.principal().require(Capability::FinanceRead));
    TRY(session.principal().require(Capability::TeamRead));
    TRY_ASSIGN(const auto terms, inventory::ShopTerms::load(session.reader()));
    const QByteArray inSpan = " FILTER (WHERE paid.date BETWEEN ?1 AND ?2 AND ";
    const QByteArray amount = "sum(iif(paid.reverses_transaction_id IS NULL, 1, -1) * paid.amount_minor)" + inSpan;
    TRY_ASSIGN(auto query, session.reader().query(
                               "SELECT member.id, ifnull(person.full_name, ''), member.status = 'active', ifnull(" +
                               amount + "paid.effect = 'owed'), 0), ifnull(" + amount +
                               "paid.effect <> 'owed' AND paid.category = 'wage_advance'), 0), ifnull(" + amount +
                               "paid.effect <> 'owed' AND paid.category = 'wage'), 0), ifnull(sum(" + owedBy +
                               "), 0) AS owed FROM workspace_members AS member"
                               " LEFT JOIN profiles AS person ON person.id = member.user_id"
                               " LEFT JOIN transactions AS paid ON paid.member_id = member.id AND " +
                               isWage +
                               " GROUP BY member.id HAVING member.status = 'active' OR owed <> 0"
                               " ORDER BY person.full_name COLLATE NOCASE, member.id"));
    query->bind(from, until);
    return inventory::readRows<WageStanding>(*query, [&terms](storage::Statement &row) -> Result<WageStanding> {
        const auto money = [&](int column) { return Money(row.int64(column), terms.currency); };
        return WageStanding{row.id<MemberId>(0), row.text(1), row.boolean(2), money(3), money(4), money(5), money(6)};
    });
}

Result<WageSheet> WageService::sheet(access::Session &session, MemberId member, Date from, Date until)
{
    if (member != session.principal().member)
        TRY(session.principal().require(Capability::FinanceRead));
    TRY_ASSIGN(const auto terms, inventory::ShopTerms::load(session.reader()));
    TRY_ASSIGN(auto query, session.reader().query(QByteArray(R"(
        SELECT paid.date, paid.effect = 'owed', paid.category = 'wage_advance',
               iif(paid.reverses_transaction_id IS NULL, 1, -1) * paid.amount_minor,
               ifnull(paid.reason, ifnull(paid.description, ''))
          FROM transactions AS paid
         WHERE paid.member_id = ? AND paid.date <= ? AND )") +
                                                  isWage + " ORDER BY paid.date, paid.occurred_at, paid.id"));
    query->bind(member, until);
    const Money none = Money::zero(terms.currency);
    WageSheet sheet{none, {}, none, none, none, none};
    for (;;) {
        TRY_ASSIGN(const bool more, query->step());
        if (!more)
            return sheet;
        const WageKind kind = query->boolean(1)   ? WageKind::Earned
                              : query->boolean(2) ? WageKind::Advanced
                                                  : WageKind::Paid;
        const Money amount(query->int64(3), terms.currency);
        TRY_ASSIGN(sheet.owed, kind == WageKind::Earned ? sheet.owed.plus(amount) : sheet.owed.minus(amount));
        if (query->date(0) < from) {
            sheet.before = sheet.owed;
            continue;
        }
        Money &sum = kind == WageKind::Earned ? sheet.earned : kind == WageKind::Advanced ? sheet.advanced : sheet.paid;
        TRY_ASSIGN(sum, sum.plus(amount));
        sheet.lines.push_back({query->date(0), kind, amount, query->text(4)});
    }
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
