// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/changes/write_context.h"
#include "core/inventory/item.h"
#include "core/inventory/movement.h"

namespace thimblely::inventory {

// Parts of write operations, for this module's service and for those above it that book stock with their own rows.
// On the writer thread, inside an operation.

Result<InventoryItemId> addItem(changes::WriteContext &context, const ItemDraft &draft);
//! Writes what differs; a price or cost that the person may not read stays as it is.
Result<void> editItem(changes::WriteContext &context, InventoryItemId item, const ItemDraft &draft);

struct NewMovement {
    InventoryItemId item;
    MovementType type;
    Quantity quantity; //!< signed
    std::optional<OrderItemId> piece = {};
    QString notes = {};
    std::optional<Money> unitCost = {};
    const char *reason = nullptr;      //!< a code
    std::optional<MovementId> id = {}; //!< where two devices must make the same row
};
//! Adds a line to an item's history; Invalid "inventory.not_stocked" for a service.
Result<MovementId> addMovement(changes::WriteContext &context, const NewMovement &movement);

/*!
 * Brings what is booked of an item for a piece to what it should be, by the difference: once, whoever asks and however
 * often. The id of each row is made from the piece, what is booked and how many rows stand for it, so that two devices
 * which complete the same order make the same rows.
 */
Result<void> bringReserved(changes::WriteContext &context, InventoryItemId item, OrderItemId piece, Quantity reserved);
//! `taken`: off the shelf, not negative; type Cut for cloth, StockOut for what is sold as it is.
Result<void> bringTaken(changes::WriteContext &context, InventoryItemId item, OrderItemId piece, MovementType type,
                        Quantity taken);

} // namespace thimblely::inventory
