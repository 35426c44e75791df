// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include <QtGlobal>

#include <compare>

namespace thimblely {

//! A moment: milliseconds since 1970-01-01T00:00Z, as in every *_at column.
class Instant {
public:
    constexpr explicit Instant(qint64 msecsSinceEpoch) : m_msecs(msecsSinceEpoch) {}
    constexpr qint64 msecs() const { return m_msecs; }
    constexpr Instant plusMsecs(qint64 msecs) const { return Instant(m_msecs + msecs); }
    friend constexpr auto operator<=>(Instant, Instant) = default;

private:
    qint64 m_msecs;
};

//! The only source of "now" in the program, so that tests can be at any time. Implementations are thread-safe.
class Clock {
public:
    virtual ~Clock() = default;
    virtual Instant now() const = 0;

protected:
    Clock() = default;
    Clock(const Clock &) = default;
    Clock &operator=(const Clock &) = default;
};

//! The computer's clock.
class SystemClock final : public Clock {
public:
    Instant now() const override;
};

} // namespace thimblely
