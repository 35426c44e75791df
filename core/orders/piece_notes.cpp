// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/orders/piece_notes.h"

#include "core/inventory/fields.h"
#include "core/inventory/read_rows.h"
#include "core/orders/piece_writer.h"

namespace thimblely::orders {

namespace {

constexpr int longestNote = 4000;

} // namespace

Result<void> notePiece(changes::WriteContext &context, OrderItemId piece, const QString &text)
{
    const QString said = text.trimmed();
    if (said.isEmpty())
        return {};
    if (said.size() > longestNote)
        return Error{ErrorKind::Invalid, "order.note_too_long", {QString::number(longestNote)}, {}};
    return logPiece(context, piece,
                    {{"kind", "note"}, {"data", inventory::objectOrNull({{QStringLiteral("text"), said}})}});
}

Result<std::vector<PieceNote>> notesOf(access::ScopedConnection &connection, OrderItemId piece)
{
    TRY_ASSIGN(auto query, connection.query(R"(
        SELECT occurred_at, data ->> 'text'
          FROM sys_activity
         WHERE order_item_id = ? AND kind = 'note' AND data ->> 'text' IS NOT NULL
         ORDER BY occurred_at DESC)"));
    query->bind(piece);
    return inventory::readRows<PieceNote>(*query, [](storage::Statement &row) -> Result<PieceNote> {
        return PieceNote{row.instant(0), row.text(1)};
    });
}

} // namespace thimblely::orders
