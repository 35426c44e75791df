// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/notifications/notification_causes.h"

namespace thimblely::notifications {

//! Where causes are looked for and put; for this folder only.
struct CauseSearch {
    access::Session &session;
    changes::WriteDoor &door;
    const ShopCalendar &calendar;
    Date today;
    std::set<NotificationKind> wanted;
    std::vector<NotificationCause> &found;

    bool wants(NotificationKind kind) const { return wanted.contains(kind); }
    Date oldest() const { return today.plusDays(-keptDays); }
    bool isFull(NotificationKind kind) const;
    void add(NotificationCause cause) { found.push_back(std::move(cause)); }
};

//! Late, due today, ready and not fetched, answered.
Result<void> addOrderCauses(CauseSearch &search);
//! What runs out.
Result<void> addStockCauses(CauseSearch &search);
//! Money that somebody else took or saw arrive.
Result<void> addMoneyCauses(CauseSearch &search);
//! Invitations, reminders, backups.
Result<void> addOtherCauses(CauseSearch &search, const std::optional<BackupFacts> &backups);

} // namespace thimblely::notifications
