// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/access/approval.h"

#include <algorithm>

namespace thimblely::access {

Approval::Approval(const Principal &approver, Capability capability, Instant madeAt)
    : m_approver(approver.person), m_workspace(approver.workspace), m_device(approver.device), m_capability(capability),
      m_madeAt(madeAt), m_spent(std::make_shared<std::atomic_bool>(false))
{}

Result<PersonId> Approval::spend(const Principal &asker, Capability capability, Instant now) const
{
    const auto refused = [](const char *code) { return Error{ErrorKind::Forbidden, code, {}, {}}; };
    if (m_spent->exchange(true))
        return refused("approval.used");
    if (m_workspace != asker.workspace || m_device != asker.device || m_capability != capability)
        return refused("approval.other");
    // A clock that was put back does not make it last.
    if (now < m_madeAt || m_madeAt.plusMsecs(lifetimeMs) < now)
        return refused("approval.expired");
    return m_approver;
}

std::optional<Approval> approvalFor(Capability capability, const Approvals &approvals)
{
    const auto found = std::ranges::find(approvals, capability, &Approval::capability);
    return found == approvals.end() ? std::nullopt : std::optional(*found);
}

} // namespace thimblely::access
