// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/notifications/cause_lists.h"

#include "core/access/session.h"
#include "core/base/error_args.h"
#include "core/orders/order_service.h"

#include <functional>

namespace thimblely::notifications {

namespace {

using orders::OpenOrderFilter;
using orders::OpenOrderKey;
using orders::OrderRow;
using storage::Table;
using K = NotificationKind;

constexpr int pageSize = 100;

OrderId lastId()
{
    IdBytes bytes;
    bytes.fill(0xff);
    return OrderId(bytes);
}

NotificationCause aboutOrder(K kind, const OrderRow &order, QByteArray occasion, Date since)
{
    const RowId row(order.id.bytes());
    return {kind, Table::Orders, row, std::move(occasion), {NotificationScreen::Order, row}, {order.number}, since};
}

//! Walks a list from a place on, until `take` says that it had enough.
Result<void> walk(CauseSearch &search, OpenOrderFilter filter, std::optional<OpenOrderKey> after,
                  const std::function<bool(const OrderRow &)> &take)
{
    const orders::OrderService service(search.session, search.door);
    for (;;) {
        TRY_ASSIGN(const orders::OpenOrderPage page, service.openOrders(filter, after, pageSize));
        for (const OrderRow &row : page.rows) {
            if (!take(row))
                return {};
        }
        if (!page.next)
            return {};
        after = page.next;
    }
}

//! A promise that is given anew is another occasion.
Result<void> addDue(CauseSearch &search, K kind, OpenOrderFilter filter, std::optional<OpenOrderKey> from)
{
    if (!search.wants(kind))
        return {};
    return walk(search, filter, std::move(from), [&](const OrderRow &order) {
        const Date promised = order.promisedDate.value_or(search.today);
        const Date since = kind == K::Overdue ? promised.plusDays(1) : promised;
        NotificationCause cause = aboutOrder(kind, order, promised.toIso().toLatin1(), since);
        if (kind == K::Overdue)
            cause.args.append(errorArg(promised));
        search.add(std::move(cause));
        return !search.isFull(kind);
    });
}

//! What became ready in the days for which the shop's `step`th reminder came about lately.
Result<void> addUncollectedStep(CauseSearch &search, const orders::UncollectedRules &rules, int step)
{
    const int days = rules.remindAfterDays[size_t(step - 1)];
    const Date last = search.today.plusDays(-days);
    const Instant before = search.calendar.startOf(last.plusDays(-keptDays)).plusMsecs(-1);
    const OpenOrderKey from{std::nullopt, lastId(), std::nullopt, before};
    return walk(search, OpenOrderFilter::Ready, from, [&](const OrderRow &order) {
        const Date ready = search.calendar.dayOf(order.since.value_or(before));
        if (ready > last)
            return false; // not yet for so long, nor is what follows
        const auto asked = order.asked ? std::optional(search.calendar.dayOf(*order.asked)) : std::nullopt;
        if (rules.reminderDue(ready, asked, search.today) != step)
            return true; // seen to, or the next reminder's
        const QByteArray occasion = ready.toIso().toLatin1() + '+' + QByteArray::number(days);
        NotificationCause cause = aboutOrder(K::Uncollected, order, occasion, ready.plusDays(days));
        cause.args.append(errorArg(ready));
        search.add(std::move(cause));
        return !search.isFull(K::Uncollected);
    });
}

Result<void> addUncollected(CauseSearch &search)
{
    if (!search.wants(K::Uncollected))
        return {};
    TRY_ASSIGN(const orders::UncollectedRules rules,
               orders::OrderService(search.session, search.door).uncollectedRules());
    for (int step = int(rules.remindAfterDays.size()); step > 0; --step)
        TRY(addUncollectedStep(search, rules, step));
    return {};
}

//! By somebody else; of what still hangs in the shop, which is little and has an index of its own.
Result<void> addAnswered(CauseSearch &search)
{
    if (!search.wants(K::QuestionAnswered))
        return {};
    TRY_ASSIGN(auto query, search.session.reader().query(R"(
        SELECT piece.id, piece.order_id, booked.order_number, piece.position, piece.item_name,
               piece.hold ->> 'answered_at'
          FROM order_items AS piece JOIN orders AS booked ON booked.id = piece.order_id
         WHERE piece.hold IS NOT NULL AND piece.collected_at IS NULL AND piece.cancelled_at IS NULL
           AND piece.hold ->> 'answered_at' >= ?1 AND +piece.assigned_to = ?2
           AND ifnull(piece.hold ->> 'answered_by', '') <> ?3
         ORDER BY piece.hold ->> 'answered_at' DESC
         LIMIT ?4)"));
    const PersonId own = search.session.principal().person;
    query->bind(search.calendar.startOf(search.oldest()), own, own.toString(), mostOfAKind);
    for (;;) {
        TRY_ASSIGN(const bool more, query->step());
        if (!more)
            return {};
        const Instant answered(query->int64(5));
        search.add({K::QuestionAnswered,
                    Table::OrderItems,
                    query->id<RowId>(0),
                    QByteArray::number(answered.msecs()),
                    {NotificationScreen::Order, query->id<RowId>(1)},
                    {query->text(2) + QLatin1Char('-') + query->text(3), query->text(4)},
                    search.calendar.dayOf(answered)});
    }
}

} // namespace

Result<void> addOrderCauses(CauseSearch &search)
{
    const OpenOrderKey from{search.oldest().plusDays(-1), lastId()};
    TRY(addDue(search, K::Overdue, OpenOrderFilter::Late, from));
    TRY(addDue(search, K::DueToday, OpenOrderFilter::DueToday, {}));
    TRY(addUncollected(search));
    return addAnswered(search);
}

} // namespace thimblely::notifications
