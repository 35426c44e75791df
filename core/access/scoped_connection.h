// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/access/gate_key.h"
#include "core/access/principal.h"
#include "core/base/result.h"
#include "core/storage/connection.h"
#include "core/storage/transaction.h"

#include <QStringList>

#include <memory>
#include <string>

namespace thimblely::access {

class RowWriter;
class Wall;
struct SchemaColumns;
struct WritePlans;
class RowClauses;

/*!
 * A connection behind the wall: the views of one person in one workspace, and an authorizer that lets nothing else
 * be read (access.md). One per thread and Session; opened anew for another person, never changed.
 */
class ScopedConnection {
public:
    static Result<std::unique_ptr<ScopedConnection>> open(const storage::OpenOptions &options,
                                                          const Principal &principal);
    //! Puts the wall in front of a connection that nobody has used yet.
    static Result<std::unique_ptr<ScopedConnection>> over(std::unique_ptr<storage::Connection> connection,
                                                          const Principal &principal);
    ~ScopedConnection();

    //! A statement over the scoped views (clients, orders …); anything else is Forbidden ("access.wall").
    Result<storage::Connection::Query> query(QByteArrayView sql);
    //! What is read while it lives is of one moment (storage/transaction.h).
    Result<storage::ReadTransaction> snapshot();
    //! Past the wall, for the few classes that can make a key.
    Result<storage::Connection::Query> gatedQuery(GateKey key, QByteArrayView sql);

    /*!
     * Holds the gate open while it lives: for stepping a gated statement that prepares others (FTS5), and for one whose
     * schema changed under it. Nestable.
     */
    class OpenGate;
    OpenGate openGate(GateKey key);

    /*!
     * A person's own text: a statement of its own, in no cache, that SQLite calls read-only and that is no EXPLAIN.
     * See own_sql.h, which also holds the limits.
     */
    Result<storage::Statement> ownStatement(QByteArrayView sql);
    //! The lines of EXPLAIN QUERY PLAN for a statement over the scoped views, without the wall's own names; for tests.
    Result<QStringList> queryPlan(QByteArrayView sql);
    //! A name SQLite knows otherwise than by a statement's own CTE or alias: a view, a table, a module.
    bool isTakenName(std::string_view name) const;
    //! The text without the names of this connection's hidden views.
    QString withoutSecrets(QString text) const;

    const Principal &principal() const { return m_principal; }
    //! For the write door: BEGIN and COMMIT go through the gate too.
    storage::Connection &connection(GateKey) { return *m_connection; }

private:
    ScopedConnection(std::unique_ptr<storage::Connection> connection, Principal principal);

    friend class RowWriter;
    friend class OwnSql; // sets SQLite's limits
    Result<void> build();
    Result<void> requireMembership();
    Result<void> readColumns();
    Result<std::vector<std::string>> readRegions();
    Result<void> makeViews();
    Error scrubbed(const Error &error) const;

    Principal m_principal;
    std::unique_ptr<storage::Connection> m_connection;
    std::unique_ptr<Wall> m_wall;
    std::shared_ptr<const SchemaColumns> m_columns;
    std::unique_ptr<RowClauses> m_clauses;
    std::unique_ptr<WritePlans> m_plans; // statements: go before the connection
    std::string m_secretPrefix;
};

class ScopedConnection::OpenGate {
public:
    ~OpenGate();
    OpenGate(const OpenGate &) = delete;
    OpenGate &operator=(const OpenGate &) = delete;

private:
    friend class ScopedConnection;
    explicit OpenGate(Wall &wall);
    Wall &m_wall;
};

} // namespace thimblely::access
