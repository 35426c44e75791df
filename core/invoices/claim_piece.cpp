// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/invoices/claim_piece.h"

#include "core/orders/cloth_words.h"
#include "core/orders/style_catalogue.h"

namespace thimblely::invoices {

namespace {

//! As the shop writes lengths and days.
Result<QString> clothOf(access::ScopedConnection &reader, const orders::PieceDraft &facts)
{
    TRY_ASSIGN(auto shop, reader.query("SELECT unit_system, locale FROM workspaces WHERE id = ?"));
    shop->bind(reader.principal().workspace);
    TRY(shop->step());
    orders::ClothTerms terms{{}, {}, orders::clothUnit(shop->utf8(0) == "imperial")};
    const QLocale locale(shop->text(1));
    if (facts.shopCloth && facts.inventoryItem && reader.principal().can(access::Capability::InventoryRead)) {
        TRY_ASSIGN(auto roll, reader.query("SELECT name, unit FROM inventory_items WHERE id = ?"));
        roll->bind(*facts.inventoryItem);
        TRY(roll->step());
        terms.rollName = roll->text(0);
        terms.rollUnit = roll->text(1);
    }
    return orders::clothWords(facts, terms, locale);
}

} // namespace

//! "1042-2" for people, "1042P2" for a scanner: a keyboard of another country turns '-' into something else.
Result<ClaimPiece> claimPiece(access::ScopedConnection &reader, const orders::OrderDetail &order,
                              const orders::Piece &piece)
{
    TRY_ASSIGN(const QString cloth, clothOf(reader, piece.facts));
    const orders::PieceDraft &facts = piece.facts;
    const QString position = QString::number(piece.position);
    const bool ownCloth = facts.clientCloth || !facts.clientClothNote.isEmpty();
    std::vector<ClaimTask> tasks;
    for (const orders::Task &task : facts.tasks)
        tasks.push_back({orders::taskWords(task), task.price});
    return ClaimPiece{order.number + u'-' + position,
                      order.number + u'P' + position,
                      facts.name,
                      QString(facts.colour + u' ' + facts.mark).simplified(),
                      piece.wearerName,
                      std::move(tasks),
                      facts.condition,
                      ownCloth ? cloth : QString(),
                      piece.total,
                      ownCloth ? QString() : cloth,
                      facts.priceBefore,
                      orders::styleWords(facts),
                      int(facts.photos.size())};
}

} // namespace thimblely::invoices
