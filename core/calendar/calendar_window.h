// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/calendar/occurrence.h"
#include "core/orders/due_orders.h"

#include <vector>

namespace thimblely::calendar {

//! A day as it is worked on. Minutes of all who are there.
struct CalendarDay {
    Date date;
    std::optional<QString> closed = {}; //!< nobody works, and why as far as anybody said
    bool isPlanned = false;             //!< today or later: what follows is known
    int capacity = 0;
    int taken = 0; //!< the rest of it: by who comes, what is due, and what is due later and has no room there
    int due = 0;   //!< by who comes and what is due on that day; may be more than anybody can do
    int free = 0;  //!< as the counter offers it for a promise
    bool isFull = false;
};

struct CalendarPerson {
    PersonId person;
    QString name;
    std::vector<int> minutes; //!< that they work, by day of the window
};

//! Some days of the shop with all that takes place on them, of one moment.
struct CalendarWindow {
    Date from;
    Date to; //!< the last one
    Date today;
    std::vector<CalendarDay> days = {};
    std::vector<Occurrence> occurrences = {}; //!< by their start
    std::vector<CalendarPerson> people = {};  //!< by name
    bool hasOrders = false;                   //!< the person may read them
    std::vector<orders::DueOrder> due = {};
    std::vector<orders::PieceInHand> inHand = {};

    const CalendarDay &day(Date date) const { return days[size_t(from.daysTo(date))]; }
    bool holds(Date date) const { return from <= date && date <= to; }
    //! Fittings still to take place that begin on it: the number on Today.
    int fittingsOn(Date date) const;
    //! Not ready, and promised for it.
    int dueOn(Date date) const;
};

//! Sets Occurrence::clashes among them: whose hands or time are asked for twice, and who comes on a closed day. `self`:
//! who sees it; their own appointments take their time.
void markClashes(CalendarWindow &window, PersonId self);

} // namespace thimblely::calendar
