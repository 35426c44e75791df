// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/finance/day_tally.h"

#include <algorithm>

namespace thimblely::finance {

namespace {

Result<void> addTo(Money &sum, const Money &amount)
{
    TRY_ASSIGN(sum, sum.plus(amount));
    return {};
}

Result<void> takeFrom(Money &sum, const Money &amount)
{
    TRY_ASSIGN(sum, sum.minus(amount));
    return {};
}

TillSums nothing(const Money &carried)
{
    const Money none = Money::zero(carried.currency());
    return {{}, none, none, none, none, none, none, none, none, carried, none, 0, 0, 0, {}, {}};
}

bool isOfClients(TillEntryKind kind)
{
    return kind == TillEntryKind::Sale || kind == TillEntryKind::Credit;
}

} // namespace

const MethodSum *TillSums::of(PaymentMethod method) const
{
    const auto found = std::ranges::find(methods, method, &MethodSum::method);
    return found == methods.end() ? nullptr : &*found;
}

std::vector<TurnoverPart> turnoverParts(const TillSums &sums, GivenBack givenBack)
{
    using What = TurnoverPart::What;
    std::vector<TurnoverPart> parts;
    const auto less = [](const Money &amount) { return amount.negated().valueOr(amount); };
    for (const MethodSum &sum : sums.methods) {
        if (sum.entries == 0)
            continue;
        const bool apart = givenBack == GivenBack::Apart;
        parts.push_back({What::Way, sum.method, apart ? sum.taken : sum.taken.minus(sum.givenBack).valueOr(sum.taken)});
        if (apart && !sum.givenBack.isZero())
            parts.push_back({What::GivenBack, sum.method, less(sum.givenBack)});
    }
    if (!sums.creditKept.isZero())
        parts.push_back({What::KeptAsCredit, {}, less(sums.creditKept)});
    if (!sums.creditPaidBack.isZero())
        parts.push_back({What::CreditPaidBack, {}, sums.creditPaidBack});
    return parts;
}

Result<Money> CountSheet::counted() const
{
    Money sum = loose;
    for (const auto &[minor, count] : pieces) {
        if (count < 0)
            return Error{ErrorKind::Invalid, "till.negative", {}, {}};
        TRY_ASSIGN(const Money of, Money(minor, loose.currency()).timesMilli(qint64(count) * 1000));
        TRY_ASSIGN(sum, sum.plus(of));
    }
    if (sum.isNegative())
        return Error{ErrorKind::Invalid, "till.negative", {}, {}};
    return sum;
}

bool CountResult::isOffTenfold() const
{
    return expected.minor() > 0 &&
           (counted.minor() / 10 >= expected.minor() || counted.minor() <= expected.minor() / 10);
}

DayTally::DayTally(const Money &carried, qint64 begin) : m_sums(nothing(carried)), m_begin(begin) {}

MethodSum &DayTally::methodSum(PaymentMethod method)
{
    auto found = std::ranges::find_if(m_sums.methods, [method](const MethodSum &sum) { return sum.method >= method; });
    if (found == m_sums.methods.end() || found->method != method) {
        const Money none = Money::zero(m_sums.expectedCash.currency());
        found = m_sums.methods.insert(found, {method, none, none, none, none});
    }
    return *found;
}

//! From which number to which: those that were given on this day.
void DayTally::noteNumber(const TillEntry &entry)
{
    if (entry.receiptNumber.isEmpty() || entry.seq <= m_begin)
        return;
    const auto series = [](const QString &number) { return QStringView(number).first(number.lastIndexOf(u'-') + 1); };
    const auto run = std::ranges::find_if(
        m_sums.receipts, [&](const ReceiptRun &each) { return series(each.first) == series(entry.receiptNumber); });
    if (run == m_sums.receipts.end())
        m_sums.receipts.push_back({entry.receiptNumber, entry.receiptNumber});
    else
        run->last = entry.receiptNumber;
}

void DayTally::noteReceipt(const TillEntry &entry)
{
    const QString &number = entry.receiptNumber;
    if (number.isEmpty() || m_receipts.contains(number))
        return;
    m_receipts.insert(number);
    if (!isOfClients(entry.kind))
        return;
    ++(entry.amount.isNegative() ? m_sums.refunds : m_sums.sales);
}

Result<void> DayTally::addAwaited(const TillEntry &entry)
{
    if (entry.neverCame)
        return {};
    MethodSum &sum = methodSum(*entry.method);
    TRY(addTo(sum.waiting, entry.amount));
    m_sums.waitingCount += entry.isAwaited() ? 1 : 0;
    return addTo(m_sums.waiting, entry.amount);
}

Result<void> DayTally::addToMethod(const TillEntry &entry)
{
    if (!entry.method)
        return {};
    MethodSum &sum = methodSum(*entry.method);
    TRY(addTo(sum.net, entry.amount));
    if (*entry.method == PaymentMethod::Cash)
        TRY(addTo(m_sums.expectedCash, entry.amount));
    if (!isOfClients(entry.kind))
        return {};
    ++sum.entries;
    return entry.amount.isNegative() ? takeFrom(sum.givenBack, entry.amount) : addTo(sum.taken, entry.amount);
}

Result<void> DayTally::addToKind(const TillEntry &entry)
{
    switch (entry.kind) {
    case TillEntryKind::Sale:
        return addTo(m_sums.turnover, entry.amount);
    case TillEntryKind::Credit:
        // What is paid out leaves by its own row; what is taken back was never kept.
        return entry.amount.isNegative() && !entry.reverses ? takeFrom(m_sums.creditPaidBack, entry.amount)
                                                            : addTo(m_sums.creditKept, entry.amount);
    case TillEntryKind::CreditUsed:
        return takeFrom(m_sums.creditUsed, entry.amount);
    case TillEntryKind::PaidIn:
        return addTo(m_sums.paidIn, entry.amount);
    case TillEntryKind::BankDrop:
        return takeFrom(m_sums.bankDrop, entry.amount);
    case TillEntryKind::Difference:
        return addTo(m_sums.difference, entry.amount);
    case TillEntryKind::PaidOut:
    case TillEntryKind::Wage:
        return takeFrom(m_sums.paidOut, entry.amount);
    case TillEntryKind::Float:
    case TillEntryKind::Other:
        break;
    }
    return {};
}

Result<void> DayTally::add(const TillEntry &entry, const QByteArray &taxes)
{
    noteNumber(entry);
    if (entry.waiting && entry.method)
        return addAwaited(entry);
    noteReceipt(entry);
    TRY(addToMethod(entry));
    TRY(addToKind(entry));
    if (taxes.isEmpty())
        return {};
    return addTaxParts(m_sums.taxes, readTaxParts(taxes, entry.amount.currency()), entry.amount.isNegative());
}

} // namespace thimblely::finance
