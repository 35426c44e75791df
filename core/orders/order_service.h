// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/orders/order.h"
#include "core/orders/order_totals.h"
#include "core/orders/price_rules.h"
#include "core/orders/promise_text.h"
#include "core/orders/todays_orders.h"
#include "core/orders/uncollected_rules.h"

#include <QFuture>

namespace thimblely::access {
class Session;
}
namespace thimblely::changes {
class WriteDoor;
}

namespace thimblely::orders {

/*!
 * Orders and their pieces. Reads answer at once, on the Session's thread; writes are one operation and one commit each.
 * Booking with a deposit and handing over against money are finance::CheckoutService.
 *
 * Errors: "order.no_pieces", "order.piece_no_name", "order.negative_price", "order.negative_discount",
 * "order.discount_too_large", "order.price_too_large", "order.other_currency", "order.tax_rate", "order.quantity",
 * "order.cloth_without_item", "order.promise_past", "order.time_without_date", "order.done_already", "order.is_draft",
 * "order.not_a_draft", "order.nothing_ready", "order.piece_not_ready", "order.piece_cancelled",
 * "order.piece_collected", "order.stage", "order.no_reason", "order.not_identified"; args[0] is the position of the piece, where one is meant.
 * NotFound "order.not_found", "order.piece_not_found", "client.unknown", "inventory.not_found", "measure.unknown".
 * Conflict "order.parked_gone" where the parked order that a draft goes on from was booked or dropped meanwhile,
 * "order.written_already" (args[0] its number) and "order.parked_already" where the draft's id was written before.
 * Forbidden with orders:release_unpaid where the pieces that stay do not cover what is owed, with orders:discount where
 * a discount goes beyond the person's limit, with orders:price_override where a price lies below the price list's.
 */
class OrderService {
public:
    OrderService(access::Session &session, changes::WriteDoor &door) : m_session(session), m_door(door) {}

    Result<OrderDetail> load(OrderId order) const;
    //! By order number or paper ticket number, as typed or scanned ("1042", "b1042", "1042-2").
    Result<std::optional<OrderId>> byNumber(const QString &number) const;
    //! Booked and neither collected nor cancelled, by promise: late ones first.
    Result<OpenOrderPage> openOrders(const std::optional<OpenOrderKey> &after = {}, int limit = 50) const;
    //! One of the lists that Today counts, as of the door's clock.
    Result<OpenOrderPage> openOrders(OpenOrderFilter filter, const std::optional<OpenOrderKey> &after = {},
                                     int limit = 50) const;
    //! Forbidden without orders:read: whoever sees only pieces of their own has no such day.
    Result<TodaysOrders> today(int most) const;
    //! Those a client pays for, and those of which they wear a piece.
    Result<ClientOrderPage> ofClient(ClientId client, const std::optional<ClientOrderKey> &after = {},
                                     int limit = 50) const;
    /*!
     * By number, tag, paper ticket, name, garment, colour and day of intake or promise ("navy trousers tuesday"), the
     * day in the language of `locale` or in English; best first, at most `limit`.
     */
    Result<std::vector<OrderRow>> search(const QString &text, const QLocale &locale, int limit) const;
    //! Those that wait without a number, the latest first.
    Result<ParkedPage> parkedOrders(const std::optional<ParkedKey> &after = {}, int limit = 50) const;
    //! A parked order to go on with: booking or parking it again takes its place. Forbidden without prices:read, for
    //! whoever cannot see its prices would book it without them. Conflict "order.not_a_draft" where it was booked.
    Result<OrderDraft> resume(OrderId parked) const;
    Result<OrderTotals> totals(const OrderDraft &draft) const;
    //! What booking would refuse, without writing anything.
    Result<void> check(const OrderDraft &draft) const;
    //! What of its prices the person may not ask by themself; the first `kept` pieces are booked already.
    Result<std::vector<PriceBreach>> priceBreaches(const OrderDraft &draft, int kept = 0) const;
    //! What the price list asks of each of its pieces, where that is more.
    Result<std::vector<std::optional<Money>>> listedAbove(const OrderDraft &draft) const;
    //! What is worth saying before it is booked.
    Result<std::vector<Notice>> notices(const OrderDraft &draft) const;
    //! Rolls and goods that hold less than the draft takes from them; the first `kept` pieces have theirs already.
    Result<std::vector<ShortCloth>> shortCloth(const OrderDraft &draft, int kept = 0) const;
    Result<Promise> parsePromise(const QString &text, const QLocale &locale) const;

    QFuture<Result<Booked>> book(OrderDraft draft);
    //! Keeps it without a number, for later.
    QFuture<Result<OrderId>> park(OrderDraft draft);
    /*!
     * Keeps it without a number as an offer that stands until a day; every piece has its price. "order.quote_unpriced"
     * (args[0] the position), "order.quote_until". Booking what resume() gives of it accepts it: at the prices that were
     * offered as long as they stand, whatever the list says then.
     */
    QFuture<Result<OrderId>> quote(OrderDraft draft, Date until, Approvals approvals = {});
    //! It waits no more, and stays to be looked at. "order.not_a_quote", "order.quote_declined", "order.quote_no_reason".
    QFuture<Result<void>> declineQuote(OrderId quote, QString reason);
    QFuture<Result<void>> removeDraft(OrderId order);
    //! Marks every uncancelled piece ready, books its cloth, and freezes its measures.
    QFuture<Result<void>> complete(OrderId order);
    //! What is made ready may say at once where it hangs. From cutting on its measures are frozen.
    QFuture<Result<void>> moveStage(OrderItemId piece, Stage stage, QString place = {});
    QFuture<Result<void>> handOver(HandOver handOver);
    /*!
     * Pieces that nobody fetched leave the list: what became of them, and to whom or why (`collector`, "order.no_reason").
     * What is owed stays owed. Forbidden without orders:release_unpaid.
     */
    QFuture<Result<void>> endUncollected(HandOver handOver, std::optional<access::Approval> approval = {});
    Result<UncollectedRules> uncollectedRules() const;
    //! "order.cloth_more_than_brought", "order.no_cloth_order" (args[0] the position).
    QFuture<Result<void>> recordCloth(OrderItemId piece, ClothNews news);
    QFuture<Result<void>> cancelPiece(OrderItemId piece, QString reason);

private:
    access::Session &m_session;
    changes::WriteDoor &m_door;
};

} // namespace thimblely::orders
