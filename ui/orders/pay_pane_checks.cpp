// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/finance/tender.h"
#include "ui/desk/desk.h"
#include "ui/orders/pay_pane.h"
#include "ui/widgets/amount_text.h"

#include <algorithm>

// What is asked once before money is taken or pieces leave; what the pane shows is in pay_pane.cpp.

namespace thimblely::ui {

namespace {

//! What the pieces that stay are worth, against which the shop lets others go unpaid; as the core reckons it.
qint64 worthOfStaying(const orders::OrderDetail &order, const std::vector<OrderItemId> &leaving)
{
    qint64 worth = 0;
    for (const orders::Piece &piece : order.pieces) {
        if (!piece.total || piece.isCancelled() || piece.isCollected() || std::ranges::count(leaving, piece.id) > 0)
            continue;
        worth += piece.total->minor();
        const auto tax = piece.total->share(piece.facts.taxRate);
        if (tax && !order.taxInclusive)
            worth += tax->minor();
    }
    return worth;
}

} // namespace

bool PayPane::isGivenSure()
{
    const auto paid = payment();
    if (!paid || !*paid || !(*paid)->tendered)
        return true;
    const Money given = *(*paid)->tendered;
    const Money due = asked();
    if (m_askedGiven == given || !finance::isDoubtfulTender(due, given))
        return true;
    m_askedGiven = given;
    const QString rest = figureText(given.minus(due).valueOr(given), m_desk.locale());
    const QString what =
        (*paid)->restAsCredit ? tr("%1 would be kept for the client.").arg(rest) : tr("%1 would go back.").arg(rest);
    setProblem(tr("%1 given for %2: %3 Press again if it is so.")
                   .arg(figureText(given, m_desk.locale()), figureText(due, m_desk.locale()), what));
    focusGiven();
    fit();
    return false;
}

bool PayPane::isRestSure(const std::vector<OrderItemId> &leaving)
{
    const auto paid = payment();
    const bool mayRelease = m_desk.principal().can(access::Capability::OrdersReleaseUnpaid);
    if (leaving.empty() || !paid || !mayRelease || !m_order || !m_order->sums)
        return true; // who may not let them go is refused by the core
    const Money balance = m_order->sums->balance;
    const auto rest = *paid ? balance.minus((*paid)->amount) : balance;
    if (!rest || rest->minor() <= worthOfStaying(*m_order, leaving) || m_askedRest == *rest)
        return true;
    m_askedRest = *rest;
    setProblem(tr("%1 stays due. F9 again hands over all the same.").arg(figureText(*rest, m_desk.locale())));
    focusGiven();
    fit();
    return false;
}

} // namespace thimblely::ui
