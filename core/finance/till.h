// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/date.h"
#include "core/changes/till_id.h"
#include "core/finance/order_taxes.h"
#include "core/finance/payment.h"

#include <map>
#include <optional>
#include <vector>

namespace thimblely::finance {

//! Which till; none: this device's.
using AtTill = std::optional<changes::TillId>;

//! Closed holds nobody up: money may be taken, and belongs to the day that is opened or closed next.
enum class TillPhase { Closed, Open, Counted };

//! What a row of the till is about, for who reads a list of them.
enum class TillEntryKind { Sale, Credit, CreditUsed, PaidIn, PaidOut, BankDrop, Float, Difference, Wage, Other };

//! Money the till moved.
struct TillEntry {
    TransactionId id;
    qint64 seq; //!< its place in the till's chain, the key of the next page
    Instant occurredAt;
    TillEntryKind kind;
    Money amount; //!< what comes in is positive, what goes out negative
    std::optional<PaymentMethod> method;
    std::optional<OrderId> order;
    QString orderNumber;
    QString clientName;
    QString receiptNumber;
    QString reference;
    QString reason;
    bool reverses;          //!< takes another row back
    bool isCorrection;      //!< because it was entered wrong
    bool waiting;           //!< has not come in yet, or takes such money back: in no sum
    Money left;             //!< what of it can still be taken back, as a positive amount
    bool approved;          //!< by a colleague's PIN
    bool ofClosedDay;       //!< its day's page is written: what takes it back goes into the open day
    bool neverCame = false; //!< was announced and taken back, or takes such money back

    bool canBeTakenBack() const { return !reverses && left.minor() > 0; }
    //! May still come in: not what was announced and taken back.
    bool isAwaited() const { return waiting && canBeTakenBack(); }
};

//! Whether so much of it can be given back: "payment.refund_too_large", "payment.not_positive"; pure.
Result<void> checkRefund(const TillEntry &entry, const Money &amount);

//! What was taken and given back in one way. What was announced stands beside it until it has come in.
struct MethodSum {
    PaymentMethod method;
    Money taken;
    Money givenBack; //!< positive
    Money waiting;   //!< announced, not come in
    Money net;       //!< all that moved in this way, the till's own moves too
    int entries = 0;
};

//! Receipt numbers of one series that were given one after the other.
struct ReceiptRun {
    QString first;
    QString last;
    friend bool operator==(const ReceiptRun &, const ReceiptRun &) = default;
};

//! What the rows of a day come to.
struct TillSums {
    std::vector<MethodSum> methods; //!< those that were used
    Money paidIn;
    Money paidOut; //!< positive
    Money bankDrop;
    Money difference;     //!< found by the count
    Money turnover;       //!< money of orders, what was given back taken off
    Money creditKept;     //!< more than was due, kept for clients
    Money creditUsed;     //!< of it, became payments
    Money creditPaidBack; //!< of it, handed out
    Money expectedCash;   //!< in the drawer
    Money waiting;        //!< announced, not come in, of whatever day: in none of the sums above
    int sales = 0;        //!< receipts
    int refunds = 0;
    int waitingCount = 0;
    std::vector<ReceiptRun> receipts; //!< given on the day, a run for each series of a device and year
    std::vector<TaxPart> taxes;
    //! So in pages of days that were closed before what is waited for was kept apart: `taken` and `turnover` hold it.
    bool waitingWasTaken = false;

    const MethodSum *of(PaymentMethod method) const;
};

//! A part of what was taken for orders.
struct TurnoverPart {
    enum class What {
        Way,           //!< what came in one way
        GivenBack,     //!< in one way; negative
        KeptAsCredit,  //!< came with the payments and is no sale; negative
        CreditPaidBack //!< went out and took no sale back
    };
    What what;
    std::optional<PaymentMethod> method; //!< of a way
    Money amount;
};

enum class GivenBack { Within, Apart };

//! What the turnover is made of, for whoever shows both: the parts add up to it. `givenBack`: taken off each way, or as parts
//! of their own; pure.
std::vector<TurnoverPart> turnoverParts(const TillSums &sums, GivenBack givenBack);

//! What lies in the drawer, counted without knowing what should.
struct CountSheet {
    std::map<qint64, int> pieces = {};   //!< how many of each note or coin, by its minor units
    Money loose;                         //!< beside these, or the whole where the notes are not known
    std::optional<Money> cardTotal = {}; //!< as the card terminal prints it
    Result<Money> counted() const;
};

struct CountResult {
    Money counted;
    Money expected;
    Money difference; //!< counted − expected
    std::optional<Money> cardTotal;
    Money cardExpected;
    std::optional<Money> cardDifference;

    bool agrees() const { return difference.isZero() && (!cardDifference || cardDifference->isZero()); }
    //! Ten times what should be there or a tenth of it, or still further off: a digit was slipped, or notes were.
    bool isOffTenfold() const;
};

struct CloseDraft {
    Money kept;          //!< stays in the drawer for the next day; the rest goes to the bank
    QString reason = {}; //!< why the count differs
};

//! The page of a day that was closed (the "Z"), as it was written then.
struct DayPage {
    ActivityId id;
    qint64 number; //!< of its till's closings, without a gap
    Date day;
    std::optional<Instant> openedAt;
    Instant closedAt;
    QString closedBy; //!< empty where the name may not be read
    Money opening;
    CountResult count;
    std::map<qint64, int> pieces;
    QString reason;
    Money kept;
    Money bankDrop;
    TillSums sums;
    Money perpetual; //!< turnover of all closings up to this one
    QByteArray hash; //!< of this link of the chain
    bool ofAnotherDevice = false;
};

struct TillState {
    changes::TillId till;
    TillPhase phase;
    std::optional<Instant> openedAt;
    QString openedBy;
    Money opening; //!< with what the day began
    Money carried; //!< what the last closing left in the drawer
    bool hasEntries;
    std::optional<CountResult> count; //!< once counted
    std::optional<Date> lastClosed;
    std::optional<ActivityId> lastClosing; //!< of this till; none: it was never closed
    std::optional<Date> firstEntry;        //!< the day of the oldest money that belongs to no closing yet
};

} // namespace thimblely::finance
