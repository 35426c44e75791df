// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/orders/piece.h"

#include <QJsonObject>
#include <QTime>

#include <map>

namespace thimblely::orders {

enum class OrderStatus { Draft, Pending, InProgress, Completed, Cancelled };
enum class PaymentStatus { Unpaid, Partial, Paid };

Result<OrderStatus> orderStatusFromCode(QStringView code);
Result<PaymentStatus> paymentStatusFromCode(QStringView code);

//! An offer to a client: a draft whose prices stand until a day. No number, no stock, no load before it is accepted.
struct Quote {
    Instant at;
    Date until; //!< the last day it stands
    friend bool operator==(const Quote &, const Quote &) = default;
};

//! An appointment to try a piece on, as it is arranged with the order.
struct PlannedFitting {
    size_t piece; //!< by its place in the draft
    int number;   //!< 1 is the first one of the piece
    Instant at;
    int minutes = 30;
    friend bool operator==(const PlannedFitting &, const PlannedFitting &) = default;
};

//! An order as the counter types it. Without a client it is a shop sale to nobody in particular.
struct OrderDraft {
    std::optional<OrderId> id = {}; //!< named beforehand: under it an order is written once; none: one is made
    std::optional<ClientId> client = {};
    std::vector<PieceDraft> pieces = {};
    std::optional<Date> promisedDate = {};
    std::optional<QTime> promisedTime = {};
    std::optional<Date> eventDate = {};
    bool rush = false;
    std::optional<Money> rushCharge = {}; //!< billed as a line of its own; none: it is done for nothing
    Rate chargeTaxRate = Rate(0);
    bool taxInclusive = true; //!< prices hold their tax
    QString title = {};
    QString notes = {}; //!< to the workroom
    QString paperTicketNumber = {};
    std::optional<Money> depositAsked = {};
    QJsonObject payTyped = {};                 //!< about its payment, as the counter keeps it; only while it is parked
    QString whoTyped = {};                     //!< what stands for a name while there is no client; kept while parked
    std::optional<OrderId> continues = {};     //!< the parked order that this one goes on from, and takes the place of
    std::optional<Quote> quote = {};           //!< what it was offered as; accepting it books it
    std::vector<PlannedFitting> fittings = {}; //!< entered in the calendar with the booking (finance::CheckoutService)
    std::optional<PersonId> seller = {}; //!< who sold it, where that is asked; none: whoever is signed in wrote it
    friend bool operator==(const OrderDraft &, const OrderDraft &) = default;
};

//! What was booked; both are final once the commit is acknowledged.
struct Booked {
    OrderId id;
    QString number;
};

//! What is to be done besides to a piece that is there.
struct AddedTasks {
    OrderItemId piece;
    std::vector<Task> tasks;
};

//! What is added to a booked order; its price comes on top, and what was paid or billed stays as it is.
struct Addition {
    OrderId order;
    std::vector<PieceDraft> pieces = {};
    std::vector<AddedTasks> tasks = {};
    bool rush = false; //!< from now on, where it was none
    std::optional<Money> rushCharge = {};
    Rate chargeTaxRate = Rate(0);
};

//! What an order comes to; derived in the file, never typed.
struct OrderSums {
    Money subtotal; //!< before discounts
    Money discount;
    Money tax; //!< inside the total where prices hold their tax, else on top
    Money total;
    Money paid;
    Money balance; //!< of what has come in
    PaymentStatus status;
    Money waiting; //!< announced and not come in: asked for no more, and not paid either

    //! The parts of all who pay, one with another; what is asked of whom, PayerShare says (OrderDetail::toPay).
    Money due() const { return balance.minus(waiting).valueOr(balance); }
};

/*!
 * What one of those who pay for an order pays of it: the pieces that they pay for; the order's client all else, charges
 * and discounts with it. The shares of an order come to its total, what they paid to what was paid.
 */
struct PayerShare {
    std::optional<ClientId> client; //!< none: nobody in particular
    QString name;
    Money share;
    Money paid;
    Money waiting; //!< theirs, on its way

    Money balance() const { return share.minus(paid).valueOr(share); }
    Money due() const { return balance().minus(waiting).valueOr(share); }
    Money toPay() const { return due().isNegative() ? Money::zero(share.currency()) : due(); }
    //! What is to be given back to them or kept for them: it pays for nobody else.
    Money overpaid() const
    {
        return due().isNegative() ? due().negated().valueOr(paid) : Money::zero(share.currency());
    }
};

//! A row of an order list. due is absent where the person may not read prices.
struct OrderRow {
    OrderId id;
    QString number;
    QString paperTicketNumber;
    std::optional<ClientId> client;
    QString clientName;
    QString title; //!< "Jacket charcoal, Trousers navy": the pieces unless typed
    OrderStatus status;
    Date orderDate;
    std::optional<Date> promisedDate;
    std::optional<QTime> promisedTime;
    bool rush;
    int pieces;    //!< not cancelled
    int ready;     //!< of these, ready or collected
    int collected; //!< of these
    //! Still asked for, without what is on its way; in a client's list of this client, none where others pay for it.
    std::optional<Money> due;
    int unfetched = 0;                  //!< of those collected, what was donated, sold or lost instead
    QStringList wearers = {};           //!< others than who pays, by name; only in a client's list
    std::optional<Instant> since = {};  //!< that it is ready or waits; only in the lists of those
    std::optional<Instant> asked = {};  //!< when they were last asked to fetch it; only in the lists of what is ready
    QString rack = {};                  //!< where the first piece that is ready hangs; empty: not said
    std::optional<Money> waiting = {};  //!< of the same, on its way
    std::optional<Money> overpaid = {}; //!< of the same, paid too much: one may owe while another has paid too much
};

//! Which of the open orders a list holds. Each number on the screen Today counts one of these lists.
enum class OpenOrderFilter {
    All,                //!< those without a promise first, then by promise
    Late,               //!< promised for an earlier day and not ready, by promise, as the three below
    DueToday,           //!< promised for today and not ready
    DueByToday,         //!< both of these
    DueTomorrowMorning, //!< promised for a time before tomorrow noon and not ready
    Ready,              //!< every piece is ready and not every one collected, the longest first
    ReadyLong,          //!< of these, what became ready more than readyLongDays ago
    WaitingForClient    //!< a piece waits for what the client has to say or bring, the longest first
};
constexpr int readyLongDays = 90;

//! Where the next page of open orders starts: after the last row of the page before.
struct OpenOrderKey {
    std::optional<Date> promisedDate;
    OrderId id;
    std::optional<QTime> promisedTime = {};
    std::optional<Instant> since = {};
};
struct OpenOrderPage {
    std::vector<OrderRow> rows;
    std::optional<OpenOrderKey> next;
};

//! An order that waits without a number. total is absent where the person may not read prices.
struct ParkedOrder {
    OrderId id;
    QString who; //!< the client's name, or what was typed for one; may be empty
    QString title;
    int pieces;
    std::optional<Date> promisedDate; //!< may have passed meanwhile
    Instant parkedAt;
    std::optional<Money> total;
    std::optional<Quote> quote = {}; //!< it is an offer that waits for an answer
};
//! Where the next page of parked orders starts: before this one.
struct ParkedKey {
    Instant parkedAt;
    OrderId id;
};
struct ParkedPage {
    std::vector<ParkedOrder> rows; //!< the latest first
    std::optional<ParkedKey> next;
};

//! Where the next page of a client's orders starts: newest first.
struct ClientOrderKey {
    Date orderDate;
    OrderId id;
};
struct ClientOrderPage {
    std::vector<OrderRow> rows;
    std::optional<ClientOrderKey> next;
};

//! An order with its pieces, and its sums for who may read prices.
struct OrderDetail {
    OrderId id;
    QString number; //!< empty: a draft
    QString paperTicketNumber;
    std::optional<ClientId> client;
    QString clientName;  //!< as of the order
    QString clientPhone; //!< as of the order
    QString title;
    OrderStatus status;
    Date orderDate;
    std::optional<Date> promisedDate;
    std::optional<QTime> promisedTime;
    std::optional<Date> eventDate;
    bool rush;
    bool taxInclusive;
    QString notes;
    Currency currency;
    std::vector<Piece> pieces; //!< by position, cancelled ones too
    std::optional<OrderSums> sums;
    Instant createdAt;
    std::optional<Quote> quote = {}; //!< of a draft
    bool declined = false;           //!< the quote was
    std::vector<Piece> charges = {}; //!< what is billed and is no piece; cancelled ones too
    //! Who pays for it, its client first; empty where the person may not read prices.
    std::vector<PayerShare> payers = {};
    std::optional<Date> firstPromised = {}; //!< before it was moved
    int promiseChanges = 0;                 //!< how often it was
    std::optional<PersonId> seller = {};    //!< who sold it, and looks after it
    QString sellerName = {};                //!< empty where nobody was named, or names may not be read

    //! The last one that is taken; 0: none is.
    int lastPosition() const;
    //! The piece or charge of this id; nullptr: it is none of this order.
    Piece *row(OrderItemId piece);
    std::optional<ClientId> wearerOf(const Piece &piece) const
    {
        return piece.facts.wearer ? piece.facts.wearer : client;
    }
    //! Whose share the piece is in; the order's client's where it says nobody else.
    std::optional<ClientId> payerOf(const Piece &piece) const { return piece.facts.payer ? piece.facts.payer : client; }
    //! The share of one who pays; nullptr: they pay for nothing of it, or prices may not be read.
    const PayerShare *shareOf(const std::optional<ClientId> &payer) const;
    //! Of whose share money of this one is counted: theirs, or the order's client's where they pay for nothing of it.
    std::optional<ClientId> countedFor(const std::optional<ClientId> &paidBy) const
    {
        return shareOf(paidBy) ? paidBy : client;
    }
    bool isShared() const { return payers.size() > 1; } //!< several pay for it
    //! Asked of all who pay, and paid too much by some: the one is never taken off the other. None without prices.
    std::optional<Money> toPay() const;
    std::optional<Money> overpaid() const;
};

//! Where pieces are brought instead of being fetched. The fee is billed as a piece of the order.
struct Delivery {
    QString address = {};
    std::optional<Money> fee = {};
    Rate feeTaxRate = Rate(0);
    friend bool operator==(const Delivery &, const Delivery &) = default;
};

//! Who takes which pieces of one order away. Pieces must be ready; none named: every ready one.
struct HandOver {
    OrderId order;
    std::vector<OrderItemId> pieces = {};
    QString collector = {}; //!< name; empty: who pays for all that leaves, else the client
    bool ticketSeen = false;
    QString identity = {};                          //!< how identity was seen; asked for where no ticket was
    QString unpaidReason = {};                      //!< why unpaid pieces may leave, where the person may let them
    std::map<OrderItemId, QString> collectors = {}; //!< where single pieces go with somebody else
    std::optional<Delivery> delivery = {};          //!< the collector is the courier then
    std::optional<PieceOutcome> outcome = {};       //!< nobody fetched them: the collector is who got them, if anybody
    std::vector<changes::Media> photos = {};        //!< of what leaves, or of who takes it
};

//! What became of a piece's cloth: of the client's own how much was used or given back, of a merchant's when it came.
struct ClothNews {
    std::optional<Quantity> used = {};
    std::optional<Quantity> returned = {};
    QString initials = {};                    //!< the client's or one's own, who says so
    std::optional<changes::Media> photo = {}; //!< of what is left of it
    std::optional<Date> ordered = {};
    std::optional<Date> arrived = {};
    std::optional<Date> due = {};
};

//! A roll that holds less than an order would take from it; what others have reserved is theirs.
struct ShortCloth {
    QString name;
    QString unit;
    Quantity wanted;
    Quantity free;
};

//! Something worth saying before booking that does not stop it: "order.no_measurements" (args[0] the piece's name).
struct Notice {
    QByteArray code;
    QStringList args;
    friend bool operator==(const Notice &, const Notice &) = default;
};

} // namespace thimblely::orders
