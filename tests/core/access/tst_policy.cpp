// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/access/policy.h"
#include "tests/core/access/two_shops.h"

using namespace thimblely;
using access::Action;
using access::Capability;
using access::CapabilitySet;
using access::Job;
using access::Reach;
using access::Role;
using access::Rule;
using test::TwoShops;

namespace {

using C = Capability;

//! Who stands in the shop, as the columns of access.md's table and the presets below it.
struct Position {
    const char *name;
    Role role;
    Job job;
};
constexpr Position positions[] = {
    {"owner", Role::Owner, Job::None},         {"admin", Role::Admin, Job::None},
    {"member", Role::Member, Job::None},       {"counter", Role::Member, Job::Counter},
    {"cutter", Role::Member, Job::Cutter},     {"stitcher", Role::Member, Job::Stitcher},
    {"finisher", Role::Member, Job::Finisher}, {"viewer", Role::Viewer, Job::None},
};

/*!
 * One line of access.md's table: the capability's name, and for owner, admin, member, counter, cutter, stitcher,
 * finisher and viewer a letter where they have it, '.' where not.
 */
struct Line {
    const char *capability;
    const char *who;
};
constexpr Line lines[] = {
    {"own:data", "OAMCcsfV"},
    // read by all but the workroom, which has its own pieces instead
    {"clients:read", "OAMC..fV"},
    {"measurements:read", "OAMC..fV"},
    {"orders:read", "OAMC..fV"},
    {"orders:read_assigned", "....cs.."},
    {"price_list:read", "OAMC..fV"},
    {"messages:read", "OAMC..fV"},
    {"prices:read", "OAMC..fV"},
    {"invoices:read", "OAMC..fV"},
    // read by all
    {"templates:read", "OAMCcsfV"},
    {"calendar:read", "OAMCcsfV"},
    {"inventory:read", "OAMCcsfV"},
    {"feeds:read", "OAMCcsfV"},
    {"marketplace:read", "OAMCcsfV"},
    {"team:read", "OAMCcsfV"},
    // written by members
    {"clients:write", "OAMC...."},
    {"measurements:write", "OAMC...."},
    {"templates:write", "OAMC...."},
    {"orders:write", "OAMC...."},
    {"price_list:write", "OAMC...."},
    {"inventory:write", "OAMC...."},
    {"feeds:write", "OAMC...."},
    {"marketplace:write", "OAMC...."},
    {"calendar:write", "OAMC..f."},
    {"messages:write", "OAMC..f."},
    {"orders:move_stage", "OAMCcsf."},
    {"orders:quality_check", "OAMC..f."},
    // binned by admins
    {"clients:delete", "OA......"},
    {"measurements:delete", "OA......"},
    {"templates:delete", "OA......"},
    {"orders:delete", "OA......"},
    {"price_list:delete", "OA......"},
    {"calendar:delete", "OA......"},
    {"messages:delete", "OA......"},
    {"inventory:delete", "OA......"},
    {"feeds:delete", "OA......"},
    {"marketplace:delete", "OA......"},
    // the till and the stock
    {"orders:take_payment", "OAMC...."},
    {"till:operate", "OAMC...."},
    {"till:paid_out", "OAMC...."},
    {"stock:count", "OAMC...."},
    {"invoices:issue", "OAMC...."},
    {"feeds:publish", "OAMC...."},
    {"marketplace:publish", "OAMC...."},
    // what takes an approval
    {"orders:refund", "OA......"},
    {"orders:release_unpaid", "OA......"},
    {"orders:discount", "OA......"},
    {"orders:price_override", "OA......"},
    {"redo:approve", "OA......"},
    {"production:unlock", "OA......"},
    {"invoices:credit", "OA......"},
    // the owner's and the admins'
    {"finance:read", "OA......"},
    {"finance:write", "OA......"},
    {"team:manage", "OA......"},
    {"workspace:manage", "OA......"},
    {"data:export", "OA......"},
    {"data:import", "OA......"},
    {"backup:make", "OA......"},
    {"history:read", "OA......"},
    // the owner's alone
    {"workspace:transfer", "O......."},
    {"workspace:delete", "O......."},
    {"data:erase_client", "O......."},
};

} // namespace

class TestPolicy : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyTableAndActionHasARule();
    void nobodyStandsAlone();
    void columnsOfRulesAreInTheFile();
    void everyCapabilityHasALine();
    void capability_data();
    void capability();
    void everyRuleIsSomebodys();
    void names();
    void jobs();
    void permissions_data();
    void permissions();
    void permissionsOfAnotherShape_data();
    void permissionsOfAnotherShape();
    void assigningRoles();
    void customersFoundNoWorkspace();
    void money_data();
    void money();
    void groupsHideTheirColumns();
    void membersWhoAreNot_data();
    void membersWhoAreNot();
    void roleOfAnotherShop();
    void permissionsFromTheFile();

private:
    TwoShops m_shops;
};

void TestPolicy::everyTableAndActionHasARule()
{
    for (const storage::TableFacts &facts : storage::catalogue()) {
        for (const Action action : {Action::Read, Action::Insert, Action::Update, Action::Delete})
            QVERIFY2(!access::rulesOf(facts.table, action).empty(), facts.name);
    }
    QCOMPARE(storage::catalogue().size(), size_t(36));
}

//! "Nobody" beside a rule that gives something would be a contradiction.
void TestPolicy::nobodyStandsAlone()
{
    for (const Rule &rule : access::allRules()) {
        if (rule.reach == Reach::Nobody)
            QVERIFY2(access::rulesOf(rule.table, rule.action).size() == 1, storage::facts(rule.table).name);
    }
}

//! A word misspelt in a list of columns would hide, or open, something silently.
void TestPolicy::columnsOfRulesAreInTheFile()
{
    const auto check = [&](storage::Table table, const char *list) {
        const QByteArrayList words = QByteArray(list).split(' ');
        for (const QByteArray &word : words) {
            const QByteArray column = word.startsWith('-') ? word.mid(1) : word;
            QVERIFY2(words.first().startsWith('-') == word.startsWith('-'), word.constData());
            QVERIFY2(m_shops.number(QByteArray("SELECT count(*) FROM pragma_table_info('") +
                                    storage::facts(table).name + "') WHERE name = '" + column + "'") == 1,
                     (storage::facts(table).name + QByteArray(".") + column).constData());
        }
    };
    for (const Rule &rule : access::allRules()) {
        if (rule.columns)
            check(rule.table, rule.columns);
    }
    for (const access::ColumnGroup &group : access::columnGroups())
        check(group.table, group.columns);
    for (const access::WriteGuard &guard : access::writeGuards())
        check(guard.table, guard.column);
    for (const storage::TableFacts &facts : storage::catalogue()) {
        if (const char *owner = access::ownerColumn(facts.table))
            check(facts.table, owner);
        if (const auto *parent = access::publishedParent(facts.table))
            check(facts.table, parent->column);
    }
}

void TestPolicy::everyCapabilityHasALine()
{
    QCOMPARE(int(std::size(lines)), access::capabilityCount);
    for (int i = 0; i < access::capabilityCount; ++i) {
        const char *name = nameOf(Capability(i));
        const auto count =
            std::ranges::count_if(lines, [&](const Line &line) { return qstrcmp(line.capability, name) == 0; });
        QVERIFY2(count == 1, name);
    }
}

void TestPolicy::capability_data()
{
    QTest::addColumn<int>("position");
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<bool>("has");
    for (const Line &line : lines) {
        for (size_t i = 0; i < std::size(positions); ++i)
            QTest::addRow("%s %s", positions[i].name, line.capability)
                << int(i) << QByteArray(line.capability) << (line.who[i] != '.');
    }
}

void TestPolicy::capability()
{
    QFETCH(int, position);
    QFETCH(QByteArray, name);
    QFETCH(bool, has);
    const auto asked = access::capabilityFromName(name);
    QVERIFY(asked);
    QCOMPARE(access::capabilitiesOf(positions[position].role, positions[position].job).has(*asked), has);
    // The same once more as the file says it.
    const access::Principal principal = m_shops.principal("a", positions[position].name);
    QCOMPARE(principal.can(*asked), has);
    const auto required = principal.require(*asked);
    QCOMPARE(bool(required), has);
    if (!has) {
        QVERIFY(required.error().kind == ErrorKind::Forbidden);
        QCOMPARE(required.error().args, QStringList(QString::fromLatin1(name)));
    }
}

//! A rule whose capability nobody has would be a door painted on the wall.
void TestPolicy::everyRuleIsSomebodys()
{
    for (const Rule &rule : access::allRules()) {
        const bool any = std::ranges::any_of(positions, [&](const Position &position) {
            return access::capabilitiesOf(position.role, position.job).has(rule.needs);
        });
        QVERIFY2(any, nameOf(rule.needs));
    }
    // Nobody but owners deletes a workspace or hands it over; each through the rule of that name.
    const auto ruleOf = [](Action action, const char *column) {
        const std::vector<const Rule *> rules = access::rulesOf(storage::Table::Workspaces, action);
        return *std::ranges::find_if(rules, [column](const Rule *rule) { return rule->coversColumn(column); });
    };
    QCOMPARE(ruleOf(Action::Delete, "deleted_at")->needs, C::WorkspaceDelete);
    QCOMPARE(ruleOf(Action::Update, "owner_id")->needs, C::WorkspaceTransfer);
    QCOMPARE(ruleOf(Action::Update, "name")->needs, C::WorkspaceManage);
}

void TestPolicy::names()
{
    for (int i = 0; i < access::capabilityCount; ++i)
        QCOMPARE(access::capabilityFromName(nameOf(Capability(i))), std::optional(Capability(i)));
    QVERIFY(!access::capabilityFromName("orders:everything"));
    QVERIFY(!access::capabilityFromName(""));
    for (const Role role : {Role::Viewer, Role::Member, Role::Admin, Role::Owner})
        QCOMPARE(access::roleFromName(nameOf(role)).value(), role);
    QVERIFY(!access::roleFromName("Owner"));
    QVERIFY(!access::roleFromName({}));
}

//! A job narrows members; it neither narrows nor lifts anybody else.
void TestPolicy::jobs()
{
    QCOMPARE(access::jobFromTitle(QStringLiteral("cutter")), Job::Cutter);
    QCOMPARE(access::jobFromTitle(QStringLiteral("embroiderer")), Job::None);
    QCOMPARE(access::jobFromTitle(QString()), Job::None);
    for (const Job job : {Job::Counter, Job::Cutter, Job::Stitcher, Job::Finisher}) {
        for (const Role role : {Role::Owner, Role::Admin, Role::Viewer})
            QVERIFY(access::capabilitiesOf(role, job) == access::capabilitiesOf(role, Job::None));
        const CapabilitySet member = access::capabilitiesOf(Role::Member, Job::None);
        QVERIFY((member | CapabilitySet{C::OrdersReadAssigned}).contains(access::capabilitiesOf(Role::Member, job)));
    }
    QVERIFY(access::capabilitiesOf(Role::Admin, Job::None).contains(access::capabilitiesOf(Role::Member, Job::None)));
    QVERIFY(access::capabilitiesOf(Role::Owner, Job::None).contains(access::capabilitiesOf(Role::Admin, Job::None)));
}

void TestPolicy::permissions_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<int>("capability");
    QTest::addColumn<bool>("has");
    const auto row = [](const char *name, const char *json, Capability capability, bool has) {
        QTest::newRow(name) << QByteArray(json) << int(capability) << has;
    };
    row("none", "", C::OrdersRefund, false);
    row("empty", "{}", C::ClientsRead, true);
    row("granted", R"({"grant": ["orders:refund"]})", C::OrdersRefund, true);
    row("granted, and what was there stays", R"({"grant": ["orders:refund"]})", C::ClientsWrite, true);
    row("refused", R"({"refuse": ["prices:read"]})", C::PricesRead, false);
    row("refused, and the rest stays", R"({"refuse": ["prices:read"]})", C::OrdersRead, true);
    row("a refusal wins", R"({"grant": ["till:operate"], "refuse": ["till:operate"]})", C::TillOperate, false);
    row("unknown names are passed over", R"({"grant": ["a:newer_one", "finance:read"]})", C::FinanceRead, true);
    row("no one is made an owner: transfer", R"({"grant": ["workspace:transfer"]})", C::WorkspaceTransfer, false);
    row("no one is made an owner: delete", R"({"grant": ["workspace:delete"]})", C::WorkspaceDelete, false);
    row("no one is made an owner: erase", R"({"grant": ["data:erase_client"]})", C::DataEraseClient, false);
    row("other keys mean nothing", R"({"allow": ["finance:read"]})", C::FinanceRead, false);
}

void TestPolicy::permissions()
{
    QFETCH(QByteArray, json);
    QFETCH(int, capability);
    QFETCH(bool, has);
    const auto applied = access::applyPermissions(access::capabilitiesOf(Role::Member, Job::None), json);
    QVERIFY2(applied, applied ? "" : qPrintable(describe(applied.error())));
    QCOMPARE(applied.value().has(Capability(capability)), has);
}

void TestPolicy::permissionsOfAnotherShape_data()
{
    QTest::addColumn<QByteArray>("json");
    for (const char *json : {"[]", "1", "null", "{", R"({"grant": "orders:refund"})", R"({"refuse": {}})",
                             R"({"grant": [1]})", R"({"refuse": [null]})"})
        QTest::newRow(json) << QByteArray(json);
}

void TestPolicy::permissionsOfAnotherShape()
{
    QFETCH(QByteArray, json);
    const auto applied = access::applyPermissions(access::capabilitiesOf(Role::Member, Job::None), json);
    QVERIFY(!applied);
    QCOMPARE(applied.error().code, QByteArray("access.permissions"));
}

void TestPolicy::assigningRoles()
{
    // own role × given role: viewer, member, admin, owner
    constexpr bool may[4][4] = {
        {true, false, false, false}, {true, true, false, false}, {true, true, true, false}, {true, true, true, false}};
    for (int own = 0; own < 4; ++own) {
        for (int given = 0; given < 4; ++given)
            QCOMPARE(access::mayAssignRole(Role(own), Role(given)), may[own][given]);
    }
}

void TestPolicy::customersFoundNoWorkspace()
{
    QVERIFY(access::mayCreateWorkspace("business", false));
    QVERIFY(access::mayCreateWorkspace("admin", false));
    QVERIFY(!access::mayCreateWorkspace("customer", false));
    QVERIFY(access::mayCreateWorkspace("customer", true));
}

void TestPolicy::money_data()
{
    QTest::addColumn<QByteArray>("marks"); // Expense, Order, Till, Reverses, Cash move
    QTest::addColumn<int>("needs");
    const auto row = [](const char *name, const char *marks, Capability needs) {
        QTest::newRow(name) << QByteArray(marks) << int(needs);
    };
    row("rent", "E", C::FinanceWrite);
    row("other income", "", C::FinanceWrite);
    row("payment of an order", "O", C::OrdersTakePayment);
    row("payment at the till", "OT", C::OrdersTakePayment);
    row("refund", "OR", C::OrdersRefund);
    row("refund at the till", "OTR", C::OrdersRefund);
    row("money given back", "OE", C::OrdersRefund);
    row("money given back, called a cash move", "OETC", C::OrdersRefund);
    row("float", "TC", C::TillOperate);
    row("bank drop", "TEC", C::TillOperate);
    row("paid out", "TE", C::TillPaidOut);
    row("income of the till without an order", "T", C::FinanceWrite);
    row("a float taken back", "TCR", C::FinanceWrite);
    row("paid out, taken back", "TER", C::FinanceWrite);
    row("cash moved, but of no till", "C", C::FinanceWrite);
    row("more in the drawer than there should be", "TD", C::TillOperate);
    row("less in the drawer than there should be", "TED", C::TillOperate);
    row("a difference taken back", "TDR", C::FinanceWrite);
    row("credit that becomes a payment", "OTECK", C::OrdersTakePayment);
    row("credit that is paid out", "OTEC", C::OrdersRefund);
}

void TestPolicy::money()
{
    QFETCH(QByteArray, marks);
    QFETCH(int, needs);
    access::MoneyRow row;
    row.isExpense = marks.contains('E');
    row.hasOrder = marks.contains('O');
    row.hasTill = marks.contains('T');
    row.reverses = marks.contains('R');
    row.isCashMove = marks.contains('C');
    row.isDifference = marks.contains('D');
    row.usesCredit = marks.contains('K');
    QCOMPARE(nameOf(access::neededFor(row)), nameOf(Capability(needs)));
}

//! The views of access.md 6, each with what it takes to have it.
void TestPolicy::groupsHideTheirColumns()
{
    using T = storage::Table;
    const auto group = [](T table, const char *column, const char *view, Capability read) {
        const access::ColumnGroup *found = access::groupOf(table, column);
        QVERIFY2(found, column);
        QVERIFY2(qstrcmp(found->view, view) == 0, column);
        QVERIFY2(found->read == read, column);
    };
    group(T::InventoryItems, "cost_minor", "inventory_item_costs", C::FinanceRead);
    group(T::InventoryItems, "selling_price_minor", "inventory_item_prices", C::PricesRead);
    group(T::InventoryItems, "step_rates", "service_rates", C::FinanceRead);
    group(T::InventoryMovements, "unit_cost_minor", "inventory_movement_costs", C::FinanceRead);
    group(T::Orders, "total_minor", "order_prices", C::PricesRead);
    group(T::Orders, "balance_minor", "order_prices", C::PricesRead);
    group(T::OrderItems, "task_prices", "order_item_prices", C::PricesRead);
    group(T::OrderItems, "work_pay", "order_item_wages", C::FinanceRead);
    group(T::Clients, "balance_minor", "client_totals", C::PricesRead);
    group(T::WorkspaceMembers, "piece_rates", "member_wages", C::FinanceRead);
    for (const auto &[table, column] :
         {std::pair(T::AuthUsers, "password_hash"), std::pair(T::AuthUsers, "pin_hash"),
          std::pair(T::AuthUsers, "recovery_hashes"), std::pair(T::AuthSessions, "session_token_hash"),
          std::pair(T::VerificationLogs, "token_hash"), std::pair(T::WorkspaceInvitations, "token_hash")}) {
        QVERIFY2(access::groupOf(table, column), column);
        QVERIFY2(!access::groupOf(table, column)->view, column);
    }
    // Every amount of these tables is in a group: what is added to the schema is not shown to a cutter by accident.
    for (const T table : {T::Orders, T::OrderItems, T::Clients, T::InventoryItems, T::InventoryMovements}) {
        auto query = m_shops.connection->query(QByteArray("SELECT name FROM pragma_table_info('") +
                                               storage::facts(table).name + "') WHERE name GLOB '*_minor'");
        QVERIFY(query);
        while (query.value()->step().value()) {
            const QByteArray column = query.value()->utf8(0);
            if (column == "credit_limit_minor") // of a client's credit, which the counter must see
                continue;
            QVERIFY2(access::groupOf(table, column.toStdString()), column.constData());
        }
    }
}

void TestPolicy::membersWhoAreNot_data()
{
    QTest::addColumn<QByteArray>("status");
    for (const char *status : {"pending", "suspended", "removed"})
        QTest::newRow(status) << QByteArray(status);
}

//! No principal is made of them, and one that was made before opens nothing any more.
void TestPolicy::membersWhoAreNot()
{
    QFETCH(QByteArray, status);
    const PersonId person(test::named("who is " + status));
    m_shops.addPerson(person, "Not here");
    m_shops.addMember("a", person, "admin", "");
    const auto before = m_shops.load(person, "a");
    QVERIFY(before);
    m_shops.execute("UPDATE workspace_members SET status = '" + status + "' WHERE user_id = x'" +
                    test::hexOf(person.bytes()).toLatin1() + "'");
    const auto after = m_shops.load(person, "a");
    QVERIFY(!after);
    QCOMPARE(after.error().code, QByteArray("access.no_member"));
    const auto session = access::Session::open(m_shops.options, before.value());
    QVERIFY(!session);
    QCOMPARE(session.error().code, QByteArray("access.no_member"));
    QVERIFY(session.error().kind == ErrorKind::Forbidden);
}

//! One person, another role in each workspace; and none where they are no member.
void TestPolicy::roleOfAnotherShop()
{
    const PersonId owner = m_shops.person("a", "owner");
    QCOMPARE(m_shops.load(owner, "a").value().role, Role::Owner);
    QCOMPARE(m_shops.load(owner, "b").value().role, Role::Viewer);
    QVERIFY(!m_shops.load(owner, "b").value().can(C::ClientsWrite));
    QVERIFY(!m_shops.load(m_shops.person("a", "member"), "b"));
    QVERIFY(!m_shops.load(PersonId(test::named("a stranger")), "a"));
    // The platform's own admin is nobody in a workspace.
    m_shops.execute("UPDATE profiles SET role = 'admin' WHERE id = x'" +
                    test::hexOf(m_shops.person("a", "viewer").bytes()).toLatin1() + "'");
    QVERIFY(!m_shops.load(m_shops.person("a", "viewer"), "b"));
    QCOMPARE(m_shops.load(m_shops.person("a", "viewer"), "a").value().role, Role::Viewer);
}

void TestPolicy::permissionsFromTheFile()
{
    const PersonId person(test::named("with permissions"));
    m_shops.addPerson(person, "With permissions");
    m_shops.addMember("a", person, "member", "");
    const auto set = [&](const QByteArray &json) {
        m_shops.execute("UPDATE workspace_members SET permissions = '" + json + "' WHERE user_id = x'" +
                        test::hexOf(person.bytes()).toLatin1() + "'");
        return m_shops.load(person, "a");
    };
    const auto given = set(R"({"grant": ["orders:refund"], "refuse": ["prices:read"]})");
    QVERIFY(given);
    QVERIFY(given.value().can(C::OrdersRefund));
    QVERIFY(!given.value().can(C::PricesRead));
    QVERIFY(!set("[]")); // what cannot be understood lets nobody in
}

QTEST_GUILESS_MAIN(TestPolicy)
#include "tst_policy.moc"
