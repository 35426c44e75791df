// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/access/principal.h"
#include "core/base/clock.h"

#include <atomic>
#include <memory>
#include <optional>
#include <vector>

namespace thimblely::access {

/*!
 * "Approve here": somebody who may has typed their PIN over the shoulder of somebody who may not. It lets one operation
 * do one thing, within two minutes, in the same workspace and on the same device; used or refused, it is spent. Made by
 * privileged/principal_store.h for the accounts module, after the secret was right; copies are the same approval. Any
 * thread.
 */
class Approval {
public:
    static constexpr qint64 lifetimeMs = 2 * 60 * 1000;

    PersonId approver() const { return m_approver; }
    Capability capability() const { return m_capability; }

    /*!
     * Spends it, and says whose approval it was, to be written as approved_by. Forbidden: "approval.used",
     * "approval.expired", "approval.other" where it is for something or somewhere else.
     */
    Result<PersonId> spend(const Principal &asker, Capability capability, Instant now) const;

private:
    friend class PrincipalStore;
    Approval(const Principal &approver, Capability capability, Instant madeAt);

    PersonId m_approver;
    WorkspaceId m_workspace;
    DeviceId m_device;
    Capability m_capability;
    Instant m_madeAt;
    std::shared_ptr<std::atomic_bool> m_spent;
};

//! What somebody has let through at once, for one operation.
using Approvals = std::vector<Approval>;

//! The one of them for this; none: it was not asked for.
std::optional<Approval> approvalFor(Capability capability, const Approvals &approvals);

} // namespace thimblely::access
