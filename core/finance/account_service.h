// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/finance/payment.h"
#include "core/finance/refund_writer.h"

#include <QFuture>

#include <vector>

namespace thimblely::access {
class Session;
}
namespace thimblely::changes {
class WriteDoor;
}

namespace thimblely::finance {

//! One of a client's orders that something is still asked for.
struct OpenBalance {
    Date since; //!< when it was ordered
    OrderId order;
    Money due; //!< without what is on its way
};

//! How a client stands with the shop.
struct ClientAccount {
    Money owed;     //!< of all booked orders and of invoices of none, without what is on its way
    Money credit;   //!< what the shop holds for them
    int orders;     //!< that something is owed for
    Money waiting;  //!< theirs, on its way
    Money overpaid; //!< of orders that they paid too much for: to be given back, or kept as credit
};

/*!
 * Money of a client rather than of one order: a payment on account goes to what they owe, the oldest order or
 * invoice first, one row for each under one receipt number; what exceeds it is kept as their credit, to be used at the next order
 * (PaymentMethod::Credit) or paid back. Errors: payment_service.h, "payment.no_credit" (args[0] what there is, plain),
 * "client.unknown".
 */
class AccountService {
public:
    AccountService(access::Session &session, changes::WriteDoor &door) : m_session(session), m_door(door) {}

    //! Forbidden where the person may not read prices.
    Result<ClientAccount> of(ClientId client) const;
    //! The orders behind `owed`, the oldest first; Forbidden as above.
    Result<std::vector<OpenBalance>> owing(ClientId client) const;
    //! The orders behind `overpaid`, with how much of each is too much; the same.
    Result<std::vector<OpenBalance>> overpaid(ClientId client) const;
    QFuture<Result<PaymentTaken>> take(ClientId client, PaymentDraft payment);
    QFuture<Result<PaymentTaken>> payBack(PayBack payBack);

private:
    access::Session &m_session;
    changes::WriteDoor &m_door;
};

} // namespace thimblely::finance
