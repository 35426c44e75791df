// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "app/thimblectl/demo_random.h"

#include "core/workspaces/working_hours.h"

#include <functional>
#include <map>

namespace thimblectl {

//! How much the invented shop has promised for its days: three quarters of most of them, and all of some.
class DemoLoad {
public:
    //! `hands`: those who sew. Today what is left of it.
    DemoLoad(thimblely::Date today, QTime now, thimblely::WorkWeek week, int hands, DemoRandom &random);

    //! That day, or the next on which somebody works.
    thimblely::Date open(thimblely::Date day) const;
    //! The first day from `from` to `last` that has room for what would be left to do for it, else the emptiest.
    thimblely::Date take(thimblely::Date from, thimblely::Date last,
                         const std::function<int(thimblely::Date)> &minutesLeft);

private:
    struct Room {
        int minutes; //!< that are still to be promised
        int enough;  //!< no more than this: the day is full enough
        int beyond;  //!< a day that is not takes so much more than it has
        int orders;

        bool fits(int work) const { return orders > 0 && work <= minutes + (minutes > enough ? beyond : 0); }
    };

    const thimblely::WorkWeek m_week;
    std::map<thimblely::Date, Room> m_room;
};

} // namespace thimblectl
