// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/accounts/member_service.h"

#include "core/access/natural_ids.h"
#include "core/accounts/sign_in_service.h"
#include "core/accounts/team_service.h"
#include "tests/core/orders/order_shop.h"
#include "tests/support/keychain/test_keychain.h"

#include <QTest>

#include <map>

using namespace thimblely;
using namespace thimblely::test;
using access::Capability;
using access::CapabilitySet;
using access::Job;
using access::Role;

//! What a manager says of the shop's people: whose card is whose to change, and what it does.
class TestMemberService : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        TestKeychain::install();
        m_shop = std::make_unique<OrderShop>();
        m_people.clear();
        m_people.emplace("owner", m_shop->shop.principal.person);
        for (const auto &[name, role, job] :
             {std::tuple("admin", "admin", ""), std::tuple("second admin", "admin", ""),
              std::tuple("counter", "member", "counter"), std::tuple("cutter", "member", "cutter"),
              std::tuple("viewer", "viewer", "")})
            m_people.emplace(name, m_shop->hire(role, job).principal.person);
        // A member who was given the team by hand.
        m_people.emplace("foreman", m_shop->hire("member").principal.person);
        write("foreman", {{"permissions", R"({"grant": ["team:manage"], "newer": 1})"}});
    }
    void cleanup() { m_shop.reset(); }

    void whoseCardIsWhose_data()
    {
        QTest::addColumn<QByteArray>("who");
        QTest::addColumn<QByteArray>("whom");
        QTest::addColumn<int>("reach");
        QTest::addColumn<bool>("dismiss");
        const auto row = [](const char *who, const char *whom, CardReach reach, bool dismiss) {
            QTest::addRow("%s: %s", who, whom) << QByteArray(who) << QByteArray(whom) << int(reach) << dismiss;
        };
        for (const char *whom : {"admin", "foreman", "counter", "cutter", "viewer"})
            row("owner", whom, CardReach::All, true);
        row("owner", "owner", CardReach::Facts, false);
        for (const char *whom : {"second admin", "foreman", "counter", "cutter", "viewer"})
            row("admin", whom, CardReach::All, true);
        row("admin", "admin", CardReach::Facts, false);
        row("admin", "owner", CardReach::Nothing, false);
        for (const char *whom : {"counter", "cutter", "viewer"})
            row("foreman", whom, CardReach::All, true);
        row("foreman", "foreman", CardReach::Facts, false);
        row("foreman", "admin", CardReach::Nothing, false);
        row("foreman", "owner", CardReach::Nothing, false);
        for (const char *who : {"counter", "cutter", "viewer"})
            row(who, who, CardReach::Nothing, false);
    }
    //! What somebody else may do, and where their limits are, is for who manages the team.
    void whoManagesNobodySeesNoOthersCard()
    {
        for (const char *who : {"counter", "cutter"}) {
            const Seat seat(*m_shop, m_people.at(who));
            const auto card = MemberService(*seat.session, *seat.door).card(memberOf("viewer"));
            QVERIFY(!card && card.error().kind == ErrorKind::Forbidden);
        }
    }
    //! What the reach says is what the writes say.
    void whoseCardIsWhose()
    {
        QFETCH(QByteArray, who);
        QFETCH(QByteArray, whom);
        QFETCH(int, reach);
        QFETCH(bool, dismiss);
        const Seat seat(*m_shop, m_people.at(who));
        MemberService service(*seat.session, *seat.door);
        const auto card = service.card(memberOf(whom));
        QVERIFY(card);
        QCOMPARE(int(service.reach(*card)), reach);
        QCOMPARE(service.mayDismiss(*card), dismiss);

        MemberTerms terms = card->terms;
        terms.name = QStringLiteral("Another name");
        QCOMPARE(bool(await(service.change(card->id, terms))), reach != int(CardReach::Nothing));
        terms = service.card(memberOf(whom))->terms;
        terms.permissions.refusals.add(Capability::MessagesRead);
        const auto rights = await(service.change(card->id, terms));
        QCOMPARE(bool(rights), reach == int(CardReach::All) || (who == "owner" && whom == "owner"));
        const auto suspended = await(service.suspend(card->id));
        QCOMPARE(bool(suspended), dismiss);
        if (dismiss)
            QVERIFY(await(service.bringBack(card->id)));
        QCOMPARE(bool(await(service.remove(card->id, {}))), dismiss);
    }

    void rightsInTheFileAreWhatTheCardSays()
    {
        MemberService service(*m_shop->shop.session, *m_shop->shop.door);
        MemberTerms terms = service.card(memberOf("counter"))->terms;
        terms.permissions = {CapabilitySet{Capability::FinanceRead}, CapabilitySet{Capability::MessagesWrite}};
        terms.skills = {QStringLiteral("shirts"), QStringLiteral("Buttonholes")};
        terms.week = WorkWeek::parse(u"Mon-Fri 9-17", QLocale(QStringLiteral("en_NG"))).value();
        terms.discountLimitBp = 750;
        terms.refundLimit = naira(5'000);
        terms.pay = MemberPay{PayKind::Month, naira(120'000)};
        QCOMPARE(refusal(await(service.change(memberOf("counter"), terms))), QString());
        const MemberCard card = service.card(memberOf("counter")).value();
        QCOMPARE(card.terms, terms);
        const access::Principal principal = load("counter").value();
        QCOMPARE(principal.capabilities, terms.capabilities());
        QVERIFY(principal.can(Capability::FinanceRead));
        QVERIFY(!principal.can(Capability::MessagesWrite));
        // One operation, taken back as one.
        QVERIFY(await(m_shop->shop.door->undo()));
        QVERIFY(!load("counter")->can(Capability::FinanceRead));
        QCOMPARE(service.card(memberOf("counter"))->terms.skills, QStringList());
        QVERIFY(await(m_shop->shop.door->redo()));
        QVERIFY(load("counter")->can(Capability::FinanceRead));
    }

    void wagesAreNotForEverybody()
    {
        MemberService service(*m_shop->shop.session, *m_shop->shop.door);
        MemberTerms terms = service.card(memberOf("cutter"))->terms;
        terms.pay = MemberPay{PayKind::Piece};
        QVERIFY(await(service.change(memberOf("cutter"), terms)));
        const Seat foreman(*m_shop, m_people.at("foreman")); // without finance:read
        MemberService theirs(*foreman.session, *foreman.door);
        const MemberCard seen = theirs.card(memberOf("cutter")).value();
        QVERIFY(!seen.showsPay && !seen.terms.pay);
        terms = seen.terms;
        terms.name = QStringLiteral("Kola");
        QVERIFY(await(theirs.change(memberOf("cutter"), terms)));
        QCOMPARE(service.card(memberOf("cutter"))->terms.pay, std::optional(MemberPay{PayKind::Piece}));
        // Nobody sets their own.
        const Seat admin(*m_shop, m_people.at("admin"));
        MemberService hers(*admin.session, *admin.door);
        MemberTerms own = hers.own()->terms;
        own.pay = MemberPay{PayKind::Month, naira(900'000)};
        QCOMPARE(refusal(await(hers.change(memberOf("admin"), own))), QStringLiteral("team.own_rights"));
    }

    void nobodyGivesWhatTheyDoNotHave()
    {
        const Seat foreman(*m_shop, m_people.at("foreman"));
        MemberService service(*foreman.session, *foreman.door);
        MemberTerms terms = service.card(memberOf("counter"))->terms;
        MemberTerms more = terms;
        more.permissions.grants.add(Capability::OrdersRefund);
        QCOMPARE(service.beyondOwn(more), std::optional(Capability::OrdersRefund));
        QVERIFY(await(service.change(memberOf("counter"), more)).error().kind == ErrorKind::Forbidden);
        more = terms;
        more.discountLimitBp = 100;
        QCOMPARE(refusal(await(service.change(memberOf("counter"), more))), QStringLiteral("team.limit_beyond_own"));
        more = terms;
        more.refundLimit = naira(1);
        QCOMPARE(refusal(await(service.change(memberOf("counter"), more))), QStringLiteral("team.limit_beyond_own"));
        more = terms;
        more.role = Role::Admin;
        QVERIFY(await(service.change(memberOf("counter"), more)).error().kind == ErrorKind::Forbidden);
        more.role = Role::Owner;
        QVERIFY(await(service.change(memberOf("counter"), more)).error().kind == ErrorKind::Forbidden);
    }

    //! An admin from whom the books are kept makes no colleague who reads them, and does not lift that from themselves.
    void whatWasTakenIsNotTakenBack()
    {
        write("admin", {{"permissions", R"({"refuse": ["finance:read"]})"}});
        const Seat admin(*m_shop, m_people.at("admin"));
        MemberService service(*admin.session, *admin.door);
        MemberTerms own = service.own()->terms;
        own.permissions = {};
        QCOMPARE(refusal(await(service.change(memberOf("admin"), own))), QStringLiteral("team.own_rights"));
        MemberTerms counter = service.card(memberOf("counter"))->terms;
        counter.role = Role::Admin;
        QCOMPARE(refusal(await(service.change(memberOf("counter"), counter))),
                 QStringLiteral("team.beyond_own finance:read"));
        counter.permissions.refusals.add(Capability::FinanceRead);
        QCOMPARE(refusal(await(service.change(memberOf("counter"), counter))), QString());
        TeamService team(*admin.session, *admin.door);
        QCOMPARE(refusal(await(team.add({QStringLiteral("Femi"), Role::Admin, Job::None, QStringLiteral("2580")}))),
                 QStringLiteral("team.beyond_own finance:read"));
        QCOMPARE(refusal(await(team.add({QStringLiteral("Femi"), Role::Member, Job::Cutter, QStringLiteral("2580")}))),
                 QString());
    }

    void whatANewerProgramWroteStays()
    {
        MemberService service(*m_shop->shop.session, *m_shop->shop.door);
        MemberTerms terms = service.card(memberOf("foreman"))->terms;
        terms.permissions.refusals.add(Capability::FeedsWrite);
        QVERIFY(await(service.change(memberOf("foreman"), terms)));
        QCOMPARE(
            m_shop->number("SELECT permissions ->> '$.newer' FROM workspace_members WHERE permissions ->> '$.newer'"
                           " IS NOT NULL"),
            qint64(1));
    }

    void whatCannotBe_data()
    {
        QTest::addColumn<int>("what");
        QTest::addColumn<QString>("code");
        QTest::newRow("no name") << 0 << QStringLiteral("team.no_name");
        QTest::newRow("more than all off") << 1 << QStringLiteral("team.bad_limit");
        QTest::newRow("below nothing") << 2 << QStringLiteral("team.bad_limit");
        QTest::newRow("the owner's alone") << 3 << QStringLiteral("team.not_single workspace:delete");
        QTest::newRow("one's own rows") << 4 << QStringLiteral("team.not_single own:data");
        QTest::newRow("another currency") << 5 << QStringLiteral("team.other_currency");
    }
    void whatCannotBe()
    {
        QFETCH(int, what);
        QFETCH(QString, code);
        MemberService service(*m_shop->shop.session, *m_shop->shop.door);
        MemberTerms terms = service.card(memberOf("counter"))->terms;
        switch (what) {
        case 0:
            terms.name = QStringLiteral("  ");
            break;
        case 1:
            terms.discountLimitBp = 10'001;
            break;
        case 2:
            terms.refundLimit = naira(-1);
            break;
        case 3:
            terms.permissions.grants.add(Capability::WorkspaceDelete);
            break;
        case 4:
            terms.permissions.refusals.add(Capability::OwnData);
            break;
        default:
            terms.refundLimit = Money(5, currencyNamed("EUR"));
        }
        QCOMPARE(refusal(await(service.change(memberOf("counter"), terms))), code);
    }

    void whoIsSuspendedDoesNotComeIn()
    {
        MemberService service(*m_shop->shop.session, *m_shop->shop.door);
        QVERIFY(load("cutter"));
        QVERIFY(await(service.suspend(memberOf("cutter"))));
        QCOMPARE(refusal(load("cutter")), QStringLiteral("access.no_member"));
        QCOMPARE(refusal(await(service.suspend(memberOf("cutter")))), QStringLiteral("team.not_active"));
        QVERIFY(await(m_shop->shop.door->undo()));
        QVERIFY(load("cutter"));
        QVERIFY(await(service.suspend(memberOf("cutter"))));
        QVERIFY(await(service.bringBack(memberOf("cutter"))));
        QVERIFY(load("cutter"));
        QCOMPARE(refusal(await(service.suspend(memberOf("owner")))), QStringLiteral("member.owner_stays"));
        QCOMPARE(refusal(await(service.remove(memberOf("owner"), {}))), QStringLiteral("member.owner_stays"));
    }

    //! Whoever leaves leaves nothing undone in their name.
    void theirWorkIsHandedOver_data()
    {
        QTest::addColumn<bool>("toSomebody");
        QTest::newRow("to a colleague") << true;
        QTest::newRow("to nobody yet") << false;
    }
    void theirWorkIsHandedOver()
    {
        QFETCH(bool, toSomebody);
        const OrderId order = m_shop->book({OrderShop::piece("Jacket", 45'000), OrderShop::piece("Trousers", 20'000)});
        const auto pieces = m_shop->pieceIds(order);
        for (const OrderItemId piece : pieces)
            m_shop->assign(piece, m_people.at("cutter"));
        QVERIFY(await(m_shop->orders.moveStage(pieces[1], orders::Stage::Ready)));
        MemberService service(*m_shop->shop.session, *m_shop->shop.door);
        QCOMPARE(service.openWork(m_people.at("cutter")).value(), (accounts::OpenWork{1, 0}));
        const auto heir = toSomebody ? std::optional(m_people.at("counter")) : std::nullopt;
        const auto done = await(service.remove(memberOf("cutter"), heir));
        QCOMPARE(refusal(done), QString());
        QCOMPARE(done->pieces, 1);
        QCOMPARE(service.openWork(m_people.at("cutter")).value(), accounts::OpenWork());
        QCOMPARE(service.openWork(m_people.at("counter")).value().pieces, toSomebody ? 1 : 0);
        QCOMPARE(assigned(pieces[1]), m_people.at("cutter")); // what they finished stays theirs
        QCOMPARE(refusal(load("cutter")), QStringLiteral("access.no_member"));
        QCOMPARE(m_shop->problems(), QStringList());
        // One operation: who comes back has it all again.
        QVERIFY(await(m_shop->shop.door->undo()));
        QVERIFY(load("cutter"));
        QCOMPARE(service.openWork(m_people.at("cutter")).value(), (accounts::OpenWork{1, 0}));
    }

    void anHeirMustBeThere()
    {
        MemberService service(*m_shop->shop.session, *m_shop->shop.door);
        QVERIFY(await(service.suspend(memberOf("counter"))));
        QCOMPARE(refusal(await(service.remove(memberOf("cutter"), m_people.at("counter")))),
                 QStringLiteral("team.heir_gone"));
        QVERIFY(load("cutter"));
    }

    //! Somebody of another shop of the file is nobody here.
    void anotherShopsPeopleAreNotThere()
    {
        const auto other = m_shop->shop.otherWorkspace(QStringLiteral("Second"));
        MemberService there(*other.session, *other.door);
        const MemberId counter = memberOf("counter");
        const QString gone = QStringLiteral("row.not_found workspace_members");
        QCOMPARE(refusal(there.card(counter)), gone);
        QCOMPARE(refusal(await(there.suspend(counter))), gone);
        QCOMPARE(refusal(await(there.remove(counter, {}))), gone);
        QCOMPARE(refusal(await(there.change(counter, {QStringLiteral("x")}))), gone);
    }

private:
    struct Seat {
        Seat(OrderShop &shop, PersonId person)
        {
            const auto store = access::PrincipalStore::open({shop.shop.path()}).value();
            const auto principal =
                store->load(person, shop.shop.principal.workspace, shop.shop.principal.device).value();
            session = access::Session::open(shop.shop.path(), principal).value();
            door = changes::WriteDoor::open(*session, shop.shop.clock).value();
        }
        std::unique_ptr<access::Session> session;
        std::unique_ptr<changes::WriteDoor> door;
    };
    MemberId memberOf(const QByteArray &who) const
    {
        return access::memberId(m_shop->shop.principal.workspace, m_people.at(who));
    }
    Result<access::Principal> load(const QByteArray &who) const
    {
        const auto store = access::PrincipalStore::open({m_shop->shop.path()}).value();
        return store->load(m_people.at(who), m_shop->shop.principal.workspace, m_shop->shop.principal.device);
    }
    PersonId assigned(OrderItemId piece)
    {
        auto query = m_shop->shop.session->reader().query("SELECT assigned_to FROM order_items WHERE id = ?").value();
        query->bind(piece);
        if (!query->step().value())
            qFatal("no such piece");
        return query->id<PersonId>(0);
    }
    void write(const QByteArray &who, std::initializer_list<access::Field> fields)
    {
        const std::vector<access::Field> all(fields);
        const MemberId member = memberOf(who);
        const auto done =
            await(m_shop->shop.door->write<void>({"test.member"}, [member, all](changes::WriteContext &context) {
                return context.rows().update(storage::Table::WorkspaceMembers, member, all);
            }));
        QCOMPARE(refusal(done), QString());
    }

    std::unique_ptr<OrderShop> m_shop;
    std::map<QByteArray, PersonId> m_people;
};

QTEST_GUILESS_MAIN(TestMemberService)
#include "tst_member_service.moc"
