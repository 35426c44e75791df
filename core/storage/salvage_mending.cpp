// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/storage/salvage_mending.h"

#include "core/storage/catalogue.h"
#include "core/storage/connection.h"

#include <QByteArrayList>

#include <sqlite3.h>

#include <algorithm>

namespace thimblely::storage {

namespace {

//! A row that names one which is not there.
struct Orphan {
    QByteArray table;
    qint64 rowid;
    QByteArray parent;
    qint64 key; //!< which of the table's foreign keys
};

Result<std::vector<Orphan>> orphans(Connection &connection)
{
    std::vector<Orphan> found;
    TRY_ASSIGN(auto query, connection.query("SELECT \"table\", rowid, parent, fkid FROM pragma_foreign_key_check"));
    for (;;) {
        TRY_ASSIGN(const bool row, query->step());
        if (!row)
            return found;
        found.push_back({query->utf8(0), query->int64(1), query->utf8(2), query->int64(3)});
    }
}

//! Those columns of a foreign key that may be empty.
Result<QByteArrayList> emptiable(Connection &connection, const QByteArray &table, qint64 key)
{
    TRY_ASSIGN(auto query, connection.query("SELECT child.name FROM pragma_foreign_key_list(?1) AS key"
                                            "  JOIN pragma_table_info(?1) AS child ON child.name = key.\"from\""
                                            " WHERE key.id = ?2 AND child.\"notnull\" = 0 AND child.pk = 0"));
    query->bindUtf8(table).bind(key);
    QByteArrayList columns;
    for (;;) {
        TRY_ASSIGN(const bool row, query->step());
        if (!row)
            return columns;
        columns.append(query->utf8(0) + " = NULL");
    }
}

MissingParent &countOf(std::vector<MissingParent> &parents, const Orphan &orphan)
{
    const auto known = std::ranges::find_if(
        parents, [&](const MissingParent &p) { return p.table == orphan.table && p.parent == orphan.parent; });
    return known != parents.end() ? *known : parents.emplace_back(MissingParent{orphan.table, orphan.parent});
}

//! True: it goes on without; false: it was removed.
Result<bool> part(Connection &connection, const Orphan &orphan)
{
    TRY_ASSIGN(const QByteArrayList columns, emptiable(connection, orphan.table, orphan.key));
    if (!columns.isEmpty()) {
        TRY_ASSIGN(auto update,
                   connection.query("UPDATE " + orphan.table + " SET " + columns.join(", ") + " WHERE rowid = ?"));
        update->bind(orphan.rowid);
        const auto emptied = update->run();
        if (emptied)
            return true;
        if (emptied.error().kind != ErrorKind::Conflict) // a rule of the table may forbid it
            return emptied.error();
    }
    TRY_ASSIGN(auto remove, connection.query("DELETE FROM " + orphan.table + " WHERE rowid = ?"));
    remove->bind(orphan.rowid);
    TRY(remove->run());
    return false;
}

Result<void> countFiguresOf(Connection &connection, const TableFacts &facts)
{
    const QByteArray table(facts.name);
    QByteArrayList columns;
    QByteArrayList differing;
    for (const char *column : facts.derived) {
        columns.append(column);
        differing.append(QByteArray("kept.") + column + " IS NOT figure." + column);
    }
    const QByteArray view = "sys_figure_" + table;
    return connection.executeScript(
        "CREATE TEMP TABLE differing AS SELECT figure.* FROM " + view + " AS figure JOIN main." + table +
        " AS kept ON kept.id = figure.id WHERE " + differing.join(" OR ") +
        "; CREATE INDEX temp.differing_id ON differing (id); UPDATE main." + table + " SET (" + columns.join(", ") +
        ") = (SELECT " + columns.join(", ") + " FROM differing WHERE differing.id = " + table +
        ".id) WHERE id IN (SELECT id FROM differing); DROP TABLE differing;");
}

} // namespace

Result<void> partFromMissing(Connection &connection, std::vector<MissingParent> &parents)
{
    constexpr int mostRounds = 20; // each removal may leave others without what they name
    for (int round = 0; round < mostRounds; ++round) {
        TRY_ASSIGN(const std::vector<Orphan> found, orphans(connection));
        if (found.empty())
            return {};
        for (const Orphan &orphan : found) {
            TRY_ASSIGN(const bool kept, part(connection, orphan));
            MissingParent &count = countOf(parents, orphan);
            ++(kept ? count.kept : count.aside);
        }
    }
    return Error{ErrorKind::Corrupt, "salvage.nothing", {}, QStringLiteral("rows name each other without end")};
}

Result<qint64> forgetMissing(Connection &connection)
{
    const int before = sqlite3_total_changes(connection.handle());
    for (const TableFacts &facts : catalogue()) {
        if (!facts.journalled)
            continue;
        TRY(connection.executeScript(
            "DELETE FROM sys_journal WHERE table_id = " + QByteArray::number(int(facts.table)) +
            " AND action <> 3 AND NOT EXISTS (SELECT 1 FROM " + facts.name + " WHERE id = sys_journal.row_id)" +
            " AND NOT EXISTS (SELECT 1 FROM sys_journal AS later WHERE later.row_id = sys_journal.row_id"
            "                  AND later.seq > sys_journal.seq AND later.old IS NOT NULL AND later.action = 3)"));
    }
    const qint64 forgotten = sqlite3_total_changes(connection.handle()) - before;
    // Half of what an operation did may be forgotten: none is taken back any more, whole or not.
    TRY(connection.executeScript("UPDATE sys_operations SET undoable = 0 WHERE undoable <> 0;"
                                 "UPDATE sys_operations AS undone SET undone_by = NULL WHERE undone_by IS NOT NULL"
                                 "   AND NOT EXISTS (SELECT 1 FROM sys_operations"
                                 "                    WHERE id = undone.undone_by AND undoes = undone.id);"));
    return forgotten;
}

Result<void> rebuildIndex(Connection &connection)
{
    TRY(connection.executeScript(R"(
        DELETE FROM sys_search
         WHERE NOT EXISTS (SELECT 1 FROM sys_search_scopes AS s
                            WHERE s.number = id >> 40 AND s.workspace_id = sys_search.workspace_id)
            OR NOT EXISTS (SELECT 1 FROM clients WHERE id = row_id UNION ALL SELECT 1 FROM orders WHERE id = row_id);
        UPDATE sys_search_scopes
           SET clients_indexed = ifnull((SELECT max(id) FROM sys_search WHERE id >> 39 = number * 2), 0),
               orders_indexed = ifnull((SELECT max(id) FROM sys_search WHERE id >> 39 = number * 2 + 1), 0))"));
    return connection.executeScript("INSERT INTO sys_search_fts (sys_search_fts) VALUES ('rebuild')");
}

Result<void> countFigures(Connection &connection)
{
    const auto each = [&connection]() -> Result<void> {
        for (const TableFacts &facts : catalogue()) {
            if (!facts.derived.empty())
                TRY(countFiguresOf(connection, facts));
        }
        return {};
    };
    // What depends on what: pieces and money first; then who pays; then orders, and at last clients and invoices.
    TRY(each());
    TRY(connection.executeScript("DELETE FROM sys_daily_totals;"
                                 "INSERT INTO sys_daily_totals SELECT * FROM sys_figure_daily_totals;"
                                 "DELETE FROM sys_order_payers;"
                                 "INSERT INTO sys_order_payers SELECT * FROM sys_figure_order_payers;"));
    TRY(each());
    return each();
}

} // namespace thimblely::storage
