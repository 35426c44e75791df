// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/orders/order_totals.h"
#include "tests/core/orders/order_shop.h"

#include <QTest>
#include <rapidcheck.h>

using namespace thimblely;
using namespace thimblely::test;
using orders::OrderDraft;
using orders::PieceDraft;
using orders::PieceKind;

class TestOrderTotals : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void roundsEachLine_data();
    void roundsEachLine();
    void equalsWhatTheFileStores();
    void cancelledPiecesNoLongerCount();
    void refusesOtherCurrencies();
    void refusesWhatOverflows();
};

void TestOrderTotals::roundsEachLine_data()
{
    QTest::addColumn<bool>("inclusive");
    QTest::addColumn<qint64>("price");
    QTest::addColumn<qint64>("milli");
    QTest::addColumn<qint64>("discount");
    QTest::addColumn<qint64>("rate");
    QTest::addColumn<int>("lines");
    QTest::addColumn<qint64>("tax");
    QTest::addColumn<qint64>("total");
    const auto row = [](const char *name, bool inclusive, qint64 price, qint64 milli, qint64 discount, qint64 rate,
                        int lines, qint64 tax, qint64 total) {
        QTest::newRow(name) << inclusive << price << milli << discount << rate << lines << tax << total;
    };
    row("no tax", true, 1000, 1000, 0, 0, 1, 0, 1000);
    row("inside", true, 1075, 1000, 0, 75'000, 1, 75, 1075);
    row("on top", false, 1000, 1000, 0, 75'000, 1, 75, 1075);
    row("half a kobo up, on top", false, 10, 1000, 0, 50'000, 1, 1, 11);
    row("per line, not per order", false, 10, 1000, 0, 50'000, 3, 3, 33); // 1.5 would be 2
    row("inside per line", true, 10, 1000, 0, 75'000, 3, 3, 30);          // 0.70 each
    row("metres", true, 333, 2750, 0, 0, 1, 0, 916);                      // 915.75
    row("half of a metre's kobo", true, 1, 1500, 0, 0, 1, 0, 2);
    row("discount before tax", false, 1000, 1000, 200, 100'000, 1, 80, 880);
    row("all given away", false, 1000, 1000, 1000, 100'000, 1, 0, 0);
}

void TestOrderTotals::roundsEachLine()
{
    QFETCH(bool, inclusive);
    QFETCH(qint64, price);
    QFETCH(qint64, milli);
    QFETCH(qint64, discount);
    QFETCH(qint64, rate);
    QFETCH(int, lines);
    QFETCH(qint64, tax);
    QFETCH(qint64, total);
    const Currency currency = currencyNamed("NGN");
    OrderDraft draft;
    draft.taxInclusive = inclusive;
    for (int i = 0; i < lines; ++i) {
        PieceDraft piece;
        piece.kind = PieceKind::Fabric;
        piece.unitPrice = Money(price, currency);
        piece.quantity = Quantity(milli);
        piece.discount = Money(discount, currency);
        piece.taxRate = Rate(rate);
        draft.pieces.push_back(piece);
    }
    const auto totals = orders::totalsOf(draft, currency);
    QVERIFY(totals);
    QCOMPARE(totals->tax.minor(), tax);
    QCOMPARE(totals->total.minor(), total);
    QCOMPARE(totals->discount.minor(), discount * lines);
}

namespace {

rc::Gen<PieceDraft> anyPiece(Currency currency)
{
    return rc::gen::exec([currency] {
        PieceDraft piece;
        piece.name = QStringLiteral("Piece");
        const bool work = *rc::gen::arbitrary<bool>();
        piece.kind = work ? PieceKind::Make : PieceKind::Fabric;
        if (!work)
            piece.quantity = Quantity(*rc::gen::inRange<qint64>(1, 20'000));
        if (*rc::gen::inRange(0, 10) > 0)
            piece.unitPrice = Money(
                *rc::gen::oneOf(rc::gen::inRange<qint64>(0, 50), rc::gen::inRange<qint64>(0, 10'000'000'00)), currency);
        const auto gross = orders::totalsOf(piece, currency, true).value().gross.minor();
        if (*rc::gen::arbitrary<bool>())
            piece.discount = Money(*rc::gen::inRange<qint64>(0, gross + 1), currency);
        piece.taxRate = Rate(*rc::gen::oneOf(rc::gen::element<qint64>(0, 50'000, 75'000, 190'000, 1'000'000),
                                             rc::gen::inRange<qint64>(0, 1'000'001)));
        return piece;
    });
}

} // namespace

//! What the counter shows while it is typed is to the last minor unit what the triggers keep.
void TestOrderTotals::equalsWhatTheFileStores()
{
    OrderShop shop;
    const Currency currency = currencyNamed("NGN");
    QVERIFY(rc::check("totals as typed = sums as stored", [&] {
        OrderDraft draft;
        draft.taxInclusive = *rc::gen::arbitrary<bool>();
        draft.pieces =
            *rc::gen::resize(6, rc::gen::nonEmpty(rc::gen::container<std::vector<PieceDraft>>(anyPiece(currency))));
        const auto typed = orders::totalsOf(draft, currency).value();
        const auto booked = await(shop.orders.book(draft));
        RC_ASSERT(booked.ok());
        const auto order = shop.orders.load(booked->id).value();
        RC_ASSERT(order.sums->subtotal == typed.subtotal);
        RC_ASSERT(order.sums->discount == typed.discount);
        RC_ASSERT(order.sums->tax == typed.tax);
        RC_ASSERT(order.sums->total == typed.total);
        RC_ASSERT(order.sums->balance == typed.total);
        for (size_t i = 0; i < draft.pieces.size(); ++i)
            RC_ASSERT(order.pieces[i].total == orders::totalsOf(draft.pieces[i], currency, draft.taxInclusive)->total);
    }));
    QCOMPARE(shop.problems(), QStringList());
}

void TestOrderTotals::cancelledPiecesNoLongerCount()
{
    OrderShop shop;
    for (const bool inclusive : {true, false}) {
        OrderDraft draft = shop.order({OrderShop::piece("Jacket", 45'000), OrderShop::piece("Trousers", 20'000)});
        draft.taxInclusive = inclusive;
        for (PieceDraft &piece : draft.pieces)
            piece.taxRate = Rate(75'000);
        draft.pieces[0].discount = naira(5'000);
        const OrderId id = await(shop.orders.book(draft)).value().id;
        QVERIFY(await(shop.orders.cancelPiece(shop.pieceIds(id)[0], QStringLiteral("changed her mind"))));
        draft.pieces.erase(draft.pieces.begin());
        const auto left = orders::totalsOf(draft, currencyNamed("NGN")).value();
        const auto sums = shop.orders.load(id)->sums.value();
        QCOMPARE(sums.subtotal, left.subtotal);
        QCOMPARE(sums.discount, naira(0));
        QCOMPARE(sums.tax, left.tax);
        QCOMPARE(sums.total, left.total);
    }
    QCOMPARE(shop.problems(), QStringList());
}

void TestOrderTotals::refusesOtherCurrencies()
{
    OrderDraft draft;
    draft.pieces.push_back(OrderShop::piece("Jacket", 1));
    const auto totals = orders::totalsOf(draft, currencyNamed("XOF"));
    QVERIFY(!totals);
    QCOMPARE(totals.error().code, QByteArray("money.mixed_currency"));
}

void TestOrderTotals::refusesWhatOverflows()
{
    const Currency currency = currencyNamed("NGN");
    OrderDraft draft;
    for (int i = 0; i < 2; ++i) {
        PieceDraft piece;
        piece.unitPrice = Money(std::numeric_limits<qint64>::max() - 1, currency);
        draft.pieces.push_back(piece);
    }
    const auto totals = orders::totalsOf(draft, currency);
    QVERIFY(!totals);
    QCOMPARE(totals.error().code, QByteArray("money.overflow"));
}

QTEST_GUILESS_MAIN(TestOrderTotals)
#include "tst_order_totals.moc"
