// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/accounts/linked_accounts_service.h"

#include "core/accounts/provider_login.h"
#include "core/accounts/sign_in_service.h"
#include "tests/core/accounts/people_of_file.h"
#include "tests/core/accounts/provider/test_provider.h"
#include "tests/support/keychain/test_keychain.h"

using namespace thimblely;
using namespace thimblely::test;

//! An account at a real provider, linked as oneself, that lets its person in and nobody else.
class TestLinkedAccounts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_server = std::make_unique<TestProvider>();
        if (!m_server->missing().isEmpty())
            QSKIP(qPrintable(m_server->missing()));
        m_amina.emplace(identity(QStringLiteral("amina")));
        m_other.emplace(identity(QStringLiteral("other")));
    }
    void cleanupTestCase() { m_server.reset(); }
    void init()
    {
        TestKeychain::install();
        m_shop = std::make_unique<SmallShop>();
        m_people = std::make_unique<PeopleOfFile>(*m_shop);
        m_people->run("INSERT INTO auth_users (id, login_name, created_at, updated_at) SELECT id, 'amina', 1, 1"
                      " FROM profiles WHERE id NOT IN (SELECT id FROM auth_users)");
        m_people->givePin(m_shop->principal.person);
    }
    void cleanup()
    {
        m_people.reset();
        m_shop.reset();
    }

    void lettingIn()
    {
        SignInService signIn(m_shop->path(), m_shop->clock);
        QCOMPARE(await(signIn.linkedProviders())->size(), size_t(0)); // no button before somebody has linked one
        QCOMPARE(await(signIn.withIdentity(*m_amina)).error().code, QByteArray("oauth.not_linked"));
        QVERIFY(await(own().link(*m_amina, m_pin)));
        QCOMPARE(*await(signIn.linkedProviders()), std::vector<QByteArray>{"google"});
        const auto all = own().all().value();
        QCOMPARE(all.size(), size_t(1));
        QCOMPARE(all[0].email, QStringLiteral("amina@provider.example"));
        QVERIFY(!all[0].usedAt);
        const auto in = await(signIn.withIdentity(*m_amina));
        QVERIFY2(in.ok(), qPrintable(in ? QString() : describe(in.error())));
        QCOMPARE(in->principal.person, m_shop->principal.person);
        QCOMPARE(in->principal.workspace, m_shop->principal.workspace);
        QCOMPARE(in->name, QStringLiteral("Amina Bello"));
        QCOMPARE(own().all()->front().usedAt, m_shop->clock.now());
        QCOMPARE(await(signIn.withIdentity(*m_other)).error().code, QByteArray("oauth.not_linked"));
        QCOMPARE(m_people->problems(), QStringList());
    }

    //! Neither a token nor anything else that could be asked with.
    void nothingButWhoTheyAreIsKept()
    {
        QVERIFY(await(own().link(*m_amina, m_pin)));
        QCOMPARE(m_people->text("SELECT provider || ' ' || provider_user_id || ' ' || email || ifnull(metadata, '')"
                                " FROM oauth_connections"),
                 QByteArray("google amina amina@provider.example"));
        QCOMPARE(m_people->newest(), QByteArray("oauth.link []")); // the history is read by others
    }

    void linkingAsksForTheSecret()
    {
        QCOMPARE(refusal(await(own().link(*m_amina, QStringLiteral("258037")))), QStringLiteral("accounts.wrong"));
        QCOMPARE(own().all()->size(), size_t(0));
    }

    void anAccountIsOnePersons()
    {
        const PersonId sade = m_people->add("Sade Adeyemi");
        m_people->join(sade, m_shop->principal.workspace, "member");
        QVERIFY(await(own().link(*m_amina, m_pin)));
        const auto seat = m_people->seat(sade, m_shop->principal.workspace);
        LinkedAccountsService hers(*seat.session, *seat.door);
        QCOMPARE(hers.all()->size(), size_t(0));
        QCOMPARE(refusal(await(hers.link(*m_amina, m_pin))), QStringLiteral("oauth.taken"));
        QVERIFY(!await(hers.unlink(own().all()->front())));
        QCOMPARE(refusal(await(own().link(*m_amina, m_pin))), QStringLiteral("oauth.linked"));
        QCOMPARE(refusal(await(own().link(*m_other, m_pin))), QStringLiteral("oauth.linked")); // one of each provider
        QVERIFY(await(hers.link(*m_other, m_pin)));
        SignInService signIn(m_shop->path(), m_shop->clock);
        QCOMPARE(await(signIn.withIdentity(*m_other))->principal.person, sade);
        QCOMPARE(await(signIn.withIdentity(*m_amina))->principal.person, m_shop->principal.person);
    }

    void unlinkedItLetsNobodyIn()
    {
        QVERIFY(await(own().link(*m_amina, m_pin)));
        QVERIFY(await(own().unlink(own().all()->front())));
        QCOMPARE(own().all()->size(), size_t(0));
        SignInService signIn(m_shop->path(), m_shop->clock);
        QCOMPARE(await(signIn.withIdentity(*m_amina)).error().code, QByteArray("oauth.not_linked"));
        QCOMPARE(await(signIn.linkedProviders())->size(), size_t(0));
        QVERIFY(await(own().link(*m_amina, m_pin))); // by whoever
        QVERIFY(await(signIn.withIdentity(*m_amina)).ok());
        QCOMPARE(m_people->problems(), QStringList());
    }

    void unlinkingIsTakenBack()
    {
        QVERIFY(await(own().link(*m_amina, m_pin)));
        QVERIFY(await(own().unlink(own().all()->front())));
        QVERIFY(await(m_shop->door->undo()));
        QCOMPARE(own().all()->size(), size_t(1));
    }

    //! What wrong PINs have shut stays shut, and who may not come in does not by this way either.
    void theSameDelaysAndRules()
    {
        QVERIFY(await(own().link(*m_amina, m_pin)));
        SignInService signIn(m_shop->path(), m_shop->clock);
        m_people->run("UPDATE auth_users SET failed_attempts = 6, locked_until = " +
                      QByteArray::number(m_shop->clock.now().msecs() + 30'000));
        QCOMPARE(refusal(await(signIn.withIdentity(*m_amina))), QStringLiteral("accounts.locked 30"));
        m_shop->clock.advanceMsecs(30'000);
        QVERIFY(await(signIn.withIdentity(*m_amina)).ok());
        const PersonId sade = m_people->add("Sade Adeyemi");
        const MemberId member = m_people->join(sade, m_shop->principal.workspace, "member");
        {
            const auto seat = m_people->seat(sade, m_shop->principal.workspace);
            QVERIFY(await(LinkedAccountsService(*seat.session, *seat.door).link(*m_other, m_pin)));
        }
        m_people->run("UPDATE workspace_members SET status = 'suspended' WHERE id = " + PeopleOfFile::hex(member));
        QCOMPARE(refusal(await(signIn.withIdentity(*m_other))), QStringLiteral("access.no_member"));
    }

    //! Where they wanted to go, where they work there; else where they always go.
    void intoTheWorkspaceThatWasChosen()
    {
        QVERIFY(await(own().link(*m_amina, m_pin)));
        const WorkspaceId second = m_shop->otherWorkspace(QStringLiteral("Ikeja")).session->principal().workspace;
        SignInService signIn(m_shop->path(), m_shop->clock);
        QCOMPARE(await(signIn.withIdentity(*m_amina, second))->principal.workspace, second);
        QCOMPARE(await(signIn.withIdentity(*m_amina, WorkspaceId::make(m_shop->clock)))->principal.workspace,
                 m_shop->principal.workspace);
    }

    //! The history says so once a day at most, for others read it.
    void usingItIsNotedOnceADay()
    {
        QVERIFY(await(own().link(*m_amina, m_pin)));
        SignInService signIn(m_shop->path(), m_shop->clock);
        const QByteArray count = "SELECT count(*) FROM sys_operations WHERE kind = 'oauth.use'";
        for (int i = 0; i < 3; ++i)
            QVERIFY(await(signIn.withIdentity(*m_amina)).ok());
        QCOMPARE(m_people->text(count), QByteArray("1"));
        m_shop->clock.advanceDays(1);
        QVERIFY(await(signIn.withIdentity(*m_amina)).ok());
        QCOMPARE(m_people->text(count), QByteArray("2"));
    }

private:
    LinkedAccountsService own() const { return {*m_shop->session, *m_shop->door}; }
    VerifiedIdentity identity(const QString &name)
    {
        SystemClock clock; // the provider has the computer's too
        ProviderLogin login(clock);
        QUrl asked;
        const auto future = login.begin(m_server->provider(), [&](const QUrl &page) {
            QMetaObject::invokeMethod(this, [&asked, page] { asked = page; });
        });
        if (!QTest::qWaitFor([&] { return !asked.isEmpty(); }, 20'000))
            qFatal("the provider was not asked");
        TestBrowser().visit(asked, TestBrowser::Says::Name, name);
        if (!QTest::qWaitFor([&] { return future.isFinished(); }, 20'000))
            qFatal("the provider did not answer");
        return future.result().value();
    }

    const QString m_pin = QString::fromLatin1(PeopleOfFile::pin);
    std::unique_ptr<TestProvider> m_server;
    std::optional<VerifiedIdentity> m_amina;
    std::optional<VerifiedIdentity> m_other;
    std::unique_ptr<SmallShop> m_shop;
    std::unique_ptr<PeopleOfFile> m_people;
};

QTEST_GUILESS_MAIN(TestLinkedAccounts)
#include "tst_linked_accounts.moc"
