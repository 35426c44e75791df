// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/measurements/body_rules.h"
#include "core/measurements/plausibility.h"

#include <QtTest>

#include <rapidcheck.h>

using namespace thimblely;

namespace {

using Texts = std::vector<std::pair<QByteArray, QByteArray>>;

MeasuredValue value(const QByteArray &code, const QByteArray &text, LengthUnit unit = LengthUnit::Centimetre)
{
    return MeasuredValue::parse(QString::fromUtf8(code), Side::Both, QString::fromUtf8(text), unit).value();
}

std::vector<MeasuredValue> values(const Texts &texts)
{
    std::vector<MeasuredValue> result;
    for (const auto &[code, text] : texts)
        result.push_back(value(code, text));
    return result;
}

//! An average man, rounded.
const Texts man = {{"height", "176"},
                   {"neck_circ", "43"},
                   {"bust_circ", "105.5"},
                   {"waist_circ", "94"},
                   {"hip_circ", "101.5"},
                   {"arm_upper_circ", "35.5"},
                   {"arm_lower_circ", "31"},
                   {"arm_wrist_circ", "17.5"},
                   {"leg_thigh_upper_circ", "62.5"},
                   {"leg_calf_circ", "39"},
                   {"leg_ankle_circ", "23"},
                   {"leg_crotch_to_floor", "84.5"},
                   {"leg_waist_side_to_floor", "105.5"}};

Texts manBut(const QByteArray &code, const QByteArray &text)
{
    Texts texts = man;
    std::ranges::find(texts, code, &Texts::value_type::first)->second = text;
    return texts;
}

constexpr MeasuredPerson aMan{GenderForFit::Male};

} // namespace

//! Which values are doubted, why, and what is proposed. How many of a survey are: tst_plausibility_survey.
class TestPlausibility : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void doubtsAlone_data();
    void doubtsAlone();
    void doubtsBesideOthers_data();
    void doubtsBesideOthers();
    void theOtherValueIsBlamed();
    void aSwapIsFoundOnBothSides();
    void whatIsSaidOfTheLastVisit();
    void bodiesStayAsTheyAreForADay_data();
    void bodiesStayAsTheyAreForADay();
    void aValueAloneIsComparedWithNone();
    void childrenHaveTheirOwnRanges_data();
    void childrenHaveTheirOwnRanges();
    void fieldsTheSurveyLacksFollowRules_data();
    void fieldsTheSurveyLacksFollowRules();
    void theCalmerOfTwoSexesCounts();
    void anyValueIsAnswered();
    void theUsualRangeFollowsTheOthers();

private:
    const Plausibility m_plausibility;
};

void TestPlausibility::doubtsAlone_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("unit");
    QTest::addColumn<qint64>("last");
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<qint64>("likely");
    const auto row = [](const char *name, const char *text, LengthUnit unit, qint64 last, const char *code,
                        qint64 likely) {
        QTest::newRow(name) << QString::fromLatin1(text) << int(unit) << last << QByteArray(code) << likely;
    };
    constexpr auto cm = LengthUnit::Centimetre;
    row("plausible", "82", cm, 0, "", 0);
    row("stout, and not asked about", "150", cm, 0, "", 0);
    row("inches in cm", "34", cm, 0, "measure.inches_in_cm", 8636);
    row("cm in inches", "86", LengthUnit::Inch, 0, "measure.cm_in_inches", 8600);
    row("cm in mm", "86", LengthUnit::Millimetre, 0, "measure.cm_in_mm", 8600);
    row("none of them", "300", cm, 0, "measure.outside_usual", 0);
    row("jump", "94", cm, 8200, "measure.far_from_last", 8200);
    row("ten off the last", "84", cm, 9350, "measure.far_from_last", 9400);
    row("digits of the last swapped", "78", cm, 8700, "measure.digits_swapped", 8700);
    row("a little more", "85", cm, 8200, "", 0);
}

void TestPlausibility::doubtsAlone()
{
    QFETCH(QString, text);
    QFETCH(int, unit);
    QFETCH(qint64, last);
    QFETCH(QByteArray, code);
    QFETCH(qint64, likely);
    const auto typed = value("waist_circ", text.toLatin1(), LengthUnit(unit));
    const auto doubt =
        m_plausibility.doubtAbout(typed, {}, {}, last ? std::optional(LastMeasured{last, 200}) : std::nullopt);
    QCOMPARE(doubt ? QByteArray(codeOf(doubt->kind)) : QByteArray(), code);
    QCOMPARE(doubt ? doubt->likely.value_or(0) : 0, likely);
}

void TestPlausibility::doubtsBesideOthers_data()
{
    QTest::addColumn<QByteArray>("field");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<qint64>("likely");
    const auto row = [](const char *name, const char *field, const char *text, const char *code, qint64 likely) {
        QTest::newRow(name) << QByteArray(field) << QByteArray(text) << QByteArray(code) << likely;
    };
    row("as it should be", "hip_circ", "101.5", "", 0);
    row("a slim hip", "hip_circ", "97", "", 0);
    row("half of the hip", "hip_circ", "50.5", "measure.half_girth", 10100);
    row("digits of the inseam", "leg_crotch_to_floor", "48.5", "measure.digits_swapped", 8450);
    row("digits of the calf", "leg_calf_circ", "93", "measure.digits_swapped", 3900);
    row("ten too little", "leg_thigh_upper_circ", "52.5", "measure.tens_misread", 6250);
    row("ten too much", "leg_calf_circ", "49", "measure.tens_misread", 3900);
    row("inches of the ankle", "leg_ankle_circ", "9", "measure.inches_in_cm", 2286);
    row("six off, no known slip", "leg_calf_circ", "46.5", "measure.unlike_others", 3900);
}

void TestPlausibility::doubtsBesideOthers()
{
    QFETCH(QByteArray, field);
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, code);
    QFETCH(qint64, likely);
    const auto doubt = m_plausibility.doubtAbout(value(field, text), aMan, values(man));
    QCOMPARE(doubt ? QByteArray(codeOf(doubt->kind)) : QByteArray(), code);
    if (!doubt)
        return;
    QVERIFY2(std::abs(*doubt->likely - likely) <= 100, qPrintable(QString::number(*doubt->likely)));
    const auto whole = m_plausibility.doubtsIn(values(manBut(field, text)), aMan);
    QCOMPARE(whole.size(), size_t(1));
    QCOMPARE(whole.front().code.toLatin1(), field);
    QCOMPARE(QByteArray(codeOf(whole.front().kind)), code);
}

void TestPlausibility::theOtherValueIsBlamed()
{
    // The thigh was typed first, ten too little; the calf is right and must not be changed by "+".
    const auto others = values({{"height", "176"},
                                {"hip_circ", "101.5"},
                                {"waist_circ", "94"},
                                {"leg_thigh_upper_circ", "38"},
                                {"leg_ankle_circ", "23"}});
    const auto doubt = m_plausibility.doubtAbout(value("leg_calf_circ", "39"), aMan, others);
    QVERIFY(doubt);
    QVERIFY(doubt->kind == DoubtKind::UnlikeAnother || doubt->kind == DoubtKind::OutOfOrder);
    QCOMPARE(doubt->other, QStringLiteral("leg_thigh_upper_circ"));
    QVERIFY(!doubt->likely);
}

void TestPlausibility::aSwapIsFoundOnBothSides()
{
    Texts swapped = manBut("leg_thigh_upper_circ", "39");
    std::ranges::find(swapped, QByteArray("leg_calf_circ"), [](const auto &each) {
        return QByteArray(each.first);
    })->second = "62.5";
    const auto doubts = m_plausibility.doubtsIn(values(swapped), aMan);
    QCOMPARE(doubts.size(), size_t(2));
    for (const Doubt &doubt : doubts) {
        QCOMPARE(doubt.kind, DoubtKind::FieldsSwapped);
        const bool thigh = doubt.code == QLatin1String("leg_thigh_upper_circ");
        QCOMPARE(*doubt.likely, thigh ? 6250 : 3900);
        QCOMPARE(doubt.other, thigh ? QStringLiteral("leg_calf_circ") : QStringLiteral("leg_thigh_upper_circ"));
    }
}

void TestPlausibility::whatIsSaidOfTheLastVisit()
{
    const auto doubt = m_plausibility.doubtAbout(
        value("bust_circ", "84"), aMan, values({{"neck_circ", "41"}, {"waist_circ", "86"}}), LastMeasured{9350, 250});
    QVERIFY(doubt);
    QCOMPARE(doubt->likely, std::optional<qint64>(9400));
    QCOMPARE(doubt->sinceLast, std::optional<qint64>(-950));
    QCOMPARE(doubt->other, QStringLiteral("waist_circ"));
    QVERIFY(doubt->tooLittle);
    QVERIFY(doubt->usual && doubt->usual->contains(9400) && !doubt->usual->contains(8400));
}

void TestPlausibility::bodiesStayAsTheyAreForADay_data()
{
    QTest::addColumn<QByteArray>("field");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<qint64>("last");
    QTest::addColumn<int>("daysAgo");
    QTest::addColumn<bool>("doubted");
    const auto row = [](const char *name, const char *field, const char *text, qint64 last, int days, bool doubted) {
        QTest::newRow(name) << QByteArray(field) << QByteArray(text) << last << days << doubted;
    };
    row("15 cm taller within the day", "height", "185", 17'000, 0, true);
    row("since yesterday", "height", "185", 17'000, 1, true);
    row("in a year", "height", "185", 17'000, 365, true);
    row("another hand", "height", "171", 17'000, 0, false);
    row("the waist by another hand", "waist_circ", "85.5", 8'400, 0, false);
    row("the waist after lunch", "waist_circ", "88", 8'400, 0, true);
    row("the waist in half a year", "waist_circ", "90", 8'400, 180, false);
    row("a wrist by another hand", "arm_wrist_circ", "17.5", 1'700, 0, false);
    row("a wrist", "arm_wrist_circ", "18.5", 1'700, 0, true);
}

void TestPlausibility::bodiesStayAsTheyAreForADay()
{
    QFETCH(QByteArray, field);
    QFETCH(QByteArray, text);
    QFETCH(qint64, last);
    QFETCH(int, daysAgo);
    QFETCH(bool, doubted);
    const auto doubt = m_plausibility.doubtAbout(value(field, text), aMan, {}, LastMeasured{last, daysAgo});
    QCOMPARE(doubt.has_value(), doubted);
    if (doubt) {
        QCOMPARE(doubt->kind, DoubtKind::FarFromLast);
        QCOMPARE(doubt->likely, std::optional(last));
    }
}

void TestPlausibility::aValueAloneIsComparedWithNone()
{
    const auto doubt = m_plausibility.doubtAbout(value("height", "130"), aMan, {});
    QVERIFY(doubt);
    QCOMPARE(doubt->kind, DoubtKind::OutsideUsual);
    QVERIFY(doubt->alone);
    QVERIFY(!doubt->likely);
    const auto whole = m_plausibility.doubtsIn({value("height", "130")}, aMan);
    QCOMPARE(whole.size(), size_t(1));
    QCOMPARE(whole.front().kind, DoubtKind::OutsideUsual);
    const auto beside = m_plausibility.doubtAbout(value("height", "130"), aMan, values({{"bust_circ", "105"}}));
    QVERIFY(beside && !beside->alone);
}

void TestPlausibility::childrenHaveTheirOwnRanges_data()
{
    QTest::addColumn<QByteArray>("field");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("years");
    QTest::addColumn<qint64>("last");
    QTest::addColumn<int>("daysAgo");
    QTest::addColumn<QByteArray>("code");
    const auto row = [](const char *name, const char *field, const char *text, int years, qint64 last, int days,
                        const char *code) {
        QTest::newRow(name) << QByteArray(field) << QByteArray(text) << years << last << days << QByteArray(code);
    };
    row("a boy of seven", "height", "124", 7, 0, 0, "");
    row("his waist", "waist_circ", "56", 7, 0, 0, "");
    row("of unknown age", "waist_circ", "46", -1, 0, 0, "");
    row("his waist in inches", "waist_circ", "22", 7, 0, 0, "measure.inches_in_cm");
    row("half of his hip", "hip_circ", "34", 7, 0, 0, "measure.inches_in_cm");
    row("a grown man's chest", "bust_circ", "104", 7, 0, 0, "measure.outside_usual");
    row("grown since last year", "height", "130", 8, 11800, 400, "");
    row("shrunk", "height", "104", 8, 11800, 400, "measure.far_from_last");
}

void TestPlausibility::childrenHaveTheirOwnRanges()
{
    QFETCH(QByteArray, field);
    QFETCH(QByteArray, text);
    QFETCH(int, years);
    QFETCH(qint64, last);
    QFETCH(int, daysAgo);
    QFETCH(QByteArray, code);
    const MeasuredPerson child{GenderForFit::Unknown, true, years < 0 ? std::nullopt : std::optional(years)};
    const auto doubt = m_plausibility.doubtAbout(value(field, text), child, {},
                                                 last ? std::optional(LastMeasured{last, daysAgo}) : std::nullopt);
    QCOMPARE(doubt ? QByteArray(codeOf(doubt->kind)) : QByteArray(), code);
}

void TestPlausibility::fieldsTheSurveyLacksFollowRules_data()
{
    QTest::addColumn<QByteArray>("field");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<QByteArray>("other");
    QTest::newRow("shoulders") << QByteArray("shoulder_tip_to_shoulder_tip_b") << QByteArray("42") << QByteArray()
                               << QByteArray();
    QTest::newRow("shoulders of a giant") << QByteArray("shoulder_tip_to_shoulder_tip_b") << QByteArray("52")
                                          << QByteArray("measure.out_of_order") << QByteArray("height");
    QTest::newRow("a knee over the thigh") << QByteArray("leg_knee_circ") << QByteArray("58")
                                           << QByteArray("measure.out_of_order") << QByteArray("leg_thigh_upper_circ");
    QTest::newRow("a knee") << QByteArray("leg_knee_circ") << QByteArray("40") << QByteArray() << QByteArray();
    QTest::newRow("a nape over the head") << QByteArray("height_neck_back") << QByteArray("178")
                                          << QByteArray("measure.out_of_order") << QByteArray("height");
}

void TestPlausibility::fieldsTheSurveyLacksFollowRules()
{
    QFETCH(QByteArray, field);
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, code);
    QFETCH(QByteArray, other);
    const auto doubt = m_plausibility.doubtAbout(value(field, text), aMan, values(man));
    QCOMPARE(doubt ? QByteArray(codeOf(doubt->kind)) : QByteArray(), code);
    QCOMPARE(doubt ? doubt->other.toLatin1() : QByteArray(), other);
}

void TestPlausibility::theCalmerOfTwoSexesCounts()
{
    // Plain for a man, odd for a woman: nobody is asked where the sex is not known.
    const auto others =
        values({{"height", "176"}, {"bust_circ", "106"}, {"hip_circ", "101"}, {"arm_lower_circ", "31"}});
    const MeasuredValue neck = value("neck_circ", "49");
    QVERIFY(m_plausibility.doubtAbout(neck, {GenderForFit::Female}, others));
    QVERIFY(!m_plausibility.doubtAbout(neck, {GenderForFit::Male}, others));
    QVERIFY(!m_plausibility.doubtAbout(neck, {}, others));
}

void TestPlausibility::anyValueIsAnswered()
{
    QVERIFY(rc::check("no amount and no set is too strange", [this] {
        std::vector<MeasuredValue> set;
        for (const MeasurementField &field : measurementFields()) {
            if (*rc::gen::inRange(0, 3) == 0)
                set.push_back({QString(field.code), *rc::gen::element(Side::Both, Side::Left),
                               *rc::gen::inRange<qint64>(-100, 60'000),
                               *rc::gen::element(AmountUnit::Centimetre, AmountUnit::Inch, AmountUnit::Millimetre),
                               QString::number(*rc::gen::inRange(0, 999))});
        }
        const MeasuredPerson person{*rc::gen::element(GenderForFit::Unknown, GenderForFit::Female, GenderForFit::Male),
                                    *rc::gen::arbitrary<bool>(), std::nullopt};
        const auto doubts = m_plausibility.doubtsIn(set, person);
        for (const Doubt &doubt : doubts) {
            RC_ASSERT(std::ranges::count(doubts, doubt.code, &Doubt::code) == 1);
            RC_ASSERT(std::ranges::find(set, doubt.code, &MeasuredValue::code) != set.end());
            RC_ASSERT(!doubt.likely || *doubt.likely > 0);
        }
        for (const MeasuredValue &value : set)
            m_plausibility.doubtAbout(value, person, set, LastMeasured{*rc::gen::inRange<qint64>(0, 20'000), 90});
    }));
}

void TestPlausibility::theUsualRangeFollowsTheOthers()
{
    const auto of = [this](const Texts &others) {
        return m_plausibility.usualFor(QStringLiteral("bust_circ"), aMan, values(others)).value();
    };
    const MeasurementRange unknown = of({});
    const MeasurementRange known = of({{"neck_circ", "41"}, {"waist_circ", "86"}, {"arm_upper_circ", "33.5"}});
    QVERIFY(known.most - known.least < unknown.most - unknown.least);
    QVERIFY(!m_plausibility.usualFor(QStringLiteral("leg_knee_circ"), aMan, {}));
}

QTEST_APPLESS_MAIN(TestPlausibility)
#include "tst_plausibility.moc"
