// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/calendar/calendar_service.h"
#include "core/finance/payment_service.h"
#include "core/orders/order_service.h"
#include "core/orders/rack_service.h"
#include "tests/support/page_hands.h"
#include "tests/ui/orders/counter_shop.h"
#include "ui/orders/open_orders_model.h"
#include "ui/orders/pick_up_page.h"
#include "ui/orders/piece_list_model.h"

#include <QAbstractButton>
#include <QAbstractItemModelTester>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QTest>
#include <QThreadPool>

using namespace thimblely;
using namespace thimblely::ui;

//! Pick-up of several tickets, without a ticket, by somebody else, and what is done with a piece that was tried on.
class TestBagPage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { Theme::instance().install(); }
    void init()
    {
        m_shop = std::make_unique<test::CounterShop>();
        m_papers = std::make_unique<QTemporaryDir>();
        qputenv("THIMBLELY_PAPERS", m_papers->path().toUtf8());
        m_client = m_shop->addClient(QStringLiteral("A. Bello"), QStringLiteral("0803 555 4471"));
        m_suit = m_shop->book(m_client, {m_shop->piece(QStringLiteral("Trousers"), 450'000),
                                         m_shop->piece(QStringLiteral("Jacket"), 750'000)});
        orders::PieceDraft coat = m_shop->piece(QStringLiteral("Coat"), 300'000);
        coat.colour = QStringLiteral("grey");
        m_coat = m_shop->book(m_client, {coat});
        for (const OrderId &order : {m_suit.id, m_coat.id})
            QVERIFY(changes::await(service().complete(order)));
        m_page = test::openedPage<PickUpPage>(*m_shop->desk);
    }
    void cleanup()
    {
        QVERIFY(QThreadPool::globalInstance()->waitForDone(20'000));
        m_page.reset();
        m_shop.reset();
    }

    void severalTicketsLeaveTogether()
    {
        QAbstractItemModelTester tester(pieces(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        scan(m_suit.number);
        focusFind();
        scan(m_coat.number);
        QCOMPARE(m_page->title(), QStringLiteral("Orders %1, %2").arg(m_suit.number, m_coat.number));
        QCOMPARE(pieces()->rowCount(), 4); // three pieces, and the line of the second order
        QCOMPARE(pieces()->ticked().size(), size_t(3));
        QVERIFY(says(QStringLiteral("15,000")));
        test::showTicket(*m_page);
        QVERIFY(m_page->handle(ActionId::Pay));
        QTRY_VERIFY(load(m_coat).pieces[0].isCollected());
        QVERIFY(load(m_suit).pieces[1].isCollected());
        const finance::PaymentService payments(session(), door());
        QCOMPARE(payments.ofOrder(m_coat.id)->at(0).receiptNumber, payments.ofOrder(m_suit.id)->at(0).receiptNumber);
        // The next ticket begins another bag, without a hand on the mouse.
        QTRY_COMPARE(focusName(), QStringLiteral("Order number, ticket or name"));
        const auto other = m_shop->book({}, {m_shop->piece(QStringLiteral("Skirt"), 1)});
        scan(other.number);
        QCOMPARE(m_page->title(), QStringLiteral("Order ") + other.number);
    }

    //! The money is for what leaves: an order of which everything stays is paid another day.
    void onlyWhatLeavesIsDue()
    {
        scan(m_suit.number);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Plus); // also ready
        QCOMPARE(pieces()->rowCount(), 4);
        QVERIFY(pieces()->setData(pieces()->index(3), Qt::Unchecked, Qt::CheckStateRole));
        QVERIFY(says(QStringLiteral("12,000")));
        test::showTicket(*m_page);
        QVERIFY(m_page->handle(ActionId::Pay));
        QTRY_VERIFY(load(m_suit).pieces[1].isCollected());
        QVERIFY(!load(m_coat).pieces[0].isCollected());
        QCOMPARE(load(m_coat).sums->balance.minor(), qint64(300'000));
    }

    void whatIsMadeReadySaysWhereItHangs()
    {
        const auto shirt = m_shop->book(m_client, {m_shop->piece(QStringLiteral("Shirt"), 1)});
        scan(shirt.number);
        button("All ready")->click();
        QTRY_COMPARE(focusName(), QStringLiteral("Where it hangs"));
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("Rail C4"));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QTRY_COMPARE(load(shirt).pieces[0].rack, QStringLiteral("Rail C4"));
        QTRY_COMPARE(pieces()->index(0).data(PieceListModel::StatusWordRole).toString(),
                     QStringLiteral("Ready, Rail C4"));
        m_page->startOver();
        scan(QStringLiteral("rail c4"));
        QCOMPARE(m_page->title(), QStringLiteral("Order ") + shirt.number);
        m_page->showOrder(m_suit.id);
        button("All ready"); // it offers the last place where something is made ready next
    }

    void aTicketIsNotNeeded_data()
    {
        QTest::addColumn<QString>("said");
        QTest::newRow("by phone") << QStringLiteral("0709 11");
        QTest::newRow("by name") << QStringLiteral("okor");
        QTest::newRow("by garment and colour") << QStringLiteral("navy skirt");
        QTest::newRow("by garment and day") << QStringLiteral("skirt, november");
    }
    void aTicketIsNotNeeded()
    {
        QFETCH(QString, said);
        orders::PieceDraft skirt = m_shop->piece(QStringLiteral("Skirt"), 0);
        skirt.colour = QStringLiteral("navy");
        const auto order =
            m_shop->book(m_shop->addClient(QStringLiteral("Okoro"), QStringLiteral("0709 1122 334")), {skirt});
        QVERIFY(changes::await(service().complete(order.id)));
        scan(said);
        QCOMPARE(m_page->title(), QStringLiteral("Order ") + order.number);
        auto *seen = m_page->findChild<QComboBox *>();
        QVERIFY(seen->isVisible());
        seen->setCurrentIndex(2);
        QTest::keyClicks(field(QStringLiteral("Who collects")), QStringLiteral("her driver"));
        QVERIFY(m_page->handle(ActionId::Pay));
        QTRY_VERIFY(load(order).pieces[0].isCollected());
        QCOMPARE(load(order).pieces[0].collectedByName, QStringLiteral("her driver"));
        auto query = session()
                         .reader()
                         .query("SELECT release ->> 'identity', release ->> 'ticket_seen' FROM order_items"
                                " WHERE release IS NOT NULL")
                         .value();
        QVERIFY(query->step().value());
        QCOMPARE(query->text(0), QStringLiteral("ID card seen"));
        QVERIFY(!query->boolean(1));
    }

    void aTagChoosesItsPiece()
    {
        scan(m_suit.number + QStringLiteral("P2"));
        QCOMPARE(list()->currentIndex().row(), 1);
        QTest::keyClicks(field(QStringLiteral("Taken by")), QStringLiteral("Musa"));
        test::showTicket(*m_page);
        QVERIFY(m_page->handle(ActionId::Pay));
        QTRY_VERIFY(load(m_suit).pieces[1].isCollected());
        QCOMPARE(load(m_suit).pieces[1].collectedByName, QStringLiteral("Musa"));
        QVERIFY(!load(m_suit).pieces[0].isCollected()); // its tag was not read
    }

    //! Tag, rail, tag, rail: no hand on the keys.
    void aPieceMovesByTwoScans()
    {
        orders::RackService racks(session(), door());
        QVERIFY(changes::await(racks.hang({load(m_coat).pieces[0].id}, QStringLiteral("Rail B2"))));
        scan(m_suit.number + QStringLiteral("P1"));
        scan(QStringLiteral("rail b2"));
        QTRY_COMPARE(load(m_suit).pieces[0].rack, QStringLiteral("Rail B2"));
        QCOMPARE(m_page->title(), QStringLiteral("Order ") + m_suit.number);
        scan(QStringLiteral("rail b2")); // without a tag it is looked for
        QCOMPARE(m_page->title(), QStringLiteral("Pick up"));
        QVERIFY(m_page->stepBack());
        QCOMPARE(m_page->title(), QStringLiteral("Order ") + m_suit.number);
    }

    void whatDoesNotFitComesAgain()
    {
        scan(m_suit.number + QStringLiteral("-2"));
        button("Fitting again")->click();
        QTRY_COMPARE(focusName(), QStringLiteral("Next fitting"));
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("+2"));
        QVERIFY(m_page->handle(ActionId::Pay)); // F9 is the form's
        QVERIFY(says(QStringLiteral("needs its hour too")));
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral(" 15:00"));
        QVERIFY(m_page->handle(ActionId::Pay));
        QTRY_COMPARE(load(m_suit).pieces[1].stage, orders::Stage::Fitting);
        const Date day = m_shop->desk->today().plusDays(2);
        QCOMPARE(calendar::CalendarService(session()).fittings(day)->size(), size_t(1));
        QTRY_VERIFY(pieces()->ticked().empty()); // the other one was not read
    }

    //! One tag after the other goes into the bag; a ticket takes all of it.
    void eachTagTicksItsPiece()
    {
        scan(m_suit.number + QStringLiteral("P2"));
        QCOMPARE(pieces()->ticked().size(), size_t(1));
        focusFind();
        scan(m_suit.number + QStringLiteral("P1"));
        QCOMPARE(pieces()->ticked().size(), size_t(2));
    }

    void whatIsChangedIsPaidWithTheRest()
    {
        scan(m_suit.number + QStringLiteral("-2"));
        button("Paid change")->click();
        QTRY_COMPARE(focusName(), QStringLiteral("What is changed"));
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("Lining"));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("1500"));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QTRY_COMPARE(load(m_suit).pieces.size(), size_t(3));
        QCOMPARE(load(m_suit).sums->balance.minor(), qint64(1'350'000));
        QTRY_VERIFY(pieces()->ticked().empty()); // the jacket waits for its change
        QVERIFY(m_page->stepBack());             // and the form is gone: this leaves the bag
        QCOMPARE(m_page->title(), QStringLiteral("Pick up"));
    }

    void aSlipIsPutRight()
    {
        scan(m_suit.number + QStringLiteral("-2"));
        button("Free redo")->click();
        QTRY_COMPARE(focusName(), QStringLiteral("What is put right"));
        scan(QStringLiteral("Shorten sleeve"));
        scan(QString()); // not without what was wrong
        QVERIFY(says(QStringLiteral("Say what was wrong")));
        scan(QStringLiteral("cut too long"));
        QTRY_COMPARE(load(m_suit).pieces.size(), size_t(3));
        QCOMPARE(load(m_suit).pieces[2].facts.kind, orders::PieceKind::Redo);
        QTRY_VERIFY(pieces()->ticked().empty());
        QTRY_COMPARE(pieces()->index(1).data(PieceListModel::StatusWordRole).toString(),
                     QStringLiteral("In work again"));
    }

    void aQuestionWaitsForItsAnswer()
    {
        scan(m_suit.number + QStringLiteral("-1"));
        button("Ask…")->click();
        QTRY_VERIFY(says(QStringLiteral("What is asked")));
        scan(QStringLiteral("Cuffs?"));
        QTRY_COMPARE(pieces()->index(0).data(PieceListModel::StatusWordRole).toString(), QStringLiteral("Waits"));
        QCOMPARE(service().today(5)->waiting.count, 1);
        QTRY_VERIFY(button("Answer…")->isVisible());
        button("Answer…")->click();
        QTRY_VERIFY(says(QStringLiteral("Cuffs?")));
        scan(QStringLiteral("yes"));
        QTRY_COMPARE(service().today(5)->waiting.count, 0);
        QCOMPARE(load(m_suit).pieces[0].hold->answer, QStringLiteral("yes"));
    }

    void aCourierIsPaidWithTheRest()
    {
        scan(m_coat.number + QStringLiteral("P1"));
        button("Deliver…")->click();
        QTRY_COMPARE(focusName(), QStringLiteral("Brought to"));
        scan(QStringLiteral("4 Broad Street"));
        scan(QStringLiteral("GIG"));
        scan(QStringLiteral("1500"));
        QTRY_VERIFY(says(QStringLiteral("4,500")));
        QVERIFY(button("By GIG")->isVisible());
        QVERIFY(m_page->handle(ActionId::Pay));
        QTRY_VERIFY(load(m_coat).pieces[0].isCollected());
        QCOMPARE(load(m_coat).pieces.size(), size_t(2));
        QCOMPARE(load(m_coat).sums->balance.minor(), qint64(0));
        QTRY_COMPARE(focusName(), QStringLiteral("Order number, ticket or name"));
    }

    void nothingIsCutOffInALowWindow()
    {
        scan(m_suit.number + QStringLiteral("-2"));
        for (const int percent : {100, 130}) {
            Theme::instance().setTextSizePercent(percent);
            m_page->resize(968, 484);
            QTest::qWait(50);
            QStringList squeezed = test::squeezed(*m_page);
            squeezed.removeIf(
                [](const QString &each) { return each.startsWith(QLatin1String("QLineEditIconButton")); });
            QVERIFY2(squeezed.isEmpty(), qPrintable(squeezed.join(u'\n')));
            QCOMPARE(test::nameless(*m_page), QStringList());
        }
        Theme::instance().setTextSizePercent(100);
    }

    void canBeLookedAt()
    {
        scan(m_suit.number + QStringLiteral("-2"));
        focusFind();
        scan(m_coat.number);
        if (!test::takePictures(*m_page, QStringLiteral("bag")))
            QSKIP("Nobody asked to see it (THIMBLELY_SHOW_PAGES)");
        button("Free redo")->click();
        test::takePictures(*m_page, QStringLiteral("redo"));
    }

private:
    access::Session &session() { return *m_shop->shop.session; }
    changes::WriteDoor &door() { return *m_shop->shop.door; }
    orders::OrderService service() { return {session(), door()}; }
    orders::OrderDetail load(const orders::Booked &order) { return service().load(order.id).value(); }
    PieceListModel *pieces() const { return m_page->findChild<PieceListModel *>(); }
    QListView *list() const
    {
        const auto lists = m_page->findChildren<QListView *>();
        const auto found =
            std::ranges::find_if(lists, [this](const QListView *each) { return each->model() == pieces(); });
        return *found;
    }
    static QString focusName() { return test::focusedName(); }
    void focusFind() { field(QStringLiteral("Order number, ticket or name"))->setFocus(); }
    void scan(const QString &typed)
    {
        QTest::keyClicks(QApplication::focusWidget(), typed);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    }
    QLineEdit *field(const QString &name) const { return test::fieldOn(*m_page, name); }
    bool says(const QString &words) const { return test::isSaidOn(*m_page, words); }
    QAbstractButton *button(const char *text) const { return test::buttonOn(*m_page, text); }

    std::unique_ptr<test::CounterShop> m_shop;
    std::unique_ptr<QTemporaryDir> m_papers;
    std::unique_ptr<PickUpPage> m_page;
    ClientId m_client{IdBytes{}};
    orders::Booked m_suit{OrderId(IdBytes{}), {}};
    orders::Booked m_coat{OrderId(IdBytes{}), {}};
};

QTEST_MAIN(TestBagPage)
#include "tst_bag_page.moc"
