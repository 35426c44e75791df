// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/orders/correction_writer.h"

#include "core/changes/media_register.h"
#include "core/inventory/fields.h"
#include "core/inventory/shop_terms.h"
#include "core/orders/order_check.h"
#include "core/orders/piece_rows.h"
#include "core/orders/piece_writer.h"
#include "core/orders/production_lock.h"
#include "core/search/searched_rows.h"

#include <algorithm>

namespace thimblely::orders {

namespace {

using access::Capability;
using access::Field;
using changes::WriteContext;
using inventory::textOrNull;
using storage::Table;

Error invalid(const char *code)
{
    return {ErrorKind::Invalid, code, {}, {}};
}

//! A piece and what it becomes.
struct Change {
    Piece piece;
    PieceDraft facts;

    bool samePrice() const
    {
        return piece.facts.unitPrice == facts.unitPrice && piece.facts.discount == facts.discount &&
               piece.facts.tasks == facts.tasks;
    }
};

Result<std::vector<Change>> changesOf(const OrderDetail &order, const Correction &correction)
{
    std::vector<Change> changes;
    for (const CorrectedPiece &corrected : correction.pieces) {
        const auto piece = std::ranges::find(order.pieces, corrected.piece, &Piece::id);
        if (piece == order.pieces.end())
            return Error{ErrorKind::NotFound, "order.piece_not_found", {}, {}};
        TRY_ASSIGN(PieceDraft facts, correctedFacts(*piece, corrected.facts));
        if (facts.wearer == order.client)
            facts.wearer.reset();
        if (!(facts == piece->facts))
            changes.push_back({*piece, std::move(facts)});
    }
    return changes;
}

OrderDraft draftOf(const OrderDetail &order)
{
    OrderDraft draft; // without its day, which may have passed
    draft.client = order.client;
    draft.taxInclusive = order.taxInclusive;
    return draft;
}

//! By position, so that a refusal names the piece as it is seen.
Result<void> checkChanges(const OrderDetail &order, const std::vector<Change> &changes,
                          const inventory::ShopTerms &terms, Instant now)
{
    OrderDraft whole = draftOf(order);
    OrderDraft changed = draftOf(order);
    for (const Piece &piece : order.pieces) {
        const auto change = std::ranges::find(changes, piece.id, [](const Change &each) { return each.piece.id; });
        whole.pieces.push_back(change == changes.end() ? piece.facts : change->facts);
        if (change != changes.end())
            changed.pieces.push_back(change->facts);
    }
    TRY(checkDraft(whole, terms, now));
    return checkWaivers(changed.pieces, terms.currency, order.taxInclusive);
}

Result<std::vector<std::optional<PersonId>>> askPrices(WriteContext &context, const OrderDetail &order,
                                                       const std::vector<Change> &changes, const Approvals &approvals)
{
    OrderDraft draft = draftOf(order);
    std::vector<bool> agreed;
    for (const Change &change : changes) {
        draft.pieces.push_back(change.facts);
        agreed.push_back(change.samePrice());
    }
    return requirePrices(context, draft, order.currency, approvals, agreed);
}

Result<void> unlock(WriteContext &context, const std::vector<Change> &changes, const Correction &correction,
                    const Approvals &approvals)
{
    std::vector<Piece> cut;
    for (const Change &change : changes) {
        if (change.piece.isBegun() && changesTheCut(change.piece.facts, change.facts))
            cut.push_back(change.piece);
    }
    if (cut.empty())
        return {};
    if (correction.why.trimmed().isEmpty())
        return invalid("order.correct_no_reason");
    return unlockBegun(context, cut, access::approvalFor(Capability::ProductionUnlock, approvals), correction.why);
}

//! Tasks that stay keep their ids, and a piece its day: only what differs is written and journalled.
bool isWritten(const Field &field, const Change &change)
{
    const QByteArrayView column(field.column);
    if (column == "due_date")
        return false;
    const bool tasks = column == "tasks" || column == "task_prices";
    return !tasks || change.piece.facts.tasks != change.facts.tasks;
}

Result<void> write(WriteContext &context, const OrderDetail &order, const Change &change,
                   const std::optional<PersonId> &approver)
{
    for (const changes::Media &photo : change.facts.photos)
        TRY(changes::MediaRegister::add(context, photo));
    TRY_ASSIGN(std::vector<Field> fields, pieceFields(context, draftOf(order), change.facts, order.currency));
    std::erase_if(fields, [&](const Field &field) { return !isWritten(field, change); });
    if (approver)
        fields.push_back({"approved_by", *approver});
    const bool measures = change.piece.measuresFrozen && changesTheCut(change.piece.facts, change.facts);
    if (measures)
        fields.push_back({"measurement_snapshot", std::nullopt});
    TRY(context.rows().update(Table::OrderItems, change.piece.id, fields));
    if (!measures)
        return {};
    Piece now = change.piece;
    now.facts = change.facts;
    now.measuresFrozen = false;
    return freezeMeasures(context, now);
}

Result<void> writeFacts(WriteContext &context, const OrderDetail &order, const Correction &correction)
{
    const OrderFacts &facts = *correction.facts;
    for (const Piece &charge : chargesThatEnd(order, correction))
        TRY(logPiece(context, charge.id, {{"kind", "cancelled"}}));
    return context.rows().update(Table::Orders, order.id,
                                 {{"notes", textOrNull(facts.notes.trimmed())},
                                  {"paper_ticket_no", textOrNull(facts.paperTicketNumber.trimmed())},
                                  {"event_date", facts.eventDate},
                                  {"is_rush", order.rush && facts.rush}});
}

} // namespace

bool changesTheCut(const PieceDraft &before, const PieceDraft &after)
{
    return before.measurementSet != after.measurementSet || before.wearer != after.wearer ||
           before.garmentType != after.garmentType;
}

Result<PieceDraft> correctedFacts(const Piece &piece, const PieceDraft &facts)
{
    const QStringList position{QString::number(piece.position)};
    if (piece.isCancelled())
        return Error{ErrorKind::Conflict, "order.piece_cancelled", position, {}};
    if (piece.isCollected())
        return Error{ErrorKind::Conflict, "order.piece_collected", position, {}};
    const PieceDraft &now = piece.facts;
    PieceDraft next = facts;
    const auto isOrdered = [](PieceKind kind) { return kind == PieceKind::Make || kind == PieceKind::Alteration; };
    if (!isOrdered(now.kind) || !isOrdered(facts.kind))
        next.kind = now.kind;
    next.quantity = now.quantity;
    next.unit = now.unit;
    next.inventoryItem = now.inventoryItem;
    next.shopCloth = now.shopCloth;
    next.clientClothNote = now.clientClothNote;
    next.clientCloth = now.clientCloth;
    next.fabricSource = now.fabricSource;
    next.clothOrder = now.clothOrder;
    next.payer = now.payer;
    next.charge = now.charge;
    next.setNo = now.setNo;
    next.setName = now.setName;
    return next;
}

std::vector<Piece> chargesThatEnd(const OrderDetail &order, const Correction &correction)
{
    std::vector<Piece> charges;
    if (!order.rush || !correction.facts || correction.facts->rush)
        return charges;
    std::ranges::copy_if(order.charges, std::back_inserter(charges),
                         [](const Piece &charge) { return charge.isHere() && charge.facts.charge == Charge::Rush; });
    return charges;
}

Result<Booked> correctOrder(WriteContext &context, const Correction &correction, const Approvals &approvals)
{
    TRY(context.principal().require(Capability::OrdersWrite));
    TRY(context.principal().require(Capability::PricesRead));
    TRY_ASSIGN(const OrderDetail order, openOrder(context, correction.order));
    TRY_ASSIGN(const std::vector<Change> changes, changesOf(order, correction));
    const bool facts = correction.facts && !(*correction.facts == OrderFacts::of(order));
    if (changes.empty() && !facts)
        return invalid("order.nothing_changed");
    TRY_ASSIGN(const inventory::ShopTerms terms, inventory::ShopTerms::load(context.connection()));
    TRY(checkChanges(order, changes, terms, context.clock().now()));
    TRY(unlock(context, changes, correction, approvals));
    TRY_ASSIGN(const auto approvers, askPrices(context, order, changes, approvals));
    for (size_t i = 0; i < changes.size(); ++i)
        TRY(write(context, order, changes[i], approvers[i]));
    if (facts) {
        TRY(writeFacts(context, order, correction));
    }
    TRY(search::refreshOrder(context, order.id));
    return Booked{order.id, order.number};
}

} // namespace thimblely::orders
