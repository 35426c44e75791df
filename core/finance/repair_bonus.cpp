// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/finance/repair_bonus.h"

#include <algorithm>

namespace thimblely::finance {

namespace {

constexpr qint64 leastPrice = 12'00;
constexpr qint64 leastBonus = 6'00;
constexpr qint64 mostBonus = 25'00;
constexpr qint64 mostPercent = 60;

bool isHem(const orders::Task &task)
{
    return task.name.contains(QLatin1String("hem"), Qt::CaseInsensitive) ||
           task.name.contains(QLatin1String("ourlet"), Qt::CaseInsensitive);
}

//! What is mended of it, in cents; 0: nothing that counts.
qint64 mended(const orders::Piece &piece)
{
    const orders::PieceDraft &facts = piece.facts;
    const bool repairs = facts.kind == orders::PieceKind::Alteration && piece.total && !piece.isCancelled();
    if (!repairs || (!facts.tasks.empty() && std::ranges::all_of(facts.tasks, isHem)))
        return 0;
    qint64 hems = 0;
    for (const orders::Task &task : facts.tasks)
        hems += isHem(task) && task.price ? task.price->minor() : 0;
    return piece.total->minor() - hems;
}

} // namespace

std::optional<Money> repairBonus(const QString &country, const orders::OrderDetail &order)
{
    if (country != QLatin1String("FR") || order.currency.code() != QLatin1String("EUR"))
        return std::nullopt;
    qint64 sum = 0;
    for (const orders::Piece &piece : order.pieces) {
        const qint64 price = mended(piece);
        const qint64 bonus = std::min(price * mostPercent / 100, mostBonus);
        if (price >= leastPrice && bonus >= leastBonus)
            sum += bonus;
    }
    return sum > 0 ? std::optional(Money(sum, order.currency)) : std::nullopt;
}

} // namespace thimblely::finance
