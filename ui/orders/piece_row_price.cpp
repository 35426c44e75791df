// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/desk/desk.h"
#include "ui/orders/piece_row.h"
#include "ui/widgets/label.h"
#include "ui/widgets/money_edit.h"

// What a piece costs: the sum of its tasks until a price is typed; the rest of the row is in piece_row.cpp.

namespace thimblely::ui {

std::optional<Money> PieceRow::taskSum() const
{
    Money sum = Money::zero(m_desk.profile().currency);
    bool any = false;
    for (const orders::Task &task : m_piece.tasks) {
        if (!task.price)
            continue;
        any = true;
        const auto next = sum.plus(*task.price);
        if (!next)
            return std::nullopt;
        sum = *next;
    }
    return any ? std::optional(sum) : std::nullopt;
}

//! A price that was the tasks' goes on following them; one that was typed stays.
void PieceRow::sumTasks(const std::optional<Money> &before)
{
    if (m_before) {
        m_piece.unitPrice = withNewTasks();
        m_price->setValue(*m_piece.unitPrice);
    } else if (checkPrice() && (m_piece.unitPrice == before || !m_piece.unitPrice || isInSetsPrice(before))) {
        // One that cannot be read yet was typed too.
        m_piece.unitPrice = taskSum();
        const bool own = m_piece.unitPrice.has_value();
        if (!own && isInSetsPrice({}))
            m_piece.unitPrice = Money::zero(m_desk.profile().currency);
        if (own)
            m_price->setValue(*m_piece.unitPrice);
        else
            m_price->setText({}); // not clear(): undo would bring the figure back
    }
    showBefore();
    showTasks();
    Q_EMIT edited(m_piece);
}

//! A further piece of a set costs nothing but what its own tasks say; `before`: what these came to.
bool PieceRow::isInSetsPrice(const std::optional<Money> &before) const
{
    const bool none = !m_piece.unitPrice || m_piece.unitPrice->isZero() || m_piece.unitPrice == before;
    return m_furtherOfSet && none;
}

void PieceRow::readPrice()
{
    const auto price = m_price->value();
    const bool typed = price && !m_price->text().isEmpty();
    m_piece.unitPrice = typed                     ? std::optional(*price)
                        : price && m_furtherOfSet ? std::optional(Money::zero(m_desk.profile().currency))
                                                  : std::nullopt;
    showBefore();
    if (orders::freeTasks(m_piece) != m_free)
        showTasks();
    setProblem(price ? QString() : m_desk.sentence(price.error()));
    Q_EMIT priceRead(price ? QString() : m_price->text());
    Q_EMIT edited(m_piece);
}

//! What its tasks come to, where less is asked: it stays with the piece, and beside the price.
void PieceRow::showBefore()
{
    const auto sum = m_before ? std::nullopt : taskSum();
    const bool less = sum && m_piece.unitPrice && m_piece.unitPrice->minor() < sum->minor();
    m_piece.priceBefore = less ? sum : std::nullopt;
    m_priceBefore->setText(less ? figureText(*sum, m_desk.locale()) : QString());
    m_priceBefore->setAccessibleName(less ? tr("instead of %1").arg(m_priceBefore->text()) : QString());
    m_priceBefore->setVisible(less);
}

void PieceRow::focusPrice()
{
    m_price->setFocus(Qt::OtherFocusReason);
    m_price->selectAll();
}

Result<void> PieceRow::checkPrice() const
{
    const auto price = m_price->value();
    return price ? Result<void>() : Result<void>(price.error());
}

} // namespace thimblely::ui
