// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/orders/order_service.h"
#include "ui/desk/desk.h"
#include "ui/documents/order_papers.h"
#include "ui/orders/approve_pane.h"
#include "ui/orders/counter_page.h"
#include "ui/orders/order_editor.h"
#include "ui/orders/parked_list.h"
#include "ui/orders/pieces_pane.h"
#include "ui/orders/quote_pane.h"
#include "ui/orders/ticket_pane.h"
#include "ui/orders/who_pane.h"

// Orders that are only offered yet; what else the page does is in counter_page.cpp.

namespace thimblely::ui {

void CounterPage::askForQuote()
{
    if (m_booking)
        return;
    if (m_editor->addedTo()) {
        say(tr("What is added to a booked order is no offer: add it (F9) or start over."));
        return;
    }
    m_pieces->finishTasks();
    if (!isReadable())
        return;
    if (m_editor->draft().pieces.empty()) {
        say(tr("An offer needs at least one piece. Choose what to make or mend."));
        m_pieces->focusTiles();
        return;
    }
    if (!isReasonSaid())
        return;
    const auto &quote = m_editor->draft().quote;
    m_quote->ask(quote ? std::optional(quote->until) : std::nullopt);
}

void CounterPage::keepQuote(Date until)
{
    if (m_booking)
        return;
    const auto draft = m_editor->toPark();
    if (!draft) {
        m_quote->setProblem(m_desk.sentence(draft.error()));
        return;
    }
    m_booking = true;
    m_quote->setBusy(true);
    m_quoteUntil = until; // once more with an approval
    onceKept([this, draft = *draft, until] {
        whenDone(orders::OrderService(m_desk.session(), m_desk.door()).quote(draft, until, m_approve->given()), this,
                 [this](const Result<OrderId> &quote) { quoted(quote); });
    });
}

void CounterPage::quoted(const Result<OrderId> &quote)
{
    m_quote->setBusy(false);
    if (!quote) {
        m_booking = false;
        if (!askApproval(quote.error()))
            m_quote->setProblem(settle(quote.error()));
        return;
    }
    m_quote->hide();
    m_quoteUntil.reset();
    m_approve->forget();
    OrderPapers(m_desk).printQuote(*quote);
    parked([this] { m_who->focusField(); });
}

void CounterPage::decline(OrderId quote, const QString &reason)
{
    m_desk.when(orders::OrderService(m_desk.session(), m_desk.door()).declineQuote(quote, reason), this, [this] {
        m_pieces->reloadParked();
        if (m_pieces->parked().count() > 0)
            m_pieces->parked().focusFirst();
        else
            m_pieces->focusTiles();
    });
}

} // namespace thimblely::ui
