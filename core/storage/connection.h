// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/result.h"
#include "core/storage/statement.h"

#include <QByteArrayView>
#include <QString>

#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>

struct sqlite3;

namespace thimblely::storage {

//! Decides, while a statement is being prepared, what it may touch; the arguments are sqlite3_set_authorizer's.
class Authorizer {
public:
    virtual ~Authorizer() = default;
    virtual bool allows(int action, const char *first, const char *second, const char *database,
                        const char *innermost) = 0;
    //! Around each step of a statement from Cache::Gated: where the schema changed since (another program wrote the
    //! file anew), SQLite prepares it again while it steps.
    virtual void openGate() {}
    virtual void closeGate() {}
};

struct OpenOptions {
    enum class Mode { Create, ReadWrite, ReadOnly };
    //! Full: what a person waits for is on the disk when it is acknowledged. Import: NORMAL, closed by a checkpoint.
    enum class Durability { Full, Import };

    QString path;
    Mode mode = Mode::ReadWrite;
    Durability durability = Durability::Full;
    QByteArray vfs = {}; //!< for tests: the name of a VFS below ours; empty for the system's

    friend bool operator==(const OpenOptions &, const OpenOptions &) = default;
};

/*!
 * A connection to the shop's file, on the thread that opened it.
 *
 * Opened through Qt's SQLite driver, with foreign keys, WAL (verified), a checksum on every page (checksum_vfs.h),
 * a busy time of five seconds, and, read-only, an untrusted schema. Statements are cached by their text. Nobody
 * outside core/storage and core/access opens one.
 */
class Connection {
public:
    static Result<std::unique_ptr<Connection>> open(const OpenOptions &options);
    ~Connection();
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    /*!
     * A cached statement, borrowed until the Query is destroyed, which resets it: no read outlives its scope, so
     * none is open at a commit. Placeholders are bound from the first on.
     */
    class Query;
    //! Two caches, so that a text prepared past the wall is never handed to who is behind it (core/access).
    enum class Cache { Open, Gated };
    Result<Query> query(QByteArrayView sql, Cache cache = Cache::Open);
    //! Runs every statement of a script, in order, until one fails. For migrations and the views of a session.
    Result<void> executeScript(QByteArrayView sql);

    //! The only authorizer of this connection, or none; statements prepared before stay as they are.
    void setAuthorizer(Authorizer *authorizer);
    //! Called with table name and rowid for each row that a statement or its triggers change; see sqlite3_update_hook.
    void setRowHook(std::function<void(const char *table, qint64 rowid)> hook);

    //! Of the row that was inserted last.
    qint64 lastRowid() const;
    //! The number of the operation under which the journal notes what is written; none: nothing may be written.
    void setOperation(std::optional<qint64> number) { m_operation = number; }

    sqlite3 *handle() const { return m_handle; }
    const QString &path() const { return m_path; }

private:
    struct Cached {
        Statement statement;
        bool borrowed = false;
    };
    struct TextHash {
        using is_transparent = void;
        size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };

    Connection() = default;
    Result<void> configure(const OpenOptions &options);

    QString m_path;
    QString m_name; // of the QSqlDatabase
    sqlite3 *m_handle = nullptr;
    using Statements = std::unordered_map<std::string, std::unique_ptr<Cached>, TextHash, std::equal_to<>>;
    Statements m_cache;
    Statements m_gatedCache;
    std::array<const Statements::value_type *, 512> m_recent = {}; // by where their text lies in the program
    std::function<void(const char *, qint64)> m_rowHook;
    Authorizer *m_authorizer = nullptr;
    std::optional<qint64> m_operation;
};

class Connection::Query {
public:
    Query(Query &&other) noexcept;
    Query &operator=(Query &&) = delete;
    Query(const Query &) = delete;
    Query &operator=(const Query &) = delete;
    ~Query();

    Statement *operator->() { return m_statement; }
    Statement &operator*() { return *m_statement; }

private:
    friend class Connection;
    explicit Query(Cached *cached) : m_statement(&cached->statement), m_cached(cached) { cached->borrowed = true; }
    explicit Query(std::unique_ptr<Statement> own) : m_statement(own.get()), m_own(std::move(own)) {}

    Statement *m_statement;
    Cached *m_cached = nullptr;
    std::unique_ptr<Statement> m_own;
};

} // namespace thimblely::storage
