// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/inventory/inventory_writer.h"

#include "core/inventory/fields.h"
#include "core/inventory/inventory_repository.h"
#include "core/inventory/shop_terms.h"

namespace thimblely::inventory {

namespace {

using storage::Table;

Error invalid(const char *code, const QStringList &args = {})
{
    return {ErrorKind::Invalid, code, args, {}};
}

Result<void> checkAmount(const std::optional<Money> &amount, Currency currency)
{
    if (amount && amount->currency() != currency)
        return invalid("inventory.other_currency");
    if (amount && amount->isNegative())
        return invalid("inventory.negative_price");
    return {};
}

Result<void> validate(const ItemDraft &draft, Currency currency)
{
    if (draft.name.trimmed().isEmpty())
        return invalid("inventory.no_name");
    if (draft.unit.trimmed().isEmpty() && draft.kind != ItemKind::Service)
        return invalid("inventory.no_unit");
    TRY(checkAmount(draft.sellingPrice, currency));
    return checkAmount(draft.cost, currency);
}

Result<void> refuseTakenSku(changes::WriteContext &context, const QString &sku, std::optional<InventoryItemId> own)
{
    if (sku.isEmpty())
        return {};
    TRY_ASSIGN(auto query, context.query("SELECT id FROM inventory_items WHERE sku = ?"));
    query->bind(sku);
    TRY_ASSIGN(const bool found, query->step());
    if (found && query->id<InventoryItemId>(0) != own)
        return Error{ErrorKind::Conflict, "inventory.sku_taken", {sku}, {}};
    return {};
}

QString unitOf(const ItemDraft &draft)
{
    const QString unit = draft.unit.trimmed();
    return unit.isEmpty() ? QStringLiteral("pcs") : unit;
}

//! What neither a price nor a cost is.
std::vector<access::Field> plainFields(const ItemDraft &draft)
{
    const auto milli = [](const std::optional<Quantity> &quantity) {
        return quantity ? std::optional(quantity->milli()) : std::nullopt;
    };
    return {{"item_kind", toCode(draft.kind)},
            {"name", draft.name.trimmed()},
            {"unit", unitOf(draft)},
            {"sku", textOrNull(draft.sku.trimmed())},
            {"barcode", textOrNull(draft.barcode.trimmed())},
            {"description", textOrNull(draft.description)},
            {"category", textOrNull(draft.category)},
            {"colour", textOrNull(draft.colour)},
            {"composition", textOrNull(draft.composition)},
            {"location", textOrNull(draft.location)},
            {"supplier_name", textOrNull(draft.supplierName)},
            {"width_mm", draft.widthMm},
            {"min_stock_milli", milli(draft.minimumStock)},
            {"max_stock_milli", milli(draft.maximumStock)},
            {"supplier_contact", textOrNull(draft.supplierContact)},
            {"parent_item_id", draft.parent},
            {"tax_code", textOrNull(draft.taxCode)},
            {"garment_types", listOrNull(draft.service.garmentTypes)},
            {"zone", textOrNull(draft.service.zone)},
            {"quick_rank", draft.service.quickRank},
            {"needs_amount", draft.service.needsAmount},
            {"default_minutes", draft.service.minutes}};
}

//! Rows and sum of what is booked for a piece in one or two types.
struct Standing {
    qint64 rows;
    Quantity sum;
};

Result<Standing> standing(changes::WriteContext &context, InventoryItemId item, OrderItemId piece, MovementType one,
                          MovementType other)
{
    TRY_ASSIGN(auto query, context.query(R"(
        SELECT count(*), ifnull(sum(quantity_milli), 0)
          FROM inventory_movements
         WHERE order_item_id = ?1 AND inventory_item_id = ?2 AND movement_type IN (?3, ?4))"));
    query->bind(piece, item).bindUtf8(toCode(one)).bindUtf8(toCode(other));
    TRY(query->step());
    return Standing{query->int64(0), Quantity(query->int64(1))};
}

MovementId bookedId(OrderItemId piece, const char *what, qint64 rowsBefore)
{
    QByteArray name = piece.view().toByteArray() + what;
    if (rowsBefore > 0)
        name += ':' + QByteArray::number(rowsBefore);
    return MovementId::fromName(name);
}

} // namespace

Result<InventoryItemId> addItem(changes::WriteContext &context, const ItemDraft &draft)
{
    TRY_ASSIGN(const ShopTerms terms, ShopTerms::load(context.connection()));
    TRY(validate(draft, terms.currency));
    TRY(refuseTakenSku(context, draft.sku.trimmed(), std::nullopt));
    std::vector<access::Field> fields = plainFields(draft);
    fields.push_back({"currency", terms.currency.code()});
    fields.push_back({"created_by", context.principal().person});
    if (draft.sellingPrice)
        fields.push_back({"selling_price_minor", *draft.sellingPrice});
    if (draft.cost)
        fields.push_back({"cost_minor", *draft.cost});
    const InventoryItemId id = InventoryItemId::make(context.clock());
    TRY(context.rows().insert(Table::InventoryItems, id, fields));
    return id;
}

Result<void> editItem(changes::WriteContext &context, InventoryItemId item, const ItemDraft &draft)
{
    TRY_ASSIGN(const ShopTerms terms, ShopTerms::load(context.connection()));
    TRY_ASSIGN(const Item before, InventoryRepository(context.connection(), terms.currency).load(item));
    TRY(validate(draft, terms.currency));
    TRY(refuseTakenSku(context, draft.sku.trimmed(), item));
    const access::Principal &principal = context.principal();
    // Who may not ask less than the list says may not change what it says either.
    if (before.facts.kind == ItemKind::Service && principal.can(access::Capability::PricesRead) &&
        draft.sellingPrice != before.facts.sellingPrice)
        TRY(principal.require(access::Capability::OrdersPriceOverride));
    std::vector<access::Field> fields = plainFields(draft);
    if (principal.can(access::Capability::PricesRead) && draft.sellingPrice != before.facts.sellingPrice)
        fields.push_back({"selling_price_minor", draft.sellingPrice});
    if (principal.can(access::Capability::FinanceRead) && draft.cost != before.facts.cost)
        fields.push_back({"cost_minor", draft.cost});
    return context.rows().update(Table::InventoryItems, item, fields);
}

Result<MovementId> addMovement(changes::WriteContext &context, const NewMovement &movement)
{
    TRY_ASSIGN(auto query, context.query(R"(
        SELECT item_kind, current_stock_milli, reserved_milli FROM inventory_items WHERE id = ?)"));
    query->bind(movement.item);
    TRY_ASSIGN(const bool found, query->step());
    if (!found)
        return Error{ErrorKind::NotFound, "inventory.not_found", {}, {}};
    if (query->text(0) == QLatin1String("service"))
        return invalid("inventory.not_stocked");
    const Quantity previous(changesShelf(movement.type) ? query->int64(1) : query->int64(2));
    const MovementId id = movement.id.value_or(MovementId::make(context.clock()));
    std::vector<access::Field> fields = {
        {"inventory_item_id", movement.item},
        {"movement_type", toCode(movement.type)},
        {"quantity_milli", movement.quantity},
        {"previous_stock_milli", previous},
        {"new_stock_milli", previous + movement.quantity},
        {"order_item_id", movement.piece},
        {"notes", textOrNull(movement.notes)},
        {"reason_code", movement.reason ? access::FieldValue(movement.reason) : access::FieldValue(std::nullopt)},
        {"moved_by", context.principal().person},
        {"occurred_at", context.clock().now()}};
    if (movement.unitCost)
        fields.push_back({"unit_cost_minor", *movement.unitCost});
    TRY(context.rows().insert(Table::InventoryMovements, id, fields));
    return id;
}

Result<void> bringReserved(changes::WriteContext &context, InventoryItemId item, OrderItemId piece, Quantity reserved)
{
    TRY_ASSIGN(const Standing now, standing(context, item, piece, MovementType::Reserve, MovementType::Release));
    const Quantity difference = reserved - now.sum;
    if (difference.milli() == 0)
        return {};
    const MovementType type = difference.milli() > 0 ? MovementType::Reserve : MovementType::Release;
    TRY(addMovement(context, {.item = item,
                              .type = type,
                              .quantity = difference,
                              .piece = piece,
                              .id = bookedId(piece, "reserved", now.rows)}));
    return {};
}

Result<void> bringTaken(changes::WriteContext &context, InventoryItemId item, OrderItemId piece, MovementType type,
                        Quantity taken)
{
    TRY_ASSIGN(const Standing now, standing(context, item, piece, type, type));
    const Quantity difference = -taken - now.sum;
    if (difference.milli() == 0)
        return {};
    TRY(addMovement(context, {.item = item,
                              .type = type,
                              .quantity = difference,
                              .piece = piece,
                              .id = bookedId(piece, toCode(type).constData(), now.rows)}));
    return {};
}

} // namespace thimblely::inventory
