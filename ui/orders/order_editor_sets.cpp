// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/desk/desk.h"
#include "ui/orders/order_editor.h"

#include <algorithm>

// Pieces that are sold as one, and what is sold as it is; the rest of the editor is in order_editor.cpp.

namespace thimblely::ui {

void OrderEditor::addSet(const QString &name, const std::vector<std::pair<QString, QString>> &garments)
{
    const int set = orders::nextSetNo(m_draft.pieces);
    bool first = true;
    for (const auto &[type, garment] : garments) {
        orders::PieceDraft piece;
        piece.garmentType = type;
        piece.name = garment;
        piece.setNo = set;
        piece.setName = name;
        piece.taxRate = taxOf(piece.kind);
        piece.wearer = m_wearer;
        if (paysOwn())
            piece.payer = m_wearer;
        if (!std::exchange(first, false))
            piece.unitPrice = Money::zero(m_desk.profile().currency); // in the price of the first
        m_draft.pieces.push_back(std::move(piece));
        m_typed.emplace_back();
    }
    attachMeasures();
    reckon();
    keep();
    Q_EMIT piecesReset();
    Q_EMIT sumsChanged();
}

void OrderEditor::copyPiece(int index, int count)
{
    orders::PieceDraft piece = m_draft.pieces.at(size_t(index));
    if (piece.setNo > 0) {
        copySet(piece.setNo, count);
        return;
    }
    piece.photos.clear(); // each piece looks otherwise
    m_draft.pieces.insert(m_draft.pieces.begin() + index + 1, size_t(count), piece);
    const Typed typed{unreadPrice(index), {}, m_typed[size_t(index)].measuresChosen, {}};
    m_typed.insert(m_typed.begin() + index + 1, size_t(count), typed);
    reckon();
    keep();
    Q_EMIT piecesReset();
    Q_EMIT sumsChanged();
}

//! A suit is cut from one cloth: its other pieces follow the colour of the first, until they were given one.
void OrderEditor::leadSet(int index, const orders::PieceDraft &piece)
{
    auto &pieces = m_draft.pieces;
    const orders::PieceDraft &was = pieces[size_t(index)];
    const auto first = std::ranges::find(pieces, was.setNo, &orders::PieceDraft::setNo);
    if (was.setNo == 0 || first != pieces.begin() + index)
        return;
    for (auto other = first + 1; other != pieces.end(); ++other) {
        if (other->setNo != was.setNo || other->colour != was.colour || other->mark != was.mark)
            continue;
        other->colour = piece.colour;
        other->mark = piece.mark;
    }
}

//! A suit once more is a jacket and trousers once more.
void OrderEditor::copySet(int set, int count)
{
    std::vector<orders::PieceDraft> model;
    std::vector<Typed> typed;
    for (size_t i = 0; i < m_draft.pieces.size(); ++i) {
        if (m_draft.pieces[i].setNo != set)
            continue;
        model.push_back(m_draft.pieces[i]);
        model.back().photos.clear(); // each piece looks otherwise
        typed.push_back({unreadPrice(int(i)), {}, m_typed[i].measuresChosen});
    }
    for (int copy = 0; copy < count; ++copy) {
        orders::renumberSets(model, orders::nextSetNo(m_draft.pieces));
        m_draft.pieces.insert(m_draft.pieces.end(), model.begin(), model.end());
        m_typed.insert(m_typed.end(), typed.begin(), typed.end());
    }
    reckon();
    keep();
    Q_EMIT piecesReset();
    Q_EMIT sumsChanged();
}

//! What is left of a set is a piece of its own; whose price went with the other is asked for again.
void OrderEditor::forgetSetsOfOne()
{
    for (size_t i = size_t(keptCount()); i < m_draft.pieces.size(); ++i) {
        orders::PieceDraft &piece = m_draft.pieces[i];
        const auto of = std::ranges::count(m_draft.pieces, piece.setNo, &orders::PieceDraft::setNo);
        if (piece.setNo == 0 || of > 1)
            continue;
        piece.setNo = 0;
        piece.setName.clear();
        if (piece.unitPrice && piece.unitPrice->isZero())
            piece.unitPrice.reset();
    }
}

int OrderEditor::addGoods(InventoryItemId item, const inventory::ItemDraft &facts)
{
    const bool counted = facts.kind != inventory::ItemKind::FabricRoll;
    for (size_t i = size_t(keptCount()); counted && i < m_draft.pieces.size(); ++i) {
        orders::PieceDraft &there = m_draft.pieces[i];
        if (there.inventoryItem != item || !orders::isGoods(there.kind) || there.wearer != m_wearer)
            continue;
        there.quantity = there.quantity + Quantity::whole(1);
        reckon();
        keep();
        Q_EMIT piecesReset();
        Q_EMIT sumsChanged();
        return int(i);
    }
    orders::PieceDraft piece;
    piece.kind = counted ? orders::PieceKind::ReadyMade : orders::PieceKind::Fabric;
    piece.name = facts.name;
    piece.colour = facts.colour;
    piece.unit = facts.unit;
    piece.unitPrice = facts.sellingPrice;
    piece.inventoryItem = item;
    piece.taxRate = taxOf(piece.kind);
    piece.taxCode = facts.taxCode;
    piece.wearer = m_wearer;
    if (paysOwn())
        piece.payer = m_wearer;
    addPiece(std::move(piece));
    return int(m_draft.pieces.size()) - 1;
}

} // namespace thimblely::ui
