// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/access/approval.h"
#include "core/base/clock.h"
#include "core/base/date.h"
#include "core/base/id.h"
#include "core/base/money.h"

#include <QString>

#include <optional>
#include <vector>

namespace thimblely::finance {

//! Credit: what the client has with the shop, from an earlier overpayment.
enum class PaymentMethod { Cash, Card, Transfer, MobileMoney, Credit };

QByteArray toCode(PaymentMethod method); //!< "cash", "card", "transfer", "mobile_money", "credit"
Result<PaymentMethod> paymentMethodFromCode(QStringView code);
//! Whether such money may still be on its way: it counts from when somebody has seen it arrive.
constexpr bool mayWait(PaymentMethod method)
{
    return method == PaymentMethod::Transfer || method == PaymentMethod::MobileMoney;
}

//! Money as it is taken for an order.
struct PaymentDraft {
    Money amount; //!< what is put to the order
    PaymentMethod method = PaymentMethod::Cash;
    std::optional<Money> tendered = {}; //!< cash laid on the table; change is what it exceeds the amount by
    QString reference = {};             //!< M-Pesa code, slip number
    bool restAsCredit = false;          //!< what exceeds the amount due is kept for the client
    //! Seen to arrive; where nobody said so, mobile money (the phone beeps) is and a transfer is not.
    std::optional<bool> arrived = {};
    QString externalNumber = {}; //!< what the shop's own fiscal till printed
    bool onAccount = false;      //!< goes to all that the order's client owes, the oldest order first

    bool waits() const { return mayWait(method) && !arrived.value_or(method == PaymentMethod::MobileMoney); }
};

//! What money that is given back is for. Owed: its work is redone, and it is asked for again. PriceCut: the order was
//! made cheaper by as much in the same operation (invoices/refund_service.h).
enum class RefundFor { Owed, PriceCut };

//! Money that is given back.
struct RefundDraft {
    TransactionId payment;
    QString reason;
    std::optional<Money> part = {};           //!< none: all that is left of it
    std::optional<PaymentMethod> method = {}; //!< how it is given back; none: as it was paid
    std::optional<access::Approval> approval = {};
    RefundFor why = RefundFor::Owed;
};

//! What was taken, for the drawer and the receipt.
struct PaymentTaken {
    TransactionId id;
    QString receiptNumber;
    Money amount;                       //!< what the orders took of it
    Money change;                       //!< to hand back
    std::optional<Money> credited = {}; //!< what is kept for the client
};

//! A payment or refund of an order.
struct Payment {
    TransactionId id;
    QString receiptNumber;
    Money amount; //!< as it counts: refunds and reversals are negative
    std::optional<PaymentMethod> method;
    std::optional<Money> tendered;
    std::optional<Money> change;
    QString reference;
    Date date; //!< the shop's day
    Instant occurredAt;
    std::optional<TransactionId> reverses;
    QString reason;
    bool waiting; //!< has not come in yet: not counted as paid
    Money left;   //!< what of it was not given back yet; zero for what gives back
};

} // namespace thimblely::finance
