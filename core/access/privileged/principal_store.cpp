// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/access/privileged/principal_store.h"

#include "core/access/policy.h"
#include "core/access/privileged/file_mark.h"
#include "core/access/privileged/principal_row.h"
#include "core/base/namesakes.h"
#include "core/storage/transaction.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <sqlite3.h>

#include <set>

namespace thimblely::access {

namespace {

Error noMember()
{
    return {ErrorKind::Forbidden, "access.no_member", {}, {}};
}

Result<Role> roleOf(const storage::Statement &row, int ownerColumn, int roleColumn)
{
    if (row.boolean(ownerColumn))
        return Role::Owner;
    return roleFromName(row.utf8(roleColumn));
}

} // namespace

PrincipalStore::PrincipalStore(std::unique_ptr<storage::Connection> connection) : m_connection(std::move(connection)) {}

Result<std::unique_ptr<PrincipalStore>> PrincipalStore::open(const storage::OpenOptions &options)
{
    TRY_ASSIGN(auto connection, storage::Connection::open(options));
    return std::unique_ptr<PrincipalStore>(new PrincipalStore(std::move(connection)));
}

Result<Principal> PrincipalStore::load(PersonId person, WorkspaceId workspace, DeviceId device)
{
    return readPrincipal(*m_connection, person, workspace, device);
}

Result<Approval> PrincipalStore::approve(PersonId person, WorkspaceId workspace, DeviceId device, Capability capability,
                                         Instant now)
{
    if (!mayApprove(capability))
        return Error{ErrorKind::Forbidden, "approval.never", {QString::fromLatin1(nameOf(capability))}, {}};
    TRY_ASSIGN(const Principal approver, load(person, workspace, device));
    TRY(approver.require(capability));
    return Approval(approver, capability, now);
}

Result<Approval> PrincipalStore::confirm(PersonId person, WorkspaceId workspace, DeviceId device, Capability capability,
                                         Instant now)
{
    TRY_ASSIGN(const Principal self, load(person, workspace, device));
    TRY(self.require(capability));
    return Approval(self, capability, now);
}

Result<std::vector<SignInFace>> PrincipalStore::faces()
{
    TRY_ASSIGN(auto query, m_connection->query(R"(
        SELECT member.user_id, member.workspace_id, shop.slug, ifnull(member.display_name, person.full_name),
               member.colour, ifnull(login.email, login.login_name), member.role, member.job_title,
               shop.owner_id = member.user_id, login.password_hash IS NOT NULL, login.pin_hash IS NOT NULL, shop.name,
               ifnull(member.accepted_at, member.created_at),
               member.status = 'active' AND person.is_active = 1 AND login.id IS NOT NULL
          FROM workspace_members AS member
          JOIN workspaces AS shop ON shop.id = member.workspace_id AND shop.deleted_at IS NULL
          JOIN profiles AS person ON person.id = member.user_id AND person.deleted_at IS NULL
          LEFT JOIN auth_users AS login ON login.id = member.user_id AND login.deleted_at IS NULL
         WHERE member.status IN ('active', 'suspended') AND member.deleted_at IS NULL
         ORDER BY shop.created_at, shop.id, 4, member.user_id)"));
    std::vector<SignInFace> faces;
    std::set<std::pair<WorkspaceId, PersonId>> comeIn;
    for (;;) {
        TRY_ASSIGN(const bool row, query->step());
        if (!row)
            break;
        if (query->boolean(13))
            comeIn.emplace(query->id<WorkspaceId>(1), query->id<PersonId>(0));
        TRY_ASSIGN(const Role role, roleOf(*query, 8, 6));
        faces.push_back({query->id<PersonId>(0), query->id<WorkspaceId>(1), query->text(2), query->text(3),
                         query->text(4), query->text(5), role, jobFromTitle(query->text(7)), query->boolean(8),
                         query->boolean(9), query->boolean(10), query->text(11), query->instant(12)});
    }
    // With who may not come in at the moment: the team's list counts them too.
    tellApart(faces, &SignInFace::person, &SignInFace::workspace);
    std::erase_if(faces, [&](const SignInFace &face) { return !comeIn.contains({face.workspace, face.person}); });
    return faces;
}

Result<std::optional<PersonId>> PrincipalStore::findByLogin(const QString &login)
{
    TRY_ASSIGN(auto query, m_connection->query("SELECT id FROM auth_users WHERE email = ?1 AND deleted_at IS NULL"
                                               " UNION ALL"
                                               " SELECT id FROM auth_users WHERE login_name = ?1 AND deleted_at IS NULL"
                                               " LIMIT 1"));
    query->bind(login.trimmed());
    TRY_ASSIGN(const bool found, query->step());
    if (!found)
        return std::optional<PersonId>();
    return std::optional(query->id<PersonId>(0));
}

Result<WorkspaceId> PrincipalStore::workspaceFor(PersonId person, const QString &slug)
{
    TRY_ASSIGN(auto query, m_connection->query(R"(
        SELECT shop.id
          FROM workspace_members AS member
          JOIN workspaces AS shop ON shop.id = member.workspace_id AND shop.deleted_at IS NULL
         WHERE member.user_id = ?1 AND member.status = 'active' AND member.deleted_at IS NULL
           AND (?2 = '' OR shop.slug = ?2)
         ORDER BY shop.owner_id = member.user_id DESC, member.created_at, shop.id
         LIMIT 1)"));
    query->bind(person, slug);
    TRY_ASSIGN(const bool found, query->step());
    if (!found && !slug.isEmpty()) // the same whether it is not there or not theirs
        return Error{ErrorKind::NotFound, "workspace.no_such", {slug}, {}};
    if (!found)
        return noMember();
    return query->id<WorkspaceId>(0);
}

Result<std::optional<DeviceId>> PrincipalStore::device()
{
    TRY_ASSIGN(auto query, m_connection->query("SELECT value FROM sys_meta WHERE key = 'device_id'"));
    TRY_ASSIGN(const bool found, query->step());
    if (!found)
        return std::optional<DeviceId>();
    return query->optionalId<DeviceId>(0);
}

Result<void> PrincipalStore::setDevice(DeviceId device, const QString &name, Instant now)
{
    return setDevice(*m_connection, device, name, now);
}

Result<void> PrincipalStore::setDevice(storage::Connection &connection, DeviceId device, const QString &name,
                                       Instant now)
{
    TRY_ASSIGN(auto known, connection.query(R"(
        INSERT INTO sys_devices (id, name, first_seen_at, last_seen_at) VALUES (?1, ?2, ?3, ?3)
            ON CONFLICT (id) DO UPDATE SET name = excluded.name, last_seen_at = excluded.last_seen_at)"));
    known->bind(device, name, now);
    TRY(known->run());
    TRY_ASSIGN(auto here, connection.query("INSERT INTO sys_meta (key, value) VALUES ('device_id', ?)"
                                           " ON CONFLICT (key) DO UPDATE SET value = excluded.value"));
    here->bind(device);
    return here->run();
}

Result<QByteArray> PrincipalStore::fileId()
{
    TRY_ASSIGN(const FileMark mark, readMark(*m_connection));
    return mark.fileId;
}

Result<SignInSecrets> PrincipalStore::secrets(PersonId person)
{
    TRY_ASSIGN(auto query, m_connection->query("SELECT password_hash, pin_hash, recovery_hashes, failed_attempts,"
                                               " locked_until FROM auth_users WHERE id = ? AND deleted_at IS NULL"));
    query->bind(person);
    TRY_ASSIGN(const bool found, query->step());
    if (!found)
        return Error{ErrorKind::NotFound, "access.no_login", {}, {}};
    const auto text = [&](int column) {
        return query->isNull(column) ? std::nullopt : std::optional(query->utf8(column));
    };
    return SignInSecrets{text(0), text(1), text(2), query->int64(3), query->optionalInstant(4)};
}

Result<void> PrincipalStore::addLogin(PersonId person, const QString &login,
                                      const std::optional<QByteArray> &passwordHash,
                                      const std::optional<QByteArray> &pinHash, Instant now)
{
    const bool email = login.contains(u'@');
    TRY_ASSIGN(auto insert, m_connection->query(R"(
        INSERT INTO auth_users (id, email, login_name, password_hash, pin_hash, created_at, updated_at)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?6))"));
    insert->bind(person, email ? std::optional(login) : std::nullopt, email ? std::nullopt : std::optional(login));
    for (const auto &hash : {passwordHash, pinHash}) {
        if (hash)
            insert->bindUtf8(*hash);
        else
            insert->bindNull();
    }
    insert->bind(now);
    return insert->run();
}

Result<void> PrincipalStore::setPasswordHash(PersonId person, const QByteArray &hash, Instant now)
{
    TRY_ASSIGN(auto update,
               m_connection->query("UPDATE auth_users SET password_hash = ?, updated_at = ? WHERE id = ?"));
    update->bindUtf8(hash).bind(now, person);
    return runOnLogin(update);
}

Result<void> PrincipalStore::setPinHash(PersonId person, const std::optional<QByteArray> &hash, Instant now)
{
    TRY_ASSIGN(auto update, m_connection->query("UPDATE auth_users SET pin_hash = ?, updated_at = ? WHERE id = ?"));
    if (hash)
        update->bindUtf8(*hash);
    else
        update->bindNull();
    update->bind(now, person);
    return runOnLogin(update);
}

//! The person's name. They sign in with one PIN to every shop of the file that they work in, so each is looked at.
Result<QString> PrincipalStore::requireManaged(const Principal &by, PersonId person)
{
    struct Membership {
        WorkspaceId workspace;
        QString name;
        Role role;
    };
    std::vector<Membership> memberships;
    {
        TRY_ASSIGN(auto query, m_connection->query(R"(
            SELECT member.workspace_id, ifnull(member.display_name, person.full_name), shop.owner_id = member.user_id,
                   member.role
              FROM workspace_members AS member
              JOIN workspaces AS shop ON shop.id = member.workspace_id AND shop.deleted_at IS NULL
              JOIN profiles AS person ON person.id = member.user_id
             WHERE member.user_id = ? AND member.status <> 'removed' AND member.deleted_at IS NULL)"));
        query->bind(person);
        for (;;) {
            TRY_ASSIGN(const bool row, query->step());
            if (!row)
                break;
            TRY_ASSIGN(const Role role, roleOf(*query, 2, 3));
            memberships.push_back({query->id<WorkspaceId>(0), query->text(1), role});
        }
    }
    std::optional<QString> name;
    for (const Membership &each : memberships) {
        const bool here = each.workspace == by.workspace;
        const auto mine = load(by.person, each.workspace, by.device);
        const auto allowed = mine ? mine->require(Capability::TeamManage) : mine.error();
        if (here && !allowed)
            return allowed.error();
        if (!allowed || !mayAssignRole(mine->role, each.role))
            return Error{ErrorKind::Forbidden, here ? "team.pin_of_higher" : "team.pin_elsewhere", {each.name}, {}};
        if (here)
            name = each.name;
    }
    if (!name) // the same whether there is nobody or they are no colleague
        return Error{ErrorKind::NotFound, "access.no_login", {}, {}};
    return *name;
}

Result<void> PrincipalStore::resetPinHash(const Principal &by, const Approval &confirmed, PersonId person,
                                          const QByteArray &hash, const Clock &clock)
{
    TRY_ASSIGN(auto transaction, storage::WriteTransaction::begin(*m_connection));
    TRY_ASSIGN(const QString name, requireManaged(by, person));
    TRY_ASSIGN(const PersonId who, confirmed.spend(by, Capability::TeamManage, clock.now()));
    if (who != by.person)
        return Error{ErrorKind::Forbidden, "approval.other", {}, {}};
    {
        TRY_ASSIGN(auto said, m_connection->query(R"(
            INSERT INTO sys_operations (uid, workspace_id, person_id, device_id, kind, label, happened_at, undoable)
            VALUES (?, ?, ?, ?, 'team.pin_reset', ?, ?, 0))"));
        said->bind(OperationId::make(clock), by.workspace, by.person, by.device)
            .bindUtf8(QJsonDocument(QJsonArray{name}).toJson(QJsonDocument::Compact));
        said->bind(clock.now());
        TRY(said->run());
    }
    {
        TRY_ASSIGN(auto update,
                   m_connection->query("UPDATE auth_users SET pin_hash = ?, failed_attempts = 0, locked_until = NULL,"
                                       " updated_at = ? WHERE id = ? AND deleted_at IS NULL"));
        update->bindUtf8(hash).bind(clock.now(), person);
        TRY(runOnLogin(update));
    }
    return transaction.commit();
}

Result<void> PrincipalStore::setRecoveryHashes(PersonId person, const QByteArray &json, Instant now)
{
    TRY_ASSIGN(auto update,
               m_connection->query("UPDATE auth_users SET recovery_hashes = ?, updated_at = ? WHERE id = ?"));
    update->bindUtf8(json).bind(now, person);
    return runOnLogin(update);
}

Result<void> PrincipalStore::noteFailure(PersonId person, qint64 failedAttempts, std::optional<Instant> lockedUntil,
                                         Instant now)
{
    TRY_ASSIGN(auto update, m_connection->query("UPDATE auth_users SET failed_attempts = ?, locked_until = ?,"
                                                " updated_at = ? WHERE id = ?"));
    update->bind(failedAttempts, lockedUntil, now, person);
    return runOnLogin(update);
}

Result<void> PrincipalStore::noteSuccess(PersonId person, Instant now)
{
    TRY_ASSIGN(auto update, m_connection->query("UPDATE auth_users SET failed_attempts = 0, locked_until = NULL,"
                                                " last_sign_in_at = ?1, updated_at = ?1 WHERE id = ?2"));
    update->bind(now, person);
    return runOnLogin(update);
}

Result<void> PrincipalStore::runOnLogin(storage::Connection::Query &update)
{
    TRY(update->run());
    if (sqlite3_changes(m_connection->handle()) == 0)
        return Error{ErrorKind::NotFound, "access.no_login", {}, {}};
    return {};
}

} // namespace thimblely::access
