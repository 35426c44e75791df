// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/orders/production_lock.h"

#include "core/inventory/fields.h"
#include "core/orders/piece_writer.h"

#include <algorithm>

namespace thimblely::orders {

Result<void> unlockBegun(changes::WriteContext &context, const std::vector<Piece> &pieces,
                         const std::optional<access::Approval> &approval, const QString &why)
{
    if (std::ranges::none_of(pieces, &Piece::isBegun))
        return {};
    TRY_ASSIGN(const auto approver, context.require(access::Capability::ProductionUnlock, approval));
    QJsonObject data{{QStringLiteral("why"), why.trimmed()}};
    if (approver)
        data.insert(QStringLiteral("approved_by"), approver->toString());
    for (const Piece &piece : pieces) {
        if (piece.isBegun())
            TRY(logPiece(context, piece.id, {{"kind", "unlock"}, {"data", inventory::objectOrNull(data)}}));
    }
    return {};
}

} // namespace thimblely::orders
