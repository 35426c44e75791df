// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/exchange/importer.h"
#include "core/finance/checkout_service.h"
#include "core/finance/payment_service.h"
#include "core/invoices/invoice_service.h"
#include "core/measurements/measurement_service.h"
#include "tests/core/orders/order_shop.h"
#include "tests/support/test_paths.h"

#include <QFileInfo>
#include <QTest>

using namespace thimblely;
using namespace thimblely::test;
using orders::OrderStatus;
using orders::PaymentStatus;

// The whole way of one client through the core: measured, ordered for, paid, handed over and billed. After each step
// everything that can be compared in the file agrees.
class TestCounterWay : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void typedClient();
    void importedPeople_data();
    void importedPeople();

private:
    void walk(OrderShop &shop, ClientId client, MeasurementSetId measures);
    void bookAndTakeBack(OrderShop &shop, const orders::OrderDraft &draft, finance::CheckedOut &out);
    void complete(OrderShop &shop, const finance::CheckedOut &out);
    void payAndHandOver(OrderShop &shop, const finance::CheckedOut &out);
    void bill(OrderShop &shop, const finance::CheckedOut &out, ClientId client);
    void papers(OrderShop &shop, const finance::CheckedOut &out, ClientId client);
};

namespace {

MeasuredValue cm(const char *code, const char *text)
{
    return MeasuredValue::parse(QString::fromLatin1(code), Side::Both, QString::fromLatin1(text),
                                LengthUnit::Centimetre)
        .value();
}

//! Rows of an item's history that belong to pieces, as "cut -2750".
QStringList usedBy(const OrderShop &shop, OrderItemId piece)
{
    QStringList lines;
    const auto page = shop.stock.movements(shop.roll).value();
    for (const inventory::Movement &row : page.rows) {
        if (row.piece == piece)
            lines.prepend(QString::fromLatin1(toCode(row.type)) + u' ' + QString::number(row.quantity.milli()));
    }
    return lines;
}

} // namespace

#define STEP(call)                                                                                                     \
    do {                                                                                                               \
        call;                                                                                                          \
        if (QTest::currentTestFailed())                                                                                \
            return;                                                                                                    \
    } while (false)

void TestCounterWay::walk(OrderShop &shop, ClientId client, MeasurementSetId measures)
{
    orders::OrderDraft draft = shop.order({shop.withCloth(OrderShop::piece("Jacket", 45'000), 2750),
                                           shop.withCloth(OrderShop::piece("Trousers", 20'000), 1300)});
    draft.client = client;
    draft.promisedTime = QTime(17, 30);
    for (orders::PieceDraft &piece : draft.pieces) {
        piece.measurementSet = measures;
        piece.taxRate = Rate(75'000);
        piece.taxCode = QStringLiteral("VAT");
    }
    draft.pieces[0].colour = QStringLiteral("navy");
    draft.pieces[0].mark = QStringLiteral("pinstripe");
    orders::Task hem;
    hem.name = QStringLiteral("Hem");
    hem.amount = QStringLiteral("−3.5 cm");
    hem.side = orders::TaskSide::Both;
    hem.price = naira(2'000);
    draft.pieces[1].tasks = {hem};
    draft.pieces[1].condition = {QStringLiteral("shine on seat")};

    finance::CheckedOut out{{OrderId::make(shop.shop.clock), {}}, std::nullopt};
    STEP(bookAndTakeBack(shop, draft, out));
    STEP(complete(shop, out));
    STEP(payAndHandOver(shop, out));
    STEP(bill(shop, out, client));
    STEP(papers(shop, out, client));
}

void TestCounterWay::bookAndTakeBack(OrderShop &shop, const orders::OrderDraft &draft, finance::CheckedOut &out)
{
    finance::CheckoutService checkout(*shop.shop.session, *shop.shop.door);
    const finance::PaymentService payments(*shop.shop.session, *shop.shop.door);
    std::vector<changes::ChangeSet> told;
    const auto listener = connect(
        shop.shop.door.get(), &changes::WriteDoor::changed, this,
        [&told](const changes::ChangeSet &set) { told.push_back(set); }, Qt::DirectConnection);
    const auto booked =
        await(checkout.book(draft, finance::PaymentDraft{naira(30'000), finance::PaymentMethod::Cash, naira(50'000)}));
    disconnect(listener);
    QCOMPARE(refusal(booked), QString());
    out = *booked;
    QCOMPARE(told.size(), size_t(1)); // order and deposit are one commit
    QCOMPARE(told[0].kind, QByteArray("order.book"));
    QCOMPARE(out.payment->change, naira(20'000));
    QCOMPARE(out.payment->receiptNumber, QStringLiteral("RA-26-00001"));
    QCOMPARE(shop.shelf(), std::pair(qint64(10'000), qint64(4050)));
    const auto before = shop.orders.load(out.order.id).value();
    QCOMPARE(before.status, OrderStatus::Pending);
    QCOMPARE(before.sums->total, naira(65'000));
    QCOMPARE(before.sums->paid, naira(30'000));
    QCOMPARE(before.sums->balance, naira(35'000));
    QCOMPARE(before.sums->status, PaymentStatus::Partial);
    QCOMPARE(shop.clients.load(*draft.client)->balance, std::optional(naira(35'000)));
    QCOMPARE(shop.problems(), QStringList());

    QCOMPARE(refusal(await(shop.shop.door->undo())), QString());
    QCOMPARE(refusal(shop.orders.load(out.order.id)), QStringLiteral("order.not_found"));
    QCOMPARE(shop.shelf(), std::pair(qint64(10'000), qint64(0)));
    QCOMPARE(shop.clients.load(*draft.client)->balance, std::optional(naira(0)));
    QCOMPARE(shop.clients.load(*draft.client)->orders, std::optional(qint64(0)));
    QCOMPARE(shop.problems(), QStringList());

    QCOMPARE(refusal(await(shop.shop.door->redo())), QString());
    const auto again = shop.orders.load(out.order.id).value();
    QCOMPARE(again.number, before.number);
    QCOMPARE(again.pieces.size(), size_t(2));
    QCOMPARE(again.pieces[1].facts.tasks, before.pieces[1].facts.tasks);
    QCOMPARE(again.sums->paid, naira(30'000));
    QCOMPARE(again.sums->balance, naira(35'000));
    QCOMPARE(shop.shelf(), std::pair(qint64(10'000), qint64(4050)));
    Money paid = naira(0);
    for (const finance::Payment &payment : payments.ofOrder(out.order.id).value())
        paid = paid.plus(payment.amount).value();
    QCOMPARE(paid, naira(30'000));
    QCOMPARE(shop.problems(), QStringList());
}

void TestCounterWay::complete(OrderShop &shop, const finance::CheckedOut &out)
{
    shop.shop.clock.advanceDays(5);
    QCOMPARE(refusal(await(shop.orders.complete(out.order.id))), QString());
    const auto taken = std::pair(qint64(5950), qint64(0));
    QCOMPARE(shop.shelf(), taken);
    auto order = shop.orders.load(out.order.id).value();
    QCOMPARE(order.status, OrderStatus::Completed);
    for (const orders::Piece &piece : order.pieces) {
        QVERIFY(piece.isReady());
        QVERIFY(piece.measuresFrozen);
    }
    QStringList cuts = usedBy(shop, order.pieces[0].id).filter(QStringLiteral("cut"));
    QCOMPARE(cuts, QStringList{QStringLiteral("cut -2750")});
    QCOMPARE(usedBy(shop, order.pieces[1].id).filter(QStringLiteral("cut")), QStringList{QStringLiteral("cut -1300")});
    QCOMPARE(shop.problems(), QStringList());

    // A second time nothing more leaves the shelf.
    QCOMPARE(refusal(await(shop.orders.complete(out.order.id))), QStringLiteral("order.done_already ") + order.number);
    QCOMPARE(usedBy(shop, order.pieces[0].id).filter(QStringLiteral("cut")), cuts);
    QCOMPARE(refusal(await(shop.orders.moveStage(order.pieces[0].id, orders::Stage::Finished))), QString());
    QCOMPARE(refusal(await(shop.orders.complete(out.order.id))), QString());
    QCOMPARE(shop.shelf(), taken);
    QCOMPARE(usedBy(shop, order.pieces[0].id).filter(QStringLiteral("cut")), cuts);
    QCOMPARE(shop.problems(), QStringList());

    QCOMPARE(refusal(await(shop.shop.door->undo())), QString());
    QCOMPARE(shop.orders.load(out.order.id)->status, OrderStatus::InProgress);
    QCOMPARE(refusal(await(shop.shop.door->undo())), QString());
    QCOMPARE(refusal(await(shop.shop.door->undo())), QString());
    order = shop.orders.load(out.order.id).value();
    QCOMPARE(order.status, OrderStatus::Pending);
    QVERIFY(!order.pieces[0].measuresFrozen);
    QCOMPARE(shop.shelf(), std::pair(qint64(10'000), qint64(4050)));
    QCOMPARE(shop.problems(), QStringList());
    QCOMPARE(refusal(await(shop.shop.door->redo())), QString());
    QCOMPARE(shop.orders.load(out.order.id)->status, OrderStatus::Completed);
    QCOMPARE(shop.shelf(), taken);
    QCOMPARE(shop.problems(), QStringList());
}

void TestCounterWay::payAndHandOver(OrderShop &shop, const finance::CheckedOut &out)
{
    finance::CheckoutService checkout(*shop.shop.session, *shop.shop.door);
    orders::HandOver away = withTicket({out.order.id});
    away.collector = QStringLiteral("her sister");
    away.ticketSeen = true;
    const finance::PaymentDraft rest{naira(35'000), finance::PaymentMethod::Cash, naira(40'000)};

    const auto taken = await(checkout.handOver(away, rest));
    QCOMPARE(refusal(taken), QString());
    QCOMPARE((*taken)->change, naira(5'000));
    QCOMPARE((*taken)->receiptNumber, QStringLiteral("RA-26-00002"));
    const auto check = [&] {
        const auto order = shop.orders.load(out.order.id).value();
        QCOMPARE(order.sums->balance, naira(0));
        QCOMPARE(order.sums->status, PaymentStatus::Paid);
        for (const orders::Piece &piece : order.pieces) {
            QVERIFY(piece.isCollected());
            QCOMPARE(piece.collectedByName, QStringLiteral("her sister"));
        }
        QCOMPARE(shop.orders.openOrders()->rows.size(), size_t(0));
        QCOMPARE(shop.problems(), QStringList());
    };
    STEP(check());
    QCOMPARE(refusal(await(checkout.handOver(away, {}))), QStringLiteral("order.nothing_ready"));

    QCOMPARE(refusal(await(shop.shop.door->undo())), QString());
    const auto order = shop.orders.load(out.order.id).value();
    QCOMPARE(order.sums->balance, naira(35'000));
    for (const orders::Piece &piece : order.pieces) {
        QVERIFY(piece.isReady());
        QCOMPARE(piece.collectedByName, QString());
    }
    QCOMPARE(shop.problems(), QStringList());
    QCOMPARE(refusal(await(shop.shop.door->redo())), QString());
    STEP(check());
}

void TestCounterWay::bill(OrderShop &shop, const finance::CheckedOut &out, ClientId client)
{
    invoices::InvoiceService service(*shop.shop.session, *shop.shop.door);
    QCOMPARE(service.forOrder(out.order.id).value(), std::optional<InvoiceId>());
    const auto issued = await(service.issue(out.order.id));
    QCOMPARE(refusal(issued), QString());
    QCOMPARE(issued->number, QStringLiteral("A-26-00001"));
    QCOMPARE(issued->series, QStringLiteral("A-26"));
    QCOMPARE(issued->to.name, shop.clients.load(client)->fields.name);
    QCOMPARE(issued->from.name, QStringLiteral("Bello"));
    QCOMPARE(issued->issuedDate, day("2026-11-30"));
    QCOMPARE(issued->supplyDate, std::optional(day("2026-11-30")));
    QCOMPARE(issued->lines.size(), size_t(2));
    QCOMPARE(issued->lines[0].details, QStringLiteral("navy, pinstripe"));
    QCOMPARE(issued->lines[1].details, QStringLiteral("Hem −3.5 cm, both sides"));
    QCOMPARE(issued->total, naira(65'000));
    QCOMPARE(issued->paid, naira(65'000));
    QCOMPARE(issued->balance, naira(0));
    QCOMPARE(issued->paymentStatus, PaymentStatus::Paid);
    QCOMPARE(issued->taxes.size(), size_t(1));
    QCOMPARE(issued->taxes[0].net.plus(issued->taxes[0].tax).value(), naira(65'000));
    QCOMPARE(issued->tax, Money(313'953 + 139'535, currencyNamed("NGN"))); // rounded line by line
    QVERIFY(issued->previousHash.isEmpty());
    QCOMPARE(issued->documentHash.size(), qsizetype(32));
    QCOMPARE(refusal(service.verify(issued->id)), QString());
    QCOMPARE(service.forOrder(out.order.id).value(), std::optional(issued->id));
    QCOMPARE(shop.problems(), QStringList());

    QCOMPARE(refusal(await(service.issue(out.order.id))), QStringLiteral("invoice.issued_already A-26-00001"));

    // The next one is chained to it.
    const OrderId next = shop.book({OrderShop::piece("Skirt", 9'000)});
    const auto second = await(service.issue(next));
    QCOMPARE(refusal(second), QString());
    QCOMPARE(second->number, QStringLiteral("A-26-00002")); // the refused one took no number
    QCOMPARE(second->previousHash, issued->documentHash);
    QCOMPARE(second->paid, naira(0));
    QCOMPARE(refusal(service.verify(second->id)), QString());
    QCOMPARE(shop.problems(), QStringList());
}

void TestCounterWay::papers(OrderShop &shop, const finance::CheckedOut &out, ClientId client)
{
    const invoices::InvoiceService service(*shop.shop.session, *shop.shop.door);
    const QString name = shop.clients.load(client)->fields.name;
    const auto receipt = service.receipt(out.payment->id);
    QCOMPARE(refusal(receipt), QString());
    QCOMPARE(receipt->receiptNumber, out.payment->receiptNumber);
    QCOMPARE(receipt->clientName, name);
    QCOMPARE(receipt->payment.amount, naira(30'000));
    QCOMPARE(receipt->payment.tendered, std::optional(naira(50'000)));
    QCOMPARE(receipt->payment.change, std::optional(naira(20'000)));
    QCOMPARE(receipt->orders[0].total, naira(65'000));
    QCOMPARE(receipt->orders[0].paidSoFar, naira(30'000)); // as it was when it was given, whatever was paid since
    QCOMPARE(receipt->orders[0].balance, naira(35'000));
    QCOMPARE(receipt->orders[0].lines.size(), size_t(2));
    QCOMPARE(receipt->orders[0].lines[0].words, QStringLiteral("Jacket, navy pinstripe"));
    QCOMPARE(receipt->orders[0].lines[0].amount, std::optional(naira(45'000)));
    QCOMPARE(receipt->shop.name, QStringLiteral("Bello"));

    const auto check = service.claimCheck(out.order.id);
    QCOMPARE(refusal(check), QString());
    QCOMPARE(check->orderNumber, out.order.number);
    QCOMPARE(check->clientName, name);
    QCOMPARE(check->promisedDate, std::optional(day("2026-12-04")));
    QCOMPARE(check->promisedTime, std::optional(QTime(17, 30)));
    QCOMPARE(check->pieces.size(), size_t(2));
    QCOMPARE(check->pieces[0].tag, out.order.number + QStringLiteral("-1"));
    QCOMPARE(check->pieces[1].barcode, out.order.number + QStringLiteral("P2"));
    QCOMPARE(check->pieces[0].colour, QStringLiteral("navy pinstripe"));
    QCOMPARE(check->pieces[1].tasks,
             (std::vector<invoices::ClaimTask>{{QStringLiteral("Hem −3.5 cm, both sides"), naira(2'000)}}));
    QCOMPARE(check->pieces[1].condition, QStringList{QStringLiteral("shine on seat")});
    for (const invoices::ClaimPiece &piece : check->pieces) {
        for (const QString &scanned : {piece.tag, piece.barcode})
            QCOMPARE(shop.orders.byNumber(scanned).value(), std::optional(out.order.id));
    }
}

void TestCounterWay::typedClient()
{
    OrderShop shop;
    MeasurementService tape(*shop.shop.session, *shop.shop.door);
    const MeasurementDraft draft{
        shop.client, std::nullopt, SetKind::Body, {cm("bust_circ", "96"), cm("waist_circ", "82,3")}};
    const auto set = await(tape.save(draft));
    QCOMPARE(refusal(set), QString());
    QCOMPARE(shop.problems(), QStringList());
    walk(shop, shop.client, *set);
}

void TestCounterWay::importedPeople_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("name");
    QTest::newRow("our own survey") << (test::ownData() + QStringLiteral("/survey/ansur_sample.csv"))
                                    << QStringLiteral("ANSUR 90007");
    QTest::newRow("the 1,986 women") << (test::sharedData() +
                                         QStringLiteral("/measurements/ANSUR_II_FEMALE_Public.csv"))
                                     << QStringLiteral("ANSUR 10037");
}

void TestCounterWay::importedPeople()
{
    QFETCH(QString, file);
    QFETCH(QString, name);
    if (!QFileInfo::exists(file))
        QSKIP("ANSUR_II_FEMALE_Public.csv: ../shared/data is absent");
    OrderShop shop;
    const auto report = Importer(*shop.shop.door).importFiles(ImportKind::Measurements, {file});
    QCOMPARE(refusal(report), QString());
    QVERIFY(report->created > 0);
    QCOMPARE(report->clientsCreated, report->created);
    QCOMPARE(shop.problems(), QStringList());

    const auto found = shop.clients.search(name, 2).value();
    QCOMPARE(found.size(), size_t(1));
    QCOMPARE(found[0].name, name);
    MeasurementService reader(*shop.shop.session, *shop.shop.door);
    const auto sets = reader.setsOf(found[0].id).value();
    QCOMPARE(sets.size(), size_t(1));
    QVERIFY(sets[0].values.size() > 10);
    walk(shop, found[0].id, sets[0].id);
}

QTEST_GUILESS_MAIN(TestCounterWay)
#include "tst_counter_way.moc"
