// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/inventory/inventory_service.h"
#include "core/orders/cloth_words.h"
#include "ui/desk/desk.h"
#include "ui/orders/cloth_panel.h"

// How the cloth of a piece is called outside its panel; the panel itself is in cloth_panel.cpp.

namespace thimblely::ui {

QString ClothPanel::rollName(const QString &name, const QString &colour, const QString &number)
{
    QStringList words{name};
    for (const QString &word : {colour, number}) {
        if (!word.isEmpty() && !name.contains(word, Qt::CaseInsensitive))
            words.append(word);
    }
    return words.join(QStringLiteral(", "));
}

bool ClothPanel::isSaid(const orders::PieceDraft &piece)
{
    return piece.clothOrder || piece.shopCloth || piece.clientCloth || !piece.clientClothNote.isEmpty();
}

void ClothPanel::apply(const orders::PieceDraft &from, orders::PieceDraft &piece)
{
    piece.fabricSource = from.fabricSource;
    piece.inventoryItem = from.inventoryItem;
    piece.shopCloth = from.shopCloth;
    piece.clientCloth = from.clientCloth;
    piece.clientClothNote = from.clientClothNote;
    piece.clothOrder = from.clothOrder;
}

QString ClothPanel::words(Desk &desk, const orders::PieceDraft &piece)
{
    orders::ClothTerms terms{{}, {}, orders::clothUnit(desk.profile().units == UnitSystem::Imperial)};
    if (piece.shopCloth && piece.inventoryItem) {
        const auto roll = inventory::InventoryService(desk.session(), desk.door()).load(*piece.inventoryItem);
        terms.rollName = roll ? rollName(roll->facts.name, roll->facts.colour, roll->facts.sku) : QString();
        terms.rollUnit = roll ? roll->facts.unit : terms.unit;
    }
    const QString said = orders::clothWords(piece, terms, desk.locale());
    return piece.shopCloth || piece.clothOrder ? said : tr("Own cloth %1").arg(said);
}

QString ClothPanel::lackWords(Desk &desk, const orders::PieceDraft &piece)
{
    if (!piece.shopCloth || !piece.inventoryItem)
        return {};
    const auto roll = inventory::InventoryService(desk.session(), desk.door()).load(*piece.inventoryItem);
    if (!roll || *piece.shopCloth <= roll->stock - roll->reserved)
        return {};
    return tr("only %1 %2 free").arg((roll->stock - roll->reserved).toText(desk.locale()), roll->facts.unit);
}

} // namespace thimblely::ui
