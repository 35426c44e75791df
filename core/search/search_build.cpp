// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/search/search_index.h"
#include "core/search/searched_rows.h"
#include "core/storage/transaction.h"

namespace thimblely::search {

namespace {

using Go = std::function<bool(qint64 done)>;

Result<void> buildAll(access::ScopedConnection &connection, const Clock &clock, const Go &go)
{
    constexpr qint64 step = 256;
    changes::WriteContext context(connection, clock, OperationId::make(clock));
    qint64 done = 0;
    const auto each = [&](QByteArrayView sql, const auto &refresh) -> Result<void> {
        TRY_ASSIGN(auto rows, connection.query(sql));
        for (;;) {
            TRY_ASSIGN(const bool more, rows->step());
            if (!more)
                return {};
            TRY(refresh(rows->idBytes(0)));
            if (++done % step == 0 && go && !go(done))
                return Error{ErrorKind::Cancelled, "search.stopped", {}, {}};
        }
    };
    TRY(each("SELECT id FROM clients ORDER BY id",
             [&](const IdBytes &row) { return refreshClient(context, ClientId(row)); }));
    return each("SELECT id FROM orders ORDER BY id",
                [&](const IdBytes &row) { return refreshOrder(context, OrderId(row)); });
}

} // namespace

Result<void> SearchIndex::build(access::ScopedConnection &connection, const Clock &clock,
                                const std::function<bool(qint64 done)> &go)
{
    storage::Connection &file = connection.connection(access::GateKey());
    TRY_ASSIGN(auto transaction, [&] {
        const auto gate = connection.openGate(access::GateKey());
        return storage::WriteTransaction::begin(file);
    }());
    auto made = buildAll(connection, clock, go);
    const auto gate = connection.openGate(access::GateKey());
    if (made)
        made = transaction.commit();
    const auto rolledBack = std::move(transaction); // while the gate is open: ROLLBACK is a statement too
    return made;
}

} // namespace thimblely::search
