// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/access/approval.h"
#include "core/access/principal.h"
#include "core/accounts/oauth/verified_identity.h"
#include "core/accounts/secret_rules.h"
#include "core/base/clock.h"

#include <QFuture>

#include <memory>
#include <optional>
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
    Instant since;            //!< they are in the team
    bool hasNamesake = false; //!< in that workspace; a number in the name tells the two apart
};

//! Why somebody whose PIN was right chooses another one before they go on.
enum class PinNeed {
    None,
    Given,   //!< somebody else gave it, and knows it
    TooShort //!< this computer has no keychain that protects one of 4 or 5 digits
};

struct SignedIn : access::Principal {
    PinNeed pinNeed = PinNeed::None;
};

//! Who came in by an account that they have linked, and what they are called there.
struct ByIdentity {
    access::Principal principal;
    QString name;
};

/*!
 * Who may sign in to a file, and the signing in. Reading and hashing run on a thread of their own; several tries at once
 * are answered one after the other.
 *
 * Wrong tries are counted in the file: five are free, then each waits 30 s, 1 min, 2 min … up to 15 min (TryLater,
 * "accounts.locked", args[0] the seconds). A clock set back does not shorten a wait. A person without such a login
 * takes as long as a wrong password and says the same: WrongSecret "accounts.wrong". A PIN that was made with the key of
 * another computer's keychain cannot be checked, whatever was typed: NotFound "accounts.pin_elsewhere", and "accounts.
 * pin_locked" while the keychain is shut; no password ever needs one.
 */
class SignInService {
public:
    SignInService(const QString &path, const Clock &clock);
    ~SignInService();

    QFuture<Result<std::vector<Face>>> faces();
    //! `login`: e-mail or login name. `slug`: which workspace; empty: the only one, or the one owned first.
    QFuture<Result<access::Principal>> withPassword(const QString &login, const QString &password,
                                                    const QString &slug = {});
    QFuture<Result<SignedIn>> withPin(PersonId person, WorkspaceId workspace, const QString &pin);
    //! At which providers somebody of this file has linked an account (oauth_providers.h).
    QFuture<Result<std::vector<QByteArray>>> linkedProviders();
    /*!
     * Whoever has linked that account; the delays of wrong tries hold for them too. `shop`: where they wanted to go, taken
     * where they work there. NotFound "oauth.not_linked" where nobody has.
     */
    QFuture<Result<ByIdentity>> withIdentity(const VerifiedIdentity &identity,
                                             const std::optional<WorkspaceId> &shop = {});
    //! Begins to ask the keychain for what PINs of this file need.
    void prepare();
    //! After the old PIN or the password, `secret`, was right: another PIN. "accounts.pin_short" (by whether the keychain
    //! protects it), "accounts.pin_simple", "accounts.pin_same".
    QFuture<Result<void>> setPin(PersonId person, const QString &secret, const QString &pin);
    /*!
     * A new PIN for somebody who has forgotten theirs, after the own PIN or password of who gives it was right. `pin` is
     * what they chose themselves, standing there; where it is empty one is made, which they change when they come in.
     * Gives the PIN back. Forbidden as PrincipalStore::resetPinHash() says; in the journal.
     */
    QFuture<Result<QString>> resetPin(const access::Principal &by, const QString &secret, PersonId person,
                                      const QString &pin = {});
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

} // namespace thimblely
