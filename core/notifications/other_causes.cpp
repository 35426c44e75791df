// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/notifications/cause_lists.h"

#include "core/access/session.h"
#include "core/accounts/invitation_service.h"
#include "core/base/error_args.h"
#include "core/calendar/reminder_service.h"
#include "core/changes/write_door.h"

namespace thimblely::notifications {

namespace {

using storage::Table;
using K = NotificationKind;

//! By whom, where the two were written in one operation: the person's row is a moment younger than the invitation's.
Result<void> addTakenUp(CauseSearch &search)
{
    TRY_ASSIGN(auto query, search.session.reader().query(R"(
        SELECT invited.id, invited.accepted_at,
               (SELECT coalesce(member.display_name, person.full_name)
                  FROM workspace_members AS member JOIN profiles AS person ON person.id = member.user_id
                 WHERE member.invited_by = invited.invited_by AND member.status = 'active'
                   AND abs(member.accepted_at - invited.accepted_at) < 1000
                 LIMIT 1)
          FROM workspace_invitations AS invited
         WHERE invited.status = 'accepted' AND +invited.invited_by = ?1 AND invited.accepted_at >= ?2
         ORDER BY invited.accepted_at DESC
         LIMIT ?3)"));
    query->bind(search.session.principal().person, search.calendar.startOf(search.oldest()), mostOfAKind);
    for (;;) {
        TRY_ASSIGN(const bool more, query->step());
        if (!more)
            return {};
        search.add({K::InvitationTaken,
                    Table::WorkspaceInvitations,
                    query->id<RowId>(0),
                    "accepted",
                    {NotificationScreen::Team, {}},
                    {query->text(2)},
                    search.calendar.dayOf(query->instant(1))});
    }
}

Result<void> addRanOut(CauseSearch &search)
{
    TRY_ASSIGN(const auto open, InvitationService(search.session, search.door).open());
    for (const OpenInvitation &invitation : open) {
        const Date since = search.calendar.dayOf(invitation.expiresAt);
        if (!invitation.isExpired || since < search.oldest() || search.isFull(K::InvitationRanOut))
            continue;
        search.add({K::InvitationRanOut,
                    Table::WorkspaceInvitations,
                    RowId(invitation.id.bytes()),
                    since.toIso().toLatin1(),
                    {NotificationScreen::Team, {}},
                    {invitation.inviter},
                    since});
    }
    return {};
}

//! As they stand on Today until they are seen to; what it was is read from the calendar when it is shown.
Result<void> addMissed(CauseSearch &search)
{
    const calendar::ReminderService reminders(search.session, search.door);
    TRY_ASSIGN(const auto open, reminders.open());
    const Instant now = search.door.clock().now();
    for (const calendar::Reminder &one : open) {
        if (one.what.startsAt > now)
            continue;
        const RowId event(one.what.key.event.bytes());
        search.add({K::ReminderMissed,
                    Table::Events,
                    event,
                    QByteArray::number(one.what.startsAt.msecs()),
                    {NotificationScreen::Today, {}},
                    {},
                    search.calendar.dayOf(one.what.startsAt)});
    }
    return {};
}

Result<Date> foundedOn(CauseSearch &search)
{
    TRY_ASSIGN(auto query, search.session.reader().query("SELECT created_at FROM workspaces WHERE id = ?"));
    query->bind(search.session.principal().workspace);
    TRY_ASSIGN(const bool found, query->step());
    return found ? search.calendar.dayOf(query->instant(0)) : search.today;
}

//! Of this computer: what another one keeps is not known here. A shop that was begun just now has some days, too.
Result<void> addOldBackup(CauseSearch &search, const BackupFacts &backups)
{
    const access::Principal &own = search.session.principal();
    TRY_ASSIGN(const Date founded, foundedOn(search));
    const Date newest = backups.newest ? search.calendar.dayOf(*backups.newest) : founded;
    if (newest.daysTo(search.today) < backupOldDays)
        return {};
    const QByteArray occasion = backups.newest ? newest.toIso().toLatin1() : QByteArray("never");
    search.add({K::BackupOld,
                Table::Workspaces,
                RowId(own.workspace.bytes()),
                occasion + '@' + own.device.toString().toLatin1(),
                {NotificationScreen::Backups, {}},
                backups.newest ? QStringList{errorArg(newest)} : QStringList(),
                search.today});
    return {};
}

} // namespace

Result<void> addOtherCauses(CauseSearch &search, const std::optional<BackupFacts> &backups)
{
    if (search.wants(K::InvitationTaken))
        TRY(addTakenUp(search));
    if (search.wants(K::InvitationRanOut))
        TRY(addRanOut(search));
    if (search.wants(K::ReminderMissed))
        TRY(addMissed(search));
    if (search.wants(K::BackupOld) && backups)
        TRY(addOldBackup(search, *backups));
    return {};
}

} // namespace thimblely::notifications
