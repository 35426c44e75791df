// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "tests/core/access/writer_cases.h"

using namespace thimblely;
using namespace thimblely::test;

//! Columns and kinds of rows that take more than the right to the table.
class TestRowWriterColumns : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void columnsOfTheProgram();
    void columnsGivenTwice();
    void columnsThatTakeMore_data();
    void columnsThatTakeMore();
    void ownPosts();
    void ownProfile();
    void money_data();
    void money();
    void settingsOfTheShop();

private:
    TwoShops m_shops;
};

void TestRowWriterColumns::columnsOfTheProgram()
{
    const auto connection = m_shops.open("a", "owner");
    RowWriter writer(*connection, m_shops.clock);
    const auto refused = [&](const storage::TableFacts &facts, const char *column) {
        const IdBytes row = m_shops.row("a", facts.table);
        auto fields = m_shops.fields("a", facts.table, m_shops.person("a", "owner"), "program");
        fields.push_back({column, 7});
        const auto inserted = insert(writer, facts.table, named("program"), fields);
        VERIFY_SAYING(isForbidden(inserted), QByteArray(facts.name) + '.' + column + ' ' + said(inserted));
        const auto updated = update(writer, facts.table, row, {column, 7});
        VERIFY_SAYING(isForbidden(updated), QByteArray(facts.name) + '.' + column + ' ' + said(updated));
    };
    for (const storage::TableFacts &facts : storage::catalogue()) {
        for (const char *column : {"id", "created_at", "updated_at", "deleted_at"})
            refused(facts, column);
        if (facts.table != Table::AuthUsers && facts.table != Table::VerificationLogs &&
            facts.table != Table::AuthSessions)
            refused(facts, "origin");
        for (const char *column : facts.derived)
            refused(facts, column);
        if (facts.scope == storage::Scope::Workspace)
            refused(facts, "workspace_id");
    }
    for (const auto &[table, column] :
         {std::pair(Table::Workspaces, "subscription_tier"), std::pair(Table::Workspaces, "subscription_status"),
          std::pair(Table::WorkspaceMembers, "user_id"), std::pair(Table::Clients, "erased_at"),
          std::pair(Table::AuthUsers, "password_hash"), std::pair(Table::AuthUsers, "pin_hash"),
          std::pair(Table::AuthUsers, "failed_attempts"), std::pair(Table::AuthUsers, "email_confirmed_at"),
          std::pair(Table::AuthSessions, "session_token_hash"), std::pair(Table::AuthSessions, "expires_at"),
          std::pair(Table::Transactions, "amount_minor"), std::pair(Table::FeedComments, "feed_id"),
          std::pair(Table::ProductReviews, "product_id")}) {
        const auto updated = update(writer, table, m_shops.row("a", table), {column, "7"});
        VERIFY_SAYING(isForbidden(updated), QByteArray(column) + said(updated));
    }
    const auto unknown = update(writer, Table::Clients, m_shops.row("a", Table::Clients), {"name = 'x', notes", "y"});
    QVERIFY(!unknown);
    QCOMPARE(unknown.error().code, QByteArray("access.unknown_column"));
}

//! What was checked must be what is written: the first of two values could hide the second.
void TestRowWriterColumns::columnsGivenTwice()
{
    const auto connection = m_shops.open("a", "owner");
    RowWriter writer(*connection, m_shops.clock);
    auto fields = m_shops.fields("a", Table::Clients, m_shops.person("a", "owner"), "twice");
    fields.push_back({"workspace_id", m_shops.workspace("a")});
    fields.push_back({"workspace_id", m_shops.workspace("b")});
    QVERIFY(!insert(writer, Table::Clients, named("twice"), fields));
    auto money = m_shops.fields("a", Table::Transactions, m_shops.person("a", "owner"), "twice");
    money.push_back({"transaction_type", "expense"});
    QVERIFY(!insert(writer, Table::Transactions, named("twice"), money));
    const std::vector<Field> names = {{"name", "x"}, {"name", "y"}};
    QVERIFY(!writer.update(Table::Clients, m_shops.row("a", Table::Clients), std::span(names)));
}

void TestRowWriterColumns::columnsThatTakeMore_data()
{
    QTest::addColumn<int>("table");
    QTest::addColumn<QByteArray>("column");
    QTest::addColumn<QVariant>("value");
    QTest::addColumn<QByteArrayList>("may");
    const auto row = [](Table table, const char *column, const QVariant &value, const Who &may) {
        QTest::addRow("%s.%s", storage::facts(table).name, column) << int(table) << QByteArray(column) << value << may;
    };
    row(Table::InventoryItems, "cost_minor", 5, managers);
    row(Table::InventoryItems, "selling_price_minor", 5, office);
    row(Table::InventoryItems, "step_rates", QByteArray("{}"), managers);
    row(Table::OrderItems, "work_pay", QByteArray("{}"), managers);
    row(Table::OrderItems, "unit_price_minor", 5, office);
    row(Table::WorkspaceMembers, "piece_rates", QByteArray("{}"), managers);
    row(Table::WorkspaceMembers, "pay_minor", 5, managers);
    row(Table::Orders, "released_unpaid_by", QByteArray("person"), managers);
    row(Table::Invoices, "kind", QByteArray("credit_note"), managers);
    row(Table::OrderItems, "item_kind", QByteArray("redo"), managers);
    row(Table::Feeds, "status", QByteArray("published"), office);
    row(Table::MarketplaceProducts, "status", QByteArray("published"), office);
}

void TestRowWriterColumns::columnsThatTakeMore()
{
    QFETCH(int, table);
    QFETCH(QByteArray, column);
    QFETCH(QVariant, value);
    QFETCH(QByteArrayList, may);
    for (const QByteArray &who : people()) {
        const auto connection = m_shops.open("a", who);
        RowWriter writer(*connection, m_shops.clock);
        Field field{column.constData(), value.toInt()};
        if (value.typeId() == QMetaType::QByteArray)
            field.value = value.toByteArray();
        if (column == "released_unpaid_by")
            field.value = m_shops.person("a", who);
        const auto updated = update(writer, Table(table), m_shops.row("a", Table(table)), field);
        if (may.contains(who))
            VERIFY_SAYING(updated, who + said(updated));
        else
            VERIFY_SAYING(isForbidden(updated), who + said(updated));
    }
}

//! access.md: a personal row is its person's, and takes no right of the shop's; one of the shop still does.
void TestRowWriterColumns::ownPosts()
{
    for (const QByteArray &who : people()) {
        const auto connection = m_shops.open("a", who);
        RowWriter writer(*connection, m_shops.clock);
        const IdBytes draft = named("own draft:" + who);
        const Field begun[] = {{"workspace_id", std::nullopt}, {"feed_type", "image"}};
        const auto inserted = writer.insert(Table::Feeds, draft, begun);
        VERIFY_SAYING(inserted, who + said(inserted));
        const auto published = update(writer, Table::Feeds, draft, {"status", "published"});
        VERIFY_SAYING(published, who + said(published));
        const Field whole[] = {{"workspace_id", std::nullopt}, {"feed_type", "image"}, {"status", "published"}};
        const auto atOnce = writer.insert(Table::Feeds, named("own post:" + who), whole);
        VERIFY_SAYING(atOnce, who + said(atOnce));
        const Field shops[] = {{"feed_type", "image"}, {"status", "published"}};
        const auto forTheShop = writer.insert(Table::Feeds, named("shop's post:" + who), shops);
        QCOMPARE(bool(forTheShop), office.contains(who));
        // Nor is a colleague's own anybody else's.
        const IdBytes another = named("own draft:" + people().front());
        if (who != people().front())
            VERIFY_SAYING(!update(writer, Table::Feeds, another, {"status", "published"}), who);
    }
}

void TestRowWriterColumns::ownProfile()
{
    for (const QByteArray &who : people()) {
        const auto connection = m_shops.open("a", who);
        RowWriter writer(*connection, m_shops.clock);
        const IdBytes self = m_shops.person("a", who).bytes();
        for (const Field &field : {Field{"role", "admin"}, Field{"is_verified", 1}, Field{"verified_at", 1},
                                   Field{"is_active", 0}, Field{"auth_uid", self}}) {
            const auto updated = update(writer, Table::Profiles, self, field);
            VERIFY_SAYING(isForbidden(updated), who + ' ' + field.column + said(updated));
        }
        // By somebody else who manages a workspace, and never by oneself.
        const auto upgraded = update(writer, Table::Profiles, self, {"workspace_access_at", 1});
        VERIFY_SAYING(!upgraded && (upgraded.error().kind == ErrorKind::NotFound || isForbidden(upgraded)),
                      said(upgraded));
        const IdBytes another = m_shops.person("a", who == "viewer" ? "member" : "viewer").bytes();
        const auto other = update(writer, Table::Profiles, another, {"workspace_access_at", 1});
        VERIFY_SAYING(!other, who); // who is no customer has need of none
        const IdBytes customer = named("customer:" + who);
        m_shops.insert(Table::Profiles, customer, std::nullopt,
                       {{"full_name", "Somebody"}, {"country_code", "NG"}, {"role", "customer"}});
        const auto given = m_shops.person("a", who).bytes();
        const Field gift[] = {{"workspace_access_at", 1}, {"workspace_access_by", given}};
        QCOMPARE(bool(writer.update(Table::Profiles, customer, gift)), managers.contains(who));
        const Field none[] = {{"workspace_access_at", std::nullopt}, {"workspace_access_by", std::nullopt}};
        QCOMPARE(bool(writer.update(Table::Profiles, customer, none)), managers.contains(who));
        // What somebody else gave stays.
        m_shops.execute("UPDATE profiles SET workspace_access_at = 1, workspace_access_by = x'" +
                        hexOf(m_shops.person("b", "owner").bytes()).toLatin1() + "' WHERE id = x'" +
                        hexOf(customer).toLatin1() + "'");
        VERIFY_SAYING(!writer.update(Table::Profiles, customer, none), who);
        const auto name = update(writer, Table::Profiles, another, {"full_name", "Somebody else"});
        VERIFY_SAYING(!name, who);
    }
}

void TestRowWriterColumns::money_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("effect");
    QTest::addColumn<QByteArrayList>("points");
    QTest::addColumn<QByteArrayList>("may");
    const auto row = [](const char *name, const char *type, const char *effect, const QByteArrayList &points,
                        const Who &may) {
        QTest::newRow(name) << QByteArray(type) << QByteArray(effect) << points << may;
    };
    row("payment of an order", "income", "profit", {"order_id"}, office);
    row("payment of an invoice", "income", "profit", {"invoice_id"}, office);
    row("refund of an order", "income", "profit", {"order_id", "reverses_transaction_id"}, managers);
    row("money given back on an order", "expense", "profit", {"order_id"}, managers);
    row("paid out of the till", "expense", "profit", {"till_id"}, office);
    row("float", "income", "cash_move", {"till_id"}, office);
    row("bank drop", "expense", "cash_move", {"till_id"}, office);
    row("paid out, taken back", "expense", "profit", {"till_id", "reverses_transaction_id"}, managers);
    row("rent", "expense", "profit", {}, managers);
    row("other income", "income", "profit", {}, managers);
    row("wage earned", "expense", "owed", {"member_id"}, managers);
    row("wage advance", "expense", "cash_move", {"member_id"}, managers);
    row("wage out of the till", "expense", "cash_move", {"member_id", "till_id"}, managers);
    row("wage earned, at the till", "expense", "profit", {"member_id", "till_id"}, managers);
}

void TestRowWriterColumns::money()
{
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, effect);
    QFETCH(QByteArrayList, points);
    QFETCH(QByteArrayList, may);
    for (const QByteArray &who : people()) {
        const QByteArray salt = who + QTest::currentDataTag();
        const IdBytes id = named("money:" + salt);
        std::vector<Field> fields = {{"transaction_type", type}, {"effect", effect},  {"category", "test"},
                                     {"amount_minor", 10},       {"currency", "NGN"}, {"payment_method", "cash"},
                                     {"date", "2026-11-25"},     {"occurred_at", 1}};
        if (points.contains("order_id"))
            fields.push_back({"order_id", m_shops.row("a", Table::Orders)});
        if (points.contains("invoice_id"))
            fields.push_back({"invoice_id", m_shops.row("a", Table::Invoices)});
        if (points.contains("member_id"))
            fields.push_back({"member_id", access::memberId(m_shops.workspace("a"), m_shops.person("a", who))});
        if (points.contains("till_id"))
            fields.push_back({"till_id", named("till")});
        if (points.contains("reverses_transaction_id")) {
            const IdBytes first = named("first:" + salt);
            m_shops.insert(Table::Transactions, first, m_shops.workspace("a"), fields);
            fields.push_back({"reverses_transaction_id", first});
            fields.push_back({"reason", "a mistake"});
        }
        const auto connection = m_shops.open("a", who);
        RowWriter writer(*connection, m_shops.clock);
        const auto inserted = insert(writer, Table::Transactions, id, fields);
        if (may.contains(who))
            VERIFY_SAYING(inserted, who + said(inserted));
        else
            VERIFY_SAYING(isForbidden(inserted), who + said(inserted));
    }
}

void TestRowWriterColumns::settingsOfTheShop()
{
    for (const QByteArray &who : people()) {
        const auto connection = m_shops.open("a", who);
        RowWriter writer(*connection, m_shops.clock);
        const IdBytes id = named("shop's setting:" + who);
        const std::vector<Field> fields = {{"key", QByteArray("shop:" + who)}, {"value", "1"}};
        const auto inserted = insert(writer, Table::SysSettings, id, fields);
        QCOMPARE(bool(inserted), managers.contains(who));
        if (!inserted)
            m_shops.insert(Table::SysSettings, id, m_shops.workspace("a"), fields);
        for (const auto &done :
             {update(writer, Table::SysSettings, id, {"value", "2"}), writer.remove(Table::SysSettings, id)})
            QCOMPARE(bool(done), managers.contains(who));
        // Nobody changes a colleague's.
        const IdBytes theirs = named("colleague's setting:" + who);
        m_shops.insert(Table::SysSettings, theirs, m_shops.workspace("a"),
                       {{"key", "k"}, {"value", "1"}, {"person_id", named("colleague:" + who)}});
        const auto done = update(writer, Table::SysSettings, theirs, {"value", "2"});
        VERIFY_SAYING(isNotFound(done), said(done));
    }
}

QTEST_GUILESS_MAIN(TestRowWriterColumns)
#include "tst_row_writer_columns.moc"
