// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/accounts/invitation_service.h"
#include "core/accounts/sign_in_service.h"
#include "core/accounts/team_service.h"
#include "tests/support/keychain/test_keychain.h"
#include "tests/support/page_hands.h"
#include "tests/support/small_shop.h"
#include "tests/ui/orders/counter_shop.h"
#include "ui/accounts/join_page.h"
#include "ui/theme/theme.h"

#include <QComboBox>
#include <QSignalSpy>

using namespace thimblely;
using namespace thimblely::ui;
using changes::await;

//! Somebody comes in by an invitation, at the keyboard, without anybody of the shop beside them.
class TestJoinPage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { Theme::instance().install(); }
    void init()
    {
        test::TestKeychain::install();
        m_shop = std::make_unique<test::SmallShop>();
        m_made.emplace(await(InvitationService(*m_shop->session, *m_shop->door)
                                 .make({access::Role::Member, QStringLiteral("counter"), {}, 7}))
                           .value());
        m_page = std::make_unique<JoinPage>(m_shop->path(), m_shop->clock);
        m_page->resize(1198, 712);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    }
    void cleanup()
    {
        m_page.reset();
        m_shop.reset();
    }

    void byItsCode()
    {
        QCOMPARE(test::focusedName(), QStringLiteral("The code"));
        test::typeKeys(m_made->code.toLower());
        (void)test::takePictures(*m_page, QStringLiteral("join"));
        test::pressKey(Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(test::focusedName(), QStringLiteral("Your name"), patience);
        QVERIFY(test::isSaidOn(*m_page, QStringLiteral("There you will be: Counter")));
        test::typeKeys(QStringLiteral("Femi Kuti"));
        test::pressKey(Qt::Key_Return);
        QCOMPARE(test::focusedName(), QStringLiteral("A PIN that you choose"));
        (void)test::takePictures(*m_page, QStringLiteral("join-new"));
        test::typeKeys(QStringLiteral("2580"));
        std::optional<std::pair<PersonId, WorkspaceId>> joined;
        connect(m_page.get(), &JoinPage::joined, this,
                [&](PersonId person, WorkspaceId workspace) { joined.emplace(person, workspace); });
        test::pressKey(Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(joined.has_value(), patience);
        SignInService signIn(m_shop->path(), m_shop->clock);
        const auto in = await(signIn.withPin(joined->first, m_shop->principal.workspace, QStringLiteral("2580")));
        QVERIFY(in.ok());
        QCOMPARE(in->job, access::Job::Counter);
    }

    //! Somebody else, or themselves: said while it is typed.
    void aColleaguesNameIsTaken()
    {
        m_page->present(m_made->file);
        QTRY_COMPARE_WITH_TIMEOUT(test::focusedName(), QStringLiteral("Your name"), patience);
        test::typeKeys(QStringLiteral("Amina Bello"));
        QTRY_VERIFY_WITH_TIMEOUT(test::isSaidOn(*m_page, QStringLiteral("If that is you, choose")), patience);
        (void)test::takePictures(*m_page, QStringLiteral("join-taken"));
        test::pressKey(Qt::Key_Return);
        QCOMPARE(test::focusedName(), QStringLiteral("Your name"));
        test::typeKeys(QStringLiteral(" the second"));
        QVERIFY(!test::isSaidOn(*m_page, QStringLiteral("If that is you")));
        test::pressKey(Qt::Key_Return);
        QCOMPARE(test::focusedName(), QStringLiteral("A PIN that you choose"));
    }

    void asWhoOneIsAlready()
    {
        TeamService team(*m_shop->session, *m_shop->door);
        const auto other = m_shop->otherWorkspace(QStringLiteral("Second"));
        const auto made = await(InvitationService(*other.session, *other.door).make({})).value();
        const PersonId sade =
            await(team.add({QStringLiteral("Sade"), access::Role::Member, access::Job::Cutter, QStringLiteral("2580")}))
                .value();
        m_page->present(made.file);
        QTRY_VERIFY_WITH_TIMEOUT(test::isSaidOn(*m_page, QStringLiteral("invites you to")), patience);
        auto *people = m_page->findChild<QComboBox *>();
        QTRY_VERIFY_WITH_TIMEOUT(people->count() > 0, patience);
        test::buttonOn(*m_page, "I sign in here already")->click();
        people->setCurrentIndex(people->count() - 1);
        test::fieldOn(*m_page, QStringLiteral("Your PIN or password"))->setText(QStringLiteral("2580"));
        (void)test::takePictures(*m_page, QStringLiteral("join-known"));
        std::optional<std::pair<PersonId, WorkspaceId>> joined;
        connect(m_page.get(), &JoinPage::joined, this,
                [&](PersonId person, WorkspaceId workspace) { joined.emplace(person, workspace); });
        test::buttonOn(*m_page, "Join")->click();
        QTRY_VERIFY_WITH_TIMEOUT(joined.has_value(), patience);
        QCOMPARE(joined->first, sade);
        QCOMPARE(joined->second, other.session->principal().workspace);
    }

    void whatItIsNotIsSaid()
    {
        test::typeKeys(QStringLiteral("let me in"));
        test::pressKey(Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(test::isSaidOn(*m_page, QStringLiteral("This is no invitation")), patience);
        auto *code = qobject_cast<QLineEdit *>(QApplication::focusWidget());
        QVERIFY(code); // typed again in its place
        QCOMPARE(code->selectedText(), QStringLiteral("let me in"));
        QByteArray spoilt = m_made->file;
        spoilt.replace("\"counter\"", "\"manager\"");
        m_page->present(spoilt);
        QTRY_VERIFY_WITH_TIMEOUT(test::isSaidOn(*m_page, QStringLiteral("changed after it was signed")), patience);
        (void)test::takePictures(*m_page, QStringLiteral("join-spoilt"));
        QSignalSpy left(m_page.get(), &JoinPage::leaveRequested);
        QTest::keyClick(m_page.get(), Qt::Key_Escape);
        QCOMPARE(left.count(), 1);
    }

private:
    static constexpr int patience = 30'000; // a hash takes a second on an old computer

    std::unique_ptr<test::SmallShop> m_shop;
    std::optional<MadeInvitation> m_made;
    std::unique_ptr<JoinPage> m_page;
};

QTEST_MAIN(TestJoinPage)
#include "tst_join_page.moc"
