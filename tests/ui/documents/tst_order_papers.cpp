// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/finance/checkout_service.h"
#include "core/finance/payment_service.h"
#include "tests/ui/orders/counter_shop.h"
#include "ui/documents/order_papers.h"

#include <QDir>
#include <QSignalSpy>
#include <QTest>

using namespace thimblely;
using namespace thimblely::ui;
using changes::await;

//! What is said while papers are made of real orders, and how their files are called.
class TestOrderPapers : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { Theme::instance().install(); }
    void init() { m_shop = std::make_unique<test::CounterShop>(); }
    void cleanup() { m_shop.reset(); }

    void whatIsAnnouncedIsNotTaken_data()
    {
        QTest::addColumn<finance::PaymentMethod>("method");
        QTest::addColumn<QString>("word");
        QTest::addColumn<QString>("file");
        QTest::newRow("transfer") << finance::PaymentMethod::Transfer
                                  << QStringLiteral("₦6,000 announced, not received") << QStringLiteral("announced-");
        QTest::newRow("cash") << finance::PaymentMethod::Cash << QStringLiteral("₦6,000 taken")
                              << QStringLiteral("receipt-");
    }
    void whatIsAnnouncedIsNotTaken()
    {
        QFETCH(finance::PaymentMethod, method);
        QFETCH(QString, word);
        QFETCH(QString, file);
        const finance::CheckedOut booked = bookPaying(method);
        QSignalSpy said(&m_shop->desk->notices(), &Notices::said);
        OrderPapers(*m_shop->desk).printBooked(booked.order.id, {*booked.payment}, true);
        QTRY_COMPARE_WITH_TIMEOUT(said.size(), 1, 20'000);
        const QString sentence = said.front().front().toString();
        QVERIFY2(sentence.startsWith(word + u','), qPrintable(sentence));
        QCOMPARE(written(file + u'*').size(), 1);
    }

    //! It was no receipt that was printed while the money was on its way.
    void theReceiptOfWhatHasComeIsNoCopy()
    {
        const finance::CheckedOut booked = bookPaying(finance::PaymentMethod::Transfer);
        const PaperOrder receipt{PaperKind::Receipt, booked.payment->id.bytes()};
        QSignalSpy said(&m_shop->desk->notices(), &Notices::said);
        OrderPapers papers(*m_shop->desk);
        papers.print(receipt);
        QTRY_COMPARE_WITH_TIMEOUT(said.size(), 1, 20'000);
        finance::PaymentService payments(*m_shop->shop.session, *m_shop->shop.door);
        QVERIFY(await(payments.confirm(booked.payment->id)));
        QVERIFY(!papers.make(receipt)->again);
        papers.print(receipt);
        QTRY_VERIFY_WITH_TIMEOUT(papers.make(receipt)->again, 20'000);
        QCOMPARE(written(QStringLiteral("receipt-*")).size(), 1);
    }

private:
    finance::CheckedOut bookPaying(finance::PaymentMethod method)
    {
        orders::OrderDraft draft;
        draft.client = m_shop->bello();
        draft.pieces = {m_shop->piece(QStringLiteral("Shirt"), 12'000'00)};
        const finance::PaymentDraft payment{Money(6'000'00, m_shop->desk->profile().currency), method};
        return await(finance::CheckoutService(*m_shop->shop.session, *m_shop->shop.door).book(draft, payment)).value();
    }
    QStringList written(const QString &pattern) const
    {
        return QDir(m_shop->papers.path()).entryList({pattern}, QDir::Files);
    }

    std::unique_ptr<test::CounterShop> m_shop;
};

QTEST_MAIN(TestOrderPapers)
#include "tst_order_papers.moc"
