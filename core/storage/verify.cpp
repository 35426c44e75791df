// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/storage/verify.h"

#include "core/base/clock.h"
#include "core/storage/catalogue.h"
#include "core/storage/connection.h"
#include "core/storage/migrator.h"
#include "core/storage/till_chain.h"

#include <QByteArrayList>
#include <QCryptographicHash>

#include <sqlite3.h>

namespace thimblely::storage {

namespace {

using Problems = std::vector<Problem>;
using Kind = Problem::Kind;

constexpr const char *mostNamed = " LIMIT 100";

//! Every row of the query is a problem: its first column the row, its second what is wrong.
Result<void> collect(Connection &connection, Problems &problems, Kind kind, const QByteArray &table,
                     const QByteArray &sql)
{
    TRY_ASSIGN(auto query, connection.query(sql + mostNamed));
    for (;;) {
        TRY_ASSIGN(const bool row, query->step());
        if (!row)
            return {};
        problems.push_back({kind, table, query->utf8(0), query->text(1)});
    }
}

Result<void> checkPages(Connection &connection, Problems &problems)
{
    TRY(collect(connection, problems, Kind::Page, {},
                "SELECT '', integrity_check FROM pragma_integrity_check WHERE integrity_check <> 'ok'"));
    if (sqlite3_db_readonly(connection.handle(), "main") == 1)
        return {}; // SQLite checks a full-text index by a statement that only looks like a write
    const auto searched =
        connection.executeScript("INSERT INTO sys_search_fts (sys_search_fts, rank) VALUES ('integrity-check', 1)");
    if (!searched && searched.error().kind != ErrorKind::Corrupt)
        return searched.error();
    if (!searched)
        problems.push_back({Kind::Page, "sys_search_fts", {}, QStringLiteral("differs from sys_search")});
    return {};
}

Result<void> checkReferences(Connection &connection, Problems &problems)
{
    TRY_ASSIGN(auto query, connection.query("SELECT \"table\", rowid, parent FROM pragma_foreign_key_check LIMIT 100"));
    for (;;) {
        TRY_ASSIGN(const bool row, query->step());
        if (!row)
            return {};
        problems.push_back({Kind::Reference,
                            query->utf8(0),
                            {},
                            QStringLiteral("row %1 refers to no row of %2").arg(query->text(1), query->text(2))});
    }
}

Result<void> checkFigures(Connection &connection, const TableFacts &facts, Problems &problems)
{
    QByteArrayList named;
    QByteArrayList differing;
    for (const char *column : facts.derived) {
        const QByteArray differs = QByteArray("kept.") + column + " IS NOT figure." + column;
        differing.append(differs);
        named.append("CASE WHEN " + differs + " THEN ' " + column + " is ' || ifnull(kept." + column +
                     ", 'NULL') || ', not ' || ifnull(figure." + column + ", 'NULL') ELSE '' END");
    }
    const QByteArray name(facts.name);
    return collect(connection, problems, Kind::Figure, name,
                   "SELECT hex(kept.id), trim(" + named.join(" || ") + ") FROM sys_figure_" + name +
                       " AS figure JOIN " + name + " AS kept ON kept.id = figure.id WHERE " + differing.join(" OR "));
}

Result<void> checkDailyTotals(Connection &connection, Problems &problems)
{
    TRY(collect(connection, problems, Kind::Figure, "sys_daily_totals",
                "SELECT hex(workspace_id), day_date || ' ' || category || ': kept, but not so'"
                "  FROM (SELECT * FROM sys_daily_totals EXCEPT SELECT * FROM sys_figure_daily_totals)"));
    return collect(connection, problems, Kind::Figure, "sys_daily_totals",
                   "SELECT hex(workspace_id), day_date || ' ' || category || ': not kept'"
                   "  FROM (SELECT * FROM sys_figure_daily_totals EXCEPT SELECT * FROM sys_daily_totals)");
}

Result<void> checkPayers(Connection &connection, Problems &problems)
{
    TRY(collect(connection, problems, Kind::Figure, "sys_order_payers",
                "SELECT hex(order_id), 'a share that is not so'"
                "  FROM (SELECT * FROM sys_order_payers EXCEPT SELECT * FROM sys_figure_order_payers)"));
    return collect(connection, problems, Kind::Figure, "sys_order_payers",
                   "SELECT hex(order_id), 'a share that is not kept'"
                   "  FROM (SELECT * FROM sys_figure_order_payers EXCEPT SELECT * FROM sys_order_payers)");
}

Result<void> checkLedgers(Connection &connection, Problems &problems)
{
    TRY(collect(connection, problems, Kind::Movement, "inventory_movements",
                "SELECT hex(id), previous_stock_milli || ' + ' || quantity_milli || ' is not ' || new_stock_milli"
                "  FROM inventory_movements WHERE new_stock_milli <> previous_stock_milli + quantity_milli"));
    return collect(
        connection, problems, Kind::Number, "invoices",
        "SELECT hex(workspace_id), series || ': ' || count(*) || ' numbers up to ' || max(number)"
        "  FROM (SELECT workspace_id, series,"
        "               CAST(substr(invoice_number, length(series) + 2) AS INTEGER) AS number"
        "          FROM invoices WHERE invoice_number IS NOT NULL"
        // Receipts of money take their numbers from the series of receipts of orders; one may stand on
        // several rows.
        "         UNION"
        "        SELECT taken.workspace_id, papers.series,"
        "               CAST(substr(taken.receipt_no, length(papers.series) + 2) AS INTEGER)"
        "          FROM (SELECT DISTINCT workspace_id, series FROM invoices WHERE kind = 'receipt') AS papers"
        "          JOIN transactions AS taken ON taken.workspace_id = papers.workspace_id"
        "               AND taken.receipt_no > papers.series || '-' AND taken.receipt_no < papers.series || '.')"
        " GROUP BY workspace_id, series HAVING count(*) <> max(number) OR min(number) <> 1");
}

Result<void> checkJournal(Connection &connection, Problems &problems)
{
    TRY(collect(connection, problems, Kind::Journal, "sys_current_operation",
                "SELECT '', 'an operation was left open' FROM sys_current_operation WHERE operation_id IS NOT NULL"));
    TRY(collect(connection, problems, Kind::Journal, "sys_journal",
                "SELECT hex(row_id), 'entry ' || seq || ' has no readable image' FROM sys_journal"
                " WHERE CASE action WHEN 1 THEN old IS NOT NULL"
                "                   ELSE CASE WHEN json_valid(old) THEN json_type(old) <> 'object' ELSE 1 END END"));
    TRY(collect(connection, problems, Kind::Journal, "sys_operations",
                "SELECT hex(uid), 'undone by an operation that undoes another' FROM sys_operations AS undone"
                " WHERE undone_by IS NOT NULL AND NOT EXISTS"
                " (SELECT 1 FROM sys_operations WHERE id = undone.undone_by AND undoes = undone.id)"));
    QByteArrayList numbers;
    for (const TableFacts &facts : catalogue()) {
        if (!facts.journalled)
            continue;
        const QByteArray number = QByteArray::number(int(facts.table));
        numbers.append(number);
        TRY(collect(connection, problems, Kind::Journal, facts.name,
                    "SELECT hex(row_id), 'is in the history but not in its table' FROM sys_journal AS entry"
                    " WHERE table_id = " +
                        number +
                        " AND action <> 3"
                        " AND NOT EXISTS (SELECT 1 FROM " +
                        facts.name +
                        " WHERE id = entry.row_id)"
                        " AND NOT EXISTS (SELECT 1 FROM sys_journal AS later WHERE later.row_id = entry.row_id"
                        "                  AND later.seq > entry.seq AND later.old IS NOT NULL AND later.action = 3)"));
    }
    return collect(connection, problems, Kind::Journal, "sys_journal",
                   "SELECT hex(row_id), 'entry ' || seq || ' is of no table' FROM sys_journal WHERE table_id NOT IN (" +
                       numbers.join(", ") + ')');
}

//! Asks whether to go on while SQLite works, however long one statement takes.
class Watch {
public:
    Watch(sqlite3 *handle, const VerifyProgress &progress) : m_handle(handle), m_progress(progress)
    {
        if (m_progress)
            sqlite3_progress_handler(m_handle, opcodesBetweenLooks, isStopped, this);
    }
    ~Watch()
    {
        if (m_progress)
            sqlite3_progress_handler(m_handle, 0, nullptr, nullptr);
    }
    Watch(const Watch &) = delete;
    Watch &operator=(const Watch &) = delete;

    Result<void> setDone(int permille)
    {
        m_done = permille;
        return isStopped(this) == 0 ? Result<void>() : Error{ErrorKind::Cancelled, "storage.verify_stopped", {}, {}};
    }
    bool isStopped() const { return m_stopped; }

private:
    static constexpr int opcodesBetweenLooks = 100'000;
    static int isStopped(void *watch)
    {
        auto *self = static_cast<Watch *>(watch);
        self->m_stopped = self->m_stopped || (self->m_progress && !self->m_progress(self->m_done));
        return self->m_stopped ? 1 : 0;
    }

    sqlite3 *m_handle;
    const VerifyProgress &m_progress;
    int m_done = 0;
    bool m_stopped = false;
};

Result<void> runChecks(Connection &connection, Problems &problems, Watch &watch)
{
    // Shares of the whole by estimate; the pages, which are read one and all, come first.
    TRY(checkPages(connection, problems));
    TRY(watch.setDone(500));
    TRY(checkReferences(connection, problems));
    TRY(watch.setDone(600));
    for (const TableFacts &facts : catalogue()) {
        if (!facts.derived.empty())
            TRY(checkFigures(connection, facts, problems));
    }
    TRY(checkDailyTotals(connection, problems));
    TRY(checkPayers(connection, problems));
    TRY(checkLedgers(connection, problems));
    TRY(checkTillChains(connection, problems));
    TRY(watch.setDone(750));
    return checkJournal(connection, problems);
}

Result<QByteArrayList> comparableColumns(Connection &connection, const TableFacts &facts)
{
    TRY_ASSIGN(auto query, connection.query("SELECT name FROM pragma_table_info(?) ORDER BY cid"));
    query->bind(facts.name);
    QByteArrayList columns;
    for (;;) {
        TRY_ASSIGN(const bool row, query->step());
        if (!row)
            return columns;
        const QByteArray name = query->utf8(0);
        if (!name.endsWith("_hash") && !name.endsWith("_hashes"))
            columns.append(name);
    }
}

} // namespace

const char *nameOf(Problem::Kind kind)
{
    switch (kind) {
    case Kind::Page:
        return "page";
    case Kind::Reference:
        return "reference";
    case Kind::Figure:
        return "figure";
    case Kind::Movement:
        return "movement";
    case Kind::Number:
        return "number";
    case Kind::Journal:
        return "journal";
    case Kind::Till:
        return "till";
    }
    Q_UNREACHABLE();
}

Result<Problems> verify(Connection &connection, const VerifyProgress &progress)
{
    Problems problems;
    Watch watch(connection.handle(), progress);
    const auto done = runChecks(connection, problems, watch);
    if (watch.isStopped())
        return Error{ErrorKind::Cancelled, "storage.verify_stopped", {}, {}};
    if (done)
        return problems;
    // A page that cannot be read is what was looked for.
    if (done.error().kind != ErrorKind::Corrupt)
        return done.error();
    problems.push_back({Kind::Page, {}, {}, QStringLiteral("a page is damaged (%1)").arg(done.error().detail)});
    return problems;
}

Result<QByteArray> digest(Connection &connection)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    // Each value with its type and length, so that no two rows read the same.
    const auto add = [&hash](char type, const QByteArray &bytes) {
        hash.addData(QByteArray(1, type) + QByteArray::number(bytes.size()) + ':');
        hash.addData(bytes);
    };
    for (const TableFacts &facts : catalogue()) {
        TRY_ASSIGN(const QByteArrayList columns, comparableColumns(connection, facts));
        add('T', facts.name);
        add('C', columns.join(','));
        TRY_ASSIGN(auto query,
                   connection.query("SELECT " + columns.join(", ") + " FROM " + facts.name + " ORDER BY id"));
        for (;;) {
            TRY_ASSIGN(const bool row, query->step());
            if (!row)
                break;
            for (int column = 0; column < query->columnCount(); ++column)
                add(char('0' + query->columnType(column)), query->blob(column));
        }
    }
    return hash.result();
}

Result<FileReport> verifyFile(const QString &path, bool withDigest, const VerifyProgress &progress)
{
    const SystemClock clock;
    TRY(Migrator(clock).upgrade(path));
    TRY_ASSIGN(auto connection, Connection::open(OpenOptions{path}));
    FileReport report;
    TRY_ASSIGN(report.problems, verify(*connection, progress));
    if (withDigest) {
        TRY_ASSIGN(report.digest, digest(*connection));
    }
    return report;
}

} // namespace thimblely::storage
