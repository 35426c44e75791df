// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/clients/flow_row.h"

#include <QStyle>
#include <QWidget>

namespace thimblely::ui {

FlowRow::FlowRow(QWidget *parent, int gap) : QLayout(parent), m_gap(gap)
{
    setContentsMargins(0, 0, 0, 0);
}

FlowRow::~FlowRow()
{
    qDeleteAll(m_items);
}

void FlowRow::addItem(QLayoutItem *item)
{
    m_items.append(item);
}

QLayoutItem *FlowRow::itemAt(int index) const
{
    return m_items.value(index);
}

QLayoutItem *FlowRow::takeAt(int index)
{
    return index >= 0 && index < m_items.size() ? m_items.takeAt(index) : nullptr;
}

int FlowRow::heightForWidth(int width) const
{
    return place(QRect(0, 0, width, 0), false);
}

QSize FlowRow::sizeHint() const
{
    return minimumSize();
}

QSize FlowRow::minimumSize() const
{
    QSize least;
    for (const QLayoutItem *item : m_items)
        least = least.expandedTo(QSize(40, item->sizeHint().height()));
    return least;
}

void FlowRow::setGeometry(const QRect &rect)
{
    QLayout::setGeometry(rect);
    place(rect, true);
}

int FlowRow::place(const QRect &rect, bool move) const
{
    const Qt::LayoutDirection direction = parentWidget() ? parentWidget()->layoutDirection() : Qt::LeftToRight;
    int x = rect.left();
    int y = rect.top();
    int line = 0;
    for (QLayoutItem *item : m_items) {
        const QSize wanted = item->sizeHint();
        const int width = std::min(wanted.width(), rect.width());
        if (x > rect.left() && x + width > rect.right() + 1) {
            x = rect.left();
            y += line + m_gap;
            line = 0;
        }
        if (move)
            item->setGeometry(QStyle::visualRect(direction, rect, QRect(x, y, width, wanted.height())));
        x += width + m_gap;
        line = std::max(line, wanted.height());
    }
    return y + line - rect.top();
}

} // namespace thimblely::ui
