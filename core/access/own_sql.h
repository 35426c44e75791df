// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/access/scoped_connection.h"
#include "core/base/result.h"

#include <QByteArray>
#include <QDeadlineTimer>
#include <QString>

#include <functional>
#include <memory>
#include <variant>
#include <vector>

namespace thimblely::access {

class SteadyFunctions;

struct SqlBytes {
    QByteArray bytes;
};
//! A value of a person's own query: absent, whole number, number, text, bytes.
using SqlValue = std::variant<std::monostate, qint64, double, QByteArray, SqlBytes>;

struct OwnSqlLimits {
    int milliseconds = 5000;
    qint64 rows = 200'000;
    int textLength = 100'000;
    qint64 bytes = 256 * 1024 * 1024; //!< of SQLite's, for sorting, grouping and the row in hand
};

/*!
 * A person's own SELECT behind the wall (thimblectl sql, reports): read-only, with limits, on a connection of its own
 * that is used for nothing else, on one thread.
 *
 * Errors: Forbidden "access.wall" (what the wall hides), "sql.shadowed_name" (a CTE or alias that bears the name of a
 * view or table; args[0]), Invalid "sql.empty", "sql.more_than_one", "sql.invalid" (detail: what SQLite says),
 * "sql.too_long", Cancelled "sql.too_slow", Conflict "sql.too_large" (more memory than it may take, or a value of more
 * than a million bytes), Conflict "sql.too_many_rows" after that many rows were given.
 */
class OwnSql {
public:
    explicit OwnSql(ScopedConnection &connection, const OwnSqlLimits &limits = {});
    ~OwnSql();
    OwnSql(const OwnSql &) = delete;
    OwnSql &operator=(const OwnSql &) = delete;

    using Header = std::function<void(const std::vector<QString> &columns)>;
    //! Gives a row at a time, so that memory does not grow with them; false: enough.
    using Row = std::function<bool(const std::vector<SqlValue> &values)>;
    Result<void> run(const QByteArray &sql, const Header &header, const Row &row);

private:
    class Watch;
    Error named(const Error &error, const Watch &watch) const;

    ScopedConnection &m_connection;
    const OwnSqlLimits m_limits;
    QDeadlineTimer m_until; // of the statement in hand
    std::unique_ptr<SteadyFunctions> m_functions;
    std::vector<std::pair<int, int>> m_before; // SQLite's limits as they were
};

} // namespace thimblely::access
