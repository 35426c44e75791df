// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/exchange/formula.h"

#include <QTest>

#include <rapidcheck.h>

using namespace thimblely;

namespace {

FormulaSheet sheetOf(const QList<std::pair<QString, QString>> &entries)
{
    FormulaSheet sheet;
    for (const auto &[name, formula] : entries)
        sheet.add(name, formula);
    return sheet;
}

} // namespace

//! Formulas of measurement files are worked out exactly, and never guessed.
class TestFormula : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void values_data()
    {
        QTest::addColumn<QString>("formula");
        QTest::addColumn<qint64>("hundredths");
        QTest::newRow("number") << QStringLiteral("82.3") << qint64(8230);
        QTest::newRow("comma") << QStringLiteral("82,3") << qint64(8230);
        QTest::newRow("space behind") << QStringLiteral("24 ") << qint64(2400);
        QTest::newRow("order") << QStringLiteral("1+2*3-4/2") << qint64(500);
        QTest::newRow("brackets") << QStringLiteral("((1 + 2)*(3-1))") << qint64(600);
        QTest::newRow("from the left") << QStringLiteral("10-3-2") << qint64(500);
        QTest::newRow("division from the left") << QStringLiteral("12/3/2") << qint64(200);
        QTest::newRow("signs") << QStringLiteral("-1.25*-2 - +1") << qint64(150);
        QTest::newRow("names") << QStringLiteral("(height - @knee)/2") << qint64(6000);
        QTest::newRow("exact thirds") << QStringLiteral("height/3*3") << qint64(17000);
        QTest::newRow("rounded away from zero") << QStringLiteral("0.125") << qint64(13);
        QTest::newRow("name of a formula") << QStringLiteral("half*2") << qint64(17000);
    }
    void values()
    {
        QFETCH(QString, formula);
        QFETCH(qint64, hundredths);
        FormulaSheet sheet = sheetOf({{QStringLiteral("x"), formula},
                                      {QStringLiteral("height"), QStringLiteral("170")},
                                      {QStringLiteral("@knee"), QStringLiteral("50")},
                                      {QStringLiteral("half"), QStringLiteral("height/2")}});
        const auto value = sheet.value(QStringLiteral("x"));
        QVERIFY(value.ok() && value.value());
        QCOMPARE((*value)->rounded(100), std::optional(hundredths));
    }

    void failures_data()
    {
        QTest::addColumn<QString>("formula");
        QTest::addColumn<QByteArray>("code");
        QTest::newRow("operator at the end") << QStringLiteral("1+") << QByteArray("formula.syntax");
        QTest::newRow("two numbers") << QStringLiteral("1 2") << QByteArray("formula.syntax");
        QTest::newRow("open bracket") << QStringLiteral("(1") << QByteArray("formula.syntax");
        QTest::newRow("closed bracket") << QStringLiteral("1)") << QByteArray("formula.syntax");
        QTest::newRow("two points") << QStringLiteral("1.2.3") << QByteArray("formula.syntax");
        QTest::newRow("function") << QStringLiteral("max(1;2)") << QByteArray("formula.unknown_name");
        QTest::newRow("unknown") << QStringLiteral("nobody*2") << QByteArray("formula.unknown_name");
        QTest::newRow("itself") << QStringLiteral("x+1") << QByteArray("formula.cycle");
        QTest::newRow("each other") << QStringLiteral("y") << QByteArray("formula.cycle");
        QTest::newRow("by zero") << QStringLiteral("1/(2-2)") << QByteArray("formula.too_big");
        QTest::newRow("overflow") << QStringLiteral("999999999999999999*999999999999999999")
                                  << QByteArray("formula.too_big");
        QTest::newRow("deep") << QString(200, u'(') << QByteArray("formula.too_deep");
        QTest::newRow("signs") << QString(200, u'-') << QByteArray("formula.too_deep");
        QTest::newRow("long") << QString(2000, u'1') << QByteArray("formula.syntax");
    }
    void failures()
    {
        QFETCH(QString, formula);
        QFETCH(QByteArray, code);
        FormulaSheet sheet = sheetOf({{QStringLiteral("x"), formula}, {QStringLiteral("y"), QStringLiteral("x-1")}});
        const auto value = sheet.value(QStringLiteral("x"));
        QVERIFY(!value.ok());
        QCOMPARE(value.error().code, code);
    }

    void whatIsMadeOfNothingIsNotMeasured()
    {
        FormulaSheet sheet = sheetOf({{QStringLiteral("a"), QStringLiteral("0")},
                                      {QStringLiteral("b"), QStringLiteral("a+100")},
                                      {QStringLiteral("c"), QString()}});
        for (const char *name : {"a", "b", "c"}) {
            const auto value = sheet.value(QString::fromLatin1(name));
            QVERIFY(value.ok());
            QVERIFY(!value.value());
        }
    }

    void namesAreTakenOnce()
    {
        FormulaSheet sheet;
        QVERIFY(sheet.add(QStringLiteral("a"), QStringLiteral("1")));
        QVERIFY(!sheet.add(QStringLiteral("a"), QStringLiteral("2")));
        QCOMPARE((*sheet.value(QStringLiteral("a")))->rounded(1), std::optional<qint64>(1));
    }

    void longChainsAnswerAtOnce()
    {
        FormulaSheet sheet;
        sheet.add(QStringLiteral("n0"), QStringLiteral("1"));
        for (int i = 1; i <= 60; ++i) {
            const QString before = QStringLiteral("n") + QString::number(i - 1);
            sheet.add(QStringLiteral("n") + QString::number(i),
                      before + QStringLiteral("/2+") + before + QStringLiteral("/2"));
        }
        const auto value = sheet.value(QStringLiteral("n60")); // 2^60 steps unless every name is worked out once
        QVERIFY(value.ok() && value.value());
        QCOMPARE((*value)->rounded(1), std::optional<qint64>(1));
    }

    void arithmeticIsExact()
    {
        const bool holds = rc::check("a/b + c/d, less c/d, is a/b", [] {
            const auto part = [] { return *rc::gen::inRange<qint64>(1, 1'000'000); };
            const auto a = Rational::make(part(), part());
            const auto c = Rational::make(part(), part());
            const auto sum = a->plus(*c);
            RC_ASSERT(sum.has_value());
            const auto back = sum->minus(*c);
            RC_ASSERT(back.has_value());
            RC_ASSERT(back->numerator() == a->numerator() && back->denominator() == a->denominator());
            const auto product = a->times(*c);
            RC_ASSERT(product && product->over(*c)->numerator() == a->numerator());
        });
        QVERIFY(holds);
    }
};

QTEST_GUILESS_MAIN(TestFormula)
#include "tst_formula.moc"
