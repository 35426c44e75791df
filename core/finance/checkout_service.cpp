// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/finance/checkout_service.h"

#include "core/access/session.h"
#include "core/calendar/fitting_writer.h"
#include "core/changes/write_door.h"
#include "core/finance/money_entry.h"
#include "core/finance/payment_writer.h"
#include "core/orders/addition_writer.h"
#include "core/orders/delivery_writer.h"
#include "core/orders/order_writer.h"
#include "core/orders/piece_writer.h"

#include <algorithm>

namespace thimblely::finance {

using changes::Operation;
using changes::WriteContext;

namespace {

//! "1042, 1044": which orders it is about, for who takes it back later.
Result<QString> numbersOf(WriteContext &context, const Bag &bag)
{
    std::vector<OrderId> orders = bag.paid;
    for (const orders::HandOver &one : bag.leaving) {
        if (std::ranges::find(orders, one.order) == orders.end())
            orders.push_back(one.order);
    }
    QStringList numbers;
    TRY_ASSIGN(auto query, context.query("SELECT order_number FROM orders WHERE id = ?"));
    for (const OrderId &order : orders) {
        query->reset();
        TRY_ASSIGN(const bool found, query->bind(order).step());
        if (found)
            numbers.append(query->text(0));
    }
    return numbers.join(QStringLiteral(", "));
}

//! What is paid with an order that was just written; the operation goes by the first money, else by the order.
Result<CheckedOut> checkOut(WriteContext &context, const orders::Booked &order,
                            const std::optional<PaymentDraft> &payment, const std::vector<PaymentDraft> &others)
{
    context.nameIt({order.number});
    CheckedOut out{order, std::nullopt};
    if (payment) {
        TRY_ASSIGN(out.payment, takePayment(context, order.id, *payment));
    }
    for (const PaymentDraft &other : others) {
        TRY_ASSIGN(PaymentTaken taken, takePayment(context, order.id, other));
        out.others.push_back(std::move(taken));
    }
    TRY(orders::giveGoods(context, order.id));
    if (out.payment || !out.others.empty())
        TRY(nameMoney(context, out.payment ? *out.payment : out.others.front()));
    return out;
}

} // namespace

QFuture<Result<CheckedOut>> CheckoutService::book(orders::OrderDraft draft, std::optional<PaymentDraft> payment,
                                                  orders::Approvals approvals, std::vector<PaymentDraft> others)
{
    return m_door.write<CheckedOut>(
        Operation{"order.book"},
        [draft = std::move(draft), payment = std::move(payment), approvals = std::move(approvals),
         others = std::move(others)](WriteContext &context) -> Result<CheckedOut> {
            TRY_ASSIGN(const orders::Booked booked, orders::bookOrder(context, draft, approvals));
            TRY(calendar::enterPlanned(context, booked.id, draft.fittings));
            return checkOut(context, booked, payment, others);
        });
}

QFuture<Result<CheckedOut>> CheckoutService::add(orders::Addition addition, std::optional<PaymentDraft> payment,
                                                 orders::Approvals approvals, std::vector<PaymentDraft> others)
{
    return m_door.write<CheckedOut>(
        Operation{"order.add"},
        [addition = std::move(addition), payment = std::move(payment), approvals = std::move(approvals),
         others = std::move(others)](WriteContext &context) -> Result<CheckedOut> {
            TRY_ASSIGN(const orders::Booked order, orders::addToOrder(context, addition, approvals));
            return checkOut(context, order, payment, others);
        });
}

QFuture<Result<std::optional<PaymentTaken>>> CheckoutService::handOver(orders::HandOver handOver,
                                                                       std::optional<PaymentDraft> payment)
{
    const OrderId order = handOver.order;
    return this->handOver(Bag{{std::move(handOver)}, {order}}, std::move(payment));
}

QFuture<Result<std::optional<PaymentTaken>>> CheckoutService::handOver(Bag bag, std::optional<PaymentDraft> payment,
                                                                       std::optional<access::Approval> approval)
{
    using Taken = std::optional<PaymentTaken>;
    Operation operation{bag.leaving.empty() ? "payment.take" : "order.hand_over"};
    return m_door.write<Taken>(std::move(operation),
                               [bag = std::move(bag), payment = std::move(payment),
                                approval = std::move(approval)](WriteContext &context) -> Result<Taken> {
                                   std::vector<orders::HandOver> leaving = bag.leaving;
                                   for (orders::HandOver &one : leaving)
                                       TRY(orders::addDelivery(context, one));
                                   Taken taken;
                                   if (payment) {
                                       TRY_ASSIGN(taken, takePayment(context, bag.paid, *payment));
                                   }
                                   TRY_ASSIGN(const QString numbers, numbersOf(context, bag));
                                   context.nameIt({numbers});
                                   if (taken)
                                       TRY(nameMoney(context, *taken, numbers));
                                   orders::UnpaidRelease release(approval);
                                   for (const orders::HandOver &one : leaving)
                                       TRY(orders::handOverPieces(context, one, release));
                                   return taken;
                               });
}

} // namespace thimblely::finance
