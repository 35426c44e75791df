// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/workspaces/fitting_rules.h"
#include "core/workspaces/working_hours.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

using namespace thimblely;

//! Working hours as people write them, and as the file keeps them.
class TestWorkingHours : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void areReadAsTheyAreWritten_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("locale");
        QTest::addColumn<QList<int>>("minutes"); // Monday first
        QTest::addColumn<QString>("written");
        QTest::newRow("a range of days") << QStringLiteral("Mon-Fri 9-18") << QStringLiteral("en_NG")
                                         << QList<int>{540, 540, 540, 540, 540, 0, 0}
                                         << QStringLiteral("Mon\u2013Fri 9\u201318");
        QTest::newRow("two groups") << QStringLiteral("mo - fr 9-18; sat 9:30-14") << QStringLiteral("en_NG")
                                    << QList<int>{540, 540, 540, 540, 540, 270, 0}
                                    << QStringLiteral("Mon\u2013Fri 9\u201318, Sat 9:30\u201314");
        QTest::newRow("a break") << QStringLiteral("tue 14-18 9-13") << QStringLiteral("en_NG")
                                 << QList<int>{0, 480, 0, 0, 0, 0, 0} << QStringLiteral("Tue 9\u201313 14\u201318");
        QTest::newRow("over the week's end")
            << QStringLiteral("sat-thu 10-16") << QStringLiteral("en_NG") << QList<int>{360, 360, 360, 360, 0, 360, 360}
            << QStringLiteral("Mon\u2013Thu 10\u201316, Sat\u2013Sun 10\u201316");
        QTest::newRow("several days") << QStringLiteral("mon wed 9-10 tue 9-11") << QStringLiteral("en_NG")
                                      << QList<int>{60, 120, 60, 0, 0, 0, 0}
                                      << QStringLiteral("Mon 9\u201310, Tue 9\u201311, Wed 9\u201310");
        QTest::newRow("in French") << QStringLiteral("lun.-ven. 9h-18h30") << QStringLiteral("fr_FR")
                                   << QList<int>{570, 570, 570, 570, 570, 0, 0} << QString();
        QTest::newRow("Arabic digits") << QStringLiteral("mon \u0669-\u0661\u0667") << QStringLiteral("en_NG")
                                       << QList<int>{480, 0, 0, 0, 0, 0, 0} << QString();
        QTest::newRow("nothing") << QString() << QStringLiteral("en_NG") << QList<int>{0, 0, 0, 0, 0, 0, 0}
                                 << QString();
    }
    void areReadAsTheyAreWritten()
    {
        QFETCH(QString, typed);
        QFETCH(QString, locale);
        QFETCH(QString, written);
        const auto week = WorkWeek::parse(typed, QLocale(locale));
        QVERIFY2(week, week ? "" : week.error().code.constData());
        QList<int> minutes;
        for (int i = 0; i < 7; ++i)
            minutes.append(week->minutes(monday.plusDays(i)));
        QTEST(minutes, "minutes");
        if (!written.isEmpty())
            QCOMPARE(week->toText(QLocale(locale)), written);
        QCOMPARE(WorkWeek::parse(week->toText(QLocale(locale)), QLocale(locale)).value(), *week);
        QCOMPARE(WorkWeek::fromJson(week->toJson()), std::optional(*week));
    }

    void whatCannotBeReadIsNamed_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QByteArray>("code");
        QTest::addColumn<QString>("part");
        const auto row = [](const char *typed, const char *code, const char *part) {
            QTest::newRow(typed) << QString::fromUtf8(typed) << QByteArray(code) << QString::fromUtf8(part);
        };
        row("9-18", "hours.unreadable", "9-18");
        row("mon", "hours.unreadable", "mon");
        row("mon 9", "hours.unreadable", "9");
        row("mon 9-25", "hours.unreadable", "9-25");
        row("mon 18-9", "hours.backwards", "18-9");
        row("mon 9-9", "hours.backwards", "9-9");
        row("mon 9-13 12-18", "hours.overlap", "12-18");
        row("mon 9-10 tue-wed 9-10 mon 9:30-11", "hours.overlap", "9:30-11");
        row("t 9-18", "hours.unreadable", "t");
        row("moonday 9-18", "hours.unreadable", "moonday");
        row("mon-tue-wed 9-18", "hours.unreadable", "mon-tue-wed");
        row("mon 9-18-20", "hours.unreadable", "9-18-20");
    }
    void whatCannotBeReadIsNamed()
    {
        QFETCH(QString, typed);
        const auto week = WorkWeek::parse(typed, QLocale(QStringLiteral("en_NG")));
        QVERIFY(!week);
        QTEST(week.error().code, "code");
        QTEST(week.error().args.value(0), "part");
    }

    void whatIsLeftOfADay()
    {
        const WorkWeek week = WorkWeek::parse(u"mon 9-13 14-18", QLocale::c()).value();
        QCOMPARE(week.minutesAfter(monday, QTime(8, 0)), 480);
        QCOMPARE(week.minutesAfter(monday, QTime(12, 30)), 270);
        QCOMPARE(week.minutesAfter(monday, QTime(13, 30)), 240);
        QCOMPARE(week.minutesAfter(monday, QTime(18, 0)), 0);
    }

    void theUsualWeekHasTheCountrysFreeDay()
    {
        QCOMPARE(WorkWeek::usual(QStringLiteral("en_NG")).minutes(monday.plusDays(6)), 0);
        QCOMPARE(WorkWeek::usual(QStringLiteral("en_NG")).minutes(monday.plusDays(5)), 540);
        QCOMPARE(WorkWeek::usual(QStringLiteral("ar_EG")).minutes(monday.plusDays(4)), 0);
        QCOMPARE(WorkWeek::usual(QStringLiteral("ar_EG")).minutes(monday.plusDays(6)), 540);
    }

    void closedDaysSayWhy()
    {
        WorkingHours hours{WorkWeek::usual(QStringLiteral("en_NG")),
                           {{monday, monday.plusDays(2), QStringLiteral("Eid")}}};
        QCOMPARE(hours.closedBecause(monday.plusDays(2)), std::optional(QStringLiteral("Eid")));
        QVERIFY(!hours.isOpen(monday));
        QVERIFY(hours.isOpen(monday.plusDays(3)));
        QVERIFY(!hours.isOpen(monday.plusDays(6))); // Sunday
        QCOMPARE(WorkingHours::fromJson(hours.toJson(), QStringLiteral("en_NG")), hours);
    }

    //! What another program left there is not taken for hours.
    void damagedSettingsAreTheUsualOnes()
    {
        for (const QJsonValue &damaged :
             {QJsonValue(), QJsonValue(7), QJsonValue(QJsonObject{{QStringLiteral("week"), QStringLiteral("x")}}),
              QJsonValue(
                  QJsonObject{{QStringLiteral("week"),
                               QJsonObject{{QStringLiteral("1"), QJsonArray{QStringLiteral("18:00-09:00")}}}}})}) {
            const WorkingHours hours = WorkingHours::fromJson(damaged, QStringLiteral("en_NG"));
            QCOMPARE(hours.week, WorkWeek::usual(QStringLiteral("en_NG")));
            QVERIFY(!hours.isSaid);
        }
    }

    void fittingsAreCountedByGarment()
    {
        FittingRules rules;
        QCOMPARE(rules.countOf(QStringLiteral("suit")), 3);
        QCOMPARE(rules.countOf(QStringLiteral("shirt")), 0);
        rules.counts = {{QStringLiteral("shirt"), 1}, {QStringLiteral("suit"), 0}};
        rules.between = 3;
        rules.at = QTime(16, 30);
        QCOMPARE(rules.countOf(QStringLiteral("shirt")), 1);
        QCOMPARE(rules.countOf(QStringLiteral("suit")), 0);
        QCOMPARE(FittingRules::fromJson(rules.toJson()), rules);
        QCOMPARE(FittingRules::fromJson(QJsonObject{{QStringLiteral("between"), -3}}).between, FittingRules().between);
    }

private:
    const Date monday = Date::parse(u"2026-11-23").value();
};

QTEST_GUILESS_MAIN(TestWorkingHours)
#include "tst_working_hours.moc"
