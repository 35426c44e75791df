// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/base/error.h"
#include "core/base/error_args.h"

#include <QTest>

using namespace thimblely;

namespace {

Money money(const char *currency, qint64 minor)
{
    return {minor, Currency::parse(QString::fromLatin1(currency)).value()};
}

} // namespace

//! What fills an error's sentence is written where it is read.
class TestErrorArgs : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void writes_data();
    void writes();
    void hidesMoney();
    void plainTextStays();
    void logsPlainly();
};

void TestErrorArgs::writes_data()
{
    QTest::addColumn<QString>("arg");
    QTest::addColumn<QString>("locale");
    QTest::addColumn<QString>("written");
    const auto row = [](const char *name, const QString &arg, const char *locale, const QString &written) {
        QTest::newRow(name) << arg << QString::fromLatin1(locale) << written;
    };
    const QString naira = errorArg(money("NGN", 600'000));
    row("money as its screens show it", naira, "en_NG", money("NGN", 600'000).toText(QLocale(QStringLiteral("en_NG"))));
    row("money in French", errorArg(money("EUR", 1'250)), "fr_FR",
        money("EUR", 1'250).toText(QLocale(QStringLiteral("fr_FR"))));
    row("money with Arabic digits", errorArg(money("EGP", 100'000)), "ar_EG",
        money("EGP", 100'000).toText(QLocale(QStringLiteral("ar_EG"))));
    row("less than nothing", errorArg(money("USD", -150)), "en_US",
        money("USD", -150).toText(QLocale(QStringLiteral("en_US"))));
    const QString day = errorArg(Date::parse(QStringLiteral("2026-11-05")).value());
    row("a day", day, "en_NG", QStringLiteral("5 Nov 2026"));
    row("a day in French", day, "fr_FR", QStringLiteral("5 nov. 2026"));
    row("centimetres", errorArg(Length(9'850), LengthUnit::Centimetre), "en_NG", QStringLiteral("98.5\u00a0cm"));
    row("centimetres in French", errorArg(Length(9'850), LengthUnit::Centimetre), "fr_FR",
        QStringLiteral("98,5\u00a0cm"));
    row("whole centimetres", errorArg(Length(40'000), LengthUnit::Centimetre), "en_NG", QStringLiteral("400\u00a0cm"));
    row("inches", errorArg(Length(9'779), LengthUnit::Inch), "en_US", QStringLiteral("38 1/2\u00a0in"));
    row("a count", errorArg(qint64(200'000)), "en_US", QStringLiteral("200,000"));
    row("a count in lakhs", errorArg(qint64(200'000)), "en_IN", QStringLiteral("2,00,000"));
}

void TestErrorArgs::writes()
{
    QFETCH(QString, arg);
    QFETCH(QString, locale);
    QFETCH(QString, written);
    QCOMPARE(writeErrorArg(arg, QLocale(locale)), written);
}

void TestErrorArgs::hidesMoney()
{
    const QLocale locale(QStringLiteral("en_NG"));
    const QString dots = QStringLiteral("••••");
    QCOMPARE(writeErrorArg(errorArg(money("NGN", 600'000)), locale, dots), dots);
    QCOMPARE(writeErrorArg(errorArg(qint64(7)), locale, dots), QStringLiteral("7"));
}

void TestErrorArgs::plainTextStays()
{
    for (const char *typed : {"", "6000.00", "money 5", "%2", "2026-11-25"})
        QCOMPARE(writeErrorArg(QString::fromLatin1(typed), QLocale(QStringLiteral("fr_FR"))),
                 QString::fromLatin1(typed));
    QVERIFY(!writeErrorArg(QStringLiteral("\u001fmoney\u001fx"), QLocale()).contains(u'\u001f')); // a damaged one
}

void TestErrorArgs::logsPlainly()
{
    const QString line = describe({ErrorKind::Invalid, "payment.more_than_due", {errorArg(money("NGN", 600'000))}, {}});
    QVERIFY2(!line.contains(u'\u001f') && line.contains(QLatin1String("6000")), qPrintable(line));
}

QTEST_GUILESS_MAIN(TestErrorArgs)
#include "tst_error_args.moc"
