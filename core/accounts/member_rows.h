// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/access/row_writer.h"
#include "core/accounts/member_card.h"
#include "core/changes/write_context.h"

#include <vector>

namespace thimblely::accounts {

//! A member with what their column of permissions holds, so that names of a newer program stay in it.
struct StoredMember {
    MemberCard card;
    QByteArray permissions;
};

//! NotFound "row.not_found". On the connection's thread.
Result<StoredMember> loadMember(access::ScopedConnection &connection, MemberId member);

//! Refuses terms that no member can have ("team.…").
Result<void> checkTerms(const MemberTerms &terms, const Currency &currency);

//! Conflict "team.same_name" (access/member_rules.h) where somebody else of the team, suspended or not, has that name.
Result<void> requireOtherName(changes::WriteContext &context, const QString &name,
                              const std::optional<MemberId> &of = {});

//! The columns in which they differ from what stands there.
std::vector<access::Field> fieldsBetween(const StoredMember &before, const MemberTerms &terms);

} // namespace thimblely::accounts
