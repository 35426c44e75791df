// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/accounts/try_limit.h"

#include <algorithm>

namespace thimblely::accounts {

namespace {

constexpr qint64 freeTries = 5;
constexpr qint64 firstDelay = 30'000;
constexpr qint64 longestDelay = 15 * 60'000;

} // namespace

qint64 TryLimit::delayAfter(qint64 failedAttempts)
{
    if (failedAttempts <= freeTries)
        return 0;
    const qint64 doublings = std::min<qint64>(failedAttempts - freeTries - 1, 10);
    return std::min(firstDelay << doublings, longestDelay);
}

qint64 TryLimit::waitAt(Instant now) const
{
    if (!m_lockedUntil)
        return 0;
    const qint64 left = m_lockedUntil->msecs() - now.msecs();
    return std::clamp<qint64>(left, 0, delayAfter(m_failed));
}

std::optional<Instant> TryLimit::lockedUntilAfterWrongTry(Instant now) const
{
    const qint64 delay = delayAfter(failedAfterWrongTry());
    return delay > 0 ? std::optional(now.plusMsecs(delay)) : std::nullopt;
}

} // namespace thimblely::accounts
