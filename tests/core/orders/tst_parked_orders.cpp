// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "tests/core/orders/order_shop.h"

#include <QTest>

using namespace thimblely;
using namespace thimblely::test;
using namespace thimblely::orders;

//! Orders that wait without a number: the list of them, going on with one, dropping one.
class TestParkedOrders : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void listsTheLatestFirst();
    void listsByPages();
    void goesOnWithAllThatWasTyped();
    void burnsNoNumber();
    void bookingTakesItsPlace();
    void parkingAgainTakesItsPlace();
    void isBookedOnce();
    void isWrittenOnceUnderItsId();
    void whatWasTypedOfThePaymentWaitsWithIt();
    void undoBringsItBack();
    void who_data();
    void who();
    void aBookedOneIsNotDropped();
    void withoutPricesNobodyGoesOn();

private:
    static OrderDraft jacketAndTrousers(const OrderShop &shop)
    {
        OrderDraft draft =
            shop.order({shop.withCloth(OrderShop::piece("Jacket", 45'000), 2000), OrderShop::piece("Trousers", 0)});
        PieceDraft &jacket = draft.pieces[0];
        jacket.condition = {QStringLiteral("shine on seat"), QStringLiteral("button missing")};
        jacket.colour = QStringLiteral("navy");
        jacket.mark = QStringLiteral("pinstripe");
        jacket.discount = naira(1'000);
        jacket.taxRate = Rate(75'000);
        Task hem;
        hem.name = QStringLiteral("Hem");
        hem.amount = QStringLiteral("-3.5 cm");
        hem.price = naira(2'000);
        jacket.tasks = {hem};
        draft.pieces[1].kind = PieceKind::Alteration;
        draft.pieces[1].unitPrice.reset();
        draft.promisedTime = QTime(17, 0);
        draft.notes = QStringLiteral("before noon");
        draft.depositAsked = naira(6'000);
        draft.payTyped = {
            {QStringLiteral("now"), QStringLiteral("6000")},
            {QStringLiteral("facts"), QJsonObject{{QStringLiteral("reference"), QStringLiteral("TR-9")}}}};
        return draft;
    }
};

void TestParkedOrders::listsTheLatestFirst()
{
    OrderShop shop;
    QVERIFY(shop.orders.parkedOrders()->rows.empty());
    const OrderId first = await(shop.orders.park(jacketAndTrousers(shop))).value();
    shop.shop.clock.advanceMsecs(60'000);
    OrderDraft nobody;
    nobody.whoTyped = QStringLiteral("0701 22");
    const OrderId second = await(shop.orders.park(nobody)).value();
    shop.book({OrderShop::piece("Skirt", 1)});

    const ParkedPage page = shop.orders.parkedOrders().value();
    QCOMPARE(page.rows.size(), size_t(2));
    QVERIFY(!page.next);
    QCOMPARE(page.rows[0].id, second);
    QCOMPARE(page.rows[0].who, QStringLiteral("0701 22"));
    QCOMPARE(page.rows[0].pieces, 0);
    QCOMPARE(page.rows[1].id, first);
    QCOMPARE(page.rows[1].who, QStringLiteral("Ngozi Okafor"));
    QCOMPARE(page.rows[1].title, QStringLiteral("Jacket, Trousers"));
    QCOMPARE(page.rows[1].pieces, 2);
    QCOMPARE(page.rows[1].promisedDate, std::optional(day("2026-12-04")));
    QCOMPARE(page.rows[1].total, std::optional(naira(44'000)));
    QVERIFY(page.rows[0].parkedAt > page.rows[1].parkedAt);
}

void TestParkedOrders::listsByPages()
{
    OrderShop shop;
    std::vector<OrderId> parked;
    for (int i = 0; i < 5; ++i) { // at one moment: the id decides
        OrderDraft draft;
        draft.whoTyped = QString::number(i);
        parked.push_back(await(shop.orders.park(draft)).value());
    }
    std::vector<OrderId> found;
    std::optional<ParkedKey> next;
    do {
        const ParkedPage page = shop.orders.parkedOrders(next, 2).value();
        for (const ParkedOrder &row : page.rows)
            found.push_back(row.id);
        next = page.next;
    } while (next);
    std::ranges::reverse(parked);
    QCOMPARE(found, parked);
}

void TestParkedOrders::goesOnWithAllThatWasTyped()
{
    OrderShop shop;
    const OrderDraft typed = jacketAndTrousers(shop);
    const OrderId id = await(shop.orders.park(typed)).value();
    OrderDraft again = shop.orders.resume(id).value();
    QCOMPARE(again.continues, std::optional(id));
    again.continues.reset();
    QCOMPARE(again, typed);

    OrderDraft nobody;
    nobody.whoTyped = QStringLiteral("0701 22");
    nobody.notes = QStringLiteral("asks for linen");
    const OrderDraft typedBefore = nobody;
    again = shop.orders.resume(await(shop.orders.park(nobody)).value()).value();
    again.continues.reset();
    QCOMPARE(again, typedBefore);
    const OrderId booked = shop.book({OrderShop::piece("Skirt", 1)});
    QCOMPARE(refusal(shop.orders.resume(booked)), QStringLiteral("order.not_a_draft"));
}

void TestParkedOrders::burnsNoNumber()
{
    OrderShop shop;
    const QString first = await(shop.orders.book(shop.order({OrderShop::piece("Skirt", 1)})))->number;
    const OrderId parked = await(shop.orders.park(jacketAndTrousers(shop))).value();
    QVERIFY(await(shop.orders.park(shop.orders.resume(parked).value())));
    QVERIFY(await(shop.orders.removeDraft(shop.orders.parkedOrders()->rows[0].id)));
    const QString second = await(shop.orders.book(shop.order({OrderShop::piece("Skirt", 1)})))->number;
    QCOMPARE(second.toInt(), first.toInt() + 1);
    QCOMPARE(shop.problems(), QStringList());
}

void TestParkedOrders::bookingTakesItsPlace()
{
    OrderShop shop;
    const OrderId parked = await(shop.orders.park(jacketAndTrousers(shop))).value();
    QCOMPARE(shop.shelf(), std::pair(qint64(10'000), qint64(0)));
    const auto booked = await(shop.orders.book(shop.orders.resume(parked).value()));
    QVERIFY(booked);
    QVERIFY(shop.orders.parkedOrders()->rows.empty());
    QCOMPARE(refusal(shop.orders.load(parked)), QStringLiteral("order.not_found"));
    QCOMPARE(shop.orders.load(booked->id)->pieces.size(), size_t(2));
    QCOMPARE(shop.shelf(), std::pair(qint64(10'000), qint64(2'000)));
    QCOMPARE(shop.problems(), QStringList());
}

void TestParkedOrders::parkingAgainTakesItsPlace()
{
    OrderShop shop;
    const OrderId parked = await(shop.orders.park(jacketAndTrousers(shop))).value();
    OrderDraft draft = shop.orders.resume(parked).value();
    draft.pieces.pop_back();
    QVERIFY(await(shop.orders.park(draft)));
    const ParkedPage page = shop.orders.parkedOrders().value();
    QCOMPARE(page.rows.size(), size_t(1));
    QCOMPARE(page.rows[0].pieces, 1);
    QCOMPARE(shop.problems(), QStringList());
}

//! Two windows go on with the same one: the second is told, and takes no number.
void TestParkedOrders::isBookedOnce()
{
    OrderShop shop;
    const OrderId parked = await(shop.orders.park(jacketAndTrousers(shop))).value();
    const OrderDraft here = shop.orders.resume(parked).value();
    const OrderDraft there = shop.orders.resume(parked).value();
    const QString number = await(shop.orders.book(here))->number;
    QCOMPARE(refusal(await(shop.orders.book(there))), QStringLiteral("order.parked_gone"));
    QCOMPARE(refusal(await(shop.orders.park(there))), QStringLiteral("order.parked_gone"));
    QCOMPARE(shop.orders.openOrders()->rows.size(), size_t(1));
    OrderDraft itsOwn = there;
    itsOwn.continues.reset();
    QCOMPARE(await(shop.orders.book(itsOwn))->number.toInt(), number.toInt() + 1);
}

//! Whoever does not know whether it went through, as after a power cut, sends it once more.
void TestParkedOrders::isWrittenOnceUnderItsId()
{
    OrderShop shop;
    OrderDraft draft = jacketAndTrousers(shop);
    draft.id = OrderId::make(shop.shop.clock);
    QCOMPARE(await(shop.orders.park(draft)).value(), *draft.id);
    QCOMPARE(refusal(await(shop.orders.park(draft))), QStringLiteral("order.parked_already"));
    QCOMPARE(refusal(await(shop.orders.book(draft))), QStringLiteral("order.parked_already"));
    QCOMPARE(shop.orders.parkedOrders()->rows.size(), size_t(1));

    draft.id = OrderId::make(shop.shop.clock);
    const Booked booked = await(shop.orders.book(draft)).value();
    QCOMPARE(booked.id, *draft.id);
    QCOMPARE(refusal(await(shop.orders.book(draft))), QStringLiteral("order.written_already ") + booked.number);
    QCOMPARE(refusal(await(shop.orders.park(draft))), QStringLiteral("order.written_already ") + booked.number);
    QCOMPARE(shop.orders.openOrders()->rows.size(), size_t(1));

    QVERIFY(await(shop.shop.door->undo())); // then it is another one
    QVERIFY(await(shop.orders.book(draft))->id != booked.id);
    QCOMPARE(shop.orders.openOrders()->rows.size(), size_t(1));
    QCOMPARE(shop.problems(), QStringList());
}

//! Until it is booked: then it is money, and nothing of it stays in any row.
void TestParkedOrders::whatWasTypedOfThePaymentWaitsWithIt()
{
    OrderShop shop;
    const OrderId parked = await(shop.orders.park(jacketAndTrousers(shop))).value();
    const OrderDraft draft = shop.orders.resume(parked).value();
    QCOMPARE(draft.payTyped, jacketAndTrousers(shop).payTyped);
    const auto typedInFile = [&] {
        const auto file = storage::Connection::open({shop.shop.path()}).value();
        auto query = file->query("SELECT count(*) FROM orders WHERE pay_typed IS NOT NULL").value();
        return query->step().value() ? query->int64(0) : -1;
    };
    QCOMPARE(typedInFile(), qint64(1));
    QVERIFY(await(shop.orders.book(draft)));
    QCOMPARE(typedInFile(), qint64(0)); // those that were removed count too
    QVERIFY(await(shop.shop.door->undo()));
    QCOMPARE(shop.orders.resume(parked)->payTyped, draft.payTyped);

    const auto cutter = shop.hire("member", "cutter");
    QVERIFY(!cutter.session->reader().query("SELECT pay_typed FROM order_prices"));
    QVERIFY(!cutter.session->reader().query("SELECT pay_typed FROM orders"));
    QCOMPARE(shop.problems(), QStringList());
}

void TestParkedOrders::undoBringsItBack()
{
    OrderShop shop;
    const OrderId parked = await(shop.orders.park(jacketAndTrousers(shop))).value();
    QVERIFY(await(shop.orders.removeDraft(parked)));
    QVERIFY(shop.orders.parkedOrders()->rows.empty());
    QVERIFY(await(shop.shop.door->undo()));
    QCOMPARE(shop.orders.resume(parked)->pieces.size(), size_t(2));

    QVERIFY(await(shop.orders.book(shop.orders.resume(parked).value())));
    QVERIFY(await(shop.shop.door->undo())); // the booking: it is parked as before
    QCOMPARE(shop.orders.parkedOrders()->rows.size(), size_t(1));
    QVERIFY(shop.orders.openOrders()->rows.empty());
    QVERIFY(await(shop.shop.door->redo()));
    QVERIFY(shop.orders.parkedOrders()->rows.empty());
    QCOMPARE(shop.orders.openOrders()->rows.size(), size_t(1));
    QCOMPARE(shop.problems(), QStringList());
}

void TestParkedOrders::who_data()
{
    QTest::addColumn<QByteArray>("role");
    QTest::addColumn<QByteArray>("job");
    QTest::addColumn<bool>("may");
    QTest::newRow("admin") << QByteArray("admin") << QByteArray() << true;
    QTest::newRow("member") << QByteArray("member") << QByteArray() << true;
    QTest::newRow("counter") << QByteArray("member") << QByteArray("counter") << true;
    QTest::newRow("cutter") << QByteArray("member") << QByteArray("cutter") << false;
    QTest::newRow("stitcher") << QByteArray("member") << QByteArray("stitcher") << false;
    QTest::newRow("finisher") << QByteArray("member") << QByteArray("finisher") << false;
    QTest::newRow("viewer") << QByteArray("viewer") << QByteArray() << false;
}

//! What the owner parked a colleague at the counter may go on with, drop and bring back.
void TestParkedOrders::who()
{
    QFETCH(QByteArray, role);
    QFETCH(QByteArray, job);
    QFETCH(bool, may);
    OrderShop shop;
    const OrderId parked = await(shop.orders.park(jacketAndTrousers(shop))).value();
    const auto colleague = shop.hire(role, job, 10'000);
    OrderService theirs(*colleague.session, *colleague.door);
    const auto dropped = await(theirs.removeDraft(parked));
    QCOMPARE(dropped.ok(), may);
    QCOMPARE(shop.orders.parkedOrders()->rows.size(), size_t(may ? 0 : 1));
    if (!may) {
        QCOMPARE(dropped.error().kind, ErrorKind::Forbidden);
        QVERIFY(!await(theirs.park(OrderDraft())));
        return;
    }
    QVERIFY(await(colleague.door->undo()));
    const auto booked = await(theirs.book(theirs.resume(parked).value()));
    QVERIFY2(booked, qPrintable(refusal(booked)));
    QVERIFY(theirs.parkedOrders()->rows.empty());
    QVERIFY(await(colleague.door->undo())); // and back, without the right to delete
    QVERIFY(await(colleague.door->redo()));
    QCOMPARE(shop.orders.openOrders()->rows.size(), size_t(1));
    QCOMPARE(shop.problems(), QStringList());
}

void TestParkedOrders::aBookedOneIsNotDropped()
{
    OrderShop shop;
    const OrderId booked = shop.book({OrderShop::piece("Skirt", 1)});
    const auto counter = shop.hire("member", "counter");
    QCOMPARE(refusal(await(OrderService(*counter.session, *counter.door).removeDraft(booked))),
             QStringLiteral("order.not_a_draft"));
    const auto removed = await(counter.door->write<void>({"test.remove"}, [=](changes::WriteContext &context) {
        return context.rows().remove(storage::Table::Orders, booked.bytes());
    }));
    QCOMPARE(refusal(removed), QStringLiteral("access.refused orders:delete"));
    QVERIFY(shop.orders.load(booked));
}

void TestParkedOrders::withoutPricesNobodyGoesOn()
{
    OrderShop shop;
    const OrderId parked = await(shop.orders.park(jacketAndTrousers(shop))).value();
    auto counter = shop.hire("member", "counter");
    access::Principal blind = counter.principal;
    blind.capabilities = blind.capabilities - access::CapabilitySet{access::Capability::PricesRead};
    counter.session = access::Session::open(shop.shop.path(), blind).value();
    counter.door = changes::WriteDoor::open(*counter.session, shop.shop.clock).value();
    OrderService theirs(*counter.session, *counter.door);
    const ParkedPage page = theirs.parkedOrders().value();
    QCOMPARE(page.rows.size(), size_t(1));
    QVERIFY(!page.rows[0].total); // absent, not zero
    QCOMPARE(refusal(theirs.resume(parked)), QStringLiteral("access.refused prices:read"));
}

QTEST_GUILESS_MAIN(TestParkedOrders)
#include "tst_parked_orders.moc"
