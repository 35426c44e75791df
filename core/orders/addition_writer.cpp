// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/orders/addition_writer.h"

#include "core/inventory/shop_terms.h"
#include "core/orders/order_check.h"
#include "core/orders/order_totals.h"
#include "core/orders/piece_json.h"
#include "core/orders/piece_rows.h"
#include "core/orders/piece_writer.h"
#include "core/search/searched_rows.h"

#include <algorithm>

namespace thimblely::orders {

namespace {

using access::Capability;
using changes::WriteContext;
using storage::Table;

Error conflict(const char *code, const QStringList &args = {})
{
    return {ErrorKind::Conflict, code, args, {}};
}

Result<const Piece *> pieceToWorkOn(const OrderDetail &order, OrderItemId id)
{
    const auto piece = std::ranges::find(order.pieces, id, &Piece::id);
    if (piece == order.pieces.end())
        return Error{ErrorKind::NotFound, "order.piece_not_found", {}, {}};
    const QStringList position{QString::number(piece->position)};
    if (piece->isCancelled())
        return conflict("order.piece_cancelled", position);
    if (piece->isCollected())
        return conflict("order.piece_collected", position);
    if (piece->isReady())
        return conflict("order.piece_ready", position);
    return &*piece;
}

//! The piece as it is with its new tasks: what they cost is a part of its price.
Result<PieceDraft> withMore(const Piece &piece, const std::vector<Task> &tasks, Currency currency)
{
    PieceDraft facts = piece.facts;
    Money price = facts.unitPrice.value_or(Money::zero(currency));
    for (const Task &task : tasks) {
        if (task.price) {
            TRY_ASSIGN(price, price.plus(*task.price));
        }
        facts.tasks.push_back(task);
    }
    facts.unitPrice = price;
    return facts;
}

//! What is new of it alone, as a piece: it is this that is held against the price list and the person's limits.
Result<PieceDraft> onlyMore(const Piece &piece, const std::vector<Task> &tasks, Currency currency)
{
    Piece bare = piece;
    bare.facts.tasks.clear();
    bare.facts.unitPrice.reset();
    bare.facts.discount.reset();
    return withMore(bare, tasks, currency);
}

Result<TaskColumns> tasksOf(WriteContext &context, OrderItemId piece)
{
    TRY_ASSIGN(auto query, context.query("SELECT tasks, task_prices FROM order_item_prices WHERE id = ?"));
    query->bind(piece);
    TRY_ASSIGN(const bool found, query->step());
    if (!found)
        return Error{ErrorKind::NotFound, "order.piece_not_found", {}, {}};
    return TaskColumns{query->utf8(0), query->utf8(1)};
}

Result<void> writeTasks(WriteContext &context, const OrderDetail &order, const PieceDraft &piece,
                        const AddedTasks &added, const std::optional<PersonId> &approver)
{
    TRY_ASSIGN(const TaskColumns there, tasksOf(context, added.piece));
    const TaskColumns tasks = withTasks(there, added.tasks, context.clock());
    TRY_ASSIGN(const PieceTotals totals, totalsOf(piece, order.currency, order.taxInclusive));
    const QByteArray taxes = writeTaxes(piece.taxCode, piece.taxRate, totals.tax);
    const auto orNull = [](const QByteArray &json) {
        return json.isEmpty() ? access::FieldValue(std::nullopt) : access::FieldValue(json);
    };
    std::vector<access::Field> fields{{"tasks", tasks.tasks},
                                      {"task_prices", orNull(tasks.prices)},
                                      {"unit_price_minor", piece.unitPrice},
                                      {"total_minor", totals.total},
                                      {"taxes", orNull(taxes)}};
    if (approver)
        fields.push_back({"approved_by", *approver});
    return context.rows().update(Table::OrderItems, added.piece, fields);
}

OrderDraft sharedBy(const OrderDetail &order)
{
    OrderDraft draft;
    draft.client = order.client;
    draft.taxInclusive = order.taxInclusive;
    draft.promisedDate = order.promisedDate;
    return draft;
}

} // namespace

Result<Booked> addToOrder(WriteContext &context, const Addition &addition, const Approvals &approvals)
{
    TRY(context.principal().require(Capability::OrdersWrite));
    TRY(context.principal().require(Capability::PricesRead));
    TRY_ASSIGN(const OrderDetail order, openOrder(context, addition.order));
    TRY_ASSIGN(const inventory::ShopTerms terms, inventory::ShopTerms::load(context.connection()));
    const bool tasks = std::ranges::any_of(addition.tasks, [](const AddedTasks &each) { return !each.tasks.empty(); });
    const bool rush = addition.rush && !order.rush;
    if (addition.pieces.empty() && !tasks && !rush)
        return Error{ErrorKind::Invalid, "order.nothing_added", {}, {}};

    OrderDraft whole = sharedBy(order); // by position, so that a refusal names the piece as it is seen
    for (const Piece &piece : order.pieces)
        whole.pieces.push_back(piece.facts);
    OrderDraft more = sharedBy(order);
    for (const AddedTasks &added : addition.tasks) {
        TRY_ASSIGN(const Piece *piece, pieceToWorkOn(order, added.piece));
        const auto index = size_t(piece - order.pieces.data());
        TRY_ASSIGN(whole.pieces[index], withMore(*piece, added.tasks, order.currency));
        TRY_ASSIGN(PieceDraft only, onlyMore(*piece, added.tasks, order.currency));
        more.pieces.push_back(std::move(only));
    }
    whole.pieces.insert(whole.pieces.end(), addition.pieces.begin(), addition.pieces.end());
    more.pieces.insert(more.pieces.end(), addition.pieces.begin(), addition.pieces.end());
    more.rush = whole.rush = rush;
    more.rushCharge = whole.rushCharge = rush ? addition.rushCharge : std::nullopt;
    whole.promisedDate.reset(); // it may have passed: the work is late, and added all the same
    TRY(checkDraft(whole, terms, context.clock().now()));
    TRY(checkWaivers(addition.pieces, terms.currency, order.taxInclusive));
    TRY_ASSIGN(const auto approvers, requirePrices(context, more, terms.currency, approvals));

    size_t next = 0;
    for (const AddedTasks &added : addition.tasks) {
        const auto piece = std::ranges::find(order.pieces, added.piece, &Piece::id);
        TRY(writeTasks(context, order, whole.pieces[size_t(piece - order.pieces.begin())], added, approvers[next++]));
    }
    OrderDraft pieces = sharedBy(order);
    pieces.pieces = addition.pieces;
    std::vector<PieceDraft> there;
    for (const Piece &piece : order.pieces)
        there.push_back(piece.facts);
    renumberSets(pieces.pieces, nextSetNo(there));
    const int last = order.lastPosition();
    TRY(writePieces(context, {order.id, order.number, last}, pieces, order.currency,
                    {approvers.begin() + qsizetype(next), approvers.end()}));
    if (rush) {
        pieces.rush = true;
        pieces.rushCharge = addition.rushCharge;
        pieces.chargeTaxRate = addition.chargeTaxRate;
        TRY(context.rows().update(Table::Orders, order.id, {{"is_rush", true}}));
        TRY(writeCharges(context, {order.id, order.number, last + int(addition.pieces.size())}, pieces,
                         order.currency));
    }
    TRY(search::refreshOrder(context, order.id));
    return Booked{order.id, order.number};
}

} // namespace thimblely::orders
