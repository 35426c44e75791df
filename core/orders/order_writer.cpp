// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/orders/order_writer.h"

#include "core/changes/number_series.h"
#include "core/inventory/fields.h"
#include "core/inventory/inventory_writer.h"
#include "core/inventory/shop_terms.h"
#include "core/orders/order_check.h"
#include "core/orders/order_totals.h"
#include "core/orders/piece_json.h"
#include "core/orders/piece_stock.h"
#include "core/orders/price_rules.h"
#include "core/search/searched_rows.h"

namespace thimblely::orders {

namespace {

using access::Capability;
using access::Field;
using access::FieldValue;
using changes::WriteContext;
using inventory::textOrNull;
using storage::Table;

//! Who is told when it is ready, as they are called today.
struct Customer {
    QString name;
    QString email;
    QString phone;
};

Result<Customer> customerOf(WriteContext &context, ClientId client)
{
    TRY_ASSIGN(auto query, context.query(R"(
        SELECT name, email, ifnull(phone_as_typed, phone) FROM clients WHERE id = ?)"));
    query->bind(client);
    TRY_ASSIGN(const bool found, query->step());
    if (!found)
        return Error{ErrorKind::NotFound, "client.unknown", {}, {}};
    return Customer{query->text(0), query->text(1), query->text(2)};
}

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
    TRY(requireRow(context, "SELECT 1 FROM clients WHERE id = ?", piece.wearer, "client.unknown"));
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

Result<std::vector<Field>> pieceFields(WriteContext &context, const OrderDraft &order, const PieceDraft &piece,
                                       Currency currency)
{
    TRY_ASSIGN(const PieceTotals totals, totalsOf(piece, currency, order.taxInclusive));
    const TaskColumns tasks = writeTasks(piece.tasks, context.clock());
    return std::vector<Field>{
        {"item_kind", toCode(piece.kind)},
        {"garment_type", textOrNull(piece.garmentType)},
        {"item_name", piece.name.trimmed()},
        {"item_description", textOrNull(piece.description)},
        {"style_options", jsonOrNull(writeMark(piece.mark))},
        {"colour", textOrNull(piece.colour)},
        {"quantity_milli", piece.quantity},
        {"unit", piece.unit.isEmpty() ? QStringLiteral("pcs") : piece.unit},
        {"unit_price_minor", piece.unitPrice.value_or(Money::zero(currency))},
        {"discount_minor", totals.discount},
        {"total_minor", totals.total},
        {"tax_rate", piece.taxRate.millionths()},
        {"tax_code", textOrNull(piece.taxCode)},
        {"taxes", jsonOrNull(writeTaxes(piece.taxCode, piece.taxRate, totals.tax))},
        {"tasks", jsonOrNull(tasks.tasks)},
        {"task_prices", jsonOrNull(tasks.prices)},
        {"inventory_item_id", piece.inventoryItem},
        {"client_measurement_id", piece.measurementSet},
        {"wearer_client_id", piece.wearer},
        {"condition", inventory::listOrNull(piece.condition)},
        {"fabric_source", piece.fabricSource ? FieldValue(toCode(*piece.fabricSource)) : FieldValue(std::nullopt)},
        {"fabric_order", jsonOrNull(writeShopCloth(piece.shopCloth))},
        {"client_fabric_note", textOrNull(piece.clientClothNote)},
        {"client_fabric_milli", milliOrNull(piece.clientCloth)},
        {"due_date", order.promisedDate}};
}

Result<void> writePieces(WriteContext &context, OrderId order, const OrderDraft &draft, const QString &number,
                         Currency currency)
{
    int position = 0;
    for (const PieceDraft &piece : draft.pieces) {
        TRY(checkNamedRows(context, piece));
        TRY_ASSIGN(std::vector<Field> fields, pieceFields(context, draft, piece, currency));
        ++position;
        fields.push_back({"order_id", order});
        fields.push_back({"position", position});
        if (!number.isEmpty())
            fields.push_back({"tag_code", QString(number + u'-' + QString::number(position))});
        const OrderItemId id = OrderItemId::make(context.clock());
        TRY(context.rows().insert(Table::OrderItems, id, fields));
        if (!number.isEmpty()) {
            TRY(reserveFor(context, id, piece));
        }
    }
    return {};
}

std::vector<Field> orderFields(const OrderDraft &draft, const Customer &customer, Date today, Currency currency)
{
    const auto time = draft.promisedTime ? FieldValue(draft.promisedTime->toString(QStringLiteral("HH:mm")))
                                         : FieldValue(std::nullopt);
    return {{"client_id", draft.client},
            {"customer_name", textOrNull(customer.name)},
            {"customer_email", textOrNull(customer.email)},
            {"customer_phone", textOrNull(customer.phone)},
            {"paper_ticket_no", textOrNull(draft.paperTicketNumber.trimmed())},
            {"title", textOrNull(draft.title.trimmed())},
            {"order_date", today},
            {"promised_date", draft.promisedDate},
            {"promised_time", time},
            {"first_promised_date", draft.promisedDate},
            {"event_date", draft.eventDate},
            {"is_rush", draft.rush},
            {"currency", currency.code()},
            {"tax_inclusive", draft.taxInclusive},
            {"deposit_minor", draft.depositAsked.value_or(Money::zero(currency))},
            {"notes", textOrNull(draft.notes)}};
}

Result<OrderId> writeOrder(WriteContext &context, const OrderDraft &draft, const inventory::ShopTerms &terms,
                           const QString &number, Date today)
{
    Customer customer;
    if (number.isEmpty())
        customer.name = draft.whoTyped.trimmed();
    if (draft.client) {
        TRY_ASSIGN(customer, customerOf(context, *draft.client));
    }
    std::vector<Field> fields = orderFields(draft, customer, today, terms.currency);
    fields.push_back({"created_by", context.principal().person});
    fields.push_back({"order_number", textOrNull(number)});
    const OrderId id = OrderId::make(context.clock());
    TRY(context.rows().insert(Table::Orders, id, fields));
    TRY(writePieces(context, id, draft, number, terms.currency));
    TRY(search::refreshOrder(context, id));
    return id;
}

//! In the same commit, so that a parked order is booked once whoever takes it up, in however many windows.
Result<void> takePlaceOf(WriteContext &context, const std::optional<OrderId> &parked)
{
    if (!parked)
        return {};
    const auto removed = removeDraft(context, *parked);
    if (!removed && (removed.error().code == "order.not_found" || removed.error().code == "order.not_a_draft"))
        return Error{ErrorKind::Conflict, "order.parked_gone", {}, {}};
    return removed;
}

} // namespace

Result<Booked> bookOrder(WriteContext &context, const OrderDraft &draft)
{
    TRY(context.principal().require(Capability::OrdersWrite));
    TRY_ASSIGN(const inventory::ShopTerms terms, inventory::ShopTerms::load(context.connection()));
    const Instant now = context.clock().now();
    TRY(checkDraft(draft, terms, now));
    TRY(requirePrices(context, draft, terms.currency));
    TRY(takePlaceOf(context, draft.continues));
    const Date today = terms.calendar.dayOf(now);
    TRY_ASSIGN(const auto number, changes::NumberSeries::take(context, changes::SeriesKind::Order, today));
    TRY_ASSIGN(const OrderId id, writeOrder(context, draft, terms, number.text, today));
    return Booked{id, number.text};
}

Result<OrderId> parkOrder(WriteContext &context, const OrderDraft &draft)
{
    TRY(context.principal().require(Capability::OrdersWrite));
    TRY_ASSIGN(const inventory::ShopTerms terms, inventory::ShopTerms::load(context.connection()));
    const Instant now = context.clock().now();
    // A parked order may be promised too early or hold no piece yet; what it holds must make sense.
    OrderDraft timeless = draft;
    timeless.promisedDate.reset();
    timeless.promisedTime.reset();
    if (!timeless.pieces.empty()) {
        TRY(checkDraft(timeless, terms, now));
        TRY(requirePrices(context, timeless, terms.currency));
    }
    TRY(takePlaceOf(context, draft.continues));
    return writeOrder(context, draft, terms, {}, terms.calendar.dayOf(now));
}

Result<void> removeDraft(WriteContext &context, OrderId order)
{
    TRY(context.principal().require(Capability::OrdersWrite));
    TRY_ASSIGN(auto query, context.query("SELECT status FROM orders WHERE id = ?"));
    query->bind(order);
    TRY_ASSIGN(const bool found, query->step());
    if (!found)
        return Error{ErrorKind::NotFound, "order.not_found", {}, {}};
    if (query->text(0) != QLatin1String("draft"))
        return Error{ErrorKind::Conflict, "order.not_a_draft", {}, {}};
    TRY_ASSIGN(auto pieces, context.query("SELECT id FROM order_items WHERE order_id = ?"));
    pieces->bind(order);
    std::vector<OrderItemId> ids;
    for (;;) {
        TRY_ASSIGN(const bool more, pieces->step());
        if (!more)
            break;
        ids.push_back(pieces->id<OrderItemId>(0));
    }
    for (const OrderItemId &piece : ids)
        TRY(context.rows().remove(Table::OrderItems, piece.bytes()));
    TRY(context.rows().remove(Table::Orders, order.bytes()));
    return search::refreshOrder(context, order);
}

} // namespace thimblely::orders
