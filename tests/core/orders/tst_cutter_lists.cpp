// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/orders/hold_service.h"
#include "tests/core/orders/order_shop.h"

#include <QTest>

using namespace thimblely;
using namespace thimblely::test;

//! Whoever works on pieces sees the lists of Today made of those that were given to them.
class TestCutterLists : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readyIsWhatIsReadyOfTheirs()
    {
        OrderShop shop;
        const auto cutter = shop.hire("member", "cutter");
        const OrderId mine = shop.book({OrderShop::piece("Suit", 1'000)});
        const OrderId others = shop.book({OrderShop::piece("Shirt", 1'000)});
        const OrderId inWork = shop.book({OrderShop::piece("Coat", 1'000)});
        for (const OrderId &order : {mine, inWork})
            shop.assign(shop.pieceIds(order).front(), cutter.principal.person);
        for (const OrderId &order : {mine, others})
            QVERIFY(await(shop.orders.complete(order)));
        QCOMPARE(idsOf(cutter, orders::OpenOrderFilter::Ready), std::vector{mine});
        QCOMPARE(idsOf(cutter, orders::OpenOrderFilter::ReadyLong), std::vector<OrderId>());
        shop.shop.clock.advanceDays(91);
        QCOMPARE(idsOf(cutter, orders::OpenOrderFilter::ReadyLong), std::vector{mine});
        QVERIFY(await(shop.orders.handOver({mine, {}, {}, true, {}, QStringLiteral("later")})));
        QCOMPARE(idsOf(cutter, orders::OpenOrderFilter::Ready), std::vector<OrderId>());
    }

    void waitingIsWhatWaitsOfTheirs()
    {
        OrderShop shop;
        const auto cutter = shop.hire("member", "cutter");
        const OrderId mine = shop.book({OrderShop::piece("Suit", 1'000)});
        const OrderId others = shop.book({OrderShop::piece("Shirt", 1'000)});
        shop.assign(shop.pieceIds(mine).front(), cutter.principal.person);
        orders::HoldService holds(*shop.shop.door);
        for (const OrderId &order : {mine, others})
            QVERIFY(await(holds.ask(shop.pieceIds(order).front(), orders::HoldReason::Client,
                                    QStringLiteral("One vent or two?"))));
        QCOMPARE(idsOf(cutter, orders::OpenOrderFilter::WaitingForClient), std::vector{mine});
        QCOMPARE(idsOf(cutter, orders::OpenOrderFilter::DueByToday), std::vector<OrderId>());
    }

    void pagesFollowEachOther()
    {
        OrderShop shop;
        const auto cutter = shop.hire("member", "cutter");
        std::vector<OrderId> mine;
        for (int i = 0; i < 5; ++i) {
            mine.push_back(shop.book({OrderShop::piece("Suit", 1'000)}));
            shop.assign(shop.pieceIds(mine.back()).front(), cutter.principal.person);
            QVERIFY(await(shop.orders.complete(mine.back())));
        }
        const orders::OrderService service(*cutter.session, *cutter.door);
        std::vector<OrderId> seen;
        std::optional<orders::OpenOrderKey> next;
        do {
            const auto page = service.openOrders(orders::OpenOrderFilter::Ready, next, 2);
            QVERIFY2(page, qPrintable(refusal(page)));
            for (const orders::OrderRow &row : page->rows)
                seen.push_back(row.id);
            next = page->next;
        } while (next);
        QCOMPARE(seen, mine);
    }

private:
    static std::vector<OrderId> idsOf(const OrderShop::Colleague &colleague, orders::OpenOrderFilter filter)
    {
        const auto page = orders::OrderService(*colleague.session, *colleague.door).openOrders(filter);
        if (!page) {
            qWarning("%s", qPrintable(describe(page.error())));
            return {OrderId::make(SystemClock())};
        }
        std::vector<OrderId> ids;
        for (const orders::OrderRow &row : page->rows)
            ids.push_back(row.id);
        return ids;
    }
};

QTEST_GUILESS_MAIN(TestCutterLists)
#include "tst_cutter_lists.moc"
