// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/access/session.h"
#include "core/accounts/member_card.h"
#include "core/accounts/open_work.h"
#include "core/changes/write_door.h"

#include <QFuture>

namespace thimblely {

//! How far somebody's card is the reader's to change.
enum class CardReach {
    Nothing,
    Facts, //!< name, skills and hours: of oneself, whose rights somebody else sets
    All
};

/*!
 * One member of the workspace: their card, and what a manager does about it. Reads answer at once, on the Session's
 * thread; each write is one operation that can be undone.
 *
 * Errors: Forbidden with team:manage, and those of access/member_rules.h; NotFound "row.not_found"; Conflict
 * "member.owner_stays", "team.not_active", "team.heir_gone", "team.no_customer", "team.same_name"; Invalid "team.no_name", "team.bad_limit", "team.not_single"
 * (args[0] a capability that is never given by itself), "team.other_currency".
 */
class MemberService {
public:
    MemberService(access::Session &session, changes::WriteDoor &door) : m_session(session), m_door(door) {}

    Result<MemberCard> card(MemberId member) const;
    //! One's own, which everybody may read.
    Result<MemberCard> own() const { return card(m_session.principal().member); }
    CardReach reach(const MemberCard &card) const;
    //! Whether they may be suspended, brought back or removed by the reader.
    bool mayDismiss(const MemberCard &card) const;
    //! Of a preset, what the reader could not give: as requireMayChangeMember() will say; none: all of it.
    std::optional<access::Capability> beyondOwn(const MemberTerms &terms) const;

    //! Only what differs from what stands in the file is written.
    QFuture<Result<void>> change(MemberId member, MemberTerms terms);
    //! A customer may make workspaces of their own from then on, and stays one. Takes workspace:manage and is never for
    //! oneself; who is no customer, or has it already, is "team.no_customer".
    QFuture<Result<void>> giveWorkspaceAccess(MemberId member);
    bool mayGiveWorkspaceAccess(const MemberCard &card) const;
    //! They do not come in any more until they are brought back; their work stays theirs.
    QFuture<Result<void>> suspend(MemberId member);
    QFuture<Result<void>> bringBack(MemberId member);
    Result<accounts::OpenWork> openWork(PersonId person) const;
    //! They leave: what is not ready goes to `heir`, or to nobody yet. What they did stays in their name.
    QFuture<Result<accounts::OpenWork>> remove(MemberId member, std::optional<PersonId> heir);

private:
    access::Session &m_session;
    changes::WriteDoor &m_door;
};

} // namespace thimblely
