// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/desk/desk.h"
#include "ui/orders/piece_row.h"
#include "ui/orders/quiet_edit.h"
#include "ui/orders/task_field.h"
#include "ui/orders/wearer_choice.h"
#include "ui/photos/photo_strip.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/label.h"
#include "ui/widgets/money_edit.h"

// A piece of a booked order, to which tasks are added; the rest of the row is in piece_row.cpp.

namespace thimblely::ui {

void PieceRow::setKept(int tasks, const QString &state)
{
    m_kept = tasks;
    m_before = m_piece.unitPrice.value_or(Money::zero(m_desk.profile().currency));
    for (size_t i = size_t(tasks); i < m_piece.tasks.size(); ++i) { // said before, and brought back
        if (const auto &price = m_piece.tasks[i].price)
            m_before = m_before->minus(*price).valueOr(*m_before);
    }
    for (QLineEdit *edit : {static_cast<QLineEdit *>(m_colour), static_cast<QLineEdit *>(m_price),
                            static_cast<QLineEdit *>(m_condition)}) {
        edit->setReadOnly(true);
        edit->setFocusPolicy(Qt::NoFocus);
    }
    m_colour->setPlaceholderText({});
    m_condition->setPlaceholderText({});
    m_kind->setEnabled(false);
    m_wearer->setEnabled(false);
    m_remove->hide();
    m_photos->setReadOnly(true);
    m_condition->setHidden(m_condition->text().isEmpty());
    m_task->setVisible(state.isEmpty());
    if (!state.isEmpty()) {
        auto *words = new Label(TextStyle::Body, Role::Muted, state, this);
        m_tasks->insertWidget(int(m_piece.tasks.size()), words);
        words->show();
    }
    showTasks();
    showFacts();
}

//! What a piece that is there already comes to with its new tasks.
Money PieceRow::withNewTasks() const
{
    Money price = *m_before;
    for (size_t i = size_t(m_kept); i < m_piece.tasks.size(); ++i) {
        if (const auto &task = m_piece.tasks[i].price)
            price = price.plus(*task).valueOr(price);
    }
    return price;
}

} // namespace thimblely::ui
