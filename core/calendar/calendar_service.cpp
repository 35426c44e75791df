// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/calendar/calendar_service.h"

#include "core/access/session.h"
#include "core/inventory/read_rows.h"
#include "core/inventory/shop_terms.h"

#include <QCoreApplication>

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

//! What of an order is tried on.
struct TriedPieces {
    QStringList names;
    bool canvassed = false; //!< a jacket, suit or coat is among them
};

//! The pieces that the appointment names; of one that names none, all of the order's.
Result<TriedPieces> piecesOf(access::ScopedConnection &reader, const Fitting &fitting)
{
    TRY_ASSIGN(auto query, reader.query(R"(
        SELECT item_name, garment_type
          FROM order_items
         WHERE order_id = ?1 AND cancelled_at IS NULL AND charge IS NULL
           AND (EXISTS (SELECT 1 FROM events WHERE events.id = ?2 AND events.order_item_ids IS NULL)
                OR lower(hex(id)) IN (SELECT lower(replace(value, '-', ''))
                                        FROM json_each((SELECT order_item_ids FROM events WHERE events.id = ?2))))
         ORDER BY position, id)"));
    query->bind(*fitting.order, fitting.id);
    TriedPieces pieces;
    for (;;) {
        TRY_ASSIGN(const bool more, query->step());
        if (!more)
            return pieces;
        pieces.names.append(query->text(0));
        const QString garment = query->text(1);
        pieces.canvassed = pieces.canvassed || garment == QLatin1String("suit") || garment == QLatin1String("jacket") ||
                           garment == QLatin1String("coat");
    }
}

//! How many fittings the order has in all, of those that take or took place.
Result<int> fittingsOf(access::ScopedConnection &reader, OrderId order)
{
    TRY_ASSIGN(auto query, reader.query(R"(
        SELECT max(fitting_no) FROM events
         WHERE order_id = ? AND event_type = 'fitting' AND status IN ('scheduled', 'completed'))"));
    query->bind(order);
    TRY(query->step());
    return int(query->optionalInt64(0).value_or(0));
}

QString stageOf(int number, int inAll)
{
    const auto say = [](const char *text) { return QCoreApplication::translate("Fittings", text); };
    if (inAll < 2)
        return {};
    return number == 1 ? say("baste") : number >= inAll ? say("finish") : number == 2 ? say("forward") : QString();
}

//! Who comes and for what; nobody comes for what is cancelled.
Result<void> addWhat(access::ScopedConnection &reader, std::vector<Fitting> &fittings)
{
    for (Fitting &fitting : fittings) {
        if (fitting.client && reader.principal().can(Capability::ClientsRead)) {
            TRY_ASSIGN(fitting.who, clientName(reader, *fitting.client));
        }
        if (fitting.order && reader.principal().can(Capability::OrdersRead)) {
            TRY_ASSIGN(const TriedPieces pieces, piecesOf(reader, fitting));
            fitting.garments = pieces.names;
            if (pieces.canvassed && fitting.number) {
                TRY_ASSIGN(const int inAll, fittingsOf(reader, *fitting.order));
                fitting.stage = stageOf(*fitting.number, inAll);
            }
        }
    }
    const bool orders = reader.principal().can(Capability::OrdersRead);
    std::erase_if(fittings,
                  [orders](const Fitting &fitting) { return orders && fitting.order && fitting.garments.empty(); });
    return {};
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
    TRY(addWhat(reader, fittings));
    return fittings;
}

Result<std::vector<Fitting>> CalendarService::ofOrder(OrderId order) const
{
    access::ScopedConnection &reader = m_session.reader();
    TRY(reader.principal().require(Capability::CalendarRead));
    TRY_ASSIGN(auto query, reader.query(R"(
        SELECT id, start_at, title, client_id, order_id, fitting_no
          FROM events
         WHERE order_id = ? AND event_type = 'fitting' AND status = 'scheduled'
         ORDER BY start_at, id)"));
    query->bind(order);
    TRY_ASSIGN(std::vector<Fitting> fittings, inventory::readRows<Fitting>(*query, mapFitting));
    TRY(addWhat(reader, fittings));
    return fittings;
}

} // namespace thimblely::calendar
