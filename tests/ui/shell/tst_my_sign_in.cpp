// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/accounts/oauth_providers.h"
#include "core/base/practice_mode.h"
#include "core/storage/connection.h"
#include "tests/core/accounts/provider/test_provider.h"
#include "tests/support/page_hands.h"
#include "tests/ui/shell/open_program.h"
#include "ui/accounts/my_sign_in_page.h"
#include "ui/orders/order_editor.h"
#include "ui/shell/practice_banner.h"
#include "ui/widgets/list_view.h"

#include <QAbstractItemModelTester>
#include <QDesktopServices>
#include <QLocale>

using namespace thimblely;
using namespace thimblely::ui;

//! How somebody comes in and where they are, in the real window: the row of each sign-in, ended here and from elsewhere, and a
//! linked account at a real provider.
class TestMySignIn : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_shop = std::make_unique<test::OpenProgram>();
        QVERIFY(m_shop->makeShop());
    }
    void cleanup()
    {
        QDesktopServices::unsetUrlHandler(QStringLiteral("http"));
        m_shop.reset();
        m_other.reset();
    }

    void aSignInIsARow()
    {
        QVERIFY(m_shop->startAndSignIn());
        QCOMPARE(live(), 1);
        m_shop->press(Qt::Key_L, Qt::ControlModifier);
        QVERIFY(m_shop->signIn());
        QCOMPARE(live(), 1); // who comes back goes on with theirs
        QCOMPARE(all(), 1);
        m_shop->close();
        QCOMPARE(live(), 0);
        QVERIFY(m_shop->startAndSignIn());
        QCOMPARE(live(), 1);
        QCOMPARE(all(), 2);
    }

    void anotherPersonIsAnotherRow()
    {
        QVERIFY(m_shop->addColleague());
        QVERIFY(m_shop->startAndSignIn());
        m_shop->press(Qt::Key_L, Qt::ControlModifier);
        QVERIFY(m_shop->waitForFaces());
        signInAsTunde();
        QTRY_COMPARE_WITH_TIMEOUT(live(), 1, m_shop->patience);
        QCOMPARE(all(), 2);
    }

    //! Who practises is at the shop's own window still, and nothing of the practice is one.
    void practiceIsNone()
    {
        QVERIFY(m_shop->startAndSignIn());
        const auto before = m_shop->window().signIn();
        QVERIFY(before);
        Q_EMIT m_shop->window().practiceRequested(m_shop->owner->person, QStringLiteral("Amina Bello"));
        QVERIFY(waitForPractice(true));
        QVERIFY(!m_shop->window().signIn());
        QCOMPARE(live(), 1);
        Q_EMIT m_shop->child<PracticeBanner>()->leaveRequested();
        QVERIFY(waitForPractice(false));
        QCOMPARE(m_shop->window().signIn(), before);
        QCOMPARE(all(), 1);
    }

    //! Who was signed out meanwhile comes back to the faces, not to the shop.
    void practiceIsNoWayAroundIt()
    {
        QVERIFY(m_shop->startAndSignIn());
        Q_EMIT m_shop->window().practiceRequested(m_shop->owner->person, QStringLiteral("Amina Bello"));
        QVERIFY(waitForPractice(true));
        run("UPDATE auth_sessions SET revoked_at = 1");
        Q_EMIT m_shop->child<PracticeBanner>()->leaveRequested();
        QVERIFY(m_shop->waitForFaces());
        QVERIFY(m_shop->signIn());
        QCOMPARE(live(), 1);
        QCOMPARE(all(), 2);
    }

    //! By keys alone, in one window; the other shows the faces, and its half-done order is there again after them.
    void oneWindowIsSignedOutFromAnother()
    {
        QVERIFY(m_shop->startAndSignIn());
        m_shop->press(Qt::Key_F2);
        QVERIFY(m_shop->tabTo(QStringLiteral("Trousers, key 1")));
        m_shop->press(Qt::Key_Space);
        QVERIFY(!m_shop->child<OrderEditor>()->isEmpty());
        m_other = std::exchange(m_shop->program, nullptr);
        m_shop->clock.advanceMsecs(60'000);
        QVERIFY(m_shop->startAndSignIn()); // another window
        QCOMPARE(live(), 2);
        openPage();
        QCOMPARE(list()->model()->rowCount(), 2);
        QVERIFY(list()
                    ->model()
                    ->index(0, 0)
                    .data(Qt::AccessibleTextRole)
                    .toString()
                    .contains(QStringLiteral("This window")));
        QVERIFY(!button(QStringLiteral("Sign out there"))->isEnabled()); // that is what locking is for
        QCOMPARE(QApplication::focusWidget(), list());
        m_shop->press(Qt::Key_Down);
        QVERIFY(m_shop->tabTo(QStringLiteral("Sign out there")));
        m_shop->press(Qt::Key_Space);
        QTRY_COMPARE_WITH_TIMEOUT(list()->model()->rowCount(), 1, m_shop->patience);
        QTRY_VERIFY_WITH_TIMEOUT(qobject_cast<SignInPage *>(m_other->currentWidget()), m_shop->patience);
        QTRY_VERIFY(test::isSaidOn(*m_other, QStringLiteral("Amina Bello was signed out here from another window")));
        QVERIFY(m_shop->shown<MainWindow>()); // this one stays
        m_shop->close();
        m_shop->program = std::move(m_other);
        m_shop->program->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_shop->program.get()));
        QVERIFY(m_shop->signIn());
        QVERIFY(!m_shop->child<OrderEditor>()->isEmpty());
        QCOMPARE(live(), 1);
    }

    //! What was being typed is theirs: whoever signs in next at that window finds nothing of it, and they find it again.
    void whatWasBeingTypedWaitsForItsAuthor()
    {
        QVERIFY(m_shop->addColleague());
        QVERIFY(m_shop->startAndSignIn());
        m_shop->press(Qt::Key_F2);
        QVERIFY(m_shop->tabTo(QStringLiteral("Trousers, key 1")));
        m_shop->press(Qt::Key_Space);
        run("UPDATE auth_sessions SET revoked_at = 1");
        Q_EMIT m_shop->program->desk()->door().changed(ofSignIns());
        QVERIFY(m_shop->waitForFaces());
        signInAsTunde();
        m_shop->press(Qt::Key_F2);
        QVERIFY(m_shop->child<OrderEditor>()->isEmpty());
        m_shop->press(Qt::Key_L, Qt::ControlModifier);
        QVERIFY(m_shop->waitForFaces());
        pickFace(QStringLiteral("Amina Bello"));
        QVERIFY(m_shop->signIn());
        QVERIFY(!m_shop->child<OrderEditor>()->isEmpty());
    }

    //! Nobody stands at a window any more that nobody used for so long.
    void afterTwelveHoursToo()
    {
        QVERIFY(m_shop->addColleague());
        QVERIFY(m_shop->startAndSignIn());
        m_shop->press(Qt::Key_F2);
        QVERIFY(m_shop->tabTo(QStringLiteral("Trousers, key 1")));
        m_shop->press(Qt::Key_Space);
        m_shop->press(Qt::Key_L, Qt::ControlModifier);
        QVERIFY(m_shop->waitForFaces());
        m_shop->clock.advanceMsecs(SignInSessions::silenceMs);
        signInAsTunde();
        m_shop->press(Qt::Key_F2);
        QVERIFY(m_shop->child<OrderEditor>()->isEmpty());
    }

    //! Each says which window it is and whether that is there still.
    void whichWindowItIs()
    {
        QVERIFY(m_shop->startAndSignIn());
        run("INSERT INTO auth_sessions (id, user_id, session_token_hash, device_info, expires_at, last_activity_at,"
            " created_at, updated_at) SELECT randomblob(16), user_id, randomblob(32), json_set(device_info, '$.seat', "
            "9),"
            " expires_at, last_activity_at, created_at, 1 FROM auth_sessions");
        openPage();
        QCOMPARE(QApplication::focusWidget(), list());
        const auto said = [this](int row) {
            return list()->model()->index(row, 0).data(Qt::AccessibleTextRole).toString();
        };
        QVERIFY2(said(0).contains(QStringLiteral(", window 1")) && said(0).contains(QStringLiteral("in use now")),
                 qPrintable(said(0)));
        QVERIFY2(said(1).contains(QStringLiteral(", window 9")) &&
                     said(1).contains(QStringLiteral("not open any more, no sign of life since")),
                 qPrintable(said(1)));
        // Opened once more by its menu, the keyboard is in it again.
        m_shop->press(Qt::Key_F2);
        openPage();
        QCOMPARE(QApplication::focusWidget(), list());
    }

    void allOthersAreSignedOut()
    {
        QVERIFY(m_shop->startAndSignIn());
        m_other = std::exchange(m_shop->program, nullptr);
        QVERIFY(m_shop->startAndSignIn());
        openPage();
        QVERIFY(m_shop->tabTo(QStringLiteral("Sign out everywhere else")));
        m_shop->press(Qt::Key_Space);
        QTRY_VERIFY_WITH_TIMEOUT(qobject_cast<SignInPage *>(m_other->currentWidget()), m_shop->patience);
        QTRY_VERIFY(!button(QStringLiteral("Sign out everywhere else"))->isVisible());
        QCOMPARE(live(), 1);
    }

    //! A computer that fell asleep lets nobody go on.
    void afterTwelveHoursThePinIsAskedFor()
    {
        QVERIFY(m_shop->startAndSignIn());
        const auto before = m_shop->window().signIn();
        m_shop->press(Qt::Key_L, Qt::ControlModifier);
        QVERIFY(m_shop->waitForFaces());
        m_shop->clock.advanceMsecs(SignInSessions::silenceMs);
        QVERIFY(m_shop->signIn());
        QVERIFY(m_shop->window().signIn() != before);
        QCOMPARE(all(), 2);
    }

    void whatCannotBeDoneSaysSo()
    {
        useOauthProviders({});
        QVERIFY(m_shop->startAndSignIn());
        openPage();
        QVERIFY(m_shop->waitSays(QStringLiteral("Google accounts cannot be linked")));
        QVERIFY(!button(QStringLiteral("Link a Google account…"))->isVisible());
        QVERIFY(m_shop->says(QStringLiteral("Apple takes its answer to a server only")));
        QVERIFY(m_shop->waitSays(QStringLiteral("None is known of you."))); // so that there is nothing to confirm
        QVERIFY(m_shop->tabTo(QStringLiteral("Change your PIN…")));
    }

    //! The whole way at a real provider, by keys: linked, signed in by it, unlinked.
    void aLinkedAccountLetsInAtTheFaces()
    {
        const test::TestProvider server;
        if (!server.missing().isEmpty())
            QSKIP(qPrintable(server.missing()));
        m_shop->clock.set(SystemClock().now()); // the provider has the computer's
        const auto before = useOauthProviders({server.provider()});
        QDesktopServices::setUrlHandler(QStringLiteral("http"), this, "openPage");
        m_name = QStringLiteral("amina");
        QVERIFY(m_shop->startAndSignIn());
        openPage();
        QVERIFY(m_shop->tabTo(QStringLiteral("Link a Google account…")));
        m_shop->press(Qt::Key_Space);
        QVERIFY(m_shop->waitSays(QStringLiteral("Google says that you are amina@provider.example")));
        QTRY_COMPARE(m_shop->focusName(), QStringLiteral("Your own PIN or password"));
        m_shop->type("2581");
        m_shop->press(Qt::Key_Return);
        QVERIFY(m_shop->waitSays(QStringLiteral("The password or PIN is not right")));
        m_shop->type(m_shop->pin);
        m_shop->press(Qt::Key_Return);
        QVERIFY(m_shop->waitSays(QStringLiteral("amina@provider.example lets you in")));

        m_shop->press(Qt::Key_L, Qt::ControlModifier);
        QVERIFY(m_shop->waitForFaces());
        QTRY_VERIFY_WITH_TIMEOUT(button(QStringLiteral("Sign in with Google"))->isVisible(), m_shop->patience);
        m_name = QStringLiteral("somebody else");
        QVERIFY(m_shop->tabTo(QStringLiteral("Sign in with Google")));
        m_shop->press(Qt::Key_Space);
        QVERIFY(m_shop->waitSays(QStringLiteral("Nobody of this shop has linked this account")));
        m_name = QStringLiteral("amina");
        QVERIFY(m_shop->tabTo(QStringLiteral("Sign in with Google")));
        m_shop->press(Qt::Key_Space);
        QVERIFY(m_shop->waitFor<MainWindow>());
        QCOMPARE(live(), 1);

        QVERIFY(m_shop->tabTo(QStringLiteral("Unlink it")));
        m_shop->press(Qt::Key_Space);
        QVERIFY(m_shop->waitSays(QStringLiteral("None. A linked Google account")));
        m_shop->press(Qt::Key_L, Qt::ControlModifier);
        QVERIFY(m_shop->waitForFaces());
        QTest::qWait(200);
        QVERIFY(!button(QStringLiteral("Sign in with Google"))->isVisible());
        useOauthProviders(before);
    }

    //! Escape goes back at any time, and what comes after it from the browser lets nobody in.
    void isGivenUpWithEscape()
    {
        const test::TestProvider server;
        if (!server.missing().isEmpty())
            QSKIP(qPrintable(server.missing()));
        const auto before = useOauthProviders({server.provider()});
        QDesktopServices::setUrlHandler(QStringLiteral("http"), this, "keepPage");
        QVERIFY(m_shop->startAndSignIn());
        openPage();
        QVERIFY(m_shop->tabTo(QStringLiteral("Link a Google account…")));
        m_shop->press(Qt::Key_Space);
        QVERIFY(m_shop->waitSays(QStringLiteral("Your browser has Google’s page")));
        m_shop->press(Qt::Key_Escape);
        QVERIFY(m_shop->waitSays(QStringLiteral("None. A linked Google account")));
        test::TestBrowser().visit(m_kept, test::TestBrowser::Says::Name, QStringLiteral("amina"));
        QTest::qWait(200);
        QVERIFY(!m_shop->says(QStringLiteral("Google says that you are")));
        QCOMPARE(m_shop->window().currentPage(), m_shop->child<MySignInPage>());
        useOauthProviders(before);
    }

public Q_SLOTS:
    //! As the browser of who sits here does it.
    void openPage(const QUrl &page)
    {
        QTimer::singleShot(0, this,
                           [this, page] { test::TestBrowser().visit(page, test::TestBrowser::Says::Name, m_name); });
    }
    void keepPage(const QUrl &page) { m_kept = page; }

private:
    void openPage()
    {
        m_shop->window().show(MainWindow::Screen::MySignIn);
        QTest::qWait(50);
        new QAbstractItemModelTester(list()->model(), QAbstractItemModelTester::FailureReportingMode::QtTest,
                                     list()->model());
    }
    ListView *list() const { return m_shop->child<MySignInPage>()->findChild<ListView *>(); }
    QAbstractButton *button(const QString &text) const
    {
        const auto all = m_shop->program->currentWidget()->findChildren<QAbstractButton *>();
        const auto found = std::ranges::find(all, text, &QAbstractButton::text);
        if (found == all.end())
            qFatal("no button %s", qPrintable(text));
        return *found;
    }
    void pickFace(const QString &name) const
    {
        const auto all = m_shop->shown<SignInPage>()->findChildren<FaceButton *>();
        for (FaceButton *each : all) {
            if (each->face().name == name)
                each->click();
        }
    }
    bool waitForPractice(bool on)
    {
        return QTest::qWaitFor(
            [&] {
                return isPractising() == on && m_shop->shown<MainWindow>() &&
                       (m_shop->window().findChild<PracticeBanner *>() != nullptr) == on;
            },
            test::OpenProgram::patience);
    }
    int number(const QByteArray &sql) const
    {
        const auto connection = storage::Connection::open({m_shop->path()}).value();
        auto query = connection->query(sql).value();
        return query->step().value() ? int(query->int64(0)) : -1;
    }
    //! What the door says where another program wrote of them.
    static changes::ChangeSet ofSignIns()
    {
        changes::ChangeSet set;
        set.everything = true;
        return set;
    }
    void signInAsTunde()
    {
        pickFace(QStringLiteral("Tunde Ade"));
        m_shop->type("0852");
        m_shop->press(Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(m_shop->program->desk() &&
                                     m_shop->program->desk()->principal().person != m_shop->owner->person &&
                                     m_shop->shown<MainWindow>(),
                                 m_shop->patience);
    }
    int live() const { return number("SELECT count(*) FROM auth_sessions WHERE revoked_at IS NULL"); }
    int all() const { return number("SELECT count(*) FROM auth_sessions"); }
    void run(const QByteArray &sql) const
    {
        const auto connection = storage::Connection::open({m_shop->path()}).value();
        QVERIFY(connection->executeScript(sql));
    }

    std::unique_ptr<test::OpenProgram> m_shop;
    std::unique_ptr<Program> m_other;
    QString m_name;
    QUrl m_kept;
};

QTEST_MAIN(TestMySignIn)
#include "tst_my_sign_in.moc"
