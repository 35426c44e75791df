// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/accounts/open_work.h"

#include <vector>

namespace thimblely::accounts {

namespace {

using access::Capability;
using storage::Table;

template <typename IdType>
Result<std::vector<IdType>> idsOf(storage::Connection::Query &query)
{
    std::vector<IdType> ids;
    for (;;) {
        TRY_ASSIGN(const bool row, query->step());
        if (!row)
            return ids;
        ids.push_back(query->template id<IdType>(0));
    }
}

Result<std::vector<OrderItemId>> piecesOf(access::ScopedConnection &connection, PersonId person)
{
    if (!connection.principal().can(Capability::OrdersRead))
        return std::vector<OrderItemId>();
    TRY_ASSIGN(auto query, connection.query(R"(
        SELECT id FROM order_items
         WHERE assigned_to = ? AND collected_at IS NULL AND cancelled_at IS NULL
           AND stage NOT IN ('ready', 'collected'))"));
    query->bind(person);
    return idsOf<OrderItemId>(query);
}

Result<std::vector<EventId>> fittingsOf(access::ScopedConnection &connection, PersonId person, Instant now)
{
    if (!connection.principal().can(Capability::CalendarRead))
        return std::vector<EventId>();
    TRY_ASSIGN(auto query, connection.query("SELECT id FROM events WHERE staff_user_id = ? AND start_at >= ?"
                                            " AND status = 'scheduled'"));
    query->bind(person, now);
    return idsOf<EventId>(query);
}

} // namespace

Result<OpenWork> openWorkOf(access::ScopedConnection &connection, PersonId person, Instant now)
{
    TRY_ASSIGN(const auto pieces, piecesOf(connection, person));
    TRY_ASSIGN(const auto fittings, fittingsOf(connection, person, now));
    return OpenWork{int(pieces.size()), int(fittings.size())};
}

Result<OpenWork> handOverWork(changes::WriteContext &context, PersonId from, const std::optional<PersonId> &to)
{
    TRY_ASSIGN(const auto pieces, piecesOf(context.connection(), from));
    for (const OrderItemId piece : pieces)
        TRY(context.rows().update(Table::OrderItems, piece, {{"assigned_to", to}}));
    TRY_ASSIGN(const auto fittings, fittingsOf(context.connection(), from, context.clock().now()));
    for (const EventId fitting : fittings)
        TRY(context.rows().update(Table::Events, fitting, {{"staff_user_id", to}}));
    return OpenWork{int(pieces.size()), int(fittings.size())};
}

} // namespace thimblely::accounts
