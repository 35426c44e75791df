// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/measurements/fit_correction.h"

#include <QTest>

#include <rapidcheck.h>

#include <map>

using namespace thimblely;

namespace {

QStringList words(const std::vector<MeasuredValue> &values)
{
    QStringList all;
    for (const MeasuredValue &value : values) {
        const char *side = value.side == Side::Left ? " left" : value.side == Side::Right ? " right" : "";
        all.append(value.code + QLatin1String(side) + QLatin1Char(' ') + QString::number(value.amount));
    }
    return all;
}

MeasuredValue by(const QString &code, Side side, qint64 amount)
{
    return {code, side, amount, AmountUnit::Centimetre, QString::number(amount)};
}

//! What each side is cut otherwise by; a field held whole counts for both.
std::map<std::pair<QString, Side>, qint64> perSide(const std::vector<MeasuredValue> &values)
{
    std::map<std::pair<QString, Side>, qint64> sums;
    for (const MeasuredValue &value : values) {
        for (const Side side : {Side::Left, Side::Right}) {
            if (value.side == Side::Both || value.side == side)
                sums[{value.code, side}] += value.amount;
        }
    }
    std::erase_if(sums, [](const auto &each) { return each.second == 0; });
    return sums;
}

} // namespace

class TestFitCorrection : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void isReadAsItIsWritten_data();
    void isReadAsItIsWritten();
    void correctionsAddUpOnEachSide();
};

void TestFitCorrection::isReadAsItIsWritten_data()
{
    QTest::addColumn<QString>("note");
    QTest::addColumn<bool>("inches");
    QTest::addColumn<QStringList>("read");
    const auto row = [](const char *name, const QString &note, const QStringList &read, bool inches = false) {
        QTest::newRow(name) << note << inches << read;
    };
    const QString sleeve = QStringLiteral("arm_shoulder_tip_to_wrist");
    row("side first", QStringLiteral("left sleeve +1.2"), {sleeve + QStringLiteral(" left 120")});
    row("side last", QStringLiteral("Sleeve right -1"), {sleeve + QStringLiteral(" right -100")});
    row("a letter", QStringLiteral("sleeve L +1.2 cm"), {sleeve + QStringLiteral(" left 120")});
    row("both", QStringLiteral("waist -0.5"), {QStringLiteral("waist_circ -50")});
    row("a printed minus", QStringLiteral("waist −0.5"), {QStringLiteral("waist_circ -50")});
    row("decimal comma", QStringLiteral("waist +0,5, chest +1"),
        {QStringLiteral("waist_circ 50"), QStringLiteral("bust_circ 100")});
    row("eighths of an inch", QStringLiteral("sleeve +3/8"), {sleeve + QStringLiteral(" 95")}, true);
    row("among words", QStringLiteral("collar stands off; left sleeve +1.2, press again"),
        {sleeve + QStringLiteral(" left 120")});
    row("the same twice", QStringLiteral("sleeve +1, left sleeve +0.5"),
        {sleeve + QStringLiteral(" left 150"), sleeve + QStringLiteral(" right 100")});
    row("words only", QStringLiteral("shoulder rolls forward"), {});
    row("no sign is no correction", QStringLiteral("sleeve 62"), {});
    row("nothing by that name", QStringLiteral("wobble +2"), {});
    row("nothing", {}, {});
    row("no amount", QStringLiteral("sleeve +"), {});
    row("no tape reads it", QStringLiteral("sleeve +9999"), {});
}

void TestFitCorrection::isReadAsItIsWritten()
{
    QFETCH(QString, note);
    QFETCH(bool, inches);
    QFETCH(QStringList, read);
    QCOMPARE(words(fitCorrections(note, inches ? LengthUnit::Inch : LengthUnit::Centimetre)), read);
}

void TestFitCorrection::correctionsAddUpOnEachSide()
{
    const bool holds = rc::check("each side is cut by the sum of its corrections", [] {
        const auto corrections = *rc::gen::container<std::vector<std::tuple<int, int, int>>>(
            rc::gen::tuple(rc::gen::inRange(0, 2), rc::gen::inRange(0, 3), rc::gen::nonZero<int>() /* amount */));
        std::vector<MeasuredValue> all;
        std::vector<MeasuredValue> sums;
        for (const auto &[field, side, amount] : corrections) {
            const MeasuredValue one =
                by(field == 0 ? QStringLiteral("waist_circ") : QStringLiteral("hip_circ"), Side(side), amount % 1000);
            all.push_back(one);
            sums = corrected(std::move(sums), {one});
        }
        RC_ASSERT(perSide(sums) == perSide(all));
        for (const MeasuredValue &value : sums) // a set holds a field whole or by sides, never both
            RC_ASSERT(std::ranges::count_if(sums, [&](const MeasuredValue &other) {
                          return other.code == value.code && (other.side == value.side || other.side == Side::Both);
                      }) == 1);
    });
    QVERIFY(holds);
}

QTEST_GUILESS_MAIN(TestFitCorrection)
#include "tst_fit_correction.moc"
