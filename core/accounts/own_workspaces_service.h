// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/access/principal.h"
#include "core/accounts/new_shop.h"
#include "core/base/clock.h"

#include <QFuture>
#include <QThreadPool>

#include <optional>
#include <vector>

namespace thimblely {

//! A workspace as one of its people knows it.
struct OwnWorkspace {
    WorkspaceId id;
    QString name;
    access::Role role;
    QString jobTitle;
    QString owner;                         //!< the owner's name
    std::optional<Instant> deletedAt = {}; //!< only one's own can be seen, and brought back, then
};

//! Who somebody is in one of their workspaces, and what they are called there.
struct EnteredWorkspace {
    access::Principal principal;
    QString name;
};

/*!
 * The workspaces of the file that somebody who is signed in owns or has joined, whichever they are working in, each with
 * the role they have there. It runs on a thread of its own; whoever owns it outlives what they asked for. What is done
 * about the one they are working in is ownership_service.h.
 */
class OwnWorkspacesService {
public:
    OwnWorkspacesService(QString path, const access::Principal &person, const Clock &clock);
    ~OwnWorkspacesService();

    //! By when they were made; those they deleted last.
    QFuture<Result<std::vector<OwnWorkspace>>> all();
    //! Whether create() would be let through: false for a customer without workspace access.
    QFuture<Result<bool>> mayCreate();
    /*!
     * One of which they are the owner, with the built-in templates. Gives who they are in it. Forbidden
     * "access.customer"; those of validateShop().
     */
    QFuture<Result<access::Principal>> create(const NewShop &shop);
    //! Who they are in another one: with it a session is opened there. Forbidden "access.no_member".
    QFuture<Result<EnteredWorkspace>> enter(WorkspaceId workspace);
    //! One of theirs that they deleted. NotFound "workspace.not_found".
    QFuture<Result<void>> bringBack(WorkspaceId workspace);

    /*!
     * Where every shop of the file is deleted nobody can be signed in: whoever owned one brings the one they deleted last
     * back with their name and password. Gives its name. WrongSecret and TryLater as in sign_in_service.h; NotFound
     * "workspace.none_deleted".
     */
    static QFuture<Result<QString>> bringBackLast(const QString &path, const Clock &clock, const QString &login,
                                                  const QString &password);

private:
    const QString m_path;
    const access::Principal m_person;
    const Clock &m_clock;
    QThreadPool m_pool;
};

} // namespace thimblely
