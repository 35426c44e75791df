// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/notifications/notification_service.h"

#include "core/access/session.h"
#include "core/changes/told_kind.h"
#include "core/changes/write_door.h"
#include "core/notifications/kind_switches.h"
#include "core/notifications/notification_rows.h"

namespace thimblely {

namespace {

using changes::Operation;
using changes::WriteContext;

Operation silently()
{
    return {changes::toldKind, {}, false};
}

} // namespace

Result<int> NotificationService::unread() const
{
    return notifications::countUnread(m_session.reader());
}

Result<std::vector<Notification>>
NotificationService::page(NotificationFilter filter, const std::optional<NotificationPlace> &after, int limit) const
{
    return notifications::readPage(m_session.reader(), filter == NotificationFilter::Unread, after, limit);
}

Result<std::vector<NotificationSwitch>> NotificationService::switches() const
{
    TRY_ASSIGN(const auto off, notifications::readSwitchedOff(m_session.reader()));
    std::vector<NotificationSwitch> switches;
    for (int i = 0; i < notificationKindCount; ++i) {
        const auto kind = NotificationKind(i);
        if (isFor(kind, m_session.principal()))
            switches.push_back({kind, !off.contains(kind)});
    }
    return switches;
}

Result<bool> NotificationService::isSettled(const FoundCauses &found) const
{
    TRY_ASSIGN(const auto settling, notifications::whatToSettle(m_session.reader(), found));
    return settling.isNothing();
}

//! Asked anew inside the operation: another window may have been quicker.
QFuture<Result<int>> NotificationService::settle(FoundCauses found)
{
    return m_door.write<int>(silently(), [found = std::move(found)](WriteContext &context) -> Result<int> {
        TRY_ASSIGN(const auto settling, notifications::whatToSettle(context.connection(), found));
        for (const NotificationCause &cause : settling.told)
            TRY(notifications::tell(context, cause));
        for (const NotificationCause &cause : settling.worded)
            TRY(notifications::reword(context, cause));
        for (const RowId &over : settling.over)
            TRY(notifications::takeBack(context, over));
        return int(settling.told.size() + settling.over.size());
    });
}

QFuture<Result<void>> NotificationService::setRead(RowId notification, bool read)
{
    return m_door.write<void>(
        silently(), [=](WriteContext &context) { return notifications::markRead(context, notification, read); });
}

QFuture<Result<int>> NotificationService::readAll()
{
    return m_door.write<int>(silently(), [](WriteContext &context) -> Result<int> {
        TRY_ASSIGN(const auto unread, notifications::unreadIds(context.connection()));
        for (const RowId &each : unread)
            TRY(notifications::markRead(context, each, true));
        return int(unread.size());
    });
}

QFuture<Result<void>> NotificationService::setOn(NotificationKind kind, bool on)
{
    return m_door.write<void>(silently(),
                              [=](WriteContext &context) { return notifications::switchKind(context, kind, on); });
}

} // namespace thimblely
