// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/desk/desk.h"
#include "ui/orders/fact_chip.h"
#include "ui/orders/measures_chip.h"
#include "ui/orders/piece_row.h"
#include "ui/orders/quiet_edit.h"
#include "ui/orders/task_field.h"
#include "ui/photos/photo_strip.h"
#include "ui/theme/paint.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/label.h"
#include "ui/widgets/money_edit.h"

#include <QBoxLayout>
#include <QLineEdit>

// A row of something that is sold as it is: how much of it at which price, and nothing that is said of work; and what a
// row says of the set it belongs to. The rest of the row is in piece_row.cpp.

namespace thimblely::ui {

namespace {

constexpr int quantityWidth = 64;
constexpr qint64 largestMilli = 1'000'000'000;

} // namespace

bool PieceRow::isGoods() const
{
    return orders::isGoods(m_piece.kind);
}

void PieceRow::showGoods(QBoxLayout &line)
{
    m_quantity = new QLineEdit(this);
    m_quantity->setFrame(false);
    m_quantity->setFont(Theme::instance().font(TextStyle::Input));
    m_quantity->setFixedWidth(Theme::instance().px(quantityWidth));
    m_quantity->setAlignment(Qt::AlignTrailing | Qt::AlignAbsolute | Qt::AlignVCenter);
    m_quantity->setText(m_piece.quantity.toText(m_desk.locale()));
    m_quantity->setAccessibleName(tr("How much of piece %1, in %2").arg(m_number).arg(m_piece.unit));
    line.insertWidget(line.indexOf(m_priceBefore), m_quantity);
    line.insertWidget(line.indexOf(m_priceBefore),
                      new Label(TextStyle::Body, Role::Muted, tr("%1 at").arg(m_piece.unit), this));
    connect(m_quantity, &QLineEdit::textEdited, this, &PieceRow::readQuantity);
    connect(m_quantity, &QLineEdit::returnPressed, this, [this] {
        if (!checkQuantity())
            return m_quantity->selectAll();
        m_price->setFocus(Qt::TabFocusReason);
        m_price->selectAll();
    });
}

//! What is said of work has no place in it.
void PieceRow::hideWork()
{
    QSizePolicy policy = m_condition->sizePolicy(); // what stands after it stays at the end of the line
    policy.setRetainSizeWhenHidden(true);
    m_condition->setSizePolicy(policy);
    for (QWidget *each :
         {static_cast<QWidget *>(m_kind), static_cast<QWidget *>(m_task), static_cast<QWidget *>(m_condition),
          static_cast<QWidget *>(m_photos), static_cast<QWidget *>(m_style), static_cast<QWidget *>(m_cloth),
          static_cast<QWidget *>(m_measures), static_cast<QWidget *>(m_measure)})
        each->hide();
    setAcceptDrops(false);
}

Result<Quantity> PieceRow::typedQuantity() const
{
    TRY_ASSIGN(const Quantity quantity, Quantity::parse(m_quantity->text(), m_desk.locale()));
    if (quantity.milli() <= 0 || quantity.milli() > largestMilli)
        return Error{ErrorKind::Invalid, "order.quantity", {QString::number(m_number)}, {}};
    return quantity;
}

Result<void> PieceRow::checkQuantity() const
{
    if (!m_quantity)
        return {};
    const auto typed = typedQuantity();
    return typed ? Result<void>() : Result<void>(typed.error());
}

void PieceRow::readQuantity()
{
    const auto typed = typedQuantity();
    setInputError(m_quantity, !typed);
    setProblem(typed ? QString() : m_desk.sentence(typed.error()));
    if (!typed)
        return; // what cannot be read is asked about before anything is booked
    m_piece.quantity = *typed;
    Q_EMIT edited(m_piece);
}

void PieceRow::focusQuantity()
{
    m_quantity->setFocus(Qt::OtherFocusReason);
    m_quantity->selectAll();
}

//! Beside its name; and that a further piece of it has no price of its own.
void PieceRow::showSet(QBoxLayout &line)
{
    if (m_piece.setNo == 0)
        return;
    auto *set =
        new Label(TextStyle::Body, Role::Muted, tr("(%1)", "the set that a piece is of").arg(m_piece.setName), this);
    line.insertWidget(line.indexOf(m_kind), set);
    m_furtherOfSet = m_piece.unitPrice && m_piece.unitPrice->isZero();
    if (m_furtherOfSet) {
        m_price->setText({});
        m_price->setPlaceholderText(tr("in the set"));
    }
}

} // namespace thimblely::ui
