// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/desk/desk.h"
#include "ui/desk/share_text.h"
#include "ui/orders/order_editor.h"

// What is taken off the order; the rest of the editor is in order_editor.cpp.

namespace thimblely::ui {

void OrderEditor::setDiscountText(const QString &text)
{
    m_discountText = text;
    if (text.trimmed().isEmpty()) {
        for (size_t i = size_t(keptCount()); i < m_draft.pieces.size(); ++i)
            m_draft.pieces[i].discount.reset();
    }
    reckon();
    keep();
    Q_EMIT sumsChanged();
}

void OrderEditor::setDiscountReason(const QString &reason)
{
    m_discountReason = reason;
    reckon();
    keep();
    Q_EMIT sumsChanged();
}

bool OrderEditor::asksLess() const
{
    return std::any_of(m_draft.pieces.begin() + keptCount(), m_draft.pieces.end(),
                       [](const orders::PieceDraft &piece) { return piece.discount || piece.priceBefore; });
}

Result<void> OrderEditor::checkDiscount() const
{
    if (m_discountText.trimmed().isEmpty())
        return {};
    TRY(discounts());
    return {};
}

//! Off each new piece.
Result<std::vector<Money>> OrderEditor::discounts() const
{
    const Currency currency = m_desk.profile().currency;
    const QString typed = m_discountText.trimmed();
    std::vector<Money> prices;
    std::vector<qint64> weights;
    for (size_t i = size_t(keptCount()); i < m_draft.pieces.size(); ++i) {
        const orders::PieceDraft &piece = m_draft.pieces[i];
        TRY_ASSIGN(const Money gross,
                   piece.unitPrice.value_or(Money::zero(currency)).timesMilli(piece.quantity.milli()));
        prices.push_back(gross);
        weights.push_back(gross.minor());
    }
    if (const auto share = shareOf(typed, m_desk.locale())) {
        TRY_ASSIGN(const Rate rate, *share);
        for (Money &price : prices) {
            TRY_ASSIGN(price, price.share(rate));
        }
        return prices;
    }
    TRY_ASSIGN(const Money amount, Money::parse(typed, currency, m_desk.locale()));
    if (amount.isNegative())
        return Error{ErrorKind::Invalid, "money.negative", {typed}, {}};
    if (std::ranges::all_of(weights, [](qint64 weight) { return weight == 0; }))
        return std::vector<Money>(weights.size(), Money::zero(currency)); // there is nothing yet to take it off
    return amount.split(weights);
}

void OrderEditor::spreadDiscount()
{
    if (m_discountText.trimmed().isEmpty())
        return;
    const auto parts = discounts();
    for (size_t i = size_t(keptCount()), part = 0; i < m_draft.pieces.size(); ++i, ++part) {
        auto &discount = m_draft.pieces[i].discount;
        discount = parts && !(*parts)[part].isZero() ? std::optional((*parts)[part]) : std::nullopt;
    }
}

} // namespace thimblely::ui
