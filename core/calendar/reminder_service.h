// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/result.h"
#include "core/calendar/occurrence.h"

#include <QFuture>

#include <vector>

namespace thimblely::access {
class Session;
}
namespace thimblely::changes {
class WriteDoor;
}

namespace thimblely::calendar {

using ReminderId = Id<struct ReminderTag>;

//! That somebody wanted to be told of something.
struct Reminder {
    ReminderId id;
    Occurrence what;
    int missed = 0; //!< of the same series, before this one, while nobody was there
};

/*!
 * What the signed-in person wanted to be told of. What is due is told once, however many windows stand open and whatever
 * ends one: that it was told is written first, and what was told stays on Today until it is seen to. What came due while
 * the shop was closed is told when it opens; of a series the last one, with how many were missed. An event that was moved
 * by somebody else is told of at its new time.
 */
class ReminderService {
public:
    ReminderService(access::Session &session, changes::WriteDoor &door) : m_session(session), m_door(door) {}

    //! Told, and not seen to: by their time. Answers at once.
    Result<std::vector<Reminder>> open() const;
    //! Whether take() would give any. Answers at once.
    Result<bool> anyDue() const;
    //! Takes what is due, to be told now: nobody else is given it.
    QFuture<Result<std::vector<Reminder>>> take();
    //! Told again after so many minutes.
    QFuture<Result<void>> snooze(ReminderId reminder, int minutes);
    //! It was seen to.
    QFuture<Result<void>> dismiss(ReminderId reminder);

private:
    access::Session &m_session;
    changes::WriteDoor &m_door;
};

} // namespace thimblely::calendar
