// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/access/principal.h"
#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/storage/connection.h"

#include <QByteArray>
#include <QString>

#include <memory>
#include <optional>

namespace thimblely::access {

//! An invitation as the file that holds the workspace keeps it. Its token never stands there, only the token's hash.
struct StoredInvitation {
    RowId id;
    WorkspaceId workspace;
    QString workspaceName;
    Role role;
    QString email; //!< empty: for whoever has it
    PersonId invitedBy;
    QString inviterName;
    Instant expiresAt;
    QByteArray status;   //!< pending, accepted, expired, cancelled
    QByteArray metadata; //!< JSON, what was signed beside the columns
};

//! Who comes in by an invitation: somebody new to the file with a login of their own, or a person it knows already.
struct Joiner {
    std::optional<PersonId> person = {}; //!< of this file; none: new
    QString name = {};                   //!< of a new one
    QString login = {};
    std::optional<QByteArray> pinHash = {};
};

/*!
 * Privileged, without the wall: invitations looked up by the hash of their token, before anybody is signed in, and taken up.
 * For the accounts module alone; on the thread that opened it.
 */
class InvitationStore {
public:
    static Result<std::unique_ptr<InvitationStore>> open(const storage::OpenOptions &options);

    Result<bool> holdsWorkspace(WorkspaceId workspace);
    Result<std::optional<StoredInvitation>> byTokenHash(const QByteArray &sha256);

    /*!
     * In one transaction, under an operation of the joiner's own in the journal: the invitation is taken up, which it is
     * once, and they are an active member with what it names (`jobTitle` empty: none); a customer keeps that role and has
     * workspace access from then on. Looked at anew inside: Conflict
     * "invitation.used", "invitation.withdrawn", "invitation.expired", "invitation.already_in", "invitation.suspended",
     * of somebody new "team.same_name"; Forbidden "invitation.inviter_gone" where who invited may not give this any more. Gives their id.
     */
    Result<PersonId> accept(const StoredInvitation &invitation, const QString &jobTitle, const Joiner &joiner,
                            DeviceId device, const Clock &clock);

private:
    explicit InvitationStore(std::unique_ptr<storage::Connection> connection) : m_connection(std::move(connection)) {}
    Result<void> requireOpen(const StoredInvitation &invitation, Instant now);
    Result<void> requireInviter(const StoredInvitation &invitation, const QString &jobTitle, DeviceId device);
    Result<void> requireMayJoin(WorkspaceId workspace, PersonId person);
    Result<void> requireNewName(WorkspaceId workspace, const QString &name);
    Result<void> addPerson(PersonId person, const Joiner &joiner, Instant now);
    Result<void> addMember(const StoredInvitation &invitation, const QString &jobTitle, PersonId person, Instant now);
    Result<void> giveAccess(PersonId person, PersonId inviter, Instant now);
    Result<void> markAccepted(const StoredInvitation &invitation, Instant now);

    std::unique_ptr<storage::Connection> m_connection;
};

} // namespace thimblely::access
