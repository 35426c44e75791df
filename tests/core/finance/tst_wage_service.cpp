// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/finance/wage_service.h"
#include "tests/core/finance/till_shop.h"

#include <QTest>

using namespace thimblely;
using namespace thimblely::test;
using namespace thimblely::finance;

namespace {

//! What the day totals say of expenses, in whole naira.
struct Day {
    qint64 profit;
    qint64 cash;
    friend bool operator==(const Day &, const Day &) = default;
};

Day dayOf(TillShop &shop)
{
    const auto sum = [&](const char *effects) {
        return shop.shop.number(QByteArray("SELECT ifnull(sum(amount_minor), 0) / 100 FROM daily_totals WHERE"
                                           " transaction_type = 'expense' AND effect IN (") +
                                effects + ')');
    };
    return {sum("'profit', 'owed'"), sum("'profit', 'cash_move'")};
}

} // namespace

class TestWageService : public QObject {
    Q_OBJECT

private Q_SLOTS:
    //! Always tested: wage earned, advanced, paid: profit moves once.
    void profitMovesOnce();
    void fromTheTillOrBeside();
    void refuses();
};

void TestWageService::profitMovesOnce()
{
    TillShop shop;
    const auto stitcher = shop.shop.hire("member", "stitcher");
    WageService wages(*shop.shop.shop.session, *shop.shop.shop.door);
    const MemberId member = stitcher.principal.member;
    QVERIFY(await(wages.pay({member, naira(5'000), PaymentMethod::Cash, true})));
    QVERIFY((dayOf(shop) == Day{0, 5'000}));
    QCOMPARE(wages.owed(member).value(), naira(-5'000));
    QVERIFY(await(wages.earn(member, naira(20'000), QStringLiteral("November"))));
    QVERIFY((dayOf(shop) == Day{20'000, 5'000}));
    QVERIFY(await(wages.pay({member, naira(15'000), PaymentMethod::Transfer})));
    QVERIFY((dayOf(shop) == Day{20'000, 20'000}));
    QCOMPARE(wages.owed(member).value(), naira(0));
    // One's own may be read, row by row; nobody else's.
    const auto span = std::pair(day("2026-11-25"), day("2026-11-30"));
    const WageSheet sheet = WageService::sheet(*stitcher.session, member, span.first, span.second).value();
    QCOMPARE(sheet.lines.size(), size_t(3));
    QCOMPARE(sheet.lines[1].note, QStringLiteral("November"));
    QCOMPARE(sheet.earned, naira(20'000));
    QCOMPARE(sheet.advanced, naira(5'000));
    QCOMPARE(sheet.paid, naira(15'000));
    QCOMPARE(sheet.owed, naira(0));
    QCOMPARE(WageService::sheet(*stitcher.session, member, day("2026-12-01"), day("2026-12-31"))->before, naira(0));
    QCOMPARE(refusal(WageService::sheet(*stitcher.session, shop.shop.shop.principal.member, span.first, span.second)),
             QStringLiteral("access.refused finance:read"));
    QCOMPARE(WageService(*stitcher.session, *stitcher.door).owed(member).value(), naira(0));
    QCOMPARE(shop.shop.problems(), QStringList());
}

void TestWageService::fromTheTillOrBeside()
{
    TillShop shop;
    const auto stitcher = shop.shop.hire("member", "stitcher");
    WageService wages(*shop.shop.shop.session, *shop.shop.shop.door);
    QVERIFY(await(shop.till.open(naira(10'000))));
    QVERIFY(await(wages.pay({stitcher.principal.member, naira(4'000)})));
    WagePayment safe{stitcher.principal.member, naira(1'000)};
    safe.fromTill = false;
    QVERIFY(await(wages.pay(safe)));
    QCOMPARE(shop.sums().expectedCash, naira(6'000));
    QCOMPARE(shop.sums().paidOut, naira(4'000));
    QCOMPARE(shop.sums().turnover, naira(0));
    QVERIFY(shop.count(6'000)->agrees());
    shop.close(6'000);
    QCOMPARE(shop.shop.problems(), QStringList());
}

void TestWageService::refuses()
{
    TillShop shop;
    const auto stitcher = shop.shop.hire("member", "stitcher");
    const auto counter = shop.shop.hire("member", "counter");
    WageService his(*stitcher.session, *stitcher.door);
    QCOMPARE(refusal(await(his.pay({stitcher.principal.member, naira(1)}))),
             QStringLiteral("access.refused finance:write"));
    QCOMPARE(refusal(his.owed(counter.principal.member)), QStringLiteral("access.refused finance:read"));
    WageService wages(*shop.shop.shop.session, *shop.shop.shop.door);
    QCOMPARE(refusal(await(wages.earn(counter.principal.member, naira(0), {}))),
             QStringLiteral("payment.not_positive"));
    QCOMPARE(refusal(await(wages.pay({counter.principal.member, naira(1), PaymentMethod::Credit}))),
             QStringLiteral("payment.not_refundable"));
}

QTEST_GUILESS_MAIN(TestWageService)
#include "tst_wage_service.moc"
