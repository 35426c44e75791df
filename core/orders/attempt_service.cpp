// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/orders/attempt_service.h"

#include "core/access/session.h"
#include "core/changes/write_door.h"
#include "core/inventory/read_rows.h"
#include "core/orders/attempt_kinds.h"
#include "core/orders/attempt_writer.h"
#include "core/orders/order_repository.h"

namespace thimblely::orders {

namespace {

using changes::Operation;
using changes::WriteContext;
Result<void> write(WriteContext &context, OrderId id, AttemptKind kind, const QString &text)
{
    if (text.isEmpty())
        return Error{ErrorKind::Invalid, "log.empty", {}, {}};
    TRY_ASSIGN(const OrderDetail order, OrderRepository(context.connection()).load(id));
    if (!order.client)
        return Error{ErrorKind::Conflict, "attempt.nobody", {}, {}};
    context.nameIt({order.number});
    TRY_ASSIGN(const bool any, noteAttempt(context, id, kind, text));
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
        TRY_ASSIGN(const AttemptKind kind, attemptKinds.value(row.text(1)));
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
