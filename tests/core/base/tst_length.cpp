// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/base/length.h"

#include <QTest>

#include <rapidcheck.h>

using namespace thimblely;

namespace {

constexpr LengthUnit cm = LengthUnit::Centimetre;
constexpr LengthUnit mm = LengthUnit::Millimetre;
constexpr LengthUnit inch = LengthUnit::Inch;

void row(const char *name, const QString &text, LengthUnit unit, qint64 tenths)
{
    QTest::newRow(name) << text << int(unit) << tenths;
}

void refusal(const char *name, const QString &text, LengthUnit unit, const char *code)
{
    QTest::newRow(name) << text << int(unit) << QByteArray(code);
}

} // namespace

class TestLength : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aLengthIsWrittenInOneForm()
    {
        const auto out = [](const char *text, int parts) {
            return writtenOut(TypedLength::parse(QString::fromUtf8(text), inch, parts).value());
        };
        for (const char *half :
             {"38 4", "38 4/8", "38 1/2", "38\u00bd", "38.5", "38,50", "38 2/4 in", "\u0663\u0668 4"})
            QCOMPARE(out(half, 8), QStringLiteral("38 1/2"));
        QCOMPARE(out("38 2", 4), QStringLiteral("38 1/2"));
        QCOMPARE(out("38 2\"", 8), QStringLiteral("38 1/4"));
        QCOMPARE(out("38 0", 8), QStringLiteral("38"));
        QCOMPARE(out("3/16", 8), QStringLiteral("3/16"));
        QCOMPARE(out("38 5/64", 8), QStringLiteral("38 5/64")); // nothing is rounded away
        QCOMPARE(out("38.3", 8), QStringLiteral("38.3"));
        for (const char16_t *same : {u"82,3", u"82.30", u"82.3"})
            QCOMPARE(writtenOut(TypedLength::parse(same, cm).value()), QStringLiteral("82.3"));
        QCOMPARE(writtenOut(TypedLength::parse(u"82.34", cm).value(), QStringLiteral(",")), QStringLiteral("82,34"));
        QCOMPARE(writtenOut(TypedLength::parse(u"82.0", cm).value()), QStringLiteral("82"));
        QCOMPARE(writtenOut(TypedLength::parse(u"823.4", mm).value()), QStringLiteral("823.4"));
    }
    void accepts_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("unit");
        QTest::addColumn<qint64>("tenths");
        row("cm", QStringLiteral("82"), cm, 8200);
        row("cm point", QStringLiteral("82.3"), cm, 8230);
        row("cm comma", QStringLiteral("82,3"), cm, 8230);
        row("cm to 0.1 mm", QStringLiteral("82.34"), cm, 8234);
        row("cm trailing zeros", QStringLiteral("82.3400"), cm, 8234);
        row("cm blanks", QStringLiteral(" 82 "), cm, 8200);
        row("cm longest", QStringLiteral("400"), cm, 40'000);
        row("cm Arabic digits", QStringLiteral("\u0668\u0662\u066b\u0663"), cm, 8230);
        row("cm Devanagari digits", QStringLiteral("\u096e\u0968"), cm, 8200);
        row("mm", QStringLiteral("823"), mm, 8230);
        row("mm tenth", QStringLiteral("823.4"), mm, 8234);
        row("inch", QStringLiteral("38"), inch, 9652);
        row("inch half", QStringLiteral("38 1/2"), inch, 9779);
        row("inch mark", QStringLiteral("38 1/2\""), inch, 9779);
        row("inch double prime", QStringLiteral("38 1/2\u2033"), inch, 9779);
        row("inch word", QStringLiteral("38 1/2 in"), inch, 9779);
        row("inch hyphen", QStringLiteral("38-1/2"), inch, 9779);
        row("inch vulgar", QStringLiteral("38\u00bd"), inch, 9779);
        row("inch vulgar apart", QStringLiteral("38 \u00bd"), inch, 9779);
        row("inch vulgar eighths", QStringLiteral("38\u215d"), inch, 9811);
        row("inch fraction slash", QStringLiteral("38 1\u20442"), inch, 9779);
        row("inch fraction alone", QStringLiteral("1/2"), inch, 127);
        row("inch vulgar alone", QStringLiteral("\u00be"), inch, 191);
        row("inch sixteenth", QStringLiteral("1 1/16"), inch, 270);
        row("inch sixty-fourth", QStringLiteral("1 1/64"), inch, 258);
        row("inch shorthand", QStringLiteral("38 4"), inch, 9779);
        row("inch decimal", QStringLiteral("38.5"), inch, 9779);
        row("inch decimal eighth", QStringLiteral("38.125"), inch, 9684);
        row("inch decimal sixteenth", QStringLiteral("38.0625"), inch, 9668);
        row("inch hundredths", QStringLiteral("38.33"), inch, 9736);
    }

    void accepts()
    {
        QFETCH(QString, text);
        QFETCH(int, unit);
        QFETCH(qint64, tenths);
        const auto length = TypedLength::parse(text, LengthUnit(unit));
        QVERIFY2(length.ok(), length.ok() ? "" : length.error().code.constData());
        QCOMPARE(length->value.tenthsOfMm(), tenths);
        QCOMPARE(length->unit, LengthUnit(unit));
        QCOMPARE(length->text, text.trimmed()); // as typed, never rewritten
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("unit");
        QTest::addColumn<QByteArray>("code");
        refusal("empty", QString(), cm, "length.malformed");
        refusal("blank", QStringLiteral("   "), cm, "length.malformed");
        refusal("word", QStringLiteral("wide"), cm, "length.malformed");
        refusal("superscript", QStringLiteral("8\u00b2"), cm, "length.malformed");
        refusal("inches in a cm field", QStringLiteral("38 1/2"), cm, "length.malformed");
        refusal("inch mark in a cm field", QStringLiteral("38\""), cm, "length.malformed");
        refusal("vulgar in a cm field", QStringLiteral("38\u00bd"), cm, "length.malformed");
        refusal("vulgar in a mm field", QStringLiteral("380\u00bd"), mm, "length.malformed");
        refusal("two points", QStringLiteral("8.2.3"), cm, "length.malformed");
        refusal("exponent", QStringLiteral("8e1"), cm, "length.malformed");
        refusal("feet", QStringLiteral("5'10"), inch, "length.malformed");
        refusal("a third", QStringLiteral("38 1/3"), inch, "length.malformed");
        refusal("over nothing", QStringLiteral("38 1/0"), inch, "length.malformed");
        refusal("a fraction of one and more", QStringLiteral("38 3/2"), inch, "length.malformed");
        refusal("two fractions", QStringLiteral("38 1/2 1/4"), inch, "length.malformed");
        refusal("shorthand beyond the inch", QStringLiteral("38 8"), inch, "length.malformed");
        refusal("far too long a text", QString(41, u'1'), cm, "length.malformed");
        refusal("zero", QStringLiteral("0"), cm, "length.out_of_range");
        refusal("zero inches", QStringLiteral("0"), inch, "length.out_of_range");
        refusal("negative", QStringLiteral("-82"), cm, "length.out_of_range");
        refusal("negative, typographic", QStringLiteral("\u221238 1/2"), inch, "length.out_of_range");
        refusal("longer than a tape", QStringLiteral("400.1"), cm, "length.out_of_range");
        refusal("longer than a tape in inches", QStringLiteral("158"), inch, "length.out_of_range");
        refusal("mm in a cm field", QStringLiteral("823"), cm, "length.out_of_range");
        refusal("finer than 0.1 mm in cm", QStringLiteral("82.345"), cm, "length.too_fine");
        refusal("finer than 0.1 mm", QStringLiteral("823.45"), mm, "length.too_fine");
        refusal("finer than 1/64", QStringLiteral("38 1/128"), inch, "length.too_fine");
        refusal("finer than a hundredth", QStringLiteral("38.333"), inch, "length.too_fine");
    }

    void refuses()
    {
        QFETCH(QString, text);
        QFETCH(int, unit);
        QFETCH(QByteArray, code);
        const auto length = TypedLength::parse(text, LengthUnit(unit));
        QVERIFY(!length.ok());
        QCOMPARE(length.error().kind, ErrorKind::Invalid);
        QCOMPARE(length.error().code, code);
    }

    void takesTheTapesOwnParts()
    {
        QCOMPARE(TypedLength::parse(u"38 4", inch, 16)->value.tenthsOfMm(), 9716); // 38 and 4/16, rounded
        QCOMPARE(TypedLength::parse(u"38 15", inch, 16)->value.tenthsOfMm(), 9890);
        QVERIFY(!TypedLength::parse(u"38 15", inch, 8).ok());
    }

    void showsInAnotherUnit_data()
    {
        QTest::addColumn<QString>("shown");
        QTest::addColumn<int>("unit");
        QTest::addColumn<qint64>("tenths");
        row("cm", QStringLiteral("82.3"), cm, 8230);
        row("cm rounded", QStringLiteral("82.4"), cm, 8235);
        row("cm whole", QStringLiteral("82"), cm, 8200);
        row("cm negative", QStringLiteral("\u22121.5"), cm, -150);
        row("cm nothing", QStringLiteral("0"), cm, -4);
        row("mm", QStringLiteral("823"), mm, 8234);
        row("inch", QStringLiteral("38 1/2"), inch, 9779);
        row("inch whole", QStringLiteral("38"), inch, 9652);
        row("inch quarter", QStringLiteral("38 1/4"), inch, 9716);
        row("inch up to whole", QStringLiteral("39"), inch, 9900);
        row("inch fraction alone", QStringLiteral("1/8"), inch, 32);
        row("inch nothing", QStringLiteral("0"), inch, 3);
        row("inch negative", QStringLiteral("\u22121/2"), inch, -127);
    }

    void showsInAnotherUnit()
    {
        QFETCH(QString, shown);
        QFETCH(int, unit);
        QFETCH(qint64, tenths);
        QCOMPARE(toText(Length(tenths), LengthUnit(unit)), shown);
    }

    void takesTheDecimalPointOfThePlace()
    {
        QCOMPARE(toText(Length(8230), cm, QStringLiteral(",")), QStringLiteral("82,3"));
    }

    // What is shown in a unit can be typed in it, and is that length to the shown precision.
    void readsBackWhatItShows()
    {
        QVERIFY(rc::check([] {
            const Length length(*rc::gen::inRange<qint64>(100, 39'900));
            const LengthUnit unit = *rc::gen::element(cm, mm, inch);
            const auto back = TypedLength::parse(toText(length, unit), unit);
            RC_ASSERT(back.ok());
            const qint64 off = qAbs(back->value.tenthsOfMm() - length.tenthsOfMm());
            RC_ASSERT(off <= (unit == inch ? 17 : 5));
        }));
    }

    void namesItsUnits()
    {
        for (const LengthUnit unit : {cm, mm, inch})
            QCOMPARE(lengthUnitFromCode(toCode(unit)).value(), unit);
        QCOMPARE(lengthUnitFromCode(u"inch").value(), inch);
        QCOMPARE(lengthUnitFromCode(u"ft").error().code, QByteArray("length.unknown_unit"));
    }
};

QTEST_GUILESS_MAIN(TestLength)
#include "tst_length.moc"
