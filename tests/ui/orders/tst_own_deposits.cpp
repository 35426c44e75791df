// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/finance/payment_service.h"
#include "tests/ui/orders/counter_shop.h"
#include "ui/orders/counter_page.h"
#include "ui/orders/order_editor.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDir>
#include <QLineEdit>
#include <QTest>

using namespace thimblely;
using namespace thimblely::ui;

//! At the counter: who pays for their own pieces leaves a deposit of their own and takes a paper of their own home.
class TestOwnDeposits : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { Theme::instance().install(); }
    void init()
    {
        m_shop = std::make_unique<test::CounterShop>();
        m_mother = m_shop->bello();
        m_groomsman = m_shop->addClient(QStringLiteral("Tunde Bello"), QStringLiteral("0805 111 2222"));
        openPage();
        editor().setClient(m_mother, QStringLiteral("A. Bello"));
        editor().addPiece(make(QStringLiteral("Gown"), 5'000'000));
        editor().setWearer(m_groomsman, QStringLiteral("Tunde Bello"));
        editor().setPaysOwn(true);
        orders::PieceDraft suit = make(QStringLiteral("Jacket"), 900'000);
        suit.wearer = m_groomsman;
        suit.payer = m_groomsman;
        editor().addPiece(suit);
        editor().setPromiseText(QStringLiteral("+14"));
    }
    void cleanup()
    {
        QVERIFY(QThreadPool::globalInstance()->waitForDone(20'000));
        m_page.reset();
        m_shop.reset();
    }

    //! Whatever is paid now, no digit of it is out of sight.
    void aLongSumIsSeenWhole()
    {
        auto *pay = payField();
        const int usual = pay->width();
        pay->setText(QStringLiteral("1,250,000,000.00"));
        QCoreApplication::processEvents();
        QVERIFY(pay->width() > usual);
        QCOMPARE(pay->width(), pay->sizeHint().width()); // which holds them all: tst_money_edit
        QVERIFY(m_page->rect().contains(QRect(pay->mapTo(m_page.get(), QPoint()), pay->size())));
    }

    void eachLeavesTheirOwn()
    {
        auto *pay = payField();
        QCOMPARE(pay->text(), QStringLiteral("25,000")); // half of what she pays
        pay->setFocus();
        QTest::keyClick(pay, Qt::Key_Down);
        QVERIFY(offers(QStringLiteral("Tunde Bello pays")));
        QCOMPARE(pay->text(), QString());
        QTest::keyClicks(pay, QStringLiteral("4000"));
        QVERIFY(offers(QStringLiteral("Take 29,000 + print")));
        test::takePictures(*m_page, QStringLiteral("own-deposit"));
        QTest::keyClick(pay, Qt::Key_Up);
        QCOMPARE(pay->text(), QStringLiteral("25,000"));
        book();
        const auto payments = finance::PaymentService(session(), door()).ofOrder(order().id).value();
        QCOMPARE(payments.size(), size_t(2));
        QVERIFY(payments[0].receiptNumber != payments[1].receiptNumber);
        QCOMPARE(order().shareOf(m_mother)->paid.minor(), qint64(2'500'000));
        QCOMPARE(order().shareOf(m_groomsman)->paid.minor(), qint64(400'000));
        const QString number = order().number;
        const auto papers = [this] { return QDir(m_shop->papers.path()).entryList({QStringLiteral("claim-*")}); };
        QTRY_COMPARE(papers().size(), 2);
        QVERIFY(papers().contains(QStringLiteral("claim-%1.pdf").arg(number)));
        QVERIFY(papers().contains(QStringLiteral("claim-Tunde-Bello-2026-11-25-%1.pdf").arg(number)));
        QVERIFY(changes::await(door().undo())); // one operation
        QVERIFY(orders::OrderService(session(), door()).openOrders()->rows.empty());
    }

    void heAloneLeavesOne()
    {
        auto *pay = payField();
        pay->setFocus();
        pay->setText(QString());
        QTest::keyClicks(pay, QStringLiteral("0"));
        QTest::keyClick(pay, Qt::Key_Down);
        QTest::keyClicks(pay, QStringLiteral("50 %"));
        book();
        QCOMPARE(order().shareOf(m_mother)->paid.minor(), qint64(0));
        QCOMPARE(order().shareOf(m_groomsman)->paid.minor(), qint64(450'000));
    }

    void noMoreThanTheirs()
    {
        auto *pay = payField();
        pay->setFocus();
        QTest::keyClick(pay, Qt::Key_Down);
        QTest::keyClicks(pay, QStringLiteral("9001"));
        QVERIFY(m_page->handle(ActionId::Pay));
        QTest::qWait(50);
        QVERIFY(!editor().isEmpty());
        QVERIFY(orders::OrderService(session(), door()).openOrders()->rows.empty());
    }

    //! As everything that was typed.
    void itOutlivesAStart()
    {
        auto *pay = payField();
        pay->setFocus();
        QTest::keyClick(pay, Qt::Key_Down);
        QTest::keyClicks(pay, QStringLiteral("4000"));
        m_page.reset();
        m_shop->restart();
        openPage();
        QVERIFY(offers(QStringLiteral("Take 29,000 + print")));
    }

private:
    void openPage()
    {
        m_page = std::make_unique<CounterPage>(*m_shop->desk);
        m_page->resize(1198, 712);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
        m_page->arrive();
    }
    void book()
    {
        m_page->handle(ActionId::Pay);
        if (!editor().isEmpty())
            m_page->handle(ActionId::Pay); // asked once: without measures
        QTRY_VERIFY(editor().isEmpty());
    }
    orders::PieceDraft make(const QString &name, qint64 minor)
    {
        orders::PieceDraft piece = m_shop->piece(name, minor);
        piece.kind = orders::PieceKind::Make;
        return piece;
    }
    orders::OrderDetail order()
    {
        orders::OrderService orders(session(), door());
        return orders.load(orders.openOrders()->rows.at(0).id).value();
    }
    access::Session &session() { return *m_shop->shop.session; }
    changes::WriteDoor &door() { return *m_shop->shop.door; }
    OrderEditor &editor() const { return *m_page->findChild<OrderEditor *>(); }
    QLineEdit *payField() const
    {
        const auto all = m_page->findChildren<QLineEdit *>();
        for (QLineEdit *each : all) {
            if (each->accessibleName().startsWith(QLatin1String("Pay now")))
                return each;
        }
        qFatal("no field for what is paid now");
    }
    bool offers(const QString &text) const
    {
        const auto all = m_page->findChildren<QAbstractButton *>();
        return std::ranges::any_of(
            all, [&](const QAbstractButton *each) { return each->isVisible() && each->text() == text; });
    }

    std::unique_ptr<test::CounterShop> m_shop;
    std::unique_ptr<CounterPage> m_page;
    ClientId m_mother{IdBytes{}};
    ClientId m_groomsman{IdBytes{}};
};

QTEST_MAIN(TestOwnDeposits)
#include "tst_own_deposits.moc"
