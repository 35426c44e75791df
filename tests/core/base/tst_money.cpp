// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/base/money.h"

#include <QTest>

#include <limits>
#include <numeric>

#include <rapidcheck.h>

using namespace thimblely;

namespace {

constexpr qint64 least = std::numeric_limits<qint64>::min();
constexpr qint64 most = std::numeric_limits<qint64>::max();

Currency currency(const char *code)
{
    return Currency::parse(QString::fromLatin1(code)).value();
}

Money naira(qint64 kobo)
{
    return {kobo, currency("NGN")};
}

//! Any 64-bit amount, its ends included, in a currency with 0, 2 or 3 decimals.
rc::Gen<Money> anyMoney()
{
    const auto minor = rc::gen::oneOf(rc::gen::arbitrary<qint64>(), rc::gen::inRange<qint64>(-1'000'000, 1'000'000),
                                      rc::gen::inRange<qint64>(least, most), rc::gen::element(least, least + 1, most));
    const auto code = rc::gen::element<std::string>("NGN", "XOF", "KWD", "EUR");
    return rc::gen::apply([](qint64 amount, const std::string &name) { return Money(amount, currency(name.c_str())); },
                          minor, code);
}

} // namespace

class TestMoney : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void currencies_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<int>("digits");
        QTest::newRow("naira") << QStringLiteral("NGN") << 2;
        QTest::newRow("CFA franc") << QStringLiteral("XOF") << 0;
        QTest::newRow("yen") << QStringLiteral("JPY") << 0;
        QTest::newRow("dinar") << QStringLiteral("KWD") << 3;
        QTest::newRow("lower case") << QStringLiteral("eur") << 2;
        QTest::newRow("unknown") << QStringLiteral("QQQ") << 2;
        QTest::newRow("short") << QStringLiteral("NG") << -1;
        QTest::newRow("long") << QStringLiteral("NGNN") << -1;
        QTest::newRow("digit") << QStringLiteral("NG1") << -1;
        QTest::newRow("dotless i") << QStringLiteral("\u0131NR") << -1;
        QTest::newRow("sharp s") << QStringLiteral("U\u00df") << -1;
        QTest::newRow("empty") << QString() << -1;
    }

    void currencies()
    {
        QFETCH(QString, code);
        QFETCH(int, digits);
        const auto parsed = Currency::parse(code);
        QCOMPARE(parsed.ok(), digits >= 0);
        if (!parsed.ok())
            QCOMPARE(parsed.error().code, QByteArray("currency.malformed"));
        else
            QCOMPARE(parsed->minorDigits(), digits);
        if (parsed.ok())
            QCOMPARE(parsed->code(), code.toUpper());
    }

    void reads_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("locale");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("plain"); // empty: refused
        const auto row = [](const char *name, const QString &text, const char *locale, const char *code,
                            const char *plain) {
            QTest::newRow(name) << text << QString::fromLatin1(locale) << QString::fromLatin1(code)
                                << QString::fromLatin1(plain);
        };
        row("whole", QStringLiteral("1500"), "en_NG", "NGN", "1500.00");
        row("decimals", QStringLiteral("1500.5"), "en_NG", "NGN", "1500.50");
        row("grouped", QStringLiteral("1,234,567.89"), "en_NG", "NGN", "1234567.89");
        row("lakh", QStringLiteral("12,34,567.00"), "hi_IN", "INR", "1234567.00");
        row("blanks around", QStringLiteral("  7 "), "en_NG", "NGN", "7.00");
        row("minus", QStringLiteral("-3.10"), "en_NG", "NGN", "-3.10");
        row("typographic minus", QStringLiteral("\u22123"), "en_NG", "NGN", "-3.00");
        row("French comma", QStringLiteral("1234,5"), "fr_FR", "EUR", "1234.50");
        row("French blank", QStringLiteral("1 234,5"), "fr_FR", "EUR", "1234.50");
        row("French no-break", QStringLiteral("1\u00a0234,5"), "fr_FR", "EUR", "1234.50");
        row("French dot", QStringLiteral("12.5"), "fr_FR", "EUR", "12.50");
        row("German dot groups", QStringLiteral("1.500"), "de_DE", "EUR", "1500.00");
        row("Swiss apostrophe", QStringLiteral("1'500.20"), "de_CH", "CHF", "1500.20");
        row("Arabic digits", QStringLiteral("\u0661\u0662\u066b\u0665"), "ar_EG", "EGP", "12.50");
        row("Latin digits in Arabic", QStringLiteral("12.5"), "ar_EG", "EGP", "12.50");
        row("Devanagari digits", QStringLiteral("\u0967\u0968"), "hi_IN", "INR", "12.00");
        row("direction mark", QStringLiteral("\u200f12"), "ar_EG", "EGP", "12.00");
        row("no decimals", QStringLiteral("1500"), "fr_SN", "XOF", "1500");
        row("three decimals", QStringLiteral("1.234"), "en_KW", "KWD", "1.234");
        row("largest", QStringLiteral("92233720368547758.07"), "en_NG", "NGN", "92233720368547758.07");

        row("empty", QString(), "en_NG", "NGN", "");
        row("sign alone", QStringLiteral("-"), "en_NG", "NGN", "");
        row("words", QStringLiteral("ten"), "en_NG", "NGN", "");
        row("unit behind", QStringLiteral("10 cm"), "en_NG", "NGN", "");
        row("exponent", QStringLiteral("1e3"), "en_NG", "NGN", "");
        row("superscript", QStringLiteral("1\u00b2"), "en_NG", "NGN", "");
        row("two points", QStringLiteral("1.2.3"), "en_NG", "NGN", "");
        row("point at the end", QStringLiteral("12."), "en_NG", "NGN", "");
        row("point first", QStringLiteral(".5"), "en_NG", "NGN", "");
        row("too fine", QStringLiteral("1.005"), "en_NG", "NGN", "");
        row("too fine for francs", QStringLiteral("1.5"), "fr_SN", "XOF", "");
        row("German dot decimals", QStringLiteral("1.50"), "de_DE", "EUR", "");
        row("short group", QStringLiteral("1,23"), "en_NG", "NGN", "");
        row("long first group", QStringLiteral("1234,567"), "en_NG", "NGN", "");
        row("group in decimals", QStringLiteral("1.234,567"), "en_NG", "NGN", "");
        row("minus inside", QStringLiteral("1-2"), "en_NG", "NGN", "");
        row("too large", QStringLiteral("92233720368547758.08"), "en_NG", "NGN", "");
        row("far too large", QStringLiteral("99999999999999999999999999"), "en_NG", "NGN", "");
    }

    void reads()
    {
        QFETCH(QString, text);
        QFETCH(QString, locale);
        QFETCH(QString, code);
        QFETCH(QString, plain);
        const auto money = Money::parse(text, Currency::parse(code).value(), QLocale(locale));
        QCOMPARE(money.ok(), !plain.isEmpty());
        if (money.ok())
            QCOMPARE(money->toPlain(), plain);
        else
            QVERIFY(money.error().code.startsWith("money."));
    }

    void writes()
    {
        const QLocale english(QStringLiteral("en_NG"));
        QCOMPARE(naira(123'456'789).toText(english), QStringLiteral("\u20a61,234,567.89"));
        QCOMPARE(naira(150'000).toText(english), QStringLiteral("\u20a61,500"));
        QCOMPARE(naira(-150'005).toText(english), QStringLiteral("\u2212\u20a61,500.05"));
        QCOMPARE(naira(-5).toFigure(english), QStringLiteral("\u22120.05"));
        QCOMPARE(naira(-5).toPlain(), QStringLiteral("-0.05"));
        QCOMPARE(Money(1500, currency("XOF")).toText(QLocale(QStringLiteral("fr_FR"))),
                 QStringLiteral("XOF\u00a01\u202f500"));
        QCOMPARE(Money(1250, currency("EGP")).toFigure(QLocale(QStringLiteral("ar_EG"))),
                 QStringLiteral("\u0661\u0662\u066b\u0665\u0660"));
        QCOMPARE(naira(least).toText(english), QStringLiteral("\u2212\u20a692,233,720,368,547,758.08"));
        QCOMPARE(Money(least, currency("XOF")).toPlain(), QStringLiteral("-9223372036854775808"));
    }

    void readsBackWhatItWrites_data()
    {
        QTest::addColumn<QString>("locale");
        for (const char *name : {"en_NG", "en_IN", "fr_FR", "ar_EG", "ar_MA", "hi_IN", "de_CH", "pt_BR"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }

    void readsBackWhatItWrites()
    {
        QFETCH(QString, locale);
        const QLocale where(locale);
        QVERIFY(rc::check([&where] {
            const Money money = *anyMoney();
            const auto back = Money::parse(money.toFigure(where), money.currency(), where);
            RC_ASSERT(back.ok());
            RC_ASSERT(back.value() == money);
            const auto fromPlain = Money::parse(money.toPlain(), money.currency(), QLocale::c());
            RC_ASSERT(fromPlain.ok());
            RC_ASSERT(fromPlain.value() == money);
        }));
    }

    void addsAndTakesAway()
    {
        QVERIFY(rc::check([] {
            const Money first = *anyMoney();
            const Money second(*rc::gen::arbitrary<qint64>(), first.currency());
            const auto sum = first.plus(second);
            qint64 exact = 0;
            const bool fits = !__builtin_add_overflow(first.minor(), second.minor(), &exact);
            RC_ASSERT(sum.ok() == fits);
            if (fits) {
                RC_ASSERT(sum->minor() == exact);
                RC_ASSERT(sum->minus(second).value() == first);
            } else {
                RC_ASSERT(sum.error().code == "money.overflow");
            }
        }));
    }

    void saysWhatDoesNotFit()
    {
        QCOMPARE(naira(most).plus(naira(1)).error().code, QByteArray("money.overflow"));
        QCOMPARE(naira(least).minus(naira(1)).error().code, QByteArray("money.overflow"));
        QCOMPARE(naira(least).negated().error().code, QByteArray("money.overflow"));
        QCOMPARE(naira(most).timesMilli(1001).error().code, QByteArray("money.overflow"));
        QCOMPARE(naira(1).plus(Money(1, currency("EUR"))).error().code, QByteArray("money.mixed_currency"));
        QCOMPARE(naira(1).minus(Money(1, currency("EUR"))).error().code, QByteArray("money.mixed_currency"));
    }

    void roundsHalvesAwayFromZero()
    {
        QCOMPARE(naira(1).timesMilli(2500).value().minor(), 3);
        QCOMPARE(naira(-1).timesMilli(2500).value().minor(), -3);
        QCOMPARE(naira(1).timesMilli(2499).value().minor(), 2);
        QCOMPARE(naira(10'000).share(Rate(75'000)).value().minor(), 750);
        QCOMPARE(naira(10).share(Rate::percent(5)).value().minor(), 1);
        QCOMPARE(naira(-10).share(Rate::percent(5)).value().minor(), -1);
        QCOMPARE(naira(10'750).taxIncluded(Rate(75'000)).value().minor(), 750);
        QCOMPARE(naira(10'750).taxIncluded(Rate(0)).value().minor(), 0);
        QCOMPARE(naira(1).taxIncluded(Rate(-1)).error().code, QByteArray("money.negative_rate"));
    }

    void splitsByLargestRemainder()
    {
        const std::vector<qint64> thirds = {1, 1, 1};
        const auto parts = naira(100).split(thirds).value();
        QCOMPARE(parts[0].minor(), 34);
        QCOMPARE(parts[1].minor(), 33);
        QCOMPARE(parts[2].minor(), 33);
        QCOMPARE(naira(1).split(std::vector<qint64>{}).error().code, QByteArray("money.no_weight"));
        QCOMPARE(naira(1).split(std::vector<qint64>{0, 0}).error().code, QByteArray("money.no_weight"));
        QCOMPARE(naira(1).split(std::vector<qint64>{1, -1}).error().code, QByteArray("money.negative_weight"));
    }

    // Nothing is lost, nothing goes to a weight of nothing, and no part is off by a whole unit.
    void splitLosesNothing()
    {
        __extension__ using Wide = __int128;
        QVERIFY(rc::check([] {
            const Money whole = *anyMoney();
            const auto weights = *rc::gen::nonEmpty(rc::gen::container<std::vector<qint64>>(
                rc::gen::oneOf(rc::gen::inRange<qint64>(0, 10), rc::gen::inRange<qint64>(0, most))));
            const Wide total = std::accumulate(weights.begin(), weights.end(), Wide(0));
            RC_PRE(total > 0);
            const auto parts = whole.split(weights);
            RC_ASSERT(parts.ok());
            RC_ASSERT(parts->size() == weights.size());
            Wide sum = 0;
            for (size_t i = 0; i < weights.size(); ++i) {
                const Wide part = parts.value()[i].minor();
                sum += part;
                const Wide floor = Wide(whole.minor()) * weights[i] / total;
                const Wide off = part > floor ? part - floor : floor - part;
                RC_ASSERT(off <= 1);
                RC_ASSERT(weights[i] != 0 || part == 0);
            }
            RC_ASSERT(sum == whole.minor());
        }));
    }
};

QTEST_GUILESS_MAIN(TestMoney)
#include "tst_money.moc"
