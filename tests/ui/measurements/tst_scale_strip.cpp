// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/measurements/scale_strip.h"

#include <QTest>

using namespace thimblely;
using namespace thimblely::ui;

class TestScaleStrip : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void spanHoldsTheMarks_data();
    void spanHoldsTheMarks();
    void saysItsMarks();
};

void TestScaleStrip::spanHoldsTheMarks_data()
{
    QTest::addColumn<int>("typed");
    QTest::addColumn<int>("last");
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("to");
    QTest::newRow("typed below last") << 8400 << 9350 << 8000 << 10000;
    QTest::newRow("typed above last") << 9400 << 8400 << 7800 << 9800;
    QTest::newRow("typed alone") << 8430 << 0 << 8000 << 10000;
    QTest::newRow("last alone") << 0 << 9350 << 8900 << 10900;
    QTest::newRow("never under zero") << 200 << 0 << 0 << 2000;
}

void TestScaleStrip::spanHoldsTheMarks()
{
    QFETCH(int, typed);
    QFETCH(int, last);
    QFETCH(int, from);
    QFETCH(int, to);
    ScaleMarks marks;
    if (typed > 0)
        marks.typed = Length(typed);
    if (last > 0)
        marks.last = Length(last);
    const ScaleStrip::Span span = ScaleStrip::spanFor(marks, LengthUnit::Centimetre);
    QCOMPARE(span.from, qint64(from));
    QCOMPARE(span.to, qint64(to));
}

void TestScaleStrip::saysItsMarks()
{
    ScaleStrip strip(nullptr);
    ScaleMarks marks;
    marks.typed = Length(8400);
    marks.last = Length(9350);
    marks.lastWhen = QStringLiteral("March");
    strip.setMarks(marks);
    QCOMPARE(strip.accessibleDescription(), QStringLiteral("typed 84, March: 93.5"));
}

QTEST_MAIN(TestScaleStrip)
#include "tst_scale_strip.moc"
