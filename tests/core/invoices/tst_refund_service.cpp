// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/invoices/invoice_service.h"
#include "core/invoices/refund_service.h"
#include "tests/core/finance/till_shop.h"

#include <QTest>

using namespace thimblely;
using namespace thimblely::test;
using access::Capability;

//! Money given back for a fault makes the piece cheaper, and nobody owes it afterwards.
class TestRefundService : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_shop = std::make_unique<TillShop>();
        orders::PieceDraft jacket = OrderShop::piece("Jacket", 45'000);
        jacket.taxRate = Rate(75'000);
        jacket.taxCode = QStringLiteral("VAT");
        m_order = m_shop->shop.book({jacket, OrderShop::piece("Trousers", 20'000)});
        m_paid = m_shop->take(m_order, 65'000);
        m_shop->shop.shop.clock.advanceMsecs(1000);
    }
    void cleanup() { m_shop.reset(); }

    void nothingIsOwedForIt()
    {
        const auto done = cut(5'000);
        QCOMPARE(refusal(done), QString());
        QCOMPARE(done->money.amount, naira(5'000));
        QVERIFY(!done->creditNote);
        const orders::OrderDetail order = load();
        QCOMPARE(order.pieces[0].facts.discount, std::optional(naira(5'000)));
        QCOMPARE(order.pieces[0].facts.discountReason, QStringLiteral("crooked vent"));
        QCOMPARE(order.sums->total, naira(60'000));
        QCOMPARE(order.sums->paid, naira(60'000));
        QCOMPARE(order.sums->balance, naira(0));
        QCOMPARE(m_shop->shop.problems(), QStringList());
        QVERIFY(await(m_shop->shop.shop.door->undo())); // all of it
        QCOMPARE(load().sums->balance, naira(0));
        QCOMPARE(load().sums->total, naira(65'000));
        QCOMPARE(load().pieces[0].facts.discountReason, QString());
        QCOMPARE(m_shop->shop.problems(), QStringList());
    }

    //! What the payments hold of each rate is what the order comes to at its new prices.
    void takesBackTheTaxOfThePieceThatIsCheaper()
    {
        QVERIFY(cut(5'000));
        const auto jacket = naira(40'000).taxIncluded(Rate(75'000)).value();
        QCOMPARE(m_shop->sums().taxes.size(), size_t(2));
        for (const finance::TaxPart &part : m_shop->sums().taxes) {
            if (part.rate == Rate(75'000))
                QCOMPARE(part.tax, jacket);
            else
                QCOMPARE(part.net, naira(20'000));
        }
    }

    void itsPaperNamesWhatItTakesBack()
    {
        const auto done = cut(5'000);
        QVERIFY(done);
        invoices::InvoiceService papers(*m_shop->shop.shop.session, *m_shop->shop.shop.door);
        const invoices::ReceiptDocument paper = papers.receipt(done->money.id).value();
        QCOMPARE(paper.payment.amount, naira(-5'000));
        QCOMPARE(paper.payment.method, std::optional(finance::PaymentMethod::Cash));
        QCOMPARE(paper.payment.reason, QStringLiteral("crooked vent"));
        QCOMPARE(paper.takesBack, m_paid.receiptNumber);
        QCOMPARE(paper.takesBackOf, std::optional(day("2026-11-25")));
        QCOMPARE(papers.receipt(m_paid.id)->takesBack, QString());
    }

    void aBilledPieceGetsACreditNote()
    {
        invoices::InvoiceService papers(*m_shop->shop.shop.session, *m_shop->shop.shop.door);
        const auto invoice = await(papers.issue(m_order)).value();
        const auto done = cut(5'000);
        QCOMPARE(refusal(done), QString());
        QVERIFY(done->creditNote);
        const invoices::InvoiceDocument note = papers.load(*done->creditNote).value();
        QCOMPARE(note.kind, invoices::InvoiceKind::CreditNote);
        QCOMPARE(note.number, QStringLiteral("A-26-00002"));
        QCOMPARE(note.correctsNumber, invoice.number);
        QCOMPARE(note.total, naira(5'000));
        const auto tax = [](qint64 whole) { return naira(whole).taxIncluded(Rate(75'000)).value(); };
        QCOMPARE(note.tax, tax(45'000).minus(tax(40'000)).value()); // to the kobo what falls away
        QCOMPARE(note.lines[0].details, QStringLiteral("crooked vent"));
        QCOMPARE(refusal(papers.verify(note.id)), QString());
        const invoices::InvoiceDocument billed = papers.load(invoice.id).value();
        QCOMPARE(billed.credited, naira(5'000));
        QCOMPARE(billed.balance, naira(0));
        QCOMPARE(billed.paymentStatus, orders::PaymentStatus::Paid);
        QVERIFY(!papers.hasUnbilled(m_order).value());
        QCOMPARE(refusal(await(m_shop->shop.shop.door->undo())),
                 QStringLiteral("undo.not_undoable payment.refund_cut"));
        QCOMPARE(m_shop->shop.problems(), QStringList());
    }

    void refuses()
    {
        QCOMPARE(refusal(cut(45'001)), QStringLiteral("order.cut_too_large ₦45,000"));
        QCOMPARE(refusal(cut(0)), QStringLiteral("payment.not_positive"));
        QCOMPARE(refusal(cut(5'000, QStringLiteral(" "))), QStringLiteral("order.cut_no_reason"));
        QVERIFY(await(m_shop->payments.refund(m_paid.id, QStringLiteral("late"), naira(62'000))));
        QCOMPARE(refusal(cut(5'000)), QStringLiteral("payment.refund_too_large ₦3,000"));
        QCOMPARE(load().sums->total, naira(65'000)); // all or nothing
    }

    void whoMayNotNeedsAWordForEach()
    {
        const auto counter = m_shop->shop.hire("member", "counter");
        const auto ask = [&](access::Approvals approvals) {
            invoices::RefundService hers(*counter.session, *counter.door);
            return await(hers.refund({{m_paid.id, QStringLiteral("crooked vent"), naira(5'000)},
                                      load().pieces[0].id,
                                      std::move(approvals)}));
        };
        QCOMPARE(refusal(ask({})), QStringLiteral("access.refused orders:discount"));
        QCOMPARE(refusal(ask({ownersWord(m_shop->shop, Capability::OrdersDiscount)})),
                 QStringLiteral("access.refused orders:refund"));
        QCOMPARE(refusal(ask({ownersWord(m_shop->shop, Capability::OrdersDiscount),
                              ownersWord(m_shop->shop, Capability::OrdersRefund)})),
                 QString());
        QCOMPARE(m_shop->shop.number("SELECT count(*) FROM order_items WHERE approved_by IS NOT NULL"), qint64(1));
        QCOMPARE(m_shop->shop.problems(), QStringList());
    }

private:
    Result<invoices::CutRefunded> cut(qint64 whole, const QString &why = QStringLiteral("crooked vent"))
    {
        invoices::RefundService refunds(*m_shop->shop.shop.session, *m_shop->shop.shop.door);
        return await(refunds.refund({{m_paid.id, why, naira(whole)}, load().pieces[0].id}));
    }
    orders::OrderDetail load() const { return m_shop->shop.orders.load(m_order).value(); }

    std::unique_ptr<TillShop> m_shop;
    OrderId m_order{IdBytes{}};
    finance::PaymentTaken m_paid{TransactionId(IdBytes{}), {}, naira(0), naira(0)};
};

QTEST_GUILESS_MAIN(TestRefundService)
#include "tst_refund_service.moc"
