// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/access/approval.h"
#include "core/access/principal.h"
#include "core/base/clock.h"

#include <QFuture>

#include <memory>
#include <vector>

namespace thimblely {

//! Someone who can sign in at this device, as the sign-in screen shows them.
struct Face {
    PersonId person;
    WorkspaceId workspace;
    QString name;
    QString colour; //!< "#A30552"; empty: the theme's
    QString login;  //!< e-mail or login name
    access::Role role;
    access::Job job;
    bool hasPin;
    QString shop; //!< the workspace's name
    QString slug;
};

/*!
 * Who may sign in to a file, and the signing in. Reading and hashing run on a thread of their own; several tries at once
 * are answered one after the other.
 *
 * Wrong tries are counted in the file: five are free, then each waits 30 s, 1 min, 2 min … up to 15 min (TryLater,
 * "accounts.locked", args[0] the seconds). A clock set back does not shorten a wait. A person without such a login
 * takes as long as a wrong password and says the same: WrongSecret "accounts.wrong".
 */
class SignInService {
public:
    SignInService(const QString &path, const Clock &clock);
    ~SignInService();

    QFuture<Result<std::vector<Face>>> faces();
    //! `login`: e-mail or login name. `slug`: which workspace; empty: the only one, or the one owned first.
    QFuture<Result<access::Principal>> withPassword(const QString &login, const QString &password,
                                                    const QString &slug = {});
    QFuture<Result<access::Principal>> withPin(PersonId person, WorkspaceId workspace, const QString &pin);
    //! After `password` of that person was right. "accounts.password_short", "accounts.pin_short", "accounts.pin_simple".
    QFuture<Result<void>> setPin(PersonId person, const QString &password, const QString &pin);
    //! Who can approve all of it over the shoulder ("Approve here"), by name.
    QFuture<Result<std::vector<Face>>> approvers(WorkspaceId workspace, std::vector<access::Capability> capabilities);
    //! Their PIN, or the password of who has none, once for all of it, for one operation of a colleague; see
    //! access/approval.h.
    QFuture<Result<access::Approvals>> approve(PersonId person, WorkspaceId workspace, const QString &secret,
                                               std::vector<access::Capability> capabilities);
    //! The signed-in person's own PIN or password once more, before what cannot be taken back.
    QFuture<Result<access::Approval>> confirm(const access::Principal &person, const QString &secret,
                                              access::Capability capability);
    QFuture<Result<void>> setPassword(PersonId person, const QString &oldPassword, const QString &newPassword);

private:
    struct State;
    std::shared_ptr<State> m_state;
};

//! At least 8 characters ("accounts.password_short").
Result<void> validatePassword(const QString &password);
//! 4 to 8 digits ("accounts.pin_short"), not all the same and no simple run ("accounts.pin_simple").
Result<void> validatePin(const QString &pin);

} // namespace thimblely
