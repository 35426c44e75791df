// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/access/privileged/erasure_reach.h"

#include "core/access/privileged/erasure_sql.h"
#include "core/base/error_args.h"
#include "core/storage/catalogue.h"

#include <algorithm>

namespace thimblely::access {

namespace {

using T = storage::Table;

//! What a table gives to temp.going, in turn: each may ask for those before it.
struct Step {
    T table;
    const char *where; //!< ?1: the workspace
};

constexpr Step steps[] = {
    {T::Orders, "client_id IN cards"},
    {T::OrderItems, "order_id IN orders OR id IN (SELECT id FROM temp.worn)"},
    {T::ClientMeasurements, "client_id IN cards"},
    {T::ClientInteractions, "client_id IN cards"},
    {T::Events, "client_id IN cards OR (client_id IS NULL AND order_id IN orders)"},
    {T::EventReminders, "event_id IN events"},
    {T::Messages, "client_id IN cards OR (client_id IS NULL AND order_id IN orders)"},
    {T::Invoices, "client_id IN cards OR (client_id IS NULL AND order_id IN orders)"},
    {T::Transactions, "client_id IN cards OR (client_id IS NULL AND (order_id IN orders OR invoice_id IN invoices))"},
    {T::SysActivity, "till_id IS NULL AND (order_id IN orders OR order_item_id IN order_items"
                     " OR transaction_id IN transactions OR invoice_id IN invoices)"},
    {T::InventoryMovements, "order_item_id IN order_items"},
    {T::Feeds, "order_id IN orders"},
    {T::FeedCrossPosts, "feed_id IN feeds"},
    {T::FeedComments, "feed_id IN feeds"},
    {T::Notifications, "reference_id IN (SELECT id FROM temp.going)"},
};

QByteArray idsOf(T table)
{
    return "(SELECT id FROM temp.going WHERE table_id = " + QByteArray::number(int(table)) + ')';
}

//! " IN orders" as the rows of orders that were found.
QByteArray spelledOut(const char *where)
{
    QByteArray sql(where);
    sql.replace(" IN cards", " IN " + idsOf(T::Clients));
    for (const Step &step : steps)
        sql.replace(QByteArray(" IN ") + storage::facts(step.table).name, " IN " + idsOf(step.table));
    return sql;
}

Error hindrance(const char *code, const QString &what)
{
    return {ErrorKind::Conflict, code, {what}, {}};
}

} // namespace

Result<void> ErasureReach::find(WorkspaceId workspace, ClientId client)
{
    m_workspace = workspace;
    TRY(m_connection.executeScript("CREATE TEMP TABLE IF NOT EXISTS going (table_id INTEGER NOT NULL, id BLOB NOT NULL,"
                                   " PRIMARY KEY (table_id, id)) WITHOUT ROWID;"
                                   "CREATE TEMP TABLE IF NOT EXISTS worn (id BLOB PRIMARY KEY) WITHOUT ROWID;"
                                   "DELETE FROM temp.going; DELETE FROM temp.worn;"));
    TRY(findCards(workspace, client));
    const QByteArray cards = idsOf(T::Clients);
    TRY(runSql(m_connection,
               "INSERT INTO temp.worn SELECT piece.id FROM main.order_items AS piece"
               "  JOIN main.orders ON orders.workspace_id = piece.workspace_id AND orders.id = piece.order_id"
               " WHERE piece.workspace_id = ?1 AND (ifnull(piece.wearer_client_id, orders.client_id) IN " +
                   cards +
                   " OR piece.client_measurement_id IN (SELECT id FROM main.client_measurements"
                   "                                     WHERE workspace_id = ?1 AND client_id IN " +
                   cards + "))",
               workspace));
    for (const Step &step : steps) {
        const QByteArray number = QByteArray::number(int(step.table));
        TRY(runSql(m_connection,
                   "INSERT OR IGNORE INTO temp.going SELECT " + number + ", id FROM main." +
                       storage::facts(step.table).name + " WHERE workspace_id = ?1 AND (" + spelledOut(step.where) +
                       ')',
                   workspace));
    }
    return {};
}

Result<void> ErasureReach::findCards(WorkspaceId workspace, ClientId client)
{
    TRY_ASSIGN(auto end, m_connection.query(R"(
        WITH RECURSIVE card(id, into_id, depth) AS (
            SELECT id, merged_into_id, 0 FROM main.clients WHERE workspace_id = ?1 AND id = ?2 AND erased_at IS NULL
            UNION ALL
            SELECT clients.id, clients.merged_into_id, depth + 1 FROM card
              JOIN main.clients ON clients.workspace_id = ?1 AND clients.id = card.into_id
             WHERE depth < 100)
        SELECT card.id, clients.client_number, clients.name FROM card JOIN main.clients USING (id)
         ORDER BY depth DESC LIMIT 1)"));
    end->bind(workspace, client);
    TRY_ASSIGN(const bool found, end->step());
    if (!found)
        return Error{ErrorKind::NotFound, "client.unknown", {}, {}};
    m_root = end->id<ClientId>(0);
    m_number = end->text(1);
    m_name = end->text(2);
    end->reset();
    TRY(runSql(m_connection, R"(
        INSERT INTO temp.going
        WITH RECURSIVE card(id) AS (
            SELECT ?2
            UNION
            SELECT clients.id FROM card JOIN main.clients ON clients.workspace_id = ?1 AND merged_into_id = card.id)
        SELECT 10, id FROM card)",
               workspace, *m_root));
    m_cards.clear();
    return eachRow(m_connection, "SELECT id FROM temp.going WHERE table_id = 10",
                   [this](const storage::Statement &row) { m_cards.push_back(row.id<ClientId>(0)); });
}

Result<int> ErasureReach::count(T table) const
{
    TRY_ASSIGN(auto query, m_connection.query("SELECT count(*) FROM temp.going WHERE table_id = ?"));
    query->bind(int(table));
    TRY(query->step());
    return int(query->int64(0));
}

Result<QStringList> ErasureReach::texts(QByteArrayView sql) const
{
    QStringList texts;
    TRY(eachRow(m_connection, sql, [&](const storage::Statement &row) {
        if (const QString text = row.text(0).trimmed(); !text.isEmpty() && !texts.contains(text))
            texts.append(text);
    }));
    return texts;
}

Result<qint64> ErasureReach::number(QByteArrayView sql) const
{
    TRY_ASSIGN(auto query, m_connection.query(sql));
    TRY(query->step());
    return query->int64(0);
}

Result<std::vector<Error>> ErasureReach::hindrances() const
{
    std::vector<Error> errors;
    const QByteArray pieces = "SELECT DISTINCT orders.order_number FROM main.order_items AS piece JOIN main.orders"
                              " ON orders.workspace_id = piece.workspace_id AND orders.id = piece.order_id"
                              " WHERE piece.id IN " +
                              idsOf(T::OrderItems) +
                              " AND orders.order_number IS NOT NULL AND orders.deleted_at IS NULL"
                              " AND piece.deleted_at IS NULL AND piece.charge IS NULL AND ";
    TRY_ASSIGN(const QStringList open,
               texts(pieces + "piece.cancelled_at IS NULL AND piece.collected_at IS NULL ORDER BY 1"));
    if (!open.isEmpty())
        errors.push_back(hindrance("erasure.open_orders", open.join(QStringLiteral(", "))));
    TRY_ASSIGN(const qint64 waiting,
               number("SELECT count(*) FROM main.orders WHERE id IN " + idsOf(T::Orders) +
                      " AND order_number IS NULL AND deleted_at IS NULL AND quote_declined_at IS NULL"));
    if (waiting > 0)
        errors.push_back(hindrance("erasure.parked", errorArg(waiting)));
    TRY(hindersMoney(errors));
    TRY_ASSIGN(const QStringList cloth,
               texts(pieces + "ifnull(client_fabric_milli, 0) > ifnull(client_fabric_used_milli, 0)"
                              " + ifnull(client_fabric_returned_milli, 0) ORDER BY 1"));
    if (!cloth.isEmpty())
        errors.push_back(hindrance("erasure.cloth", cloth.join(QStringLiteral(", "))));
    return errors;
}

Result<void> ErasureReach::hindersMoney(std::vector<Error> &errors) const
{
    TRY_ASSIGN(auto shop, m_connection.query("SELECT currency FROM main.workspaces WHERE id = ?"));
    shop->bind(*m_workspace);
    TRY(shop->step());
    TRY_ASSIGN(const Currency currency, Currency::parse(shop->text(0)));
    const QByteArray booked =
        "FROM main.orders WHERE id IN " + idsOf(T::Orders) + " AND order_number IS NOT NULL AND deleted_at IS NULL";
    // What stands on the cards too: they may pay for what somebody else ordered.
    TRY_ASSIGN(const qint64 onCards,
               number("SELECT sum(balance_minor) FROM main.clients WHERE id IN " + idsOf(T::Clients)));
    TRY_ASSIGN(const qint64 onOrders,
               number("SELECT ifnull(sum(balance_minor), 0) " + booked + " AND balance_minor > 0"));
    if (const qint64 owed = std::max(onCards, onOrders); owed > 0)
        errors.push_back(hindrance("erasure.owed", errorArg(Money(owed, currency))));
    TRY_ASSIGN(const qint64 overOrders,
               number("SELECT ifnull(-sum(balance_minor), 0) " + booked + " AND balance_minor < 0"));
    TRY_ASSIGN(const qint64 overCards,
               number("SELECT sum(overpaid_minor) FROM main.clients WHERE id IN " + idsOf(T::Clients)));
    const qint64 overpaid = std::max(overCards, overOrders);
    // What is on its way is held as soon as it arrives.
    TRY_ASSIGN(const qint64 credit,
               number("SELECT ifnull(sum(iif((transaction_type = 'income') = (reverses_transaction_id IS NULL),"
                      "                      amount_minor, -amount_minor)), 0)"
                      "  FROM main.transactions WHERE category IN ('client_credit', 'opening_credit') AND id IN " +
                      idsOf(T::Transactions)));
    if (overpaid + credit > 0)
        errors.push_back(hindrance("erasure.held", errorArg(Money(overpaid + credit, currency))));
    return {};
}

Result<QStringList> ErasureReach::namedElsewhere() const
{
    if (!m_name.trimmed().contains(u' ')) // a first name alone stands in many places
        return QStringList();
    TRY_ASSIGN(auto query, m_connection.query(R"(
        SELECT orders.order_number FROM main.orders
         WHERE workspace_id = ?1 AND deleted_at IS NULL AND id NOT IN (SELECT id FROM temp.going)
           AND instr(lower(ifnull(title, '') || ' ' || ifnull(notes, '')), lower(?2))
        UNION
        SELECT orders.order_number FROM main.order_items AS piece
          JOIN main.orders ON orders.workspace_id = piece.workspace_id AND orders.id = piece.order_id
         WHERE piece.workspace_id = ?1 AND piece.deleted_at IS NULL AND piece.id NOT IN (SELECT id FROM temp.going)
           AND instr(lower(ifnull(item_description, '') || ' ' || ifnull(style_options, '') || ' '
                           || ifnull(condition, '') || ' ' || ifnull(hold, '')), lower(?2))
        UNION
        SELECT clients.client_number FROM main.clients
         WHERE workspace_id = ?1 AND deleted_at IS NULL AND id NOT IN (SELECT id FROM temp.going)
           AND instr(lower(ifnull(notes, '') || ' ' || ifnull(fit_notes, '')), lower(?2))
        UNION
        SELECT clients.client_number FROM main.client_interactions AS said
          JOIN main.clients ON clients.workspace_id = said.workspace_id AND clients.id = said.client_id
         WHERE said.workspace_id = ?1 AND said.deleted_at IS NULL AND said.id NOT IN (SELECT id FROM temp.going)
           AND instr(lower(ifnull(subject, '') || ' ' || ifnull(description, '')), lower(?2)))"));
    query->bind(*m_workspace, m_name.trimmed());
    QStringList found;
    for (;;) {
        TRY_ASSIGN(const bool row, query->step());
        if (!row)
            return found;
        found.append(query->text(0));
    }
}

Result<QStringList> ErasureReach::numbers() const
{
    return texts("SELECT order_number FROM main.orders WHERE id IN " + idsOf(T::Orders) +
                 " UNION SELECT receipt_no FROM main.transactions WHERE id IN " + idsOf(T::Transactions) +
                 " UNION SELECT invoice_number FROM main.invoices WHERE id IN " + idsOf(T::Invoices));
}

Result<QStringList> ErasureReach::knownAs() const
{
    TRY_ASSIGN(QStringList known,
               texts("SELECT name FROM main.clients WHERE id IN " + idsOf(T::Clients) +
                     " UNION SELECT email FROM main.clients WHERE id IN " + idsOf(T::Clients) +
                     " UNION SELECT phone FROM main.clients WHERE id IN " + idsOf(T::Clients) +
                     " UNION SELECT phone_as_typed FROM main.clients WHERE id IN " + idsOf(T::Clients) +
                     " UNION SELECT CASE phone.type WHEN 'object' THEN phone.value ->> 'number' END"
                     "         FROM main.clients, json_each(clients.phones) AS phone"
                     "        WHERE clients.id IN " +
                     idsOf(T::Clients) + " UNION SELECT customer_name FROM main.orders WHERE id IN " +
                     idsOf(T::Orders)));
    for (const char *column : {"name", "email", "phone", "phone_as_typed"}) {
        TRY_ASSIGN(const QStringList before,
                   texts(QByteArray("SELECT DISTINCT old ->> '") + column +
                         "' FROM main.sys_journal WHERE table_id = 10 AND old IS NOT NULL AND row_id IN " +
                         idsOf(T::Clients)));
        known += before;
    }
    known.removeDuplicates();
    return known;
}

} // namespace thimblely::access
