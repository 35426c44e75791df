// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/clock.h"
#include "core/base/date.h"
#include "core/base/id.h"
#include "core/base/money.h"

#include <QString>

#include <optional>
#include <vector>

namespace thimblely::finance {

enum class PaymentMethod { Cash, Card, Transfer, MobileMoney };

QByteArray toCode(PaymentMethod method); //!< "cash", "card", "transfer", "mobile_money"
Result<PaymentMethod> paymentMethodFromCode(QStringView code);

//! Money as it is taken for an order.
struct PaymentDraft {
    Money amount; //!< what is put to the order
    PaymentMethod method = PaymentMethod::Cash;
    std::optional<Money> tendered = {}; //!< cash laid on the table; change is what it exceeds the amount by
    QString reference = {};             //!< M-Pesa code, slip number
};

//! What was taken, for the drawer and the receipt.
struct PaymentTaken {
    TransactionId id;
    QString receiptNumber;
    Money amount;
    Money change; //!< to hand back
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
    bool waiting; //!< a transfer that has not come in yet: not counted as paid
};

} // namespace thimblely::finance
