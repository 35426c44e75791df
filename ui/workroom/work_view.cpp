// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/workroom/work_view.h"

#include "ui/theme/paint.h"
#include "ui/theme/theme.h"
#include "ui/workroom/work_delegate.h"
#include "ui/workroom/work_model.h"

#include <QDrag>
#include <QDropEvent>
#include <QMimeData>
#include <QPainter>

#include <algorithm>

namespace thimblely::ui {

namespace {

const QString pieceFormat = QStringLiteral("application/x-thimblely-piece");

} // namespace

WorkView::WorkView(WorkModel *model, WorkDelegate *delegate, Role base, QWidget *parent)
    : QListView(parent), m_model(*model), m_base(base)
{
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setResizeMode(QListView::Adjust);
    setProperty(property::NoRing, true); // the current card shows where the keyboard is
    setModel(model);
    setItemDelegate(delegate);
    connect(&Theme::instance(), &Theme::changed, this, &WorkView::restyle);
    connect(delegate, &WorkDelegate::workClicked, this, [this] { Q_EMIT deedAsked(Deed::Work); });
    connect(delegate, &WorkDelegate::doneClicked, this, [this] { Q_EMIT deedAsked(Deed::Done); });
    restyle();
}

void WorkView::restyle()
{
    QPalette colors = Theme::instance().palette();
    colors.setColor(QPalette::Base, Theme::instance().color(m_base));
    setPalette(colors);
    scheduleDelayedItemsLayout(); // heights depend on the text size
}

const workroom::WorkCard *WorkView::currentCard() const
{
    return currentIndex().isValid() ? m_model.card(currentIndex().row()) : nullptr;
}

void WorkView::choose(int row)
{
    while (row >= 0 && row < m_model.rowCount() && !m_model.card(row))
        ++row;
    if (row >= 0 && row < m_model.rowCount())
        setCurrentIndex(m_model.index(row, 0));
    else
        setCurrentIndex({});
}

int WorkView::rowAt(int y) const
{
    const QModelIndex at = indexAt({viewport()->width() / 2, y});
    return at.isValid() ? at.row() : m_model.rowCount() - 1;
}

void WorkView::keyPressEvent(QKeyEvent *event)
{
    if (const auto deed = deedOf(*event)) {
        if (!event->isAutoRepeat() && currentCard()) // a key held down must not move a piece through the shop
            Q_EMIT deedAsked(*deed);
        event->accept();
        return;
    }
    if (event->modifiers() == Qt::NoModifier && (event->key() == Qt::Key_Left || event->key() == Qt::Key_Right)) {
        const bool onwards = (event->key() == Qt::Key_Right) == (layoutDirection() == Qt::LeftToRight);
        Q_EMIT asideAsked(onwards ? 1 : -1);
        event->accept();
        return;
    }
    QListView::keyPressEvent(event);
}

void WorkView::focusInEvent(QFocusEvent *event)
{
    QListView::focusInEvent(event);
    if (!currentCard())
        choose(0);
    Q_EMIT entered();
}

void WorkView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    if (current.isValid() && !m_model.card(current.row())) { // its neighbour went, and left the head of a day
        QMetaObject::invokeMethod(
            this, [this, row = current.row()] { choose(row); }, Qt::QueuedConnection);
        return;
    }
    scheduleDelayedItemsLayout(); // the current one is higher
    showCurrent();
    Q_EMIT chosenChanged();
}

//! Over the heads of days.
QModelIndex WorkView::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers)
{
    const QModelIndex to = QListView::moveCursor(action, modifiers);
    if (!to.isValid() || m_model.card(to.row()))
        return to;
    const bool up = to.row() < currentIndex().row();
    for (int row = to.row(); row >= 0 && row < m_model.rowCount(); row += up ? -1 : 1) {
        if (m_model.card(row))
            return m_model.index(row, 0);
    }
    return currentIndex();
}

void WorkView::mouseDoubleClickEvent(QMouseEvent *event)
{
    QListView::mouseDoubleClickEvent(event);
    if (currentCard() && indexAt(event->position().toPoint()) == currentIndex())
        Q_EMIT deedAsked(Deed::Open);
}

// By the mouse --------------------------------------------------------------------------------------------------------

void WorkView::setDraggable(bool draggable)
{
    setDragEnabled(draggable);
    setAcceptDrops(draggable);
    setDragDropMode(draggable ? QAbstractItemView::DragDrop : QAbstractItemView::NoDragDrop);
    setDropIndicatorShown(false);
}

void WorkView::startDrag(Qt::DropActions)
{
    const workroom::WorkCard *card = currentCard();
    if (!card)
        return;
    auto *carried = new QMimeData;
    carried->setData(pieceFormat, card->id.view().toByteArray());
    auto *drag = new QDrag(this);
    drag->setMimeData(carried);
    const QRect rect = visualRect(currentIndex()) & viewport()->rect();
    drag->setPixmap(viewport()->grab(rect));
    drag->setHotSpot(viewport()->mapFromGlobal(QCursor::pos()) - rect.topLeft());
    drag->exec(Qt::MoveAction);
}

void WorkView::dragEnterEvent(QDragEnterEvent *event)
{
    if (!acceptDrops() || !event->mimeData()->hasFormat(pieceFormat) || event->source() == this)
        return event->ignore();
    m_dropOver = true;
    viewport()->update();
    event->acceptProposedAction();
}

void WorkView::dragMoveEvent(QDragMoveEvent *event)
{
    if (m_dropOver)
        event->acceptProposedAction();
    else
        event->ignore();
}

void WorkView::dragLeaveEvent(QDragLeaveEvent *event)
{
    m_dropOver = false;
    viewport()->update();
    event->accept();
}

void WorkView::dropEvent(QDropEvent *event)
{
    m_dropOver = false;
    viewport()->update();
    const QByteArray bytes = event->mimeData()->data(pieceFormat);
    IdBytes id;
    if (size_t(bytes.size()) != id.size())
        return event->ignore();
    std::copy(bytes.begin(), bytes.end(), id.begin());
    event->acceptProposedAction();
    Q_EMIT dropped(OrderItemId(id));
}

//! A form that opens beside the board does not push what it is about out of sight.
void WorkView::resizeEvent(QResizeEvent *event)
{
    QListView::resizeEvent(event);
    showCurrent();
}

//! All of it, once the rows have their heights.
void WorkView::showCurrent()
{
    if (!currentIndex().isValid())
        return;
    QMetaObject::invokeMethod(
        this,
        [this] {
            executeDelayedItemsLayout();
            scrollTo(currentIndex());
        },
        Qt::QueuedConnection);
}

void WorkView::paintEvent(QPaintEvent *event)
{
    QListView::paintEvent(event);
    if (!m_dropOver)
        return;
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(Theme::instance().color(Role::Accent), metric::RingWidth));
    painter.drawRoundedRect(QRectF(viewport()->rect()).adjusted(1, 1, -1, -1), metric::Radius, metric::Radius);
}

} // namespace thimblely::ui
