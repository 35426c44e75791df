// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/finance/till_service.h"

#include "core/access/session.h"
#include "core/base/error_args.h"
#include "core/changes/write_door.h"
#include "core/finance/till_repository.h"
#include "core/inventory/shop_terms.h"

namespace thimblely::finance {

using access::Capability;
using changes::Operation;
using changes::WriteContext;

namespace {

Operation operationOf(const TillMove &move)
{
    switch (move.kind) {
    case TillEntryKind::PaidIn:
        return Operation{"till.paid_in", {move.reason, {}, errorArg(move.amount)}};
    case TillEntryKind::PaidOut:
        return Operation{"till.paid_out", {move.reason, {}, errorArg(move.amount)}};
    default:
        return Operation{"till.bank_drop", {{}, {}, errorArg(move.amount)}};
    }
}

} // namespace

Result<TillState> TillService::state(const AtTill &till) const
{
    return tillState(m_session.reader(), till);
}

Result<std::vector<TillState>> TillService::leftTills() const
{
    TRY(m_session.principal().require(Capability::TillOperate));
    TRY_ASSIGN(const auto tills, changes::TillChain::left(m_session.reader()));
    std::vector<TillState> waiting;
    for (const changes::TillId &till : tills) {
        TRY_ASSIGN(TillState each, state(till));
        if (each.openedAt || each.hasEntries)
            waiting.push_back(std::move(each));
    }
    return waiting;
}

bool TillService::maySeeSums(const TillState &state) const
{
    return state.count || m_session.can(Capability::FinanceRead);
}

Result<std::vector<TillEntry>> TillService::entries(qint64 beforeSeq, int limit) const
{
    TRY(m_session.principal().require(Capability::TillOperate));
    TRY_ASSIGN(const auto terms, inventory::ShopTerms::load(m_session.reader()));
    return TillRepository(m_session.reader(), terms.currency).entries(beforeSeq, limit);
}

Result<TillSums> TillService::sums(const AtTill &till) const
{
    TRY_ASSIGN(const TillState now, state(till));
    if (!maySeeSums(now))
        return Error{ErrorKind::Forbidden, "till.count_first", {}, {}};
    return TillRepository(m_session.reader(), now.carried.currency(), till).sums(now.carried);
}

Result<DayPage> TillService::dayPage(ActivityId closing) const
{
    return dayPageOf(m_session.reader(), closing);
}

Result<std::vector<DayPage>> TillService::dayPages(std::optional<ActivityId> before, int limit) const
{
    TRY(m_session.principal().require(Capability::TillOperate));
    TRY_ASSIGN(const auto terms, inventory::ShopTerms::load(m_session.reader()));
    TillRepository till(m_session.reader(), terms.currency);
    std::optional<TillEvent> after;
    if (before) {
        TRY_ASSIGN(after, till.event(*before));
        if (!after)
            return Error{ErrorKind::NotFound, "till.not_found", {}, {}};
    }
    TRY_ASSIGN(const auto closings, till.closings(after, limit));
    std::vector<DayPage> pages;
    for (const ActivityId &closing : closings) {
        TRY_ASSIGN(DayPage page, dayPageOf(m_session.reader(), closing));
        pages.push_back(std::move(page));
    }
    return pages;
}

// What a till was opened with, counted and closed at is corrected by the next count, not undone.

QFuture<Result<void>> TillService::open(Money lying)
{
    return m_door.write<void>(Operation{"till.open", {}, false},
                              [lying](WriteContext &context) { return openTill(context, lying); });
}

QFuture<Result<TransactionId>> TillService::move(TillMove move)
{
    Operation operation = operationOf(move);
    // Who may only write it is not offered a way back that would be refused.
    operation.undoable = m_session.can(Capability::FinanceWrite);
    return m_door.write<TransactionId>(
        std::move(operation), [move = std::move(move)](WriteContext &context) { return moveMoney(context, move); });
}

QFuture<Result<CountResult>> TillService::count(CountSheet sheet, AtTill till)
{
    return m_door.write<CountResult>(
        Operation{"till.count", {}, false},
        [sheet = std::move(sheet), till](WriteContext &context) { return countTill(context, sheet, till); });
}

QFuture<Result<ActivityId>> TillService::close(CloseDraft draft, AtTill till)
{
    return m_door.write<ActivityId>(
        Operation{"till.close", {}, false},
        [draft = std::move(draft), till](WriteContext &context) { return closeTill(context, draft, till); });
}

} // namespace thimblely::finance
