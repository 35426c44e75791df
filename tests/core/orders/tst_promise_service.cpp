// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/orders/promise_service.h"
#include "tests/core/orders/order_shop.h"

#include <QTest>

using namespace thimblely;
using namespace thimblely::test;
using namespace thimblely::orders;

//! The day is moved, the first one stays, and it is that one which the shop is measured by.
class TestPromiseService : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_shop = std::make_unique<OrderShop>();
        m_order = m_shop->book({OrderShop::piece("Jacket", 45'000), OrderShop::piece("Trousers", 20'000)});
    }
    void cleanup()
    {
        QCOMPARE(m_shop->problems(), QStringList());
        m_shop.reset();
    }

    void theFirstDayStays()
    {
        QCOMPARE(refusal(move("2026-12-08", PromiseReason::Cloth, QTime(17, 0))), QString());
        m_shop->shop.clock.advanceMsecs(1000);
        QCOMPARE(refusal(move("2026-12-10", PromiseReason::Other, {}, QStringLiteral("the power was off"))), QString());
        const OrderDetail order = m_shop->orders.load(m_order).value();
        QCOMPARE(order.promisedDate, std::optional(day("2026-12-10")));
        QVERIFY(!order.promisedTime);
        QCOMPARE(order.firstPromised, std::optional(day("2026-12-04")));
        QCOMPARE(order.promiseChanges, 2);
        QCOMPARE(m_shop->number("SELECT count(*) FROM order_items WHERE due_date = '2026-12-10'"), qint64(2));
        const auto changes = promises().changes(m_order).value();
        QCOMPARE(changes.size(), size_t(2));
        QCOMPARE(changes[0].words, QStringLiteral("the power was off"));
        QCOMPARE(changes[0].from, std::optional(day("2026-12-08")));
        QCOMPARE(changes[1].why, std::optional(PromiseReason::Cloth));
        QCOMPARE(changes[1].from, std::optional(day("2026-12-04")));
        QVERIFY(await(m_shop->shop.door->undo()));
        QCOMPARE(m_shop->orders.load(m_order)->promiseChanges, 1);
        QCOMPARE(m_shop->orders.load(m_order)->promisedTime, std::optional(QTime(17, 0)));
    }

    //! What was promised for no day yet is promised for the first time.
    void aFirstPromiseMovesNone()
    {
        OrderDraft draft = m_shop->order({OrderShop::piece("Cap", 1)});
        draft.promisedDate.reset();
        m_order = await(m_shop->orders.book(draft)).value().id;
        QCOMPARE(refusal(move("2026-12-08")), QString());
        QCOMPARE(m_shop->orders.load(m_order)->firstPromised, std::optional(day("2026-12-08")));
        QCOMPARE(m_shop->orders.load(m_order)->promiseChanges, 0);
    }

    void refuses()
    {
        QCOMPARE(refusal(move("2026-11-24")), QStringLiteral("order.promise_past ") + dayWords("2026-11-24"));
        QCOMPARE(refusal(move("2026-12-04")), QStringLiteral("order.promise_same"));
        QCOMPARE(refusal(move("2026-12-08", PromiseReason::Other)), QStringLiteral("order.promise_no_reason"));
        QVERIFY(await(m_shop->orders.complete(m_order)));
        QVERIFY(await(m_shop->orders.handOver({m_order, {}, {}, true, {}, QStringLiteral("pays later")})));
        QCOMPARE(refusal(move("2026-12-08")), QStringLiteral("order.collected 1001"));
    }

    void whoMay_data()
    {
        QTest::addColumn<QByteArray>("role");
        QTest::addColumn<QByteArray>("job");
        QTest::addColumn<QString>("refused");
        const QString write = QStringLiteral("access.refused orders:write");
        QTest::newRow("admin") << QByteArray("admin") << QByteArray() << QString();
        QTest::newRow("counter") << QByteArray("member") << QByteArray("counter") << QString();
        QTest::newRow("cutter") << QByteArray("member") << QByteArray("cutter") << write;
        QTest::newRow("finisher") << QByteArray("member") << QByteArray("finisher") << write;
        QTest::newRow("viewer") << QByteArray("viewer") << QByteArray() << write;
    }
    void whoMay()
    {
        QFETCH(QByteArray, role);
        QFETCH(QByteArray, job);
        QFETCH(QString, refused);
        const auto person = m_shop->hire(role, job);
        PromiseService theirs(*person.session, *person.door);
        QCOMPARE(refusal(await(theirs.move({m_order, {day("2026-12-08"), {}}}))), refused);
    }

    //! Ready by the day that was said first, whatever was said later.
    void countsTheFirstPromise()
    {
        QCOMPARE(promises().kept()->promised, 0);
        const OrderId other = m_shop->book({OrderShop::piece("Cap", 1)});
        QVERIFY(await(m_shop->orders.complete(other)));
        QCOMPARE(refusal(move("2026-12-20")), QString());
        m_shop->shop.clock.advanceDays(12); // 7 December
        QVERIFY(await(m_shop->orders.complete(m_order)));
        const KeptPromises kept = promises().kept().value();
        QCOMPARE(kept.promised, 2);
        QCOMPARE(kept.kept, 1);
        QCOMPARE(kept.percent(), 50);
        m_shop->shop.clock.advanceDays(PromiseService::keptDays - 5);
        QCOMPARE(promises().kept()->promised, 1);
    }

    //! A piece at a time, with its place; from cutting on the body that was measured stays with it.
    void aPieceIsReadyWithItsPlace()
    {
        const auto pieces = m_shop->pieceIds(m_order);
        QVERIFY(await(m_shop->orders.moveStage(pieces[0], Stage::Ready, QStringLiteral("Rail C4"))));
        const OrderDetail order = m_shop->orders.load(m_order).value();
        QVERIFY(order.pieces[0].isReady());
        QCOMPARE(order.pieces[0].rack, QStringLiteral("Rail C4"));
        QVERIFY(!order.pieces[1].isReady());
        QVERIFY(await(m_shop->shop.door->undo())); // both of it
        QVERIFY(!m_shop->orders.load(m_order)->pieces[0].isReady());
        QCOMPARE(m_shop->orders.load(m_order)->pieces[0].rack, QString());
    }

private:
    Result<void> move(const char *to, PromiseReason why = PromiseReason::Client, std::optional<QTime> time = {},
                      const QString &words = {})
    {
        return await(promises().move({m_order, {day(to), time}, why, words}));
    }
    PromiseService promises() { return PromiseService(*m_shop->shop.session, *m_shop->shop.door); }
    static QString dayWords(const char *iso) { return QString::fromLatin1(iso); }

    std::unique_ptr<OrderShop> m_shop;
    OrderId m_order{IdBytes{}};
};

QTEST_GUILESS_MAIN(TestPromiseService)
#include "tst_promise_service.moc"
