// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/access/scoped_connection.h"
#include "core/inventory/item.h"
#include "core/inventory/movement.h"
#include "core/inventory/stock.h"

namespace thimblely::inventory {

//! Reads of stock over the scoped views; for this folder only. Prices and costs come from views of their own.
class InventoryRepository {
public:
    InventoryRepository(access::ScopedConnection &connection, Currency currency)
        : m_connection(connection), m_currency(currency)
    {}

    Result<Item> load(InventoryItemId item);
    Result<ItemPage> page(std::optional<ItemKind> kind, const std::optional<ItemKey> &after, int limit);
    Result<LowStock> lowStock(int most);
    Result<std::optional<InventoryItemId>> byCode(const QString &code);
    Result<std::vector<ItemRow>> search(const QString &text, int limit);
    Result<std::vector<Service>> services(const QString &garmentType);
    Result<MovementPage> movements(InventoryItemId item, const std::optional<MovementKey> &after, int limit);
    //! None: it is in the bin, or a service.
    Result<std::optional<ItemRow>> row(InventoryItemId item);
    Result<ItemPage> lowPage(const std::optional<ItemKey> &after, int limit);
    Result<std::vector<ItemRow>> onShelf(const QString &shelf);
    Result<std::vector<Shelf>> shelves();
    Result<std::optional<InventoryItemId>> byIdEnd(QByteArrayView end);
    Result<StockTotals> totals(ItemKind kind);
    Result<std::vector<Purchase>> purchases();

private:
    Result<std::vector<ItemRow>> ofKind(ItemKind kind, const std::optional<ItemKey> &after, int limit);
    Result<std::vector<ItemRow>> stocked(const std::optional<ItemKey> &after, int limit);
    Result<std::vector<ItemRow>> withPrices(std::vector<ItemRow> rows);
    Result<std::optional<Money>> price(InventoryItemId item);
    Result<std::optional<Money>> cost(InventoryItemId item);
    Result<std::optional<Money>> movementCost(MovementId movement);

    access::ScopedConnection &m_connection;
    Currency m_currency;
};

} // namespace thimblely::inventory
