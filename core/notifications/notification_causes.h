// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/date.h"
#include "core/base/result.h"
#include "core/notifications/notification.h"
#include "core/storage/catalogue.h"

#include <set>

namespace thimblely::access {
class Session;
}
namespace thimblely::changes {
class WriteDoor;
}

namespace thimblely {

/*!
 * Why somebody is to be told something. Of one kind, thing and occasion there is one notification for each person,
 * whichever window or device comes upon it first, and however often.
 */
struct NotificationCause {
    NotificationKind kind;
    storage::Table table; //!< of what it is about
    RowId about;
    QByteArray occasion; //!< what tells one time from the next: the promise that passed, the movement before it ran out
    NotificationTarget opens;
    QStringList args = {};             //!< never a client's name, an amount or a number of theirs
    Date since;                        //!< the shop's day on which it came about
    std::optional<RowId> payment = {}; //!< whose amount is shown
    friend bool operator==(const NotificationCause &, const NotificationCause &) = default;
};

//! The notification of this cause for this person: the same on every device (UUIDv8).
RowId notificationId(const NotificationCause &cause, PersonId person);

//! What the shop's file does not know.
struct BackupFacts {
    std::optional<Instant> newest = {}; //!< the newest in any place; none: there is none
};

//! What was found, and of which kinds it is all there is.
struct FoundCauses {
    std::vector<NotificationCause> causes;
    std::set<NotificationKind> asked;
    Date today;
};

/*!
 * What the session's person is to be told of as of now, as far as their role reads it and they did not turn the kind off.
 * The lists are those that Today and the screens behind it count, from the same queries; nothing is listed here a second
 * time. What came about longer than keptDays ago is not looked for: it is no news any more, and stays on Today. On the
 * thread of the session, of one moment; some tens of milliseconds in a large shop.
 *
 * `backups`: none where it is not known yet what there is; then nothing is said of backups.
 */
Result<FoundCauses> readNotificationCauses(access::Session &session, changes::WriteDoor &door,
                                           const std::optional<BackupFacts> &backups = {});

constexpr int newsDays = 7;      //!< what came about earlier is not told of any more
constexpr int keptDays = 30;     //!< and what was told of is taken back after so long
constexpr int backupOldDays = 3; //!< without a backup
constexpr int mostOfAKind = 200; //!< of one kind

} // namespace thimblely
