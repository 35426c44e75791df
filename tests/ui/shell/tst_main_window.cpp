// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/measurements/measurement_service.h"
#include "core/orders/order_service.h"
#include "tests/ui/shell/open_program.h"
#include "ui/actions/all_keys_sheet.h"
#include "ui/clients/client_card.h"
#include "ui/clients/clients_page.h"
#include "ui/measurements/measure_list.h"
#include "ui/measurements/measuring_page.h"
#include "ui/measurements/measuring_screen.h"
#include "ui/measurements/value_field.h"
#include "ui/orders/counter_page.h"
#include "ui/orders/order_editor.h"
#include "ui/orders/pick_up_page.h"
#include "ui/shell/search_popup.h"
#include "ui/today/today_page.h"
#include "ui/widgets/nav.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QSet>

using namespace thimblely;
using namespace thimblely::ui;

//! The frame around the screens: its keys, and what has to hold of every screen in it.
class TestMainWindow : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { m_shop.reset(); }
    void keysLeadToTheScreens_data();
    void keysLeadToTheScreens();
    void theButtonsOfTheNavigationLeadBack();
    void whatHasNoRowMarksNone();
    void oneKeyIsOfUseInMeasuringToo();
    void allKeysLieOverTheWindow();
    void searchLeadsToAClient();
    void searchLeadsToAnOrder();
    void escapeLeavesTheSearch();
    void aSlashSearchesOnlyOutsideEditors();
    void escapeGoesBackAlongTheTrail();
    void saveIsOneKeyWithOneOwner();
    void lettersAreUndoneBeforeDeeds();
    void theTitleSaysWhatIsShown();
    void tabReachesEveryControl_data() { screens(); }
    void tabReachesEveryControl();

private:
    static void screens();
    void go(const QString &screen);
    template <typename PageType>
    bool isShown() const
    {
        return qobject_cast<PageType *>(m_shop->window().currentPage()) != nullptr;
    }
    QString orderNumber() const
    {
        return orders::OrderService(m_shop->desk().session(), m_shop->desk().door()).load(*m_order)->number;
    }

    std::unique_ptr<test::OpenProgram> m_shop;
    std::optional<ClientId> m_client;
    std::optional<OrderId> m_order;
};

void TestMainWindow::init()
{
    m_shop = std::make_unique<test::OpenProgram>();
    QVERIFY(m_shop->makeShop());
    const auto session = access::Session::open(m_shop->path(), *m_shop->owner).value();
    const auto door = changes::WriteDoor::open(*session, m_shop->clock).value();
    ClientDraft client;
    client.name = QStringLiteral("Oluwaseun Okonkwo-Adeyemi");
    client.phones.push_back({QStringLiteral("0803 555 4471")});
    client.fitNotes = QStringLiteral("right shoulder low; left sleeve +1.2");
    m_client = changes::await(ClientService(*session, *door).add(client)).value();
    orders::OrderDraft order;
    order.client = m_client;
    for (const auto &[code, name] : {std::pair("trousers", "Trousers"), {"jacket", "Jacket"}}) {
        orders::PieceDraft piece;
        piece.garmentType = QString::fromLatin1(code);
        piece.name = QString::fromLatin1(name);
        piece.unitPrice = Money(2'000'000, Currency::parse(u"NGN").value());
        order.pieces.push_back(piece);
    }
    m_order = changes::await(orders::OrderService(*session, *door).book(order))->id;
    QVERIFY(m_shop->startAndSignIn());
    m_shop->program->resize(1366, 768);
    m_shop->press(Qt::Key_F2); // from Today, which is first
    QVERIFY(isShown<CounterPage>());
}

void TestMainWindow::keysLeadToTheScreens_data()
{
    QTest::addColumn<int>("key");
    QTest::addColumn<bool>("control");
    QTest::addColumn<QString>("title");
    QTest::newRow("Ctrl+1") << int(Qt::Key_1) << true << QStringLiteral("Today");
    QTest::newRow("F2") << int(Qt::Key_F2) << false << QStringLiteral("Counter");
    QTest::newRow("Ctrl+N") << int(Qt::Key_N) << true << QStringLiteral("Counter");
    QTest::newRow("F6") << int(Qt::Key_F6) << false << QStringLiteral("Pick up");
    QTest::newRow("Ctrl+U") << int(Qt::Key_U) << true << QStringLiteral("Pick up");
}

void TestMainWindow::keysLeadToTheScreens()
{
    QFETCH(int, key);
    QFETCH(bool, control);
    QFETCH(QString, title);
    go(title == QLatin1String("Counter") ? QStringLiteral("pick up") : QStringLiteral("counter"));
    // Out of an editor with words in it, whose own keys some of these are: Ctrl+U empties a line, Ctrl+K its end.
    auto *editor = qobject_cast<QLineEdit *>(m_shop->focus());
    QVERIFY(editor);
    m_shop->type("Oko");
    m_shop->press(key, control ? Qt::ControlModifier : Qt::NoModifier);
    QCOMPARE(m_shop->window().currentPage()->title(), title);
    QCOMPARE(editor->text(), QStringLiteral("Oko"));
    QVERIFY(m_shop->window().currentPage()->isAncestorOf(m_shop->focus()));
}

void TestMainWindow::theButtonsOfTheNavigationLeadBack()
{
    go(QStringLiteral("measuring"));
    QVERIFY(isShown<MeasuringScreen>());
    // Tab reaches one row, the arrows the others.
    for (int i = 0; i < 60 && !qobject_cast<NavButton *>(m_shop->focus()); ++i)
        m_shop->press(Qt::Key_Tab);
    for (int i = 0; i < 4 && m_shop->readName(m_shop->focus()) != QLatin1String("Clients"); ++i)
        m_shop->press(Qt::Key_Down);
    m_shop->press(Qt::Key_Space);
    QVERIFY(isShown<ClientsPage>());
}

void TestMainWindow::whatHasNoRowMarksNone()
{
    const NavBar *nav = m_shop->child<NavBar>();
    go(QStringLiteral("measuring")); // a step of the work in another screen
    QVERIFY(nav->currentIndex() >= 0);
    m_shop->window().show(MainWindow::Screen::History);
    QCOMPARE(nav->currentIndex(), -1);
    m_shop->press(Qt::Key_1, Qt::ControlModifier);
    QCOMPARE(nav->currentIndex(), 0);
}

//! F11 is the window's: for a party at the counter, for a helper at the tape.
void TestMainWindow::oneKeyIsOfUseInMeasuringToo()
{
    go(QStringLiteral("measuring"));
    QVERIFY(isShown<MeasuringScreen>());
    const QWidget *list = m_shop->child<MeasuringPage>()->list();
    QVERIFY(list->isVisible());
    m_shop->press(Qt::Key_F11);
    QVERIFY(!list->isVisible());
    m_shop->press(Qt::Key_F11);
    QVERIFY(list->isVisible());
}

void TestMainWindow::allKeysLieOverTheWindow()
{
    const QWidget *before = m_shop->focus();
    m_shop->press(Qt::Key_F1);
    auto *sheet = m_shop->child<AllKeysSheet>();
    QVERIFY(sheet->isVisible());
    m_shop->press(Qt::Key_Escape);
    QVERIFY(!sheet->isVisible());
    QCOMPARE(m_shop->focus(), before);
    m_shop->press(Qt::Key_K, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(sheet->isVisible());
    m_shop->press(Qt::Key_F1);
    QVERIFY(!sheet->isVisible());
}

void TestMainWindow::searchLeadsToAClient()
{
    m_shop->type("Oko");
    m_shop->press(Qt::Key_K, Qt::ControlModifier);
    QCOMPARE(m_shop->focusName(), QStringLiteral("Search"));
    m_shop->type("4471");
    QVERIFY(m_shop->child<SearchPopup>()->isVisible());
    m_shop->press(Qt::Key_Down);
    QCOMPARE(m_shop->focusName(), QStringLiteral("Search results"));
    m_shop->press(Qt::Key_Return);
    QVERIFY(!m_shop->child<SearchPopup>()->isVisible());
    QVERIFY(isShown<ClientsPage>());
    QCOMPARE(m_shop->child<ClientCard>()->client(), m_client);
    QVERIFY(m_shop->window().currentPage()->isAncestorOf(m_shop->focus()));
}

void TestMainWindow::searchLeadsToAnOrder()
{
    m_shop->press(Qt::Key_K, Qt::ControlModifier);
    m_shop->type(orderNumber());
    auto *results = m_shop->child<SearchPopup>()->findChild<QAbstractItemView *>();
    m_shop->press(Qt::Key_Down);
    for (int i = 0; i < 10 && !results->currentIndex().data().toString().startsWith(orderNumber() + u' '); ++i)
        m_shop->press(Qt::Key_Down);
    m_shop->press(Qt::Key_Return);
    QVERIFY(isShown<PickUpPage>());
    QCOMPARE(m_shop->window().currentPage()->title(), QStringLiteral("Order ") + orderNumber());
}

void TestMainWindow::escapeLeavesTheSearch()
{
    m_shop->press(Qt::Key_K, Qt::ControlModifier);
    m_shop->type("Oko");
    QVERIFY(m_shop->child<SearchPopup>()->isVisible());
    m_shop->press(Qt::Key_Escape); // the words
    QVERIFY(!m_shop->child<SearchPopup>()->isVisible());
    QCOMPARE(m_shop->focusName(), QStringLiteral("Search"));
    m_shop->press(Qt::Key_Escape); // the field
    QVERIFY(isShown<CounterPage>());
    QVERIFY(m_shop->window().currentPage()->isAncestorOf(m_shop->focus()));
}

void TestMainWindow::aSlashSearchesOnlyOutsideEditors()
{
    m_shop->type("1/2");
    QCOMPARE(qobject_cast<QLineEdit *>(m_shop->focus())->text(), QStringLiteral("1/2"));
    QVERIFY(m_shop->tabTo(QStringLiteral("Trousers, key 1")));
    m_shop->press(Qt::Key_Slash);
    QCOMPARE(m_shop->focusName(), QStringLiteral("Search"));
    QCOMPARE(qobject_cast<QLineEdit *>(m_shop->focus())->text(), QString());
}

void TestMainWindow::escapeGoesBackAlongTheTrail()
{
    go(QStringLiteral("measuring"));
    m_shop->press(Qt::Key_Escape);
    QVERIFY(isShown<ClientsPage>());
    m_shop->press(Qt::Key_Escape);
    QVERIFY(isShown<CounterPage>());
    m_shop->press(Qt::Key_Escape);
    QVERIFY(isShown<TodayPage>());
}

void TestMainWindow::saveIsOneKeyWithOneOwner()
{
    go(QStringLiteral("measuring"));
    int saves = 0;
    connect(&m_shop->desk().door(), &changes::WriteDoor::changed, this,
            [&saves](const changes::ChangeSet &changes) { saves += changes.operation.has_value() ? 1 : 0; });
    m_shop->type("98.5");
    m_shop->press(Qt::Key_S, Qt::ControlModifier);
    if (isShown<MeasuringScreen>() && !m_shop->child<MeasuringPage>()->valueField()->errorText().isEmpty())
        QFAIL(qPrintable(m_shop->child<MeasuringPage>()->valueField()->errorText()));
    QVERIFY(m_shop->waitSays(QStringLiteral("Settle height first")));
    m_shop->type("=");
    m_shop->press(Qt::Key_S, Qt::ControlModifier);
    QVERIFY(m_shop->waitSays(QStringLiteral("Still needed")));
    m_shop->press(Qt::Key_S, Qt::ControlModifier); // and without it
    QTRY_VERIFY(isShown<ClientsPage>());
    QCOMPARE(saves, 1);
    const auto sets = MeasurementService(m_shop->desk().session(), m_shop->desk().door()).setsOf(*m_client).value();
    QCOMPARE(sets.size(), size_t(1));
    QCOMPARE(sets[0].values.at(0).text, QStringLiteral("98.5"));
}

void TestMainWindow::lettersAreUndoneBeforeDeeds()
{
    const auto open = [this] {
        return orders::OrderService(m_shop->desk().session(), m_shop->desk().door()).openOrders()->rows.size();
    };
    // A deed of this sitting, from the counter.
    m_shop->tabTo(QStringLiteral("Trousers, key 1"));
    m_shop->press(Qt::Key_Space);
    m_shop->press(Qt::Key_F9);
    m_shop->press(Qt::Key_F9); // without price and day: asked first
    QTRY_COMPARE(open(), size_t(2));
    QTRY_COMPARE(m_shop->focusName(), QStringLiteral("Who the order is for")); // the next one
    auto *editor = qobject_cast<QLineEdit *>(m_shop->focus());
    QVERIFY(editor);
    m_shop->type("Ade");
    m_shop->press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(editor->text(), QString());
    QTest::qWait(50);
    QCOMPARE(open(), size_t(2));
    m_shop->press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(editor->text(), QStringLiteral("Ade"));
    m_shop->press(Qt::Key_Z, Qt::ControlModifier);
    m_shop->press(Qt::Key_Z, Qt::ControlModifier); // no letters left
    QTRY_COMPARE(open(), size_t(1));
}

void TestMainWindow::theTitleSaysWhatIsShown()
{
    QCOMPARE(m_shop->program->windowTitle(), QStringLiteral("Counter – Bello Tailoring – Thimblely"));
    go(QStringLiteral("bag"));
    QCOMPARE(m_shop->program->windowTitle(),
             QStringLiteral("Order %1 – Bello Tailoring – Thimblely").arg(orderNumber()));
    m_shop->press(Qt::Key_Escape);
    QCOMPARE(m_shop->program->windowTitle(), QStringLiteral("Pick up – Bello Tailoring – Thimblely"));
}

void TestMainWindow::screens()
{
    QTest::addColumn<QString>("screen");
    for (const char *screen :
         {"today", "counter", "half-done order", "pick up", "bag", "clients", "new client", "measuring"})
        QTest::newRow(screen) << QString::fromLatin1(screen);
}

void TestMainWindow::go(const QString &screen)
{
    Navigation &navigation = m_shop->desk().navigation();
    if (screen == QLatin1String("today"))
        m_shop->window().show(MainWindow::Screen::Today);
    else if (screen == QLatin1String("counter"))
        m_shop->window().show(MainWindow::Screen::Counter);
    else if (screen == QLatin1String("pick up"))
        m_shop->window().show(MainWindow::Screen::PickUp);
    else if (screen == QLatin1String("bag"))
        Q_EMIT navigation.openOrderRequested(*m_order);
    else if (screen == QLatin1String("new client"))
        Q_EMIT navigation.newClientRequested(QStringLiteral("Ade"));
    else
        Q_EMIT navigation.clientRequested(*m_client);
    if (screen == QLatin1String("measuring"))
        m_shop->press(Qt::Key_F4);
    if (screen == QLatin1String("half-done order")) {
        m_shop->press(Qt::Key_F2);
        m_shop->type("1");
        m_shop->press(Qt::Key_Return);
        m_shop->type("navy pinstripe");
    }
    QCoreApplication::processEvents();
}

void TestMainWindow::tabReachesEveryControl()
{
    QFETCH(QString, screen);
    go(screen);
    QSet<const QWidget *> reached;
    for (int i = 0; i < 200; ++i) {
        reached.insert(m_shop->focus());
        m_shop->press(Qt::Key_Tab);
        if (i > 5 && m_shop->focus() && reached.contains(m_shop->focus()) && reached.size() < i - 20)
            break; // round and round
    }
    QStringList missed;
    const auto all = m_shop->window().findChildren<QWidget *>();
    for (const QWidget *widget : all) {
        if (!widget->isVisible() || !widget->isEnabled() || !(widget->focusPolicy() & Qt::TabFocus) ||
            widget->focusProxy() || reached.contains(widget) || widget->inherits("thimblely::ui::AllKeysSheet"))
            continue;
        missed.append(QString::fromLatin1(widget->metaObject()->className()) + u' ' +
                      test::OpenProgram::readName(widget));
    }
    QVERIFY2(missed.isEmpty(), qPrintable(missed.join(u'\n')));
}

QTEST_MAIN(TestMainWindow)
#include "tst_main_window.moc"
