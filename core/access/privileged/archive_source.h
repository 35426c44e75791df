// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/access/principal.h"
#include "core/access/privileged/archive_tables.h"
#include "core/storage/connection.h"
#include "core/storage/transaction.h"

#include <functional>
#include <memory>
#include <optional>

namespace thimblely::access {

/*!
 * Privileged: all rows of a workspace that this person may take with them, as of one moment, the bin included. It reads
 * the tables without the wall, by the same policy that the scoped views are made from: for each table the rows that the
 * person's reading rules reach, without what is only published by others, and with the rows in the bin, which others
 * still refer to. A test holds it against the views. On the thread that opened it.
 */
class ArchiveSource {
public:
    //! Forbidden without data:export.
    static Result<std::unique_ptr<ArchiveSource>> open(const storage::OpenOptions &options, const Principal &principal);
    ~ArchiveSource();
    ArchiveSource(const ArchiveSource &) = delete;
    ArchiveSource &operator=(const ArchiveSource &) = delete;

    int schemaVersion() const { return m_version; }
    //! Columns that this person may not read are left out.
    const std::vector<ArchiveTable> &tables() const { return m_tables; }
    //! Whether the role withholds nothing of the workspace: only then a shop can be made from it again.
    bool isComplete() const { return m_complete; }
    //! Whether the file holds this workspace and no other: what lies beside the file is then this one's.
    Result<bool> isOnlyShop();

    Result<qint64> countRows(const ArchiveTable &table);
    //! The columns of the table in their order, one row after the other; stops at the first error of `read`.
    Result<void> eachRow(const ArchiveTable &table,
                         const std::function<Result<void>(const storage::Statement &)> &read);

private:
    ArchiveSource(std::unique_ptr<storage::Connection> connection, const Principal &principal);
    Result<void> prepare();
    void restrictColumns();
    Result<void> findPictures();
    Result<void> keepPictures(const QByteArray &sql);
    QByteArray from(const ArchiveTable &table) const; //!< FROM … WHERE …
    QByteArray reach(storage::Table table) const;
    QByteArray peopleElsewhere() const;
    QByteArray changesOfHistory() const;

    std::unique_ptr<storage::Connection> m_connection;
    std::optional<storage::ReadTransaction> m_moment; // goes before the connection
    const Principal m_principal;
    std::vector<ArchiveTable> m_tables;
    std::vector<QByteArray> m_reach; // by number of the catalogue
    QByteArray m_history;
    QByteArray m_changes;
    QByteArray m_workspace;
    int m_version = 0;
    bool m_complete = true;
};

} // namespace thimblely::access
