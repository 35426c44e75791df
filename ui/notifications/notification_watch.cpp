// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/notifications/notification_watch.h"

#include "core/backup/backup_keeper.h"
#include "core/changes/told_kind.h"
#include "ui/desk/desk.h"

#include <algorithm>
#include <array>
#include <utility>

namespace thimblely::ui {

namespace {

using storage::Table;

constexpr int firstMs = 3'500; // once the first screen stands
constexpr int soonMs = 1'500;  // what is done in a row is looked at together
constexpr int minuteMs = 60'000;

//! What causes are made of.
constexpr std::array watched = {Table::Orders,         Table::OrderItems,         Table::ClientInteractions,
                                Table::InventoryItems, Table::InventoryMovements, Table::Transactions,
                                Table::SysActivity,    Table::WorkspaceMembers,   Table::WorkspaceInvitations,
                                Table::Events,         Table::EventReminders,     Table::SysSettings};

struct Looked {
    FoundCauses found;
    bool isSettled;
    int unread;
};

Result<Looked> lookFor(access::Session &session, changes::WriteDoor &door, const std::optional<BackupFacts> &backups)
{
    TRY_ASSIGN(FoundCauses found, readNotificationCauses(session, door, backups));
    const NotificationService service(session, door);
    TRY_ASSIGN(const bool settled, service.isSettled(found));
    TRY_ASSIGN(const int unread, service.unread());
    return Looked{std::move(found), settled, unread};
}

} // namespace

NotificationWatch::NotificationWatch(Desk &desk, QObject *parent) : QObject(parent), m_desk(desk)
{
    m_soon.setObjectName(QStringLiteral("notifications"));
    m_soon.setSingleShot(true);
    connect(&m_soon, &QTimer::timeout, this, &NotificationWatch::look);
    m_minute.setInterval(minuteMs);
    connect(&m_minute, &QTimer::timeout, this, &NotificationWatch::followTheDay);
    connect(&m_desk.door(), &changes::WriteDoor::changed, this, &NotificationWatch::follow);
    if (m_desk.backups())
        connect(m_desk.backups(), &backup::BackupKeeper::changed, this, &NotificationWatch::followBackups);
    m_minute.start();
    m_soon.start(firstMs);
}

void NotificationWatch::lookSoon()
{
    if (!m_soon.isActive())
        m_soon.start(soonMs);
}

void NotificationWatch::follow(const changes::ChangeSet &changes)
{
    if (std::ranges::any_of(watched, [&](Table table) { return changes.touches(table); }))
        lookSoon();
    if (changes.touches(Table::Notifications))
        count();
}

//! It says so with each step of a copy; only a new one is news.
void NotificationWatch::followBackups()
{
    const auto facts = backupFacts();
    if (facts && (!m_knewBackups || facts->newest != m_newestBackup))
        lookSoon();
}

void NotificationWatch::followTheDay()
{
    if (m_day && *m_day != m_desk.today())
        lookSoon();
}

std::optional<BackupFacts> NotificationWatch::backupFacts() const
{
    const backup::BackupKeeper *keeper = m_desk.backups();
    if (!keeper || !keeper->isLoaded())
        return std::nullopt;
    return BackupFacts{keeper->newest()};
}

void NotificationWatch::look()
{
    m_again = m_looking;
    if (std::exchange(m_looking, true))
        return;
    m_day = m_desk.today();
    const auto backups = backupFacts();
    m_knewBackups = backups.has_value();
    m_newestBackup = backups ? backups->newest : std::nullopt;
    auto read = m_desk.reader().read<Looked>(
        [door = &m_desk.door(), backups](access::Session &session) { return lookFor(session, *door, backups); });
    whenDone(std::move(read), this, [this](const Result<Looked> &looked) {
        m_looking = false;
        if (looked) {
            setUnread(looked->unread);
            if (!looked->isSettled)
                settle(looked->found);
        }
        if (std::exchange(m_again, false))
            lookSoon();
        Q_EMIT this->looked();
    });
}

//! On a full disk that is said along the window's top; it is found again the next time.
void NotificationWatch::settle(FoundCauses found)
{
    whenDone(NotificationService(m_desk.session(), m_desk.door()).settle(std::move(found)), this,
             [](const Result<int> &) {});
}

void NotificationWatch::count()
{
    auto read = m_desk.reader().read<int>(
        [door = &m_desk.door()](access::Session &session) { return NotificationService(session, *door).unread(); });
    whenDone(std::move(read), this, [this](const Result<int> &unread) {
        if (unread)
            setUnread(*unread);
    });
}

void NotificationWatch::setUnread(int unread)
{
    if (std::exchange(m_unread, unread) != unread)
        Q_EMIT unreadChanged(unread);
}

} // namespace thimblely::ui
