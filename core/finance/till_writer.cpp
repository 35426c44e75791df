// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/finance/till_writer.h"

#include "core/base/error_args.h"
#include "core/changes/media_register.h"
#include "core/finance/day_page_json.h"
#include "core/finance/money_entry.h"
#include "core/finance/till_repository.h"

namespace thimblely::finance {

namespace {

using access::Capability;
using changes::TillChain;
using changes::WriteContext;
using storage::Table;

Error invalid(const char *code, const QStringList &args = {})
{
    return {ErrorKind::Invalid, code, args, {}};
}

Error conflict(const char *code)
{
    return {ErrorKind::Conflict, code, {}, {}};
}

Result<void> checkCurrency(const Money &amount, Currency currency)
{
    return amount.currency() == currency ? Result<void>() : Result<void>(invalid("payment.other_currency"));
}

//! A row of cash that a till itself moves; `amount` as it changes the drawer. Nothing for nothing.
Result<void> enterMove(WriteContext &context, changes::TillId till, const char *category, const Money &amount, Date day,
                       Effect effect, const QString &reason = {})
{
    if (amount.isZero())
        return {};
    Money size = amount;
    if (amount.isNegative()) {
        TRY_ASSIGN(size, amount.negated());
    }
    MoneyEntry entry{amount.isNegative(), category, size, PaymentMethod::Cash, day, effect};
    entry.reason = reason;
    entry.till = till;
    TRY(enterInTill(context, entry));
    return {};
}

Result<CountResult> resultOf(const CountSheet &sheet, const TillSums &sums)
{
    TRY_ASSIGN(const Money counted, sheet.counted());
    TRY_ASSIGN(const Money difference, counted.minus(sums.expectedCash));
    const MethodSum *card = sums.of(PaymentMethod::Card);
    const Money cardExpected = card ? card->net : Money::zero(counted.currency());
    CountResult result{counted, sums.expectedCash, difference, sheet.cardTotal, cardExpected, {}};
    if (sheet.cardTotal) {
        TRY_ASSIGN(result.cardDifference, sheet.cardTotal->minus(cardExpected));
    }
    return result;
}

//! Everything of the day now belongs to the closing, but for what is waited for.
Result<void> sealEntries(WriteContext &context, TillRepository &till, ActivityId closing)
{
    TRY_ASSIGN(const auto ids, till.idsToClose());
    for (const TransactionId &id : ids)
        TRY(context.rows().update(Table::Transactions, id, {{"closing_id", closing}}));
    return {};
}

//! A drawer that is no more keeps nothing.
Result<void> checkClose(const TillState &state, const CloseDraft &draft, bool isHere)
{
    if (!state.count)
        return conflict("till.not_counted");
    TRY(checkCurrency(draft.kept, state.carried.currency()));
    if (draft.kept.isNegative() || draft.kept.minor() > state.count->counted.minor())
        return invalid("till.kept_too_much", {errorArg(state.count->counted)});
    if (!isHere && !draft.kept.isZero())
        return invalid("till.nothing_kept");
    if (!state.count->agrees() && draft.reason.trimmed().isEmpty())
        return invalid("till.no_reason");
    return {};
}

} // namespace

Result<void> openTill(WriteContext &context, const Money &lying)
{
    TRY_ASSIGN(const TillState state, tillState(context.connection()));
    if (state.phase == TillPhase::Open || state.openedAt)
        return conflict("till.open_already");
    TRY(checkCurrency(lying, state.carried.currency()));
    if (lying.isNegative())
        return invalid("till.negative");
    TRY_ASSIGN(const Date today, openDay(context));
    TRY_ASSIGN(const Money brought, lying.minus(state.carried));
    TRY(enterMove(context, state.till, "float", brought, today, Effect::CashMove));
    return TillChain::insertDay(
        context, state.till, ActivityId::make(context.clock()), "till_opened",
        {{QStringLiteral("opening_minor"), lying.minor()}, {QStringLiteral("carried_minor"), state.carried.minor()}});
}

//! More than the drawer holds is a slip of zeros; how much that is, is not said to who may not see it. Before it was opened
//! nobody knows.
Result<void> requireInDrawer(WriteContext &context, const Money &amount)
{
    TRY_ASSIGN(const TillState state, tillState(context.connection()));
    if (!state.openedAt)
        return {};
    TRY_ASSIGN(const TillSums sums, TillRepository(context.connection(), amount.currency()).sums(state.carried));
    return amount.minor() <= sums.expectedCash.minor() ? Result<void>() : invalid("till.more_than_drawer");
}

Result<TransactionId> moveMoney(WriteContext &context, const TillMove &move)
{
    const bool out = move.kind == TillEntryKind::PaidOut;
    TRY(context.principal().require(out ? Capability::TillPaidOut : Capability::TillOperate));
    if (move.amount.minor() <= 0)
        return invalid("payment.not_positive");
    if (move.reason.trimmed().isEmpty() && move.kind != TillEntryKind::BankDrop)
        return invalid("till.no_reason");
    TRY_ASSIGN(const Date today, openDay(context));
    if (move.kind != TillEntryKind::PaidIn)
        TRY(requireInDrawer(context, move.amount));
    const char *category = out ? "paid_out" : move.kind == TillEntryKind::PaidIn ? "paid_in" : "bank_drop";
    MoneyEntry entry{move.kind != TillEntryKind::PaidIn,     category, move.amount, PaymentMethod::Cash, today,
                     out ? Effect::Profit : Effect::CashMove};
    entry.reason = move.reason;
    if (move.photo) {
        TRY(changes::MediaRegister::add(context, *move.photo));
        entry.photo = move.photo->sha256;
    }
    return enterInTill(context, entry);
}

Result<CountResult> countTill(WriteContext &context, const CountSheet &sheet, const AtTill &which)
{
    TRY_ASSIGN(const TillState state, tillState(context.connection(), which));
    const Currency currency = state.carried.currency();
    TRY(checkCurrency(sheet.loose, currency));
    if (!state.openedAt && !state.hasEntries)
        return conflict("till.not_open");
    TRY_ASSIGN(const TillSums sums, TillRepository(context.connection(), currency, which).sums(state.carried));
    TRY_ASSIGN(const CountResult result, resultOf(sheet, sums));
    TRY(TillChain::insertDay(context, state.till, ActivityId::make(context.clock()), "till_counted",
                             writeCount(sheet, result)));
    return result;
}

Result<ActivityId> closeTill(WriteContext &context, const CloseDraft &draft, const AtTill &which)
{
    TRY_ASSIGN(const TillState state, tillState(context.connection(), which));
    TRY(checkClose(state, draft, state.till == TillChain::here(context.principal())));
    TRY_ASSIGN(const Date today, openDay(context));
    const Currency currency = state.carried.currency();
    TillRepository till(context.connection(), currency, which);
    TRY_ASSIGN(const auto counted, till.newest("till_counted"));
    TRY_ASSIGN(const auto before, till.newest("till_closed"));
    const ActivityId id = ActivityId::make(context.clock());

    DayPage page = emptyDayPage(id, today, context.clock().now(), currency);
    page.count = *state.count;
    page.pieces = readCountSheet(counted->data, currency).pieces;
    page.openedAt = state.openedAt;
    page.opening = state.opening;
    page.reason = draft.reason.trimmed();
    page.kept = draft.kept;
    TRY_ASSIGN(page.bankDrop, page.count.counted.minus(draft.kept));
    // Cash that is short is lost and cash that is over is gained; a terminal that differs is an entry made wrong, which
    // is corrected where it was made.
    TRY(enterMove(context, state.till, "till_difference", page.count.difference, today, Effect::Profit, page.reason));
    TRY_ASSIGN(const Money toBank, page.bankDrop.negated());
    TRY(enterMove(context, state.till, "bank_drop", toBank, today, Effect::CashMove));
    TRY_ASSIGN(page.sums, till.sums(state.carried));
    page.number = 1 + (before ? before->data.value(QLatin1String("number")).toInteger() : 0);
    const Money past(before ? before->data.value(QLatin1String("perpetual_minor")).toInteger() : 0, currency);
    TRY_ASSIGN(page.perpetual, past.plus(page.sums.turnover));
    TRY(sealEntries(context, till, id));
    TRY(TillChain::insertDay(context, state.till, id, "till_closed", writeDayPage(page)));
    context.nameIt({QString::number(page.number)});
    return id;
}

} // namespace thimblely::finance
