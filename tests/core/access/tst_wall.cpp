// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/access/own_sql.h"
#include "tests/core/access/two_shops.h"

#include <sqlite3.h>

#include <QRegularExpression>

using namespace thimblely;
using access::OwnSql;
using test::hexOf;
using test::TwoShops;

namespace {

struct Outcome {
    std::optional<Error> error;
    QStringList texts; // every value of every row
    qint64 rows = 0;
};

Outcome ask(access::ScopedConnection &connection, const QByteArray &sql, const access::OwnSqlLimits &limits = {})
{
    Outcome outcome;
    OwnSql own(connection, limits);
    const auto done = own.run(
        sql, [](const std::vector<QString> &) {},
        [&](const std::vector<access::SqlValue> &values) {
            ++outcome.rows;
            for (const access::SqlValue &value : values) {
                if (const auto *text = std::get_if<QByteArray>(&value))
                    outcome.texts.append(QString::fromUtf8(*text));
                else if (const auto *bytes = std::get_if<access::SqlBytes>(&value))
                    outcome.texts.append(QString::fromLatin1(bytes->bytes.toHex()));
                else if (const auto *number = std::get_if<qint64>(&value))
                    outcome.texts.append(QString::number(*number));
            }
            return true;
        });
    if (!done)
        outcome.error = done.error();
    return outcome;
}

} // namespace

class TestWall : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void attackIsRefused_data();
    void attackIsRefused();
    void repositoryStatementIsRefused_data() { attackIsRefused_data(); }
    void repositoryStatementIsRefused();
    void allowed_data();
    void allowed();
    void nothingOfTheOtherShop_data();
    void nothingOfTheOtherShop();
    void secretNamesAreNeverShown_data();
    void secretNamesAreNeverShown();
    void secretNamesDifferPerConnection();
    void gatedTextIsNotHandedOut();
    void tooManyRows();
    void tooSlow();
    void tooDeep();
    void tooLarge_data();
    void tooLarge();
    void longWithoutALoop();
    void planShowsTheIndexAndNoSecret();

private:
    TwoShops m_shops;
};

void TestWall::attackIsRefused_data()
{
    QTest::addColumn<QByteArray>("sql");
    const auto row = [](const char *name, const char *sql) { QTest::newRow(name) << QByteArray(sql); };
    row("CTE named as a view", "WITH clients AS (SELECT * FROM main.clients) SELECT * FROM clients");
    row("CTE in quotes", "WITH \"Clients\" AS (SELECT * FROM main.clients) SELECT * FROM \"Clients\"");
    row("CTE with columns", "WITH clients(id, name) AS (SELECT id, name FROM main.clients) SELECT * FROM clients");
    row("CTE materialized", "WITH clients AS MATERIALIZED (SELECT * FROM main.clients) SELECT * FROM clients");
    row("second CTE", "WITH x AS (SELECT 1), clients AS (SELECT * FROM main.clients) SELECT * FROM clients");
    row("recursive CTE", "WITH RECURSIVE clients(n) AS (SELECT name FROM main.clients UNION ALL SELECT n FROM clients"
                         " LIMIT 5) SELECT * FROM clients");
    row("CTE of another name", "WITH x AS (SELECT * FROM main.clients) SELECT * FROM x");
    row("alias named as a view", "SELECT clients.name FROM main.clients AS clients");
    row("subselect named as a view", "SELECT * FROM (SELECT * FROM main.clients) AS clients");
    row("subselect, no AS", "SELECT * FROM (SELECT * FROM main.clients) clients");
    row("base table", "SELECT * FROM main.clients");
    row("base table, one column", "SELECT id FROM main.clients");
    row("base table, no column", "SELECT count(*) FROM main.clients");
    row("base table, no column, joined", "SELECT 1 FROM clients, main.clients AS other");
    row("base table in EXISTS", "SELECT EXISTS (SELECT 1 FROM main.clients)");
    row("base table in an expression", "SELECT (SELECT max(name) FROM main.clients)");
    row("base table in UNION", "SELECT name FROM clients UNION SELECT name FROM main.clients");
    row("base table in INTERSECT", "SELECT name FROM clients INTERSECT SELECT name FROM main.clients");
    row("base table in IN", "SELECT name FROM clients WHERE name IN main.clients");
    row("base table in ORDER BY", "SELECT name FROM clients ORDER BY (SELECT count(*) FROM main.clients)");
    row("base table below a window", "SELECT row_number() OVER (ORDER BY name) FROM main.clients");
    row("base table's rowid", "SELECT rowid FROM main.clients");
    row("json over a base table", "SELECT j.value FROM main.clients AS c, json_each(json_array(c.name)) AS j");
    row("sqlite_schema", "SELECT * FROM sqlite_schema");
    row("sqlite_master", "SELECT sql FROM main.sqlite_master");
    row("count of sqlite_master", "SELECT count(*) FROM sqlite_master");
    row("temp_schema", "SELECT * FROM sqlite_temp_schema");
    row("temp_master", "SELECT name FROM sqlite_temp_master");
    row("count of temp_master", "SELECT count(*) FROM sqlite_temp_master");
    row("temp.sqlite_master", "SELECT name FROM temp.sqlite_master");
    row("statistics", "SELECT * FROM sqlite_stat1");
    row("sqlite_stmt", "SELECT sql FROM sqlite_stmt");
    row("count of sqlite_stmt", "SELECT count(*) FROM sqlite_stmt");
    row("dbstat", "SELECT name FROM dbstat");
    row("sqlite_dbpage", "SELECT data FROM sqlite_dbpage");
    row("bytecode", "SELECT * FROM bytecode('SELECT 1')");
    row("tables_used", "SELECT * FROM tables_used('SELECT 1')");
    row("pragma_table_info", "SELECT * FROM pragma_table_info('clients')");
    row("pragma_table_list", "SELECT name FROM pragma_table_list");
    row("count of a pragma", "SELECT count(*) FROM pragma_table_list");
    row("pragma_database_list", "SELECT file FROM pragma_database_list");
    row("pragma_function_list", "SELECT 1 FROM pragma_function_list");
    row("PRAGMA", "PRAGMA table_info(clients)");
    row("PRAGMA that writes", "PRAGMA writable_schema = 1");
    row("PRAGMA case", "pragma foreign_keys = OFF");
    row("EXPLAIN", "EXPLAIN SELECT * FROM clients");
    row("EXPLAIN QUERY PLAN", "EXPLAIN QUERY PLAN SELECT * FROM clients");
    row("ATTACH", "ATTACH ':memory:' AS other");
    row("ATTACH itself", "ATTACH 'two.shop' AS other");
    row("DETACH", "DETACH main");
    row("VACUUM INTO", "VACUUM INTO '/dev/null'");
    row("sys_search", "SELECT * FROM sys_search");
    row("full text", "SELECT * FROM sys_search_fts");
    row("full text, match", "SELECT rowid FROM sys_search_fts WHERE sys_search_fts MATCH 'cli'");
    row("full text's shadow", "SELECT * FROM sys_search_fts_data");
    row("full text, count", "SELECT count(*) FROM sys_search_fts_data");
    row("journal", "SELECT * FROM sys_journal");
    row("operations", "SELECT * FROM sys_operations");
    row("operations, count", "SELECT count(*) FROM sys_operations");
    row("drafts", "SELECT * FROM sys_drafts");
    row("media", "SELECT bytes FROM sys_media");
    row("totals' table", "SELECT * FROM sys_daily_totals");
    row("meta", "SELECT * FROM sys_meta");
    row("settings' table", "SELECT * FROM main.sys_settings");
    row("activity's table", "SELECT * FROM main.sys_activity");
    row("password", "SELECT password_hash FROM auth_users");
    row("token", "SELECT token_hash FROM workspace_invitations");
    row("tombstone column", "SELECT deleted_at FROM clients");
    row("prices through the order", "SELECT total_minor FROM orders");
    row("UPDATE", "UPDATE clients SET name = 'x'");
    row("UPDATE of the table", "UPDATE main.clients SET name = 'x'");
    row("DELETE", "DELETE FROM main.clients");
    row("INSERT", "INSERT INTO main.clients (id) VALUES (randomblob(16))");
    row("REPLACE", "REPLACE INTO main.clients (id) VALUES (randomblob(16))");
    row("INSERT in a CTE's clothes", "WITH x AS (SELECT 1) INSERT INTO main.clients (id) SELECT randomblob(16)");
    row("DROP VIEW", "DROP VIEW clients");
    row("CREATE TEMP VIEW", "CREATE TEMP VIEW mine AS SELECT * FROM main.clients");
    row("CREATE TEMP TABLE", "CREATE TEMP TABLE mine AS SELECT * FROM main.clients");
    row("CREATE TEMP TRIGGER", "CREATE TEMP TRIGGER t AFTER INSERT ON main.clients BEGIN SELECT 1; END");
    row("CREATE VIRTUAL TABLE", "CREATE VIRTUAL TABLE temp.v USING fts5vocab(main, sys_search_fts, row)");
    row("ALTER", "ALTER TABLE main.clients RENAME TO c");
    row("REINDEX", "REINDEX");
    row("ANALYZE", "ANALYZE");
    row("BEGIN", "BEGIN IMMEDIATE");
    row("COMMIT", "COMMIT");
    row("SAVEPOINT", "SAVEPOINT x");
    row("load_extension", "SELECT load_extension('x')");
    row("readfile", "SELECT readfile('/etc/passwd')");
    row("fts3_tokenizer", "SELECT fts3_tokenizer('simple')");
    row("sqlite_compileoption_get", "SELECT sqlite_compileoption_get(0)");
    row("zeroblob", "SELECT zeroblob(1000000000)");
    row("highlight", "SELECT highlight(clients, 0, 'a', 'b') FROM clients");
    row("two statements", "SELECT 1; DELETE FROM main.clients");
    row("fts5vocab", "SELECT * FROM fts5vocab");
    row("fts5vocab, count", "SELECT count(*) FROM fts5vocab");
}

void TestWall::attackIsRefused()
{
    QFETCH(QByteArray, sql);
    const auto connection = m_shops.open("a", "owner");
    const Outcome outcome = ask(*connection, sql);
    QVERIFY2(outcome.error.has_value(), qPrintable(outcome.texts.join(u'|')));
    QCOMPARE(outcome.rows, 0);
    QVERIFY2(outcome.error->kind == ErrorKind::Forbidden || outcome.error->kind == ErrorKind::Invalid,
             qPrintable(describe(*outcome.error)));
    QVERIFY2(!describe(*outcome.error).contains(QRegularExpression(QStringLiteral("s_[0-9a-f]{32}"))),
             qPrintable(describe(*outcome.error)));
}

void TestWall::repositoryStatementIsRefused()
{
    QFETCH(QByteArray, sql);
    if (QByteArray(QTest::currentDataTag()) == "two statements")
        QSKIP("one statement at a time is Statement's own rule");
    const auto connection = m_shops.open("a", "owner");
    auto query = connection->query(sql);
    if (!query)
        return;
    // What the wall lets be prepared must give nothing of the other shop: pragma functions fail at their first step.
    for (;;) {
        const auto next = query.value()->step();
        if (!next)
            return;
        if (!next.value())
            break;
        for (int i = 0; i < query.value()->columnCount(); ++i)
            QVERIFY(!query.value()->text(i).contains(QLatin1String("Client of b")));
    }
    QFAIL("it ran to its end");
}

void TestWall::allowed_data()
{
    QTest::addColumn<QByteArray>("sql");
    QTest::addColumn<int>("rows");
    const auto row = [](const char *name, const char *sql, int rows) {
        QTest::newRow(name) << QByteArray(sql) << rows;
    };
    row("view", "SELECT * FROM clients", 1);
    row("no column of it", "SELECT 1 FROM clients", 1);
    row("count", "SELECT count(*) FROM clients", 1);
    row("temp.view", "SELECT name FROM temp.clients", 1);
    row("alias", "SELECT c.name FROM clients AS c", 1);
    row("alias without AS", "SELECT c.name FROM clients c", 1);
    row("CTE", "WITH x AS (SELECT name FROM clients) SELECT * FROM x", 1);
    row("CTE, no column of it", "WITH x AS (SELECT name FROM clients) SELECT count(*) FROM x", 1);
    row("CTE twice", "WITH x AS (SELECT id FROM clients) SELECT count(*) FROM x AS a JOIN x AS b ON a.id = b.id", 1);
    row("recursive CTE", "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 7) SELECT i FROM n",
        7);
    row("join", "SELECT o.id, c.name FROM orders AS o JOIN clients AS c ON c.id = o.client_id", 1);
    row("prices", "SELECT o.order_number, p.total_minor FROM orders AS o JOIN order_prices AS p ON p.id = o.id", 1);
    row("left join, nothing used", "SELECT o.id FROM orders AS o LEFT JOIN clients AS c ON c.id = o.client_id", 1);
    row("exists", "SELECT name FROM clients WHERE EXISTS (SELECT 1 FROM orders WHERE client_id = clients.id)", 1);
    row("in a view", "SELECT name FROM clients WHERE id IN (SELECT client_id FROM orders)", 1);
    row("union", "SELECT name FROM clients UNION ALL SELECT title FROM events", 2);
    row("group", "SELECT status, count(*) FROM orders GROUP BY status HAVING count(*) > 0", 1);
    row("window", "SELECT row_number() OVER (ORDER BY name) FROM clients", 1);
    row("json_each", "SELECT value FROM json_each('[1,2,3]')", 3);
    row("json_tree", "SELECT count(*) FROM json_tree('{}')", 1);
    row("json of a column", "SELECT measurements ->> '$.a' FROM client_measurements", 1);
    row("dates", "SELECT strftime('%Y', occurred_at / 1000, 'unixepoch') FROM transactions", 1);
    row("LIKE", "SELECT name FROM clients WHERE name LIKE 'client%'", 1);
    row("activity", "SELECT kind FROM sys_activity", 1);
    row("settings", "SELECT key FROM sys_settings", 2);
    row("totals", "SELECT amount_minor FROM daily_totals", 1);
    row("history", "SELECT kind FROM history", 1);
    row("history's changes", "SELECT count(*) FROM history_changes", 1);
    row("bin", "SELECT title FROM bin", 0);
    row("team", "SELECT role FROM workspace_members WHERE role = 'owner'", 1);
    row("published", "SELECT id FROM feeds_public", 0);
}

void TestWall::allowed()
{
    QFETCH(QByteArray, sql);
    QFETCH(int, rows);
    const auto connection = m_shops.open("a", "owner");
    const Outcome outcome = ask(*connection, sql);
    QVERIFY2(!outcome.error, outcome.error ? qPrintable(describe(*outcome.error)) : "");
    QCOMPARE(outcome.rows, rows);
    QVERIFY(connection->query(sql));
}

void TestWall::nothingOfTheOtherShop_data()
{
    QTest::addColumn<QByteArray>("who");
    for (const QByteArray &who : test::people())
        QTest::newRow(who.constData()) << who;
}

void TestWall::nothingOfTheOtherShop()
{
    QFETCH(QByteArray, who);
    const auto connection = m_shops.open("b", who);
    for (const storage::TableFacts &facts : storage::catalogue()) {
        const Outcome outcome = ask(*connection, QByteArray("SELECT * FROM ") + facts.name);
        if (outcome.error)
            continue; // no such view for this role
        const QString foreign = hexOf(m_shops.workspace("a").bytes());
        QVERIFY2(!outcome.texts.contains(foreign), facts.name);
        // The owner of a is a viewer in b: their profile and membership stand in both.
        if (facts.table != test::Table::Profiles)
            QVERIFY2(!outcome.texts.contains(hexOf(m_shops.row("a", facts.table))), facts.name);
        QVERIFY2(!outcome.texts.contains(QStringLiteral("Client of a")), facts.name);
    }
    const Outcome profiles = ask(*connection, "SELECT full_name FROM profiles WHERE full_name = 'a member'");
    QCOMPARE(profiles.rows, 0);
}

void TestWall::secretNamesAreNeverShown_data()
{
    QTest::addColumn<QByteArray>("sql");
    for (const char *sql :
         {"SELECT nothing FROM clients", "SELECT s_clients FROM clients", "SELECT * FROM clients WHERE",
          "SELECT * FROM c", "SELECT * FROM clients, clients", "SELECT name FROM clients, orders WHERE id = 1",
          "SELECT clients.rowid FROM clients", "SELECT * FROM temp.nothing", "SELECT typeof(clients) FROM clients",
          "SELECT * FROM clients INDEXED BY clients_name", "SELECT 1 FROM clients WHERE name MATCH 'x'",
          "SELECT (SELECT * FROM clients)"})
        QTest::newRow(sql) << QByteArray(sql);
}

void TestWall::secretNamesAreNeverShown()
{
    QFETCH(QByteArray, sql);
    static const QRegularExpression secret(QStringLiteral("s_[0-9a-f]{8}"));
    const auto connection = m_shops.open("a", "owner");
    const Outcome outcome = ask(*connection, sql);
    if (outcome.error)
        QVERIFY2(!describe(*outcome.error).contains(secret), qPrintable(describe(*outcome.error)));
    QVERIFY(!outcome.texts.join(u' ').contains(secret));
    if (auto query = connection->query(sql); !query)
        QVERIFY2(!describe(query.error()).contains(secret), qPrintable(describe(query.error())));
}

void TestWall::secretNamesDifferPerConnection()
{
    QVERIFY(access::memberId(m_shops.workspace("a"), m_shops.person("a", "owner")) == m_shops.owners.at("a").member);
    const auto connection = m_shops.open("a", "owner");
    // Guessing the layer below finds nothing: the name is not that of another connection, nor without its random part.
    QVERIFY(ask(*connection, "SELECT * FROM s_clients").error);
    QVERIFY(ask(*connection, "SELECT * FROM temp.s_00000000000000000000000000000000_clients").error);
}

void TestWall::gatedTextIsNotHandedOut()
{
    const auto connection = m_shops.open("a", "owner");
    access::RowWriter writer(*connection, m_shops.clock);
    // The writer prepares past the wall; its text behind the wall stays refused.
    const IdBytes client = m_shops.row("a", test::Table::Clients);
    const access::Field field{"notes", "short of breath"};
    QVERIFY(writer.update(test::Table::Clients, client, std::span(&field, 1)));
    QVERIFY(!connection->query("UPDATE main.clients SET notes = ?, updated_at = ? WHERE id = ?"));
    QVERIFY(!connection->query("BEGIN IMMEDIATE"));
    QVERIFY(!connection->query("SELECT * FROM main.clients"));
}

void TestWall::tooManyRows()
{
    const auto connection = m_shops.open("a", "owner");
    access::OwnSqlLimits limits;
    limits.rows = 3;
    const Outcome outcome =
        ask(*connection, "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n", limits);
    QCOMPARE(outcome.rows, 3);
    QCOMPARE(outcome.error.value().code, QByteArray("sql.too_many_rows"));
}

void TestWall::tooSlow()
{
    const auto connection = m_shops.open("a", "owner");
    access::OwnSqlLimits limits;
    limits.milliseconds = 50;
    const Outcome outcome = ask(
        *connection, "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n", limits);
    QCOMPARE(outcome.error.value().code, QByteArray("sql.too_slow"));
    QVERIFY(!ask(*connection, "SELECT 1 FROM clients").error); // and the next one runs again
}

void TestWall::tooDeep()
{
    const auto connection = m_shops.open("a", "owner");
    const QByteArray deep = "SELECT " + QByteArray("(").repeated(200) + "1" + QByteArray(")").repeated(200);
    QVERIFY(ask(*connection, "SELECT " + QByteArray("1+").repeated(200) + "1").error);
    QVERIFY(ask(*connection, deep + " FROM " + QByteArray(" ").repeated(200'000)).error);
}

void TestWall::tooLarge_data()
{
    QTest::addColumn<QByteArray>("sql");
    QTest::newRow("a value") << QByteArray("SELECT randomblob(2000000)");
    QTest::newRow("doubled") << QByteArray(
        "WITH RECURSIVE n(i, x) AS (SELECT 1, 'x' UNION ALL SELECT i + 1, x || x FROM n"
        " WHERE i < 40) SELECT length(x) FROM n");
    QTest::newRow("sorted") << QByteArray(
        "WITH RECURSIVE n(i, x) AS (SELECT 1, randomblob(90000) UNION ALL SELECT i + 1,"
        " randomblob(90000) FROM n LIMIT 1000) SELECT i FROM n ORDER BY x");
    QTest::newRow("kept apart") << QByteArray(
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION SELECT i + 1 FROM n LIMIT 1000000)"
        " SELECT count(*) FROM n");
    // No loop, in which anybody would be asked whether to go on.
    QTest::newRow("a row") << "SELECT " + QByteArray("randomblob(900000), ").repeated(300) + "1";
}

void TestWall::tooLarge()
{
    QFETCH(QByteArray, sql);
    const auto connection = m_shops.open("a", "owner");
    access::OwnSqlLimits limits;
    limits.bytes = 8 * 1024 * 1024;
    limits.milliseconds = 60'000;
    const Outcome outcome = ask(*connection, sql, limits);
    QVERIFY(outcome.error);
    QCOMPARE(outcome.error->code, QByteArray("sql.too_large"));
    QVERIFY(!ask(*connection, "SELECT name FROM clients ORDER BY name").error); // and the next one runs again
}

void TestWall::longWithoutALoop()
{
    const auto connection = m_shops.open("a", "owner");
    access::OwnSqlLimits limits;
    limits.milliseconds = 50;
    const QByteArray sql = "SELECT " + QByteArray("length(randomblob(900000)), ").repeated(400) + "1";
    QCOMPARE(ask(*connection, sql, limits).error.value().code, QByteArray("sql.too_slow"));
    QVERIFY(!ask(*connection, "SELECT 1 FROM clients").error);
}

void TestWall::planShowsTheIndexAndNoSecret()
{
    const auto connection = m_shops.open("a", "owner");
    const auto plan = connection->queryPlan("SELECT name FROM clients ORDER BY name, id LIMIT 50");
    QVERIFY(plan);
    const QString text = plan.value().join(u'\n');
    QVERIFY2(text.contains(QLatin1String("USING INDEX")) || text.contains(QLatin1String("USING COVERING INDEX")),
             qPrintable(text));
    QVERIFY2(!text.contains(QRegularExpression(QStringLiteral("s_[0-9a-f]{32}"))), qPrintable(text));
}

QTEST_GUILESS_MAIN(TestWall)
#include "tst_wall.moc"
