// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "tests/ui/orders/counter_shop.h"
#include "ui/orders/counter_page.h"
#include "ui/orders/order_editor.h"
#include "ui/orders/piece_row.h"
#include "ui/orders/task_chip.h"
#include "ui/orders/task_field.h"
#include "ui/orders/task_menu.h"
#include "ui/orders/task_text.h"

#include <QApplication>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QTest>

using namespace thimblely;
using namespace thimblely::ui;

//! What is done to a piece: how it is read, and how it is typed at the counter from the price list.
class TestTasks : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { Theme::instance().install(); }
    void init() { m_shop = std::make_unique<test::CounterShop>(); }
    void cleanup()
    {
        QVERIFY(QThreadPool::globalInstance()->waitForDone(20'000));
        m_page.reset();
        m_shop.reset();
    }

    void areReadAsTheyAreSaid_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("amount");
        QTest::addColumn<qint64>("price"); // −1: none
        QTest::addColumn<QString>("side");
        const auto row = [](const char *what, const char *typed, const char *name, const char *amount, qint64 price,
                            const char *side) {
            QTest::newRow(what) << QString::fromUtf8(typed) << QString::fromUtf8(name) << QString::fromUtf8(amount)
                                << price << QString::fromLatin1(side);
        };
        row("all three", "Hem -3.5 cm 2000", "Hem", "−3.5 cm", 200'000, "");
        row("grouped price", "Patch 2,500", "Patch", "", 250'000, "");
        row("no price", "Hem -3.5", "Hem", "−3.5 cm", -1, "");
        row("usual, not on the list", "Take in waist 2 1500", "Take in waist", "2 cm", 150'000, "");
        row("usual and counted", "Button 3 1500", "Button", "3", 150'000, "");
        row("a unit is no price", "Cuff 2 cm", "Cuff", "2 cm", -1, "");
        row("a figure alone is a name", "2500", "2500", "", -1, "");
        row("two words", "Let  out", "Let out", "", -1, "");
        row("a side", "Pocket left 800", "Pocket", "", 80'000, "left");
        row("a side within", "Patch both elbows 800", "Patch elbows", "", 80'000, "both");
        row("a side alone is a name", "Left", "Left", "", -1, "");
        row("a letter is no side of what is no choice", "Pocket l", "Pocket l", "", -1, "");
        // Of the list: "Take in waist" asks how much, "Taper" does not.
        row("its own price", "Taper", "Taper", "", 250'000, "");
        row("another price", "Taper 3000", "Taper", "", 300'000, "");
        row("as the list writes it", "tAPER", "Taper", "", 250'000, "");
        row("with more words", "Taper from knee", "Taper from knee", "", 250'000, "");
        row("a figure is how much", "Take in waist 3", "Take in waist", "3 cm", 150'000, "");
        row("how much and a price", "Take in waist 3 2000", "Take in waist", "3 cm", 200'000, "");
        row("another unit", "Take in waist 1/2 in", "Take in waist", "1/2 in", 150'000, "");
        row("inches by their fraction", "Take in waist 1 1/2", "Take in waist", "1 1/2 in", 150'000, "");
        row("inches by their sign", "Take in waist 1\"", "Take in waist", "1 in", 150'000, "");
        row("less", "Take in waist -3.5", "Take in waist", "−3.5 cm", 150'000, "");
        row("in no unit", "Take in waist 2 fingers", "Take in waist", "2 fingers", 150'000, "");
        row("not said", "Take in waist", "Take in waist", "", 150'000, "");
        row("a letter is a side", "Shorten sleeve l 2", "Shorten sleeve", "2 cm", 180'000, "left");
        row("a side within its name", "shorten right sleeve 2", "Shorten sleeve", "2 cm", 180'000, "right");
        row("a side after how much", "Shorten sleeve 2 b", "Shorten sleeve", "2 cm", 180'000, "both");
        row("a side in its own name", "Left cuff r", "Left cuff", "", 90'000, "right");
        row("without a rank", "Reline", "Reline", "", 900'000, "");
    }
    void areReadAsTheyAreSaid()
    {
        QFETCH(QString, typed);
        const TaskReader reader(m_shop->desk->profile().currency, m_shop->desk->locale(), LengthUnit::Centimetre,
                                list());
        const orders::Task task = reader.read(typed);
        QTEST(task.name, "name");
        QTEST(task.amount, "amount");
        QTEST(task.price ? task.price->minor() : qint64(-1), "price");
        QTEST(task.side ? QString::fromLatin1(orders::toCode(*task.side)) : QString(), "side");
        QCOMPARE(reader.read(reader.write(task)), task);
    }

    void inchesAreTheUnitOfAShopThatMeasuresInInches()
    {
        const TaskReader reader(m_shop->desk->profile().currency, m_shop->desk->locale(), LengthUnit::Inch, list());
        QCOMPARE(reader.read(QStringLiteral("Take in waist 1 1/2")).amount, QStringLiteral("1 1/2 in"));
        QCOMPARE(reader.read(QStringLiteral("Take in waist ½")).amount, QStringLiteral("1/2 in"));
        QCOMPARE(reader.read(QStringLiteral("Take in waist 2 cm")).amount, QStringLiteral("2 cm"));
        QCOMPARE(reader.read(QStringLiteral("Hem 3 2000")).amount, QStringLiteral("3 in")); // usual, not on the list
    }

    void theTapesShorthandIsAnAmountAndNoPrice()
    {
        const auto read = [this](const char *typed, int parts) {
            return TaskReader(m_shop->desk->profile().currency, m_shop->desk->locale(), LengthUnit::Inch, list(), parts)
                .read(QString::fromLatin1(typed));
        };
        QCOMPARE(read("Take in waist 1 4", 8).amount, QStringLiteral("1 1/2 in"));
        QCOMPARE(read("Take in waist 1 2", 4).amount, QStringLiteral("1 1/2 in"));
        const orders::Task priced = read("Take in waist 1 4 1500", 8);
        QCOMPARE(priced.amount, QStringLiteral("1 1/2 in"));
        QCOMPARE(priced.price ? priced.price->minor() : 0, 150'000);
        QCOMPARE(read("Take in waist 1 1500", 8).amount, QStringLiteral("1 in"));
        QCOMPARE(read("Take in waist 1 6", 4).amount, QStringLiteral("1 in")); // no six quarters
    }

    void saySideAndAmountAsTheWorkroomReadsThem()
    {
        const TaskReader reader(m_shop->desk->profile().currency, m_shop->desk->locale(), LengthUnit::Inch, list());
        QCOMPARE(orders::taskWords(reader.read(QStringLiteral("shorten left sleeve 1/2"))),
                 QStringLiteral("Shorten sleeve 1/2 in, client's left"));
        QCOMPARE(orders::taskWords(reader.read(QStringLiteral("Taper b"))), QStringLiteral("Taper, both sides"));
    }

    void theKeysAreTheListFirstThenWhatIsUsual()
    {
        const auto choices = list();
        QStringList names;
        for (size_t i = 0; i < taskKeys; ++i)
            names.append(choices[i].name);
        QCOMPARE(names.mid(0, 6), (QStringList{QStringLiteral("Taper"), QStringLiteral("Take in waist"),
                                               QStringLiteral("Shorten sleeve"), QStringLiteral("Left cuff"),
                                               QStringLiteral("Hem"), QStringLiteral("Let out waist")}));
        QCOMPARE(choices[4].service, std::nullopt);
        QVERIFY(choices[6].service.has_value() == (choices[6].name == QLatin1String("Zip"))); // usual, and on the list
        QCOMPARE(choices.size(), taskKeys + 1);
        QCOMPARE(choices.back().name, QStringLiteral("Reline"));
    }

    //! A suit is booked as jacket and trousers, and the price list has it as a suit.
    void theListsSuitIsOfferedToItsPieces()
    {
        const InventoryItemId suit =
            m_shop->addService(QStringLiteral("Two-piece, make"), QStringLiteral("suit"), 1, 25'000'000);
        orders::PieceDraft jacket = m_shop->piece(QStringLiteral("Jacket"), 0);
        for (const bool ofSuit : {true, false}) {
            jacket.setNo = ofSuit ? 1 : 0;
            jacket.setName = ofSuit ? QStringLiteral("Suit") : QString();
            TaskField field(*m_shop->desk, jacket);
            std::optional<orders::Task> said;
            connect(&field, &TaskField::taskSaid, this, [&](const orders::Task &task) { said = task; });
            field.setText(QStringLiteral("two-piece, make"));
            field.finish();
            QVERIFY(said);
            QCOMPARE(said->service, ofSuit ? std::optional(suit) : std::nullopt);
        }
    }

    void fromTheKeyToThePaper()
    {
        const InventoryItemId waist =
            m_shop->addService(QStringLiteral("Take in waist"), QStringLiteral("trousers"), 1, 150'000, true);
        m_shop->addService(QStringLiteral("Taper"), QStringLiteral("trousers"), 2, 250'000);
        openPage();
        type("1");  // trousers
        type("13"); // take in waist, 3
        press(Qt::Key_Return);
        type("2l"); // taper, left
        press(Qt::Key_Return);
        const orders::PieceDraft piece = editor().draft().pieces[0];
        QCOMPARE(piece.kind, orders::PieceKind::Alteration);
        QCOMPARE(piece.unitPrice->minor(), qint64(400'000));
        QCOMPARE(piece.tasks.size(), size_t(2));
        QCOMPARE(piece.tasks[0].service, std::optional(waist));
        QCOMPARE(piece.tasks[0].amount, QStringLiteral("3 cm"));
        QCOMPARE(piece.tasks[0].minutes, 20);
        QCOMPARE(piece.tasks[1].side, std::optional(orders::TaskSide::Left));
        press(Qt::Key_Return); // colour
        press(Qt::Key_Return); // price
        press(Qt::Key_Return); // tiles
        type("fr");
        m_page->handle(ActionId::Pay);
        QTRY_VERIFY(editor().isEmpty());
        orders::OrderService service(*m_shop->shop.session, *m_shop->shop.door);
        const auto open = service.openOrders().value();
        QCOMPARE(open.rows.size(), size_t(1));
        QCOMPARE(service.load(open.rows[0].id)->pieces[0].facts.tasks, piece.tasks);
        QTRY_VERIFY(QFile::exists(m_shop->papers.filePath(QStringLiteral("claim-%1.pdf").arg(open.rows[0].number))));
    }

    void whatIsHalfTypedIsBookedAndParked()
    {
        m_shop->addService(QStringLiteral("Taper"), QStringLiteral("trousers"), 1, 250'000);
        openPage();
        type("1");
        type("1");
        m_page->handle(ActionId::Park);
        orders::OrderService service(*m_shop->shop.session, *m_shop->shop.door);
        QTRY_COMPARE(service.parkedOrders()->rows.size(), size_t(1));
        QCOMPARE(service.parkedOrders()->rows[0].total->minor(), qint64(250'000));
        QTRY_VERIFY(editor().isEmpty());
        editor().addPiece(m_shop->piece(QStringLiteral("Skirt"), 100'000));
        editor().setPromiseText(QStringLiteral("fri"));
        m_page->findChild<PieceRow *>()->focusFirst();
        type("Zip 900");
        m_page->handle(ActionId::Pay);
        QTRY_COMPARE(service.openOrders()->rows.size(), size_t(1));
        const auto pieces = service.load(service.openOrders()->rows[0].id)->pieces;
        QCOMPARE(pieces[0].facts.tasks.at(0).name, QStringLiteral("Zip"));
    }

    void whatIsHalfTypedComesBackAfterAStart()
    {
        m_shop->addService(QStringLiteral("Taper"), QStringLiteral("trousers"), 1, 250'000);
        openPage();
        type("1");
        type("1");
        type("le");
        const QJsonObject kept = editor().kept(); // as it stands on the disk when the light goes out
        m_page.reset();
        m_shop->restart();
        m_page = std::make_unique<CounterPage>(*m_shop->desk);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
        editor().putBack(kept);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete); // the rows before
        m_page->findChild<PieceRow *>()->focusFirst();
        QCOMPARE(field()->text(), QStringLiteral("Taper le"));
        type("ft");
        press(Qt::Key_Return);
        QCOMPARE(editor().draft().pieces[0].tasks.at(0).side, std::optional(orders::TaskSide::Left));
        QCOMPARE(editor().halfTask(0), QString());
    }

    void howMuchIsAskedOnce()
    {
        m_shop->addService(QStringLiteral("Take in waist"), QStringLiteral("trousers"), 1, 150'000, true);
        openPage();
        type("1"); // trousers
        type("1"); // take in waist
        press(Qt::Key_Return);
        QVERIFY(editor().draft().pieces[0].tasks.empty());
        QVERIFY(m_page->findChild<TaskMenu *>()->findChild<QLabel *>()->text().contains(QStringLiteral("Enter again")));
        press(Qt::Key_Return);
        QCOMPARE(editor().draft().pieces[0].tasks.size(), size_t(1));
        QCOMPARE(editor().draft().pieces[0].tasks[0].amount, QString());
        // Back in the field its words are whole, and leaving the field makes it a task again.
        m_page->findChild<PieceRow *>()->findChild<TaskChip *>()->click();
        QCOMPARE(field()->text(), QStringLiteral("Take in waist"));
        type(" 2");
        press(Qt::Key_Tab);
        QCOMPARE(editor().draft().pieces[0].tasks.at(0).amount, QStringLiteral("2 cm"));
    }

    //! A shop hems from its first day on, whether anybody has written a price list or not.
    void whatIsUsuallyDoneIsDoneToWhatIsThere_data()
    {
        QTest::addColumn<QString>("task");
        QTest::addColumn<orders::PieceKind>("kind");
        QTest::newRow("hem") << QStringLiteral("1 2000") << orders::PieceKind::Alteration;
        QTest::newRow("hem, typed") << QStringLiteral("hem 2000") << orders::PieceKind::Alteration;
        QTest::newRow("what nobody does by habit") << QStringLiteral("Monogram 2000") << orders::PieceKind::Make;
    }
    void whatIsUsuallyDoneIsDoneToWhatIsThere()
    {
        QFETCH(QString, task);
        QFETCH(orders::PieceKind, kind);
        openPage();
        type("1"); // trousers
        type(task.toUtf8().constData());
        press(Qt::Key_Return);
        QCOMPARE(editor().draft().pieces[0].kind, kind);
    }

    void aTaskThatIsChangedKeepsItsPlace()
    {
        openPage();
        type("1");
        for (const char *task : {"Hem 2000", "Zip 900"}) {
            type(task);
            press(Qt::Key_Return);
        }
        const auto before = editor().draft().pieces[0].tasks;
        chip(0)->click();
        type("x");
        QVERIFY(m_page->stepBack()); // as it was, where it was
        QCOMPARE(editor().draft().pieces[0].tasks, before);
        QVERIFY(qobject_cast<TaskField *>(QApplication::focusWidget()));
        QCOMPARE(field()->text(), QString());
        chip(0)->click();
        field()->selectAll();
        type("Hem 2500");
        press(Qt::Key_Return);
        QCOMPARE(editor().draft().pieces[0].tasks[0].price->minor(), qint64(250'000));
        QCOMPARE(editor().draft().pieces[0].tasks[1], before[1]);
        chip(1)->click(); // and from one to the other
        chip(0)->click();
        press(Qt::Key_Return);
        QCOMPARE(editor().draft().pieces[0].tasks[1], before[1]);
        type("half");
        QVERIFY(m_page->stepBack()); // of a new one nothing is left
        QCOMPARE(field()->text(), QString());
        QCOMPARE(editor().draft().pieces[0].tasks.size(), size_t(2));
    }

    //! "*" has Shift on most keyboards, and the cursor is on the tiles after a finished piece.
    void soManyOfItFromTheTiles()
    {
        openPage();
        type("1");
        type("Hem 2000");
        for (int i = 0; i < 4; ++i)
            press(Qt::Key_Return);
        QVERIFY(!field());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Asterisk, Qt::ShiftModifier);
        type("7");
        press(Qt::Key_Return);
        QCOMPARE(editor().draft().pieces.size(), size_t(7));
    }

    //! Of a suit the jacket is typed into first; scrolled to its trousers, it would lie under its own menu.
    void aSuitInALowWindowIsTypedIntoWhereItIsSeen()
    {
        Theme::instance().setTextSizePercent(130);
        openPage();
        m_page->resize(968, 484);
        type("7");
        for (int i = 0; i < 5; ++i)
            QApplication::processEvents();
        const QWidget *there = QApplication::focusWidget();
        const auto *menu = m_page->findChild<TaskMenu *>();
        const QRect around(there->mapTo(menu->parentWidget(), QPoint()), there->size());
        const bool seen = there->visibleRegion().boundingRect() == there->rect();
        const bool covered = menu->geometry().intersects(around);
        Theme::instance().setTextSizePercent(100);
        QVERIFY(qobject_cast<const TaskField *>(there));
        QVERIFY(menu->isVisible());
        QVERIFY(!covered);
        QVERIFY(seen);
    }

    void tilesDoWhatTheKeysDo()
    {
        m_shop->addService(QStringLiteral("Take in waist"), QStringLiteral("trousers"), 1, 150'000, true);
        openPage();
        QVERIFY(!m_page->findChild<TaskMenu *>());
        type("1");
        auto *menu = m_page->findChild<TaskMenu *>();
        QVERIFY(menu && menu->isVisible());
        tile(QStringLiteral("Task 1: Take in waist"))->click();
        tile(QStringLiteral("right"))->click();
        QCOMPARE(field()->text(), QStringLiteral("Take in waist right "));
        type("3");
        QVERIFY(!menu->isVisible()); // nothing more can follow
        press(Qt::Key_Return);
        QCOMPARE(editor().draft().pieces[0].tasks.at(0).side, std::optional(orders::TaskSide::Right));
        QVERIFY(menu->isVisible());
        type("seat");
        QCOMPARE(menu->findChildren<TaskChip *>(Qt::FindDirectChildrenOnly).isEmpty(), false);
        press(Qt::Key_Return);
        QCOMPARE(editor().draft().pieces[0].tasks.at(1).name, QStringLiteral("Seat"));
        press(Qt::Key_Tab);
        QTRY_VERIFY(!m_page->findChild<TaskMenu *>());
    }

    void theMenuStaysInThePane_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<int>("percent");
        QTest::addColumn<bool>("mirrored");
        QTest::newRow("wide") << QSize(1198, 712) << 100 << false;
        QTest::newRow("low") << QSize(968, 484) << 100 << false;
        QTest::newRow("low and large") << QSize(968, 484) << 130 << false;
        QTest::newRow("mirrored") << QSize(1198, 712) << 100 << true;
        QTest::newRow("mirrored, low and large") << QSize(968, 484) << 130 << true;
    }
    void theMenuStaysInThePane()
    {
        QFETCH(QSize, size);
        QFETCH(int, percent);
        QFETCH(bool, mirrored);
        Theme::instance().setTextSizePercent(percent);
        openPage();
        m_page->setLayoutDirection(mirrored ? Qt::RightToLeft : Qt::LeftToRight);
        m_page->resize(size);
        for (int i = 0; i < 4; ++i)
            editor().addPiece(QStringLiteral("trousers"), QStringLiteral("Trousers"));
        const auto rows = m_page->findChildren<PieceRow *>();
        QApplication::processEvents(); // the rows have their places
        rows.last()->focusFirst();
        QApplication::processEvents();
        auto *menu = m_page->findChild<TaskMenu *>();
        QVERIFY(menu && menu->isVisible());
        const QRect there = menu->geometry();
        const QRect pane = menu->parentWidget()->rect();
        const QRect around = QRect(QApplication::focusWidget()->mapTo(menu->parentWidget(), QPoint()),
                                   QApplication::focusWidget()->size());
        QVERIFY(pane.contains(around) && !there.intersects(around));
        Theme::instance().setTextSizePercent(100);
        QVERIFY2(pane.contains(there), qPrintable(QStringLiteral("%1,%2 %3×%4 in %5×%6")
                                                      .arg(there.x())
                                                      .arg(there.y())
                                                      .arg(there.width())
                                                      .arg(there.height())
                                                      .arg(pane.width())
                                                      .arg(pane.height())));
    }

    void canBeLookedAt()
    {
        int rank = 0;
        for (const char *name : {"Hem", "Taper", "Take in waist", "Let out waist, with a wedge of the same cloth",
                                 "New zip", "Shorten from the waist"}) {
            ++rank;
            m_shop->addService(QString::fromLatin1(name), QStringLiteral("trousers"), rank, 125'000 * rank, rank > 2);
        }
        openPage();
        type("1");
        test::takePictures(*m_page, QStringLiteral("tasks"));
        type("3");
        test::takePictures(*m_page, QStringLiteral("tasks-sides"));
        press(Qt::Key_Return);
        test::takePictures(*m_page, QStringLiteral("tasks-asked"));
        type("left 3");
        press(Qt::Key_Return);
        type("4both 2");
        press(Qt::Key_Return);
        press(Qt::Key_Return);
        test::takePictures(*m_page, QStringLiteral("tasks-done"));
        QApplication::setLayoutDirection(Qt::RightToLeft);
        m_page.reset();
        m_shop = std::make_unique<test::CounterShop>();
        m_shop->addService(QStringLiteral("تقصير الكم"), QStringLiteral("jacket"), 1, 125'000, true);
        openPage();
        type("2");
        type("1");
        type("l 3");
        press(Qt::Key_Return);
        const bool seen = test::takePictures(*m_page, QStringLiteral("tasks-mirrored"));
        QApplication::setLayoutDirection(Qt::LeftToRight);
        if (!seen)
            QSKIP("Nobody asked to see it (THIMBLELY_SHOW_PAGES)");
    }

private:
    //! As a shop's list may be: three with a key that ask how much or not, one named as what is usual, one without.
    std::vector<TaskChoice> list() const
    {
        std::vector<inventory::Service> services;
        const auto add = [&](const char *name, std::optional<int> rank, bool needsAmount, qint64 minor) {
            inventory::ServiceTerms terms;
            terms.quickRank = rank;
            terms.needsAmount = needsAmount;
            services.push_back({InventoryItemId::make(m_shop->shop.clock),
                                QString::fromLatin1(name),
                                terms,
                                Money(minor, m_shop->desk->profile().currency),
                                {}});
        };
        add("Taper", 1, false, 250'000);
        add("Take in waist", 2, true, 150'000);
        add("Shorten sleeve", 3, true, 180'000);
        add("Left cuff", 4, false, 90'000);
        add("Reline", std::nullopt, false, 900'000);
        add("Zip", std::nullopt, false, 120'000);
        return taskChoices(services, QStringLiteral("trousers"));
    }
    void openPage()
    {
        m_page = std::make_unique<CounterPage>(*m_shop->desk);
        m_page->resize(1198, 712);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
        m_page->arrive();
        m_shop->bello();
        type("4471");
        press(Qt::Key_Return);
    }
    OrderEditor &editor() const { return *m_page->findChild<OrderEditor *>(); }
    TaskChip *chip(int index) const
    {
        QList<TaskChip *> chips;
        const auto all = m_page->findChild<PieceRow *>()->findChildren<TaskChip *>(Qt::FindDirectChildrenOnly);
        for (TaskChip *each : all) {
            if (!each->isHidden())
                chips.append(each);
        }
        return chips.at(index);
    }
    static QLineEdit *field() { return qobject_cast<QLineEdit *>(QApplication::focusWidget()); }
    QAbstractButton *tile(const QString &name) const
    {
        const auto all = m_page->findChild<TaskMenu *>()->findChildren<TaskChip *>();
        for (TaskChip *each : all) {
            if (each->accessibleName() == name && each->isVisible())
                return each;
        }
        qFatal("No tile %s", qPrintable(name));
    }
    static void type(const char *text) { QTest::keyClicks(QApplication::focusWidget(), QString::fromUtf8(text)); }
    static void press(Qt::Key key) { QTest::keyClick(QApplication::focusWidget(), key); }

    std::unique_ptr<test::CounterShop> m_shop;
    std::unique_ptr<CounterPage> m_page;
};

QTEST_MAIN(TestTasks)
#include "tst_tasks.moc"
