// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/access/privileged/invitation_store.h"

#include "core/access/member_rules.h"
#include "core/access/natural_ids.h"
#include "core/access/privileged/own_operation.h"
#include "core/access/privileged/principal_row.h"
#include "core/storage/transaction.h"

namespace thimblely::access {

namespace {

constexpr const char *joinKind = "team.join";

Error conflict(const char *code)
{
    return {ErrorKind::Conflict, code, {}, {}};
}

Error inviterGone(const StoredInvitation &invitation)
{
    return {ErrorKind::Forbidden, "invitation.inviter_gone", {invitation.inviterName}, {}};
}

std::optional<QString> unlessEmpty(const QString &text)
{
    return text.isEmpty() ? std::nullopt : std::optional(text);
}

} // namespace

Result<std::unique_ptr<InvitationStore>> InvitationStore::open(const storage::OpenOptions &options)
{
    TRY_ASSIGN(auto connection, storage::Connection::open(options));
    return std::unique_ptr<InvitationStore>(new InvitationStore(std::move(connection)));
}

Result<bool> InvitationStore::holdsWorkspace(WorkspaceId workspace)
{
    TRY_ASSIGN(auto query, m_connection->query("SELECT 1 FROM workspaces WHERE id = ? AND deleted_at IS NULL"));
    query->bind(workspace);
    return query->step();
}

Result<std::optional<StoredInvitation>> InvitationStore::byTokenHash(const QByteArray &sha256)
{
    TRY_ASSIGN(auto query, m_connection->query(R"(
        SELECT invited.id, invited.workspace_id, shop.name, invited.role, invited.email, invited.invited_by,
               ifnull(inviter.full_name, ''), invited.expires_at, invited.status, invited.metadata
          FROM workspace_invitations AS invited
          JOIN workspaces AS shop ON shop.id = invited.workspace_id AND shop.deleted_at IS NULL
          LEFT JOIN profiles AS inviter ON inviter.id = invited.invited_by
         WHERE invited.token_hash = ? AND invited.deleted_at IS NULL)"));
    query->bindBlob(sha256);
    TRY_ASSIGN(const bool found, query->step());
    if (!found)
        return std::optional<StoredInvitation>();
    TRY_ASSIGN(const Role role, roleFromName(query->utf8(3)));
    return std::optional(StoredInvitation{query->id<RowId>(0), query->id<WorkspaceId>(1), query->text(2), role,
                                          query->text(4), query->id<PersonId>(5), query->text(6), query->instant(7),
                                          query->utf8(8), query->utf8(9)});
}

Result<void> InvitationStore::requireOpen(const StoredInvitation &invitation, Instant now)
{
    TRY_ASSIGN(auto query, m_connection->query("SELECT status, expires_at FROM workspace_invitations"
                                               " WHERE id = ? AND deleted_at IS NULL"));
    query->bind(invitation.id);
    TRY_ASSIGN(const bool found, query->step());
    if (!found || query->utf8(0) == "cancelled")
        return conflict("invitation.withdrawn");
    if (query->utf8(0) == "accepted")
        return conflict("invitation.used");
    if (query->utf8(0) == "expired" || query->instant(1) <= now)
        return conflict("invitation.expired");
    return {};
}

//! What somebody may not give any more is not given in their name.
Result<void> InvitationStore::requireInviter(const StoredInvitation &invitation, const QString &jobTitle,
                                             DeviceId device)
{
    const auto inviter = readPrincipal(*m_connection, invitation.invitedBy, invitation.workspace, device);
    if (!inviter)
        return inviter.error().kind == ErrorKind::Forbidden ? inviterGone(invitation) : inviter.error();
    const CapabilitySet given = capabilitiesOf(invitation.role, jobFromTitle(jobTitle));
    if (!inviter->can(Capability::TeamManage) || !mayAssignRole(inviter->role, invitation.role) ||
        beyond(inviter->capabilities, given))
        return inviterGone(invitation);
    return {};
}

Result<void> InvitationStore::requireMayJoin(WorkspaceId workspace, PersonId person)
{
    TRY_ASSIGN(auto query, m_connection->query("SELECT status FROM workspace_members WHERE workspace_id = ? AND"
                                               " user_id = ? AND deleted_at IS NULL"));
    query->bind(workspace, person);
    TRY_ASSIGN(const bool found, query->step());
    if (found && query->utf8(0) == "active")
        return conflict("invitation.already_in");
    if (found && query->utf8(0) == "suspended") // who suspended them brings them back
        return conflict("invitation.suspended");
    return {};
}

Result<void> InvitationStore::requireNewName(WorkspaceId workspace, const QString &name)
{
    TRY_ASSIGN(auto names, m_connection->query(R"(
        SELECT ifnull(member.display_name, person.full_name)
          FROM workspace_members AS member JOIN profiles AS person ON person.id = member.user_id
         WHERE member.workspace_id = ? AND member.status <> 'removed' AND member.deleted_at IS NULL)"));
    names->bind(workspace);
    return requireOtherName(*names, name);
}

Result<void> InvitationStore::addPerson(PersonId person, const Joiner &joiner, Instant now)
{
    TRY_ASSIGN(auto profile, m_connection->query("INSERT INTO profiles (id, full_name, created_at, updated_at)"
                                                 " VALUES (?1, ?2, ?3, ?3)"));
    profile->bind(person, joiner.name, now);
    TRY(profile->run());
    TRY_ASSIGN(auto login, m_connection->query("INSERT INTO auth_users (id, login_name, pin_hash, created_at,"
                                               " updated_at) VALUES (?1, ?2, ?3, ?4, ?4)"));
    login->bind(person, joiner.login);
    if (joiner.pinHash)
        login->bindUtf8(*joiner.pinHash);
    else
        login->bindNull();
    login->bind(now);
    return login->run();
}

//! Who left and comes back is the same member again, with what the invitation names and nothing of before.
Result<void> InvitationStore::addMember(const StoredInvitation &invitation, const QString &jobTitle, PersonId person,
                                        Instant now)
{
    TRY_ASSIGN(auto member, m_connection->query(R"(
        INSERT INTO workspace_members (id, workspace_id, user_id, role, job_title, invited_by, status, accepted_at,
                                       created_at, updated_at)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, 'active', ?7, ?7, ?7)
            ON CONFLICT (workspace_id, user_id) DO UPDATE
           SET role = excluded.role, job_title = excluded.job_title, permissions = NULL, discount_limit_bp = NULL,
               refund_limit_minor = NULL, invited_by = excluded.invited_by, status = 'active',
               accepted_at = excluded.accepted_at, updated_at = excluded.updated_at, deleted_at = NULL)"));
    member->bind(memberId(invitation.workspace, person), invitation.workspace, person);
    member->bindUtf8(nameOf(invitation.role));
    member->bind(unlessEmpty(jobTitle), invitation.invitedBy, now);
    return member->run();
}

//! A customer who is invited stays one, and has access to workspaces from now on.
Result<void> InvitationStore::giveAccess(PersonId person, PersonId inviter, Instant now)
{
    TRY_ASSIGN(auto update, m_connection->query(R"(
        UPDATE profiles SET workspace_access_at = ?1, workspace_access_by = ?2, updated_at = ?1
         WHERE id = ?3 AND role = 'customer' AND workspace_access_at IS NULL)"));
    update->bind(now, inviter, person);
    return update->run();
}

Result<void> InvitationStore::markAccepted(const StoredInvitation &invitation, Instant now)
{
    TRY_ASSIGN(auto update, m_connection->query("UPDATE workspace_invitations SET status = 'accepted',"
                                                " accepted_at = ?1, updated_at = ?1 WHERE id = ?2"));
    update->bind(now, invitation.id);
    return update->run();
}

Result<PersonId> InvitationStore::accept(const StoredInvitation &invitation, const QString &jobTitle,
                                         const Joiner &joiner, DeviceId device, const Clock &clock)
{
    TRY_ASSIGN(auto transaction, storage::WriteTransaction::begin(*m_connection));
    TRY(requireOpen(invitation, clock.now()));
    TRY(requireInviter(invitation, jobTitle, device));
    const PersonId person = joiner.person.value_or(PersonId::make(clock));
    TRY(requireMayJoin(invitation.workspace, person));
    if (!joiner.person)
        TRY(requireNewName(invitation.workspace, joiner.name));
    QString name = joiner.name;
    if (joiner.person) {
        TRY_ASSIGN(auto query, m_connection->query("SELECT full_name FROM profiles WHERE id = ?"));
        query->bind(person);
        TRY(query->step());
        name = query->text(0);
    }
    TRY(beginOperation(*m_connection, {person, invitation.workspace, device}, joinKind, {name}, clock));
    if (!joiner.person)
        TRY(addPerson(person, joiner, clock.now()));
    TRY(addMember(invitation, jobTitle, person, clock.now()));
    TRY(giveAccess(person, invitation.invitedBy, clock.now()));
    TRY(markAccepted(invitation, clock.now()));
    TRY(endOperation(*m_connection));
    TRY(transaction.commit());
    return person;
}

} // namespace thimblely::access
