// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/orders/day_plan.h"
#include "tests/core/orders/order_shop.h"

#include <QTest>

using namespace thimblely;
using namespace thimblely::test;
using namespace thimblely::orders;

//! Orders that are only offered: no number, no stock and no load until the client accepts.
class TestQuotes : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_shop = std::make_unique<OrderShop>(); }
    void cleanup()
    {
        QCOMPARE(m_shop->problems(), QStringList());
        m_shop.reset();
    }

    void takesNothingBeforeItIsAccepted()
    {
        const OrderDraft draft = m_shop->order({m_shop->withCloth(OrderShop::piece("Jacket", 45'000), 3'000)});
        const OrderId quote = await(m_shop->orders.quote(draft, day("2026-12-10"))).value();
        QCOMPARE(m_shop->shelf(), (std::pair<qint64, qint64>(10'000, 0)));
        QCOMPARE(readDayPlan(*m_shop->shop.session, m_shop->shop.clock.now())->day(day("2026-12-04"))->pieces, 0);
        QVERIFY(m_shop->orders.openOrders()->rows.empty());
        const ParkedOrder row = m_shop->orders.parkedOrders()->rows.at(0);
        QCOMPARE(row.id, quote);
        QCOMPARE(row.quote->until, day("2026-12-10"));
        QCOMPARE(row.total, std::optional(naira(45'000)));

        const auto other = m_shop->orders.load(m_shop->book({OrderShop::piece("Tie", 1)}))->number;
        const Booked accepted = await(m_shop->orders.book(m_shop->orders.resume(quote).value())).value();
        QCOMPARE(accepted.number.toInt(), other.toInt() + 1); // none was burned
        QCOMPARE(m_shop->shelf(), (std::pair<qint64, qint64>(10'000, 3'000)));
        QVERIFY(m_shop->orders.parkedOrders()->rows.empty());
        QVERIFY(!m_shop->orders.load(accepted.id)->quote);
    }

    //! What was offered stands, whatever the list says by then; what is new is asked about as ever.
    void itsPricesStand()
    {
        const OrderId quote = offerHem();
        const auto counter = m_shop->hire("member", "counter");
        OrderService orders(*counter.session, *counter.door);
        OrderDraft draft = orders.resume(quote).value();
        draft.pieces[0].condition = {QStringLiteral("shine on seat")}; // noted since, at the same price
        OrderDraft cheaper = draft;
        cheaper.pieces[0].unitPrice = naira(100);
        cheaper.pieces[0].tasks[0].price = naira(100);
        QCOMPARE(refusal(await(orders.book(cheaper))), QStringLiteral("access.refused orders:price_override"));
        QCOMPARE(refusal(await(orders.book(draft))), QString());
    }

    void itsPricesStandNoLongerThanSaid()
    {
        const OrderId quote = offerHem();
        const auto counter = m_shop->hire("member", "counter");
        m_shop->shop.clock.advanceDays(20);
        OrderService orders(*counter.session, *counter.door);
        OrderDraft draft = orders.resume(quote).value();
        draft.promisedDate.reset();
        QCOMPARE(refusal(await(orders.book(draft))), QStringLiteral("access.refused orders:price_override"));
        QVERIFY(await(m_shop->orders.book(draft))); // the owner may
    }

    void parkedAgainItIsStillAnOffer()
    {
        const OrderId quote = offerHem();
        const OrderId again = await(m_shop->orders.park(m_shop->orders.resume(quote).value())).value();
        QCOMPARE(m_shop->orders.parkedOrders()->rows.size(), size_t(1));
        QCOMPARE(m_shop->orders.resume(again)->quote->until, day("2026-12-10"));
    }

    void declinedItWaitsNoMore()
    {
        const OrderId quote = offerHem();
        QCOMPARE(refusal(await(m_shop->orders.declineQuote(quote, QStringLiteral(" ")))),
                 QStringLiteral("order.quote_no_reason"));
        QVERIFY(await(m_shop->orders.declineQuote(quote, QStringLiteral("too dear"))));
        QVERIFY(m_shop->orders.parkedOrders()->rows.empty());
        QVERIFY(m_shop->orders.load(quote)->declined);
        QCOMPARE(m_shop->number("SELECT count(*) FROM orders WHERE quote_declined_reason = 'too dear'"), qint64(1));
        QCOMPARE(refusal(m_shop->orders.resume(quote)), QStringLiteral("order.quote_declined"));
        QCOMPARE(refusal(await(m_shop->orders.declineQuote(quote, QStringLiteral("again")))),
                 QStringLiteral("order.quote_declined"));
        QVERIFY(await(m_shop->shop.door->undo()));
        QCOMPARE(m_shop->orders.parkedOrders()->rows.size(), size_t(1));
    }

    void refuses()
    {
        OrderDraft draft = m_shop->order({OrderShop::piece("Jacket", 1)});
        QCOMPARE(refusal(await(m_shop->orders.quote(draft, day("2026-11-24")))), QStringLiteral("order.quote_until"));
        draft.pieces[0].unitPrice.reset();
        QCOMPARE(refusal(await(m_shop->orders.quote(draft, day("2026-12-10")))),
                 QStringLiteral("order.quote_unpriced 1, Jacket"));
        draft.pieces.clear();
        QCOMPARE(refusal(await(m_shop->orders.quote(draft, day("2026-12-10")))), QStringLiteral("order.no_pieces"));
        const OrderId parked = await(m_shop->orders.park(draft)).value();
        QCOMPARE(refusal(await(m_shop->orders.declineQuote(parked, QStringLiteral("why")))),
                 QStringLiteral("order.not_a_quote"));
    }

private:
    //! A hem for less than the list says, offered by the owner until 10 December.
    OrderId offerHem()
    {
        inventory::ItemDraft line;
        line.kind = inventory::ItemKind::Service;
        line.name = QStringLiteral("Hem");
        line.unit = QStringLiteral("pcs");
        line.sellingPrice = naira(2'000);
        Task hem;
        hem.name = line.name;
        hem.service = await(m_shop->stock.add(line)).value();
        hem.price = naira(1'500);
        PieceDraft trousers = OrderShop::piece("Trousers", 1'500);
        trousers.kind = PieceKind::Alteration;
        trousers.tasks = {hem};
        return await(m_shop->orders.quote(m_shop->order({trousers}), day("2026-12-10"))).value();
    }

    std::unique_ptr<OrderShop> m_shop;
};

QTEST_GUILESS_MAIN(TestQuotes)
#include "tst_quotes.moc"
