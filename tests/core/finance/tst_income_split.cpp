// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/finance/income_split.h"
#include "core/finance/plan_service.h"

#include <QTest>

#include <rapidcheck.h>

using namespace thimblely;
using namespace thimblely::finance;

namespace {

Money naira(qint64 minor)
{
    return {minor, Currency::parse(u"NGN").value()};
}

Date day(const char *iso)
{
    return Date::parse(QString::fromLatin1(iso)).value();
}

} // namespace

class TestIncomeSplit : public QObject {
    Q_OBJECT

private Q_SLOTS:
    //! Always tested: no minor unit is lost or invented, whatever is divided by whatever rules.
    void thePartsAreTheWhole()
    {
        QVERIFY(rc::check([] {
            const qint64 minor = *rc::gen::inRange<qint64>(-1'000'000'000'000, 1'000'000'000'000);
            const int count = *rc::gen::inRange(0, 6);
            std::vector<SplitRule> rules;
            int left = wholeBp;
            for (int i = 0; i < count; ++i) {
                SplitRule rule{QString::number(i)};
                if (*rc::gen::arbitrary<bool>()) {
                    rule.fixed = naira(*rc::gen::inRange<qint64>(1, 1'000'000));
                } else {
                    rule.shareBp = *rc::gen::inRange(0, left + 1);
                    left -= *rule.shareBp;
                }
                rules.push_back(rule);
            }
            const auto parts = splitIncome(naira(minor), rules);
            RC_ASSERT(parts.ok());
            qint64 sum = 0;
            for (const SplitPart &part : *parts) {
                sum += part.amount.minor();
                RC_ASSERT((part.amount.minor() < 0) == (minor < 0) || part.amount.isZero());
            }
            RC_ASSERT(sum == minor);
        }));
    }

    void parts_data()
    {
        QTest::addColumn<qint64>("income");
        QTest::addColumn<QList<qint64>>("shares"); // basis points; negative: a fixed amount
        QTest::addColumn<QList<qint64>>("parts");
        using L = QList<qint64>;
        QTest::newRow("no rule") << qint64(100) << L{} << L{100};
        QTest::newRow("a tenth") << qint64(1'000) << L{1'000} << L{100, 900};
        QTest::newRow("thirds: the largest remainder first") << qint64(100) << L{3'333, 3'333, 3'334} << L{33, 33, 34};
        QTest::newRow("all of it leaves no rest") << qint64(101) << L{5'000, 5'000} << L{51, 50};
        QTest::newRow("fixed first") << qint64(1'000) << L{5'000, -400} << L{300, 400, 300};
        QTest::newRow("fixed as far as it reaches") << qint64(300) << L{-400, 5'000} << L{300, 0};
        QTest::newRow("given back") << qint64(-1'000) << L{1'000} << L{-100, -900};
    }
    void parts()
    {
        QFETCH(qint64, income);
        QFETCH(QList<qint64>, shares);
        QFETCH(QList<qint64>, parts);
        std::vector<SplitRule> rules;
        for (const qint64 share : shares) {
            SplitRule rule{QStringLiteral("x")};
            if (share < 0)
                rule.fixed = naira(-share);
            else
                rule.shareBp = int(share);
            rules.push_back(rule);
        }
        QList<qint64> found;
        const auto divided = splitIncome(naira(income), rules);
        QVERIFY(divided.ok());
        for (const SplitPart &part : *divided)
            found.append(part.amount.minor());
        QCOMPARE(found, parts);
    }

    void moreThanAllIsRefused()
    {
        const auto divided = splitIncome(naira(100), {{QStringLiteral("a"), 6'000}, {QStringLiteral("b"), 5'000}});
        QCOMPARE(divided.error().code, QByteArray("split.too_much"));
    }

    //! A monthly goal begins anew each month of its span; a yearly one is all of it.
    void periods_data()
    {
        QTest::addColumn<bool>("monthly");
        QTest::addColumn<QByteArray>("today");
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("until");
        QTest::addColumn<int>("over");
        QTest::newRow("this month") << true << QByteArray("2026-11-25") << QByteArray("2026-11-01")
                                    << QByteArray("2026-11-30") << 25;
        QTest::newRow("before it begins")
            << true << QByteArray("2026-01-10") << QByteArray("2026-03-01") << QByteArray("2026-03-31") << 0;
        QTest::newRow("after it ended") << true << QByteArray("2027-05-10") << QByteArray("2026-12-01")
                                        << QByteArray("2026-12-31") << 31;
        QTest::newRow("all of it") << false << QByteArray("2026-03-16") << QByteArray("2026-03-15")
                                   << QByteArray("2026-12-31") << 2;
    }
    void periods()
    {
        QFETCH(bool, monthly);
        QFETCH(QByteArray, today);
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, until);
        QFETCH(int, over);
        const GoalDraft goal{QStringLiteral("x"), monthly ? GoalKind::Monthly : GoalKind::Yearly,
                             naira(3'000),        {},
                             day("2026-03-15"),   day("2026-12-31")};
        const GoalProgress progress = periodOf(goal, day(today.constData()));
        QCOMPARE(progress.from, day(from.constData()));
        QCOMPARE(progress.until, day(until.constData()));
        QCOMPARE(progress.daysOver, over);
    }

    void forecast()
    {
        GoalProgress progress{day("2026-11-01"), day("2026-11-30"), naira(1'000), naira(3'000), 30, 10};
        QCOMPARE(progress.expected(), naira(1'000));
        QCOMPARE(progress.forecast(), naira(3'000));
        QVERIFY(progress.isOnTheWay() && !progress.isReached());
        QCOMPARE(progress.percent(), 33);
        progress.reached = naira(std::numeric_limits<qint64>::max());
        QCOMPARE(progress.forecast(), progress.reached); // no step overflows
        QCOMPARE(progress.percent(), 999);
    }
};

QTEST_GUILESS_MAIN(TestIncomeSplit)
#include "tst_income_split.moc"
