// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/access/principal.h"
#include "core/access/privileged/own_operation.h"

#include <memory>
#include <optional>
#include <vector>

namespace thimblely::access {

//! A workspace as one of its people knows it.
struct PersonsWorkspace {
    WorkspaceId id;
    QString name;
    QString slug;
    Role role;
    QString jobTitle;
    QString owner;                         //!< the owner's name
    std::optional<Instant> deletedAt = {}; //!< only where they own it, and may bring it back
};

/*!
 * Privileged, without the wall: which workspaces of the file a person is in, whichever they are working in now. For the
 * accounts module alone; on the thread that opened it.
 */
class WorkspaceStore {
public:
    static Result<std::unique_ptr<WorkspaceStore>> open(const storage::OpenOptions &options);

    //! Where they are an active member, by when it was made; then those they own and have deleted, the last one first.
    Result<std::vector<PersonsWorkspace>> of(PersonId person);
    //! Who they are in it, as PrincipalStore::load() says.
    Result<Principal> enter(PersonId person, WorkspaceId workspace, DeviceId device);
    //! What they are called there.
    Result<QString> nameIn(const Principal &member);
    //! Whether they may make one: false for a customer without workspace access.
    Result<bool> mayMake(PersonId person);
    //! Out of the bin, under an operation of the owner's in the journal; with another slug where somebody has taken the
    //! one it had. NotFound "workspace.not_found" where they own no such deleted one.
    Result<void> bringBack(const Actor &owner, const Clock &clock);

private:
    explicit WorkspaceStore(std::unique_ptr<storage::Connection> connection) : m_connection(std::move(connection)) {}

    std::unique_ptr<storage::Connection> m_connection;
};

} // namespace thimblely::access
