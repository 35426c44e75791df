// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/clients/client_family.h"

#include "core/clients/client_repository.h"

namespace thimblely::clients {

namespace {

using access::Capability;

//! The payer and everybody paid for, whoever of them is asked about; columns in the order of toMember().
QByteArray familySql(bool measures)
{
    QByteArray sql = R"(
        WITH household (payer) AS (SELECT ifnull(payer_client_id, id) FROM clients WHERE id = ?1)
        SELECT body.id, body.name, body.relation_to_payer, body.payer_client_id IS NULL, body.birth_date,
               (SELECT count(*) FROM orders AS o
                 WHERE o.client_id = body.id AND o.status IN ('pending', 'in-progress', 'completed')
                   AND o.collected_at IS NULL), )";
    sql += measures ? "(SELECT max(taken.taken_at) FROM client_measurements AS taken WHERE taken.client_id = body.id)"
                    : "NULL";
    return sql + R"(
          FROM clients AS body
         WHERE (body.id = (SELECT payer FROM household) OR body.payer_client_id = (SELECT payer FROM household))
           AND body.merged_into_id IS NULL
         ORDER BY body.payer_client_id IS NOT NULL, body.name, body.id)";
}

FamilyMember toMember(const storage::Statement &row)
{
    return {row.id<ClientId>(0),    row.text(1),       row.text(2), row.boolean(3), row.optionalDate(4),
            row.optionalInstant(6), int(row.int64(5)), {}};
}

} // namespace

Result<Family> family(access::ScopedConnection &connection, ClientId client)
{
    TRY(connection.principal().require(Capability::ClientsRead));
    TRY_ASSIGN(const ClientId asked, resolved(connection, client));
    Family family;
    {
        TRY_ASSIGN(auto query, connection.query(familySql(connection.principal().can(Capability::MeasurementsRead))));
        query->bind(asked);
        for (;;) {
            TRY_ASSIGN(const bool row, query->step());
            if (!row)
                break;
            family.members.push_back(toMember(*query));
        }
    }
    if (family.members.size() < 2)
        return Family();
    if (!connection.principal().can(Capability::PricesRead))
        return family;
    for (FamilyMember &member : family.members) {
        TRY_ASSIGN(const std::optional<ClientSummary> row, summary(connection, member.id));
        if (!row || !row->balance)
            continue;
        member.balance = row->balance;
        TRY_ASSIGN(family.balance, family.balance ? family.balance->plus(*row->balance) : Result<Money>(*row->balance));
    }
    return family;
}

} // namespace thimblely::clients
