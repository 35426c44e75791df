// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/invoices/invoice_service.h"
#include "core/orders/party_service.h"
#include "tests/core/invoices/wedding.h"

#include <QTest>

#include <rapidcheck.h>

using namespace thimblely;
using namespace thimblely::test;
using namespace thimblely::finance;

namespace {

constexpr auto transfer = PaymentMethod::Transfer;

} // namespace

class TestPayers : public QObject {
    Q_OBJECT

private Q_SLOTS:
    //! One figure of what is due, wherever it is read.
    void whatWaitsIsAskedForNoMore()
    {
        TillShop till;
        const auto same = [&](qint64 due, qint64 waiting) {
            const orders::OrderDetail order = till.shop.orders.load(till.order).value();
            const auto row = till.shop.orders.openOrders()->rows.at(0);
            const auto client = till.shop.clients.load(till.shop.client).value();
            const auto listed = till.shop.clients.page(ClientFilter::All, ClientSort::Name, {}, 9)->rows.at(0);
            const auto account = till.accounts.of(till.shop.client).value();
            QCOMPARE(order.sums->due(), naira(due));
            QCOMPARE(row.due, std::optional(naira(due)));
            QCOMPARE(client.balance, std::optional(naira(due)));
            QCOMPARE(listed.balance, std::optional(naira(due)));
            QCOMPARE(account.owed, naira(due));
            for (const auto &one :
                 {order.sums->waiting, *row.waiting, *client.waiting, *listed.waiting, account.waiting})
                QCOMPARE(one, naira(waiting));
        };
        same(65'000, 0);
        const auto sent = till.take(65'000, transfer);
        same(0, 65'000);
        QVERIFY(till.shop.clients.page(ClientFilter::Owing, ClientSort::Name, {}, 9)->rows.empty());
        QCOMPARE(refusal(await(till.payments.take(till.order, {naira(1)}))),
                 QStringLiteral("payment.more_than_due ₦0"));
        QVERIFY(await(till.payments.confirm(sent.id)));
        same(0, 0);
        QCOMPARE(refusal(await(till.shop.shop.door->undo())), QString());
        same(0, 65'000);
        QCOMPARE(refusal(await(till.shop.shop.door->undo())), QString());
        same(65'000, 0);
        QCOMPARE(till.shop.problems(), QStringList());
    }

    //! What is paid too much of one order pays for no other.
    void overpaidStandsBeside()
    {
        TillShop till;
        const OrderId second = till.shop.book({OrderShop::piece("Skirt", 9'000)});
        till.take(second, 9'000);
        QVERIFY(await(till.shop.orders.cancelPiece(till.shop.pieceIds(second)[0], QStringLiteral("why"))));
        const auto client = till.shop.clients.load(till.shop.client).value();
        QCOMPARE(client.balance, std::optional(naira(65'000)));
        QCOMPARE(client.overpaid, std::optional(naira(9'000)));
        QCOMPARE(till.accounts.of(till.shop.client)->owed, naira(65'000));
        QCOMPARE(till.accounts.of(till.shop.client)->overpaid, naira(9'000));
        QCOMPARE(till.shop.problems(), QStringList());
    }

    void eachOwesTheirOwn()
    {
        Wedding wedding;
        QCOMPARE(wedding.share(wedding.mother).share, naira(61'000)); // with the rush
        QCOMPARE(wedding.share(wedding.groomsman).share, naira(9'000));
        QCOMPARE(wedding.owes(wedding.mother), naira(126'000)); // with her other order
        QCOMPARE(wedding.owes(wedding.groomsman), naira(9'000));
        QCOMPARE(wedding.till.accounts.owing(wedding.groomsman)->size(), size_t(1));
        QCOMPARE(wedding.till.shop.orders.ofClient(wedding.groomsman)->rows.at(0).due, std::optional(naira(9'000)));
        QCOMPARE(wedding.till.shop.orders.ofClient(wedding.mother)->rows.at(0).due, std::optional(naira(61'000)));

        QCOMPARE(refusal(wedding.pay(61'001, {})), QStringLiteral("payment.more_than_due ₦61,000"));
        QCOMPARE(refusal(wedding.pay(9'001, wedding.groomsman)), QStringLiteral("payment.more_than_due ₦9,000"));
        QVERIFY(wedding.pay(30'000, wedding.mother));
        QVERIFY(wedding.pay(9'000, wedding.groomsman, transfer));
        QCOMPARE(wedding.owes(wedding.groomsman), naira(0));
        QCOMPARE(wedding.share(wedding.groomsman).waiting, naira(9'000));
        QCOMPARE(wedding.share(wedding.mother).due(), naira(31'000));
        QCOMPARE(wedding.share(wedding.mother).waiting, naira(0));
        QCOMPARE(wedding.load().sums->due(), naira(31'000));
        QCOMPARE(wedding.till.shop.problems(), QStringList());
    }

    void collectsWhatHePaid()
    {
        Wedding wedding;
        QVERIFY(await(wedding.till.shop.orders.complete(wedding.order)));
        const auto pieces = wedding.till.shop.pieceIds(wedding.order);
        const auto counter = wedding.till.shop.hire("member", "counter");
        CheckoutService hers(*counter.session, *counter.door);
        const QString refused = QStringLiteral("access.refused orders:release_unpaid");
        const orders::HandOver his = withTicket({wedding.order, {pieces[1]}});
        QCOMPARE(refusal(await(hers.handOver(his, {}))), refused);
        PaymentDraft payment{naira(9'000)};
        payment.payer = wedding.groomsman;
        QCOMPARE(refusal(await(hers.handOver(his, payment))), QString());
        // Nothing of hers is covered by what stays of his.
        QCOMPARE(refusal(await(hers.handOver(withTicket({wedding.order, {pieces[0], pieces[2]}}), {}))), refused);
        payment.payer = wedding.mother;
        payment.amount = naira(61'000);
        QCOMPARE(refusal(await(hers.handOver(withTicket({wedding.order, {pieces[0], pieces[2]}}), payment))),
                 QString());
        QCOMPARE(wedding.load().sums->balance, naira(0));
        QCOMPARE(wedding.till.shop.problems(), QStringList());
    }

    //! Where nobody is named, who pays for what leaves has fetched it.
    void whoPaysForItCollects()
    {
        Wedding wedding;
        orders::OrderService &orders = wedding.till.shop.orders;
        QVERIFY(await(orders.complete(wedding.order)));
        const auto pieces = wedding.till.shop.pieceIds(wedding.order);
        orders::HandOver his = withTicket({wedding.order, {pieces[1]}});
        his.unpaidReason = QStringLiteral("known");
        QVERIFY(await(orders.handOver(his)));
        orders::HandOver hers = withTicket({wedding.order, {pieces[0]}});
        hers.unpaidReason = QStringLiteral("known");
        QVERIFY(await(orders.handOver(hers)));
        QCOMPARE(wedding.load().pieces[1].collectedByName, QStringLiteral("Tunde Bello"));
        QCOMPARE(wedding.load().pieces[0].collectedByName, QStringLiteral("Ngozi Okafor"));
    }

    //! He has paid too much while she owes: the one is never taken off the other.
    void nobodysTooMuchPaysForAnother()
    {
        Wedding wedding;
        QVERIFY(wedding.pay(9'000, wedding.groomsman));
        QVERIFY(await(wedding.till.shop.orders.complete(wedding.order)));
        QVERIFY(await(
            wedding.till.shop.orders.cancelPiece(wedding.till.shop.pieceIds(wedding.order)[1], QStringLiteral("why"))));
        const auto open = wedding.till.shop.orders.openOrders()->rows;
        const auto row = std::ranges::find(open, wedding.order, &orders::OrderRow::id);
        QCOMPARE(row->due, std::optional(naira(61'000)));
        const invoices::InvoiceService papers(*wedding.till.shop.shop.session, *wedding.till.shop.shop.door);
        QCOMPARE(papers.uncollectedNotice(wedding.order)->balance, std::optional(naira(61'000)));
        const auto listed = wedding.till.shop.clients.page(ClientFilter::Owing, ClientSort::Name, {}, 9)->rows;
        QCOMPARE(std::ranges::count(listed, wedding.groomsman, &ClientSummary::id), 0); // it is owed to him
    }

    void creditIsTheirs()
    {
        Wedding wedding;
        PaymentDraft payment{naira(10'000)};
        payment.payer = wedding.groomsman;
        payment.restAsCredit = true;
        QVERIFY(await(wedding.till.payments.take(wedding.order, payment)));
        QCOMPARE(wedding.till.accounts.of(wedding.groomsman)->credit, naira(1'000));
        QCOMPARE(wedding.till.accounts.of(wedding.mother)->credit, naira(0));
        // His suit is not made after all: he has paid too much, and nobody else.
        QVERIFY(await(
            wedding.till.shop.orders.cancelPiece(wedding.till.shop.pieceIds(wedding.order)[1], QStringLiteral("why"))));
        QCOMPARE(wedding.owes(wedding.mother), naira(126'000));
        QCOMPARE(wedding.till.shop.clients.load(wedding.groomsman)->overpaid, std::optional(naira(9'000)));
        const auto paid = wedding.till.payments.ofOrder(wedding.order).value();
        QVERIFY(await(wedding.till.payments.refund(paid.at(0).id, QStringLiteral("not made"))));
        QCOMPARE(wedding.till.shop.clients.load(wedding.groomsman)->overpaid, std::optional(naira(0)));
        QCOMPARE(wedding.till.shop.problems(), QStringList());
    }

    void oneReceiptForAll()
    {
        Wedding wedding;
        const invoices::InvoiceService papers(*wedding.till.shop.shop.session, *wedding.till.shop.shop.door);
        PaymentDraft payment{naira(70'000)};
        payment.wholeOrders = true;
        const auto taken = await(wedding.till.payments.take(wedding.order, payment)).value();
        QCOMPARE(taken.amount, naira(70'000));
        QCOMPARE(wedding.share(wedding.groomsman).paid, naira(9'000));
        QCOMPARE(wedding.share(wedding.mother).paid, naira(61'000));
        const auto receipt = papers.receipt(taken.id).value();
        QCOMPARE(receipt.clientName, QStringLiteral("Ngozi Okafor"));
        QCOMPARE(receipt.whole().value(), naira(70'000));
        QCOMPARE(receipt.orders.size(), size_t(2));
        QCOMPARE(receipt.orders[1].put, naira(9'000));
        QCOMPARE(receipt.orders[1].payer, QStringLiteral("Tunde Bello"));
    }

    void eachHasAnInvoice()
    {
        Wedding wedding;
        invoices::InvoiceService papers(*wedding.till.shop.shop.session, *wedding.till.shop.shop.door);
        QVERIFY(wedding.pay(9'000, wedding.groomsman));
        const auto hers = await(papers.issue(wedding.order)).value();
        QCOMPARE(hers.total, naira(61'000));
        QCOMPARE(hers.paid, naira(0));
        QCOMPARE(hers.lines.size(), size_t(3)); // with the rush
        const auto his = await(papers.issue(wedding.order, invoices::InvoiceKind::Invoice, wedding.groomsman)).value();
        QCOMPARE(his.to.name, QStringLiteral("Tunde Bello"));
        QCOMPARE(his.total, naira(9'000));
        QCOMPARE(his.paid, naira(9'000));
        QCOMPARE(refusal(await(papers.issue(wedding.order))), QStringLiteral("invoice.issued_already ") + his.number);
        QVERIFY(wedding.pay(61'000, {}));
        QCOMPARE(papers.load(hers.id)->paid, naira(61'000));
        QCOMPARE(papers.load(his.id)->paid, naira(9'000));
        QCOMPARE(papers.forOrder(wedding.order).value(), std::optional(hers.id));
        QCOMPARE(papers.forOrder(wedding.order, wedding.groomsman).value(), std::optional(his.id));
        const auto receipt = papers.receipt(wedding.till.payments.ofOrder(wedding.order)->at(0).id).value();
        QCOMPARE(receipt.clientName, QStringLiteral("Tunde Bello"));
        QCOMPARE(receipt.orders[0].lines.front().words, QStringLiteral("Suit, for Tunde Bello"));
        QCOMPARE(receipt.orders[0].orderOf, QStringLiteral("Ngozi Okafor"));
        QCOMPARE(receipt.orders[0].total, naira(9'000));
        QCOMPARE(wedding.till.shop.problems(), QStringList());
    }

    void pricesAreHiddenWithTheShares()
    {
        Wedding wedding;
        const auto cutter = wedding.till.shop.hire("member", "cutter");
        wedding.till.shop.assign(wedding.till.shop.pieceIds(wedding.order)[1], cutter.principal.person);
        const orders::OrderService his(*cutter.session, *cutter.door);
        QVERIFY(his.load(wedding.order)->payers.empty());
        orders::PartyService party(*cutter.session, *cutter.door);
        QVERIFY(!await(party.setPayer(wedding.order, {wedding.till.shop.pieceIds(wedding.order)[1]}, {})));
        QVERIFY(!cutter.session->reader().query("SELECT * FROM order_payers"));
    }

    //! Whatever happens, the shares are the whole, and every figure that the file keeps is so.
    void sharesAreTheWhole()
    {
        qputenv("RC_PARAMS", "max_success=15 max_size=30 " + qgetenv("RC_PARAMS"));
        QVERIFY(rc::check("the shares of an order are the whole of it", [] {
            Wedding wedding;
            TillShop &till = wedding.till;
            orders::PartyService party(*till.shop.shop.session, *till.shop.shop.door);
            const ClientId third = wedding.addClient("Chidi Eze");
            const std::vector<std::optional<ClientId>> people{std::nullopt, wedding.mother, wedding.groomsman, third};
            const auto anybody = [&] { return people[*rc::gen::inRange<size_t>(0, people.size())]; };
            const auto anyPiece = [&] {
                const auto pieces = till.shop.pieceIds(wedding.order);
                return pieces[*rc::gen::inRange<size_t>(0, pieces.size())];
            };
            const auto maybe = [](auto future) { (void)await(std::move(future)).ok(); };
            const auto anyPayment = [&]() -> std::optional<TransactionId> {
                const auto rows = till.payments.ofOrder(wedding.order).value();
                if (rows.empty())
                    return {};
                return rows[*rc::gen::inRange<size_t>(0, rows.size())].id;
            };
            const std::vector<std::function<void()>> steps{
                [&] {
                    PaymentDraft draft{
                        Money(*rc::gen::inRange<qint64>(1, 40'000'00), currencyNamed("NGN")),
                        *rc::gen::element(PaymentMethod::Cash, PaymentMethod::Transfer, PaymentMethod::Credit)};
                    draft.payer = anybody();
                    draft.restAsCredit = *rc::gen::arbitrary<bool>();
                    draft.wholeOrders = *rc::gen::arbitrary<bool>();
                    maybe(till.payments.take(wedding.order, draft));
                },
                [&] { maybe(party.setPayer(wedding.order, {anyPiece()}, anybody())); },
                [&] { maybe(till.shop.orders.cancelPiece(anyPiece(), QStringLiteral("why"))); },
                [&] {
                    if (const auto row = anyPayment())
                        maybe(till.payments.refund(*row, QStringLiteral("why")));
                },
                [&] {
                    if (const auto row = anyPayment())
                        maybe(till.payments.reverse(*row, QStringLiteral("why")));
                },
                [&] {
                    if (const auto row = anyPayment())
                        maybe(till.payments.confirm(*row));
                },
                [&] {
                    orders::PieceDraft more = OrderShop::piece("Shirt", 4'500);
                    more.payer = anybody();
                    maybe(CheckoutService(*till.shop.shop.session, *till.shop.shop.door)
                              .add({wedding.order, {more}}, {}));
                },
                [&] { maybe(till.shop.shop.door->undo()); },
                [&] { maybe(till.shop.shop.door->redo()); },
            };
            const int count = *rc::gen::inRange(1, 20);
            for (int i = 0; i < count; ++i) {
                steps[*rc::gen::inRange<size_t>(0, steps.size())]();
                const orders::OrderDetail order = wedding.load();
                qint64 share = 0, paid = 0, waiting = 0, due = 0;
                for (const orders::PayerShare &each : order.payers) {
                    share += each.share.minor();
                    paid += each.paid.minor();
                    waiting += each.waiting.minor();
                    due += each.due().minor();
                }
                RC_ASSERT(share == order.sums->total.minor());
                RC_ASSERT(paid == order.sums->paid.minor());
                RC_ASSERT(waiting == order.sums->waiting.minor());
                RC_ASSERT(due == order.sums->due().minor());
                for (const ClientId &client : {wedding.mother, wedding.groomsman, third})
                    RC_ASSERT(till.accounts.of(client)->owed == wedding.owes(client));
            }
            const QStringList problems = till.shop.problems();
            if (!problems.isEmpty())
                RC_FAIL(problems.join(u'\n').toStdString());
        }));
    }
};

QTEST_GUILESS_MAIN(TestPayers)
#include "tst_payers.moc"
