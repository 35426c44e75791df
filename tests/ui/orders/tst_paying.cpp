// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/finance/account_service.h"
#include "core/finance/payment_service.h"
#include "core/invoices/invoice_service.h"
#include "core/workspaces/workspace_service.h"
#include "tests/support/page_hands.h"
#include "tests/ui/orders/counter_shop.h"
#include "ui/orders/money_lines.h"
#include "ui/orders/outcome_form.h"
#include "ui/orders/pay_pane.h"
#include "ui/orders/payer_choice.h"
#include "ui/orders/pick_up_page.h"
#include "ui/orders/piece_list_model.h"

#include <QAbstractButton>
#include <QApplication>
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QTest>
#include <QThreadPool>

using namespace thimblely;
using namespace thimblely::ui;

//! What is asked at pick up, and of whom.
class TestPaying : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { Theme::instance().install(); }
    void init()
    {
        m_shop = std::make_unique<test::CounterShop>();
        m_client = m_shop->bello();
        m_son = m_shop->addClient(QStringLiteral("Tunde Bello"), QStringLiteral("0805 111 2222"));
    }
    void cleanup()
    {
        QVERIFY(QThreadPool::globalInstance()->waitForDone(20'000));
        m_page.reset();
        m_shop.reset();
    }

    void aTransferOnItsWayIsNotAskedForAgain()
    {
        bookTwo();
        pay(m_order, 1'200'000, finance::PaymentMethod::Transfer, {});
        QVERIFY(changes::await(orders().complete(m_order)));
        openPage();
        m_page->showOrder(m_order);
        QVERIFY(says(QStringLiteral("On its way")));
        QVERIFY(!says(QStringLiteral("Paid,")));
        QVERIFY(!pay().payment().value().has_value());
        QCOMPARE(pieces()->index(0).data(PieceListModel::ToPayRole).toString(), QStringLiteral("on its way"));
        test::showTicket(*m_page);
        QVERIFY(m_page->handle(ActionId::Pay)); // it has not been paid: that they leave is asked about
        QVERIFY(says(QStringLiteral("12,000 has not come in yet. F9 again hands over all the same.")));
        QVERIFY(!load().pieces[0].isCollected());
        const auto sent = finance::PaymentService(session(), door()).ofOrder(m_order).value();
        QVERIFY(changes::await(finance::PaymentService(session(), door()).confirm(sent[0].id)));
        QTRY_COMPARE(pieces()->index(0).data(PieceListModel::ToPayRole).toString(), QStringLiteral("paid"));
        QVERIFY(m_page->handle(ActionId::Pay));
        QTRY_VERIFY(load().pieces[0].isCollected());
    }

    //! As at the counter.
    void withoutItsReferenceItIsAskedAboutOnce_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<bool>("ticked");
        QTest::addColumn<bool>("waits");
        QTest::newRow("transfer") << QStringLiteral("t") << false << true;
        QTest::newRow("mobile money: nobody saw its code") << QStringLiteral("m") << false << true;
        QTest::newRow("mobile money that was seen") << QStringLiteral("m") << true << false;
    }
    void withoutItsReferenceItIsAskedAboutOnce()
    {
        QFETCH(QString, key);
        QFETCH(bool, ticked);
        QFETCH(bool, waits);
        bookTwo();
        openPage();
        m_page->showOrder(m_order); // nothing is ready: it is only paid
        QLineEdit *const reference = test::fieldOn(*m_page, QStringLiteral("Reference"));
        test::fieldOn(*m_page, QStringLiteral("Given"))->setFocus();
        QTest::keyClicks(QApplication::focusWidget(), key);
        QTRY_COMPARE(QApplication::focusWidget(), reference);
        if (ticked)
            boxNamed(QStringLiteral("Has come in"))->click();
        QVERIFY(m_page->handle(ActionId::Pay));
        QVERIFY(says(QStringLiteral("is not typed")));
        QCOMPARE(QApplication::focusWidget(), reference);
        QVERIFY(finance::PaymentService(session(), door()).ofOrder(m_order)->empty());
        QVERIFY(m_page->handle(ActionId::Pay));
        QTRY_COMPARE(finance::PaymentService(session(), door()).ofOrder(m_order)->size(), size_t(1));
        QCOMPARE(finance::PaymentService(session(), door()).ofOrder(m_order)->at(0).waiting, waits);
    }

    //! In France what is mended is paid in part by the scheme: announced in one press, the rest stays to be paid.
    void theRepairBonusIsOfferedInFrance()
    {
        WorkspaceService workspaces(session(), door());
        WorkspaceProfile profile = workspaces.load().value();
        profile.countryCode = QStringLiteral("FR");
        profile.currency = Currency::parse(QStringLiteral("EUR")).value();
        QVERIFY(changes::await(workspaces.update(profile)));
        QTRY_COMPARE(m_shop->desk->profile().currency, profile.currency);
        orders::PieceDraft coat = m_shop->piece(QStringLiteral("Coat"), 20'00);
        coat.kind = orders::PieceKind::Alteration;
        m_order = m_shop->book(m_client, {coat}).id;
        openPage();
        m_page->showOrder(m_order);
        button("Repair bonus, up to 12")->click();
        QVERIFY(says(QStringLiteral("no photo was taken")));
        test::takePictures(*m_page, QStringLiteral("pay-bonus"));
        m_page->resize(1198, 712);
        QVERIFY(m_page->handle(ActionId::Pay));
        QTRY_COMPARE(finance::PaymentService(session(), door()).ofOrder(m_order)->size(), size_t(1));
        const finance::Payment bonus = finance::PaymentService(session(), door()).ofOrder(m_order)->at(0);
        QCOMPARE(bonus.amount.minor(), qint64(12'00));
        QVERIFY(bonus.waiting);
        QCOMPARE(bonus.reference, QStringLiteral("Bonus réparation"));
        QTRY_COMPARE(pay().payment().value()->amount.minor(), qint64(8'00)); // what the client pays
        for (const auto *each : pay().findChildren<QAbstractButton *>())
            QVERIFY(!each->isVisible() || !each->text().startsWith(QStringLiteral("Repair bonus")));
    }

    void allThatIsOwedIsOfferedWheneverItIsOpened()
    {
        bookTwo();
        m_shop->book(m_client, {m_shop->piece(QStringLiteral("Coat"), 300'000)});
        openPage();
        for (int time = 0; time < 3; ++time) {
            m_page->showOrder(m_order);
            QVERIFY(button("Pay all that is owed, 15,000")->isVisible());
            QVERIFY(m_page->stepBack());
        }
    }

    void whoCollectsPays()
    {
        orders::PieceDraft his = m_shop->piece(QStringLiteral("Jacket"), 750'000);
        his.wearer = m_son;
        his.payer = m_son;
        m_order = m_shop->book(m_client, {m_shop->piece(QStringLiteral("Gown"), 450'000), his}).id;
        QVERIFY(changes::await(orders().complete(m_order)));
        openPage();
        m_page->showOrder(m_order);
        QVERIFY(choice()->isVisible());
        QVERIFY(choice()->who().all); // pieces of both are ticked
        QCOMPARE(pay().payment().value()->amount.minor(), qint64(1'200'000));
        m_page->showMember(m_order, m_son);
        QCOMPARE(choice()->text(), QStringLiteral("Tunde Bello pays"));
        QCOMPARE(pay().payment().value()->amount.minor(), qint64(750'000));
        m_page->handle(ActionId::Payer); // all together
        QVERIFY(choice()->who().all);
        m_page->handle(ActionId::Payer); // she
        QCOMPARE(pay().payment().value()->amount.minor(), qint64(450'000));
        m_page->handle(ActionId::Payer);
        QCOMPARE(choice()->text(), QStringLiteral("Tunde Bello pays"));
        test::showTicket(*m_page);
        QVERIFY(m_page->handle(ActionId::Pay));
        QTRY_VERIFY(load().pieces[1].isCollected());
        QVERIFY(!load().pieces[0].isCollected());
        QCOMPARE(load().shareOf(m_son)->balance().minor(), qint64(0));
        QCOMPARE(load().shareOf(m_client)->balance().minor(), qint64(450'000));
        QCOMPARE(finance::AccountService(session(), door()).of(m_son)->owed.minor(), qint64(0));
        // Her invoice does not bill his jacket.
        m_page->showMember(m_order, m_client);
        QTest::qWait(300); // what was written before is told by then: it takes the question back
        button("Issue invoice")->click();
        button("Issue for good")->click();
        QTRY_VERIFY(invoices::InvoiceService(session(), door()).forOrder(m_order).value().has_value());
        const auto invoice = invoices::InvoiceService(session(), door()).forOrder(m_order).value();
        QCOMPARE(invoices::InvoiceService(session(), door()).load(*invoice)->total.minor(), qint64(450'000));
    }

    void theLinesAreOfWhoPays()
    {
        bookForBoth();
        pay(m_order, 100'000, finance::PaymentMethod::Card, m_son);
        pay(m_order, 200'000, finance::PaymentMethod::Cash, m_client);
        openPage();
        m_page->showMember(m_order, m_son);
        const QString number = load().number;
        QTRY_COMPARE(seenLines(),
                     (QStringList{number + QStringLiteral("-2 Jacket"), QStringLiteral("Paid, 25 Nov, Card")}));
        test::takePictures(*m_page, QStringLiteral("pay-his"));
        m_page->resize(1198, 712);
        m_page->handle(ActionId::Payer); // all together
        QTRY_COMPARE(seenLines().first(2),
                     (QStringList{QStringLiteral("A. Bello to pay"), QStringLiteral("Tunde Bello to pay")}));
        test::takePictures(*m_page, QStringLiteral("pay-all"));
        m_page->resize(1198, 712);
        m_page->handle(ActionId::Payer); // she
        QTRY_COMPARE(seenLines(),
                     (QStringList{number + QStringLiteral("-1 Gown"), QStringLiteral("Paid, 25 Nov, Cash")}));
        m_page->resize(1198, 484); // the lowest window: there is room for some of them
        QTRY_COMPARE(seenLines().value(0), number + QStringLiteral("-1 Gown"));
    }

    void aReceiptIsOfWhoPays()
    {
        bookForBoth();
        pay(m_order, 100'000, finance::PaymentMethod::Card, m_son);
        pay(m_order, 200'000, finance::PaymentMethod::Cash, m_client);
        const auto paid = finance::PaymentService(session(), door()).ofOrder(m_order).value();
        openPage();
        m_page->showMember(m_order, m_son);
        QVERIFY(m_page->handle(ActionId::PrintAgain));
        const auto there = [this](const finance::Payment &payment) {
            return QFile::exists(m_shop->papers.filePath(QStringLiteral("receipt-%1.pdf").arg(payment.receiptNumber)));
        };
        QTRY_VERIFY(there(paid[0]));
        QVERIFY(!there(paid[1]));
    }

    //! She owes, he has paid too much: who owes what, and who has how much too much.
    void tooMuchOfOneIsNotTakenOffAnother()
    {
        bookForBoth();
        pay(m_order, 750'000, finance::PaymentMethod::Cash, m_son);
        QVERIFY(changes::await(orders().cancelPiece(load().pieces[1].id, QStringLiteral("not made"))));
        openPage();
        m_page->showOrder(m_order);
        QVERIFY(choice()->isVisible());
        QVERIFY(says(QStringLiteral("A. Bello to pay")));
        QVERIFY(says(QStringLiteral("Tunde Bello paid too much")));
        QVERIFY(says(QStringLiteral("Paid too much")));
        test::takePictures(*m_page, QStringLiteral("pay-over"));
    }

    void aQuestionIsOfWhoItWasAskedOf()
    {
        bookForBoth();
        openPage();
        m_page->showMember(m_order, m_client);
        QTest::qWait(300);
        button("Issue invoice")->click();
        QVERIFY(button("Issue for good")->isVisible());
        QVERIFY(says(QStringLiteral("cannot be changed or taken back")));
        test::takePictures(*m_page, QStringLiteral("pay-issue"));
        m_page->resize(1198, 712);
        m_page->handle(ActionId::Payer);
        QVERIFY(button("Issue invoice")->isVisible());
    }

    void aKeyPressedTwiceTakesNoMoney()
    {
        bookForBoth();
        QVERIFY(changes::await(orders().complete(m_order)));
        openPage();
        m_page->showMember(m_order, m_client);
        test::showTicket(*m_page);
        QVERIFY(pay().payment().value().has_value());
        auto *form = m_page->findChild<OutcomeForm *>();
        form->begin(load(), {load().pieces[1].id});
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("moth"));
        QVERIFY(m_page->handle(ActionId::Pay));
        QTRY_VERIFY(!form->isOpen());
        QVERIFY(load().pieces[1].isCollected());
        QVERIFY(m_page->handle(ActionId::Pay)); // the same key, once too often
        QTest::qWait(100);
        QVERIFY(finance::PaymentService(session(), door()).ofOrder(m_order)->empty());
        QVERIFY(!load().pieces[0].isCollected());
        QVERIFY(m_page->handle(ActionId::Pay)); // asked, and so
        QTRY_VERIFY(load().pieces[0].isCollected());
    }

    //! What leaves of him waits for his transfer, whoever pays now.
    void whatWaitsIsOfAllWhosePiecesLeave()
    {
        bookForBoth();
        pay(m_order, 750'000, finance::PaymentMethod::Transfer, m_son);
        QVERIFY(changes::await(orders().complete(m_order)));
        openPage();
        m_page->showOrder(m_order); // both pieces are ticked
        m_page->handle(ActionId::Payer);
        QCOMPARE(pay().payment().value()->amount.minor(), qint64(450'000)); // she pays
        test::showTicket(*m_page);
        QVERIFY(m_page->handle(ActionId::Pay));
        QVERIFY(says(QStringLiteral("7,500 has not come in yet. F9 again hands over all the same.")));
    }

    void whoCollectsIsWhoPays()
    {
        bookForBoth();
        QVERIFY(changes::await(orders().complete(m_order)));
        openPage();
        m_page->showOrder(m_order);
        QCOMPARE(field(QStringLiteral("Who collects"))->placeholderText(), QStringLiteral("A. Bello"));
        m_page->showMember(m_order, m_son);
        QCOMPARE(field(QStringLiteral("Who collects"))->placeholderText(), QStringLiteral("Tunde Bello"));
        test::showTicket(*m_page);
        QVERIFY(m_page->handle(ActionId::Pay));
        QTRY_VERIFY(load().pieces[1].isCollected());
        QCOMPARE(load().pieces[1].collectedByName, QStringLiteral("Tunde Bello"));
    }

    void onlyATicketThatWasReadWasSeen()
    {
        bookForBoth();
        openPage();
        const QString number = load().number;
        auto *seen = m_page->findChild<QCheckBox *>();
        const auto type = [&](const QString &typed) {
            auto *find = field(QStringLiteral("Order number, ticket or name"));
            find->setFocus();
            QTest::keyClicks(find, typed);
            QTest::keyClick(find, Qt::Key_Return);
        };
        type(number); // known by heart, or heard
        QCOMPARE(m_page->title(), QStringLiteral("Order ") + number);
        QVERIFY(!seen->isChecked());
        m_page->startOver();
        QVERIFY(m_page->takeScan(number + QStringLiteral("P2"))); // a tag hangs on the piece
        QVERIFY(!seen->isChecked());
        m_page->startOver();
        QVERIFY(m_page->takeScan(number));
        QVERIFY(seen->isChecked());
    }

private:
    QCheckBox *boxNamed(const QString &text) const
    {
        const auto boxes = pay().findChildren<QCheckBox *>();
        const auto found = std::ranges::find(boxes, text, &QCheckBox::text);
        return found == boxes.end() ? nullptr : *found;
    }
    void bookForBoth()
    {
        orders::PieceDraft his = m_shop->piece(QStringLiteral("Jacket"), 750'000);
        his.wearer = m_son;
        his.payer = m_son;
        m_order = m_shop->book(m_client, {m_shop->piece(QStringLiteral("Gown"), 450'000), his}).id;
    }
    //! The words of what is paid for and was paid, as far as they are to be seen without scrolling.
    QStringList seenLines() const
    {
        QStringList lines;
        const auto labels = m_page->findChild<MoneyLines *>()->findChildren<QLabel *>();
        for (const QLabel *label : labels) {
            if (label->isVisible() && !label->visibleRegion().isEmpty() &&
                !label->inherits("thimblely::ui::AmountLabel"))
                lines.append(label->text());
        }
        return lines;
    }
    QLineEdit *field(const QString &name) const
    {
        const auto all = m_page->findChildren<QLineEdit *>();
        for (QLineEdit *each : all) {
            if (each->accessibleName() == name)
                return each;
        }
        qFatal("no field %s", qPrintable(name));
    }
    void bookTwo()
    {
        m_order = m_shop
                      ->book(m_client, {m_shop->piece(QStringLiteral("Trousers"), 450'000),
                                        m_shop->piece(QStringLiteral("Jacket"), 750'000)})
                      .id;
    }
    void pay(OrderId order, qint64 minor, finance::PaymentMethod method, std::optional<ClientId> payer)
    {
        finance::PaymentDraft payment{Money(minor, m_shop->desk->profile().currency), method};
        payment.payer = payer;
        QVERIFY(changes::await(finance::PaymentService(session(), door()).take(order, payment)));
    }
    void openPage()
    {
        m_page = std::make_unique<PickUpPage>(*m_shop->desk);
        m_page->resize(1198, 712);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
        m_page->arrive();
    }
    access::Session &session() { return *m_shop->shop.session; }
    changes::WriteDoor &door() { return *m_shop->shop.door; }
    orders::OrderService orders() { return {session(), door()}; }
    orders::OrderDetail load() { return orders().load(m_order).value(); }
    PayPane &pay() const { return *m_page->findChild<PayPane *>(); }
    PayerChoice *choice() const { return m_page->findChild<PayerChoice *>(); }
    PieceListModel *pieces() const { return m_page->findChild<PieceListModel *>(); }
    bool says(const QString &words) const
    {
        const auto labels = m_page->findChildren<QLabel *>();
        return std::ranges::any_of(
            labels, [&](const QLabel *label) { return label->isVisible() && label->text().contains(words); });
    }
    QAbstractButton *button(const char *text) const
    {
        const auto all = m_page->findChildren<QAbstractButton *>();
        for (QAbstractButton *each : all) {
            if (each->text() == QLatin1String(text))
                return each;
        }
        qFatal("no button %s", text);
    }

    std::unique_ptr<test::CounterShop> m_shop;
    std::unique_ptr<PickUpPage> m_page;
    ClientId m_client{IdBytes{}};
    ClientId m_son{IdBytes{}};
    OrderId m_order{IdBytes{}};
};

QTEST_MAIN(TestPaying)
#include "tst_paying.moc"
