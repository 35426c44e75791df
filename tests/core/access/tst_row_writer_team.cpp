// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "tests/core/access/writer_cases.h"

#include <algorithm>

using namespace thimblely;
using namespace thimblely::test;

//! Nobody rises by their own pen: roles, permissions, logins and the owner.
class TestRowWriterTeam : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void roleAboveOnesOwn_data();
    void roleAboveOnesOwn();
    void permissionsAboveOnesOwn();
    void whoseRights_data();
    void whoseRights();
    void nobodyGetsMoreThanTheGiver();
    void ownerStays();
    void ownershipIsHandedOver();
    void loginForAnother();

private:
    access::Principal withPermission(const QByteArray &who, access::Capability capability)
    {
        access::Principal principal = m_shops.principal("a", who);
        principal.capabilities.add(capability);
        return principal;
    }

    TwoShops m_shops;
};

void TestRowWriterTeam::roleAboveOnesOwn_data()
{
    QTest::addColumn<QByteArray>("who");
    QTest::addColumn<QByteArray>("role");
    QTest::addColumn<bool>("may");
    const auto row = [](const char *who, const char *role, bool may) {
        QTest::addRow("%s makes %s", who, role) << QByteArray(who) << QByteArray(role) << may;
    };
    for (const char *who : {"owner", "admin"}) {
        row(who, "viewer", true);
        row(who, "member", true);
        row(who, "admin", true);
        row(who, "owner", false); // that is handing the workspace over
    }
    // Two who were given team:manage by hand.
    row("member", "viewer", true);
    row("member", "member", true);
    row("member", "admin", false);
    row("viewer", "viewer", true);
    row("viewer", "member", false);
    row("viewer", "admin", false);
}

void TestRowWriterTeam::roleAboveOnesOwn()
{
    QFETCH(QByteArray, who);
    QFETCH(QByteArray, role);
    QFETCH(bool, may);
    const QByteArray salt = "role" + who + role;
    const PersonId newcomer(named("a:newcomer:" + salt));
    m_shops.addPerson(newcomer, "Newcomer");
    const IdBytes id = access::memberId(m_shops.workspace("a"), newcomer).bytes();
    const auto connection = m_shops.open(withPermission(who, access::Capability::TeamManage));
    RowWriter writer(*connection, m_shops.clock);

    const auto added = insert(writer, Table::WorkspaceMembers, id, {{"user_id", newcomer}, {"role", role}});
    VERIFY_SAYING(may ? bool(added) : isForbidden(added), said(added));
    if (!added)
        m_shops.addMember("a", newcomer, "viewer", "");
    const auto changed = update(writer, Table::WorkspaceMembers, id, {"role", role});
    VERIFY_SAYING(may ? bool(changed) : isForbidden(changed), said(changed));
    auto fields = m_shops.fields("a", Table::WorkspaceInvitations, m_shops.person("a", who), salt);
    std::ranges::find_if(fields, [](const Field &field) { return qstrcmp(field.column, "role") == 0; })->value = role;
    const auto invited = insert(writer, Table::WorkspaceInvitations, named(salt), fields);
    VERIFY_SAYING(may ? bool(invited) : isForbidden(invited), said(invited));
    // Not oneself either.
    const IdBytes own = access::memberId(m_shops.workspace("a"), m_shops.person("a", who)).bytes();
    if (!may)
        QVERIFY(isForbidden(update(writer, Table::WorkspaceMembers, own, {"role", role})));
}

void TestRowWriterTeam::permissionsAboveOnesOwn()
{
    const IdBytes finisher = access::memberId(m_shops.workspace("a"), m_shops.person("a", "finisher")).bytes();
    const auto grant = [&](const access::Principal &principal, const IdBytes &member, const char *permissions) {
        const auto connection = m_shops.open(principal);
        RowWriter writer(*connection, m_shops.clock);
        return update(writer, Table::WorkspaceMembers, member, {"permissions", permissions});
    };
    const access::Principal admin = m_shops.principal("a", "admin");
    const access::Principal member = withPermission("member", access::Capability::TeamManage);
    QVERIFY(grant(admin, finisher, R"({"grant": ["orders:refund"], "refuse": ["prices:read"]})"));
    QVERIFY(grant(member, finisher, R"({"grant": ["clients:write"]})"));
    QVERIFY(isForbidden(grant(member, finisher, R"({"grant": ["orders:refund"]})")));
    QVERIFY(isForbidden(grant(member, member.member.bytes(), R"({"grant": ["finance:read"]})")));
    QVERIFY(!grant(admin, finisher, "[]"));
    QVERIFY(isForbidden(grant(m_shops.principal("a", "member"), finisher, "{}")));
    // What only owners may do is given by nobody: it does nothing where it is written.
    QVERIFY(grant(admin, finisher, R"({"grant": ["workspace:delete"]})"));
    QVERIFY(!m_shops.principal("a", "finisher").can(access::Capability::WorkspaceDelete));
    QVERIFY(grant(admin, finisher, "{}"));
}

void TestRowWriterTeam::whoseRights_data()
{
    QTest::addColumn<QByteArray>("who");
    QTest::addColumn<QByteArray>("whom");
    QTest::addColumn<QByteArray>("code"); // empty: they may
    const auto row = [](const char *who, const char *whom, const char *code) {
        QTest::addRow("%s: %s", who, whom) << QByteArray(who) << QByteArray(whom) << QByteArray(code);
    };
    row("owner", "admin", "");
    row("owner", "owner", "");
    row("admin", "viewer", "");
    row("admin", "admin", "team.own_rights");
    row("admin", "owner", "team.of_higher");
    row("member", "finisher", ""); // who was given team:manage by hand
    row("member", "member", "team.own_rights");
    row("member", "admin", "team.of_higher");
    row("member", "owner", "team.of_higher");
    row("counter", "cutter", "access.refused");
    row("viewer", "viewer", "access.refused");
}

//! Each column on which a right depends, whoever writes it.
void TestRowWriterTeam::whoseRights()
{
    QFETCH(QByteArray, who);
    QFETCH(QByteArray, whom);
    QFETCH(QByteArray, code);
    const auto principal =
        who == "member" ? withPermission(who, access::Capability::TeamManage) : m_shops.principal("a", who);
    const IdBytes target = access::memberId(m_shops.workspace("a"), m_shops.person("a", whom)).bytes();
    const auto connection = m_shops.open(principal);
    const Field fields[] = {{"job_title", "cutter"},       {"permissions", R"({"refuse": ["messages:read"]})"},
                            {"discount_limit_bp", 0},      {"refund_limit_minor", 0},
                            {"permissions", std::nullopt}, {"job_title", std::nullopt}};
    for (const Field &field : fields) {
        RowWriter writer(*connection, m_shops.clock);
        const auto done = update(writer, Table::WorkspaceMembers, target, field);
        VERIFY_SAYING(code.isEmpty() ? bool(done) : !done && done.error().code == code,
                      QByteArray(field.column) + ' ' + said(done));
    }
    // What is no right is anybody's who manages the team.
    RowWriter writer(*connection, m_shops.clock);
    QCOMPARE(bool(update(writer, Table::WorkspaceMembers, target, {"display_name", "x"})), code != "access.refused");
    if (code == "team.own_rights" || code == "team.of_higher") {
        const auto dropped = writer.remove(Table::WorkspaceMembers, target);
        VERIFY_SAYING(!dropped, said(dropped));
    }
}

//! A manager from whom something was taken makes nobody who has it, by whatever column.
void TestRowWriterTeam::nobodyGetsMoreThanTheGiver()
{
    access::Principal admin = m_shops.principal("a", "admin");
    admin.capabilities.remove(access::Capability::FinanceRead);
    const auto connection = m_shops.open(admin);
    RowWriter writer(*connection, m_shops.clock);
    const IdBytes viewer = access::memberId(m_shops.workspace("a"), m_shops.person("a", "viewer")).bytes();
    const auto code = [](const Result<void> &done) { return done ? QByteArray() : done.error().code; };
    QCOMPARE(code(update(writer, Table::WorkspaceMembers, viewer, {"role", "admin"})), QByteArray("team.beyond_own"));
    QVERIFY(!update(writer, Table::WorkspaceMembers, viewer, {"permissions", R"({"grant": ["finance:read"]})"}));
    const std::vector<Field> both = {{"role", "admin"}, {"permissions", R"({"refuse": ["finance:read"]})"}};
    QCOMPARE(code(writer.update(Table::WorkspaceMembers, viewer, std::span(both))), QByteArray());
    // Nor is it given back by lifting what was refused.
    QCOMPARE(code(update(writer, Table::WorkspaceMembers, viewer, {"permissions", std::nullopt})),
             QByteArray("team.beyond_own"));
    const std::vector<Field> back = {{"role", "viewer"}, {"permissions", std::nullopt}};
    QCOMPARE(code(writer.update(Table::WorkspaceMembers, viewer, std::span(back))), QByteArray());
    const PersonId newcomer(named("a:newcomer:beyond"));
    m_shops.addPerson(newcomer, "Newcomer");
    const IdBytes id = access::memberId(m_shops.workspace("a"), newcomer).bytes();
    QCOMPARE(code(insert(writer, Table::WorkspaceMembers, id, {{"user_id", newcomer}, {"role", "admin"}})),
             QByteArray("team.beyond_own"));
}

void TestRowWriterTeam::ownerStays()
{
    const IdBytes owners = m_shops.row("a", Table::WorkspaceMembers);
    for (const char *who : {"owner", "admin"}) {
        const auto connection = m_shops.open("a", who);
        RowWriter writer(*connection, m_shops.clock);
        for (const char *status : {"suspended", "removed", "pending"}) {
            const auto done = update(writer, Table::WorkspaceMembers, owners, {"status", status});
            QVERIFY(!done);
            QCOMPARE(done.error().code, QByteArray("member.owner_stays"));
        }
        const auto removed = writer.remove(Table::WorkspaceMembers, owners);
        QVERIFY(!removed);
        QCOMPARE(removed.error().code, QByteArray("member.owner_stays"));
        QVERIFY(!writer.takeBackInsert(Table::WorkspaceMembers, owners, 0));
    }
    // A colleague's pen narrows nothing of what an owner may do.
    const auto connection = m_shops.open("a", "admin");
    RowWriter writer(*connection, m_shops.clock);
    (void)update(writer, Table::WorkspaceMembers, owners, {"role", "viewer"});
    (void)update(writer, Table::WorkspaceMembers, owners, {"permissions", R"({"refuse": ["finance:read"]})"});
    const access::Principal owner = m_shops.principal("a", "owner");
    QCOMPARE(owner.role, access::Role::Owner);
    QVERIFY(owner.can(access::Capability::FinanceRead));
}

void TestRowWriterTeam::ownershipIsHandedOver()
{
    TwoShops shops; // of its own: afterwards the people are not what they were
    const IdBytes shop = shops.workspace("a").bytes();
    const auto handOver = [&](const char *who, PersonId heir) {
        const auto connection = shops.open("a", who);
        RowWriter writer(*connection, shops.clock);
        return update(writer, Table::Workspaces, shop, {"owner_id", heir});
    };
    QVERIFY(isForbidden(handOver("admin", shops.person("a", "admin"))));
    for (const PersonId heir : {shops.person("a", "suspended"), shops.person("b", "member")}) {
        const auto done = handOver("owner", heir);
        VERIFY_SAYING(!done && done.error().kind == ErrorKind::Conflict, said(done));
    }
    const auto done = handOver("owner", shops.person("a", "member"));
    VERIFY_SAYING(done, said(done));
    QCOMPARE(shops.principal("a", "member").role, access::Role::Owner);
    QCOMPARE(shops.principal("a", "owner").role, access::Role::Admin);
}

//! A login is made for a colleague who has none, never for one who stands above or is at home in another shop.
void TestRowWriterTeam::loginForAnother()
{
    const auto login = [&](const access::Principal &principal, PersonId person) {
        const auto connection = m_shops.open(principal);
        RowWriter writer(*connection, m_shops.clock);
        return insert(writer, Table::AuthUsers, person.bytes(), {{"login_name", hexOf(person.bytes())}});
    };
    const access::Principal admin = m_shops.principal("a", "admin");
    const access::Principal member = withPermission("member", access::Capability::TeamManage);
    QVERIFY(isForbidden(login(admin, m_shops.person("b", "viewer"))));
    QVERIFY(isForbidden(login(member, m_shops.person("a", "admin"))));
    QVERIFY(!login(admin, m_shops.person("a", "owner")));
}

QTEST_GUILESS_MAIN(TestRowWriterTeam)
#include "tst_row_writer_team.moc"
