// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/inventory/inventory_repository.h"

#include "core/inventory/fields.h"
#include "core/inventory/read_rows.h"

#include <algorithm>

namespace thimblely::inventory {

namespace {

std::optional<Quantity> optionalQuantity(const storage::Statement &row, int column)
{
    const auto milli = row.optionalInt64(column);
    return milli ? std::optional(Quantity(*milli)) : std::nullopt;
}

Result<ItemRow> mapRow(storage::Statement &row)
{
    TRY_ASSIGN(const ItemKind kind, itemKindFromCode(row.text(1)));
    TRY_ASSIGN(const StockStatus status, stockStatusFromCode(row.text(8)));
    return ItemRow{row.id<InventoryItemId>(0),
                   kind,
                   row.text(2),
                   row.text(3),
                   row.text(4),
                   row.text(5),
                   Quantity(row.int64(6)),
                   Quantity(row.int64(7)),
                   status,
                   std::nullopt,
                   row.text(9),
                   row.text(10),
                   optionalQuantity(row, 11),
                   optionalQuantity(row, 12)};
}

std::optional<int> optionalInt(const storage::Statement &row, int column)
{
    const auto value = row.optionalInt64(column);
    return value ? std::optional(int(*value)) : std::nullopt;
}

Result<Item> mapItem(storage::Statement &row)
{
    TRY_ASSIGN(const ItemKind kind, itemKindFromCode(row.text(1)));
    TRY_ASSIGN(const StockStatus status, stockStatusFromCode(row.text(21)));
    ItemDraft facts;
    facts.kind = kind;
    facts.name = row.text(2);
    facts.unit = row.text(3);
    facts.sku = row.text(4);
    facts.barcode = row.text(5);
    facts.description = row.text(6);
    facts.category = row.text(7);
    facts.colour = row.text(8);
    facts.composition = row.text(9);
    facts.location = row.text(10);
    facts.supplierName = row.text(11);
    facts.widthMm = optionalInt(row, 12);
    facts.minimumStock = optionalQuantity(row, 13);
    facts.taxCode = row.text(14);
    facts.service = {listFromJson(row.utf8(15)), row.text(16), optionalInt(row, 17), row.boolean(18),
                     optionalInt(row, 22)};
    facts.maximumStock = optionalQuantity(row, 23);
    facts.supplierContact = row.text(24);
    facts.parent = row.optionalId<InventoryItemId>(25);
    Item item{row.id<InventoryItemId>(0), std::move(facts), Quantity(row.int64(19)), Quantity(row.int64(20)), status};
    item.ordered = optionalQuantity(row, 26);
    if (!row.isNull(27)) {
        TRY_ASSIGN(item.orderedOn, Date::parse(row.text(27)));
    }
    item.lastCountedAt = row.optionalInstant(28);
    return item;
}

Result<Service> mapService(storage::Statement &row)
{
    return Service{
        row.id<InventoryItemId>(0), row.text(1),
        ServiceTerms{listFromJson(row.utf8(2)), row.text(3), optionalInt(row, 4), row.boolean(5), optionalInt(row, 6)},
        std::nullopt, row.text(7)};
}

Result<Movement> mapMovement(storage::Statement &row)
{
    TRY_ASSIGN(const MovementType type, movementTypeFromCode(row.text(1)));
    return Movement{row.id<MovementId>(0),
                    type,
                    Quantity(row.int64(2)),
                    Quantity(row.int64(3)),
                    Quantity(row.int64(4)),
                    row.optionalId<OrderItemId>(5),
                    row.text(6),
                    row.instant(7),
                    row.text(8),
                    row.text(9)};
}

//! What is missing of what there should be, once all that is promised and on its way is counted.
Quantity wantedOf(const ItemRow &item, const std::optional<Quantity> &most)
{
    if (!item.minimumStock)
        return Quantity(0);
    const Quantity coming = item.free() + item.ordered.value_or(Quantity(0));
    if (coming > *item.minimumStock)
        return Quantity(0);
    return std::max(*item.minimumStock, most.value_or(Quantity(0))) - coming;
}

//! Takes the row too many that was read to know whether another page follows.
template <typename Row>
bool cutToPage(std::vector<Row> &rows, int limit)
{
    if (rows.size() <= size_t(limit))
        return false;
    rows.erase(rows.begin() + limit, rows.end());
    return true;
}

} // namespace

Result<std::optional<Money>> InventoryRepository::price(InventoryItemId item)
{
    if (!m_connection.principal().can(access::Capability::PricesRead))
        return std::optional<Money>();
    TRY_ASSIGN(auto query, m_connection.query("SELECT selling_price_minor FROM inventory_item_prices WHERE id = ?"));
    query->bind(item);
    TRY_ASSIGN(const bool found, query->step());
    return found && !query->isNull(0) ? std::optional(Money(query->int64(0), m_currency)) : std::nullopt;
}

Result<std::optional<Money>> InventoryRepository::cost(InventoryItemId item)
{
    if (!m_connection.principal().can(access::Capability::FinanceRead))
        return std::optional<Money>();
    TRY_ASSIGN(auto query, m_connection.query("SELECT cost_minor FROM inventory_item_costs WHERE id = ?"));
    query->bind(item);
    TRY_ASSIGN(const bool found, query->step());
    return found && !query->isNull(0) ? std::optional(Money(query->int64(0), m_currency)) : std::nullopt;
}

Result<std::optional<Money>> InventoryRepository::movementCost(MovementId movement)
{
    if (!m_connection.principal().can(access::Capability::FinanceRead))
        return std::optional<Money>();
    TRY_ASSIGN(auto query, m_connection.query("SELECT unit_cost_minor FROM inventory_movement_costs WHERE id = ?"));
    query->bind(movement);
    TRY_ASSIGN(const bool found, query->step());
    return found && !query->isNull(0) ? std::optional(Money(query->int64(0), m_currency)) : std::nullopt;
}

Result<std::vector<ItemRow>> InventoryRepository::withPrices(std::vector<ItemRow> rows)
{
    for (ItemRow &row : rows) {
        TRY_ASSIGN(row.sellingPrice, price(row.id));
    }
    return rows;
}

Result<Item> InventoryRepository::load(InventoryItemId item)
{
    TRY_ASSIGN(auto query, m_connection.query(R"(
        SELECT id, item_kind, name, unit, sku, barcode, description, category, colour, composition, location,
               supplier_name, width_mm, min_stock_milli, tax_code, garment_types, zone, quick_rank, needs_amount,
               current_stock_milli, reserved_milli, status, default_minutes, max_stock_milli, supplier_contact,
               parent_item_id, ordered_milli, ordered_date, last_counted_at
          FROM inventory_items
         WHERE id = ?)"));
    query->bind(item);
    TRY_ASSIGN(std::optional<Item> found, readRow<Item>(*query, mapItem));
    if (!found)
        return Error{ErrorKind::NotFound, "inventory.not_found", {}, {}};
    TRY_ASSIGN(found->facts.sellingPrice, price(item));
    TRY_ASSIGN(found->facts.cost, cost(item));
    return std::move(*found);
}

Result<std::vector<ItemRow>> InventoryRepository::ofKind(ItemKind kind, const std::optional<ItemKey> &after, int limit)
{
    TRY_ASSIGN(auto query, m_connection.query(R"(
        SELECT id, item_kind, name, sku, colour, unit, current_stock_milli, reserved_milli, status, location,
               composition, min_stock_milli, ordered_milli
          FROM inventory_items
         WHERE item_kind = ?1 AND (name, id) > (?2, ?3)
         ORDER BY name, id
         LIMIT ?4)"));
    query->bindUtf8(toCode(kind)).bind(after ? after->name : QStringLiteral(""));
    query->bindBlob(after ? after->id.view() : QByteArrayView("")).bind(limit);
    return readRows<ItemRow>(*query, mapRow);
}

//! Three lists that are sorted already, merged: to sort the whole shelf for each page would cost more with each item.
Result<std::vector<ItemRow>> InventoryRepository::stocked(const std::optional<ItemKey> &after, int limit)
{
    TRY_ASSIGN(auto query, m_connection.query(R"(
        SELECT id, item_kind, name, sku, colour, unit, current_stock_milli, reserved_milli, status, location,
               composition, min_stock_milli, ordered_milli
          FROM inventory_items
         WHERE item_kind = 'fabric_roll' AND (name, id) > (?1, ?2)
         UNION ALL
        SELECT id, item_kind, name, sku, colour, unit, current_stock_milli, reserved_milli, status, location,
               composition, min_stock_milli, ordered_milli
          FROM inventory_items
         WHERE item_kind = 'trim' AND (name, id) > (?1, ?2)
         UNION ALL
        SELECT id, item_kind, name, sku, colour, unit, current_stock_milli, reserved_milli, status, location,
               composition, min_stock_milli, ordered_milli
          FROM inventory_items
         WHERE item_kind = 'ready_made' AND (name, id) > (?1, ?2)
         ORDER BY name, id
         LIMIT ?3)"));
    query->bind(after ? after->name : QStringLiteral(""));
    query->bindBlob(after ? after->id.view() : QByteArrayView("")).bind(limit);
    return readRows<ItemRow>(*query, mapRow);
}

Result<ItemPage> InventoryRepository::page(std::optional<ItemKind> kind, const std::optional<ItemKey> &after, int limit)
{
    TRY_ASSIGN(std::vector<ItemRow> rows, kind ? ofKind(*kind, after, limit + 1) : stocked(after, limit + 1));
    const bool more = cutToPage(rows, limit);
    TRY_ASSIGN(rows, withPrices(std::move(rows)));
    ItemPage page{std::move(rows), std::nullopt};
    if (more)
        page.next = ItemKey{page.rows.back().name, page.rows.back().id};
    return page;
}

Result<std::vector<ItemRow>> InventoryRepository::search(const QString &text, int limit)
{
    // Not LIKE: it is prepared again for each pattern that is bound (and knows wild cards that nobody typed as such).
    TRY_ASSIGN(auto query, m_connection.query(R"(
        SELECT id, item_kind, name, sku, colour, unit, current_stock_milli, reserved_milli, status, location,
               composition, min_stock_milli, ordered_milli
          FROM inventory_items
         WHERE item_kind IN ('fabric_roll', 'trim', 'ready_made')
           AND (instr(lower(name), lower(?1)) OR instr(lower(sku), lower(?1)) OR instr(barcode, ?1))
         ORDER BY name, id
         LIMIT ?2)"));
    const QString wanted = text.simplified();
    query->bind(wanted.isNull() ? QStringLiteral("") : wanted, limit);
    TRY_ASSIGN(std::vector<ItemRow> rows, readRows<ItemRow>(*query, mapRow));
    return withPrices(std::move(rows));
}

//! As it is printed, whatever case a scanner gives the letters of an SKU (its column compares so). Two questions, each
//! answered by an index of its own; one with OR walks the shelf at every scan.
Result<std::optional<InventoryItemId>> InventoryRepository::byCode(const QString &code)
{
    const QString wanted = code.trimmed();
    if (wanted.isEmpty())
        return std::optional<InventoryItemId>();
    TRY_ASSIGN(auto query, m_connection.query(R"(
        SELECT id, 0 AS by_sku, name FROM inventory_items
         WHERE barcode = ?1 AND item_kind IN ('fabric_roll', 'trim', 'ready_made')
         UNION ALL
        SELECT id, 1, name FROM inventory_items
         WHERE sku = ?1 AND item_kind IN ('fabric_roll', 'trim', 'ready_made')
         ORDER BY by_sku, name, id
         LIMIT 1)"));
    query->bind(wanted);
    TRY_ASSIGN(const bool found, query->step());
    return found ? std::optional(query->id<InventoryItemId>(0)) : std::nullopt;
}

Result<std::vector<Service>> InventoryRepository::services(const QString &garmentType)
{
    TRY_ASSIGN(auto query, m_connection.query(R"(
        SELECT id, name, garment_types, zone, quick_rank, needs_amount, default_minutes, tax_code
          FROM inventory_items
         WHERE item_kind = 'service'
           AND (?1 = '' OR garment_types IS NULL
                OR EXISTS (SELECT 1 FROM json_each(garment_types) WHERE value = ?1))
         ORDER BY quick_rank IS NULL, quick_rank, name, id)"));
    query->bind(garmentType.isNull() ? QStringLiteral("") : garmentType);
    TRY_ASSIGN(std::vector<Service> services, readRows<Service>(*query, mapService));
    for (Service &service : services) {
        TRY_ASSIGN(service.price, price(service.id));
    }
    return services;
}

//! What was never to be kept in stock is not low when it is gone.
Result<LowStock> InventoryRepository::lowStock(int most)
{
    LowStock low;
    TRY_ASSIGN(auto count, m_connection.query(R"(
        SELECT count(*)
          FROM inventory_items
         WHERE status IN ('low-stock', 'out-of-stock') AND min_stock_milli IS NOT NULL AND item_kind <> 'service')"));
    TRY_ASSIGN(const bool found, count->step());
    low.count = found ? int(count->int64(0)) : 0;
    TRY_ASSIGN(auto query, m_connection.query(R"(
        SELECT id, item_kind, name, sku, colour, unit, current_stock_milli, reserved_milli, status, location,
               composition, min_stock_milli, ordered_milli
          FROM inventory_items
         WHERE status = 'low-stock' AND min_stock_milli IS NOT NULL AND item_kind <> 'service'
         UNION ALL
        SELECT id, item_kind, name, sku, colour, unit, current_stock_milli, reserved_milli, status, location,
               composition, min_stock_milli, ordered_milli
          FROM inventory_items
         WHERE status = 'out-of-stock' AND min_stock_milli IS NOT NULL AND item_kind <> 'service'
         ORDER BY name, id
         LIMIT ?)"));
    query->bind(most);
    TRY_ASSIGN(low.first, readRows<ItemRow>(*query, mapRow));
    return low;
}

Result<ItemPage> InventoryRepository::lowPage(const std::optional<ItemKey> &after, int limit)
{
    TRY_ASSIGN(auto query, m_connection.query(R"(
        SELECT id, item_kind, name, sku, colour, unit, current_stock_milli, reserved_milli, status, location,
               composition, min_stock_milli, ordered_milli
          FROM inventory_items
         WHERE status = 'low-stock' AND min_stock_milli IS NOT NULL AND item_kind <> 'service'
           AND (name, id) > (?1, ?2)
         UNION ALL
        SELECT id, item_kind, name, sku, colour, unit, current_stock_milli, reserved_milli, status, location,
               composition, min_stock_milli, ordered_milli
          FROM inventory_items
         WHERE status = 'out-of-stock' AND min_stock_milli IS NOT NULL AND item_kind <> 'service'
           AND (name, id) > (?1, ?2)
         ORDER BY name, id
         LIMIT ?3)"));
    query->bind(after ? after->name : QStringLiteral(""));
    query->bindBlob(after ? after->id.view() : QByteArrayView("")).bind(limit + 1);
    TRY_ASSIGN(std::vector<ItemRow> rows, readRows<ItemRow>(*query, mapRow));
    const bool more = cutToPage(rows, limit);
    TRY_ASSIGN(rows, withPrices(std::move(rows)));
    ItemPage page{std::move(rows), std::nullopt};
    if (more)
        page.next = ItemKey{page.rows.back().name, page.rows.back().id};
    return page;
}

Result<std::optional<ItemRow>> InventoryRepository::row(InventoryItemId item)
{
    TRY_ASSIGN(auto query, m_connection.query(R"(
        SELECT id, item_kind, name, sku, colour, unit, current_stock_milli, reserved_milli, status, location,
               composition, min_stock_milli, ordered_milli
          FROM inventory_items
         WHERE id = ? AND item_kind IN ('fabric_roll', 'trim', 'ready_made'))"));
    query->bind(item);
    TRY_ASSIGN(std::optional<ItemRow> found, readRow<ItemRow>(*query, mapRow));
    if (found) {
        TRY_ASSIGN(found->sellingPrice, price(item));
    }
    return found;
}

Result<std::vector<ItemRow>> InventoryRepository::onShelf(const QString &shelf)
{
    TRY_ASSIGN(auto query, m_connection.query(R"(
        SELECT id, item_kind, name, sku, colour, unit, current_stock_milli, reserved_milli, status, location,
               composition, min_stock_milli, ordered_milli
          FROM inventory_items
         WHERE item_kind IN ('fabric_roll', 'trim', 'ready_made') AND ifnull(location, '') = ?
         ORDER BY name, id)"));
    query->bind(shelf.isNull() ? QStringLiteral("") : shelf);
    return readRows<ItemRow>(*query, mapRow);
}

Result<std::vector<Shelf>> InventoryRepository::shelves()
{
    TRY_ASSIGN(auto query, m_connection.query(R"(
        SELECT ifnull(location, '') AS shelf, count(*), min(ifnull(last_counted_at, 0))
          FROM inventory_items
         WHERE item_kind IN ('fabric_roll', 'trim', 'ready_made')
         GROUP BY shelf
         ORDER BY shelf)"));
    return readRows<Shelf>(*query, [](storage::Statement &row) -> Result<Shelf> {
        const Instant counted = row.instant(2);
        return Shelf{row.text(0), int(row.int64(1)), counted.msecs() > 0 ? std::optional(counted) : std::nullopt};
    });
}

Result<std::optional<InventoryItemId>> InventoryRepository::byIdEnd(QByteArrayView end)
{
    TRY_ASSIGN(auto query, m_connection.query(R"(
        SELECT id FROM inventory_items
         WHERE item_kind IN ('fabric_roll', 'trim', 'ready_made') AND substr(id, 9) = ?)"));
    query->bindBlob(end);
    TRY_ASSIGN(const bool found, query->step());
    return found ? std::optional(query->id<InventoryItemId>(0)) : std::nullopt;
}

Result<StockTotals> InventoryRepository::totals(ItemKind kind)
{
    TRY_ASSIGN(auto query, m_connection.query(R"(
        SELECT unit, count(*), sum(current_stock_milli)
          FROM inventory_items
         WHERE item_kind = ? AND current_stock_milli > 0
         GROUP BY unit
         ORDER BY count(*) DESC, unit)"));
    query->bindUtf8(toCode(kind));
    StockTotals totals;
    TRY_ASSIGN(totals.units,
               readRows<StockTotals::OfUnit>(*query, [](storage::Statement &row) -> Result<StockTotals::OfUnit> {
                   return StockTotals::OfUnit{row.text(0), int(row.int64(1)), Quantity(row.int64(2))};
               }));
    if (!m_connection.principal().can(access::Capability::FinanceRead))
        return totals;
    TRY_ASSIGN(auto value, m_connection.query(R"(
        SELECT item.current_stock_milli, cost.cost_minor
          FROM inventory_items AS item
          JOIN inventory_item_costs AS cost ON cost.id = item.id
         WHERE item.item_kind = ? AND item.current_stock_milli > 0 AND cost.cost_minor IS NOT NULL)"));
    value->bindUtf8(toCode(kind));
    Money sum = Money::zero(m_currency);
    for (;;) {
        TRY_ASSIGN(const bool more, value->step());
        if (!more)
            break;
        TRY_ASSIGN(const Money one, Money(value->int64(1), m_currency).timesMilli(value->int64(0)));
        TRY_ASSIGN(sum, sum.plus(one));
    }
    totals.value = sum;
    return totals;
}

//! As long as what a shop buys in one go: read whole, by supplier.
Result<std::vector<Purchase>> InventoryRepository::purchases()
{
    TRY_ASSIGN(auto query, m_connection.query(R"(
        SELECT id, item_kind, name, sku, colour, unit, current_stock_milli, reserved_milli, status, location,
               composition, min_stock_milli, ordered_milli, max_stock_milli, supplier_name, supplier_contact,
               ordered_date
          FROM inventory_items
         WHERE item_kind IN ('fabric_roll', 'trim', 'ready_made')
           AND (ordered_milli IS NOT NULL OR current_stock_milli - reserved_milli <= min_stock_milli)
         ORDER BY supplier_name IS NULL, supplier_name, name, id)"));
    std::vector<Purchase> all;
    for (;;) {
        TRY_ASSIGN(const bool more, query->step());
        if (!more)
            break;
        TRY_ASSIGN(ItemRow item, mapRow(*query));
        Purchase one{std::move(item), query->text(14), query->text(15), Quantity(0), std::nullopt};
        one.wanted = wantedOf(one.item, optionalQuantity(*query, 13));
        if (!query->isNull(16)) {
            TRY_ASSIGN(one.orderedOn, Date::parse(query->text(16)));
        }
        if (one.wanted.milli() > 0 || one.item.ordered)
            all.push_back(std::move(one));
    }
    for (Purchase &one : all) {
        TRY_ASSIGN(one.cost, cost(one.item.id));
    }
    return all;
}

Result<MovementPage> InventoryRepository::movements(InventoryItemId item, const std::optional<MovementKey> &after,
                                                    int limit)
{
    TRY_ASSIGN(auto query, m_connection.query(R"(
        SELECT moved.id, moved.movement_type, moved.quantity_milli, moved.previous_stock_milli, moved.new_stock_milli,
               moved.order_item_id, moved.notes, moved.occurred_at, moved.reason_code,
               coalesce(member.display_name, person.full_name)
          FROM inventory_movements AS moved
          LEFT JOIN workspace_members AS member ON member.user_id = moved.moved_by
          LEFT JOIN profiles AS person ON person.id = moved.moved_by
         WHERE moved.inventory_item_id = ?1 AND (moved.occurred_at, moved.id) < (?2, ?3)
         ORDER BY moved.occurred_at DESC, moved.id DESC
         LIMIT ?4)"));
    query->bind(item, after ? after->occurredAt : Instant(std::numeric_limits<qint64>::max()));
    query->bindBlob(after ? after->id.view() : QByteArrayView(""));
    query->bind(limit + 1);
    TRY_ASSIGN(std::vector<Movement> rows, readRows<Movement>(*query, mapMovement));
    const bool more = cutToPage(rows, limit);
    for (Movement &row : rows) {
        if (row.type == MovementType::StockIn) {
            TRY_ASSIGN(row.unitCost, movementCost(row.id));
        }
    }
    MovementPage page{std::move(rows), std::nullopt};
    if (more)
        page.next = MovementKey{page.rows.back().occurredAt, page.rows.back().id};
    return page;
}

} // namespace thimblely::inventory
