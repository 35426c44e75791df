// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/access/scoped_connection.h"
#include "core/changes/write_context.h"
#include "core/notifications/notification_causes.h"

namespace thimblely::notifications {

// The table's rows over the scoped view, which has the person's own alone; for this folder only.

//! The newest first.
Result<std::vector<Notification>> readPage(access::ScopedConnection &reader, bool unreadOnly,
                                           const std::optional<NotificationPlace> &after, int limit);
Result<int> countUnread(access::ScopedConnection &reader);
Result<std::vector<RowId>> unreadIds(access::ScopedConnection &reader);

//! What has to be written so that the person is told of what holds and of nothing else.
struct Settling {
    std::vector<NotificationCause> told;   //!< anew
    std::vector<NotificationCause> worded; //!< told already, in other words: a thing was given another name
    std::vector<RowId> over;
    bool isNothing() const { return told.empty() && worded.empty() && over.empty(); }
};
Result<Settling> whatToSettle(access::ScopedConnection &reader, const FoundCauses &found);

Result<void> tell(changes::WriteContext &context, const NotificationCause &cause);
Result<void> reword(changes::WriteContext &context, const NotificationCause &cause);
Result<void> takeBack(changes::WriteContext &context, RowId notification);
//! NotFound "notification.not_found".
Result<void> markRead(changes::WriteContext &context, RowId notification, bool read);

} // namespace thimblely::notifications
