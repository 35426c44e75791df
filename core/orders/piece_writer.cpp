// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/orders/piece_writer.h"

#include "core/changes/media_register.h"
#include "core/inventory/fields.h"
#include "core/orders/order_reader.h"
#include "core/orders/order_repository.h"
#include "core/orders/order_totals.h"
#include "core/orders/piece_json.h"
#include "core/orders/piece_steps.h"
#include "core/orders/piece_stock.h"
#include "core/search/searched_rows.h"

#include <algorithm>
#include <iterator>
#include <set>

namespace thimblely::orders {

namespace {

using access::Capability;
using access::Field;
using changes::WriteContext;
using storage::Table;

Error conflict(const char *code, const Piece &piece)
{
    return {ErrorKind::Conflict, code, {QString::number(piece.position)}, {}};
}

//! The order with its pieces; Conflict "order.is_draft" where it was never booked.
Result<OrderDetail> bookedOrder(WriteContext &context, OrderId order)
{
    TRY_ASSIGN(OrderDetail detail, OrderRepository(context.connection()).load(order));
    if (detail.status == OrderStatus::Draft)
        return Error{ErrorKind::Conflict, "order.is_draft", {}, {}};
    return detail;
}

//! The order a piece belongs to.
Result<OrderId> orderOf(WriteContext &context, OrderItemId piece)
{
    TRY_ASSIGN(auto query, context.query("SELECT order_id FROM order_items WHERE id = ?"));
    query->bind(piece);
    TRY_ASSIGN(const bool found, query->step());
    if (!found)
        return Error{ErrorKind::NotFound, "order.piece_not_found", {}, {}};
    return query->id<OrderId>(0);
}

//! Now, or just after the piece's latest activity where the clock was put back since: the latest one counts.
Result<Instant> nextMoment(WriteContext &context, OrderItemId piece)
{
    TRY_ASSIGN(auto query, context.query("SELECT max(occurred_at) FROM sys_activity WHERE order_item_id = ?"));
    query->bind(piece);
    TRY(query->step());
    const Instant now = context.clock().now();
    const auto latest = query->optionalInstant(0);
    return latest && now <= *latest ? latest->plusMsecs(1) : now;
}

Result<void> logStage(WriteContext &context, OrderItemId piece, Stage stage, const QString &stageKey)
{
    return logPiece(context, piece,
                    {{"kind", "stage"}, {"stage", toCode(stage)}, {"stage_key", inventory::textOrNull(stageKey)}});
}

Result<void> makeReady(WriteContext &context, const Piece &piece, const QString &stageKey = {})
{
    TRY(logStage(context, piece.id, Stage::Ready, stageKey));
    TRY(freezeMeasures(context, piece));
    return takeFor(context, piece.id, piece.facts);
}

enum class End { Collected, Cancelled };

//! What is billed of the order itself goes with the last of its pieces.
Result<void> endCharges(WriteContext &context, const OrderDetail &order, const std::vector<OrderItemId> &going, End end)
{
    const bool more = std::ranges::any_of(order.pieces, [&](const Piece &piece) {
        return !piece.isCancelled() && !piece.isCollected() && std::ranges::find(going, piece.id) == going.end();
    });
    if (more)
        return {};
    for (const Piece &charge : order.charges) {
        if (charge.isCancelled() || charge.isCollected())
            continue;
        if (end == End::Cancelled) {
            TRY(logPiece(context, charge.id, {{"kind", "cancelled"}}));
        } else {
            TRY(logPiece(context, charge.id, {{"kind", "stage"}, {"stage", toCode(Stage::Collected)}}));
        }
    }
    return {};
}

// Handing over -------------------------------------------------------------------------------------------------------

Result<std::vector<Piece>> piecesToHandOver(const OrderDetail &order, const std::vector<OrderItemId> &named)
{
    std::vector<Piece> pieces;
    for (const Piece &piece : order.pieces) {
        const bool all = named.empty();
        if (!all && std::ranges::find(named, piece.id) == named.end())
            continue;
        if (all && !piece.mayLeave())
            continue;
        if (piece.isCancelled())
            return conflict("order.piece_cancelled", piece);
        if (piece.isCollected())
            return conflict("order.piece_collected", piece);
        if (!piece.isReady())
            return conflict("order.piece_not_ready", piece);
        if (piece.isUnderWork)
            return conflict("order.piece_under_work", piece);
        pieces.push_back(piece);
    }
    if (pieces.empty() || (!named.empty() && pieces.size() != named.size()))
        return Error{ErrorKind::Conflict, "order.nothing_ready", {}, {}};
    return pieces;
}

//! What each who pays owes must be covered by what stays of theirs: nobody leaves with more than was paid for. What is
//! on its way has not been paid.
Result<bool> isCovered(WriteContext &context, const OrderDetail &order, const std::vector<Piece> &leaving)
{
    if (!OrderPriceRepository::isFor(context.principal()))
        return false;
    OrderDetail priced = order;
    TRY(OrderPriceRepository(context.connection()).addTo(priced));
    std::set<OrderItemId> ids;
    std::ranges::transform(leaving, std::inserter(ids, ids.end()), &Piece::id);
    return std::ranges::all_of(priced.payers,
                               [&](const PayerShare &share) { return uncoveredMinor(priced, share, ids, 0) == 0; });
}

QJsonObject releaseOf(const HandOver &handOver, const std::optional<PersonId> &approver)
{
    QJsonObject release{{QStringLiteral("ticket_seen"), handOver.ticketSeen}};
    if (!handOver.identity.isEmpty())
        release.insert(QStringLiteral("identity"), handOver.identity);
    if (approver)
        release.insert(QStringLiteral("approved_by"), approver->toString());
    return release;
}

QString collectorOf(const HandOver &handOver, OrderItemId piece, const QString &likely)
{
    const auto other = handOver.collectors.find(piece);
    const QString &collector = other == handOver.collectors.end() ? handOver.collector : other->second;
    return collector.isEmpty() ? likely : collector;
}

//! Where nobody was named: who pays for all that leaves, else whose order it is.
Result<QString> likelyCollector(WriteContext &context, const OrderDetail &order, const std::vector<Piece> &leaving)
{
    const std::optional<ClientId> payer = order.payerOf(leaving.front());
    const bool same = std::ranges::all_of(leaving, [&](const Piece &piece) { return order.payerOf(piece) == payer; });
    if (!payer || payer == order.client || !same)
        return order.clientName;
    TRY_ASSIGN(auto query, context.query("SELECT name FROM clients WHERE id = ?"));
    query->bind(*payer);
    TRY_ASSIGN(const bool found, query->step());
    return found ? query->text(0) : order.clientName;
}

Result<void> releaseUnpaid(WriteContext &context, const HandOver &handOver, UnpaidRelease &release)
{
    TRY(release.require(context));
    return context.rows().update(Table::Orders, handOver.order,
                                 {{"released_unpaid_by", release.approver().value_or(context.principal().person)},
                                  {"released_unpaid_reason", inventory::textOrNull(handOver.unpaidReason)}});
}

} // namespace

Result<void> freezeMeasures(WriteContext &context, const Piece &piece)
{
    if (piece.measuresFrozen || !piece.facts.measurementSet)
        return {};
    TRY_ASSIGN(auto query, context.query(R"(
        SELECT json_object('set', lower(hex(id)), 'taken_at', taken_at, 'measurements', json(measurements),
                           'posture', json(posture))
          FROM client_measurements
         WHERE id = ?)"));
    query->bind(*piece.facts.measurementSet);
    TRY_ASSIGN(const bool found, query->step());
    if (!found)
        return {};
    return context.rows().update(Table::OrderItems, piece.id, {{"measurement_snapshot", query->utf8(0)}});
}

Result<void> logPiece(WriteContext &context, OrderItemId piece, std::vector<Field> what)
{
    TRY_ASSIGN(const Instant moment, nextMoment(context, piece));
    what.push_back({"order_item_id", piece});
    what.push_back({"person_id", context.principal().person});
    what.push_back({"occurred_at", moment});
    return context.rows().insert(Table::SysActivity, ActivityId::make(context.clock()), what);
}

Result<Piece> pieceOf(WriteContext &context, OrderItemId id)
{
    TRY_ASSIGN(const OrderId order, orderOf(context, id));
    TRY_ASSIGN(const OrderDetail detail, bookedOrder(context, order));
    const auto found = std::ranges::find(detail.pieces, id, &Piece::id);
    if (found == detail.pieces.end())
        return Error{ErrorKind::NotFound, "order.piece_not_found", {}, {}};
    return *found;
}

Result<QString> tagOf(WriteContext &context, OrderItemId piece)
{
    TRY_ASSIGN(auto query, context.query(R"(
        SELECT booked.order_number, piece.position
          FROM order_items AS piece JOIN orders AS booked ON booked.id = piece.order_id
         WHERE piece.id = ?)"));
    query->bind(piece);
    TRY_ASSIGN(const bool found, query->step());
    if (!found)
        return Error{ErrorKind::NotFound, "order.piece_not_found", {}, {}};
    return QStringLiteral("%1-%2").arg(query->text(0)).arg(query->int64(1));
}

Result<OrderDetail> openOrder(WriteContext &context, OrderId id)
{
    TRY_ASSIGN(OrderDetail order, loadOrder(context.connection(), id));
    const auto refused = [&](const char *code) { return Error{ErrorKind::Conflict, code, {order.number}, {}}; };
    if (order.status == OrderStatus::Draft)
        return Error{ErrorKind::Conflict, "order.is_draft", {}, {}};
    if (order.status == OrderStatus::Cancelled)
        return refused("order.cancelled");
    if (std::ranges::none_of(order.pieces, &Piece::isHere))
        return refused("order.collected");
    return order;
}

Result<void> completeOrder(WriteContext &context, OrderId order)
{
    TRY_ASSIGN(const OrderDetail detail, bookedOrder(context, order));
    bool any = false;
    for (const Piece &piece : detail.pieces) {
        if (piece.isCancelled() || piece.stage >= Stage::Ready)
            continue;
        TRY(makeReady(context, piece));
        any = true;
    }
    if (!any)
        return Error{ErrorKind::Conflict, "order.done_already", {detail.number}, {}};
    return {};
}

Result<void> movePiece(WriteContext &context, OrderItemId id, Stage stage)
{
    return movePieceTo(context, id, stage, {});
}

Result<void> movePieceTo(WriteContext &context, OrderItemId id, Stage stage, const QString &stageKey)
{
    TRY_ASSIGN(const Piece piece, pieceOf(context, id));
    if (stage == Stage::Collected)
        return Error{ErrorKind::Invalid, "order.stage", {QString::number(piece.position)}, {}};
    if (piece.isCancelled())
        return conflict("order.piece_cancelled", piece);
    if (piece.isCollected())
        return conflict("order.piece_collected", piece);
    if (piece.stage == stage && (stageKey.isEmpty() || piece.stageKey == stageKey))
        return {};
    if (stage == Stage::Ready)
        return makeReady(context, piece, stageKey);
    if (stage >= Stage::Cut) {
        TRY(freezeMeasures(context, piece));
    }
    return logStage(context, id, stage, stageKey);
}

Result<void> UnpaidRelease::require(WriteContext &context)
{
    if (!m_approver) {
        TRY_ASSIGN(m_approver, context.require(Capability::OrdersReleaseUnpaid, m_approval));
    }
    return {};
}

Result<void> handOverPieces(WriteContext &context, const HandOver &handOver)
{
    UnpaidRelease own{std::nullopt};
    return handOverPieces(context, handOver, own);
}

namespace {

//! Nobody's word stands for it, who may let unpaid pieces go. Of a courier and of what nobody fetched nobody stands here.
Result<void> requireIdentified(const HandOver &handOver)
{
    const bool seen = handOver.ticketSeen || !handOver.identity.trimmed().isEmpty();
    if (seen || handOver.delivery || handOver.outcome)
        return {};
    return Error{ErrorKind::Invalid, "order.not_identified", {}, {}};
}

Result<void> letGo(WriteContext &context, const HandOver &handOver, UnpaidRelease &release)
{
    TRY_ASSIGN(const OrderDetail order, bookedOrder(context, handOver.order));
    TRY_ASSIGN(const std::vector<Piece> leaving, piecesToHandOver(order, handOver.pieces));
    // What its owner did not fetch leaves by the word of somebody who may, paid or not.
    TRY_ASSIGN(const bool paid, isCovered(context, order, leaving));
    const bool covered = paid && !handOver.outcome;
    if (!covered) {
        TRY(releaseUnpaid(context, handOver, release));
    }
    const auto approver = covered ? std::nullopt : release.approver();
    for (const changes::Media &photo : handOver.photos)
        TRY(changes::MediaRegister::add(context, photo));
    TRY_ASSIGN(const QString likely, likelyCollector(context, order, leaving));
    bool hung = false;
    for (const Piece &piece : leaving) {
        const QString collector = handOver.outcome ? handOver.collector : collectorOf(handOver, piece.id, likely);
        hung = hung || !piece.rack.isEmpty();
        TRY(logPiece(context, piece.id, {{"kind", "stage"}, {"stage", toCode(Stage::Collected)}}));
        TRY(context.rows().update(Table::OrderItems, piece.id,
                                  {{"collected_by_name", inventory::textOrNull(collector)},
                                   {"release", inventory::objectOrNull(releaseOf(handOver, approver))}}));
        if (handOver.outcome)
            TRY(context.rows().update(Table::OrderItems, piece.id, {{"outcome", toCode(*handOver.outcome)}}));
        if (!handOver.photos.empty())
            TRY(context.rows().update(Table::OrderItems, piece.id,
                                      {{"release_media", inventory::listOrNull(photoNames(handOver.photos))}}));
    }
    std::vector<OrderItemId> going;
    std::ranges::transform(leaving, std::back_inserter(going), &Piece::id);
    TRY(endCharges(context, order, going, End::Collected));
    return hung ? search::refreshOrder(context, order.id) : Result<void>(); // its place is another's now
}

} // namespace

Result<void> handOverPieces(WriteContext &context, const HandOver &handOver, UnpaidRelease &release)
{
    TRY(requireIdentified(handOver));
    return letGo(context, handOver, release);
}

Result<void> giveGoods(WriteContext &context, OrderId id)
{
    TRY_ASSIGN(const OrderDetail order, bookedOrder(context, id));
    HandOver home{id};
    std::vector<Piece> goods;
    for (const Piece &piece : order.pieces) {
        if (!isGoods(piece.facts.kind) || !piece.isHere() || piece.isReady()) // what waits already is fetched
            continue;
        TRY(makeReady(context, piece));
        goods.push_back(piece);
        home.pieces.push_back(piece.id);
    }
    if (goods.empty())
        return {};
    TRY_ASSIGN(const bool covered, isCovered(context, order, goods));
    if (!covered)
        return {};
    UnpaidRelease own{std::nullopt};
    return letGo(context, home, own); // who bought it stands here
}

Result<void> cancelPiece(WriteContext &context, OrderItemId id, const QString &reason)
{
    TRY(context.principal().require(Capability::OrdersWrite));
    TRY_ASSIGN(const Piece piece, pieceOf(context, id));
    TRY_ASSIGN(const OrderDetail order, bookedOrder(context, piece.order));
    if (reason.trimmed().isEmpty())
        return Error{ErrorKind::Invalid, "order.no_reason", {QString::number(piece.position)}, {}};
    if (piece.isCancelled())
        return conflict("order.piece_cancelled", piece);
    if (piece.isCollected())
        return conflict("order.piece_collected", piece);
    TRY(logPiece(context, id, {{"kind", "cancelled"}}));
    TRY(context.rows().update(Table::OrderItems, id, {{"cancelled_reason", reason.trimmed()}}));
    TRY(giveUp(context, id, piece.facts, piece.isBegun()));
    const bool anyCollected = std::ranges::any_of(order.pieces, &Piece::isCollected);
    TRY(endCharges(context, order, {id}, anyCollected ? End::Collected : End::Cancelled));
    return search::refreshOrder(context, piece.order);
}

} // namespace thimblely::orders
