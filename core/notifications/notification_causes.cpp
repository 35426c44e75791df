// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/notifications/notification_causes.h"

#include "core/access/natural_ids.h"
#include "core/access/session.h"
#include "core/changes/write_door.h"
#include "core/inventory/shop_terms.h"
#include "core/notifications/cause_lists.h"
#include "core/notifications/kind_switches.h"

#include <algorithm>

namespace thimblely {

bool notifications::CauseSearch::isFull(NotificationKind kind) const
{
    return std::ranges::count(found, kind, &NotificationCause::kind) >= mostOfAKind;
}

RowId notificationId(const NotificationCause &cause, PersonId person)
{
    return access::linkId(storage::facts(storage::Table::Notifications).name, cause.about, person,
                          toCode(cause.kind) + ':' + cause.occasion);
}

Result<FoundCauses> readNotificationCauses(access::Session &session, changes::WriteDoor &door,
                                           const std::optional<BackupFacts> &backups)
{
    TRY_ASSIGN(const auto moment, session.reader().snapshot());
    TRY_ASSIGN(const auto terms, inventory::ShopTerms::load(session.reader()));
    TRY_ASSIGN(const auto off, notifications::readSwitchedOff(session.reader()));
    FoundCauses found{{}, {}, terms.calendar.dayOf(door.clock().now())};
    std::set<NotificationKind> wanted;
    for (int i = 0; i < notificationKindCount; ++i) {
        const auto kind = NotificationKind(i);
        if (kind == NotificationKind::BackupOld && !backups)
            continue; // what is not known is neither made nor taken back
        found.asked.insert(kind);
        if (isFor(kind, session.principal()) && !off.contains(kind))
            wanted.insert(kind);
    }
    notifications::CauseSearch search{session, door, terms.calendar, found.today, std::move(wanted), found.causes};
    TRY(notifications::addOrderCauses(search));
    TRY(notifications::addStockCauses(search));
    TRY(notifications::addMoneyCauses(search));
    TRY(notifications::addOtherCauses(search, backups));
    return found;
}

} // namespace thimblely
