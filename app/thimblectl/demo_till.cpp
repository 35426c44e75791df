// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "app/thimblectl/demo_till.h"

#include "core/changes/write_door.h"

namespace thimblectl {

using namespace thimblely;
using changes::await;
using finance::TillEntryKind;

Money demoPrice(qint64 naira, Currency currency)
{
    qint64 minor = naira;
    for (int i = 0; i < currency.minorDigits(); ++i)
        minor *= 10;
    if (currency.code() == QLatin1String("NGN"))
        return {minor, currency};
    const qint64 worth = currency.code() == QLatin1String("EUR") ? 400 : 10;
    return {std::max<qint64>(minor / worth / 50 * 50, 50), currency};
}

Result<void> DemoTill::turnTo(Instant moment)
{
    const Date day = m_calendar.dayOf(moment);
    if (m_day == day)
        return {};
    if (m_day)
        TRY(end(*m_day));
    m_day = day;
    return begin(day);
}

Result<void> DemoTill::begin(Date day)
{
    m_clock.moveTo(m_calendar.at(day, QTime(8, 10)));
    TRY_ASSIGN(const auto state, m_till.state());
    const Money lying = state.carried.isZero() ? demoPrice(20'000, m_currency) : state.carried;
    TRY(await(m_till.open(lying)));
    const Money thread = demoPrice(1'400, m_currency);
    const bool buysThread = m_random.oneIn(2); // asked for each day, so that the days after stay as they were
    if (buysThread && thread.minor() <= lying.minor())
        TRY(await(m_till.move({TillEntryKind::PaidOut, thread, QStringLiteral("thread")})));
    return {};
}

Result<void> DemoTill::end(Date day)
{
    m_clock.moveTo(m_calendar.at(day, QTime(18, 30)));
    TRY_ASSIGN(const auto state, m_till.state());
    TRY_ASSIGN(const auto sums, m_till.sums());
    finance::CountSheet sheet{{}, sums.expectedCash};
    const bool isShort = m_random.oneIn(9) && sheet.loose.minor() > demoPrice(100, m_currency).minor();
    if (isShort) {
        TRY_ASSIGN(sheet.loose, sheet.loose.minus(demoPrice(100, m_currency)));
    }
    TRY(await(m_till.count(sheet)));
    const Money kept = state.opening.minor() < sheet.loose.minor() ? state.opening : sheet.loose;
    TRY(await(m_till.close({kept, isShort ? QStringLiteral("given out as change") : QString()})));
    return {};
}

} // namespace thimblectl
