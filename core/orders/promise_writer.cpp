// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/orders/promise_writer.h"

#include "core/inventory/fields.h"
#include "core/inventory/shop_terms.h"
#include "core/search/searched_rows.h"

namespace thimblely::orders {

namespace {

using access::FieldValue;
using changes::WriteContext;
using storage::Table;

FieldValue timeOrNull(const std::optional<QTime> &time)
{
    return time ? FieldValue(time->toString(QStringLiteral("HH:mm"))) : FieldValue(std::nullopt);
}

void addDay(QJsonObject &data, const QString &key, const std::optional<Date> &date, const std::optional<QTime> &time)
{
    if (date)
        data.insert(key, date->toIso());
    if (time)
        data.insert(key + QStringLiteral("_time"), time->toString(QStringLiteral("HH:mm")));
}

} // namespace

Result<void> setPromise(WriteContext &context, const OrderDetail &order, const Promise &promise, QJsonObject why)
{
    TRY_ASSIGN(const inventory::ShopTerms terms, inventory::ShopTerms::load(context.connection()));
    const Instant now = context.clock().now();
    TRY(checkPromise(promise, terms.calendar, now));
    if (order.promisedDate == promise.date && order.promisedTime == promise.time)
        return Error{ErrorKind::Conflict, "order.promise_same", {}, {}};
    const int moved = order.promisedDate ? 1 : 0; // a first promise moves none
    TRY(context.rows().update(Table::Orders, order.id,
                              {{"promised_date", promise.date},
                               {"promised_time", timeOrNull(promise.time)},
                               {"first_promised_date", order.firstPromised ? order.firstPromised : promise.date},
                               {"promise_changes", order.promiseChanges + moved}}));
    for (const Piece &piece : order.pieces) {
        if (piece.isHere() && !piece.isReady())
            TRY(context.rows().update(Table::OrderItems, piece.id, {{"due_date", promise.date}}));
    }
    addDay(why, QStringLiteral("from"), order.promisedDate, order.promisedTime);
    addDay(why, QStringLiteral("to"), promise.date, promise.time);
    TRY(context.rows().insert(Table::SysActivity, ActivityId::make(context.clock()),
                              {{"order_id", order.id},
                               {"kind", "promise"},
                               {"person_id", context.principal().person},
                               {"occurred_at", now},
                               {"data", inventory::objectOrNull(why)}}));
    return search::refreshOrder(context, order.id); // it is found by its day
}

} // namespace thimblely::orders
