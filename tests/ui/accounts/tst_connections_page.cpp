// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/storage/connection.h"
#include "tests/support/keychain/test_keychain.h"
#include "tests/support/page_hands.h"
#include "tests/ui/orders/counter_shop.h"
#include "ui/accounts/connections_page.h"
#include "ui/accounts/social_accounts_model.h"
#include "ui/accounts/verification_log_model.h"
#include "ui/widgets/list_row_delegate.h"
#include "ui/widgets/list_view.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace thimblely;
using namespace thimblely::ui;

//! Accounts elsewhere and the codes sent to oneself, at the keyboard.
class TestConnectionsPage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { Theme::instance().install(); }
    void init()
    {
        test::TestKeychain::install();
        m_shop = std::make_unique<test::CounterShop>();
    }
    void cleanup()
    {
        QVERIFY(QThreadPool::globalInstance()->waitForDone(20'000));
        m_page.reset();
        m_shop.reset();
    }

    void writtenDownPausedAndRemoved()
    {
        open();
        QVERIFY(test::isSaidOn(*m_page, QStringLiteral("None is written down")));
        QVERIFY(test::isSaidOn(*m_page, QStringLiteral("does not post by itself yet")));
        QVERIFY(test::isSaidOn(*m_page, QStringLiteral("cannot send one yet")));
        QCOMPARE(focusedText(), QStringLiteral("Write down an account…"));
        test::pressKey(Qt::Key_Space);
        QCOMPARE(test::focusedName(), QStringLiteral("Name of the account"));
        test::typeKeys(QStringLiteral("bello tailors"));
        test::pressKey(Qt::Key_Return);
        QTRY_VERIFY(test::isSaidOn(*m_page, QStringLiteral("Type the name as it stands after the @")));
        test::fieldOn(*m_page, QStringLiteral("Name of the account"))->selectAll();
        test::typeKeys(QStringLiteral("@bello.tailors"));
        QVERIFY(m_page->handle(ActionId::Pay));
        QTRY_COMPARE(accounts().rowCount(), 1);
        new QAbstractItemModelTester(&accounts(), QAbstractItemModelTester::FailureReportingMode::QtTest, m_page.get());
        QVERIFY(spoken(0).contains(QStringLiteral("@bello.tailors")));
        QVERIFY(spoken(0).contains(QStringLiteral("the shop’s")));
        QVERIFY(spoken(0).contains(QStringLiteral("never synced")));
        test::buttonOn(*m_page, "Take it out of use")->click();
        QTRY_VERIFY(spoken(0).contains(QStringLiteral("Out of use")));
        test::buttonOn(*m_page, "Use it again")->click();
        QTRY_VERIFY(spoken(0).contains(QStringLiteral("In use")));
        test::buttonOn(*m_page, "Remove it")->click();
        QTRY_COMPARE(accounts().rowCount(), 0);
        QVERIFY(test::isSaidOn(*m_page, QStringLiteral("None is written down")));
        QVERIFY(!test::buttonOn(*m_page, "Remove it")->isVisible());
    }

    void whatIsHereAlreadyIsLedTo()
    {
        open();
        QSignalSpy led(m_page.get(), &ConnectionsPage::signInRequested);
        test::buttonOn(*m_page, "My sign-in…")->click();
        QCOMPARE(led.count(), 1);
        QVERIFY(test::isSaidOn(*m_page, QStringLiteral("No account of a provider lets you in")));
    }

    void codesThatWereSent()
    {
        const auto connection = storage::Connection::open({m_shop->shop.path()}).value();
        for (int i = 1; i < 60; ++i)
            QVERIFY(connection->executeScript(
                "INSERT INTO verification_logs (id, user_id, verification_type, status, sent_to, sent_at, created_at,"
                " updated_at) SELECT randomblob(16), id, 'email', 'failed', 'amina@shop.example', " +
                QByteArray::number(i) + ", 1, 1 FROM profiles"));
        open();
        auto *codes = m_page->findChild<VerificationLogModel *>();
        QTRY_COMPARE(codes ? codes->rowCount() : 0, 50);
        QAbstractItemModelTester tester(codes, QAbstractItemModelTester::FailureReportingMode::Fatal);
        codes->fetchMore({});
        QTRY_COMPARE(codes->rowCount(), 59);
        const QString first = codes->index(0).data(Qt::AccessibleTextRole).toString();
        QVERIFY2(!first.contains(QStringLiteral("amina@")) && first.contains(QStringLiteral("@shop.example")),
                 qPrintable(first));
        QVERIFY(!test::isSaidOn(*m_page, QStringLiteral("cannot send one yet")));
    }

private:
    void open() { m_page = test::openedPage<ConnectionsPage>(*m_shop->desk); }
    SocialAccountsModel &accounts() { return *m_page->findChild<SocialAccountsModel *>(); }
    QString spoken(int row) { return accounts().index(row).data(Qt::AccessibleTextRole).toString(); }
    static QString focusedText()
    {
        const auto *button = qobject_cast<QAbstractButton *>(QApplication::focusWidget());
        return button ? button->text() : QString();
    }

    std::unique_ptr<test::CounterShop> m_shop;
    std::unique_ptr<ConnectionsPage> m_page;
};

QTEST_MAIN(TestConnectionsPage)
#include "tst_connections_page.moc"
