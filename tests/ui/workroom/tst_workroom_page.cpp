// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/calendar/fitting_service.h"
#include "core/orders/hold_service.h"
#include "core/workroom/workroom_service.h"
#include "tests/support/page_hands.h"
#include "tests/ui/orders/counter_shop.h"
#include "ui/workroom/board_view.h"
#include "ui/workroom/check_form.h"
#include "ui/workroom/deed_bar.h"
#include "ui/workroom/give_form.h"
#include "ui/workroom/setup_form.h"
#include "ui/workroom/words_form.h"
#include "ui/workroom/work_forms.h"
#include "ui/workroom/work_head.h"
#include "ui/workroom/work_model.h"
#include "ui/workroom/work_view.h"
#include "ui/workroom/work_words.h"
#include "ui/workroom/workroom_page.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTest>

using namespace thimblely;
using namespace thimblely::ui;
using changes::await;
using orders::Stage;

//! The workroom by its keys, over a real file.
class TestWorkroomPage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        Theme::instance().install();
        Theme::instance().setScheme(Scheme::Light);
        m_shop = std::make_unique<test::CounterShop>();
    }
    void cleanup()
    {
        m_page.reset();
        m_shop.reset();
    }

    void anEmptyShopTeachesTheNextStep()
    {
        open();
        QVERIFY(says(QStringLiteral("Nothing is in work")));
        QVERIFY(!m_page->chosen());
        press(Qt::Key_Return); // and nothing happens
        m_page->showView(WorkroomPage::View::Mine);
        settle();
        QVERIFY(says(QStringLiteral("Nothing is given to you now")));
        m_page->showView(WorkroomPage::View::Board);
        settle();
        test::takePictures(*m_page, QStringLiteral("workroom-empty"));
    }

    void enterMovesOneStepAndIsTakenBack()
    {
        const auto pieces = book({"Jacket", "Suit"}, 3);
        open();
        QCOMPARE(m_page->chosen()->id, pieces[0]);
        press(Qt::Key_Return);
        QCOMPARE(stepOf(pieces[0]), 1);
        QCOMPARE(m_page->chosen()->id, pieces[1]); // the next one in the same column
        press(Qt::Key_Right);
        QCOMPARE(m_page->chosen()->id, pieces[0]);
        QVERIFY(await(m_shop->shop.door->undo()));
        settle();
        QCOMPARE(stepOf(pieces[0]), 0);
        QVERIFY(m_page->choose(pieces[0]));
        press(Qt::Key_B); // there is no step before the first
        QCOMPARE(stepOf(pieces[0]), 0);
    }

    void spaceBeginsAndPauses()
    {
        const auto pieces = book({"Jacket"}, 3);
        open();
        press(Qt::Key_Space);
        QCOMPARE(m_page->chosen()->atWork.size(), size_t(1));
        QCOMPARE(deedText(Deed::Work, *m_page->chosen(), me()), QStringLiteral("Pause"));
        m_shop->shop.clock.advanceMsecs(90 * 60'000);
        press(Qt::Key_Space);
        QCOMPARE(m_page->chosen()->spent, 90);
        QVERIFY(m_page->chosen()->atWork.empty());
    }

    void whatWouldBeReadyIsCheckedFirst()
    {
        const auto pieces = book({"Shirt"}, 3);
        open();
        press(Qt::Key_Return);
        press(Qt::Key_Return);
        QCOMPARE(stepOf(pieces[0]), 3);
        press(Qt::Key_Return);
        auto *form = m_page->findChild<CheckForm *>();
        QVERIFY(form && form->isVisible());
        press(Qt::Key_Plus);
        type("Rail C4");
        press(Qt::Key_Return);
        settleForm();
        QVERIFY(!form->isVisible());
        QCOMPARE(stepOf(pieces[0]), 4);
        const auto card = room().card(pieces[0]);
        QCOMPARE(card->rack, QStringLiteral("Rail C4"));
        QCOMPARE(card->checked, 8);
    }

    void aFormOpensInItsPlaceAndIsLeft_data()
    {
        QTest::addColumn<Qt::Key>("key");
        QTest::addColumn<QString>("title");
        QTest::newRow("give") << Qt::Key_A << "Give to";
        QTest::newRow("waits") << Qt::Key_H << "Waits";
        QTest::newRow("check") << Qt::Key_C << "Check";
        QTest::newRow("why late") << Qt::Key_L << "Why late";
        QTest::newRow("fitting") << Qt::Key_F << "Fitting again";
        QTest::newRow("redo") << Qt::Key_R << "Free redo";
        QTest::newRow("note") << Qt::Key_N << "Note";
    }
    void aFormOpensInItsPlaceAndIsLeft()
    {
        QFETCH(Qt::Key, key);
        QFETCH(QString, title);
        const auto pieces = book({"Jacket"}, 3);
        QVERIFY(await(room().moveOn(pieces[0])));
        open();
        press(key);
        QVERIFY2(says(title), qPrintable(title));
        QVERIFY(m_page->stepBack());
        QVERIFY(!says(title) || key == Qt::Key_N || key == Qt::Key_C || key == Qt::Key_H || key == Qt::Key_L ||
                key == Qt::Key_A); // a button is called so too
        QVERIFY(!m_page->stepBack());
        QVERIFY(m_page->chosen());
        QVERIFY(QApplication::focusWidget() &&
                m_page->findChild<BoardView *>()->isAncestorOf(QApplication::focusWidget()));
    }

    void givenAndNotedAndLate()
    {
        const auto pieces = book({"Jacket"}, 3);
        open();
        press(Qt::Key_A);
        press(Qt::Key_Return); // the first one after "Nobody"
        settleForm();
        QCOMPARE(m_page->chosen()->given, std::optional(me()));
        press(Qt::Key_N);
        type("left sleeve longer");
        press(Qt::Key_Return);
        settleForm();
        QCOMPARE(m_page->chosen()->notes, 1);
        press(Qt::Key_N);
        QVERIFY(says(QStringLiteral("left sleeve longer"))); // whoever sews it reads it there
        m_page->stepBack();
        press(Qt::Key_L);
        press(Qt::Key_Tab);
        type("buttons from Aba");
        press(Qt::Key_Return);
        settleForm();
        QCOMPARE(m_page->chosen()->delay, QStringLiteral("Cloth or trim not here: buttons from Aba"));
    }

    void aScanMovesOneStep()
    {
        const auto pieces = book({"Jacket", "Suit"}, 3);
        open();
        QVERIFY(m_page->takeScan(QStringLiteral("1001P2")));
        settle();
        QCOMPARE(stepOf(pieces[1]), 1);
        QCOMPARE(m_page->chosen()->id, pieces[1]);
        QVERIFY(m_page->findChild<BoardView *>()->view(1)->hasFocus()); // its keys are for this piece now
        QVERIFY(m_page->takeScan(QStringLiteral("1001P2")));            // held too long
        settle();
        QCOMPARE(stepOf(pieces[1]), 1);
        m_shop->shop.clock.advanceMsecs(4000);
        QVERIFY(m_page->takeScan(QStringLiteral("1001P2")));
        settle();
        QCOMPARE(stepOf(pieces[1]), 2);
        QVERIFY(!m_page->takeScan(QStringLiteral("1001"))); // a ticket opens its order
    }

    void theListStandsByItsDays()
    {
        book({"Jacket", "Suit"}, -2);
        book({"Shirt"}, 0);
        book({"Coat"}, 3);
        open();
        m_page->showView(WorkroomPage::View::List);
        settle();
        const auto &model = m_page->findChild<WorkView *>()->pieces();
        Q_UNUSED(model);
        QCOMPARE(m_page->chosen()->tag, QStringLiteral("1001-1"));
        press(Qt::Key_Down);
        press(Qt::Key_Down); // over the head of the day
        QCOMPARE(m_page->chosen()->tag, QStringLiteral("1002-1"));
        press(Qt::Key_Up);
        QCOMPARE(m_page->chosen()->tag, QStringLiteral("1001-2"));
        press(Qt::Key_Return);
        QVERIFY(m_page->chosen());
        m_page->showView(WorkroomPage::View::Board); // the keyboard goes along
        settle();
        QVERIFY(m_page->findChild<BoardView *>()->isAncestorOf(QApplication::focusWidget()));
    }

    //! Pages come as the column is scrolled; the view stays where it was when one piece moves.
    void longColumnsComeByPages()
    {
        for (int i = 0; i < 40; ++i)
            book({"Jacket", "Suit", "Coat"}, 3);
        open();
        auto *board = m_page->findChild<BoardView *>();
        WorkModel &model = board->view(0)->pieces();
        new QAbstractItemModelTester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest, this);
        for (int i = 0; i < 5 && model.next(); ++i) { // the tester may have asked for one already
            model.fetchMore({});
            QTRY_VERIFY_WITH_TIMEOUT(!model.isFetching(), 20'000);
        }
        QCOMPARE(model.rowCount(), 120);
        board->view(0)->choose(100);
        const OrderItemId chosen = m_page->chosen()->id;
        press(Qt::Key_Return);
        QVERIFY(model.rowOf(chosen) < 0);
        QCOMPARE(model.rowCount(), 119);
        QVERIFY(m_page->chosen());
    }

    //! A shop's own steps are its columns at once, and its own points are what is checked.
    void theShopsOwnSteps()
    {
        const auto pieces = book({"Jacket"}, 3);
        open();
        Q_EMIT m_page->findChild<WorkHead *>()->setupAsked();
        auto *form = m_page->findChild<SetupForm *>();
        QVERIFY(form && form->isVisible());
        const auto lines = form->findChildren<QPlainTextEdit *>();
        QCOMPARE(lines.size(), 6);
        QCOMPARE(lines[2]->toPlainText(), QStringLiteral("Fitting"));
        lines[0]->setPlainText(QStringLiteral(" \n"));
        form->submit();
        QVERIFY(says(QStringLiteral("Name at least one step for what was booked")));
        lines[0]->setPlainText(QStringLiteral("Chalk and cut"));
        lines[2]->setPlainText(QStringLiteral("Baste\n  Forward \n"));
        lines[5]->setPlainText(QStringLiteral("Seams"));
        form->submit();
        settleForm();
        QTRY_COMPARE_WITH_TIMEOUT(m_page->findChild<BoardView *>()->columns(), 6, 20'000);
        settle();
        QCOMPARE(stepOf(pieces[0]), 0); // where it stood
        QCOMPARE(room().steps()->at(3).name, QStringLiteral("Forward"));
        QCOMPARE(room().checklist()->checks.size(), size_t(1));
        QVERIFY(m_page->chosen());
        QVERIFY(await(m_shop->shop.door->undo()));
        QVERIFY(await(m_shop->shop.door->undo()));
        QTRY_COMPARE_WITH_TIMEOUT(m_page->findChild<BoardView *>()->columns(), 5, 20'000);
    }

    void everythingHasAName()
    {
        book({"Jacket"}, 3);
        open();
        QCOMPARE(test::nameless(*m_page), QStringList());
    }

    void hoursAreSaid_data()
    {
        QTest::addColumn<int>("minutes");
        QTest::addColumn<int>("capacity");
        QTest::addColumn<QString>("words");
        QTest::newRow("minutes") << 40 << 0 << "40 min";
        QTest::newRow("an hour") << 60 << 0 << "1 h";
        QTest::newRow("an hour and a half") << 92 << 0 << "1.5 h";
        QTest::newRow("many") << 26 * 60 + 20 << 32 * 60 << "26 h of 32";
        QTest::newRow("half hours") << 2 * 60 << 90 << "2 h of 1.5, too much";
        QTest::newRow("too many") << 40 * 60 << 16 * 60 << "40 h of 16, too much";
        QTest::newRow("a little too many") << 14 * 60 + 10 << 14 * 60 << "14 h of 14, full";
        QTest::newRow("none") << 0 << 14 * 60 << "0 h of 14";
        QTest::newRow("few") << 9 << 14 * 60 << "9 min of 14 h";
        QTest::newRow("at the end of the day") << 0 << 20 << "0 min of 20 min";
    }
    void hoursAreSaid()
    {
        QFETCH(int, minutes);
        QFETCH(int, capacity);
        QTEST(loadText(minutes, capacity, QLocale(QStringLiteral("en_NG"))), "words");
    }

    void pictures()
    {
        if (qEnvironmentVariableIsEmpty("THIMBLELY_SHOW_PAGES"))
            QSKIP("Nobody asked to see it (THIMBLELY_SHOW_PAGES)");
        fillForPictures();
        open();
        m_page->choose(m_shown);
        test::takePictures(*m_page, QStringLiteral("workroom"));
        m_page->showView(WorkroomPage::View::List);
        settle();
        m_page->choose(m_shown);
        test::takePictures(*m_page, QStringLiteral("workroom-list"));
        m_page->showView(WorkroomPage::View::Board);
        settle();
        m_page->choose(m_shown);
        m_page->arrive();
        settle();
        press(Qt::Key_C);
        test::takePictures(*m_page, QStringLiteral("workroom-check"));
        m_page->stepBack();
        settle();
        press(Qt::Key_A);
        test::takePictures(*m_page, QStringLiteral("workroom-give"));
        m_page->stepBack();
        settle();
        Q_EMIT m_page->findChild<WorkHead *>()->setupAsked();
        test::takePictures(*m_page, QStringLiteral("workroom-steps"));
    }

private:
    void open()
    {
        m_page = test::openedPage<WorkroomPage>(*m_shop->desk);
        settle();
        m_page->arrive();
        settle();
    }
    void settle()
    {
        QVERIFY(QTest::qWaitFor([this] { return m_shop->shop.door->waiting() == 0 && m_page->isSettled(); }, 20'000));
        for (int i = 0; i < 3; ++i)
            QCoreApplication::processEvents();
        QVERIFY(QTest::qWaitFor([this] { return m_shop->shop.door->waiting() == 0 && m_page->isSettled(); }, 20'000));
    }
    //! A form writes once what was typed is safe: after it has left.
    void settleForm()
    {
        const auto *forms = m_page->findChild<WorkForms *>();
        QTRY_VERIFY_WITH_TIMEOUT(!forms->open(), 20'000);
        settle();
    }
    void press(Qt::Key key)
    {
        QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : m_page.get(), key);
        settle();
    }
    static void type(const char *text) { QTest::keyClicks(QApplication::focusWidget(), QString::fromUtf8(text)); }
    bool says(const QString &words) const
    {
        const auto labels = m_page->findChildren<QLabel *>();
        return std::ranges::any_of(
            labels, [&](const QLabel *label) { return label->isVisible() && label->text().contains(words); });
    }
    workroom::WorkroomService room() const { return {*m_shop->shop.session, *m_shop->shop.door}; }
    PersonId me() const { return m_shop->shop.principal.person; }
    int stepOf(OrderItemId piece) const { return room().card(piece)->step; }
    //! Booked so that it is promised as many days from now; past ones were booked before.
    std::vector<OrderItemId> book(std::initializer_list<const char *> names, int days, const char *who = "A. Bello",
                                  orders::PieceKind kind = orders::PieceKind::Make, const char *colour = "navy")
    {
        std::vector<orders::PieceDraft> drafts;
        for (const char *name : names) {
            orders::PieceDraft draft = m_shop->piece(QString::fromUtf8(name), 450'000);
            draft.kind = kind;
            draft.colour = QString::fromUtf8(colour);
            drafts.push_back(draft);
        }
        const ClientId client =
            m_shop->addClient(QString::fromUtf8(who), QStringLiteral("0803 555 44%1").arg(10 + m_clients++));
        if (days < 0)
            m_shop->shop.clock.advanceDays(days);
        const Date day = m_shop->desk->today().plusDays(days < 0 ? 0 : days);
        const auto booked = m_shop->book(client, drafts, day);
        if (days < 0)
            m_shop->shop.clock.advanceDays(-days);
        std::vector<OrderItemId> ids;
        const auto order = orders::OrderService(*m_shop->shop.session, *m_shop->shop.door).load(booked.id);
        for (const orders::Piece &piece : order->pieces)
            ids.push_back(piece.id);
        return ids;
    }
    void move(const std::vector<OrderItemId> &pieces, int steps)
    {
        for (const OrderItemId &piece : pieces) {
            for (int i = 0; i < steps; ++i)
                QVERIFY(await(room().moveOn(piece)));
        }
    }
    //! As in the picture that the screen follows, with names that are long and in other letters.
    void fillForPictures()
    {
        using orders::PieceKind;
        const auto late = book({"Jacket", "Trousers"}, -1, "A. Bello");
        book({"Suit"}, 2, "Adeyemi");
        book({"Agbada"}, 2, "Okoro", PieceKind::Make, "white brocade");
        book({"Double-breasted jacket with peaked lapels"}, 3, "Oluwaseun Okonkwo-Adeyemi of the Lagos Island Choir",
             PieceKind::Make, "midnight blue herringbone");
        book({"Kaftan"}, 5, "فاطمة الزهراء", PieceKind::Make, "olive");
        const auto asked = book({"Suit"}, 4, "Eze", PieceKind::Make, "grey birdseye");
        QVERIFY(await(orders::HoldService(*m_shop->shop.door)
                          .ask(asked[0], orders::HoldReason::Client, QStringLiteral("One vent or two?"))));
        move(book({"Dress"}, -1, "Nwosu", PieceKind::Redo, "emerald"), 0);
        const auto suit = book({"Suit"}, 0, "Okafor");
        move(suit, 1);
        m_shown = suit[0];
        QVERIFY(await(room().give(suit[0], me())));
        QVERIFY(await(room().start(suit[0])));
        move(book({"Shirt"}, 0, "Bello", PieceKind::Alteration, "white"), 0);
        move(book({"Trousers"}, 1, "Uche", PieceKind::Make, "black"), 1);
        const auto fitted = book({"Jacket", "Gown"}, 6, "Ade", PieceKind::Make, "ivory lace");
        move(fitted, 1);
        calendar::FittingService fittings(*m_shop->shop.door);
        QVERIFY(await(fittings.fitAgain({fitted[0], QStringLiteral("left shoulder low")},
                                        {m_shop->shop.clock.now().plusMsecs(5 * 3'600'000)})));
        QVERIFY(await(fittings.fitAgain({fitted[1], {}}, {m_shop->shop.clock.now().plusMsecs(29 * 3'600'000)})));
        const auto finished = book({"Shirt"}, 2, "Musa", PieceKind::Alteration, "grey");
        move(finished, 1);
        QVERIFY(await(room().check(finished[0], {{QStringLiteral("seams"), true}, {QStringLiteral("clean"), true}})));
        move(book({"Kaftan", "Trousers"}, 2, "Danjuma", PieceKind::Alteration, "white"), 1);
        orders::OrderService orders(*m_shop->shop.session, *m_shop->shop.door);
        for (const char *who : {"Okoro", "Nnaji", "Femi"}) {
            for (const OrderItemId &piece : book({"Shirt"}, 2, who))
                QVERIFY(await(orders.moveStage(piece, Stage::Ready, QStringLiteral("Rail C2"))));
        }
    }

    std::unique_ptr<test::CounterShop> m_shop;
    std::unique_ptr<WorkroomPage> m_page;
    OrderItemId m_shown = OrderItemId::fromName("none");
    int m_clients = 0;
};

QTEST_MAIN(TestWorkroomPage)
#include "tst_workroom_page.moc"
