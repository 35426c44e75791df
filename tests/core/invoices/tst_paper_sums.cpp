// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/invoices/invoice_service.h"
#include "tests/core/finance/till_shop.h"

#include <QTest>
#include <rapidcheck.h>

using namespace thimblely;
using namespace thimblely::test;

//! What a paper lists comes to what it says at its foot, whatever is taken off, charged besides or brought.
class TestPaperSums : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void partsComeToThePiece_data()
    {
        QTest::addColumn<QList<int>>("tasks");
        QTest::addColumn<int>("price");
        QTest::addColumn<int>("before");
        QTest::addColumn<int>("discount");
        QTest::addColumn<int>("parts");
        using Tasks = QList<int>;
        QTest::newRow("a price") << Tasks{} << 4'500 << 0 << 0 << 0;
        QTest::newRow("discount") << Tasks{} << 4'500 << 0 << 450 << 2;
        QTest::newRow("below the list") << Tasks{} << 4'000 << 4'500 << 0 << 2;
        QTest::newRow("below the list and discount") << Tasks{} << 4'000 << 4'500 << 400 << 3;
        QTest::newRow("tasks") << Tasks{2'000, 2'500} << 4'500 << 0 << 0 << 2;
        QTest::newRow("tasks and making") << Tasks{2'000} << 45'000 << 0 << 0 << 2;
        QTest::newRow("tasks for less") << Tasks{2'000, 2'500} << 4'000 << 4'500 << 0 << 3;
        QTest::newRow("tasks with discount") << Tasks{2'000, 2'500} << 4'500 << 0 << 450 << 3;
        QTest::newRow("all waived") << Tasks{2'000} << 2'000 << 0 << 2'000 << 2;
    }
    void partsComeToThePiece()
    {
        QFETCH(QList<int>, tasks);
        QFETCH(int, price);
        QFETCH(int, before);
        QFETCH(int, discount);
        QFETCH(int, parts);
        OrderShop shop;
        orders::PieceDraft piece = OrderShop::piece("Trousers", price);
        for (const int task : tasks) {
            piece.tasks.push_back({QStringLiteral("Task %1").arg(task)});
            piece.tasks.back().price = naira(task);
        }
        if (before > 0)
            piece.priceBefore = naira(before);
        if (discount > 0)
            piece.discount = naira(discount);
        piece.discountReason = QStringLiteral("regular");
        const auto claim = papers(shop).claimCheck(shop.book({piece})).value();
        const auto lines = invoices::partsOf(claim.pieces[0]).value();
        QCOMPARE(int(lines.size()), parts);
        if (parts > 0)
            QCOMPARE(sumOf(lines), *claim.pieces[0].total);
        for (const auto &line : lines) // why is the shop's own affair
            QVERIFY(!line.words.contains(QStringLiteral("regular")));
    }

    void whateverIsOrdered()
    {
        QVERIFY(rc::check("papers add up", [] {
            TillShop shop;
            const bool inclusive = *rc::gen::arbitrary<bool>();
            const std::vector<OrderId> ids{anOrder(shop.shop, inclusive), anOrder(shop.shop, inclusive)};
            for (const OrderId &id : ids) {
                const auto claim = papers(shop.shop).claimCheck(id).value();
                RC_ASSERT(sumOf(claim) == claim.sums->total.minor());
                RC_ASSERT(claim.sums->total.minor() - claim.sums->paid.minor() == claim.sums->balance.minor());
                for (const invoices::ClaimPiece &piece : claim.pieces) {
                    const auto parts = invoices::partsOf(piece).value();
                    RC_ASSERT(parts.empty() || sumOf(parts) == *piece.total);
                }
            }
            finance::CheckoutService checkout(*shop.shop.shop.session, *shop.shop.shop.door);
            const qint64 due = shop.payments.balance(ids[0])->minor() + shop.payments.balance(ids[1])->minor();
            RC_PRE(due > 0);
            const Money paid(*rc::gen::inRange<qint64>(1, due + 1), currencyNamed("NGN"));
            const auto taken = await(checkout.handOver(finance::Bag{{}, ids}, finance::PaymentDraft{paid}));
            RC_ASSERT(taken.ok());
            const auto receipt = papers(shop.shop).receipt((*taken)->id).value();
            RC_ASSERT(receipt.whole().value() == paid);
            for (const invoices::ReceiptOrder &order : receipt.orders) {
                RC_ASSERT(sumOf(order.lines).minor() + minor(order.taxOnTop) == order.total.minor());
                RC_ASSERT(order.total.minor() - order.paidSoFar.minor() == order.balance.minor());
            }
        }));
    }

    //! Both tickets of a bag, with what was brought by the courier.
    void theReceiptOfABagListsAllOfIt()
    {
        TillShop shop;
        const OrderId skirt = shop.shop.book({OrderShop::piece("Skirt", 9'000)});
        for (const OrderId &order : {shop.order, skirt})
            QVERIFY(await(shop.shop.orders.complete(order)));
        finance::CheckoutService checkout(*shop.shop.shop.session, *shop.shop.shop.door);
        orders::HandOver leaves = withTicket({skirt, shop.shop.pieceIds(skirt)});
        leaves.delivery = orders::Delivery{QStringLiteral("4 Bode Thomas Street"), naira(1'500)};
        const auto taken =
            await(checkout.handOver(finance::Bag{{leaves}, {shop.order, skirt}}, finance::PaymentDraft{naira(75'500)}));
        QCOMPARE(refusal(taken), QString());
        const auto receipt = papers(shop.shop).receipt((*taken)->id).value();
        QCOMPARE(receipt.orders.size(), size_t(2));
        QCOMPARE(receipt.orders[1].lines.size(), size_t(2));
        QCOMPARE(receipt.orders[1].lines[1].words, QStringLiteral("Delivery"));
        QCOMPARE(receipt.orders[1].lines[1].amount, std::optional(naira(1'500)));
        QCOMPARE(receipt.orders[1].put, naira(10'500));
        QCOMPARE(receipt.whole().value(), naira(75'500));
    }

private:
    static invoices::InvoiceService papers(OrderShop &shop) { return {*shop.shop.session, *shop.shop.door}; }
    static qint64 minor(const std::optional<Money> &money) { return money ? money->minor() : 0; }
    static Money sumOf(const std::vector<invoices::ClaimCharge> &lines)
    {
        qint64 sum = 0;
        for (const invoices::ClaimCharge &line : lines)
            sum += minor(line.amount);
        return Money(sum, currencyNamed("NGN"));
    }
    static qint64 sumOf(const invoices::ClaimCheck &claim)
    {
        qint64 sum = sumOf(claim.charges).minor() + minor(claim.taxOnTop);
        for (const invoices::ClaimPiece &piece : claim.pieces)
            sum += minor(piece.total);
        return sum;
    }
    static OrderId anOrder(OrderShop &shop, bool inclusive)
    {
        const auto amount = [](qint64 most) { return Money(*rc::gen::inRange<qint64>(0, most), currencyNamed("NGN")); };
        orders::OrderDraft draft = shop.order({});
        draft.taxInclusive = inclusive;
        const int count = *rc::gen::inRange(1, 4);
        for (int i = 0; i < count; ++i) {
            orders::PieceDraft piece = OrderShop::piece("Trousers", 0);
            piece.unitPrice = amount(50'000'00);
            piece.taxRate = Rate(*rc::gen::element(0, 75'000, 200'000));
            if (*rc::gen::arbitrary<bool>())
                piece.discount = amount(piece.unitPrice->minor() + 1);
            piece.discountReason = QStringLiteral("regular");
            const int tasks = *rc::gen::inRange(0, 3);
            for (int task = 0; task < tasks; ++task) {
                piece.tasks.push_back({QStringLiteral("Task")});
                if (*rc::gen::arbitrary<bool>())
                    piece.tasks.back().price = amount(20'000'00);
            }
            draft.pieces.push_back(piece);
        }
        draft.rush = *rc::gen::arbitrary<bool>();
        if (draft.rush)
            draft.rushCharge = amount(5'000'00);
        const auto booked = await(shop.orders.book(draft));
        if (!booked)
            qFatal("%s", qPrintable(describe(booked.error())));
        return booked->id;
    }
};

QTEST_GUILESS_MAIN(TestPaperSums)
#include "tst_paper_sums.moc"
