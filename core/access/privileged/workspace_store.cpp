// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/access/privileged/workspace_store.h"

#include "core/access/policy.h"
#include "core/access/privileged/principal_row.h"
#include "core/access/privileged/workspace_slug.h"
#include "core/storage/transaction.h"

namespace thimblely::access {

namespace {

constexpr const char *restoreKind = "workspace.restore";

} // namespace

Result<std::unique_ptr<WorkspaceStore>> WorkspaceStore::open(const storage::OpenOptions &options)
{
    TRY_ASSIGN(auto connection, storage::Connection::open(options));
    return std::unique_ptr<WorkspaceStore>(new WorkspaceStore(std::move(connection)));
}

Result<std::vector<PersonsWorkspace>> WorkspaceStore::of(PersonId person)
{
    TRY_ASSIGN(auto query, m_connection->query(R"(
        SELECT shop.id, shop.name, shop.slug, shop.owner_id = member.user_id, member.role, member.job_title,
               ifnull(owning.display_name, ifnull(owner.full_name, '')), shop.deleted_at
          FROM workspace_members AS member
          JOIN workspaces AS shop ON shop.id = member.workspace_id
               AND (shop.deleted_at IS NULL OR shop.owner_id = member.user_id)
          LEFT JOIN workspace_members AS owning
               ON owning.workspace_id = shop.id AND owning.user_id = shop.owner_id
          LEFT JOIN profiles AS owner ON owner.id = shop.owner_id
         WHERE member.user_id = ? AND member.status = 'active' AND member.deleted_at IS NULL
         ORDER BY ifnull(-shop.deleted_at, -9e18), shop.created_at, shop.id)"));
    query->bind(person);
    std::vector<PersonsWorkspace> found;
    for (;;) {
        TRY_ASSIGN(const bool row, query->step());
        if (!row)
            return found;
        TRY_ASSIGN(Role role, roleFromName(query->utf8(4)));
        if (query->boolean(3))
            role = Role::Owner;
        found.push_back({query->id<WorkspaceId>(0), query->text(1), query->text(2), role, query->text(5),
                         query->text(6), query->optionalInstant(7)});
    }
}

Result<Principal> WorkspaceStore::enter(PersonId person, WorkspaceId workspace, DeviceId device)
{
    return readPrincipal(*m_connection, person, workspace, device);
}

Result<QString> WorkspaceStore::nameIn(const Principal &member)
{
    TRY_ASSIGN(auto query, m_connection->query(R"(
        SELECT ifnull(member.display_name, person.full_name)
          FROM workspace_members AS member JOIN profiles AS person ON person.id = member.user_id
         WHERE member.id = ?)"));
    query->bind(member.member);
    TRY(query->step());
    return query->text(0);
}

Result<bool> WorkspaceStore::mayMake(PersonId person)
{
    TRY_ASSIGN(auto query, m_connection->query("SELECT role, workspace_access_at IS NOT NULL FROM profiles"
                                               " WHERE id = ? AND is_active = 1 AND deleted_at IS NULL"));
    query->bind(person);
    TRY_ASSIGN(const bool found, query->step());
    return found && mayCreateWorkspace(query->utf8(0), query->boolean(1));
}

Result<void> WorkspaceStore::bringBack(const Actor &owner, const Clock &clock)
{
    TRY_ASSIGN(auto transaction, storage::WriteTransaction::begin(*m_connection));
    QString name;
    QString slug;
    {
        TRY_ASSIGN(auto query, m_connection->query("SELECT name, slug FROM workspaces"
                                                   " WHERE id = ? AND owner_id = ? AND deleted_at IS NOT NULL"));
        query->bind(owner.workspace, owner.person);
        TRY_ASSIGN(const bool found, query->step());
        if (!found)
            return Error{ErrorKind::NotFound, "workspace.not_found", {}, {}};
        name = query->text(0);
        slug = query->text(1);
    }
    TRY_ASSIGN(slug, freeSlug(*m_connection, slug));
    TRY(beginOperation(*m_connection, owner, restoreKind, {name}, clock));
    {
        TRY_ASSIGN(auto update, m_connection->query("UPDATE workspaces SET deleted_at = NULL, slug = ?, updated_at = ?"
                                                    " WHERE id = ?"));
        update->bind(slug, clock.now(), owner.workspace);
        TRY(update->run());
    }
    TRY(endOperation(*m_connection));
    return transaction.commit();
}

} // namespace thimblely::access
