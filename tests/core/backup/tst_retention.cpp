// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/backup/retention.h"

#include <QTest>

#include <rapidcheck.h>

#include <set>

using namespace thimblely;
using namespace thimblely::backup;

//! Seven days, four weeks, twelve months.
class TestRetention : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aYearOfDailyBackups()
    {
        const Date today = Date::parse(u"2026-11-26").value(); // a Thursday
        std::vector<Date> made;
        for (int ago = 400; ago >= 0; --ago)
            made.push_back(today.plusDays(-ago));
        const std::vector<bool> kept = keptOf(made, today);
        QStringList days;
        for (size_t i = 0; i < made.size(); ++i) {
            if (kept[i])
                days.append(made[i].toIso());
        }
        QCOMPARE(days, QStringLiteral("2025-12-31 2026-01-31 2026-02-28 2026-03-31 2026-04-30 2026-05-31 2026-06-30"
                                      " 2026-07-31 2026-08-31 2026-09-30 2026-10-31 2026-11-08 2026-11-15 2026-11-20"
                                      " 2026-11-21 2026-11-22 2026-11-23 2026-11-24 2026-11-25 2026-11-26")
                           .split(u' '));
    }

    void theNewestOfADayStays()
    {
        const Date today = Date::parse(u"2026-11-26").value();
        const std::vector<Date> made{today, today, today.plusDays(-1), today.plusDays(-1)};
        // Today's all stay: a second one is made by hand before something risky. Of yesterday's, one.
        QCOMPARE(keptOf(made, today), (std::vector<bool>{true, true, true, false}));
    }

    void aClockThatWasWrongLosesNothing()
    {
        const Date today = Date::parse(u"2026-11-26").value();
        QCOMPARE(keptOf({today.plusDays(400), today.plusDays(-1)}, today), (std::vector<bool>{true, true}));
    }

    //! Whenever it was made, at least one of the past year stays; none older than twelve months does.
    void whateverWasMade()
    {
        QVERIFY(rc::check([] {
            const Date today = Date::parse(u"2026-11-26").value();
            const auto agos = *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 900));
            std::vector<Date> made;
            for (const int ago : agos)
                made.push_back(today.plusDays(-ago));
            const auto kept = keptOf(made, today);
            std::set<int> days;
            bool any = false;
            bool anyRecent = false;
            for (size_t i = 0; i < agos.size(); ++i) {
                if (kept[i])
                    RC_ASSERT(agos[i] <= 366);
                any = any || kept[i];
                anyRecent = anyRecent || agos[i] <= 300;
                if (agos[i] < 7)
                    days.insert(agos[i]);
            }
            RC_ASSERT(!anyRecent || any);
            std::set<int> keptDays;
            for (size_t i = 0; i < agos.size(); ++i) {
                if (kept[i] && agos[i] < 7)
                    keptDays.insert(agos[i]);
            }
            RC_ASSERT(days == keptDays);
        }));
    }
};

QTEST_GUILESS_MAIN(TestRetention)
#include "tst_retention.moc"
