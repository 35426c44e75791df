// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/orders/cloth_words.h"
#include "tests/core/orders/order_shop.h"

#include <QTest>

using namespace thimblely;
using namespace thimblely::test;
using namespace thimblely::orders;

//! Whose cloth a piece is made of: what of a roll is promised, what the client brought and has back, what a merchant
//! sends.
class TestCloth : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_shop = std::make_unique<OrderShop>(); }
    void cleanup()
    {
        QCOMPARE(m_shop->problems(), QStringList());
        m_shop.reset();
    }

    void whatIsPromisedIsNotPromisedTwice()
    {
        const auto jacket = m_shop->withCloth(OrderShop::piece("Jacket", 45'000), 6'000);
        QVERIFY(m_shop->orders.shortCloth(m_shop->order({jacket}))->empty());
        const auto both = m_shop->orders.shortCloth(m_shop->order({jacket, jacket})).value();
        QCOMPARE(both.size(), size_t(1)); // ten metres for twelve
        QCOMPARE(both[0].wanted, Quantity(12'000));
        QCOMPARE(both[0].free, Quantity(10'000));
        const OrderId id = m_shop->book({jacket});
        QCOMPARE(m_shop->orders.shortCloth(m_shop->order({jacket}))->at(0).free, Quantity(4'000));
        // What an order has already is not wanted again by what is added to it.
        QVERIFY(m_shop->orders.shortCloth(m_shop->order({jacket, OrderShop::piece("Tie", 1)}), 1)->empty());
        QVERIFY(await(m_shop->orders.cancelPiece(m_shop->pieceIds(id)[0], QStringLiteral("changed her mind"))));
        QVERIFY(m_shop->orders.shortCloth(m_shop->order({jacket}))->empty());
        QVERIFY(await(m_shop->shop.door->undo()));
        QCOMPARE(m_shop->shelf(), (std::pair<qint64, qint64>(10'000, 6'000)));
    }

    void theClientsClothIsAccountedFor()
    {
        PieceDraft suit = OrderShop::piece("Suit", 60'000);
        suit.fabricSource = FabricSource::Client;
        suit.clientCloth = Quantity(3'200);
        const OrderId id = m_shop->book({suit, OrderShop::piece("Tie", 1)});
        const auto pieces = m_shop->pieceIds(id);
        const auto here = [&] { return m_shop->orders.load(id)->pieces[0].clothHere(); };
        QCOMPARE(here(), std::optional(Quantity(3'200)));
        const QString who = QStringLiteral("A.B.");
        QCOMPARE(refusal(await(m_shop->orders.recordCloth(pieces[0], {.used = Quantity(2'750)}))),
                 QStringLiteral("order.cloth_no_initials 1"));
        QCOMPARE(refusal(await(m_shop->orders.recordCloth(
                     pieces[0], {.used = Quantity(2'750), .initials = QStringLiteral("  ")}))),
                 QStringLiteral("order.cloth_no_initials 1"));
        QVERIFY(await(m_shop->orders.recordCloth(pieces[0], {.used = Quantity(0)}))); // says nothing yet
        QVERIFY(await(m_shop->orders.recordCloth(pieces[0], {.used = Quantity(2'750), .initials = who})));
        QCOMPARE(here(), std::optional(Quantity(450)));
        QCOMPARE(refusal(await(m_shop->orders.recordCloth(pieces[0], {.returned = Quantity(451)}))),
                 QStringLiteral("order.cloth_more_than_brought 1"));
        QCOMPARE(refusal(await(m_shop->orders.recordCloth(pieces[0], {.returned = Quantity(-1)}))),
                 QStringLiteral("order.quantity 1"));
        QCOMPARE(refusal(await(m_shop->orders.recordCloth(pieces[0], {.returned = Quantity(450)}))),
                 QStringLiteral("order.cloth_no_initials 1")); // who signed before signed for less
        QVERIFY(await(m_shop->orders.recordCloth(pieces[0], {.returned = Quantity(450), .initials = who})));
        QCOMPARE(here(), std::optional(Quantity(0)));
        QVERIFY(await(m_shop->shop.door->undo()));
        QCOMPARE(here(), std::optional(Quantity(450)));
        QCOMPARE(m_shop->orders.load(id)->pieces[1].clothHere(), std::optional<Quantity>());
        QCOMPARE(refusal(await(m_shop->orders.recordCloth(pieces[1], {.used = Quantity(1)}))),
                 QStringLiteral("order.cloth_more_than_brought 2"));
    }

    void itsAccountSaysWhoAndKeepsAPicture()
    {
        PieceDraft suit = OrderShop::piece("Suit", 60'000);
        suit.fabricSource = FabricSource::Client;
        suit.clientCloth = Quantity(3'200);
        const OrderId id = m_shop->book({suit});
        const OrderItemId piece = m_shop->pieceIds(id)[0];
        const QLocale locale(QStringLiteral("en_NG"));
        const auto words = [&] {
            return clothAccountWords(m_shop->orders.load(id)->pieces[0], clothUnit(false), locale);
        };
        QCOMPARE(words(), QString()); // nothing is known yet
        QVERIFY(
            await(m_shop->orders.recordCloth(piece, {.used = Quantity(2'750), .initials = QStringLiteral("T.A.")})));
        QCOMPARE(words(), QStringLiteral("gave 3.2 m, used 2.75 m, here is 0.45 m (T.A.)"));
        ClothNews news;
        news.returned = Quantity(450);
        news.initials = QStringLiteral(" A.B. ");
        news.photo = changes::Media{QByteArray(32, 'x'), "image/jpeg", 9, "thumb"};
        QVERIFY(await(m_shop->orders.recordCloth(piece, news)));
        QCOMPARE(words(), QStringLiteral("gave 3.2 m, used 2.75 m, given back 0.45 m (A.B.)"));
        QCOMPARE(m_shop->orders.load(id)->pieces[0].clothPhoto, news.photo);
        QVERIFY(await(m_shop->shop.door->undo()));
        QCOMPARE(m_shop->orders.load(id)->pieces[0].clothInitials, QStringLiteral("T.A."));
    }

    void aMerchantsClothComesByAndBy()
    {
        PieceDraft suit = OrderShop::piece("Suit", 60'000);
        suit.fabricSource = FabricSource::Merchant;
        suit.clothOrder =
            ClothOrder{QStringLiteral("Scabal"), QStringLiteral("702311"), Quantity(3'200), {}, day("2026-12-10"), {}};
        const OrderId id = m_shop->book({suit, OrderShop::piece("Tie", 1)});
        const auto pieces = m_shop->pieceIds(id);
        QCOMPARE(m_shop->orders.load(id)->pieces[0].facts, suit);
        QVERIFY(await(m_shop->orders.recordCloth(pieces[0], {.arrived = day("2026-12-02")})));
        const auto order = m_shop->orders.load(id)->pieces[0].facts.clothOrder;
        QCOMPARE(order->arrived, std::optional(day("2026-12-02")));
        QCOMPARE(order->due, std::optional(day("2026-12-10")));
        QCOMPARE(refusal(await(m_shop->orders.recordCloth(pieces[1], {.arrived = day("2026-12-02")}))),
                 QStringLiteral("order.no_cloth_order 2"));
    }

    void isReadAsItIsSaid_data()
    {
        QTest::addColumn<PieceDraft>("piece");
        QTest::addColumn<QString>("words");
        PieceDraft piece;
        QTest::newRow("none") << piece << QString();
        piece.clientCloth = Quantity(3'200);
        QTest::newRow("length") << piece << QStringLiteral("3.2 m");
        piece.clientClothNote = QStringLiteral("grey worsted");
        QTest::newRow("own") << piece << QStringLiteral("3.2 m, grey worsted");
        piece.shopCloth = Quantity(2'750);
        QTest::newRow("shop") << piece << QStringLiteral("Navy wool 2.75 yd");
        piece.clothOrder = ClothOrder{QStringLiteral("Scabal"), {}, {}, {}, {}, {}};
        QTest::newRow("to be ordered") << piece << QStringLiteral("Scabal, to be ordered");
        piece.clothOrder->due = day("2026-12-10");
        QTest::newRow("due") << piece << QStringLiteral("Scabal, due 10 Dec");
        piece.clothOrder->arrived = day("2026-12-02");
        QTest::newRow("arrived") << piece << QStringLiteral("Scabal, arrived 2 Dec");
    }
    void isReadAsItIsSaid()
    {
        QFETCH(PieceDraft, piece);
        QTEST(clothWords(piece, {QStringLiteral("Navy wool"), QStringLiteral("yd"), QStringLiteral("m")},
                         QLocale(QStringLiteral("en_NG"))),
              "words");
    }

private:
    std::unique_ptr<OrderShop> m_shop;
};

Q_DECLARE_METATYPE(thimblely::orders::PieceDraft)
QTEST_GUILESS_MAIN(TestCloth)
#include "tst_cloth.moc"
