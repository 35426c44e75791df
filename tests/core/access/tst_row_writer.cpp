// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/access/policy.h"
#include "tests/core/access/writer_expectations.h"

#include <sqlite3.h>

#include <algorithm>

using namespace thimblely;
using namespace thimblely::test;

//! Who may write what: every role against every table.
class TestRowWriter : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyTableHasExpectations();
    void role_data();
    void role();
    void pieceOfAnother();
    void bin();
    void nothingIsPreparedAgain();

private:
    std::vector<Field> prepareFor(Table table, const QByteArray &who, const QByteArray &salt, IdBytes &id);

    TwoShops m_shops;
    std::map<QByteArray, std::unique_ptr<access::ScopedConnection>> m_connections; // of role(), one per person
};

//! What a new row needs, and the rows it hangs on; `id` is the row's, where the table derives it.
std::vector<Field> TestRowWriter::prepareFor(Table table, const QByteArray &who, const QByteArray &salt, IdBytes &id)
{
    const PersonId self = m_shops.person("a", who);
    std::vector<Field> fields = m_shops.fields("a", table, self, salt);
    if (table == Table::WorkspaceMembers) {
        const PersonId newcomer(named("a:newcomer:" + salt));
        m_shops.addPerson(newcomer, "Newcomer");
        id = access::memberId(m_shops.workspace("a"), newcomer).bytes();
    } else if (table == Table::AuthUsers) {
        m_shops.addPerson(PersonId(id), "Newcomer");
    } else if (table == Table::Transactions) { // of the till, which closes over what it changes
        fields.push_back({"till_id", named("till")});
    } else if (table ==
               Table::InventoryMovements) { // as whoever finishes a piece moves it, not as whoever keeps the stock
        std::ranges::find(fields, std::string_view("movement_type"), &Field::column)->value = "return";
    } else if (const auto *parent = access::publishedParent(table)) {
        const IdBytes own = named("parent:" + salt);
        m_shops.insert(parent->parent, own, m_shops.workspace("a"),
                       m_shops.fields("a", parent->parent, m_shops.person("a", "owner"), salt));
        for (Field &field : fields) {
            if (qstrcmp(field.column, parent->column) == 0)
                field.value = own;
        }
    }
    return fields;
}

void TestRowWriter::everyTableHasExpectations()
{
    for (const storage::TableFacts &facts : storage::catalogue()) {
        const auto count = std::ranges::count(expectations(), facts.table, &Expected::table);
        VERIFY_SAYING(count == 1, facts.name);
    }
}

void TestRowWriter::role_data()
{
    QTest::addColumn<QByteArray>("who");
    QTest::addColumn<int>("at");
    for (const QByteArray &who : people()) {
        for (size_t at = 0; at < expectations().size(); ++at) {
            const char *table = storage::facts(expectations()[at].table).name;
            QTest::addRow("%s %s", who.constData(), table) << who << int(at);
        }
    }
}

void TestRowWriter::role()
{
    QFETCH(QByteArray, who);
    QFETCH(int, at);
    const Expected &expected = expectations()[size_t(at)];
    const Table table = expected.table;
    const QByteArray salt = who + storage::facts(table).name;
    IdBytes id = named("row:" + salt);
    const std::vector<Field> fields = prepareFor(table, who, salt, id);
    auto &connection = m_connections[who];
    if (!connection)
        connection = m_shops.open("a", who);
    RowWriter writer(*connection, m_shops.clock);

    const auto inserted = insert(writer, table, id, fields);
    QCOMPARE(hasRow(m_shops, table, id), bool(inserted));
    if (expected.insert.contains(who))
        VERIFY_SAYING(inserted, said(inserted));
    else if (table == Table::SysActivity && who == "stitcher") // there are pieces for a stitcher, but not this one
        VERIFY_SAYING(isNotFound(inserted), said(inserted));
    else
        VERIFY_SAYING(isForbidden(inserted), said(inserted));

    // Where the person may not make one, the row to change is put past the wall.
    IdBytes target = id;
    if (table == Table::Workspaces) {
        target = m_shops.workspace("a").bytes();
    } else if (table == Table::Profiles || table == Table::AuthUsers) {
        target = m_shops.person("a", who).bytes();
        if (!hasRow(m_shops, table, target))
            m_shops.insert(table, target, std::nullopt, {{"login_name", "self:" + salt}});
    } else if (!inserted) {
        m_shops.insert(table, target, TwoShops::isAlone(table) ? std::nullopt : std::optional(m_shops.workspace("a")),
                       fields);
    }
    const auto updated = update(writer, table, target, expected.change);
    if (expected.update.contains(who))
        VERIFY_SAYING(updated, said(updated));
    else
        VERIFY_SAYING(isForbidden(updated), said(updated));

    const auto removed = writer.remove(table, target);
    if (expected.remove.contains(who))
        VERIFY_SAYING(removed, said(removed));
    else
        VERIFY_SAYING(isForbidden(removed), said(removed));
    const qint64 gone = m_shops.number(QByteArray("SELECT deleted_at IS NOT NULL FROM ") + storage::facts(table).name +
                                       " WHERE id = x'" + hexOf(target).toLatin1() + "'");
    QCOMPARE(gone == 1, bool(removed));
    if (table == Table::Workspaces && removed)
        m_shops.execute("UPDATE workspaces SET deleted_at = NULL");
}

void TestRowWriter::pieceOfAnother()
{
    const IdBytes cutters = m_shops.row("a", Table::OrderItems);
    const IdBytes nobodys = named("piece of nobody");
    m_shops.insert(Table::OrderItems, nobodys, m_shops.workspace("a"),
                   m_shops.fields("a", Table::OrderItems, m_shops.person("a", "owner"), "nobodys"));
    const Field work{"work", R"({"1": {"minutes": 20}})"};
    const auto with = [&](const char *who, const IdBytes &piece, const Field &field) {
        const auto connection = m_shops.open("a", who);
        RowWriter writer(*connection, m_shops.clock);
        return update(writer, Table::OrderItems, piece, field);
    };
    QVERIFY(with("cutter", cutters, work));
    QVERIFY(with("finisher", cutters, work));
    QVERIFY(with("finisher", nobodys, {"qc", "{}"}));
    for (const auto &result : {with("cutter", nobodys, work), with("stitcher", cutters, work)}) // nor do they see it
        VERIFY_SAYING(isNotFound(result), said(result));
    for (const Field &field :
         {Field{"assigned_to", m_shops.person("a", "cutter")}, Field{"due_date", "2026-12-01"}, Field{"qc", "{}"},
          Field{"total_minor", 1}, Field{"client_measurement_id", std::nullopt}})
        VERIFY_SAYING(isForbidden(with("cutter", cutters, field)), field.column);
    for (const Field &field : {Field{"unit_price_minor", 1}, Field{"assigned_to", m_shops.person("a", "finisher")}})
        VERIFY_SAYING(isForbidden(with("finisher", cutters, field)), field.column);
}

void TestRowWriter::bin()
{
    const IdBytes id = named("to the bin");
    const auto connection = m_shops.open("a", "admin");
    RowWriter writer(*connection, m_shops.clock);
    QVERIFY(
        insert(writer, Table::Clients, id, m_shops.fields("a", Table::Clients, m_shops.person("a", "admin"), "bin")));
    QVERIFY(writer.remove(Table::Clients, id));
    for (const auto &done : {writer.remove(Table::Clients, id), update(writer, Table::Clients, id, {"notes", "x"})})
        VERIFY_SAYING(isNotFound(done), said(done));
    const auto viewers = m_shops.open("a", "viewer");
    RowWriter viewer(*viewers, m_shops.clock);
    QVERIFY(isForbidden(viewer.restore(Table::Clients, id)));
    QVERIFY(isForbidden(viewer.takeBackInsert(Table::Clients, id, 0)));
    QVERIFY(writer.restore(Table::Clients, id));
    QVERIFY(!writer.restore(Table::Clients, id));
    QVERIFY(update(writer, Table::Clients, id, {"notes", "x"}));
}

/*!
 * A bound value compared with a column of a partial index's WHERE would have SQLite prepare the statement anew at
 * every bind, outside the gate.
 */
void TestRowWriter::nothingIsPreparedAgain()
{
    TwoShops shops;
    const auto connection = shops.open("a", "owner");
    RowWriter writer(*connection, shops.clock);
    for (const Expected &expected : expectations()) {
        const char *name = storage::facts(expected.table).name;
        for (int i = 0; i < 10; ++i) {
            IdBytes row = shops.row("a", expected.table);
            if (expected.table == Table::Transactions) { // each is closed over once
                row = named("entry " + QByteArray::number(i));
                auto fields = shops.fields("a", expected.table, shops.person("a", "owner"), "entry");
                fields.push_back({"till_id", named("till")});
                shops.insert(expected.table, row, shops.workspace("a"), fields);
            }
            if (expected.update.contains("owner")) {
                const auto done = update(writer, expected.table, row, expected.change);
                VERIFY_SAYING(done, name + said(done));
            }
            if (expected.remove.contains("owner") && expected.table != Table::Workspaces &&
                expected.table != Table::WorkspaceMembers) {
                VERIFY_SAYING(writer.remove(expected.table, row), name);
                VERIFY_SAYING(writer.restore(expected.table, row), name);
            }
            if (expected.table == Table::Clients || expected.table == Table::Orders ||
                expected.table == Table::Notifications) {
                const QByteArray salt = "again" + QByteArray::number(i);
                const auto done = insert(writer, expected.table, named(salt + name),
                                         shops.fields("a", expected.table, shops.person("a", "owner"), salt));
                VERIFY_SAYING(done, said(done));
            }
        }
    }
    auto any = connection->query("SELECT 1 FROM clients");
    QVERIFY(any);
    sqlite3 *handle = sqlite3_db_handle(any.value()->handle());
    int statements = 0;
    for (sqlite3_stmt *at = sqlite3_next_stmt(handle, nullptr); at; at = sqlite3_next_stmt(handle, at)) {
        VERIFY_SAYING(sqlite3_stmt_status(at, SQLITE_STMTSTATUS_REPREPARE, 0) == 0, sqlite3_sql(at));
        ++statements;
    }
    VERIFY_SAYING(statements > 70, QByteArray::number(statements)); // those of the writer are among them
}

QTEST_GUILESS_MAIN(TestRowWriter)
#include "tst_row_writer.moc"
