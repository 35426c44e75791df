// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/access/approval.h"
#include "core/access/principal.h"
#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/storage/connection.h"

#include <QByteArray>
#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace thimblely::access {

//! Somebody who may sign in at this device, in one of the workspaces where they are active.
struct SignInFace {
    PersonId person;
    WorkspaceId workspace;
    QString workspaceSlug;
    QString name;
    QString colour; //!< empty: none chosen
    QString login;  //!< e-mail or login name
    Role role;
    Job job;
    bool owner;
    bool hasPassword;
    bool hasPin;
    QString workspaceName;
    Instant since;            //!< they are in the team
    bool hasNamesake = false; //!< of whom a number in the name tells them
};

//! What a sign-in is checked against; the hashes leave this struct for nowhere but the check.
struct SignInSecrets {
    std::optional<QByteArray> passwordHash;
    std::optional<QByteArray> pinHash;
    std::optional<QByteArray> recoveryHashes; //!< JSON
    qint64 failedAttempts = 0;
    std::optional<Instant> lockedUntil;
};

/*!
 * Privileged, without the wall: who can sign in, the hashes it takes and the Principal that comes of it. For the
 * accounts module alone; on the thread that opened it. What it writes (hashes, tries) is never journalled.
 */
class PrincipalStore {
public:
    static Result<std::unique_ptr<PrincipalStore>> open(const storage::OpenOptions &options);
    explicit PrincipalStore(std::unique_ptr<storage::Connection> connection);

    /*!
     * The role, job and permissions of an active member as they stand now. Forbidden ("access.no_member") where the
     * membership is pending, suspended, removed or absent, or the profile is not active.
     */
    Result<Principal> load(PersonId person, WorkspaceId workspace, DeviceId device);

    /*!
     * After the secret of `person` was right: their word for one operation of a colleague. Forbidden with the
     * capability's name where they may not do it themselves, "approval.never" where nobody may lend it (policy.h).
     */
    Result<Approval> approve(PersonId person, WorkspaceId workspace, DeviceId device, Capability capability,
                             Instant now);

    //! After their own secret was right once more: they mean what they are about to do. Forbidden where they may not.
    Result<Approval> confirm(PersonId person, WorkspaceId workspace, DeviceId device, Capability capability,
                             Instant now);

    //! Everybody who has a login in this file, by workspace and name; in one of these no two have the same.
    Result<std::vector<SignInFace>> faces();
    //! By e-mail or login name, whatever the case.
    Result<std::optional<PersonId>> findByLogin(const QString &login);
    //! Empty slug: the one they own, first made first; else the first they were added to. Forbidden ("access.no_member") where none.
    Result<WorkspaceId> workspaceFor(PersonId person, const QString &slug = {});
    //! The device that this file was made or last opened on, as first_start.h or setDevice() wrote it.
    Result<std::optional<DeviceId>> device();
    Result<void> setDevice(DeviceId device, const QString &name, Instant now);
    //! The same inside a transaction of another privileged one.
    static Result<void> setDevice(storage::Connection &connection, DeviceId device, const QString &name, Instant now);

    //! What tells this shop's file from any other, whichever copy it is.
    Result<QByteArray> fileId();

    //! NotFound ("access.no_login") where the person has no login in this file.
    Result<SignInSecrets> secrets(PersonId person);
    //! For a person who has a profile and no login yet; `login` is an e-mail where it holds an '@'. Conflict if taken.
    Result<void> addLogin(PersonId person, const QString &login, const std::optional<QByteArray> &passwordHash,
                          const std::optional<QByteArray> &pinHash, Instant now);
    Result<void> setPasswordHash(PersonId person, const QByteArray &hash, Instant now);
    //! Absent: no PIN any more.
    Result<void> setPinHash(PersonId person, const std::optional<QByteArray> &hash, Instant now);
    /*!
     * A PIN given anew by somebody who manages the team, and who was asked for their own secret just now: `confirmed` is
     * spent. Under an operation of its own in the journal, with the person's name and without a secret; wrong tries are
     * forgotten. Forbidden: "access.refused" without team:manage, "team.pin_of_higher" where the person's role is above
     * theirs, "team.pin_elsewhere" where the person works in a shop of this file too in which they may not do this.
     */
    Result<void> resetPinHash(const Principal &by, const Approval &confirmed, PersonId person, const QByteArray &hash,
                              const Clock &clock);
    Result<void> setRecoveryHashes(PersonId person, const QByteArray &json, Instant now);
    Result<void> noteFailure(PersonId person, qint64 failedAttempts, std::optional<Instant> lockedUntil, Instant now);
    //! Tries back to none, and the time of the sign-in.
    Result<void> noteSuccess(PersonId person, Instant now);

private:
    Result<QString> requireManaged(const Principal &by, PersonId person);
    Result<void> runOnLogin(storage::Connection::Query &update);

    std::unique_ptr<storage::Connection> m_connection;
};

} // namespace thimblely::access
