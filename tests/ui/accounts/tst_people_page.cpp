// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/access/privileged/principal_store.h"
#include "core/accounts/password_hash.h"
#include "core/accounts/sign_in_service.h"
#include "core/accounts/team_service.h"
#include "tests/support/keychain/test_keychain.h"
#include "tests/support/page_hands.h"
#include "tests/support/small_shop.h"
#include "ui/accounts/people_page.h"
#include "ui/desk/desk.h"
#include "ui/theme/theme.h"

#include <QRegularExpression>
#include <QSignalSpy>

#include <map>

using namespace thimblely;
using namespace thimblely::ui;
using changes::await;

//! PINs given and changed by who may, on the page where a person looks for it.
class TestPeoplePage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { Theme::instance().install(); }
    void init()
    {
        test::TestKeychain::install();
        m_shop = std::make_unique<test::SmallShop>();
        const auto store = access::PrincipalStore::open({m_shop->path()}).value();
        const PersonId owner = m_shop->principal.person;
        QVERIFY(store->setPasswordHash(owner, hashSecret(m_password).value(), m_shop->clock.now()).ok());
        TeamService team(*m_shop->session, *m_shop->door);
        for (const auto &[name, role] :
             {std::pair("Bisi Cole", access::Role::Admin), std::pair("Sade Adeyemi", access::Role::Member)})
            m_people.emplace(name,
                             await(team.add({QString::fromLatin1(name), role, access::Job::None, m_pin})).value());
        m_people.emplace("Amina Bello", owner);
    }
    void cleanup()
    {
        m_page.reset();
        m_desk.reset();
        m_drafts.reset();
        m_door.reset();
        m_session.reset();
        m_people.clear();
        m_shop.reset();
    }

    void whoSeesWhat_data()
    {
        QTest::addColumn<QByteArray>("who");
        QTest::addColumn<QStringList>("buttons"); // those that can be pressed
        const QString own = QStringLiteral("Change your PIN");
        const QString bisi = QStringLiteral("New PIN for Bisi Cole");
        const QString sade = QStringLiteral("New PIN for Sade Adeyemi");
        QTest::newRow("owner") << QByteArray("Amina Bello") << QStringList{own, bisi, sade};
        QTest::newRow("admin") << QByteArray("Bisi Cole") << QStringList{own, sade};
        QTest::newRow("member") << QByteArray("Sade Adeyemi") << QStringList{own};
    }
    void whoSeesWhat()
    {
        QFETCH(QByteArray, who);
        sitDown(who);
        QStringList buttons;
        const auto all = m_page->findChildren<QAbstractButton *>();
        for (const QAbstractButton *each : all) {
            if (each->isVisible() && each->isEnabled() && each->accessibleName().contains(QStringLiteral("PIN")))
                buttons.append(each->accessibleName());
        }
        buttons.sort();
        QTEST(buttons, "buttons");
        savePicture(QByteArray("people-") + QTest::currentDataTag());
    }

    void oneIsMadeShownOnceAndGoesIn()
    {
        sitDown("Amina Bello");
        press(QStringLiteral("New PIN for Sade Adeyemi"));
        QCOMPARE(test::focusedName(), QStringLiteral("Your own PIN or password"));
        test::typeKeys(QStringLiteral("not this one"));
        test::pressKey(Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(test::isSaidOn(*m_page, QStringLiteral("password or PIN is not right")), patience);
        savePicture("people-give");
        test::typeKeys(m_password);
        test::pressKey(Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(!shownPin().isEmpty(), patience);
        savePicture("people-given");
        const QString pin = shownPin();
        QCOMPARE(withPin("Sade Adeyemi", pin)->pinNeed, PinNeed::Given);
        test::buttonOn(*m_page, "Done")->click();
        QVERIFY(shownPin().isEmpty());
    }

    void theyTypeItThemselves()
    {
        sitDown("Amina Bello");
        press(QStringLiteral("New PIN for Sade Adeyemi"));
        test::buttonOn(*m_page, "They type it here")->click();
        test::fieldOn(*m_page, QStringLiteral("Their new PIN"))->setText(QStringLiteral("1234"));
        type(QStringLiteral("Your own PIN or password"), m_password);
        QVERIFY(test::isSaidOn(*m_page, QStringLiteral("guessed first")));
        test::fieldOn(*m_page, QStringLiteral("Their new PIN"))->setText(QStringLiteral("7391"));
        QSignalSpy said(&m_desk->notices(), &Notices::said);
        type(QStringLiteral("Your own PIN or password"), m_password);
        QTRY_COMPARE_WITH_TIMEOUT(said.count(), 1, patience);
        QCOMPARE(withPin("Sade Adeyemi", QStringLiteral("7391"))->pinNeed, PinNeed::None);
    }

    void oneChangesOnesOwn()
    {
        sitDown("Sade Adeyemi");
        press(QStringLiteral("Change your PIN"));
        QCOMPARE(test::focusedName(), QStringLiteral("Your PIN or password until now"));
        test::typeKeys(m_pin);
        for (int i = 0; i < 2; ++i) {
            test::pressKey(Qt::Key_Return);
            test::typeKeys(QStringLiteral("7391"));
        }
        savePicture("people-own");
        QSignalSpy said(&m_desk->notices(), &Notices::said);
        test::pressKey(Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(said.count(), 1, patience);
        QVERIFY(withPin("Sade Adeyemi", QStringLiteral("7391")).ok());
        QVERIFY(!withPin("Sade Adeyemi", m_pin).ok());
    }

    void withoutAKeychainItSaysWhy()
    {
        test::TestKeychain::takeAway();
        sitDown("Amina Bello");
        press(QStringLiteral("Change your PIN"));
        QTRY_VERIFY(test::isSaidOn(*m_page, QStringLiteral("has no keychain")));
        QVERIFY(test::isSaidOn(*m_page, QStringLiteral("6 to 8 digits")));
        savePicture("people-no-keychain");
        QVERIFY(m_page->stepBack());
        QVERIFY(!m_page->stepBack());
    }

private:
    static constexpr int patience = 30'000; // a hash takes a second on an old computer

    void sitDown(const QByteArray &name)
    {
        const auto store = access::PrincipalStore::open({m_shop->path()}).value();
        const access::Principal principal =
            store->load(m_people.at(name), m_shop->principal.workspace, m_shop->principal.device).value();
        m_session = access::Session::open(m_shop->path(), principal).value();
        m_door = changes::WriteDoor::open(*m_session, m_shop->clock).value();
        m_drafts = DraftKeeper::open(*m_session, m_shop->clock).value();
        WorkspaceProfile profile = WorkspaceService(*m_session, *m_door).load().value();
        ShopCalendar calendar = profile.calendar().value();
        m_desk = std::make_unique<Desk>(*m_session, *m_door, *m_drafts, std::move(profile), std::move(calendar),
                                        QLocale(QStringLiteral("en_NG")));
        m_page = test::openedPage<PeoplePage>(*m_desk);
    }
    void press(const QString &name) const
    {
        const auto all = m_page->findChildren<QAbstractButton *>();
        const auto found = std::ranges::find(all, name, &QAbstractButton::accessibleName);
        QVERIFY(found != all.end());
        (*found)->click();
        QCoreApplication::processEvents();
    }
    void type(const QString &field, const QString &text) const
    {
        QLineEdit *edit = test::fieldOn(*m_page, field);
        edit->setFocus();
        edit->setText(text);
        QTest::keyClick(edit, Qt::Key_Return);
    }
    QString shownPin() const
    {
        static const QRegularExpression pin(QStringLiteral("^[0-9]{6}$"));
        const auto labels = m_page->findChildren<QLabel *>();
        for (const QLabel *label : labels) {
            if (label->isVisible() && pin.match(label->text()).hasMatch())
                return label->text();
        }
        return {};
    }
    Result<SignedIn> withPin(const QByteArray &name, const QString &pin) const
    {
        return await(
            SignInService(m_shop->path(), m_shop->clock).withPin(m_people.at(name), m_shop->principal.workspace, pin));
    }
    void savePicture(const QByteArray &name) const
    {
        const QString folder = qEnvironmentVariable("THIMBLELY_SHOW_PAGES");
        if (folder.isEmpty())
            return;
        for (const auto &[scheme, end] : {std::pair(Scheme::Light, ""), std::pair(Scheme::Dark, "-dark")}) {
            Theme::instance().setScheme(scheme);
            QCoreApplication::processEvents(); // which tells every widget of its colours
            m_page->grab().save(folder + u'/' + QLatin1String(name) + QLatin1String(end) + QStringLiteral(".png"));
        }
        Theme::instance().setScheme(Scheme::Light);
    }

    const QString m_password = QStringLiteral("needle and thread");
    const QString m_pin = QStringLiteral("2580");
    std::unique_ptr<test::SmallShop> m_shop;
    std::map<QByteArray, PersonId> m_people;
    std::unique_ptr<access::Session> m_session;
    std::unique_ptr<changes::WriteDoor> m_door;
    std::unique_ptr<DraftKeeper> m_drafts;
    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<PeoplePage> m_page;
};

QTEST_MAIN(TestPeoplePage)
#include "tst_people_page.moc"
