// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/orders/pattern_refs.h"
#include "ui/desk/desk.h"
#include "ui/orders/order_editor.h"

#include <algorithm>

// By which measures a piece is made; the rest of the editor is in order_editor.cpp.

namespace thimblely::ui {

std::optional<ClientId> OrderEditor::bodyOf(int piece) const
{
    const auto &wearer = m_draft.pieces[size_t(piece)].wearer;
    return wearer ? wearer : m_draft.client;
}

std::vector<orders::MeasuresChoice> OrderEditor::measuresOf(int index) const
{
    const orders::PieceDraft &piece = m_draft.pieces[size_t(index)];
    const auto body = bodyOf(index);
    if (piece.kind != orders::PieceKind::Make || !body)
        return {};
    const auto known = m_choices.find({*body, piece.garmentType});
    if (known != m_choices.end())
        return known->second;
    auto choices = orders::measuresFor(m_desk.session(), m_desk.door(), *body, piece.garmentType);
    if (!choices) { // and it is asked for again
        m_desk.notices().fail(choices.error());
        return {};
    }
    return m_choices.insert_or_assign({*body, piece.garmentType}, std::move(*choices)).first->second;
}

QString OrderEditor::patternOf(int index) const
{
    const orders::PieceDraft &piece = m_draft.pieces[size_t(index)];
    const auto body = bodyOf(index);
    if (piece.kind != orders::PieceKind::Make || !body || piece.garmentType.isEmpty())
        return {};
    const auto known = m_patterns.find({*body, piece.garmentType});
    if (known != m_patterns.end())
        return known->second;
    const auto last = orders::lastPattern(m_desk.session(), *body, piece.garmentType);
    if (!last) { // and it is asked for again
        m_desk.notices().fail(last.error());
        return {};
    }
    return m_patterns.insert_or_assign({*body, piece.garmentType}, *last).first->second;
}

void OrderEditor::chooseMeasures(int piece, std::optional<MeasurementSetId> set)
{
    m_draft.pieces[size_t(piece)].measurementSet = set;
    m_typed[size_t(piece)].measuresChosen = true;
    keep();
    Q_EMIT measuresChanged();
}

void OrderEditor::measured()
{
    m_choices.clear();
    if (m_draft.pieces.empty())
        return;
    attachMeasures();
    keep();
    Q_EMIT measuresChanged();
}

//! The likeliest set to each new piece, but where one was chosen that is still the wearer's.
void OrderEditor::attachMeasures()
{
    for (int i = keptCount(); i < int(m_draft.pieces.size()); ++i) {
        if (m_typed[size_t(i)].measuresChosen && m_draft.pieces[size_t(i)].kind != orders::PieceKind::Make)
            continue;
        const auto choices = measuresOf(i);
        auto &set = m_draft.pieces[size_t(i)].measurementSet;
        bool &chosen = m_typed[size_t(i)].measuresChosen;
        const bool stands = !set || std::ranges::find(choices, *set, &orders::MeasuresChoice::set) != choices.end();
        if (chosen && stands)
            continue;
        chosen = false;
        set = choices.empty() ? std::optional<MeasurementSetId>() : std::optional(choices.front().set);
    }
}

} // namespace thimblely::ui
