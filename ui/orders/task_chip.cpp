// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/orders/task_chip.h"

#include "ui/widgets/amount_text.h"

namespace thimblely::ui {

TaskChip::TaskChip(const QString &mark, orders::Task task, const QLocale &locale, QWidget *parent)
    : FactChip(parent), m_mark(mark), m_task(std::move(task)), m_locale(locale)
{
    setText(orders::taskWords(m_task));
    setAccessibleName(mark.isEmpty() ? text() : tr("Task %1: %2").arg(mark, text()));
    setAccessibleDescription(tr("Press to change it, Delete to take it out"));
    connect(&HideMoney::instance(), &HideMoney::changed, this, qOverload<>(&QWidget::update));
}

void TaskChip::setFree(bool free)
{
    m_free = free;
    if (free)
        setAccessibleName(tr("%1, no price").arg(accessibleName()));
    updateGeometry();
    update();
}

std::vector<TaskChip::Part> TaskChip::parts() const
{
    std::vector<Part> parts;
    if (!m_mark.isEmpty())
        parts.push_back(part(TextStyle::CaptionStrong, Role::Muted, m_mark, m_mark));
    parts.push_back(part(TextStyle::Body, Role::Text, text(), text()));
    if (m_task.price) // as wide as the figure while it is hidden, so that nothing moves
        parts.push_back(
            part(TextStyle::Body, Role::Muted, figureText(*m_task.price, m_locale), m_task.price->toFigure(m_locale)));
    else if (m_free)
        parts.push_back(part(TextStyle::Body, Role::Late, tr("no price"), tr("no price")));
    return parts;
}

} // namespace thimblely::ui
