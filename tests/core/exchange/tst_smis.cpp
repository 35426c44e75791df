// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/exchange/smis.h"
#include "tests/support/test_paths.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <rapidcheck.h>

using namespace thimblely;

namespace {

QByteArray fileAt(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray sample(const QString &name)
{
    return fileAt(test::ownData() + QStringLiteral("/seamly/") + name);
}

qint64 amountOf(const SeamlyFile &file, const char *code)
{
    for (const SeamlyValue &measured : file.values) {
        if (measured.value.code == QLatin1String(code))
            return measured.value.amount;
    }
    return -1;
}

//! A minimal file with these entries in <body-measurements>.
QByteArray fileOf(const QByteArray &inner, const QByteArray &unit = "cm")
{
    return "<smis><version>0.3.4</version><unit>" + unit + "</unit><body-measurements>" + inner +
           "</body-measurements></smis>";
}

} // namespace

//! SeamlyMe's and Valentina's files of one person, read without believing them.
class TestSmis : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void jacketInCentimetres()
    {
        const auto file = readSmis(sample(QStringLiteral("jacket_cm.smis")));
        QVERIFY(file.ok());
        QCOMPARE(file->fullName(), QStringLiteral("Tunde Balogun"));
        QCOMPARE(file->birthDate->toIso(), QStringLiteral("1979-05-30"));
        QCOMPARE(file->sex, BodySex::Male);
        QCOMPARE(file->email, QStringLiteral("tunde@example.org"));
        QCOMPARE(amountOf(*file, "height"), 17'800);
        QCOMPARE(amountOf(*file, "neck_circ"), 4'200); // "42 "
        QCOMPARE(amountOf(*file, "hip_circ"), 10'320); // "103,2"
        QCOMPARE(amountOf(*file, "arm_neck_side_to_wrist"), 7'700);
        QCOMPARE(amountOf(*file, "bust_arc_b_half"), 2'613); // 26.125, halves up
        QCOMPARE(amountOf(*file, "shoulder_slope_neck_side_angle"), 175);
        QCOMPARE(amountOf(*file, "@extra"), 50);
        QCOMPARE(amountOf(*file, "@stomach"), 9'850);
        QCOMPARE(amountOf(*file, "waist_arc_b"), -1); // half of a waist that nobody measured
        QCOMPARE(file->notMeasured, 2);
        QVERIFY(file->refused.isEmpty());
        QCOMPARE(file->values.first().line, 17);
    }

    void otherUnitsAndVersions()
    {
        const auto inches = readSmis(sample(QStringLiteral("dress_inch.smis")));
        QVERIFY(inches.ok());
        QCOMPARE(inches->unit, LengthUnit::Inch);
        QCOMPARE(amountOf(*inches, "bust_circ"), 9'779);  // 38.5 in
        QCOMPARE(amountOf(*inches, "waist_circ"), 7'938); // 793.75 mm
        QVERIFY(!inches->birthDate);
        const auto old = readSmis(sample(QStringLiteral("old_mm.vit")));
        QVERIFY(old.ok());
        QCOMPARE(old->sex, BodySex::Female);
        QCOMPARE(old->email, QString()); // the placeholder
        QVERIFY(!old->birthDate);
        QCOMPARE(amountOf(*old, "waist_circ"), 7'420);
    }

    void brokenFormulasRefuseOnlyThemselves()
    {
        const auto file = readSmis(sample(QStringLiteral("formulas_broken.smis")));
        QVERIFY(file.ok());
        QCOMPARE(file->values.size(), 2);
        QStringList codes;
        for (const Refusal &refusal : file->refused)
            codes += QString::number(refusal.line) + u' ' + QString::fromLatin1(refusal.error.code);
        const QStringList expected = {
            QStringLiteral("13 formula.cycle"),        QStringLiteral("14 formula.cycle"),
            QStringLiteral("15 formula.syntax"),       QStringLiteral("16 formula.unknown_name"),
            QStringLiteral("17 formula.too_big"),      QStringLiteral("18 smis.out_of_range"),
            QStringLiteral("21 formula.unknown_name"), QStringLiteral("22 smis.out_of_range")};
        QCOMPARE(codes, expected);
    }

    void refusedWhole_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("code");
        QTest::addColumn<QString>("line");
        const auto row = [](const char *name, const QByteArray &bytes, const char *code, const char *line) {
            QTest::newRow(name) << bytes << QByteArray(code) << QString::fromLatin1(line);
        };
        row("size table", sample(QStringLiteral("table.smms")), "smis.multisize", "2");
        row("cut off", sample(QStringLiteral("cut_off.smis")), "smis.broken_xml", "6");
        row("entities", sample(QStringLiteral("entities.smis")), "smis.dtd", "2");
        row("twice", sample(QStringLiteral("duplicate.vit")), "smis.duplicate_name", "13");
        row("newer", sample(QStringLiteral("newer.smis")), "smis.version", "4");
        row("older", "<vit>\n<version>0.1.9</version></vit>", "smis.version", "2");
        row("no version", "<vit/>", "smis.version", "1");
        row("another file", "<html/>", "smis.not_seamly", "1");
        row("no file", "", "smis.broken_xml", "1");
        row("binary", QByteArray("\0\xff\x01", 3), "smis.broken_xml", "1");
        row("unit", "<vit>\n<unit>ell</unit></vit>", "smis.unit", "2");
        row("deep", "<vit>" + QByteArray("<a>").repeated(40), "smis.too_deep", "1");
        row("long text", "<vit><notes>" + QByteArray(100'000, 'x') + "</notes></vit>", "smis.text_too_long", "1");
        row("too many", fileOf([] {
                QByteArray many;
                for (int i = 0; i <= 10'000; ++i)
                    many += "<m name=\"n" + QByteArray::number(i) + "\" value=\"1\"/>";
                return many;
            }()),
            "smis.too_many", "1");
    }
    void refusedWhole()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, code);
        QFETCH(QString, line);
        const auto file = readSmis(bytes);
        QVERIFY(!file.ok());
        QCOMPARE(file.error().code, code);
        QCOMPARE(file.error().args.value(0), line);
    }

    void hugeFilesAndNewerOnes()
    {
        QCOMPARE(readSmis(QByteArray(import_limits::smisBytes + 1, ' ')).error().code, "smis.too_large");
        QCOMPARE(readSmis(sample(QStringLiteral("newer.smis"))).error().kind, ErrorKind::TooNew);
    }

    void foreignIdFollowsThePerson()
    {
        const QByteArray bytes = sample(QStringLiteral("jacket_cm.smis"));
        QByteArray remeasured = bytes;
        remeasured.replace("104.5", "106.5");
        QCOMPARE(readSmis(bytes)->foreignId, readSmis(remeasured)->foreignId);
        QByteArray another = bytes;
        another.replace("1979-05-30", "1980-05-30");
        QVERIFY(readSmis(bytes)->foreignId != readSmis(another)->foreignId);
        QVERIFY(readSmis(fileOf("<m name='a' value='1'/>"))->foreignId !=
                readSmis(fileOf("<m name='a' value='2'/>"))->foreignId);
    }

    void writtenFilesReadBack()
    {
        const bool holds = rc::check("amounts survive every unit", [] {
            SeamlyFile file;
            file.unit = *rc::gen::element(LengthUnit::Centimetre, LengthUnit::Millimetre, LengthUnit::Inch);
            file.familyName = QStringLiteral("O\"Brien & <Sons>");
            file.sex = BodySex::Female;
            file.birthDate = *Date::parse(u"1990-02-28");
            file.notes = QStringLiteral("two\nlines");
            const auto amounts = *rc::gen::container<std::vector<qint64>>(rc::gen::inRange<qint64>(1, 3600));
            for (size_t i = 0; i < amounts.size(); ++i) {
                const QString code = i == 0   ? QStringLiteral("@weight")
                                     : i == 1 ? QStringLiteral("shoulder_slope_neck_side_angle")
                                              : QStringLiteral("@custom") + QString::number(i);
                const MeasurementDimension dimension = i == 0   ? MeasurementDimension::Weight
                                                       : i == 1 ? MeasurementDimension::Angle
                                                                : MeasurementDimension::Length;
                file.values += SeamlyValue{0, {code, dimension, amounts[i], {}}, QStringLiteral("Full"), {}};
            }
            const auto again = readSmis(writeSmis(file));
            RC_ASSERT(again.ok());
            RC_ASSERT(again->refused.isEmpty() && again->unit == file.unit && again->familyName == file.familyName);
            RC_ASSERT(again->sex == file.sex && again->birthDate == file.birthDate && again->notes == file.notes);
            RC_ASSERT(again->values.size() == file.values.size());
            for (qsizetype i = 0; i < file.values.size(); ++i) {
                RC_ASSERT(again->values[i].value.code == file.values[i].value.code);
                RC_ASSERT(again->values[i].value.amount == file.values[i].value.amount);
            }
        });
        QVERIFY(holds);
    }

    void realFiles_data()
    {
        QTest::addColumn<QByteArray>("code");
        QTest::addColumn<int>("values");
        QTest::addColumn<int>("refused");
        const auto row = [](const char *file, const char *code, int values, int refused = 0) {
            QTest::newRow(file) << QByteArray(code) << values << refused;
        };
        row("aldrich_women_template.smis", "", 0, 2); // two formulas over names that it does not hold
        row("all_measurements_template.smis", "", 0);
        row("all_measurements_v0.3.3.smis", "", 0);
        row("all_measurements_v0.4.2.smms", "smis.multisize", 0);
        row("broken1.smis", "smis.duplicate_name", 0);
        row("empty.smis", "", 0);
        row("glimited.smis", "", 0);
        row("glimited.smms", "smis.multisize", 0);
        row("gost_man_ru.smms", "smis.multisize", 0);
        row("issue_256_correct.smis", "", 14);
        row("issue_256_correct.smms", "smis.multisize", 0);
        row("keiko.smis", "", -1);
        row("male_shirt.smis", "", 9);
        row("medidas_eli2015.smis", "", 3);
        row("trousers.smis", "", 8);
    }
    void realFiles()
    {
        const QString folder = test::sharedData() + QStringLiteral("/measurement-files/");
        if (!QDir(folder).exists())
            QSKIP("files of SeamlyMe: ../shared/data is absent");
        QCOMPARE(QDir(folder).entryList(QDir::Files).size(), 15);
        QFETCH(QByteArray, code);
        QFETCH(int, values);
        QFETCH(int, refused);
        const auto file = readSmis(fileAt(folder + QString::fromLatin1(QTest::currentDataTag())));
        QCOMPARE(file.ok() ? QByteArray() : file.error().code, code);
        if (!file)
            return;
        if (values >= 0)
            QCOMPARE(int(file->values.size()), values);
        else
            QVERIFY(file->values.size() > 20);
        QCOMPARE(int(file->refused.size()), refused);
    }
};

QTEST_GUILESS_MAIN(TestSmis)
#include "tst_smis.moc"
