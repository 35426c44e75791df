// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/changes/changed_rows.h"

#include "core/access/policy.h"

#include <QJsonDocument>

#include <algorithm>
#include <array>
#include <utility>

namespace thimblely::changes {

namespace {

using T = storage::Table;

// As SQLite numbers the types of values.
constexpr int integerType = 1;
constexpr int blobType = 4;

QJsonValue valueOf(const storage::Statement &row, int column)
{
    if (row.isNull(column))
        return QJsonValue::Null;
    if (row.columnType(column) == integerType)
        return row.int64(column);
    if (row.columnType(column) == blobType)
        return QString::fromLatin1(row.blob(column).toHex().toUpper());
    return row.text(column);
}

//! What a column's id refers to.
constexpr std::pair<const char *, T> references[] = {
    {"order_id", T::Orders},
    {"order_item_id", T::OrderItems},
    {"redo_of_item_id", T::OrderItems},
    {"client_id", T::Clients},
    {"wearer_client_id", T::Clients},
    {"payer_client_id", T::Clients},
    {"merged_into_id", T::Clients},
    {"inventory_item_id", T::InventoryItems},
    {"parent_item_id", T::InventoryItems},
    {"transaction_id", T::Transactions},
    {"reverses_transaction_id", T::Transactions},
    {"invoice_id", T::Invoices},
    {"corrects_invoice_id", T::Invoices},
    {"template_id", T::MeasurementTemplates},
    {"client_measurement_id", T::ClientMeasurements},
    {"supersedes_id", T::ClientMeasurements},
    {"event_id", T::Events},
    {"channel_id", T::CommunicationChannels},
    {"member_id", T::WorkspaceMembers},
    {"user_id", T::Profiles},
    {"person_id", T::Profiles},
    {"staff_user_id", T::Profiles},
    {"assigned_to", T::Profiles},
    {"added_by", T::Profiles},
    {"taken_by", T::Profiles},
    {"moved_by", T::Profiles},
    {"created_by", T::Profiles},
    {"approved_by", T::Profiles},
    {"released_unpaid_by", T::Profiles},
    {"invited_by", T::Profiles},
    {"owner_id", T::Profiles},
};

//! Of these the first that a row has is its name.
constexpr std::array titles = {"order_number", "invoice_number", "receipt_no",   "name",
                               "full_name",    "title",          "item_name",    "subject",
                               "display_name", "garment_type",   "channel_name", "key"};

//! Of these the first that a row has is what it belongs to.
constexpr std::array owners = {"order_id",  "order_item_id",     "transaction_id", "invoice_id",
                               "client_id", "inventory_item_id", "user_id"};

std::optional<T> referredTable(const QByteArray &column)
{
    const auto found = std::ranges::find_if(references, [&](const auto &each) { return column == each.first; });
    return found == std::end(references) ? std::nullopt : std::optional(found->second);
}

std::optional<RowId> idIn(const QJsonValue &value)
{
    const auto id = value.isString() ? RowId::parse(value.toString()) : Result<RowId>(Error{});
    return id ? std::optional(*id) : std::nullopt;
}

QString titleIn(const QJsonObject &values)
{
    for (const char *title : titles) {
        if (const QString text = values.value(QLatin1String(title)).toString(); !text.isEmpty())
            return text;
    }
    return {};
}

//! What one operation did to a row, its journal's entries put together.
struct Entry {
    T table;
    RowId row;
    ChangedRows::Action action;
    QJsonObject before;
    qint64 lastSeq;
};

void putTogether(std::vector<Entry> &entries, const storage::Statement &row)
{
    const T table = T(row.int64(1));
    const RowId id = row.id<RowId>(2);
    auto known = std::ranges::find_if(entries, [&](const Entry &e) { return e.table == table && e.row == id; });
    if (known == entries.end())
        known = entries.insert(known, {table, id, ChangedRows::Action(row.int64(3)), {}, 0});
    known->lastSeq = row.int64(0);
    const QJsonObject old = QJsonDocument::fromJson(row.utf8(4)).object();
    for (auto value = old.begin(); value != old.end(); ++value) {
        if (!known->before.contains(value.key()))
            known->before.insert(value.key(), *value);
    }
}

} // namespace

Result<bool> ChangedRows::addRow(QJsonObject &values, const QByteArray &view, RowId row)
{
    TRY_ASSIGN(auto query, m_connection.query("SELECT * FROM " + view + " WHERE id = ?"));
    query->bind(row);
    TRY_ASSIGN(const bool found, query->step());
    for (int column = 0; found && column < query->columnCount(); ++column)
        values.insert(query->columnName(column), valueOf(*query, column));
    return found;
}

//! Past the wall, because its views hold no row that was deleted; by the same rules.
Result<QJsonObject> ChangedRows::inBin(T table, RowId row)
{
    const access::Principal &principal = m_connection.principal();
    const auto rules = access::readingRules(principal, table);
    if (rules.empty() || !access::readsBin(principal, table))
        return QJsonObject();
    TRY_ASSIGN(auto query, m_connection.gatedQuery(access::GateKey(), QByteArray("SELECT * FROM main.") +
                                                                          storage::facts(table).name +
                                                                          " WHERE id = ? AND workspace_id = ?"
                                                                          " AND deleted_at IS NOT NULL"));
    query->bind(row, principal.workspace);
    TRY_ASSIGN(const bool found, query->step());
    QJsonObject values;
    for (int column = 0; found && column < query->columnCount(); ++column) {
        const QString name = query->columnName(column);
        if (access::showsColumn(principal, *rules.front(), name.toStdString()))
            values.insert(name, valueOf(*query, column));
    }
    return values;
}

Result<QJsonObject> ChangedRows::readPresent(T table, RowId row)
{
    const access::Principal &principal = m_connection.principal();
    if (access::readingRules(principal, table).empty())
        return QJsonObject();
    QJsonObject values;
    TRY_ASSIGN(const bool stands, addRow(values, storage::facts(table).name, row));
    if (!stands)
        return inBin(table, row);
    values.insert(QLatin1String("deleted_at"), QJsonValue::Null);
    for (const access::ColumnGroup &group : access::columnGroups()) {
        if (group.table == table && group.view && principal.can(group.read))
            TRY(addRow(values, group.view, row));
    }
    return values;
}

//! The row as it stands, for the value that the newest change led to; empty where it cannot be read.
Result<const QJsonObject *> ChangedRows::present(T table, RowId row)
{
    const Key key(table, row);
    if (const auto known = m_present.find(key); known != m_present.end())
        return &known->second;
    TRY_ASSIGN(QJsonObject values, readPresent(table, row));
    return &m_present.emplace(key, std::move(values)).first->second;
}

//! The row as it was after the journal's entry: what later changes found, and else what stands.
Result<QJsonObject> ChangedRows::after(T table, RowId row, qint64 seq)
{
    TRY_ASSIGN(const QJsonObject *stands, present(table, row));
    QJsonObject values = *stands;
    TRY_ASSIGN(auto query, m_connection.query(R"(
        SELECT change.old FROM history_changes AS change
         WHERE change.row_id = ? AND change.table_id = ? AND change.seq > ? AND change.changed
         ORDER BY change.seq DESC)"));
    query->bind(row, int(table), seq);
    for (;;) {
        TRY_ASSIGN(const bool found, query->step());
        if (!found)
            return values;
        const QJsonObject old = QJsonDocument::fromJson(query->utf8(0)).object();
        for (auto value = old.begin(); value != old.end(); ++value)
            values.insert(value.key(), *value);
    }
}

Result<ChangedRows::Name> ChangedRows::name(T table, RowId row)
{
    TRY_ASSIGN(const QJsonObject *values, present(table, row));
    Name name{titleIn(*values), {}, {}, {}};
    for (const char *owner : owners) {
        const auto id = idIn(values->value(QLatin1String(owner)));
        const auto belongsTo = referredTable(owner);
        if (!id || (*belongsTo == table && *id == row))
            continue;
        TRY_ASSIGN(const QJsonObject *parent, present(*belongsTo, *id));
        name.of = titleIn(*parent);
        name.ofTable = belongsTo;
        name.ofRow = id;
        if (!name.of.isEmpty())
            break;
    }
    return name;
}

Result<std::optional<ChangedRows::Thing>> ChangedRows::thingOf(OperationId operation)
{
    TRY(m_connection.principal().require(access::Capability::HistoryRead));
    std::optional<Key> first;
    {
        TRY_ASSIGN(auto query, m_connection.query(R"(
            SELECT change.table_id, change.row_id
              FROM history AS operation JOIN history_changes AS change ON change.operation_id = operation.id
             WHERE operation.uid = ?
             ORDER BY change.seq
             LIMIT 1)"));
        query->bind(operation);
        TRY_ASSIGN(const bool found, query->step());
        if (!found)
            return std::optional<Thing>();
        first = Key(T(query->int64(0)), query->id<RowId>(1));
    }
    TRY_ASSIGN(Name named, name(first->first, first->second));
    if (!named.name.isEmpty() || !named.ofTable)
        return std::optional(Thing{first->first, std::move(named)});
    const T owner = *named.ofTable;
    TRY_ASSIGN(named, name(owner, *named.ofRow));
    return std::optional(Thing{owner, std::move(named)});
}

Result<QString> ChangedRows::referred(const QByteArray &column, const QJsonValue &value)
{
    const auto table = referredTable(column);
    const auto id = idIn(value);
    if (!table || !id)
        return QString();
    TRY_ASSIGN(Name named, name(*table, *id));
    return named.name.isEmpty() ? std::move(named.of) : std::move(named.name); // a parked order by its client
}

Result<ChangedRows::Row> ChangedRows::describe(T table, RowId id, Action action, const QJsonObject &before, qint64 seq)
{
    TRY_ASSIGN(const QJsonObject now, after(table, id, seq));
    TRY_ASSIGN(Name named, name(table, id));
    Row row{table,
            id,
            action,
            std::move(named.name),
            std::move(named.of),
            named.ofTable,
            now.value(QLatin1String("currency")).toString(),
            {}};
    if (row.name.isEmpty() && action == Action::Erased)
        row.name = titleIn(before);
    const QJsonObject &columns = action == Action::Made ? now : before;
    for (auto value = columns.begin(); value != columns.end(); ++value) {
        const QByteArray column = value.key().toLatin1();
        const QJsonValue was = action == Action::Made ? QJsonValue(QJsonValue::Null) : *value;
        const QJsonValue is = action == Action::Erased ? QJsonValue(QJsonValue::Null) : now.value(value.key());
        if (was == is || storage::isDerived(storage::facts(table), column.toStdString()))
            continue;
        TRY_ASSIGN(QString wasName, referred(column, was));
        TRY_ASSIGN(QString isName, referred(column, is));
        row.values.push_back({column, was, is, std::move(wasName), std::move(isName)});
    }
    return row;
}

Result<ChangedRows::Rows> ChangedRows::of(OperationId operation, int most)
{
    TRY(m_connection.principal().require(access::Capability::HistoryRead));
    std::vector<Entry> entries;
    {
        TRY_ASSIGN(auto query, m_connection.query(R"(
            SELECT change.seq, change.table_id, change.row_id, change.action, change.old
              FROM history AS operation JOIN history_changes AS change ON change.operation_id = operation.id
             WHERE operation.uid = ?
             ORDER BY change.seq)"));
        query->bind(operation);
        for (;;) {
            TRY_ASSIGN(const bool found, query->step());
            if (!found)
                break;
            if (entries.size() < 4 * size_t(most)) // an import: enough to say that there is more
                putTogether(entries, *query);
        }
    }
    Rows rows;
    for (const Entry &entry : entries) {
        if (int(rows.rows.size()) == most) {
            rows.more = int(entries.size()) - most;
            break;
        }
        TRY_ASSIGN(Row row, describe(entry.table, entry.row, entry.action, entry.before, entry.lastSeq));
        rows.rows.push_back(std::move(row));
    }
    return rows;
}

Result<std::vector<ChangedRows::Step>> ChangedRows::ofRow(T table, RowId id)
{
    TRY(m_connection.principal().require(access::Capability::HistoryRead));
    struct Found {
        qint64 seq;
        OperationId operation;
        Action action;
        QJsonObject old;
    };
    std::vector<Found> found;
    {
        TRY_ASSIGN(auto query, m_connection.query(R"(
            SELECT change.seq, operation.uid, change.action, change.old
              FROM history_changes AS change JOIN history AS operation ON operation.id = change.operation_id
             WHERE change.row_id = ? AND change.table_id = ?
             ORDER BY change.seq DESC)"));
        query->bind(id, int(table));
        for (;;) {
            TRY_ASSIGN(const bool more, query->step());
            if (!more)
                break;
            found.push_back({query->int64(0), query->id<OperationId>(1), Action(query->int64(2)),
                             QJsonDocument::fromJson(query->utf8(3)).object()});
        }
    }
    std::vector<Step> steps;
    for (const Found &each : found) {
        TRY_ASSIGN(Row row, describe(table, id, each.action, each.old, each.seq));
        steps.push_back({each.operation, std::move(row)});
    }
    return steps;
}

} // namespace thimblely::changes
