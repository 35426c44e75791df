// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/measurements/template_service.h"
#include "tests/ui/measurements/measured_client.h"
#include "ui/measurements/fit_edit.h"
#include "ui/measurements/measure_list.h"
#include "ui/measurements/value_field.h"

#include <QLineEdit>
#include <QSignalSpy>

using namespace thimblely;
using namespace thimblely::ui;

//! What a visit leaves in the file: versions, what is carried on, what was cut by a slip.
class TestMeasuringVersions : public QObject, private test::MeasuredClient {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { installTheme(); }
    void init() { begin(); }
    void cleanup() { end(); }
    void savesExactlyWhatWasTyped();
    void inchesStayAsTyped();
    void anotherGarmentKeepsWhatIsShared();
    void aNewVersionLosesNothing();
    void aSlipSaysWhatWasCutByIt();
    void aSlipIsNothingToCompareWith();
    void whatIsNeededIsSaidOnce();
    void whatNoGarmentIsCutWithoutIsNeeded();
    void whatWasMeasuredBeforeIsNotMissing();
    void theFinishedGarmentIsKeptApart();
    void aGarmentIsCutOtherwiseThanTheBody();
    void whatIsCarriedOnKeepsItsAge();
    void whatCannotBeReadHoldsTheSavingAndSaysSo();
    void nothingMeasuredIsSaidClearly();
};

void TestMeasuringVersions::savesExactlyWhatWasTyped()
{
    start("trousers");
    m_screen->page()->setCurrent(QStringLiteral("waist_circ"));
    type("82,3");
    save();
    QCOMPARE(sets().size(), size_t(1));
    QCOMPARE(stored("waist_circ").text, QStringLiteral("82,3"));
    QCOMPARE(stored("waist_circ").amount, 8230);
    QCOMPARE(stored("waist_circ").unit, AmountUnit::Centimetre);
    QVERIFY(!m_shop->drafts->kept("measuring", m_client->toString() + u'/' + templateOf("trousers").toString()));
}

void TestMeasuringVersions::inchesStayAsTyped()
{
    start("trousers");
    m_screen->page()->setUnit(LengthUnit::Inch);
    m_screen->page()->setCurrent(QStringLiteral("waist_circ"));
    type("38 1/2");
    save();
    QCOMPARE(stored("waist_circ").text, QStringLiteral("38 1/2"));
    QCOMPARE(stored("waist_circ").unit, AmountUnit::Inch);
    QCOMPARE(stored("waist_circ").amount, 9779);
}

void TestMeasuringVersions::anotherGarmentKeepsWhatIsShared()
{
    saveValues("shirt", {{"bust_circ", "98.5"}, {"waist_circ", "84"}}, 30);
    start("jacket");
    QCOMPARE(field("bust_circ").state, FieldState::Kept);
    QCOMPARE(field("bust_circ").today.both->text, QStringLiteral("98.5"));
    // What was taken for the same garment is measured anew, with the former value beside.
    start("shirt");
    QCOMPARE(field("bust_circ").state, FieldState::Empty);
    QCOMPARE(field("bust_circ").earlier.front().value.both->text, QStringLiteral("98.5"));
    // And what is older than half a year stops the cursor.
    m_shop->shop.clock.advanceDays(200);
    start("jacket");
    QCOMPARE(field("bust_circ").state, FieldState::Empty);
}

void TestMeasuringVersions::aNewVersionLosesNothing()
{
    saveValues("trousers", {{"waist_circ", "84"}, {"hip_circ", "100.5"}}, 60);
    start("trousers");
    m_screen->page()->setCurrent(QStringLiteral("waist_circ"));
    type("85");
    save();
    const auto now = sets();
    QCOMPARE(now.size(), size_t(2));
    QCOMPARE(now.front().status, SetStatus::Current);
    QCOMPARE(now.back().status, SetStatus::Superseded);
    QCOMPARE(now.front().supersedes, std::optional(now.back().id));
    QCOMPARE(stored("waist_circ").text, QStringLiteral("85"));
    QCOMPARE(stored("hip_circ").text, QStringLiteral("100.5"));
}

void TestMeasuringVersions::aSlipSaysWhatWasCutByIt()
{
    saveValues("trousers", {{"waist_circ", "84"}, {"hip_circ", "100.5"}}, 60);
    const MeasurementSetId wrong = sets().front().id;
    orders::PieceDraft one = m_shop->piece(QStringLiteral("Trousers"), 450'000);
    one.measurementSet = wrong;
    orders::PieceDraft two = m_shop->piece(QStringLiteral("Shorts"), 250'000);
    two.measurementSet = wrong;
    const auto order = m_shop->book(m_client, {one, two}).id;
    orders::OrderService service(*m_shop->shop.session, *m_shop->shop.door);
    QVERIFY(changes::await(service.moveStage(service.load(order)->pieces[1].id, orders::Stage::Cut)));

    start("trousers");
    measureIn("waist_circ", "94");
    if (box())
        QTest::keyClicks(edit(), QStringLiteral("="));
    askToSave();
    QVERIFY(reason());
    const QString sentence = reason()->sentence();
    QVERIFY2(sentence.contains(QStringLiteral("waist")), qPrintable(sentence));
    QVERIFY2(sentence.contains(QStringLiteral("2 pieces, 1 already cut: ")), qPrintable(sentence));
    QVERIFY2(sentence.contains(QStringLiteral("-2 Shorts")), qPrintable(sentence));
    // Escape is one step back, and typing goes on.
    QVERIFY(m_screen->stepBack());
    QTRY_VERIFY(!reason());
    QVERIFY(edit()->hasFocus());

    QSignalSpy left(&m_shop->desk->navigation(), &Navigation::backRequested);
    QSignalSpy said(&m_shop->desk->notices(), &Notices::said);
    m_screen->handle(ActionId::Save);
    QTRY_VERIFY(reason()->isVisible());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    QTRY_COMPARE(left.count(), 1);
    QVERIFY2(said.front().front().toString().startsWith(QStringLiteral("To look at: 2 pieces")),
             qPrintable(said.front().front().toString()));
    const auto now = sets();
    QCOMPARE(now.front().changeReason, std::optional(ChangeReason::Error));
    QCOMPARE(supersededBecause(now.back(), now), std::optional(ChangeReason::Error));
    QCOMPARE(now.front().carried.at(QStringLiteral("hip_circ")), wrong);
}

void TestMeasuringVersions::aSlipIsNothingToCompareWith()
{
    aSlipSaysWhatWasCutByIt();
    start("trousers");
    QCOMPARE(field("waist_circ").earlier.size(), size_t(1)); // the slip is gone from the history
    QCOMPARE(field("waist_circ").earlier.front().value.both->text, QStringLiteral("94"));
    QCOMPARE(field("hip_circ").earlier.size(), size_t(1)); // measured once, and carried on since
    QCOMPARE(field("hip_circ").earlier.front().daysAgo, 60);
}

void TestMeasuringVersions::whatIsNeededIsSaidOnce()
{
    TemplateService templates(*m_shop->shop.session, *m_shop->shop.door);
    MeasurementTemplate trousers = templates.load(templateOf("trousers")).value();
    std::ranges::find(trousers.fields, QStringLiteral("hip_circ"), &TemplateField::code)->required = true;
    QVERIFY(changes::await(templates.update(trousers.id, trousers.draft())));
    start("trousers");
    measureIn("waist_circ", "84");
    QSignalSpy said(&m_shop->desk->notices(), &Notices::said);
    m_screen->handle(ActionId::Save);
    QCOMPARE(said.count(), 1);
    QVERIFY(said.front().front().toString().contains(QStringLiteral("hip / seat")));
    QCOMPARE(m_screen->page()->current(), QStringLiteral("hip_circ"));
    QVERIFY(sets().empty());
    save();
    QCOMPARE(sets().size(), size_t(1));
}

void TestMeasuringVersions::whatNoGarmentIsCutWithoutIsNeeded()
{
    start("trousers");
    measureIn("waist_circ", "84");
    measureIn("hip_circ", "100");
    QSignalSpy said(&m_shop->desk->notices(), &Notices::said);
    m_screen->handle(ActionId::Save);
    QCOMPARE(said.count(), 1);
    const QString sentence = said.front().front().toString();
    QVERIFY2(sentence.contains(QStringLiteral("inseam")) && sentence.contains(QStringLiteral("outseam")),
             qPrintable(sentence));
    QVERIFY(sets().empty());
    QSignalSpy left(&m_shop->desk->navigation(), &Navigation::backRequested);
    m_screen->handle(ActionId::Save);
    QTRY_COMPARE(left.count(), 1);
    QCOMPARE(sets().size(), size_t(1));
}

void TestMeasuringVersions::whatWasMeasuredBeforeIsNotMissing()
{
    saveValues(
        "trousers",
        {{"waist_circ", "84"}, {"hip_circ", "100"}, {"leg_crotch_to_floor", "80"}, {"leg_waist_side_to_floor", "104"}},
        60);
    start("trousers");
    measureIn("waist_circ", "85"); // the others stay in the new version
    QSignalSpy said(&m_shop->desk->notices(), &Notices::said);
    m_screen->handle(ActionId::Save);
    QCOMPARE(said.count(), 0);
    QVERIFY(reason());
}

void TestMeasuringVersions::theFinishedGarmentIsKeptApart()
{
    start("shirt");
    measureIn("bust_circ", "98.5");
    measureIn("@shirt_length", "78");
    save();
    QCOMPARE(sets().size(), size_t(2)); // of one visit, body and garment apart
    MeasurementService service(*m_shop->shop.session, *m_shop->shop.door);
    QCOMPARE(service.currentValues(*m_client)->size(), size_t(1));
    QCOMPARE(service.currentValues(*m_client, SetKind::FinishedGarment)->front().value.text, QStringLiteral("78"));
    QVERIFY(changes::await(m_shop->shop.door->undo())); // and one operation
    QVERIFY(sets().empty());
}

void TestMeasuringVersions::aGarmentIsCutOtherwiseThanTheBody()
{
    start("jacket");
    measureIn("arm_shoulder_tip_to_wrist", "64");
    m_screen->page()->setCurrent(QStringLiteral("arm_shoulder_tip_to_wrist"));
    const auto fits = m_screen->findChild<FitEdit *>()->findChildren<QLineEdit *>();
    QCOMPARE(fits.size(), 2); // left and right
    QVERIFY(fits.front()->accessibleName().contains(QStringLiteral("client's left")));
    fits.front()->setFocus();
    QTest::keyClicks(fits.front(), QStringLiteral("longer"));
    QTest::keyClick(fits.front(), Qt::Key_Return);
    QCOMPARE(m_screen->page()->current(), QStringLiteral("arm_shoulder_tip_to_wrist"));
    QVERIFY(m_screen->page()->valueField()->errorText().contains(QStringLiteral("+1.2")));
    fits.front()->selectAll();
    QTest::keyClicks(fits.front(), QStringLiteral("+1.2"));
    QTest::keyClick(fits.front(), Qt::Key_Return);
    QVERIFY(m_screen->page()->current() != QStringLiteral("arm_shoulder_tip_to_wrist"));
    const auto row = m_screen->page()->list()->model()->indexOf(QStringLiteral("arm_shoulder_tip_to_wrist"));
    QCOMPARE(row.data(MeasureFieldsModel::FitRole).toString(), QStringLiteral("left +1.2"));
    m_shop->drafts->flush();
    m_screen.reset(); // kept on the device like everything that is typed
    m_shop->restart();
    m_screen = std::make_unique<MeasuringScreen>(*m_shop->desk);
    m_screen->show();
    start("jacket");
    save();
    QCOMPARE(sets().size(), size_t(2));
    const auto fit = MeasurementService(*m_shop->shop.session, *m_shop->shop.door)
                         .currentValues(*m_client, SetKind::FitAdjustment)
                         .value();
    QCOMPARE(fit.size(), size_t(1));
    QCOMPARE(fit.front().value.amount, 120);
    QCOMPARE(fit.front().value.side, Side::Left);
    const auto body = MeasurementService(*m_shop->shop.session, *m_shop->shop.door).currentValues(*m_client).value();
    QCOMPARE(body.front().value.amount, 6400); // the body stays the body
    // It is there at the next jacket, and a shirt is cut as the body is.
    start("jacket");
    QCOMPARE(field("arm_shoulder_tip_to_wrist").fit.left->text, QStringLiteral("+1.2"));
    measureIn("arm_shoulder_tip_to_wrist", "64");
    save();
    QCOMPARE(sets().size(), size_t(3)); // the cut did not change
    start("shirt");
    QVERIFY(field("arm_shoulder_tip_to_wrist").fit.isEmpty());
}

void TestMeasuringVersions::whatIsCarriedOnKeepsItsAge()
{
    saveValues("shirt", {{"bust_circ", "98.5"}, {"waist_circ", "84"}}, 150);
    start("jacket");
    QCOMPARE(field("bust_circ").state, FieldState::Kept);
    measureIn("hip_circ", "100");
    save(); // the chest goes with the jacket now
    start("jacket");
    QCOMPARE(field("bust_circ").earlier.size(), size_t(1));
    QCOMPARE(field("bust_circ").earlier.front().daysAgo, 150); // and is as old as it is
    QCOMPARE(field("bust_circ").state, FieldState::Kept);
    m_shop->shop.clock.advanceDays(60); // more than half a year by now, whatever was saved between
    start("jacket");
    QCOMPARE(field("bust_circ").state, FieldState::Empty);
    start("dress");
    QCOMPARE(field("bust_circ").state, FieldState::Empty);
    QCOMPARE(field("hip_circ").state, FieldState::Kept);
}

void TestMeasuringVersions::whatCannotBeReadHoldsTheSavingAndSaysSo()
{
    start("trousers");
    QTest::keyClicks(edit(), QStringLiteral("8x"));
    QSignalSpy said(&m_shop->desk->notices(), &Notices::said);
    m_screen->handle(ActionId::Save);
    QCOMPARE(said.count(), 1);
    QVERIFY(said.front().front().toString().startsWith(QStringLiteral("Not saved")));
    QVERIFY(sets().empty());
}

void TestMeasuringVersions::nothingMeasuredIsSaidClearly()
{
    start("trousers");
    QSignalSpy failed(&m_shop->desk->notices(), &Notices::failed);
    askToSave();
    QTRY_COMPARE(failed.count(), 1);
    QCOMPARE(failed.front().front().value<Error>().code, QByteArray("measure.empty"));
    QVERIFY(sets().empty());
}

QTEST_MAIN(TestMeasuringVersions)
#include "tst_measuring_versions.moc"
