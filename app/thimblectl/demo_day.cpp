// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "app/thimblectl/demo_shop.h"

#include "core/inventory/shop_terms.h"
#include "core/orders/order_service.h"
#include "core/orders/rack_service.h"

namespace thimblectl {

using namespace thimblely;

namespace {

using changes::WriteContext;
using orders::OpenOrderFilter;

constexpr int fewOrders = 40; // looked at of each list; the shops that are measured have thousands

struct DemoFitting {
    const char *title;
    int hour;
    int minute;
};
constexpr DemoFitting fittings[] = {{"Baste", 10, 0}, {"Forward", 11, 30}, {"Forward", 14, 0}, {"Finish", 16, 15}};
constexpr const char *questions[] = {"vents?", "own cloth", "lining colour", "hem length"};
constexpr const char *promiseTimes[] = {"09:00", "12:00", "15:30", "17:00"};

//! What no service writes yet: who works on what, the day's fittings, what waits for a client, where things hang, when on its day an order
//! is promised.
class DayTeller {
public:
    DayTeller(DemoShop &shop, const DemoPlan &plan, DemoRandom &random, const DemoClock &clock,
              const ShopCalendar &calendar)
        : m_shop(shop), m_plan(plan), m_random(random), m_clock(clock), m_calendar(calendar),
          m_orders(*shop.session, *shop.door)
    {}

    Result<void> tell()
    {
        TRY_ASSIGN(const auto due, list(OpenOrderFilter::DueByToday));
        TRY_ASSIGN(const auto ready, list(OpenOrderFilter::Ready));
        TRY_ASSIGN(const auto open, m_orders.openOrders({}, fewOrders));
        return changes::await(
            m_shop.door->write<void>({"demo.day", {}, false}, [&](WriteContext &context) -> Result<void> {
                TRY(promise(context, due));
                TRY(promise(context, open.rows));
                TRY(hang(context, ready));
                TRY(give(context, open.rows));
                const std::vector<orders::OrderRow> later = promisedLater(open.rows);
                TRY(fit(context, later));
                return ask(context, later);
            }));
    }

private:
    Result<std::vector<orders::OrderRow>> list(OpenOrderFilter filter)
    {
        TRY_ASSIGN(auto page, m_orders.openOrders(filter, {}, fewOrders));
        return std::move(page.rows);
    }
    //! In work, and not due yet.
    std::vector<orders::OrderRow> promisedLater(const std::vector<orders::OrderRow> &open) const
    {
        std::vector<orders::OrderRow> later;
        for (const orders::OrderRow &order : open) {
            if (order.promisedDate && *order.promisedDate > m_plan.today && order.ready == 0)
                later.push_back(order);
        }
        return later;
    }
    Result<void> promise(WriteContext &context, const std::vector<orders::OrderRow> &some)
    {
        for (const orders::OrderRow &order : some) {
            const char *time = m_random.pick(promiseTimes);
            TRY(context.rows().update(storage::Table::Orders, order.id, {{"promised_time", time}}));
        }
        return {};
    }
    template <typename Write>
    Result<void> eachPiece(WriteContext &context, const orders::OrderRow &order, const Write &write)
    {
        std::vector<OrderItemId> pieces;
        {
            TRY_ASSIGN(auto query, context.query("SELECT id FROM order_items WHERE order_id = ? ORDER BY position"));
            query->bind(order.id);
            for (;;) {
                TRY_ASSIGN(const bool more, query->step());
                if (!more)
                    break;
                pieces.push_back(query->template id<OrderItemId>(0));
            }
        }
        for (const OrderItemId &piece : pieces)
            TRY(write(piece));
        return {};
    }
    Result<void> hang(WriteContext &context, const std::vector<orders::OrderRow> &ready)
    {
        for (const orders::OrderRow &order : ready) {
            const QString rack =
                QStringLiteral("Rail %1%2").arg(QChar(u'A' + int(m_random.below(4)))).arg(m_random.between(1, 5));
            TRY(eachPiece(context, order,
                          [&](const OrderItemId &piece) { return orders::hangPieces(context, {piece}, rack); }));
        }
        return {};
    }
    //! Every other order in work has its pieces given out, so that both the workroom and the counter have some.
    Result<void> give(WriteContext &context, const std::vector<orders::OrderRow> &open)
    {
        size_t turn = 0;
        for (size_t i = 0; i < open.size() && !m_shop.workroom.empty(); i += 2) {
            if (open[i].ready == open[i].pieces)
                continue;
            TRY(eachPiece(context, open[i], [&](const OrderItemId &piece) {
                const PersonId &worker = m_shop.workroom[turn++ % m_shop.workroom.size()];
                return context.rows().update(storage::Table::OrderItems, piece, {{"assigned_to", worker}});
            }));
        }
        return {};
    }
    Result<void> fit(WriteContext &context, const std::vector<orders::OrderRow> &some)
    {
        for (size_t i = 0; i < std::min(some.size(), std::size(fittings)); ++i) {
            const DemoFitting &fitting = fittings[i];
            const Instant starts = m_calendar.at(m_plan.today, QTime(fitting.hour, fitting.minute));
            TRY(context.rows().insert(storage::Table::Events, EventId::make(m_clock),
                                      {{"user_id", context.principal().person},
                                       {"title", fitting.title},
                                       {"event_type", "fitting"},
                                       {"start_at", starts},
                                       {"end_at", starts.plusMsecs(30 * 60'000)},
                                       {"time_zone", m_calendar.zone()},
                                       {"client_id", some[i].client},
                                       {"order_id", some[i].id}}));
        }
        return {};
    }
    Result<void> ask(WriteContext &context, const std::vector<orders::OrderRow> &some)
    {
        const size_t first = std::size(fittings); // not those who come today
        for (size_t i = first; i < std::min(some.size(), first + std::size(questions)); ++i) {
            const qint64 since = m_calendar.at(m_plan.today.plusDays(-m_random.between(1, 3)), QTime(9, 0)).msecs();
            const QByteArray hold = QStringLiteral(R"({"why":"client","question":"%1","since":%2})")
                                        .arg(QLatin1String(questions[i - first]))
                                        .arg(since)
                                        .toUtf8();
            bool asked = false;
            TRY(eachPiece(context, some[i], [&](const OrderItemId &piece) -> Result<void> {
                if (std::exchange(asked, true))
                    return {};
                return context.rows().update(storage::Table::OrderItems, piece, {{"hold", hold}});
            }));
        }
        return {};
    }

    DemoShop &m_shop;
    const DemoPlan &m_plan;
    DemoRandom &m_random;
    const DemoClock &m_clock;
    const ShopCalendar &m_calendar;
    orders::OrderService m_orders;
};

} // namespace

Result<void> addDemoDay(DemoShop &shop, const DemoPlan &plan, DemoRandom &random, const DemoClock &clock)
{
    TRY_ASSIGN(const auto terms, inventory::ShopTerms::load(shop.session->reader()));
    return DayTeller(shop, plan, random, clock, terms.calendar).tell();
}

} // namespace thimblectl
