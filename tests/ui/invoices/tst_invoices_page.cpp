// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/invoices/free_invoice_service.h"
#include "core/invoices/invoice_service.h"
#include "tests/support/page_hands.h"
#include "tests/ui/orders/counter_shop.h"
#include "ui/invoices/invoices_model.h"
#include "ui/invoices/invoices_page.h"
#include "ui/widgets/list_row_delegate.h"
#include "ui/widgets/list_view.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QDir>
#include <QTest>

using namespace thimblely;
using namespace thimblely::ui;
using changes::await;

//! The shop's invoices, at the keyboard.
class TestInvoicesPage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { Theme::instance().install(); }
    void init()
    {
        m_shop = std::make_unique<test::CounterShop>();
        m_client = m_shop->bello();
    }
    void cleanup()
    {
        QVERIFY(QThreadPool::globalInstance()->waitForDone(20'000));
        m_page.reset();
        m_shop.reset();
    }

    //! Written, kept, gone on with, issued, paid in part and credited, without a mouse.
    void aFreeInvoiceByKeyboard()
    {
        open();
        QTRY_VERIFY(test::isSaidOn(*m_page, QStringLiteral("No invoice yet")));
        m_page->startNew();
        QCOMPARE(test::focusedName(), QStringLiteral("For which client"));
        test::fieldOn(*m_page, QStringLiteral("Or for whom else"))->setText(QStringLiteral("Queen's School"));
        test::fieldOn(*m_page, QStringLiteral("Line 1, what for"))->setFocus();
        test::typeKeys(QStringLiteral("Sewing lesson"));
        test::fieldOn(*m_page, QStringLiteral("Line 1, how many"))->setText(QStringLiteral("3"));
        test::fieldOn(*m_page, QStringLiteral("Line 1, price of one"))->setFocus();
        test::typeKeys(QStringLiteral("10000"));
        QTRY_VERIFY(test::isSaidOn(*m_page, QStringLiteral("₦30,000")));
        QVERIFY(m_page->handle(ActionId::Save)); // kept
        QTRY_VERIFY(test::isSaidOn(*m_page, QStringLiteral("no number yet")));
        QCOMPARE(list()->model()->rowCount(), 1);
        test::buttonOn(*m_page, "Go on writing…")->click();
        QVERIFY(m_page->handle(ActionId::Pay)); // issued
        QTRY_VERIFY(test::isSaidOn(*m_page, QStringLiteral("Invoice A-26-00001")));
        QVERIFY(m_page->handle(ActionId::PrintAgain));
        QTRY_COMPARE(QDir(m_shop->papers.path()).entryList({QStringLiteral("*A-26-00001*.pdf")}).size(), 1);
        QVERIFY(m_page->handle(ActionId::Pay)); // F9: take payment
        QCOMPARE(test::focusedName(), QStringLiteral("Paid now"));
        test::typeKeys(QStringLiteral("12000"));
        test::pressKey(Qt::Key_Return);
        QTRY_VERIFY(test::isSaidOn(*m_page, QStringLiteral("18,000")));
        test::buttonOn(*m_page, "Credit note…")->click();
        test::typeKeys(QStringLiteral("18000"));
        test::pressKey(Qt::Key_Return);
        test::pressKey(Qt::Key_Return);
        QTRY_VERIFY(test::isSaidOn(*m_page, QStringLiteral("Say why it is credited")));
        test::typeKeys(QStringLiteral("a lesson fell out"));
        test::pressKey(Qt::Key_Return);
        QTRY_VERIFY(test::isSaidOn(*m_page, QStringLiteral("Credit note A-26-00002")));
        QCOMPARE(list()->model()->rowCount(), 2);
        QCOMPARE(test::nameless(*m_page), QStringList());
    }

    void theModelKeepsItsWord()
    {
        for (int i = 0; i < 60; ++i)
            QVERIFY(await(free().issue({}, lessons())));
        InvoicesModel model(*m_shop->desk, nullptr);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        model.show(invoices::InvoiceFilter::All, {});
        QTRY_VERIFY(model.rowCount() >= 50); // the tester itself asks for more
        model.fetchMore({});
        QTRY_COMPARE(model.rowCount(), 60);
        QVERIFY(await(free().issue({}, lessons())));
        model.refresh();
        QTRY_COMPARE(model.rowCount(), 61);
        model.show(invoices::InvoiceFilter::Open, QStringLiteral("00007"));
        QTRY_COMPARE(model.rowCount(), 1);
        QVERIFY(!model.index(0).data(Qt::AccessibleTextRole).toString().isEmpty());
    }

    void hiddenMoneyIsHiddenHere()
    {
        QVERIFY(await(free().issue({}, lessons())));
        open();
        QTRY_VERIFY(test::isSaidOn(*m_page, QStringLiteral("30,000")));
        HideMoney::instance().setOn(true);
        QVERIFY(!test::isSaidOn(*m_page, QStringLiteral("30,000")));
        QVERIFY(!list()->model()->index(0, 0).data(ListRowDelegate::Amount).toString().contains(QStringLiteral("30")));
        HideMoney::instance().setOn(false);
    }

    //! An order's invoice leads to its order.
    void anOrdersInvoice()
    {
        const auto booked = m_shop->book(m_client, {m_shop->piece(QStringLiteral("Jacket"), 7'500'00)});
        QVERIFY(await(invoices::InvoiceService(*m_shop->shop.session, *m_shop->shop.door).issue(booked.id)));
        open();
        QTRY_VERIFY(test::isSaidOn(*m_page, QStringLiteral("Invoice A-26-00001")));
        std::optional<OrderId> opened;
        connect(&m_shop->desk->navigation(), &Navigation::openOrderRequested, this,
                [&](OrderId order) { opened = order; });
        QVERIFY(m_page->handle(ActionId::Pay));
        QCOMPARE(opened, std::optional(booked.id));
    }

    void pictures()
    {
        for (int i = 0; i < 12; ++i) {
            invoices::FreeInvoice invoice = lessons();
            if (i % 3 == 0)
                invoice.client = m_client;
            if (i % 4 == 0)
                invoice.name = QStringLiteral("Oluwafunmilayo Adebayo-Williams and Daughters Ceremonial Tailoring");
            if (i % 5 == 0)
                invoice.name = QStringLiteral("شركة ليلى للخياطة");
            const auto issued = await(free().issue({}, invoice));
            QVERIFY(issued.ok());
            if (i % 2)
                QVERIFY(await(free().take(issued->id, {Money(1'500'000, issued->total.currency())})));
        }
        open();
        QTRY_VERIFY(list()->model()->rowCount() == 12);
        if (!test::takePictures(*m_page, QStringLiteral("invoices")))
            QSKIP("pictures are taken on demand");
        m_page->startNew();
        test::takePictures(*m_page, QStringLiteral("invoice-form"));
    }

private:
    invoices::FreeInvoiceService free() { return {*m_shop->shop.session, *m_shop->shop.door}; }
    invoices::FreeInvoice lessons()
    {
        return {.name = QStringLiteral("Queen's School"),
                .lines = {{QStringLiteral("Sewing lesson"), Quantity::whole(3),
                           Money(10'000'00, m_shop->desk->profile().currency)}}};
    }
    void open() { m_page = test::openedPage<InvoicesPage>(*m_shop->desk); }
    ListView *list() { return m_page->findChild<ListView *>(); }

    std::unique_ptr<test::CounterShop> m_shop;
    std::unique_ptr<InvoicesPage> m_page;
    std::optional<ClientId> m_client;
};

QTEST_MAIN(TestInvoicesPage)
#include "tst_invoices_page.moc"
