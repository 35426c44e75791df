// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/orders/rack_service.h"
#include "tests/core/orders/order_shop.h"

#include <QTest>

using namespace thimblely;
using namespace thimblely::test;

class TestRackService : public QObject {
    Q_OBJECT

private Q_SLOTS:
    //! "Rail C4" says what hangs there, as long as it does.
    void whatHangsSomewhereIsFoundByItsPlace()
    {
        OrderShop shop;
        orders::RackService racks(*shop.shop.session, *shop.shop.door);
        const OrderId order = shop.book({OrderShop::piece("Suit", 1'000), OrderShop::piece("Shirt", 1'000)});
        QVERIFY(await(shop.orders.complete(order)));
        QCOMPARE(racks.lastPlace().value(), QString());
        QVERIFY(await(racks.hang(shop.pieceIds(order), QStringLiteral("  Rail   C4 "))));
        QCOMPARE(shop.orders.load(order)->pieces[1].rack, QStringLiteral("Rail C4"));
        QCOMPARE(found(shop, "rail c4"), std::vector{order});
        QCOMPARE(shop.orders.search(QStringLiteral("c4"), QLocale::c(), 5)->front().rack, QStringLiteral("Rail C4"));
        QCOMPARE(racks.places().value(), QStringList(QStringLiteral("Rail C4")));
        QCOMPARE(racks.lastPlace().value(), QStringLiteral("Rail C4"));

        QVERIFY(await(racks.hang({shop.pieceIds(order)[0]}, QStringLiteral("Rail A1"))));
        QCOMPARE(found(shop, "a1"), std::vector{order});
        QVERIFY(await(shop.orders.handOver({order, {}, {}, true, {}, QStringLiteral("pays later")})));
        QCOMPARE(found(shop, "c4"), std::vector<OrderId>());
        QCOMPARE(racks.places().value(), QStringList());
        QCOMPARE(shop.problems(), QStringList());
    }

    void whatIsGoneHangsNowhere()
    {
        OrderShop shop;
        orders::RackService racks(*shop.shop.session, *shop.shop.door);
        const OrderId order = shop.book({OrderShop::piece("Suit", 1'000), OrderShop::piece("Shirt", 1'000)});
        const auto pieces = shop.pieceIds(order);
        QVERIFY(await(shop.orders.cancelPiece(pieces[1], QStringLiteral("no"))));
        QCOMPARE(refusal(await(racks.hang({pieces[1]}, QStringLiteral("C4")))),
                 QStringLiteral("order.piece_cancelled 2"));
        QCOMPARE(refusal(await(racks.hang({pieces[0]}, QString(41, u'x')))), QStringLiteral("order.rack_too_long 40"));
        QVERIFY(await(shop.orders.complete(order)));
        QVERIFY(await(shop.orders.handOver({order, {}, {}, true, {}, QStringLiteral("pays later")})));
        QCOMPARE(refusal(await(racks.hang({pieces[0]}, QStringLiteral("C4")))),
                 QStringLiteral("order.piece_collected 1"));
    }

    //! Whoever checks what is finished hangs it up; whoever sews does not.
    void finishersHangThings()
    {
        OrderShop shop;
        const OrderId order = shop.book({OrderShop::piece("Suit", 1'000)});
        const auto finisher = shop.hire("member", "finisher");
        const auto cutter = shop.hire("member", "cutter");
        shop.assign(shop.pieceIds(order)[0], cutter.principal.person);
        QVERIFY(await(
            orders::RackService(*finisher.session, *finisher.door).hang(shop.pieceIds(order), QStringLiteral("B2"))));
        const auto refused =
            await(orders::RackService(*cutter.session, *cutter.door).hang(shop.pieceIds(order), QStringLiteral("C4")));
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::Forbidden);
        QCOMPARE(shop.orders.load(order)->pieces[0].rack, QStringLiteral("B2"));
    }

private:
    static std::vector<OrderId> found(const OrderShop &shop, const char *words)
    {
        const auto rows = shop.orders.search(QString::fromLatin1(words), QLocale::c(), 5).value();
        std::vector<OrderId> ids;
        for (const orders::OrderRow &row : rows)
            ids.push_back(row.id);
        return ids;
    }
};

QTEST_GUILESS_MAIN(TestRackService)
#include "tst_rack_service.moc"
