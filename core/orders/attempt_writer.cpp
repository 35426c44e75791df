// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/orders/attempt_writer.h"

#include "core/orders/attempt_kinds.h"
#include "core/orders/order_repository.h"

namespace thimblely::orders {

using storage::Table;

QByteArray toCode(AttemptKind kind)
{
    return attemptKinds.code(kind);
}

Result<bool> noteAttempt(changes::WriteContext &context, OrderId id, AttemptKind kind, const QString &text)
{
    TRY_ASSIGN(const OrderDetail order, OrderRepository(context.connection()).load(id));
    bool any = false;
    for (const Piece &piece : order.pieces) {
        if (!order.client || !piece.isReady() || piece.isCancelled())
            continue;
        any = true;
        TRY(context.rows().insert(Table::ClientInteractions, RowId::make(context.clock()),
                                  {{"client_id", *order.client},
                                   {"order_id", id},
                                   {"order_item_id", piece.id},
                                   {"user_id", context.principal().person},
                                   {"interaction_type", toCode(kind)},
                                   {"subject", QStringLiteral("%1-%2").arg(order.number).arg(piece.position)},
                                   {"description", text},
                                   {"occurred_at", context.clock().now()}}));
    }
    return any;
}

} // namespace thimblely::orders
