// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/access/privileged/principal_row.h"

namespace thimblely::access {

Result<Principal> readPrincipal(storage::Connection &connection, PersonId person, WorkspaceId workspace,
                                DeviceId device)
{
    TRY_ASSIGN(auto query, connection.query(R"(
        SELECT member.id, shop.owner_id = member.user_id, member.role, member.job_title, member.permissions
          FROM workspace_members AS member
          JOIN workspaces AS shop ON shop.id = member.workspace_id AND shop.deleted_at IS NULL
          JOIN profiles AS person ON person.id = member.user_id AND person.deleted_at IS NULL AND person.is_active = 1
         WHERE member.workspace_id = ? AND member.user_id = ? AND member.status = 'active'
           AND member.deleted_at IS NULL)"));
    query->bind(workspace, person);
    TRY_ASSIGN(const bool found, query->step());
    if (!found)
        return Error{ErrorKind::Forbidden, "access.no_member", {}, {}};
    TRY_ASSIGN(Role role, roleFromName(query->utf8(2)));
    if (query->boolean(1))
        role = Role::Owner;
    const Job job = jobFromTitle(query->text(3));
    CapabilitySet capabilities = capabilitiesOf(role, job);
    // What an owner may do is not narrowed by a colleague's pen.
    if (role != Role::Owner && !query->isNull(4)) {
        TRY_ASSIGN(capabilities, applyPermissions(capabilities, query->utf8(4)));
    }
    return Principal{person, workspace, device, query->id<MemberId>(0), role, job, capabilities};
}

} // namespace thimblely::access
