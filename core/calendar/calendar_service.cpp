// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/calendar/calendar_service.h"

#include "core/access/session.h"
#include "core/inventory/read_rows.h"
#include "core/inventory/shop_terms.h"

namespace thimblely::calendar {

namespace {

using access::Capability;

Result<Fitting> mapFitting(storage::Statement &row)
{
    const auto number = row.optionalInt64(5);
    return Fitting{row.id<EventId>(0),
                   row.instant(1),
                   row.text(2),
                   {},
                   {},
                   number ? std::optional(int(*number)) : std::nullopt,
                   row.optionalId<ClientId>(3),
                   row.optionalId<OrderId>(4)};
}

Result<QString> clientName(access::ScopedConnection &reader, ClientId client)
{
    TRY_ASSIGN(auto query, reader.query("SELECT name FROM clients WHERE id = ?"));
    query->bind(client);
    TRY_ASSIGN(const bool found, query->step());
    return found ? query->text(0) : QString();
}

Result<QStringList> piecesOf(access::ScopedConnection &reader, OrderId order)
{
    TRY_ASSIGN(auto query, reader.query(R"(
        SELECT item_name FROM order_items WHERE order_id = ? AND cancelled_at IS NULL AND charge IS NULL
         ORDER BY position, id)"));
    query->bind(order);
    QStringList names;
    for (;;) {
        TRY_ASSIGN(const bool more, query->step());
        if (!more)
            return names;
        names.append(query->text(0));
    }
}

} // namespace

Result<std::vector<Fitting>> CalendarService::fittings(Date day) const
{
    access::ScopedConnection &reader = m_session.reader();
    TRY(reader.principal().require(Capability::CalendarRead));
    TRY_ASSIGN(const auto moment, reader.snapshot());
    TRY_ASSIGN(const auto terms, inventory::ShopTerms::load(reader));
    TRY_ASSIGN(auto query, reader.query(R"(
        SELECT id, start_at, title, client_id, order_id, fitting_no
          FROM events
         WHERE event_type = 'fitting' AND status = 'scheduled' AND start_at >= ?1 AND start_at < ?2
         ORDER BY start_at, id)"));
    query->bind(terms.calendar.startOf(day), terms.calendar.startOf(day.plusDays(1)));
    TRY_ASSIGN(std::vector<Fitting> fittings, inventory::readRows<Fitting>(*query, mapFitting));
    for (Fitting &fitting : fittings) {
        if (fitting.client && reader.principal().can(Capability::ClientsRead)) {
            TRY_ASSIGN(fitting.who, clientName(reader, *fitting.client));
        }
        if (fitting.order && reader.principal().can(Capability::OrdersRead)) {
            TRY_ASSIGN(fitting.garments, piecesOf(reader, *fitting.order));
        }
    }
    // Nobody comes for what is cancelled.
    const bool orders = reader.principal().can(Capability::OrdersRead);
    std::erase_if(fittings,
                  [orders](const Fitting &fitting) { return orders && fitting.order && fitting.garments.empty(); });
    return fittings;
}

} // namespace thimblely::calendar
