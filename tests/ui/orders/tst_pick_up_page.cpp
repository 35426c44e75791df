// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/finance/payment_service.h"
#include "core/invoices/invoice_service.h"
#include "core/orders/order_service.h"
#include "tests/support/page_hands.h"
#include "tests/ui/orders/counter_shop.h"
#include "ui/orders/open_orders_model.h"
#include "ui/orders/pick_up_page.h"
#include "ui/orders/piece_list_model.h"
#include "ui/widgets/amount_text.h"
#include "ui/widgets/list_row_delegate.h"

#include <QAbstractButton>
#include <QAbstractItemModelTester>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QThreadPool>

using namespace thimblely;
using namespace thimblely::ui;

class TestPickUpPage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { Theme::instance().install(); }
    void init()
    {
        m_shop = std::make_unique<test::CounterShop>();
        m_client = m_shop->bello();
        m_order = m_shop->book(
            m_client,
            {m_shop->piece(QStringLiteral("Trousers"), 450'000), m_shop->piece(QStringLiteral("Jacket"), 750'000)},
            m_shop->desk->today().plusDays(2));
    }
    void cleanup()
    {
        QVERIFY(QThreadPool::globalInstance()->waitForDone(20'000));
        m_page.reset();
        m_shop.reset();
    }

    //! A letter where the amount is says how it is paid; nonsense there hands nothing over.
    void paysByKey()
    {
        QVERIFY(changes::await(orders::OrderService(session(), door()).complete(m_order.id)));
        openPage();
        m_page->showOrder(m_order.id);
        test::showTicket(*m_page);
        QLineEdit *given = field(QStringLiteral("Given"));
        test::typeKeys(QStringLiteral("d"));
        QCOMPARE(given->text(), QStringLiteral("12,000"));
        given->setText({});
        test::typeKeys(QStringLiteral("0"));
        QVERIFY(button("Hand over 2 pieces unpaid")->isEnabled());
        test::typeKeys(QStringLiteral("x"));
        QVERIFY(!button("Hand over 2 pieces unpaid")->isEnabled());
        given->selectAll();
        test::typeKeys(QStringLiteral("12000"));
        QVERIFY(m_page->handle(ActionId::Pay));
        QTRY_COMPARE(balance(), qint64(0));
        QCOMPARE(finance::PaymentService(session(), door()).ofOrder(m_order.id)->at(0).method,
                 std::optional(finance::PaymentMethod::Card));
    }

    //! As the numbers of Today open it; what is done meanwhile leaves it.
    void listsWhatAFilterLeaves()
    {
        orders::OrderService service(*m_shop->shop.session, *m_shop->shop.door);
        m_shop->book(m_client, {m_shop->piece(QStringLiteral("Coat"), 100)}, m_shop->desk->today());
        QVERIFY(changes::await(service.complete(m_order.id)));
        m_shop->shop.clock.advanceDays(3);
        openPage();
        OpenOrdersModel *const open = this->open();
        QAbstractItemModelTester tester(open, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(open->rowCount(), 2);
        m_page->showOpen(orders::OpenOrderFilter::Ready);
        QCOMPARE(open->rowCount(), 1);
        QCOMPARE(open->order(0), m_order.id);
        QCOMPARE(open->data(open->index(0), ListRowDelegate::StatusWord).toString(), QStringLiteral("Ready, 3 d"));
        QVERIFY(QApplication::focusWidget() && QApplication::focusWidget()->inherits("QListView"));
        m_page->showOpen(orders::OpenOrderFilter::Late);
        QCOMPARE(open->rowCount(), 1);
        QVERIFY(open->order(0) != m_order.id);
        QVERIFY(changes::await(service.complete(open->order(0))));
        QTRY_COMPARE(open->rowCount(), 0);
        QTRY_VERIFY(says(QStringLiteral("None is left.")));
        QAbstractButton *back = button("Late");
        back->click();
        QCOMPARE(open->rowCount(), 2);
        QVERIFY(!back->isVisible());
    }

    void fromTheNumberToTheInvoice()
    {
        openPage();
        QTest::keyClicks(QApplication::focusWidget(), m_order.number);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QCOMPARE(m_page->title(), QStringLiteral("Order ") + m_order.number);
        QVERIFY(m_page->handle(ActionId::Pay)); // nothing is ready: the money alone
        QTRY_COMPARE(balance(), qint64(0));
        QTRY_VERIFY(button("All ready")->isEnabled());
        button("All ready")->click();
        QTRY_COMPARE(int(pieces()->ticked().size()), 2);
        test::showTicket(*m_page);
        QTRY_VERIFY(m_page->handle(ActionId::Pay));
        QTRY_VERIFY(load().pieces[1].isCollected());
        QTRY_VERIFY(button("Issue invoice")->isEnabled());
        button("Issue invoice")->click();
        QVERIFY(!invoices::InvoiceService(session(), door()).forOrder(m_order.id).value().has_value());
        button("Issue for good")->click();
        QTRY_VERIFY(invoices::InvoiceService(session(), door()).forOrder(m_order.id).value().has_value());
        QTRY_COMPARE(QDir(m_shop->papers.path()).entryList({QStringLiteral("invoice-*.pdf")}).size(), 1);
        QCOMPARE(QDir(m_shop->papers.path()).entryList({QStringLiteral("receipt-*.pdf")}).size(), 1);
    }

    void aZeroTooManyIsAskedAboutOnce()
    {
        openPage();
        m_page->showOrder(m_order.id);
        QLineEdit *given = field(QStringLiteral("Given"));
        const auto give = [&](const char *typed) {
            given->setFocus();
            given->selectAll();
            QTest::keyClicks(given, QString::fromLatin1(typed));
        };
        give("1000000");
        QVERIFY(m_page->handle(ActionId::Pay));
        QVERIFY(says(QStringLiteral("1,000,000 given for 12,000: 988,000 would go back. Press again if it is so.")));
        QCOMPARE(QApplication::focusWidget(), given);
        give("900000"); // another figure: asked again
        QVERIFY(m_page->handle(ActionId::Pay));
        QVERIFY(QThreadPool::globalInstance()->waitForDone(20'000));
        QCOMPARE(balance(), qint64(1'200'000));
        QVERIFY(m_page->handle(ActionId::Pay));
        QTRY_COMPARE(balance(), qint64(0));
        const auto paid = finance::PaymentService(session(), door()).ofOrder(m_order.id).value();
        QCOMPARE(paid.at(0).change->minor(), qint64(88'800'000));
    }

    void aLikelyAmountIsNot()
    {
        openPage();
        m_page->showOrder(m_order.id);
        QLineEdit *given = field(QStringLiteral("Given"));
        given->setFocus();
        given->selectAll();
        QTest::keyClicks(given, QStringLiteral("15000"));
        QVERIFY(m_page->handle(ActionId::Pay));
        QTRY_COMPARE(balance(), qint64(0));
    }

    void whatLeavesUnpaidIsAskedAboutOnce()
    {
        openPage();
        QVERIFY(changes::await(orders::OrderService(session(), door()).complete(m_order.id)));
        m_page->showOrder(m_order.id);
        test::showTicket(*m_page);
        QLineEdit *given = field(QStringLiteral("Given"));
        const auto give = [&](const char *typed) {
            given->setFocus();
            given->selectAll();
            QTest::keyClicks(given, QString::fromLatin1(typed));
            QVERIFY(m_page->handle(ActionId::Pay));
        };
        give("1");
        QVERIFY(says(QStringLiteral("11,999 stays due. F9 again hands over all the same.")));
        QCOMPARE(QApplication::focusWidget(), given);
        give("2"); // another figure: asked again
        QVERIFY(says(QStringLiteral("11,998 stays due.")));
        QVERIFY(pieces()->setData(pieces()->index(0), Qt::Unchecked, Qt::CheckStateRole));
        QVERIFY(m_page->handle(ActionId::Pay)); // the trousers alone do not cover it
        QVERIFY(QThreadPool::globalInstance()->waitForDone(20'000));
        QCOMPARE(balance(), qint64(1'200'000));
        QVERIFY(m_page->handle(ActionId::Pay));
        QTRY_COMPARE(balance(), qint64(1'199'800));
        QTRY_VERIFY(load().pieces[1].isCollected());
    }

    void whatStaysCoversTheRestAndNothingIsAsked()
    {
        openPage();
        QVERIFY(changes::await(orders::OrderService(session(), door()).complete(m_order.id)));
        m_page->showOrder(m_order.id);
        QVERIFY(pieces()->setData(pieces()->index(0), Qt::Unchecked, Qt::CheckStateRole));
        QLineEdit *given = field(QStringLiteral("Given"));
        test::showTicket(*m_page);
        given->setFocus();
        given->selectAll();
        QTest::keyClicks(given, QStringLiteral("7500")); // the jacket; the trousers hang here
        QVERIFY(m_page->handle(ActionId::Pay));
        QTRY_VERIFY(load().pieces[1].isCollected());
        QCOMPARE(balance(), qint64(450'000));
    }

    void hiddenMoneyIsHiddenInTheFieldToo()
    {
        openPage();
        m_page->showOrder(m_order.id);
        HideMoney::instance().setOn(true);
        const QString given = field(QStringLiteral("Given"))->displayText();
        const bool shown = std::ranges::any_of(m_page->findChildren<QAbstractButton *>(), [](QAbstractButton *each) {
            return each->isVisible() && each->text().contains(QStringLiteral("12,000"));
        });
        HideMoney::instance().setOn(false);
        QCOMPARE(given, QString());
        QVERIFY(!shown);
        QCOMPARE(field(QStringLiteral("Given"))->displayText(), QStringLiteral("12,000"));
    }

    //! Else anybody who knows a name walks off with a coat.
    void withoutATicketItIsAskedHowItWasSeen()
    {
        QVERIFY(changes::await(orders::OrderService(session(), door()).complete(m_order.id)));
        openPage();
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("bello"));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QVERIFY(says(QStringLiteral("No ticket was seen.")));
        QCOMPARE(QApplication::focusWidget()->accessibleName(), QStringLiteral("How it was seen whose it is"));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return); // nothing is said yet
        QTest::qWait(50);
        QCOMPARE(balance(), qint64(1'200'000));
        QVERIFY(!load().pieces[0].isCollected());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
        QVERIFY(!says(QStringLiteral("No ticket was seen.")));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QTRY_VERIFY(load().pieces[0].isCollected());
        QCOMPARE(balance(), qint64(0));
    }

    //! Who comes, comes for it.
    void ofAClientWhatIsReadyComesFirst()
    {
        const Date today = m_shop->desk->today();
        const auto later = m_shop->book(m_client, {m_shop->piece(QStringLiteral("Coat"), 1)}, today.plusDays(9));
        const auto next = m_shop->book(m_client, {m_shop->piece(QStringLiteral("Shirt"), 1)}, today.plusDays(2));
        QVERIFY(changes::await(orders::OrderService(session(), door()).complete(later.id)));
        openPage();
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("bello"));
        QCOMPARE(open()->rowCount(), 3);
        QCOMPARE(open()->order(0), later.id);
        QCOMPARE(open()->order(1), next.id);
        QVERIFY(says(QStringLiteral("What is found, what is ready first")));
    }

    void whatIsNotFoundIsSaid()
    {
        openPage();
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("nobody"));
        QVERIFY(says(QStringLiteral("No open order is found under these words.")));
        button("All open orders")->click();
        QCOMPARE(open()->rowCount(), 1);
        QVERIFY(!says(QStringLiteral("No open order is found")));
    }

    void onlyWhatIsTickedLeaves()
    {
        openPage();
        m_page->showOrder(m_order.id);
        QVERIFY(changes::await(orders::OrderService(session(), door()).complete(m_order.id)));
        QTRY_COMPARE(int(pieces()->ticked().size()), 2);
        QVERIFY(pieces()->setData(pieces()->index(0), Qt::Unchecked, Qt::CheckStateRole));
        test::showTicket(*m_page);
        QVERIFY(m_page->handle(ActionId::Pay));
        QTRY_VERIFY(load().pieces[1].isCollected());
        QVERIFY(!load().pieces[0].isCollected());
        // The next client's ticket is scanned without a hand on the mouse.
        QTRY_COMPARE(QApplication::focusWidget()->accessibleName(), QStringLiteral("Order number, ticket or name"));
    }

    void aNameNarrowsTheListAndNothingSaysSo()
    {
        openPage();
        const OrderId other = m_shop
                                  ->book(m_shop->addClient(QStringLiteral("Okoro"), QStringLiteral("0709 1")),
                                         {m_shop->piece(QStringLiteral("Coat"), 1)})
                                  .id;
        QTRY_COMPARE(open()->rowCount(), 2);
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("okor"));
        QCOMPARE(open()->rowCount(), 1);
        QCOMPARE(open()->order(0), other);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QCOMPARE(m_page->title(),
                 QStringLiteral("Order ") + orders::OrderService(session(), door()).load(other)->number);
        QVERIFY(m_page->stepBack());
        QCOMPARE(m_page->title(), QStringLiteral("Pick up"));
        QVERIFY(!m_page->stepBack());
    }

    void ofSeveralOrdersThePersonChooses()
    {
        openPage();
        m_shop->book(m_client, {m_shop->piece(QStringLiteral("Coat"), 1)}, m_shop->desk->today().plusDays(5));
        QTRY_COMPARE(open()->rowCount(), 2);
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("bello"));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QCOMPARE(m_page->title(), QStringLiteral("Pick up"));
        const OrderId second = open()->order(1);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QCOMPARE(m_page->title(),
                 QStringLiteral("Order ") + orders::OrderService(session(), door()).load(second)->number);
        m_page->startOver();
        QCOMPARE(m_page->title(), QStringLiteral("Pick up"));
        QCOMPARE(QApplication::focusWidget()->accessibleName(), QStringLiteral("Order number, ticket or name"));
    }

    void everythingThatTakesTheKeyboardHasAName()
    {
        openPage();
        QCOMPARE(test::nameless(*m_page), QStringList());
        m_page->showOrder(m_order.id);
        for (const QSize size : {QSize(1198, 712), QSize(968, 484)}) {
            m_page->resize(size);
            QCOMPARE(test::nameless(*m_page), QStringList());
        }
    }

    void canBeLookedAt()
    {
        openPage();
        QVERIFY(changes::await(orders::OrderService(session(), door()).complete(m_order.id)));
        m_shop->book(m_client, {m_shop->piece(QStringLiteral("Shirt"), 400'000)}, m_shop->desk->today());
        m_shop->book({}, {m_shop->piece(QStringLiteral("Dress"), 900'000)}, m_shop->desk->today().plusDays(7));
        QTest::qWait(300);
        if (!test::takePictures(*m_page, QStringLiteral("open")))
            QSKIP("Nobody asked to see it (THIMBLELY_SHOW_PAGES)");
        m_page->showOrder(m_order.id);
        test::takePictures(*m_page, QStringLiteral("pickup"));
    }

    void theModelsAreHonest()
    {
        OpenOrdersModel list(*m_shop->desk);
        QAbstractItemModelTester listTester(&list, QAbstractItemModelTester::FailureReportingMode::QtTest);
        list.reload();
        QCOMPARE(list.rowCount(), 1);
        m_shop->book(m_client, {m_shop->piece(QStringLiteral("Shirt"), 5)});
        QSignalSpy inserted(&list, &QAbstractItemModel::rowsInserted);
        list.reload();
        QCOMPARE(inserted.count(), 1);
        QCOMPARE(list.rowCount(), 2);
        list.setWords(QStringLiteral("nobody"));
        QCOMPARE(list.rowCount(), 0);

        PieceListModel bag(*m_shop->desk);
        QAbstractItemModelTester bagTester(&bag, QAbstractItemModelTester::FailureReportingMode::QtTest);
        bag.setOrder(load());
        QCOMPARE(bag.rowCount(), 2);
        QVERIFY(bag.ticked().empty());
        QVERIFY(!bag.setData(bag.index(0), Qt::Checked, Qt::CheckStateRole));
        bag.setOrder({});
        QCOMPARE(bag.rowCount(), 0);
    }

    void whoWearsItStandsWithoutAStrayComma()
    {
        orders::OrderDetail order = load();
        order.pieces[0].wearerName = order.pieces[1].wearerName = QStringLiteral("Tunde Ade");
        order.pieces[1].facts.colour = QStringLiteral("navy");
        PieceListModel bag(*m_shop->desk);
        bag.setOrder(order);
        QCOMPARE(bag.index(0).data(PieceListModel::ColourRole).toString(), QStringLiteral("for Tunde Ade"));
        QCOMPARE(bag.index(1).data(PieceListModel::ColourRole).toString(), QStringLiteral("navy, for Tunde Ade"));
    }

    void longListsComeByPages()
    {
        for (int i = 0; i < 70; ++i)
            m_shop->book(m_client, {m_shop->piece(QStringLiteral("Shirt"), 5)}, m_shop->desk->today().plusDays(i % 7));
        OpenOrdersModel list(*m_shop->desk);
        QAbstractItemModelTester tester(&list, QAbstractItemModelTester::FailureReportingMode::QtTest);
        list.reload();
        while (list.canFetchMore({}))
            list.fetchMore({});
        QCOMPARE(list.rowCount(), 71);
    }

    void whatWasPaidCoversThePiecesInTheirOrder()
    {
        finance::PaymentDraft payment{Money(500'000, m_shop->desk->profile().currency)};
        QVERIFY(changes::await(finance::PaymentService(session(), door()).take(m_order.id, payment)));
        PieceListModel bag(*m_shop->desk);
        bag.setOrder(load());
        QCOMPARE(bag.index(0).data(PieceListModel::ToPayRole).toString(), QStringLiteral("paid"));
        QCOMPARE(bag.index(1).data(PieceListModel::ToPayRole).toString(), QStringLiteral("7,000"));
    }

private:
    void openPage() { m_page = test::openedPage<PickUpPage>(*m_shop->desk); }
    access::Session &session() { return *m_shop->shop.session; }
    changes::WriteDoor &door() { return *m_shop->shop.door; }
    orders::OrderDetail load() { return orders::OrderService(session(), door()).load(m_order.id).value(); }
    qint64 balance() { return load().sums->balance.minor(); }
    PieceListModel *pieces() const { return m_page->findChild<PieceListModel *>(); }
    OpenOrdersModel *open() const { return m_page->findChild<OpenOrdersModel *>(); }
    QLineEdit *field(const QString &name) const { return test::fieldOn(*m_page, name); }
    bool says(const QString &words) const { return test::isSaidOn(*m_page, words); }
    QAbstractButton *button(const char *text) const { return test::buttonOn(*m_page, text); }

    std::unique_ptr<test::CounterShop> m_shop;
    std::unique_ptr<PickUpPage> m_page;
    ClientId m_client{IdBytes{}};
    orders::Booked m_order{OrderId(IdBytes{}), {}};
};

QTEST_MAIN(TestPickUpPage)
#include "tst_pick_up_page.moc"
