// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/widgets/list_view.h"

#include "ui/theme/theme.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

namespace thimblely::ui {

namespace {

constexpr int mostSearched = 2000; // rows that a typed letter looks through; beyond them there is the search

} // namespace

ListView::ListView(const QString &accessibleName, Role base, QWidget *parent) : QListView(parent), m_base(base)
{
    setAccessibleName(accessibleName);
    setFrameShape(QFrame::NoFrame);
    setUniformItemSizes(true);
    setMouseTracking(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setSelectionMode(QAbstractItemView::SingleSelection);
    connect(&Theme::instance(), &Theme::changed, this, &ListView::restyle);
    connect(&m_toEnd, &QTimer::timeout, this, &ListView::goOnToEnd);
    restyle();
}

void ListView::restyle()
{
    QPalette colors = Theme::instance().palette();
    colors.setColor(QPalette::Base, Theme::instance().color(m_base));
    setPalette(colors);
    // Row heights depend on the text size.
    scheduleDelayedItemsLayout();
}

// Where rows lie ------------------------------------------------------------------------------------------------------

int ListView::rows() const
{
    return model() ? model()->rowCount(rootIndex()) : 0;
}

int ListView::rowsOnPage() const
{
    return std::max(1, viewport()->height() / m_rowHeight);
}

void ListView::measureRows()
{
    if (rows() == 0)
        return;
    const QModelIndex first = model()->index(0, modelColumn(), rootIndex());
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    m_rowHeight = std::max(1, itemDelegateForIndex(first)->sizeHint(option, first).height());
}

int ListView::verticalOffset() const
{
    return verticalScrollBar()->value();
}

QRect ListView::visualRect(const QModelIndex &index) const
{
    if (!index.isValid() || index.model() != model())
        return {};
    return {0, index.row() * m_rowHeight - verticalOffset(), viewport()->width(), m_rowHeight};
}

QModelIndex ListView::indexAt(const QPoint &point) const
{
    const int y = point.y() + verticalOffset();
    if (!model() || y < 0 || y / m_rowHeight >= rows())
        return {};
    return model()->index(y / m_rowHeight, modelColumn(), rootIndex());
}

void ListView::doItemsLayout()
{
    const State before = state();
    setState(ExpandingState); // bars that come or go resize the viewport, which lays out again
    measureRows();
    QAbstractItemView::doItemsLayout();
    setState(before);
}

void ListView::updateGeometries()
{
    measureRows();
    QScrollBar *bar = verticalScrollBar();
    bar->setSingleStep(m_rowHeight);
    bar->setPageStep(viewport()->height());
    bar->setRange(0, std::max(0, rows() * m_rowHeight - viewport()->height()));
    QAbstractItemView::updateGeometries();
}

// QListView scrolls what it laid out, and here it laid out nothing.
void ListView::scrollContentsBy(int, int dy)
{
    viewport()->scroll(0, dy);
}

void ListView::scrollTo(const QModelIndex &index, ScrollHint hint)
{
    if (!index.isValid())
        return;
    executeDelayedItemsLayout();
    const int top = index.row() * m_rowHeight;
    const int room = viewport()->height() - m_rowHeight;
    const int now = verticalOffset();
    int wanted = now;
    if (hint == PositionAtTop || (hint == EnsureVisible && top < now))
        wanted = top;
    else if (hint == PositionAtBottom || (hint == EnsureVisible && top > now + room))
        wanted = top - room;
    else if (hint == PositionAtCenter)
        wanted = top - room / 2;
    verticalScrollBar()->setValue(wanted);
}

// The keyboard and the selection --------------------------------------------------------------------------------------

QModelIndex ListView::moveCursor(CursorAction action, Qt::KeyboardModifiers)
{
    const int last = rows() - 1;
    if (last < 0)
        return {};
    const int now = currentIndex().row();
    if (now < 0)
        return model()->index(0, modelColumn(), rootIndex());
    const auto to = [&] {
        switch (action) {
        case MoveUp:
        case MovePrevious:
            return now - 1;
        case MoveDown:
        case MoveNext:
            return now + 1;
        case MovePageUp:
            return now - rowsOnPage() + 1;
        case MovePageDown:
            return now + rowsOnPage() - 1;
        case MoveHome:
            return 0;
        case MoveEnd:
            return last;
        case MoveLeft:
        case MoveRight:
            return now;
        }
        return now;
    };
    return model()->index(std::clamp(to(), 0, last), modelColumn(), rootIndex());
}

void ListView::setSelection(const QRect &rect, QItemSelectionModel::SelectionFlags command)
{
    const QRect whole = rect.normalized();
    const int first = std::max(0, (whole.top() + verticalOffset()) / m_rowHeight);
    const int last = std::min(rows() - 1, (whole.bottom() + verticalOffset()) / m_rowHeight);
    QItemSelection chosen;
    if (first <= last)
        chosen.select(model()->index(first, modelColumn(), rootIndex()),
                      model()->index(last, modelColumn(), rootIndex()));
    selectionModel()->select(chosen, command);
}

QRegion ListView::visualRegionForSelection(const QItemSelection &selection) const
{
    QRegion region;
    for (const QItemSelectionRange &range : selection)
        region += visualRect(range.topLeft()).united(visualRect(range.bottomRight())) & viewport()->rect();
    return region;
}

// QListView tells a screen reader which row it is from the places that it did not lay out here.
void ListView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QAbstractItemView::currentChanged(current, previous);
    if (!QAccessible::isActive() || !current.isValid() || !hasFocus())
        return;
    QAccessibleEvent event(this, QAccessible::Focus);
    event.setChild(current.row());
    QAccessible::updateAccessibility(&event);
}

void ListView::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QAbstractItemView::selectionChanged(selected, deselected);
    if (!QAccessible::isActive())
        return;
    const auto tell = [this](const QItemSelection &rows, QAccessible::Event what) {
        if (rows.isEmpty())
            return;
        QAccessibleEvent event(this, what);
        event.setChild(rows.first().top());
        QAccessible::updateAccessibility(&event);
    };
    tell(selected, QAccessible::SelectionAdd);
    tell(deselected, QAccessible::SelectionRemove);
}

void ListView::keyboardSearch(const QString &search)
{
    if (rows() <= mostSearched)
        QListView::keyboardSearch(search);
}

void ListView::keyPressEvent(QKeyEvent *event)
{
    QListView::keyPressEvent(event);
    m_toEnd.stop();
    if (event->key() != Qt::Key_End || !model() || !model()->canFetchMore(rootIndex()))
        return;
    m_end = verticalOffset();
    m_toEnd.start();
}

void ListView::goOnToEnd()
{
    executeDelayedItemsLayout();
    if (verticalOffset() != m_end || !isVisible()) {
        m_toEnd.stop(); // the person went elsewhere
        return;
    }
    if (!model()->canFetchMore(rootIndex())) {
        m_toEnd.stop();
        setCurrentIndex(moveCursor(MoveEnd, Qt::NoModifier));
        return;
    }
    if (verticalOffset() == verticalScrollBar()->maximum())
        model()->fetchMore(rootIndex());
    else
        scrollToBottom(); // which fetches
    m_end = verticalOffset();
}

// Painting ------------------------------------------------------------------------------------------------------------

void ListView::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    const QRect exposed = event->rect().translated(0, verticalOffset());
    const int last = std::min(rows() - 1, exposed.bottom() / m_rowHeight);
    const QModelIndex under =
        viewport()->underMouse() ? indexAt(viewport()->mapFromGlobal(QCursor::pos())) : QModelIndex();
    for (int row = std::max(0, exposed.top() / m_rowHeight); row <= last; ++row)
        paintRow(painter, option, row, under.row());
}

void ListView::paintRow(QPainter &painter, QStyleOptionViewItem option, int row, int hovered) const
{
    const QModelIndex index = model()->index(row, modelColumn(), rootIndex());
    option.rect = visualRect(index);
    option.state.setFlag(QStyle::State_Selected, selectionModel()->isSelected(index));
    option.state.setFlag(QStyle::State_HasFocus, hasFocus() && index == currentIndex());
    option.state.setFlag(QStyle::State_MouseOver, row == hovered);
    if (!index.flags().testFlag(Qt::ItemIsEnabled)) {
        option.state.setFlag(QStyle::State_Enabled, false);
        option.palette.setCurrentColorGroup(QPalette::Disabled);
    }
    itemDelegateForIndex(index)->paint(&painter, option, index);
}

} // namespace thimblely::ui
