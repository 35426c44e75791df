// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/changes/change_set.h"
#include "core/notifications/notification_service.h"

#include <QObject>
#include <QTimer>

#include <optional>

namespace thimblely::ui {

class Desk;

/*!
 * Looks for what the signed-in person is to be told of: soon after they came, when the day changes and after what others
 * and they do, as the write door tells it; several changes in a row are one look. It reads beside the window and writes
 * only where there is something to write. Nothing pops up: it counts. One for each window; GUI thread.
 */
class NotificationWatch : public QObject {
    Q_OBJECT

public:
    NotificationWatch(Desk &desk, QObject *parent);

    //! How many are unread, as it was counted last.
    int unread() const { return m_unread; }
    //! Within a moment.
    void lookSoon();

Q_SIGNALS:
    void unreadChanged(int unread);
    //! A look came to its end, whatever came of it.
    void looked();

private:
    void follow(const changes::ChangeSet &changes);
    void followBackups();
    void followTheDay();
    std::optional<BackupFacts> backupFacts() const;
    void look();
    void settle(FoundCauses found);
    void count();
    void setUnread(int unread);

    Desk &m_desk;
    QTimer m_soon;
    QTimer m_minute;
    std::optional<Date> m_day;             // that was looked at last
    std::optional<Instant> m_newestBackup; // likewise
    bool m_knewBackups = false;
    int m_unread = 0;
    bool m_looking = false;
    bool m_again = false; // something was done meanwhile
};

} // namespace thimblely::ui
