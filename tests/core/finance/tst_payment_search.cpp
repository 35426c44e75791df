// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/finance/payment_search.h"
#include "tests/core/finance/till_shop.h"

#include <QTest>

using namespace thimblely;
using namespace thimblely::test;
using namespace thimblely::finance;

//! Money of days that are closed is found again, and given back out of today's drawer.
class TestPaymentSearch : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isFoundOnceItsDayIsClosed_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<size_t>("found");
        QTest::newRow("receipt") << QStringLiteral("RA-26-00002") << size_t(1);
        QTest::newRow("receipt in small letters") << QStringLiteral("ra-26-00001") << size_t(1);
        QTest::newRow("its place alone") << QStringLiteral("2") << size_t(1);
        QTest::newRow("order") << QStringLiteral("1001") << size_t(2);
        QTest::newRow("name") << QStringLiteral("okafor") << size_t(2);
        QTest::newRow("garment") << QStringLiteral("trousers") << size_t(2);
        QTest::newRow("nobody") << QStringLiteral("zebra") << size_t(0);
        QTest::newRow("nothing typed") << QStringLiteral("  ") << size_t(0);
    }
    void isFoundOnceItsDayIsClosed()
    {
        QFETCH(QString, typed);
        QFETCH(size_t, found);
        TillShop shop;
        closedDay(shop);
        const auto rows = find(shop, typed);
        QCOMPARE(rows.size(), found);
        QVERIFY(std::ranges::all_of(rows, &TillEntry::ofClosedDay));
        QVERIFY(std::ranges::is_sorted(rows, std::greater(), &TillEntry::occurredAt));
    }

    void isGivenBackOutOfTodaysTill()
    {
        TillShop shop;
        const ActivityId closing = closedDay(shop);
        const DayPage before = shop.till.dayPage(closing).value();
        shop.shop.shop.clock.advanceDays(1);
        QVERIFY(await(shop.till.open(naira(50'000))));
        const TillEntry paid = find(shop, QStringLiteral("RA-26-00001")).at(0);
        const auto back = await(shop.payments.refund(paid.id, QStringLiteral("torn"), naira(4'000)));
        QCOMPARE(refusal(back), QString());
        QCOMPARE(shop.sums().expectedCash, naira(46'000));
        QCOMPARE(shop.sums().turnover, naira(-4'000));
        const DayPage after = shop.till.dayPage(closing).value();
        QCOMPARE(after.sums.turnover, before.sums.turnover);
        QCOMPARE(after.hash, before.hash);
        QCOMPARE(find(shop, QStringLiteral("RA-26-00001")).at(0).left, naira(26'000));
        QCOMPARE(shop.shop.problems(), QStringList());
    }

    void isForWhoMayReadPrices()
    {
        TillShop shop;
        closedDay(shop);
        const auto counter = shop.shop.hire("member", "counter");
        PaymentService hers(*counter.session, *counter.door);
        QCOMPARE(hers.find(QStringLiteral("okafor"), QLocale(), 50)->size(), size_t(2));
        const auto cutter = shop.shop.hire("member", "cutter");
        QCOMPARE(refusal(PaymentService(*cutter.session, *cutter.door).find(QStringLiteral("okafor"), QLocale(), 50)),
                 QStringLiteral("access.refused prices:read"));
    }

private:
    static ActivityId closedDay(TillShop &shop)
    {
        shop.take(30'000);
        shop.shop.shop.clock.advanceMsecs(1000);
        shop.take(10'000, PaymentMethod::Card);
        if (!shop.count(30'000))
            qFatal("not counted");
        return shop.close(30'000).id;
    }
    static std::vector<TillEntry> find(TillShop &shop, const QString &typed)
    {
        return shop.payments.find(typed, QLocale(QStringLiteral("en_NG")), 50).value();
    }
};

QTEST_GUILESS_MAIN(TestPaymentSearch)
#include "tst_payment_search.moc"
