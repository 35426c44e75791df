// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/base/date.h"

#include <QDateTime>
#include <QTest>
#include <QTimeZone>

#include <limits>

#include <rapidcheck.h>

using namespace thimblely;

namespace {

Date date(const char *iso)
{
    return Date::parse(QString::fromLatin1(iso)).value();
}

Instant utc(const char *iso)
{
    const QDateTime moment = QDateTime::fromString(QString::fromLatin1(iso), Qt::ISODate);
    Q_ASSERT(moment.isValid() && moment.timeSpec() == Qt::UTC);
    return Instant(moment.toMSecsSinceEpoch());
}

} // namespace

class TestDate : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsAndWritesIso()
    {
        QCOMPARE(date("2026-11-25").toIso(), QStringLiteral("2026-11-25"));
        QCOMPARE(date("2024-02-29").toIso(), QStringLiteral("2024-02-29"));
        QCOMPARE(Date::fromQDate(QDate(2026, 1, 2)).value(), date("2026-01-02"));
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text : {"", "2026-02-29", "2026-13-01", "2026-1-2", "26-01-02", "2026/01/02", "02.01.2026",
                                 "2026-01-02T00", "0000-01-01", "-001-01-01", "2026-01-0a"})
            QTest::newRow(*text ? text : "empty") << QString::fromLatin1(text);
        QTest::newRow("Arabic digits") << QStringLiteral("\u0662\u0660\u0662\u0666-01-02");
    }

    void refuses()
    {
        QFETCH(QString, text);
        const auto parsed = Date::parse(text);
        QVERIFY(!parsed.ok());
        QCOMPARE(parsed.error().code, QByteArray("date.malformed"));
    }

    void refusesDaysOutOfItsYears()
    {
        QVERIFY(!Date::fromQDate(QDate()).ok());
        QVERIFY(!Date::fromQDate(QDate(10'000, 1, 1)).ok());
        QVERIFY(!Date::fromQDate(QDate(-1, 1, 1)).ok());
    }

    void counts()
    {
        QVERIFY(rc::check([] {
            const Date start = date("2026-11-25");
            const qint64 days = *rc::gen::inRange<qint64>(-500'000, 500'000);
            RC_ASSERT(start.daysTo(start.plusDays(days)) == days);
            RC_ASSERT((start < start.plusDays(days)) == (days > 0));
            RC_ASSERT(Date::parse(start.plusDays(days).toIso()).value() == start.plusDays(days));
        }));
    }

    void neverLeavesItsYears()
    {
        QCOMPARE(date("9999-12-31").plusDays(1), date("9999-12-31"));
        QCOMPARE(date("0001-01-01").plusDays(-1), date("0001-01-01"));
        QCOMPARE(date("2026-11-25").plusDays(std::numeric_limits<qint64>::max()), date("9999-12-31"));
        const ShopCalendar lagos = ShopCalendar::make("Africa/Lagos").value();
        QCOMPARE(lagos.dayOf(Instant(std::numeric_limits<qint64>::max())), date("9999-12-31"));
        QCOMPARE(lagos.dayOf(Instant(std::numeric_limits<qint64>::min())), date("0001-01-01"));
    }

    void knowsTheShopsDay_data()
    {
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<QTime>("dayStart");
        QTest::addColumn<qint64>("instant");
        QTest::addColumn<QString>("day");
        const auto row = [](const char *name, const char *zone, QTime start, const char *instant, const char *day) {
            QTest::newRow(name) << QByteArray(zone) << start << utc(instant).msecs() << QString::fromLatin1(day);
        };
        const QTime midnight(0, 0);
        row("Lagos, before midnight", "Africa/Lagos", midnight, "2026-11-25T22:59:59Z", "2026-11-25");
        row("Lagos, after midnight", "Africa/Lagos", midnight, "2026-11-25T23:00:00Z", "2026-11-26");
        row("Los Angeles", "America/Los_Angeles", midnight, "2026-11-26T07:59:00Z", "2026-11-25");
        row("Kathmandu, a quarter off", "Asia/Kathmandu", midnight, "2026-11-25T18:15:00Z", "2026-11-26");
        row("before a feast", "Africa/Lagos", QTime(4, 0), "2026-11-26T02:59:00Z", "2026-11-25");
        row("the new day", "Africa/Lagos", QTime(4, 0), "2026-11-26T03:00:00Z", "2026-11-26");
        row("summer time", "Europe/Berlin", midnight, "2026-07-01T22:00:00Z", "2026-07-02");
        row("winter time", "Europe/Berlin", midnight, "2026-12-01T22:00:00Z", "2026-12-01");
        row("the skipped midnight", "Africa/Cairo", midnight, "2026-04-23T22:00:00Z", "2026-04-24");
        row("before 1970", "Africa/Lagos", midnight, "1955-03-01T23:30:00Z", "1955-03-02");
    }

    void knowsTheShopsDay()
    {
        QFETCH(QByteArray, zone);
        QFETCH(QTime, dayStart);
        QFETCH(qint64, instant);
        QFETCH(QString, day);
        QCOMPARE(ShopCalendar::make(zone, dayStart)->dayOf(Instant(instant)).toIso(), day);
    }

    void knowsTheMoment()
    {
        const ShopCalendar berlin = ShopCalendar::make("Europe/Berlin").value();
        QCOMPARE(berlin.at(date("2026-07-01"), QTime(9, 30)), utc("2026-07-01T07:30:00Z"));
        QCOMPARE(berlin.at(date("2026-12-01"), QTime(9, 30)), utc("2026-12-01T08:30:00Z"));
        QCOMPARE(berlin.at(date("2026-03-29"), QTime(2, 30)), utc("2026-03-29T01:30:00Z")); // put forward over it
        QCOMPARE(berlin.at(date("2026-10-25"), QTime(2, 30)), utc("2026-10-25T00:30:00Z")); // comes twice
    }

    // A day's noon is on that day, wherever the shop is and however its clocks are set.
    void noonIsOnItsDay()
    {
        QVERIFY(rc::check([] {
            const auto zone = *rc::gen::element<std::string>("Africa/Lagos", "Africa/Cairo", "Asia/Kolkata",
                                                             "America/St_Johns", "Pacific/Apia", "Europe/London");
            const ShopCalendar shop = ShopCalendar::make(QByteArray::fromStdString(zone), QTime(5, 0)).value();
            const Date day = date("2026-01-01").plusDays(*rc::gen::inRange<qint64>(0, 5000));
            RC_ASSERT(shop.dayOf(shop.at(day, QTime(12, 0))) == day);
        }));
    }

    void refusesWhatIsNoCalendar()
    {
        QCOMPARE(ShopCalendar::make("Africa/Nowhere").error().code, QByteArray("calendar.unknown_zone"));
        QCOMPARE(ShopCalendar::make("").error().code, QByteArray("calendar.unknown_zone"));
        QCOMPARE(ShopCalendar::make("Africa/Lagos", QTime(12, 0)).error().code, QByteArray("calendar.day_start"));
        QCOMPARE(ShopCalendar::make("Africa/Lagos", QTime()).error().code, QByteArray("calendar.day_start"));
    }
};

QTEST_GUILESS_MAIN(TestDate)
#include "tst_date.moc"
