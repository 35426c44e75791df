// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/access/privileged/archive_tables.h"
#include "core/base/clock.h"
#include "core/base/id.h"
#include "core/storage/connection.h"
#include "core/storage/transaction.h"

#include <QString>

#include <functional>
#include <memory>
#include <optional>

namespace thimblely::access {

//! Whose export it is, and what the new file needs that no export holds.
struct ArchiveOwner {
    WorkspaceId workspace;
    PersonId person;
    QByteArray passwordHash;
};

/*!
 * Privileged: a new file that is filled with the rows of an export, in one transaction, without triggers: what they would
 * keep (figures, history) comes from the export, and is compared with its definition afterwards by whoever verifies the
 * file. It is made with the schema of the version that the export was written by, and brought up to date when all rows are
 * in, as a shop's file of that time would be. On one thread.
 */
class ArchiveTarget {
public:
    //! TooNew "archive.too_new" where this program knows no such schema.
    static Result<std::unique_ptr<ArchiveTarget>> create(const QString &path, int schemaVersion,
                                                         const ArchiveOwner &owner, const Clock &clock);
    ~ArchiveTarget();
    ArchiveTarget(const ArchiveTarget &) = delete;
    ArchiveTarget &operator=(const ArchiveTarget &) = delete;

    const std::vector<ArchiveTable> &tables() const { return m_tables; }
    //! What is inserted from now on has these columns, in this order.
    Result<void> begin(const ArchiveTable &table, const QByteArrayList &columns);
    Result<void> insert(const std::function<void(storage::Statement &)> &bind);

    //! A row that cannot stand: which line of its table it was, counted from one, and why.
    struct BrokenRow {
        QByteArray table;
        qint64 line;
        QByteArray code;
    };
    //! The first that refers to a row which is not there.
    Result<std::optional<BrokenRow>> findBrokenReference();
    //! Commits, brings the file up to date, works out what is derived and no table of the catalogue.
    Result<void> finish();
    //! After finish(): the first row that a trigger would have refused.
    Result<std::optional<BrokenRow>> findForbidden();

private:
    ArchiveTarget(QString path, const ArchiveOwner &owner, const Clock &clock);
    Result<void> open(int schemaVersion);
    //! Columns of a table that no export holds and that may not be NULL, and what is put into them, as SQL.
    std::vector<std::pair<QByteArray, QByteArray>> filled(const QByteArray &table, const QByteArrayList &columns) const;
    Result<qint64> lineOf(const QByteArray &table, qint64 rowid);

    const QString m_path;
    const ArchiveOwner m_owner;
    const Clock &m_clock;
    std::unique_ptr<storage::Connection> m_connection;
    std::optional<storage::WriteTransaction> m_transaction; // these go before the connection
    std::optional<storage::Connection::Query> m_insert;
    std::vector<ArchiveTable> m_tables;
};

} // namespace thimblely::access
