// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/desk/desk.h"
#include "ui/orders/pay_details.h"
#include "ui/orders/pay_facts.h"
#include "ui/orders/pay_pane.h"
#include "ui/orders/payer_choice.h"
#include "ui/widgets/amount_text.h"
#include "ui/widgets/buttons.h"

#include <algorithm>
#include <iterator>
#include <utility>

// What is asked once before money is taken or pieces leave; what the pane shows is in pay_pane.cpp.

namespace thimblely::ui {

bool PayPane::isGivenSure()
{
    const auto paid = payment();
    if (!paid || !*paid)
        return true;
    if (!isReferenceSaid(**paid))
        return false;
    if (!(*paid)->tendered)
        return true;
    const Money given = *(*paid)->tendered;
    const QString doubt = tenderDoubt(**paid, asked(), m_desk.locale());
    if (m_askedGiven == given || doubt.isEmpty())
        return true;
    m_askedGiven = given;
    setProblem(doubt);
    focusGiven();
    fit();
    return false;
}

bool PayPane::isReferenceSaid(const finance::PaymentDraft &payment)
{
    const QString doubt = referenceDoubt(payment);
    if (doubt.isEmpty() || std::exchange(m_askedReference, true))
        return true;
    setProblem(doubt);
    fit(); // before the keyboard goes there: its row has room again
    m_details->focusReference();
    return false;
}

//! The shares that are paid, and those of whose pieces some leave.
std::vector<orders::PayerShare> PayPane::concerned(const std::vector<OrderItemId> &leaving) const
{
    std::vector<orders::PayerShare> shares;
    for (const orders::OrderDetail &order : m_bag.orders) {
        std::ranges::copy_if(order.payers, std::back_inserter(shares), [&](const orders::PayerShare &share) {
            const bool leaves = std::ranges::any_of(order.pieces, [&](const orders::Piece &piece) {
                return order.payerOf(piece) == share.client && std::ranges::find(leaving, piece.id) != leaving.end();
            });
            return leaves || m_payer->who().isFor(share);
        });
    }
    return shares;
}

Money PayPane::staysDue(const std::vector<OrderItemId> &leaving) const
{
    const auto paid = payment();
    const auto own = ownFee();
    Money open = own.value_or(Money::zero(m_desk.profile().currency));
    for (const orders::PayerShare &share : concerned(leaving)) {
        if (!share.balance().isNegative()) // what one paid too much pays for nobody else
            open = open.plus(share.balance()).valueOr(open);
    }
    return open.minus(paid && *paid ? (*paid)->amount : Money::zero(open.currency())).valueOr(open);
}

bool PayPane::isTakeSure()
{
    if (!std::exchange(m_asksFirst, false))
        return true;
    setProblem(tr("%1? Press F9 again if it is so.").arg(m_take->text()));
    focusGiven();
    fit();
    return false;
}

bool PayPane::isRestSure(const std::vector<OrderItemId> &leaving)
{
    const auto paid = payment();
    const bool mayRelease = m_desk.principal().can(access::Capability::OrdersReleaseUnpaid);
    if (leaving.empty() || !paid || !mayRelease || !isPriced())
        return true; // who may not let them go is refused by the core
    const Money rest = staysDue(leaving);
    const auto own = ownFee();
    const qint64 fee = own ? own->minor() : 0;
    const qint64 put = std::max<qint64>(0, (*paid ? (*paid)->amount.minor() : 0) - fee);
    const bool covered = uncoveredMinor(m_bag, {leaving.begin(), leaving.end()}, put, m_payer->who()) == 0;
    if (covered || m_askedRest == rest)
        return true;
    m_askedRest = rest;
    Money waiting = Money::zero(rest.currency());
    for (const orders::PayerShare &share : concerned(leaving))
        waiting = waiting.plus(share.waiting).valueOr(waiting);
    const QString open = figureText(rest, m_desk.locale());
    const QString coming = figureText(waiting, m_desk.locale());
    setProblem(waiting.isZero() ? tr("%1 stays due. F9 again hands over all the same.").arg(open)
               : waiting == rest
                   ? tr("%1 has not come in yet. F9 again hands over all the same.").arg(coming)
                   : tr("%1 stays open, %2 of it on its way. F9 again hands over all the same.").arg(open, coming));
    focusGiven();
    fit();
    return false;
}

} // namespace thimblely::ui
