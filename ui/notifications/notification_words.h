// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/notifications/notification.h"
#include "ui/theme/roles.h"

#include <QString>

namespace thimblely::ui {

//! How a kind of notification looks: always an icon, a shape and a word.
struct NotificationLook {
    QByteArray icon;
    Status status;
    QString word; //!< "Late"
};

//! What a newer program made, whose kind is not known here, looks like a plain note.
NotificationLook notificationLook(const std::optional<NotificationKind> &kind);
//! What is switched on and off: "An order is late".
QString notificationKindName(NotificationKind kind);

} // namespace thimblely::ui
