// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/access/privileged/archive_source.h"

#include "core/access/policy.h"
#include "core/access/privileged/erasure_sql.h"
#include "core/access/privileged/picture_columns.h"
#include "core/access/row_clauses.h"
#include "core/access/scoped_views.h"

#include <algorithm>

namespace thimblely::access {

namespace {

using T = storage::Table;

bool isOfOthers(Reach reach)
{
    return reach == Reach::Published || reach == Reach::Followers;
}

//! Those that reach rows of the workspace or of the person themselves; `all`: whether they have the capability or not.
std::vector<const Rule *> takingRules(const Principal &principal, T table, bool all)
{
    std::vector<const Rule *> rules = rulesOf(table, Action::Read);
    std::erase_if(rules,
                  [&](const Rule *rule) { return isOfOthers(rule->reach) || (!all && !rule->appliesTo(principal)); });
    return rules;
}

//! Rows of the workspace that no other rule adds to: personal ones, and what happened at a till.
bool isAll(T table, const Rule &rule, const std::vector<const Rule *> &rules)
{
    return rule.reach == Reach::Workspace && table != T::SysSettings && table != T::SysActivity &&
           std::ranges::none_of(rules, [](const Rule *other) { return other->reach == Reach::Personal; });
}

//! A rule that is narrower than another of the same table, and needed by nobody who has that one.
bool isNarrow(Reach reach)
{
    switch (reach) {
    case Reach::Assigned:
    case Reach::OfOrders:
    case Reach::OpenTill:
    case Reach::OwnWages:
        return true;
    default:
        return false;
    }
}

} // namespace

ArchiveSource::ArchiveSource(std::unique_ptr<storage::Connection> connection, const Principal &principal)
    : m_connection(std::move(connection)), m_principal(principal),
      m_workspace(QByteArray::fromStdString(literal(principal.workspace.bytes())))
{}

ArchiveSource::~ArchiveSource()
{
    m_moment.reset();
}

Result<std::unique_ptr<ArchiveSource>> ArchiveSource::open(const storage::OpenOptions &options,
                                                           const Principal &principal)
{
    TRY(principal.require(Capability::DataExport));
    TRY_ASSIGN(auto connection, storage::Connection::open(options));
    // What has to be sorted on the way may be larger than memory.
    TRY(connection->executeScript("PRAGMA temp_store = FILE"));
    std::unique_ptr<ArchiveSource> source(new ArchiveSource(std::move(connection), principal));
    TRY(source->prepare());
    return source;
}

Result<void> ArchiveSource::prepare()
{
    TRY_ASSIGN(auto moment, storage::ReadTransaction::begin(*m_connection));
    m_moment.emplace(std::move(moment));
    TRY(access::eachRow(*m_connection, "PRAGMA user_version",
                        [this](const storage::Statement &row) { m_version = int(row.int64(0)); }));
    TRY_ASSIGN(m_tables, archiveTables(*m_connection));
    TRY_ASSIGN(const auto columns, schemaColumns(m_connection->handle()));
    const RowClauses clauses(m_principal, *columns, {});
    m_reach.resize(storage::catalogue().size() + 1);
    for (const storage::TableFacts &facts : storage::catalogue()) {
        const std::vector<const Rule *> rules = takingRules(m_principal, facts.table, false);
        QByteArray all;
        for (const Rule *rule : rules) {
            const QByteArray one = QByteArray::fromStdString(clauses.clause(facts.table, rule->reach));
            if (isAll(facts.table, *rule, rules)) {
                all = one;
                break;
            }
            if (!one.isEmpty())
                all += (all.isEmpty() ? "(" : " OR (") + one + ')';
        }
        m_reach[size_t(facts.table)] = all.isEmpty() ? "0" : all;
    }
    for (const ScopedView &view : scopedViews(m_principal, *columns, clauses, {})) {
        if (view.name == "history")
            m_history = QByteArray::fromStdString(view.select);
        else if (view.name == "history_changes")
            m_changes = QByteArray::fromStdString(view.select);
    }
    restrictColumns();
    return findPictures();
}

void ArchiveSource::restrictColumns()
{
    m_complete = m_principal.can(Capability::HistoryRead);
    for (ArchiveTable &table : m_tables) {
        if (!table.domain)
            continue;
        const std::vector<const Rule *> rules = takingRules(m_principal, *table.domain, false);
        for (const Rule *rule : takingRules(m_principal, *table.domain, true))
            m_complete = m_complete && (isNarrow(rule->reach) || rule->appliesTo(m_principal));
        const auto hidden = [&](const ArchiveColumn &column) {
            return !rules.empty() &&
                   !showsColumn(m_principal, *rules.front(), {column.name.constData(), size_t(column.name.size())});
        };
        for (const ArchiveColumn &column : table.columns) {
            if (hidden(column))
                table.leftOut.append(column.name);
        }
        const bool shown = std::erase_if(table.columns, hidden) == 0;
        m_complete = m_complete && shown;
    }
}

Result<bool> ArchiveSource::isOnlyShop()
{
    bool only = false;
    TRY(access::eachRow(*m_connection, "SELECT count(*) = 1 FROM main.workspaces",
                        [&](const storage::Statement &row) { only = row.boolean(0); }));
    return only;
}

//! By what rows and the history name, once each, in a table: a shop may have more of them than fit into memory.
Result<void> ArchiveSource::findPictures()
{
    TRY(m_connection->executeScript(
        "CREATE TEMP TABLE archive_media (sha256 BLOB NOT NULL PRIMARY KEY) WITHOUT ROWID"));
    TRY_ASSIGN(const std::vector<PictureColumn> columns, pictureColumns(*m_connection));
    for (const PictureColumn &column : columns) {
        const QByteArray where = " FROM main." + QByteArray(storage::facts(column.table).name) + " WHERE (" +
                                 reach(column.table) + ") AND " + column.name + " IS NOT NULL";
        if (column.isHash)
            TRY(runSql(*m_connection,
                       "INSERT INTO temp.archive_media SELECT " + column.name + where + " ON CONFLICT DO NOTHING"));
        else
            TRY(keepPictures("SELECT " + column.name + where));
    }
    if (m_changes.isEmpty())
        return {};
    return keepPictures("SELECT old FROM (" + m_changes + ") WHERE old IS NOT NULL AND instr(old, 'media')");
}

Result<void> ArchiveSource::keepPictures(const QByteArray &sql)
{
    TRY_ASSIGN(auto keep, m_connection->query("INSERT INTO temp.archive_media VALUES (?) ON CONFLICT DO NOTHING"));
    Result<void> kept;
    TRY(access::eachRow(*m_connection, sql, [&](const storage::Statement &row) {
        for (const QByteArray &sha256 : picturesNamedIn(row.text(0))) {
            keep->bindBlob(sha256);
            if (const auto done = keep->run(); !done)
                kept = done.error();
            keep->reset();
        }
    }));
    return kept;
}

QByteArray ArchiveSource::reach(T table) const
{
    return m_reach[size_t(table)];
}

//! Everybody whom a row of the export refers to by a key, and who is none of its people.
QByteArray ArchiveSource::peopleElsewhere() const
{
    QByteArrayList parts;
    for (const ArchiveTable &table : m_tables) {
        for (const ArchiveReference &reference : table.references) {
            if (reference.table != "profiles" || !table.domain)
                continue;
            const QByteArray &column = reference.columns.front();
            parts.append("SELECT " + column + " AS id FROM main." + table.name + " WHERE (" + reach(*table.domain) +
                         ") AND " + column + " NOT IN (SELECT id FROM main.profiles WHERE " + reach(T::Profiles) + ')');
        }
    }
    return " FROM (" + parts.join(" UNION ") + ')';
}

//! Without the names of keychain entries, which the views of their tables do show.
QByteArray ArchiveSource::changesOfHistory() const
{
    QByteArray cases;
    for (const ArchiveTable &table : m_tables) {
        if (!table.domain || table.leftOut.isEmpty())
            continue;
        cases += " WHEN " + QByteArray::number(int(*table.domain)) + " THEN json_remove(old";
        for (const QByteArray &column : table.leftOut)
            cases += ", '$." + column + '\'';
        cases += ')';
    }
    return "SELECT seq, operation_id, table_id, action, row_id, CASE table_id" + cases + " ELSE old END AS old FROM (" +
           m_changes + ')';
}

QByteArray ArchiveSource::from(const ArchiveTable &table) const
{
    const QByteArray ours = " WHERE workspace_id = " + m_workspace;
    if (table.domain)
        return " FROM main." + table.name + " WHERE " + reach(*table.domain);
    if (table.name == "people_elsewhere")
        return peopleElsewhere();
    if (table.name == "sys_devices")
        return " FROM main.sys_devices WHERE id IN (SELECT device_id FROM main.sys_operations" + ours +
               " UNION SELECT device_id FROM main.sys_series" + ours + ')';
    if (table.name == "sys_media")
        return " FROM main.sys_media WHERE sha256 IN (SELECT sha256 FROM temp.archive_media)";
    if (m_history.isEmpty() && (table.name == "sys_operations" || table.name == "sys_journal"))
        return " FROM main." + table.name + " WHERE 0";
    if (table.name == "sys_operations")
        return " FROM (" + m_history + ')';
    if (table.name == "sys_journal")
        return " FROM (" + changesOfHistory() + ')';
    return " FROM main." + table.name + ours;
}

Result<qint64> ArchiveSource::countRows(const ArchiveTable &table)
{
    qint64 count = 0;
    TRY(access::eachRow(*m_connection, "SELECT count(*)" + from(table),
                        [&](const storage::Statement &row) { count = row.int64(0); }));
    return count;
}

Result<void> ArchiveSource::eachRow(const ArchiveTable &table,
                                    const std::function<Result<void>(const storage::Statement &)> &read)
{
    QByteArrayList names;
    for (const ArchiveColumn &column : table.columns)
        names.append(column.name);
    TRY_ASSIGN(auto query,
               m_connection->query("SELECT " + names.join(", ") + from(table) + " ORDER BY " + table.order.join(", ")));
    for (;;) {
        TRY_ASSIGN(const bool more, query->step());
        if (!more)
            return {};
        TRY(read(*query));
    }
}

} // namespace thimblely::access
