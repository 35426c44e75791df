// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/measurements/measure_fields_model.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace thimblely::ui;

class TestMeasureFieldsModel : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void keepsTheRulesOfModels();
    void aChangedRowTellsWhatChanged();
    void anEqualRowTellsNothing();
    void anUnknownCodeTellsNothing();
    void countsByState();
    void sentenceSaysStateAndValues();
};

namespace {

std::vector<MeasureRow> rows()
{
    return {
        {QStringLiteral("a"), 1, QStringLiteral("Neck"), QStringLiteral("41.0"), QStringLiteral("40.5"),
         FieldState::Measured, false, false},
        {QStringLiteral("b"), 2, QStringLiteral("Chest"), {}, QStringLiteral("93.5"), FieldState::Empty, false, false},
        {QStringLiteral("c"), 3, QStringLiteral("Waist"), QStringLiteral("86"), QStringLiteral("86"), FieldState::Kept,
         false, false}};
}

} // namespace

void TestMeasureFieldsModel::keepsTheRulesOfModels()
{
    MeasureFieldsModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setRows(rows());
    QCOMPARE(model.rowCount(), 3);
    model.setRows({});
    QCOMPARE(model.rowCount(), 0);
}

void TestMeasureFieldsModel::aChangedRowTellsWhatChanged()
{
    MeasureFieldsModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setRows(rows());
    QSignalSpy spy(&model, &QAbstractItemModel::dataChanged);
    MeasureRow chest = rows()[1];
    chest.todayText = QStringLiteral("94");
    chest.state = FieldState::Measured;
    model.setRow(chest);
    QCOMPARE(spy.count(), 1);
    QCOMPARE(spy.at(0).at(0).toModelIndex().row(), 1);
    QCOMPARE(spy.at(0).at(1).toModelIndex().row(), 1);
    const auto roles = spy.at(0).at(2).value<QList<int>>();
    QCOMPARE(roles, (QList<int>{MeasureFieldsModel::TodayRole, MeasureFieldsModel::StateRole, Qt::AccessibleTextRole}));
    QCOMPARE(model.index(1).data(MeasureFieldsModel::TodayRole).toString(), QStringLiteral("94"));
}

void TestMeasureFieldsModel::anEqualRowTellsNothing()
{
    MeasureFieldsModel model;
    model.setRows(rows());
    QSignalSpy spy(&model, &QAbstractItemModel::dataChanged);
    model.setRow(rows()[2]);
    QCOMPARE(spy.count(), 0);
}

void TestMeasureFieldsModel::anUnknownCodeTellsNothing()
{
    MeasureFieldsModel model;
    model.setRows(rows());
    QSignalSpy spy(&model, &QAbstractItemModel::dataChanged);
    MeasureRow hat;
    hat.code = QStringLiteral("z");
    model.setRow(hat);
    QCOMPARE(spy.count(), 0);
    QVERIFY(!model.indexOf(QStringLiteral("z")).isValid());
}

void TestMeasureFieldsModel::countsByState()
{
    MeasureFieldsModel model;
    model.setRows(rows());
    QCOMPARE(model.count(FieldState::Measured), 1);
    QCOMPARE(model.count(FieldState::Kept), 1);
    QCOMPARE(model.count(FieldState::Empty), 1);
}

void TestMeasureFieldsModel::sentenceSaysStateAndValues()
{
    MeasureFieldsModel model;
    model.setRows(rows());
    const QString kept = model.index(2).data(Qt::AccessibleTextRole).toString();
    QCOMPARE(kept, QStringLiteral("3, Waist, kept 86, last visit 86"));
    const QString open = model.index(1).data(Qt::AccessibleTextRole).toString();
    QCOMPARE(open, QStringLiteral("2, Chest, not measured, last visit 93.5"));
}

QTEST_MAIN(TestMeasureFieldsModel)
#include "tst_measure_fields_model.moc"
