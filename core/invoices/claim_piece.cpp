// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/invoices/claim_piece.h"

#include "core/orders/cloth_words.h"
#include "core/orders/style_catalogue.h"

#include <QCoreApplication>

namespace thimblely::invoices {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("ClaimPiece", text);
}

//! As the shop writes lengths and days.
Result<QString> clothOf(access::ScopedConnection &reader, const orders::Piece &piece)
{
    const orders::PieceDraft &facts = piece.facts;
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
    const QString account = orders::clothAccountWords(piece, terms.unit, locale);
    if (account.isEmpty())
        return orders::clothWords(facts, terms, locale);
    return facts.clientClothNote.isEmpty() ? account : facts.clientClothNote + QStringLiteral(": ") + account;
}

//! How much of what is sold as it is; empty for one piece of it.
Result<QString> soldWords(access::ScopedConnection &reader, const orders::PieceDraft &facts)
{
    if (!orders::isGoods(facts.kind) || facts.quantity == Quantity::whole(1))
        return QString();
    TRY_ASSIGN(auto shop, reader.query("SELECT locale FROM workspaces WHERE id = ?"));
    shop->bind(reader.principal().workspace);
    TRY(shop->step());
    return QString(facts.quantity.toText(QLocale(shop->text(0))) + u' ' + facts.unit);
}

} // namespace

//! "1042-2" for people, "1042P2" for a scanner: a keyboard of another country turns '-' into something else.
Result<ClaimPiece> claimPiece(access::ScopedConnection &reader, const orders::OrderDetail &order,
                              const orders::Piece &piece)
{
    TRY_ASSIGN(const QString cloth, clothOf(reader, piece));
    const orders::PieceDraft &facts = piece.facts;
    const QString position = QString::number(piece.position);
    const bool ownCloth = facts.clientCloth || !facts.clientClothNote.isEmpty();
    std::vector<ClaimTask> tasks;
    for (const orders::Task &task : facts.tasks)
        tasks.push_back({orders::taskWords(task), task.price});
    std::optional<Money> gross;
    if (facts.unitPrice) {
        TRY_ASSIGN(gross, facts.unitPrice->timesMilli(facts.quantity.milli()));
    }
    ClaimPiece claim{order.number + u'-' + position,
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
                     gross,
                     orders::styleWords(facts),
                     int(facts.photos.size()),
                     order.payerOf(piece)};
    for (const orders::Piece &other : order.pieces) {
        if (facts.setNo == 0 || other.isCancelled() || other.facts.setNo != facts.setNo)
            continue;
        claim.set = facts.setName;
        ++claim.ofSet;
        claim.inSet += other.position <= piece.position ? 1 : 0;
    }
    claim.isGoods = orders::isGoods(facts.kind);
    TRY_ASSIGN(claim.sold, soldWords(reader, facts));
    return claim;
}

Result<std::vector<ClaimCharge>> partsOf(const ClaimPiece &piece)
{
    std::vector<ClaimCharge> parts;
    if (!piece.total || !piece.gross)
        return parts;
    Money sum = Money::zero(piece.total->currency());
    const auto add = [&](const QString &words, const Money &amount) -> Result<void> {
        TRY_ASSIGN(sum, sum.plus(amount));
        parts.push_back({words, amount});
        return {};
    };
    for (const ClaimTask &task : piece.tasks) {
        if (task.price)
            TRY(add(task.words, *task.price));
    }
    const bool isMadeOfTasks = !parts.empty();
    if (!isMadeOfTasks && piece.priceBefore)
        TRY(add(tr("Price by the list"), *piece.priceBefore));
    const bool isLess = *piece.gross != *piece.total;
    if (parts.empty() && isLess)
        TRY(add(tr("Price"), *piece.gross));
    if (parts.empty())
        return parts;
    TRY_ASSIGN(const Money besides, piece.gross->minus(sum));
    if (!besides.isZero())
        TRY(add(besides.isNegative() ? tr("Less than the list") : tr("Other work"), besides));
    if (isLess) {
        TRY_ASSIGN(const Money discount, piece.total->minus(*piece.gross));
        TRY(add(tr("Discount"), discount));
    }
    return parts;
}

std::vector<ClaimCharge> chargesOf(const orders::OrderDetail &order)
{
    std::vector<ClaimCharge> charges;
    for (const orders::Piece &charge : order.charges) {
        if (!charge.isCancelled())
            charges.push_back({orders::chargeWords(*charge.facts.charge), charge.total});
    }
    return charges;
}

std::optional<Money> taxOnTop(const orders::OrderDetail &order)
{
    return order.sums && !order.taxInclusive && !order.sums->tax.isZero() ? std::optional(order.sums->tax)
                                                                          : std::nullopt;
}

namespace {

std::vector<ClaimCharge> chargesOf(const orders::OrderDetail &order, const std::optional<ClientId> &payer)
{
    std::vector<ClaimCharge> charges;
    for (const orders::Piece &charge : order.charges) {
        if (!charge.isCancelled() && order.payerOf(charge) == payer)
            charges.push_back({orders::chargeWords(*charge.facts.charge), charge.total});
    }
    return charges;
}

} // namespace

//! Their tax is what the lines lack of their share.
Result<ClaimPayer> payerOf(const orders::OrderDetail &order, const orders::PayerShare &share)
{
    ClaimPayer payer{share, chargesOf(order, share.client), std::nullopt};
    if (!taxOnTop(order))
        return payer;
    Money tax = share.share;
    for (const ClaimCharge &charge : payer.charges) {
        TRY_ASSIGN(tax, tax.minus(charge.amount.value_or(Money::zero(order.currency))));
    }
    for (const orders::Piece &piece : order.pieces) {
        if (piece.isCancelled() || order.payerOf(piece) != share.client)
            continue;
        TRY_ASSIGN(tax, tax.minus(piece.total.value_or(Money::zero(order.currency))));
    }
    if (!tax.isZero())
        payer.taxOnTop = tax;
    return payer;
}

} // namespace thimblely::invoices
