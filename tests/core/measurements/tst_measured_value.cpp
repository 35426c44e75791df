// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/measurements/measured_value.h"

#include <QtTest>

#include <rapidcheck.h>

using namespace thimblely;

class TestMeasuredValue : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aShopsOwnFieldsAreNumbersAndWords()
    {
        const auto read = [](const char *code, const char *text) {
            return MeasuredValue::parse(QString::fromLatin1(code), Side::Both, QString::fromUtf8(text),
                                        LengthUnit::Inch);
        };
        QCOMPARE(read("@buttons_number", "2,5")->amount, 2500);
        QCOMPARE(read("@buttons_number", "two").error().code, QByteArray("measure.malformed"));
        const MeasuredValue vents = read("@vents_words", "  two at the sides ").value();
        QCOMPARE(vents.text, QStringLiteral("two at the sides"));
        QCOMPARE(shownIn(vents, LengthUnit::Centimetre), vents.text);
        QCOMPARE(read("@vents_words", " ").error().code, QByteArray("measure.malformed"));
        QCOMPARE(MeasuredValue::parse(QStringLiteral("@vents_words"), Side::Both, QString(201, u'x'), LengthUnit::Inch)
                     .error()
                     .code,
                 QByteArray("measure.too_long"));
        const std::vector values{read("@buttons_number", "2").value(), vents};
        QCOMPARE(measuredValuesFromJson(toJson(values)).value(), values);
        QCOMPARE(shownIn(read("waist_circ", "38 4").value(), LengthUnit::Inch), QStringLiteral("38 1/2"));
        const auto less =
            MeasuredValue::parseDifference(QStringLiteral("waist_circ"), Side::Both, u"-1 4", LengthUnit::Inch);
        QCOMPARE(shownIn(*less, LengthUnit::Inch), QStringLiteral("-1 1/2"));
    }
    void whatIsNoLengthSaysItsUnit()
    {
        const auto read = [](const char *code, const char *text, LengthUnit unit) {
            return MeasuredValue::parse(QString::fromLatin1(code), Side::Both, QString::fromUtf8(text), unit).value();
        };
        using enum LengthUnit;
        // Beside an order all lengths are in the shop's unit, however each was typed.
        QCOMPARE(shownAmongLengths(read("waist_circ", "38 4", Inch), Centimetre), QStringLiteral("97.8"));
        QCOMPARE(shownAmongLengths(read("waist_circ", "978", Millimetre), Centimetre), QStringLiteral("97.8"));
        QCOMPARE(shownAmongLengths(read("waist_circ", "82,30", Centimetre), Centimetre), QStringLiteral("82.3"));
        QCOMPARE(shownAmongLengths(read("waist_circ", "38 4/8", Inch), Inch), QStringLiteral("38 1/2"));
        QCOMPARE(shownAmongLengths(read("@weight", "82", Centimetre), Centimetre), QStringLiteral("82\u00a0kg"));
        QCOMPARE(shownAmongLengths(read("@slope_angle", "13", Centimetre), Centimetre), QStringLiteral("13\u00b0"));
        QCOMPARE(read("waist_circ", "38 4", Inch).text, QStringLiteral("38 4")); // as typed, in its text
    }
    void parses_data();
    void parses();
    void keepsDifferences();
    void writesTheJsonOfTheSpecification();
    void jsonRoundTrip();
    void refusesForeignJson_data();
    void refusesForeignJson();
};

void TestMeasuredValue::parses_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("inches");
    QTest::addColumn<qint64>("amount");
    QTest::addColumn<QByteArray>("error");
    const auto row = [](const char *name, const char *code, const char *text, bool inches, qint64 amount,
                        const char *error = "") {
        QTest::newRow(name) << QString::fromLatin1(code) << QString::fromUtf8(text) << inches << amount
                            << QByteArray(error);
    };
    row("comma", "waist_circ", "82,3", false, 8230);
    row("inches and eighths", "waist_circ", "38 1/2", true, 9779);
    row("weight in kilograms", "@weight", "65.7", false, 65'700);
    row("weight in pounds", "@weight", "145", true, 65'771);
    row("angle", "@shoulder_angle", "13.5", false, 135);
    row("no number", "waist_circ", "eighty", false, 0, "length.malformed");
    row("negative", "waist_circ", "-3", false, 0, "length.out_of_range");
    row("zero", "waist_circ", "0", false, 0, "length.out_of_range");
    row("too heavy", "@weight", "900", false, 0, "measure.out_of_range");
    row("weight in words", "@weight", "heavy", false, 0, "measure.malformed");
    row("angle too wide", "@shoulder_angle", "190", false, 0, "measure.out_of_range");
}

void TestMeasuredValue::parses()
{
    QFETCH(QString, code);
    QFETCH(QString, text);
    QFETCH(bool, inches);
    QFETCH(qint64, amount);
    QFETCH(QByteArray, error);
    const auto value = MeasuredValue::parse(code, Side::Both, text, inches ? LengthUnit::Inch : LengthUnit::Centimetre);
    if (!error.isEmpty()) {
        QVERIFY(!value.ok());
        QCOMPARE(value.error().code, error);
        return;
    }
    QVERIFY2(value.ok(), qPrintable(value ? QString() : describe(value.error())));
    QCOMPARE(value->amount, amount);
    QCOMPARE(value->text, text);
}

void TestMeasuredValue::keepsDifferences()
{
    const auto less =
        MeasuredValue::parseDifference(QStringLiteral("waist_circ"), Side::Left, u"-1.2", LengthUnit::Centimetre);
    QCOMPARE(less->amount, -120);
    QCOMPARE(less->text, QStringLiteral("-1.2"));
    const auto more =
        MeasuredValue::parseDifference(QStringLiteral("waist_circ"), Side::Left, u"+3/8", LengthUnit::Inch);
    QCOMPARE(more->amount, 95);
}

void TestMeasuredValue::writesTheJsonOfTheSpecification()
{
    const MeasuredValue waist{QStringLiteral("waist_circ"), Side::Both, 8230, AmountUnit::Centimetre,
                              QStringLiteral("82,3")};
    QCOMPARE(toJson({waist}), QByteArray(R"({"waist_circ":{"text":"82,3","unit":"cm","value":8230}})"));
    const MeasuredValue left{QStringLiteral("arm_wrist_circ"), Side::Left, 1700, AmountUnit::Centimetre,
                             QStringLiteral("17")};
    const MeasuredValue right{QStringLiteral("arm_wrist_circ"), Side::Right, 1720, AmountUnit::Centimetre,
                              QStringLiteral("17.2")};
    QCOMPARE(toJson({left, right}), QByteArray(R"({"arm_wrist_circ":{"left":{"text":"17","unit":"cm","value":1700},)"
                                               R"("right":{"text":"17.2","unit":"cm","value":1720}}})"));
}

void TestMeasuredValue::jsonRoundTrip()
{
    QVERIFY(rc::check("what is written is read", [] {
        const auto fields = measurementFields();
        std::vector<MeasuredValue> values;
        for (const MeasurementField &field : fields) {
            if (!*rc::gen::arbitrary<bool>())
                continue;
            const auto side = *rc::gen::element(Side::Both, Side::Left, Side::Right);
            const auto amount = *rc::gen::inRange<qint64>(-40'000, 40'000);
            values.push_back({QString(field.code), side, amount,
                              *rc::gen::element(AmountUnit::Centimetre, AmountUnit::Inch, AmountUnit::Kilogram),
                              QString::number(amount)});
        }
        RC_ASSERT(measuredValuesFromJson(toJson(values)).value() == values);
    }));
}

void TestMeasuredValue::refusesForeignJson_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("list") << QByteArray("[]");
    QTest::newRow("number for value") << QByteArray(R"({"waist_circ": 82})");
    QTest::newRow("no unit") << QByteArray(R"({"waist_circ": {"value": 8230}})");
    QTest::newRow("strange unit") << QByteArray(R"({"waist_circ": {"value": 8230, "unit": "ell"}})");
    QTest::newRow("broken side") << QByteArray(R"({"waist_circ": {"left": 3}})");
}

void TestMeasuredValue::refusesForeignJson()
{
    QFETCH(QByteArray, json);
    const auto values = measuredValuesFromJson(json);
    QVERIFY(!values.ok());
    QCOMPARE(values.error().kind, ErrorKind::Corrupt);
}

QTEST_APPLESS_MAIN(TestMeasuredValue)
#include "tst_measured_value.moc"
