// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/accounts/invitation_paper.h"
#include "core/base/clock.h"

#include <QFuture>
#include <QThreadPool>

namespace thimblely {

//! What somebody who holds an invitation is shown before they take it up.
struct InvitationOffer {
    WorkspaceId workspace;
    QString shop;
    QString inviter;
    access::Role role;
    QString jobTitle;
    QString email;
    Instant expiresAt;
};

struct Joined {
    PersonId person;
    WorkspaceId workspace;
};

/*!
 * Taking up an invitation, by its code or its file, in the file that holds the shop, before or without signing in: by
 * somebody new with a name and a PIN, or by a person the file knows already. It runs on a thread of its own; whoever
 * owns it outlives what they asked for.
 *
 * Errors, each with its sentence: Invalid "invitation.unreadable", "invitation.newer", "invitation.tampered"; NotFound
 * "invitation.unknown", "invitation.other_shop" (args[0] its name: the shop's file is on another computer); Conflict
 * "invitation.used", "invitation.withdrawn", "invitation.expired", "invitation.already_in", "invitation.suspended";
 * Forbidden "invitation.inviter_gone" (args[0] who invited). Joining also "team.no_name", of somebody new Conflict "team.same_name" (args[0]), and what sign_in_service.h says
 * of PINs.
 */
class JoinService {
public:
    JoinService(QString path, const Clock &clock);
    ~JoinService();

    QFuture<Result<InvitationOffer>> look(const QByteArray &presented);
    QFuture<Result<Joined>> joinNew(const QByteArray &presented, const QString &name, const QString &pin);
    //! After their own PIN or password was right.
    QFuture<Result<Joined>> joinAs(const QByteArray &presented, PersonId person, const QString &secret);

private:
    const QString m_path;
    const Clock &m_clock;
    QThreadPool m_pool;
};

} // namespace thimblely
