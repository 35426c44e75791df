// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/storage/migrator.h"

#include "core/base/id.h"
#include "core/base/log.h"
#include "core/storage/file_copy.h"
#include "core/storage/plain_checks.h"
#include "core/storage/sqlite_error.h"
#include "core/storage/transaction.h"
#include "core/storage/triggers.h"
#include "core/storage/vfs_file.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QtEndian>

#include <sqlite3.h>

namespace thimblely::storage {

namespace {

Result<qint64> number(Connection &connection, QByteArrayView sql)
{
    TRY_ASSIGN(auto query, connection.query(sql));
    TRY_ASSIGN(const bool row, query->step());
    return row ? query->int64(0) : 0;
}

Result<void> refuseBrokenKeys(Connection &connection)
{
    TRY_ASSIGN(auto query, connection.query("SELECT \"table\", parent FROM pragma_foreign_key_check LIMIT 1"));
    TRY_ASSIGN(const bool broken, query->step());
    if (broken)
        return Error{ErrorKind::Internal, "storage.migration_keys", {}, query->text(0) + u' ' + query->text(1)};
    return {};
}

//! Ours say who they are; an empty or half-made file of ours never bears the shop's name (see create).
Error notOurs(const QString &path)
{
    return {ErrorKind::NotOurs, "storage.not_ours", {path}, {}};
}

constexpr int headerBytes = 100; // of SQLite's file format
constexpr int applicationIdAt = 68;

Result<QByteArray> headerOf(const QString &path)
{
    VfsFile file;
    if (!file.open(path))
        return Error{ErrorKind::Io, "storage.cannot_open", {path}, {}};
    const QByteArray header = file.read(0, headerBytes);
    if (header.size() < headerBytes || !header.startsWith("SQLite format 3"))
        return notOurs(path);
    return header;
}

} // namespace

Migrator::Migrator(const Clock &clock, std::span<const Migration> migrations, const SchemaParts &parts)
    : m_clock(clock), m_migrations(migrations), m_parts(parts)
{}

int Migrator::version() const
{
    return m_migrations.back().version;
}

QString Migrator::copyName(const QString &path, int before)
{
    return QStringLiteral("%1.before-%2.bak").arg(path).arg(before, 4, 10, QLatin1Char('0'));
}

OpenOptions Migrator::options(const QString &path, OpenOptions::Mode mode) const
{
    OpenOptions result;
    result.path = path;
    result.mode = mode;
    result.vfs = m_vfs;
    return result;
}

Result<MigrationOutcome> Migrator::create(const QString &path) const
{
    if (QFileInfo::exists(path))
        return Error{ErrorKind::Conflict, "storage.exists", {path}, {}};
    // Made under another name: what is killed half-way never looks like a shop's file.
    const QString making = path + QStringLiteral(".new");
    for (const char *end : {"", "-wal", "-shm"})
        QFile::remove(making + QLatin1String(end));
    const Result<void> built = build(making);
    if (!built) {
        for (const char *end : {"", "-wal", "-shm"})
            QFile::remove(making + QLatin1String(end));
        return built.error();
    }
    if (!QFile::rename(making, path))
        return Error{ErrorKind::Io, "storage.cannot_open", {path}, QStringLiteral("rename")};
    return MigrationOutcome::Created;
}

Result<void> Migrator::build(const QString &path) const
{
    TRY_ASSIGN(const auto connection, Connection::open(options(path, OpenOptions::Mode::Create)));
    TRY(connection->executeScript("PRAGMA foreign_keys = OFF"));
    for (const Migration &migration : m_migrations)
        TRY(apply(*connection, migration));
    return connection->executeScript("PRAGMA wal_checkpoint (TRUNCATE)");
}

Result<MigrationOutcome> Migrator::upgrade(const QString &path) const
{
    TRY_ASSIGN(const Opened opened, openUpgraded(path));
    return opened.outcome;
}

Result<Migrator::Opened> Migrator::openUpgraded(const QString &path) const
{
    TRY(refuseForeign(path));
    const OpenOptions writing = options(path, OpenOptions::Mode::ReadWrite);
    TRY_ASSIGN(auto connection, Connection::open(writing));
    TRY_ASSIGN(const MigrationOutcome outcome, bringUp(*connection));
    if (outcome == MigrationOutcome::Upgraded) { // without foreign keys
        connection.reset();
        TRY_ASSIGN(connection, Connection::open(writing));
    }
    return Opened{outcome, std::move(connection)};
}

Result<MigrationOutcome> Migrator::bringUp(Connection &connection) const
{
    if (sqlite3_db_readonly(connection.handle(), "main") == 1)
        return Error{ErrorKind::ReadOnly, "storage.read_only", {connection.path()}, {}};
    TRY_ASSIGN(const qint64 before, number(connection, "PRAGMA user_version"));
    if (before > version())
        return Error{ErrorKind::TooNew, "storage.too_new", {connection.path()}, QString::number(before)};
    if (before == version()) {
        TRY(renewTriggers(connection));
        return MigrationOutcome::Current;
    }
    TRY(keepCopy(connection, int(before)));
    TRY(connection.executeScript("PRAGMA foreign_keys = OFF"));
    for (const Migration &migration : m_migrations) {
        if (migration.version > before)
            TRY(apply(connection, migration));
    }
    return MigrationOutcome::Upgraded;
}

//! Looked at without the right to write: opening it otherwise would turn a stranger's file to WAL.
Result<void> Migrator::refuseForeign(const QString &path) const
{
    if (!QFileInfo::exists(path))
        return Error{ErrorKind::NotFound, "storage.no_file", {path}, {}};
    TRY_ASSIGN(const QByteArray header, headerOf(path));
    if (qFromBigEndian<qint32>(header.constData() + applicationIdAt) == applicationId)
        return {};
    // It may be ours all the same: what was written last is in the log beside the file.
    TRY_ASSIGN(const auto connection, Connection::open(options(path, OpenOptions::Mode::ReadOnly)));
    TRY_ASSIGN(const qint64 application, number(*connection, "PRAGMA application_id"));
    if (application != applicationId)
        return notOurs(path);
    return {};
}

Result<void> Migrator::apply(Connection &connection, const Migration &migration) const
{
    qCDebug(lcStorage) << "migration" << migration.name;
    TRY_ASSIGN(auto transaction, WriteTransaction::begin(connection));
    TRY(dropViewsAndTriggers(connection)); // a migration's own changes are no operation of anybody
    {
        const SchemaRewriting rewriting(connection.handle());
        TRY(connection.executeScript(migration.sql));
    }
    {
        const QByteArray hash = QCryptographicHash::hash(QByteArray(migration.sql), QCryptographicHash::Sha256);
        TRY_ASSIGN(auto row, connection.query("INSERT INTO sys_migrations (version, name, sha256, applied_at)"
                                              " VALUES (?, ?, ?, ?)"));
        row->bind(migration.version).bindUtf8(migration.name).bindBlob(hash).bind(m_clock.now());
        TRY(row->run());
    }
    if (migration.version == m_migrations.front().version) {
        TRY_ASSIGN(auto file, connection.query("INSERT INTO sys_meta (key, value) VALUES ('file_id', ?)"));
        file->bind(RowId::make(m_clock));
        TRY(file->run());
    }
    // Those of a later version may not fit this one: a file that stays here is seen to lack them (renewTriggers).
    TRY(connection.executeScript("DELETE FROM sys_meta WHERE key = 'triggers'"));
    if (migration.version == version())
        TRY(makeViewsAndTriggers(connection, m_parts));
    TRY(refuseBrokenKeys(connection));
    TRY(connection.executeScript("PRAGMA application_id = " + QByteArray::number(applicationId) +
                                 "; PRAGMA user_version = " + QByteArray::number(migration.version)));
    return transaction.commit();
}

Result<void> Migrator::renewTriggers(Connection &connection) const
{
    {
        TRY_ASSIGN(auto query, connection.query("SELECT value FROM sys_meta WHERE key = 'triggers'"));
        TRY_ASSIGN(const bool found, query->step());
        if (found && query->blob(0) == fingerprintOfTriggers(m_parts))
            return {};
    }
    TRY_ASSIGN(auto transaction, WriteTransaction::begin(connection));
    TRY(makeViewsAndTriggers(connection, m_parts));
    return transaction.commit();
}

Result<void> Migrator::keepCopy(Connection &connection, int before) const
{
    return copyFile(connection, copyName(connection.path(), before), m_vfs);
}

} // namespace thimblely::storage
