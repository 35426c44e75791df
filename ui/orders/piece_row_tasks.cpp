// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/inventory/usual_tasks.h"
#include "ui/desk/desk.h"
#include "ui/orders/piece_row.h"
#include "ui/orders/task_chip.h"
#include "ui/orders/task_field.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/flow_layout.h"

#include <algorithm>

// What is done to a piece: its tasks as chips, one that is typed or changed; the rest of the row is in piece_row.cpp.

namespace thimblely::ui {

void PieceRow::showTasks()
{
    while (qobject_cast<TaskChip *>(m_tasks->itemAt(0)->widget())) {
        QLayoutItem *item = m_tasks->takeAt(0);
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    QWidget *before = m_kind;
    m_free = orders::freeTasks(m_piece);
    for (size_t i = 0; i < m_piece.tasks.size(); ++i) {
        auto *chip = new TaskChip(QString::number(i + 1), m_piece.tasks[i], m_desk.locale(), this);
        chip->setFree(int(i) >= m_kept && std::ranges::find(m_free, i) != m_free.end());
        connect(chip, &QAbstractButton::clicked, this, [this, i] { changeTask(int(i)); });
        connect(chip, &TaskChip::removeRequested, this, [this, i] { removeTask(int(i)); });
        chip->setEnabled(int(i) >= m_kept);
        m_tasks->insertWidget(int(i), chip);
        chip->show();
        setTabOrder(before, chip);
        before = chip;
    }
    setTabOrder(before, m_task);
    updateGeometry();
}

void PieceRow::addTask(const orders::Task &task)
{
    const auto before = taskSum();
    // "make" is one press away where it is made all the same, and stays once it was pressed.
    const bool altered =
        m_changed || std::ranges::any_of(m_piece.tasks, [this](const orders::Task &each) { return isAltering(each); });
    if (!m_before && !altered && isAltering(task) && m_piece.kind == orders::PieceKind::Make && !m_measuresChosen) {
        m_piece.kind = orders::PieceKind::Alteration;
        showKind();
    }
    const size_t at = std::min(m_changed.value_or(m_piece.tasks.size()), m_piece.tasks.size());
    m_changed.reset();
    m_piece.tasks.insert(m_piece.tasks.begin() + ptrdiff_t(at), task);
    sumTasks(before);
}

//! Work of the price list is done to what is there already, and so is what is usually done to such a garment: a shop
//! that has no list yet hems all the same.
bool PieceRow::isAltering(const orders::Task &task) const
{
    return task.service || inventory::usualTasks(m_piece.garmentType).contains(task.name, Qt::CaseInsensitive);
}

bool PieceRow::stepBack()
{
    if (!m_task->hasFocus() || m_task->text().isEmpty())
        return false;
    if (!m_changed)
        m_task->setText({});
    else
        m_task->putBack();
    return true;
}

void PieceRow::changeTask(int index)
{
    // What was being changed goes back to its place first, and may be before this one.
    const bool moves = m_changed && int(*m_changed) <= index && !m_task->text().trimmed().isEmpty();
    m_task->finish();
    index += moves ? 1 : 0;
    const orders::Task task = m_piece.tasks[size_t(index)];
    removeTask(index);
    m_task->change(task);
    m_changed = size_t(index);
}

void PieceRow::removeTask(int index)
{
    const auto before = taskSum();
    m_piece.tasks.erase(m_piece.tasks.begin() + index);
    if (m_changed && index < int(*m_changed))
        --*m_changed;
    m_task->setFocus(Qt::OtherFocusReason);
    sumTasks(before);
}

void PieceRow::setHalfTask(const QString &typed)
{
    m_task->setText(typed);
}

void PieceRow::finishTask()
{
    m_task->finish();
}

void PieceRow::beginCopies()
{
    m_task->setFocus(Qt::OtherFocusReason);
    m_task->setText(QStringLiteral("*"));
}

} // namespace thimblely::ui
