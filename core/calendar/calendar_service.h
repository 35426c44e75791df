// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/date.h"
#include "core/base/result.h"
#include "core/calendar/fitting.h"

#include <vector>

namespace thimblely::access {
class Session;
}

namespace thimblely::calendar {

//! The shop's appointments. Reads answer at once, on the Session's thread. Forbidden without calendar:read.
class CalendarService {
public:
    explicit CalendarService(access::Session &session) : m_session(session) {}

    //! Fittings that are still to take place and begin on this day of the shop, by time.
    Result<std::vector<Fitting>> fittings(Date day) const;
    //! Those of one order that are still to take place, by time.
    Result<std::vector<Fitting>> ofOrder(OrderId order) const;

private:
    access::Session &m_session;
};

} // namespace thimblely::calendar
