// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/changes/write_context.h"
#include "core/inventory/movement.h"
#include "core/inventory/stock.h"

namespace thimblely::inventory {

/*
 * What people do to stock with their own hands; parts of write operations, on the writer thread. Two rules hold:
 *
 * What somebody decides (to cut, to sell off, to send back, to put aside) takes no more than is free: what is promised
 * to pieces is theirs. What somebody finds (a count, moth, a length that was written down wrong) is as it is, be it less
 * than is promised; but nothing lies on a shelf that holds less than nothing.
 *
 * What orders move (inventory_writer.h) follows neither: what was sewn was cut, whatever the book said of the roll.
 */

//! Where an item stands before it is moved.
struct Standing {
    ItemKind kind;
    QString name;
    QString unit;
    Quantity stock;
    Quantity reserved;
    Quantity byHand; //!< of what is reserved: for no piece

    Quantity free() const { return stock - reserved; }
};

//! Invalid "inventory.not_stocked" for a service, NotFound "inventory.not_found".
Result<Standing> standingOf(changes::WriteContext &context, InventoryItemId item);

Result<void> receive(changes::WriteContext &context, InventoryItemId item, const Receipt &receipt);
//! Cloth is cut, all else taken off the shelf.
Result<void> useUp(changes::WriteContext &context, InventoryItemId item, Quantity quantity, const QString &note);
Result<void> throwAway(changes::WriteContext &context, InventoryItemId item, Quantity quantity, WasteReason reason,
                       const QString &note);
//! Back on the shelf; or `toSupplier`, off it.
Result<void> giveBack(changes::WriteContext &context, InventoryItemId item, Quantity quantity, bool toSupplier,
                      const QString &note);
Result<void> keepRemnant(changes::WriteContext &context, InventoryItemId item, const RemnantDraft &remnant);
Result<MovementId> adjustBy(changes::WriteContext &context, InventoryItemId item, Quantity difference,
                            const QString &reason);
Result<void> putAside(changes::WriteContext &context, InventoryItemId item, Quantity quantity, const QString &forWhom);
//! Of what was put aside by hand; what is a piece's is let go with the piece.
Result<void> letGo(changes::WriteContext &context, InventoryItemId item, Quantity quantity, const QString &note);
Result<void> bookCount(changes::WriteContext &context, const CountSheet &sheet);
Result<void> markOrdered(changes::WriteContext &context, const OrderedItem &ordered, Date today);

} // namespace thimblely::inventory
