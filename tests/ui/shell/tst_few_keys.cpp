// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/clients/client_service.h"
#include "core/inventory/inventory_service.h"
#include "core/orders/order_service.h"
#include "tests/ui/shell/scanner.h"
#include "ui/orders/order_editor.h"
#include "ui/orders/pick_up_page.h"

using namespace thimblely;
using namespace thimblely::ui;

/*!
 * How few keys an order takes, in every size, text size, direction and scheme that must hold, without a mouse. Each key
 * is counted here, and goes to what has the keyboard and can be seen.
 */
class TestFewKeys : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup();
    void aDayAtTheCounter_data();
    void aDayAtTheCounter();

private:
    void start(bool mirrored, QSize size, int percent, Scheme scheme);
    void aKnownClientsHem();
    void aNewClientsHem();
    void pickUp();

    ClientService clients() { return {m_shop->desk().session(), m_shop->desk().door()}; }
    orders::OrderService orders() { return {m_shop->desk().session(), m_shop->desk().door()}; }
    std::vector<orders::OrderRow> open() { return orders().openOrders().value().rows; }
    ClientId add(const QString &name, const QString &phone)
    {
        ClientDraft draft;
        draft.name = name;
        draft.phones.push_back({phone});
        return changes::await(clients().add(draft)).value();
    }
    void atTheCounter()
    {
        m_shop->press(Qt::Key_F2);
        QTRY_COMPARE(m_shop->focusName(), QStringLiteral("Who the order is for"));
        m_keys = 0;
    }
    //! What has the keyboard stands in the window where it can be seen.
    void look()
    {
        const QWidget *focus = m_shop->focus();
        QVERIFY(focus);
        QVERIFY2(!focus->visibleRegion().isEmpty(), qPrintable(m_shop->readName(focus)));
    }
    void press(Qt::Key key)
    {
        look();
        m_shop->press(key);
        ++m_keys;
    }
    void type(const char *text)
    {
        for (const char *each = text; *each; ++each) {
            look();
            m_shop->type(QString(QLatin1Char(*each)));
            ++m_keys;
        }
    }

    std::unique_ptr<test::OpenProgram> m_shop;
    std::unique_ptr<test::Scanner> m_scanner;
    int m_keys = 0;
};

void TestFewKeys::cleanup()
{
    m_scanner.reset();
    m_shop.reset();
    Theme::instance().setTextSizePercent(100);
    Theme::instance().setScheme(Scheme::Light);
    QGuiApplication::setLayoutDirection(Qt::LeftToRight);
}

void TestFewKeys::start(bool mirrored, QSize size, int percent, Scheme scheme)
{
    m_shop = std::make_unique<test::OpenProgram>();
    QVERIFY(m_shop->makeShop());
    QGuiApplication::setLayoutDirection(mirrored ? Qt::RightToLeft : Qt::LeftToRight);
    Theme::instance().setScheme(scheme);
    Theme::instance().setTextSizePercent(percent);
    QVERIFY(m_shop->startAndSignIn());
    Theme::instance().setScheme(scheme); // as the file keeps them is another matter
    Theme::instance().setTextSizePercent(percent);
    m_shop->program->resize(size);
    QTest::qWait(20);
    m_scanner = std::make_unique<test::Scanner>(*m_shop);
    inventory::ItemDraft hem;
    hem.kind = inventory::ItemKind::Service;
    hem.name = QStringLiteral("Hem");
    hem.unit = QStringLiteral("pcs");
    hem.sellingPrice = Money(45'000, m_shop->desk().profile().currency);
    hem.service.garmentTypes = {QStringLiteral("trousers")};
    hem.service.quickRank = 1;
    QVERIFY(changes::await(inventory::InventoryService(m_shop->desk().session(), m_shop->desk().door()).add(hem)));
}

void TestFewKeys::aDayAtTheCounter_data()
{
    QTest::addColumn<bool>("mirrored");
    QTest::addColumn<QSize>("size");
    QTest::addColumn<int>("percent");
    QTest::addColumn<Scheme>("scheme");
    for (const bool mirrored : {false, true}) {
        for (const QSize size : {QSize(1366, 768), QSize(1024, 540)}) {
            for (const int percent : {100, 130}) {
                for (const Scheme scheme : {Scheme::Light, Scheme::Dark})
                    QTest::addRow("%d %d%s%s", size.width(), percent, mirrored ? " mirrored" : "",
                                  scheme == Scheme::Dark ? " dark" : "")
                        << mirrored << size << percent << scheme;
            }
        }
    }
}

void TestFewKeys::aDayAtTheCounter()
{
    QFETCH(const bool, mirrored);
    QFETCH(const QSize, size);
    QFETCH(const int, percent);
    QFETCH(const Scheme, scheme);
    start(mirrored, size, percent, scheme);
    if (!QTest::currentTestFailed())
        aKnownClientsHem();
    if (!QTest::currentTestFailed())
        aNewClientsHem();
    if (!QTest::currentTestFailed())
        pickUp();
    if (m_shop && m_shop->program)
        QCOMPARE(m_shop->program->size(), size);
}

void TestFewKeys::aKnownClientsHem()
{
    add(QStringLiteral("Adunni Bello"), QStringLiteral("0803 555 4471"));
    atTheCounter();
    type("4471");
    press(Qt::Key_Return);
    type("1");                  // trousers
    type("1");                  // hem, at the price of the list
    for (int i = 0; i < 4; ++i) // the task, no colour, its price, no further piece
        press(Qt::Key_Return);
    type("fr");
    press(Qt::Key_F9);
    QVERIFY2(m_keys <= 16, qPrintable(QString::number(m_keys)));
    QTRY_COMPARE(open().size(), size_t(1));
    QCOMPARE(open()[0].clientName, QStringLiteral("Adunni Bello"));
    QCOMPARE(open()[0].promisedDate->toIso(), QStringLiteral("2026-11-27"));
    const orders::OrderDetail booked = orders().load(open()[0].id).value();
    QCOMPARE(booked.pieces[0].facts.tasks[0].name, QStringLiteral("Hem"));
    QCOMPARE(booked.sums->total.minor(), qint64(45'000));
    QTRY_VERIFY(m_shop->child<OrderEditor>()->isEmpty());
}

void TestFewKeys::aNewClientsHem()
{
    atTheCounter();
    type("08035554472");
    press(Qt::Key_Return);
    QCOMPARE(m_shop->focusName(), QStringLiteral("Name of the new client"));
    type("Bola");
    press(Qt::Key_Return);
    QTRY_VERIFY(m_shop->child<OrderEditor>()->draft().client.has_value());
    type("1");
    type("1");
    for (int i = 0; i < 4; ++i)
        press(Qt::Key_Return);
    type("fr"); // a letter after the last piece is the day
    press(Qt::Key_F9);
    QVERIFY2(m_keys <= 30, qPrintable(QString::number(m_keys)));
    QTRY_COMPARE(open().size(), size_t(2));
    const auto rows = open();
    QVERIFY(std::ranges::find(rows, QStringLiteral("Bola"), &orders::OrderRow::clientName) != rows.end());
    QTRY_VERIFY(m_shop->child<OrderEditor>()->isEmpty());
}

//! The tag is scanned wherever one is; what is due stands there, is taken and handed over.
void TestFewKeys::pickUp()
{
    const orders::OrderRow row = open()[0];
    QVERIFY(changes::await(orders().complete(row.id)));
    m_shop->press(Qt::Key_F2);
    m_keys = 0;
    m_scanner->scan(row.number + QStringLiteral("P1"));
    QTRY_VERIFY(m_shop->child<PickUpPage>() && m_shop->child<PickUpPage>()->title().contains(row.number));
    press(Qt::Key_F9);
    QCOMPARE(m_shop->focusName(), QStringLiteral("How it was seen whose it is")); // a tag is no ticket
    press(Qt::Key_Down);
    press(Qt::Key_Return);
    QVERIFY2(m_keys <= 3, qPrintable(QString::number(m_keys)));
    QTRY_VERIFY(orders().load(row.id)->pieces[0].isCollected());
    QVERIFY(orders().load(row.id)->sums->balance.isZero());
    QTRY_COMPARE(m_shop->focusName(), QStringLiteral("Order number, ticket or name")); // the next client's
}

QTEST_MAIN(TestFewKeys)
#include "tst_few_keys.moc"
