// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/orders/day_plan.h"
#include "core/workspaces/workspace_service.h"
#include "tests/core/orders/order_shop.h"

#include <QTest>

using namespace thimblely;
using namespace thimblely::test;
using namespace thimblely::orders;

//! What is billed of an order itself: in its total and on no tag, and never counted as a piece.
class TestCharges : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_shop = std::make_unique<OrderShop>(); }
    void cleanup()
    {
        QCOMPARE(m_shop->problems(), QStringList());
        m_shop.reset();
    }

    void isALineAndNoPiece()
    {
        const OrderDraft draft = rushed({OrderShop::piece("Jacket", 10'000), OrderShop::piece("Tie", 1'000)}, 2'000);
        QCOMPARE(m_shop->orders.totals(draft)->total, naira(13'000));
        const OrderId id = await(m_shop->orders.book(draft)).value().id;
        const OrderDetail order = m_shop->orders.load(id).value();
        QVERIFY(order.rush);
        QCOMPARE(order.pieces.size(), size_t(2));
        QCOMPARE(order.charges.size(), size_t(1));
        QCOMPARE(order.charges[0].facts.charge, std::optional(Charge::Rush));
        QCOMPARE(order.charges[0].total, std::optional(naira(2'000)));
        QCOMPARE(order.lastPosition(), 3);
        QCOMPARE(order.sums->total, naira(13'000));
        QCOMPARE(order.status, OrderStatus::Pending);
        QCOMPARE(m_shop->orders.openOrders()->rows[0].pieces, 2);
        QCOMPARE(m_shop->orders.openOrders()->rows[0].title, QStringLiteral("Jacket, Tie"));
        const PlanDay load = *readDayPlan(*m_shop->shop.session, m_shop->shop.clock.now())->day(day("2026-12-04"));
        QCOMPARE(load.pieces, 2);
        QCOMPARE(load.rush, 2);
    }

    //! Work for nothing, in a hurry.
    void withoutAChargeThereIsNoLine()
    {
        OrderDraft draft = m_shop->order({OrderShop::piece("Jacket", 10'000)});
        draft.rush = true;
        const OrderDetail order = m_shop->orders.load(await(m_shop->orders.book(draft)).value().id).value();
        QVERIFY(order.rush);
        QVERIFY(order.charges.empty());
        draft.rush = false;
        draft.rushCharge = naira(500);
        QCOMPARE(m_shop->orders.totals(draft)->total, naira(10'000));
    }

    void taxesHoldForIt()
    {
        OrderDraft draft = rushed({OrderShop::piece("Jacket", 10'000)}, 1'075);
        draft.chargeTaxRate = Rate(75'000);
        QCOMPARE(m_shop->orders.totals(draft)->tax, naira(75));
        QCOMPARE(m_shop->orders.load(await(m_shop->orders.book(draft)).value().id)->sums->tax, naira(75));
    }

    void theOrderIsDoneWhenItsPiecesAre()
    {
        const OrderId id = await(m_shop->orders.book(rushed({OrderShop::piece("Jacket", 10'000)}, 2'000))).value().id;
        QVERIFY(await(m_shop->orders.complete(id)));
        QCOMPARE(m_shop->orders.load(id)->status, OrderStatus::Completed);
        QVERIFY(await(m_shop->orders.handOver({id, {}, {}, true, {}, QStringLiteral("a friend")})));
        const OrderDetail order = m_shop->orders.load(id).value();
        QVERIFY(order.charges[0].isCollected()); // it goes with the last piece
        QVERIFY(m_shop->orders.openOrders()->rows.empty());
    }

    void theLastPieceThatIsCancelledTakesItAlong()
    {
        const OrderId id = await(m_shop->orders.book(rushed(
                                     {OrderShop::piece("Jacket", 10'000), OrderShop::piece("Tie", 1'000)}, 2'000)))
                               .value()
                               .id;
        const auto pieces = m_shop->pieceIds(id);
        QVERIFY(await(m_shop->orders.cancelPiece(pieces[0], QStringLiteral("changed her mind"))));
        QCOMPARE(m_shop->orders.load(id)->sums->total, naira(3'000));
        QVERIFY(await(m_shop->orders.cancelPiece(pieces[1], QStringLiteral("changed her mind"))));
        QCOMPARE(m_shop->orders.load(id)->sums->total, naira(0));
        QCOMPARE(m_shop->orders.load(id)->status, OrderStatus::Cancelled);
        QVERIFY(await(m_shop->shop.door->undo()));
        QCOMPARE(m_shop->orders.load(id)->sums->total, naira(3'000));
    }

    void aParkedOrderKeepsIt()
    {
        const OrderId parked = await(m_shop->orders.park(rushed({OrderShop::piece("Jacket", 10'000)}, 2'000))).value();
        const OrderDraft again = m_shop->orders.resume(parked).value();
        QVERIFY(again.rush);
        QCOMPARE(again.rushCharge, std::optional(naira(2'000)));
        QCOMPARE(again.pieces.size(), size_t(1));
        QCOMPARE(m_shop->orders.parkedOrders()->rows[0].pieces, 1);
        QCOMPARE(m_shop->orders.parkedOrders()->rows[0].total, std::optional(naira(12'000)));
    }

    //! Less than the shop's own terms is let through by somebody who may.
    void lessThanTheShopChargesIsApproved()
    {
        WorkspaceService workspace(*m_shop->shop.session, *m_shop->shop.door);
        WorkspaceProfile profile = workspace.load().value();
        profile.rush.share = Rate::percent(20);
        QVERIFY(await(workspace.update(profile)));
        QCOMPARE(workspace.load()->rush, profile.rush);
        const auto counter = m_shop->hire("member", "counter");
        OrderService orders(*counter.session, *counter.door);
        QCOMPARE(refusal(await(orders.book(rushed({OrderShop::piece("Jacket", 10'000)}, 1'999)))),
                 QStringLiteral("access.refused orders:price_override"));
        OrderDraft free = rushed({OrderShop::piece("Jacket", 10'000)}, 1);
        free.rushCharge.reset();
        QCOMPARE(refusal(await(orders.book(free))), QStringLiteral("access.refused orders:price_override"));
        QCOMPARE(refusal(await(orders.book(rushed({OrderShop::piece("Jacket", 10'000)}, 2'000)))), QString());
        QVERIFY(await(m_shop->orders.book(free))); // the owner may
    }

    void whatIsGivenAwaySaysWhy()
    {
        PieceDraft hem = OrderShop::piece("Trousers", 0);
        hem.priceBefore = naira(2'000);
        QCOMPARE(refusal(await(m_shop->orders.book(m_shop->order({hem})))),
                 QStringLiteral("order.waiver_no_reason 1, Trousers"));
        hem.discountReason = QStringLiteral("came undone after a week");
        const OrderId id = await(m_shop->orders.book(m_shop->order({hem}))).value().id;
        QCOMPARE(m_shop->orders.load(id)->pieces[0].facts.priceBefore, std::optional(naira(2'000)));
        QCOMPARE(m_shop->orders.load(id)->pieces[0].facts.discountReason, hem.discountReason);
        PieceDraft wholly = OrderShop::piece("Tie", 1'000);
        wholly.discount = naira(1'000);
        QCOMPARE(refusal(await(m_shop->orders.book(m_shop->order({wholly})))),
                 QStringLiteral("order.waiver_no_reason 1, Tie"));
        // What never had a price is not given away.
        QVERIFY(await(m_shop->orders.book(m_shop->order({OrderShop::piece("Tie", 0)}))));
    }

    void isNoNegativeMoney()
    {
        QCOMPARE(refusal(await(m_shop->orders.book(rushed({OrderShop::piece("Jacket", 1)}, -1)))),
                 QStringLiteral("order.negative_price"));
    }

private:
    OrderDraft rushed(std::vector<PieceDraft> pieces, qint64 charge) const
    {
        OrderDraft draft = m_shop->order(std::move(pieces));
        draft.rush = true;
        draft.rushCharge = naira(charge);
        return draft;
    }

    std::unique_ptr<OrderShop> m_shop;
};

QTEST_GUILESS_MAIN(TestCharges)
#include "tst_charges.moc"
