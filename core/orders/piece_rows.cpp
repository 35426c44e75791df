// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/orders/piece_rows.h"

#include "core/changes/media_register.h"
#include "core/inventory/fields.h"
#include "core/orders/order_totals.h"
#include "core/orders/piece_json.h"
#include "core/orders/piece_stock.h"

namespace thimblely::orders {

namespace {

using access::Field;
using access::FieldValue;
using changes::WriteContext;
using inventory::textOrNull;
using storage::Table;

//! What a piece names must be there for this person: the file's keys would refuse it too, without saying what is gone.
template <typename IdType>
Result<void> requireRow(WriteContext &context, QByteArrayView sql, const std::optional<IdType> &id, const char *refused)
{
    if (!id)
        return {};
    TRY_ASSIGN(auto query, context.query(sql));
    query->bind(*id);
    TRY_ASSIGN(const bool found, query->step());
    return found ? Result<void>() : Result<void>(Error{ErrorKind::NotFound, refused, {}, {}});
}

Result<void> checkNamedRows(WriteContext &context, const PieceDraft &piece)
{
    TRY(requireRow(context, "SELECT 1 FROM inventory_items WHERE id = ?", piece.inventoryItem, "inventory.not_found"));
    for (const auto &person : {piece.wearer, piece.payer})
        TRY(requireRow(context, "SELECT 1 FROM clients WHERE id = ?", person, "client.unknown"));
    return requireRow(context, "SELECT 1 FROM client_measurements WHERE id = ?", piece.measurementSet,
                      "measure.unknown");
}

FieldValue jsonOrNull(const QByteArray &json)
{
    return json.isEmpty() ? FieldValue(std::nullopt) : FieldValue(json);
}

FieldValue milliOrNull(const std::optional<Quantity> &quantity)
{
    return quantity ? FieldValue(*quantity) : FieldValue(std::nullopt);
}

//! What the tax law calls it: as it was said of the piece, else as the price list has the first of its tasks that has a
//! name there.
Result<QString> taxCodeOf(WriteContext &context, const PieceDraft &piece)
{
    if (!piece.taxCode.isEmpty())
        return piece.taxCode;
    TRY_ASSIGN(auto query, context.query("SELECT tax_code FROM inventory_items WHERE id = ?"));
    for (const Task &task : piece.tasks) {
        if (!task.service)
            continue;
        query->reset();
        query->bind(*task.service);
        TRY_ASSIGN(const bool found, query->step());
        if (found && !query->text(0).isEmpty())
            return query->text(0);
    }
    return QString();
}

} // namespace

Result<std::vector<Field>> pieceFields(WriteContext &context, const OrderDraft &order, const PieceDraft &piece,
                                       Currency currency)
{
    TRY_ASSIGN(const PieceTotals totals, totalsOf(piece, currency, order.taxInclusive));
    const TaskColumns tasks = writeTasks(piece.tasks, context.clock());
    TRY_ASSIGN(const QString taxCode, taxCodeOf(context, piece));
    return std::vector<Field>{
        {"item_kind", toCode(piece.kind)},
        {"garment_type", textOrNull(piece.garmentType)},
        {"item_name", piece.name.trimmed()},
        {"item_description", textOrNull(piece.description)},
        {"style_options", jsonOrNull(writeStyle(piece))},
        {"colour", textOrNull(piece.colour)},
        {"quantity_milli", piece.quantity},
        {"unit", piece.unit.isEmpty() ? QStringLiteral("pcs") : piece.unit},
        {"unit_price_minor", piece.unitPrice.value_or(Money::zero(currency))},
        {"discount_minor", totals.discount},
        {"price_before_minor", piece.priceBefore},
        {"discount_reason", textOrNull(piece.discountReason.trimmed())},
        {"total_minor", totals.total},
        {"tax_rate", piece.taxRate.millionths()},
        {"tax_code", textOrNull(taxCode)},
        {"taxes", jsonOrNull(writeTaxes(taxCode, piece.taxRate, totals.tax))},
        {"tasks", jsonOrNull(tasks.tasks)},
        {"task_prices", jsonOrNull(tasks.prices)},
        {"inventory_item_id", piece.inventoryItem},
        {"client_measurement_id", piece.measurementSet},
        {"wearer_client_id", piece.wearer},
        {"payer_client_id", piece.payer == order.client ? std::nullopt : piece.payer},
        {"condition", inventory::listOrNull(piece.condition)},
        {"media", inventory::listOrNull(photoNames(piece.photos))},
        {"fabric_source", piece.fabricSource ? FieldValue(toCode(*piece.fabricSource)) : FieldValue(std::nullopt)},
        {"fabric_order", jsonOrNull(writeFabricOrder(piece))},
        {"pattern_ref", textOrNull(piece.patternRef.trimmed())},
        {"client_fabric_note", textOrNull(piece.clientClothNote)},
        {"client_fabric_milli", milliOrNull(piece.clientCloth)},
        {"charge", piece.charge ? FieldValue(toCode(*piece.charge)) : FieldValue(std::nullopt)},
        {"set_no", piece.setNo > 0 ? FieldValue(qint64(piece.setNo)) : FieldValue(std::nullopt)},
        {"set_name", piece.setNo > 0 ? textOrNull(piece.setName) : FieldValue(std::nullopt)},
        {"due_date", order.promisedDate}};
}

Result<void> writeCharges(WriteContext &context, const PiecePlace &place, const OrderDraft &draft, Currency currency)
{
    const auto line = rushLine(draft);
    if (!line)
        return {};
    TRY_ASSIGN(std::vector<Field> fields, pieceFields(context, draft, *line, currency));
    fields.push_back({"order_id", place.order});
    fields.push_back({"position", place.after + 1});
    return context.rows().insert(Table::OrderItems, OrderItemId::make(context.clock()), fields);
}

Result<void> writePieces(WriteContext &context, const PiecePlace &place, const OrderDraft &draft, Currency currency,
                         const std::vector<std::optional<PersonId>> &approvers)
{
    int position = place.after;
    for (const PieceDraft &piece : draft.pieces) {
        TRY(checkNamedRows(context, piece));
        for (const changes::Media &photo : piece.photos)
            TRY(changes::MediaRegister::add(context, photo));
        TRY_ASSIGN(std::vector<Field> fields, pieceFields(context, draft, piece, currency));
        if (const auto &approver = approvers[size_t(position - place.after)])
            fields.push_back({"approved_by", *approver});
        ++position;
        fields.push_back({"order_id", place.order});
        fields.push_back({"position", position});
        if (!place.number.isEmpty())
            fields.push_back({"tag_code", QString(place.number + u'-' + QString::number(position))});
        const OrderItemId id = OrderItemId::make(context.clock());
        TRY(context.rows().insert(Table::OrderItems, id, fields));
        if (!place.number.isEmpty()) {
            TRY(reserveFor(context, id, piece));
        }
    }
    return {};
}

} // namespace thimblely::orders
