// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/orders/order_service.h"
#include "ui/desk/desk.h"
#include "ui/orders/order_editor.h"

// How the order goes to the file, and what of it is there already; the rest is in order_editor.cpp.

namespace thimblely::ui {

orders::OrderDraft OrderEditor::toBook() const
{
    orders::OrderDraft draft = m_draft;
    draft.id = m_id;
    return draft;
}

Result<orders::OrderDraft> OrderEditor::toPark() const
{
    orders::OrderDraft draft = toBook();
    if (!m_draft.client)
        draft.whoTyped = typedWho(m_whoText, m_newText);
    if (!m_payText.trimmed().isEmpty()) {
        TRY_ASSIGN(draft.depositAsked, payNow({}));
    }
    draft.payTyped = payTyped();
    return draft;
}

//! What was on its way when the program ended is looked for in the file, so that nobody has to.
void OrderEditor::followWritten()
{
    m_written.reset();
    if (!m_id || m_addedTo)
        return;
    const auto written = orders::OrderService(m_desk.session(), m_desk.door()).load(*m_id);
    if (!written) // not there: it is not booked. What cannot be read now is refused by the core where it is.
        return;
    if (written->status == orders::OrderStatus::Draft) {
        followParked();
        return;
    }
    m_written = orders::Booked{written->id, written->number};
    m_writtenFor = written->clientName;
    clear();
}

void OrderEditor::followParked()
{
    m_draft.continues = m_id;
    m_id.reset();
    keep();
}

} // namespace thimblely::ui
