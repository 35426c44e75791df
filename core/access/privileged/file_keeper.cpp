// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/access/privileged/file_keeper.h"

#include "core/access/privileged/file_mark.h"
#include "core/storage/connection.h"
#include "core/storage/known_problems.h"
#include "core/storage/transaction.h"

namespace thimblely::access {

namespace {

constexpr const char *keyOfBackups = "backup_key"; // in sys_meta

} // namespace

FileKeeper::FileKeeper(std::unique_ptr<storage::Connection> connection) : m_connection(std::move(connection)) {}

FileKeeper::~FileKeeper() = default;

Result<std::unique_ptr<FileKeeper>> FileKeeper::open(const QString &path)
{
    TRY_ASSIGN(auto connection, storage::Connection::open(storage::OpenOptions{path}));
    return std::unique_ptr<FileKeeper>(new FileKeeper(std::move(connection)));
}

Result<std::vector<storage::Problem>> FileKeeper::look(const QString &path, int pause, storage::CheckStop &stop)
{
    // One that may write trusts the schema, whose figures are counted with JSON; this one is told not to.
    TRY_ASSIGN(const auto connection, storage::Connection::open(storage::OpenOptions{path}));
    TRY(connection->executeScript("PRAGMA query_only = ON"));
    return storage::verifyInSlices(*connection, pause, stop);
}

Result<QByteArray> FileKeeper::fileId()
{
    TRY_ASSIGN(auto query, m_connection->query("SELECT value FROM sys_meta WHERE key = 'file_id'"));
    TRY_ASSIGN(const bool found, query->step());
    if (!found)
        return Error{ErrorKind::NotOurs, "storage.not_ours", {m_connection->path()}, {}};
    return query->blob(0);
}

Result<std::vector<ShopFacts>> FileKeeper::shops()
{
    TRY_ASSIGN(auto query, m_connection->query(R"(
        SELECT name,
               (SELECT count(*) FROM clients WHERE workspace_id = shop.id AND deleted_at IS NULL),
               (SELECT count(*) FROM orders
                 WHERE workspace_id = shop.id AND deleted_at IS NULL AND order_number IS NOT NULL),
               time_zone
          FROM workspaces AS shop
         WHERE deleted_at IS NULL
         ORDER BY id)"));
    std::vector<ShopFacts> shops;
    for (;;) {
        TRY_ASSIGN(const bool more, query->step());
        if (!more)
            return shops;
        shops.push_back({query->text(0), query->int64(1), query->int64(2), query->utf8(3)});
    }
}

Result<std::vector<QByteArray>> FileKeeper::pictures()
{
    TRY_ASSIGN(auto query, m_connection->query("SELECT sha256 FROM sys_media ORDER BY sha256"));
    std::vector<QByteArray> pictures;
    for (;;) {
        TRY_ASSIGN(const bool more, query->step());
        if (!more)
            return pictures;
        pictures.push_back(query->blob(0));
    }
}

Result<std::optional<QByteArray>> FileKeeper::backupKey()
{
    TRY_ASSIGN(auto query, m_connection->query("SELECT value FROM sys_meta WHERE key = ?"));
    query->bind(keyOfBackups);
    TRY_ASSIGN(const bool found, query->step());
    return found ? std::optional(query->utf8(0)) : std::nullopt;
}

Result<void> FileKeeper::setBackupKey(const QByteArray &json)
{
    TRY_ASSIGN(auto query, m_connection->query("INSERT INTO sys_meta (key, value) VALUES (?, ?)"
                                               " ON CONFLICT (key) DO UPDATE SET value = excluded.value"));
    query->bind(keyOfBackups).bindUtf8(json);
    return query->run();
}

Result<void> FileKeeper::copyTo(const QString &path, const storage::CopyProgress &progress, storage::CopyKind kind)
{
    return storage::copyFile(*m_connection, path, {}, progress, kind);
}

Result<std::optional<Instant>> FileKeeper::newestChange()
{
    TRY_ASSIGN(auto query, m_connection->query("SELECT max(happened_at) FROM sys_operations"));
    TRY(query->step());
    return query->optionalInstant(0);
}

Result<void> FileKeeper::closeLostSeries(Instant now)
{
    TRY_ASSIGN(auto query, m_connection->query(R"(
        INSERT INTO sys_series (workspace_id, device_id, kind, series, closed_at)
        SELECT shop.id, device.value, 'order', 'A', ?
          FROM workspaces AS shop
          JOIN sys_meta AS device ON device.key = 'device_id'
         WHERE NOT EXISTS (SELECT 1 FROM sys_series WHERE workspace_id = shop.id))"));
    query->bind(now);
    return query->run();
}

Result<void> FileKeeper::keepKnownProblems(const std::vector<storage::Problem> &problems, Instant at)
{
    return storage::keepKnownProblems(*m_connection, problems, at);
}

Result<void> FileKeeper::makePractice(const char *series, Instant now)
{
    TRY_ASSIGN(auto transaction, storage::WriteTransaction::begin(*m_connection));
    {
        TRY_ASSIGN(auto close, m_connection->query("UPDATE sys_series SET closed_at = ? WHERE closed_at IS NULL"));
        close->bind(now);
        TRY(close->run());
        TRY_ASSIGN(auto begin, m_connection->query(R"(
            INSERT INTO sys_series (workspace_id, device_id, kind, series, next_number)
            SELECT shop.id, device.value, 'order', ?, 1001
              FROM workspaces AS shop
              JOIN sys_meta AS device ON device.key = 'device_id')"));
        begin->bind(series);
        TRY(begin->run());
        TRY_ASSIGN(auto drafts, m_connection->query("DELETE FROM sys_drafts"));
        TRY(drafts->run());
        TRY_ASSIGN(auto tries, m_connection->query("UPDATE auth_users SET failed_attempts = 0, locked_until = NULL"));
        TRY(tries->run());
    }
    return transaction.commit();
}

Result<void> FileKeeper::goOnAs(DeviceId device, const QByteArray &machine, const QString &name, Instant now)
{
    return access::goOnAs(*m_connection, device, machine, name, now);
}

} // namespace thimblely::access
