// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/clients/client_service.h"
#include "core/exchange/smis.h"
#include "core/measurements/measurement_service.h"
#include "core/measurements/template_service.h"
#include "core/measurements/template_writer.h"
#include "tests/ui/orders/counter_shop.h"
#include "ui/measurements/big_edit.h"
#include "ui/measurements/doubt_box.h"
#include "ui/measurements/fit_edit.h"
#include "ui/measurements/history_line.h"
#include "ui/measurements/measure_list.h"
#include "ui/measurements/measuring_header.h"
#include "ui/measurements/measuring_page.h"
#include "ui/measurements/measuring_screen.h"
#include "ui/measurements/reason_box.h"
#include "ui/measurements/templates_view.h"
#include "ui/measurements/value_field.h"
#include "ui/widgets/label.h"

#include <QAbstractButton>
#include <QDir>
#include <QLineEdit>
#include <QMenu>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace thimblely;
using namespace thimblely::ui;

//! The measuring screen by keyboard over a real file.
class TestMeasuringScreen : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void savesExactlyWhatWasTyped();
    void inchesStayAsTyped();
    void anInchValueInACentimetreFieldSaysSo();
    void plusTakesWhatIsLikely();
    void equalsKeepsWhatWasTyped();
    void aDoubtIsSaidWhileTyping();
    void aNumberThatMayGoOnIsNotDoubtedYet();
    void whatIsKeptBeforeItIsReadIsRecorded();
    void swappedFieldsAreSwappedBack();
    void savingLooksAtTheWholeOnceMore();
    void aChildIsNoSmallMan();
    void anotherGarmentKeepsWhatIsShared();
    void aNewVersionLosesNothing();
    void aSlipSaysWhatWasCutByIt();
    void aSlipIsNothingToCompareWith();
    void whatIsNeededIsSaidOnce();
    void theFinishedGarmentIsKeptApart();
    void aGarmentIsCutOtherwiseThanTheBody();
    void theVisitsAreALine();
    void aChildsTemplateAsksAsOfAChild();
    void theNotebooksOrderIsRemembered();
    void theTemplatesLieBesideIt();
    void theSheetIsPrintedAndTheFileWritten();
    void whatIsCarriedOnKeepsItsAge();
    void aDraftComesBackAfterACrash();
    void textThatWasNotReadComesBackToo();
    void leavingKeepsTheDraft();
    void whatCannotBeReadHoldsTheSavingAndSaysSo();
    void nothingMeasuredIsSaidClearly();
    void everyControlHasAName();
    void pictures();

private:
    void start(const char *garment);
    void type(const char *text, Qt::Key then = Qt::Key_Return);
    void key(Qt::Key key) { QTest::keyClick(edit(), key); }
    void measureIn(const char *code, const char *text);
    void measureAMan();
    void save();
    BigEdit *edit() const { return m_screen->findChildren<BigEdit *>().first(); }
    ReasonBox *reason() const { return m_screen->findChild<ReasonBox *>(); }
    DoubtBox *box() const { return m_screen->findChild<DoubtBox *>(); }
    const MeasureField &field(const char *code) const;
    TemplateId templateOf(const char *garment) const;
    std::vector<MeasurementSet> sets() const;
    MeasuredValue stored(const char *code) const;
    void saveValues(const char *garment, std::vector<std::pair<const char *, const char *>> values, int daysAgo);

    std::unique_ptr<test::CounterShop> m_shop;
    std::unique_ptr<MeasuringScreen> m_screen;
    std::optional<ClientId> m_client;
};

void TestMeasuringScreen::initTestCase()
{
    Theme::instance().install();
    Theme::instance().setScheme(Scheme::Light);
}

void TestMeasuringScreen::init()
{
    m_shop = std::make_unique<test::CounterShop>();
    QVERIFY(changes::await(m_shop->shop.door->write<void>(changes::Operation{"templates.install"},
                                                          measurements::installBuiltinTemplates)));
    m_client = m_shop->addClient(QStringLiteral("Tunde Bello"), QStringLiteral("0803 555 4471"));
    m_screen = std::make_unique<MeasuringScreen>(*m_shop->desk);
    m_screen->resize(1198, 712);
    m_screen->show();
    m_screen->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_screen.get()));
}

void TestMeasuringScreen::cleanup()
{
    m_screen.reset();
    m_shop.reset();
}

TemplateId TestMeasuringScreen::templateOf(const char *garment) const
{
    const auto all = MeasurementService(*m_shop->shop.session, *m_shop->shop.door).templates().value();
    for (const MeasurementTemplate &each : all) {
        if (each.garmentType == QLatin1String(garment))
            return each.id;
    }
    qFatal("no template for %s", garment);
}

std::vector<MeasurementSet> TestMeasuringScreen::sets() const
{
    return MeasurementService(*m_shop->shop.session, *m_shop->shop.door).setsOf(*m_client).value();
}

MeasuredValue TestMeasuringScreen::stored(const char *code) const
{
    const auto now = sets();
    for (const MeasuredValue &value : now.front().values) {
        if (value.code == QLatin1String(code))
            return value;
    }
    return {QString(), Side::Both, 0, AmountUnit::Centimetre, QString()};
}

void TestMeasuringScreen::saveValues(const char *garment, std::vector<std::pair<const char *, const char *>> values,
                                     int daysAgo)
{
    MeasurementDraft draft{*m_client, templateOf(garment), SetKind::Body, {}};
    for (const auto &[code, text] : values) {
        draft.values.push_back(MeasuredValue::parse(QString::fromLatin1(code), Side::Both, QString::fromLatin1(text),
                                                    LengthUnit::Centimetre)
                                   .value());
    }
    draft.takenAt = m_shop->shop.clock.now().plusMsecs(-86'400'000LL * daysAgo);
    QVERIFY(changes::await(MeasurementService(*m_shop->shop.session, *m_shop->shop.door).save(draft)));
}

void TestMeasuringScreen::start(const char *garment)
{
    m_screen->measure(*m_client, templateOf(garment));
    edit()->setFocus();
}

void TestMeasuringScreen::type(const char *text, Qt::Key then)
{
    QWidget *now = edit();
    if (auto *focused = qobject_cast<BigEdit *>(QApplication::focusWidget()))
        now = focused;
    static_cast<BigEdit *>(now)->selectAll();
    QTest::keyClicks(now, QString::fromUtf8(text));
    QTest::keyClick(now, then);
}

void TestMeasuringScreen::save()
{
    QSignalSpy left(&m_shop->desk->navigation(), &Navigation::backRequested);
    QVERIFY(m_screen->handle(ActionId::Save));
    if (reason()) // the body changed
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    QTRY_COMPARE(left.count(), 1);
}

const MeasureField &TestMeasuringScreen::field(const char *code) const
{
    for (const MeasureField &each : m_screen->page()->fields()) {
        if (each.code == QLatin1String(code))
            return each;
    }
    qFatal("no field %s", code);
}

void TestMeasuringScreen::savesExactlyWhatWasTyped()
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

void TestMeasuringScreen::inchesStayAsTyped()
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

void TestMeasuringScreen::anInchValueInACentimetreFieldSaysSo()
{
    start("trousers");
    m_screen->page()->setCurrent(QStringLiteral("waist_circ"));
    type("38");
    QVERIFY(box());
    QVERIFY2(box()->sentence().contains(QStringLiteral("reads as inches")), qPrintable(box()->sentence()));
    QVERIFY(box()->sentence().contains(QStringLiteral("96.5 cm")));
    // Enter is no answer, and saving waits for one.
    key(Qt::Key_Return);
    QCOMPARE(m_screen->page()->current(), QStringLiteral("waist_circ"));
    QSignalSpy said(&m_shop->desk->notices(), &Notices::said);
    m_screen->handle(ActionId::Save);
    QCOMPARE(said.count(), 1); // and says what it waits for
    QVERIFY2(said.front().front().toString().endsWith(QStringLiteral("first: + or =")),
             qPrintable(said.front().front().toString()));
    QTest::qWait(50);
    QVERIFY(sets().empty());

    // The reverse.
    type("");
    m_screen->page()->setUnit(LengthUnit::Inch);
    type("97");
    QVERIFY(box());
    QVERIFY2(box()->sentence().contains(QStringLiteral("reads as centimetres")), qPrintable(box()->sentence()));
}

void TestMeasuringScreen::plusTakesWhatIsLikely()
{
    start("trousers");
    m_screen->page()->setCurrent(QStringLiteral("waist_circ"));
    type("38");
    QTest::keyClicks(edit(), QStringLiteral("+"));
    QCOMPARE(field("waist_circ").today.both->text, QStringLiteral("96.5"));
    QVERIFY(!box());
    QVERIFY(m_screen->page()->current() != QStringLiteral("waist_circ"));
}

void TestMeasuringScreen::equalsKeepsWhatWasTyped()
{
    start("trousers");
    m_screen->page()->setCurrent(QStringLiteral("waist_circ"));
    type("38");
    QTest::keyClicks(edit(), QStringLiteral("="));
    QVERIFY(m_screen->page()->current() != QStringLiteral("waist_circ"));
    save();
    QCOMPARE(stored("waist_circ").text, QStringLiteral("38"));
    QCOMPARE(sets().front().warningsAccepted, QStringList{QStringLiteral("waist_circ:measure.inches_in_cm")});
}

void TestMeasuringScreen::measureAMan()
{
    ClientDraft man;
    man.name = QStringLiteral("Tunde Bello");
    man.gender = GenderForFit::Male;
    m_client = changes::await(ClientService(*m_shop->shop.session, *m_shop->shop.door).add(man)).value();
}

void TestMeasuringScreen::measureIn(const char *code, const char *text)
{
    m_screen->page()->setCurrent(QString::fromLatin1(code));
    edit()->setFocus();
    type(text);
}

void TestMeasuringScreen::aDoubtIsSaidWhileTyping()
{
    measureAMan();
    saveValues("jacket", {{"neck_circ", "41"}, {"bust_circ", "93.5"}, {"waist_circ", "86"}, {"hip_circ", "100.5"}},
               256);
    start("jacket");
    measureIn("neck_circ", "41");
    measureIn("waist_circ", "86");
    m_screen->page()->setCurrent(QStringLiteral("bust_circ"));
    QTest::keyClicks(edit(), QStringLiteral("8"));
    QVERIFY(!box());
    QTest::keyClicks(edit(), QStringLiteral("4"));
    QVERIFY(box()); // before Enter
    const QString sentence = box()->sentence();
    QVERIFY2(sentence.contains(QStringLiteral("9.5 less than")), qPrintable(sentence));
    QVERIFY2(sentence.contains(QStringLiteral("less than waist")), qPrintable(sentence));
    QVERIFY2(sentence.contains(QStringLiteral("Did you mean 94.0?")), qPrintable(sentence));
    for (int i = 0; i < 3; ++i)
        key(Qt::Key_Return); // does nothing
    QCOMPARE(m_screen->page()->current(), QStringLiteral("bust_circ"));
    QVERIFY(box());
    // Going on typing is an answer as well.
    edit()->selectAll();
    QTest::keyClicks(edit(), QStringLiteral("93"));
    QVERIFY(!box());
    edit()->selectAll();
    QTest::keyClicks(edit(), QStringLiteral("84+"));
    QCOMPARE(field("bust_circ").today.both->amount, 9400);
    QVERIFY(m_screen->page()->current() != QStringLiteral("bust_circ"));
    save();
    QCOMPARE(stored("bust_circ").amount, 9400);
    QVERIFY(sets().front().warningsAccepted.isEmpty());
}

void TestMeasuringScreen::aNumberThatMayGoOnIsNotDoubtedYet()
{
    start("trousers");
    m_screen->page()->setCurrent(QStringLiteral("hip_circ"));
    for (const QChar c : QStringLiteral("101.5")) {
        QTest::keyClicks(edit(), QString(c));
        QVERIFY(!box());
    }
    m_screen->page()->setUnit(LengthUnit::Inch);
    edit()->selectAll();
    for (const QChar c : QStringLiteral("40 1/2")) {
        QTest::keyClicks(edit(), QString(c));
        QVERIFY(!box());
    }
}

void TestMeasuringScreen::whatIsKeptBeforeItIsReadIsRecorded()
{
    start("trousers");
    m_screen->page()->setCurrent(QStringLiteral("waist_circ"));
    QTest::keyClicks(edit(), QStringLiteral("38="));
    QCOMPARE(field("waist_circ").today.both->text, QStringLiteral("38"));
    QVERIFY(m_screen->page()->current() != QStringLiteral("waist_circ"));
    m_shop->drafts->flush();
    m_screen.reset();
    m_shop->restart();
    m_screen = std::make_unique<MeasuringScreen>(*m_shop->desk);
    m_screen->show();
    start("trousers");
    save(); // what was kept is not asked about again, not even after a crash
    QCOMPARE(sets().front().warningsAccepted, QStringList{QStringLiteral("waist_circ:measure.inches_in_cm")});
    // Another value in its place is.
    start("trousers");
    measureIn("waist_circ", "39");
    QVERIFY(box());
}

void TestMeasuringScreen::swappedFieldsAreSwappedBack()
{
    measureAMan();
    start("trousers");
    measureIn("height", "176");
    measureIn("waist_circ", "101");
    QVERIFY(!box());
    measureIn("hip_circ", "82");
    QVERIFY(box());
    QVERIFY2(box()->sentence().contains(QStringLiteral("Were they swapped?")), qPrintable(box()->sentence()));
    QTest::keyClicks(edit(), QStringLiteral("+"));
    QCOMPARE(field("hip_circ").today.both->amount, 10100);
    QCOMPARE(field("waist_circ").today.both->amount, 8200);
    QVERIFY(!box());
    save();
    QCOMPARE(stored("waist_circ").text, QStringLiteral("82"));
}

void TestMeasuringScreen::savingLooksAtTheWholeOnceMore()
{
    measureAMan();
    start("trousers");
    measureIn("leg_calf_circ", "29"); // meant 39; alone it is only slim
    QVERIFY(!box());
    const std::pair<const char *, const char *> rest[] = {{"height", "176"},
                                                          {"waist_circ", "94"},
                                                          {"hip_circ", "101.5"},
                                                          {"leg_thigh_upper_circ", "62.5"},
                                                          {"leg_ankle_circ", "23"}};
    for (const auto &[code, text] : rest) {
        measureIn(code, text);
        if (box())
            QTest::keyClicks(edit(), QStringLiteral("="));
    }
    QSignalSpy said(&m_shop->desk->notices(), &Notices::said);
    m_screen->handle(ActionId::Save);
    QCOMPARE(said.count(), 1);
    QCOMPARE(m_screen->page()->current(), QStringLiteral("leg_calf_circ"));
    QVERIFY(box());
    QVERIFY(sets().empty());
    QTest::keyClicks(edit(), QStringLiteral("+"));
    save();
    QCOMPARE(stored("leg_calf_circ").amount, 3900);
}

void TestMeasuringScreen::aChildIsNoSmallMan()
{
    ClientDraft child;
    child.name = QStringLiteral("Ayo Bello");
    child.birthDate = Date::parse(u"2019-03-01").value();
    m_client = changes::await(ClientService(*m_shop->shop.session, *m_shop->shop.door).add(child)).value();
    start("trousers");
    for (const auto &[code, text] : {std::pair{"height", "124"}, {"waist_circ", "57"}, {"hip_circ", "66"}}) {
        measureIn(code, text);
        QVERIFY2(!box(), code);
    }
    measureIn("leg_thigh_upper_circ", "14");
    QVERIFY(box());
}

void TestMeasuringScreen::anotherGarmentKeepsWhatIsShared()
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

void TestMeasuringScreen::aNewVersionLosesNothing()
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

void TestMeasuringScreen::aSlipSaysWhatWasCutByIt()
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
    QVERIFY(m_screen->handle(ActionId::Save));
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

void TestMeasuringScreen::aSlipIsNothingToCompareWith()
{
    aSlipSaysWhatWasCutByIt();
    start("trousers");
    QCOMPARE(field("waist_circ").earlier.size(), size_t(1)); // the slip is gone from the history
    QCOMPARE(field("waist_circ").earlier.front().value.both->text, QStringLiteral("94"));
    QCOMPARE(field("hip_circ").earlier.size(), size_t(1)); // measured once, and carried on since
    QCOMPARE(field("hip_circ").earlier.front().daysAgo, 60);
}

void TestMeasuringScreen::whatIsNeededIsSaidOnce()
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

void TestMeasuringScreen::theFinishedGarmentIsKeptApart()
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

void TestMeasuringScreen::aGarmentIsCutOtherwiseThanTheBody()
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

void TestMeasuringScreen::theVisitsAreALine()
{
    saveValues("trousers", {{"waist_circ", "80"}}, 600);
    saveValues("trousers", {{"waist_circ", "84"}}, 300);
    start("trousers");
    m_screen->page()->setCurrent(QStringLiteral("waist_circ"));
    auto *line = m_screen->findChild<HistoryLine *>();
    QTRY_VERIFY(line->isVisible());
    QCOMPARE(line->points().size(), size_t(2));
    QVERIFY(line->accessibleDescription().startsWith(QStringLiteral("80 ")));
    const auto places = HistoryLine::layOut(line->points(), QRectF(0, 0, 300, 40));
    QCOMPARE(places.front(), QPointF(0, 40));
    QCOMPARE(places.back(), QPointF(300, 0));
    type("85");
    m_screen->page()->setCurrent(QStringLiteral("waist_circ"));
    QCOMPARE(line->points().size(), size_t(3));
    QCOMPARE(line->points().back().text, QStringLiteral("85"));
    m_screen->page()->setCurrent(QStringLiteral("height")); // never measured
    QVERIFY(!line->isVisible());
}

void TestMeasuringScreen::aChildsTemplateAsksAsOfAChild()
{
    start("child_trousers");
    m_screen->page()->setCurrent(QStringLiteral("height"));
    QTest::keyClicks(edit(), QStringLiteral("118.5"));
    QVERIFY(!box());
    QVERIFY2(m_screen->page()->valueField()->messageText().startsWith(QStringLiteral("Enter")),
             qPrintable(m_screen->page()->valueField()->messageText())); // not "mostly 140 to 205"
    edit()->selectAll();
    // The jump since the last visit counts, and growth is allowed for.
    saveValues("child_trousers", {{"height", "118.5"}, {"waist_circ", "57"}}, 300);
    start("child_trousers");
    measureIn("height", "126");
    QVERIFY(!box());
    measureIn("waist_circ", "72");
    QVERIFY(box());
    QVERIFY2(box()->sentence().contains(QStringLiteral("15.0 more")), qPrintable(box()->sentence()));
}

void TestMeasuringScreen::theNotebooksOrderIsRemembered()
{
    start("trousers");
    measureIn("waist_circ", "84");
    m_screen->page()->setCurrent(QStringLiteral("waist_circ"));
    const auto place = [this] {
        const auto &fields = m_screen->page()->fields();
        return std::ranges::find(fields, QStringLiteral("waist_circ"), &MeasureField::code) - fields.begin();
    };
    const auto before = place();
    QTest::keyClick(edit(), Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(place(), before - 1);
    QSignalSpy changed(m_shop->shop.door.get(), &changes::WriteDoor::changed);
    QTRY_COMPARE(changed.count(), 1);
    QTest::qWait(20);
    QCOMPARE(field("waist_circ").today.both->text, QStringLiteral("84")); // nothing is lost by it
    m_shop->drafts->flush();
    m_screen = std::make_unique<MeasuringScreen>(*m_shop->desk);
    m_screen->show();
    start("trousers");
    QCOMPARE(place(), before - 1);
    QVERIFY(changes::await(m_shop->shop.door->undo()));
    QTRY_COMPARE(place(), before); // the screen follows, with what was measured
    QCOMPARE(field("waist_circ").today.both->text, QStringLiteral("84"));
}

void TestMeasuringScreen::theTemplatesLieBesideIt()
{
    start("trousers");
    measureIn("waist_circ", "84");
    QMenu *menu = m_screen->page()->moreMenu();
    Q_EMIT menu->aboutToShow();
    QVERIFY(!menu->actions().isEmpty());
    QAbstractButton *more = nullptr;
    const auto buttons = m_screen->findChildren<QAbstractButton *>();
    for (QAbstractButton *button : buttons)
        more = button->accessibleName() == QStringLiteral("More") ? button : more;
    more->click();
    QVERIFY(menu->isVisible());
    QCOMPARE(menu->geometry().right(), more->mapToGlobal(more->rect().bottomRight()).x()); // inside of the window
    menu->close();
    menu->actions().front()->trigger();
    QVERIFY(m_screen->findChild<TemplatesView *>()->isVisible());
    QVERIFY(m_screen->stepBack());
    QVERIFY(m_screen->page()->isVisible());
    QCOMPARE(field("waist_circ").today.both->text, QStringLiteral("84"));
}

void TestMeasuringScreen::theSheetIsPrintedAndTheFileWritten()
{
    const QTemporaryDir papers;
    qputenv("THIMBLELY_PAPERS", papers.path().toUtf8());
    start("trousers");
    QSignalSpy said(&m_shop->desk->notices(), &Notices::said);
    QVERIFY(m_screen->handle(ActionId::PrintAgain));
    QCOMPARE(said.count(), 1); // there is nothing yet
    measureIn("waist_circ", "84");
    QVERIFY(m_screen->handle(ActionId::PrintAgain));
    QTRY_COMPARE(QDir(papers.path()).entryList({QStringLiteral("measures-*.pdf")}).size(), 1);
    save();
    start("trousers");
    Q_EMIT m_screen->page()->moreMenu()->aboutToShow();
    const auto actions = m_screen->page()->moreMenu()->actions();
    const auto write = std::ranges::find_if(
        actions, [](const QAction *action) { return action->text().contains(QStringLiteral(".smis")); });
    QVERIFY(write != actions.end());
    (*write)->trigger();
    QTRY_COMPARE(QDir(papers.path()).entryList({QStringLiteral("*.smis")}).size(), 1);
    QFile file(QDir(papers.path()).filePath(QDir(papers.path()).entryList({QStringLiteral("*.smis")}).front()));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const SeamlyFile read = readSmis(file.readAll()).value();
    QCOMPARE(read.familyName, QStringLiteral("Bello"));
    QCOMPARE(read.values.size(), 1);
    QCOMPARE(read.values.front().value.amount, 8400);
}

void TestMeasuringScreen::whatIsCarriedOnKeepsItsAge()
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

void TestMeasuringScreen::aDraftComesBackAfterACrash()
{
    start("trousers");
    m_screen->page()->setCurrent(QStringLiteral("waist_circ"));
    type("82,3");
    Q_EMIT m_screen->page()->postureChosen(QStringLiteral("stoop"));
    m_shop->drafts->flush();
    m_screen.reset();
    m_shop->restart();
    m_screen = std::make_unique<MeasuringScreen>(*m_shop->desk);
    m_screen->show();
    start("trousers");
    QCOMPARE(field("waist_circ").today.both->text, QStringLiteral("82,3"));
    QCOMPARE(field("waist_circ").state, FieldState::Measured);
    bool said = false;
    const auto labels = m_screen->findChildren<Label *>();
    for (const Label *label : labels)
        said = said || (label->isVisible() && label->text().contains(QStringLiteral("not saved yet")));
    QVERIFY(said);
    save();
    QCOMPARE(stored("waist_circ").text, QStringLiteral("82,3"));
    QCOMPARE(sets().front().posture, QStringLiteral("stoop"));
}

void TestMeasuringScreen::textThatWasNotReadComesBackToo()
{
    start("trousers");
    m_screen->page()->setCurrent(QStringLiteral("hip_circ"));
    QTest::keyClicks(edit(), QStringLiteral("10"));
    m_shop->drafts->flush();
    m_screen.reset();
    m_shop->restart();
    m_screen = std::make_unique<MeasuringScreen>(*m_shop->desk);
    m_screen->show();
    start("trousers");
    QCOMPARE(m_screen->page()->current(), QStringLiteral("hip_circ"));
    QCOMPARE(edit()->text(), QStringLiteral("10"));
}

void TestMeasuringScreen::leavingKeepsTheDraft()
{
    start("trousers");
    m_screen->page()->setCurrent(QStringLiteral("waist_circ"));
    type("82.5");
    QVERIFY(!m_screen->stepBack()); // the window goes back by itself
    start("jacket");
    start("trousers");
    QCOMPARE(field("waist_circ").today.both->text, QStringLiteral("82.5"));
}

void TestMeasuringScreen::whatCannotBeReadHoldsTheSavingAndSaysSo()
{
    start("trousers");
    QTest::keyClicks(edit(), QStringLiteral("8x"));
    QSignalSpy said(&m_shop->desk->notices(), &Notices::said);
    m_screen->handle(ActionId::Save);
    QCOMPARE(said.count(), 1);
    QVERIFY(said.front().front().toString().startsWith(QStringLiteral("Not saved")));
    QVERIFY(sets().empty());
}

void TestMeasuringScreen::nothingMeasuredIsSaidClearly()
{
    start("trousers");
    QSignalSpy failed(&m_shop->desk->notices(), &Notices::failed);
    m_screen->handle(ActionId::Save);
    QTRY_COMPARE(failed.count(), 1);
    QCOMPARE(failed.front().front().value<Error>().code, QByteArray("measure.empty"));
    QVERIFY(sets().empty());
}

void TestMeasuringScreen::everyControlHasAName()
{
    start("trousers");
    m_screen->page()->setCurrent(QStringLiteral("waist_circ"));
    type("38");
    QCOMPARE(test::nameless(*m_screen), QStringList());
}

void TestMeasuringScreen::pictures()
{
    measureAMan();
    saveValues("shirt", {{"neck_circ", "41"}, {"bust_circ", "93.5"}, {"waist_circ", "86"}, {"arm_upper_circ", "33.5"}},
               250);
    saveValues("jacket", {{"neck_circ", "41"}, {"bust_circ", "93.5"}, {"waist_circ", "86"}, {"hip_circ", "100.5"}},
               256);
    saveValues("trousers", {{"height", "178"}, {"hip_circ", "100.5"}, {"waist_circ", "86"}}, 20);
    start("jacket");
    m_screen->page()->setCurrent(QStringLiteral("bust_circ"));
    type("84");
    m_shop->drafts->flush();
    QTest::qWait(50);
    if (!test::takePictures(*m_screen, QStringLiteral("measuring")))
        QSKIP("pictures are for the eye: THIMBLELY_SHOW_PAGES is not set");
}

QTEST_MAIN(TestMeasuringScreen)
#include "tst_measuring_screen.moc"
