// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/clients/client_log.h"
#include "core/clients/client_service.h"
#include "core/orders/order_service.h"
#include "tests/ui/shell/open_program.h"
#include "ui/clients/client_card.h"
#include "ui/clients/client_merge_pane.h"
#include "ui/clients/duplicate_notice.h"
#include "ui/orders/counter_page.h"
#include "ui/orders/order_editor.h"
#include "ui/shell/search_results.h"

#include <QAbstractButton>

using namespace thimblely;
using namespace thimblely::ui;

//! Clients by keyboard in the real window: how few keys they take, who is said to be there already, whose order it is.
class TestClientWays : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void aKnownClientsHemTakesSixteenKeys();
    void aNewClientsHemTakesThirtyKeys();
    void theLastOrderIsRepeatedByOneKeyAndAddedToByAnother();
    void aNumberThatLooksWrongIsAskedAboutOnce();
    void theCounterNamesWhoIsThereAlready();
    void whetherItIsTheSamePersonIsSaidBeforeSaving();
    void whoWearsItAndWhoPays();
    void theEditorNamesWhoIsThereAlreadyAndMakesOneCard();
    void aCallIsNoted();
    void aWholeNumberFindsItsOrderFirst();
    void colourAndDayFindTheOrder_data();
    void colourAndDayFindTheOrder();

private:
    bool isFor(const QString &name) const;
    ClientService clients() { return {m_shop->desk().session(), m_shop->desk().door()}; }
    orders::OrderService orders() { return {m_shop->desk().session(), m_shop->desk().door()}; }
    ClientId add(const QString &name, const QString &phone = {}, std::optional<ClientId> payer = {});
    void atTheCounter();
    OrderEditor &order() { return *m_shop->child<OrderEditor>(); }
    void type(const char *text)
    {
        m_shop->type(text);
        m_keys += int(QString::fromUtf8(text).size());
    }
    void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        m_shop->press(key, modifiers);
        ++m_keys;
    }
    void returns(int count)
    {
        for (int i = 0; i < count; ++i)
            press(Qt::Key_Return);
    }
    std::vector<orders::OrderRow> open() { return orders().openOrders().value().rows; }

    //! For the eye: the window as it stands, in the sizes and schemes that must hold (THIMBLELY_SHOW_PAGES=FOLDER).
    void look(const char *name)
    {
        const QString folder = qEnvironmentVariable("THIMBLELY_SHOW_PAGES");
        if (folder.isEmpty())
            return;
        const auto picture = [&](const char *kind, QSize size, int percent, Scheme scheme) {
            Theme::instance().setScheme(scheme);
            Theme::instance().setTextSizePercent(percent);
            m_shop->program->resize(size);
            QTest::qWait(50);
            m_shop->program->grab().save(folder + u'/' + QLatin1String(name) + QLatin1String(kind) +
                                         QStringLiteral(".png"));
        };
        picture("-1024-130", {1024, 540}, 130, Scheme::Light);
        picture("-1024", {1024, 540}, 100, Scheme::Light);
        picture("-130", {1366, 768}, 130, Scheme::Light);
        picture("-dark", {1366, 768}, 100, Scheme::Dark);
        picture("", {1366, 768}, 100, Scheme::Light);
    }

    std::unique_ptr<test::OpenProgram> m_shop;
    int m_keys = 0;
};

void TestClientWays::init()
{
    m_shop = std::make_unique<test::OpenProgram>();
    QVERIFY(m_shop->makeShop());
    QVERIFY(m_shop->startAndSignIn());
    m_shop->program->resize(1366, 768);
    m_shop->press(Qt::Key_F2);
}

void TestClientWays::cleanup()
{
    m_shop.reset();
}

ClientId TestClientWays::add(const QString &name, const QString &phone, std::optional<ClientId> payer)
{
    ClientDraft draft;
    draft.name = name;
    if (!phone.isEmpty())
        draft.phones.push_back({phone});
    draft.payer = payer;
    return changes::await(clients().add(draft)).value();
}

void TestClientWays::atTheCounter()
{
    m_shop->press(Qt::Key_F2);
    QTRY_COMPARE(m_shop->focusName(), QStringLiteral("Who the order is for"));
    m_keys = 0;
}

void TestClientWays::aKnownClientsHemTakesSixteenKeys()
{
    for (int i = 0; i < 120; ++i)
        add(QStringLiteral("Client %1").arg(i), QStringLiteral("0809 %1").arg(1000000 + 7 * i));
    const ClientId known = add(QStringLiteral("Adunni Bello"), QStringLiteral("0803 555 4471"));
    QCOMPARE(clients().load(known)->number, QStringLiteral("121")); // said aloud
    atTheCounter();
    type("121");
    returns(1);
    type("1");    // trousers
    type("1450"); // hem, 450
    returns(4);   // the task, no colour, its price, no further piece
    type("fr");
    press(Qt::Key_F9);
    QVERIFY2(m_keys <= 16, qPrintable(QString::number(m_keys)));
    QTRY_COMPARE(open().size(), size_t(1));
    QCOMPARE(open()[0].clientName, QStringLiteral("Adunni Bello"));
    QCOMPARE(open()[0].promisedDate->toIso(), QStringLiteral("2026-11-27"));
    QCOMPARE(orders().load(open()[0].id)->pieces[0].facts.tasks[0].name, QStringLiteral("Hem"));
    QCOMPARE(orders().load(open()[0].id)->sums->total.minor(), 45'000);
}

void TestClientWays::aNewClientsHemTakesThirtyKeys()
{
    atTheCounter();
    type("08035554471");
    returns(1);
    QCOMPARE(m_shop->focusName(), QStringLiteral("Name of the new client"));
    type("Bola");
    returns(1);
    QTRY_VERIFY(order().draft().client.has_value());
    type("1");
    type("1450");
    returns(4);
    type("fr"); // a letter after the last piece is the day
    press(Qt::Key_F9);
    QVERIFY2(m_keys <= 30, qPrintable(QString::number(m_keys)));
    QTRY_COMPARE(open().size(), size_t(1));
    QCOMPARE(open()[0].clientName, QStringLiteral("Bola"));
    const Client bola = clients().load(*open()[0].client).value();
    QCOMPARE(bola.fields.phones.front().e164, QStringLiteral("+2348035554471"));
}

void TestClientWays::theLastOrderIsRepeatedByOneKeyAndAddedToByAnother()
{
    add(QStringLiteral("Adunni Bello"), QStringLiteral("0803 555 4471"));
    atTheCounter();
    type("4471");
    returns(1);
    type("1");
    type("1450");
    returns(4);
    type("fr");
    press(Qt::Key_F9);
    QTRY_COMPARE(open().size(), size_t(1));
    atTheCounter();
    type("4471");
    returns(1);
    press(Qt::Key_F5);
    type("sa");
    press(Qt::Key_F9);
    QVERIFY2(m_keys <= 9, qPrintable(QString::number(m_keys)));
    QTRY_COMPARE(open().size(), size_t(2));
    const OrderId second = open()[1].id;
    QCOMPARE(orders().load(second)->sums->total.minor(), 45'000);

    QTRY_VERIFY(order().isEmpty()); // it has said so, too
    m_shop->press(Qt::Key_F6);
    QTRY_COMPARE(m_shop->focusName(), QStringLiteral("Order number, ticket or name"));
    m_shop->type(open()[1].number);
    returns(1);
    press(Qt::Key_F10);
    QVERIFY(m_shop->waitSays(QStringLiteral("Add to order %1").arg(open()[1].number)));
    type("3"); // a shirt
    returns(2);
    type("900");
    press(Qt::Key_F9);
    QTRY_COMPARE(orders().load(second)->pieces.size(), size_t(2));
    QCOMPARE(orders().load(second)->sums->total.minor(), 135'000);
    QVERIFY(m_shop->waitSays(QStringLiteral("Added to order %1").arg(open()[1].number)));
    m_shop->press(Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(orders().load(second)->pieces.size(), size_t(1));
}

void TestClientWays::aNumberThatLooksWrongIsAskedAboutOnce()
{
    atTheCounter();
    type("0803 555 447");
    returns(1);
    type("Bola");
    returns(1);
    QVERIFY(m_shop->waitSays(QStringLiteral("a digit too few or too many")));
    QVERIFY(!order().draft().client.has_value());
    returns(1);
    QTRY_VERIFY(order().draft().client.has_value());
    const Client bola = clients().load(*order().draft().client).value();
    QCOMPARE(bola.fields.phones.front().number, QStringLiteral("0803 555 447"));
    QVERIFY(bola.fields.phones.front().e164.isEmpty());
}

void TestClientWays::theCounterNamesWhoIsThereAlready()
{
    const ClientId known = add(QStringLiteral("Adunni Bello"), QStringLiteral("0803 555 4471"));
    atTheCounter();
    type("Adunni Belo");
    returns(1);
    type("0701 222 4471");
    QVERIFY(m_shop->waitSays(QStringLiteral("Adunni Bello, no. 1 is written nearly so")));
    look("counter-duplicate");
    // Nothing typed is lost where the pane becomes a line and a column again.
    m_shop->program->resize(1024, 540);
    QTest::qWait(0);
    m_shop->program->resize(1366, 768);
    QTest::qWait(0);
    QCOMPARE(m_shop->focusName(), QStringLiteral("Phone of the new client"));
    QCOMPARE(qobject_cast<QLineEdit *>(m_shop->focus())->text(), QStringLiteral("0701 222 4471"));
    QVERIFY(m_shop->tabTo(QStringLiteral("Open that one")));
    press(Qt::Key_Space);
    QTRY_COMPARE(order().draft().client, std::optional(known));
    QCOMPARE(clients().count(ClientFilter::All).value(), 1);
}

void TestClientWays::whetherItIsTheSamePersonIsSaidBeforeSaving()
{
    add(QStringLiteral("Adunni Bello"), QStringLiteral("0803 555 4471"));
    atTheCounter();
    type("Adunni Belo");
    returns(1);
    type("0701 222 4471");
    returns(1); // faster than the notice
    QCOMPARE(m_shop->readName(m_shop->focus()), QStringLiteral("Open that one"));
    QCOMPARE(clients().count(ClientFilter::All).value(), 1);
    QVERIFY(m_shop->tabTo(QStringLiteral("Another person")));
    press(Qt::Key_Space);
    QCOMPARE(m_shop->focusName(), QStringLiteral("Phone of the new client"));
    returns(1);
    QTRY_COMPARE(clients().count(ClientFilter::All).value(), 2); // and asked once only
}

//! Whether a row of the counter says whom its piece is for, and lets it be another.
bool TestClientWays::isFor(const QString &name) const
{
    const auto buttons = m_shop->program->findChildren<QAbstractButton *>();
    return std::ranges::any_of(buttons, [&](const QAbstractButton *button) {
        return button->isVisible() && button->text() == QStringLiteral("for ") + name;
    });
}

void TestClientWays::whoWearsItAndWhoPays()
{
    const ClientId mother = add(QStringLiteral("Adunni Bello"), QStringLiteral("0803 555 4471"));
    const ClientId son = add(QStringLiteral("Ayo Bello"), {}, mother);
    atTheCounter();
    type("Ayo");
    returns(1);
    QCOMPARE(order().draft().client, std::optional(mother));
    QVERIFY(m_shop->says(QStringLiteral("Adunni Bello pays")));
    type("3");
    type("1450");
    returns(1);
    QVERIFY(isFor(QStringLiteral("Ayo Bello")));
    look("counter-family");
    // Somebody new of the family, without another screen.
    QVERIFY(m_shop->tabTo(QStringLiteral("Somebody new whom this client pays for")));
    press(Qt::Key_Space);
    type("Bisi");
    returns(1);
    QTRY_VERIFY(order().wearer().has_value() && order().wearer() != son);
    type("1");
    type("1300");
    returns(4);
    type("fr");
    press(Qt::Key_F9);
    QTRY_COMPARE(open().size(), size_t(1));
    const orders::OrderDetail booked = orders().load(open()[0].id).value();
    QCOMPARE(booked.client, std::optional(mother));
    QCOMPARE(booked.pieces[0].wearerName, QStringLiteral("Ayo Bello"));
    QCOMPARE(booked.pieces[1].wearerName, QStringLiteral("Bisi"));
    const Family family = clients().family(son).value();
    QCOMPARE(family.members.size(), size_t(3));
    QCOMPARE(family.balance->minor(), booked.sums->balance.minor());
    // It is on the boy's own card too.
    QCOMPARE(orders().ofClient(son)->rows.size(), size_t(1));
    QCOMPARE(orders().ofClient(mother)->rows[0].wearers.size(), 2);
}

void TestClientWays::theEditorNamesWhoIsThereAlreadyAndMakesOneCard()
{
    const ClientId known = add(QStringLiteral("Adunni Bello"), QStringLiteral("0803 555 4471"));
    const ClientId twice = add(QStringLiteral("Adunni B"), QStringLiteral("0701 222 3333"));
    m_shop->press(Qt::Key_K, Qt::ControlModifier);
    type("3333");
    returns(1);
    QTRY_VERIFY(m_shop->child<ClientCard>() && m_shop->child<ClientCard>()->isVisible());
    returns(1); // edits
    QTRY_COMPARE(m_shop->focusName(), QStringLiteral("Name"));
    QVERIFY(m_shop->tabTo(QStringLiteral("Another phone")));
    type("+234 803 555 4471");
    QVERIFY(m_shop->waitSays(QStringLiteral("Adunni Bello, no. 1 has this number already")));
    QVERIFY(m_shop->tabTo(QStringLiteral("Make one card")));
    press(Qt::Key_Space);
    QVERIFY(m_shop->waitSays(QStringLiteral("Adunni B, no. 2, stays")));
    QVERIFY(m_shop->tabTo(QStringLiteral("Keep the other one instead")));
    press(Qt::Key_Space);
    QVERIFY(m_shop->waitSays(QStringLiteral("Adunni Bello, no. 1, stays")));
    QVERIFY(m_shop->says(QStringLiteral("0701 222 3333")));
    QVERIFY(m_shop->tabTo(QStringLiteral("Make one card")));
    press(Qt::Key_Space);
    QTRY_COMPARE(clients().load(twice)->id, known);
    QTRY_COMPARE(m_shop->child<ClientCard>()->client(), std::optional(known));
    QCOMPARE(clients().load(known)->fields.phones.size(), size_t(2));
    m_shop->press(Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(clients().load(twice)->id, twice);
}

void TestClientWays::aCallIsNoted()
{
    const ClientId known = add(QStringLiteral("Adunni Bello"), QStringLiteral("0803 555 4471"));
    m_shop->press(Qt::Key_K, Qt::ControlModifier);
    type("4471");
    returns(1);
    QVERIFY(m_shop->tabTo(QStringLiteral("What was said")));
    type("rings again on Thursday");
    returns(1);
    QVERIFY(m_shop->waitSays(QStringLiteral("rings again on Thursday")));
    const LogPage log = ClientLogService(m_shop->desk().session(), m_shop->desk().door()).page(known, {}, 5).value();
    QCOMPARE(log.rows.size(), size_t(1));
    QCOMPARE(log.rows[0].kind, LogKind::Call);
    QTRY_COMPARE(m_shop->focusName(), QStringLiteral("What was said"));
}

//! "1001" is the order of that number before the client whose phone holds the digits.
void TestClientWays::aWholeNumberFindsItsOrderFirst()
{
    add(QStringLiteral("Zainab Musa"), QStringLiteral("0803 100 1447"));
    orders::OrderDraft draft;
    orders::PieceDraft piece;
    piece.name = QStringLiteral("Jacket");
    draft.pieces = {piece};
    draft.paperTicketNumber = QStringLiteral("1447");
    const auto booked = changes::await(orders().book(draft));
    QVERIFY(booked);
    SearchResults results(m_shop->desk());
    for (const QString &number : {booked->number, booked->number + QStringLiteral("-1"), QStringLiteral("1447")}) {
        QVERIFY(results.find(number));
        QVERIFY(results.rowCount() > 0);
        QCOMPARE(results.target(0), SearchResults::Target(booked->id));
        QCOMPARE(orders().search(number, m_shop->desk().locale(), 8)->front().id, booked->id);
    }
    QVERIFY(results.find(QStringLiteral("1447")));
    QVERIFY(results.rowCount() >= 2);
    QVERIFY(std::holds_alternative<ClientId>(results.target(1))); // the phone comes after
}

void TestClientWays::colourAndDayFindTheOrder_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<bool>("found");
    QTest::newRow("promise") << QStringLiteral("navy trousers friday") << true;
    QTest::newRow("intake") << QStringLiteral("trousers wednesday") << true;
    QTest::newRow("short") << QStringLiteral("navy fri") << true;
    QTest::newRow("month") << QStringLiteral("navy november") << true;
    QTest::newRow("day alone") << QStringLiteral("friday") << true;
    QTest::newRow("name and day") << QStringLiteral("bello friday") << true;
    QTest::newRow("another day") << QStringLiteral("navy trousers monday") << false;
    QTest::newRow("another month") << QStringLiteral("navy february") << false;
    QTest::newRow("another colour") << QStringLiteral("grey friday") << false;
}

void TestClientWays::colourAndDayFindTheOrder()
{
    QFETCH(QString, typed);
    QFETCH(bool, found);
    orders::OrderDraft draft;
    draft.client = add(QStringLiteral("Adunni Bello"), QStringLiteral("0803 555 4471"));
    orders::PieceDraft piece;
    piece.name = QStringLiteral("Trousers");
    piece.garmentType = QStringLiteral("trousers");
    piece.colour = QStringLiteral("navy");
    draft.pieces = {piece};
    draft.promisedDate = Date::parse(u"2026-11-27").value(); // a Friday
    const auto booked = changes::await(orders().book(draft));
    QVERIFY(booked.ok());
    SearchResults results(m_shop->desk());
    QVERIFY(results.find(typed));
    bool there = false;
    for (int row = 0; row < results.rowCount(); ++row)
        there = there || std::holds_alternative<OrderId>(results.target(row));
    QCOMPARE(there, found);
    // The same words at pick up.
    m_shop->press(Qt::Key_F6);
    QTRY_VERIFY(m_shop->focusName().contains(QStringLiteral("Find"), Qt::CaseInsensitive) ||
                qobject_cast<QLineEdit *>(m_shop->focus()));
    m_shop->type(typed);
    m_shop->press(Qt::Key_Return);
    QCOMPARE(m_shop->says(QStringLiteral("No open order is found")), !found);
}

QTEST_MAIN(TestClientWays)
#include "tst_client_ways.moc"
