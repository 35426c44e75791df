// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/storage/catalogue.h"
#include "tests/core/storage/shop_file.h"
#include "tests/support/test_paths.h"

#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include <algorithm>

using namespace thimblely;
using namespace thimblely::storage;
using test::ShopFile;

namespace {

QString snapshotPath()
{
    return test::sourceFolder() + QStringLiteral("/tests/core/storage/schema_snapshot.sql");
}

bool mustHaveWorkspace(Scope scope)
{
    return scope == Scope::Workspace;
}

//! Tables of the other scopes, by whether they carry a workspace that may be NULL.
const QSet<QByteArray> workspaceMayBeNull{"social_media_connections",
                                          "events",
                                          "event_reminders",
                                          "feeds",
                                          "feed_cross_posts",
                                          "feed_likes",
                                          "feed_comments",
                                          "feed_shares",
                                          "notifications"};
const QSet<QByteArray> withoutWorkspace{"auth_users",    "profiles",          "verification_logs",
                                        "auth_sessions", "oauth_connections", "workspaces"};

} // namespace

class TestSchema : public QObject {
    Q_OBJECT

private Q_SLOTS:
    //! THIMBLELY_REFRESH_SNAPSHOT=1 tst_schema writes the file anew; the difference is then read in the commit. The
    //! journal's triggers, made from all this, have a test of their own.
    void isTheSnapshot()
    {
        const QByteArray now = rows("SELECT sql || ';' FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT GLOB"
                                    " 'sqlite_*' AND name NOT GLOB 'journal_*' ORDER BY type, name")
                                   .join("\n\n") +
                               '\n';
        QFile file(snapshotPath());
        if (qEnvironmentVariableIsSet("THIMBLELY_REFRESH_SNAPSHOT")) {
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(now);
            return;
        }
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArrayList expected = file.readAll().split('\n');
        const QByteArrayList actual = now.split('\n');
        for (qsizetype line = 0; line < qMin(expected.size(), actual.size()); ++line)
            QVERIFY2(actual.at(line) == expected.at(line),
                     qPrintable(QStringLiteral("line %1: %2").arg(line + 1).arg(QString::fromUtf8(actual.at(line)))));
        QCOMPARE(actual.size(), expected.size());
    }

    //! Triggers ask for the figures of one row, `verify` for those of all: neither may read a whole table for each.
    void figuresOfARowAreFoundByItsKey()
    {
        int looked = 0;
        for (const TableFacts &facts : catalogue()) {
            if (facts.derived.empty())
                continue;
            ++looked;
            const QByteArrayList steps = rows(QByteArray("EXPLAIN QUERY PLAN SELECT * FROM sys_figure_") + facts.name +
                                                  " WHERE workspace_id = x'00' AND id = x'01'",
                                              3);
            QVERIFY(!steps.isEmpty());
            for (const QByteArray &step : steps)
                QVERIFY2(!step.startsWith("SCAN ") || step.startsWith("SCAN sys_figure_") ||
                             step.startsWith("SCAN json_each"),
                         (QByteArray(facts.name) + ": " + step).constData());
        }
        QVERIFY(looked > 5);
    }

    void holdsTheDomainTablesAndNoOthers()
    {
        QSet<QByteArray> known;
        int domain = 0;
        for (const TableFacts &facts : catalogue()) {
            known.insert(facts.name);
            domain += QByteArray(facts.name).startsWith("sys_") ? 0 : 1;
            QCOMPARE(&storage::facts(facts.table), &facts);
            QCOMPARE(tableFromName(facts.name), std::optional(facts.table));
        }
        QCOMPARE(domain, 34);
        for (const QByteArray &table : tables())
            QVERIFY2(known.contains(table) || table.startsWith("sys_"), table.constData());
        QCOMPARE(tableFromName("sys_meta"), std::nullopt);
    }

    void everyTableIsStrict()
    {
        QCOMPARE(m_file.value("SELECT ifnull(group_concat(name), '') FROM pragma_table_list"
                              " WHERE schema = 'main' AND type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite_%'"),
                 QByteArray());
    }

    void columnsFollowTheRules_data()
    {
        QTest::addColumn<QByteArray>("table");
        for (const TableFacts &facts : catalogue())
            QTest::newRow(facts.name) << QByteArray(facts.name);
    }
    void columnsFollowTheRules()
    {
        QFETCH(const QByteArray, table);
        const TableFacts &facts = storage::facts(tableFromName(table.toStdString()).value());
        for (const char *column : facts.derived)
            QCOMPARE(
                m_file.value("SELECT count(*) FROM pragma_table_info('" + table + "') WHERE name = '" + column + "'"),
                QByteArray("1"));
        if (!facts.derived.empty())
            QCOMPARE(figureColumns(table), derivedOf(facts));

        const QByteArray workspace = m_file.value("SELECT ifnull(max(\"notnull\"), 'none') FROM pragma_table_info('" +
                                                  table + "') WHERE name = 'workspace_id'");
        if (mustHaveWorkspace(facts.scope))
            QCOMPARE(workspace, QByteArray("1"));
        else
            QCOMPARE(workspace, withoutWorkspace.contains(table)     ? QByteArray("none")
                                : workspaceMayBeNull.contains(table) ? QByteArray("0")
                                                                     : QByteArray("1"));
        if (workspace == "1")
            QVERIFY2(hasUnique(table, {"workspace_id", "id"}), "UNIQUE (workspace_id, id)");

        const QByteArrayList wrong =
            rows("SELECT name FROM pragma_table_info('" + table +
                 "') WHERE"
                 " (name GLOB '*_minor' AND type <> 'INTEGER') OR (name GLOB '*_milli' AND type <> 'INTEGER')"
                 " OR (name GLOB '*_at' AND type <> 'INTEGER' AND name <> 'day_starts_at')"
                 " OR (name GLOB '*_date' AND type <> 'TEXT')"
                 " OR (name = 'id' AND (type <> 'BLOB' OR pk <> 1 OR \"notnull\" = 0)) OR type = 'REAL'");
        QVERIFY2(wrong.isEmpty(), wrong.join(", ").constData());
        for (const char *column : {"created_at", "updated_at", "deleted_at"})
            QCOMPARE(
                m_file.value("SELECT count(*) FROM pragma_table_info('" + table + "') WHERE name = '" + column + "'"),
                QByteArray("1"));
        const bool syncs = facts.merge != MergeClass::Local;
        QCOMPARE(m_file.value("SELECT count(*) FROM pragma_table_info('" + table + "') WHERE name = 'origin'"),
                 QByteArray(syncs ? "1" : "0"));
    }

    //! A key without an index makes every delete of a parent read the whole child table.
    void everyForeignKeyHasAnIndex_data() { columnsFollowTheRules_data(); }
    void everyForeignKeyHasAnIndex()
    {
        QFETCH(const QByteArray, table);
        const QByteArrayList keys = rows("SELECT group_concat(\"from\") FROM (SELECT id, \"from\" FROM"
                                         " pragma_foreign_key_list('" +
                                         table + "') ORDER BY id, seq) GROUP BY id");
        const QByteArrayList indexes = rows(
            "SELECT (SELECT group_concat(name) FROM (SELECT name FROM pragma_index_info(list.name) ORDER BY seqno))"
            " || ':' || ifnull((SELECT sql FROM sqlite_schema WHERE name = list.name), '')"
            " FROM pragma_index_list('" +
            table + "') AS list");
        for (const QByteArray &key : keys)
            QVERIFY2(hasIndexFor(key, indexes), key.constData());
    }

    void refusesWhatNoRowMayBe_data()
    {
        QTest::addColumn<QByteArray>("sql");
        const QByteArray w = m_file.workspace;
        QTest::newRow("short id") << "INSERT INTO clients (id, workspace_id, name, created_at, updated_at)"
                                     " VALUES (x'01', " +
                                         w + ", 'A', 0, 0)";
        QTest::newRow("text id") << "INSERT INTO clients (id, workspace_id, name, created_at, updated_at)"
                                    " VALUES ('0123456789abcdef', " +
                                        w + ", 'A', 0, 0)";
        QTest::newRow("nameless") << client(20, w, "''");
        QTest::newRow("no such workspace") << client(20, ShopFile::id(99), "'A'");
        QTest::newRow("payer of another workspace")
            << client(20, w, "'A'") + ';' + secondWorkspace() + client(21, ShopFile::id(52), "'B'") +
                   ";UPDATE clients SET payer_client_id = " + ShopFile::id(20) + " WHERE id = " + ShopFile::id(21);
        QTest::newRow("no day") << order(30, w, "'2026-02-30'");
        QTest::newRow("broken JSON") << client(20, w, "'A'") + ";UPDATE clients SET tags = '[1'";
        QTest::newRow("two of one make")
            << order(30, w, "'2026-11-25'") +
                   ";INSERT INTO order_items (id, workspace_id, order_id, item_kind, item_name, quantity_milli,"
                   " created_at, updated_at) VALUES (" +
                   ShopFile::id(31) + ", " + w + ", " + ShopFile::id(30) + ", 'make', 'Trousers', 2000, 0, 0)";
        QTest::newRow("negative money") << payment(w, "-5", "'cash'", "");
        QTest::newRow("ledger changed") << payment(w, "5", "'cash'", "") + ";UPDATE transactions SET amount_minor = 6";
        QTest::newRow("ledger deleted") << payment(w, "5", "'cash'", "") + ";DELETE FROM transactions";
        QTest::newRow("owner suspended") << QByteArray("UPDATE workspace_members SET status = 'suspended'");
        QTest::newRow("owner deleted") << QByteArray("DELETE FROM workspace_members");
        QTest::newRow("owner's tombstone") << QByteArray("UPDATE workspace_members SET deleted_at = 1");
        QTest::newRow("ownership to a stranger")
            << "INSERT INTO profiles (id, full_name, created_at, updated_at) VALUES (" + ShopFile::id(60) +
                   ", 'Eve', 0, 0); UPDATE workspaces SET owner_id = " + ShopFile::id(60);
        QTest::newRow("workspace without its owner") << "BEGIN; INSERT INTO workspaces (id, owner_id, name, slug, "
                                                        "country_code, currency, created_at, updated_at)"
                                                        " VALUES (" +
                                                            ShopFile::id(61) + ", " + m_file.person +
                                                            ", 'B', 'b', 'NG', 'NGN', 0, 0); COMMIT";
        QTest::newRow("business event's client in a personal one")
            << client(20, w, "'A'") +
                   ";INSERT INTO events (id, user_id, title, event_type, start_at, time_zone, client_id,"
                   " created_at, updated_at) VALUES (" +
                   ShopFile::id(62) + ", " + m_file.person + ", 'Fitting', 'fitting', 0, 'UTC', " + ShopFile::id(20) +
                   ", 0, 0)";
        QTest::newRow("like in another workspace")
            << "INSERT INTO feeds (id, user_id, workspace_id, feed_type, created_at, updated_at) VALUES (" +
                   ShopFile::id(63) + ", " + m_file.person + ", " + w +
                   ", 'image', 0, 0);"
                   "INSERT INTO feed_likes (id, feed_id, user_id, created_at, updated_at) VALUES (" +
                   ShopFile::id(64) + ", " + ShopFile::id(63) + ", " + m_file.person + ", 0, 0)";
        QTest::newRow("same client number twice")
            << client(20, w, "'A'") + ';' + client(21, w, "'B'") + ";UPDATE clients SET client_number = '7'";
    }
    void refusesWhatNoRowMayBe()
    {
        QFETCH(const QByteArray, sql);
        ShopFile file;
        QVERIFY(!file.tryRun(sql).isEmpty());
    }

    void keysComeFreeWithTheTombstone()
    {
        ShopFile file;
        file.run(client(20, file.workspace, "'A'") + ";UPDATE clients SET client_number = '7', deleted_at = 1;" +
                 client(21, file.workspace, "'B'") +
                 ";UPDATE clients SET client_number = '7' WHERE deleted_at IS NULL");
    }

private:
    static QByteArray client(int id, const QByteArray &workspace, const QByteArray &name)
    {
        return "INSERT INTO clients (id, workspace_id, name, created_at, updated_at) VALUES (" + ShopFile::id(id) +
               ", " + workspace + ", " + name + ", 0, 0)";
    }
    static QByteArray order(int id, const QByteArray &workspace, const QByteArray &day)
    {
        return "INSERT INTO orders (id, workspace_id, order_date, currency, created_at, updated_at) VALUES (" +
               ShopFile::id(id) + ", " + workspace + ", " + day + ", 'NGN', 0, 0)";
    }
    static QByteArray payment(const QByteArray &workspace, const QByteArray &amount, const QByteArray &method,
                              const QByteArray &rest)
    {
        return "INSERT INTO transactions (id, workspace_id, transaction_type, category, amount_minor, currency,"
               " payment_method, date, occurred_at, created_at, updated_at) VALUES (" +
               ShopFile::id(40) + ", " + workspace + ", 'income', 'sale', " + amount + ", 'NGN', " + method +
               ", '2026-11-25', 0, 0, 0)" + rest;
    }
    QByteArray secondWorkspace() const
    {
        return "BEGIN; INSERT INTO workspaces (id, owner_id, name, slug, country_code, currency, created_at, "
               "updated_at)"
               " VALUES (" +
               ShopFile::id(52) + ", " + m_file.person +
               ", 'B', 'b', 'NG', 'NGN', 0, 0);"
               "INSERT INTO workspace_members (id, workspace_id, user_id, role, created_at, updated_at) VALUES (" +
               ShopFile::id(53) + ", " + ShopFile::id(52) + ", " + m_file.person + ", 'admin', 0, 0); COMMIT;";
    }

    QByteArrayList rows(const QByteArray &sql, int column = 0)
    {
        auto query = m_file.connection().query(sql);
        if (!query)
            qFatal("%s", qPrintable(describe(query.error())));
        QByteArrayList result;
        while ((*query)->step().value())
            result.append((*query)->utf8(column));
        return result;
    }
    QByteArrayList tables()
    {
        return rows("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'"
                    " AND name NOT LIKE 'sqlite_%'");
    }
    QByteArrayList figureColumns(const QByteArray &table)
    {
        return rows("SELECT name FROM pragma_table_info('sys_figure_" + table +
                    "') WHERE name NOT IN ('workspace_id', 'id') ORDER BY name");
    }
    static QByteArrayList derivedOf(const TableFacts &facts)
    {
        QByteArrayList result(facts.derived.begin(), facts.derived.end());
        std::ranges::sort(result);
        return result;
    }
    bool hasUnique(const QByteArray &table, const QByteArrayList &columns)
    {
        const QByteArrayList unique = rows(
            "SELECT (SELECT group_concat(name) FROM (SELECT name FROM pragma_index_info(list.name) ORDER BY seqno))"
            " FROM pragma_index_list('" +
            table + "') AS list WHERE \"unique\" = 1 AND partial = 0");
        return unique.contains(columns.join(','));
    }
    //! An index whose first columns are the key's, or the primary key within it; partial only by "IS NOT NULL" of the
    //! key itself, which SQLite sees to hold for a key that is looked up.
    static bool hasIndexFor(const QByteArray &key, const QByteArrayList &indexes)
    {
        const QByteArrayList wanted = key.split(',');
        for (const QByteArray &index : indexes) {
            const qsizetype colon = index.indexOf(':');
            const QByteArrayList columns = index.left(colon).split(',');
            const QByteArray sql = index.mid(colon + 1).simplified();
            const qsizetype where = sql.indexOf(" WHERE ");
            if (where >= 0 && sql.mid(where + 7) != wanted.last() + " IS NOT NULL")
                continue;
            if (columns == QByteArrayList{"id"} && wanted.contains("id"))
                return true;
            if (columns.mid(0, wanted.size()) == wanted)
                return true;
        }
        return false;
    }

    ShopFile m_file;
};

QTEST_GUILESS_MAIN(TestSchema)
#include "tst_schema.moc"
