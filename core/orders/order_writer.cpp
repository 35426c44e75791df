// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/orders/order_writer.h"

#include "core/changes/number_series.h"
#include "core/inventory/fields.h"
#include "core/inventory/inventory_writer.h"
#include "core/inventory/shop_terms.h"
#include "core/orders/order_check.h"
#include "core/orders/piece_rows.h"
#include "core/orders/price_rules.h"
#include "core/orders/quote_writer.h"
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

//! Who sold it works here; the file's key would refuse another too, without saying who.
Result<void> checkSeller(WriteContext &context, const std::optional<PersonId> &seller)
{
    if (!seller || seller == context.principal().person)
        return {};
    TRY_ASSIGN(auto query, context.query("SELECT 1 FROM workspace_members WHERE user_id = ? AND status = 'active'"));
    query->bind(*seller);
    TRY_ASSIGN(const bool found, query->step());
    return found ? Result<void>() : Result<void>(Error{ErrorKind::NotFound, "order.seller_unknown", {}, {}});
}

//! Whoever does not know whether it went through, as after a power cut, may send it once more.
Result<void> requireUnwritten(WriteContext &context, const std::optional<OrderId> &id)
{
    if (!id)
        return {};
    TRY_ASSIGN(auto query, context.query("SELECT order_number FROM orders WHERE id = ?"));
    query->bind(*id);
    TRY_ASSIGN(const bool written, query->step());
    if (!written)
        return {};
    if (query->isNull(0))
        return Error{ErrorKind::Conflict, "order.parked_already", {}, {}};
    return Error{ErrorKind::Conflict, "order.written_already", {query->text(0)}, {}};
}

Result<OrderId> writeOrder(WriteContext &context, const OrderDraft &draft, const inventory::ShopTerms &terms,
                           const QString &number, Date today, const std::vector<std::optional<PersonId>> &approvers)
{
    TRY(checkSeller(context, draft.seller));
    Customer customer;
    if (number.isEmpty())
        customer.name = draft.whoTyped.trimmed();
    if (draft.client) {
        TRY_ASSIGN(customer, customerOf(context, *draft.client));
    }
    std::vector<Field> fields = orderFields(draft, customer, today, terms.currency);
    fields.push_back({"created_by", context.principal().person});
    fields.push_back({"assigned_to", draft.seller});
    fields.push_back({"order_number", textOrNull(number)});
    if (draft.quote && number.isEmpty()) {
        fields.push_back({"quoted_at", draft.quote->at});
        fields.push_back({"quote_until_date", draft.quote->until});
    }
    if (number.isEmpty())
        fields.push_back({"pay_typed", inventory::objectOrNull(draft.payTyped)});
    OrderId id = draft.id.value_or(OrderId::make(context.clock()));
    auto inserted = context.rows().insert(Table::Orders, id, fields);
    if (!inserted && draft.id && inserted.error().code == "storage.constraint") {
        // The id is in the bin: it was written before and taken back since, and this is another order.
        id = OrderId::make(context.clock());
        inserted = context.rows().insert(Table::Orders, id, fields);
    }
    TRY(inserted);
    TRY(writePieces(context, {id, number, 0}, draft, terms.currency, approvers));
    TRY(writeCharges(context, {id, number, int(draft.pieces.size())}, draft, terms.currency));
    TRY(search::refreshOrder(context, id));
    return id;
}

//! It waits without a number.
Result<void> requireWaiting(WriteContext &context, OrderId order)
{
    TRY_ASSIGN(auto query, context.query("SELECT status FROM orders WHERE id = ?"));
    query->bind(order);
    TRY_ASSIGN(const bool found, query->step());
    if (!found)
        return Error{ErrorKind::NotFound, "order.not_found", {}, {}};
    if (query->text(0) != QLatin1String("draft"))
        return Error{ErrorKind::Conflict, "order.not_a_draft", {}, {}};
    return {};
}

//! In the same commit, so that a parked order is booked once whoever takes it up, in however many windows. What was
//! typed about its payment goes with it: it is paid now, or waits with what takes its place.
Result<void> takePlaceOf(WriteContext &context, const std::optional<OrderId> &parked)
{
    if (!parked)
        return {};
    const auto waits = requireWaiting(context, *parked);
    if (!waits && (waits.error().code == "order.not_found" || waits.error().code == "order.not_a_draft"))
        return Error{ErrorKind::Conflict, "order.parked_gone", {}, {}};
    TRY(waits);
    TRY(context.rows().update(Table::Orders, *parked, {{"pay_typed", std::nullopt}}));
    return removeDraft(context, *parked);
}

} // namespace

Result<Booked> bookOrder(WriteContext &context, const OrderDraft &draft, const Approvals &approvals)
{
    TRY(context.principal().require(Capability::OrdersWrite));
    TRY(requireUnwritten(context, draft.id));
    TRY_ASSIGN(const inventory::ShopTerms terms, inventory::ShopTerms::load(context.connection()));
    const Instant now = context.clock().now();
    TRY(checkDraft(draft, terms, now));
    TRY(checkWaivers(draft.pieces, terms.currency, draft.taxInclusive));
    const Date today = terms.calendar.dayOf(now);
    TRY_ASSIGN(const auto agreed, offeredPrices(context.connection(), draft, today));
    TRY_ASSIGN(const auto approvers, requirePrices(context, draft, terms.currency, approvals, agreed));
    TRY(takePlaceOf(context, draft.continues));
    TRY_ASSIGN(const auto number, changes::NumberSeries::take(context, changes::SeriesKind::Order, today));
    TRY_ASSIGN(const OrderId id, writeOrder(context, draft, terms, number.text, today, approvers));
    return Booked{id, number.text};
}

Result<OrderId> parkOrder(WriteContext &context, const OrderDraft &draft, const Approvals &approvals)
{
    TRY(context.principal().require(Capability::OrdersWrite));
    TRY(requireUnwritten(context, draft.id));
    TRY_ASSIGN(const inventory::ShopTerms terms, inventory::ShopTerms::load(context.connection()));
    const Instant now = context.clock().now();
    // A parked order may be promised too early or hold no piece yet; what it holds must make sense.
    OrderDraft timeless = draft;
    timeless.promisedDate.reset();
    timeless.promisedTime.reset();
    std::vector<std::optional<PersonId>> approvers(draft.pieces.size());
    const Date today = terms.calendar.dayOf(now);
    if (!timeless.pieces.empty()) {
        TRY(checkDraft(timeless, terms, now));
        TRY_ASSIGN(const auto agreed, offeredPrices(context.connection(), draft, today));
        TRY_ASSIGN(approvers, requirePrices(context, timeless, terms.currency, approvals, agreed));
    }
    TRY(takePlaceOf(context, draft.continues));
    return writeOrder(context, draft, terms, {}, today, approvers);
}

Result<void> removeDraft(WriteContext &context, OrderId order)
{
    TRY(context.principal().require(Capability::OrdersWrite));
    TRY(requireWaiting(context, order));
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
