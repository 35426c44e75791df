// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/finance/account_service.h"
#include "core/finance/till_service.h"
#include "tests/ui/orders/counter_shop.h"
#include "ui/clients/client_card.h"
#include "ui/clients/clients_page.h"
#include "ui/clients/pay_back_form.h"
#include "ui/orders/pick_up_page.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QTest>
#include <QTimer>

using namespace thimblely;
using namespace thimblely::ui;
using changes::await;

//! What the shop keeps for a client is paid out, from their card and where something is fetched.
class TestPayBack : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { Theme::instance().install(); }
    void init()
    {
        m_shop = std::make_unique<test::CounterShop>();
        m_client = m_shop->bello();
        finance::PaymentDraft more{Money(500'000, currency())};
        more.restAsCredit = true;
        QVERIFY(await(accounts().take(m_client, more)));
    }
    void cleanup()
    {
        QVERIFY(QThreadPool::globalInstance()->waitForDone(20'000));
        m_page.reset();
        m_shop.reset();
    }

    void fromTheCard()
    {
        openClients();
        QVERIFY(says(QStringLiteral("5,000 kept for them")));
        button(QStringLiteral("Pay back…"))->click();
        QCOMPARE(focusName(), QStringLiteral("Pay back"));
        QCOMPARE(edit("Pay back")->text(), QStringLiteral("5,000"));
        type("3000");
        QVERIFY(m_page->handle(ActionId::Pay));
        QVERIFY(says(QStringLiteral("Say why"))); // nothing without a reason
        QCOMPARE(account().credit.minor(), qint64(500'000));
        type("moves away");
        QVERIFY(m_page->handle(ActionId::Pay));
        QTRY_COMPARE(account().credit.minor(), qint64(200'000));
        QTRY_VERIFY(says(QStringLiteral("2,000 kept for them")));
        const finance::TillSums sums = finance::TillService(session(), door()).sums().value();
        QCOMPARE(sums.creditPaidBack.minor(), qint64(300'000));
        QCOMPARE(sums.expectedCash.minor(), qint64(200'000));
        QTRY_COMPARE(QDir(m_shop->papers.path()).entryList({QStringLiteral("receipt-*")}).size(), 1);
    }

    void noMoreThanIsKept()
    {
        openClients();
        button(QStringLiteral("Pay back…"))->click();
        type("5001");
        QVERIFY(m_page->handle(ActionId::Pay));
        QCOMPARE(focusName(), QStringLiteral("Pay back"));
        QCOMPARE(edit("Pay back")->text(), QStringLiteral("5001"));
        QCOMPARE(account().credit.minor(), qint64(500'000));
        QVERIFY(m_page->stepBack());
        QVERIFY(button(QStringLiteral("Pay back…"))->isVisible());
    }

    void whatWasTypedComesBack()
    {
        openClients();
        button(QStringLiteral("Pay back…"))->click();
        type("1200");
        edit("Why")->setFocus();
        type("half of it");
        QCoreApplication::processEvents(); // as after every key
        m_page.reset();
        m_shop->restart();
        openClients();
        button(QStringLiteral("Pay back…"))->click();
        QCOMPARE(edit("Pay back")->text(), QStringLiteral("1,200"));
        QCOMPARE(edit("Why")->text(), QStringLiteral("half of it"));
    }

    void whoeverHasNothingIsOfferedNothing()
    {
        m_client = m_shop->addClient(QStringLiteral("Tunde Bello"), QStringLiteral("0805 111 2222"));
        openClients();
        QVERIFY(!button(QStringLiteral("Pay back…"))->isVisible());
    }

    void fromPickUp()
    {
        const OrderId order = m_shop->book(m_client, {m_shop->piece(QStringLiteral("Coat"), 100'000)}).id;
        auto page = std::make_unique<PickUpPage>(*m_shop->desk);
        PickUpPage *pickUp = page.get();
        m_page = std::move(page);
        show();
        pickUp->showOrder(order);
        QTimer::singleShot(0, this, [] { // the menu waits for a choice
            auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
            QVERIFY(menu);
            for (QAction *action : menu->actions()) {
                if (action->text().startsWith(QLatin1String("Pay back"))) {
                    action->trigger();
                    break;
                }
            }
            menu->close();
        });
        button(QString(), QStringLiteral("Other papers"))->click();
        QVERIFY(m_page->findChild<PayBackForm *>());
        QVERIFY(m_page->findChild<PayBackForm *>()->isVisible());
        QTest::keyClicks(edit("Why"), QStringLiteral("moves away"));
        QVERIFY(m_page->handle(ActionId::Pay));
        QTRY_COMPARE(account().credit.minor(), qint64(0));
        QTRY_VERIFY(!m_page->findChild<PayBackForm *>()->isVisible()); // the bag is there again
        QCOMPARE(m_page->title(),
                 QStringLiteral("Order ") + orders::OrderService(session(), door()).load(order)->number);
    }

    void everythingHasANameAndFits()
    {
        openClients();
        button(QStringLiteral("Pay back…"))->click();
        for (const QSize size : {QSize(1198, 712), QSize(968, 484)}) {
            m_page->resize(size);
            QApplication::processEvents();
            QCOMPARE(test::nameless(*m_page), QStringList());
            QCOMPARE(test::squeezed(*m_page), QStringList());
        }
        test::takePictures(*m_page, QStringLiteral("pay-back"));
    }

private:
    void openClients()
    {
        auto page = std::make_unique<ClientsPage>(*m_shop->desk);
        ClientsPage *clients = page.get();
        m_page = std::move(page);
        show();
        clients->showClient(m_client);
    }
    void show()
    {
        m_page->resize(1198, 712);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
        m_page->arrive();
    }
    void type(const char *text) { QTest::keyClicks(QApplication::focusWidget(), QString::fromUtf8(text)); }
    QString focusName() const
    {
        return QApplication::focusWidget() ? QApplication::focusWidget()->accessibleName() : QString();
    }
    QLineEdit *edit(const char *name) const
    {
        const auto all = m_page->findChildren<QLineEdit *>();
        for (QLineEdit *each : all) {
            if (each->accessibleName() == QLatin1String(name) && each->isVisible())
                return each;
        }
        qFatal("no field %s", name);
    }
    QAbstractButton *button(const QString &text, const QString &name = {}) const
    {
        const auto all = m_page->findChildren<QAbstractButton *>();
        for (QAbstractButton *each : all) {
            if (name.isEmpty() ? each->text() == text : each->accessibleName() == name)
                return each;
        }
        qFatal("no button %s", qPrintable(text + name));
    }
    bool says(const QString &words) const
    {
        const auto labels = m_page->findChildren<QLabel *>();
        return std::ranges::any_of(
            labels, [&](const QLabel *label) { return label->isVisible() && label->text().contains(words); });
    }
    access::Session &session() { return *m_shop->shop.session; }
    changes::WriteDoor &door() { return *m_shop->shop.door; }
    finance::AccountService accounts() { return {session(), door()}; }
    finance::ClientAccount account() { return accounts().of(m_client).value(); }
    Currency currency() const { return m_shop->desk->profile().currency; }

    std::unique_ptr<test::CounterShop> m_shop;
    std::unique_ptr<Page> m_page;
    ClientId m_client{IdBytes{}};
};

QTEST_MAIN(TestPayBack)
#include "tst_pay_back.moc"
