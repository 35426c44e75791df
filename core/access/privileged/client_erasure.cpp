// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/access/privileged/client_erasure.h"

#include "core/access/privileged/erasure_reach.h"
#include "core/access/privileged/erasure_rules.h"
#include "core/access/privileged/erasure_sql.h"
#include "core/access/privileged/erasure_traces.h"
#include "core/storage/transaction.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace thimblely::access {

namespace {

using T = storage::Table;

constexpr const char *leftKey = "erasure"; // of sys_meta

QByteArray textOf(const LeftFiles &files)
{
    QJsonArray pictures;
    for (const QByteArray &sha256 : files.pictures)
        pictures.append(QString::fromLatin1(sha256.toHex()));
    const QJsonObject object{{QStringLiteral("pictures"), pictures},
                             {QStringLiteral("papers"), QJsonArray::fromStringList(files.papers)}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

LeftFiles filesFrom(const QByteArray &text)
{
    const QJsonObject object = QJsonDocument::fromJson(text).object();
    LeftFiles files;
    for (const auto &sha256 : object.value(QStringLiteral("pictures")).toArray())
        files.pictures.push_back(QByteArray::fromHex(sha256.toString().toLatin1()));
    for (const auto &paper : object.value(QStringLiteral("papers")).toArray())
        files.papers.append(paper.toString());
    return files;
}

Result<ErasureScope> scopeOf(storage::Connection &connection, const ErasureReach &reach)
{
    ErasureScope scope{reach.root(), reach.number(), reach.name()};
    scope.cards = int(reach.cards().size());
    const std::pair<T, int ErasureScope::*> counted[] = {
        {T::Orders, &ErasureScope::orders},
        {T::Transactions, &ErasureScope::payments},
        {T::Invoices, &ErasureScope::invoices},
        {T::ClientMeasurements, &ErasureScope::measurements},
        {T::ClientInteractions, &ErasureScope::logEntries},
        {T::Events, &ErasureScope::appointments},
        {T::Messages, &ErasureScope::messages},
    };
    for (const auto &[table, member] : counted) {
        TRY_ASSIGN(scope.*member, reach.count(table));
    }
    TRY_ASSIGN(const auto pictures, ErasureTraces(connection, reach, {}).pictures());
    scope.pictures = int(pictures.size());
    TRY_ASSIGN(scope.namedElsewhere, reach.namedElsewhere());
    TRY_ASSIGN(scope.hindrances, reach.hindrances());
    return scope;
}

} // namespace

ClientErasure::ClientErasure(std::unique_ptr<storage::Connection> connection) : m_connection(std::move(connection)) {}

Result<std::unique_ptr<ClientErasure>> ClientErasure::open(const storage::OpenOptions &options)
{
    TRY_ASSIGN(auto connection, storage::Connection::open(options));
    TRY(connection->executeScript("PRAGMA secure_delete = ON"));
    return std::unique_ptr<ClientErasure>(new ClientErasure(std::move(connection)));
}

Result<ErasureScope> ClientErasure::look(const Principal &principal, ClientId client)
{
    TRY(principal.require(Capability::DataEraseClient));
    ErasureReach reach(*m_connection);
    TRY(reach.find(principal.workspace, client));
    return scopeOf(*m_connection, reach);
}

Result<std::vector<IdBytes>> ClientErasure::erasedAmong(const std::vector<IdBytes> &rows)
{
    std::vector<IdBytes> erased;
    TRY_ASSIGN(auto query, m_connection->query(R"(
        WITH gone(id) AS (SELECT id FROM main.clients WHERE erased_at IS NOT NULL)
        SELECT ?1 IN (SELECT id FROM gone)
               OR EXISTS (SELECT 1 FROM main.orders WHERE id = ?1 AND client_id IN (SELECT id FROM gone))
               OR EXISTS (SELECT 1 FROM main.transactions WHERE id = ?1 AND client_id IN (SELECT id FROM gone))
               OR EXISTS (SELECT 1 FROM main.invoices WHERE id = ?1 AND client_id IN (SELECT id FROM gone)))"));
    for (const IdBytes &row : rows) {
        query->bind(RowId(row));
        TRY(query->step());
        if (query->boolean(0))
            erased.push_back(row);
        query->reset();
    }
    return erased;
}

Result<void> ClientErasure::erase(const Principal &principal, const Approval &confirmed, ClientId client,
                                  const std::function<Knowledge(const ErasureScope &)> &knowledge, const Clock &clock)
{
    TRY(principal.require(Capability::DataEraseClient));
    TRY_ASSIGN(const PersonId who, confirmed.spend(principal, Capability::DataEraseClient, clock.now()));
    if (who != principal.person)
        return Error{ErrorKind::Forbidden, "approval.other", {}, {}};
    TRY_ASSIGN(auto transaction, storage::WriteTransaction::begin(*m_connection));
    ErasureReach reach(*m_connection);
    TRY(reach.find(principal.workspace, client));
    TRY_ASSIGN(const ErasureScope scope, scopeOf(*m_connection, reach));
    if (!scope.hindrances.empty())
        return scope.hindrances.front();
    const Knowledge known = knowledge(scope);
    LeftFiles files;
    TRY_ASSIGN(QStringList words, reach.numbers());
    TRY_ASSIGN(const QStringList names, reach.knownAs());
    for (const QString &name : names) // papers that may be of a namesake are called after both
        words.append({name, scope.number + u' ' + name});
    files.papers = known.papers(words);

    TRY(begin(principal, reach.number(), clock));
    TRY(m_connection->executeScript("PRAGMA defer_foreign_keys = ON;"
                                    "CREATE TEMP TABLE IF NOT EXISTS said (name TEXT, at INTEGER);"
                                    "DELETE FROM temp.said;"));
    TRY(runSql(*m_connection, "INSERT INTO temp.said VALUES (?, ?)", known.instead, clock.now()));
    ErasureTraces traces(*m_connection, reach, known.instead);
    TRY_ASSIGN(const auto pictures, traces.pictures());
    TRY(traces.dropDrafts(principal.workspace));
    TRY(writeRows());
    TRY(partFamily(principal.workspace));
    TRY(traces.blankHistory());
    TRY(traces.leaveSearch(known.folded));
    TRY(traces.dropImports());
    TRY_ASSIGN(files.pictures, traces.dropPictures(pictures));
    TRY(remember(files));
    m_connection->setOperation(std::nullopt);
    return transaction.commit();
}

Result<void> ClientErasure::begin(const Principal &principal, const QString &number, const Clock &clock)
{
    const QByteArray label = QJsonDocument(QJsonArray{number}).toJson(QJsonDocument::Compact);
    TRY_ASSIGN(auto insert, m_connection->query(R"(
        INSERT INTO main.sys_operations (uid, workspace_id, person_id, device_id, kind, label, happened_at, undoable)
        VALUES (?, ?, ?, ?, 'client.erase', ?, ?, 0))"));
    insert->bind(OperationId::make(clock), principal.workspace, principal.person, principal.device).bindUtf8(label);
    insert->bind(clock.now());
    TRY(insert->run());
    m_connection->setOperation(m_connection->lastRowid());
    return {};
}

Result<void> ClientErasure::writeRows()
{
    for (const ErasureRule &rule : erasureRules()) {
        const QByteArray table(storage::facts(rule.table).name);
        const QByteArray theirs =
            " WHERE id IN (SELECT id FROM temp.going WHERE table_id = " + QByteArray::number(int(rule.table)) + ')';
        if (rule.fate == Fate::Removed) {
            TRY(runSql(*m_connection, "DELETE FROM main." + table + theirs));
            continue;
        }
        TRY_ASSIGN(const std::vector<ErasedColumn> columns, erasedColumns(*m_connection, rule));
        QByteArray set = "updated_at = (SELECT at FROM temp.said)";
        for (const ErasedColumn &column : columns)
            set += ", " + column.name + " = " + column.expression;
        TRY(runSql(*m_connection, "UPDATE main." + table + " SET " + set + theirs));
    }
    // Measures of others that named a fitting or a set that is gone.
    for (const char *column : {"event_id", "supersedes_id"}) {
        const QByteArray name(column);
        TRY(runSql(*m_connection, "UPDATE main.client_measurements SET " + name + " = NULL WHERE " + name +
                                      " IN (SELECT id FROM temp.going WHERE table_id IN (12, 22))"));
    }
    return {};
}

//! Whom they paid for is paid for by nobody now; what they were to them goes too.
Result<void> ClientErasure::partFamily(WorkspaceId workspace)
{
    return runSql(*m_connection,
                  "UPDATE main.clients SET payer_client_id = NULL, relation_to_payer = NULL,"
                  " updated_at = (SELECT at FROM temp.said)"
                  " WHERE workspace_id = ? AND payer_client_id IN (SELECT id FROM temp.going WHERE table_id = 10)",
                  workspace);
}

Result<void> ClientErasure::remember(const LeftFiles &files)
{
    TRY_ASSIGN(const auto before, left());
    LeftFiles all = before.value_or(LeftFiles{});
    all.pictures.insert(all.pictures.end(), files.pictures.begin(), files.pictures.end());
    all.papers += files.papers;
    return runSql(*m_connection,
                  "INSERT INTO main.sys_meta (key, value) VALUES (?, ?)"
                  " ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                  leftKey, QString::fromUtf8(textOf(all)));
}

Result<std::optional<LeftFiles>> ClientErasure::left()
{
    TRY_ASSIGN(auto query, m_connection->query("SELECT value FROM main.sys_meta WHERE key = ?"));
    query->bind(leftKey);
    TRY_ASSIGN(const bool found, query->step());
    return found ? std::optional(filesFrom(query->utf8(0))) : std::nullopt;
}

Result<void> ClientErasure::finish()
{
    // The names of papers may be of people: they go before the file is written anew, that it has to be stays until then.
    TRY(runSql(*m_connection, "UPDATE main.sys_meta SET value = '{}' WHERE key = ?", leftKey));
    // secure_delete leaves copies behind where SQLite moved rows from one page to another, and files that were written
    // without it hold more. Only what is written anew as a whole holds nothing but what is there.
    TRY(m_connection->executeScript("VACUUM"));
    TRY(emptyLog());
    TRY(runSql(*m_connection, "DELETE FROM main.sys_meta WHERE key = ?", leftKey));
    return emptyLog();
}

Result<void> ClientErasure::emptyLog()
{
    TRY_ASSIGN(auto query, m_connection->query("PRAGMA wal_checkpoint(TRUNCATE)"));
    TRY(query->step());
    if (query->int64(0) != 0)
        return Error{ErrorKind::Busy, "storage.busy", {}, {}};
    return {};
}

Result<bool> hasUnfinishedErasure(storage::Connection &connection)
{
    TRY_ASSIGN(auto query, connection.query("SELECT 1 FROM main.sys_meta WHERE key = ?"));
    query->bind(leftKey);
    return query->step();
}

} // namespace thimblely::access
