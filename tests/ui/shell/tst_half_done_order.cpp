// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/clients/client_service.h"
#include "core/orders/order_service.h"
#include "tests/ui/shell/open_program.h"
#include "ui/clients/client_card.h"
#include "ui/orders/counter_page.h"
#include "ui/orders/order_editor.h"

#include <QAbstractButton>
#include <QLineEdit>

using namespace thimblely;
using namespace thimblely::ui;

//! An order in the middle of being taken, by keyboard in the real window: whose it is, and that nothing typed is lost.
class TestHalfDoneOrder : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void anotherClientsIsParkedBeforeTheNext();
    void whatCannotBeParkedStaysWithItsClient();
    void whatIsAddedToABookedOrderStaysToo();
    void piecesOfNobodyBecomeTheClientsOfTheCard();
    void startingOverLeavesNothingOfTheDay_data();
    void startingOverLeavesNothingOfTheDay();
    void aNameHalfTypedOutlivesTheSwitchOfThePerson();

private:
    ClientService clients() { return {m_shop->desk().session(), m_shop->desk().door()}; }
    orders::OrderService orders() { return {m_shop->desk().session(), m_shop->desk().door()}; }
    ClientId add(const char *name, const char *phone);
    void startFromTheCard(const char *name);
    OrderEditor &order() { return *m_shop->child<OrderEditor>(); }
    void type(const char *text) { m_shop->type(text); }
    void press(int key) { m_shop->press(key); }
    void returns(int count)
    {
        for (int i = 0; i < count; ++i)
            press(Qt::Key_Return);
    }

    std::unique_ptr<test::OpenProgram> m_shop;
};

void TestHalfDoneOrder::init()
{
    m_shop = std::make_unique<test::OpenProgram>();
    QVERIFY(m_shop->makeShop());
    QVERIFY(m_shop->startAndSignIn());
    m_shop->program->resize(1366, 768);
    press(Qt::Key_F2);
    QTRY_COMPARE(m_shop->focusName(), QStringLiteral("Who the order is for"));
}

void TestHalfDoneOrder::cleanup()
{
    m_shop.reset();
}

ClientId TestHalfDoneOrder::add(const char *name, const char *phone)
{
    ClientDraft draft;
    draft.name = QString::fromUtf8(name);
    draft.phones.push_back({QString::fromUtf8(phone)});
    return changes::await(clients().add(draft)).value();
}

void TestHalfDoneOrder::startFromTheCard(const char *name)
{
    m_shop->press(Qt::Key_K, Qt::ControlModifier);
    m_shop->type(name);
    m_shop->press(Qt::Key_Return);
    QTRY_VERIFY(m_shop->child<ClientCard>() && m_shop->child<ClientCard>()->isVisible());
    m_shop->press(Qt::Key_F2);
}

void TestHalfDoneOrder::anotherClientsIsParkedBeforeTheNext()
{
    const ClientId zainab = add("Zainab Musa", "0803 555 4471");
    const ClientId femi = add("Femi Danjuma", "0709 222 3333");
    type("4471");
    returns(1);
    type("2"); // jacket
    returns(2);
    type("9000");
    QCOMPARE(order().totals()->total.minor(), 900'000);
    startFromTheCard("Femi");
    QTRY_COMPARE(order().draft().client, std::optional(femi));
    QVERIFY(order().draft().pieces.empty());
    QVERIFY(m_shop->waitSays(QStringLiteral("Order parked")));
    const auto parked = orders().parkedOrders().value();
    QCOMPARE(parked.rows.size(), size_t(1));
    QCOMPARE(parked.rows[0].who, QStringLiteral("Zainab Musa"));
    QCOMPARE(orders().resume(parked.rows[0].id)->client, std::optional(zainab));
    QCOMPARE(orders().resume(parked.rows[0].id)->pieces.size(), size_t(1));
    type("2"); // the keyboard is on the tiles, and the piece is Femi's
    QCOMPARE(order().draft().pieces.size(), size_t(1));
    startFromTheCard("Femi"); // his own order once more: it stays
    QTRY_VERIFY(m_shop->child<CounterPage>()->isVisible());
    QCOMPARE(order().draft().pieces.size(), size_t(1));
    QCOMPARE(orders().parkedOrders()->rows.size(), size_t(1));
}

void TestHalfDoneOrder::whatCannotBeParkedStaysWithItsClient()
{
    const ClientId zainab = add("Zainab Musa", "0803 555 4471");
    add("Femi Danjuma", "0709 222 3333");
    type("4471");
    returns(1);
    type("2");
    returns(2);
    type("-9000"); // no price
    startFromTheCard("Femi");
    QTRY_VERIFY(m_shop->child<CounterPage>()->isVisible());
    QCOMPARE(m_shop->focusName(), QStringLiteral("Price of piece 1"));
    QVERIFY(m_shop->says(QStringLiteral("▲")));
    QCOMPARE(order().draft().client, std::optional(zainab));
    QCOMPARE(order().draft().pieces.size(), size_t(1));
    QVERIFY(orders().parkedOrders()->rows.empty());
}

void TestHalfDoneOrder::whatIsAddedToABookedOrderStaysToo()
{
    orders::OrderDraft draft;
    draft.client = add("Zainab Musa", "0803 555 4471");
    orders::PieceDraft jacket;
    jacket.garmentType = QStringLiteral("jacket");
    jacket.name = QStringLiteral("Jacket");
    draft.pieces = {jacket};
    const auto booked = changes::await(orders().book(draft)).value();
    add("Femi Danjuma", "0709 222 3333");
    Q_EMIT m_shop->desk().navigation().addToOrderRequested(booked.id);
    type("1"); // and trousers
    startFromTheCard("Femi");
    QTRY_VERIFY(m_shop->child<CounterPage>()->isVisible());
    QVERIFY(m_shop->says(QStringLiteral("is not parked: add it (F9) or start over")));
    QVERIFY(order().addedTo().has_value());
    QCOMPARE(order().draft().pieces.size(), size_t(2));
    QCOMPARE(order().clientName(), QStringLiteral("Zainab Musa"));
}

void TestHalfDoneOrder::piecesOfNobodyBecomeTheClientsOfTheCard()
{
    const ClientId femi = add("Femi Danjuma", "0709 222 3333");
    order().addPiece(QStringLiteral("jacket"), QStringLiteral("Jacket"));
    startFromTheCard("Femi");
    QTRY_COMPARE(order().draft().client, std::optional(femi));
    QCOMPARE(order().draft().pieces.size(), size_t(1));
    QVERIFY(orders().parkedOrders()->rows.empty());
}

void TestHalfDoneOrder::startingOverLeavesNothingOfTheDay_data()
{
    QTest::addColumn<bool>("byMouse");
    QTest::newRow("keyboard") << false;
    QTest::newRow("mouse, the keyboard in the day") << true;
}

void TestHalfDoneOrder::startingOverLeavesNothingOfTheDay()
{
    QFETCH(bool, byMouse);
    add("Zainab Musa", "0803 555 4471");
    type("4471");
    returns(1);
    type("2");
    returns(2);
    type("9000");
    returns(2);
    QCOMPARE(m_shop->focusName(), QStringLiteral("When it is promised"));
    auto *when = qobject_cast<QLineEdit *>(m_shop->focus());
    type("31 feb");
    press(Qt::Key_F9);
    QVERIFY(m_shop->says(QStringLiteral("“31 feb” is no day")));
    if (byMouse) {
        const auto buttons = m_shop->program->findChildren<QAbstractButton *>();
        const auto over = std::ranges::find_if(buttons, [](const QAbstractButton *each) {
            return each->isVisible() && each->text() == QStringLiteral("Start over");
        });
        QVERIFY(over != buttons.end());
        QTest::mouseClick(*over, Qt::LeftButton);
    } else {
        QVERIFY(m_shop->tabTo(QStringLiteral("Start over")));
        press(Qt::Key_Space);
    }
    QVERIFY(order().isEmpty());
    QCOMPARE(when->text(), QString());
    QVERIFY(!m_shop->says(QStringLiteral("is no day")));
    QCOMPARE(m_shop->focusName(), QStringLiteral("Who the order is for"));
}

void TestHalfDoneOrder::aNameHalfTypedOutlivesTheSwitchOfThePerson()
{
    type("0701 222 33 44");
    returns(1);
    type("Tunde A");
    m_shop->press(Qt::Key_L, Qt::ControlModifier);
    QVERIFY(m_shop->signIn());
    QTRY_COMPARE(m_shop->focusName(), QStringLiteral("Name of the new client"));
    QCOMPARE(qobject_cast<QLineEdit *>(m_shop->focus())->text(), QStringLiteral("Tunde A"));
    press(Qt::Key_End);
    type("de");
    returns(1);
    QTRY_VERIFY(order().draft().client.has_value());
    const auto fields = clients().load(*order().draft().client)->fields;
    QCOMPARE(fields.name, QStringLiteral("Tunde Ade"));
    QCOMPARE(fields.phones.front().number, QStringLiteral("0701 222 33 44"));
}

QTEST_MAIN(TestHalfDoneOrder)
#include "tst_half_done_order.moc"
