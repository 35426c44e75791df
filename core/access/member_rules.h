// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/access/row_writer.h"
#include "core/storage/statement.h"

#include <optional>
#include <span>

namespace thimblely::access {

/*!
 * Who may set whose rights. The RowWriter asks here before it writes a row of workspace_members, whichever service or
 * undo it is for: nobody changes their own role, rights and limits (but the owner; who leaves may), nobody those of
 * somebody above themselves, and nobody gives by their pen what they do not have.
 *
 * Forbidden: "team.own_rights"; "team.of_higher"; "team.beyond_own", args[0] the capability; "team.limit_beyond_own".
 * NotFound where the person sees no such member. On the connection's thread.
 */
Result<void> requireMayChangeMember(ScopedConnection &connection, const IdBytes &member, std::span<const Field> fields);
//! The same before a member is added with these fields.
Result<void> requireMayAddMember(ScopedConnection &connection, std::span<const Field> fields);
//! Before a membership goes to the bin, or comes out of it.
Result<void> requireMayDropMember(ScopedConnection &connection, const IdBytes &member);

//! `names`: those of the others who are in the team, a row each. Conflict "team.same_name", args[0] the other's, where the
//! two could not be told apart.
Result<void> requireOtherName(storage::Statement &names, const QString &name);

//! What `own` would give beyond their own, in the order of capability.h; none: they may give all of it.
std::optional<Capability> beyond(const CapabilitySet &own, const CapabilitySet &given);

} // namespace thimblely::access
