// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/storage/connection.h"
#include "core/storage/schema_sql.h"

#include <QString>

#include <memory>
#include <span>

namespace thimblely::storage {

//! PRAGMA application_id of a shop's file: "THMB".
constexpr qint32 applicationId = 0x54484d42;

enum class MigrationOutcome {
    Created, //!< there was no file; there is one now, with its tables and nothing in them
    Current, //!< nothing had to be done
    Upgraded //!< the file is of this program's version now; a copy from before lies beside it
};

/*!
 * Makes a shop's file, or brings one to this program's version, before anybody else opens it. Any thread.
 *
 * Each migration is one transaction with its version inside; before the first one a copy is written beside the file
 * (NAME.before-NNNN.bak, by SQLite's backup, on the disk before the migration begins). Whatever fails or is killed, the
 * file is whole, of the old version or of a newer one. Views and triggers are made anew when they are not this
 * program's.
 *
 * Errors by kind: NotFound, NotOurs (another program's database, or none at all; left as it was), TooNew, Corrupt,
 * Busy, ReadOnly, DiskFull, Io.
 */
class Migrator {
public:
    explicit Migrator(const Clock &clock, std::span<const Migration> migrations = schemaMigrations(),
                      const SchemaParts &parts = schemaParts());

    //! For tests: the VFS below ours.
    void setVfs(QByteArray vfs) { m_vfs = std::move(vfs); }

    //! A new file, whole or not at all; Conflict ("storage.exists") where there is one.
    Result<MigrationOutcome> create(const QString &path) const;
    Result<MigrationOutcome> upgrade(const QString &path) const;
    struct Opened {
        MigrationOutcome outcome;
        std::unique_ptr<Connection> connection;
    };
    //! The same, for who goes on with the file: reading its schema once more costs a start several milliseconds.
    Result<Opened> openUpgraded(const QString &path) const;

    int version() const; //!< that this program writes
    static QString copyName(const QString &path, int before);

private:
    Result<MigrationOutcome> bringUp(Connection &connection) const;
    Result<void> refuseForeign(const QString &path) const;
    Result<void> build(const QString &path) const;
    Result<void> apply(Connection &connection, const Migration &migration) const;
    Result<void> renewTriggers(Connection &connection) const;
    Result<void> keepCopy(Connection &connection, int before) const;
    OpenOptions options(const QString &path, OpenOptions::Mode mode) const;

    const Clock &m_clock;
    std::span<const Migration> m_migrations;
    const SchemaParts &m_parts;
    QByteArray m_vfs;
};

} // namespace thimblely::storage
