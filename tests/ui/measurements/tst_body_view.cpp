// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/measurements/body_view.h"

#include "core/measurements/measurement_catalogue.h"

#include <QSignalSpy>
#include <QTest>

using namespace thimblely;
using namespace thimblely::ui;

class TestBodyView : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void eachFigureHasTheSameTapes();
    void everyFieldHasItsTape();
    void figureFollowsGenderForFit_data();
    void figureFollowsGenderForFit();
    void aChildIsSixHeadsHigh();
    void tapesLieOnTheFigure();
    void clickOnADottedTapeNamesItsField();
    void bodyIsNotMirrored();
    void describesTheTapeInFocus();
};

namespace {

std::vector<BodyTape> someTapes()
{
    return {{QStringLiteral("bust_circ"), 2, QStringLiteral("Chest")},
            {QStringLiteral("waist_circ"), 3, QStringLiteral("Waist")},
            {QStringLiteral("leg_waist_side_to_floor"), 4, QStringLiteral("Outseam")}};
}

} // namespace

void TestBodyView::eachFigureHasTheSameTapes()
{
    QStringList man = Croquis::of(Croquis::Body::Man).tapeCodes();
    QStringList woman = Croquis::of(Croquis::Body::Woman).tapeCodes();
    man.sort();
    woman.sort();
    QCOMPARE(man, woman);
    for (const QString &code : man) {
        const Croquis &c = Croquis::of(Croquis::Body::Man);
        QVERIFY2(!c.tape(code, Croquis::View::Front).isEmpty() || !c.tape(code, Croquis::View::Back).isEmpty(),
                 qPrintable(code));
    }
}

//! One is put on the scales, and no tape is laid.
void TestBodyView::everyFieldHasItsTape()
{
    for (const auto body : {Croquis::Body::Man, Croquis::Body::Woman, Croquis::Body::Boy, Croquis::Body::Girl}) {
        for (const MeasurementField &field : measurementFields())
            QCOMPARE(Croquis::of(body).hasTape(field.code), field.dimension != MeasurementDimension::Weight);
    }
}

void TestBodyView::figureFollowsGenderForFit_data()
{
    QTest::addColumn<QString>("word");
    QTest::addColumn<bool>("woman");
    QTest::newRow("female") << QStringLiteral("female") << true;
    QTest::newRow("capital") << QStringLiteral("Female") << true;
    QTest::newRow("woman") << QStringLiteral("woman") << true;
    QTest::newRow("male") << QStringLiteral("male") << false;
    QTest::newRow("unknown") << QString() << false;
}

void TestBodyView::figureFollowsGenderForFit()
{
    QFETCH(QString, word);
    QFETCH(bool, woman);
    QCOMPARE(Croquis::bodyFor(word) == Croquis::Body::Woman, woman);
}

void TestBodyView::aChildIsSixHeadsHigh()
{
    QCOMPARE(Croquis::bodyFor(QString(), true), Croquis::Body::Boy);
    QCOMPARE(Croquis::bodyFor(u"female", true), Croquis::Body::Girl);
    const Croquis &man = Croquis::of(Croquis::Body::Man);
    const Croquis &boy = Croquis::of(Croquis::Body::Boy);
    QCOMPARE(man.heads(), 8);
    QCOMPARE(boy.heads(), 6);
    QStringList codes = boy.tapeCodes();
    QStringList grown = man.tapeCodes();
    codes.sort();
    grown.sort();
    QCOMPARE(codes, grown);
    const auto height = [](const Croquis &figure, const char *code) {
        return figure.tape(QString::fromLatin1(code), Croquis::View::Front).boundingRect();
    };
    QVERIFY(height(boy, "leg_crotch_to_floor").height() < height(man, "leg_crotch_to_floor").height());
    QVERIFY(height(boy, "neck_circ").top() > height(man, "neck_circ").top()); // under a larger head
    QCOMPARE(height(boy, "leg_waist_side_to_floor").bottom(), height(man, "leg_waist_side_to_floor").bottom());
}

void TestBodyView::tapesLieOnTheFigure()
{
    for (const auto body : {Croquis::Body::Man, Croquis::Body::Woman, Croquis::Body::Boy, Croquis::Body::Girl}) {
        const Croquis &c = Croquis::of(body);
        for (const QString &code : c.tapeCodes()) {
            for (const auto view : {Croquis::View::Front, Croquis::View::Back}) {
                const QRectF r = c.tape(code, view).boundingRect();
                QVERIFY2(r.isEmpty() || QRectF(-132, 0, 264, 801).contains(r), qPrintable(code));
            }
        }
    }
}

void TestBodyView::clickOnADottedTapeNamesItsField()
{
    BodyView view(nullptr);
    view.resize(360, 640);
    view.setCodes(someTapes());
    view.setCurrent(QStringLiteral("bust_circ"));
    QSignalSpy spy(&view, &BodyView::tapeClicked);
    // The waist of the front view at the pictures' scale: x = 92, y = 62 + 0.62 * 299.
    const QPoint waist(92, 62 + int(0.62 * 299));
    QCOMPARE(view.codeAt(waist), QStringLiteral("waist_circ"));
    QTest::mouseClick(&view, Qt::LeftButton, {}, waist);
    QCOMPARE(spy.count(), 1);
    QCOMPARE(spy.at(0).at(0).toString(), QStringLiteral("waist_circ"));
    QTest::mouseClick(&view, Qt::LeftButton, {}, QPoint(180, 20)); // beside every tape
    const QPoint chest(92, 62 + int(0.62 * 216));                  // already in focus
    QTest::mouseClick(&view, Qt::LeftButton, {}, chest);
    QCOMPARE(spy.count(), 1);
}

void TestBodyView::bodyIsNotMirrored()
{
    BodyView view(nullptr);
    view.resize(360, 640);
    view.setCodes(someTapes());
    // The outseam runs down the client's right leg: left of the plumb line in front, whatever the language.
    const QPoint seam(92 - int(0.62 * 62), 62 + int(0.62 * 460));
    QCOMPARE(view.codeAt(seam), QStringLiteral("leg_waist_side_to_floor"));
    view.setLayoutDirection(Qt::RightToLeft);
    QCOMPARE(view.codeAt(seam), QStringLiteral("leg_waist_side_to_floor"));
}

void TestBodyView::describesTheTapeInFocus()
{
    BodyView view(nullptr);
    view.setCodes(someTapes());
    view.setCurrent(QStringLiteral("waist_circ"));
    QVERIFY(!view.accessibleName().isEmpty());
    QVERIFY(view.accessibleDescription().contains(QStringLiteral("Waist")));
    QVERIFY(view.accessibleDescription().contains(QLatin1Char('3')));
}

QTEST_MAIN(TestBodyView)
#include "tst_body_view.moc"
