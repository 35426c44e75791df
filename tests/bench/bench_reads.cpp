// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/orders/order_service.h"
#include "tests/bench/comparison.h"
#include "tests/bench/filled_shop.h"

namespace {

using namespace thimblely;
using namespace thimblely::bench;

void expectRows(size_t bare, size_t ours)
{
    if (bare != 50 || ours != 50)
        qFatal("a page is not full: bare %zu, Thimblely %zu", bare, ours);
}

void comparePages(benchmark::State &state, const std::string &what, int workspace, const OrderRow &bareKey,
                  double limit, Samples *ourTimes = nullptr)
{
    FilledShop &shop = FilledShop::instance();
    const auto session = workspace == 0 ? nullptr : shop.openSession(workspace);
    orders::OrderService service(session ? *session : *shop.session, *shop.door);
    std::optional<orders::OpenOrderKey> key;
    if (!bareKey.promisedDate.empty())
        key = {valueOf(Date::parse(QString::fromStdString(bareKey.promisedDate))), idOf<OrderId>(bareKey.id)};
    compare(
        state, what, limit, [&] { expectRows(shop.bare->openOrders(workspace, bareKey).size(), 50); },
        [&] {
            const double time = timed([&] { expectRows(50, valueOf(service.openOrders(key)).rows.size()); });
            if (ourTimes)
                ourTimes->add(time);
        });
}

Samples &firstPages()
{
    static Samples times;
    return times;
}

void firstPage(benchmark::State &state)
{
    comparePages(state, "first page of 50 by promise", 0, {}, 1.15, &firstPages());
}

void firstPageOfAnOldShop(benchmark::State &state)
{
    comparePages(state, "the same, 97 of 100 orders collected", 1, {}, 1.15);
}

void pageAt190000(benchmark::State &state)
{
    Samples times;
    const OrderRow key = FilledShop::instance().bare->keyAt(0, 190'000);
    comparePages(state, "page at 190,000 by key", 0, key, 1.15, &times);
    if (firstPages().count() > 0)
        report({"page at 190,000 against the first", "us", times.median(), firstPages().median(),
                times.median() / firstPages().median(), 1.2});
}

//! The wall alone: one statement over the scoped view against the same over the table.
void scopedRow(benchmark::State &state)
{
    FilledShop &shop = FilledShop::instance();
    int number = 0;
    const auto next = [&] { return number = int((std::int64_t(number) + 7919) % shop.scale.ordersOf(0)); };
    compare(
        state, "row by id, one scoped statement", 1.15,
        [&] {
            for (int i = 0; i < 20; ++i)
                if (!shop.bare->hasOrder(0, orderId(0, next())))
                    qFatal("bare finds no order");
        },
        [&] {
            for (int i = 0; i < 20; ++i) {
                auto query = valueOf(shop.session->reader().query(
                    "SELECT order_number, customer_name, status, promised_date FROM orders WHERE id = ?"));
                query->bind(idOf<OrderId>(orderId(0, next())));
                if (!valueOf(query->step()) || query->utf8View(0).isEmpty() || query->utf8View(1).isEmpty() ||
                    query->utf8View(2).isEmpty() || query->utf8View(3).isEmpty())
                    qFatal("the order is not there");
            }
        });
}

void pointRead(benchmark::State &state)
{
    FilledShop &shop = FilledShop::instance();
    orders::OrderService service(*shop.session, *shop.door);
    int number = 0;
    const auto next = [&] { return number = int((std::int64_t(number) + 7919) % shop.scale.ordersOf(0)); };
    compare(
        state, "an order with its 3 pieces", 1.15,
        [&] {
            if (shop.bare->readOrder(0, orderId(0, next())).pieces.size() != 3)
                qFatal("bare finds no order");
        },
        [&] {
            if (valueOf(service.load(idOf<OrderId>(orderId(0, next())))).pieces.size() != 3)
                qFatal("the order is not there");
        });
}

//! As a correct PIN opens one: the sign-in screen has had the file opened meanwhile (access/session.h).
void sessionOpen(benchmark::State &state)
{
    FilledShop &shop = FilledShop::instance();
    const access::Principal owner = shop.principal(0);
    access::SessionOpener sessions(shop.path());
    const auto open = [&] { valueOf(sessions.open(owner)); };
    const auto atTheFaces = [&] {
        sessions.prepare();
        sessions.wait();
    };
    measure(state, "a session opened", {{50, 5'000}}, open, atTheFaces);
}

//! With nothing prepared, as a tool or a test opens one.
void firstSessionOpen(benchmark::State &state)
{
    FilledShop &shop = FilledShop::instance();
    const access::Principal owner = shop.principal(0);
    measure(state, "the same with nothing prepared", {{50, 0}},
            [&] { valueOf(access::Session::open(shop.path(), owner)); });
}

BENCHMARK(firstPage)->Iterations(1000)->UseManualTime()->Unit(benchmark::kMicrosecond);
BENCHMARK(firstPageOfAnOldShop)->Iterations(1000)->UseManualTime()->Unit(benchmark::kMicrosecond);
BENCHMARK(pageAt190000)->Iterations(1000)->UseManualTime()->Unit(benchmark::kMicrosecond);
BENCHMARK(scopedRow)->Iterations(2000)->UseManualTime()->Unit(benchmark::kMicrosecond);
BENCHMARK(pointRead)->Iterations(5000)->UseManualTime()->Unit(benchmark::kMicrosecond);
BENCHMARK(sessionOpen)->Iterations(60)->UseManualTime()->Unit(benchmark::kMicrosecond);
BENCHMARK(firstSessionOpen)->Iterations(60)->UseManualTime()->Unit(benchmark::kMicrosecond);

} // namespace
