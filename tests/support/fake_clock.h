// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/clock.h"

#include <atomic>

namespace thimblely::test {

//! A clock that stands still until it is told to move; starts on 2026-11-25T09:00Z, a Wednesday. Thread-safe.
class FakeClock final : public Clock {
public:
    explicit FakeClock(Instant start = Instant(1'795'597'200'000)) : m_now(start.msecs()) {}
    Instant now() const override { return Instant(m_now.load()); }
    void set(Instant instant) { m_now = instant.msecs(); }
    void advanceMsecs(qint64 msecs) { m_now += msecs; }
    void advanceDays(qint64 days) { m_now += days * 86'400'000; }

private:
    std::atomic<qint64> m_now;
};

} // namespace thimblely::test
