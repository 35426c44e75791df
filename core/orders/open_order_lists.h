// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/orders/order_repository.h"
#include "core/orders/todays_orders.h"

namespace thimblely::orders {

/*!
 * The lists of open orders that OpenOrderFilter names, but All: their pages, how many each holds, and the glance at all
 * of them that Today takes; for this folder only. "Today" is the shop's day of `now`.
 */
class OpenOrderLists {
public:
    OpenOrderLists(access::ScopedConnection &connection, const ShopCalendar &calendar, Instant now)
        : m_connection(connection), m_calendar(calendar), m_today(calendar.dayOf(now))
    {}

    Result<OpenOrderPage> page(OpenOrderFilter filter, const std::optional<OpenOrderKey> &after, int limit);
    //! The count of each list and its first `most` rows.
    Result<TodaysOrders> today(int most);
    //! Of a list of whole days, or of one that is ready or waits.
    Result<int> count(OpenOrderFilter filter);

private:
    //! Promised for this day or a later one, before the other day, at an earlier time of the day than `time`.
    struct Promised {
        Date from;
        Date before;
        QString time;
    };
    struct Listed {
        OrderId id;
        std::optional<Instant> since;
    };

    Promised promised(OpenOrderFilter filter) const;
    Instant readyBefore(OpenOrderFilter filter) const;
    Result<std::vector<Listed>> list(OpenOrderFilter filter, const std::optional<OpenOrderKey> &after, int limit);
    Result<std::vector<Listed>> due(const Promised &when, const std::optional<OpenOrderKey> &after, int limit);
    Result<int> countDue(const Promised &when);
    Result<std::vector<Listed>> ready(Instant before, const std::optional<OpenOrderKey> &after, int limit);
    Result<std::vector<Listed>> assignedReady(Instant before, const std::optional<OpenOrderKey> &after, int limit);
    bool seesWhole() const { return m_connection.principal().can(access::Capability::OrdersRead); }
    Result<int> countReady(Instant before);
    //! When each was last asked for, as AttemptService keeps it.
    Result<void> addAsked(std::vector<OrderRow> &rows);
    Result<std::vector<Listed>> waiting(const std::optional<OpenOrderKey> &after, int limit);
    Result<int> countWaiting();
    Result<OrderGlance> glance(OpenOrderFilter filter, int most);
    Result<GlancedOrder> look(OrderRow order, OpenOrderFilter filter);
    Result<void> addTomorrow(TodaysOrders &today);
    Result<bool> anyBooked();
    Result<bool> isNewShop();

    access::ScopedConnection &m_connection;
    const ShopCalendar &m_calendar;
    Date m_today;
};

} // namespace thimblely::orders
