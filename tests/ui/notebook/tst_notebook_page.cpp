// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/notebook/notebook_service.h"
#include "tests/ui/orders/counter_shop.h"
#include "ui/notebook/notebook_model.h"
#include "ui/notebook/notebook_page.h"
#include "ui/notebook/notebook_table.h"
#include "ui/widgets/buttons.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QCompleter>
#include <QImage>
#include <QLineEdit>
#include <QTest>

using namespace thimblely;
using namespace thimblely::ui;
using test::CounterShop;

namespace {

//! A page of the old book, typed by keys alone.
struct Story {
    Story()
    {
        qputenv("TZ", "UTC");
        open();
    }
    void open()
    {
        page.reset();
        page = std::make_unique<NotebookPage>(*shop.desk);
        page->resize(1198, 700);
        page->show();
        QVERIFY(QTest::qWaitForWindowExposed(page.get()));
        page->arrive();
    }
    NotebookTable *table() { return page->findChild<NotebookTable *>(); }
    NotebookModel &lines() { return page->lines(); }
    static void key(Qt::Key which, Qt::KeyboardModifiers with = Qt::NoModifier)
    {
        QTest::keyClick(QApplication::focusWidget(), which, with);
    }
    //! Cells of a line with Enter after each; the last one too, which goes on to the next line.
    void type(std::initializer_list<const char *> cells)
    {
        for (const char *cell : cells) {
            const QString letters = QString::fromUtf8(cell);
            for (const QChar letter : letters) // the first one opens the cell, the others go into it
                QTest::keyClicks(QApplication::focusWidget(), letter);
            key(Qt::Key_Return);
        }
    }
    void enter() { page->handle(ActionId::Save); }
    bool isIn(int orders) { return number("SELECT count(*) FROM orders") == orders; }
    qint64 number(QByteArrayView sql)
    {
        auto query = shop.shop.session->reader().query(sql).value();
        return query->step().value() ? query->int64(0) : -1;
    }
    QString said() const
    {
        QStringList words;
        const auto labels = page->findChildren<QLabel *>();
        for (const QLabel *label : labels) {
            if (label->isVisible())
                words.append(label->text().remove(QChar(0x2068)).remove(QChar(0x2069)));
        }
        return words.join(u'\n');
    }

    CounterShop shop;
    std::unique_ptr<NotebookPage> page;
};

} // namespace

class TestNotebookPage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { Theme::instance().install(); }
    void aPageIsTypedLikeALedger();
    void whatIsUnderstoodStandsBeneath();
    void typedOnWhileTheLineIsLookedUp_data();
    void typedOnWhileTheLineIsLookedUp();
    void tabGoesOnFromTheListOfNames();
    void whatIsWrongIsShownWhereItIs();
    void whenItWasTakenIn_data();
    void whenItWasTakenIn();
    void aBalanceTwiceIsSaidWhileItIsTyped();
    void linesGoAndCellsRepeat();
    void aPageOfAnOlderVersionKeepsItsColumns();
    void undoIsThePagesWhileSomethingIsTyped();
    void whatIsTypedComesBackAfterAKill();
    void aPhotoGoesInWithThePage();
    void everythingHasAName();
    void pictures();
};

void TestNotebookPage::aPageIsTypedLikeALedger()
{
    Story story;
    story.type({"77", "Ngozi Ade", "0803 555 9999", "2 trousers navy hem, jacket", "C4", "", "4 dec", "9000", "4000"});
    story.type({"78", "Musa", "", "new suit", "", "", "", "65000", ""});
    story.type({"", "Bello", "", "", "", "", "", "4000", ""});
    QCOMPARE(story.lines().filled().size(), size_t(3));
    story.enter();
    QTRY_VERIFY(story.isIn(3));
    QTRY_VERIFY(story.lines().isEmpty());
    QCOMPARE(story.number("SELECT count(*) FROM order_items WHERE rack_location = 'C4' AND stage = 'ready'"), 3);
    // The keyboard is where the next page begins.
    story.type({"79"});
    QCOMPARE(story.lines().cell(0, NotebookModel::Ticket), QStringLiteral("79"));
    // All of the page is taken back by one undo.
    QVERIFY(changes::await(story.shop.shop.door->undo()).ok());
    QVERIFY(story.isIn(0));
}

void TestNotebookPage::whatIsUnderstoodStandsBeneath()
{
    Story story;
    story.shop.bello();
    story.type({"77", "A. Bello", "", "2 trousers navy hem", "C4", "", "2 nov", "9000", "4000"});
    story.table()->begin(0, 0);
    QTRY_VERIFY2(story.said().contains(QStringLiteral("A. Bello, no. ")), qPrintable(story.said()));
    const QString said = story.said();
    QVERIFY2(
        said.contains(QStringLiteral("2 × Trousers navy: Hem · ready, hangs at C4 · promised for 2 Nov · owes ₦5,000")),
        qPrintable(said));
    // Two of one name: nobody can tell, and it is said before it is sent.
    story.shop.addClient(QStringLiteral("A. Bello"), QStringLiteral("0803 555 0000"));
    story.lines().setData(story.lines().index(0, NotebookModel::Client), QStringLiteral("A. Bello "), Qt::EditRole);
    story.lines().setData(story.lines().index(0, NotebookModel::Phone), QStringLiteral("x"), Qt::EditRole);
    story.lines().setData(story.lines().index(0, NotebookModel::Phone), QString(), Qt::EditRole);
    QTRY_VERIFY2(story.said().contains(QStringLiteral("▲")), qPrintable(story.said()));
    // As the list of names offers one of them.
    story.lines().setData(story.lines().index(0, NotebookModel::Client), QStringLiteral("A. Bello  #1"), Qt::EditRole);
    QCOMPARE(story.lines().cell(0, NotebookModel::Phone), QStringLiteral("#1"));
    QTRY_VERIFY2(!story.said().contains(QStringLiteral("▲")), qPrintable(story.said()));
}

void TestNotebookPage::typedOnWhileTheLineIsLookedUp_data()
{
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("rest");
    QTest::newRow("phone") << int(NotebookModel::Phone) << "0803 "
                           << "999 8888";
    QTest::newRow("pieces") << int(NotebookModel::Pieces) << "2 tr"
                            << "ousers navy hem, jacket";
    QTest::newRow("client") << int(NotebookModel::Client) << "Fatima "
                            << "Nair";
}

//! The answer for the line comes while the next cell is typed: no letter is lost to it.
void TestNotebookPage::typedOnWhileTheLineIsLookedUp()
{
    QFETCH(const int, column);
    QFETCH(const QString, first);
    QFETCH(const QString, rest);
    Story story;
    story.type({"78", "Ngozi Ade", "", "coat", "", "", "", "900", ""});
    story.table()->begin(0, column);
    QVERIFY(story.lines().setData(story.lines().index(0, NotebookModel::Ticket), QStringLiteral("79"), Qt::EditRole));
    QTest::keyClicks(QApplication::focusWidget(), first.left(1));
    QTest::keyClicks(QApplication::focusWidget(), first.mid(1));
    QTRY_VERIFY(story.lines().known(0));
    QTest::keyClicks(QApplication::focusWidget(), rest);
    Story::key(Qt::Key_Return);
    QCOMPARE(story.lines().cell(0, NotebookModel::Column(column)), first + rest);
}

//! Qt's list of names hands Tab to the line beneath it, past whoever watches the keys of the table.
void TestNotebookPage::tabGoesOnFromTheListOfNames()
{
    Story story;
    story.shop.bello();
    story.table()->begin(0, NotebookModel::Client);
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("A"));
    auto *line = qobject_cast<QLineEdit *>(QApplication::focusWidget());
    QVERIFY(line);
    QTest::keyClicks(line, QStringLiteral(". Bel"));
    QTRY_VERIFY(line->completer()->popup()->isVisible());
    // Escape takes the list away, and not what was typed.
    QTest::keyClick(line->completer()->popup(), Qt::Key_Escape);
    QVERIFY(!line->completer()->popup()->isVisible());
    QCOMPARE(line->text(), QStringLiteral("A. Bel"));
    QTest::keyClicks(line, QStringLiteral("l"));
    QTRY_VERIFY(line->completer()->popup()->isVisible());
    QTest::keyClick(line->completer()->popup(), Qt::Key_Tab);
    QCOMPARE(story.lines().cell(0, NotebookModel::Client), QStringLiteral("A. Bell"));
    QCOMPARE(story.table()->currentIndex().column(), int(NotebookModel::Phone));
    QVERIFY(story.table()->isAncestorOf(QApplication::focusWidget()) || story.table()->hasFocus());
}

void TestNotebookPage::whatIsWrongIsShownWhereItIs()
{
    Story story;
    story.type({"77", "Ade", "", "coat", "", "", "", "900", ""});
    story.type({"78", "Ade", "", "coat", "", "", "", "much", ""});
    story.enter();
    QCOMPARE(story.table()->currentIndex().row(), 1);
    QVERIFY(story.said().contains(QStringLiteral("▲")));
    QVERIFY(story.isIn(0));
    story.lines().setData(story.lines().index(1, NotebookModel::Total), QStringLiteral("800"), Qt::EditRole);
    story.enter();
    QTRY_VERIFY(story.isIn(2));
    QTRY_VERIFY(story.lines().isEmpty());
    // What only the file knows comes back to its line.
    story.type({"80", "Ade", "", "coat", "", "", "", "900", ""});
    story.type({"78", "Ade", "", "coat", "", "", "", "800", ""});
    story.enter();
    QTRY_VERIFY2(story.said().contains(QStringLiteral("Ticket 78 is here already")), qPrintable(story.said()));
    QCOMPARE(story.table()->currentIndex().row(), 1);
    QVERIFY(story.isIn(2));
    QCOMPARE(story.lines().filled().size(), size_t(2)); // what was typed stays
}

void TestNotebookPage::whenItWasTakenIn_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("day"); // today is Wednesday 25 November 2026
    QTest::newRow("a day of this month") << QStringLiteral("3 nov") << QStringLiteral("2026-11-03");
    QTest::newRow("today") << QStringLiteral("25 nov") << QStringLiteral("2026-11-25");
    QTest::newRow("a day to come is last year's") << QStringLiteral("4 dec") << QStringLiteral("2025-12-04");
    QTest::newRow("last Friday") << QStringLiteral("fri") << QStringLiteral("2026-11-20");
    QTest::newRow("with its year") << QStringLiteral("4 dec 2025") << QStringLiteral("2025-12-04");
    QTest::newRow("a year to come") << QStringLiteral("4 dec 2027") << QString();
    QTest::newRow("no day") << QStringLiteral("soon") << QString();
}

void TestNotebookPage::whenItWasTakenIn()
{
    QFETCH(const QString, typed);
    QFETCH(const QString, day);
    Story story;
    story.type({"77", "Ade", "", "coat", "", "", "", "900", ""});
    story.lines().setData(story.lines().index(0, NotebookModel::TakenIn), typed, Qt::EditRole);
    const auto line = story.lines().line(0);
    QCOMPARE(line.ok(), !day.isEmpty());
    if (day.isEmpty()) {
        QVERIFY(story.lines().problem(0));
        return;
    }
    QCOMPARE(line->takenIn->toIso(), day);
    story.table()->begin(0, 0);
    QVERIFY2(story.said().contains(QStringLiteral("taken in ")), qPrintable(story.said()));
    story.enter();
    QTRY_VERIFY(story.isIn(1));
    QCOMPARE(story.number("SELECT order_date = '" + day.toUtf8() + "' FROM orders"), 1);
}

void TestNotebookPage::aBalanceTwiceIsSaidWhileItIsTyped()
{
    Story story;
    story.type({"", "Bello", "", "", "", "", "", "4000", ""});
    story.enter();
    QTRY_VERIFY(story.isIn(1));
    QTRY_VERIFY(story.lines().isEmpty());
    story.type({"", "Bello", "", "", "", "", "", "4000", ""});
    story.table()->begin(0, 0);
    QTRY_VERIFY2(story.said().contains(QStringLiteral("▲ Bello has a balance of ₦4,000 from the old book already.")),
                 qPrintable(story.said()));
    story.enter();
    QVERIFY(story.isIn(1));
    story.lines().setData(story.lines().index(0, NotebookModel::Ticket), QStringLiteral("512"), Qt::EditRole);
    QTRY_VERIFY2(!story.said().contains(QStringLiteral("▲")), qPrintable(story.said()));
    story.enter();
    QTRY_VERIFY(story.isIn(2));
}

void TestNotebookPage::aPageOfAnOlderVersionKeepsItsColumns()
{
    Story story;
    QJsonArray rows;
    rows.append(QJsonArray{QStringLiteral("77"), QStringLiteral("Ade"), QString(), QStringLiteral("coat"),
                           QStringLiteral("C4"), QStringLiteral("4 dec"), QStringLiteral("900"),
                           QStringLiteral("400")});
    story.lines().read(rows);
    QCOMPARE(story.lines().cell(0, NotebookModel::Place), QStringLiteral("C4"));
    QCOMPARE(story.lines().cell(0, NotebookModel::TakenIn), QString());
    QCOMPARE(story.lines().cell(0, NotebookModel::Promised), QStringLiteral("4 dec"));
    QCOMPARE(story.lines().cell(0, NotebookModel::Paid), QStringLiteral("400"));
}

void TestNotebookPage::linesGoAndCellsRepeat()
{
    Story story;
    story.type({"77", "Ade", "0803 555 9999", "coat", "C1", "", "", "900", ""});
    story.type({"78", "\"", "\"", "shirt", "\"", "", "", "900", ""});
    QCOMPARE(story.lines().cell(1, NotebookModel::Client), QStringLiteral("Ade"));
    QCOMPARE(story.lines().cell(1, NotebookModel::Place), QStringLiteral("C1"));
    story.table()->begin(0, 2);
    Story::key(Qt::Key_Delete, Qt::ControlModifier);
    QCOMPARE(story.lines().filled().size(), size_t(1));
    QCOMPARE(story.lines().cell(0, NotebookModel::Ticket), QStringLiteral("78"));
    Story::key(Qt::Key_Delete);
    QVERIFY(story.lines().cell(0, NotebookModel::Ticket).isEmpty());
    // Up and Down leave a cell that is being typed, and keep it.
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("5"));
    Story::key(Qt::Key_Down);
    QCOMPARE(story.lines().cell(0, NotebookModel::Ticket), QStringLiteral("5"));
    QCOMPARE(story.table()->currentIndex().row(), 1);
}

//! Ctrl+Z reaches the shop's last operations only from an empty page.
void TestNotebookPage::undoIsThePagesWhileSomethingIsTyped()
{
    Story story;
    QVERIFY(!story.page->handle(ActionId::Undo));
    story.type({"77", "Ade"});
    story.table()->begin(0, NotebookModel::Ticket);
    Story::key(Qt::Key_Delete);
    QVERIFY(story.lines().cell(0, NotebookModel::Ticket).isEmpty());
    QVERIFY(story.page->handle(ActionId::Undo));
    QCOMPARE(story.lines().cell(0, NotebookModel::Ticket), QStringLiteral("77"));
    QCOMPARE(story.lines().cell(0, NotebookModel::Client), QStringLiteral("Ade"));
    QVERIFY(story.page->handle(ActionId::Undo));
    QVERIFY(story.lines().cell(0, NotebookModel::Client).isEmpty());
    QVERIFY(story.page->handle(ActionId::Undo));
    QVERIFY(story.lines().isEmpty());
    QVERIFY(!story.page->handle(ActionId::Undo));
}

void TestNotebookPage::whatIsTypedComesBackAfterAKill()
{
    Story story;
    story.type({"77", "Ade", "0803 555 9999", "coat", "C1", "", "", "900", "400"});
    story.type({"78", "Musa"});
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("0803")); // in a cell that never got its Enter
    story.shop.drafts->flush();
    // As after a kill: what is on the disk by now is all there is.
    story.page.reset();
    story.shop.restart();
    story.open();
    QCOMPARE(story.lines().filled().size(), size_t(2));
    QCOMPARE(story.lines().cell(0, NotebookModel::Paid), QStringLiteral("400"));
    QCOMPARE(story.lines().cell(1, NotebookModel::Phone), QStringLiteral("0803"));
    QCOMPARE(story.table()->currentIndex(), story.lines().index(1, NotebookModel::Phone));
}

void TestNotebookPage::aPhotoGoesInWithThePage()
{
    Story story;
    QImage photo(800, 600, QImage::Format_RGB32);
    photo.fill(Qt::white);
    const QString file = story.shop.shop.dir.filePath(QStringLiteral("page.png"));
    QVERIFY(photo.save(file));
    QMimeData mime;
    mime.setUrls({QUrl::fromLocalFile(file)});
    QDragEnterEvent enters(QPoint(10, 10), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(story.page.get(), &enters);
    QVERIFY(enters.isAccepted());
    QDropEvent drop(QPointF(10, 10), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(story.page.get(), &drop);
    const auto hasPhoto = [&] {
        const auto buttons = story.page->findChildren<Button *>();
        return std::ranges::any_of(buttons,
                                   [](const Button *each) { return each->text() == QStringLiteral("See the photo"); });
    };
    QTRY_VERIFY(hasPhoto());
    story.type({"77", "Ade", "", "coat", "", "", "", "900", ""});
    story.type({"78", "Musa", "", "coat", "", "", "", "900", ""});
    story.enter();
    QTRY_VERIFY(story.isIn(2));
    QCOMPARE(story.number("SELECT count(DISTINCT page_media) FROM orders WHERE page_media IS NOT NULL"), 1);
    QTRY_VERIFY(!hasPhoto()); // the next page has its own
}

void TestNotebookPage::everythingHasAName()
{
    Story story;
    story.type({"77", "Ade", "", "coat", "", "", "", "900", ""});
    QCOMPARE(test::nameless(*story.page), QStringList());
}

void TestNotebookPage::pictures()
{
    Story story;
    story.shop.bello();
    story.type(
        {"1041", "A. Bello", "", "2 trousers navy hem, jacket charcoal take in", "C4", "", "4 dec", "9000", "4000"});
    story.type({"1042", "x", "0803 555 9999", "new agbada white", "", "", "18 dec 17:00", "65000", "30000"});
    story.type({"1043", "Oluwaseun Adebayo-Okonkwo Williams", "", "coat", "+", "", "2 nov", "2500", ""});
    story.type({"", "Musa", "", "", "", "", "", "4000", ""});
    story.type({"1044", "Ade", "", "skirt zip", "", "", "", "", ""});
    story.lines().setData(story.lines().index(1, NotebookModel::Client), QString::fromUtf8("عائشة بنت محمد الفاسي"),
                          Qt::EditRole);
    story.table()->begin(0, NotebookModel::Pieces);
    QTest::qWait(600);
    if (!test::takePictures(*story.page, QStringLiteral("notebook")))
        QSKIP("pictures are taken where THIMBLELY_SHOW_PAGES names a folder");
    story.table()->begin(4, NotebookModel::Total);
    QVERIFY(test::takePictures(*story.page, QStringLiteral("notebook-wrong")));
}

QTEST_MAIN(TestNotebookPage)
#include "tst_notebook_page.moc"
