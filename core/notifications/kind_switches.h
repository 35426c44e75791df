// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/changes/write_context.h"
#include "core/notifications/notification.h"

#include <set>

namespace thimblely::notifications {

// What a person wants to be told of: a setting of their own for each kind (sys_settings), the same on all their devices;
// where there is none they are told. For this folder only.

Result<std::set<NotificationKind>> readSwitchedOff(access::ScopedConnection &connection);
Result<void> switchKind(changes::WriteContext &context, NotificationKind kind, bool on);

} // namespace thimblely::notifications
