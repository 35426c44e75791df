// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/exchange/ansur.h"
#include "tests/support/test_paths.h"

#include <QFile>
#include <QHash>
#include <QTest>

using namespace thimblely;

namespace {

QByteArray fileAt(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray sample(const char *name)
{
    return fileAt(test::ownData() + QStringLiteral("/survey/") + QString::fromLatin1(name));
}

qint64 amountOf(const SurveyedPerson &person, const char *code)
{
    for (const ImportedValue &value : person.values) {
        if (value.code == QLatin1String(code))
            return value.amount;
    }
    return -1;
}

//! "line code" of each refusal.
QStringList refusals(const SurveyFile &file)
{
    QStringList result;
    for (const Refusal &refusal : file.refused)
        result += QString::number(refusal.line) + u' ' + QString::fromLatin1(refusal.error.code);
    return result;
}

} // namespace

//! The survey's people come in with their measures and without anything else about them.
class TestAnsur : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sampleIsReadWhole()
    {
        const auto file = readAnsur(sample("ansur_sample.csv"));
        QVERIFY(file.ok());
        QCOMPARE(file->people.size(), 40);
        QVERIFY(file->refused.isEmpty());
        QCOMPARE(file->encoding, "windows-1252"); // one name of a place in Latin-1
        const SurveyedPerson &first = file->people.first();
        QCOMPARE(first.line, 2);
        QCOMPARE(first.foreignId, QStringLiteral("ANSUR 90000"));
        QCOMPARE(first.sex, BodySex::Female);
        QCOMPARE(file->people.last().sex, BodySex::Male);
        QCOMPARE(first.values.size(), qsizetype(surveyColumns().size()));
        for (const ImportedValue &value : first.values) {
            const MeasurementField *field = measurementField(value.code);
            QVERIFY2(field && field->dimension == value.dimension, qPrintable(value.code));
            QVERIFY2(field->ask->contains(value.amount), qPrintable(value.code + u' ' + value.text));
        }
    }

    void brokenRowsAreRefusedByLine()
    {
        const auto file = readAnsur(sample("ansur_broken.csv"));
        QVERIFY(file.ok());
        QCOMPARE(file->people.size(), 2);
        const QStringList expected = {QStringLiteral("3 ansur.zero"),  QStringLiteral("4 ansur.not_a_number"),
                                      QStringLiteral("5 ansur.cells"), QStringLiteral("6 ansur.same_id"),
                                      QStringLiteral("7 ansur.sex"),   QStringLiteral("8 ansur.out_of_range"),
                                      QStringLiteral("9 ansur.no_id")};
        QCOMPARE(refusals(*file), expected);
        QCOMPARE(file->refused[1].error.args,
                 (QStringList{QStringLiteral("waistcircumference"), QStringLiteral("86.0cm")}));
    }

    void filesOfOtherShapes()
    {
        QCOMPARE(readAnsur("").error().code, "ansur.empty");
        QCOMPARE(readAnsur("name,phone\nA,1\n").error().code, "ansur.missing_column");
        QCOMPARE(readAnsur("name,phone\nA,1\n").error().args.value(0), QStringLiteral("subjectid"));
        QByteArray headerOnly = sample("ansur_sample.csv");
        headerOnly.truncate(headerOnly.indexOf('\n') + 1);
        QVERIFY(readAnsur(headerOnly)->people.isEmpty());
    }

    void unitsOfTheRealFile()
    {
        const QByteArray bytes =
            fileAt(test::sharedData() + QStringLiteral("/measurements/ANSUR_II_FEMALE_Public.csv"));
        if (bytes.isEmpty())
            QSKIP("survey of women: ../shared/data is absent");
        const auto file = readAnsur(bytes);
        QVERIFY(file.ok());
        QCOMPARE(file->people.size(), 1986);
        QVERIFY(file->refused.isEmpty());
        const SurveyedPerson &first = file->people.first();
        QCOMPARE(first.foreignId, QStringLiteral("ANSUR 10037"));
        QCOMPARE(amountOf(first, "height"), 15'600);  // 1560 mm
        QCOMPARE(amountOf(first, "@weight"), 65'700); // 657 tenths of a kilogram
        QCOMPARE(amountOf(first, "waist_circ"), 8'500);
        QCOMPARE(amountOf(first, "hip_circ"), 10'110);
        QCOMPARE(amountOf(first, "neck_back_to_waist_b"), 4'060);
    }

    void menOfTheRealFile()
    {
        const QByteArray bytes =
            fileAt(test::sharedData() + QStringLiteral("/measurements/ANSUR_II_MALE_Public_rows0001-1000.csv"));
        if (bytes.isEmpty())
            QSKIP("survey of men: ../shared/data is absent");
        const auto file = readAnsur(bytes);
        QVERIFY(file.ok());
        QCOMPARE(file->people.size(), 1000); // a self-reported weight of 0 is in a column that is not read
        QVERIFY(file->refused.isEmpty());
        QCOMPARE(file->people.first().sex, BodySex::Male);
    }

    void otherMeasurementFilesAreNoSurvey()
    {
        const QString folder = test::sharedData() + QStringLiteral("/measurements/");
        if (!QFile::exists(folder))
            QSKIP("other tables: ../shared/data is absent");
        for (const char *name :
             {"ANSUR_II_COLUMNS.csv", "freesewing_models_4.10.2_base.csv", "nhanes_adult_female_bmx_2020.csv"})
            QCOMPARE(readAnsur(fileAt(folder + QString::fromLatin1(name))).error().code, "ansur.missing_column");
        QVERIFY(!readAnsur(fileAt(folder + QStringLiteral("ANSUR_II_Databases_Overview.pdf"))).ok());
    }
};

QTEST_GUILESS_MAIN(TestAnsur)
#include "tst_ansur.moc"
