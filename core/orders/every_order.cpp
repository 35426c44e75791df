// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/orders/every_order.h"

#include "core/access/session.h"

namespace thimblely::orders {

Result<void> forEachOrder(access::Session &session, const std::function<Result<void>(const ListedOrder &)> &each)
{
    TRY(session.principal().require(access::Capability::OrdersRead));
    const bool prices = session.principal().can(access::Capability::PricesRead);
    TRY_ASSIGN(auto query, session.reader().query(QByteArray(R"(
        SELECT o.order_number, o.paper_ticket_no, o.customer_name, o.status, o.order_date, o.promised_date,
               o.collected_at, o.currency,
               (SELECT group_concat(piece.item_name, ', ') FROM order_items AS piece
                 WHERE piece.order_id = o.id AND piece.cancelled_at IS NULL),)") +
                                                  (prices ? R"(
               p.total_minor, p.amount_paid_minor, p.balance_minor
          FROM orders AS o JOIN order_prices AS p ON p.id = o.id)"
                                                          : R"(
               NULL, NULL, NULL
          FROM orders AS o)") +
                                                  R"(
         WHERE o.order_number IS NOT NULL
         ORDER BY o.order_date, o.id)"));
    for (;;) {
        TRY_ASSIGN(const bool more, query->step());
        if (!more)
            return {};
        TRY_ASSIGN(const Currency currency, Currency::parse(query->text(7)));
        const auto amount = [&](int column) {
            return query->isNull(column) ? std::nullopt : std::optional(Money(query->int64(column), currency));
        };
        TRY(each({query->text(0), query->text(1), query->text(2), query->text(8), query->text(3), query->date(4),
                  query->optionalDate(5), query->optionalInstant(6), currency.code(), amount(9), amount(10),
                  amount(11)}));
    }
}

} // namespace thimblely::orders
