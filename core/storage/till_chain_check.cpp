// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/storage/connection.h"
#include "core/storage/till_chain.h"
#include "core/storage/verify.h"

#include <QHash>
#include <QJsonDocument>

#include <sqlite3.h>

#include <optional>

namespace thimblely::storage {

namespace {

QByteArray columnList(std::span<const char *const> columns)
{
    QByteArray list;
    for (const char *column : columns)
        list += QByteArray(list.isEmpty() ? "" : ", ") + column;
    return list;
}

void addColumn(CanonicalRow &row, const Statement &statement, int column)
{
    switch (statement.columnType(column)) {
    case SQLITE_INTEGER:
        return row.addNumber(statement.int64(column));
    case SQLITE_TEXT:
        return row.addText(statement.utf8(column));
    case SQLITE_BLOB:
        return row.addBlob(statement.blob(column));
    default:
        return row.addNull();
    }
}

QByteArray columnsFrom(const Statement &statement, int first, size_t count)
{
    CanonicalRow row;
    for (size_t i = 0; i < count; ++i)
        addColumn(row, statement, first + int(i));
    return row.bytes();
}

//! A row of the chain as it stands in the file now.
struct Row {
    QByteArray till; //!< workspace and till
    qint64 seq;
    const char *table;
    QByteArray id; //!< in hexadecimal digits
    TillLink link; //!< as it was written
    QByteArray open;
    QByteArray hidden;
    bool erased = false;
    qint64 turnover = 0;     //!< money of orders, refunds negative
    QByteArray closing = {}; //!< which closing it says it is in
    bool mayWait = false;    //!< is of the day on which it comes in, which need not be its own
    qint64 closingSeq = 0;   //!< where that closing is; 0: in this till's chain there is none
    QJsonObject closed = {}; //!< of a closing: the day
};

//! Both tables of the chain, one row after the other.
class Rows {
public:
    static Result<Rows> of(Connection &connection)
    {
        // hex(…) first, so that a closing can be compared with its rows.
        const QByteArray order = " WHERE till_id IS NOT NULL AND till_seq IS NOT NULL"
                                 " ORDER BY workspace_id, till_id, till_seq";
        TRY_ASSIGN(auto money,
                   connection.query(
                       "SELECT hex(workspace_id) || hex(till_id), till_seq, hex(id), fiscal, hex(closing_id),"
                       " CASE WHEN effect = 'profit' AND transaction_type = 'income' AND category <> 'till_difference'"
                       "      THEN iif(reverses_transaction_id IS NULL, amount_minor, -amount_minor) ELSE 0 END,"
                       " payment_method IN ('transfer', 'mobile_money') AND transaction_type = 'income',"
                       " ifnull((SELECT closing.till_seq FROM sys_activity AS closing"
                       "   WHERE closing.id = transactions.closing_id AND closing.kind = 'till_closed'"
                       "     AND closing.workspace_id = transactions.workspace_id"
                       "     AND closing.till_id = transactions.till_id), 0),"
                       " (SELECT erased_at FROM clients WHERE clients.workspace_id = transactions.workspace_id"
                       "   AND clients.id = transactions.client_id) IS NOT NULL, " +
                       columnList(tillMoneyColumns()) + ", " + columnList(tillMoneyPrivateColumns()) +
                       " FROM transactions" + order));
        TRY_ASSIGN(auto days, connection.query("SELECT hex(workspace_id) || hex(till_id), till_seq, hex(id), data, "
                                               "kind, id, till_id, till_seq, kind, occurred_at,"
                                               " person_id FROM sys_activity" +
                                               order));
        Rows rows(std::move(money), std::move(days));
        TRY(rows.readMoney());
        TRY(rows.readDay());
        return rows;
    }

    //! The next row in the order of tills and their chains; none at the end.
    Result<std::optional<Row>> next()
    {
        const bool money =
            m_money && (!m_day || std::pair(m_money->till, m_money->seq) <= std::pair(m_day->till, m_day->seq));
        std::optional<Row> row = std::move(money ? m_money : m_day);
        if (row) {
            if (money)
                TRY(readMoney());
            else
                TRY(readDay());
        }
        return row;
    }

private:
    Rows(Connection::Query money, Connection::Query days) : m_moneyRows(std::move(money)), m_dayRows(std::move(days)) {}

    Result<void> readMoney()
    {
        m_money.reset();
        TRY_ASSIGN(const bool more, m_moneyRows->step());
        if (!more)
            return {};
        const Statement &row = *m_moneyRows;
        const int first = 9;
        const size_t open = tillMoneyColumns().size();
        m_money = Row{row.utf8(0),
                      row.int64(1),
                      "transactions",
                      row.utf8(2),
                      TillLink::fromJson(QJsonDocument::fromJson(row.utf8(3)).object()),
                      columnsFrom(row, first, open),
                      columnsFrom(row, first + int(open), tillMoneyPrivateColumns().size()),
                      row.boolean(8),
                      row.int64(5),
                      row.utf8(4),
                      row.boolean(6),
                      row.int64(7)};
        return {};
    }

    Result<void> readDay()
    {
        m_day.reset();
        TRY_ASSIGN(const bool more, m_dayRows->step());
        if (!more)
            return {};
        const Statement &row = *m_dayRows;
        QJsonObject day = QJsonDocument::fromJson(row.utf8(3)).object();
        const TillLink link = TillLink::fromJson(day.take(QStringLiteral("chain")).toObject());
        m_day = Row{row.utf8(0),
                    row.int64(1),
                    "sys_activity",
                    row.utf8(2),
                    link,
                    columnsFrom(row, 5, 5) + canonicalTillDay(day),
                    columnsFrom(row, 10, 1)};
        if (row.utf8(4) == "till_closed")
            m_day->closed = day;
        return {};
    }

    Connection::Query m_moneyRows;
    Connection::Query m_dayRows;
    std::optional<Row> m_money;
    std::optional<Row> m_day;
};

qint64 numberIn(const QJsonObject &day, const char *key)
{
    return day.value(QLatin1String(key)).toInteger();
}

//! Where a till's chain has come to.
class Follower {
public:
    explicit Follower(const QByteArray &till) : m_till(till) {}
    const QByteArray &till() const { return m_till; }

    //! What is wrong with the row; empty: nothing. After the first that is wrong nothing more is said of a till.
    QString follow(const Row &row)
    {
        if (m_broken)
            return {};
        const QString wrong = wrongWith(row);
        m_broken = !wrong.isEmpty();
        ++m_seq;
        m_hash = row.link.hash;
        return wrong;
    }

private:
    QString wrongWith(const Row &row)
    {
        if (row.seq != m_seq + 1)
            return QStringLiteral("the till's chain goes on with %1 after %2").arg(row.seq).arg(m_seq);
        const TillLink now = linkAfter(m_hash, row.open, row.hidden, row.link.salt);
        const bool salted = !row.link.salt.isEmpty();
        if (!salted && !row.erased)
            return QStringLiteral("row %1 of the till's chain has lost its salt").arg(row.seq);
        if (salted && now.people != row.link.people)
            return QStringLiteral("row %1 of the till's chain names another person or reason").arg(row.seq);
        if (row.link.previous != m_hash || hashOfLink(m_hash, row.link.people, row.open) != row.link.hash)
            return QStringLiteral("row %1 of the till's chain is not as it was written").arg(row.seq);
        return row.closed.isEmpty() ? notOfThisDay(row) : wrongDay(row);
    }

    QString notOfThisDay(const Row &row)
    {
        if (qstrcmp(row.table, "transactions") != 0)
            return {};
        m_turnovers[row.closing] += row.turnover;
        // What is waited for is in the closing of the day on which it came, or in none yet.
        if (row.mayWait ? !row.closing.isEmpty() && row.closingSeq <= row.seq : m_closing && *m_closing != row.closing)
            return QStringLiteral("row %1 of the till's chain is in another closing than its day").arg(row.seq);
        if (!row.mayWait)
            m_closing = row.closing;
        return {};
    }

    QString wrongDay(const Row &row)
    {
        const qint64 turnover = m_turnovers.take(row.id);
        const auto closing = std::exchange(m_closing, std::nullopt);
        m_perpetual += turnover;
        ++m_number;
        if (closing && *closing != row.id)
            return QStringLiteral("closing %1 is not the one its rows name").arg(m_number);
        if (numberIn(row.closed, "number") != m_number)
            return QStringLiteral("closing %1 follows closing %2")
                .arg(numberIn(row.closed, "number"))
                .arg(m_number - 1);
        if (numberIn(row.closed, "turnover_minor") != turnover)
            return QStringLiteral("closing %1 says %2, its rows %3")
                .arg(m_number)
                .arg(numberIn(row.closed, "turnover_minor"))
                .arg(turnover);
        if (numberIn(row.closed, "perpetual_minor") != m_perpetual)
            return QStringLiteral("closing %1: the perpetual total is not %2").arg(m_number).arg(m_perpetual);
        return {};
    }

    QByteArray m_till;
    qint64 m_seq = 0;
    QByteArray m_hash;
    bool m_broken = false;
    qint64 m_number = 0;
    QHash<QByteArray, qint64> m_turnovers; //!< of the rows that name a closing which has not come yet
    qint64 m_perpetual = 0;
    std::optional<QByteArray> m_closing;
};

} // namespace

Result<void> checkTillChains(Connection &connection, std::vector<Problem> &problems)
{
    TRY_ASSIGN(Rows rows, Rows::of(connection));
    std::optional<Follower> follower;
    for (;;) {
        TRY_ASSIGN(const std::optional<Row> row, rows.next());
        if (!row)
            return {};
        if (!follower || follower->till() != row->till)
            follower.emplace(row->till);
        if (const QString wrong = follower->follow(*row); !wrong.isEmpty())
            problems.push_back({Problem::Kind::Till, row->table, row->id, wrong});
    }
}

} // namespace thimblely::storage
