// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/access/approval.h"
#include "core/changes/write_context.h"
#include "core/orders/piece.h"

namespace thimblely::orders {

/*!
 * What the cut depends on is locked once a piece is begun: it is cancelled, or its measures and wearer changed, by who
 * has production:unlock or was given an approval. Each such piece's log says who let it through and why. Nothing where
 * none is begun. Part of a write operation, on the writer thread. Forbidden as WriteContext::require.
 */
Result<void> unlockBegun(changes::WriteContext &context, const std::vector<Piece> &pieces,
                         const std::optional<access::Approval> &approval, const QString &why);

} // namespace thimblely::orders
