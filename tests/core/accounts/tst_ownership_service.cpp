// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/accounts/ownership_service.h"

#include "core/accounts/member_service.h"
#include "core/accounts/sign_in_service.h"
#include "core/accounts/standing.h"
#include "tests/core/accounts/people_of_file.h"
#include "tests/support/keychain/test_keychain.h"

using namespace thimblely;
using namespace thimblely::test;
using access::Role;

//! Handing a workspace over, deleting it and leaving it; it has an owner at every moment.
class TestOwnershipService : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        TestKeychain::install();
        m_shop = std::make_unique<SmallShop>();
        m_people = std::make_unique<PeopleOfFile>(*m_shop);
        m_here = m_shop->principal.workspace;
        m_amina = m_shop->principal.person;
        m_people->givePin(*m_amina);
        m_sade = m_people->add("Sade Adeyemi");
        m_people->join(*m_sade, *m_here, "viewer");
    }
    void cleanup()
    {
        m_people.reset();
        m_shop.reset();
    }

    void bothAreAsked_data()
    {
        QTest::addColumn<QString>("own");
        QTest::addColumn<QString>("theirs");
        QTest::addColumn<QString>("code");
        const QString right = QString::fromLatin1(PeopleOfFile::pin);
        QTest::newRow("both") << right << right << QString();
        QTest::newRow("not the owner") << QStringLiteral("135790") << right << QStringLiteral("ownership.own_secret");
        QTest::newRow("not the other") << right << QStringLiteral("135790") << QStringLiteral("ownership.their_secret");
        QTest::newRow("neither") << QString() << QString() << QStringLiteral("ownership.own_secret");
    }
    void bothAreAsked()
    {
        QFETCH(QString, own);
        QFETCH(QString, theirs);
        QFETCH(QString, code);
        QCOMPARE(refusal(await(service().transfer(*m_sade, own, theirs))), code);
        const bool handed = code.isEmpty();
        QCOMPARE(m_people->principal(*m_sade, *m_here).role, handed ? Role::Owner : Role::Viewer);
        QCOMPARE(m_people->principal(*m_amina, *m_here).role, handed ? Role::Admin : Role::Owner);
        QCOMPARE(!await(whySignedOut(m_shop->path(), m_shop->principal)).value(), !handed);
        if (!handed)
            return;
        QCOMPARE(m_people->newest(), QByteArray(R"(workspace.transfer ["Sade Adeyemi"])"));
        QVERIFY(!await(m_shop->door->undo()).ok());
        QCOMPARE(m_people->problems(), QStringList());
        // Who was the owner may be sent away now, and who is may not.
        const auto seat = m_people->seat(*m_sade, *m_here);
        MemberService team(*seat.session, *seat.door);
        QVERIFY(!await(team.remove(access::memberId(*m_here, *m_sade), {})).ok());
        QCOMPARE(refusal(await(team.remove(access::memberId(*m_here, *m_amina), {}))), QString());
    }

    void onlyTheOwnerAndOnlyToWhoIsThere_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<QString>("code");
        const auto row = [](const char *name, const char *from, const char *to, const char *code) {
            QTest::newRow(name) << QString::fromLatin1(from) << QString::fromLatin1(to) << QString::fromLatin1(code);
        };
        row("an admin", "admin", "sade", "access.refused workspace:transfer");
        row("a viewer, to themself", "sade", "sade", "access.refused workspace:transfer");
        row("to oneself", "amina", "amina", "ownership.same");
        row("to a stranger", "amina", "stranger", "access.no_member");
        row("to who is suspended", "amina", "suspended", "access.no_member");
    }
    void onlyTheOwnerAndOnlyToWhoIsThere()
    {
        QFETCH(QString, from);
        QFETCH(QString, to);
        QFETCH(QString, code);
        std::map<QString, PersonId> people{{QStringLiteral("amina"), *m_amina}, {QStringLiteral("sade"), *m_sade}};
        for (const char *name : {"admin", "stranger", "suspended"})
            people.emplace(QString::fromLatin1(name), m_people->add(name));
        m_people->join(people.at(QStringLiteral("admin")), *m_here, "admin");
        const MemberId gone = m_people->join(people.at(QStringLiteral("suspended")), *m_here, "admin");
        m_people->run("UPDATE workspace_members SET status = 'suspended' WHERE id = " + PeopleOfFile::hex(gone));
        const QString pin = QString::fromLatin1(PeopleOfFile::pin);
        const auto seat = m_people->seat(people.at(from), *m_here);
        OwnershipService asked(*seat.session, *seat.door);
        QCOMPARE(refusal(await(asked.transfer(people.at(to), pin, pin))), code);
        QCOMPARE(m_people->principal(*m_amina, *m_here).role, Role::Owner);
    }

    //! Whatever is written past the service, somebody who is there owns it.
    void anOwnerAtEveryMoment()
    {
        const PersonId stranger = m_people->add("stranger");
        const auto raw = [this](PersonId to) {
            return await(m_shop->door->write<void>({"test"}, [=, this](changes::WriteContext &context) {
                return context.rows().update(storage::Table::Workspaces, *m_here, {{"owner_id", to}});
            }));
        };
        QCOMPARE(refusal(raw(stranger)), QStringLiteral("member.owner_not_active"));
        QCOMPARE(m_people->principal(*m_amina, *m_here).role, Role::Owner);
        const auto left = await(service().leave());
        QCOMPARE(refusal(left), QStringLiteral("member.owner_stays"));
    }

    void deletedByItsName_data()
    {
        QTest::addColumn<QString>("who");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("code");
        QTest::newRow("meant") << QStringLiteral("amina") << QStringLiteral(" Bello ") << QString();
        QTest::newRow("another name") << QStringLiteral("amina") << QStringLiteral("bello")
                                      << QStringLiteral("workspace.other_name Bello");
        QTest::newRow("nothing") << QStringLiteral("amina") << QString()
                                 << QStringLiteral("workspace.other_name Bello");
        QTest::newRow("an admin") << QStringLiteral("admin") << QStringLiteral("Bello")
                                  << QStringLiteral("access.refused workspace:delete");
    }
    void deletedByItsName()
    {
        QFETCH(QString, who);
        QFETCH(QString, typed);
        QFETCH(QString, code);
        const PersonId admin = m_people->add("admin");
        m_people->join(admin, *m_here, "admin");
        const auto seat = m_people->seat(who == QLatin1String("amina") ? *m_amina : admin, *m_here);
        QCOMPARE(refusal(await(OwnershipService(*seat.session, *seat.door).remove(typed))), code);
        SignInService signIn(m_shop->path(), m_shop->clock);
        const bool gone = code.isEmpty();
        QCOMPARE(await(signIn.faces())->empty(), gone);
        QCOMPARE(!await(whySignedOut(m_shop->path(), m_shop->principal)).value(), !gone);
        const auto in = await(signIn.withPin(*m_sade, *m_here, QString::fromLatin1(PeopleOfFile::pin)));
        QCOMPARE(in.ok(), !gone);
        QVERIFY(gone != access::Session::open(m_shop->path(), m_shop->principal).ok());
        QCOMPARE(m_people->problems(), QStringList());
    }

    //! What a shop has published goes with it, and comes again with it.
    void whatItPublishedGoesWithIt()
    {
        m_people->run(
            "INSERT INTO feeds (id, user_id, workspace_id, feed_type, visibility, status, published_at, caption,"
            " created_at, updated_at) VALUES (randomblob(16), " +
            PeopleOfFile::hex(*m_amina) + ", " + PeopleOfFile::hex(*m_here) +
            ", 'image', 'public', 'published', 1, 'of the shop', 1, 1)");
        m_people->run("INSERT INTO feeds (id, user_id, feed_type, visibility, status, published_at, caption,"
                      " created_at, updated_at) VALUES (randomblob(16), " +
                      PeopleOfFile::hex(*m_amina) + ", 'image', 'public', 'published', 1, 'her own', 1, 1)");
        const auto other = m_shop->otherWorkspace(QStringLiteral("Second"));
        const auto seen = [&] {
            auto query = other.session->reader().query("SELECT group_concat(caption) FROM (SELECT caption FROM"
                                                       " feeds_public ORDER BY caption)");
            return (*query)->step().value() ? (*query)->utf8(0) : QByteArray("no row");
        };
        QCOMPARE(seen(), QByteArray("her own,of the shop"));
        QVERIFY(await(service().remove(QStringLiteral("Bello"))));
        QCOMPARE(seen(), QByteArray("her own"));
    }

    //! Everybody but the owner may go, by themselves; who went is brought back by whoever manages the team.
    void left_data()
    {
        QTest::addColumn<QByteArray>("role");
        for (const char *role : {"viewer", "member", "admin"})
            QTest::newRow(role) << QByteArray(role);
    }
    void left()
    {
        QFETCH(QByteArray, role);
        const PersonId goes = m_people->add("Femi");
        const MemberId member = m_people->join(goes, *m_here, role);
        {
            const auto seat = m_people->seat(goes, *m_here);
            // Not to anything else, and nobody else's.
            const auto raw = [&](MemberId whose, const char *status) {
                return await(seat.door->write<void>({"test"}, [=](changes::WriteContext &context) {
                    return context.rows().update(storage::Table::WorkspaceMembers, whose, {{"status", status}});
                }));
            };
            QVERIFY(!raw(member, "suspended").ok());
            if (role != "admin")
                QVERIFY(!raw(access::memberId(*m_here, *m_sade), "removed").ok());
            OwnershipService own(*seat.session, *seat.door);
            QVERIFY(own.openWork()->isEmpty());
            QCOMPARE(refusal(await(own.leave())), QString());
            QCOMPARE(m_people->newest(), QByteArray(R"(team.leave ["Femi"])"));
            QCOMPARE(!await(whySignedOut(m_shop->path(), seat.session->principal())).value(), false);
            QVERIFY(!raw(member, "active").ok());
        }
        MemberService team(*m_shop->session, *m_shop->door);
        QCOMPARE(team.card(member)->status, MemberStatus::Removed);
        QCOMPARE(refusal(await(team.bringBack(member))), QString());
        QCOMPARE(m_people->problems(), QStringList());
    }

private:
    OwnershipService service() { return {*m_shop->session, *m_shop->door}; }

    std::unique_ptr<SmallShop> m_shop;
    std::unique_ptr<PeopleOfFile> m_people;
    std::optional<WorkspaceId> m_here;
    std::optional<PersonId> m_amina;
    std::optional<PersonId> m_sade;
};

QTEST_GUILESS_MAIN(TestOwnershipService)
#include "tst_ownership_service.moc"
