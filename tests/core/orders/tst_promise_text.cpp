// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/orders/promise_text.h"
#include "tests/support/fake_clock.h"

#include <QTest>

using namespace thimblely;
using namespace thimblely::orders;

// "Now" is Wednesday 25 November 2026, 10:00 in Lagos.
class TestPromiseText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void refuses_data();
    void refuses();
    void today_data();
    void today();
    void aDayAloneIsUntilClosing_data();
    void aDayAloneIsUntilClosing();

private:
    const ShopCalendar m_lagos = ShopCalendar::make("Africa/Lagos").value();
    const test::FakeClock m_clock;
};

void TestPromiseText::aDayAloneIsUntilClosing_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<int>("hoursLater");
    QTest::addColumn<QTime>("time");
    QTest::newRow("a day") << QStringLiteral("fri") << 0 << QTime(18, 0);
    QTest::newRow("a short day") << QStringLiteral("sat") << 0 << QTime(13, 30);
    QTest::newRow("its own hour") << QStringLiteral("fri 11") << 0 << QTime(11, 0);
    QTest::newRow("after closing") << QStringLiteral("fri 20") << 0 << QTime(20, 0);
    QTest::newRow("today") << QStringLiteral("today") << 7 << QTime(18, 0);
    QTest::newRow("today, when it has closed") << QStringLiteral("today") << 9 << QTime();
    QTest::newRow("a day on which nobody works") << QStringLiteral("sun") << 0 << QTime();
    QTest::newRow("a feast") << QStringLiteral("thu") << 0 << QTime();
}

void TestPromiseText::aDayAloneIsUntilClosing()
{
    QFETCH(QString, typed);
    QFETCH(int, hoursLater);
    QFETCH(QTime, time);
    const QLocale locale(QStringLiteral("en_NG"));
    const Date feast = Date::parse(u"2026-11-26").value();
    const WorkingHours hours{WorkWeek::parse(u"Mon-Fri 9-13 14-18, Sat 9-13:30", locale).value(), {{feast, feast}}};
    const Instant now = m_clock.now().plusMsecs(hoursLater * 3'600'000LL);
    const Promise read = parsePromise(typed, m_lagos, now, locale).value();
    const Promise promised = untilClosing(read, hours, m_lagos, now);
    QCOMPARE(promised.date, read.date);
    QCOMPARE(promised.time.value_or(QTime()), time);
}

void TestPromiseText::reads_data()
{
    QTest::addColumn<QString>("locale");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("date");
    QTest::addColumn<QString>("time");
    const auto row = [](const char *locale, const char *typed, const char *date, const char *time = "") {
        QTest::addRow("%s: %s", locale, typed) << QString::fromLatin1(locale) << QString::fromUtf8(typed)
                                               << QString::fromLatin1(date) << QString::fromLatin1(time);
    };
    row("en_NG", "fr", "2026-11-27");
    row("en_NG", "Friday", "2026-11-27");
    row("en_NG", "FRI", "2026-11-27");
    row("en_NG", "fri.", "2026-11-27");
    row("en_NG", "wed", "2026-11-25"); // today counts
    row("en_NG", "tu", "2026-12-01");
    row("en_NG", "f17", "2026-11-27", "17:00");
    row("en_NG", "f 5pm", "2026-11-27", "17:00");
    row("en_NG", "f12am", "2026-11-27", "00:00");
    row("en_NG", "f12pm", "2026-11-27", "12:00");
    row("en_NG", "fr 17:30", "2026-11-27", "17:30");
    row("en_NG", "+0", "2026-11-25");
    row("en_NG", "+3", "2026-11-28");
    row("en_NG", "+3 5pm", "2026-11-28", "17:00");
    row("en_NG", "  +3   5 pm ", "2026-11-28", "17:00");
    row("en_NG", "today", "2026-11-25");
    row("en_NG", "today 18", "2026-11-25", "18:00");
    row("en_NG", "tomorrow 9:15", "2026-11-26", "09:15");
    row("en_NG", "25.11", "2026-11-25");
    row("en_NG", "4.12.", "2026-12-04");
    row("en_NG", "25.11 17h", "2026-11-25", "17:00");
    row("en_NG", "4.12 17h30", "2026-12-04", "17:30");
    row("en_NG", "4-12", "2026-12-04");
    row("en_NG", "4/12", "2026-12-04");
    row("en_NG", "25/11/26", "2026-11-25");
    row("en_NG", "4.12.2027", "2027-12-04");
    row("en_NG", "15.1", "2027-01-15"); // more than half a year gone: the next
    row("en_NG", "29.2.28", "2028-02-29");
    row("en_NG", "2026-12-04", "2026-12-04");
    row("en_NG", "2026-12-04 8", "2026-12-04", "08:00");
    row("en_NG", "4 dec", "2026-12-04"); // as the refusal itself proposes
    row("en_NG", "30 nov", "2026-11-30");
    row("en_NG", "nov 30", "2026-11-30");
    row("en_NG", "15 jan", "2027-01-15"); // more than half a year gone: the next
    row("en_NG", "30 November", "2026-11-30");
    row("en_NG", "DECEMBER 4", "2026-12-04");
    row("en_NG", "4dec", "2026-12-04");
    row("en_NG", "4 Dec.", "2026-12-04");
    row("en_NG", "4 sept 2027", "2027-09-04");
    row("en_NG", "sep 4, 2027", "2027-09-04");
    row("en_NG", "4 dec 17h", "2026-12-04", "17:00");
    row("en_NG", "dec 4 5pm", "2026-12-04", "17:00");
    row("en_GB", "4 sep 2027", "2027-09-04"); // "Sept" is the short name
    row("en_US", "dec 4", "2026-12-04");
    row("de_DE", "4. Dezember", "2026-12-04");
    row("de_DE", "4. Dez. 17:30", "2026-12-04", "17:30");
    row("de_DE", "4 dec", "2026-12-04"); // English is understood too
    row("fr_FR", "4 déc", "2026-12-04");
    row("fr_FR", "4 dec", "2026-12-04");
    row("fr_FR", "1 mai 2027", "2027-05-01");
    row("fr_FR", "mar 5", "2026-12-01", "05:00"); // mardi, not mars
    row("fr_FR", "5 mar 2027", "2027-03-05");
    row("ar_EG", "٤ ديسمبر", "2026-12-04");
    row("en_US", "12/4", "2026-12-04");  // month first
    row("en_US", "25/12", "2026-12-25"); // can only be one
    row("en_US", "4.12", "2026-12-04");  // with points the day is first everywhere
    row("fr_FR", "vendredi", "2026-11-27");
    row("fr_FR", "ven.", "2026-11-27");
    row("fr_FR", "ven 17h30", "2026-11-27", "17:30");
    row("fr_FR", "jeudi 17h", "2026-11-26", "17:00");
    row("fr_FR", "j", "2026-11-26");
    row("fr_FR", "friday", "2026-11-27"); // English is understood too
    row("fr_FR", "4/12", "2026-12-04");
    row("ar_EG", "الجمعة", "2026-11-27");
    row("ar_EG", "الخميس ١٧", "2026-11-26", "17:00");
    row("ar_EG", "+٣", "2026-11-28");
    row("ar_EG", "٤/١٢", "2026-12-04");
    row("ar_EG", "fr 17", "2026-11-27", "17:00");
}

void TestPromiseText::reads()
{
    QFETCH(QString, locale);
    QFETCH(QString, typed);
    QFETCH(QString, date);
    QFETCH(QString, time);
    const auto promise = parsePromise(typed, m_lagos, m_clock.now(), QLocale(locale));
    QVERIFY2(promise, qPrintable(promise ? QString() : describe(promise.error())));
    QCOMPARE(promise->date.toIso(), date);
    QCOMPARE(promise->time ? promise->time->toString(QStringLiteral("HH:mm")) : QString(), time);
}

void TestPromiseText::refuses_data()
{
    QTest::addColumn<QString>("locale");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QByteArray>("code");
    const auto row = [](const char *locale, const char *typed, const char *code) {
        QTest::addRow("%s: %s", locale, typed)
            << QString::fromLatin1(locale) << QString::fromUtf8(typed) << QByteArray(code);
    };
    row("en_NG", "", "order.promise_unreadable");
    row("en_NG", "soon", "order.promise_unreadable");
    row("en_NG", "32.1", "order.promise_unreadable");
    row("en_NG", "30.2", "order.promise_unreadable");
    row("en_NG", "31.4.27", "order.promise_unreadable");
    row("en_NG", "13/13", "order.promise_unreadable");
    row("en_NG", "fr 25", "order.promise_unreadable");
    row("en_NG", "fr 17:60", "order.promise_unreadable");
    row("en_NG", "fr 13pm", "order.promise_unreadable");
    row("en_NG", "fr 0pm", "order.promise_unreadable");
    row("en_NG", "fr 17 18", "order.promise_unreadable");
    row("en_NG", "+-3", "order.promise_unreadable");
    row("en_NG", "17", "order.promise_unreadable");
    row("en_NG", "2026-13-01", "order.promise_unreadable");
    row("en_NG", "31 feb", "order.promise_unreadable");
    row("en_NG", "nov 31", "order.promise_unreadable");
    row("en_NG", "4 fri", "order.promise_unreadable");
    row("en_NG", "4 de", "order.promise_unreadable");
    row("en_NG", "4 dec 25", "order.promise_unreadable");
    row("fr_FR", "4 jui", "order.promise_ambiguous"); // juin, juillet
    row("en_NG", "24 nov", "order.promise_past");
    row("en_NG", "t", "order.promise_ambiguous");
    row("en_NG", "s", "order.promise_ambiguous");
    row("en_NG", "s 17", "order.promise_ambiguous");
    row("fr_FR", "m", "order.promise_ambiguous"); // mardi, mercredi
    row("ar_EG", "ال", "order.promise_ambiguous");
    row("en_NG", "24.11", "order.promise_past");
    row("en_NG", "1.6", "order.promise_past");     // less than half a year gone: this year's was meant
    row("en_NG", "today 9", "order.promise_past"); // an hour ago
    row("en_NG", "wed 9:59", "order.promise_past");
    row("en_NG", "25/11/25", "order.promise_past");
    row("en_NG", "2026-11-24", "order.promise_past");
    row("fr_FR", "24/11", "order.promise_past");
    row("ar_EG", "٢٤/١١", "order.promise_past");
}

void TestPromiseText::refuses()
{
    QFETCH(QString, locale);
    QFETCH(QString, typed);
    QFETCH(QByteArray, code);
    const auto promise = parsePromise(typed, m_lagos, m_clock.now(), QLocale(locale));
    QVERIFY2(!promise, qPrintable(promise ? promise->date.toIso() : QString()));
    QCOMPARE(promise.error().code, code);
    QCOMPARE(promise.error().kind, ErrorKind::Invalid);
    QCOMPARE(promise.error().args.size(), qsizetype(1));
}

void TestPromiseText::today_data()
{
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<QTime>("dayStarts");
    QTest::addColumn<qint64>("hoursLater");
    QTest::addColumn<QString>("date");
    QTest::newRow("Lagos") << QByteArray("Africa/Lagos") << QTime(0, 0) << qint64(0) << QStringLiteral("2026-11-25");
    QTest::newRow("already tomorrow") << QByteArray("Pacific/Auckland") << QTime(0, 0) << qint64(3)
                                      << QStringLiteral("2026-11-26");
    QTest::newRow("still yesterday") << QByteArray("Pacific/Honolulu") << QTime(0, 0) << qint64(0)
                                     << QStringLiteral("2026-11-24");
    QTest::newRow("two at night, day starts at four")
        << QByteArray("Africa/Lagos") << QTime(4, 0) << qint64(16) << QStringLiteral("2026-11-25");
}

//! "Today" is the shop's.
void TestPromiseText::today()
{
    QFETCH(QByteArray, zone);
    QFETCH(QTime, dayStarts);
    QFETCH(qint64, hoursLater);
    QFETCH(QString, date);
    const auto calendar = ShopCalendar::make(zone, dayStarts).value();
    const Instant now = m_clock.now().plusMsecs(hoursLater * 3'600'000);
    const auto promise = parsePromise(u"today", calendar, now, QLocale(QStringLiteral("en_NG")));
    QVERIFY(promise);
    QCOMPARE(promise->date.toIso(), date);
}

QTEST_GUILESS_MAIN(TestPromiseText)
#include "tst_promise_text.moc"
