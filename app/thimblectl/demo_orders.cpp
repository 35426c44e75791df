// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "app/thimblectl/demo_shop.h"
#include "app/thimblectl/demo_till.h"

#include "core/finance/checkout_service.h"
#include "core/finance/payment_service.h"
#include "core/inventory/inventory_service.h"
#include "core/invoices/invoice_service.h"
#include "core/orders/order_service.h"

#include <QTimeZone>

#include <algorithm>

namespace thimblectl {

using namespace thimblely;

namespace {

struct DemoGarment {
    const char *type;
    const char *name;
    bool make;
    qint64 price; //!< major units in the shop's small change is added by its currency
};
constexpr DemoGarment garments[] = {
    {"trousers", "Trousers", true, 18'000},
    {"jacket", "Jacket", true, 45'000},
    {"shirt", "Shirt", true, 12'000},
    {"dress", "Dress", true, 30'000},
    {"skirt", "Skirt", true, 14'000},
    {"agbada", "Agbada", true, 85'000},
    {"trousers", "Trousers, hem", false, 3'500},
    {"jacket", "Jacket, take in", false, 7'500},
    {"dress", "Dress, new zip", false, 5'000},
};
constexpr const char *colours[] = {"navy", "charcoal", "white", "wine", "olive", "sky blue", "black", "camel"};
constexpr orders::Stage stages[] = {orders::Stage::Measured, orders::Stage::Cut, orders::Stage::Stitched,
                                    orders::Stage::Fitting, orders::Stage::Finished};

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
    Teller(DemoShop &shop, const DemoPlan &plan, DemoRandom &random, DemoClock &clock, const ShopCalendar &calendar,
           Currency currency)
        : m_shop(shop), m_plan(plan), m_random(random), m_clock(clock), m_calendar(calendar), m_currency(currency),
          m_till(shop, random, clock, calendar, currency), m_orders(*shop.session, *shop.door),
          m_checkout(*shop.session, *shop.door), m_invoices(*shop.session, *shop.door)
    {}

    Result<void> tell()
    {
        plan();
        std::ranges::stable_sort(m_steps, {}, [](const Story::Step &step) { return step.at; });
        qint64 done = 0;
        for (const Story::Step &step : m_steps) {
            if (step.at > m_calendar.at(m_plan.today, QTime(12, 0)))
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

    Instant at(qint64 daysFromToday, qint64 order)
    {
        // The minutes keep two orders of a day apart.
        return m_calendar.at(m_plan.today.plusDays(daysFromToday), QTime(9, 0)).plusMsecs((order * 7 % 480) * 60'000);
    }

    void plan()
    {
        for (int i = 0; i < m_plan.orders; ++i) {
            const auto order = size_t(i);
            // Half of them are in the shop still, the others tell of the weeks before.
            const qint64 booked = m_random.oneIn(2) ? -m_random.between(0, 9) : -m_random.between(10, 60);
            const qint64 takes = m_random.between(3, 14);
            m_steps.push_back({at(booked, i), order, Story::Event::Book, 0});
            for (int stage = 0; stage < int(std::size(stages)); ++stage)
                m_steps.push_back({at(booked + takes * (stage + 1) / 7, i).plusMsecs(60'000 * (stage + 1)), order,
                                   Story::Event::Stage, stage});
            // Some are late, and some hang on the rail for weeks.
            const qint64 ready = booked + takes + (m_random.oneIn(6) ? 3 : 0);
            m_steps.push_back({at(ready, i).plusMsecs(20 * 60'000), order, Story::Event::Complete, 0});
            if (!m_random.oneIn(5))
                m_steps.push_back(
                    {at(ready + m_random.between(0, 5), i).plusMsecs(40 * 60'000), order, Story::Event::Collect, 0});
            if (m_random.oneIn(3))
                m_steps.push_back({at(ready, i).plusMsecs(30 * 60'000), order, Story::Event::Issue, 0});
            m_promises.push_back(m_plan.today.plusDays(booked + takes));
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

    orders::OrderDraft draft(size_t order)
    {
        const auto who = size_t(m_random.below(qint64(m_shop.clients.size())));
        orders::OrderDraft draft;
        draft.client = m_shop.clients[who];
        draft.promisedDate = m_promises[order];
        draft.promisedTime = QTime(17, 0);
        draft.rush = m_random.oneIn(12);
        const qint64 count = m_random.between(1, 3);
        for (qint64 i = 0; i < count; ++i) {
            const DemoGarment &garment = m_random.pick(garments);
            orders::PieceDraft piece;
            piece.kind = garment.make ? orders::PieceKind::Make : orders::PieceKind::Alteration;
            piece.garmentType = QString::fromLatin1(garment.type);
            piece.name = QString::fromLatin1(garment.name);
            piece.colour = QString::fromLatin1(m_random.pick(colours));
            piece.unitPrice = demoPrice(garment.price, m_currency);
            if (garment.make)
                piece.measurementSet = m_shop.measured[who];
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
    const ShopCalendar &m_calendar;
    const Currency m_currency;
    DemoTill m_till;
    orders::OrderService m_orders;
    finance::CheckoutService m_checkout;
    invoices::InvoiceService m_invoices;
    std::vector<Story::Step> m_steps;
    std::vector<Date> m_promises;
    std::vector<Told> m_told;
};

struct DemoCloth {
    const char *name;
    const char *colour;
    qint64 metres;
};
constexpr DemoCloth cloths[] = {{"Super 120s wool", "navy", 42},  {"Super 120s wool", "charcoal", 8},
                                {"Linen", "white", 60},           {"Aso oke", "wine", 25},
                                {"Cotton poplin", "sky blue", 3}, {"Lining, viscose", "black", 120}};
struct DemoService {
    const char *name;
    const char *garment;
    int minutes;
    qint64 price; //!< as of DemoGarment
    bool needsAmount;
};
constexpr DemoService services[] = {
    {"Hem", "trousers", 25, 2'000, true},           {"Taper", "trousers", 40, 2'500, false},
    {"Take in waist", "trousers", 45, 3'000, true}, {"New zip", "dress", 35, 5'000, false},
    {"Shorten sleeve", "jacket", 60, 4'500, true},  {"Take in sides", "jacket", 75, 6'500, true},
};

Result<void> addStock(DemoShop &shop, Currency currency)
{
    inventory::InventoryService stock(*shop.session, *shop.door);
    int number = 1;
    for (const DemoCloth &cloth : cloths) {
        inventory::ItemDraft item;
        item.name = QString::fromLatin1(cloth.name);
        item.colour = QString::fromLatin1(cloth.colour);
        item.unit = QStringLiteral("m");
        item.sku = QStringLiteral("CL-%1").arg(number++, 3, 10, QLatin1Char('0'));
        item.minimumStock = Quantity::whole(10);
        TRY_ASSIGN(const InventoryItemId id, changes::await(stock.add(item)));
        TRY(changes::await(stock.stockIn(id, Quantity::whole(cloth.metres))));
    }
    int rank = 1;
    for (const DemoService &service : services) {
        inventory::ItemDraft item;
        item.kind = inventory::ItemKind::Service;
        item.name = QString::fromLatin1(service.name);
        item.unit = QStringLiteral("pcs");
        item.service.garmentTypes = {QString::fromLatin1(service.garment)};
        item.service.quickRank = rank++;
        item.service.minutes = service.minutes;
        item.service.needsAmount = service.needsAmount;
        item.sellingPrice = demoPrice(service.price, currency);
        TRY(changes::await(stock.add(item)));
    }
    return {};
}

} // namespace

Result<void> addDemoOrders(DemoShop &shop, const DemoPlan &plan, DemoRandom &random, DemoClock &clock)
{
    TRY_ASSIGN(const auto terms, inventory::ShopTerms::load(shop.session->reader()));
    TRY(addStock(shop, terms.currency));
    if (shop.clients.empty())
        return {};
    return Teller(shop, plan, random, clock, terms.calendar, terms.currency).tell();
}

} // namespace thimblectl
