// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/desk/desk.h"
#include "ui/orders/order_editor.h"

#include <algorithm>

// Who pays for what, and whom else it dresses; the rest of the editor is in order_editor.cpp.

namespace thimblely::ui {

bool OrderEditor::paysOwn() const
{
    return m_wearer && paysOwn(*m_wearer);
}

bool OrderEditor::paysOwn(ClientId wearer) const
{
    return m_payOwn.contains(wearer);
}

void OrderEditor::setPaysOwn(bool own)
{
    if (!m_wearer || own == paysOwn())
        return;
    if (own)
        m_payOwn.insert(*m_wearer);
    else
        m_payOwn.remove(*m_wearer);
    if (!own)
        m_ownPay.erase(*m_wearer);
    for (size_t i = size_t(keptCount()); i < m_draft.pieces.size(); ++i) {
        if (m_draft.pieces[i].wearer == m_wearer)
            m_draft.pieces[i].payer = own ? m_wearer : std::nullopt;
    }
    keep();
    Q_EMIT piecesReset();
    Q_EMIT clientChanged();
    Q_EMIT sumsChanged();
}

QList<std::optional<ClientId>> OrderEditor::dressed() const
{
    QList<std::optional<ClientId>> wearers;
    for (size_t i = size_t(keptCount()); i < m_draft.pieces.size(); ++i) {
        if (!wearers.contains(m_draft.pieces[i].wearer))
            wearers.append(m_draft.pieces[i].wearer);
    }
    return wearers;
}

void OrderEditor::undress(ClientId wearer)
{
    for (int i = int(m_draft.pieces.size()) - 1; i >= keptCount(); --i) {
        if (m_draft.pieces[size_t(i)].wearer == wearer)
            removePiece(i);
    }
    m_payOwn.remove(wearer);
    m_ownPay.erase(wearer);
    m_wearerNames.remove(wearer);
    if (m_wearer == wearer)
        setWearer({}, {});
}

void OrderEditor::dress(const std::vector<orders::PartyGuest> &guests,
                        const std::optional<std::optional<ClientId>> &alike)
{
    std::vector<orders::PieceDraft> models;
    for (size_t i = size_t(keptCount()); i < m_draft.pieces.size(); ++i) {
        if (alike && m_draft.pieces[i].wearer == *alike)
            models.push_back(m_draft.pieces[i]);
    }
    const auto there = dressed();
    for (const orders::PartyGuest &guest : guests) {
        const auto wearer = guest.known == m_draft.client ? std::nullopt : guest.known;
        if (wearer)
            m_wearerNames.insert(*wearer, guest.knownName);
        if (there.contains(wearer))
            continue;
        orders::renumberSets(models, orders::nextSetNo(m_draft.pieces));
        for (const orders::PieceDraft &model : models) {
            m_draft.pieces.push_back(orders::alikeFor(model, wearer));
            if (wearer && paysOwn(*wearer))
                m_draft.pieces.back().payer = wearer;
            m_typed.emplace_back();
        }
    }
    attachMeasures();
    reckon();
    keep();
    Q_EMIT piecesReset();
    Q_EMIT clientChanged();
    Q_EMIT sumsChanged();
}

} // namespace thimblely::ui
