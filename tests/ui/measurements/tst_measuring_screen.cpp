// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/exchange/smis.h"
#include "tests/ui/measurements/measured_client.h"
#include "ui/measurements/history_line.h"
#include "ui/measurements/templates_view.h"
#include "ui/widgets/label.h"

#include <QAbstractButton>
#include <QDir>
#include <QMenu>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace thimblely;
using namespace thimblely::ui;

//! The measuring screen by keyboard over a real file: what lies beside it, and its drafts.
class TestMeasuringScreen : public QObject, private test::MeasuredClient {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { installTheme(); }
    void init() { begin(); }
    void cleanup() { end(); }
    void theVisitsAreALine();
    void theNotebooksOrderIsRemembered();
    void theTemplatesLieBesideIt();
    void theSheetIsPrintedAndTheFileWritten();
    void aDraftComesBackAfterACrash();
    void textThatWasNotReadComesBackToo();
    void leavingKeepsTheDraft();
    void everyControlHasAName();
    void pictures();
};

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
