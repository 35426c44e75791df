// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/access/policy.h"
#include "tests/core/access/two_shops.h"

using namespace thimblely;
using access::Field;
using test::hexOf;
using test::Table;
using test::TwoShops;

namespace {

//! A letter where owner, admin, member, counter, cutter, stitcher, finisher, viewer have it; else '.'.
struct Line {
    const char *text; // a view, or view.column
    const char *who;
};

constexpr const char *all = "OAMCcsfV";
constexpr const char *notTheWorkroom = "OAMC..fV";
constexpr const char *managers = "OA......";
constexpr const char *none = "........";

constexpr Line views[] = {
    {"order_prices", notTheWorkroom},
    {"order_item_prices", notTheWorkroom},
    {"inventory_item_prices", notTheWorkroom},
    {"client_totals", notTheWorkroom},
    {"order_payers", notTheWorkroom},
    {"invoices", notTheWorkroom},
    {"client_interactions", notTheWorkroom},
    {"messages", notTheWorkroom},
    {"communication_channels", notTheWorkroom},
    {"inventory_item_costs", managers},
    {"inventory_movement_costs", managers},
    {"service_rates", managers},
    {"order_item_wages", managers},
    {"member_wages", managers},
    {"workspace_invitations", managers},
    {"financial_goals", managers},
    {"auto_splits", managers},
    {"daily_totals", managers},
    {"history", managers},
    {"history_changes", managers},
    {"bin", managers},
    {"clients", all},
    {"orders", all},
    {"order_items", all},
    {"client_measurements", all},
    {"measurement_templates", all},
    {"inventory_items", all},
    {"inventory_movements", all},
    {"events", all},
    {"events_personal", all},
    {"feeds", all},
    {"feeds_public", all},
    {"feeds_followers", all},
    {"marketplace_products", all},
    {"marketplace_public", all},
    {"transactions", all},
    {"workspaces", all},
    {"workspace_members", all},
    {"profiles", all},
    {"notifications", all},
    {"sys_activity", all},
    {"sys_settings", all},
};

constexpr Line columns[] = {
    {"clients.name", all},
    {"clients.client_number", all},
    {"clients.phone", notTheWorkroom},
    {"clients.phones", notTheWorkroom},
    {"clients.phone_as_typed", notTheWorkroom},
    {"clients.email", notTheWorkroom},
    {"clients.address", notTheWorkroom},
    {"clients.notes", notTheWorkroom},
    {"clients.balance_minor", none},
    {"clients.revenue_minor", none},
    {"client_totals.balance_minor", notTheWorkroom},
    {"orders.order_number", all},
    {"orders.promised_date", all},
    {"orders.client_id", all},
    {"orders.customer_name", notTheWorkroom},
    {"orders.customer_phone", notTheWorkroom},
    {"orders.customer_email", notTheWorkroom},
    {"orders.notes", notTheWorkroom},
    {"orders.total_minor", none},
    {"orders.balance_minor", none},
    {"orders.payment_status", none},
    {"order_prices.balance_minor", notTheWorkroom},
    {"order_items.stage", all},
    {"order_items.style_options", all},
    {"order_items.collected_by_name", notTheWorkroom},
    {"order_items.discount_reason", notTheWorkroom},
    {"order_items.unit_price_minor", none},
    {"order_items.total_minor", none},
    {"order_items.task_prices", none},
    {"order_items.work_pay", none},
    {"order_item_prices.task_prices", notTheWorkroom},
    {"order_item_prices.work_pay", none},
    {"order_item_wages.work_pay", managers},
    {"client_measurements.measurements", all},
    {"inventory_items.name", all},
    {"inventory_items.selling_price_minor", none},
    {"inventory_items.cost_minor", none},
    {"inventory_items.step_rates", none},
    {"inventory_item_costs.cost_minor", managers},
    {"inventory_item_prices.cost_minor", none},
    {"inventory_movements.unit_cost_minor", none},
    {"workspace_members.job_title", all},
    {"workspace_members.pay_minor", none},
    {"workspace_members.piece_rates", none},
    {"member_wages.pay_minor", managers},
    {"auth_users.phone", all},
    {"auth_users.password_hash", none},
    {"auth_users.pin_hash", none},
    {"auth_users.recovery_hashes", none},
    {"auth_sessions.session_token_hash", none},
    {"verification_logs.token_hash", none},
    {"workspace_invitations.email", managers},
    {"workspace_invitations.token_hash", none},
};

} // namespace

class TestScopedViews : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void view_data() { fill(views); }
    void view();
    void column_data() { fill(columns); }
    void column();
    void capabilityMovesTheView();
    void workroomSeesItsPieces();
    void wearerRatherThanPayer();
    void moneyByRole_data();
    void moneyByRole();
    void tombstonesAreInvisible();
    void onlyOnesOwn();
    void personalThings();
    void settings();
    void team();
    void bin();
    void feedsOfOthers_data();
    void feedsOfOthers();
    void productsOfOthers_data();
    void productsOfOthers();

private:
    template <size_t count>
    static void fill(const Line (&lines)[count])
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("who");
        for (const Line &line : lines)
            QTest::newRow(line.text) << QByteArray(line.text) << QByteArray(line.who);
    }
    //! The first column of each row, as text, sorted.
    static QByteArrayList read(access::ScopedConnection &connection, const QByteArray &sql)
    {
        auto query = connection.query(sql);
        if (!query)
            return {"refused: " + describe(query.error()).toUtf8()};
        QByteArrayList found;
        while (query.value()->step().value())
            found.append(query.value()->utf8(0));
        std::ranges::sort(found);
        return found;
    }
    static QByteArrayList read(TwoShops &shops, const QByteArray &shop, const QByteArray &who, const QByteArray &sql)
    {
        const auto connection = shops.open(shop, who);
        return read(*connection, sql);
    }
    //! One per person for the tests that only ask what can be asked.
    access::ScopedConnection &connectionOf(const QByteArray &person)
    {
        auto &connection = m_connections[person];
        if (!connection)
            connection = m_shops.open("a", person);
        return *connection;
    }
    QByteArray x(const IdBytes &id) const { return "x'" + hexOf(id).toLatin1() + "'"; }

    TwoShops m_shops;
    std::map<QByteArray, std::unique_ptr<access::ScopedConnection>> m_connections;
};

void TestScopedViews::view()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, who);
    for (size_t i = 0; i < test::people().size(); ++i) {
        const QByteArray &person = test::people()[i];
        const bool has = bool(connectionOf(person).query("SELECT * FROM " + text));
        QVERIFY2(has == (who[qsizetype(i)] != '.'), person.constData());
    }
}

void TestScopedViews::column()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, who);
    const QByteArray name = text.left(text.indexOf('.'));
    const QByteArray asked = text.mid(name.size() + 1);
    for (size_t i = 0; i < test::people().size(); ++i) {
        const QByteArray &person = test::people()[i];
        const bool has = bool(connectionOf(person).query("SELECT " + asked + " FROM " + name));
        QVERIFY2(has == (who[qsizetype(i)] != '.'), person.constData());
    }
    // The column is one of the file: a misspelt one would be absent too.
    const QByteArray table = name == "client_totals"              ? QByteArray("clients")
                             : name == "order_prices"             ? QByteArray("orders")
                             : name.startsWith("order_item_")     ? QByteArray("order_items")
                             : name.startsWith("inventory_item_") ? QByteArray("inventory_items")
                             : name == "member_wages"             ? QByteArray("workspace_members")
                                                                  : name;
    QCOMPARE(m_shops.number("SELECT count(*) FROM pragma_table_info('" + table + "') WHERE name = '" + asked + "'"), 1);
}

//! Granted, the view is there; refused, it is not: for the same person, in two sessions.
void TestScopedViews::capabilityMovesTheView()
{
    access::Principal principal = m_shops.principal("a", "member");
    principal.capabilities.remove(access::Capability::PricesRead);
    principal.capabilities.add(access::Capability::FinanceRead);
    const auto connection = m_shops.open(principal);
    for (const char *name : {"order_prices", "order_item_prices", "client_totals", "inventory_item_prices", "invoices"})
        QVERIFY2(!connection->query(QByteArray("SELECT * FROM ") + name), name);
    for (const char *name : {"inventory_item_costs", "member_wages", "daily_totals", "financial_goals"})
        QVERIFY2(connection->query(QByteArray("SELECT * FROM ") + name), name);
}

void TestScopedViews::workroomSeesItsPieces()
{
    TwoShops shops;
    const WorkspaceId shop = shops.workspace("a");
    // Another client's order with a piece that nobody has yet.
    const IdBytes client = test::named("other client");
    const IdBytes order = test::named("other order");
    const IdBytes piece = test::named("other piece");
    const IdBytes measures = test::named("other measures");
    shops.insert(Table::Clients, client, shop, {{"name", "Another client"}, {"phone", "+2348031111111"}});
    shops.insert(Table::Orders, order, shop,
                 {{"client_id", client}, {"order_date", "2026-11-25"}, {"currency", "NGN"}, {"order_number", "X2"}});
    shops.insert(Table::ClientMeasurements, measures, shop,
                 {{"client_id", client}, {"status", "draft"}, {"measurements", "{}"}, {"taken_at", 1}});
    shops.insert(
        Table::OrderItems, piece, shop,
        {{"order_id", order}, {"item_kind", "make"}, {"item_name", "Coat"}, {"client_measurement_id", measures}});

    constexpr const char *ofPieces[] = {"clients", "orders", "order_items", "client_measurements", "sys_activity"};
    const auto counts = [&](const char *who) {
        const auto connection = shops.open("a", who);
        QByteArrayList found;
        for (const char *name : ofPieces)
            found += read(*connection, QByteArray("SELECT count(*) FROM ") + name);
        return found;
    };
    QCOMPARE(counts("member"), (QByteArrayList{"2", "2", "2", "2", "1"}));
    QCOMPARE(counts("finisher"), (QByteArrayList{"2", "2", "2", "2", "1"}));
    QCOMPARE(counts("cutter"), (QByteArrayList{"1", "1", "1", "1", "1"}));
    QCOMPARE(counts("stitcher"), (QByteArrayList{"0", "0", "0", "0", "0"}));
    QCOMPARE(read(shops, "a", "cutter", "SELECT name FROM clients"), QByteArrayList{"Client of a"});

    shops.execute("UPDATE order_items SET assigned_to = " + x(shops.person("a", "stitcher").bytes()) +
                  " WHERE id = " + x(piece));
    QCOMPARE(counts("stitcher"), (QByteArrayList{"1", "1", "1", "1", "0"}));
    QCOMPARE(read(shops, "a", "stitcher", "SELECT item_name FROM order_items"), QByteArrayList{"Coat"});
    QCOMPARE(read(shops, "a", "stitcher", "SELECT order_number FROM orders"), QByteArrayList{"X2"});
    // A piece in the bin opens nothing any more.
    shops.execute("UPDATE order_items SET deleted_at = 1 WHERE id = " + x(piece));
    QCOMPARE(counts("stitcher"), (QByteArrayList{"0", "0", "0", "0", "0"}));
    // Nor does one of the other shop, where the person is a stitcher too.
    shops.addMember("b", shops.person("a", "stitcher"), "member", "stitcher");
    shops.execute("UPDATE order_items SET assigned_to = " + x(shops.person("a", "stitcher").bytes()) +
                  " WHERE id = " + x(shops.row("b", Table::OrderItems)));
    QCOMPARE(counts("stitcher"), (QByteArrayList{"0", "0", "0", "0", "0"}));
}

void TestScopedViews::wearerRatherThanPayer()
{
    TwoShops shops;
    const IdBytes wearer = test::named("wearer");
    shops.insert(Table::Clients, wearer, shops.workspace("a"), {{"name", "The wearer"}});
    shops.execute("UPDATE order_items SET wearer_client_id = " + x(wearer) +
                  " WHERE id = " + x(shops.row("a", Table::OrderItems)));
    QCOMPARE(read(shops, "a", "cutter", "SELECT name FROM clients"), QByteArrayList{"The wearer"});
}

void TestScopedViews::moneyByRole_data()
{
    QTest::addColumn<QByteArray>("who");
    QTest::addColumn<QByteArrayList>("sees");
    const QByteArrayList everything = {"advance of the counter", "closed till", "open till",         "order",
                                       "order, closed till",     "rent",        "wage of the cutter"};
    QTest::newRow("owner") << QByteArray("owner") << everything;
    QTest::newRow("admin") << QByteArray("admin") << everything;
    QTest::newRow("member") << QByteArray("member") << QByteArrayList{"open till", "order", "order, closed till"};
    QTest::newRow("counter") << QByteArray("counter")
                             << QByteArrayList{"advance of the counter", "open till", "order", "order, closed till"};
    QTest::newRow("cutter") << QByteArray("cutter") << QByteArrayList{"wage of the cutter"};
    QTest::newRow("stitcher") << QByteArray("stitcher") << QByteArrayList{};
    QTest::newRow("finisher") << QByteArray("finisher") << QByteArrayList{"order", "order, closed till"};
    QTest::newRow("viewer") << QByteArray("viewer") << QByteArrayList{"order", "order, closed till"};
}

void TestScopedViews::moneyByRole()
{
    QFETCH(QByteArray, who);
    QFETCH(QByteArrayList, sees);
    const auto add = [&](const char *name, std::vector<Field> more) {
        const IdBytes id = test::named(QByteArray("money ") + name);
        if (m_shops.number("SELECT count(*) FROM transactions WHERE id = " + x(id)) > 0)
            return;
        std::vector<Field> fields = {{"transaction_type", "expense"},
                                     {"category", "test"},
                                     {"description", name},
                                     {"amount_minor", 10},
                                     {"currency", "NGN"},
                                     {"payment_method", "cash"},
                                     {"date", "2026-11-25"},
                                     {"occurred_at", 1}};
        fields.insert(fields.end(), more.begin(), more.end());
        m_shops.insert(Table::Transactions, id, m_shops.workspace("a"), fields);
    };
    const auto member = [&](const char *person) {
        return access::memberId(m_shops.workspace("a"), m_shops.person("a", person));
    };
    const Field order{"order_id", m_shops.row("a", Table::Orders)};
    const Field till{"till_id", test::named("till")};
    const Field closed{"closing_id", test::named("closing")};
    add("order", {order});
    add("order, closed till", {order, till, closed});
    add("open till", {till});
    add("closed till", {till, closed});
    add("rent", {});
    add("wage of the cutter", {{"member_id", member("cutter")}});
    add("advance of the counter", {{"member_id", member("counter")}, till, closed});
    QCOMPARE(read(m_shops, "a", who, "SELECT description FROM transactions WHERE description IS NOT NULL"), sees);
}

//! In every table, for the one who sees most.
void TestScopedViews::tombstonesAreInvisible()
{
    TwoShops shops;
    const PersonId owner = shops.person("a", "owner");
    const IdBytes feed = test::named("feed of tombstones");
    const IdBytes product = test::named("product of tombstones");
    shops.insert(Table::Feeds, feed, shops.workspace("a"), shops.fields("a", Table::Feeds, owner, "t"));
    shops.insert(Table::MarketplaceProducts, product, shops.workspace("a"),
                 shops.fields("a", Table::MarketplaceProducts, owner, "t"));
    const auto connection = shops.open("a", "owner");
    for (const storage::TableFacts &facts : storage::catalogue()) {
        const QByteArray of = QByteArray("SELECT 'here' FROM ") + facts.name + " WHERE id = ";
        QVERIFY2(read(*connection, of + x(shops.row("a", facts.table))) == QByteArrayList{"here"}, facts.name);
        if (facts.table == Table::AuthUsers || facts.table == Table::Profiles || facts.table == Table::Workspaces ||
            facts.table == Table::WorkspaceMembers)
            continue; // below
        auto fields = shops.fields("a", facts.table, owner, "tombstone");
        for (Field &field : fields) {
            if (const auto *parent = access::publishedParent(facts.table);
                parent && qstrcmp(field.column, parent->column) == 0)
                field.value = parent->parent == Table::Feeds ? feed : product;
        }
        fields.push_back({"deleted_at", 1});
        const bool alone = facts.table == Table::VerificationLogs || facts.table == Table::AuthSessions ||
                           facts.table == Table::OauthConnections;
        const IdBytes id = test::named(QByteArray("tombstone ") + facts.name);
        shops.insert(facts.table, id, alone ? std::nullopt : std::optional(shops.workspace("a")), fields);
        QVERIFY2(read(*connection, of + x(id)).isEmpty(), facts.name);
    }
    const QByteArray viewer = x(shops.person("a", "viewer").bytes());
    QCOMPARE(read(*connection, "SELECT 'here' FROM profiles WHERE id = " + viewer), QByteArrayList{"here"});
    shops.execute("UPDATE workspace_members SET deleted_at = 1 WHERE user_id = " + viewer);
    QVERIFY(read(*connection, "SELECT 'here' FROM workspace_members WHERE user_id = " + viewer).isEmpty());
    QVERIFY(read(*connection, "SELECT 'here' FROM profiles WHERE id = " + viewer).isEmpty()); // no colleague any more
    const QByteArray member = x(shops.person("a", "member").bytes());
    shops.execute("UPDATE profiles SET deleted_at = 1 WHERE id = " + member);
    QVERIFY(read(*connection, "SELECT 'here' FROM profiles WHERE id = " + member).isEmpty());
    shops.execute("UPDATE auth_users SET deleted_at = 1; UPDATE workspaces SET deleted_at = 1");
    QVERIFY(read(*connection, "SELECT id FROM auth_users").isEmpty());
    QVERIFY(read(*connection, "SELECT id FROM workspaces").isEmpty());
}

//! The seeded rows of these tables are the owner's; an admin of the same shop sees none of them.
void TestScopedViews::onlyOnesOwn()
{
    const auto owners = m_shops.open("a", "owner");
    const auto abroad = m_shops.open(std::move(m_shops.load(m_shops.person("a", "owner"), "b")).value());
    for (const Table table : {Table::AuthUsers, Table::VerificationLogs, Table::AuthSessions, Table::OauthConnections,
                              Table::EventReminders, Table::Notifications}) {
        const QByteArray sql = QByteArray("SELECT 'here' FROM ") + storage::facts(table).name;
        QVERIFY2(read(*owners, sql) == QByteArrayList{"here"}, storage::facts(table).name);
        for (const QByteArray &who : test::people()) {
            if (who != "owner")
                QVERIFY2(read(m_shops, "a", who, sql).isEmpty(), storage::facts(table).name);
        }
        // What is the person's everywhere goes along into the other shop; what belongs to this shop does not.
        const bool ofTheShop = table == Table::EventReminders || table == Table::Notifications;
        QVERIFY2(read(*abroad, sql).isEmpty() == ofTheShop, storage::facts(table).name);
    }
}

void TestScopedViews::personalThings()
{
    TwoShops shops;
    const PersonId member = shops.person("a", "member");
    for (const auto &[table, name] :
         {std::pair(Table::Events, "events_personal"), std::pair(Table::Feeds, "feeds_personal"),
          std::pair(Table::SocialMediaConnections, "social_media_connections_personal")}) {
        shops.insert(table, test::named(name), std::nullopt, shops.fields("a", table, member, "personal"));
        const QByteArray here = "SELECT 'here' FROM " + QByteArray(name);
        QCOMPARE(read(shops, "a", "member", here), QByteArrayList{"here"});
        for (const char *who : {"owner", "admin", "viewer", "cutter"})
            QVERIFY2(read(shops, "a", who, here).isEmpty(), name);
        // Nor is it among the shop's, even for the person.
        QCOMPARE(read(shops, "a", "member",
                      QByteArray("SELECT 'here' FROM ") + storage::facts(table).name +
                          " WHERE id = " + x(test::named(name))),
                 QByteArrayList());
    }
}

void TestScopedViews::settings()
{
    TwoShops shops;
    const auto add = [&](const char *key, std::optional<PersonId> person) {
        std::vector<Field> fields = {{"key", key}, {"value", "1"}};
        if (person)
            fields.push_back({"person_id", *person});
        shops.insert(Table::SysSettings, test::named(key), shops.workspace("a"), fields);
    };
    add("of the shop", std::nullopt);
    add("of the member", shops.person("a", "member"));
    const QByteArray sql = "SELECT key FROM sys_settings WHERE key GLOB 'of the *'";
    QCOMPARE(read(shops, "a", "member", sql), (QByteArrayList{"of the member", "of the shop"}));
    for (const char *who : {"owner", "admin", "cutter", "viewer"})
        QCOMPARE(read(shops, "a", who, sql), QByteArrayList{"of the shop"});
    QVERIFY(read(shops, "b", "owner", sql).isEmpty());
}

//! The owner's membership holds "admin" in the file and is shown as what it is; nobody else's is.
void TestScopedViews::team()
{
    for (const QByteArray &who : test::people()) {
        const auto connection = m_shops.open("a", who);
        QCOMPARE(
            read(*connection, "SELECT role FROM workspace_members"),
            (QByteArrayList{"admin", "member", "member", "member", "member", "member", "member", "owner", "viewer"}));
        QCOMPARE(read(*connection, "SELECT user_id FROM workspace_members WHERE role = 'owner'"),
                 QByteArrayList{m_shops.person("a", "owner").view().toByteArray()});
    }
}

void TestScopedViews::bin()
{
    TwoShops shops;
    shops.insert(Table::Clients, test::named("binned"), shops.workspace("a"),
                 {{"name", "In the bin"}, {"deleted_at", 1}});
    shops.insert(Table::Clients, test::named("binned in b"), shops.workspace("b"),
                 {{"name", "In b's bin"}, {"deleted_at", 1}});
    QCOMPARE(read(shops, "a", "admin", "SELECT title FROM bin"), QByteArrayList{"In the bin"});
    access::Principal member = shops.principal("a", "member");
    member.capabilities.add(access::Capability::OrdersDelete); // orders, and not clients
    const auto connection = shops.open(member);
    QCOMPARE(read(*connection, "SELECT title FROM bin"), QByteArrayList());
}

void TestScopedViews::feedsOfOthers_data()
{
    QTest::addColumn<QByteArray>("change"); // of b's post
    QTest::addColumn<bool>("byAnybody");
    QTest::addColumn<bool>("byFollowers");
    QTest::newRow("draft") << QByteArray("visibility = 'public', status = 'draft'") << false << false;
    QTest::newRow("public") << QByteArray("visibility = 'public', status = 'published'") << true << false;
    QTest::newRow("followers") << QByteArray("visibility = 'followers', status = 'published'") << false << true;
    QTest::newRow("followers' draft") << QByteArray("visibility = 'followers', status = 'draft'") << false << false;
    QTest::newRow("private") << QByteArray("visibility = 'private', status = 'published'") << false << false;
    QTest::newRow("archived") << QByteArray("visibility = 'public', status = 'archived'") << false << false;
    QTest::newRow("in the bin") << QByteArray("visibility = 'public', status = 'published', deleted_at = 1") << false
                                << false;
}

void TestScopedViews::feedsOfOthers()
{
    QFETCH(QByteArray, change);
    QFETCH(bool, byAnybody);
    QFETCH(bool, byFollowers);
    m_shops.execute("UPDATE feeds SET deleted_at = NULL WHERE id = " + x(m_shops.row("b", Table::Feeds)));
    m_shops.execute("UPDATE feeds SET " + change + " WHERE id = " + x(m_shops.row("b", Table::Feeds)));
    const auto sees = [&](const char *who, const QByteArray &suffix) {
        const auto connection = m_shops.open("a", who);
        QByteArrayList found;
        for (const char *name : {"feeds", "feed_likes", "feed_comments", "feed_shares"}) {
            const Table table = *storage::tableFromName(name);
            found += read(*connection, "SELECT 'here' FROM " + QByteArray(name) + suffix +
                                           " WHERE id = " + x(m_shops.row("b", table)));
        }
        return found;
    };
    const QByteArrayList whole = {"here", "here", "here", "here"}; // what hangs on a post goes with it
    for (const char *who : {"owner", "member", "cutter", "viewer"}) {
        QCOMPARE(sees(who, "_public"), byAnybody ? whole : QByteArrayList());
        // The owner of a is a viewer in b, and so shares a workspace with the author; the others do not.
        QCOMPARE(sees(who, "_followers"), byFollowers && qstrcmp(who, "owner") == 0 ? whole : QByteArrayList());
        QCOMPARE(sees(who, ""), QByteArrayList());
    }
}

void TestScopedViews::productsOfOthers_data()
{
    QTest::addColumn<QByteArray>("change"); // of b's product
    QTest::addColumn<bool>("seen");         // in Nigeria
    QTest::newRow("draft") << QByteArray("status = 'draft', available_regions = '[\"NG\"]'") << false;
    QTest::newRow("published") << QByteArray("status = 'published', available_regions = '[\"NG\"]'") << true;
    QTest::newRow("here too") << QByteArray("status = 'published', available_regions = '[\"KE\", \"NG\"]'") << true;
    QTest::newRow("elsewhere") << QByteArray("status = 'published', available_regions = '[\"KE\"]'") << false;
    QTest::newRow("nowhere") << QByteArray("status = 'published', available_regions = '[]'") << false;
    QTest::newRow("archived") << QByteArray("status = 'archived', available_regions = '[\"NG\"]'") << false;
    QTest::newRow("in the bin") << QByteArray("status = 'published', available_regions = '[\"NG\"]', deleted_at = 1")
                                << false;
}

void TestScopedViews::productsOfOthers()
{
    QFETCH(QByteArray, change);
    QFETCH(bool, seen);
    const QByteArray product = x(m_shops.row("b", Table::MarketplaceProducts));
    m_shops.execute("UPDATE marketplace_products SET deleted_at = NULL WHERE id = " + product);
    m_shops.execute("UPDATE marketplace_products SET " + change + " WHERE id = " + product);
    const QByteArrayList expected = seen ? QByteArrayList{"here"} : QByteArrayList();
    for (const char *who : {"admin", "stitcher", "viewer"}) {
        const auto connection = m_shops.open("a", who);
        QCOMPARE(read(*connection, "SELECT 'here' FROM marketplace_public WHERE id = " + product), expected);
        QCOMPARE(read(*connection, "SELECT 'here' FROM product_reviews_public WHERE product_id = " + product),
                 expected);
        QCOMPARE(read(*connection, "SELECT 'here' FROM product_likes_public WHERE product_id = " + product), expected);
        QCOMPARE(read(*connection, "SELECT 'here' FROM marketplace_products WHERE id = " + product), QByteArrayList());
    }
}

QTEST_GUILESS_MAIN(TestScopedViews)
#include "tst_scoped_views.moc"
