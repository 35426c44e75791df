// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/finance/checkout_service.h"
#include "core/invoices/cancel_service.h"
#include "core/invoices/invoice_service.h"
#include "core/search/search_index.h"
#include "tests/core/orders/order_shop.h"

#include <QTest>

using namespace thimblely;
using namespace thimblely::test;
using orders::PieceDraft;

namespace {

PieceDraft of(const char *name, qint64 price, int set, const char *setName = "Suit")
{
    PieceDraft piece = OrderShop::piece(name, price);
    piece.setNo = set;
    piece.setName = set > 0 ? QString::fromLatin1(setName) : QString();
    return piece;
}

} // namespace

//! A suit is two pieces, each for itself, at one price.
class TestSets : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_shop = std::make_unique<OrderShop>();
        m_order = m_shop->book({of("Jacket", 120'000, 1), of("Trousers", 0, 1), of("Shirt", 15'000, 0)});
    }

    void eachPieceIsForItself()
    {
        const auto ids = m_shop->pieceIds(m_order);
        QVERIFY(await(m_shop->orders.moveStage(ids[0], orders::Stage::Cut)));
        QVERIFY(await(m_shop->orders.moveStage(ids[1], orders::Stage::Ready)));
        const orders::OrderDetail order = load();
        QCOMPARE(order.pieces[0].stage, orders::Stage::Cut);
        QCOMPARE(order.pieces[1].stage, orders::Stage::Ready);
        QCOMPARE(order.pieces[0].facts.setNo, 1);
        QCOMPARE(order.pieces[1].facts.setName, QStringLiteral("Suit"));
        QCOMPARE(order.pieces[2].facts.setNo, 0);
        QCOMPARE(order.sums->total, naira(135'000));
        QCOMPARE(m_shop->number("SELECT count(DISTINCT tag_code) FROM order_items"), qint64(3));
        QCOMPARE(m_shop->problems(), QStringList());
    }

    void thePaperSaysWhichOfTheSetItIs()
    {
        invoices::InvoiceService papers(*m_shop->shop.session, *m_shop->shop.door);
        const invoices::ClaimCheck claim = papers.claimCheck(m_order).value();
        QCOMPARE(claim.pieces[0].set, QStringLiteral("Suit"));
        QCOMPARE(claim.pieces[0].inSet, 1);
        QCOMPARE(claim.pieces[1].inSet, 2);
        QCOMPARE(claim.pieces[1].ofSet, 2);
        QVERIFY(claim.pieces[2].set.isEmpty());
        QVERIFY(claim.pieces[0].barcode != claim.pieces[1].barcode);
    }

    void itIsFoundByTheSetsName()
    {
        const auto found = search::SearchIndex::find(m_shop->shop.session->reader(), u"suit", search::everyKind, 5);
        QVERIFY(found.ok());
        QCOMPARE(found->size(), size_t(1));
    }

    //! The first carries the price: gone alone, the trousers would have become free.
    void theFirstIsNotCancelledAlone()
    {
        const auto ids = m_shop->pieceIds(m_order);
        invoices::CancelService cancels(*m_shop->shop.session, *m_shop->shop.door);
        const QString why = QStringLiteral("changed their mind");
        QCOMPARE(refusal(await(cancels.cancel({{m_order, {ids[0]}, why}}))),
                 QStringLiteral("order.set_carries_price 1, Jacket"));
        QCOMPARE(load().sums->total, naira(135'000));
        QCOMPARE(refusal(await(cancels.cancel({{m_order, {ids[1]}, why}}))), QString()); // the price stands
        QCOMPARE(load().sums->total, naira(135'000));
        m_shop->shop.clock.advanceMsecs(1000);
        QCOMPARE(refusal(await(cancels.cancel({{m_order, {ids[0]}, why}}))), QString()); // it is the last of it
        QCOMPARE(load().sums->total, naira(15'000));
        const OrderId other = m_shop->book({of("Jacket", 90'000, 1), of("Trousers", 0, 1)});
        QCOMPARE(refusal(await(cancels.cancel({{other, {}, why}}))), QString()); // all of it
        QCOMPARE(m_shop->problems(), QStringList());
    }

    //! The jacket leaves only paid for: it is what the suit costs.
    void theOtherMayLeaveFirst()
    {
        const OrderId suit = m_shop->book({of("Jacket", 90'000, 1), of("Trousers", 0, 1)});
        QVERIFY(await(m_shop->orders.complete(suit)));
        const auto ids = m_shop->pieceIds(suit);
        const auto counter = m_shop->hire("member", "counter");
        orders::OrderService orders(*counter.session, *counter.door);
        QCOMPARE(refusal(await(orders.handOver(withTicket({suit, {ids[1]}})))),
                 QString()); // the jacket covers what is owed
        QVERIFY(!refusal(await(orders.handOver(withTicket({suit, {ids[0]}})))).isEmpty());
    }

    void aParkedSuitIsAskedNoPriceForItsTrousers()
    {
        orders::OrderDraft draft = m_shop->order({of("Jacket", 120'000, 1), of("Trousers", 0, 1), of("Shirt", 0, 0)});
        const OrderId parked = await(m_shop->orders.park(draft)).value();
        const orders::OrderDraft back = m_shop->orders.resume(parked).value();
        QCOMPARE(back.pieces[1].unitPrice, std::optional(naira(0)));
        QVERIFY(!back.pieces[2].unitPrice); // that one nobody priced
        QCOMPARE(back.pieces[1].setNo, 1);
    }

    void numbersOfSetsAreTheirOwn()
    {
        std::vector<PieceDraft> pieces{of("Jacket", 1, 4), of("Trousers", 0, 4), of("Shirt", 1, 0), of("Jacket", 1, 2)};
        orders::renumberSets(pieces, 7);
        QCOMPARE(pieces[0].setNo, pieces[1].setNo);
        QVERIFY(pieces[0].setNo >= 7 && pieces[3].setNo >= 7 && pieces[3].setNo != pieces[0].setNo);
        QCOMPARE(pieces[2].setNo, 0);
        QCOMPARE(orders::nextSetNo(pieces), 9);
        QVERIFY(!orders::isFurtherOfSet(pieces, 0));
        QVERIFY(orders::isFurtherOfSet(pieces, 1));
        QVERIFY(!orders::isFurtherOfSet(pieces, 2));
    }

    void aSecondSuitThatIsAddedIsAnotherSet()
    {
        orders::Addition more{m_order};
        more.pieces = {of("Jacket", 100'000, 1), of("Trousers", 0, 1)};
        finance::CheckoutService checkout(*m_shop->shop.session, *m_shop->shop.door);
        QVERIFY(await(checkout.add(more, {})));
        const orders::OrderDetail order = load();
        QCOMPARE(order.pieces[3].facts.setNo, order.pieces[4].facts.setNo);
        QVERIFY(order.pieces[3].facts.setNo != order.pieces[0].facts.setNo);
    }

private:
    orders::OrderDetail load() const { return m_shop->orders.load(m_order).value(); }

    std::unique_ptr<OrderShop> m_shop;
    OrderId m_order{IdBytes{}};
};

QTEST_GUILESS_MAIN(TestSets)
#include "tst_sets.moc"
