// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/access/privileged/archive_target.h"

#include "core/access/privileged/erasure_sql.h"
#include "core/access/row_clauses.h"
#include "core/storage/migrator.h"
#include "core/storage/triggers.h"

#include <algorithm>

namespace thimblely::access {

namespace {

//! The views and triggers of this program may not fit an older schema; they are made when it is up to date.
constexpr storage::SchemaParts noParts = {"", "", "", ""};

struct Guard {
    const char *table;
    const char *code;
    const char *broken; //!< SQL: the rowids of those that it refuses
};

constexpr const char *otherWorkspace = "workspace.differs_from_parent";

//! What the triggers of guards.sql would have refused of rows that refer to nothing wrong.
constexpr Guard guards[] = {
    {"workspace_members", "member.owner_not_active",
     "SELECT row.rowid FROM workspace_members AS row JOIN workspaces AS shop ON shop.id = row.workspace_id"
     " WHERE row.user_id = shop.owner_id AND (row.status <> 'active' OR row.deleted_at IS NOT NULL)"},
    {"event_reminders", otherWorkspace,
     "SELECT row.rowid FROM event_reminders AS row JOIN events AS parent ON parent.id = row.event_id"
     " WHERE parent.workspace_id IS NOT row.workspace_id"},
    {"feed_cross_posts", otherWorkspace,
     "SELECT row.rowid FROM feed_cross_posts AS row JOIN feeds AS parent ON parent.id = row.feed_id"
     " LEFT JOIN social_media_connections AS account ON account.id = row.social_connection_id"
     " WHERE parent.workspace_id IS NOT row.workspace_id"
     "       OR (account.id IS NOT NULL AND account.workspace_id IS NOT row.workspace_id)"},
    {"feed_likes", otherWorkspace,
     "SELECT row.rowid FROM feed_likes AS row JOIN feeds AS parent ON parent.id = row.feed_id"
     " WHERE parent.workspace_id IS NOT row.workspace_id"},
    {"feed_comments", otherWorkspace,
     "SELECT row.rowid FROM feed_comments AS row JOIN feeds AS parent ON parent.id = row.feed_id"
     " WHERE parent.workspace_id IS NOT row.workspace_id"},
    {"feed_shares", otherWorkspace,
     "SELECT row.rowid FROM feed_shares AS row JOIN feeds AS parent ON parent.id = row.feed_id"
     " WHERE parent.workspace_id IS NOT row.workspace_id"},
    {"order_items", "client.unknown",
     "SELECT row.rowid FROM order_items AS row JOIN clients AS payer ON payer.id = row.payer_client_id"
     " WHERE payer.workspace_id <> row.workspace_id"},
    {"transactions", "transaction.reversal_differs",
     "SELECT row.rowid FROM transactions AS row JOIN transactions AS reversed"
     "    ON reversed.workspace_id = row.workspace_id AND reversed.id = row.reverses_transaction_id"
     " WHERE row.transaction_type <> reversed.transaction_type OR row.currency <> reversed.currency"
     "       OR row.effect <> reversed.effect OR row.order_id IS NOT reversed.order_id"
     "       OR row.invoice_id IS NOT reversed.invoice_id OR row.member_id IS NOT reversed.member_id"
     "       OR reversed.reverses_transaction_id IS NOT NULL"},
    {"transactions", "transaction.reversed_already",
     "SELECT max(row.rowid) FROM transactions AS row JOIN transactions AS reversed"
     "    ON reversed.workspace_id = row.workspace_id AND reversed.id = row.reverses_transaction_id"
     " GROUP BY reversed.id HAVING sum(row.amount_minor) > reversed.amount_minor"},
};

} // namespace

ArchiveTarget::ArchiveTarget(QString path, const ArchiveOwner &owner, const Clock &clock)
    : m_path(std::move(path)), m_owner(owner), m_clock(clock)
{}

ArchiveTarget::~ArchiveTarget()
{
    m_insert.reset();
    m_transaction.reset();
}

Result<std::unique_ptr<ArchiveTarget>> ArchiveTarget::create(const QString &path, int schemaVersion,
                                                             const ArchiveOwner &owner, const Clock &clock)
{
    std::unique_ptr<ArchiveTarget> target(new ArchiveTarget(path, owner, clock));
    TRY(target->open(schemaVersion));
    return target;
}

Result<void> ArchiveTarget::open(int schemaVersion)
{
    const auto migrations = storage::schemaMigrations();
    const auto last = std::ranges::find(migrations, schemaVersion, &storage::Migration::version);
    if (last == migrations.end())
        return Error{ErrorKind::TooNew, "archive.too_new", {}, QString::number(schemaVersion)};
    const auto until = migrations.first(size_t(last - migrations.begin()) + 1);
    TRY(storage::Migrator(m_clock, until, noParts).create(m_path));
    storage::OpenOptions options{m_path};
    options.durability = storage::OpenOptions::Durability::Import;
    TRY_ASSIGN(m_connection, storage::Connection::open(options));
    // All keys are looked at once, when every row is in: a row may stand before the one it refers to.
    TRY(m_connection->executeScript("PRAGMA foreign_keys = OFF"));
    TRY_ASSIGN(m_tables, archiveTables(*m_connection));
    TRY_ASSIGN(auto transaction, storage::WriteTransaction::begin(*m_connection));
    m_transaction.emplace(std::move(transaction));
    return storage::dropViewsAndTriggers(*m_connection);
}

std::vector<std::pair<QByteArray, QByteArray>> ArchiveTarget::filled(const QByteArray &table,
                                                                     const QByteArrayList &columns) const
{
    const auto valueOf = [&](const QByteArray &column) {
        return '?' + QByteArray::number(columns.indexOf(column) + 1);
    };
    const QByteArray workspace = QByteArray::fromStdString(literal(m_owner.workspace.bytes()));
    if (table == "auth_users")
        return {{"password_hash", '\'' + m_owner.passwordHash + '\''}, {"updated_at", valueOf("created_at")}};
    if (table == "auth_sessions")
        return {{"session_token_hash", "randomblob(32)"}}; // of no token there is
    if (table == "workspace_invitations")
        return {{"token_hash", "randomblob(32)"}};
    if (table == "sys_series") // the shop the export is of may go on giving numbers
        return {{"workspace_id", workspace}, {"closed_at", QByteArray::number(m_clock.now().msecs())}};
    if (table == "sys_operations" || table == "sys_import")
        return {{"workspace_id", workspace}};
    if (table == "people_elsewhere")
        return {{"full_name", "''"}, {"is_active", "0"}, {"created_at", "0"}, {"updated_at", "0"}};
    return {};
}

Result<void> ArchiveTarget::begin(const ArchiveTable &table, const QByteArrayList &columns)
{
    m_insert.reset();
    QByteArrayList names = columns;
    QByteArrayList values;
    for (qsizetype i = 0; i < columns.size(); ++i)
        values.append('?' + QByteArray::number(i + 1));
    for (const auto &[name, value] : filled(table.name, columns)) {
        names.append(name);
        values.append(value);
    }
    const QByteArray into = table.name == "people_elsewhere" ? QByteArray("profiles") : table.name;
    TRY_ASSIGN(auto insert, m_connection->query("INSERT INTO main." + into + " (" + names.join(", ") + ") VALUES (" +
                                                values.join(", ") + ')'));
    m_insert.emplace(std::move(insert));
    return {};
}

Result<void> ArchiveTarget::insert(const std::function<void(storage::Statement &)> &bind)
{
    bind(**m_insert);
    TRY((*m_insert)->run());
    (*m_insert)->reset();
    return {};
}

//! Rows were inserted in the order of their lines, so that their rowids are in it too.
Result<qint64> ArchiveTarget::lineOf(const QByteArray &table, qint64 rowid)
{
    qint64 line = 0;
    TRY(eachRow(
        *m_connection, "SELECT count(*) FROM main." + table + " WHERE rowid <= ?",
        [&](const storage::Statement &row) { line = row.int64(0); }, rowid));
    return line;
}

Result<std::optional<ArchiveTarget::BrokenRow>> ArchiveTarget::findBrokenReference()
{
    m_insert.reset();
    std::optional<BrokenRow> broken;
    TRY(eachRow(*m_connection, "SELECT \"table\", rowid FROM pragma_foreign_key_check LIMIT 1",
                [&](const storage::Statement &row) {
                    broken = BrokenRow{row.utf8(0), row.int64(1), "archive.line_reference"};
                }));
    if (!broken)
        return broken;
    TRY_ASSIGN(broken->line, lineOf(broken->table, broken->line));
    return broken;
}

Result<void> ArchiveTarget::finish()
{
    m_insert.reset();
    TRY(m_transaction->commit());
    m_transaction.reset();
    m_connection.reset();
    TRY_ASSIGN(auto opened, storage::Migrator(m_clock).openUpgraded(m_path));
    m_connection = std::move(opened.connection);
    TRY_ASSIGN(auto transaction, storage::WriteTransaction::begin(*m_connection));
    TRY(m_connection->executeScript("DELETE FROM sys_daily_totals;"
                                    "INSERT INTO sys_daily_totals SELECT * FROM sys_figure_daily_totals;"
                                    "DELETE FROM sys_order_payers;"
                                    "INSERT INTO sys_order_payers SELECT * FROM sys_figure_order_payers;"));
    return transaction.commit();
}

Result<std::optional<ArchiveTarget::BrokenRow>> ArchiveTarget::findForbidden()
{
    std::optional<BrokenRow> broken;
    for (const Guard &guard : guards) {
        TRY(eachRow(*m_connection, QByteArray(guard.broken) + " LIMIT 1", [&](const storage::Statement &row) {
            broken = BrokenRow{guard.table, row.int64(0), guard.code};
        }));
        if (!broken)
            continue;
        TRY_ASSIGN(broken->line, lineOf(broken->table, broken->line));
        return broken;
    }
    return broken;
}

} // namespace thimblely::access
