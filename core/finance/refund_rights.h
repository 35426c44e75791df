// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/access/approval.h"
#include "core/base/clock.h"
#include "core/changes/write_context.h"

namespace thimblely::finance {

/*!
 * Whether the person may give this much back to clients today by themselves: orders:refund, or what is left of their own limit
 * (access/refund_limit.h). For who asks before, on any connection's thread.
 */
Result<bool> mayGiveBack(access::ScopedConnection &connection, const Money &amount, const Clock &clock);

/*!
 * Part of a write operation: the same asked for, and where it is beyond the limit, for the approval. Gives the approver,
 * to be written as approved_by, or none. Forbidden as WriteContext::require says.
 */
Result<std::optional<PersonId>> requireGiveBack(changes::WriteContext &context, const Money &amount,
                                                const std::optional<access::Approval> &approval);

//! Before it is known how much: who may give back nothing at all is refused at once.
Result<void> requireAnyGiveBack(changes::WriteContext &context, const std::optional<access::Approval> &approval);

} // namespace thimblely::finance
