// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/widgets/yielding_row.h"

#include <QEvent>
#include <QHBoxLayout>

namespace thimblely::ui {

YieldingRow::YieldingRow(int spacing, const QMargins &margins, QWidget *parent)
    : QWidget(parent), m_line(new QHBoxLayout(this))
{
    m_line->setContentsMargins(margins);
    m_line->setSpacing(spacing);
}

void YieldingRow::setYielding(std::vector<QWidget *> parts)
{
    m_yielding = std::move(parts);
    fit();
}

int YieldingRow::widthOf(const QWidget *part) const
{
    return part->sizeHint().width() + m_line->spacing();
}

// Without those that may go: else they would hold the window open themselves.
QSize YieldingRow::minimumSizeHint() const
{
    QSize size = m_line->totalMinimumSize();
    for (const QWidget *part : m_yielding) {
        if (!part->isHidden())
            size.rwidth() -= qMax(part->minimumSizeHint().width(), part->minimumWidth()) + m_line->spacing();
    }
    return size;
}

void YieldingRow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

bool YieldingRow::event(QEvent *event)
{
    const bool done = QWidget::event(event);
    if (event->type() == QEvent::LayoutRequest)
        fit();
    return done;
}

void YieldingRow::fit()
{
    int all = m_line->sizeHint().width();
    for (const QWidget *part : m_yielding) {
        if (part->isHidden())
            all += widthOf(part);
    }
    for (QWidget *part : m_yielding) {
        const bool goes = all > width();
        if (goes)
            all -= widthOf(part);
        if (part->isHidden() != goes)
            part->setVisible(!goes);
    }
}

} // namespace thimblely::ui
