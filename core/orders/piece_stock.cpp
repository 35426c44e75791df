// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/orders/piece_stock.h"

#include "core/inventory/inventory_writer.h"

namespace thimblely::orders {

namespace {

using changes::WriteContext;
using inventory::MovementType;

struct Use {
    InventoryItemId item;
    Quantity quantity;
    MovementType taken;
};

std::optional<Use> useOf(const PieceDraft &facts)
{
    if (!facts.inventoryItem)
        return std::nullopt;
    if (isWork(facts.kind)) {
        if (!facts.shopCloth)
            return std::nullopt;
        return Use{*facts.inventoryItem, *facts.shopCloth, MovementType::Cut};
    }
    if (facts.kind == PieceKind::Service)
        return std::nullopt;
    return Use{*facts.inventoryItem, facts.quantity, MovementType::StockOut};
}

} // namespace

Result<void> reserveFor(WriteContext &context, OrderItemId piece, const PieceDraft &facts)
{
    const std::optional<Use> use = useOf(facts);
    return use ? inventory::bringReserved(context, use->item, piece, use->quantity) : Result<void>();
}

Result<void> takeFor(WriteContext &context, OrderItemId piece, const PieceDraft &facts)
{
    const std::optional<Use> use = useOf(facts);
    if (!use)
        return {};
    TRY(inventory::bringReserved(context, use->item, piece, Quantity(0)));
    return inventory::bringTaken(context, use->item, piece, use->taken, use->quantity);
}

Result<void> giveUp(WriteContext &context, OrderItemId piece, const PieceDraft &facts, bool isCut)
{
    const std::optional<Use> use = useOf(facts);
    if (!use)
        return {};
    if (isCut && use->taken == MovementType::Cut)
        return takeFor(context, piece, facts);
    TRY(inventory::bringReserved(context, use->item, piece, Quantity(0)));
    if (use->taken == MovementType::Cut)
        return {};
    return inventory::bringTaken(context, use->item, piece, use->taken, Quantity(0));
}

} // namespace thimblely::orders
