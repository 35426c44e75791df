// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/notifications/people_names.h"

namespace thimblely::notifications {

Result<QString> nameOf(access::ScopedConnection &connection, const std::optional<PersonId> &person)
{
    if (!person || !connection.principal().can(access::Capability::TeamRead))
        return QString();
    TRY_ASSIGN(auto query, connection.query(R"(
        SELECT coalesce(member.display_name, person.full_name)
          FROM profiles AS person LEFT JOIN workspace_members AS member ON member.user_id = person.id
         WHERE person.id = ?)"));
    query->bind(*person);
    TRY_ASSIGN(const bool found, query->step());
    return found ? query->text(0) : QString();
}

} // namespace thimblely::notifications
