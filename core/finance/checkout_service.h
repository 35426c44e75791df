// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/finance/payment.h"
#include "core/orders/order.h"
#include "core/orders/price_rules.h"

#include <QFuture>

#include <vector>

namespace thimblely::access {
class Session;
}
namespace thimblely::changes {
class WriteDoor;
}

namespace thimblely::finance {

//! An order booked, and the money taken with it.
struct CheckedOut {
    orders::Booked order;
    std::optional<PaymentTaken> payment;
    std::vector<PaymentTaken> others = {}; //!< of those who pay for their own pieces, as they were given
};

//! What is fetched together: of each order what leaves, and what the money is for.
struct Bag {
    std::vector<orders::HandOver> leaving = {};
    std::vector<OrderId> paid = {};
};

/*!
 * What happens at the counter in one go: an order and its deposit, or the pieces and the rest of the money; one
 * operation and one commit, so that no power cut leaves one without the other. Errors are those of
 * orders::OrderService and PaymentService.
 */
class CheckoutService {
public:
    CheckoutService(access::Session &session, changes::WriteDoor &door) : m_session(session), m_door(door) {}

    //! `approvals`: for what the person may not ask, by somebody who may; spent by this. `others`: what those leave who
    //! pay for their own pieces, each with a receipt of their own.
    QFuture<Result<CheckedOut>> book(orders::OrderDraft draft, std::optional<PaymentDraft> payment,
                                     orders::Approvals approvals = {}, std::vector<PaymentDraft> others = {});
    //! Further pieces and tasks of a booked order, and what is paid for them; errors also of orders/addition_writer.h.
    QFuture<Result<CheckedOut>> add(orders::Addition addition, std::optional<PaymentDraft> payment,
                                    orders::Approvals approvals = {}, std::vector<PaymentDraft> others = {});
    //! Takes the money first, so that nothing leaves unpaid by its order within the commit.
    QFuture<Result<std::optional<PaymentTaken>>> handOver(orders::HandOver handOver,
                                                          std::optional<PaymentDraft> payment);
    //! Of several orders at once, with one receipt; an order of which nothing leaves is only paid. `approval`: to let
    //! unpaid pieces go, by somebody who may; spent by this.
    QFuture<Result<std::optional<PaymentTaken>>> handOver(Bag bag, std::optional<PaymentDraft> payment,
                                                          std::optional<access::Approval> approval = {});

private:
    access::Session &m_session;
    changes::WriteDoor &m_door;
};

} // namespace thimblely::finance
