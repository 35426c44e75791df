// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/orders/attempt_service.h"

#include "core/access/session.h"
#include "core/changes/write_door.h"
#include "core/inventory/code_table.h"
#include "core/inventory/read_rows.h"
#include "core/orders/order_repository.h"

namespace thimblely::orders {

namespace {

using changes::Operation;
using changes::WriteContext;
using storage::Table;

constexpr inventory::CodeTable<AttemptKind, 3> kinds{"interaction_type", {"call", "email", "note"}};

Result<void> write(WriteContext &context, OrderId id, AttemptKind kind, const QString &text)
{
    if (text.isEmpty())
        return Error{ErrorKind::Invalid, "log.empty", {}, {}};
    TRY_ASSIGN(const OrderDetail order, OrderRepository(context.connection()).load(id));
    if (!order.client)
        return Error{ErrorKind::Conflict, "attempt.nobody", {}, {}};
    context.nameIt({order.number});
    bool any = false;
    for (const Piece &piece : order.pieces) {
        if (!piece.isReady() || piece.isCancelled())
            continue;
        any = true;
        TRY(context.rows().insert(Table::ClientInteractions, RowId::make(context.clock()),
                                  {{"client_id", *order.client},
                                   {"order_id", id},
                                   {"order_item_id", piece.id},
                                   {"user_id", context.principal().person},
                                   {"interaction_type", kinds.code(kind)},
                                   {"subject", QStringLiteral("%1-%2").arg(order.number).arg(piece.position)},
                                   {"description", text},
                                   {"occurred_at", context.clock().now()}}));
    }
    return any ? Result<void>() : Result<void>(Error{ErrorKind::Conflict, "order.nothing_ready", {}, {}});
}

} // namespace

Result<std::vector<Attempt>> AttemptService::ofPiece(OrderItemId piece) const
{
    access::ScopedConnection &reader = m_session.reader();
    TRY(reader.principal().require(access::Capability::ClientsRead));
    TRY_ASSIGN(auto query, reader.query(R"(
        SELECT occurred_at, interaction_type, description
          FROM client_interactions
         WHERE order_item_id = ? AND interaction_type IN ('call', 'email', 'note')
         ORDER BY occurred_at DESC)"));
    query->bind(piece);
    return inventory::readRows<Attempt>(*query, [](storage::Statement &row) -> Result<Attempt> {
        TRY_ASSIGN(const AttemptKind kind, kinds.value(row.text(1)));
        return Attempt{row.instant(0), kind, row.text(2)};
    });
}

QFuture<Result<void>> AttemptService::add(OrderId order, AttemptKind kind, QString text)
{
    return m_door.write<void>(Operation{"order.attempt"}, [order, kind, text = text.trimmed()](WriteContext &context) {
        return write(context, order, kind, text);
    });
}

} // namespace thimblely::orders
