// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/orders/repeat_service.h"

#include "core/access/session.h"
#include "core/inventory/inventory_service.h"
#include "core/measurements/measurement_service.h"
#include "core/orders/order_service.h"

#include <algorithm>

namespace thimblely::orders {

namespace {

using access::Capability;

void note(std::vector<PriceChange> &changes, const QString &what, const Money &before, const Money &now)
{
    const PriceChange change{what, before, now};
    if (before != now && std::ranges::find(changes, change) == changes.end())
        changes.push_back(change);
}

} // namespace

Result<std::optional<OrderId>> RepeatService::lastOrder(ClientId client) const
{
    const OrderService orders(m_session, m_door);
    std::optional<ClientOrderKey> after;
    do {
        TRY_ASSIGN(const ClientOrderPage page, orders.ofClient(client, after));
        for (const OrderRow &row : page.rows) {
            const bool booked = row.status != OrderStatus::Draft && row.status != OrderStatus::Cancelled;
            if (booked && row.client == client) // what a relative pays for and they wear is repeated from there
                return std::optional(row.id);
        }
        after = page.next;
    } while (after);
    return std::optional<OrderId>();
}

//! Brings the tasks to today's list; gives what they come to more than before.
Result<Money> RepeatService::todaysTasks(PieceDraft &piece, std::vector<PriceChange> &changes) const
{
    const inventory::InventoryService list(m_session, m_door);
    const Currency currency = piece.unitPrice->currency();
    Money more = Money::zero(currency);
    for (Task &task : piece.tasks) {
        if (!task.service)
            continue;
        const auto line = list.load(*task.service);
        if (!line) { // struck off the list: what is done stays, at the price it had
            task.service.reset();
            continue;
        }
        task.minutes = line->facts.service.minutes.value_or(task.minutes);
        const auto now = line->facts.sellingPrice;
        if (!now || now == task.price)
            continue;
        const Money before = task.price.value_or(Money::zero(currency));
        note(changes, line->facts.name, before, *now);
        TRY_ASSIGN(const Money grown, now->minus(before));
        TRY_ASSIGN(more, more.plus(grown));
        task.price = now;
    }
    return more;
}

//! The newest set of the same kind for the same garment; the old one where there is none.
Result<std::optional<MeasurementSetId>> RepeatService::todaysSet(ClientId body, MeasurementSetId then) const
{
    if (!m_session.principal().can(Capability::MeasurementsRead))
        return std::optional<MeasurementSetId>();
    MeasurementService tape(m_session, m_door);
    const auto old = tape.load(then);
    if (!old)
        return std::optional<MeasurementSetId>();
    TRY_ASSIGN(const std::vector<MeasurementSet> sets, tape.setsOf(body));
    const auto current = std::ranges::find_if(sets, [&](const MeasurementSet &set) {
        return set.status == SetStatus::Current && set.kind == old->kind && set.templateId == old->templateId;
    });
    return std::optional(current == sets.end() ? then : current->id);
}

Result<PieceDraft> RepeatService::again(const Piece &piece, std::vector<PriceChange> &changes) const
{
    PieceDraft draft = piece.facts;
    draft.discount.reset();
    draft.priceBefore.reset();
    draft.discountReason.clear();
    draft.condition.clear();
    draft.photos.clear();
    draft.clientCloth.reset();
    draft.clientClothNote.clear();
    draft.clothOrder.reset();
    if (draft.kind == PieceKind::Redo)
        draft.kind = PieceKind::Alteration;
    if (draft.fabricSource == FabricSource::Client || draft.fabricSource == FabricSource::Merchant)
        draft.fabricSource.reset();
    TRY_ASSIGN(const Money more, todaysTasks(draft, changes));
    TRY_ASSIGN(draft.unitPrice, draft.unitPrice->plus(more));
    if (draft.inventoryItem) {
        const auto item = inventory::InventoryService(m_session, m_door).load(*draft.inventoryItem);
        if (!item) { // sold no more, or the roll is used up and gone
            draft.inventoryItem.reset();
            draft.shopCloth.reset();
        } else if (!isWork(draft.kind) && item->facts.sellingPrice) {
            note(changes, item->facts.name, *draft.unitPrice, *item->facts.sellingPrice);
            draft.unitPrice = item->facts.sellingPrice;
        }
    }
    if (draft.unitPrice->isZero())
        draft.unitPrice.reset(); // it is asked about again
    return draft;
}

Result<std::optional<RepeatedOrder>> RepeatService::lastOf(ClientId client) const
{
    TRY(m_session.principal().require(Capability::PricesRead));
    TRY_ASSIGN(const std::optional<OrderId> last, lastOrder(client));
    if (!last)
        return std::optional<RepeatedOrder>();
    TRY_ASSIGN(const OrderDetail order, OrderService(m_session, m_door).load(*last));
    RepeatedOrder repeated{order.number, {}, {}, {}};
    for (const Piece &piece : order.pieces) {
        if (piece.isCancelled())
            continue;
        TRY_ASSIGN(PieceDraft draft, again(piece, repeated.changes));
        if (draft.measurementSet) {
            TRY_ASSIGN(draft.measurementSet, todaysSet(draft.wearer.value_or(client), *draft.measurementSet));
        }
        if (draft.wearer)
            repeated.wearerNames.insert(*draft.wearer, piece.wearerName);
        repeated.pieces.push_back(std::move(draft));
        if (isFurtherOfSet(repeated.pieces, repeated.pieces.size() - 1) && !repeated.pieces.back().unitPrice)
            repeated.pieces.back().unitPrice = Money::zero(order.currency); // the first of its set has the price
    }
    return std::optional(std::move(repeated));
}

} // namespace thimblely::orders
