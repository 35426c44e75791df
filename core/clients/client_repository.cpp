// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/clients/client_repository.h"

#include "core/clients/client_columns.h"

namespace thimblely::clients {

namespace {

using access::Capability;
using Query = storage::Connection::Query;

// Columns in the order of toSummary() below. The orders that count are booked and not all collected or cancelled.
constexpr char summaryColumns[] = R"(
    SELECT client.id, client.name, client.client_number, client.phone_as_typed, client.company,
           (SELECT count(*) FROM orders AS o
             WHERE o.client_id = client.id AND o.status IN ('pending', 'in-progress', 'completed')
               AND o.collected_at IS NULL),
           (SELECT count(*) FROM orders AS o JOIN order_items AS piece ON piece.order_id = o.id
             WHERE o.client_id = client.id AND o.status IN ('pending', 'in-progress', 'completed')
               AND o.collected_at IS NULL AND piece.stage = 'ready' AND piece.cancelled_at IS NULL),
           (SELECT min(o.promised_date) FROM orders AS o
             WHERE o.client_id = client.id AND o.status IN ('pending', 'in-progress', 'completed')
               AND o.collected_at IS NULL),
           (SELECT payer.name FROM clients AS payer WHERE payer.id = client.payer_client_id),
           client.relation_to_payer)";
constexpr char priceColumns[] = R"(,
           (SELECT total.last_order_date FROM client_totals AS total WHERE total.id = client.id),
           (SELECT total.balance_minor FROM client_totals AS total WHERE total.id = client.id),
           (SELECT total.waiting_minor FROM client_totals AS total WHERE total.id = client.id),
           (SELECT total.overpaid_minor FROM client_totals AS total WHERE total.id = client.id))";
constexpr char from[] = "\n      FROM clients AS client WHERE client.merged_into_id IS NULL";

QByteArray filterClause(ClientFilter filter)
{
    switch (filter) {
    case ClientFilter::All:
        break;
    case ClientFilter::AtWork:
        return R"( AND EXISTS (SELECT 1 FROM orders AS o
             WHERE o.client_id = client.id AND o.status IN ('pending', 'in-progress', 'completed')
               AND o.collected_at IS NULL))";
    case ClientFilter::Owing:
        return R"( AND EXISTS (SELECT 1 FROM client_totals AS total
             WHERE total.id = client.id AND total.balance_minor > 0))";
    }
    return {};
}

QByteArray pageSql(ClientFilter filter, ClientSort sort, bool after, bool prices)
{
    QByteArray sql = summaryColumns;
    if (prices)
        sql += priceColumns;
    sql += from;
    sql += filterClause(filter);
    if (sort == ClientSort::Name) {
        if (after)
            sql += " AND (client.name, client.id) > (?, ?)";
        return sql + " ORDER BY client.name, client.id LIMIT ?";
    }
    if (after)
        sql += " AND client.id < ?";
    return sql + " ORDER BY client.id DESC LIMIT ?";
}

//! What money is counted in; every balance of a workspace is in its own currency.
Result<Currency> currencyOf(access::ScopedConnection &connection)
{
    TRY_ASSIGN(auto query, connection.query("SELECT currency FROM workspaces"));
    TRY_ASSIGN(const bool found, query->step());
    if (!found)
        return Error{ErrorKind::NotFound, "workspace.unknown", {}, {}};
    return Currency::parse(query->text(0));
}

ClientSummary toSummary(storage::Statement &row, const std::optional<Currency> &currency)
{
    ClientSummary summary{row.id<ClientId>(0), row.text(1),         row.text(2), row.text(3),
                          row.text(4),         row.text(8),         row.text(9), int(row.int64(5)),
                          int(row.int64(6)),   row.optionalDate(7), {},          {}};
    if (currency) {
        summary.lastOrderDate = row.optionalDate(10);
        summary.balance = Money(row.int64(11), *currency);
        summary.waiting = Money(row.int64(12), *currency);
        summary.overpaid = Money(row.int64(13), *currency);
    }
    return summary;
}

Result<std::optional<Currency>> currencyIfPrices(access::ScopedConnection &connection)
{
    if (!connection.principal().can(Capability::PricesRead))
        return std::optional<Currency>();
    TRY_ASSIGN(const Currency currency, currencyOf(connection));
    return std::optional(currency);
}

Result<void> requireReadable(access::ScopedConnection &connection, ClientFilter filter)
{
    TRY(connection.principal().require(Capability::ClientsRead));
    if (filter == ClientFilter::Owing)
        TRY(connection.principal().require(Capability::PricesRead));
    return {};
}

} // namespace

Result<ClientPage> page(access::ScopedConnection &connection, ClientFilter filter, ClientSort sort,
                        const std::optional<ClientKey> &after, int limit)
{
    TRY(requireReadable(connection, filter));
    TRY_ASSIGN(const std::optional<Currency> currency, currencyIfPrices(connection));
    TRY_ASSIGN(auto query, connection.query(pageSql(filter, sort, after.has_value(), currency.has_value())));
    if (after && sort == ClientSort::Name)
        query->bind(after->name);
    if (after)
        query->bind(after->id);
    query->bind(limit + 1); // one more tells whether there is a next page
    ClientPage result;
    for (;;) {
        TRY_ASSIGN(const bool row, query->step());
        if (!row)
            return result;
        if (result.rows.size() == size_t(limit)) {
            if (!result.rows.empty())
                result.next = ClientKey{result.rows.back().name, result.rows.back().id};
            return result;
        }
        result.rows.push_back(toSummary(*query, currency));
    }
}

Result<qint64> count(access::ScopedConnection &connection, ClientFilter filter)
{
    TRY(requireReadable(connection, filter));
    TRY_ASSIGN(auto query, connection.query(QByteArray("SELECT count(*)") + from + filterClause(filter)));
    TRY(query->step());
    return query->int64(0);
}

Result<ClientId> resolved(access::ScopedConnection &connection, ClientId id)
{
    constexpr int longestChain = 32; // a card that was merged into one that was merged …
    for (int step = 0; step < longestChain; ++step) {
        TRY_ASSIGN(auto query, connection.query("SELECT merged_into_id FROM clients WHERE id = ?"));
        query->bind(id);
        TRY_ASSIGN(const bool found, query->step());
        const auto into = found ? query->optionalId<ClientId>(0) : std::nullopt;
        if (!into)
            break;
        id = *into;
    }
    return id;
}

Result<std::optional<ClientSummary>> summary(access::ScopedConnection &connection, ClientId id)
{
    TRY_ASSIGN(const std::optional<Currency> currency, currencyIfPrices(connection));
    TRY_ASSIGN(auto query, connection.query(QByteArray(summaryColumns) + (currency ? priceColumns : "") + from +
                                            " AND client.id = ?"));
    query->bind(id);
    TRY_ASSIGN(const bool found, query->step());
    if (!found)
        return std::optional<ClientSummary>();
    return std::optional(toSummary(*query, currency));
}

Result<std::optional<Client>> load(access::ScopedConnection &connection, ClientId asked)
{
    TRY(connection.principal().require(Capability::ClientsRead));
    TRY_ASSIGN(const ClientId id, resolved(connection, asked));
    return loadRow(connection, id);
}

Result<std::optional<Client>> loadRow(access::ScopedConnection &connection, ClientId id)
{
    TRY_ASSIGN(const Currency counted, currencyOf(connection));
    const bool prices = connection.principal().can(Capability::PricesRead);
    QByteArray sql = R"(
        SELECT client.client_number, client.name, client.phones, client.phone_as_typed, client.email, client.company,
               client.address, client.birth_date, client.gender_for_fit, client.notes, client.fit_notes, client.tags,
               client.locale, client.created_at,
               (SELECT count(*) FROM orders AS o
                 WHERE o.client_id = client.id AND o.status IN ('pending', 'in-progress', 'completed')
                   AND o.collected_at IS NULL),
               client.payer_client_id,
               (SELECT payer.name FROM clients AS payer WHERE payer.id = client.payer_client_id),
               client.relation_to_payer, client.preferred_channel, client.tax_id, client.credit_allowed,
               client.credit_limit_minor, client.marketing_consent_at, client.photo_consent_at,
               client.message_opt_out_at)";
    if (prices)
        sql += ", total.orders_count, total.last_order_date, total.balance_minor, total.waiting_minor,"
               " total.overpaid_minor"
               " FROM clients AS client JOIN client_totals AS total ON total.id = client.id";
    else
        sql += " FROM clients AS client";
    TRY_ASSIGN(auto query, connection.query(sql + " WHERE client.id = ?"));
    query->bind(id);
    TRY_ASSIGN(const bool found, query->step());
    if (!found)
        return std::optional<Client>();
    ClientDraft fields;
    fields.name = query->text(1);
    fields.phones = phonesFromJson(query->utf8(2));
    if (fields.phones.empty() && !query->isNull(3))
        fields.phones.push_back({query->text(3), PhoneUse::Call});
    fields.email = query->text(4);
    fields.company = query->text(5);
    fields.address = query->text(6);
    fields.birthDate = query->optionalDate(7);
    fields.gender = genderFromColumn(query->utf8(8));
    fields.notes = query->text(9);
    fields.fitNotes = query->text(10);
    fields.tags = tagsFromJson(query->utf8(11));
    fields.locale = query->text(12);
    fields.payer = query->optionalId<ClientId>(15);
    fields.relation = query->text(17);
    fields.channel = channelFromColumn(query->utf8(18));
    fields.taxId = query->text(19);
    fields.creditAllowed = query->boolean(20);
    if (const auto limit = query->optionalInt64(21))
        fields.creditLimit = Money(*limit, counted);
    fields.marketingConsentAt = query->optionalInstant(22);
    fields.photoConsentAt = query->optionalInstant(23);
    fields.messageOptOutAt = query->optionalInstant(24);
    Client client{id, query->text(0),    std::move(fields), query->text(16), int(query->int64(14)), {}, {},
                  {}, query->instant(13)};
    if (prices) {
        client.orders = query->int64(25);
        client.lastOrderDate = query->optionalDate(26);
        client.balance = Money(query->int64(27), counted);
        client.waiting = Money(query->int64(28), counted);
        client.overpaid = Money(query->int64(29), counted);
    }
    return std::optional(std::move(client));
}

Result<std::vector<ClientId>> recent(access::ScopedConnection &connection, int limit)
{
    TRY(connection.principal().require(Capability::ClientsRead));
    // UUIDv7 sort by the time they were made, so both ends are read off an index.
    TRY_ASSIGN(auto query, connection.query(R"(
        SELECT client_id, max(made) FROM (
            SELECT * FROM (SELECT o.client_id AS client_id, o.id AS made FROM orders AS o
                            WHERE o.client_id IS NOT NULL ORDER BY o.id DESC LIMIT ?1 * 4)
            UNION ALL
            SELECT * FROM (SELECT client.id, client.id FROM clients AS client
                            WHERE client.merged_into_id IS NULL ORDER BY client.id DESC LIMIT ?1))
         GROUP BY client_id ORDER BY max(made) DESC LIMIT ?1)"));
    query->bind(limit);
    std::vector<ClientId> ids;
    for (;;) {
        TRY_ASSIGN(const bool row, query->step());
        if (!row)
            return ids;
        ids.push_back(query->id<ClientId>(0));
    }
}

std::vector<QByteArray> listStatements(bool withPrices)
{
    std::vector<QByteArray> statements;
    for (const ClientSort sort : {ClientSort::Name, ClientSort::Newest}) {
        for (const bool after : {false, true}) {
            statements.push_back(pageSql(ClientFilter::All, sort, after, withPrices));
            statements.push_back(pageSql(ClientFilter::AtWork, sort, after, withPrices));
            if (withPrices)
                statements.push_back(pageSql(ClientFilter::Owing, sort, after, withPrices));
        }
    }
    return statements;
}

} // namespace thimblely::clients
