// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/notifications/notification_service.h"

#include <QWidget>

class QCheckBox;

namespace thimblely::ui {

class Desk;

//! What the person wants to be told of, kind by kind; each is kept as it is ticked. Kinds that their role has no use for are absent.
class NotificationKindsPane : public QWidget {
    Q_OBJECT

public:
    explicit NotificationKindsPane(Desk &desk, QWidget *parent = nullptr);

    void reload();
    void focusFirst();

private:
    void choose(NotificationKind kind, bool on);

    Desk &m_desk;
    std::vector<std::pair<NotificationKind, QCheckBox *>> m_boxes;
};

} // namespace thimblely::ui
