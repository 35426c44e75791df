// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/access/own_sql.h"

#include "core/access/sql_names.h"
#include "core/access/steady_functions.h"
#include "core/base/error_args.h"
#include "core/storage/heap_budget.h"

#include <sqlite3.h>

namespace thimblely::access {

namespace {

constexpr int opcodesBetweenLooks = 1000;

int isOver(void *deadline)
{
    return static_cast<const QDeadlineTimer *>(deadline)->hasExpired() ? 1 : 0;
}

SqlValue valueOf(const storage::Statement &row, int column)
{
    switch (row.columnType(column)) {
    case SQLITE_INTEGER:
        return row.int64(column);
    case SQLITE_FLOAT:
        return sqlite3_column_double(row.handle(), column);
    case SQLITE_TEXT:
        return row.utf8(column);
    case SQLITE_BLOB:
        return SqlBytes{row.blob(column)};
    default:
        return std::monostate();
    }
}

} // namespace

//! The clock over one statement and what it takes from the heap, preparing included.
class OwnSql::Watch {
public:
    Watch(sqlite3 *handle, QDeadlineTimer &until, qint64 bytes) : m_handle(handle), m_budget(bytes, until)
    {
        sqlite3_progress_handler(m_handle, opcodesBetweenLooks, isOver, &until);
    }
    ~Watch() { sqlite3_progress_handler(m_handle, 0, nullptr, nullptr); }
    Watch(const Watch &) = delete;
    Watch &operator=(const Watch &) = delete;

    const storage::HeapBudget &budget() const { return m_budget; }

private:
    sqlite3 *m_handle;
    storage::HeapBudget m_budget;
};

OwnSql::OwnSql(ScopedConnection &connection, const OwnSqlLimits &limits) : m_connection(connection), m_limits(limits)
{
    const std::pair<int, int> wanted[] = {
        {SQLITE_LIMIT_LENGTH, 1'000'000},   {SQLITE_LIMIT_SQL_LENGTH, limits.textLength},
        {SQLITE_LIMIT_COLUMN, 500},         {SQLITE_LIMIT_EXPR_DEPTH, 100},
        {SQLITE_LIMIT_COMPOUND_SELECT, 60}, {SQLITE_LIMIT_VDBE_OP, 25'000},
        {SQLITE_LIMIT_ATTACHED, 0},         {SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 500},
        {SQLITE_LIMIT_WORKER_THREADS, 0},
    };
    sqlite3 *handle = m_connection.m_connection->handle();
    for (const auto &[limit, value] : wanted)
        m_before.emplace_back(limit, sqlite3_limit(handle, limit, value));
    m_functions = std::make_unique<SteadyFunctions>(handle);
}

OwnSql::~OwnSql()
{
    sqlite3 *handle = m_connection.m_connection->handle();
    for (const auto &[limit, value] : m_before)
        sqlite3_limit(handle, limit, value);
}

Error OwnSql::named(const Error &error, const Watch &watch) const
{
    const QString detail = m_connection.withoutSecrets(error.detail);
    if (error.code == "storage.too_large" || watch.budget().isSpent())
        return {ErrorKind::Conflict, "sql.too_large", {}, {}};
    if (error.code == "storage.interrupted" || (error.code == "storage.no_memory" && watch.budget().isOver()))
        return {ErrorKind::Cancelled, "sql.too_slow", {QString::number(m_limits.milliseconds / 1000)}, {}};
    if (error.kind == ErrorKind::Internal)
        return {ErrorKind::Invalid, "sql.invalid", {detail}, detail};
    return {error.kind, error.code, error.args, detail};
}

Result<void> OwnSql::run(const QByteArray &sql, const Header &header, const Row &row)
{
    if (sql.size() > m_limits.textLength)
        return Error{ErrorKind::Invalid, "sql.too_long", {errorArg(qint64(m_limits.textLength))}, {}};
    for (const std::string &name : givenNames({sql.constData(), size_t(sql.size())})) {
        if (m_connection.isTakenName(name))
            return Error{ErrorKind::Forbidden, "sql.shadowed_name", {QString::fromStdString(name)}, {}};
    }
    m_until = QDeadlineTimer(m_limits.milliseconds);
    m_functions->setUntil(m_until);
    const Watch watch(m_connection.m_connection->handle(), m_until, m_limits.bytes);
    auto prepared = m_connection.ownStatement(sql);
    if (!prepared)
        return named(prepared.error(), watch);
    storage::Statement &statement = prepared.value();

    std::vector<QString> columns;
    columns.reserve(size_t(statement.columnCount()));
    for (int i = 0; i < statement.columnCount(); ++i)
        columns.push_back(statement.columnName(i));
    header(columns);

    std::vector<SqlValue> values(columns.size());
    for (qint64 given = 0;; ++given) {
        const auto next = statement.step();
        if (!next)
            return named(next.error(), watch);
        if (!next.value())
            return {};
        if (given == m_limits.rows)
            return Error{ErrorKind::Conflict, "sql.too_many_rows", {errorArg(qint64(m_limits.rows))}, {}};
        for (size_t i = 0; i < values.size(); ++i)
            values[i] = valueOf(statement, int(i));
        if (!row(values))
            return {};
    }
}

} // namespace thimblely::access
