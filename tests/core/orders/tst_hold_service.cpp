// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/orders/hold_service.h"
#include "tests/core/orders/order_shop.h"

#include <QTest>

using namespace thimblely;
using namespace thimblely::test;

class TestHoldService : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void fromTheQuestionToTheAnswer()
    {
        OrderShop shop;
        orders::HoldService holds(*shop.shop.door);
        const OrderId order = shop.book({OrderShop::piece("Suit", 1'000)});
        const OrderItemId piece = shop.pieceIds(order)[0];
        QCOMPARE(refusal(await(holds.ask(piece, orders::HoldReason::Client, QStringLiteral(" ")))),
                 QStringLiteral("hold.no_question"));
        QCOMPARE(refusal(await(holds.answer(piece, QStringLiteral("two")))), QStringLiteral("hold.not_waiting 1"));
        QVERIFY(await(holds.ask(piece, orders::HoldReason::Client, QStringLiteral("One vent or two?"))));
        const Instant asked = shop.shop.clock.now();
        shop.shop.clock.advanceDays(2);
        auto waiting = shop.orders.today(5)->waiting;
        QCOMPARE(waiting.count, 1);
        QCOMPARE(waiting.first[0].question, QStringLiteral("One vent or two?"));
        QCOMPARE(waiting.first[0].order.since, std::optional(asked));

        // Another question takes nothing off how long it waits.
        QVERIFY(await(holds.ask(piece, orders::HoldReason::Client, QStringLiteral("Two vents?"))));
        QCOMPARE(shop.orders.load(order)->pieces[0].hold->since, asked);
        QVERIFY(await(holds.answer(piece, QStringLiteral(" yes "))));
        const auto hold = shop.orders.load(order)->pieces[0].hold;
        QVERIFY(hold && !hold->isOpen());
        QCOMPARE(hold->answer, QStringLiteral("yes"));
        QCOMPARE(hold->question, QStringLiteral("Two vents?"));
        QCOMPARE(shop.orders.today(5)->waiting.count, 0);
        QCOMPARE(shop.problems(), QStringList());
    }

    //! Whoever sews it meets the question; whoever does not see the piece cannot ask it.
    void whoWorksOnItAsks()
    {
        OrderShop shop;
        const OrderId order = shop.book({OrderShop::piece("Suit", 1'000), OrderShop::piece("Coat", 1'000)});
        const auto pieces = shop.pieceIds(order);
        const auto cutter = shop.hire("member", "cutter");
        shop.assign(pieces[0], cutter.principal.person);
        orders::HoldService holds(*cutter.door);
        QVERIFY(await(holds.ask(pieces[0], orders::HoldReason::Trim, QStringLiteral("Which buttons?"))));
        QVERIFY(!await(holds.ask(pieces[1], orders::HoldReason::Trim, QStringLiteral("Which buttons?"))));
        QCOMPARE(shop.orders.load(order)->pieces[0].hold->why, orders::HoldReason::Trim);
    }

    void whatIsGoneWaitsForNothing()
    {
        OrderShop shop;
        orders::HoldService holds(*shop.shop.door);
        const OrderId order = shop.book({OrderShop::piece("Suit", 1'000)});
        const OrderItemId piece = shop.pieceIds(order)[0];
        QVERIFY(await(shop.orders.cancelPiece(piece, QStringLiteral("no"))));
        QCOMPARE(refusal(await(holds.ask(piece, orders::HoldReason::Client, QStringLiteral("?")))),
                 QStringLiteral("order.piece_cancelled 1"));
    }
};

QTEST_GUILESS_MAIN(TestHoldService)
#include "tst_hold_service.moc"
