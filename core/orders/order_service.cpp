// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/orders/order_service.h"

#include "core/access/session.h"
#include "core/changes/media_register.h"
#include "core/changes/write_door.h"
#include "core/inventory/inventory_service.h"
#include "core/inventory/shop_terms.h"
#include "core/orders/cloth_writer.h"
#include "core/orders/open_order_counts.h"
#include "core/orders/open_order_lists.h"
#include "core/orders/order_check.h"
#include "core/orders/order_reader.h"
#include "core/orders/order_repository.h"
#include "core/orders/order_writer.h"
#include "core/orders/piece_writer.h"
#include "core/orders/quote_writer.h"
#include "core/orders/rack_service.h"
#include "core/search/search_index.h"

#include <map>
#include <span>

namespace thimblely::orders {

namespace {

using changes::Operation;
using changes::WriteContext;
using inventory::ShopTerms;

//! What the history and the undo toast call it; an order that cannot be read has no number to name.
QStringList numberOf(access::Session &session, OrderId order)
{
    const auto detail = OrderRepository(session.reader()).load(order);
    return detail ? QStringList{detail->number} : QStringList();
}

//! What it is called that a piece is there now.
Operation movedTo(Stage stage)
{
    switch (stage) {
    case Stage::Ready:
        return Operation{"order.piece_ready"};
    case Stage::Cut:
        return Operation{"order.piece_cut"};
    default:
        return Operation{"order.move_stage"};
    }
}

} // namespace

Result<OrderDetail> loadOrder(access::ScopedConnection &connection, OrderId order)
{
    TRY_ASSIGN(OrderDetail detail, OrderRepository(connection).load(order));
    for (Piece &piece : detail.pieces) {
        for (auto *photos : {&piece.facts.photos, &piece.leftPhotos}) {
            for (changes::Media &photo : *photos) {
                TRY_ASSIGN(const auto known, changes::MediaRegister::find(connection, photo.sha256));
                photo = known.value_or(photo);
            }
        }
        if (piece.clothPhoto) {
            TRY_ASSIGN(const auto known, changes::MediaRegister::find(connection, piece.clothPhoto->sha256));
            piece.clothPhoto = known ? known : piece.clothPhoto;
        }
    }
    if (!OrderPriceRepository::isFor(connection.principal()))
        return detail;
    TRY(OrderPriceRepository(connection).addTo(detail));
    return detail;
}

Result<int> countOpenOrders(access::ScopedConnection &connection, OpenOrderFilter filter, Instant now)
{
    TRY(connection.principal().require(access::Capability::OrdersRead));
    TRY_ASSIGN(const ShopTerms terms, ShopTerms::load(connection));
    return OpenOrderLists(connection, terms.calendar, now).count(filter);
}

Result<OrderDetail> OrderService::load(OrderId order) const
{
    access::ScopedConnection &reader = m_session.reader();
    TRY_ASSIGN(const auto moment, reader.snapshot());
    return loadOrder(reader, order);
}

Result<std::optional<OrderId>> OrderService::byNumber(const QString &number) const
{
    return OrderRepository(m_session.reader()).byNumber(number);
}

Result<OpenOrderPage> OrderService::openOrders(const std::optional<OpenOrderKey> &after, int limit) const
{
    access::ScopedConnection &reader = m_session.reader();
    TRY_ASSIGN(const auto moment, reader.snapshot());
    TRY_ASSIGN(OpenOrderPage page, OrderRepository(reader).openOrders(after, limit));
    if (OrderPriceRepository::isFor(reader.principal())) {
        TRY_ASSIGN(const ShopTerms terms, ShopTerms::load(reader));
        TRY(OrderPriceRepository(reader).addTo(page.rows, terms.currency));
    }
    return page;
}

Result<OpenOrderPage> OrderService::openOrders(OpenOrderFilter filter, const std::optional<OpenOrderKey> &after,
                                               int limit) const
{
    if (filter == OpenOrderFilter::All)
        return openOrders(after, limit);
    access::ScopedConnection &reader = m_session.reader();
    TRY_ASSIGN(const auto moment, reader.snapshot());
    TRY_ASSIGN(const ShopTerms terms, ShopTerms::load(reader));
    OpenOrderLists lists(reader, terms.calendar, m_door.clock().now());
    TRY_ASSIGN(OpenOrderPage page, lists.page(filter, after, limit));
    if (OrderPriceRepository::isFor(reader.principal())) {
        TRY(OrderPriceRepository(reader).addTo(page.rows, terms.currency));
    }
    return page;
}

Result<TodaysOrders> OrderService::today(int most) const
{
    access::ScopedConnection &reader = m_session.reader();
    TRY(reader.principal().require(access::Capability::OrdersRead));
    TRY_ASSIGN(const auto moment, reader.snapshot());
    TRY_ASSIGN(const ShopTerms terms, ShopTerms::load(reader));
    return OpenOrderLists(reader, terms.calendar, m_door.clock().now()).today(most);
}

Result<ClientOrderPage> OrderService::ofClient(ClientId client, const std::optional<ClientOrderKey> &after,
                                               int limit) const
{
    access::ScopedConnection &reader = m_session.reader();
    TRY_ASSIGN(const auto moment, reader.snapshot());
    TRY_ASSIGN(ClientOrderPage page, OrderRepository(reader).ofClient(client, after, limit));
    if (OrderPriceRepository::isFor(reader.principal())) {
        TRY_ASSIGN(const ShopTerms terms, ShopTerms::load(reader));
        TRY(OrderPriceRepository(reader).addDuesOf(client, page.rows, terms.currency));
    }
    return page;
}

Result<std::vector<OrderRow>> OrderService::search(const QString &text, const QLocale &locale, int limit) const
{
    access::ScopedConnection &reader = m_session.reader();
    TRY_ASSIGN(const auto moment, reader.snapshot());
    TRY_ASSIGN(const auto hits,
               search::SearchIndex::findSaid(reader, text, locale, search::Kinds(search::Kind::Order), limit));
    std::vector<OrderId> ids;
    ids.reserve(hits.size() + 1);
    // Who types a whole number means its order, wherever the digits stand besides.
    TRY_ASSIGN(const auto numbered, OrderRepository(reader).byNumber(text));
    if (numbered)
        ids.push_back(*numbered);
    for (const search::Hit &hit : hits) {
        if (OrderId(hit.row) != numbered && int(ids.size()) < limit)
            ids.emplace_back(hit.row);
    }
    TRY_ASSIGN(std::vector<OrderRow> rows, OrderRepository(reader).rows(ids));
    if (OrderPriceRepository::isFor(reader.principal())) {
        TRY_ASSIGN(const ShopTerms terms, ShopTerms::load(reader));
        TRY(OrderPriceRepository(reader).addTo(rows, terms.currency));
    }
    return rows;
}

Result<ParkedPage> OrderService::parkedOrders(const std::optional<ParkedKey> &after, int limit) const
{
    access::ScopedConnection &reader = m_session.reader();
    TRY_ASSIGN(const auto moment, reader.snapshot());
    TRY_ASSIGN(ParkedPage page, OrderRepository(reader).parkedOrders(after, limit));
    if (OrderPriceRepository::isFor(reader.principal())) {
        TRY_ASSIGN(const ShopTerms terms, ShopTerms::load(reader));
        TRY(OrderPriceRepository(reader).addTo(page.rows, terms.currency));
    }
    return page;
}

Result<OrderDraft> OrderService::resume(OrderId parked) const
{
    access::ScopedConnection &reader = m_session.reader();
    TRY(reader.principal().require(access::Capability::PricesRead));
    TRY_ASSIGN(const OrderDetail detail, loadOrder(reader, parked));
    if (detail.status != OrderStatus::Draft)
        return Error{ErrorKind::Conflict, "order.not_a_draft", {}, {}};
    if (detail.declined)
        return Error{ErrorKind::Conflict, "order.quote_declined", {}, {}};
    TRY_ASSIGN(const Money deposit, OrderPriceRepository(reader).depositAsked(parked, detail.currency));
    OrderDraft draft;
    TRY_ASSIGN(draft.payTyped, OrderPriceRepository(reader).payTyped(parked));
    draft.client = detail.client;
    draft.promisedDate = detail.promisedDate;
    draft.promisedTime = detail.promisedTime;
    draft.eventDate = detail.eventDate;
    draft.rush = detail.rush;
    draft.taxInclusive = detail.taxInclusive;
    draft.notes = detail.notes;
    draft.paperTicketNumber = detail.paperTicketNumber;
    draft.title = detail.title;
    if (!deposit.isZero())
        draft.depositAsked = deposit;
    if (!detail.client)
        draft.whoTyped = detail.clientName;
    for (const Piece &piece : detail.pieces) {
        PieceDraft again = piece.facts;
        draft.pieces.push_back(std::move(again));
        PieceDraft &last = draft.pieces.back();
        const bool inSet = isFurtherOfSet(draft.pieces, draft.pieces.size() - 1);
        if (!detail.quote && last.unitPrice && last.unitPrice->isZero() && !inSet)
            last.unitPrice.reset(); // the file has no "not priced yet": it is asked about again
    }
    for (const Piece &charge : detail.charges) {
        if (charge.facts.charge != Charge::Rush)
            continue;
        draft.rushCharge = charge.facts.unitPrice;
        draft.chargeTaxRate = charge.facts.taxRate;
    }
    draft.continues = parked;
    draft.quote = detail.quote;
    draft.seller = detail.seller;
    return draft;
}

Result<OrderTotals> OrderService::totals(const OrderDraft &draft) const
{
    TRY_ASSIGN(const ShopTerms terms, ShopTerms::load(m_session.reader()));
    return totalsOf(draft, terms.currency);
}

Result<void> OrderService::check(const OrderDraft &draft) const
{
    TRY_ASSIGN(const ShopTerms terms, ShopTerms::load(m_session.reader()));
    TRY(checkDraft(draft, terms, m_door.clock().now()));
    return checkWaivers(draft.pieces, terms.currency, draft.taxInclusive);
}

Result<std::vector<PriceBreach>> OrderService::priceBreaches(const OrderDraft &draft, int kept) const
{
    access::ScopedConnection &reader = m_session.reader();
    TRY_ASSIGN(const ShopTerms terms, ShopTerms::load(reader));
    TRY_ASSIGN(auto agreed, offeredPrices(reader, draft, terms.calendar.dayOf(m_door.clock().now())));
    for (int i = 0; i < kept; ++i)
        agreed[size_t(i)] = true;
    return orders::priceBreaches(reader, draft, terms.currency, agreed);
}

Result<std::vector<std::optional<Money>>> OrderService::listedAbove(const OrderDraft &draft) const
{
    TRY_ASSIGN(const ShopTerms terms, ShopTerms::load(m_session.reader()));
    return orders::listedAbove(m_session.reader(), draft, terms.currency);
}

Result<std::vector<Notice>> OrderService::notices(const OrderDraft &draft) const
{
    return noticesOf(draft);
}

Result<std::vector<ShortCloth>> OrderService::shortCloth(const OrderDraft &draft, int kept) const
{
    std::map<InventoryItemId, Quantity> wanted;
    for (const PieceDraft &piece : std::span(draft.pieces).subspan(size_t(kept))) {
        if (!piece.inventoryItem || piece.kind == PieceKind::Service || (isWork(piece.kind) && !piece.shopCloth))
            continue;
        const Quantity takes = isWork(piece.kind) ? *piece.shopCloth : piece.quantity;
        const auto sum = wanted.try_emplace(*piece.inventoryItem, Quantity(0)).first;
        sum->second = sum->second + takes;
    }
    std::vector<ShortCloth> lacking;
    for (const auto &[id, quantity] : wanted) {
        TRY_ASSIGN(const inventory::Item item, inventory::InventoryService(m_session, m_door).load(id));
        const Quantity free = item.stock - item.reserved;
        if (quantity > free)
            lacking.push_back({item.facts.name, item.facts.unit, quantity, free});
    }
    return lacking;
}

Result<Promise> OrderService::parsePromise(const QString &text, const QLocale &locale) const
{
    TRY_ASSIGN(const ShopTerms terms, ShopTerms::load(m_session.reader()));
    return orders::parsePromise(text, terms.calendar, m_door.clock().now(), locale);
}

QFuture<Result<Booked>> OrderService::book(OrderDraft draft)
{
    return m_door.write<Booked>(Operation{"order.book"},
                                [draft = std::move(draft)](WriteContext &context) -> Result<Booked> {
                                    TRY_ASSIGN(Booked booked, bookOrder(context, draft));
                                    context.nameIt({booked.number});
                                    return booked;
                                });
}

QFuture<Result<OrderId>> OrderService::park(OrderDraft draft)
{
    return m_door.write<OrderId>(Operation{"order.park"}, [draft = std::move(draft)](WriteContext &context) {
        return parkOrder(context, draft);
    });
}

QFuture<Result<OrderId>> OrderService::quote(OrderDraft draft, Date until, Approvals approvals)
{
    return m_door.write<OrderId>(Operation{"order.quote"},
                                 [draft = std::move(draft), until, approvals = std::move(approvals)](
                                     WriteContext &context) { return quoteOrder(context, draft, until, approvals); });
}

QFuture<Result<void>> OrderService::declineQuote(OrderId quote, QString reason)
{
    return m_door.write<void>(Operation{"order.decline_quote"},
                              [quote, reason = std::move(reason)](WriteContext &context) {
                                  return orders::declineQuote(context, quote, reason);
                              });
}

QFuture<Result<void>> OrderService::removeDraft(OrderId order)
{
    return m_door.write<void>(Operation{"order.remove_draft"},
                              [order](WriteContext &context) { return orders::removeDraft(context, order); });
}

QFuture<Result<void>> OrderService::complete(OrderId order)
{
    return m_door.write<void>(Operation{"order.complete", numberOf(m_session, order)},
                              [order](WriteContext &context) { return completeOrder(context, order); });
}

QFuture<Result<void>> OrderService::moveStage(OrderItemId piece, Stage stage, QString place)
{
    return m_door.write<void>(
        movedTo(stage), [piece, stage, place = std::move(place)](WriteContext &context) -> Result<void> {
            TRY(movePiece(context, piece, stage));
            TRY_ASSIGN(const QString tag, tagOf(context, piece));
            context.nameIt({tag});
            return place.trimmed().isEmpty() ? Result<void>() : hangPieces(context, {piece}, place);
        });
}

QFuture<Result<void>> OrderService::handOver(HandOver handOver)
{
    QStringList number = numberOf(m_session, handOver.order);
    return m_door.write<void>(
        Operation{"order.hand_over", std::move(number)},
        [handOver = std::move(handOver)](WriteContext &context) { return handOverPieces(context, handOver); });
}

QFuture<Result<void>> OrderService::endUncollected(HandOver handOver, std::optional<access::Approval> approval)
{
    QStringList number = numberOf(m_session, handOver.order);
    return m_door.write<void>(
        Operation{"order.end_uncollected", std::move(number)},
        [handOver = std::move(handOver), approval = std::move(approval)](WriteContext &context) -> Result<void> {
            if (!handOver.outcome || handOver.collector.trimmed().isEmpty())
                return Error{ErrorKind::Invalid, "order.no_reason", {}, {}};
            UnpaidRelease release{approval};
            return handOverPieces(context, handOver, release);
        });
}

Result<UncollectedRules> OrderService::uncollectedRules() const
{
    return loadUncollectedRules(m_session.reader());
}

QFuture<Result<void>> OrderService::recordCloth(OrderItemId piece, ClothNews news)
{
    return m_door.write<void>(Operation{"order.cloth"}, [piece, news](WriteContext &context) {
        return orders::recordCloth(context, piece, news);
    });
}

QFuture<Result<void>> OrderService::cancelPiece(OrderItemId piece, QString reason)
{
    return m_door.write<void>(Operation{"order.cancel_piece"},
                              [piece, reason = std::move(reason)](WriteContext &context) -> Result<void> {
                                  TRY(orders::cancelPiece(context, piece, reason));
                                  TRY_ASSIGN(const QString tag, tagOf(context, piece));
                                  context.nameIt({tag});
                                  return {};
                              });
}

} // namespace thimblely::orders
