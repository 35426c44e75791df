// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/access/scoped_connection.h"

#include "core/access/schema_columns.h"
#include "core/access/scoped_views.h"
#include "core/access/temp_views.h"
#include "core/access/wall.h"
#include "core/access/write_plans.h"

#include <sqlite3.h>

namespace thimblely::access {

namespace {

Error refused()
{
    return {ErrorKind::Forbidden, "access.wall", {}, {}};
}

} // namespace

ScopedConnection::ScopedConnection(std::unique_ptr<storage::Connection> connection, Principal principal)
    : m_principal(principal), m_connection(std::move(connection)), m_wall(std::make_unique<Wall>()),
      m_plans(std::make_unique<WritePlans>()), m_secretPrefix(makeSecretPrefix())
{}

ScopedConnection::~ScopedConnection()
{
    m_plans.reset();
    m_connection.reset(); // it calls the wall until it is closed
}

Result<std::unique_ptr<ScopedConnection>> ScopedConnection::open(const storage::OpenOptions &options,
                                                                 const Principal &principal)
{
    TRY_ASSIGN(auto connection, storage::Connection::open(options));
    return over(std::move(connection), principal);
}

Result<std::unique_ptr<ScopedConnection>> ScopedConnection::over(std::unique_ptr<storage::Connection> connection,
                                                                 const Principal &principal)
{
    std::unique_ptr<ScopedConnection> scoped(new ScopedConnection(std::move(connection), principal));
    TRY(scoped->build());
    return scoped;
}

Result<void> ScopedConnection::build()
{
    TRY(requireMembership());
    TRY(readColumns());
    TRY_ASSIGN(std::vector<std::string> regions, readRegions());
    m_clauses = std::make_unique<RowClauses>(m_principal, *m_columns, std::move(regions));
    TRY(makeViews());
    m_connection->setAuthorizer(m_wall.get());
    m_wall->raise();
    return {};
}

Result<void> ScopedConnection::requireMembership()
{
    TRY_ASSIGN(auto member,
               storage::Statement::prepare(m_connection->handle(),
                                           "SELECT 1 FROM main.workspace_members AS member"
                                           "  JOIN main.workspaces AS shop ON shop.id = member.workspace_id"
                                           "       AND shop.deleted_at IS NULL"
                                           " WHERE member.workspace_id = ? AND member.user_id = ?"
                                           " AND member.status = 'active' AND member.deleted_at IS NULL"));
    member.bind(m_principal.workspace, m_principal.person);
    TRY_ASSIGN(const bool active, member.step());
    if (!active)
        return Error{ErrorKind::Forbidden, "access.no_member", {}, {}};
    return {};
}

Result<void> ScopedConnection::readColumns()
{
    TRY_ASSIGN(m_columns, schemaColumns(m_connection->handle()));
    Wall::Names known = m_columns->names;
    // Connected once before the wall is up: a virtual table declares its columns as a CREATE TABLE, which it refuses.
    TRY_ASSIGN(auto json,
               storage::Statement::prepare(m_connection->handle(), "SELECT 1 FROM json_each('[]'), json_tree('[]')"));
    TRY(json.run());
    TRY_ASSIGN(auto modules,
               storage::Statement::prepare(m_connection->handle(), "SELECT name FROM pragma_module_list"));
    for (;;) {
        TRY_ASSIGN(const bool row, modules.step());
        if (!row)
            break;
        known.insert(foldName(modules.utf8(0).toStdString()));
    }
    m_wall->setKnownNames(std::move(known));
    return {};
}

Result<std::vector<std::string>> ScopedConnection::readRegions()
{
    TRY_ASSIGN(auto query, storage::Statement::prepare(m_connection->handle(), R"(
        SELECT person.region, person.country_code, shop.country_code
          FROM main.profiles AS person, main.workspaces AS shop WHERE person.id = ? AND shop.id = ?)"));
    query.bind(m_principal.person, m_principal.workspace);
    TRY_ASSIGN(const bool found, query.step());
    std::vector<std::string> regions;
    // Where a person never said where they live, it is where the shop is.
    const int last = found && query.isNull(0) && query.isNull(1) ? 3 : 2;
    for (int column = 0; found && column < last; ++column) {
        if (!query.isNull(column))
            regions.push_back(query.utf8(column).toStdString());
    }
    return regions;
}

Result<void> ScopedConnection::makeViews()
{
    TRY_ASSIGN(TempViews views, TempViews::begin(*m_connection));
    for (const ScopedView &view : scopedViews(m_principal, *m_columns, *m_clauses, m_secretPrefix)) {
        TRY(views.add(view.secret, view.select));
        TRY(views.add(view.name, "SELECT * FROM temp." + view.secret));
        m_wall->addView(view.name, view.secret, view.tables());
    }
    return views.commit();
}

Result<storage::Connection::Query> ScopedConnection::query(QByteArrayView sql)
{
    auto query = m_connection->query(sql);
    if (!query)
        return scrubbed(query.error());
    if (sqlite3_stmt_isexplain(query.value()->handle()) != 0)
        return refused(); // a plan names the hidden views
    return query;
}

Result<storage::ReadTransaction> ScopedConnection::snapshot()
{
    const OpenGate gate(*m_wall);
    return storage::ReadTransaction::begin(*m_connection);
}

Result<storage::Connection::Query> ScopedConnection::gatedQuery(GateKey key, QByteArrayView sql)
{
    const OpenGate gate = openGate(key);
    return m_connection->query(sql, storage::Connection::Cache::Gated);
}

Result<storage::Statement> ScopedConnection::ownStatement(QByteArrayView sql)
{
    auto statement = storage::Statement::prepare(m_connection->handle(), sql);
    if (!statement)
        return scrubbed(statement.error());
    if (sqlite3_stmt_isexplain(statement.value().handle()) != 0 || !statement.value().isReadOnly())
        return refused();
    return statement;
}

Result<QStringList> ScopedConnection::queryPlan(QByteArrayView sql)
{
    TRY(ownStatement(sql)); // behind the wall first
    TRY_ASSIGN(auto plan,
               storage::Statement::prepare(m_connection->handle(), "EXPLAIN QUERY PLAN " + sql.toByteArray()));
    QStringList lines;
    for (;;) {
        TRY_ASSIGN(const bool row, plan.step());
        if (!row)
            return lines;
        lines.append(withoutSecrets(plan.text(3)));
    }
}

bool ScopedConnection::isTakenName(std::string_view name) const
{
    const std::string folded = foldName(name);
    return m_wall->isPublicView(folded) || m_wall->isKnownName(folded);
}

QString ScopedConnection::withoutSecrets(QString text) const
{
    return text.remove(QString::fromStdString(m_secretPrefix), Qt::CaseInsensitive);
}

Error ScopedConnection::scrubbed(const Error &error) const
{
    return {error.kind, error.code, error.args, withoutSecrets(error.detail)};
}

ScopedConnection::OpenGate ScopedConnection::openGate(GateKey)
{
    return OpenGate(*m_wall);
}

ScopedConnection::OpenGate::OpenGate(Wall &wall) : m_wall(wall)
{
    m_wall.openGate();
}

ScopedConnection::OpenGate::~OpenGate()
{
    m_wall.closeGate();
}

} // namespace thimblely::access
