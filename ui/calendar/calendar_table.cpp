// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/calendar/calendar_table.h"

#include "ui/calendar/calendar_paint.h"
#include "ui/theme/paint.h"
#include "ui/theme/theme.h"

#include <QAccessible>
#include <QHeaderView>
#include <QKeyEvent>
#include <QScrollBar>

#include <algorithm>

namespace thimblely::ui {

namespace {

constexpr int dayWidth = 168;
constexpr int dueWidth = 200;
constexpr int personWidth = 148; // at least
constexpr int weekdayWidth = 96;
// Beside a form, or on a small screen.
constexpr int narrowFrom = 960;
constexpr int narrowDay = 164;
constexpr int narrowDue = 140;
constexpr int narrowPerson = 124;
constexpr int dayHeight = 98;
constexpr int weekHeight = 76;
constexpr int headHeight = 45;

} // namespace

CalendarTable::CalendarTable(CalendarModel *model, QWidget *parent) : QTableView(parent), m_calendar(model)
{
    setModel(model);
    setItemDelegate(new CalendarDelegate(this));
    setHorizontalHeader(new CalendarHeader(this));
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setMinimumSectionSize(20);
    setFrameShape(QFrame::NoFrame);
    setSelectionMode(QAbstractItemView::NoSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setTabKeyNavigation(false); // Tab leaves, the arrows walk
    setCornerButtonEnabled(false);
    setShowGrid(false); // the delegate draws what lies between two cells
    setCornerWidget(new QWidget(this));
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setProperty(property::NoRing, true); // the block shows itself
    setAccessibleName(tr("Calendar"));
    connect(model, &QAbstractItemModel::modelReset, this, &CalendarTable::layOut);
    connect(&Theme::instance(), &Theme::changed, this, &CalendarTable::restyle);
    restyle();
}

void CalendarTable::restyle()
{
    const Theme &theme = Theme::instance();
    horizontalHeader()->setFixedHeight(theme.boxHeight(headHeight, {TextStyle::BodyStrong}));
    setStyleSheet(
        QStringLiteral("QTableView { background: %1; border: none; }").arg(theme.color(Role::Surface).name()));
    layOut();
}

void CalendarTable::layOut()
{
    const Theme &theme = Theme::instance();
    const int rows = m_calendar->rowCount();
    const int columns = m_calendar->columnCount();
    if (rows == 0 || columns == 0)
        return;
    const bool weeks = m_calendar->shape() == CalendarModel::Shape::Weeks;
    const bool narrow = width() < theme.px(narrowFrom);
    const auto fixed = [&](int column) {
        return m_calendar->isDayColumn(column)   ? theme.px(narrow ? narrowDay : dayWidth)
               : m_calendar->isDueColumn(column) ? theme.px(narrow ? narrowDue : dueWidth)
                                                 : 0;
    };
    const int leastWide = theme.px(weeks ? weekdayWidth : narrow ? narrowPerson : personWidth);
    const int least = theme.px(weeks ? weekHeight : dayHeight);
    int allWide = 0;
    for (int column = 0; column < columns; ++column)
        allWide += fixed(column) > 0 ? fixed(column) : leastWide;
    int room = height() - horizontalHeader()->height();
    if (allWide > width())
        room -= horizontalScrollBar()->sizeHint().height();
    for (int row = 0, left = room; row < rows; ++row) {
        const int share = std::max(least, left / (rows - row));
        setRowHeight(row, share);
        left = std::max(0, left - share);
    }
    int across = width();
    if (room < least * rows)
        across -= verticalScrollBar()->sizeHint().width();
    int others = 0;
    for (int column = 0; column < columns; ++column) {
        across -= fixed(column);
        others += fixed(column) == 0 ? 1 : 0;
    }
    for (int column = 0; column < columns; ++column) {
        if (fixed(column) > 0) {
            setColumnWidth(column, fixed(column));
            continue;
        }
        const int share = std::max(leastWide, across / std::max(1, others));
        setColumnWidth(column, share);
        across -= share;
        --others;
    }
}

void CalendarTable::resizeEvent(QResizeEvent *event)
{
    layOut();
    QTableView::resizeEvent(event);
    if (currentIndex().isValid())
        scrollTo(currentIndex());
}

int CalendarTable::blocks(const QModelIndex &index) const
{
    return index.isValid() ? int(m_calendar->cell(index).blocks.size()) : 0;
}

const CalendarBlock *CalendarTable::currentBlock() const
{
    const QModelIndex here = currentIndex();
    return m_block >= 0 && m_block < blocks(here) ? &m_calendar->cell(here).blocks[size_t(m_block)] : nullptr;
}

std::optional<Date> CalendarTable::currentDate() const
{
    return currentIndex().isValid() ? std::optional(m_calendar->dateOf(currentIndex())) : std::nullopt;
}

std::optional<PersonId> CalendarTable::currentPerson() const
{
    return m_calendar->personOf(currentIndex().column());
}

void CalendarTable::put(const QModelIndex &index, int block)
{
    if (!index.isValid())
        return;
    m_block = std::clamp(block, 0, std::max(0, blocks(index) - 1));
    if (index != currentIndex()) {
        const int kept = m_block;
        setCurrentIndex(index);
        m_block = kept;
    }
    viewport()->update();
    if (QAccessible::isActive() && hasFocus()) {
        QAccessibleEvent event(this, QAccessible::Focus);
        event.setChild((index.row() + 1) * m_calendar->columnCount() + index.column());
        QAccessible::updateAccessibility(&event);
    }
}

void CalendarTable::goTo(const CalendarTarget &target, Date date)
{
    int block = 0;
    const QModelIndex found = m_calendar->indexOf(target, &block);
    if (found.isValid() && !std::holds_alternative<std::monostate>(target))
        put(found, block);
    else
        goTo(date);
}

void CalendarTable::goTo(Date date)
{
    const int nobody = m_calendar->window() && m_calendar->window()->hasOrders ? 2 : 1;
    const int column = currentIndex().isValid() ? currentIndex().column() : nobody;
    QModelIndex index = m_calendar->indexOf(date, std::min(column, std::max(0, m_calendar->columnCount() - 1)));
    if (!index.isValid() && m_calendar->rowCount() > 0) // a day that is not shown: the next one that is
        index = m_calendar->index(0, std::min(column, m_calendar->columnCount() - 1));
    put(index, 0);
}

void CalendarTable::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    m_block = 0;
    viewport()->update();
}

void CalendarTable::setMarked(bool marked)
{
    m_marked = marked;
    viewport()->update();
}

void CalendarTable::focusInEvent(QFocusEvent *event)
{
    QTableView::focusInEvent(event);
    viewport()->update();
}

void CalendarTable::up()
{
    const QModelIndex here = currentIndex();
    if (m_block > 0)
        return put(here, m_block - 1);
    if (here.row() == 0)
        return Q_EMIT stepRequested(-1);
    const QModelIndex above = here.siblingAtRow(here.row() - 1);
    put(above, blocks(above) - 1);
}

void CalendarTable::down()
{
    const QModelIndex here = currentIndex();
    if (m_block + 1 < blocks(here))
        return put(here, m_block + 1);
    if (here.row() + 1 == m_calendar->rowCount())
        return Q_EMIT stepRequested(1);
    put(here.siblingAtRow(here.row() + 1), 0);
}

void CalendarTable::sideways(int columns)
{
    const QModelIndex here = currentIndex();
    const int step = layoutDirection() == Qt::RightToLeft ? -columns : columns;
    const QModelIndex beside = here.siblingAtColumn(here.column() + step);
    if (beside.isValid())
        put(beside, m_block);
    else if (m_calendar->shape() == CalendarModel::Shape::Weeks) // the next day is in the next week
        put(m_calendar->index(here.row() + step, step > 0 ? 0 : m_calendar->columnCount() - 1), 0);
}

void CalendarTable::open()
{
    const QModelIndex here = currentIndex();
    if (!here.isValid())
        return;
    if (const CalendarBlock *block = currentBlock())
        Q_EMIT opened(block->target);
    else if (m_calendar->isDayColumn(here.column()) || m_calendar->shape() == CalendarModel::Shape::Weeks)
        Q_EMIT dayRequested(m_calendar->dateOf(here));
    else
        Q_EMIT newRequested(m_calendar->dateOf(here), m_calendar->personOf(here.column()));
}

void CalendarTable::keyPressEvent(QKeyEvent *event)
{
    if (!currentIndex().isValid() && m_calendar->rowCount() > 0)
        put(m_calendar->index(0, 0), 0);
    const bool alt = event->modifiers() == Qt::AltModifier;
    const CalendarBlock *block = currentBlock();
    if (alt && block && (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down)) {
        Q_EMIT moveRequested(block->target, event->key() == Qt::Key_Up ? -1 : 1);
        return;
    }
    if (event->modifiers() & ~Qt::KeypadModifier)
        return event->ignore();
    switch (event->key()) {
    case Qt::Key_Up:
        return up();
    case Qt::Key_Down:
        return down();
    case Qt::Key_Left:
        return sideways(-1);
    case Qt::Key_Right:
        return sideways(1);
    case Qt::Key_PageUp:
        return Q_EMIT stepRequested(-1);
    case Qt::Key_PageDown:
        return Q_EMIT stepRequested(1);
    case Qt::Key_Home:
        return put(currentIndex().siblingAtRow(0), 0);
    case Qt::Key_End:
        return put(currentIndex().siblingAtRow(m_calendar->rowCount() - 1), 0);
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        return open();
    case Qt::Key_Delete:
        if (block)
            Q_EMIT cancelRequested(block->target);
        return;
    default:
        event->ignore(); // the page's letters
    }
}

void CalendarTable::mousePressEvent(QMouseEvent *event)
{
    const QModelIndex index = indexAt(event->pos());
    if (!index.isValid() || event->button() != Qt::LeftButton)
        return;
    setFocus(Qt::MouseFocusReason);
    const int block = static_cast<CalendarDelegate *>(itemDelegate())->blockAt(visualRect(index), index, event->pos());
    const bool again = index == currentIndex() && block == m_block;
    put(index, std::max(0, block));
    if (block >= 0 && !again && currentBlock())
        return;
    if (block >= 0)
        open();
}

void CalendarTable::mouseDoubleClickEvent(QMouseEvent *event)
{
    const QModelIndex index = indexAt(event->pos());
    if (index.isValid() && event->button() == Qt::LeftButton)
        open();
}

} // namespace thimblely::ui
