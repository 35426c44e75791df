// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/search/day_words.h"
#include "core/search/fold.h"

#include <QtTest>

using namespace thimblely::search;

//! "navy trousers tuesday" in whatever language the person reads.
class TestDayWords : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readsDays_data();
    void readsDays();
    void ambiguousWordsMeanEither();
    void onlyWholeNamesAreSure_data();
    void onlyWholeNamesAreSure();
};

void TestDayWords::readsDays_data()
{
    QTest::addColumn<QString>("locale");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("rest");
    QTest::addColumn<int>("weekday");
    QTest::addColumn<int>("month");
    const auto row = [](const char *locale, const char *typed, const char *rest, int weekday, int month) {
        QTest::newRow(typed) << QString::fromLatin1(locale) << QString::fromUtf8(typed) << QString::fromUtf8(rest)
                             << weekday << month;
    };
    row("en_NG", "navy trousers tuesday", "navy trousers", 2, 0);
    row("en_NG", "grey coat, February", "grey coat", 0, 2);
    row("en_NG", "Thurs", "", 4, 0);
    row("en_NG", "coat sept", "coat", 0, 9);
    row("en_NG", "sunday", "", 7, 0);
    row("fr_FR", "manteau gris février", "manteau gris", 0, 2);
    row("fr_FR", "pantalon mercredi", "pantalon", 3, 0);
    row("fr_FR", "pantalon wednesday", "pantalon", 3, 0);
    row("es_ES", "falda sábado", "falda", 6, 0);
    row("es_ES", "falda sabado", "falda", 6, 0);
    row("sw_KE", "suruali jumanne", "suruali", 2, 0);
    row("ar_EG", "بنطلون الثلاثاء", "بنطلون", 2, 0);
    row("hi_IN", "कोट मंगलवार", "कोट", 2, 0);
    row("en_NG", "1042", "1042", 0, 0);
    row("en_NG", "we tu", "we tu", 0, 0);
    row("en_NG", "maroon skirt", "maroon skirt", 0, 0);
    row("ja_JP", "12", "12", 0, 0);
}

void TestDayWords::readsDays()
{
    QFETCH(QString, locale);
    QFETCH(QString, typed);
    QFETCH(QString, rest);
    QFETCH(int, weekday);
    QFETCH(int, month);
    const SaidDays said = saidDays(foldedWords(typed), QLocale(locale));
    QCOMPARE(said.rest, foldedWords(rest));
    QCOMPARE(said.any(), weekday > 0 || month > 0);
    if (!said.any())
        return;
    QCOMPARE(said.days.size(), size_t(1));
    if (weekday > 0)
        QCOMPARE(said.days[0].weekdays, 1U << weekday);
    if (month > 0)
        QCOMPARE(said.days[0].months, 1U << month);
}

void TestDayWords::ambiguousWordsMeanEither()
{
    const SaidDays said = saidDays({QStringLiteral("mar")}, QLocale(QStringLiteral("fr_FR")));
    QCOMPARE(said.days.size(), size_t(1));
    QCOMPARE(said.days[0].weekdays, 1U << 2); // mardi
    QCOMPARE(said.days[0].months, 1U << 3);   // mars, March
    QVERIFY(!said.areWhole());
}

void TestDayWords::onlyWholeNamesAreSure_data()
{
    QTest::addColumn<QString>("word");
    QTest::addColumn<bool>("whole");
    QTest::newRow("whole") << QStringLiteral("friday") << true;
    QTest::newRow("short") << QStringLiteral("fri") << false;
    QTest::newRow("on the way") << QStringLiteral("frid") << false;
    QTest::newRow("may may be a name") << QStringLiteral("may") << false;
}

void TestDayWords::onlyWholeNamesAreSure()
{
    QFETCH(QString, word);
    QFETCH(bool, whole);
    const SaidDays said = saidDays({word}, QLocale(QStringLiteral("en_NG")));
    QVERIFY(said.any());
    QCOMPARE(said.areWhole(), whole);
}

QTEST_GUILESS_MAIN(TestDayWords)
#include "tst_day_words.moc"
