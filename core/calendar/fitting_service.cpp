// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/calendar/fitting_service.h"

#include "core/calendar/fitting_outcome.h"
#include "core/calendar/fitting_writer.h"
#include "core/changes/write_door.h"
#include "core/clients/client_writer.h"
#include "core/inventory/fields.h"
#include "core/inventory/shop_terms.h"
#include "core/measurements/fit_writer.h"
#include "core/orders/piece_notes.h"
#include "core/orders/piece_writer.h"

namespace thimblely::calendar {

namespace {

using access::Capability;
using changes::Operation;
using changes::WriteContext;
using storage::Table;

//! The piece with whose it is: who wears it, else who pays.
struct Fitted {
    orders::Piece piece;
    std::optional<ClientId> client;
};

Result<Fitted> fittedPiece(WriteContext &context, OrderItemId id)
{
    TRY_ASSIGN(orders::Piece piece, orders::pieceOf(context, id));
    const QStringList position{QString::number(piece.position)};
    if (piece.isCancelled())
        return Error{ErrorKind::Conflict, "order.piece_cancelled", position, {}};
    if (piece.isCollected())
        return Error{ErrorKind::Conflict, "order.piece_collected", position, {}};
    std::optional<ClientId> client = piece.facts.wearer;
    if (!client) {
        TRY_ASSIGN(auto query, context.query("SELECT client_id FROM orders WHERE id = ?"));
        query->bind(piece.order);
        TRY(query->step());
        client = query->optionalId<ClientId>(0);
    }
    return Fitted{std::move(piece), client};
}

//! The appointments of this piece until the end of today that nobody has said anything about.
Result<std::vector<EventId>> appointmentsUntil(WriteContext &context, const orders::Piece &piece, Instant end)
{
    TRY_ASSIGN(auto query, context.query(R"(
        SELECT id
          FROM events
         WHERE order_id = ?1 AND event_type = 'fitting' AND status = 'scheduled' AND start_at < ?2
           AND (order_item_ids IS NULL OR EXISTS (SELECT 1 FROM json_each(order_item_ids) WHERE value = ?3))
         ORDER BY start_at)"));
    query->bind(piece.order, end, piece.id.toString());
    std::vector<EventId> events;
    for (;;) {
        TRY_ASSIGN(const bool more, query->step());
        if (!more)
            return events;
        events.push_back(query->id<EventId>(0));
    }
}

//! The first of those that are over now; nothing where nobody had arranged one.
Result<std::optional<EventId>> finishAppointments(WriteContext &context, const orders::Piece &piece,
                                                  const QString &note)
{
    TRY_ASSIGN(const auto terms, inventory::ShopTerms::load(context.connection()));
    const Date today = terms.calendar.dayOf(context.clock().now());
    TRY_ASSIGN(const auto events, appointmentsUntil(context, piece, terms.calendar.startOf(today.plusDays(1))));
    QJsonObject outcome{{QStringLiteral("came"), true}};
    if (!note.isEmpty())
        outcome.insert(QStringLiteral("notes"), note);
    for (const EventId &event : events)
        TRY(context.rows().update(Table::Events, event,
                                  {{"status", "completed"}, {"outcome", inventory::objectOrNull(outcome)}}));
    return events.empty() ? std::nullopt : std::optional(events.front());
}

Result<void> keepNote(WriteContext &context, const Fitted &fitted, const TriedOn &tried,
                      std::optional<EventId> appointment)
{
    TRY(orders::notePiece(context, tried.piece, tried.note));
    if (!tried.forNextOrders || !fitted.client || tried.note.isEmpty())
        return {};
    if (!tried.corrections.empty())
        TRY(measurements::correctFit(context, {*fitted.client, fitted.piece.facts.garmentType, tried.corrections,
                                               tried.note, tried.piece, appointment}));
    return clients::addFitNote(context, *fitted.client,
                               QStringLiteral("%1: %2").arg(fitted.piece.facts.name, tried.note));
}

//! 1 is the first fitting of the piece.
Result<int> nextNumber(WriteContext &context, const orders::Piece &piece)
{
    TRY_ASSIGN(auto query, context.query(R"(
        SELECT max(fitting_no), count(*)
          FROM events
         WHERE order_id = ?1 AND event_type = 'fitting' AND status IN ('scheduled', 'completed')
           AND (order_item_ids IS NULL OR EXISTS (SELECT 1 FROM json_each(order_item_ids) WHERE value = ?2)))"));
    query->bind(piece.order, piece.id.toString());
    TRY(query->step());
    return int(std::max(query->optionalInt64(0).value_or(0), query->int64(1))) + 1;
}

Result<EventId> arrange(WriteContext &context, const Fitted &fitted, const NextFitting &next, const QString &note)
{
    TRY_ASSIGN(const int number, nextNumber(context, fitted.piece));
    return enterFitting(context, {fitted.piece.order,
                                  {fitted.piece.id},
                                  fitted.client,
                                  fitted.piece.facts.name,
                                  next.startsAt,
                                  next.minutes,
                                  number,
                                  note});
}

Result<void> writeFits(WriteContext &context, const TriedOn &tried)
{
    TRY(context.principal().require(Capability::CalendarWrite));
    TRY_ASSIGN(const Fitted fitted, fittedPiece(context, tried.piece));
    TRY_ASSIGN(const auto over, finishAppointments(context, fitted.piece, tried.note));
    return keepNote(context, fitted, tried, over);
}

Result<EventId> writeAgain(WriteContext &context, const TriedOn &tried, const NextFitting &next)
{
    TRY(context.principal().require(Capability::CalendarWrite));
    TRY_ASSIGN(const Fitted fitted, fittedPiece(context, tried.piece));
    TRY_ASSIGN(const auto over, finishAppointments(context, fitted.piece, tried.note));
    TRY_ASSIGN(const EventId event, arrange(context, fitted, next, tried.note));
    TRY(orders::movePiece(context, tried.piece, orders::Stage::Fitting));
    TRY(keepNote(context, fitted, tried, over));
    return event;
}

TriedOn tidy(TriedOn tried)
{
    tried.note = tried.note.trimmed();
    return tried;
}

} // namespace

Result<void> itFits(WriteContext &context, const TriedOn &tried)
{
    return writeFits(context, tidy(tried));
}

QFuture<Result<void>> FittingService::fits(TriedOn tried)
{
    return m_door.write<void>(Operation{"fitting.fits"}, [tried = tidy(std::move(tried))](WriteContext &context) {
        return writeFits(context, tried);
    });
}

QFuture<Result<EventId>> FittingService::fitAgain(TriedOn tried, NextFitting next)
{
    return m_door.write<EventId>(
        Operation{"fitting.again"},
        [tried = tidy(std::move(tried)), next](WriteContext &context) { return writeAgain(context, tried, next); });
}

} // namespace thimblely::calendar
