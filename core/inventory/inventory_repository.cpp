// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/inventory/inventory_repository.h"

#include "core/inventory/fields.h"
#include "core/inventory/read_rows.h"

namespace thimblely::inventory {

namespace {

Result<ItemRow> mapRow(storage::Statement &row)
{
    TRY_ASSIGN(const ItemKind kind, itemKindFromCode(row.text(1)));
    TRY_ASSIGN(const StockStatus status, stockStatusFromCode(row.text(8)));
    return ItemRow{
        row.id<InventoryItemId>(0), kind,   row.text(2), row.text(3), row.text(4), row.text(5), Quantity(row.int64(6)),
        Quantity(row.int64(7)),     status, std::nullopt};
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
    if (const auto minimum = row.optionalInt64(13))
        facts.minimumStock = Quantity(*minimum);
    facts.taxCode = row.text(14);
    facts.service = {listFromJson(row.utf8(15)), row.text(16), optionalInt(row, 17), row.boolean(18),
                     optionalInt(row, 22)};
    return Item{row.id<InventoryItemId>(0), std::move(facts), Quantity(row.int64(19)), Quantity(row.int64(20)), status};
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
                    row.instant(7)};
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
               current_stock_milli, reserved_milli, status, default_minutes
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
        SELECT id, item_kind, name, sku, colour, unit, current_stock_milli, reserved_milli, status
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
        SELECT id, item_kind, name, sku, colour, unit, current_stock_milli, reserved_milli, status
          FROM inventory_items
         WHERE item_kind = 'fabric_roll' AND (name, id) > (?1, ?2)
         UNION ALL
        SELECT id, item_kind, name, sku, colour, unit, current_stock_milli, reserved_milli, status
          FROM inventory_items
         WHERE item_kind = 'trim' AND (name, id) > (?1, ?2)
         UNION ALL
        SELECT id, item_kind, name, sku, colour, unit, current_stock_milli, reserved_milli, status
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
        SELECT id, item_kind, name, sku, colour, unit, current_stock_milli, reserved_milli, status
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
        SELECT id, item_kind, name, sku, colour, unit, current_stock_milli, reserved_milli, status
          FROM inventory_items
         WHERE status = 'low-stock' AND min_stock_milli IS NOT NULL AND item_kind <> 'service'
         UNION ALL
        SELECT id, item_kind, name, sku, colour, unit, current_stock_milli, reserved_milli, status
          FROM inventory_items
         WHERE status = 'out-of-stock' AND min_stock_milli IS NOT NULL AND item_kind <> 'service'
         ORDER BY name, id
         LIMIT ?)"));
    query->bind(most);
    TRY_ASSIGN(low.first, readRows<ItemRow>(*query, mapRow));
    return low;
}

Result<MovementPage> InventoryRepository::movements(InventoryItemId item, const std::optional<MovementKey> &after,
                                                    int limit)
{
    TRY_ASSIGN(auto query, m_connection.query(R"(
        SELECT id, movement_type, quantity_milli, previous_stock_milli, new_stock_milli, order_item_id, notes,
               occurred_at
          FROM inventory_movements
         WHERE inventory_item_id = ?1 AND (occurred_at, id) < (?2, ?3)
         ORDER BY occurred_at DESC, id DESC
         LIMIT ?4)"));
    query->bind(item, after ? after->occurredAt : Instant(std::numeric_limits<qint64>::max()));
    query->bindBlob(after ? after->id.view() : QByteArrayView(""));
    query->bind(limit + 1);
    TRY_ASSIGN(std::vector<Movement> rows, readRows<Movement>(*query, mapMovement));
    const bool more = cutToPage(rows, limit);
    MovementPage page{std::move(rows), std::nullopt};
    if (more)
        page.next = MovementKey{page.rows.back().occurredAt, page.rows.back().id};
    return page;
}

} // namespace thimblely::inventory
