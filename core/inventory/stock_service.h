// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/inventory/movement.h"
#include "core/inventory/stock.h"

#include <QFuture>

namespace thimblely::access {
class Session;
}
namespace thimblely::changes {
class WriteDoor;
}

namespace thimblely::inventory {

/*!
 * Stock as the people of a shop handle it: what comes in, is cut, left over, given back, thrown away, counted, put aside
 * and bought. Reads answer at once, on the Session's thread; writes are one operation and one commit each, and are
 * undone as every other. The rules: stock_writer.h.
 *
 * Errors beside those of InventoryService: Conflict "inventory.not_free" (args[0] what is, args[1] what is promised),
 * "inventory.less_than_nothing" (args[0] what is there), "inventory.not_put_aside" (args[0] what is),
 * "inventory.moved_since" (args[0] its name); Invalid "inventory.for_whom", "inventory.nothing_counted".
 */
class StockService {
public:
    StockService(access::Session &session, changes::WriteDoor &door) : m_session(session), m_door(door) {}

    //! As the list shows it; none: it is in the bin, or not stocked.
    Result<std::optional<ItemRow>> row(InventoryItemId item) const;
    //! At or under the reorder level, by name.
    Result<ItemPage> low(const std::optional<ItemKey> &after = {}, int limit = 50) const;
    Result<StockTotals> totals(ItemKind kind) const;
    //! Where stock lies, by name; first, without one, what lies nowhere.
    Result<std::vector<Shelf>> shelves() const;
    Result<std::vector<ItemRow>> onShelf(const QString &shelf) const;
    //! By supplier.
    Result<std::vector<Purchase>> purchases() const;
    //! What a label's bars say: its barcode, its SKU or the digits of its id.
    Result<std::optional<InventoryItemId>> byLabel(const QString &code) const;
    //! The shelf whose label was scanned; none: no stock lies on such a one.
    Result<std::optional<QString>> shelfByLabel(const QString &code) const;
    //! What the book says of what was counted, as of the moment it was.
    Result<std::vector<CountedLine>> compare(const CountSheet &sheet) const;
    //! What is put aside by hand, for no piece.
    Result<Quantity> putAsideByHand(InventoryItemId item) const;

    QFuture<Result<void>> receive(InventoryItemId item, Receipt receipt);
    //! Something that was not in stock before.
    QFuture<Result<InventoryItemId>> receiveNew(ItemDraft facts, Receipt receipt);
    QFuture<Result<void>> use(InventoryItemId item, Quantity quantity, QString note);
    QFuture<Result<void>> waste(InventoryItemId item, Quantity quantity, WasteReason reason, QString note);
    QFuture<Result<void>> giveBack(InventoryItemId item, Quantity quantity, bool toSupplier, QString note);
    QFuture<Result<void>> keepRemnant(InventoryItemId item, RemnantDraft remnant);
    QFuture<Result<void>> reserve(InventoryItemId item, Quantity quantity, QString forWhom);
    QFuture<Result<void>> release(InventoryItemId item, Quantity quantity, QString note);
    //! All differences at once.
    QFuture<Result<void>> count(CountSheet sheet);
    QFuture<Result<void>> order(std::vector<OrderedItem> items);

private:
    QString nameOf(InventoryItemId item) const;

    access::Session &m_session;
    changes::WriteDoor &m_door;
};

} // namespace thimblely::inventory
