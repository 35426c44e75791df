// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/access/session.h"
#include "core/accounts/open_work.h"
#include "core/changes/write_door.h"

#include <QFuture>

namespace thimblely {

/*!
 * What somebody does about their own place in the workspace they are working in: the owner hands it to a colleague or
 * deletes it, everybody else may leave. Each is one operation that nobody undoes, since it ends what the session may do:
 * what comes after is a new one. GUI thread; the door outlives what is asked for.
 *
 * Forbidden: "access.refused" with workspace:transfer or workspace:delete.
 */
class OwnershipService {
public:
    OwnershipService(access::Session &session, changes::WriteDoor &door) : m_session(session), m_door(door) {}

    /*!
     * Both are asked: each gives their own PIN or password, here and now. The colleague is the owner from then on, and who
     * was stays as an admin. WrongSecret "ownership.own_secret" and "ownership.their_secret"; TryLater as in sign_in_service.h;
     * Conflict "member.owner_not_active", "ownership.same".
     */
    QFuture<Result<void>> transfer(PersonId to, const QString &ownSecret, const QString &theirSecret);
    /*!
     * Nobody comes in any more and nothing of it is seen; its owner brings it back (own_workspaces_service.h). `typed`: its
     * name, as a person writes it to say that it is meant. Invalid "workspace.other_name", args[0] the name.
     */
    QFuture<Result<void>> remove(const QString &typed);
    //! What is not done yet stays given to them until somebody of the shop hands it on. Conflict "member.owner_stays".
    QFuture<Result<void>> leave();
    //! Of their own, as far as they see it.
    Result<accounts::OpenWork> openWork() const;

private:
    access::Session &m_session;
    changes::WriteDoor &m_door;
};

} // namespace thimblely
