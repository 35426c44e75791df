// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/measurements/measurement_catalogue.h"

#include <QSet>
#include <QTest>

using namespace thimblely;

//! The list of fields: complete, free of contradictions, and found by what tailors call them.
class TestMeasurementCatalogue : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void codesAreUniqueAndCustomOnesAreMarked()
    {
        QSet<QString> codes;
        for (const MeasurementField &field : measurementFields()) {
            const QString code(field.code);
            QVERIFY2(!codes.contains(code), qPrintable(code));
            codes.insert(code);
            QCOMPARE(field.seamlyNumber.isEmpty(), code.startsWith(u'@'));
            QCOMPARE(measurementField(code), &field);
            QVERIFY2(field.garments != Garments(), qPrintable(code));
            QVERIFY2(QLatin1StringView(field.howTo).size() > 15, qPrintable(code)); // how the tape lies is said of each
        }
        QCOMPARE(codes.size(), 67);
        QCOMPARE(measurementField(u"no_such_code"), nullptr);
    }

    void askedRangeHoldsTheUsualOnes()
    {
        for (const MeasurementField &field : measurementFields()) {
            if (!field.ask)
                continue;
            QVERIFY2(field.ask->least < field.ask->most, field.name);
            for (const auto &usual : {field.women, field.men}) {
                if (!usual)
                    continue;
                QVERIFY2(usual->least < usual->most, field.name);
                QVERIFY2(field.ask->contains(usual->least) && field.ask->contains(usual->most), field.name);
            }
        }
    }

    void everyNameLeadsToOneField()
    {
        for (const MeasurementField &field : measurementFields()) {
            QStringList names = field.aliases();
            names << QString(field.code) << QString(field.code).toUpper() << QString::fromUtf8(field.name);
            if (!field.seamlyNumber.isEmpty())
                names << field.seamlyNumber;
            for (const QString &name : std::as_const(names))
                QVERIFY2(findMeasurementField(name) == &field, qPrintable(name));
        }
    }

    void tailorsNames_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("code");
        QTest::newRow("round sleeve") << QStringLiteral("Round Sleeve") << QStringLiteral("arm_upper_circ");
        QTest::newRow("lap") << QStringLiteral("LAP") << QStringLiteral("leg_thigh_upper_circ");
        QTest::newRow("body") << QStringLiteral("body") << QStringLiteral("bust_circ");
        QTest::newRow("nipple") << QStringLiteral("nipple-to-nipple") << QStringLiteral("bustpoint_to_bustpoint");
        QTest::newRow("half length") << QStringLiteral("half  length") << QStringLiteral("neck_side_to_waist_f");
        QTest::newRow("bass") << QStringLiteral("bass") << QStringLiteral("@trouser_bottom");
        QTest::newRow("tommy") << QStringLiteral("Tommy") << QStringLiteral("@stomach");
        QTest::newRow("gola") << QStringLiteral("gola") << QStringLiteral("neck_mid_circ");
        QTest::newRow("kamar") << QStringLiteral("Kamar") << QStringLiteral("waist_circ");
        QTest::newRow("ptp") << QStringLiteral("ptp") << QStringLiteral("shoulder_tip_to_shoulder_tip_b");
        QTest::newRow("number") << QStringLiteral("g04") << QStringLiteral("bust_circ");
        QTest::newRow("without its mark") << QStringLiteral("weight") << QStringLiteral("@weight");
    }
    void tailorsNames()
    {
        QFETCH(QString, name);
        QFETCH(QString, code);
        const MeasurementField *field = findMeasurementField(name);
        QVERIFY(field);
        QCOMPARE(QString(field->code), code);
    }

    void unknownNamesFindNothing()
    {
        QCOMPARE(findMeasurementField(u""), nullptr);
        QCOMPARE(findMeasurementField(u"moustache"), nullptr);
    }

    void unitsFollowTheDimension()
    {
        QCOMPARE(*measurementField(u"bust_circ")->ask, (MeasurementRange{6800, 16500}));
        QCOMPARE(*measurementField(u"@weight")->ask, (MeasurementRange{38'000, 180'000}));
        QCOMPARE(*measurementField(u"shoulder_slope_neck_side_angle")->ask, (MeasurementRange{0, 350}));
        QCOMPARE(measurementField(u"@weight")->dimension, MeasurementDimension::Weight);
        QCOMPARE(measurementField(u"shoulder_slope_neck_side_angle")->dimension, MeasurementDimension::Angle);
    }

    void templatesHoldWhatTheirGarmentNeeds()
    {
        QCOMPARE(builtinTemplates().size(), size_t(16)); // for grown people and for children
        QSet<QString> keys;
        for (const BuiltinTemplate &builtin : builtinTemplates()) {
            keys.insert(builtin.key);
            const QStringList codes = templateCodes(builtin.garment);
            QVERIFY2(codes.contains(QStringLiteral("height")), builtin.name);
            QVERIFY2(codes.contains(QStringLiteral("waist_circ")), builtin.name);
            bool finished = false;
            for (const QString &code : codes) {
                const bool isFinished = measurementField(code)->kind == MeasurementKind::Finished;
                QVERIFY2(isFinished || !finished, qPrintable(code)); // body before garment
                finished = isFinished;
            }
        }
        QCOMPARE(keys.size(), 16);
        const QStringList waistcoat = {QStringLiteral("height"),
                                       QStringLiteral("bust_circ"),
                                       QStringLiteral("waist_circ"),
                                       QStringLiteral("across_back_b"),
                                       QStringLiteral("neck_back_to_waist_b"),
                                       QStringLiteral("@waistcoat_length")};
        QCOMPARE(templateCodes(Garment::Waistcoat), waistcoat);
    }
};

QTEST_GUILESS_MAIN(TestMeasurementCatalogue)
#include "tst_measurement_catalogue.moc"
