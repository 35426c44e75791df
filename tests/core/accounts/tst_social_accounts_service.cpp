// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/accounts/social_accounts_service.h"

#include "core/accounts/linked_accounts_service.h"
#include "tests/core/accounts/people_of_file.h"
#include "tests/support/keychain/test_keychain.h"

using namespace thimblely;
using namespace thimblely::test;

//! Accounts elsewhere: whose they are, and that nothing of one is left in the keychain; and that nobody loses their last way in.
class TestSocialAccountsService : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_keychain = &TestKeychain::install();
        m_shop = std::make_unique<SmallShop>();
        m_people = std::make_unique<PeopleOfFile>(*m_shop);
    }
    void cleanup()
    {
        m_people.reset();
        m_shop.reset();
    }

    void namesAsTheyAreTyped_data()
    {
        QTest::addColumn<bool>("tiktok");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("name"); // empty: none
        QTest::newRow("plain") << false << "bello.tailors"
                               << "bello.tailors";
        QTest::newRow("with its sign") << false << " @Bello_Tailors "
                                       << "Bello_Tailors";
        QTest::newRow("an address") << false << "https://www.instagram.com/bello.tailors/"
                                    << "bello.tailors";
        QTest::newRow("shared from a phone") << true << "https://www.tiktok.com/@bello?lang=en"
                                             << "bello";
        QTest::newRow("longest") << false << QString(30, u'a') << QString(30, u'a');
        QTest::newRow("too long") << false << QString(31, u'a') << "";
        QTest::newRow("too long there") << true << QString(25, u'a') << "";
        QTest::newRow("nothing") << false << " @ "
                                 << "";
        QTest::newRow("two words") << false << "bello tailors"
                                   << "";
        QTest::newRow("letters that no name has") << false << "bëllo"
                                                  << "";
        QTest::newRow("another place") << false << "https://example.org/bello"
                                       << "";
    }
    void namesAsTheyAreTyped()
    {
        QFETCH(const bool, tiktok);
        QFETCH(const QString, typed);
        const auto name = socialName(tiktok ? SocialPlatform::TikTok : SocialPlatform::Instagram, typed);
        QTEST(name.valueOr({}), "name");
        if (!name)
            QCOMPARE(name.error().code, QByteArray("social.bad_name"));
    }

    void writtenDownPausedAndRemoved()
    {
        const RowId id = add("@bello.tailors", true);
        QCOMPARE(refusal(await(service().add(typed("BELLO.tailors", true)))), QStringLiteral("social.known"));
        QVERIFY(await(service().add(typed("bello.tailors", true, SocialPlatform::TikTok))));
        QVERIFY(await(service().add(typed("bello.tailors", false)))); // one's own is another one
        auto all = service().all().value();
        QCOMPARE(all.size(), size_t(3));
        QVERIFY(!all[0].isShops);
        QCOMPARE(all[1].id, id);
        QCOMPARE(all[1].type, std::optional(SocialAccountType::Business));
        QVERIFY(all[1].isShops && all[1].isActive && !all[1].syncedAt && !all[1].isLetIn);
        QVERIFY(await(service().setActive(id, false)));
        QVERIFY(!service().all().value()[1].isActive);
        QVERIFY(await(m_shop->door->undo()));
        QVERIFY(service().all().value()[1].isActive);
        QVERIFY(await(service().remove(id)));
        QCOMPARE(service().all()->size(), size_t(2));
        QVERIFY(await(m_shop->door->undo())); // it had no key: nothing is lost
        QCOMPARE(service().all()->size(), size_t(3));
        QCOMPARE(refusal(await(service().remove(RowId::make(m_shop->clock)))), QStringLiteral("social.not_found"));
        QCOMPARE(m_people->problems(), QStringList());
    }

    //! The shop's are seen by who reads its feed and changed by who manages it; a person's own by nobody else.
    void whose()
    {
        const RowId shops = add("bello.tailors", true);
        const RowId mine = add("amina.sews", false);
        const PersonId tunde = m_people->add("Tunde Ade");
        m_people->join(tunde, m_shop->principal.workspace, "member");
        auto seat = m_people->seat(tunde, m_shop->principal.workspace);
        SocialAccountsService theirs(*seat.session, *seat.door);
        QVERIFY(!theirs.mayWriteShops());
        const auto seen = theirs.all().value();
        QCOMPARE(seen.size(), size_t(1));
        QCOMPARE(seen[0].id, shops);
        QCOMPARE(theirs.add(typed("x", true)).result().error().kind, ErrorKind::Forbidden);
        QVERIFY(!await(theirs.setActive(shops, false)));
        QVERIFY(!await(theirs.remove(shops)));
        QCOMPARE(refusal(await(theirs.setActive(mine, false))), QStringLiteral("social.not_found"));
        QCOMPARE(refusal(await(theirs.remove(mine))), QStringLiteral("social.not_found"));
        QVERIFY(await(theirs.add(typed("tunde.cuts", false))));
        QCOMPARE(service().all()->size(), size_t(2));
    }

    //! What the row says lies in the keychain is an account's own key, or it stays there.
    void theKeyGoesWithTheAccount()
    {
        const RowId id = add("bello.tailors", true);
        for (const bool refresh : {false, true})
            QVERIFY(await(m_keychain->write(SocialAccountsService::tokenName(id, refresh), "secret")));
        QVERIFY(await(m_keychain->write(QStringLiteral("pin-key/shop"), "needed")));
        m_people->run("UPDATE social_media_connections SET access_token_ref = 'pin-key/shop', refresh_token_ref = '" +
                      SocialAccountsService::tokenName(id, true).toLatin1() + "'");
        QVERIFY(service().all().value()[0].isLetIn);
        m_keychain->failWith(keychainLocked());
        QCOMPARE(refusal(await(service().remove(id))), QStringLiteral("secrets.locked"));
        QCOMPARE(service().all()->size(), size_t(1)); // as it was
        m_keychain->failWith({});
        QVERIFY(await(service().remove(id)));
        QCOMPARE(m_keychain->names(), QStringList(QStringLiteral("pin-key/shop")));
        QVERIFY(!await(m_shop->door->undo())); // its key is gone
    }

    void withoutAKeychainItGoesAllTheSame()
    {
        const RowId id = add("bello.tailors", true);
        m_keychain->failWith(noKeychainHere());
        QVERIFY(await(service().remove(id)));
        TestKeychain::takeAway();
        const RowId other = add("bello.tailors", true);
        QVERIFY(await(service().remove(other)));
    }

    //! Who comes in by a provider alone keeps that until they have a PIN.
    void theLastWayInStays()
    {
        const PersonId tunde = m_people->add("Tunde Ade");
        m_people->join(tunde, m_shop->principal.workspace, "member");
        auto seat = m_people->seat(tunde, m_shop->principal.workspace);
        LinkedAccountsService linked(*seat.session, *seat.door);
        m_people->run(
            "INSERT INTO oauth_connections (id, user_id, provider, provider_user_id, connected_at, created_at,"
            " updated_at) VALUES (randomblob(16), " +
            PeopleOfFile::hex(tunde) + ", 'google', '1', 1, 1, 1)");
        m_people->run("UPDATE auth_users SET pin_hash = NULL WHERE id = " + PeopleOfFile::hex(tunde));
        const LinkedAccount account = linked.all()->front();
        QCOMPARE(refusal(await(linked.unlink(account))), QStringLiteral("oauth.last_way"));
        QCOMPARE(linked.all()->size(), size_t(1));
        m_people->givePin(tunde);
        QVERIFY(await(linked.unlink(account)));
        QCOMPARE(linked.all()->size(), size_t(0));
    }

private:
    SocialAccountsService service() { return {*m_shop->session, *m_shop->door}; }
    static SocialAccountDraft typed(const char *name, bool isShops, SocialPlatform platform = SocialPlatform::Instagram)
    {
        return {platform, QString::fromLatin1(name), SocialAccountType::Business, isShops};
    }
    RowId add(const char *name, bool isShops) { return await(service().add(typed(name, isShops))).value(); }

    TestKeychain *m_keychain = nullptr;
    std::unique_ptr<SmallShop> m_shop;
    std::unique_ptr<PeopleOfFile> m_people;
};

QTEST_GUILESS_MAIN(TestSocialAccountsService)
#include "tst_social_accounts_service.moc"
