// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/orders/party_service.h"
#include "tests/core/orders/order_shop.h"

#include <QTest>

using namespace thimblely;
using namespace thimblely::test;
using namespace thimblely::orders;

class TestParty : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsNames_data()
    {
        QTest::addColumn<QString>("pasted");
        QTest::addColumn<QString>("names"); // "name|phone;"
        QTest::newRow("one a line") << QStringLiteral("Tunde Bello\nChidi Eze\n\n")
                                    << QStringLiteral("Tunde Bello|;Chidi Eze|;");
        QTest::newRow("commas") << QStringLiteral("Tunde, Chidi , Emeka") << QStringLiteral("Tunde|;Chidi|;Emeka|;");
        QTest::newRow("phones")
            << QStringLiteral("Tunde Bello 0803 555 44 71\nChidi, +234 802 111 2222; Emeka (0805 1234567")
            << QStringLiteral("Tunde Bello|0803 555 44 71;Chidi|+234 802 111 2222;Emeka|0805 1234567;");
        QTest::newRow("numbered") << QStringLiteral("1. Tunde\r\n2) Chidi\r\n- Emeka\r\n• Obi")
                                  << QStringLiteral("Tunde|;Chidi|;Emeka|;Obi|;");
        QTest::newRow("tab from a sheet")
            << QStringLiteral("Tunde\t08035554471\nChidi\t") << QStringLiteral("Tunde|08035554471;Chidi|;");
        QTest::newRow("a number in a name")
            << QStringLiteral("John 3\nHenry 8th") << QStringLiteral("John 3|;Henry 8th|;");
        QTest::newRow("twice") << QStringLiteral("Tunde\nTunde") << QStringLiteral("Tunde|;");
        QTest::newRow("Arabic") << QStringLiteral("أحمد علي\nمحمد 01001234567")
                                << QStringLiteral("أحمد علي|;محمد|01001234567;");
        QTest::newRow("nothing") << QStringLiteral(" \n , \n") << QStringLiteral("");
    }
    void readsNames()
    {
        QFETCH(QString, pasted);
        QFETCH(QString, names);
        QString read;
        for (const PartyName &each : readPartyNames(pasted))
            read += each.name + u'|' + each.phone + u';';
        QCOMPARE(read, names);
    }

    void dressesEight()
    {
        OrderShop shop;
        PartyService party(*shop.shop.session, *shop.shop.door);
        ClientDraft known;
        known.name = QStringLiteral("Tunde Bello");
        known.phones = {{QStringLiteral("0803 555 4471")}};
        const ClientId tunde = await(shop.clients.add(known)).value();
        known.name = QStringLiteral("Chidi Eze");
        known.phones.clear();
        const ClientId chidi = await(shop.clients.add(known)).value();
        PieceDraft suit = OrderShop::piece("Jacket", 9'000);
        suit.colour = QStringLiteral("navy");
        const OrderId order = shop.book({OrderShop::piece("Gown", 50'000), suit});
        const auto pieces = shop.pieceIds(order);
        const qint64 before = shop.number("SELECT count(*) FROM clients");

        const auto guests = party
                                .recognise(readPartyNames(QStringLiteral(
                                    "T. Bello +234 803 555 4471\nchidi eze\nEmeka\nObi\nUche\nSegun\nKunle\nFemi")))
                                .value();
        QCOMPARE(guests.size(), size_t(8));
        QCOMPARE(guests[0].known, std::optional(tunde));
        QCOMPARE(guests[1].known, std::optional(chidi));
        QVERIFY(!guests[2].known);
        const auto dressed = await(party.dress(order, guests, {pieces[1]})).value();
        QCOMPARE(dressed.size(), size_t(8));
        QCOMPARE(shop.number("SELECT count(*) FROM clients"), before + 6);
        // Who pays is said of this order: what they order another time is theirs.
        QCOMPARE(shop.clients.load(*dressed[2].known)->fields.payer, std::optional<ClientId>());

        const Party there = party.load(order).value();
        QCOMPARE(there.order.pieces.size(), size_t(10));
        QCOMPARE(there.members.size(), size_t(9)); // with her who ordered
        QCOMPARE(there.members[1].name, QStringLiteral("Tunde Bello"));
        QCOMPARE(there.members[1].garments, QStringList{QStringLiteral("Jacket navy")});
        QCOMPARE(there.unmeasured(), 9);
        QCOMPARE(there.order.sums->total, naira(50'000 + 9 * 9'000));
        QCOMPARE(shop.number("SELECT count(DISTINCT tag_code) FROM order_items"), 10);
        QCOMPARE(refusal(await(party.dress(order, dressed, {pieces[1]}))), QStringLiteral("party.nothing_copied"));

        // One operation: the clients go with the pieces.
        QVERIFY(await(shop.shop.door->undo()));
        QCOMPARE(shop.number("SELECT count(*) FROM clients"), before);
        QCOMPARE(party.load(order)->members.size(), size_t(1));
        QVERIFY(await(shop.shop.door->redo()));
        QCOMPARE(party.load(order)->members.size(), size_t(9));
        QCOMPARE(shop.problems(), QStringList());
    }

    void saysHowFarEachIs()
    {
        OrderShop shop;
        PartyService party(*shop.shop.session, *shop.shop.door);
        const OrderId order = shop.book({OrderShop::piece("Jacket", 9'000)});
        const auto model = shop.pieceIds(order);
        QVERIFY(await(
            party.dress(order, party.recognise({{QStringLiteral("Emeka")}, {QStringLiteral("Obi")}}).value(), model)));
        const auto pieces = shop.pieceIds(order);
        QVERIFY(await(shop.orders.moveStage(pieces[1], Stage::Cut)));
        QVERIFY(await(shop.orders.moveStage(pieces[2], Stage::Ready)));
        QVERIFY(await(party.setPayer(order, {pieces[2]}, party.load(order)->members[2].person)));
        const Party there = party.load(order).value();
        const auto steps = [&](size_t i) {
            const PartyMember &member = there.members[i];
            return QStringLiteral("%1%2%3%4")
                .arg(member.cut)
                .arg(member.fitted)
                .arg(member.ready)
                .arg(member.collected);
        };
        QCOMPARE(steps(0), QStringLiteral("0000"));
        QCOMPARE(steps(1), QStringLiteral("1000"));
        QCOMPARE(steps(2), QStringLiteral("1110"));
        QVERIFY(there.members[2].paysOwn() && !there.members[1].paysOwn());
        QCOMPARE(there.members[2].toPay, std::optional(naira(9'000)));
        QCOMPARE(there.members[1].payerName, QStringLiteral("Ngozi Okafor"));
        // Who is measured afterwards is measured for it.
        QVERIFY(await(party.takeMeasures(order)).value() == 0);
    }
};

QTEST_GUILESS_MAIN(TestParty)
#include "tst_party.moc"
