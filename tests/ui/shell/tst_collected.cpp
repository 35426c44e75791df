// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/clients/client_service.h"
#include "core/finance/payment_service.h"
#include "core/finance/till_service.h"
#include "core/invoices/invoice_service.h"
#include "core/orders/order_service.h"
#include "core/storage/verify.h"
#include "tests/support/page_hands.h"
#include "tests/ui/shell/scanner.h"
#include "ui/finance/money_page.h"
#include "ui/finance/take_back_form.h"
#include "ui/orders/pick_up_page.h"
#include "ui/today/today_model.h"
#include "ui/today/today_page.h"
#include "ui/widgets/list_view.h"
#include "ui/widgets/nav.h"

#include <QComboBox>

using namespace thimblely;
using namespace thimblely::ui;

// A step that failed ends the day, and its line is the one reported.
#define STEP(call)                                                                                                     \
    do {                                                                                                               \
        call;                                                                                                          \
        if (QTest::currentTestFailed())                                                                                \
            return;                                                                                                    \
    } while (false)

//! Two pieces of three are collected and one of them is refunded, by keys in the real window: the page of the day, Money,
//! Today, the client's list, card and statement say the same.
class TestCollected : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_shop = std::make_unique<test::OpenProgram>();
        QVERIFY(m_shop->makeShop());
        QVERIFY(m_shop->startAndSignIn());
        m_shop->program->resize(1366, 768);
        m_scanner = std::make_unique<test::Scanner>(*m_shop);
    }
    void cleanup()
    {
        m_scanner.reset();
        m_shop.reset();
    }

    void twoOfThreeAndOneRefunded()
    {
        STEP(book());
        STEP(openTill());
        STEP(collectTwo());
        STEP(everybodySays(14'000, 0, 0)); // all was paid; one piece hangs still
        STEP(refundOne());
        STEP(everybodySays(12'500, 0, 0)); // it is cheaper now: nothing is owed
        STEP(close());
    }

private:
    access::Session &session() { return m_shop->desk().session(); }
    changes::WriteDoor &door() { return m_shop->desk().door(); }
    finance::TillService till() { return {session(), door()}; }
    orders::OrderDetail order() { return orders::OrderService(session(), door()).load(*m_order).value(); }
    QString focused() const { return test::OpenProgram::readName(test::OpenProgram::focus()); }

    void book()
    {
        ClientDraft client;
        client.name = QStringLiteral("Adunni Bello");
        client.phones.push_back({QStringLiteral("0803 555 4471")});
        m_client = changes::await(ClientService(session(), door()).add(client)).value();
        orders::OrderDraft draft;
        draft.client = m_client;
        for (const auto &[name, whole] :
             {std::pair("Trousers", 4'500), std::pair("Jacket", 7'500), std::pair("Shirt", 2'000)}) {
            orders::PieceDraft &piece = draft.pieces.emplace_back();
            piece.name = QString::fromLatin1(name);
            piece.garmentType = piece.name.toLower();
            piece.unitPrice = Money(whole * 100, m_shop->desk().profile().currency);
        }
        orders::OrderService service(session(), door());
        m_order = changes::await(service.book(draft))->id;
        m_number = order().number;
        QVERIFY(changes::await(service.complete(*m_order)));
    }
    //! Tab reaches one row of the navigation, the arrows the others.
    void goTo(const char *row)
    {
        for (int i = 0; i < 80 && !qobject_cast<NavButton *>(test::OpenProgram::focus()); ++i)
            m_shop->press(Qt::Key_Tab);
        for (int i = 0; i < 6 && focused() != QLatin1String(row); ++i)
            m_shop->press(Qt::Key_Down);
        for (int i = 0; i < 6 && focused() != QLatin1String(row); ++i)
            m_shop->press(Qt::Key_Up);
        QCOMPARE(focused(), QString::fromLatin1(row));
        m_shop->press(Qt::Key_Space);
    }
    void openTill()
    {
        STEP(goTo("Money"));
        QTRY_COMPARE(focused(), QStringLiteral("Open till"));
        m_shop->press(Qt::Key_Space);
        QTRY_COMPARE(focused(), QStringLiteral("In the drawer now"));
        m_shop->type("20000");
        m_shop->press(Qt::Key_Return);
        QVERIFY(m_shop->waitSays(QStringLiteral("float 20,000")));
    }
    void collectTwo()
    {
        m_scanner->scan(m_number + QStringLiteral("P1"));
        QTRY_VERIFY(m_shop->child<PickUpPage>() && m_shop->child<PickUpPage>()->title().contains(m_number));
        m_scanner->scan(m_number + QStringLiteral("P2"));
        QTest::qWait(50);
        test::showTicket(m_shop->window());
        m_shop->press(Qt::Key_F9);
        QTRY_VERIFY(order().pieces[0].isCollected());
        const orders::OrderDetail now = order();
        QVERIFY(now.pieces[1].isCollected());
        QVERIFY(!now.pieces[2].isCollected());
        QCOMPARE(now.sums->paid.minor(), qint64(14'000'00));
    }
    //! The trousers are 1,500 cheaper, for a crooked hem.
    void refundOne()
    {
        STEP(goTo("Money"));
        QVERIFY(m_shop->tabTo(QStringLiteral("What the till moved today")));
        m_shop->press(Qt::Key_Home);
        QVERIFY(m_shop->tabTo(QStringLiteral("Take back…")));
        m_shop->press(Qt::Key_Space);
        QTRY_COMPARE(focused(), QStringLiteral("Give back"));
        auto *piece = m_shop->child<TakeBackForm>()->findChild<QComboBox *>();
        m_shop->type("1500");                         // over the whole, which is selected
        QVERIFY(m_shop->tabTo(piece->currentText())); // a list is read by what is chosen in it
        while (piece->currentIndex() > 0)
            m_shop->press(Qt::Key_Up);
        QVERIFY2(piece->currentText().contains(QStringLiteral("Trousers")), qPrintable(piece->currentText()));
        QVERIFY(m_shop->tabTo(QStringLiteral("Why")));
        m_shop->type("crooked hem");
        m_shop->press(Qt::Key_Return);
        QTRY_COMPARE(order().sums->paid.minor(), qint64(12'500'00));
        QCOMPARE(order().sums->total.minor(), qint64(12'500'00));
    }
    void close()
    {
        STEP(goTo("Money"));
        QVERIFY(m_shop->tabTo(QStringLiteral("Count and close")));
        m_shop->press(Qt::Key_Space);
        QTRY_COMPARE(focused(), QStringLiteral("How many of 1,000"));
        m_shop->type("32");
        m_shop->press(Qt::Key_Return);
        m_shop->type("1"); // of 500
        m_shop->press(Qt::Key_F9);
        QVERIFY(m_shop->waitSays(QStringLiteral("Agrees")));
        m_shop->press(Qt::Key_Return);
        QVERIFY(m_shop->waitSays(QStringLiteral("Day page 1")));
        for (const char *said : {"Taken for orders", "12,500", "14,000", "Cash, given back", "−1,500"})
            QVERIFY2(m_shop->waitSays(QString::fromUtf8(said)), said);
        const auto pages = till().dayPages().value();
        QCOMPARE(pages.size(), size_t(1));
        QCOMPARE(pages[0].sums.turnover.minor(), qint64(12'500'00));
        QCOMPARE(pages[0].perpetual.minor(), qint64(12'500'00));
        STEP(clientSays(0, 0));
        const QString file = m_shop->path();
        m_shop->close();
        QVERIFY(storage::verifyFile(file, false)->problems.empty());
    }

    //! Today, Money, the sums of the till, and all that speaks of the client.
    void everybodySays(qint64 taken, qint64 owed, qint64 waiting)
    {
        QCOMPARE(till().sums()->turnover.minor(), taken * 100);
        QCOMPARE(till().sums()->expectedCash.minor(), (20'000 + taken) * 100);
        const QString figure = m_shop->desk().locale().toString(taken);
        STEP(goTo("Money"));
        QVERIFY2(m_shop->waitSays(u'₦' + figure), qPrintable(figure));
        QVERIFY(m_shop->waitSays(m_shop->desk().locale().toString(20'000 + taken)));
        STEP(goTo("Today"));
        QVERIFY2(m_shop->waitSays(u'₦' + figure), qPrintable(figure));
        STEP(clientSays(owed, waiting));
    }
    void clientSays(qint64 owed, qint64 waiting)
    {
        ClientService clients(session(), door());
        const Client card = clients.load(m_client).value();
        QCOMPARE(card.balance->minor(), owed * 100);
        QCOMPARE(card.waiting->minor(), waiting * 100);
        QCOMPARE(clients.summaries({m_client})->at(0).balance->minor(), owed * 100);
        const auto statement = invoices::InvoiceService(session(), door()).statement(m_client).value();
        QCOMPARE(statement.owed.minor(), owed * 100);
        const auto rows = orders::OrderService(session(), door()).ofClient(m_client)->rows;
        QCOMPARE(rows.at(0).due->minor(), owed * 100);
        QCOMPARE(order().sums->balance.minor(), owed * 100);
    }

    std::unique_ptr<test::OpenProgram> m_shop;
    std::unique_ptr<test::Scanner> m_scanner;
    ClientId m_client{IdBytes{}};
    std::optional<OrderId> m_order;
    QString m_number;
};

QTEST_MAIN(TestCollected)
#include "tst_collected.moc"
