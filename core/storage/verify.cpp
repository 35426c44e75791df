// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/storage/verify.h"

#include "core/base/clock.h"
#include "core/storage/catalogue.h"
#include "core/storage/connection.h"
#include "core/storage/known_problems.h"
#include "core/storage/migrator.h"
#include "core/storage/page_check.h"
#include "core/storage/till_chain.h"

#include <QByteArrayList>

#include <sqlite3.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <functional>
#include <future>
#include <iterator>
#include <optional>
#include <thread>

namespace thimblely::storage {

namespace {

using Problems = std::vector<Problem>;
using Kind = Problem::Kind;

//! Asked before each slice of a check; false ends it.
using BeforeSlice = std::function<bool()>;

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

Result<void> checkIndex(Connection &connection, Problems &problems)
{
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

Result<void> checkPages(Connection &connection, Problems &problems)
{
    return collect(connection, problems, Kind::Page, {},
                   "SELECT '', integrity_check FROM pragma_integrity_check WHERE integrity_check <> 'ok'");
}

//! All pages but the free ones, a table with its indexes at a time.
Result<void> checkPagesInSlices(Connection &connection, Problems &problems, const BeforeSlice &before)
{
    QByteArrayList tables{"sqlite_schema"};
    {
        TRY_ASSIGN(auto query,
                   connection.query("SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0"));
        for (;;) {
            TRY_ASSIGN(const bool row, query->step());
            if (!row)
                break;
            tables.append(query->utf8(0));
        }
    }
    for (const QByteArray &table : std::as_const(tables)) {
        if (!before())
            return Error{ErrorKind::Cancelled, "storage.interrupted", {}, {}};
        TRY(collect(connection, problems, Kind::Page, table,
                    "SELECT '', integrity_check FROM pragma_integrity_check('" + table +
                        "') WHERE integrity_check <> 'ok'"));
    }
    return {};
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
    bool look() { return isStopped(this) == 0; } //!< asks now; false: it is stopped

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

//! A part of a check, and how much of the whole is done with it, in thousandths and by estimate.
struct Slice {
    int done;
    std::function<Result<void>(Connection &, Problems &)> run;
};

std::vector<Slice> slicesOf(const BeforeSlice &before)
{
    // The pages, which are read one and all, come first.
    std::vector<Slice> slices{
        {500,
         [&before](Connection &connection, Problems &problems) {
             return before ? checkPagesInSlices(connection, problems, before) : checkPages(connection, problems);
         }},
        {600, checkReferences},
    };
    if (!before) // it would hold up who writes for as long as it takes
        slices.push_back({600, checkIndex});
    for (const TableFacts &facts : catalogue()) {
        if (!facts.derived.empty())
            slices.push_back({600, [&facts](Connection &connection, Problems &problems) {
                                  return checkFigures(connection, facts, problems);
                              }});
    }
    for (const auto next : {checkDailyTotals, checkPayers, checkLedgers})
        slices.push_back({600, next});
    slices.push_back({750, checkTillChains});
    slices.push_back({1000, checkJournal});
    return slices;
}

struct Found {
    Problems problems;
    bool toTheEnd = true; //!< no page stood in the way
};

//! The slices, which several threads may take, and what each found: said in their order, whoever was first.
class Checks {
public:
    explicit Checks(const BeforeSlice &before) : m_before(before), m_slices(slicesOf(before)), m_ends(m_slices.size())
    {}

    Result<void> takePart(Connection &connection, Watch &watch)
    {
        for (size_t i = m_next++; i < m_slices.size(); i = m_next++) {
            if (m_before && !m_before())
                return Error{ErrorKind::Cancelled, "storage.interrupted", {}, {}};
            const auto done = m_slices[i].run(connection, m_ends[i].problems);
            if (!done) {
                m_ends[i].error = done.error();
                m_next = m_slices.size();
                return {};
            }
            TRY(watch.setDone(m_slices[i].done));
        }
        return {};
    }

    //! Once nobody takes part any more.
    Result<Found> found()
    {
        Found found;
        for (End &end : m_ends) {
            std::ranges::move(end.problems, std::back_inserter(found.problems));
            if (!end.error)
                continue;
            // A page that cannot be read is what was looked for.
            if (end.error->kind != ErrorKind::Corrupt)
                return *end.error;
            found.problems.push_back(
                {Kind::Page,
                 {},
                 {},
                 QStringLiteral("what follows a damaged page was not checked (%1)").arg(end.error->detail)});
            found.toTheEnd = false;
            break;
        }
        return found;
    }

private:
    struct End {
        Problems problems;
        std::optional<Error> error;
    };
    const BeforeSlice &m_before;
    std::vector<Slice> m_slices;
    std::vector<End> m_ends;
    std::atomic<size_t> m_next = 0;
};

struct Checked {
    Problems problems;
    Problems known;
};

Result<Checked> checkedOf(Checks &checks, Connection &connection)
{
    TRY_ASSIGN(Found found, checks.found());
    Checked checked{std::move(found.problems), {}};
    if (found.toTheEnd) {
        TRY_ASSIGN(checked.known, takeKnownProblems(connection, checked.problems));
    }
    return checked;
}

Error stopped()
{
    return {ErrorKind::Cancelled, "storage.verify_stopped", {}, {}};
}

Result<Checked> check(Connection &connection, const BeforeSlice &before, const VerifyProgress &progress)
{
    Checks checks(before);
    {
        Watch watch(connection.handle(), progress);
        const auto taken = checks.takePart(connection, watch);
        if (watch.isStopped())
            return stopped();
        TRY(taken);
    }
    return checkedOf(checks, connection);
}

//! On two cores: a file that nobody writes meanwhile, for the second connection sees it a moment later.
Result<Checked> checkAtOnce(Connection &connection, const VerifyProgress &progress)
{
    const BeforeSlice never;
    Checks checks(never);
    std::atomic<bool> isOver = false;
    auto other = std::async(std::launch::async, [&checks, &isOver, path = connection.path()]() -> Result<void> {
        const auto own = Connection::open(OpenOptions{path});
        if (!own)
            return {}; // the first one does it all
        const VerifyProgress go = [&isOver](int) { return !isOver; };
        Watch watch((*own)->handle(), go);
        const auto taken = checks.takePart(**own, watch);
        return isOver ? Result<void>() : taken;
    });
    {
        Watch watch(connection.handle(), progress);
        const auto taken = checks.takePart(connection, watch);
        isOver = watch.isStopped();
        while (other.wait_for(std::chrono::milliseconds(50)) == std::future_status::timeout)
            isOver = !watch.look();
        const auto others = other.get();
        if (watch.isStopped())
            return stopped();
        TRY(taken);
        TRY(others);
    }
    return checkedOf(checks, connection);
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
    TRY_ASSIGN(Checked checked, check(connection, {}, progress));
    return std::move(checked.problems);
}

void CheckStop::stop()
{
    const std::scoped_lock lock(m_mutex);
    m_stopped = true;
    if (m_handle)
        sqlite3_interrupt(m_handle);
}

bool CheckStop::isStopped() const
{
    const std::scoped_lock lock(m_mutex);
    return m_stopped;
}

//! While it lives, the stop reaches the connection.
class SlicedCheck {
public:
    SlicedCheck(CheckStop &stop, sqlite3 *handle) : m_stop(stop) { reach(handle); }
    ~SlicedCheck() { reach(nullptr); }
    SlicedCheck(const SlicedCheck &) = delete;
    SlicedCheck &operator=(const SlicedCheck &) = delete;

private:
    void reach(sqlite3 *handle)
    {
        const std::scoped_lock lock(m_stop.m_mutex);
        m_stop.m_handle = handle;
    }
    CheckStop &m_stop;
};

Result<Problems> verifyInSlices(Connection &connection, int pause, CheckStop &stop)
{
    const SlicedCheck reachable(stop, connection.handle());
    TRY_ASSIGN(Checked checked, check(connection,
                                      [pause, &stop] {
                                          if (pause > 0)
                                              std::this_thread::sleep_for(std::chrono::milliseconds(pause));
                                          return !stop.isStopped();
                                      },
                                      {}));
    if (stop.isStopped()) // what was broken off says that it was, as if it were damaged
        return Error{ErrorKind::Cancelled, "storage.interrupted", {}, {}};
    return std::move(checked.problems);
}

namespace {

Result<FileReport> verifyWithSqlite(const QString &path, bool withDigest, const VerifyProgress &progress)
{
    const SystemClock clock;
    TRY(Migrator(clock).upgrade(path));
    TRY_ASSIGN(auto connection, Connection::open(OpenOptions{path}));
    FileReport report;
    TRY_ASSIGN(Checked checked, checkAtOnce(*connection, progress));
    report.problems = std::move(checked.problems);
    report.known = std::move(checked.known);
    if (withDigest) {
        TRY_ASSIGN(report.digest, digest(*connection));
    }
    return report;
}

//! Whether a page may be damaged: SQLite says so without saying which, and of a header only that the file is none of ours.
bool mayBeDamaged(const Result<FileReport> &report)
{
    if (!report)
        return report.error().kind == ErrorKind::Corrupt || report.error().kind == ErrorKind::NotOurs;
    return std::ranges::any_of(report->problems, [](const Problem &problem) { return problem.kind == Kind::Page; });
}

} // namespace

Result<FileReport> verifyFile(const QString &path, bool withDigest, const VerifyProgress &progress)
{
    auto report = verifyWithSqlite(path, withDigest, progress);
    if (!mayBeDamaged(report))
        return report;
    const auto damaged = damagedPages(path);
    if (!damaged || damaged->empty())
        return report; // the pages are as they were written: what stands on them is wrong
    Problems named;
    for (const DamagedPage &page : *damaged)
        named.push_back({Kind::Page,
                         page.ofSchema ? QByteArray("sqlite_schema") : QByteArray(),
                         {},
                         QStringLiteral("page %1 is damaged").arg(page.number)});
    if (!report)
        return FileReport{std::move(named), {}, {}};
    report->problems.insert(report->problems.begin(), named.begin(), named.end());
    return report;
}

} // namespace thimblely::storage
