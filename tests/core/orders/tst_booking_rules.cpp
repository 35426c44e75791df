// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "tests/core/orders/order_shop.h"

#include <QTest>

#include <functional>
#include <limits>
#include <memory>

using namespace thimblely;
using namespace thimblely::test;
using namespace thimblely::orders;

using Change = std::function<void(OrderDraft &, const OrderShop &)>;

//! What booking refuses, what it takes at the edge, and that it keeps what was typed.
class TestBookingRules : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_shared = std::make_unique<OrderShop>(); }
    void refusesToBook_data();
    void refusesToBook();
    void refusedOnesTookNoNumber();
    void booksAtTheEdge_data();
    void booksAtTheEdge();
    void keepsWhatWasTyped();
    void saysWhatIsMissing();

private:
    static OrderDraft one(const OrderShop &shop) { return shop.order({OrderShop::piece("Jacket", 45'000)}); }

    std::unique_ptr<OrderShop> m_shared; // a file takes half a second to make
};

void TestBookingRules::refusesToBook_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("refused");
    const auto row = [](const char *name, const char *refused, const Change &change) {
        QTest::newRow(name) << change << QString::fromLatin1(refused);
    };
    row("no pieces", "order.no_pieces", [](OrderDraft &d, auto &) { d.pieces.clear(); });
    row("a piece without a name", "order.piece_no_name 1",
        [](OrderDraft &d, auto &) { d.pieces[0].name = QStringLiteral("  "); });
    row("negative price of the second piece", "order.negative_price 2", [](OrderDraft &d, auto &) {
        d.pieces.push_back(d.pieces[0]);
        d.pieces[1].unitPrice = naira(-1);
    });
    row("negative price of a task", "order.negative_price 1", [](OrderDraft &d, auto &) {
        Task task;
        task.price = naira(-1);
        d.pieces[0].tasks = {task};
    });
    row("negative discount", "order.negative_discount 1",
        [](OrderDraft &d, auto &) { d.pieces[0].discount = naira(-1); });
    row("discount above the price", "order.discount_too_large 1",
        [](OrderDraft &d, auto &) { d.pieces[0].discount = naira(45'001); });
    row("price too large", "order.price_too_large 1",
        [](OrderDraft &d, auto &) { d.pieces[0].unitPrice = naira(10'000'000'001); });
    row("price times quantity too large", "order.price_too_large 1", [](OrderDraft &d, auto &) {
        d.pieces[0].kind = PieceKind::Fabric;
        d.pieces[0].unitPrice = naira(10'000'000'000);
        d.pieces[0].quantity = Quantity::whole(2);
    });
    row("largest number there is", "order.price_too_large 1", [](OrderDraft &d, auto &) {
        d.pieces[0].kind = PieceKind::Fabric;
        d.pieces[0].unitPrice = Money(std::numeric_limits<qint64>::max(), currencyNamed("NGN"));
        d.pieces[0].quantity = Quantity::whole(100'000);
    });
    row("sum too large", "order.price_too_large", [](OrderDraft &d, auto &) {
        d.pieces[0].unitPrice = naira(10'000'000'000);
        d.pieces.push_back(d.pieces[0]);
    });
    row("price in another currency", "order.other_currency 1",
        [](OrderDraft &d, auto &) { d.pieces[0].unitPrice = Money(1, currencyNamed("XOF")); });
    row("discount in another currency", "order.other_currency 1",
        [](OrderDraft &d, auto &) { d.pieces[0].discount = Money(1, currencyNamed("XOF")); });
    row("task in another currency", "order.other_currency 1", [](OrderDraft &d, auto &) {
        Task task;
        task.price = Money(1, currencyNamed("XOF"));
        d.pieces[0].tasks = {task};
    });
    row("deposit in another currency", "order.other_currency",
        [](OrderDraft &d, auto &) { d.depositAsked = Money(1, currencyNamed("EUR")); });
    row("negative deposit", "order.negative_price", [](OrderDraft &d, auto &) { d.depositAsked = naira(-1); });
    row("negative tax", "order.tax_rate 1", [](OrderDraft &d, auto &) { d.pieces[0].taxRate = Rate(-1); });
    row("tax above 100 %", "order.tax_rate 1", [](OrderDraft &d, auto &) { d.pieces[0].taxRate = Rate(1'000'001); });
    row("two of a garment", "order.quantity 1",
        [](OrderDraft &d, auto &) { d.pieces[0].quantity = Quantity::whole(2); });
    row("no cloth", "order.quantity 1", [](OrderDraft &d, auto &) {
        d.pieces[0].kind = PieceKind::Fabric;
        d.pieces[0].quantity = Quantity(0);
    });
    row("less than no cloth", "order.quantity 1", [](OrderDraft &d, auto &) {
        d.pieces[0].kind = PieceKind::Fabric;
        d.pieces[0].quantity = Quantity(-1);
    });
    row("too much cloth", "order.quantity 1", [](OrderDraft &d, auto &) {
        d.pieces[0].kind = PieceKind::Fabric;
        d.pieces[0].quantity = Quantity(100'000'001);
    });
    row("shop cloth of no length", "order.quantity 1",
        [](OrderDraft &d, const OrderShop &shop) { d.pieces[0] = shop.withCloth(d.pieces[0], 0); });
    row("negative client cloth", "order.quantity 1",
        [](OrderDraft &d, auto &) { d.pieces[0].clientCloth = Quantity(-1); });
    row("shop cloth of no roll", "order.cloth_without_item 1",
        [](OrderDraft &d, auto &) { d.pieces[0].shopCloth = Quantity(1000); });
    row("promise in the past", "order.promise_past 2026-11-24",
        [](OrderDraft &d, auto &) { d.promisedDate = day("2026-11-24"); });
    row("promise an hour ago", "order.promise_past 2026-11-25", [](OrderDraft &d, auto &) {
        d.promisedDate = day("2026-11-25");
        d.promisedTime = QTime(9, 0);
    });
    row("a time without a day", "order.time_without_date", [](OrderDraft &d, auto &) {
        d.promisedDate.reset();
        d.promisedTime = QTime(17, 0);
    });
    row("a client that is not there", "client.unknown",
        [](OrderDraft &d, const OrderShop &shop) { d.client = ClientId::make(shop.shop.clock); });
    row("cloth of a service", "inventory.not_stocked", [](OrderDraft &d, const OrderShop &shop) {
        inventory::ItemDraft hem;
        hem.kind = inventory::ItemKind::Service;
        hem.name = QStringLiteral("Hem");
        d.pieces[0].inventoryItem =
            await(inventory::InventoryService(*shop.shop.session, *shop.shop.door).add(hem)).value();
        d.pieces[0].shopCloth = Quantity(1000);
    });
    row("cloth of a roll that is not there", "inventory.not_found", [](OrderDraft &d, const OrderShop &shop) {
        d.pieces[0] = shop.withCloth(d.pieces[0], 1000);
        d.pieces[0].inventoryItem = InventoryItemId::make(shop.shop.clock);
    });
    row("goods that are not there", "inventory.not_found", [](OrderDraft &d, const OrderShop &shop) {
        d.pieces[0].kind = PieceKind::ReadyMade;
        d.pieces[0].inventoryItem = InventoryItemId::make(shop.shop.clock);
    });
    row("a wearer who is not there", "client.unknown",
        [](OrderDraft &d, const OrderShop &shop) { d.pieces[0].wearer = ClientId::make(shop.shop.clock); });
    row("measures that are not there", "measure.unknown", [](OrderDraft &d, const OrderShop &shop) {
        d.pieces[0].measurementSet = MeasurementSetId::make(shop.shop.clock);
    });
}

void TestBookingRules::refusesToBook()
{
    QFETCH(Change, change);
    QFETCH(QString, refused);
    OrderShop &shop = *m_shared;
    OrderDraft draft = one(shop);
    change(draft, shop);
    QCOMPARE(refusal(await(shop.orders.book(draft))), refused);
    QCOMPARE(shop.number("SELECT count(*) FROM orders"), qint64(0));
    QCOMPARE(shop.number("SELECT count(*) FROM order_items"), qint64(0));
    QCOMPARE(shop.shelf(), std::pair(qint64(10'000), qint64(0)));
}

void TestBookingRules::refusedOnesTookNoNumber()
{
    QCOMPARE(await(m_shared->orders.book(one(*m_shared))).value().number, QStringLiteral("1001"));
    QCOMPARE(m_shared->problems(), QStringList());
}

void TestBookingRules::booksAtTheEdge_data()
{
    QTest::addColumn<Change>("change");
    const auto row = [](const char *name, const Change &change) { QTest::newRow(name) << change; };
    row("free of charge", [](OrderDraft &d, auto &) { d.pieces[0].unitPrice.reset(); });
    row("all of it given", [](OrderDraft &d, auto &) {
        d.pieces[0].discount = d.pieces[0].unitPrice;
        d.pieces[0].discountReason = QStringLiteral("a wedding present");
    });
    row("the largest price", [](OrderDraft &d, auto &) { d.pieces[0].unitPrice = naira(10'000'000'000); });
    row("promised for today", [](OrderDraft &d, auto &) { d.promisedDate = day("2026-11-25"); });
    row("promised for this minute", [](OrderDraft &d, auto &) {
        d.promisedDate = day("2026-11-25");
        d.promisedTime = QTime(10, 0);
    });
    row("no promise", [](OrderDraft &d, auto &) { d.promisedDate.reset(); });
    row("to nobody", [](OrderDraft &d, auto &) { d.client.reset(); });
    row("tax of 100 %", [](OrderDraft &d, auto &) { d.pieces[0].taxRate = Rate::percent(100); });
    row("more cloth than there is",
        [](OrderDraft &d, const OrderShop &shop) { d.pieces[0] = shop.withCloth(d.pieces[0], 12'000); });
}

void TestBookingRules::booksAtTheEdge()
{
    QFETCH(Change, change);
    OrderShop &shop = *m_shared;
    OrderDraft draft = one(shop);
    change(draft, shop);
    QCOMPARE(refusal(shop.orders.check(draft)), QString());
    QCOMPARE(refusal(await(shop.orders.book(draft))), QString());
    QCOMPARE(shop.problems(), QStringList());
}

void TestBookingRules::keepsWhatWasTyped()
{
    OrderShop shop;
    OrderDraft draft = one(shop);
    PieceDraft &piece = draft.pieces[0];
    piece = shop.withCloth(piece, 2750);
    piece.kind = PieceKind::Alteration;
    piece.description = QStringLiteral("two buttons");
    piece.colour = QStringLiteral("navy");
    piece.mark = QStringLiteral("pinstripe");
    piece.condition = {QStringLiteral("shine on seat"), QStringLiteral("stain")};
    piece.wearer = shop.client;
    piece.discount = naira(500);
    piece.taxRate = Rate(75'000);
    piece.taxCode = QStringLiteral("VAT");
    piece.clientClothNote = QStringLiteral("lining, red");
    piece.clientCloth = Quantity(1500);
    for (const char *name : {"Hem", "Waist", "Zip"}) {
        Task task;
        task.name = QString::fromLatin1(name);
        task.amount = QStringLiteral("−3.5 cm");
        task.zone = QStringLiteral("leg");
        task.side = TaskSide::Left;
        task.minutes = 20;
        task.price = naira(1'500);
        piece.tasks.push_back(task);
    }
    draft.promisedTime = QTime(17, 30);
    draft.eventDate = day("2026-12-06");
    draft.rush = true;
    draft.taxInclusive = false;
    draft.notes = QStringLiteral("mind the dog");
    draft.paperTicketNumber = QStringLiteral("B 77");
    const OrderId id = await(shop.orders.book(draft)).value().id;
    const OrderDetail order = shop.orders.load(id).value();
    QCOMPARE(order.client, draft.client);
    QCOMPARE(order.clientName, QStringLiteral("Ngozi Okafor"));
    QCOMPARE(order.clientPhone, QStringLiteral("0803 555 1234"));
    QCOMPARE(order.promisedDate, draft.promisedDate);
    QCOMPARE(order.promisedTime, draft.promisedTime);
    QCOMPARE(order.eventDate, draft.eventDate);
    QVERIFY(order.rush);
    QVERIFY(!order.taxInclusive);
    QCOMPARE(order.notes, draft.notes);
    QCOMPARE(order.paperTicketNumber, draft.paperTicketNumber);
    QCOMPARE(order.orderDate, day("2026-11-25"));
    QCOMPARE(order.pieces.size(), size_t(1));
    QCOMPARE(order.pieces[0].wearerName, QStringLiteral("Ngozi Okafor"));
    QVERIFY(order.pieces[0].facts == piece); // tasks in the order of the counter too
}

void TestBookingRules::saysWhatIsMissing()
{
    OrderShop shop;
    OrderDraft draft = one(shop);
    draft.pieces.push_back(OrderShop::piece("Trousers", 1));
    draft.pieces[1].kind = PieceKind::Alteration;
    const auto notices = shop.orders.notices(draft).value();
    QCOMPARE(notices, (std::vector<Notice>{{"order.no_measurements", {QStringLiteral("Jacket")}}}));
    QVERIFY(await(shop.orders.book(draft)));
}

QTEST_GUILESS_MAIN(TestBookingRules)
#include "tst_booking_rules.moc"
