// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/search/search_index.h"
#include "core/search/searched_rows.h"
#include "core/storage/transaction.h"

namespace thimblely::search {

namespace {

Result<std::vector<IdBytes>> idsOf(storage::Statement &query)
{
    std::vector<IdBytes> ids;
    for (;;) {
        TRY_ASSIGN(const bool row, query.step());
        if (!row)
            return ids;
        ids.push_back(query.idBytes(0));
    }
}

} // namespace

Result<void> SearchIndex::addMissing(access::ScopedConnection &connection, const Clock &clock)
{
    const access::GateKey key;
    const auto missing = [&](QByteArrayView sql) -> Result<std::vector<IdBytes>> {
        TRY_ASSIGN(auto query, connection.gatedQuery(key, sql));
        query->bind(connection.principal().workspace);
        return idsOf(*query);
    };
    const auto gate = connection.openGate(key);
    TRY_ASSIGN(auto transaction, storage::WriteTransaction::begin(connection.connection(key)));
    changes::WriteContext context(connection, clock, OperationId::make(clock));
    TRY_ASSIGN(const auto clients, missing("SELECT id FROM main.clients AS row WHERE workspace_id = ? AND NOT EXISTS"
                                           " (SELECT 1 FROM main.sys_search WHERE row_id = row.id)"));
    for (const IdBytes &id : clients)
        TRY(refreshClient(context, ClientId(id)));
    TRY_ASSIGN(const auto orders, missing("SELECT id FROM main.orders AS row WHERE workspace_id = ? AND NOT EXISTS"
                                          " (SELECT 1 FROM main.sys_search WHERE row_id = row.id)"));
    for (const IdBytes &id : orders)
        TRY(refreshOrder(context, OrderId(id)));
    return transaction.commit();
}

} // namespace thimblely::search
