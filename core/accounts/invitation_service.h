// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/access/session.h"
#include "core/accounts/invitation_paper.h"
#include "core/changes/write_door.h"

#include <QFuture>

#include <vector>

namespace thimblely {

struct NewInvitation {
    access::Role role = access::Role::Member;
    QString jobTitle = {}; //!< a preset or any words
    QString email = {};    //!< a note of whom it is for; nothing is sent
    int days = 7;          //!< 1 to 60
};

//! Shown once: the code stands nowhere but on the paper.
struct MadeInvitation {
    InvitationId id;
    QString code;
    QByteArray file; //!< to be kept as NAME.thimblely-invitation, or sent as it is
    Instant expiresAt;
};

struct OpenInvitation {
    InvitationId id;
    access::Role role;
    QString jobTitle;
    QString email;
    QString inviter;
    Instant expiresAt;
    bool isExpired;
};

/*!
 * Invitations into the workspace, made and withdrawn by who manages the team; how one is taken up: join_service.h. An
 * invitation works without a network: its paper is signed (Ed25519), holds until its last day, and lets one person in.
 * Reads answer at once on the Session's thread; making one may wait for the keychain, on a thread of its own.
 *
 * Errors: Forbidden with team:manage, "team.beyond_own" where it would give what one does not have; Invalid
 * "invitation.bad_days"; Conflict "invitation.not_open" where one that is used or withdrawn already is to be withdrawn.
 */
class InvitationService {
public:
    InvitationService(access::Session &session, changes::WriteDoor &door) : m_session(session), m_door(door) {}

    //! Those that nobody has taken up and nobody withdrew, the newest first; those that ran out too.
    Result<std::vector<OpenInvitation>> open() const;
    QFuture<Result<MadeInvitation>> make(const NewInvitation &invitation);
    QFuture<Result<void>> withdraw(InvitationId invitation);

private:
    access::Session &m_session;
    changes::WriteDoor &m_door;
};

} // namespace thimblely
