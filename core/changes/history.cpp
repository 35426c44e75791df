// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/changes/history.h"

#include "core/base/namesakes.h"
#include "core/changes/told_kind.h"
#include "core/changes/undo.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <limits>
#include <utility>

namespace thimblely::changes {

namespace {

//! First words of kinds, as an SQL list; what is in none of them concerns the shop itself.
constexpr std::pair<History::Subject, const char *> firstWords[] = {
    {History::Subject::Clients, "'client', 'clients'"},
    {History::Subject::Measures, "'measurement', 'measurements', 'template'"},
    {History::Subject::Orders, "'order', 'fitting', 'paper'"},
    {History::Subject::Money, "'payment', 'till', 'invoice', 'wage'"},
    {History::Subject::Stock, "'inventory'"},
};

QByteArray conditionOf(History::Subject subject)
{
    // Of "undo:client.edit" the word is "client".
    static const QByteArray word = "substr(operation.kind, instr(operation.kind, ':') + 1,"
                                   " instr(operation.kind || '.', '.') - instr(operation.kind, ':') - 1)";
    QByteArray others;
    for (const auto &[which, words] : firstWords) {
        if (which == subject)
            return " AND " + word + " IN (" + words + ")";
        others += (others.isEmpty() ? "" : ", ") + QByteArray(words);
    }
    return " AND " + word + " NOT IN (" + others + ")";
}

QByteArray numbersJson(const std::vector<qint64> &numbers)
{
    QJsonArray array;
    for (const qint64 number : numbers)
        array.append(number);
    return QJsonDocument(array).toJson(QJsonDocument::Compact);
}

//! The ids of what hangs on a row; ?1 the workspace, ?2 the row.
const char *rowsOn(storage::Table table)
{
    if (table == storage::Table::Orders) {
        return R"(
            WITH the_orders(id) AS (VALUES (?2)),
                 pieces(id) AS (SELECT id FROM main.order_items WHERE workspace_id = ?1 AND order_id = ?2),
                 entries(id) AS (SELECT id FROM main.transactions WHERE workspace_id = ?1 AND order_id = ?2),
                 others(id) AS (SELECT id FROM main.client_interactions WHERE workspace_id = ?1 AND order_id = ?2)
        )";
    }
    return R"(
        WITH the_orders(id) AS (SELECT id FROM main.orders WHERE workspace_id = ?1 AND client_id = ?2),
             pieces(id) AS (SELECT id FROM main.order_items
                             WHERE workspace_id = ?1 AND (wearer_client_id = ?2 OR order_id IN the_orders)),
             entries(id) AS (SELECT id FROM main.transactions
                              WHERE workspace_id = ?1 AND (client_id = ?2 OR order_id IN the_orders)),
             others(id) AS (VALUES (?2)
                  UNION ALL SELECT id FROM main.client_measurements WHERE workspace_id = ?1 AND client_id = ?2
                  UNION ALL SELECT id FROM main.client_interactions WHERE workspace_id = ?1 AND client_id = ?2)
    )";
}

} // namespace

Result<QString> History::deviceName(DeviceId device)
{
    TRY_ASSIGN(auto query, m_session.reader().gatedQuery(access::GateKey(),
                                                         "SELECT ifnull(name, '') FROM main.sys_devices WHERE id = ?"));
    query->bind(device);
    TRY_ASSIGN(const bool found, query->step());
    return found ? query->text(0) : QString();
}

Result<History::Operation> History::readOperation(storage::Statement &row)
{
    QStringList args;
    const QJsonArray label = QJsonDocument::fromJson(row.utf8(3)).array();
    for (const auto &value : label)
        args.append(value.toString());
    TRY_ASSIGN(QString device, deviceName(row.id<DeviceId>(6)));
    return Operation{
        row.int64(0),   row.id<OperationId>(1), row.utf8(2),    std::move(args), row.optionalId<PersonId>(4),
        row.text(5),    std::move(device),      row.instant(7), row.boolean(8),  row.boolean(9),
        row.boolean(10)};
}

Result<History::Page> History::operations(const Filter &filter, std::optional<qint64> before, int limit)
{
    TRY(m_session.principal().require(access::Capability::HistoryRead));
    QByteArray sql = R"(
        SELECT operation.id, operation.uid, operation.kind, operation.label, operation.person_id, person.full_name,
               operation.device_id, operation.happened_at, operation.undone_by IS NOT NULL, operation.remote,
               operation.undoable
          FROM history AS operation LEFT JOIN profiles AS person ON person.id = operation.person_id
         WHERE operation.id < ?1)";
    if (!filter.numbers) // what somebody was told, and that they read it, is no deed of theirs
        sql += QByteArray(" AND operation.kind <> '") + toldKind + '\'';
    if (filter.person)
        sql += " AND operation.person_id = ?3";
    if (filter.from || filter.until)
        sql += " AND operation.happened_at BETWEEN ?4 AND ?5";
    if (filter.numbers)
        sql += " AND operation.id IN (SELECT value FROM json_each(?6))";
    if (filter.subject)
        sql += conditionOf(*filter.subject);
    sql += " ORDER BY operation.id DESC LIMIT ?2";
    TRY_ASSIGN(auto query, m_session.reader().query(sql));
    constexpr qint64 ever = std::numeric_limits<qint64>::max();
    query->bind(before.value_or(ever), limit + 1);
    if (filter.person || filter.from || filter.until || filter.numbers)
        query->bind(filter.person);
    if (filter.from || filter.until || filter.numbers)
        query->bind(filter.from ? filter.from->msecs() : 0, filter.until ? filter.until->msecs() - 1 : ever);
    if (filter.numbers)
        query->bindUtf8(numbersJson(*filter.numbers));
    Page page;
    for (;;) {
        TRY_ASSIGN(const bool found, query->step());
        if (!found)
            break;
        if (int(page.rows.size()) == limit) {
            page.next = page.rows.back().number;
            break;
        }
        TRY_ASSIGN(Operation operation, readOperation(*query));
        page.rows.push_back(std::move(operation));
    }
    TRY(nameAsInTheTeam(page.rows));
    return page;
}

//! Two of one name are told apart there, and so they are here.
Result<void> History::nameAsInTheTeam(std::vector<Operation> &rows)
{
    TRY_ASSIGN(const std::vector<Person> known, people());
    for (Operation &row : rows) {
        const auto found = std::ranges::find_if(known, [&](const Person &each) { return row.person == each.id; });
        if (found != known.end())
            row.personName = found->name;
    }
    return {};
}

Result<std::vector<qint64>> History::numbersOf(storage::Table table, RowId row)
{
    TRY(m_session.principal().require(access::Capability::HistoryRead));
    // Only numbers come of it: what they stand for is read through the views.
    TRY_ASSIGN(auto query, m_session.reader().gatedQuery(access::GateKey(), QByteArray(rowsOn(table)) + R"(
        SELECT DISTINCT entry.operation_id
          FROM main.sys_journal AS entry JOIN main.sys_operations AS operation ON operation.id = entry.operation_id
         WHERE operation.workspace_id = ?1 AND entry.row_id IN (
               SELECT ?2 UNION ALL SELECT id FROM the_orders UNION ALL SELECT id FROM pieces
               UNION ALL SELECT id FROM entries UNION ALL SELECT id FROM others
               UNION ALL SELECT id FROM main.sys_activity
                          WHERE workspace_id = ?1 AND (order_id IN the_orders OR order_item_id IN pieces
                                                       OR transaction_id IN entries)
               UNION ALL SELECT id FROM main.invoices WHERE workspace_id = ?1 AND order_id IN the_orders
               UNION ALL SELECT id FROM main.events WHERE workspace_id = ?1 AND order_id IN the_orders
               UNION ALL SELECT id FROM main.inventory_movements
                          WHERE workspace_id = ?1 AND order_item_id IN pieces))"));
    query->bind(m_session.principal().workspace, row);
    std::vector<qint64> numbers;
    for (;;) {
        TRY_ASSIGN(const bool found, query->step());
        if (!found)
            return numbers;
        numbers.push_back(query->int64(0));
    }
}

Result<std::vector<History::Person>> History::people()
{
    TRY(m_session.principal().require(access::Capability::HistoryRead));
    TRY_ASSIGN(auto query, m_session.reader().query(R"(
        SELECT person.id, coalesce(member.display_name, person.full_name)
          FROM workspace_members AS member JOIN profiles AS person ON person.id = member.user_id
         ORDER BY 2, person.id)"));
    std::vector<Person> people;
    for (;;) {
        TRY_ASSIGN(const bool found, query->step());
        if (!found)
            break;
        people.push_back({query->id<PersonId>(0), query->text(1)});
    }
    tellApart(people, &Person::id);
    return people;
}

std::optional<Error> History::whyItStays(const Operation &operation, const access::Principal &principal, Instant now)
{
    const auto refusal = [](const char *code) { return Error{ErrorKind::Conflict, code, {}, {}}; };
    if (operation.undone)
        return refusal("undo.done");
    if (!operation.undoable)
        return refusal("undo.not_undoable");
    if (operation.person != principal.person)
        return refusal("undo.not_yours");
    if (operation.happenedAt < Undo::oldest(now))
        return refusal("undo.too_old");
    return {};
}

} // namespace thimblely::changes
