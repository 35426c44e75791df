// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/storage/connection.h"

#include "core/base/log.h"
#include "core/storage/checksum_vfs.h"
#include "core/storage/journal_functions.h"
#include "core/storage/search_marks.h"
#include "core/storage/sqlite_error.h"
#include "core/storage/sqlite_start.h"

#include <QFileInfo>
#include <QSqlDatabase>
#include <QSqlDriver>
#include <QSqlError>
#include <QUrl>
#include <QVariant>

#include <sqlite3.h>

#include <atomic>

namespace thimblely::storage {

namespace {

QString nextName()
{
    static std::atomic<int> counter = 0;
    return QStringLiteral("thimblely-%1").arg(++counter);
}

QString uriOf(const OpenOptions &options, const QByteArray &vfs)
{
    QUrl url = QUrl::fromLocalFile(options.path);
    const QByteArray mode = options.mode == OpenOptions::Mode::Create      ? "rwc"
                            : options.mode == OpenOptions::Mode::ReadWrite ? "rw"
                                                                           : "ro";
    return QString::fromLatin1(url.toEncoded(QUrl::FullyEncoded) + "?mode=" + mode + "&vfs=" + vfs);
}

int authorize(void *context, int action, const char *first, const char *second, const char *database,
              const char *innermost)
{
    const bool allowed = static_cast<Authorizer *>(context)->allows(action, first, second, database, innermost);
    return allowed ? SQLITE_OK : SQLITE_DENY;
}

void tellRow(void *context, int, const char *, const char *table, sqlite3_int64 rowid)
{
    (*static_cast<std::function<void(const char *, qint64)> *>(context))(table, rowid);
}

/*!
 * SQLite cannot open the index of a log (the -shm) where nothing may be written, and says no more than that. Asked of the
 * system, which knows of a file system mounted read-only too.
 */
Error whyNotOpened(Error error, const QString &path)
{
    const QFileInfo file(path);
    const QFileInfo folder(file.absolutePath());
    const bool mayRead = file.exists() ? file.isReadable() : folder.exists();
    const bool mayWrite = folder.isWritable() && (!file.exists() || file.isWritable());
    if (error.code == "storage.cannot_open" && mayRead && !mayWrite)
        return {ErrorKind::ReadOnly, "storage.read_only", {path}, error.detail};
    return error;
}

} // namespace

Result<std::unique_ptr<Connection>> Connection::open(const OpenOptions &options)
{
    if (options.mode != OpenOptions::Mode::Create && !QFileInfo::exists(options.path))
        return Error{ErrorKind::NotFound, "storage.no_file", {options.path}, {}};

    startSqlite();
    std::unique_ptr<Connection> connection(new Connection);
    connection->m_path = options.path;
    connection->m_name = nextName();
    const QByteArray vfs = registerChecksumVfs(options.vfs);
    QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), connection->m_name);
    database.setConnectOptions(options.mode == OpenOptions::Mode::ReadOnly
                                   ? QStringLiteral("QSQLITE_OPEN_URI;QSQLITE_OPEN_READONLY")
                                   : QStringLiteral("QSQLITE_OPEN_URI"));
    database.setDatabaseName(uriOf(options, vfs));
    if (!database.open())
        return whyNotOpened({ErrorKind::Io, "storage.cannot_open", {options.path}, database.lastError().text()},
                            options.path);
    const QVariant handle = database.driver()->handle();
    if (qstrcmp(handle.typeName(), "sqlite3*") != 0)
        return Error{ErrorKind::Internal, "storage.driver", {}, QStringLiteral("the driver gave no sqlite3 handle")};
    connection->m_handle = *static_cast<sqlite3 *const *>(handle.constData());
    if (const auto configured = connection->configure(options); !configured)
        return whyNotOpened(configured.error(), options.path);
    return connection;
}

Connection::~Connection()
{
    setAuthorizer(nullptr);
    m_cache.clear(); // SQLite closes nothing under a live statement
    m_gatedCache.clear();
    if (m_handle)
        sqlite3_update_hook(m_handle, nullptr, nullptr);
    QSqlDatabase::removeDatabase(m_name);
}

Result<void> Connection::configure(const OpenOptions &options)
{
    // Each trigger that runs takes its registers from the heap, some KB: 40 of 8 KB lie ready where orders are written.
    if (options.mode != OpenOptions::Mode::ReadOnly)
        sqlite3_db_config(m_handle, SQLITE_DBCONFIG_LOOKASIDE, nullptr, 8192, 40);
    sqlite3_extended_result_codes(m_handle, 1);
    sqlite3_busy_timeout(m_handle, 5000);
    registerJournalFunctions(m_handle, &m_operation);
    registerSearchMarks(m_handle);
    sqlite3_db_config(m_handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    // SQLite 3.40 takes its own JSON functions for unsafe ones (mended later), and without them no CHECK (json_valid(…))
    // can be evaluated: who writes must trust the schema. It was made by the migrator, and a stranger's schema
    // can do nothing with the functions of ours.
    const int trusted = options.mode == OpenOptions::Mode::ReadOnly ? 0 : 1;
    sqlite3_db_config(m_handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, trusted, nullptr);
    sqlite3_db_config(m_handle, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, nullptr);
    if (options.mode == OpenOptions::Mode::Create) {
        int reserve = checksumBytes;
        sqlite3_file_control(m_handle, "main", SQLITE_FCNTL_RESERVE_BYTES, &reserve);
    }
    TRY(executeScript("PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY;"));
    // An import is one transaction, whose pages would be written again each time they left a small cache.
    TRY(executeScript(options.durability == OpenOptions::Durability::Full ? "PRAGMA cache_size = -8000"
                                                                          : "PRAGMA cache_size = -64000"));
    if (options.mode == OpenOptions::Mode::ReadOnly)
        return executeScript("PRAGMA query_only = ON; SELECT count(*) FROM sqlite_schema;");
    // The pages that every order writes are copied back once for four times as many orders: a log of 16 MB.
    TRY(executeScript("PRAGMA wal_autocheckpoint = 4000;"));

    TRY_ASSIGN(auto wal, Statement::prepare(m_handle, "PRAGMA journal_mode = WAL"));
    TRY_ASSIGN(const bool row, wal.step());
    if (!row || wal.text(0) != QLatin1String("wal"))
        return Error{ErrorKind::Io, "storage.no_wal", {m_path}, {}};
    wal.reset();
    return executeScript(options.durability == OpenOptions::Durability::Full ? "PRAGMA synchronous = FULL"
                                                                             : "PRAGMA synchronous = NORMAL");
}

Result<Connection::Query> Connection::query(QByteArrayView sql, Cache cache)
{
    const std::string_view key(sql.data(), size_t(sql.size()));
    // Most texts are literals, which lie where they lay: to look there is quicker than to hash a page of SQL each time.
    const size_t place = reinterpret_cast<std::uintptr_t>(sql.data()) / 8 % (m_recent.size() / 2);
    auto &recent = m_recent[2 * place + (cache == Cache::Gated ? 1 : 0)];
    if (!recent || recent->first != key) {
        Statements &statements = cache == Cache::Open ? m_cache : m_gatedCache;
        auto found = statements.find(key);
        if (found == statements.end()) {
            TRY_ASSIGN(Statement statement, Statement::prepare(m_handle, sql, true));
            statement.setGate(cache == Cache::Gated ? m_authorizer : nullptr);
            found = statements.emplace(std::string(key), std::make_unique<Cached>(Cached{std::move(statement)})).first;
        }
        recent = &*found;
    }
    if (!recent->second->borrowed)
        return Query(recent->second.get());
    TRY_ASSIGN(Statement again, Statement::prepare(m_handle, sql));
    again.setGate(cache == Cache::Gated ? m_authorizer : nullptr);
    return Query(std::make_unique<Statement>(std::move(again)));
}

Result<void> Connection::executeScript(QByteArrayView sql)
{
    const QByteArray text = sql.toByteArray();
    const int code = sqlite3_exec(m_handle, text.constData(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK)
        return errorFromSqlite(sqlite3_extended_errcode(m_handle), m_handle);
    return {};
}

qint64 Connection::lastRowid() const
{
    return sqlite3_last_insert_rowid(m_handle);
}

void Connection::setAuthorizer(Authorizer *authorizer)
{
    m_authorizer = authorizer;
    if (m_handle)
        sqlite3_set_authorizer(m_handle, authorizer ? authorize : nullptr, authorizer);
}

void Connection::setRowHook(std::function<void(const char *, qint64)> hook)
{
    m_rowHook = std::move(hook);
    sqlite3_update_hook(m_handle, m_rowHook ? tellRow : nullptr, &m_rowHook);
}

Connection::Query::Query(Query &&other) noexcept
    : m_statement(std::exchange(other.m_statement, nullptr)), m_cached(std::exchange(other.m_cached, nullptr)),
      m_own(std::move(other.m_own))
{}

Connection::Query::~Query()
{
    if (m_cached) {
        m_cached->statement.reset();
        m_cached->borrowed = false;
    }
}

} // namespace thimblely::storage
