// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/inventory/stock_service.h"

#include "core/access/session.h"
#include "core/changes/write_door.h"
#include "core/inventory/inventory_repository.h"
#include "core/inventory/inventory_writer.h"
#include "core/inventory/shop_terms.h"
#include "core/inventory/stock_codes.h"
#include "core/inventory/stock_writer.h"

#include <algorithm>

namespace thimblely::inventory {

namespace {

using access::Capability;
using changes::Operation;
using changes::WriteContext;

Result<InventoryRepository> repository(access::Session &session)
{
    access::ScopedConnection &connection = session.reader();
    TRY_ASSIGN(const ShopTerms terms, ShopTerms::load(connection));
    return InventoryRepository(connection, terms.currency);
}

//! Moved by hand: those who only make pieces ready may not.
Result<void> requireStock(const WriteContext &context)
{
    return context.principal().require(Capability::InventoryWrite);
}

} // namespace

Result<std::optional<ItemRow>> StockService::row(InventoryItemId item) const
{
    TRY_ASSIGN(InventoryRepository items, repository(m_session));
    return items.row(item);
}

Result<ItemPage> StockService::low(const std::optional<ItemKey> &after, int limit) const
{
    TRY_ASSIGN(InventoryRepository items, repository(m_session));
    return items.lowPage(after, limit);
}

Result<StockTotals> StockService::totals(ItemKind kind) const
{
    TRY_ASSIGN(const auto moment, m_session.reader().snapshot());
    TRY_ASSIGN(InventoryRepository items, repository(m_session));
    return items.totals(kind);
}

Result<std::vector<Shelf>> StockService::shelves() const
{
    TRY_ASSIGN(InventoryRepository items, repository(m_session));
    return items.shelves();
}

Result<std::vector<ItemRow>> StockService::onShelf(const QString &shelf) const
{
    TRY_ASSIGN(InventoryRepository items, repository(m_session));
    return items.onShelf(shelf);
}

Result<std::vector<Purchase>> StockService::purchases() const
{
    TRY_ASSIGN(const auto moment, m_session.reader().snapshot());
    TRY_ASSIGN(InventoryRepository items, repository(m_session));
    return items.purchases();
}

Result<std::optional<InventoryItemId>> StockService::byLabel(const QString &code) const
{
    TRY_ASSIGN(InventoryRepository items, repository(m_session));
    TRY_ASSIGN(const std::optional<InventoryItemId> found, items.byCode(code));
    const QByteArray end = idEndOf(code.trimmed());
    if (found || end.isEmpty())
        return found;
    return items.byIdEnd(end);
}

Result<std::optional<QString>> StockService::shelfByLabel(const QString &code) const
{
    if (!isShelfCode(code))
        return std::optional<QString>();
    TRY_ASSIGN(const std::vector<Shelf> all, shelves());
    for (const Shelf &shelf : all) {
        if (!shelf.name.isEmpty() && shelfCode(shelf.name) == code)
            return std::optional(shelf.name);
    }
    return std::optional<QString>();
}

Result<std::vector<CountedLine>> StockService::compare(const CountSheet &sheet) const
{
    TRY_ASSIGN(const auto moment, m_session.reader().snapshot());
    std::vector<CountedLine> lines;
    for (const CountLine &line : sheet.lines) {
        TRY_ASSIGN(auto query, m_session.reader().query(R"(
            SELECT name, unit, current_stock_milli,
                   (SELECT ifnull(sum(moved.quantity_milli), 0)
                      FROM inventory_movements AS moved
                     WHERE moved.inventory_item_id = inventory_items.id AND moved.occurred_at > ?2
                       AND moved.movement_type NOT IN ('reserve', 'release'))
              FROM inventory_items
             WHERE id = ?1)"));
        query->bind(line.item, line.at);
        TRY_ASSIGN(const bool found, query->step());
        if (!found)
            return Error{ErrorKind::NotFound, "inventory.not_found", {}, {}};
        lines.push_back({line.item, query->text(0), query->text(1), line.counted,
                         Quantity(query->int64(2)) - Quantity(query->int64(3))});
    }
    return lines;
}

Result<Quantity> StockService::putAsideByHand(InventoryItemId item) const
{
    TRY_ASSIGN(auto query, m_session.reader().query(R"(
        SELECT ifnull(sum(quantity_milli), 0)
          FROM inventory_movements
         WHERE inventory_item_id = ? AND order_item_id IS NULL AND movement_type IN ('reserve', 'release'))"));
    query->bind(item);
    TRY(query->step());
    return Quantity(query->int64(0));
}

//! For the sentence that says what was done.
QString StockService::nameOf(InventoryItemId item) const
{
    const auto found = row(item);
    return found && *found ? (*found)->name : QString();
}

QFuture<Result<void>> StockService::receive(InventoryItemId item, Receipt receipt)
{
    return m_door.write<void>(Operation{"stock.receive", {nameOf(item)}},
                              [item, receipt = std::move(receipt)](WriteContext &context) -> Result<void> {
                                  TRY(requireStock(context));
                                  return inventory::receive(context, item, receipt);
                              });
}

QFuture<Result<InventoryItemId>> StockService::receiveNew(ItemDraft facts, Receipt receipt)
{
    const QString name = facts.name.trimmed();
    return m_door.write<InventoryItemId>(
        Operation{"stock.receive_new", {name}},
        [facts = std::move(facts), receipt = std::move(receipt)](WriteContext &context) -> Result<InventoryItemId> {
            TRY(requireStock(context));
            TRY_ASSIGN(const InventoryItemId item, addItem(context, facts));
            TRY(inventory::receive(context, item, receipt));
            return item;
        });
}

QFuture<Result<void>> StockService::use(InventoryItemId item, Quantity quantity, QString note)
{
    return m_door.write<void>(Operation{"stock.use", {nameOf(item)}},
                              [item, quantity, note = std::move(note)](WriteContext &context) -> Result<void> {
                                  TRY(requireStock(context));
                                  return useUp(context, item, quantity, note);
                              });
}

QFuture<Result<void>> StockService::waste(InventoryItemId item, Quantity quantity, WasteReason reason, QString note)
{
    return m_door.write<void>(Operation{"stock.waste", {nameOf(item)}},
                              [item, quantity, reason, note = std::move(note)](WriteContext &context) -> Result<void> {
                                  TRY(requireStock(context));
                                  return throwAway(context, item, quantity, reason, note);
                              });
}

QFuture<Result<void>> StockService::giveBack(InventoryItemId item, Quantity quantity, bool toSupplier, QString note)
{
    const QString name = nameOf(item);
    return m_door.write<void>(
        toSupplier ? Operation{"stock.send_back", {name}} : Operation{"stock.return", {name}},
        [item, quantity, toSupplier, note = std::move(note)](WriteContext &context) -> Result<void> {
            TRY(requireStock(context));
            return inventory::giveBack(context, item, quantity, toSupplier, note);
        });
}

QFuture<Result<void>> StockService::keepRemnant(InventoryItemId item, RemnantDraft remnant)
{
    return m_door.write<void>(Operation{"stock.remnant", {nameOf(item)}},
                              [item, remnant = std::move(remnant)](WriteContext &context) -> Result<void> {
                                  TRY(requireStock(context));
                                  return inventory::keepRemnant(context, item, remnant);
                              });
}

QFuture<Result<void>> StockService::reserve(InventoryItemId item, Quantity quantity, QString forWhom)
{
    return m_door.write<void>(Operation{"stock.reserve", {nameOf(item)}},
                              [item, quantity, forWhom = std::move(forWhom)](WriteContext &context) -> Result<void> {
                                  TRY(requireStock(context));
                                  return putAside(context, item, quantity, forWhom);
                              });
}

QFuture<Result<void>> StockService::release(InventoryItemId item, Quantity quantity, QString note)
{
    return m_door.write<void>(Operation{"stock.release", {nameOf(item)}},
                              [item, quantity, note = std::move(note)](WriteContext &context) -> Result<void> {
                                  TRY(requireStock(context));
                                  return letGo(context, item, quantity, note);
                              });
}

QFuture<Result<void>> StockService::count(CountSheet sheet)
{
    const QString shelf = sheet.shelf;
    return m_door.write<void>(Operation{"stock.count", {shelf}},
                              [sheet = std::move(sheet)](WriteContext &context) -> Result<void> {
                                  if (!context.principal().can(Capability::StockCount))
                                      TRY(requireStock(context));
                                  return bookCount(context, sheet);
                              });
}

QFuture<Result<void>> StockService::order(std::vector<OrderedItem> items)
{
    const bool off = std::ranges::none_of(items, [](const OrderedItem &item) { return item.quantity.has_value(); });
    const QString name = items.size() == 1 ? nameOf(items.front().item) : QString();
    const Operation operation = off                 ? Operation{"stock.not_ordered", {name}}
                                : items.size() == 1 ? Operation{"stock.order", {name}}
                                                    : Operation{"stock.order_all"};
    return m_door.write<void>(operation, [items = std::move(items)](WriteContext &context) -> Result<void> {
        TRY(requireStock(context));
        TRY_ASSIGN(const ShopTerms terms, ShopTerms::load(context.connection()));
        const Date today = terms.calendar.dayOf(context.clock().now());
        for (const OrderedItem &item : items)
            TRY(markOrdered(context, item, today));
        return {};
    });
}

} // namespace thimblely::inventory
