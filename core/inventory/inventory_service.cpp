// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/inventory/inventory_service.h"

#include "core/access/session.h"
#include "core/changes/write_door.h"
#include "core/inventory/inventory_repository.h"
#include "core/inventory/inventory_writer.h"
#include "core/inventory/stock_writer.h"
#include "core/inventory/usual_tasks.h"

#include <algorithm>

namespace thimblely::inventory {

namespace {

using changes::Operation;
using changes::WriteContext;

Error invalid(const char *code)
{
    return {ErrorKind::Invalid, code, {}, {}};
}

Result<InventoryRepository> repository(access::Session &session)
{
    access::ScopedConnection &connection = session.reader();
    TRY_ASSIGN(const ShopTerms terms, ShopTerms::load(connection));
    return InventoryRepository(connection, terms.currency);
}

//! Stock that comes in or was counted is not what orders move: those who only make pieces ready may not write it.
Result<void> requireStock(const access::Principal &principal)
{
    return principal.can(access::Capability::StockCount) ? Result<void>()
                                                         : principal.require(access::Capability::InventoryWrite);
}

} // namespace

Result<ShopTerms> InventoryService::terms() const
{
    return ShopTerms::load(m_session.reader());
}

Result<Item> InventoryService::load(InventoryItemId item) const
{
    TRY_ASSIGN(InventoryRepository items, repository(m_session));
    return items.load(item);
}

Result<ItemPage> InventoryService::page(std::optional<ItemKind> kind, const std::optional<ItemKey> &after,
                                        int limit) const
{
    TRY_ASSIGN(InventoryRepository items, repository(m_session));
    return items.page(kind, after, limit);
}

Result<std::optional<InventoryItemId>> InventoryService::byCode(const QString &code) const
{
    TRY_ASSIGN(InventoryRepository items, repository(m_session));
    return items.byCode(code);
}

Result<std::vector<ItemRow>> InventoryService::search(const QString &text, int limit) const
{
    TRY_ASSIGN(InventoryRepository items, repository(m_session));
    return items.search(text, limit);
}

Result<LowStock> InventoryService::lowStock(int most) const
{
    TRY_ASSIGN(const auto moment, m_session.reader().snapshot());
    TRY_ASSIGN(InventoryRepository items, repository(m_session));
    return items.lowStock(most);
}

Result<MovementPage> InventoryService::movements(InventoryItemId item, const std::optional<MovementKey> &after,
                                                 int limit) const
{
    TRY_ASSIGN(InventoryRepository items, repository(m_session));
    return items.movements(item, after, limit);
}

Result<std::vector<Service>> InventoryService::services(const QString &garmentType) const
{
    TRY_ASSIGN(InventoryRepository items, repository(m_session));
    return items.services(garmentType);
}

QFuture<Result<InventoryItemId>> InventoryService::add(ItemDraft draft)
{
    const QString name = draft.name.trimmed();
    return m_door.write<InventoryItemId>(
        Operation{"inventory.add", {name}},
        [draft = std::move(draft)](WriteContext &context) { return addItem(context, draft); });
}

QFuture<Result<void>> InventoryService::edit(InventoryItemId item, ItemDraft draft)
{
    const QString name = draft.name.trimmed();
    return m_door.write<void>(
        Operation{"inventory.edit", {name}},
        [item, draft = std::move(draft)](WriteContext &context) { return editItem(context, item, draft); });
}

QFuture<Result<void>> InventoryService::remove(InventoryItemId item)
{
    return m_door.write<void>(Operation{"inventory.remove"}, [item](WriteContext &context) {
        return context.rows().remove(storage::Table::InventoryItems, item.bytes());
    });
}

QFuture<Result<void>> InventoryService::addUsualServices()
{
    return m_door.write<void>(Operation{"inventory.start_list"}, [](WriteContext &context) -> Result<void> {
        TRY_ASSIGN(const ShopTerms terms, ShopTerms::load(context.connection()));
        TRY_ASSIGN(const std::vector<Service> there,
                   InventoryRepository(context.connection(), terms.currency).services({}));
        for (const ItemDraft &line : usualServices()) {
            const bool known = std::ranges::any_of(there, [&line](const Service &service) {
                return service.name.compare(line.name, Qt::CaseInsensitive) == 0;
            });
            if (!known)
                TRY(addItem(context, line));
        }
        return {};
    });
}

QFuture<Result<MovementId>> InventoryService::stockIn(InventoryItemId item, Quantity quantity, QString notes,
                                                      std::optional<Money> unitCost)
{
    return m_door.write<MovementId>(
        Operation{"inventory.stock_in"},
        [item, quantity, notes = std::move(notes), unitCost](WriteContext &context) -> Result<MovementId> {
            TRY(requireStock(context.principal()));
            if (quantity.milli() <= 0)
                return invalid("inventory.no_quantity");
            if (unitCost) {
                TRY_ASSIGN(const ShopTerms terms, ShopTerms::load(context.connection()));
                if (unitCost->currency() != terms.currency)
                    return invalid("inventory.other_currency");
                if (unitCost->isNegative())
                    return invalid("inventory.negative_price");
            }
            return addMovement(context, {.item = item,
                                         .type = MovementType::StockIn,
                                         .quantity = quantity,
                                         .notes = notes,
                                         .unitCost = unitCost});
        });
}

QFuture<Result<MovementId>> InventoryService::adjust(InventoryItemId item, Quantity difference, QString reason)
{
    return m_door.write<MovementId>(
        Operation{"inventory.adjust"},
        [item, difference, reason = std::move(reason)](WriteContext &context) -> Result<MovementId> {
            TRY(requireStock(context.principal()));
            return adjustBy(context, item, difference, reason);
        });
}

} // namespace thimblely::inventory
