// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/finance/checkout_service.h"
#include "core/finance/payment_service.h"
#include "tests/core/orders/order_shop.h"

#include <QTest>

using namespace thimblely;
using namespace thimblely::test;
using namespace thimblely::orders;

//! What comes to a booked order later: its price on top, what was paid as it is, one operation, one undo.
class TestAdditions : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_shop = std::make_unique<OrderShop>();
        m_checkout = std::make_unique<finance::CheckoutService>(*m_shop->shop.session, *m_shop->shop.door);
    }
    void cleanup()
    {
        QCOMPARE(m_shop->problems(), QStringList());
        m_checkout.reset();
        m_shop.reset();
    }

    void aPieceComesOnTopOfWhatWasPaid();
    void aTaskComesOnTopOfThePiece();
    void taxAndDiscountFollow();
    void undoneAndRedone();
    void refuses_data();
    void refuses();
    void theListHoldsForWhatIsNewAlone();
    void theCounterAddsAndTakesItBack();
    void anOrderThatWasReadyIsAtWorkAgain();

private:
    static Task task(const char *name, qint64 price)
    {
        Task task;
        task.name = QString::fromLatin1(name);
        task.price = naira(price);
        return task;
    }
    OrderId bookPaid(std::vector<PieceDraft> pieces, qint64 paid)
    {
        const finance::PaymentDraft deposit{naira(paid), finance::PaymentMethod::Cash};
        return await(m_checkout->book(m_shop->order(std::move(pieces)), deposit)).value().order.id;
    }
    QString add(const Addition &addition) { return refusal(await(m_checkout->add(addition, std::nullopt))); }
    OrderSums sums(OrderId id) const { return *m_shop->orders.load(id)->sums; }

    std::unique_ptr<OrderShop> m_shop;
    std::unique_ptr<finance::CheckoutService> m_checkout;
};

void TestAdditions::aPieceComesOnTopOfWhatWasPaid()
{
    const OrderId id = bookPaid({OrderShop::piece("Jacket", 45'000)}, 45'000);
    QCOMPARE(sums(id).status, PaymentStatus::Paid);
    PieceDraft trousers = m_shop->withCloth(OrderShop::piece("Trousers", 20'000), 1300);
    trousers.colour = QStringLiteral("turquoise");
    const finance::PaymentDraft part{naira(5'000), finance::PaymentMethod::Cash};
    const auto added = await(m_checkout->add({id, {trousers}}, part)).value();
    const OrderDetail order = m_shop->orders.load(id).value();
    QCOMPARE(added.order.number, order.number);
    QCOMPARE(order.pieces.size(), size_t(2));
    QCOMPARE(order.pieces[1].position, 2);
    QCOMPARE(order.sums->total, naira(65'000));
    QCOMPARE(order.sums->paid, naira(50'000));
    QCOMPARE(order.sums->status, PaymentStatus::Partial);
    QCOMPARE(m_shop->shelf().second, qint64(1300)); // reserved as if it had been booked at once
    QCOMPARE(m_shop->orders.byNumber(order.number + QStringLiteral("-2")).value(), std::optional(id));
    const auto found = m_shop->orders.search(QStringLiteral("turquoise"), QLocale(QStringLiteral("en_NG")), 5).value();
    QCOMPARE(found.size(), size_t(1));
    QCOMPARE(found[0].id, id);
    QCOMPARE(m_shop->clients.load(m_shop->client)->balance, std::optional(naira(15'000)));
}

void TestAdditions::aTaskComesOnTopOfThePiece()
{
    PieceDraft trousers = OrderShop::piece("Trousers", 2'000);
    trousers.kind = PieceKind::Alteration;
    trousers.tasks = {task("Hem", 2'000)};
    const OrderId id = bookPaid({trousers}, 2'000);
    Task sleeve = task("Taper", 2'500);
    sleeve.side = TaskSide::Left;
    sleeve.amount = QStringLiteral("1/2 in");
    QCOMPARE(add({id, {}, {{m_shop->pieceIds(id)[0], {sleeve}}}}), QString());
    const Piece piece = m_shop->orders.load(id)->pieces[0];
    QCOMPARE(piece.facts.tasks, (std::vector<Task>{trousers.tasks[0], sleeve}));
    QCOMPARE(piece.facts.unitPrice, std::optional(naira(4'500)));
    QCOMPARE(sums(id).balance, naira(2'500));
}

void TestAdditions::taxAndDiscountFollow()
{
    PieceDraft jacket = OrderShop::piece("Jacket", 10'000);
    jacket.taxRate = Rate::percent(10);
    jacket.taxCode = QStringLiteral("VAT");
    jacket.discount = naira(1'000);
    OrderDraft draft = m_shop->order({jacket});
    draft.taxInclusive = false;
    const OrderId id = await(m_shop->orders.book(draft)).value().id;
    QCOMPARE(sums(id).total, naira(9'900));
    PieceDraft tie = OrderShop::piece("Tie", 1'000);
    tie.taxRate = Rate::percent(10);
    QCOMPARE(add({id, {tie}, {{m_shop->pieceIds(id)[0], {task("Lining", 2'000)}}}}), QString());
    QCOMPARE(sums(id).discount, naira(1'000));
    QCOMPARE(sums(id).tax, naira(1'200));
    QCOMPARE(sums(id).total, naira(13'200));
}

void TestAdditions::undoneAndRedone()
{
    PieceDraft trousers = OrderShop::piece("Trousers", 2'000);
    trousers.tasks = {task("Hem", 2'000)};
    const OrderId id = m_shop->book({trousers});
    const auto before = m_shop->orders.load(id).value();
    QCOMPARE(add({id,
                  {m_shop->withCloth(OrderShop::piece("Coat", 30'000), 2000)},
                  {{m_shop->pieceIds(id)[0], {task("Taper", 2'500)}}}}),
             QString());
    const auto words = [&](const char *text) {
        return m_shop->orders.search(QString::fromLatin1(text), QLocale(QStringLiteral("en_NG")), 5)->size();
    };
    QCOMPARE(words("coat"), size_t(1));
    QVERIFY(await(m_shop->shop.door->undo()));
    QCOMPARE(m_shop->orders.load(id)->pieces.size(), size_t(1));
    QCOMPARE(m_shop->orders.load(id)->pieces[0].facts, before.pieces[0].facts);
    QCOMPARE(sums(id).total, naira(2'000));
    QCOMPARE(m_shop->shelf().second, qint64(0));
    QCOMPARE(words("coat"), size_t(0));
    QVERIFY(await(m_shop->shop.door->redo()));
    QCOMPARE(sums(id).total, naira(34'500));
    QCOMPARE(words("coat"), size_t(1));
}

void TestAdditions::refuses_data()
{
    QTest::addColumn<QString>("state");
    QTest::addColumn<bool>("tasks");
    QTest::addColumn<QString>("refused");
    const auto row = [](const char *state, bool tasks, const char *refused) {
        QTest::addRow("%s, %s", state, tasks ? "a task" : "a piece")
            << QString::fromLatin1(state) << tasks << QString::fromLatin1(refused);
    };
    row("booked", false, "");
    row("booked", true, "");
    row("parked", false, "order.is_draft");
    row("cancelled", false, "order.cancelled 1001");
    row("collected", false, "order.collected 1001");
    row("one cancelled", true, "order.piece_cancelled 1");
    row("one collected", true, "order.piece_collected 1");
    row("one ready", true, "order.piece_ready 1");
    row("one ready", false, "");
    row("nothing", false, "order.nothing_added");
    row("nothing", true, "order.nothing_added");
    row("no price", false, "order.negative_price 3");
}

void TestAdditions::refuses()
{
    QFETCH(QString, state);
    QFETCH(bool, tasks);
    const auto draft = m_shop->order({OrderShop::piece("Jacket", 0), OrderShop::piece("Trousers", 0)});
    const OrderId id = state == QLatin1String("parked") ? await(m_shop->orders.park(draft)).value()
                                                        : await(m_shop->orders.book(draft)).value().id;
    const auto pieces = m_shop->pieceIds(id);
    const bool both = state == QLatin1String("cancelled") || state == QLatin1String("collected");
    for (size_t i = 0; i < (both ? 2u : 1u); ++i) {
        if (state.endsWith(QLatin1String("cancelled")))
            QVERIFY(await(m_shop->orders.cancelPiece(pieces[i], QStringLiteral("torn"))));
        if (state.endsWith(QLatin1String("ready")) || state.endsWith(QLatin1String("collected")))
            QVERIFY(await(m_shop->orders.moveStage(pieces[i], Stage::Ready)));
        if (state.endsWith(QLatin1String("collected")))
            QVERIFY(await(m_shop->orders.handOver(withTicket({id, {pieces[i]}}))));
    }
    Addition addition{id};
    if (tasks)
        addition.tasks = {{pieces[0], {task("Taper", 2'500)}}};
    else
        addition.pieces = {OrderShop::piece("Tie", state == QLatin1String("no price") ? -1 : 1'000)};
    if (state == QLatin1String("nothing"))
        addition = tasks ? Addition{id, {}, {{pieces[0], {}}}} : Addition{id};
    const qint64 before = m_shop->number("SELECT count(*) FROM order_items");
    QTEST(add(addition), "refused");
    QFETCH(QString, refused);
    if (!refused.isEmpty())
        QCOMPARE(m_shop->number("SELECT count(*) FROM order_items"), before);
}

//! What was once given for less stays; what is new is held against the list and the limits.
void TestAdditions::theListHoldsForWhatIsNewAlone()
{
    inventory::ItemDraft item;
    item.kind = inventory::ItemKind::Service;
    item.name = QStringLiteral("Taper");
    item.unit = QStringLiteral("pcs");
    item.sellingPrice = naira(2'500);
    Task taper = task("Taper", 2'000);
    taper.service = await(m_shop->stock.add(item)).value();
    PieceDraft trousers = OrderShop::piece("Trousers", 1'000);
    trousers.tasks = {taper};
    trousers.discount = naira(900);
    const OrderId id = m_shop->book({trousers}); // by the owner
    const auto counter = m_shop->hire("member", "counter", 1000);
    finance::CheckoutService checkout(*counter.session, *counter.door);
    const OrderItemId piece = m_shop->pieceIds(id)[0];
    QCOMPARE(refusal(await(checkout.add({id, {}, {{piece, {taper}}}}, std::nullopt))),
             QStringLiteral("access.refused orders:price_override"));
    taper.price = naira(2'500);
    QCOMPARE(refusal(await(checkout.add({id, {}, {{piece, {taper}}}}, std::nullopt))), QString());
    QCOMPARE(sums(id).total, naira(2'600));
}

void TestAdditions::theCounterAddsAndTakesItBack()
{
    const OrderId id = m_shop->book({OrderShop::piece("Jacket", 45'000)});
    const auto counter = m_shop->hire("member", "counter");
    finance::CheckoutService checkout(*counter.session, *counter.door);
    QCOMPARE(refusal(await(checkout.add({id, {OrderShop::piece("Tie", 1'000)}}, std::nullopt))), QString());
    QCOMPARE(sums(id).total, naira(46'000));
    QCOMPARE(refusal(await(counter.door->undo())), QString());
    QCOMPARE(sums(id).total, naira(45'000));
    const auto stitcher = m_shop->hire("member", "stitcher");
    finance::CheckoutService none(*stitcher.session, *stitcher.door);
    QCOMPARE(refusal(await(none.add({id, {OrderShop::piece("Tie", 1'000)}}, std::nullopt))),
             QStringLiteral("access.refused orders:write"));
}

void TestAdditions::anOrderThatWasReadyIsAtWorkAgain()
{
    const OrderId id = m_shop->book({OrderShop::piece("Jacket", 45'000), OrderShop::piece("Skirt", 0)});
    QVERIFY(await(m_shop->orders.complete(id)));
    QVERIFY(await(m_shop->orders.handOver(withTicket({id, {m_shop->pieceIds(id)[1]}}))));
    QCOMPARE(m_shop->orders.load(id)->status, OrderStatus::Completed);
    QCOMPARE(add({id, {OrderShop::piece("Tie", 1'000)}}), QString());
    QCOMPARE(m_shop->orders.load(id)->status, OrderStatus::InProgress);
    QCOMPARE(m_shop->orders.openOrders()->rows.size(), size_t(1));
}

QTEST_GUILESS_MAIN(TestAdditions)
#include "tst_additions.moc"
