// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "app/thimblectl/demo_load.h"
#include "app/thimblectl/demo_price_list.h"
#include "app/thimblectl/demo_shop.h"
#include "app/thimblectl/demo_till.h"

#include "core/finance/checkout_service.h"
#include "core/finance/payment_service.h"
#include "core/inventory/shop_terms.h"
#include "core/invoices/invoice_service.h"
#include "core/orders/order_service.h"
#include "core/orders/work_minutes.h"

#include <algorithm>
#include <array>

namespace thimblectl {

using namespace thimblely;

namespace {

constexpr const char *colours[] = {"navy", "charcoal", "white", "wine", "olive", "sky blue", "black", "camel"};
constexpr orders::Stage stages[] = {orders::Stage::Measured, orders::Stage::Cut, orders::Stage::Stitched,
                                    orders::Stage::Fitting, orders::Stage::Finished};

//! What somebody wants, by the places of garments and colours in their lists.
struct Wish {
    size_t client;
    bool rush;
    std::vector<std::pair<size_t, size_t>> pieces;

    int minutes() const
    {
        int sum = 0;
        for (const auto &[garment, colour] : pieces)
            sum += demoService(demoGarment(garment)).minutes;
        return sum;
    }
};

//! An order's story before it is told: when each thing happens.
struct Story {
    enum class Event { Book, Stage, Complete, Issue, Collect };
    struct Step {
        Instant at;
        size_t order;
        Event event;
        int stage; //!< index of stages, where the event is Stage
    };
};

class Teller {
public:
    Teller(DemoShop &shop, const DemoPlan &plan, DemoRandom &random, DemoClock &clock,
           const inventory::ShopTerms &terms, std::vector<InventoryItemId> services)
        : m_shop(shop), m_plan(plan), m_random(random), m_clock(clock), m_calendar(terms.calendar),
          m_currency(terms.currency), m_services(std::move(services)),
          m_now(std::min(m_calendar.at(plan.today, QTime(12, 0)),
                         plan.latest.value_or(m_calendar.at(plan.today, QTime(12, 0))))),
          m_load(plan.today, QTime(12, 0), WorkWeek::usual(terms.locale), std::max(1, int(shop.workroom.size())),
                 random),
          m_till(shop, random, clock, m_calendar, m_currency), m_orders(*shop.session, *shop.door),
          m_checkout(*shop.session, *shop.door), m_invoices(*shop.session, *shop.door)
    {}

    Result<void> tell()
    {
        plan();
        std::ranges::stable_sort(m_steps, {}, [](const Story::Step &step) { return step.at; });
        qint64 done = 0;
        for (const Story::Step &step : m_steps) {
            if (step.at > m_now)
                break;
            TRY(m_till.turnTo(step.at));
            m_clock.moveTo(step.at);
            TRY(happen(step));
            m_plan.progress(++done, qint64(m_steps.size()) + 1);
        }
        m_plan.progress(1, 1);
        return parkSome();
    }

private:
    struct Told {
        std::optional<OrderId> id;
        std::vector<OrderItemId> pieces;
    };

    Instant at(Date day, int order) const
    {
        // The minutes keep two orders of a day apart.
        return m_calendar.at(m_load.open(day), QTime(9, 0)).plusMsecs((qint64(order) * 7 % 480) * 60'000);
    }

    Wish wish()
    {
        Wish wish{size_t(m_random.below(qint64(m_shop.clients.size()))), m_random.oneIn(12), {}};
        const qint64 count = m_random.between(1, 3);
        for (qint64 i = 0; i < count; ++i) {
            const auto garment = size_t(m_random.below(qint64(demoGarmentCount())));
            wish.pieces.emplace_back(garment, size_t(m_random.below(qint64(std::size(colours)))));
        }
        return wish;
    }

    //! The day before the promise it is sewn, the day before that it is cut.
    static Date stageDay(int stage, Date booked, Date promised, Date ready)
    {
        const std::array days = {booked.plusDays(1), promised.plusDays(-2), promised.plusDays(-1),
                                 promised.plusDays(-1), ready};
        return days[size_t(stage)];
    }

    //! What has not happened by now of an order for that day.
    int minutesLeft(int order, Date booked, Date promised) const
    {
        orders::Stage reached = orders::Stage::Booked;
        for (int stage = 0; stage < int(std::size(stages)); ++stage) {
            const Date day = m_load.open(stageDay(stage, booked, promised, promised));
            if (day < m_plan.today || (day == m_plan.today && at(day, order) <= m_now))
                reached = stages[stage];
        }
        return orders::minutesLeft(m_wishes[size_t(order)].minutes(), reached);
    }

    //! As it comes in a shop that says no to a full day; the days before today are as they were.
    Date promise(int order, Date booked)
    {
        const Date likely = m_load.open(booked.plusDays(m_random.between(3, 14)));
        if (likely < m_plan.today)
            return likely;
        constexpr int longest = 21;
        const Date from = std::max(m_plan.today, booked.plusDays(3));
        return m_load.take(from, booked.plusDays(longest), [&](Date day) { return minutesLeft(order, booked, day); });
    }

    void plan()
    {
        for (int i = 0; i < m_plan.orders; ++i) {
            const auto order = size_t(i);
            m_wishes.push_back(wish());
            // Half of them are in the shop still, the others tell of the weeks before.
            const qint64 ago = m_random.oneIn(2) ? m_random.between(0, 9) : m_random.between(10, 60);
            const Date booked = m_load.open(m_plan.today.plusDays(-ago));
            const Date promised = promise(i, booked);
            // Some are late, and some hang on the rail for weeks.
            const Date ready = promised.plusDays(m_random.oneIn(8) ? 3 : 0);
            m_steps.push_back({at(booked, i), order, Story::Event::Book, 0});
            for (int stage = 0; stage < int(std::size(stages)); ++stage)
                m_steps.push_back({at(stageDay(stage, booked, promised, ready), i).plusMsecs(60'000 * (stage + 1)),
                                   order, Story::Event::Stage, stage});
            m_steps.push_back({at(ready, i).plusMsecs(20 * 60'000), order, Story::Event::Complete, 0});
            if (!m_random.oneIn(5))
                m_steps.push_back({at(ready.plusDays(m_random.between(0, 5)), i).plusMsecs(40 * 60'000), order,
                                   Story::Event::Collect, 0});
            if (m_random.oneIn(3))
                m_steps.push_back({at(ready, i).plusMsecs(30 * 60'000), order, Story::Event::Issue, 0});
            m_promises.push_back(promised);
        }
        m_told.resize(size_t(m_plan.orders));
    }

    Result<void> happen(const Story::Step &step)
    {
        switch (step.event) {
        case Story::Event::Book:
            return book(step.order);
        case Story::Event::Stage:
            for (const OrderItemId &piece : m_told[step.order].pieces)
                TRY(changes::await(m_orders.moveStage(piece, stages[step.stage])));
            return {};
        case Story::Event::Complete:
            return changes::await(m_orders.complete(*m_told[step.order].id));
        case Story::Event::Issue:
            TRY(changes::await(m_invoices.issue(*m_told[step.order].id)));
            return {};
        case Story::Event::Collect:
            break;
        }
        return collect(step.order);
    }

    //! Two who went to fetch money, or a cloth.
    Result<void> parkSome()
    {
        constexpr size_t fewest = 10; // a shop of a handful is one to count by hand
        for (size_t i = 0; i < 2 && m_told.size() >= fewest; ++i) {
            orders::OrderDraft waiting = draft(i);
            waiting.promisedDate = m_plan.today.plusDays(3 + qint64(i));
            TRY(changes::await(m_orders.park(waiting)));
        }
        return {};
    }

    orders::OrderDraft draft(size_t order) const
    {
        const Wish &wish = m_wishes[order];
        orders::OrderDraft draft;
        draft.client = m_shop.clients[wish.client];
        draft.promisedDate = m_promises[order];
        draft.promisedTime = QTime(17, 0);
        draft.rush = wish.rush;
        for (const auto &[garment, colour] : wish.pieces) {
            orders::PieceDraft piece = demoPiece(demoGarment(garment), m_services, m_currency);
            piece.colour = QString::fromLatin1(colours[colour]);
            if (piece.kind == orders::PieceKind::Make)
                piece.measurementSet = m_shop.measured[wish.client];
            draft.pieces.push_back(std::move(piece));
        }
        return draft;
    }

    finance::PaymentMethod method()
    {
        return m_random.oneIn(3) ? finance::PaymentMethod::Card : finance::PaymentMethod::Cash;
    }

    Result<void> book(size_t order)
    {
        orders::OrderDraft booked = draft(order);
        TRY_ASSIGN(const auto totals, m_orders.totals(booked));
        std::optional<finance::PaymentDraft> deposit;
        if (!m_random.oneIn(4))
            deposit = finance::PaymentDraft{Money((totals.total.minor() + 1) / 2, m_currency), method()};
        TRY_ASSIGN(const auto checkedOut, changes::await(m_checkout.book(std::move(booked), deposit)));
        m_told[order].id = checkedOut.order.id;
        TRY_ASSIGN(const auto detail, m_orders.load(checkedOut.order.id));
        for (const orders::Piece &piece : detail.pieces)
            m_told[order].pieces.push_back(piece.id);
        return {};
    }

    Result<void> collect(size_t order)
    {
        TRY_ASSIGN(const Money due, finance::PaymentService(*m_shop.session, *m_shop.door).balance(*m_told[order].id));
        std::optional<finance::PaymentDraft> rest;
        if (due.minor() > 0)
            rest = finance::PaymentDraft{due, method()};
        orders::HandOver handOver{*m_told[order].id, m_told[order].pieces};
        handOver.ticketSeen = true;
        TRY(changes::await(m_checkout.handOver(std::move(handOver), rest)));
        return {};
    }

    DemoShop &m_shop;
    const DemoPlan &m_plan;
    DemoRandom &m_random;
    DemoClock &m_clock;
    const ShopCalendar m_calendar;
    const Currency m_currency;
    const std::vector<InventoryItemId> m_services;
    const Instant m_now;
    DemoLoad m_load;
    DemoTill m_till;
    orders::OrderService m_orders;
    finance::CheckoutService m_checkout;
    invoices::InvoiceService m_invoices;
    std::vector<Story::Step> m_steps;
    std::vector<Wish> m_wishes;
    std::vector<Date> m_promises;
    std::vector<Told> m_told;
};

} // namespace

Result<void> addDemoOrders(DemoShop &shop, const DemoPlan &plan, DemoRandom &random, DemoClock &clock)
{
    TRY_ASSIGN(const auto terms, inventory::ShopTerms::load(shop.session->reader()));
    TRY_ASSIGN(auto services, addDemoStock(shop, terms.currency));
    if (shop.clients.empty())
        return {};
    return Teller(shop, plan, random, clock, terms, std::move(services)).tell();
}

} // namespace thimblectl
