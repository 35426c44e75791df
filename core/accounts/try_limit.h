// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/clock.h"

#include <QtGlobal>

#include <optional>

namespace thimblely::accounts {

/*!
 * How long wrong tries keep a login shut: five are free, then 30 s, doubled by each further one, at most 15 min. A clock
 * set back does not shorten a wait, and does not stretch one beyond its own length either. Pure.
 */
class TryLimit {
public:
    TryLimit(qint64 failedAttempts, std::optional<Instant> lockedUntil)
        : m_failed(failedAttempts), m_lockedUntil(lockedUntil)
    {}

    //! Milliseconds still to wait; 0: a try may be made.
    qint64 waitAt(Instant now) const;
    qint64 failedAfterWrongTry() const { return m_failed + 1; }
    std::optional<Instant> lockedUntilAfterWrongTry(Instant now) const;

    static qint64 delayAfter(qint64 failedAttempts); //!< milliseconds

private:
    qint64 m_failed;
    std::optional<Instant> m_lockedUntil;
};

} // namespace thimblely::accounts
