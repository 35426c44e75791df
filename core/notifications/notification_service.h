// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/notifications/notification_causes.h"

#include <QFuture>

namespace thimblely::access {
class Session;
}
namespace thimblely::changes {
class WriteDoor;
}

namespace thimblely {

enum class NotificationFilter { All, Unread };

//! A kind that the person can be told of, and whether they are.
struct NotificationSwitch {
    NotificationKind kind;
    bool isOn;
    friend bool operator==(const NotificationSwitch &, const NotificationSwitch &) = default;
};

/*!
 * What one person has been told in this workspace. Everybody reads and marks their own, and no one else's. Reads answer
 * at once, on the session's thread; writes are one operation each. None of them is anybody's news: what the program tells,
 * and that it was read, is in no toast, no list of what can be undone and no history, and stands in the way of no undo.
 *
 * Errors: NotFound "notification.not_found".
 */
class NotificationService {
public:
    NotificationService(access::Session &session, changes::WriteDoor &door) : m_session(session), m_door(door) {}

    Result<int> unread() const;
    //! The newest first; a page shorter than `limit` is the last.
    Result<std::vector<Notification>> page(NotificationFilter filter,
                                           const std::optional<NotificationPlace> &after = {}, int limit = 50) const;
    //! Those that their role has use for.
    Result<std::vector<NotificationSwitch>> switches() const;

    //! Whether settle() would write anything.
    Result<bool> isSettled(const FoundCauses &found) const;
    //! Tells of what was not told yet and takes back what is over; how many were told or taken back.
    QFuture<Result<int>> settle(FoundCauses found);
    QFuture<Result<void>> setRead(RowId notification, bool read);
    //! All that are unread; how many these were.
    QFuture<Result<int>> readAll();
    //! Of a kind that is off nothing is told, and what was is taken back at the next settle().
    QFuture<Result<void>> setOn(NotificationKind kind, bool on);

private:
    access::Session &m_session;
    changes::WriteDoor &m_door;
};

} // namespace thimblely
