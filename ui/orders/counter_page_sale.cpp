// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/inventory/inventory_service.h"
#include "core/inventory/stock_service.h"
#include "ui/desk/desk.h"
#include "ui/documents/order_papers.h"
#include "ui/orders/counter_page.h"
#include "ui/orders/goods_pane.h"
#include "ui/orders/order_editor.h"
#include "ui/orders/pay_facts.h"
#include "ui/orders/pieces_pane.h"
#include "ui/orders/seller_pane.h"
#include "ui/orders/ticket_pane.h"
#include "ui/orders/who_pane.h"

#include <algorithm>
#include <iterator>
#include <utility>

// What is sold as it is, who sells, and what goes over the counter once an order is written; the rest of the page is in
// counter_page.cpp.

namespace thimblely::ui {

//! Last: what is asked before is about the order, and who sells says it once all of it is right.
bool CounterPage::isSellerSaid()
{
    return m_editor->draft().seller || m_editor->addedTo() || !m_seller->isAsked() || !m_seller->ask();
}

bool CounterPage::isOnlyGoods() const
{
    const auto &pieces = m_editor->draft().pieces;
    return !pieces.empty() &&
           std::ranges::all_of(pieces, [](const orders::PieceDraft &piece) { return orders::isGoods(piece.kind); });
}

void CounterPage::addGoods(InventoryItemId item)
{
    const auto read = inventory::InventoryService(m_desk.session(), m_desk.door()).load(item);
    if (!read) {
        m_desk.notices().fail(read.error());
        return;
    }
    m_pieces->showRow(m_editor->addGoods(item, read->facts));
}

bool CounterPage::takeScan(const QString &code)
{
    const auto item = inventory::StockService(m_desk.session(), m_desk.door()).byLabel(code);
    if (!item) {
        m_desk.notices().fail(item.error());
        return false;
    }
    if (!*item || m_booking)
        return false;
    if (m_goods->isVisible())
        m_goods->hide();
    addGoods(**item);
    return true;
}

bool CounterPage::areGivensSure(const std::optional<finance::PaymentDraft> &payment,
                                const std::vector<finance::PaymentDraft> &others)
{
    return m_ticket->isGivenSure(payment) && std::ranges::all_of(others, [this](const finance::PaymentDraft &other) {
               return m_ticket->isGivenSure(other);
           });
}

//! What goes over the counter once the order is written: the change, and that a receipt can be had.
void CounterPage::tellTaken(const std::vector<finance::PaymentTaken> &taken)
{
    for (const finance::PaymentTaken &payment : taken) {
        if (!payment.change.isZero())
            m_desk.notices().say(
                tr("%1 taken, give back %2").arg(m_desk.amount(payment.amount), m_desk.amount(payment.change)));
        if (payment.credited)
            m_desk.notices().say(tr("%1 kept for the client").arg(m_desk.amount(*payment.credited)));
    }
    if (!m_receiptsAsked.empty())
        m_desk.notices().say(receiptOffer());
}

//! The receipt that was not printed by itself, then the claim check once more.
void CounterPage::printAgain()
{
    if (!m_receiptsAsked.empty()) {
        for (const TransactionId &payment : std::exchange(m_receiptsAsked, {}))
            OrderPapers(m_desk).printReceipt(payment);
    } else if (m_lastBooked) {
        OrderPapers(m_desk).printClaimCheck(*m_lastBooked);
    }
}

void CounterPage::booked(const finance::CheckedOut &checkedOut)
{
    m_booking = false;
    m_ticket->setBusy(false);
    m_asked.reset();
    m_lastBooked = checkedOut.order.id;
    const auto sums = m_editor->totals();
    m_editor->clear();
    std::vector<finance::PaymentTaken> taken = checkedOut.others;
    if (checkedOut.payment)
        taken.insert(taken.begin(), *checkedOut.payment);
    const bool receipts = sums && m_ticket->receiptRules().printsFor(sums->total);
    OrderPapers(m_desk).printBooked(checkedOut.order.id, taken, receipts);
    m_receiptsAsked.clear();
    if (!receipts)
        std::ranges::transform(taken, std::back_inserter(m_receiptsAsked), &finance::PaymentTaken::id);
    tellTaken(taken);
    m_who->focusField();
}

} // namespace thimblely::ui
