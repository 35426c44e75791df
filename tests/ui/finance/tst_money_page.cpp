// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/access/privileged/principal_store.h"
#include "core/accounts/team_service.h"
#include "core/finance/account_service.h"
#include "core/finance/payment_service.h"
#include "core/finance/till_service.h"
#include "core/storage/verify.h"
#include "tests/ui/orders/counter_shop.h"
#include "ui/desk/till_count.h"
#include "ui/finance/money_page.h"
#include "ui/finance/till_entries_model.h"
#include "ui/widgets/list_row_delegate.h"
#include "ui/widgets/list_view.h"

#include <QAbstractButton>
#include <QAbstractItemModelTester>
#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QScrollArea>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>

using namespace thimblely;
using namespace thimblely::ui;
using changes::await;

//! A day of the till, at the keyboard.
class TestMoneyPage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { Theme::instance().install(); }
    void init()
    {
        m_shop = std::make_unique<test::CounterShop>();
        m_papers = std::make_unique<QTemporaryDir>();
        qputenv("THIMBLELY_PAPERS", m_papers->path().toUtf8());
        m_client = m_shop->addClient(QStringLiteral("A. Bello"), QStringLiteral("0803 555 4471"));
        m_order = m_shop->book(m_client, {m_shop->piece(QStringLiteral("Trousers"), 4'500'00),
                                          m_shop->piece(QStringLiteral("Jacket"), 7'500'00)});
    }
    void cleanup()
    {
        QVERIFY(QThreadPool::globalInstance()->waitForDone(20'000));
        m_page.reset();
        m_shop.reset();
    }

    void aDayByKeyboard()
    {
        openPage();
        QVERIFY(says("not open"));
        button("Open till")->click();
        QCOMPARE(focusName(), QStringLiteral("In the drawer now"));
        type("20000");
        press(Qt::Key_Return);
        QTRY_VERIFY(says("float 20,000"));
        pay(6'000'00);
        QTRY_VERIFY(says("In the drawer, expected"));

        button("Paid out")->click();
        type("1400");
        press(Qt::Key_Return);
        press(Qt::Key_Return); // no reason yet
        QTRY_VERIFY(says("Say why"));
        type("thread");
        press(Qt::Key_Return);
        QTRY_VERIFY(QApplication::focusWidget() && QApplication::focusWidget()->inherits("QListView"));
        QTRY_COMPARE(till().sums()->expectedCash.minor(), qint64(24'600'00));
        orders::OrderDraft gown;
        gown.pieces = {m_shop->piece(QStringLiteral("Gown"), 100)};
        gown.promisedDate = m_shop->desk->today().plusDays(1);
        gown.promisedTime = QTime(9, 0);
        QVERIFY(await(orders::OrderService(*m_shop->shop.session, *m_shop->shop.door).book(gown)));

        button("Count and close")->click();
        QVERIFY(!says("In the drawer, expected")); // blind
        QCOMPARE(focusName(), QStringLiteral("How many of 1,000"));
        type("24");
        press(Qt::Key_Return);
        type("1");
        QTRY_VERIFY(says("24,500"));
        QVERIFY(m_page->handle(ActionId::Pay)); // F9
        QTRY_VERIFY(says("Too little"));
        QVERIFY(says("1 piece due tomorrow from")); // before the shop is left
        QCOMPARE(focusName(), QStringLiteral("Why it differs"));
        press(Qt::Key_Return);
        press(Qt::Key_Return);
        QTRY_VERIFY(says("Say why; it stands in the books"));
        type("a coin rolled away");
        press(Qt::Key_Return);
        QVERIFY(says("₦4,500 to the bank"));
        press(Qt::Key_Return);
        QTRY_VERIFY(says("Day page 1"));
        QTRY_VERIFY(says("a coin rolled away"));
        QVERIFY(!isTillCountBegun(*m_shop->desk));
        QVERIFY(!says("While the drawer is counted"));
        QVERIFY(m_page->handle(ActionId::PrintAgain));
        QTRY_COMPARE(QDir(m_papers->path()).entryList({QStringLiteral("day-2026-11-25-1.pdf")}).size(), 1);
        QVERIFY(m_page->stepBack());
        QVERIFY(says("not open"));
        QCOMPARE(problems(), QStringList());
    }

    void whatWasTypedOfACountComesBack()
    {
        openPage();
        pay(6'000'00);
        QTRY_VERIFY(button("Count and close")->isEnabled());
        button("Count and close")->click();
        type("5");
        press(Qt::Key_Down);
        m_shop->drafts->flush();
        m_page.reset();
        m_shop->restart();
        openPage();
        QVERIFY(!isTillCountOpen(*m_shop->desk)); // no form is on the screen
        QVERIFY(isTillCountBegun(*m_shop->desk));
        button("Count and close")->click();
        QVERIFY(isTillCountOpen(*m_shop->desk));
        QCOMPARE(qobject_cast<QLineEdit *>(QApplication::focusWidget())->text(), QStringLiteral("5"));
    }

    //! What was typed of yesterday's drawer is no count of today's, whoever closed it.
    void aCountOfAClosedDayIsForgotten()
    {
        openPage();
        pay(6'000'00);
        QTRY_VERIFY(button("Count and close")->isEnabled());
        button("Count and close")->click();
        type("5");
        QVERIFY(m_page->stepBack());
        QVERIFY(isTillCountBegun(*m_shop->desk));
        QVERIFY(await(till().count({{}, Money(6'000'00, currency())}))); // by a colleague
        QVERIFY(await(till().close({Money(6'000'00, currency()), {}})));
        QVERIFY(!isTillCountBegun(*m_shop->desk));
        pay(1'000'00);
        QTRY_VERIFY(button("Count and close")->isEnabled());
        button("Count and close")->click();
        QCOMPARE(qobject_cast<QLineEdit *>(QApplication::focusWidget())->text(), QString());
    }

    //! The dot of 169.9 was dropped once, and 1,699 notes were counted.
    void aCountOfNotesIsWhole_data()
    {
        QTest::addColumn<QString>("typed");
        for (const char *typed : {"169.9", "169,9", "-3", "1e3", "12 a", "123456"})
            QTest::newRow(typed) << QString::fromLatin1(typed);
    }
    void aCountOfNotesIsWhole()
    {
        QFETCH(QString, typed);
        openPage();
        pay(6'000'00);
        QTRY_VERIFY(button("Count and close")->isEnabled());
        button("Count and close")->click();
        type(qPrintable(typed));
        QCOMPARE(edit("How many of 1,000")->text(), typed);
        QVERIFY(m_page->handle(ActionId::Pay));
        QVERIFY(says("is no whole number. Count how many of 1,000"));
        QVERIFY(!till().state()->count);
        edit("How many of 1,000")->setText(QStringLiteral("6"));
        QVERIFY(m_page->handle(ActionId::Pay));
        QTRY_VERIFY(till().state()->count);
        QVERIFY(till().state()->count->agrees());
    }

    void aCountThatIsOffTenfoldIsAskedAbout_data()
    {
        QTest::addColumn<QString>("thousands");
        QTest::addColumn<bool>("asked");
        QTest::newRow("a tenth") << QStringLiteral("1") << true;
        QTest::newRow("short, but no digit") << QStringLiteral("2") << false;
        QTest::newRow("nine times") << QStringLiteral("99") << false;
        QTest::newRow("ten times") << QStringLiteral("100") << true;
    }
    void aCountThatIsOffTenfoldIsAskedAbout()
    {
        QFETCH(QString, thousands);
        QFETCH(bool, asked);
        openPage();
        QVERIFY(await(till().open(Money(4'000'00, currency()))));
        pay(6'000'00);
        QTRY_VERIFY(says("In the drawer, expected"));
        button("Count and close")->click();
        type(qPrintable(thousands));
        QVERIFY(!says("factor of ten")); // nothing is said before it is counted
        QVERIFY(m_page->handle(ActionId::Pay));
        QTRY_VERIFY(says("Should be there"));
        QCOMPARE(says("factor of ten"), asked);
        edit("Why it differs")->setText(QStringLiteral("so it is"));
        QVERIFY(m_page->handle(ActionId::Pay));
        if (asked) {
            QVERIFY(says("close once more if it is so"));
            QVERIFY(m_page->handle(ActionId::Pay));
        }
        QTRY_VERIFY(says("Day page 1"));
        QCOMPARE(problems(), QStringList());
    }

    void moneyThatMovesAfterTheCountIsCountedAgain_data()
    {
        QTest::addColumn<bool>("seen");
        QTest::newRow("while it is looked at") << true;
        QTest::newRow("from another screen") << false;
    }
    void moneyThatMovesAfterTheCountIsCountedAgain()
    {
        QFETCH(bool, seen);
        openPage();
        pay(6'000'00);
        QTRY_VERIFY(button("Count and close")->isEnabled());
        button("Count and close")->click();
        type("6");
        QVERIFY(m_page->handle(ActionId::Pay));
        QTRY_VERIFY(says("Should be there"));
        m_page->setVisible(seen);
        pay(1'000'00);
        if (!seen) {
            QCoreApplication::processEvents();
            m_page->show();
            m_page->arrive();
        }
        QTRY_VERIFY(says("Money moved since the drawer was counted"));
        QVERIFY(!says("Should be there"));
        QVERIFY(!says("In the drawer, expected"));      // blind again
        QWidget *const focused = m_page->focusWidget(); // the platform may give a window shown again no keyboard
        QCOMPARE(nameOf(focused), QStringLiteral("How many of 1,000"));
        QTest::keyClicks(focused, QStringLiteral("7"));
        QVERIFY(m_page->handle(ActionId::Pay));
        QTRY_VERIFY(says("Agrees"));
        QVERIFY(m_page->handle(ActionId::Pay));
        QTRY_VERIFY(says("Day page 1"));
    }

    void givesBackAndTakesBack()
    {
        openPage();
        pay(6'000'00);
        QTRY_COMPARE(model()->rowCount(), 1);
        list()->setFocus();
        press(Qt::Key_Return); // on the row
        QTRY_COMPARE(focusName(), QStringLiteral("Give back"));
        type("2000");
        press(Qt::Key_Return);
        type("hem too short");
        press(Qt::Key_Return);
        QTRY_COMPARE(model()->rowCount(), 2);
        QTRY_COMPARE(till().sums()->expectedCash.minor(), qint64(4'000'00));
        // The rest was entered wrong.
        list()->setCurrentIndex(model()->index(1));
        list()->setFocus();
        press(Qt::Key_Return);
        button("Entered wrong")->click();
        edit("Why")->setFocus();
        type("wrong client");
        press(Qt::Key_Return);
        QTRY_COMPARE(model()->rowCount(), 3);
        QVERIFY(model()->index(0).data().toString().startsWith(QStringLiteral("Taken back: Order ")));
        QTRY_COMPARE(till().sums()->expectedCash.minor(), qint64(0));
        QCOMPARE(problems(), QStringList());
    }

    //! As it is read: the amount, how it is given back, why, and then the buttons.
    void tabGoesThroughTheFormToItsButtons()
    {
        openPage();
        pay(6'000'00);
        QTRY_COMPARE(model()->rowCount(), 1);
        list()->setFocus();
        press(Qt::Key_Return);
        QTRY_COMPARE(focusName(), QStringLiteral("Give back"));
        for (const char *name : {"Cash", "Why", "Back", "Give it back"}) {
            press(Qt::Key_Tab);
            QVERIFY2(focusName().startsWith(QLatin1String(name)),
                     qPrintable(QLatin1String(name) + QLatin1Char(':') + focusName()));
        }
    }

    void whoMayNotAsksForApprovalHere()
    {
        pay(6'000'00);
        const auto seller = hire(QStringLiteral("Sade"), QStringLiteral("1357"));
        auto session = access::Session::open(m_shop->shop.path(), seller).value();
        auto door = changes::WriteDoor::open(*session, m_shop->shop.clock).value();
        auto drafts = DraftKeeper::open(*session, m_shop->shop.clock).value();
        WorkspaceProfile profile = WorkspaceService(*session, *door).load().value();
        ShopCalendar calendar = profile.calendar().value();
        Desk desk(*session, *door, *drafts, std::move(profile), std::move(calendar), QLocale(QStringLiteral("en_NG")));
        openPage(desk);
        m_page->resize(1198, 560);
        QVERIFY(says("shown after it was counted"));
        list()->setFocus();
        press(Qt::Key_Return);
        QTRY_COMPARE(focusName(), QStringLiteral("Give back"));
        press(Qt::Key_Return);
        type("hem too short");
        press(Qt::Key_Return);
        QTRY_COMPARE(focusName(), QStringLiteral("PIN of Bisi"));
        const auto isInSight = [](const QWidget *each) { return each->visibleRegion().boundingRect() == each->rect(); };
        QTRY_VERIFY(isInSight(QApplication::focusWidget())); // no PIN is typed blind
        QVERIFY(test::nameless(*m_page).isEmpty());
        type("2468");
        press(Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(says("password or PIN is not right"), 30'000);
        type("2580");
        press(Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(model()->rowCount(), 2, 30'000);
        QVERIFY(model()->entry(0).approved);
        QVERIFY(QThreadPool::globalInstance()->waitForDone(20'000));
        m_page.reset();
        QCOMPARE(problems(), QStringList());
    }

    //! What was taken before the till was opened lies there already, and is not brought once more.
    void opensAfterTheFirstSale()
    {
        pay(6'000'00);
        openPage();
        button("Open till")->click();
        QCOMPARE(focusName(), QStringLiteral("In the drawer before the first sale"));
        type("20000");
        QVERIFY(says("With ₦6,000 in cash since then, ₦26,000 lie there now."));
        press(Qt::Key_Return);
        QTRY_VERIFY(says("float 20,000"));
        QCOMPARE(till().sums()->expectedCash.minor(), qint64(26'000'00));
    }

    void aPaymentOfAClosedDayIsFoundAndGivenBack()
    {
        pay(6'000'00);
        QVERIFY(await(till().count({{}, Money(6'000'00, currency())})));
        QVERIFY(await(till().close({Money(6'000'00, currency())})));
        m_shop->shop.clock.advanceDays(1);
        openPage();
        QCOMPARE(model()->rowCount(), 0);
        m_page->findPayments(m_order.number);
        QCOMPARE(model()->rowCount(), 1);
        QVERIFY(says("Payments of any day"));
        press(Qt::Key_Return);
        QTRY_COMPARE(focusName(), QStringLiteral("Give back"));
        QVERIFY(says("It goes into today’s till"));
        type("1500");
        press(Qt::Key_Return);
        type("crooked vent");
        press(Qt::Key_Return);
        QTRY_COMPARE(till().entries()->size(), size_t(1));
        QCOMPARE(till().entries()->front().amount.minor(), qint64(-1'500'00));
        QTRY_COMPARE(model()->rowCount(), 2); // still what was looked for
        QVERIFY(m_page->stepBack());
        QCOMPARE(model()->rowCount(), 1);
        QVERIFY(!m_page->stepBack());
        QCOMPARE(problems(), QStringList());
    }

    void saysWhatARefundIsFor_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<qint64>("total");
        QTest::addColumn<qint64>("balance");
        QTest::newRow("cut") << QStringLiteral("Price cut") << qint64(10'000'00) << qint64(0);
        QTest::newRow("owed") << QStringLiteral("Owed again") << qint64(12'000'00) << qint64(2'000'00);
        QTest::newRow("wrong") << QStringLiteral("Entered wrong") << qint64(12'000'00) << qint64(12'000'00);
    }
    void saysWhatARefundIsFor()
    {
        QFETCH(QString, kind);
        pay(12'000'00);
        openPage();
        list()->setFocus();
        press(Qt::Key_Return);
        button(qPrintable(kind))->click();
        if (kind != QStringLiteral("Entered wrong")) {
            edit("Give back")->setFocus();
            edit("Give back")->selectAll();
            type("2000");
        }
        edit("Why")->setFocus();
        type("crooked vent");
        press(Qt::Key_Return);
        const auto sums = [this] {
            return *orders::OrderService(*m_shop->shop.session, *m_shop->shop.door).load(m_order.id)->sums;
        };
        QTRY_COMPARE(model()->rowCount(), 2);
        QTEST(sums().total.minor(), "total");
        QTEST(sums().balance.minor(), "balance");
    }

    void tooMuchIsSaidBeforeAPinIsAskedFor()
    {
        pay(6'000'00);
        openPage();
        list()->setFocus();
        press(Qt::Key_Return);
        type("7000");
        press(Qt::Key_Return);
        type("crooked vent");
        press(Qt::Key_Return);
        QVERIFY(says("₦6,000"));
        QCOMPARE(focusName(), QStringLiteral("Give back"));
        QCOMPARE(model()->rowCount(), 1);
    }

    //! What is kept for a client is no sale, and the panel says so where the ways come to more than was taken.
    void keptCreditAddsUp()
    {
        finance::PaymentDraft more{Money(13'000'00, currency())};
        more.restAsCredit = true;
        QVERIFY(await(finance::PaymentService(*m_shop->shop.session, *m_shop->shop.door).take(m_order.id, more)));
        openPage();
        QTRY_VERIFY(says("Kept as credit"));
    }

    void whoCountsBlindAddsNothingUp()
    {
        pay(6'000'00);
        pay(500'00, finance::PaymentMethod::Card);
        const auto seller = hire(QStringLiteral("Sade"), QStringLiteral("1357"));
        auto session = access::Session::open(m_shop->shop.path(), seller).value();
        auto door = changes::WriteDoor::open(*session, m_shop->shop.clock).value();
        auto drafts = DraftKeeper::open(*session, m_shop->shop.clock).value();
        WorkspaceProfile profile = WorkspaceService(*session, *door).load().value();
        ShopCalendar calendar = profile.calendar().value();
        Desk desk(*session, *door, *drafts, std::move(profile), std::move(calendar), QLocale(QStringLiteral("en_NG")));
        openPage(desk);
        const auto amount = [this](int row) { return model()->index(row).data(ListRowDelegate::Amount).toString(); };
        QCOMPARE(amount(1), QStringLiteral("6,000"));
        button("Count and close")->click();
        QVERIFY(isTillCountOpen(desk));
        QVERIFY(m_page->stepBack());                 // to look, before anything is typed
        QVERIFY(amount(0) != QStringLiteral("500")); // the terminal's total is counted too
        QVERIFY(amount(1) != QStringLiteral("6,000"));
        QVERIFY(says("cash and cards are shown once counted"));
        m_page->findPayments(QStringLiteral("Bello"));
        QVERIFY(model()->rowCount() > 0);
        QVERIFY(amount(model()->rowCount() - 1) != QStringLiteral("6,000"));
        m_page->findPayments({});
        button("Count and close")->click();
        edit("Loose, not in the list")->setText(QStringLiteral("6000"));
        QVERIFY(m_page->handle(ActionId::Pay));
        QTRY_VERIFY(says("Agrees"));
        QVERIFY(m_page->stepBack());
        QCOMPARE(amount(1), QStringLiteral("6,000"));
        m_page.reset();
    }

    //! Who is told the sums is told them again once they give the count up.
    void anOwnersCountIsBlindWhileItIsOpen()
    {
        pay(6'000'00);
        openPage();
        button("Count and close")->click();
        QVERIFY(isTillCountOpen(*m_shop->desk));
        QVERIFY(!says("In the drawer, expected"));
        QVERIFY(m_page->stepBack());
        QVERIFY(!isTillCountBegun(*m_shop->desk));
        QTRY_VERIFY(says("In the drawer, expected"));
    }

    void moneyGivenBackIsPrinted()
    {
        pay(6'000'00);
        openPage();
        list()->setFocus();
        press(Qt::Key_Return);
        button("Owed again")->click();
        edit("Why")->setText(QStringLiteral("hem too short"));
        QVERIFY(m_page->handle(ActionId::Pay));
        QTRY_COMPARE(model()->rowCount(), 2);
        const auto slips = [this] { return QDir(m_papers->path()).entryList({QStringLiteral("receipt-*.pdf")}); };
        QTRY_COMPARE(slips().size(), 1); // by itself, as receipts are here
        // Of any payment: F8.
        list()->setCurrentIndex(model()->index(1));
        QVERIFY(m_page->handle(ActionId::PrintAgain));
        QTRY_COMPARE(slips().size(), 2);
    }

    void aTransferIsConfirmed()
    {
        openPage();
        pay(6'000'00, finance::PaymentMethod::Transfer);
        QTRY_VERIFY(says("1 transfer to confirm"));
        QTRY_VERIFY(button("It has come in")->isVisible());
        button("It has come in")->click();
        QTRY_VERIFY(!model()->entry(0).waiting);
        QTRY_COMPARE(till().sums()->turnover.minor(), qint64(6'000'00));
    }

    void modelAndNames()
    {
        openPage();
        QAbstractItemModelTester tester(model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        pay(1'000'00);
        pay(500'00, finance::PaymentMethod::Card);
        QTRY_COMPARE(model()->rowCount(), 2);
        QCOMPARE(test::nameless(*m_page), QStringList());
        for (const char *form : {"Open till", "Paid out", "Count and close"}) {
            button(form)->click();
            QCOMPARE(test::nameless(*m_page), QStringList());
            QVERIFY(m_page->stepBack());
        }
        QVERIFY(!m_page->stepBack());
    }

    void theFieldThatFindsSaysWhatItFinds()
    {
        openPage();
        const QLineEdit *find = edit("Find a payment of any day");
        QVERIFY(find->fontMetrics().horizontalAdvance(find->placeholderText()) + 32 < find->width());
    }

    void nothingIsCutOff_data()
    {
        QTest::addColumn<int>("percent");
        for (const int percent : {100, 115, 130})
            QTest::addRow("%d %%", percent) << percent;
    }

    void nothingIsCutOff()
    {
        QFETCH(int, percent);
        Theme::instance().setTextSizePercent(percent);
        openPage();
        pay(1'000'00);
        m_page->resize(968, 484);
        QCoreApplication::processEvents();
        QCOMPARE(test::squeezed(*m_page), QStringList());
        for (const char *form : {"Open till", "Paid out", "Count and close", "Take back…"}) {
            button(form)->click();
            QCoreApplication::processEvents();
            QCOMPARE(test::squeezed(*m_page), QStringList());
            const auto areas = m_page->findChildren<QScrollArea *>();
            for (const QScrollArea *area : areas) // nothing is wider than what can be seen of it
                QVERIFY2(!area->isVisible() || area->widget()->minimumSizeHint().width() <= area->viewport()->width(),
                         qPrintable(QStringLiteral("%1: %2 in %3")
                                        .arg(QString::fromUtf8(form))
                                        .arg(area->widget()->minimumSizeHint().width())
                                        .arg(area->viewport()->width())));
            m_page->stepBack();
        }
        Theme::instance().setTextSizePercent(100);
    }

    void pictures()
    {
        openPage();
        QVERIFY(await(till().open(Money(20'000'00, currency()))));
        pay(6'000'00);
        pay(3'000'00, finance::PaymentMethod::Card);
        pay(1'500'00, finance::PaymentMethod::Transfer);
        QVERIFY(await(till().move(
            {finance::TillEntryKind::PaidOut, Money(1'400'00, currency()), QStringLiteral("thread, diesel")})));
        QTRY_COMPARE(model()->rowCount(), 5);
        if (!test::takePictures(*m_page, QStringLiteral("money")))
            QSKIP("THIMBLELY_SHOW_PAGES is not set");
        button("Paid out")->click();
        test::takePictures(*m_page, QStringLiteral("money-paid-out"));
        button("Count and close")->click();
        type("24");
        press(Qt::Key_Return);
        type("1");
        edit("Card terminal’s total")->setText(QStringLiteral("2,900"));
        test::takePictures(*m_page, QStringLiteral("money-count"));
        QVERIFY(m_page->handle(ActionId::Pay));
        QTRY_VERIFY(says("Too little"));
        test::takePictures(*m_page, QStringLiteral("money-close"));
        edit("Why it differs")->setText(QStringLiteral("a coin rolled away"));
        QVERIFY(m_page->handle(ActionId::Pay));
        QTRY_VERIFY(says("Day page 1"));
        test::takePictures(*m_page, QStringLiteral("money-day-page"));
        m_page->stepBack();
        pay(500'00);
        QTRY_COMPARE(model()->rowCount(), 1);
        list()->setFocus();
        press(Qt::Key_Return);
        test::takePictures(*m_page, QStringLiteral("money-take-back"));
    }

private:
    void openPage() { openPage(*m_shop->desk); }
    void openPage(Desk &desk)
    {
        m_page = std::make_unique<MoneyPage>(desk);
        m_page->setLocale(desk.locale());
        m_page->resize(1198, 712);
        m_page->show();
        m_page->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
        m_page->arrive();
    }
    Currency currency() const { return m_shop->desk->profile().currency; }
    finance::TillService till() { return {*m_shop->shop.session, *m_shop->shop.door}; }
    void pay(qint64 minor, finance::PaymentMethod method = finance::PaymentMethod::Cash)
    {
        QVERIFY(await(finance::PaymentService(*m_shop->shop.session, *m_shop->shop.door)
                          .take(m_order.id, {Money(minor, currency()), method})));
    }
    //! A seller with a PIN, and a manager who can approve with 2580.
    access::Principal hire(const QString &name, const QString &pin)
    {
        TeamService team(*m_shop->shop.session, *m_shop->shop.door);
        const auto add = [&](const QString &who, access::Role role, access::Job job, const QString &secret) {
            return await(team.add({who, role, job, secret})).value();
        };
        add(QStringLiteral("Bisi"), access::Role::Admin, access::Job::None, QStringLiteral("2580"));
        const PersonId person = add(name, access::Role::Member, access::Job::Counter, pin);
        const auto store = access::PrincipalStore::open({m_shop->shop.path()}).value();
        return store->load(person, m_shop->shop.principal.workspace, m_shop->shop.principal.device).value();
    }

    QAbstractButton *button(const char *text) const
    {
        const auto all = m_page->findChildren<QAbstractButton *>();
        for (QAbstractButton *each : all) {
            if (each->text() == QString::fromUtf8(text) && each->isVisible())
                return each;
        }
        qFatal("no button %s", text);
    }
    QLineEdit *edit(const char *name) const
    {
        const auto all = m_page->findChildren<QLineEdit *>();
        for (QLineEdit *each : all) {
            if (each->isVisible() && nameOf(each) == QString::fromUtf8(name))
                return each;
        }
        qFatal("no field %s", name);
    }
    static QString nameOf(QWidget *widget)
    {
        QAccessibleInterface *reader = QAccessible::queryAccessibleInterface(widget);
        return reader ? reader->text(QAccessible::Name) : QString();
    }
    static QString focusName() { return nameOf(QApplication::focusWidget()); }
    static void type(const char *text) { QTest::keyClicks(QApplication::focusWidget(), QString::fromUtf8(text)); }
    static void press(Qt::Key key) { QTest::keyClick(QApplication::focusWidget(), key); }
    bool says(const char *words) const
    {
        const auto all = m_page->findChildren<QLabel *>();
        return std::ranges::any_of(all, [&](const QLabel *label) {
            return label->isVisible() && label->text().contains(QString::fromUtf8(words));
        });
    }
    QListView *list() const { return m_page->findChild<ListView *>(); } // a box has a list of its own
    TillEntriesModel *model() const { return m_page->findChild<TillEntriesModel *>(); }
    QStringList problems() const
    {
        QStringList found;
        const auto report = storage::verifyFile(m_shop->shop.path(), false).value();
        for (const storage::Problem &problem : report.problems)
            found.append(QString::fromLatin1(storage::nameOf(problem.kind)) + u' ' + problem.detail);
        return found;
    }

    std::unique_ptr<test::CounterShop> m_shop;
    std::unique_ptr<QTemporaryDir> m_papers;
    std::unique_ptr<MoneyPage> m_page;
    ClientId m_client{IdBytes{}};
    orders::Booked m_order{OrderId(IdBytes{}), {}};
};

QTEST_MAIN(TestMoneyPage)
#include "tst_money_page.moc"
