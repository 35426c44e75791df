// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/measurements/measurement_service.h"
#include "tests/core/orders/order_shop.h"

#include <QTest>

using namespace thimblely;
using namespace thimblely::test;
using namespace thimblely::orders;

using Change = std::function<void(OrderDraft &, const OrderShop &)>;

class TestOrderService : public QObject {
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
    void parksAndRemovesADraft();
    void movesAPiece();
    void refusesStages();
    void handsOver();
    void letsNothingLeaveUnpaid();
    void cancelsAPiece();
    void freezesTheMeasures();
    void undoesEveryStep();
    void clockPutBack();
    void listsOpenOrdersByPromise();
    void listsAClientsOrders();
    void findsByNumber();

private:
    std::unique_ptr<OrderShop> m_shared; // a file takes half a second to make
    static OrderDraft one(const OrderShop &shop) { return shop.order({OrderShop::piece("Jacket", 45'000)}); }
};



// Bad input ----------------------------------------------------------------------------------------------------------

void TestOrderService::refusesToBook_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("refused");
    const auto row = [](const char *name, const char *refused, const Change &change) {
        QTest::newRow(name) << change << QString::fromLatin1(refused);
    };
    row("no pieces", "order.no_pieces", [](OrderDraft &d, auto &) { d.pieces.clear(); });
    row("a piece without a name", "order.piece_no_name 1", [](OrderDraft &d, auto &) { d.pieces[0].name = QStringLiteral("  "); });
    row("negative price of the second piece", "order.negative_price 2", [](OrderDraft &d, auto &) {
        d.pieces.push_back(d.pieces[0]);
        d.pieces[1].unitPrice = naira(-1);
    });
    row("negative price of a task", "order.negative_price 1", [](OrderDraft &d, auto &) {
        Task task;
        task.price = naira(-1);
        d.pieces[0].tasks = {task};
    });
    row("negative discount", "order.negative_discount 1", [](OrderDraft &d, auto &) { d.pieces[0].discount = naira(-1); });
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
    row("two of a garment", "order.quantity 1", [](OrderDraft &d, auto &) { d.pieces[0].quantity = Quantity::whole(2); });
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
    row("shop cloth of no length", "order.quantity 1", [](OrderDraft &d, const OrderShop &shop) {
        d.pieces[0] = shop.withCloth(d.pieces[0], 0);
    });
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
    row("a client that is not there", "client.unknown", [](OrderDraft &d, const OrderShop &shop) {
        d.client = ClientId::make(shop.shop.clock);
    });
    row("cloth of a service", "inventory.not_stocked", [](OrderDraft &d, const OrderShop &shop) {
        inventory::ItemDraft hem;
        hem.kind = inventory::ItemKind::Service;
        hem.name = QStringLiteral("Hem");
        d.pieces[0].inventoryItem = await(inventory::InventoryService(*shop.shop.session, *shop.shop.door).add(hem)).value();
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
    row("a wearer who is not there", "client.unknown", [](OrderDraft &d, const OrderShop &shop) {
        d.pieces[0].wearer = ClientId::make(shop.shop.clock);
    });
    row("measures that are not there", "measure.unknown", [](OrderDraft &d, const OrderShop &shop) {
        d.pieces[0].measurementSet = MeasurementSetId::make(shop.shop.clock);
    });
}

void TestOrderService::refusesToBook()
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

void TestOrderService::refusedOnesTookNoNumber()
{
    QCOMPARE(await(m_shared->orders.book(one(*m_shared))).value().number, QStringLiteral("1001"));
    QCOMPARE(m_shared->problems(), QStringList());
}

void TestOrderService::booksAtTheEdge_data()
{
    QTest::addColumn<Change>("change");
    const auto row = [](const char *name, const Change &change) { QTest::newRow(name) << change; };
    row("free of charge", [](OrderDraft &d, auto &) { d.pieces[0].unitPrice.reset(); });
    row("all of it given", [](OrderDraft &d, auto &) { d.pieces[0].discount = d.pieces[0].unitPrice; });
    row("the largest price", [](OrderDraft &d, auto &) { d.pieces[0].unitPrice = naira(10'000'000'000); });
    row("promised for today", [](OrderDraft &d, auto &) { d.promisedDate = day("2026-11-25"); });
    row("promised for this minute", [](OrderDraft &d, auto &) {
        d.promisedDate = day("2026-11-25");
        d.promisedTime = QTime(10, 0);
    });
    row("no promise", [](OrderDraft &d, auto &) { d.promisedDate.reset(); });
    row("to nobody", [](OrderDraft &d, auto &) { d.client.reset(); });
    row("tax of 100 %", [](OrderDraft &d, auto &) { d.pieces[0].taxRate = Rate::percent(100); });
    row("more cloth than there is", [](OrderDraft &d, const OrderShop &shop) {
        d.pieces[0] = shop.withCloth(d.pieces[0], 12'000);
    });
}

void TestOrderService::booksAtTheEdge()
{
    QFETCH(Change, change);
    OrderShop &shop = *m_shared;
    OrderDraft draft = one(shop);
    change(draft, shop);
    QCOMPARE(refusal(shop.orders.check(draft)), QString());
    QCOMPARE(refusal(await(shop.orders.book(draft))), QString());
    QCOMPARE(shop.problems(), QStringList());
}

void TestOrderService::keepsWhatWasTyped()
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
        task.side = QStringLiteral("left");
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

void TestOrderService::saysWhatIsMissing()
{
    OrderShop shop;
    OrderDraft draft = one(shop);
    draft.pieces.push_back(OrderShop::piece("Trousers", 1));
    draft.pieces[1].kind = PieceKind::Alteration;
    const auto notices = shop.orders.notices(draft).value();
    QCOMPARE(notices, (std::vector<Notice>{{"order.no_measurements", {QStringLiteral("Jacket")}}}));
    QVERIFY(await(shop.orders.book(draft)));
}

// From draft to collected --------------------------------------------------------------------------------------------

void TestOrderService::parksAndRemovesADraft()
{
    OrderShop shop;
    OrderDraft draft = shop.order({shop.withCloth(OrderShop::piece("Jacket", 45'000), 2000)});
    draft.promisedDate = day("2026-11-01"); // may be too early as long as it is parked
    const OrderId id = await(shop.orders.park(draft)).value();
    QCOMPARE(shop.orders.load(id)->status, OrderStatus::Draft);
    QCOMPARE(shop.orders.load(id)->number, QString());
    QCOMPARE(shop.shelf(), std::pair(qint64(10'000), qint64(0)));
    QCOMPARE(shop.orders.openOrders()->rows.size(), size_t(0));
    QCOMPARE(refusal(await(shop.orders.complete(id))), QStringLiteral("order.is_draft"));
    QCOMPARE(refusal(await(shop.orders.handOver({id}))), QStringLiteral("order.is_draft"));
    QCOMPARE(refusal(await(shop.orders.park({}))), QString()); // nothing but the wish to come back to it

    QVERIFY(await(shop.orders.removeDraft(id)));
    QCOMPARE(refusal(shop.orders.load(id)), QStringLiteral("order.not_found"));
    QCOMPARE(refusal(await(shop.orders.removeDraft(id))), QStringLiteral("order.not_found"));
    QVERIFY(await(shop.shop.door->undo()));
    QCOMPARE(shop.orders.load(id)->pieces.size(), size_t(1));
    const OrderId booked = shop.book({OrderShop::piece("Skirt", 1)});
    QCOMPARE(refusal(await(shop.orders.removeDraft(booked))), QStringLiteral("order.not_a_draft"));
    QCOMPARE(shop.problems(), QStringList());
}

void TestOrderService::movesAPiece()
{
    OrderShop shop;
    const OrderId id = shop.book({OrderShop::piece("Jacket", 1), OrderShop::piece("Trousers", 1)});
    const auto pieces = shop.pieceIds(id);
    const auto status = [&] { return shop.orders.load(id)->status; };
    QCOMPARE(status(), OrderStatus::Pending);
    QVERIFY(await(shop.orders.moveStage(pieces[0], Stage::Measured)));
    QCOMPARE(status(), OrderStatus::Pending);
    for (const Stage stage : {Stage::Cut, Stage::Stitched, Stage::Fitting, Stage::Altered, Stage::Finished}) {
        QVERIFY(await(shop.orders.moveStage(pieces[0], stage)));
        QCOMPARE(shop.orders.load(id)->pieces[0].stage, stage);
        QCOMPARE(status(), OrderStatus::InProgress);
    }
    QVERIFY(await(shop.orders.moveStage(pieces[0], Stage::Ready)));
    QCOMPARE(status(), OrderStatus::InProgress);
    QVERIFY(shop.orders.load(id)->pieces[0].readyAt.has_value());
    QVERIFY(await(shop.orders.moveStage(pieces[1], Stage::Ready)));
    QCOMPARE(status(), OrderStatus::Completed);
    QVERIFY(await(shop.orders.moveStage(pieces[1], Stage::Fitting))); // a seam came loose
    QCOMPARE(status(), OrderStatus::InProgress);
    QVERIFY(!shop.orders.load(id)->pieces[1].readyAt.has_value());
    QCOMPARE(shop.problems(), QStringList());
}

void TestOrderService::refusesStages()
{
    OrderShop shop;
    const OrderId id = shop.book({OrderShop::piece("Jacket", 0), OrderShop::piece("Trousers", 0), OrderShop::piece("Cap", 0)});
    const auto pieces = shop.pieceIds(id);
    QCOMPARE(refusal(await(shop.orders.moveStage(pieces[0], Stage::Collected))), QStringLiteral("order.stage 1"));
    QCOMPARE(refusal(await(shop.orders.moveStage(OrderItemId::make(shop.shop.clock), Stage::Cut))),
             QStringLiteral("order.piece_not_found"));
    QVERIFY(await(shop.orders.cancelPiece(pieces[1], QStringLiteral("no"))));
    QCOMPARE(refusal(await(shop.orders.moveStage(pieces[1], Stage::Cut))), QStringLiteral("order.piece_cancelled 2"));
    QVERIFY(await(shop.orders.moveStage(pieces[0], Stage::Ready)));
    QVERIFY(await(shop.orders.handOver({id, {pieces[0]}})));
    QCOMPARE(refusal(await(shop.orders.moveStage(pieces[0], Stage::Cut))), QStringLiteral("order.piece_collected 1"));
    QCOMPARE(refusal(await(shop.orders.cancelPiece(pieces[0], QStringLiteral("no")))),
             QStringLiteral("order.piece_collected 1"));
    QCOMPARE(shop.problems(), QStringList());
}

void TestOrderService::handsOver()
{
    OrderShop shop;
    const OrderId id = shop.book({OrderShop::piece("Jacket", 0), OrderShop::piece("Trousers", 0), OrderShop::piece("Cap", 0)});
    const auto pieces = shop.pieceIds(id);
    QCOMPARE(refusal(await(shop.orders.handOver({id}))), QStringLiteral("order.nothing_ready"));
    QVERIFY(await(shop.orders.moveStage(pieces[0], Stage::Ready)));
    QCOMPARE(refusal(await(shop.orders.handOver({id, {pieces[0], pieces[1]}}))),
             QStringLiteral("order.piece_not_ready 2"));
    QVERIFY(shop.orders.load(id)->pieces[0].isReady()); // all or nothing
    QVERIFY(await(shop.orders.handOver({id}))); // what is ready
    QCOMPARE(shop.orders.load(id)->pieces[0].collectedByName, QStringLiteral("Ngozi Okafor"));
    QCOMPARE(refusal(await(shop.orders.handOver({id, {pieces[0]}}))), QStringLiteral("order.piece_collected 1"));
    QVERIFY(await(shop.orders.complete(id)));
    QVERIFY(await(shop.orders.cancelPiece(pieces[2], QStringLiteral("no"))));
    QCOMPARE(refusal(await(shop.orders.handOver({id, {pieces[2]}}))), QStringLiteral("order.piece_cancelled 3"));
    const OrderId other = shop.book({OrderShop::piece("Skirt", 0)});
    QVERIFY(await(shop.orders.complete(other)));
    QCOMPARE(refusal(await(shop.orders.handOver({id, shop.pieceIds(other)}))), QStringLiteral("order.nothing_ready"));
    QCOMPARE(shop.orders.openOrders()->rows.size(), size_t(2));
    QVERIFY(await(shop.orders.handOver({id})));
    QCOMPARE(shop.orders.openOrders()->rows.size(), size_t(1));
    QCOMPARE(shop.problems(), QStringList());
}

//! What stays in the shop must be worth what is owed; beyond that it takes somebody who may say so.
void TestOrderService::letsNothingLeaveUnpaid()
{
    OrderShop shop;
    const OrderId id = shop.book({OrderShop::piece("Jacket", 45'000), OrderShop::piece("Trousers", 0)});
    QVERIFY(await(shop.orders.complete(id)));
    const auto pieces = shop.pieceIds(id);
    const auto counter = shop.hire("member", "counter");
    OrderService service(*counter.session, *counter.door);
    QCOMPARE(refusal(await(service.handOver({id}))), QStringLiteral("access.refused orders:release_unpaid"));
    QVERIFY(shop.orders.load(id)->pieces[1].isReady());
    QVERIFY(await(service.handOver({id, {pieces[1]}}))); // the jacket that stays is worth it
    HandOver all{id};
    all.unpaidReason = QStringLiteral("old client");
    QVERIFY(await(shop.orders.handOver(all)));
    QCOMPARE(shop.number("SELECT count(*) FROM orders WHERE released_unpaid_reason = 'old client'"
                         " AND released_unpaid_by IS NOT NULL"),
             qint64(1));
    QCOMPARE(shop.problems(), QStringList());
}

void TestOrderService::cancelsAPiece()
{
    OrderShop shop;
    const OrderId id = shop.book({shop.withCloth(OrderShop::piece("Jacket", 45'000), 2750), OrderShop::piece("Cap", 2'000)});
    const auto pieces = shop.pieceIds(id);
    QCOMPARE(refusal(await(shop.orders.cancelPiece(pieces[0], QStringLiteral(" ")))), QStringLiteral("order.no_reason 1"));
    QVERIFY(await(shop.orders.cancelPiece(pieces[0], QStringLiteral("too dear"))));
    QCOMPARE(shop.shelf(), std::pair(qint64(10'000), qint64(0)));
    QCOMPARE(shop.orders.load(id)->pieces[0].cancelledReason, QStringLiteral("too dear"));
    QCOMPARE(shop.orders.load(id)->sums->total, naira(2'000));
    QCOMPARE(refusal(await(shop.orders.cancelPiece(pieces[0], QStringLiteral("again")))),
             QStringLiteral("order.piece_cancelled 1"));
    QCOMPARE(shop.problems(), QStringList());
    QVERIFY(await(shop.orders.cancelPiece(pieces[1], QStringLiteral("too"))));
    QCOMPARE(shop.orders.load(id)->status, OrderStatus::Cancelled);
    QCOMPARE(shop.orders.openOrders()->rows.size(), size_t(0));
    QCOMPARE(refusal(await(shop.orders.complete(id))), QStringLiteral("order.done_already 1001"));

    QVERIFY(await(shop.shop.door->undo()));
    QVERIFY(await(shop.shop.door->undo()));
    QCOMPARE(shop.orders.load(id)->sums->total, naira(47'000));
    QVERIFY(!shop.orders.load(id)->pieces[0].isCancelled());
    QCOMPARE(shop.orders.load(id)->pieces[0].cancelledReason, QString());
    QCOMPARE(shop.shelf(), std::pair(qint64(10'000), qint64(2750)));
    QVERIFY(await(shop.shop.door->redo()));
    QVERIFY(shop.orders.load(id)->pieces[0].isCancelled());
    QCOMPARE(shop.shelf(), std::pair(qint64(10'000), qint64(0)));
    QCOMPARE(shop.problems(), QStringList());
}

void TestOrderService::freezesTheMeasures()
{
    OrderShop shop;
    MeasurementService tape(*shop.shop.session, *shop.shop.door);
    const auto waist = MeasuredValue::parse(QStringLiteral("waist_circ"), Side::Both, u"82,3", LengthUnit::Centimetre);
    const auto set = await(tape.save({shop.client, std::nullopt, SetKind::Body, {*waist}})).value();
    PieceDraft jacket = OrderShop::piece("Jacket", 1);
    jacket.measurementSet = set;
    const OrderId id = shop.book({jacket, jacket});
    const auto pieces = shop.pieceIds(id);
    QVERIFY(await(shop.orders.moveStage(pieces[0], Stage::Measured)));
    QVERIFY(!shop.orders.load(id)->pieces[0].measuresFrozen);
    QVERIFY(await(shop.orders.moveStage(pieces[0], Stage::Cut)));
    QVERIFY(shop.orders.load(id)->pieces[0].measuresFrozen);
    QVERIFY(!shop.orders.load(id)->pieces[1].measuresFrozen);
    QVERIFY(await(shop.orders.complete(id)));
    QVERIFY(shop.orders.load(id)->pieces[1].measuresFrozen);
    QCOMPARE(shop.number("SELECT count(*) FROM order_items"
                         " WHERE measurement_snapshot ->> '$.measurements.waist_circ.text' = '82,3'"),
             qint64(2));
    QCOMPARE(shop.problems(), QStringList());
}

//! The piece's log (a ledger) is taken back by its opposite, and put back by the opposite of that.
void TestOrderService::undoesEveryStep()
{
    OrderShop shop;
    const OrderId id = shop.book({shop.withCloth(OrderShop::piece("Jacket", 0), 2000)});
    const OrderItemId piece = shop.pieceIds(id)[0];
    const std::vector<Stage> way = {Stage::Measured, Stage::Cut, Stage::Fitting, Stage::Ready};
    for (const Stage stage : way)
        QVERIFY(await(shop.orders.moveStage(piece, stage)));
    QVERIFY(await(shop.orders.handOver({id})));
    const auto stage = [&] { return shop.orders.load(id)->pieces[0].stage; };
    for (int round = 0; round < 2; ++round) {
        for (const Stage before : {Stage::Ready, Stage::Fitting, Stage::Cut, Stage::Measured, Stage::Booked}) {
            QCOMPARE(refusal(await(shop.shop.door->undo())), QString());
            QCOMPARE(stage(), before);
            QCOMPARE(shop.shelf(), before == Stage::Ready ? std::pair(qint64(8000), qint64(0))
                                                          : std::pair(qint64(10'000), qint64(2000)));
        }
        for (const Stage after : {Stage::Measured, Stage::Cut, Stage::Fitting, Stage::Ready, Stage::Collected}) {
            QCOMPARE(refusal(await(shop.shop.door->redo())), QString());
            QCOMPARE(stage(), after);
        }
        QCOMPARE(shop.shelf(), std::pair(qint64(8000), qint64(0)));
        QCOMPARE(shop.problems(), QStringList());
    }
}

void TestOrderService::clockPutBack()
{
    OrderShop shop;
    const OrderId id = shop.book({OrderShop::piece("Jacket", 0)});
    const OrderItemId piece = shop.pieceIds(id)[0];
    QVERIFY(await(shop.orders.moveStage(piece, Stage::Cut)));
    shop.shop.clock.advanceMsecs(-3'600'000);
    QVERIFY(await(shop.orders.moveStage(piece, Stage::Fitting)));
    QCOMPARE(shop.orders.load(id)->pieces[0].stage, Stage::Fitting);
    QCOMPARE(shop.problems(), QStringList());
}

// Lists --------------------------------------------------------------------------------------------------------------

void TestOrderService::listsOpenOrdersByPromise()
{
    OrderShop shop;
    const auto book = [&](const std::optional<Date> &promised) {
        OrderDraft draft = one(shop);
        draft.promisedDate = promised;
        return await(shop.orders.book(draft)).value().id;
    };
    const std::vector<OrderId> expected = [&] {
        const OrderId later = book(day("2026-12-05"));
        const OrderId none = book(std::nullopt);
        const OrderId soon = book(day("2026-11-26"));
        const OrderId noneToo = book(std::nullopt);
        const OrderId soonToo = book(day("2026-11-26"));
        return std::vector<OrderId>{none, noneToo, soon, soonToo, later};
    }();
    const OrderId gone = book(day("2026-11-27"));
    QVERIFY(await(shop.orders.complete(gone)));
    QVERIFY(await(shop.orders.handOver({gone})));
    for (const int limit : {1, 2, 3, 5, 50}) {
        std::vector<OrderId> seen;
        std::optional<OpenOrderKey> after;
        do {
            const auto page = shop.orders.openOrders(after, limit).value();
            QVERIFY(page.rows.size() <= size_t(limit));
            for (const OrderRow &row : page.rows)
                seen.push_back(row.id);
            after = page.next;
        } while (after);
        QVERIFY2(seen == expected, qPrintable(QString::number(limit)));
    }
    const auto row = shop.orders.openOrders({}, 1)->rows[0];
    QCOMPARE(row.title, QStringLiteral("Jacket"));
    QCOMPARE(row.clientName, QStringLiteral("Ngozi Okafor"));
    QCOMPARE(row.pieces, 1);
    QCOMPARE(row.balance, std::optional(naira(45'000)));
}

void TestOrderService::listsAClientsOrders()
{
    OrderShop shop;
    std::vector<OrderId> expected;
    for (int i = 0; i < 7; ++i) {
        expected.insert(expected.begin(), shop.book({OrderShop::piece("Jacket", 1)}));
        if (i % 2 == 1)
            shop.shop.clock.advanceDays(1);
    }
    for (const int limit : {1, 2, 3, 50}) {
        std::vector<OrderId> seen;
        std::optional<ClientOrderKey> after;
        do {
            const auto page = shop.orders.ofClient(shop.client, after, limit).value();
            for (const OrderRow &row : page.rows)
                seen.push_back(row.id);
            after = page.next;
        } while (after);
        QVERIFY2(seen == expected, qPrintable(QString::number(limit)));
    }
}

void TestOrderService::findsByNumber()
{
    OrderShop shop;
    OrderDraft draft = one(shop);
    draft.paperTicketNumber = QStringLiteral("B 77");
    const OrderId id = await(shop.orders.book(draft)).value().id;
    for (const char *typed : {"1001", " 1001 ", "1001-1", "1001P1", "1001p1", "B 77"})
        QVERIFY2(shop.orders.byNumber(QString::fromLatin1(typed)).value() == id, typed);
    for (const char *typed : {"", "100", "10011", "B", "%", "1001-", "' OR 1=1"})
        QVERIFY2(!shop.orders.byNumber(QString::fromLatin1(typed)).value(), typed);
}

QTEST_GUILESS_MAIN(TestOrderService)
#include "tst_order_service.moc"
