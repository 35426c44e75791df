// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/changes/history.h"
#include "tests/core/finance/till_shop.h"

#include <QTest>

using namespace thimblely;
using namespace thimblely::test;
using namespace thimblely::finance;

//! Several tickets on the counter: one payment, one receipt, one hand-over.
class TestBag : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_shop = std::make_unique<TillShop>();
        m_skirt = m_shop->shop.book({OrderShop::piece("Skirt", 9'000)});
        for (const OrderId &order : {m_shop->order, m_skirt})
            QVERIFY(await(m_shop->shop.orders.complete(order)));
    }
    void cleanup()
    {
        QCOMPARE(m_shop->shop.problems(), QStringList());
        m_shop.reset();
    }

    void leavesInOneOperation()
    {
        const auto pieces = m_shop->shop.pieceIds(m_shop->order);
        orders::HandOver suit{m_shop->order};
        suit.collector = QStringLiteral("Musa");
        suit.identity = QStringLiteral("ID card");
        suit.collectors = {{pieces[1], QStringLiteral("A. Bello")}};
        const auto taken = await(checkout().handOver(Bag{{suit, withTicket({m_skirt})}, {m_shop->order, m_skirt}},
                                                     PaymentDraft{naira(74'000), PaymentMethod::Cash, naira(75'000)}));
        QCOMPARE(refusal(taken), QString());
        QCOMPARE((*taken)->change, naira(1'000));
        QCOMPARE((*taken)->amount, naira(74'000));
        QCOMPARE(m_shop->payments.ofOrder(m_skirt)->at(0).receiptNumber,
                 m_shop->payments.ofOrder(m_shop->order)->at(0).receiptNumber);
        const auto order = m_shop->shop.orders.load(m_shop->order).value();
        QCOMPARE(order.pieces[0].collectedByName, QStringLiteral("Musa"));
        QCOMPARE(order.pieces[1].collectedByName, QStringLiteral("A. Bello"));
        QCOMPARE(m_shop->shop.number("SELECT count(*) FROM order_items WHERE release ->> 'identity' = 'ID card'"),
                 qint64(2));
        QVERIFY(m_shop->shop.orders.load(m_skirt)->pieces[0].isCollected());

        // In the history it is a hand-over; money alone is a payment.
        const auto last = changes::History(*m_shop->shop.shop.session).operations({}, {}, 1).value();
        QCOMPARE(last.rows.front().kind, QByteArray("order.hand_over"));
        QVERIFY(await(m_shop->shop.shop.door->undo())); // all of it
        QVERIFY(m_shop->shop.orders.load(m_shop->order)->pieces[0].isReady());
        QVERIFY(m_shop->shop.orders.load(m_skirt)->pieces[0].isReady());
        QCOMPARE(m_shop->payments.balance(m_skirt).value(), naira(9'000));
    }

    //! Who may not let unpaid pieces go is refused whole; with the owner's word it goes through once, for all orders.
    void unpaidIsApproved()
    {
        const auto counter = m_shop->shop.hire("member", "counter");
        CheckoutService hers(*counter.session, *counter.door);
        const Bag bag{{withTicket({m_shop->order}), withTicket({m_skirt})}, {m_shop->order, m_skirt}};
        const PaymentDraft little{naira(1'000)};
        QCOMPARE(refusal(await(hers.handOver(bag, little))), QStringLiteral("access.refused orders:release_unpaid"));
        QCOMPARE(m_shop->payments.balance(m_shop->order).value(), naira(65'000));
        // The owner's word lets it go unpaid; whose it is somebody at the counter has seen, or nobody has.
        const Bag unseen{{withTicket({m_shop->order}), {m_skirt}}, bag.paid};
        QCOMPARE(refusal(await(
                     hers.handOver(unseen, little, ownersWord(m_shop->shop, access::Capability::OrdersReleaseUnpaid)))),
                 QStringLiteral("order.not_identified"));
        QCOMPARE(m_shop->payments.balance(m_shop->order).value(), naira(65'000));
        const auto word = ownersWord(m_shop->shop, access::Capability::OrdersReleaseUnpaid);
        QCOMPARE(refusal(await(hers.handOver(bag, little, word))), QString());
        const PersonId owner = m_shop->shop.shop.principal.person;
        QCOMPARE(m_shop->shop.number("SELECT count(*) FROM orders WHERE hex(released_unpaid_by) = '" +
                                     owner.view().toByteArray().toHex().toUpper() + "'"),
                 qint64(2));
        QCOMPARE(m_shop->shop.number("SELECT count(*) FROM order_items WHERE release ->> 'approved_by' = '" +
                                     owner.toString().toLatin1() + "'"),
                 qint64(3));
        QCOMPARE(refusal(await(hers.handOver(bag, {}, word))), QStringLiteral("order.nothing_ready"));
    }

    void moneyAloneGoesToTheOrdersInTheirOrder()
    {
        const auto taken = await(checkout().handOver(Bag{{}, {m_skirt, m_shop->order}}, PaymentDraft{naira(10'000)}));
        QCOMPARE(refusal(taken), QString());
        QCOMPARE(m_shop->payments.balance(m_skirt).value(), naira(0));
        QCOMPARE(m_shop->payments.balance(m_shop->order).value(), naira(64'000));
        QCOMPARE(refusal(await(checkout().handOver(Bag{{}, {m_skirt, m_shop->order}}, PaymentDraft{naira(64'001)}))),
                 QStringLiteral("payment.more_than_due ₦64,000"));
    }

    void aCourierIsPaidForWithTheOrder()
    {
        orders::HandOver away = withTicket({m_skirt, m_shop->shop.pieceIds(m_skirt)});
        away.collector = QStringLiteral("GIG Logistics");
        away.delivery = orders::Delivery{QStringLiteral(" "), naira(1'500)};
        const PaymentDraft all{naira(10'500)};
        QCOMPARE(refusal(await(checkout().handOver(Bag{{away}, {m_skirt}}, all))),
                 QStringLiteral("delivery.no_address"));
        away.delivery->address = QStringLiteral("4 Broad Street, Lagos");
        QCOMPARE(refusal(await(checkout().handOver(Bag{{away}, {m_skirt}}, all))), QString());
        const auto order = m_shop->shop.orders.load(m_skirt).value();
        QCOMPARE(order.sums->total, naira(10'500));
        QCOMPARE(order.sums->balance, naira(0));
        QCOMPARE(order.pieces.size(), size_t(2));
        QVERIFY(std::ranges::all_of(order.pieces, &orders::Piece::isCollected));
        QCOMPARE(m_shop->shop.number("SELECT count(*) FROM orders WHERE delivery ->> 'address' = "
                                     "'4 Broad Street, Lagos' AND delivery ->> 'courier' = 'GIG Logistics'"),
                 qint64(1));
    }

private:
    CheckoutService checkout() const { return {*m_shop->shop.shop.session, *m_shop->shop.shop.door}; }

    std::unique_ptr<TillShop> m_shop;
    OrderId m_skirt = OrderId::make(SystemClock());
};

QTEST_GUILESS_MAIN(TestBag)
#include "tst_bag.moc"
