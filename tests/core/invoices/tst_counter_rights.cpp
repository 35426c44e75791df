// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/finance/checkout_service.h"
#include "core/finance/payment_service.h"
#include "core/invoices/invoice_service.h"
#include "core/measurements/measurement_service.h"
#include "tests/core/orders/order_shop.h"

#include <QTest>

using namespace thimblely;
using namespace thimblely::test;
using orders::OrderService;
using orders::Stage;

namespace {

//! The counter's services as somebody has them.
struct Desk {
    Desk(access::Session &session, changes::WriteDoor &door)
        : orders(session, door), payments(session, door), checkout(session, door), invoices(session, door),
          stock(session, door), clients(session, door)
    {}
    explicit Desk(const OrderShop::Colleague &who) : Desk(*who.session, *who.door) {}

    OrderService orders;
    finance::PaymentService payments;
    finance::CheckoutService checkout;
    invoices::InvoiceService invoices;
    inventory::InventoryService stock;
    ClientService clients;
};

} // namespace

class TestCounterRights : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void viewerOnlyReads();
    void cutterSeesOwnPiecesWithoutPrices();
    void finisherMakesReady();
    void counterSellsAndMayNotRefund();
    void discountsHaveALimit_data();
    void discountsHaveALimit();
    void anotherWorkspaceIsNotThere();
};

void TestCounterRights::viewerOnlyReads()
{
    OrderShop shop;
    const OrderId order = shop.book({shop.withCloth(OrderShop::piece("Jacket", 45'000), 2000)});
    const auto piece = shop.pieceIds(order)[0];
    const auto payment = await(Desk(*shop.shop.session, *shop.shop.door).payments.take(order, {naira(1'000)})).value();
    const auto viewer = shop.hire("viewer");
    Desk desk(viewer);

    QCOMPARE(desk.orders.load(order)->sums->total, naira(45'000));
    QCOMPARE(desk.orders.openOrders()->rows[0].due, std::optional(naira(44'000)));
    QCOMPARE(desk.payments.ofOrder(order)->size(), size_t(1));
    QCOMPARE(desk.stock.load(shop.roll)->facts.cost, std::optional<Money>());
    QCOMPARE(refusal(desk.invoices.claimCheck(order)), QString());

    const QString write = QStringLiteral("access.refused orders:write");
    const orders::OrderDraft draft = shop.order({OrderShop::piece("Skirt", 1)});
    QCOMPARE(refusal(await(desk.orders.book(draft))), write);
    QCOMPARE(refusal(await(desk.orders.park(draft))), write);
    QCOMPARE(refusal(await(desk.orders.cancelPiece(piece, QStringLiteral("no")))), write);
    QCOMPARE(refusal(await(desk.checkout.book(draft, finance::PaymentDraft{naira(1)}))), write);
    const auto refused = [](const auto &result) { return !result && result.error().kind == ErrorKind::Forbidden; };
    QVERIFY(refused(await(desk.orders.complete(order))));
    QVERIFY(refused(await(desk.orders.moveStage(piece, Stage::Cut))));
    QVERIFY(await(shop.orders.complete(order)));
    QVERIFY(refused(await(desk.orders.handOver(withTicket({order})))));
    QCOMPARE(refusal(await(desk.payments.take(order, {naira(1)}))),
             QStringLiteral("access.refused orders:take_payment"));
    QCOMPARE(refusal(await(desk.payments.confirm(payment.id))), QStringLiteral("access.refused orders:take_payment"));
    QCOMPARE(refusal(await(desk.payments.refund(payment.id, QStringLiteral("why")))),
             QStringLiteral("access.refused orders:refund"));
    QCOMPARE(refusal(await(desk.invoices.issue(order))), QStringLiteral("access.refused invoices:issue"));
    inventory::ItemDraft item;
    item.name = QStringLiteral("Silk");
    item.unit = QStringLiteral("m");
    QVERIFY(refused(await(desk.stock.add(item))));
    QVERIFY(refused(await(desk.stock.edit(shop.roll, item))));
    QVERIFY(refused(await(desk.stock.remove(shop.roll))));
    QVERIFY(refused(await(desk.stock.stockIn(shop.roll, Quantity(1000)))));
    QCOMPARE(shop.orders.load(order)->sums->paid, naira(1'000));
    QCOMPARE(shop.number("SELECT count(*) FROM orders"), qint64(1));
    QCOMPARE(shop.problems(), QStringList());
}

void TestCounterRights::cutterSeesOwnPiecesWithoutPrices()
{
    OrderShop shop;
    orders::PieceDraft jacket = shop.withCloth(OrderShop::piece("Jacket", 45'000), 2000);
    orders::Task task;
    task.name = QStringLiteral("Sleeve");
    task.price = naira(1'500);
    jacket.tasks = {task};
    jacket.wearer = shop.client;
    MeasurementService tape(*shop.shop.session, *shop.shop.door);
    const auto waist = MeasuredValue::parse(QStringLiteral("waist_circ"), Side::Both, u"82", LengthUnit::Centimetre);
    jacket.measurementSet = await(tape.save({shop.client, std::nullopt, SetKind::Body, {*waist}})).value();
    const OrderId order = shop.book({jacket, OrderShop::piece("Trousers", 20'000)});
    const OrderId other = shop.book({OrderShop::piece("Skirt", 9'000)});
    const auto pieces = shop.pieceIds(order);
    const auto payment = await(Desk(*shop.shop.session, *shop.shop.door).payments.take(order, {naira(1)})).value();
    const auto cutter = shop.hire("member", "cutter");
    shop.assign(pieces[0], cutter.principal.person);
    Desk desk(cutter);

    const auto seen = desk.orders.load(order).value();
    QCOMPARE(seen.number, QStringLiteral("1001"));
    QCOMPARE(seen.promisedDate, std::optional(day("2026-12-04")));
    QCOMPARE(seen.clientPhone, QString());
    QVERIFY(!seen.sums);
    QCOMPARE(seen.pieces.size(), size_t(1));
    const orders::Piece &piece = seen.pieces[0];
    QCOMPARE(piece.id, pieces[0]);
    QCOMPARE(piece.wearerName, QStringLiteral("Ngozi Okafor"));
    QVERIFY(!piece.total);
    QVERIFY(!piece.facts.unitPrice);
    QCOMPARE(piece.facts.tasks.size(), size_t(1));
    QVERIFY(!piece.facts.tasks[0].price);
    QCOMPARE(refusal(desk.orders.load(other)), QStringLiteral("order.not_found"));
    QCOMPARE(refusal(desk.payments.ofOrder(order)), QStringLiteral("access.refused prices:read"));
    QCOMPARE(refusal(desk.payments.balance(order)), QStringLiteral("access.refused prices:read"));
    QCOMPARE(refusal(desk.invoices.receipt(payment.id)), QStringLiteral("access.refused prices:read"));
    QVERIFY(!desk.stock.load(shop.roll)->facts.sellingPrice);
    for (const char *sql : {"SELECT total_minor FROM order_prices", "SELECT unit_price_minor FROM order_item_prices",
                            "SELECT unit_price_minor FROM order_items"}) {
        const auto query = cutter.session->reader().query(sql);
        QVERIFY2(!query, sql);
    }
    auto money = cutter.session->reader().query("SELECT amount_minor FROM transactions").value();
    QVERIFY(!money->step().value()); // of money, nothing but one's own wages

    QCOMPARE(refusal(await(desk.orders.moveStage(pieces[0], Stage::Cut))), QString());
    QCOMPARE(shop.orders.load(order)->pieces[0].stage, Stage::Cut);
    QVERIFY(shop.orders.load(order)->pieces[0].measuresFrozen); // with the cut, whoever cuts
    QCOMPARE(refusal(await(desk.orders.moveStage(pieces[1], Stage::Cut))), QStringLiteral("order.piece_not_found"));
    QCOMPARE(refusal(await(desk.orders.book(shop.order({OrderShop::piece("Cap", 1)})))),
             QStringLiteral("access.refused orders:write"));
    QCOMPARE(refusal(await(desk.orders.cancelPiece(pieces[0], QStringLiteral("no")))),
             QStringLiteral("access.refused orders:write"));
    QCOMPARE(refusal(await(desk.invoices.issue(order))), QStringLiteral("access.refused invoices:issue"));
    QCOMPARE(shop.problems(), QStringList());
}

void TestCounterRights::finisherMakesReady()
{
    OrderShop shop;
    MeasurementService tape(*shop.shop.session, *shop.shop.door);
    const auto waist = MeasuredValue::parse(QStringLiteral("waist_circ"), Side::Both, u"82", LengthUnit::Centimetre);
    orders::PieceDraft jacket = shop.withCloth(OrderShop::piece("Jacket", 45'000), 2000);
    jacket.measurementSet = await(tape.save({shop.client, std::nullopt, SetKind::Body, {*waist}})).value();
    const OrderId order = shop.book({jacket});
    const auto finisher = shop.hire("member", "finisher");
    Desk desk(finisher);
    const QString noStock = QStringLiteral("access.refused inventory:write");
    QCOMPARE(refusal(await(desk.stock.stockIn(shop.roll, Quantity(1000)))), noStock);
    QCOMPARE(refusal(await(desk.stock.adjust(shop.roll, Quantity(-1000), QStringLiteral("why")))), noStock);
    QCOMPARE(refusal(await(desk.orders.moveStage(shop.pieceIds(order)[0], Stage::Ready))), QString());
    QCOMPARE(shop.orders.load(order)->status, orders::OrderStatus::Completed);
    QVERIFY(shop.orders.load(order)->pieces[0].measuresFrozen);
    QCOMPARE(shop.shelf(), std::pair(qint64(8000), qint64(0)));
    QCOMPARE(refusal(await(desk.payments.take(order, {naira(1)}))),
             QStringLiteral("access.refused orders:take_payment"));
    QCOMPARE(shop.problems(), QStringList());
}

void TestCounterRights::counterSellsAndMayNotRefund()
{
    OrderShop shop;
    const auto counter = shop.hire("member", "counter");
    Desk desk(counter);
    const auto booked = await(desk.checkout.book(shop.order({shop.withCloth(OrderShop::piece("Jacket", 45'000), 2000)}),
                                                 finance::PaymentDraft{naira(5'000)}));
    QCOMPARE(refusal(booked), QString());
    QCOMPARE(refusal(await(desk.orders.complete(booked->order.id))), QString());
    QCOMPARE(refusal(await(desk.payments.refund(booked->payment->id, QStringLiteral("why")))),
             QStringLiteral("access.refused orders:refund"));
    QCOMPARE(
        refusal(await(desk.checkout.handOver(withTicket({booked->order.id}), finance::PaymentDraft{naira(40'000)}))),
        QString());
    const auto invoice = await(desk.invoices.issue(booked->order.id));
    QCOMPARE(refusal(invoice), QString());
    QCOMPARE(refusal(desk.invoices.verify(invoice->id)), QString());
    QCOMPARE(shop.problems(), QStringList());
}

void TestCounterRights::discountsHaveALimit_data()
{
    QTest::addColumn<int>("limit");
    QTest::addColumn<qint64>("discount");
    QTest::addColumn<bool>("given");
    QTest::newRow("none") << 0 << qint64(0) << true;
    QTest::newRow("none allowed") << 0 << qint64(1) << false;
    QTest::newRow("up to ten per cent") << 1000 << qint64(4'500) << true;
    QTest::newRow("beyond") << 1000 << qint64(4'501) << false;
}

void TestCounterRights::discountsHaveALimit()
{
    QFETCH(int, limit);
    QFETCH(qint64, discount);
    QFETCH(bool, given);
    OrderShop shop;
    const auto counter = shop.hire("member", "counter", limit);
    orders::PieceDraft jacket = OrderShop::piece("Jacket", 45'000);
    jacket.discount = naira(discount);
    QCOMPARE(refusal(await(Desk(counter).orders.book(shop.order({jacket})))),
             given ? QString() : QStringLiteral("access.refused orders:discount"));
    QCOMPARE(refusal(await(shop.orders.book(shop.order({jacket})))), QString()); // the owner gives what she likes
}

//! What belongs to another workspace of the same owner is not there: not to be read, not to be named.
void TestCounterRights::anotherWorkspaceIsNotThere()
{
    OrderShop shop;
    Desk here(*shop.shop.session, *shop.shop.door);
    const OrderId order = shop.book({shop.withCloth(OrderShop::piece("Jacket", 45'000), 2000)});
    const auto piece = shop.pieceIds(order)[0];
    const auto payment = await(here.payments.take(order, {naira(1'000)})).value();
    const auto invoice = await(here.invoices.issue(order)).value();
    MeasurementService tape(*shop.shop.session, *shop.shop.door);
    const auto waist = MeasuredValue::parse(QStringLiteral("waist_circ"), Side::Both, u"82", LengthUnit::Centimetre);
    const auto set = await(tape.save({shop.client, std::nullopt, SetKind::Body, {*waist}})).value();

    const auto other = shop.shop.otherWorkspace(QStringLiteral("Second"));
    Desk there(*other.session, *other.door);
    const QString noOrder = QStringLiteral("order.not_found");
    QCOMPARE(refusal(there.orders.load(order)), noOrder);
    QVERIFY(!there.orders.byNumber(QStringLiteral("1001")).value());
    QCOMPARE(there.orders.openOrders()->rows.size(), size_t(0));
    QCOMPARE(there.orders.ofClient(shop.client)->rows.size(), size_t(0));
    QCOMPARE(refusal(await(there.orders.complete(order))), noOrder);
    QCOMPARE(refusal(await(there.orders.handOver(withTicket({order})))), noOrder);
    QCOMPARE(refusal(await(there.orders.removeDraft(order))), noOrder);
    QCOMPARE(refusal(await(there.orders.moveStage(piece, Stage::Cut))), QStringLiteral("order.piece_not_found"));
    QCOMPARE(refusal(await(there.orders.cancelPiece(piece, QStringLiteral("no")))),
             QStringLiteral("order.piece_not_found"));
    QCOMPARE(refusal(there.payments.ofOrder(order)), noOrder);
    QCOMPARE(refusal(there.payments.balance(order)), noOrder);
    QCOMPARE(refusal(await(there.payments.take(order, {naira(1)}))), noOrder);
    QCOMPARE(refusal(await(there.payments.confirm(payment.id))), QStringLiteral("payment.not_found"));
    QCOMPARE(refusal(await(there.payments.refund(payment.id, QStringLiteral("why")))),
             QStringLiteral("payment.not_found"));
    QCOMPARE(refusal(await(there.checkout.handOver(withTicket({order}), finance::PaymentDraft{naira(1)}))), noOrder);
    QCOMPARE(refusal(there.invoices.load(invoice.id)), QStringLiteral("invoice.not_found"));
    QCOMPARE(refusal(there.invoices.verify(invoice.id)), QStringLiteral("invoice.not_found"));
    QVERIFY(!there.invoices.forOrder(order).value());
    QCOMPARE(refusal(there.invoices.receipt(payment.id)), QStringLiteral("payment.not_found"));
    QCOMPARE(refusal(there.invoices.claimCheck(order)), noOrder);
    QCOMPARE(refusal(await(there.invoices.issue(order))), noOrder);
    const QString noItem = QStringLiteral("inventory.not_found");
    QCOMPARE(refusal(there.stock.load(shop.roll)), noItem);
    QCOMPARE(refusal(await(there.stock.stockIn(shop.roll, Quantity(1000)))), noItem);
    QCOMPARE(refusal(await(there.stock.adjust(shop.roll, Quantity(1), QStringLiteral("why")))), noItem);
    QCOMPARE(refusal(await(there.stock.edit(shop.roll, {.name = QStringLiteral("X"), .unit = QStringLiteral("m")}))),
             noItem);
    QVERIFY(!await(there.stock.remove(shop.roll)));
    QCOMPARE(there.stock.movements(shop.roll)->rows.size(), size_t(0));

    orders::OrderDraft draft = shop.order({OrderShop::piece("Skirt", 1)});
    QCOMPARE(refusal(await(there.orders.book(draft))), QStringLiteral("client.unknown"));
    draft.client.reset();
    draft.pieces[0] = shop.withCloth(draft.pieces[0], 1000);
    QCOMPARE(refusal(await(there.orders.book(draft))), noItem);
    draft.pieces[0] = OrderShop::piece("Skirt", 1);
    draft.pieces[0].wearer = shop.client;
    QCOMPARE(refusal(await(there.orders.book(draft))), QStringLiteral("client.unknown"));
    draft.pieces[0].wearer.reset();
    draft.pieces[0].measurementSet = set;
    QCOMPARE(refusal(await(there.orders.book(draft))), QStringLiteral("measure.unknown"));
    draft.pieces[0].measurementSet.reset();
    QCOMPARE(await(there.orders.book(draft))->number, QStringLiteral("1001")); // a series of its own
    QCOMPARE(shop.shelf(), std::pair(qint64(10'000), qint64(2000)));
    QCOMPARE(shop.problems(), QStringList());
}

QTEST_GUILESS_MAIN(TestCounterRights)
#include "tst_counter_rights.moc"
