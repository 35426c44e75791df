// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/orders/pattern_refs.h"
#include "tests/core/orders/order_shop.h"

#include <QTest>

using namespace thimblely;
using namespace thimblely::test;
using namespace thimblely::orders;

//! The paper pattern that hangs on the hook for a body and a garment is the one it was cut by last.
class TestPatternRefs : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_shop = std::make_unique<OrderShop>(); }
    void cleanup()
    {
        QCOMPARE(m_shop->problems(), QStringList());
        m_shop.reset();
    }

    void theLastOneOfTheBodyAndTheGarment()
    {
        const ClientId son = addClient("Tunde Okafor");
        QCOMPARE(last("jacket"), QString());
        m_shop->book({cut("Jacket", " J-12 "), cut("Trousers", "T-7")});
        QCOMPARE(last("jacket"), QStringLiteral("J-12"));
        QCOMPARE(last("trousers"), QStringLiteral("T-7"));
        QCOMPARE(last("", m_shop->client), QString());
        m_shop->book({cut("Jacket", "J-13")});
        m_shop->book({cut("Jacket", "")}); // nothing was written down
        QCOMPARE(last("jacket"), QStringLiteral("J-13"));

        PieceDraft his = cut("Jacket", "S-1");
        his.wearer = son;
        m_shop->book({his}); // his mother pays
        QCOMPARE(last("jacket", son), QStringLiteral("S-1"));
        QCOMPARE(last("jacket"), QStringLiteral("J-13"));
        OrderDraft own = m_shop->order({cut("Jacket", "S-2")});
        own.client = son;
        QVERIFY(await(m_shop->orders.book(own)));
        QCOMPARE(last("jacket", son), QStringLiteral("S-2"));
    }

    void staysWithThePieceAndIsRepeatedForNobodyElse()
    {
        const OrderId id = m_shop->book({cut("Jacket", "J-12")});
        QCOMPARE(m_shop->orders.load(id)->pieces[0].facts.patternRef, QStringLiteral("J-12"));
        const OrderId parked = await(m_shop->orders.park(m_shop->order({cut("Jacket", "J-14")}))).value();
        QCOMPARE(m_shop->orders.resume(parked)->pieces[0].patternRef, QStringLiteral("J-14"));
    }

    void anotherShopsPatternsAreNotOffered()
    {
        m_shop->book({cut("Jacket", "J-12")});
        const auto other = m_shop->shop.otherWorkspace(QStringLiteral("Other"));
        QCOMPARE(lastPattern(*other.session, m_shop->client, QStringLiteral("jacket")).value(), QString());
        const auto stitcher = m_shop->hire("member", "stitcher");
        QVERIFY(!lastPattern(*stitcher.session, m_shop->client, QStringLiteral("jacket")));
    }

private:
    static PieceDraft cut(const char *name, const char *pattern)
    {
        PieceDraft piece = OrderShop::piece(name, 100);
        piece.patternRef = QString::fromLatin1(pattern);
        return piece;
    }
    QString last(const char *garment, std::optional<ClientId> body = {}) const
    {
        return lastPattern(*m_shop->shop.session, body.value_or(m_shop->client), QString::fromLatin1(garment)).value();
    }
    ClientId addClient(const char *name)
    {
        ClientDraft draft;
        draft.name = QString::fromLatin1(name);
        return await(m_shop->clients.add(draft)).value();
    }

    std::unique_ptr<OrderShop> m_shop;
};

QTEST_GUILESS_MAIN(TestPatternRefs)
#include "tst_pattern_refs.moc"
