// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/inventory/outside_items.h"

#include "core/inventory/fields.h"
#include "core/inventory/inventory_repository.h"
#include "core/inventory/inventory_writer.h"
#include "core/inventory/shop_terms.h"

namespace thimblely::inventory {

Result<std::optional<InventoryItemId>> serviceNamed(changes::WriteContext &context, const QString &name,
                                                    const QStringList &garments)
{
    TRY_ASSIGN(auto query, context.query(R"(
        SELECT id, garment_types FROM inventory_items WHERE item_kind = 'service' AND name = ? ORDER BY id)"));
    query->bind(name);
    QStringList wanted = garments;
    wanted.sort();
    for (;;) {
        TRY_ASSIGN(const bool more, query->step());
        if (!more)
            return std::optional<InventoryItemId>();
        QStringList there = listFromJson(query->utf8(1));
        there.sort();
        if (there == wanted || wanted.isEmpty())
            return std::optional(query->id<InventoryItemId>(0));
    }
}

Result<bool> editFromOutside(changes::WriteContext &context, InventoryItemId item, const ItemDraft &outside)
{
    TRY_ASSIGN(const ShopTerms terms, ShopTerms::load(context.connection()));
    TRY_ASSIGN(const Item before, InventoryRepository(context.connection(), terms.currency).load(item));
    ItemDraft merged = before.facts;
    merged.name = outside.name;
    const auto take = [&](QString ItemDraft::*member) {
        if (!(outside.*member).isEmpty())
            merged.*member = outside.*member;
    };
    take(&ItemDraft::sku);
    take(&ItemDraft::description);
    take(&ItemDraft::category);
    if (outside.sellingPrice)
        merged.sellingPrice = outside.sellingPrice;
    if (outside.service.minutes)
        merged.service.minutes = outside.service.minutes;
    if (!outside.service.garmentTypes.isEmpty())
        merged.service.garmentTypes = outside.service.garmentTypes;
    if (merged == before.facts)
        return false;
    TRY(editItem(context, item, merged));
    return true;
}

Result<bool> itemExists(changes::WriteContext &context, InventoryItemId item)
{
    TRY_ASSIGN(auto query, context.query("SELECT 1 FROM inventory_items WHERE id = ?"));
    query->bind(item);
    return query->step();
}

} // namespace thimblely::inventory
