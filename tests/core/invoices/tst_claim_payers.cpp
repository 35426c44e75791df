// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/finance/checkout_service.h"
#include "tests/core/invoices/wedding.h"

#include <QTest>

#include <rapidcheck.h>

#include <numeric>

using namespace thimblely;
using namespace thimblely::test;
using invoices::ClaimCheck;
using invoices::ClaimPayer;

namespace {

invoices::InvoiceService papers(TillShop &till)
{
    return {*till.shop.shop.session, *till.shop.shop.door};
}

qint64 sumOf(const std::vector<invoices::ClaimCharge> &charges)
{
    return std::accumulate(charges.begin(), charges.end(), qint64(0),
                           [](qint64 sum, const auto &charge) { return sum + charge.amount->minor(); });
}

//! What stands over a sum: pieces, charges and tax.
qint64 linesOf(const ClaimCheck &check, const std::optional<ClientId> &payer,
               const std::vector<invoices::ClaimCharge> &charges, const std::optional<Money> &tax)
{
    qint64 sum = sumOf(charges) + (tax ? tax->minor() : 0);
    for (const invoices::ClaimPiece &piece : check.pieces)
        sum += piece.payer == payer ? piece.total->minor() : 0;
    return sum;
}

} // namespace

//! The claim check of an order that several pay for, and the papers of each of them.
class TestClaimPayers : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void namesWhoPaysWhat()
    {
        Wedding wedding;
        QVERIFY(wedding.pay(30'000, {}));
        QVERIFY(wedding.pay(4'000, wedding.groomsman, finance::PaymentMethod::Transfer));
        const ClaimCheck check = papers(wedding.till).claimCheck(wedding.order).value();
        QCOMPARE(check.payers.size(), size_t(2));
        QCOMPARE(check.payers[0].share.name, QStringLiteral("Ngozi Okafor"));
        QCOMPARE(check.payers[0].share.share, naira(61'000));
        QCOMPARE(check.payers[0].share.paid, naira(30'000));
        QCOMPARE(check.payers[0].share.toPay(), naira(31'000));
        QCOMPARE(check.payers[0].charges.size(), size_t(1)); // the rush is of who orders
        QCOMPARE(check.payers[1].share.name, QStringLiteral("Tunde Bello"));
        QCOMPARE(check.payers[1].share.toPay(), naira(5'000));
        QVERIFY(check.payers[1].charges.empty());
        QCOMPARE(check.pieces[1].payer, std::optional(wedding.groomsman));
        QCOMPARE(check.toPay, std::optional(naira(36'000)));
    }

    void whoPaysTheirOwnHasACheckOfTheirOwn()
    {
        Wedding wedding;
        QVERIFY(wedding.pay(4'000, wedding.groomsman));
        const ClaimCheck his = papers(wedding.till).claimCheck(wedding.order, wedding.groomsman).value();
        QCOMPARE(his.clientName, QStringLiteral("Tunde Bello"));
        QCOMPARE(his.orderOf, QStringLiteral("Ngozi Okafor"));
        QCOMPARE(his.orderNumber, wedding.load().number);
        QCOMPARE(his.pieces.size(), size_t(1));
        QCOMPARE(his.sums->total, naira(9'000));
        QCOMPARE(his.sums->paid, naira(4'000));
        QCOMPARE(his.toPay, std::optional(naira(5'000)));
        QVERIFY(his.charges.empty() && his.payers.empty() && his.ofOnePayer);
        const ClaimCheck hers = papers(wedding.till).claimCheck(wedding.order, wedding.mother).value();
        QCOMPARE(hers.pieces.size(), size_t(2));
        QCOMPARE(hers.sums->total, naira(61'000));
        QVERIFY(hers.orderOf.isEmpty());
        const QString nothing = QStringLiteral("order.pays_nothing ") + wedding.load().number;
        QCOMPARE(refusal(papers(wedding.till).claimCheck(wedding.order, wedding.addClient("Chidi Eze"))), nothing);
        // Where one pays, the whole check is theirs.
        QVERIFY(papers(wedding.till).claimCheck(wedding.till.order)->payers.empty());
        const auto cutter = wedding.till.shop.hire("member", "cutter");
        wedding.till.shop.assign(wedding.till.shop.pieceIds(wedding.order)[1], cutter.principal.person);
        const invoices::InvoiceService unpriced(*cutter.session, *cutter.door);
        QVERIFY(!unpriced.claimCheck(wedding.order, wedding.groomsman));
    }

    //! Who comes when: all of it for who ordered, each their own.
    void fittingsSayWhoComes()
    {
        Wedding wedding;
        orders::PieceDraft his = OrderShop::piece("Suit", 9'000);
        his.wearer = his.payer = wedding.groomsman;
        orders::OrderDraft draft = wedding.till.shop.order({OrderShop::piece("Gown", 50'000), his});
        const Instant morning = ShopCalendar::make("Africa/Lagos").value().at(day("2026-12-02"), QTime(11, 0));
        draft.fittings = {{0, 1, morning}, {1, 1, morning}};
        finance::CheckoutService checkout(*wedding.till.shop.shop.session, *wedding.till.shop.shop.door);
        const OrderId order = await(checkout.book(draft, {})).value().order.id;
        const ClaimCheck whole = papers(wedding.till).claimCheck(order).value();
        QCOMPARE(whole.fittings.size(), size_t(2));
        const auto gown = std::ranges::find(whole.fittings, QStringLiteral("Gown"), &invoices::ClaimFitting::what);
        QCOMPARE(gown->who, QStringLiteral("Ngozi Okafor"));
        const ClaimCheck own = papers(wedding.till).claimCheck(order, wedding.groomsman).value();
        QCOMPARE(own.fittings.size(), size_t(1));
        QCOMPARE(own.fittings[0].who, QStringLiteral("Tunde Bello"));
    }

    //! One figure of what was paid too much, wherever it is read, and never taken off what another owes.
    void whatIsTooMuchIsOneFigure()
    {
        Wedding wedding;
        TillShop &till = wedding.till;
        QVERIFY(wedding.pay(9'000, wedding.groomsman));
        QVERIFY(await(till.shop.orders.complete(wedding.order)));
        QVERIFY(await(till.shop.orders.cancelPiece(till.shop.pieceIds(wedding.order)[1], QStringLiteral("why"))));
        const auto over = std::optional(naira(9'000));
        QCOMPARE(till.shop.clients.load(wedding.groomsman)->overpaid, over);
        const auto listed = till.shop.clients.page(ClientFilter::All, ClientSort::Name, {}, 9)->rows;
        const auto row = std::ranges::find(listed, wedding.groomsman, &ClientSummary::id);
        QVERIFY(row != listed.end());
        QCOMPARE(row->overpaid, over);
        QCOMPARE(row->balance, std::optional(naira(0)));
        const auto statement = papers(till).statement(wedding.groomsman).value();
        QCOMPARE(statement.overpaid, over);
        QCOMPARE(statement.owed, naira(0));
        QCOMPARE(statement.lines.size(), size_t(1));
        QCOMPARE(statement.lines[0].overpaid, over);
        QCOMPARE(till.shop.orders.ofClient(wedding.groomsman)->rows.at(0).overpaid, over);
        QCOMPARE(till.accounts.of(wedding.groomsman)->overpaid, over);
        const auto open = till.shop.orders.openOrders()->rows;
        const auto order = std::ranges::find(open, wedding.order, &orders::OrderRow::id);
        QCOMPARE(order->overpaid, over);
        QCOMPARE(order->due, std::optional(naira(61'000)));
        const ClaimCheck check = papers(till).claimCheck(wedding.order).value();
        QCOMPARE(check.overpaid, over);
        QCOMPARE(check.toPay, std::optional(naira(61'000)));
        QCOMPARE(check.payers[1].share.overpaid(), naira(9'000));
        const auto notice = papers(till).uncollectedNotice(wedding.order).value();
        QCOMPARE(notice.overpaid, over);
        QCOMPARE(notice.payers.size(), size_t(2));
    }

    void partsComeToTheWhole()
    {
        qputenv("RC_PARAMS", "max_success=12 max_size=30 " + qgetenv("RC_PARAMS"));
        QVERIFY(rc::check("what each pays comes to the order", [] {
            Wedding wedding(*rc::gen::arbitrary<bool>());
            TillShop &till = wedding.till;
            orders::PartyService party(*till.shop.shop.session, *till.shop.shop.door);
            const std::vector<std::optional<ClientId>> people{std::nullopt, wedding.mother, wedding.groomsman,
                                                              wedding.addClient("Chidi Eze")};
            const auto anybody = [&] { return people[*rc::gen::inRange<size_t>(0, people.size())]; };
            for (const OrderItemId &piece : till.shop.pieceIds(wedding.order)) {
                (void)await(party.setPayer(wedding.order, {piece}, anybody())).ok();
                (void)wedding.pay(*rc::gen::inRange<qint64>(1, 20'000), anybody()).ok();
                if (*rc::gen::inRange(0, 4) == 0)
                    (void)await(till.shop.orders.cancelPiece(piece, QStringLiteral("why"))).ok();
            }
            const ClaimCheck check = papers(till).claimCheck(wedding.order).value();
            qint64 share = 0, paid = 0, waiting = 0, toPay = 0, overpaid = 0;
            for (const ClaimPayer &payer : check.payers) {
                const orders::PayerShare &part = payer.share;
                share += part.share.minor();
                paid += part.paid.minor();
                waiting += part.waiting.minor();
                toPay += part.toPay().minor();
                overpaid += part.overpaid().minor();
                RC_ASSERT(linesOf(check, part.client, payer.charges, payer.taxOnTop) == part.share.minor());
                const ClaimCheck own = papers(till).claimCheck(wedding.order, *part.client).value();
                RC_ASSERT(own.sums->total == part.share);
                RC_ASSERT(own.toPay == part.toPay());
                RC_ASSERT(linesOf(own, part.client, own.charges, own.taxOnTop) == part.share.minor());
            }
            RC_ASSERT(check.payers.size() != 1);
            if (!check.payers.empty()) {
                RC_ASSERT(share == check.sums->total.minor());
                RC_ASSERT(paid == check.sums->paid.minor());
                RC_ASSERT(waiting == check.sums->waiting.minor());
                RC_ASSERT(toPay == check.toPay->minor());
                RC_ASSERT(overpaid == check.overpaid->minor());
            }
            RC_ASSERT(check.toPay->minor() - check.overpaid->minor() == check.sums->due().minor());
            for (const auto &person : people) {
                if (!person)
                    continue;
                const auto statement = papers(till).statement(*person).value();
                const Client card = till.shop.clients.load(*person).value();
                RC_ASSERT(statement.owed == card.balance);
                RC_ASSERT(statement.overpaid.value_or(naira(0)) == card.overpaid);
                qint64 over = 0;
                for (const invoices::StatementLine &line : statement.lines)
                    over += line.overpaid ? line.overpaid->minor() : 0;
                RC_ASSERT(over == card.overpaid->minor());
            }
            RC_ASSERT(till.shop.problems() == QStringList());
        }));
    }
};

QTEST_GUILESS_MAIN(TestClaimPayers)
#include "tst_claim_payers.moc"
