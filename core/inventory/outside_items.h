// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/changes/write_context.h"
#include "core/inventory/item.h"

namespace thimblely::inventory {

// What another book says of the price list, inside an operation.

//! The line of that name (case aside) that is done to the same garments; none where there is none.
Result<std::optional<InventoryItemId>> serviceNamed(changes::WriteContext &context, const QString &name,
                                                    const QStringList &garments);

/*!
 * What is said of an item from outside over what is there; what is not said stays, as do the keys of the counter.
 * False where nothing differs. NotFound "inventory.not_found" where it is in the bin.
 */
Result<bool> editFromOutside(changes::WriteContext &context, InventoryItemId item, const ItemDraft &outside);

//! Whether there is such an item outside the bin.
Result<bool> itemExists(changes::WriteContext &context, InventoryItemId item);

} // namespace thimblely::inventory
