// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/clock.h"

#include <atomic>

namespace thimblectl {

//! The time of the demo's story, moved on from one event to the next.
class DemoClock final : public thimblely::Clock {
public:
    explicit DemoClock(thimblely::Instant start) : m_now(start.msecs()) {}
    thimblely::Instant now() const override { return thimblely::Instant(m_now.load()); }
    //! Never back.
    void moveTo(thimblely::Instant instant)
    {
        if (instant.msecs() > m_now.load())
            m_now.store(instant.msecs());
    }

private:
    std::atomic<qint64> m_now;
};

} // namespace thimblectl
