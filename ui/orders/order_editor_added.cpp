// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/desk/desk.h"
#include "ui/orders/order_editor.h"

// A booked order that is added to; the rest of the editor is in order_editor.cpp.

namespace thimblely::ui {

namespace {

AddedTo::Kept keptOf(const orders::Piece &piece)
{
    const QString state = piece.isCollected() ? OrderEditor::tr("collected")
                          : piece.isReady()   ? OrderEditor::tr("ready")
                                              : QString();
    return {piece.id, int(piece.facts.tasks.size()), state};
}

} // namespace

void OrderEditor::addTo(const orders::OrderDetail &order)
{
    const Money none = Money::zero(order.currency);
    AddedTo added{order.id,
                  order.number,
                  order.sums ? order.sums->total : none,
                  order.payers.empty() ? none : order.payers.front().paid,
                  order.rush,
                  order.promisedDate,
                  order.promisedTime,
                  {}};
    orders::OrderDraft draft;
    draft.client = order.client;
    draft.taxInclusive = order.taxInclusive;
    draft.notes = order.notes;
    draft.rush = order.rush;
    for (const orders::Piece &charge : order.charges) {
        if (!charge.isCancelled() && charge.facts.charge == orders::Charge::Rush) {
            draft.rushCharge = charge.facts.unitPrice;
            draft.chargeTaxRate = charge.facts.taxRate;
        }
    }
    QHash<ClientId, QString> wearers;
    for (const orders::Piece &piece : order.pieces) {
        if (piece.isCancelled())
            continue;
        draft.pieces.push_back(piece.facts);
        added.pieces.push_back(keptOf(piece));
        if (piece.facts.wearer)
            wearers.insert(*piece.facts.wearer, piece.wearerName);
    }
    m_addedTo = std::move(added);
    begin(std::move(draft), order.clientName, std::move(wearers));
}

const AddedTo::Kept *OrderEditor::kept(int index) const
{
    return index < keptCount() ? &m_addedTo->pieces[size_t(index)] : nullptr;
}

orders::Addition OrderEditor::addition() const
{
    orders::Addition addition{m_addedTo->order};
    for (int i = 0; i < keptCount(); ++i) {
        const AddedTo::Kept &there = m_addedTo->pieces[size_t(i)];
        const auto &tasks = m_draft.pieces[size_t(i)].tasks;
        if (int(tasks.size()) > there.tasks)
            addition.tasks.push_back({there.piece, {tasks.begin() + there.tasks, tasks.end()}});
    }
    addition.pieces.assign(m_draft.pieces.begin() + keptCount(), m_draft.pieces.end());
    if (m_draft.rush && !m_addedTo->rush) {
        addition.rush = true;
        addition.rushCharge = m_draft.rushCharge;
        addition.chargeTaxRate = m_draft.chargeTaxRate;
    }
    return addition;
}

Money OrderEditor::paidBefore() const
{
    return m_addedTo ? m_addedTo->paid : Money::zero(m_desk.profile().currency);
}

} // namespace thimblely::ui
