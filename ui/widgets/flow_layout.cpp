// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/widgets/flow_layout.h"

#include <QStyle>
#include <QWidget>

#include <algorithm>

namespace thimblely::ui {

namespace {

constexpr int narrowest = 64; // px that a widget may be cut to

} // namespace

FlowLayout::FlowLayout(int gap, int lineGap, QWidget *parent) : QLayout(parent), m_gap(gap), m_lineGap(lineGap)
{
    setContentsMargins(0, 0, 0, 0);
}

FlowLayout::~FlowLayout()
{
    qDeleteAll(m_items);
}

void FlowLayout::insertWidget(int index, QWidget *widget)
{
    addChildWidget(widget);
    m_items.insert(index, new QWidgetItem(widget));
    invalidate();
}

QLayoutItem *FlowLayout::takeAt(int index)
{
    return index >= 0 && index < m_items.size() ? m_items.takeAt(index) : nullptr;
}

QSize FlowLayout::minimumSize() const
{
    QSize size;
    for (const QLayoutItem *item : m_items) {
        if (!item->isEmpty())
            size = size.expandedTo({std::min(item->minimumSize().width(), narrowest), item->sizeHint().height()});
    }
    return size.grownBy(contentsMargins());
}

void FlowLayout::setGeometry(const QRect &rect)
{
    QLayout::setGeometry(rect);
    place(rect, true);
}

int FlowLayout::place(const QRect &whole, bool moves) const
{
    const Qt::LayoutDirection direction = parentWidget() ? parentWidget()->layoutDirection() : Qt::LeftToRight;
    const QRect rect = whole.marginsRemoved(contentsMargins());
    int x = rect.left();
    int y = rect.top();
    int height = 0; // of the line
    QList<std::pair<QLayoutItem *, QRect>> line;
    // What is lower than its line stands in the middle of it, as words beside a field do.
    const auto endLine = [&] {
        for (const auto &[item, place] : line) {
            const QRect middle = place.translated(0, (height - place.height()) / 2);
            if (moves)
                item->setGeometry(QStyle::visualRect(direction, rect, middle));
        }
        line.clear();
    };
    for (QLayoutItem *item : m_items) {
        if (item->isEmpty())
            continue;
        const QSize size(std::min(item->sizeHint().width(), rect.width()), item->sizeHint().height());
        if (x > rect.left() && x + size.width() > rect.right() + 1) {
            endLine();
            x = rect.left();
            y += height + m_lineGap;
            height = 0;
        }
        line.append({item, QRect({x, y}, size)});
        x += size.width() + m_gap;
        height = std::max(height, size.height());
    }
    endLine();
    return y + height - rect.top() + whole.height() - rect.height();
}

} // namespace thimblely::ui
