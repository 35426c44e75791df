// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/finance/tender.h"
#include "ui/desk/desk.h"
#include "ui/orders/pay_pane.h"
#include "ui/widgets/amount_text.h"

#include <algorithm>

// What is asked once before money is taken or pieces leave; what the pane shows is in pay_pane.cpp.

namespace thimblely::ui {

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

Money PayPane::staysDue() const
{
    const auto paid = payment();
    const Money none = Money::zero(m_desk.profile().currency);
    return due().minus(paid && *paid ? (*paid)->amount : none).valueOr(none);
}

bool PayPane::isRestSure(const std::vector<OrderItemId> &leaving)
{
    const auto paid = payment();
    const bool mayRelease = m_desk.principal().can(access::Capability::OrdersReleaseUnpaid);
    if (leaving.empty() || !paid || !mayRelease || !isPriced())
        return true; // who may not let them go is refused by the core
    const Money rest = staysDue();
    const qint64 fee = m_fee ? m_fee->minor() : 0;
    const qint64 put = std::max<qint64>(0, (*paid ? (*paid)->amount.minor() : 0) - fee);
    const bool covered = uncoveredMinor(m_bag, {leaving.begin(), leaving.end()}, put) == 0;
    if (covered || m_askedRest == rest)
        return true;
    m_askedRest = rest;
    setProblem(tr("%1 stays due. F9 again hands over all the same.").arg(figureText(rest, m_desk.locale())));
    focusGiven();
    fit();
    return false;
}

} // namespace thimblely::ui
