// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/inventory/stock_writer.h"

#include "core/base/error_args.h"
#include "core/inventory/fields.h"
#include "core/inventory/inventory_repository.h"
#include "core/inventory/inventory_writer.h"
#include "core/inventory/shop_terms.h"

#include <algorithm>

namespace thimblely::inventory {

namespace {

using access::Capability;
using access::Field;
using changes::WriteContext;
using storage::Table;

const Quantity none(0);

Error invalid(const char *code)
{
    return {ErrorKind::Invalid, code, {}, {}};
}

Result<void> requirePositive(Quantity quantity)
{
    return quantity > none ? Result<void>() : invalid("inventory.no_quantity");
}

//! For what somebody decides: what is promised is not taken.
Result<void> requireFree(const Standing &standing, Quantity wanted)
{
    if (wanted <= standing.free())
        return {};
    return Error{ErrorKind::Conflict,
                 "inventory.not_free",
                 {errorArg(std::max(standing.free(), none), standing.unit), errorArg(standing.reserved, standing.unit)},
                 {}};
}

//! For what somebody finds.
Result<void> requireThere(const Standing &standing, Quantity after)
{
    if (after >= none)
        return {};
    return Error{ErrorKind::Conflict, "inventory.less_than_nothing", {errorArg(standing.stock, standing.unit)}, {}};
}

Result<void> move(WriteContext &context, const NewMovement &movement)
{
    TRY(addMovement(context, movement));
    return {};
}

QString joined(const QString &one, const QString &other)
{
    const QStringList parts{one.trimmed(), other.trimmed()};
    return one.trimmed().isEmpty() || other.trimmed().isEmpty() ? parts.join(QString())
                                                                : parts.join(QStringLiteral(", "));
}

Result<Item> loaded(WriteContext &context, InventoryItemId item)
{
    TRY_ASSIGN(const ShopTerms terms, ShopTerms::load(context.connection()));
    return InventoryRepository(context.connection(), terms.currency).load(item);
}

Result<void> checkCost(WriteContext &context, const std::optional<Money> &cost)
{
    if (!cost)
        return {};
    TRY_ASSIGN(const ShopTerms terms, ShopTerms::load(context.connection()));
    if (cost->currency() != terms.currency)
        return invalid("inventory.other_currency");
    return cost->isNegative() ? Result<void>(invalid("inventory.negative_price")) : Result<void>();
}

//! What is on its way is what was ordered less what has come.
Field stillOrdered(const Item &item, Quantity came)
{
    const Quantity rest = item.ordered.value_or(none) - came;
    return {"ordered_milli", rest > none ? std::optional(rest) : std::nullopt};
}

//! "R-014-2": the first number after the roll's that nothing has.
Result<QString> remnantSku(WriteContext &context, const QString &roll)
{
    if (roll.isEmpty())
        return QString();
    for (int number = 1;; ++number) {
        const QString sku = roll + u'-' + QString::number(number);
        TRY_ASSIGN(auto query, context.query("SELECT 1 FROM inventory_items WHERE sku = ?"));
        query->bind(sku);
        TRY_ASSIGN(const bool taken, query->step());
        if (!taken)
            return sku;
    }
}

Result<InventoryItemId> addRemnant(WriteContext &context, const Item &roll, InventoryItemId parent,
                                   const RemnantDraft &remnant)
{
    ItemDraft facts = roll.facts;
    if (!remnant.name.trimmed().isEmpty())
        facts.name = remnant.name.trimmed();
    if (!remnant.shelf.trimmed().isEmpty())
        facts.location = remnant.shelf.trimmed();
    facts.parent = parent;
    facts.barcode.clear();
    facts.minimumStock.reset();
    facts.maximumStock.reset();
    // Whoever may not set them leaves them to somebody who may.
    if (!context.principal().can(Capability::FinanceWrite))
        facts.cost.reset();
    if (!context.principal().can(Capability::PriceListWrite))
        facts.sellingPrice.reset();
    TRY_ASSIGN(facts.sku, remnantSku(context, roll.facts.sku));
    return addItem(context, facts);
}

//! What lay there when somebody counted it: what moved since was not counted.
Result<Quantity> stockAt(WriteContext &context, InventoryItemId item, Quantity now, Instant moment)
{
    TRY_ASSIGN(auto query, context.query(R"(
        SELECT ifnull(sum(quantity_milli), 0)
          FROM inventory_movements
         WHERE inventory_item_id = ?1 AND occurred_at > ?2 AND movement_type NOT IN ('reserve', 'release'))"));
    query->bind(item, moment);
    TRY(query->step());
    return now - Quantity(query->int64(0));
}

Result<void> bookLine(WriteContext &context, const CountLine &line, const QString &shelf)
{
    TRY_ASSIGN(const Standing standing, standingOf(context, line.item));
    if (line.counted < none)
        return invalid("inventory.no_quantity");
    TRY_ASSIGN(const Quantity then, stockAt(context, line.item, standing.stock, line.at));
    const Quantity difference = line.counted - then;
    if (standing.stock + difference < none)
        return Error{ErrorKind::Conflict, "inventory.moved_since", {standing.name}, {}};
    // Its own right: who counts need not be able to change what is written of a thing.
    if (context.principal().can(Capability::InventoryWrite))
        TRY(context.rows().update(Table::InventoryItems, line.item, {{"last_counted_at", line.at}}));
    if (difference == none)
        return {};
    return move(context, {.item = line.item, .type = MovementType::Count, .quantity = difference, .notes = shelf});
}

} // namespace

Result<Standing> standingOf(WriteContext &context, InventoryItemId item)
{
    TRY_ASSIGN(auto query, context.query(R"(
        SELECT item_kind, name, unit, current_stock_milli, reserved_milli,
               (SELECT ifnull(sum(moved.quantity_milli), 0)
                  FROM inventory_movements AS moved
                 WHERE moved.inventory_item_id = inventory_items.id AND moved.order_item_id IS NULL
                   AND moved.movement_type IN ('reserve', 'release'))
          FROM inventory_items
         WHERE id = ?)"));
    query->bind(item);
    TRY_ASSIGN(const bool found, query->step());
    if (!found)
        return Error{ErrorKind::NotFound, "inventory.not_found", {}, {}};
    TRY_ASSIGN(const ItemKind kind, itemKindFromCode(query->text(0)));
    if (kind == ItemKind::Service)
        return invalid("inventory.not_stocked");
    return Standing{kind,
                    query->text(1),
                    query->text(2),
                    Quantity(query->int64(3)),
                    Quantity(query->int64(4)),
                    Quantity(query->int64(5))};
}

Result<void> receive(WriteContext &context, InventoryItemId item, const Receipt &receipt)
{
    TRY(requirePositive(receipt.quantity));
    TRY(checkCost(context, receipt.unitCost));
    TRY(standingOf(context, item));
    TRY_ASSIGN(const Item before, loaded(context, item));
    std::vector<Field> fields;
    const auto set = [&](const char *column, const QString &now, const QString &was) {
        if (!now.trimmed().isEmpty() && now.trimmed() != was)
            fields.push_back({column, now.trimmed()});
    };
    set("supplier_name", receipt.supplier, before.facts.supplierName);
    set("location", receipt.shelf, before.facts.location);
    if (before.ordered) {
        fields.push_back(stillOrdered(before, receipt.quantity));
        if (receipt.quantity >= *before.ordered)
            fields.push_back({"ordered_date", std::nullopt});
    }
    if (receipt.unitCost && receipt.unitCost != before.facts.cost)
        fields.push_back({"cost_minor", *receipt.unitCost});
    if (!fields.empty())
        TRY(context.rows().update(Table::InventoryItems, item, fields));
    return move(context, {.item = item,
                          .type = MovementType::StockIn,
                          .quantity = receipt.quantity,
                          .notes = joined(receipt.supplier, receipt.note),
                          .unitCost = receipt.unitCost});
}

Result<void> useUp(WriteContext &context, InventoryItemId item, Quantity quantity, const QString &note)
{
    TRY(requirePositive(quantity));
    TRY_ASSIGN(const Standing standing, standingOf(context, item));
    TRY(requireFree(standing, quantity));
    const MovementType type = standing.kind == ItemKind::FabricRoll ? MovementType::Cut : MovementType::StockOut;
    return move(context, {.item = item, .type = type, .quantity = -quantity, .notes = note.trimmed()});
}

Result<void> throwAway(WriteContext &context, InventoryItemId item, Quantity quantity, WasteReason reason,
                       const QString &note)
{
    TRY(requirePositive(quantity));
    TRY_ASSIGN(const Standing standing, standingOf(context, item));
    TRY(requireThere(standing, standing.stock - quantity));
    const QByteArray code = toCode(reason);
    return move(context, {.item = item,
                          .type = MovementType::Waste,
                          .quantity = -quantity,
                          .notes = note.trimmed(),
                          .reason = code.constData()});
}

Result<void> giveBack(WriteContext &context, InventoryItemId item, Quantity quantity, bool toSupplier,
                      const QString &note)
{
    TRY(requirePositive(quantity));
    TRY_ASSIGN(const Standing standing, standingOf(context, item));
    if (toSupplier)
        TRY(requireFree(standing, quantity));
    return move(context, {.item = item,
                          .type = MovementType::Return,
                          .quantity = toSupplier ? -quantity : quantity,
                          .notes = note.trimmed()});
}

Result<void> keepRemnant(WriteContext &context, InventoryItemId item, const RemnantDraft &remnant)
{
    TRY(requirePositive(remnant.quantity));
    TRY_ASSIGN(const Standing standing, standingOf(context, item));
    const auto book = [&](InventoryItemId which, Quantity quantity) {
        return move(
            context,
            {.item = which, .type = MovementType::Remnant, .quantity = quantity, .notes = remnant.note.trimmed()});
    };
    if (remnant.to == RemnantTo::ThisRoll)
        return book(item, remnant.quantity);
    TRY_ASSIGN(const Item roll, loaded(context, item));
    if (remnant.to == RemnantTo::CutOff) {
        TRY(requireFree(standing, remnant.quantity));
        TRY(book(item, -remnant.quantity));
    }
    TRY_ASSIGN(const InventoryItemId own, addRemnant(context, roll, item, remnant));
    return book(own, remnant.quantity);
}

Result<MovementId> adjustBy(WriteContext &context, InventoryItemId item, Quantity difference, const QString &reason)
{
    if (difference == none)
        return invalid("inventory.no_quantity");
    if (reason.trimmed().isEmpty())
        return invalid("inventory.no_reason");
    TRY_ASSIGN(const Standing standing, standingOf(context, item));
    if (difference < none)
        TRY(requireThere(standing, standing.stock + difference));
    return addMovement(
        context, {.item = item, .type = MovementType::Adjustment, .quantity = difference, .notes = reason.trimmed()});
}

Result<void> putAside(WriteContext &context, InventoryItemId item, Quantity quantity, const QString &forWhom)
{
    TRY(requirePositive(quantity));
    if (forWhom.trimmed().isEmpty())
        return invalid("inventory.for_whom");
    TRY_ASSIGN(const Standing standing, standingOf(context, item));
    TRY(requireFree(standing, quantity));
    return move(context,
                {.item = item, .type = MovementType::Reserve, .quantity = quantity, .notes = forWhom.trimmed()});
}

Result<void> letGo(WriteContext &context, InventoryItemId item, Quantity quantity, const QString &note)
{
    TRY(requirePositive(quantity));
    TRY_ASSIGN(const Standing standing, standingOf(context, item));
    if (quantity > standing.byHand)
        return Error{ErrorKind::Conflict, "inventory.not_put_aside", {errorArg(standing.byHand, standing.unit)}, {}};
    return move(context, {.item = item, .type = MovementType::Release, .quantity = -quantity, .notes = note.trimmed()});
}

Result<void> bookCount(WriteContext &context, const CountSheet &sheet)
{
    if (sheet.lines.empty())
        return invalid("inventory.nothing_counted");
    for (const CountLine &line : sheet.lines)
        TRY(bookLine(context, line, sheet.shelf));
    return {};
}

Result<void> markOrdered(WriteContext &context, const OrderedItem &ordered, Date today)
{
    if (ordered.quantity)
        TRY(requirePositive(*ordered.quantity));
    TRY(standingOf(context, ordered.item));
    return context.rows().update(Table::InventoryItems, ordered.item,
                                 {{"ordered_milli", ordered.quantity},
                                  {"ordered_date", ordered.quantity ? std::optional(today) : std::nullopt}});
}

} // namespace thimblely::inventory
