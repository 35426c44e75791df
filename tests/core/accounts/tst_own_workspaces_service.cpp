// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/accounts/own_workspaces_service.h"

#include "core/accounts/invitation_service.h"
#include "core/accounts/join_service.h"
#include "core/accounts/member_service.h"
#include "core/accounts/ownership_service.h"
#include "core/measurements/template_service.h"
#include "tests/core/accounts/people_of_file.h"
#include "tests/support/keychain/test_keychain.h"

using namespace thimblely;
using namespace thimblely::test;
using access::Role;

//! The workspaces somebody owns and has joined in one file: listed, made, gone to and brought back.
class TestOwnWorkspacesService : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        TestKeychain::install();
        m_shop = std::make_unique<SmallShop>();
        m_people = std::make_unique<PeopleOfFile>(*m_shop);
    }
    void cleanup()
    {
        m_people.reset();
        m_shop.reset();
    }

    //! Several of one's own, others with another role each; none of anybody else's.
    void eachWithItsRole()
    {
        const WorkspaceId first = m_shop->principal.workspace;
        const PersonId sade = m_people->add("Sade Adeyemi");
        const WorkspaceId second = m_shop->otherWorkspace(QStringLiteral("Ikeja")).session->principal().workspace;
        (void)m_shop->otherWorkspace(QStringLiteral("Not hers"));
        m_people->join(sade, first, "member", "Sade of the counter");
        m_people->join(sade, second, "viewer");
        const access::Principal her = m_people->principal(sade, first);
        OwnWorkspacesService service(m_shop->path(), her, m_shop->clock);
        QVERIFY(await(service.create(shopNamed("Sade’s own"))));
        const auto all = await(service.all()).value();
        QCOMPARE(all.size(), size_t(3));
        QCOMPARE(words(all),
                 (QStringList{QStringLiteral("Bello member Amina Bello"), QStringLiteral("Ikeja viewer Amina Bello"),
                              QStringLiteral("Sade’s own owner Sade Adeyemi")}));
        // Who was suspended or has left is in it no more.
        m_people->run("UPDATE workspace_members SET status = 'suspended' WHERE id = " +
                      PeopleOfFile::hex(access::memberId(second, sade)));
        QCOMPARE(await(service.all())->size(), size_t(2));
        QCOMPARE(refusal(await(service.enter(second))), QStringLiteral("access.no_member"));
        QCOMPARE(await(service.enter(first))->name, QStringLiteral("Sade of the counter"));
        QCOMPARE(await(service.enter(all[2].id))->name, QStringLiteral("Sade Adeyemi"));
        QCOMPARE(m_people->problems(), QStringList());
    }

    void madeAsAtTheFirstStart()
    {
        OwnWorkspacesService service(m_shop->path(), m_shop->principal, m_shop->clock);
        NewShop shop = shopNamed(" Bello  Bridal ");
        shop.countryCode = QStringLiteral("us");
        shop.currency = QStringLiteral("usd");
        shop.units = UnitSystem::Imperial;
        shop.timeZone = "America/Chicago";
        const auto made = await(service.create(shop));
        QCOMPARE(refusal(made), QString());
        QCOMPARE(made->role, Role::Owner);
        QCOMPARE(made->person, m_shop->principal.person);
        QCOMPARE(m_people->newest().startsWith("first_start.furnish"), true);
        const auto session = access::Session::open(m_shop->path(), *made).value();
        const auto door = changes::WriteDoor::open(*session, m_shop->clock).value();
        const WorkspaceProfile profile = WorkspaceService(*session, *door).load().value();
        QCOMPARE(profile.name, QStringLiteral("Bello Bridal"));
        QCOMPARE(profile.slug, QStringLiteral("bello-bridal"));
        QCOMPARE(profile.currency.code(), QStringLiteral("USD"));
        QCOMPARE(profile.timeZone, QByteArray("America/Chicago"));
        QCOMPARE(profile.locale, QStringLiteral("en_US"));
        QVERIFY(profile.units == UnitSystem::Imperial);
        QVERIFY(!TemplateService(*session, *door).all()->empty());
        QCOMPARE(m_people->problems(), QStringList());
    }

    //! Two of one name are two; each has an address of its own.
    void ofOneName()
    {
        OwnWorkspacesService service(m_shop->path(), m_shop->principal, m_shop->clock);
        for (int i = 0; i < 2; ++i)
            QCOMPARE(refusal(await(service.create(shopNamed("Bello")))), QString());
        QCOMPARE(m_people->text("SELECT group_concat(slug, ' ') FROM (SELECT slug FROM workspaces ORDER BY slug)"),
                 QByteArray("bello bello-2 bello-3"));
    }

    void whatIsNoShop_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("country");
        QTest::addColumn<QString>("currency");
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<QString>("code");
        const auto row = [](const char *why, const char *name, const char *country, const char *currency,
                            const char *zone, const char *code) {
            QTest::newRow(why) << QString::fromLatin1(name) << QString::fromLatin1(country)
                               << QString::fromLatin1(currency) << QByteArray(zone) << QString::fromLatin1(code);
        };
        row("no name", "  ", "NG", "NGN", "", "first_start.no_shop");
        row("no country", "A", "XX", "NGN", "", "first_start.bad_country XX");
        row("no currency", "A", "NG", "ABC", "", "workspace.bad_currency ABC");
        row("no zone", "A", "NG", "NGN", "Africa/Nowhere", "workspace.bad_zone Africa/Nowhere");
    }
    void whatIsNoShop()
    {
        QFETCH(QString, name);
        QFETCH(QString, country);
        QFETCH(QString, currency);
        QFETCH(QByteArray, zone);
        OwnWorkspacesService service(m_shop->path(), m_shop->principal, m_shop->clock);
        NewShop shop;
        shop.shopName = name;
        shop.countryCode = country;
        shop.currency = currency;
        shop.timeZone = zone;
        QTEST(refusal(await(service.create(shop))), "code");
        QCOMPARE(await(service.all())->size(), size_t(1));
    }

    //! A customer makes none until somebody else lets them; nothing of it can be done by themselves.
    void aCustomerMakesNone()
    {
        const WorkspaceId here = m_shop->principal.workspace;
        const PersonId customer = m_people->add("Kemi Ade", "customer");
        const MemberId member = m_people->join(customer, here, "admin");
        const access::Principal she = m_people->principal(customer, here);
        OwnWorkspacesService service(m_shop->path(), she, m_shop->clock);
        QCOMPARE(await(service.mayCreate()).value(), false);
        QCOMPARE(refusal(await(service.create(shopNamed("Hers")))), QStringLiteral("access.customer"));
        QCOMPARE(await(service.all())->size(), size_t(1));
        {
            const auto seat = m_people->seat(customer, here);
            MemberService own(*seat.session, *seat.door);
            QVERIFY(!own.mayGiveWorkspaceAccess(own.own().value()));
            QVERIFY(!await(own.giveWorkspaceAccess(member)).ok());
            const auto raw = await(seat.door->write<void>({"test"}, [&](changes::WriteContext &context) {
                return context.rows().update(storage::Table::Profiles, customer,
                                             {{"workspace_access_at", context.clock().now()}});
            }));
            QVERIFY(!raw.ok());
            QCOMPARE(await(service.mayCreate()).value(), false);
        }
        MemberService owner(*m_shop->session, *m_shop->door);
        QVERIFY(owner.mayGiveWorkspaceAccess(owner.card(member).value()));
        QCOMPARE(refusal(await(owner.giveWorkspaceAccess(member))), QString());
        QCOMPARE(refusal(await(owner.giveWorkspaceAccess(member))), QStringLiteral("team.no_customer"));
        QCOMPARE(await(service.mayCreate()).value(), true);
        QCOMPARE(refusal(await(service.create(shopNamed("Hers")))), QString());
        QCOMPARE(m_people->text("SELECT role || ' ' || hex(workspace_access_by) FROM profiles WHERE id = " +
                                PeopleOfFile::hex(customer)),
                 "customer " + m_shop->principal.person.view().toByteArray().toHex().toUpper());
    }

    //! Invited into one, they stay a customer, and have access to workspaces from then on.
    void aCustomerIsInvited()
    {
        const PersonId customer = m_people->add("Kemi Ade", "customer");
        const auto made = await(
            InvitationService(*m_shop->session, *m_shop->door).make({Role::Member, QStringLiteral("counter"), {}, 7}));
        QCOMPARE(refusal(made), QString());
        JoinService join(m_shop->path(), m_shop->clock);
        const auto joined = await(join.joinAs(made->code.toUtf8(), customer, QString::fromLatin1(PeopleOfFile::pin)));
        QCOMPARE(refusal(joined), QString());
        QCOMPARE(m_people->text("SELECT role || ' ' || hex(workspace_access_by) FROM profiles WHERE id = " +
                                PeopleOfFile::hex(customer)),
                 "customer " + m_shop->principal.person.view().toByteArray().toHex().toUpper());
        OwnWorkspacesService service(m_shop->path(), m_people->principal(customer, joined->workspace), m_shop->clock);
        QCOMPARE(await(service.all())->size(), size_t(1));
        QCOMPARE(refusal(await(service.create(shopNamed("Hers")))), QString());
        // Who is no customer is given nothing.
        QCOMPARE(m_people->text("SELECT count(*) FROM profiles WHERE workspace_access_at IS NOT NULL"),
                 QByteArray("1"));
        QCOMPARE(m_people->problems(), QStringList());
    }

    //! Who gave it is who did it, whatever is written.
    void nobodySignsForSomebodyElse()
    {
        const WorkspaceId here = m_shop->principal.workspace;
        const PersonId customer = m_people->add("Kemi Ade", "customer");
        const PersonId admin = m_people->add("Bisi Cole");
        m_people->join(customer, here, "member");
        m_people->join(admin, here, "admin");
        const auto raw = await(m_shop->door->write<void>({"test"}, [&](changes::WriteContext &context) {
            return context.rows().update(
                storage::Table::Profiles, customer,
                {{"workspace_access_at", context.clock().now()}, {"workspace_access_by", admin}});
        }));
        QCOMPARE(refusal(raw), QStringLiteral("access.refused own:data"));
    }

    //! Deleted, it is the owner's to see and to bring back, and nobody else's; its name may have been taken meanwhile.
    void broughtBack()
    {
        const WorkspaceId first = m_shop->principal.workspace;
        const PersonId admin = m_people->add("Bisi Cole");
        m_people->join(admin, first, "admin");
        const access::Principal bisi = m_people->principal(admin, first);
        const access::Principal owner = m_shop->principal;
        QVERIFY(await(OwnershipService(*m_shop->session, *m_shop->door).remove(QStringLiteral("Bello"))));
        OwnWorkspacesService hers(m_shop->path(), bisi, m_shop->clock);
        QVERIFY(await(hers.all())->empty());
        QCOMPARE(refusal(await(hers.bringBack(first))), QStringLiteral("workspace.not_found"));
        OwnWorkspacesService service(m_shop->path(), owner, m_shop->clock);
        QVERIFY(await(service.all())->at(0).deletedAt.has_value());
        QVERIFY(!access::Session::open(m_shop->path(), owner).ok()); // not even with who they were
        QCOMPARE(refusal(await(service.enter(first))), QStringLiteral("access.no_member"));
        const auto second = await(service.create(shopNamed("Bello"))).value();
        QCOMPARE(refusal(await(service.bringBack(first))), QString());
        QCOMPARE(m_people->newest(), QByteArray(R"(workspace.restore ["Bello"])"));
        QCOMPARE(refusal(await(service.bringBack(first))), QStringLiteral("workspace.not_found"));
        const auto all = await(service.all()).value();
        QCOMPARE(words(all),
                 (QStringList{QStringLiteral("Bello owner Amina Bello"), QStringLiteral("Bello owner Amina Bello")}));
        QCOMPARE(m_people->text("SELECT slug FROM workspaces WHERE id = " + PeopleOfFile::hex(first)),
                 QByteArray("bello-2"));
        QCOMPARE(await(hers.all())->size(), size_t(1));
        QVERIFY(access::Session::open(m_shop->path(), owner).ok());
        QVERIFY(second.workspace != first);
        QCOMPARE(m_people->problems(), QStringList());
    }

    void theLastOneIsBroughtBackWithThePassword()
    {
        const QString password = QStringLiteral("needle and thread");
        const QString login = QStringLiteral("amina@shop.example");
        m_people->givePassword(m_shop->principal.person, password);
        const auto bringBack = [&](const QString &who, const QString &secret) {
            return await(OwnWorkspacesService::bringBackLast(m_shop->path(), m_shop->clock, who, secret));
        };
        QCOMPARE(refusal(bringBack(login, password)), QStringLiteral("workspace.none_deleted"));
        QVERIFY(await(OwnershipService(*m_shop->session, *m_shop->door).remove(QStringLiteral("Bello"))));
        QCOMPARE(refusal(bringBack(login, QStringLiteral("another"))), QStringLiteral("accounts.wrong"));
        QCOMPARE(refusal(bringBack(QStringLiteral("nobody"), password)), QStringLiteral("accounts.wrong"));
        QCOMPARE(bringBack(login, password).value(), QStringLiteral("Bello"));
        QVERIFY(access::Session::open(m_shop->path(), m_shop->principal).ok());
    }

private:
    static NewShop shopNamed(const char *name)
    {
        NewShop shop;
        shop.shopName = QString::fromUtf8(name);
        shop.countryCode = QStringLiteral("NG");
        shop.currency = QStringLiteral("NGN");
        return shop;
    }
    static QStringList words(const std::vector<OwnWorkspace> &all)
    {
        QStringList list;
        for (const OwnWorkspace &each : all)
            list.append(each.name + u' ' + QString::fromLatin1(access::nameOf(each.role)) + u' ' + each.owner);
        return list;
    }

    std::unique_ptr<SmallShop> m_shop;
    std::unique_ptr<PeopleOfFile> m_people;
};

QTEST_GUILESS_MAIN(TestOwnWorkspacesService)
#include "tst_own_workspaces_service.moc"
