// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/finance/payment_service.h"
#include "tests/ui/orders/counter_shop.h"
#include "ui/orders/party_form.h"
#include "ui/orders/party_model.h"
#include "ui/orders/party_page.h"
#include "ui/orders/party_table.h"

#include <QAbstractButton>
#include <QAbstractItemModelTester>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTest>
#include <QThreadPool>

using namespace thimblely;
using namespace thimblely::ui;

class TestPartyPage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { Theme::instance().install(); }
    void init()
    {
        m_shop = std::make_unique<test::CounterShop>();
        m_client = m_shop->bello();
        orders::PieceDraft suit = m_shop->piece(QStringLiteral("Jacket"), 900'000);
        suit.kind = orders::PieceKind::Make;
        m_order = m_shop->book(m_client, {suit}).id;
        m_page = std::make_unique<PartyPage>(*m_shop->desk);
        m_page->resize(1198, 712);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
        m_page->showOrder(m_order);
        m_page->arrive();
        QTRY_COMPARE(model()->rowCount(), 1);
    }
    void cleanup()
    {
        QVERIFY(QThreadPool::globalInstance()->waitForDone(20'000));
        m_page.reset();
        m_shop.reset();
    }

    void eightNamesInOnePaste()
    {
        QAbstractItemModelTester tester(model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        m_shop->addClient(QStringLiteral("Chidi Eze"), QStringLiteral("0805 111 2222"));
        addEight();
        QCOMPARE(cell(1, PartyModel::Who), QStringLiteral("Tunde"));
        QCOMPARE(cell(2, PartyModel::Who), QStringLiteral("Chidi Eze")); // known by his phone
        QCOMPARE(cell(1, PartyModel::Measured), QStringLiteral("not yet"));
        QCOMPARE(cell(1, PartyModel::Paid), QStringLiteral("owes 9,000")); // under "Paid": a bare figure would be paid
        QVERIFY(says(QStringLiteral("9 not measured")));
        QVERIFY(changes::await(m_shop->shop.door->undo()));
        QTRY_COMPARE(model()->rowCount(), 1);
        QVERIFY(says(QStringLiteral("1 not measured")));
    }

    void enterOpensWhatTheCellIsAbout()
    {
        addEight();
        QSignalSpy measure(&m_shop->desk->navigation(), &Navigation::measureRequested);
        QSignalSpy member(&m_shop->desk->navigation(), &Navigation::memberRequested);
        QCOMPARE(QApplication::focusWidget(), table());
        table()->setCurrentIndex(model()->index(2, PartyModel::Who));
        QCOMPARE(keyOn(QStringLiteral("Measure")), QStringLiteral("Enter"));
        QCOMPARE(keyOn(QStringLiteral("Pieces and money")), QStringLiteral("F9"));
        press(Qt::Key_Return); // has not come yet
        QCOMPARE(measure.size(), 1);
        for (int i = 0; i < PartyModel::Paid; ++i)
            press(Qt::Key_Right);
        QCOMPARE(keyOn(QStringLiteral("Measure")), QStringLiteral("F4"));
        QCOMPARE(keyOn(QStringLiteral("Pieces and money")), QStringLiteral("Enter"));
        press(Qt::Key_Return);
        QCOMPARE(member.size(), 1);
        QCOMPARE(member[0][1].value<std::optional<ClientId>>(), model()->member(2)->person);
        QVERIFY(m_page->handle(ActionId::Measure));
        QCOMPARE(measure.size(), 2);
    }

    void hePaysHisOwn()
    {
        addEight();
        table()->setCurrentIndex(model()->index(1, PartyModel::Who));
        QVERIFY(m_page->handle(ActionId::Payer));
        QTRY_VERIFY(model()->member(1)->paysOwn());
        QCOMPARE(cell(1, PartyModel::Paid), QStringLiteral("owes 9,000, own"));
        finance::PaymentDraft payment{Money(900'000, m_shop->desk->profile().currency),
                                      finance::PaymentMethod::Transfer};
        payment.payer = model()->member(1)->person;
        QVERIFY(
            changes::await(finance::PaymentService(*m_shop->shop.session, *m_shop->shop.door).take(m_order, payment)));
        QTRY_COMPARE(cell(1, PartyModel::Paid), QStringLiteral("on its way"));
        QCOMPARE(cell(2, PartyModel::Paid), QStringLiteral("owes 9,000"));
        QVERIFY(m_page->handle(ActionId::Payer)); // she does after all
        QTRY_VERIFY(!model()->member(1)->paysOwn());
    }

    void theDayOfTheEvent()
    {
        auto *day = field(QStringLiteral("Day of the event"));
        day->setFocus();
        QTest::keyClicks(day, QStringLiteral("12 dec"));
        QTest::keyClick(day, Qt::Key_Return);
        QTRY_VERIFY(says(QStringLiteral("in 17 days")));
        QCOMPARE(QApplication::focusWidget(), table());
        QCOMPARE(orders::OrderService(*m_shop->shop.session, *m_shop->shop.door).load(m_order)->eventDate->toIso(),
                 QStringLiteral("2026-12-12"));
    }

    //! Names half typed are there again.
    void whatIsTypedIsKept()
    {
        QVERIFY(m_page->handle(ActionId::AddTo));
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("Obi"));
        QVERIFY(m_page->stepBack());
        QVERIFY(!form()->isOpen());
        QVERIFY(m_page->handle(ActionId::AddTo));
        QCOMPARE(form()->findChild<QPlainTextEdit *>()->toPlainText(), QStringLiteral("Obi"));
    }

private:
    void addEight()
    {
        QVERIFY(m_page->handle(ActionId::AddTo));
        auto *names = qobject_cast<QPlainTextEdit *>(QApplication::focusWidget());
        QVERIFY(names);
        names->setPlainText(QStringLiteral("Tunde\nChidi 0805 111 2222\nEmeka\nObi\nUche\nSegun\nKunle\nFemi"));
        QVERIFY(m_page->handle(ActionId::Pay));
        QTRY_COMPARE(model()->rowCount(), 9);
        QTRY_VERIFY(!form()->isOpen());
    }
    void press(int key) { QTest::keyClick(QApplication::focusWidget(), Qt::Key(key)); }
    PartyModel *model() const { return m_page->findChild<PartyModel *>(); }
    PartyTable *table() const { return m_page->findChild<PartyTable *>(); }
    PartyForm *form() const { return m_page->findChild<PartyForm *>(); }
    QString cell(int row, int column) const { return model()->index(row, column).data().toString(); }
    //! Which key a button says it has.
    QString keyOn(const QString &text) const
    {
        const auto all = m_page->findChildren<QAbstractButton *>();
        const auto found =
            std::ranges::find_if(all, [&](const QAbstractButton *button) { return button->text() == text; });
        return found == all.end() ? QString() : (*found)->accessibleDescription();
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
    bool says(const QString &words) const
    {
        const auto labels = m_page->findChildren<QLabel *>();
        return std::ranges::any_of(
            labels, [&](const QLabel *label) { return label->isVisible() && label->text().contains(words); });
    }

    std::unique_ptr<test::CounterShop> m_shop;
    std::unique_ptr<PartyPage> m_page;
    ClientId m_client{IdBytes{}};
    OrderId m_order{IdBytes{}};
};

QTEST_MAIN(TestPartyPage)
#include "tst_party_page.moc"
