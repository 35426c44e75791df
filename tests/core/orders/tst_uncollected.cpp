// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/orders/attempt_service.h"
#include "core/orders/uncollected_rules.h"
#include "core/workspaces/workspace_service.h"
#include "tests/core/orders/order_shop.h"

#include <QJsonArray>
#include <QTest>

using namespace thimblely;
using namespace thimblely::orders;
using namespace thimblely::test;

//! What nobody fetches is asked for in time, and leaves the list by the word of somebody who may.
class TestUncollected : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aReminderIsDueOnceForEachStep_data()
    {
        QTest::addColumn<int>("readyFor");
        QTest::addColumn<int>("askedAgo"); // -1: never
        QTest::addColumn<int>("due");
        QTest::newRow("fresh") << 6 << -1 << 0;
        QTest::newRow("a week") << 7 << -1 << 1;
        QTest::newRow("asked that day") << 7 << 0 << 0;
        QTest::newRow("asked before it was due") << 8 << 2 << 1;
        QTest::newRow("asked since") << 20 << 13 << 0;
        QTest::newRow("a month, asked in the first week") << 31 << 23 << 2;
        QTest::newRow("a quarter, never asked") << 91 << -1 << 3;
        QTest::newRow("years, asked after a quarter") << 900 << 800 << 0;
    }
    void aReminderIsDueOnceForEachStep()
    {
        QFETCH(const int, readyFor);
        QFETCH(const int, askedAgo);
        const Date today = Date::parse(u"2026-11-26").value();
        const UncollectedRules rules = uncollectedRulesOf(u"NG");
        QCOMPARE(rules.remindAfterDays, (std::vector<int>{7, 30, 90}));
        const auto asked = askedAgo < 0 ? std::nullopt : std::optional(today.plusDays(-askedAgo));
        QTEST(rules.reminderDue(today.plusDays(-readyFor), asked, today), "due");
        QVERIFY(!rules.mayEnd(today.plusDays(-readyFor), today)); // no law is known there
    }

    void theLawOfTheCountryEndsIt()
    {
        const Date today = Date::parse(u"2026-11-26").value();
        const UncollectedRules france = uncollectedRulesOf(u"FR");
        QVERIFY(!france.mayEnd(today.plusDays(-364), today));
        QVERIFY(france.mayEnd(today.plusDays(-365), today));
        QVERIFY(france.law);
        QVERIFY(uncollectedRulesOf(u"US").mayEnd(today.plusDays(-180), today));
    }

    void whatIsNoListOfDaysIsNone_data()
    {
        QTest::addColumn<QJsonValue>("json");
        QTest::newRow("text") << QJsonValue(QStringLiteral("7"));
        QTest::newRow("not ascending") << QJsonValue(QJsonArray{30, 7});
        QTest::newRow("twice") << QJsonValue(QJsonArray{7, 7});
        QTest::newRow("zero") << QJsonValue(QJsonArray{0, 7});
        QTest::newRow("a word") << QJsonValue(QJsonArray{7, QStringLiteral("soon")});
        QTest::newRow("more than ten years") << QJsonValue(QJsonArray{4000});
        QTest::newRow("too many") << QJsonValue(QJsonArray{1, 2, 3, 4, 5, 6, 7, 8, 9, 10});
    }
    void whatIsNoListOfDaysIsNone()
    {
        QFETCH(const QJsonValue, json);
        QVERIFY(!remindDaysFromJson(json));
    }

    void theListSaysWhenItWasAskedFor()
    {
        OrderShop shop;
        const OrderId order = shop.book({OrderShop::piece("Coat", 1'000)});
        QVERIFY(await(shop.orders.complete(order)));
        shop.shop.clock.advanceDays(8);
        QCOMPARE(shop.orders.openOrders(OpenOrderFilter::Ready)->rows[0].asked, std::optional<Instant>());
        const Instant asked = shop.shop.clock.now();
        QVERIFY(await(AttemptService(*shop.shop.session, *shop.shop.door)
                          .add(order, AttemptKind::Call, QStringLiteral("nobody answered"))));
        QCOMPARE(shop.orders.openOrders(OpenOrderFilter::Ready)->rows[0].asked, std::optional(asked));
        WorkspaceService settings(*shop.shop.session, *shop.shop.door);
        QVERIFY(await(settings.setSetting(QLatin1String(remindDaysKey), QJsonArray{14, 60})));
        QCOMPARE(shop.orders.uncollectedRules()->remindAfterDays, (std::vector<int>{14, 60}));
    }

    void whatIsDonatedLeavesTheListAndStaysOwed()
    {
        OrderShop shop;
        const OrderId order = shop.book({OrderShop::piece("Coat", 1'000), OrderShop::piece("Hat", 500)});
        QVERIFY(await(shop.orders.complete(order)));
        const auto pieces = shop.pieceIds(order);
        HandOver leaving = withTicket({order, {pieces[0]}});
        leaving.outcome = PieceOutcome::Donated;
        QCOMPARE(refusal(await(shop.orders.endUncollected(leaving))), QStringLiteral("order.no_reason"));
        leaving.collector = QStringLiteral("St Mary's");
        QVERIFY(await(shop.orders.endUncollected(leaving)));
        const auto after = shop.orders.load(order).value();
        QCOMPARE(after.pieces[0].outcome, std::optional(PieceOutcome::Donated));
        QCOMPARE(after.pieces[0].collectedByName, QStringLiteral("St Mary's"));
        QVERIFY(after.pieces[0].isCollected());
        QVERIFY(after.pieces[1].isReady());
        QCOMPARE(after.sums->balance.minor(), qint64(150'000));
        QCOMPARE(shop.orders.openOrders(OpenOrderFilter::Ready)->rows.size(), size_t(1));
        leaving.pieces = {pieces[1]};
        leaving.outcome = PieceOutcome::Lost;
        QVERIFY(await(shop.orders.endUncollected(leaving)));
        QVERIFY(shop.orders.openOrders(OpenOrderFilter::Ready)->rows.empty());
        QCOMPARE(refusal(await(shop.orders.endUncollected(leaving))), QStringLiteral("order.piece_collected 2"));
        QVERIFY(await(shop.shop.door->undo()));
        QVERIFY(shop.orders.load(order)->pieces[1].isReady());
        QVERIFY(!shop.orders.load(order)->pieces[1].outcome);
        QCOMPARE(shop.problems(), QStringList());
    }

    //! Paid or not: a client's coat is not everybody's to give away.
    void whoMayNotReleaseMayNotGiveItAway()
    {
        OrderShop shop;
        const OrderId order = shop.book({OrderShop::piece("Coat", 0)});
        QVERIFY(await(shop.orders.complete(order)));
        const auto counter = shop.hire("member", "counter");
        HandOver leaving = withTicket({order});
        leaving.outcome = PieceOutcome::Sold;
        leaving.collector = QStringLiteral("the judge's sale");
        QCOMPARE(await(OrderService(*counter.session, *counter.door).endUncollected(leaving)).error().kind,
                 ErrorKind::Forbidden);
        QVERIFY(shop.orders.load(order)->pieces[0].isReady());
    }
};

QTEST_GUILESS_MAIN(TestUncollected)
#include "tst_uncollected.moc"
