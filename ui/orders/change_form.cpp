// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/orders/change_form.h"

#include "core/orders/redo_service.h"
#include "ui/orders/ready_by.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/field_edit.h"
#include "ui/widgets/money_edit.h"

#include <QVBoxLayout>

namespace thimblely::ui {

ChangeForm::ChangeForm(Desk &desk, QWidget *over) : SideForm(desk, tr("Add the change"), over), m_lines()
{
    for (size_t i = 0; i < m_lines.size(); ++i) {
        Line &line = m_lines[i];
        line.task = addText(tr("What is changed"));
        line.priceField = addMoney(tr("What it costs"), line.price);
        line.price->setEmptyIsZero(false);
        connect(line.task, &FieldEdit::edited, this, &ChangeForm::showLines);
        connect(line.task->edit(), &QLineEdit::returnPressed, this,
                [this, price = line.price] { price->setFocus(Qt::TabFocusReason); });
        endWith(line.priceField);
    }
    m_ready = new ReadyBy(desk, body());
    rows()->addWidget(m_ready);
    connect(m_ready, &FieldEdit::edited, this, [this] { clearProblem(); });
    endWith(m_ready);
    rows()->addStretch(1);
}

void ChangeForm::begin(const orders::Piece &piece, const QString &what)
{
    m_piece = piece.id;
    m_ready->begin(piece.order);
    for (const Line &line : m_lines) {
        line.task->setText({});
        line.price->setText({});
    }
    showLines();
    come(piece.id.toString(), what, tr("Paid change"), what, m_lines.front().task->edit());
}

//! One empty line waits under those that are filled.
void ChangeForm::showLines()
{
    bool shown = true;
    for (const Line &line : m_lines) {
        line.task->setVisible(shown);
        line.priceField->setVisible(shown);
        shown = shown && !line.task->text().trimmed().isEmpty();
    }
}

Result<std::vector<orders::Task>> ChangeForm::tasks() const
{
    std::vector<orders::Task> tasks;
    for (const Line &line : m_lines) {
        const QString name = line.task->text().trimmed();
        if (name.isEmpty())
            continue;
        orders::Task task;
        task.name = name;
        if (line.price->text().isEmpty())
            return Error{ErrorKind::Invalid, "redo.no_price", {}, {}};
        TRY_ASSIGN(task.price, line.price->value());
        tasks.push_back(std::move(task));
    }
    if (tasks.empty())
        return Error{ErrorKind::Invalid, "redo.no_tasks", {}, {}};
    return tasks;
}

void ChangeForm::submit()
{
    if (isBusy() || !m_piece)
        return;
    const auto read = tasks();
    if (!read) {
        setProblem(read.error());
        return;
    }
    const auto ready = m_ready->promised();
    if (!ready) {
        setProblem(ready.error());
        m_ready->edit()->setFocus(Qt::OtherFocusReason);
        return;
    }
    write([this, tasks = *read, ready = *ready] {
        return orders::RedoService(desk().session(), desk().door()).change({*m_piece, tasks, {}, ready});
    });
}

} // namespace thimblely::ui
