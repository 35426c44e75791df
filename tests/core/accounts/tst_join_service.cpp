// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/accounts/join_service.h"

#include "core/access/natural_ids.h"
#include "core/accounts/invitation_service.h"
#include "core/accounts/member_service.h"
#include "core/accounts/pin_hash.h"
#include "core/accounts/sign_in_service.h"
#include "core/accounts/team_service.h"
#include "core/storage/verify.h"
#include "tests/core/orders/order_shop.h"
#include "tests/support/keychain/test_keychain.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace thimblely;
using namespace thimblely::test;
using access::Capability;
using access::Job;
using access::Role;

namespace {

constexpr qint64 dayMs = 24LL * 60 * 60 * 1000;

} // namespace

//! Invitations, made in one place and taken up in another, over real files and without a network.
class TestJoinService : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        TestKeychain::install();
        m_shop = std::make_unique<OrderShop>();
    }
    void cleanup()
    {
        m_shop.reset();
        m_elsewhere.reset();
        m_path.clear();
        m_made.reset();
    }

    void somebodyNewComesIn_data()
    {
        QTest::addColumn<bool>("byFile");
        QTest::addColumn<bool>("keychain");
        QTest::newRow("by its code") << false << true;
        QTest::newRow("by its file") << true << true;
        QTest::newRow("from a computer without a keychain") << true << false;
    }
    void somebodyNewComesIn()
    {
        QFETCH(bool, byFile);
        QFETCH(bool, keychain);
        if (!keychain)
            TestKeychain::takeAway();
        const MadeInvitation made = make({Role::Member, QStringLiteral("counter"), QStringLiteral("femi@example.org")});
        const QByteArray paper = byFile ? made.file : made.code.toLower().toUtf8();
        JoinService join(m_shop->shop.path(), m_shop->shop.clock);
        const auto offer = await(join.look(paper));
        QCOMPARE(refusal(offer), QString());
        QCOMPARE(offer->shop, QStringLiteral("Bello"));
        QCOMPARE(offer->inviter, QStringLiteral("Amina Bello"));
        QCOMPARE(offer->role, Role::Member);
        QCOMPARE(offer->jobTitle, QStringLiteral("counter"));
        const QString pin = QStringLiteral("258036");
        const auto joined = await(join.joinNew(paper, QStringLiteral(" Femi  Kuti "), pin));
        QCOMPARE(refusal(joined), QString());
        QCOMPARE(joined->workspace, m_shop->shop.principal.workspace);
        SignInService signIn(m_shop->shop.path(), m_shop->shop.clock);
        const auto in = await(signIn.withPin(joined->person, joined->workspace, pin));
        QCOMPARE(refusal(in), QString());
        QCOMPARE(in->job, Job::Counter);
        QCOMPARE(in->capabilities, access::capabilitiesOf(Role::Member, Job::Counter));
        // Once.
        QCOMPARE(refusal(await(join.look(paper))), QStringLiteral("invitation.used"));
        QCOMPARE(refusal(await(join.joinNew(paper, QStringLiteral("Another"), pin))),
                 QStringLiteral("invitation.used"));
        QVERIFY(invitations().open()->empty());
        QCOMPARE(m_shop->problems(), QStringList());
        // The history says who came, under their own name.
        auto query =
            m_shop->shop.session->reader().query("SELECT label ->> '$[0]' FROM history WHERE kind = 'team.join'");
        QVERIFY(query && query.value()->step().value());
        QCOMPARE(query.value()->text(0), QStringLiteral("Femi Kuti"));
    }

    //! The token is in no table of the file; only whoever has the paper has it.
    void theFileDoesNotGiveItAway()
    {
        const MadeInvitation made = make({});
        QFile file(m_shop->shop.path());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray all = file.readAll();
        QFile log(m_shop->shop.path() + QStringLiteral("-wal"));
        QVERIFY(log.open(QIODevice::ReadOnly));
        const QByteArray wal = log.readAll();
        QString bare = made.code;
        bare.remove(u'-');
        for (const QByteArray &secret : {made.code.toUtf8(), bare.toUtf8()})
            QVERIFY(!all.contains(secret) && !wal.contains(secret));
    }

    void aPersonOfTheFileJoinsAnotherShop()
    {
        TeamService team(*m_shop->shop.session, *m_shop->shop.door);
        const QString pin = QStringLiteral("2580");
        const PersonId sade = await(team.add({QStringLiteral("Sade"), Role::Member, Job::Cutter, pin})).value();
        const auto other = m_shop->shop.otherWorkspace(QStringLiteral("Second"));
        const MadeInvitation made =
            await(InvitationService(*other.session, *other.door).make({Role::Admin, {}, {}, 7})).value();
        JoinService join(m_shop->shop.path(), m_shop->shop.clock);
        QCOMPARE(await(join.joinAs(made.code.toUtf8(), sade, QStringLiteral("9999"))).error().kind,
                 ErrorKind::WrongSecret);
        const auto joined = await(join.joinAs(made.code.toUtf8(), sade, pin));
        QCOMPARE(refusal(joined), QString());
        QCOMPARE(joined->person, sade);
        QCOMPARE(joined->workspace, other.session->principal().workspace);
        const auto store = access::PrincipalStore::open({m_shop->shop.path()}).value();
        const DeviceId device = m_shop->shop.principal.device;
        QCOMPARE(store->load(sade, joined->workspace, device)->role, Role::Admin);
        QCOMPARE(store->load(sade, m_shop->shop.principal.workspace, device)->role, Role::Member); // as before
    }

    void aCustomerStaysOne()
    {
        const auto customer = m_shop->hire("viewer");
        execute("UPDATE profiles SET role = 'customer' WHERE id = " + hex(customer.principal.person));
        execute("UPDATE workspace_members SET status = 'removed' WHERE user_id = " + hex(customer.principal.person));
        execute("INSERT INTO auth_users (id, login_name, created_at, updated_at) VALUES (" +
                hex(customer.principal.person) + ", 'c', 1, 1)");
        const auto store = access::PrincipalStore::open({m_shop->shop.path()}).value();
        QVERIFY(store->setPinHash(customer.principal.person, hashPin(QStringLiteral("2580"), {})->toText(),
                                  m_shop->shop.clock.now()));
        const MadeInvitation made = make({Role::Member, QStringLiteral("finisher")});
        JoinService join(m_shop->shop.path(), m_shop->shop.clock);
        const auto joined = await(join.joinAs(made.file, customer.principal.person, QStringLiteral("2580")));
        QCOMPARE(refusal(joined), QString());
        QCOMPARE(number("SELECT count(*) FROM profiles WHERE role = 'customer'"), qint64(1));
        QCOMPARE(store->load(joined->person, joined->workspace, m_shop->shop.principal.device)->job, Job::Finisher);
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("why");
        QTest::addColumn<QString>("code");
        const auto row = [](const char *why, const char *code) {
            QTest::newRow(why) << QByteArray(why) << QString::fromLatin1(code);
        };
        row("expired", "invitation.expired");
        row("withdrawn", "invitation.withdrawn");
        row("undone", "invitation.unknown");
        row("raised", "invitation.tampered");
        row("longer", "invitation.tampered");
        row("renamed", "invitation.tampered");
        row("another key", "invitation.tampered");
        row("row raised", "invitation.tampered");
        row("row longer", "invitation.tampered");
        row("other shop", "invitation.other_shop Bello");
        row("older copy", "invitation.unknown");
        row("mistyped", "invitation.unknown");
        row("no code", "invitation.unreadable");
        row("no json", "invitation.unreadable");
        row("foreign json", "invitation.unreadable");
        row("newer", "invitation.newer");
        row("huge", "invitation.unreadable");
        row("inviter removed", "invitation.inviter_gone Somebody");
        row("inviter lowered", "invitation.inviter_gone Somebody");
        row("inviter narrowed", "invitation.inviter_gone Somebody");
    }
    void refuses()
    {
        QFETCH(QByteArray, why);
        QFETCH(QString, code);
        const auto admin = m_shop->hire("admin");
        InvitationService theirs(*admin.session, *admin.door);
        m_made.emplace(await(theirs.make({Role::Admin, {}, {}, 7})).value());
        const QByteArray paper = spoil(why, admin.principal);
        JoinService join(m_path, m_shop->shop.clock);
        const qint64 people = number("SELECT count(*) FROM profiles");
        if (!why.startsWith("inviter"))
            QCOMPARE(refusal(await(join.look(paper))), code);
        QCOMPARE(refusal(await(join.joinNew(paper, QStringLiteral("Femi"), QStringLiteral("258036")))), code);
        QCOMPARE(number("SELECT count(*) FROM profiles"), people);
    }

    void whoMayNotJoin()
    {
        TeamService team(*m_shop->shop.session, *m_shop->shop.door);
        MemberService members(*m_shop->shop.session, *m_shop->shop.door);
        const QString pin = QStringLiteral("2580");
        const PersonId sade = await(team.add({QStringLiteral("Sade"), Role::Member, Job::Cutter, pin})).value();
        const MemberId member = access::memberId(m_shop->shop.principal.workspace, sade);
        const MadeInvitation made = make({Role::Member});
        JoinService join(m_shop->shop.path(), m_shop->shop.clock);
        const auto asSade = [&] { return await(join.joinAs(made.file, sade, pin)); };
        QCOMPARE(refusal(asSade()), QStringLiteral("invitation.already_in"));
        QVERIFY(await(members.suspend(member)));
        QCOMPARE(refusal(asSade()), QStringLiteral("invitation.suspended"));
        // Who left comes back as what the invitation says, without what they had been given.
        MemberTerms terms = members.card(member)->terms;
        terms.permissions.grants.add(Capability::FinanceRead);
        QVERIFY(await(members.change(member, terms)));
        QVERIFY(await(members.remove(member, {})));
        QCOMPARE(refusal(asSade()), QString());
        QCOMPARE(members.card(member)->terms.permissions, access::Permissions());
        QCOMPARE(members.card(member)->terms.job(), Job::None);
        QVERIFY(await(join.joinNew(made.file, {}, pin)).error().code == "invitation.used");
    }

    void aNameAndAPinAreNeeded()
    {
        const MadeInvitation made = make({});
        JoinService join(m_shop->shop.path(), m_shop->shop.clock);
        QCOMPARE(refusal(await(join.joinNew(made.file, QStringLiteral(" "), QStringLiteral("2580")))),
                 QStringLiteral("team.no_name"));
        QVERIFY(!await(join.joinNew(made.file, QStringLiteral("Femi"), QStringLiteral("1234"))));
        QVERIFY(await(join.joinNew(made.file, QStringLiteral("Femi"), QStringLiteral("2580"))));
    }

    void whoMayInvite_data()
    {
        QTest::addColumn<QByteArray>("role");
        QTest::addColumn<bool>("hasTeam");
        QTest::addColumn<QByteArray>("given");
        QTest::addColumn<bool>("may");
        const auto row = [](const char *role, bool team, const char *given, bool may) {
            QTest::addRow("%s%s: %s", role, team ? " with the team" : "", given)
                << QByteArray(role) << team << QByteArray(given) << may;
        };
        for (const char *given : {"admin", "member", "viewer"}) {
            row("owner", false, given, true);
            row("admin", false, given, true);
            row("member", false, given, false);
            row("viewer", false, given, false);
        }
        row("owner", false, "owner", false);
        row("admin", false, "owner", false);
        row("member", true, "member", true);
        row("member", true, "viewer", true);
        row("member", true, "admin", false);
        row("viewer", true, "member", false);
    }
    void whoMayInvite()
    {
        QFETCH(QByteArray, role);
        QFETCH(bool, hasTeam);
        QFETCH(QByteArray, given);
        QFETCH(bool, may);
        std::optional<OrderShop::Colleague> person;
        access::Session *session = m_shop->shop.session.get();
        changes::WriteDoor *door = m_shop->shop.door.get();
        std::unique_ptr<access::Session> ownSession;
        std::unique_ptr<changes::WriteDoor> ownDoor;
        if (role != "owner") {
            person.emplace(m_shop->hire(role));
            access::Principal principal = person->principal;
            if (hasTeam)
                principal.capabilities.add(Capability::TeamManage);
            ownSession = access::Session::open(m_shop->shop.path(), principal).value();
            ownDoor = changes::WriteDoor::open(*ownSession, m_shop->shop.clock).value();
            session = ownSession.get();
            door = ownDoor.get();
        }
        InvitationService service(*session, *door);
        NewInvitation invitation;
        invitation.role = access::roleFromName(given).value();
        const auto made = await(service.make(invitation));
        QCOMPARE(bool(made), may);
        if (!may)
            QCOMPARE(made.error().kind, ErrorKind::Forbidden);
        QCOMPARE(bool(service.open()), role == "owner" || role == "admin" || hasTeam);
    }

    void thoseThatAreOpenAreListed()
    {
        const MadeInvitation first = make({Role::Viewer, {}, {}, 1});
        m_shop->shop.clock.advanceMsecs(dayMs);
        const MadeInvitation second =
            make({Role::Member, QStringLiteral("Designer"), QStringLiteral("f@x.example"), 60});
        InvitationService service = invitations();
        const auto open = service.open().value();
        QCOMPARE(open.size(), size_t(2));
        QCOMPARE(open[0].id, second.id);
        QCOMPARE(open[0].jobTitle, QStringLiteral("Designer"));
        QCOMPARE(open[0].email, QStringLiteral("f@x.example"));
        QCOMPARE(open[0].inviter, QStringLiteral("Amina Bello"));
        QVERIFY(!open[0].isExpired && open[1].isExpired);
        QCOMPARE(refusal(await(service.withdraw(first.id))), QString());
        QCOMPARE(refusal(await(service.withdraw(first.id))), QStringLiteral("invitation.not_open"));
        QCOMPARE(service.open()->size(), size_t(1));
        QVERIFY(await(m_shop->shop.door->undo()));
        QCOMPARE(service.open()->size(), size_t(2));
        for (const int days : {0, 61, -1})
            QCOMPARE(refusal(await(service.make({Role::Member, {}, {}, days}))),
                     QStringLiteral("invitation.bad_days 60"));
    }

private:
    InvitationService invitations() { return {*m_shop->shop.session, *m_shop->shop.door}; }
    MadeInvitation make(const NewInvitation &invitation) { return await(invitations().make(invitation)).value(); }
    static QByteArray hex(PersonId person) { return "x'" + person.view().toByteArray().toHex() + '\''; }
    //! Past the wall and the program, as with another tool.
    void execute(const QByteArray &sql)
    {
        const auto connection = storage::Connection::open({m_shop->shop.path()}).value();
        const auto done = connection->executeScript(
            "BEGIN IMMEDIATE; INSERT INTO sys_operations (uid, device_id, kind, happened_at) VALUES (randomblob(16),"
            " zeroblob(16), 'test', 1); UPDATE sys_current_operation SET operation_id = last_insert_rowid(); " +
            sql + "; UPDATE sys_current_operation SET operation_id = NULL; COMMIT;");
        if (!done)
            qFatal("%s", qPrintable(describe(done.error())));
    }
    qint64 number(const QByteArray &sql)
    {
        const auto connection = storage::Connection::open({m_path.isEmpty() ? m_shop->shop.path() : m_path}).value();
        auto query = connection->query(sql).value();
        return query->step().value() ? query->int64(0) : -1;
    }
    static QByteArray with(const QByteArray &file, const char *key, const QJsonValue &value)
    {
        QJsonObject json = QJsonDocument::fromJson(file).object();
        json[QLatin1String(key)] = value;
        return QJsonDocument(json).toJson();
    }
    //! Something happens to the invitation: gives what is presented then, and m_path where.
    QByteArray spoil(const QByteArray &why, const access::Principal &inviter)
    {
        m_path = m_shop->shop.path();
        const QByteArray &file = m_made->file;
        const QByteArray code = m_made->code.toUtf8();
        const QByteArray invitersRow = " WHERE user_id = " + hex(inviter.person);
        if (why == "expired") {
            m_shop->shop.clock.advanceMsecs(7 * dayMs);
            return code;
        }
        if (why == "withdrawn") {
            if (!await(invitations().withdraw(m_made->id)))
                qFatal("not withdrawn");
            return file;
        }
        if (why == "undone") {
            const auto session = access::Session::open(m_path, inviter).value();
            const auto door = changes::WriteDoor::open(*session, m_shop->shop.clock).value();
            if (!await(door->undo()))
                qFatal("not undone");
            return file;
        }
        if (why == "raised")
            return with(file, "role", QStringLiteral("member"));
        if (why == "longer")
            return with(file, "expires", double(m_made->expiresAt.msecs() + dayMs));
        if (why == "renamed")
            return with(file, "shop", QStringLiteral("Another shop"));
        if (why == "another key")
            return with(file, "key", QString::fromLatin1(QByteArray(32, 'k').toBase64(QByteArray::Base64UrlEncoding)));
        if (why == "row raised")
            execute("UPDATE workspace_invitations SET role = 'viewer'");
        if (why == "row longer")
            execute("UPDATE workspace_invitations SET expires_at = expires_at + 1000");
        if (why == "other shop") {
            m_elsewhere = std::make_unique<SmallShop>();
            m_path = m_elsewhere->path();
            return file;
        }
        if (why == "older copy") {
            execute("DELETE FROM workspace_invitations");
            return file;
        }
        if (why == "mistyped")
            return QByteArray(code).replace(0, 1, code.startsWith('7') ? "8" : "7");
        if (why == "no code")
            return "let me in";
        if (why == "no json")
            return "{\"format\": ";
        if (why == "foreign json")
            return "{\"format\": \"something\"}";
        if (why == "newer")
            return with(file, "version", 2);
        if (why == "huge")
            return QByteArray(20'000, 'A');
        if (why == "inviter removed")
            execute("UPDATE workspace_members SET status = 'removed'" + invitersRow);
        if (why == "inviter lowered")
            execute("UPDATE workspace_members SET role = 'member'" + invitersRow);
        if (why == "inviter narrowed")
            execute("UPDATE workspace_members SET permissions = '{\"refuse\": [\"finance:read\"]}'" + invitersRow);
        return code;
    }

    std::unique_ptr<OrderShop> m_shop;
    std::unique_ptr<SmallShop> m_elsewhere;
    std::optional<MadeInvitation> m_made;
    QString m_path;
};

QTEST_GUILESS_MAIN(TestJoinService)
#include "tst_join_service.moc"
