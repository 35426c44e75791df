// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/orders/open_order_lists.h"

#include "core/inventory/fields.h"
#include "core/inventory/read_rows.h"

namespace thimblely::orders {

namespace {

using inventory::readRows;
using storage::Statement;

constexpr int youngDays = 14;
const QString noon = QStringLiteral("12:00");
const QString noTime = QStringLiteral("24:00");  // as in the index: an order promised for a whole day comes last in it
const QString anyTime = QStringLiteral("24:01"); // with those promised for no time

Result<int> counted(Statement &query)
{
    TRY_ASSIGN(const bool found, query.step());
    return found ? int(query.int64(0)) : 0;
}

} // namespace

OpenOrderLists::Promised OpenOrderLists::promised(OpenOrderFilter filter) const
{
    const Date ever = m_today.plusDays(-3'700'000); // stops at the first day there is
    switch (filter) {
    case OpenOrderFilter::Late:
        return {ever, m_today, anyTime};
    case OpenOrderFilter::DueToday:
        return {m_today, m_today.plusDays(1), anyTime};
    case OpenOrderFilter::DueTomorrowMorning:
        return {m_today.plusDays(1), m_today.plusDays(2), noon};
    default:
        return {ever, m_today.plusDays(1), anyTime};
    }
}

Instant OpenOrderLists::readyBefore(OpenOrderFilter filter) const
{
    if (filter == OpenOrderFilter::ReadyLong)
        return m_calendar.startOf(m_today.plusDays(-readyLongDays));
    return Instant(std::numeric_limits<qint64>::max());
}

Result<std::vector<OpenOrderLists::Listed>> OpenOrderLists::list(OpenOrderFilter filter,
                                                                 const std::optional<OpenOrderKey> &after, int limit)
{
    switch (filter) {
    case OpenOrderFilter::Ready:
    case OpenOrderFilter::ReadyLong:
        return ready(readyBefore(filter), after, limit);
    case OpenOrderFilter::WaitingForClient:
        return waiting(after, limit);
    default:
        return due(promised(filter), after, limit);
    }
}

Result<int> OpenOrderLists::count(OpenOrderFilter filter)
{
    switch (filter) {
    case OpenOrderFilter::Ready:
    case OpenOrderFilter::ReadyLong:
        return countReady(readyBefore(filter));
    case OpenOrderFilter::WaitingForClient:
        return countWaiting();
    default:
        return countDue(promised(filter));
    }
}

Result<OpenOrderPage> OpenOrderLists::page(OpenOrderFilter filter, const std::optional<OpenOrderKey> &after, int limit)
{
    TRY_ASSIGN(std::vector<Listed> listed, list(filter, after, limit + 1));
    const bool more = int(listed.size()) > limit;
    if (more)
        listed.erase(listed.begin() + limit, listed.end());
    std::vector<OrderId> ids;
    ids.reserve(listed.size());
    for (const Listed &one : listed)
        ids.push_back(one.id);
    OpenOrderPage page;
    TRY_ASSIGN(page.rows, OrderRepository(m_connection).rows(ids));
    for (size_t i = 0; i < page.rows.size(); ++i) // of one moment: none is gone
        page.rows[i].since = listed[i].since;
    if (filter == OpenOrderFilter::Ready || filter == OpenOrderFilter::ReadyLong)
        TRY(addAsked(page.rows));
    if (more && !page.rows.empty()) {
        const OrderRow &last = page.rows.back();
        page.next = OpenOrderKey{last.promisedDate, last.id, last.promisedTime, last.since};
    }
    return page;
}

// In work, by promise -------------------------------------------------------------------------------------------------

Result<std::vector<OpenOrderLists::Listed>> OpenOrderLists::due(const Promised &when,
                                                                const std::optional<OpenOrderKey> &after, int limit)
{
    TRY_ASSIGN(auto query, m_connection.query(R"(
        SELECT id
          FROM orders
         WHERE status IN ('pending', 'in-progress') AND promised_date < ?1 AND ifnull(promised_time, '24:00') < ?2
           AND (promised_date, ifnull(promised_time, '24:00'), id) > (?3, ?4, ?5)
         ORDER BY promised_date, ifnull(promised_time, '24:00'), id
         LIMIT ?6)"));
    query->bind(when.before, when.time);
    if (after && after->promisedDate) {
        query->bind(*after->promisedDate);
        query->bind(after->promisedTime ? after->promisedTime->toString(QStringLiteral("HH:mm")) : noTime);
        query->bind(after->id);
    } else {
        query->bind(when.from, QStringLiteral("")).bindBlob("");
    }
    query->bind(limit);
    return readRows<Listed>(*query, [](Statement &row) -> Result<Listed> {
        return Listed{row.id<OrderId>(0), std::nullopt};
    });
}

//! Of whole days: thousands may be late, and each is only walked over.
Result<int> OpenOrderLists::countDue(const Promised &when)
{
    TRY_ASSIGN(auto query, m_connection.query(R"(
        SELECT count(*)
          FROM orders
         WHERE status IN ('pending', 'in-progress') AND promised_date >= ?1 AND promised_date < ?2)"));
    query->bind(when.from, when.before);
    return counted(*query);
}

// Ready ---------------------------------------------------------------------------------------------------------------

Result<std::vector<OpenOrderLists::Listed>> OpenOrderLists::ready(Instant before,
                                                                  const std::optional<OpenOrderKey> &after, int limit)
{
    if (!seesWhole())
        return assignedReady(before, after, limit);
    TRY_ASSIGN(auto query, m_connection.query(R"(
        SELECT id, completed_at
          FROM orders
         WHERE status = 'completed' AND collected_at IS NULL AND completed_at < ?1 AND (completed_at, id) > (?2, ?3)
         ORDER BY completed_at, id
         LIMIT ?4)"));
    query->bind(before, after && after->since ? *after->since : Instant(0));
    query->bindBlob(after ? after->id.view() : QByteArrayView("")).bind(limit);
    return readRows<Listed>(*query, [](Statement &row) -> Result<Listed> {
        return Listed{row.id<OrderId>(0), row.optionalInstant(1)};
    });
}

Result<int> OpenOrderLists::countReady(Instant before)
{
    TRY_ASSIGN(auto query, m_connection.query(R"(
        SELECT count(*)
          FROM orders
         WHERE status = 'completed' AND collected_at IS NULL AND completed_at < ?)"));
    query->bind(before);
    return counted(*query);
}

Result<void> OpenOrderLists::addAsked(std::vector<OrderRow> &rows)
{
    if (!m_connection.principal().can(access::Capability::ClientsRead))
        return {};
    TRY_ASSIGN(auto query, m_connection.query(R"(
        SELECT max(occurred_at)
          FROM client_interactions
         WHERE order_id = ? AND order_item_id IS NOT NULL AND interaction_type IN ('call', 'email', 'note'))"));
    for (OrderRow &row : rows) {
        query->reset();
        query->bind(row.id);
        TRY(query->step());
        row.asked = query->optionalInstant(0);
    }
    return {};
}

// Waiting for the client ----------------------------------------------------------------------------------------------

//! When an order became ready is not theirs to see who only work on its pieces; when their own ones did is.
Result<std::vector<OpenOrderLists::Listed>>
OpenOrderLists::assignedReady(Instant before, const std::optional<OpenOrderKey> &after, int limit)
{
    TRY_ASSIGN(auto query, m_connection.query(R"(
        SELECT order_id, max(ready_at)
          FROM order_items
         WHERE cancelled_at IS NULL AND collected_at IS NULL
         GROUP BY order_id
        HAVING min(stage = 'ready') AND max(ready_at) < ?1 AND (max(ready_at), order_id) > (?2, ?3)
         ORDER BY max(ready_at), order_id
         LIMIT ?4)"));
    query->bind(before, after && after->since ? *after->since : Instant(0));
    query->bindBlob(after ? after->id.view() : QByteArrayView("")).bind(limit);
    return readRows<Listed>(*query, [](Statement &row) -> Result<Listed> {
        return Listed{row.id<OrderId>(0), row.optionalInstant(1)};
    });
}

//! By the piece that waits longest in each order, which stands for the order.
Result<std::vector<OpenOrderLists::Listed>> OpenOrderLists::waiting(const std::optional<OpenOrderKey> &after, int limit)
{
    TRY_ASSIGN(auto query, m_connection.query(R"(
        SELECT piece.order_id, piece.hold ->> 'since'
          FROM order_items AS piece
         WHERE piece.hold IS NOT NULL AND piece.hold ->> 'answered_at' IS NULL AND piece.collected_at IS NULL
           AND piece.cancelled_at IS NULL AND (piece.hold ->> 'since', piece.order_id) > (?1, ?2)
           AND NOT EXISTS (SELECT 1 FROM order_items AS longer
                            WHERE longer.order_id = piece.order_id AND longer.hold ->> 'answered_at' IS NULL
                              AND longer.collected_at IS NULL AND longer.cancelled_at IS NULL
                              AND (longer.hold ->> 'since', longer.id) < (piece.hold ->> 'since', piece.id))
         ORDER BY piece.hold ->> 'since', piece.order_id
         LIMIT ?3)"));
    query->bind(after && after->since ? *after->since : Instant(0));
    query->bindBlob(after ? after->id.view() : QByteArrayView("")).bind(limit);
    return readRows<Listed>(*query, [](Statement &row) -> Result<Listed> {
        return Listed{row.id<OrderId>(0), row.optionalInstant(1)};
    });
}

Result<int> OpenOrderLists::countWaiting()
{
    TRY_ASSIGN(auto query, m_connection.query(R"(
        SELECT count(DISTINCT order_id)
          FROM order_items
         WHERE hold IS NOT NULL AND hold ->> 'answered_at' IS NULL AND collected_at IS NULL AND cancelled_at IS NULL
           AND hold ->> 'since' > 0)"));
    return counted(*query);
}

// At a glance ---------------------------------------------------------------------------------------------------------

Result<TodaysOrders> OpenOrderLists::today(int most)
{
    TodaysOrders today{m_today, false, false, {}, {}, {}, 0, {}, 0, {}};
    TRY_ASSIGN(today.anyBooked, anyBooked());
    TRY_ASSIGN(const bool isNew, isNewShop());
    today.isYoung = isNew || !today.anyBooked;
    TRY_ASSIGN(today.late, glance(OpenOrderFilter::Late, most));
    TRY_ASSIGN(today.dueToday, glance(OpenOrderFilter::DueToday, most));
    TRY_ASSIGN(today.ready, glance(OpenOrderFilter::Ready, most));
    TRY_ASSIGN(today.readyLong, count(OpenOrderFilter::ReadyLong));
    TRY_ASSIGN(today.waiting, glance(OpenOrderFilter::WaitingForClient, most));
    TRY(addTomorrow(today));
    return today;
}

Result<bool> OpenOrderLists::anyBooked()
{
    TRY_ASSIGN(auto query, m_connection.query("SELECT 1 FROM orders WHERE order_number IS NOT NULL LIMIT 1"));
    return query->step();
}

Result<bool> OpenOrderLists::isNewShop()
{
    TRY_ASSIGN(auto query, m_connection.query("SELECT created_at FROM workspaces WHERE id = ?"));
    query->bind(m_connection.principal().workspace);
    TRY_ASSIGN(const bool found, query->step());
    return found && m_calendar.dayOf(query->instant(0)).daysTo(m_today) < youngDays;
}

Result<OrderGlance> OpenOrderLists::glance(OpenOrderFilter filter, int most)
{
    OrderGlance glance;
    TRY_ASSIGN(glance.count, count(filter));
    TRY_ASSIGN(OpenOrderPage first, page(filter, {}, most));
    for (OrderRow &order : first.rows) {
        TRY_ASSIGN(GlancedOrder one, look(std::move(order), filter));
        glance.first.push_back(std::move(one));
    }
    return glance;
}

//! The piece that the line is about: the one that waits, else the first that is still here.
Result<GlancedOrder> OpenOrderLists::look(OrderRow order, OpenOrderFilter filter)
{
    TRY_ASSIGN(auto query, m_connection.query(R"(
        SELECT item_name, colour, rack_location, iif(hold ->> 'answered_at' IS NULL, hold ->> 'question', NULL),
               iif(hold ->> 'answered_at' IS NULL, hold ->> 'since', NULL)
          FROM order_items
         WHERE order_id = ? AND cancelled_at IS NULL AND collected_at IS NULL AND charge IS NULL
         ORDER BY position, id)"));
    query->bind(order.id);
    const bool waits = filter == OpenOrderFilter::WaitingForClient;
    GlancedOrder glanced{std::move(order), {}, -1, {}, {}};
    bool meant = false;
    for (;;) {
        TRY_ASSIGN(const bool more, query->step());
        if (!more)
            break;
        ++glanced.others;
        if (glanced.rack.isEmpty())
            glanced.rack = query->text(2);
        const bool isMeant = waits ? query->optionalInstant(4) == glanced.order.since : glanced.others == 0;
        if (meant || !isMeant)
            continue;
        meant = true;
        glanced.piece = query->text(0);
        if (const QString colour = query->text(1); !colour.isEmpty())
            glanced.piece += QStringLiteral(", ") + colour;
        if (waits)
            glanced.question = query->text(3);
    }
    glanced.others = std::max(glanced.others, 0);
    return glanced;
}

Result<void> OpenOrderLists::addTomorrow(TodaysOrders &today)
{
    TRY_ASSIGN(auto query, m_connection.query(R"(
        SELECT promised_time,
               (SELECT count(*) FROM order_items
                 WHERE order_id = orders.id AND cancelled_at IS NULL AND ready_at IS NULL AND charge IS NULL)
          FROM orders
         WHERE status IN ('pending', 'in-progress') AND promised_date >= ?1 AND promised_date < ?2
           AND ifnull(promised_time, '24:00') < ?3
         ORDER BY promised_date, ifnull(promised_time, '24:00'))"));
    const Promised when = promised(OpenOrderFilter::DueTomorrowMorning);
    query->bind(when.from, when.before, when.time);
    for (;;) {
        TRY_ASSIGN(const bool more, query->step());
        if (!more)
            return {};
        if (!today.firstDueTomorrow)
            today.firstDueTomorrow = inventory::timeFromColumn(query->text(0));
        today.piecesDueTomorrow += int(query->int64(1));
    }
}

} // namespace thimblely::orders
