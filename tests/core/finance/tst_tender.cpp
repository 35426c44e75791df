// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/finance/tender.h"

#include <QTest>

using namespace thimblely;
using namespace thimblely::finance;

namespace {

Money whole(const char *currency, qint64 units)
{
    const Currency parsed = Currency::parse(QString::fromLatin1(currency)).value();
    qint64 minor = units;
    for (int digit = 0; digit < parsed.minorDigits(); ++digit)
        minor *= 10;
    return {minor, parsed};
}

} // namespace

//! What may be laid down for a sum without being asked about.
class TestTender : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void doubts_data();
    void doubts();
    void offersWhatItDoesNotDoubt_data();
    void offersWhatItDoesNotDoubt();
    void offers();
};

void TestTender::doubts_data()
{
    QTest::addColumn<QByteArray>("currency");
    QTest::addColumn<qint64>("due");
    QTest::addColumn<qint64>("given");
    QTest::addColumn<bool>("doubted");
    const auto row = [](const char *name, const char *currency, qint64 due, qint64 given, bool doubted) {
        QTest::newRow(name) << QByteArray(currency) << due << given << doubted;
    };
    row("exactly", "NGN", 6'000, 6'000, false);
    row("too little is another matter", "NGN", 6'000, 5'000, false);
    row("nothing is due", "NGN", 0, 5'000, false);
    row("the next note", "NGN", 6'000, 7'000, false);
    row("a round bundle", "NGN", 6'000, 10'000, false);
    row("one zero too many", "NGN", 6'000, 60'000, true);
    row("a million for six thousand", "NGN", 6'000, 1'000'000, true);
    row("the largest note for little", "NGN", 50, 1'000, false);
    row("two largest notes for little", "NGN", 50, 2'000, true);
    row("a hundred dollars for five", "USD", 5, 100, false);
    row("a hundred and five dollars for five", "USD", 5, 105, true);
    row("two hundred euros for twelve", "EUR", 12, 200, false);
    row("five hundred euros for twelve", "EUR", 12, 500, true);
    row("no minor digits", "XOF", 3'500, 10'000, false);
    row("no minor digits, a zero too many", "XOF", 3'500, 35'000, true);
    row("three minor digits", "KWD", 4, 20, false);
    row("three minor digits, a zero too many", "KWD", 4, 40, true);
    row("notes not known: ten times", "MGA", 6'000, 60'000, false);
    row("notes not known: more", "MGA", 6'000, 60'010, true);
}

void TestTender::doubts()
{
    QFETCH(QByteArray, currency);
    QFETCH(qint64, due);
    QFETCH(qint64, given);
    QFETCH(bool, doubted);
    QCOMPARE(isDoubtfulTender(whole(currency.constData(), due), whole(currency.constData(), given)), doubted);
}

void TestTender::offersWhatItDoesNotDoubt_data()
{
    QTest::addColumn<QByteArray>("currency");
    for (const char *currency : {"NGN", "USD", "EUR", "INR", "KES", "XOF", "KWD", "JPY", "MGA"})
        QTest::newRow(currency) << QByteArray(currency);
}

void TestTender::offersWhatItDoesNotDoubt()
{
    QFETCH(QByteArray, currency);
    const Currency parsed = Currency::parse(QString::fromLatin1(currency)).value();
    for (qint64 due = 1; due < 100'000'000'000; due = due * 7 / 3 + 1) {
        const std::vector<Money> offered = likelyTenders({due, parsed});
        QVERIFY(!offered.empty() && offered.front().minor() == due);
        for (const Money &amount : offered) {
            QVERIFY(amount.minor() >= due);
            QVERIFY2(!isDoubtfulTender({due, parsed}, amount), qPrintable(amount.toPlain()));
        }
    }
}

void TestTender::offers()
{
    QCOMPARE(likelyTenders(whole("NGN", 6'000)),
             (std::vector{whole("NGN", 6'000), whole("NGN", 7'000), whole("NGN", 10'000)}));
    QCOMPARE(likelyTenders(whole("NGN", 0)), std::vector{whole("NGN", 0)});
    QCOMPARE(largestNote(whole("EUR", 1).currency()), whole("EUR", 200));
    QVERIFY(!largestNote(whole("MGA", 1).currency()));
}

QTEST_GUILESS_MAIN(TestTender)
#include "tst_tender.moc"
