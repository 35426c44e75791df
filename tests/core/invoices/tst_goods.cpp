// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/invoices/invoice_service.h"
#include "tests/core/finance/till_shop.h"

#include <QTest>

#include <rapidcheck.h>

using namespace thimblely;
using namespace thimblely::test;
using namespace thimblely::finance;
using orders::PieceDraft;
using orders::PieceKind;

//! What is sold as it is: it leaves the shelf and the shop with the order it stands in.
class TestGoods : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aTieIsSoldAndGone()
    {
        TillShop till;
        const InventoryItemId ties = addTies(till, 5);
        const auto sold = sell(till, {tie(ties, 2)}, naira(8'000));
        QCOMPARE(refusal(sold), QString());
        const orders::OrderDetail order = till.shop.orders.load(sold->order.id).value();
        QCOMPARE(order.sums->total, naira(8'000));
        QCOMPARE(order.sums->balance, naira(0));
        QVERIFY(order.pieces[0].isCollected());
        QCOMPARE(till.shop.shelf(ties), (std::pair<qint64, qint64>(3'000, 0)));
        QCOMPARE(till.sums().expectedCash, naira(8'000));
        QVERIFY(till.shop.orders.openOrders()->rows.size() == 1); // only what the shop began with
        QVERIFY(await(till.shop.shop.door->undo()));
        QCOMPARE(till.shop.shelf(ties), (std::pair<qint64, qint64>(5'000, 0)));
        QCOMPARE(till.sums().expectedCash, naira(0));
        QCOMPARE(till.shop.problems(), QStringList());
    }

    void clothByTheMetre()
    {
        TillShop till;
        PieceDraft cloth = OrderShop::piece("Navy twill", 4'000);
        cloth.kind = PieceKind::Fabric;
        cloth.inventoryItem = till.shop.roll;
        cloth.quantity = Quantity(2'750);
        cloth.unit = QStringLiteral("m");
        const auto sold = sell(till, {cloth}, naira(11'000));
        QCOMPARE(refusal(sold), QString());
        QCOMPARE(till.shop.orders.load(sold->order.id)->sums->total, naira(11'000));
        QCOMPARE(till.shop.shelf(), (std::pair<qint64, qint64>(7'250, 0)));
        invoices::InvoiceService papers(*till.shop.shop.session, *till.shop.shop.door);
        const auto claim = papers.claimCheck(sold->order.id).value();
        QVERIFY(claim.pieces[0].isGoods);
        QCOMPARE(claim.pieces[0].sold, QStringLiteral("2.75 m"));
        const auto receipt = papers.receipt(sold->payment->id).value();
        QVERIFY2(receipt.orders[0].lines[0].words.contains(QStringLiteral("2.75 m")),
                 qPrintable(receipt.orders[0].lines[0].words));
        QCOMPARE(till.shop.problems(), QStringList());
    }

    //! Nothing leaves unpaid: it is off the shelf and waits, as a piece that is ready.
    void unpaidItWaits()
    {
        TillShop till;
        const InventoryItemId ties = addTies(till, 5);
        const auto booked = sell(till, {tie(ties, 1)}, {});
        QCOMPARE(refusal(booked), QString());
        const orders::OrderDetail order = till.shop.orders.load(booked->order.id).value();
        QVERIFY(order.pieces[0].isReady());
        QCOMPARE(till.shop.shelf(ties), (std::pair<qint64, qint64>(4'000, 0)));
        till.shop.shop.clock.advanceMsecs(1000);
        const CheckedOut paid{booked->order, std::nullopt};
        till.take(paid.order.id, 4'000);
        QVERIFY(await(till.shop.orders.handOver(withTicket({paid.order.id}))));
        QVERIFY(till.shop.orders.load(paid.order.id)->pieces[0].isCollected());
        QCOMPARE(till.shop.problems(), QStringList());
    }

    //! A deposit on a gown pays for no tie; what covers the tie lets it go, and the gown stays.
    void besideWorkItGoesHomeOnceItIsCovered_data()
    {
        QTest::addColumn<qint64>("paid");
        QTest::addColumn<bool>("gone");
        QTest::newRow("nothing") << qint64(0) << false;
        QTest::newRow("less than the tie") << qint64(3'999) << false;
        QTest::newRow("the tie") << qint64(4'000) << true;
        QTest::newRow("all") << qint64(54'000) << true;
    }
    void besideWorkItGoesHomeOnceItIsCovered()
    {
        QFETCH(qint64, paid);
        QFETCH(bool, gone);
        TillShop till;
        const InventoryItemId ties = addTies(till, 5);
        const auto sold = sell(till, {OrderShop::piece("Gown", 50'000), tie(ties, 1)},
                               paid > 0 ? std::optional(naira(paid)) : std::nullopt);
        QCOMPARE(refusal(sold), QString());
        const orders::OrderDetail order = till.shop.orders.load(sold->order.id).value();
        QCOMPARE(order.pieces[1].isCollected(), gone);
        QCOMPARE(order.pieces[0].stage, orders::Stage::Booked);
        QCOMPARE(till.shop.shelf(ties), (std::pair<qint64, qint64>(4'000, 0)));
    }

    void aLabelFindsIt()
    {
        TillShop till;
        const InventoryItemId ties = addTies(till, 5);
        QCOMPARE(till.shop.stock.byCode(QStringLiteral("4006381333931")).value(), std::optional(ties));
        QCOMPARE(till.shop.stock.byCode(QStringLiteral(" tie-01 ")).value(), std::optional(ties));
        QVERIFY(!till.shop.stock.byCode(QStringLiteral("TIE-0")).value()); // whole
        QVERIFY(!till.shop.stock.byCode(QString()).value());
        const auto cutter = till.shop.hire("member", "cutter");
        inventory::InventoryService theirs(*cutter.session, *cutter.door);
        QVERIFY(theirs.byCode(QStringLiteral("TIE-01"))); // seen, and no price with it
    }

    //! Whatever is sold and paid: money is what was paid, the shelf what is left, and taken back it was never sold.
    void anySaleIsWhole()
    {
        QVERIFY(rc::check("stock + sold = stock before; paid = drawer; undo is nothing", [] { anySale(); }));
    }

private:
    static InventoryItemId addTies(TillShop &till, int count)
    {
        inventory::ItemDraft draft;
        draft.kind = inventory::ItemKind::ReadyMade;
        draft.name = QStringLiteral("Silk tie");
        draft.unit = QStringLiteral("pcs");
        draft.sku = QStringLiteral("TIE-01");
        draft.barcode = QStringLiteral("4006381333931");
        draft.sellingPrice = naira(4'000);
        const InventoryItemId id = await(till.shop.stock.add(draft)).value();
        if (!await(till.shop.stock.stockIn(id, Quantity::whole(count))))
            qFatal("no ties came in");
        till.shop.shop.clock.advanceMsecs(1000);
        return id;
    }
    static PieceDraft tie(InventoryItemId item, int count)
    {
        PieceDraft piece = OrderShop::piece("Silk tie", 4'000);
        piece.kind = PieceKind::ReadyMade;
        piece.garmentType.clear();
        piece.inventoryItem = item;
        piece.quantity = Quantity::whole(count);
        return piece;
    }
    static Result<CheckedOut> sell(TillShop &till, std::vector<PieceDraft> pieces, const std::optional<Money> &paid)
    {
        CheckoutService checkout(*till.shop.shop.session, *till.shop.shop.door);
        std::optional<PaymentDraft> payment;
        if (paid)
            payment = PaymentDraft{*paid};
        return await(checkout.book(till.shop.order(std::move(pieces)), payment));
    }

    static void anySale()
    {
        TillShop till;
        const int there = *rc::gen::inRange(3, 9);
        const InventoryItemId ties = addTies(till, there);
        std::vector<PieceDraft> pieces;
        qint64 sold = 0;
        for (int i = *rc::gen::inRange(1, 4); i > 0; --i) {
            const int count = *rc::gen::inRange(1, 4);
            pieces.push_back(tie(ties, count));
            sold += count * 1000;
        }
        if (*rc::gen::arbitrary<bool>())
            pieces.push_back(OrderShop::piece("Gown", *rc::gen::inRange<qint64>(1, 50'000)));
        Money total = naira(0);
        for (const PieceDraft &piece : pieces)
            total = total.plus(piece.unitPrice->timesMilli(piece.quantity.milli()).value()).value();
        const qint64 minor = *rc::gen::inRange<qint64>(0, total.minor() + 1);
        const Money paid(minor, total.currency());
        const auto done = sell(till, pieces, minor > 0 ? std::optional(paid) : std::nullopt);
        if (!done)
            RC_FAIL(refusal(done).toStdString());
        const orders::OrderDetail order = till.shop.orders.load(done->order.id).value();
        RC_ASSERT(order.sums->total == total);
        RC_ASSERT(order.sums->paid == paid);
        RC_ASSERT(till.sums().expectedCash == paid);
        RC_ASSERT(till.shop.shelf(ties) == (std::pair<qint64, qint64>(there * 1000 - sold, 0)));
        // Nothing left that what stays and what was paid do not cover.
        qint64 gone = 0;
        for (const orders::Piece &piece : order.pieces)
            gone += piece.isCollected() ? piece.total->minor() : 0;
        RC_ASSERT(gone <= minor);
        RC_ASSERT(await(till.shop.shop.door->undo()).ok());
        RC_ASSERT(till.shop.shelf(ties) == (std::pair<qint64, qint64>(there * 1000, 0)));
        RC_ASSERT(till.sums().expectedCash.isZero());
        const QStringList problems = till.shop.problems();
        if (!problems.isEmpty())
            RC_FAIL(problems.join(u'\n').toStdString());
    }
};

QTEST_GUILESS_MAIN(TestGoods)
#include "tst_goods.moc"
