// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/storage/salvage.h"

#include "core/storage/connection.h"
#include "core/storage/damaged_file.h"
#include "core/storage/migrator.h"
#include "core/storage/salvage_mending.h"
#include "core/storage/transaction.h"
#include "core/storage/triggers.h"

#include <QByteArrayList>
#include <QFile>
#include <QFileInfo>

#include <sqlite3.h>

#include <algorithm>
#include <iterator>

namespace thimblely::storage {

namespace {

//! Where a row of the old file goes in the new one.
struct TargetTable {
    SoughtTable sought;
    QByteArrayList columns; //!< in the order of a row as it is stored
    int rowidColumn = -1;   //!< that is the rowid itself, and stored as nothing
    qint64 refused = 0;
};

// Made by the migrator of the new file, or counted again from the others.
const QByteArrayList madeAnew{"sys_migrations", "sys_current_operation", "sys_daily_totals", "sys_order_payers"};

Result<QByteArrayList> names(Connection &connection, const QByteArray &sql, const QByteArray &argument)
{
    TRY_ASSIGN(auto query, connection.query(sql));
    query->bindUtf8(argument);
    QByteArrayList found;
    for (;;) {
        TRY_ASSIGN(const bool row, query->step());
        if (!row)
            return found;
        found.append(query->utf8(0));
    }
}

Result<quint32> rootIn(Connection &connection, const QByteArray &name)
{
    TRY_ASSIGN(auto query, connection.query("SELECT rootpage FROM sqlite_schema WHERE name = ?"));
    query->bindUtf8(name);
    TRY_ASSIGN(const bool found, query->step());
    return found ? quint32(query->int64(0)) : 0U;
}

StoredValue::Kind kindOf(const QByteArray &type)
{
    using Kind = StoredValue::Kind;
    return type == "INTEGER" || type == "INT" ? Kind::Integer
           : type == "TEXT"                   ? Kind::Text
           : type == "BLOB"                   ? Kind::Blob
                                              : Kind::Null; // REAL may lie there as a whole number
}

//! One that holds every row, of a key before one of a query.
Result<void> chooseIndex(Connection &connection, TargetTable &table)
{
    TRY_ASSIGN(const QByteArrayList whole,
               names(connection,
                     "SELECT name FROM pragma_index_list(?) AS list WHERE partial = 0 AND NOT EXISTS"
                     " (SELECT 1 FROM pragma_index_info(list.name) WHERE cid < 0) ORDER BY origin DESC, seq",
                     table.sought.name));
    if (whole.isEmpty() || table.sought.withoutRowid)
        return {};
    table.sought.index = whole.constFirst();
    TRY_ASSIGN(table.sought.indexRoot, rootIn(connection, table.sought.index));
    TRY_ASSIGN(auto query, connection.query("SELECT cid FROM pragma_index_info(?) ORDER BY seqno"));
    query->bindUtf8(table.sought.index);
    for (;;) {
        TRY_ASSIGN(const bool row, query->step());
        if (!row)
            return {};
        table.sought.indexed.push_back(int(query->int64(0)));
    }
}

Result<TargetTable> describe(Connection &connection, const QByteArray &name, bool withoutRowid)
{
    TargetTable table;
    table.sought.name = name;
    table.sought.withoutRowid = withoutRowid;
    // Without a rowid a row begins with the columns of its key.
    TRY_ASSIGN(table.columns, names(connection,
                                    withoutRowid ? "SELECT name FROM pragma_table_info(?) ORDER BY pk = 0, pk, cid"
                                                 : "SELECT name FROM pragma_table_info(?) ORDER BY cid",
                                    name));
    TRY_ASSIGN(const QByteArrayList types,
               names(connection,
                     withoutRowid ? "SELECT type FROM pragma_table_info(?) ORDER BY pk = 0, pk, cid"
                                  : "SELECT type FROM pragma_table_info(?) ORDER BY cid",
                     name));
    std::ranges::transform(types, std::back_inserter(table.sought.columns), kindOf);
    TRY_ASSIGN(table.sought.root, rootIn(connection, name));
    TRY_ASSIGN(const QByteArrayList rowid, names(connection,
                                                 "SELECT max(name) FROM pragma_table_info(?) WHERE pk > 0"
                                                 " HAVING count(*) = 1 AND max(type) = 'INTEGER'",
                                                 name));
    if (!withoutRowid && !rowid.isEmpty())
        table.rowidColumn = int(table.columns.indexOf(rowid.constFirst()));
    TRY(chooseIndex(connection, table));
    return table;
}

Result<std::vector<TargetTable>> tablesOf(Connection &connection)
{
    std::vector<std::pair<QByteArray, bool>> found;
    {
        TRY_ASSIGN(auto query, connection.query("SELECT name, wr FROM pragma_table_list WHERE schema = 'main'"
                                                " AND type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
                                                " ORDER BY name"));
        for (;;) {
            TRY_ASSIGN(const bool row, query->step());
            if (!row)
                break;
            if (!madeAnew.contains(query->utf8(0)))
                found.emplace_back(query->utf8(0), query->boolean(1));
        }
    }
    std::vector<TargetTable> tables;
    for (const auto &[name, withoutRowid] : found) {
        TRY_ASSIGN(TargetTable table, describe(connection, name, withoutRowid));
        tables.push_back(std::move(table));
    }
    return tables;
}

void bind(sqlite3_stmt *statement, int place, const StoredValue &value)
{
    const auto size = sqlite3_uint64(value.bytes.size());
    switch (value.kind) {
    case StoredValue::Kind::Null:
        sqlite3_bind_null(statement, place);
        return;
    case StoredValue::Kind::Integer:
        sqlite3_bind_int64(statement, place, value.integer);
        return;
    case StoredValue::Kind::Real:
        sqlite3_bind_double(statement, place, value.real);
        return;
    case StoredValue::Kind::Text:
        sqlite3_bind_text64(statement, place, value.bytes.constData(), size, SQLITE_TRANSIENT, SQLITE_UTF8);
        return;
    case StoredValue::Kind::Blob:
        sqlite3_bind_blob64(statement, place, value.bytes.constData(), size, SQLITE_TRANSIENT);
        return;
    }
}

//! A row written before a column was added ends before it: the column's default stands for it, as in the old file.
QByteArray insertSql(const TargetTable &table, size_t values)
{
    QByteArrayList columns = table.columns.mid(0, qsizetype(values));
    QByteArrayList places(columns.size(), "?");
    if (!table.sought.withoutRowid && table.rowidColumn < 0) {
        columns.append("rowid");
        places.append("?");
    }
    const QByteArray sql =
        "INSERT INTO " + table.sought.name + " (" + columns.join(", ") + ") VALUES (" + places.join(", ") + ')';
    // The new file has its own marks already; those of the old one stand, but for what the triggers are made of.
    return table.sought.name == "sys_meta" ? sql + " ON CONFLICT (key) DO UPDATE SET value = excluded.value"
                                                   " WHERE key <> 'triggers'"
                                           : sql;
}

Result<void> insert(Connection &connection, TargetTable &table, qint64 rowid, const StoredRow &row)
{
    if (row.size() > table.sought.columns.size()) {
        ++table.refused;
        return {};
    }
    TRY_ASSIGN(auto query, connection.query(insertSql(table, row.size())));
    int place = 0;
    for (const StoredValue &value : row)
        bind(query->handle(), ++place, value);
    if (table.rowidColumn >= 0)
        sqlite3_bind_int64(query->handle(), table.rowidColumn + 1, rowid);
    else if (!table.sought.withoutRowid)
        sqlite3_bind_int64(query->handle(), ++place, rowid);
    const auto inserted = query->run();
    if (inserted)
        return {};
    if (inserted.error().kind != ErrorKind::Conflict)
        return inserted.error();
    ++table.refused;
    return {};
}

class Salvager {
public:
    Salvager(const QString &newFile, const Clock &clock) : m_newFile(newFile), m_clock(clock) {}

    Result<SalvagedRows> run(const QString &damaged)
    {
        TRY_ASSIGN(m_old, DamagedFile::open(damaged));
        m_report.damagedPages = m_old->damagedPages();
        TRY(makeEmpty());
        {
            TRY_ASSIGN(const auto connection, Connection::open(OpenOptions{m_newFile}));
            TRY(connection->executeScript("PRAGMA foreign_keys = OFF"));
            TRY_ASSIGN(auto transaction, WriteTransaction::begin(*connection));
            TRY(dropViewsAndTriggers(*connection)); // what is read was journalled, and guarded, when it was written
            TRY(copyRows(*connection));
            TRY(partFromMissing(*connection, m_report.parents));
            TRY_ASSIGN(m_report.forgotten, forgetMissing(*connection));
            TRY(transaction.commit());
        }
        TRY(Migrator(m_clock).upgrade(m_newFile));
        QFile::remove(Migrator::copyName(m_newFile, m_version)); // of what was just made
        TRY(finish());
        return m_report;
    }

private:
    //! Of the version of the old file, whose rows fit no other; it is brought up to date with them in it.
    Result<void> makeEmpty()
    {
        const std::span<const Migration> all = schemaMigrations();
        m_version = m_old->version().value_or(all.back().version);
        if (m_version > all.back().version)
            return Error{ErrorKind::TooNew, "storage.too_new", {m_newFile}, QString::number(m_version)};
        const auto upTo = std::ranges::find_if(all, [this](const Migration &m) { return m.version >= m_version; });
        const auto count = size_t(upTo - all.begin()) + 1;
        static constexpr SchemaParts nothing{"", "", "", ""};
        const bool isOlder = count < all.size();
        TRY(Migrator(m_clock, all.first(count), isOlder ? nothing : schemaParts()).create(m_newFile));
        return {};
    }

    Result<void> copyRows(Connection &connection)
    {
        TRY_ASSIGN(std::vector<TargetTable> tables, tablesOf(connection));
        std::vector<SoughtTable> sought;
        for (const TargetTable &table : tables)
            sought.push_back(table.sought);
        TRY(m_old->read(sought, [&](const SoughtTable &from, qint64 rowid, const StoredRow &row) {
            const auto to =
                std::ranges::find_if(tables, [&](const TargetTable &table) { return table.sought.name == from.name; });
            return insert(connection, *to, rowid, row);
        }));
        for (const TargetTable &table : tables)
            TRY(report(connection, table));
        // The fingerprint of no triggers: the migrator makes them.
        return connection.executeScript("DELETE FROM sys_meta WHERE key = 'triggers'");
    }

    Result<void> report(Connection &connection, const TargetTable &table)
    {
        SalvagedTable said{table.sought.name, 0, 0, table.refused};
        {
            TRY_ASSIGN(auto count, connection.query("SELECT count(*) FROM " + table.sought.name));
            TRY(count->step());
            said.kept = count->int64(0);
        }
        for (const qint64 rowid : m_old->rowidsInIndex(table.sought)) {
            TRY_ASSIGN(auto there, connection.query("SELECT 1 FROM " + table.sought.name + " WHERE rowid = ?"));
            there->bind(rowid);
            TRY_ASSIGN(const bool found, there->step());
            said.lost += found ? 0 : 1;
        }
        said.lost = std::max<qint64>(said.lost - said.refused, 0);
        if (said.kept + said.lost + said.refused > 0)
            m_report.tables.push_back(said);
        return {};
    }

    //! With the views of this program's version, and without the triggers that would journal it.
    Result<void> finish()
    {
        TRY_ASSIGN(const auto connection, Connection::open(OpenOptions{m_newFile}));
        TRY_ASSIGN(auto transaction, WriteTransaction::begin(*connection));
        TRY(dropViewsAndTriggers(*connection));
        TRY(connection->executeScript(schemaParts().figures));
        TRY(countFigures(*connection));
        TRY(rebuildIndex(*connection));
        TRY(makeViewsAndTriggers(*connection, schemaParts()));
        TRY(transaction.commit());
        return connection->executeScript("PRAGMA wal_checkpoint (TRUNCATE)");
    }

    const QString m_newFile;
    const Clock &m_clock;
    std::unique_ptr<DamagedFile> m_old;
    int m_version = 0;
    SalvagedRows m_report;
};

} // namespace

Result<SalvagedRows> salvageRows(const QString &damaged, const QString &newFile, const Clock &clock)
{
    if (QFileInfo::exists(newFile))
        return Error{ErrorKind::Conflict, "storage.exists", {newFile}, {}};
    auto rows = Salvager(newFile, clock).run(damaged);
    if (!rows) {
        for (const char *end : {"", "-wal", "-shm"})
            QFile::remove(newFile + QLatin1String(end));
    }
    return rows;
}

} // namespace thimblely::storage
