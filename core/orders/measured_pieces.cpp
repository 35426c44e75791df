// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/orders/measured_pieces.h"

#include <algorithm>

namespace thimblely::orders {

namespace {

Result<void> addPiecesOf(access::ScopedConnection &connection, MeasurementSetId set, std::vector<MeasuredPiece> &pieces)
{
    TRY_ASSIGN(auto query, connection.query(R"(
        SELECT piece.id, piece.order_id, coalesce(booked.order_number, ''), piece.position, piece.item_name, piece.stage
          FROM order_items AS piece
          JOIN orders AS booked ON booked.id = piece.order_id
         WHERE piece.client_measurement_id = ? AND piece.cancelled_at IS NULL)"));
    query->bind(set);
    for (;;) {
        TRY_ASSIGN(const bool row, query->step());
        if (!row)
            return {};
        TRY_ASSIGN(const Stage stage, stageFromCode(query->text(5)));
        pieces.push_back({query->id<OrderItemId>(0), query->id<OrderId>(1),
                          query->text(2) + u'-' + QString::number(query->int64(3)), query->text(4), stage});
    }
}

} // namespace

Result<std::vector<MeasuredPiece>> piecesMeasuredFrom(access::Session &session,
                                                      const std::vector<MeasurementSetId> &sets)
{
    std::vector<MeasuredPiece> pieces;
    if (!session.principal().can(access::Capability::OrdersRead))
        return pieces;
    for (const MeasurementSetId set : sets)
        TRY(addPiecesOf(session.reader(), set, pieces));
    std::ranges::sort(pieces, {}, [](const MeasuredPiece &piece) { return std::pair(piece.tag.size(), piece.tag); });
    return pieces;
}

} // namespace thimblely::orders
