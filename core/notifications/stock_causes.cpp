// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/notifications/cause_lists.h"

#include "core/access/session.h"
#include "core/changes/write_door.h"
#include "core/inventory/inventory_service.h"
#include "core/inventory/stock_service.h"

namespace thimblely::notifications {

namespace {

using inventory::ItemRow;
using inventory::Movement;
using K = NotificationKind;

constexpr int pageSize = 50;
constexpr int mostMovements = 400; // of one thing, back from now

//! One spell of being low: which movement it began after, and when it fell.
struct Spell {
    QByteArray occasion = "always"; //!< it was never more
    Instant since;
};

//! Each time it was more than its reorder level and fell again is an occasion of its own.
Result<Spell> spellOf(CauseSearch &search, const ItemRow &item)
{
    const inventory::InventoryService items(search.session, search.door);
    Spell spell{.since = search.door.clock().now()};
    std::optional<inventory::MovementKey> after;
    for (int seen = 0; seen < mostMovements; seen += pageSize) {
        TRY_ASSIGN(const inventory::MovementPage page, items.movements(item.id, after, pageSize));
        for (const Movement &movement : page.rows) {
            if (!inventory::changesShelf(movement.type))
                continue;
            if (movement.newStock > item.minimumStock.value_or(Quantity(0))) {
                spell.occasion = movement.id.toString().toLatin1();
                return spell;
            }
            spell.since = movement.occurredAt;
        }
        if (!page.next)
            return spell;
        after = page.next;
    }
    return spell;
}

} // namespace

Result<void> addStockCauses(CauseSearch &search)
{
    if (!search.wants(K::LowStock))
        return {};
    const inventory::StockService stock(search.session, search.door);
    TRY_ASSIGN(const inventory::ItemPage low, stock.low({}, mostOfAKind));
    for (const ItemRow &item : low.rows) {
        TRY_ASSIGN(Spell spell, spellOf(search, item));
        const Date since = search.calendar.dayOf(spell.since);
        if (since < search.oldest())
            continue;
        const RowId row(item.id.bytes());
        search.add({K::LowStock,
                    storage::Table::InventoryItems,
                    row,
                    std::move(spell.occasion),
                    {NotificationScreen::Stock, row},
                    {item.name},
                    since});
    }
    return {};
}

} // namespace thimblely::notifications
