// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/orders/redo_service.h"
#include "tests/core/orders/order_shop.h"

#include <QTest>

using namespace thimblely;
using namespace thimblely::test;

namespace {

orders::Task task(const char *name, std::optional<Money> price = {})
{
    orders::Task task;
    task.name = QString::fromLatin1(name);
    task.price = price;
    return task;
}

} // namespace

class TestRedoService : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aSlipIsPutRightForNothing()
    {
        OrderShop shop;
        orders::RedoService redos(*shop.shop.session, *shop.shop.door);
        const OrderId order = shop.book({OrderShop::piece("Suit", 50'000)});
        const OrderItemId suit = shop.pieceIds(order)[0];
        QVERIFY(await(shop.orders.complete(order)));
        orders::FreeRedo redo{suit,
                              {task("Shorten sleeve", naira(2'000))},
                              QStringLiteral("cut 1 cm too long"),
                              shop.shop.principal.person};
        const auto id = await(redos.redo(redo));
        QVERIFY2(id, qPrintable(refusal(id)));
        const orders::OrderDetail after = shop.orders.load(order).value();
        QCOMPARE(after.pieces.size(), size_t(2));
        QCOMPARE(after.pieces[1].facts.kind, orders::PieceKind::Redo);
        QCOMPARE(after.pieces[1].redoOf, std::optional(suit));
        QCOMPARE(after.pieces[1].total->minor(), qint64(0));
        QCOMPARE(after.sums->total, naira(50'000));
        QCOMPARE(redos.slipOf(*id).value(),
                 std::optional(orders::Slip{shop.shop.principal.person, QStringLiteral("cut 1 cm too long")}));
        QVERIFY(!redos.slipOf(suit).value());

        // The garment hangs here until it is put right.
        QVERIFY(after.pieces[0].isUnderWork);
        QCOMPARE(refusal(await(shop.orders.handOver(withTicket({order, {suit}})))),
                 QStringLiteral("order.piece_under_work 1"));
        QCOMPARE(refusal(await(redos.redo(redo))), QStringLiteral("order.piece_under_work 1"));
        QVERIFY(await(shop.orders.moveStage(*id, orders::Stage::Ready)));
        QVERIFY(!shop.orders.load(order)->pieces[0].isUnderWork);
        QVERIFY(await(shop.orders.handOver({order, {}, {}, true, {}, QStringLiteral("pays later")})));
        QCOMPARE(shop.problems(), QStringList());
    }

    //! Work that is asked for today is not late since the day the garment was promised for.
    void afterItsDayItIsPromisedAnew()
    {
        OrderShop shop;
        orders::RedoService redos(*shop.shop.session, *shop.shop.door);
        const OrderId order = shop.book({OrderShop::piece("Suit", 50'000)}); // for 4 December
        QVERIFY(await(shop.orders.complete(order)));
        shop.shop.clock.advanceDays(37);
        orders::PaidChange change{shop.pieceIds(order)[0], {task("Lining", naira(1'500))}};
        QCOMPARE(refusal(await(redos.change(change))), QStringLiteral("redo.no_day"));
        change.promised = orders::Promise{day("2027-01-05"), QTime(17, 0)};
        QCOMPARE(refusal(await(redos.change(change))), QString());
        QCOMPARE(shop.orders.load(order)->promisedDate, std::optional(day("2027-01-05")));
        QCOMPARE(shop.number("SELECT count(*) FROM orders WHERE first_promised_date = '2026-12-04'"), qint64(1));
        QVERIFY(await(shop.shop.door->undo()));
        QCOMPARE(shop.orders.load(order)->promisedDate, std::optional(day("2026-12-04")));
        QCOMPARE(shop.problems(), QStringList());
    }

    void whatTheClientChangesIsPaidFor()
    {
        OrderShop shop;
        orders::RedoService redos(*shop.shop.session, *shop.shop.door);
        const OrderId order = shop.book({OrderShop::piece("Suit", 50'000)});
        const OrderItemId suit = shop.pieceIds(order)[0];
        QCOMPARE(refusal(await(redos.change({suit, {task("Lining")}}))), QStringLiteral("redo.no_price"));
        const auto id = await(
            redos.change({suit, {task("Lining", naira(3'000)), task("Buttons", naira(500))}, QStringLiteral("n")}));
        QVERIFY2(id, qPrintable(refusal(id)));
        const orders::OrderDetail after = shop.orders.load(order).value();
        QCOMPARE(after.pieces[1].facts.kind, orders::PieceKind::Alteration);
        QCOMPARE(after.pieces[1].redoOf, std::optional(suit));
        QCOMPARE(after.pieces[1].facts.tasks.size(), size_t(2));
        QCOMPARE(after.sums->total, naira(53'500));
    }

    //! At the counter it takes somebody who may, as the core's own refusal says.
    void aFreeRedoIsApproved()
    {
        OrderShop shop;
        const OrderId order = shop.book({OrderShop::piece("Suit", 50'000)});
        const auto counter = shop.hire("member", "counter");
        orders::RedoService redos(*counter.session, *counter.door);
        orders::FreeRedo redo{shop.pieceIds(order)[0], {task("Shorten")}, QStringLiteral("too long")};
        QCOMPARE(refusal(await(redos.redo(redo))), QStringLiteral("access.refused redo:approve"));
        redo.why.clear();
        QCOMPARE(refusal(await(redos.redo(redo))), QStringLiteral("redo.no_reason"));
        QVERIFY(shop.orders.load(order)->pieces.size() == 1);
    }
};

QTEST_GUILESS_MAIN(TestRedoService)
#include "tst_redo_service.moc"
