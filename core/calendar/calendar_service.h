// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/date.h"
#include "core/base/result.h"
#include "core/calendar/calendar_window.h"
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

    /*!
     * Everything on these days, both included, as of `now`; longer than a frame: off the GUI thread. What one may not
     * read is not in it. Invalid "calendar.window" for more than mostDays.
     */
    Result<CalendarWindow> window(Date from, Date to, Instant now) const;
    static constexpr int mostDays = 400;
    //! What would speak against an appointment, of Clash, and with whom; `except` is the one that is being changed.
    struct Clashes {
        int all = 0;
        std::vector<Occurrence> with = {};
        QString closed = {}; //!< why nobody works that day
    };
    Result<Clashes> clashes(const EventDraft &draft, std::optional<EventKey> except, Instant now) const;
    //! As it is typed again; `key` as an Occurrence has it. NotFound "event.not_found".
    Result<Occurrence> load(const EventKey &key) const;

private:
    access::Session &m_session;
};

} // namespace thimblely::calendar
