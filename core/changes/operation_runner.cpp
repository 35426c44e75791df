// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/changes/operation_runner.h"

#include "core/storage/transaction.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <utility>

namespace thimblely::changes {

namespace {

//! More rows than this are not worth naming one by one to a screen that shows fifty.
constexpr size_t mostRowsNamed = 2000;

QByteArray labelOf(const QStringList &args)
{
    return QJsonDocument(QJsonArray::fromStringList(args)).toJson(QJsonDocument::Compact);
}

} // namespace

OperationRunner::OperationRunner(std::unique_ptr<access::ScopedConnection> connection, const Clock &clock,
                                 access::GateKey key)
    : m_connection(std::move(connection)), m_clock(clock), m_key(key)
{
    m_connection->connection(m_key).setRowHook([this](const char *table, qint64 rowid) { touch(table, rowid); });
    m_newestKnown = newestOperation().valueOr(0);
}

OperationRunner::~OperationRunner() = default;

void OperationRunner::touch(const char *table, qint64 rowid)
{
    if (m_touched.size() > mostRowsNamed)
        return;
    if (const auto known = storage::tableFromName(table))
        m_touched.push_back({*known, rowid});
}

Result<ChangeSet> OperationRunner::run(const Operation &operation,
                                       const std::function<Result<void>(WriteContext &)> &body,
                                       std::optional<qint64> undoes)
{
    m_touched.clear();
    const OperationId id = OperationId::make(m_clock);
    TRY_ASSIGN(auto transaction, [&] {
        const auto gate = m_connection->openGate(m_key);
        return storage::WriteTransaction::begin(m_connection->connection(m_key));
    }());
    qint64 number = 0;
    Operation named = operation;
    const auto changed = [&]() -> Result<bool> {
        TRY_ASSIGN(number, begin(operation, id, undoes));
        WriteContext context(*m_connection, m_clock, id);
        TRY(body(context));
        TRY(context.writeTheRest());
        if (m_touched.empty())
            return false;
        if (context.args()) {
            named.args = *context.args();
            TRY(label(number, named.args));
        }
        return true;
    }();
    m_connection->connection(m_key).setOperation(std::nullopt);
    if (!changed || !*changed) {
        const auto gate = m_connection->openGate(m_key);
        const auto rolledBack = std::move(transaction); // while the gate is open: ROLLBACK is a statement too
        if (!changed)
            return changed.error();
        return ChangeSet{}; // it did nothing, so nothing is kept of it
    }
    {
        const auto gate = m_connection->openGate(m_key);
        if (const auto committed = transaction.commit(); !committed) {
            const auto rolledBack = std::move(transaction);
            return committed.error();
        }
    }
    // Another program's operation that slipped in before ours is news still: the poll must see it.
    if (number == m_newestKnown + 1)
        m_newestKnown = number;
    return describe(named, id, number);
}

Result<qint64> OperationRunner::newestOperation()
{
    TRY_ASSIGN(auto query, m_connection->gatedQuery(m_key, "SELECT ifnull(max(id), 0) FROM main.sys_operations"));
    TRY(query->step());
    return query->int64(0);
}

bool OperationRunner::somebodyElseWrote()
{
    // Drafts of this device change the file too, and are nobody's news: only operations count.
    const qint64 newest = newestOperation().valueOr(m_newestKnown);
    return newest > std::exchange(m_newestKnown, newest);
}

Result<qint64> OperationRunner::begin(const Operation &operation, OperationId id, std::optional<qint64> undoes)
{
    const access::Principal &principal = m_connection->principal();
    TRY_ASSIGN(auto insert, m_connection->gatedQuery(m_key, R"(
        INSERT INTO main.sys_operations (uid, workspace_id, person_id, device_id, kind, label, happened_at, undoable,
                                         undoes)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?))"));
    insert->bind(id, principal.workspace, principal.person, principal.device)
        .bindUtf8(operation.kind)
        .bindUtf8(labelOf(operation.args))
        .bind(m_clock.now(), operation.undoable, undoes);
    TRY(insert->run());
    storage::Connection &connection = m_connection->connection(m_key);
    const qint64 number = connection.lastRowid(); // RETURNING would make a table of its own for it
    connection.setOperation(number);
    return number;
}

Result<void> OperationRunner::label(qint64 number, const QStringList &args)
{
    TRY_ASSIGN(auto update, m_connection->gatedQuery(m_key, "UPDATE main.sys_operations SET label = ? WHERE id = ?"));
    update->bindUtf8(labelOf(args)).bind(number);
    return update->run();
}

Result<ChangeSet> OperationRunner::describe(const Operation &operation, OperationId id, qint64 number)
{
    ChangeSet changes{id, operation.kind, operation.args, operation.undoable, m_touched.size() > mostRowsNamed,
                      {}, number};
    if (changes.everything)
        return changes;
    // The commit stands whatever happens here: a screen that cannot be told what changed reloads.
    changes.everything = !nameRows(changes.rows).ok();
    return changes;
}

Result<void> OperationRunner::nameRows(std::vector<RowChange> &rows)
{
    std::ranges::sort(m_touched);
    m_touched.erase(std::unique(m_touched.begin(), m_touched.end()), m_touched.end());
    for (auto row = m_touched.cbegin(); row != m_touched.cend();) {
        const storage::Table table = row->table;
        const QByteArray sql = QByteArray("SELECT id FROM main.") + storage::facts(table).name + " WHERE rowid = ?";
        TRY_ASSIGN(auto select, m_connection->gatedQuery(m_key, sql));
        for (; row != m_touched.cend() && row->table == table; ++row) {
            TRY_ASSIGN(const bool found, select->bind(row->rowid).step());
            if (found)
                rows.push_back({table, select->idBytes(0)});
            select->reset();
        }
    }
    std::ranges::sort(rows);
    return {};
}

} // namespace thimblely::changes
