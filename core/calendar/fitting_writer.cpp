// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/calendar/fitting_writer.h"

#include "core/base/error_args.h"
#include "core/inventory/fields.h"
#include "core/inventory/shop_terms.h"
#include "core/orders/order_reader.h"

#include <algorithm>

namespace thimblely::calendar {

namespace {

using changes::WriteContext;

constexpr int longestFitting = 12 * 60; // minutes

//! Of one body at one moment: what is tried on together.
FittingEntry *sameVisit(std::vector<FittingEntry> &entries, const std::optional<ClientId> &client, Instant at)
{
    const auto found = std::ranges::find_if(
        entries, [&](const FittingEntry &entry) { return entry.client == client && entry.startsAt == at; });
    return found == entries.end() ? nullptr : &*found;
}

} // namespace

Result<EventId> enterFitting(WriteContext &context, const FittingEntry &entry)
{
    TRY(context.principal().require(access::Capability::CalendarWrite));
    if (entry.minutes <= 0 || entry.minutes > longestFitting)
        return Error{ErrorKind::Invalid, "fitting.minutes", {}, {}};
    if (entry.startsAt < context.clock().now())
        return Error{ErrorKind::Invalid, "fitting.past", {}, {}};
    TRY_ASSIGN(const auto terms, inventory::ShopTerms::load(context.connection()));
    QStringList pieces;
    for (const OrderItemId &piece : entry.pieces)
        pieces.append(piece.toString());
    const EventId id = EventId::make(context.clock());
    TRY(context.rows().insert(storage::Table::Events, id,
                              {{"user_id", context.principal().person},
                               {"created_by", context.principal().person},
                               {"title", entry.title},
                               {"description", inventory::textOrNull(entry.note)},
                               {"event_type", "fitting"},
                               {"start_at", entry.startsAt},
                               {"end_at", entry.startsAt.plusMsecs(qint64(entry.minutes) * 60'000)},
                               {"time_zone", terms.calendar.zone()},
                               {"client_id", entry.client},
                               {"order_id", entry.order},
                               {"order_item_ids", inventory::listOrNull(pieces)},
                               {"fitting_no", entry.number}}));
    return id;
}

Result<void> enterPlanned(WriteContext &context, OrderId id, const std::vector<orders::PlannedFitting> &fittings)
{
    if (fittings.empty())
        return {};
    TRY_ASSIGN(const orders::OrderDetail order, orders::loadOrder(context.connection(), id));
    TRY_ASSIGN(const auto terms, inventory::ShopTerms::load(context.connection()));
    std::vector<FittingEntry> entries;
    for (const orders::PlannedFitting &fitting : fittings) {
        if (fitting.piece >= order.pieces.size())
            return Error{ErrorKind::NotFound, "order.piece_not_found", {}, {}};
        const Date day = terms.calendar.dayOf(fitting.at);
        if (order.promisedDate && *order.promisedDate < day)
            return Error{ErrorKind::Invalid, "fitting.after_promise", {errorArg(day)}, {}};
        const orders::Piece &piece = order.pieces[fitting.piece];
        const auto body = order.wearerOf(piece);
        if (FittingEntry *together = sameVisit(entries, body, fitting.at)) {
            together->pieces.push_back(piece.id);
            together->title += QStringLiteral(", ") + piece.facts.name;
            together->minutes = std::max(together->minutes, fitting.minutes);
            together->number = std::max(together->number, fitting.number);
            continue;
        }
        entries.push_back({id, {piece.id}, body, piece.facts.name, fitting.at, fitting.minutes, fitting.number});
    }
    for (const FittingEntry &entry : entries)
        TRY(enterFitting(context, entry));
    return {};
}

} // namespace thimblely::calendar
