// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/orders/order_service.h"
#include "ui/desk/desk.h"
#include "ui/desk/share_text.h"
#include "ui/orders/order_editor.h"

// That an order goes before the others, and what is charged for it; the rest of the editor is in order_editor.cpp.

namespace thimblely::ui {

void OrderEditor::setRush(bool rush)
{
    if (m_addedTo && m_addedTo->rush) // what was agreed with the order stands
        return;
    m_draft.rush = rush;
    if (!rush)
        m_rushText.clear();
    reckon();
    keep();
    Q_EMIT sumsChanged();
}

void OrderEditor::setRushText(const QString &text)
{
    m_rushText = text;
    reckon();
    keep();
    Q_EMIT sumsChanged();
}

Result<void> OrderEditor::checkRush() const
{
    if (!m_draft.rush)
        return {};
    TRY(rushCharge());
    return {};
}

//! Of what is worked on; of an order that is added to, of all its work.
Result<std::optional<Money>> OrderEditor::rushCharge() const
{
    const Currency currency = m_desk.profile().currency;
    Money work = Money::zero(currency);
    for (const orders::PieceDraft &piece : m_draft.pieces) {
        if (isWork(piece.kind)) {
            TRY_ASSIGN(work, work.plus(piece.unitPrice.value_or(Money::zero(currency))));
        }
    }
    const QString typed = m_rushText.trimmed();
    Money charge = Money::zero(currency);
    if (typed.isEmpty()) {
        TRY_ASSIGN(charge, m_desk.profile().rush.chargeFor(work));
    } else if (const auto share = shareOf(typed, m_desk.locale())) {
        TRY_ASSIGN(const Rate rate, *share);
        TRY_ASSIGN(charge, work.share(rate));
    } else {
        TRY_ASSIGN(charge, Money::parse(typed, currency, m_desk.locale()));
        if (charge.isNegative())
            return Error{ErrorKind::Invalid, "money.negative", {typed}, {}};
    }
    return charge.isZero() ? std::optional<Money>() : std::optional(charge);
}

void OrderEditor::reckon()
{
    spreadDiscount();
    const auto listed = orders::OrderService(m_desk.session(), m_desk.door()).listedAbove(m_draft);
    if (!listed)
        m_desk.notices().fail(listed.error());
    for (size_t i = size_t(keptCount()); i < m_draft.pieces.size(); ++i) {
        orders::PieceDraft &piece = m_draft.pieces[i];
        if (const auto list = listed ? (*listed)[i] : std::nullopt;
            list && (!piece.priceBefore || piece.priceBefore->minor() < list->minor()))
            piece.priceBefore = list;
        piece.discountReason = piece.discount || piece.priceBefore ? m_discountReason.trimmed() : QString();
    }
    if (m_addedTo && m_addedTo->rush)
        return;
    m_draft.rushCharge = m_draft.rush ? rushCharge().valueOr(std::nullopt) : std::nullopt;
    m_draft.chargeTaxRate = m_draft.rushCharge ? taxOf(orders::PieceKind::Service) : Rate(0);
}

} // namespace thimblely::ui
