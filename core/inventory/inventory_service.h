// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/inventory/item.h"
#include "core/inventory/movement.h"
#include "core/inventory/shop_terms.h"

#include <QFuture>

namespace thimblely::access {
class Session;
}
namespace thimblely::changes {
class WriteDoor;
}

namespace thimblely::inventory {

/*!
 * Stock, and the price list of services. Reads answer at once, on the Session's thread; writes are one operation each.
 *
 * Errors: "inventory.no_name", "inventory.no_unit", "inventory.negative_price", "inventory.other_currency",
 * "inventory.sku_taken" (args[0] the SKU), "inventory.no_quantity" (zero, or not more than zero where stock comes in),
 * "inventory.not_stocked" (a service has no stock), "inventory.no_reason" (an adjustment says why).
 */
class InventoryService {
public:
    InventoryService(access::Session &session, changes::WriteDoor &door) : m_session(session), m_door(door) {}

    Result<ShopTerms> terms() const;
    Result<Item> load(InventoryItemId item) const;
    //! By name; without `kind` everything but services.
    Result<ItemPage> page(std::optional<ItemKind> kind, const std::optional<ItemKey> &after = {}, int limit = 50) const;
    //! Stocked things whose name, SKU or barcode holds the text, by name; at most `limit`.
    Result<std::vector<ItemRow>> search(const QString &text, int limit = 20) const;
    //! What has this barcode or SKU, whole, and is stocked; none: nothing has.
    Result<std::optional<InventoryItemId>> byCode(const QString &code) const;
    Result<LowStock> lowStock(int most) const;
    Result<MovementPage> movements(InventoryItemId item, const std::optional<MovementKey> &after = {},
                                   int limit = 50) const;
    //! The price list by quick rank, then name; for one garment those that fit it (and those that fit all).
    Result<std::vector<Service>> services(const QString &garmentType = {}) const;

    QFuture<Result<InventoryItemId>> add(ItemDraft draft);
    QFuture<Result<void>> edit(InventoryItemId item, ItemDraft draft);
    QFuture<Result<void>> remove(InventoryItemId item);
    //! What every tailor does (usual_tasks.h), as lines of the price list, where it does not name them already.
    QFuture<Result<void>> addUsualServices();
    QFuture<Result<MovementId>> stockIn(InventoryItemId item, Quantity quantity, QString notes = {},
                                        std::optional<Money> unitCost = {});
    //! `difference` is signed: what the shelf holds more or less than the book.
    QFuture<Result<MovementId>> adjust(InventoryItemId item, Quantity difference, QString reason);

private:
    access::Session &m_session;
    changes::WriteDoor &m_door;
};

} // namespace thimblely::inventory
