// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/clients/client_service.h"
#include "core/finance/till_service.h"
#include "core/orders/order_service.h"
#include "tests/support/page_hands.h"
#include "tests/ui/shell/open_program.h"
#include "ui/clients/clients_page.h"
#include "ui/finance/money_page.h"
#include "ui/finance/open_till_form.h"
#include "ui/orders/counter_page.h"
#include "ui/orders/open_orders_model.h"
#include "ui/orders/order_editor.h"
#include "ui/orders/pay_pane.h"
#include "ui/orders/pick_up_page.h"
#include "ui/today/count_link.h"
#include "ui/today/today_page.h"
#include "ui/today/today_till_card.h"

#include <QApplication>
#include <QMenu>

using namespace thimblely;
using namespace thimblely::ui;

//! An order's way over Today, in the program's real window, by its keys.
class TestTodayStory : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_shop = std::make_unique<test::OpenProgram>();
        QVERIFY(m_shop->makeShop());
    }
    void cleanup() { m_shop.reset(); }

    void fromLateToCollected();
    void theTillIsOpenedWithTwoKeys();
    void whoTakesNoMoneySeesNoTill();
    void itIsTheFirstScreenUnlessAnOrderIsHalfDone();
    void theFilterIsLeftAgain();

private:
    TodayPage *today() const { return m_shop->window().findChild<TodayPage *>(); }
    template <typename PageType>
    bool isShown() const
    {
        return qobject_cast<PageType *>(m_shop->window().currentPage()) != nullptr;
    }
    int number(const char *title) const
    {
        const auto counts = today()->findChildren<CountLink *>();
        for (const CountLink *count : counts) {
            if (count->text() == QString::fromUtf8(title))
                return count->accessibleName().section(QStringLiteral(", "), -1).toInt();
        }
        return -1;
    }
    //! Opens the list that a number counts, by Tab and Space, and says how many rows it has; comes back.
    int listed(const char *title)
    {
        if (!m_shop->tabTo(QStringLiteral("%1, %2").arg(QString::fromUtf8(title)).arg(number(title))))
            return -1;
        m_shop->press(Qt::Key_Space);
        if (!isShown<PickUpPage>())
            return -1;
        const int rows = m_shop->child<OpenOrdersModel>()->rowCount();
        m_shop->press(Qt::Key_Escape);
        return isShown<TodayPage>() ? rows : -1;
    }
    OrderId book(const char *promised)
    {
        ClientDraft client;
        client.name = QStringLiteral("A. Bello");
        orders::OrderDraft draft;
        draft.client =
            changes::await(ClientService(m_shop->desk().session(), m_shop->desk().door()).add(client)).value();
        draft.pieces.emplace_back().name = QStringLiteral("Trousers");
        draft.pieces.back().unitPrice = Money(4'500'00, m_shop->desk().profile().currency);
        draft.promisedDate = Date::parse(QString::fromLatin1(promised)).value();
        return changes::await(orders().book(draft)).value().id;
    }
    orders::OrderService orders() const { return {m_shop->desk().session(), m_shop->desk().door()}; }

    std::unique_ptr<test::OpenProgram> m_shop;
};

void TestTodayStory::fromLateToCollected()
{
    QVERIFY(m_shop->startAndSignIn());
    QVERIFY(isShown<TodayPage>());
    QVERIFY(m_shop->program->windowTitle().startsWith(QLatin1String("Today")));
    const OrderId order = book("2026-11-26");
    book("2026-11-27");
    m_shop->clock.advanceDays(2); // to Friday 27 November
    m_shop->press(Qt::Key_1, Qt::ControlModifier);
    QCOMPARE(number("Late"), 1);
    QCOMPARE(number("Today"), 1);
    QCOMPARE(number("Ready, uncollected"), 0);
    QCOMPARE(listed("Late"), 1);
    QCOMPARE(listed("Today"), 1);

    // Enter on its line offers the ways to reach them, the client's card last.
    QVERIFY(m_shop->tabTo(QStringLiteral("Late and due today")));
    m_shop->press(Qt::Key_Home);
    m_shop->press(Qt::Key_Return);
    QTRY_VERIFY(qobject_cast<QMenu *>(QApplication::activePopupWidget()));
    QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_O);
    QTRY_VERIFY(isShown<ClientsPage>());
    QTRY_VERIFY(!QApplication::activePopupWidget());
    m_shop->program->activateWindow(); // this platform does not after a menu
    QVERIFY(QTest::qWaitForWindowActive(m_shop->program.get()));
    m_shop->press(Qt::Key_1, Qt::ControlModifier);

    // Its number opens the list, and the list the order; there it is made ready.
    QVERIFY(m_shop->tabTo(QStringLiteral("Late, 1")));
    m_shop->press(Qt::Key_Space);
    m_shop->press(Qt::Key_Return);
    QVERIFY2(m_shop->program->windowTitle().startsWith(QLatin1String("Order ")),
             qPrintable(m_shop->program->windowTitle()));
    QVERIFY(m_shop->tabTo(QStringLiteral("All pieces are ready")));
    m_shop->press(Qt::Key_Space);
    QTRY_COMPARE(orders().load(order)->status, orders::OrderStatus::Completed);
    QTRY_VERIFY(!m_shop->child<PayPane>()->isBusy()); // the window hears of it a moment after the file has it
    m_shop->press(Qt::Key_1, Qt::ControlModifier);
    QTRY_COMPARE(number("Late"), 0);
    QCOMPARE(number("Ready, uncollected"), 1);
    QCOMPARE(listed("Ready, uncollected"), 1);

    m_shop->press(Qt::Key_F6);
    m_shop->type(orders().load(order)->number);
    m_shop->press(Qt::Key_Return);
    QVERIFY(m_shop->tabTo(QStringLiteral("Given")));
    m_shop->press(Qt::Key_A, Qt::ControlModifier);
    m_shop->type("4500");
    test::showTicket(m_shop->window());
    m_shop->press(Qt::Key_F9);
    QTRY_VERIFY(orders().load(order)->pieces[0].isCollected());
    m_shop->press(Qt::Key_1, Qt::ControlModifier);
    QCOMPARE(number("Ready, uncollected"), 0);
    QCOMPARE(number("Late"), 0);
    QCOMPARE(number("Today"), 1);
}

void TestTodayStory::theTillIsOpenedWithTwoKeys()
{
    QVERIFY(m_shop->startAndSignIn());
    finance::TillService till(m_shop->desk().session(), m_shop->desk().door());
    QCOMPARE(till.state()->phase, finance::TillPhase::Closed);
    m_shop->press(Qt::Key_Return);
    QVERIFY(isShown<MoneyPage>());
    m_shop->press(Qt::Key_Return);
    QTRY_COMPARE(till.state()->phase, finance::TillPhase::Open);
    QTRY_VERIFY(!m_shop->child<OpenTillForm>()->isVisible());
    m_shop->press(Qt::Key_Escape);
    QVERIFY(isShown<TodayPage>());
    QVERIFY(!m_shop->child<TodayTillCard>()->isClosed());
}

void TestTodayStory::whoTakesNoMoneySeesNoTill()
{
    {
        const auto session = access::Session::open(m_shop->path(), *m_shop->owner).value();
        const auto door = changes::WriteDoor::open(*session, m_shop->clock).value();
        const NewPerson person{QStringLiteral("Tunde Ade"), access::Role::Member, access::Job::Finisher,
                               QStringLiteral("0852")};
        QVERIFY(changes::await(TeamService(*session, *door).add(person)));
    }
    m_shop->start();
    QVERIFY(m_shop->waitForFaces());
    const auto faces = m_shop->program->findChildren<FaceButton *>();
    for (FaceButton *face : faces) {
        if (face->face().name == QStringLiteral("Tunde Ade"))
            face->click();
    }
    QVERIFY(m_shop->signIn("0852"));
    QVERIFY(isShown<TodayPage>());
    QVERIFY(!m_shop->child<TodayTillCard>());
    QVERIFY(!m_shop->says(QStringLiteral("Taken today")));
    QCOMPARE(number("Late"), 0);
}

void TestTodayStory::itIsTheFirstScreenUnlessAnOrderIsHalfDone()
{
    QVERIFY(m_shop->startAndSignIn());
    QVERIFY(isShown<TodayPage>());
    m_shop->press(Qt::Key_F2);
    QVERIFY(isShown<CounterPage>());
    m_shop->type("Fatou");
    m_shop->close();
    QVERIFY(m_shop->startAndSignIn());
    QVERIFY(isShown<CounterPage>());
    QCOMPARE(m_shop->child<OrderEditor>()->whoText(), QStringLiteral("Fatou"));
}

void TestTodayStory::theFilterIsLeftAgain()
{
    QVERIFY(m_shop->startAndSignIn());
    book("2026-11-25");
    book("2026-12-05");
    const auto rows = [this] { return m_shop->child<OpenOrdersModel>()->rowCount(); };
    const auto filter = [this] {
        const bool found = m_shop->tabTo(QStringLiteral("Today, 1"));
        m_shop->press(Qt::Key_Space);
        return found && isShown<PickUpPage>();
    };
    QTRY_COMPARE(number("Today"), 1);
    QVERIFY(filter());
    QCOMPARE(rows(), 1);
    QVERIFY(m_shop->tabTo(QStringLiteral("Due today: back to all open orders")));
    m_shop->press(Qt::Key_Space);
    QCOMPARE(rows(), 2);
    m_shop->press(Qt::Key_Escape);
    QVERIFY(isShown<TodayPage>());
    QVERIFY(filter());
    m_shop->press(Qt::Key_F6); // begins anew
    QCOMPARE(rows(), 2);
    m_shop->press(Qt::Key_1, Qt::ControlModifier);
    QVERIFY(filter());
    QVERIFY(m_shop->tabTo(QStringLiteral("Order number, ticket or name")));
    m_shop->type("Bello"); // looked for among all
    QCOMPARE(rows(), 2);
}

QTEST_MAIN(TestTodayStory)
#include "tst_today_story.moc"
