// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/widgets/tall_list.h"

#include "ui/theme/theme.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QScrollBar>

namespace thimblely::ui {

TallList::TallList(const QString &accessibleName, Role base, QWidget *parent) : QListView(parent), m_base(base)
{
    setAccessibleName(accessibleName);
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
    setEditTriggers(NoEditTriggers);
    setSelectionMode(SingleSelection);
    setResizeMode(Adjust);
    setLayoutMode(Batched);
    setBatchSize(50);
    connect(&Theme::instance(), &Theme::changed, this, &TallList::restyle);
    restyle();
}

void TallList::restyle()
{
    QPalette colors = Theme::instance().palette();
    colors.setColor(QPalette::Base, Theme::instance().color(m_base));
    setPalette(colors);
    verticalScrollBar()->setSingleStep(Theme::instance().px(40));
    scheduleDelayedItemsLayout();
}

void TallList::step(int by)
{
    const int rows = model() ? model()->rowCount() : 0;
    if (rows == 0)
        return;
    const int now = currentIndex().isValid() ? currentIndex().row() : -1;
    setCurrentIndex(model()->index(std::clamp(now + by, 0, rows - 1), 0));
}

void TallList::keyPressEvent(QKeyEvent *event)
{
    const bool plain = (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    switch (plain ? event->key() : 0) {
    case Qt::Key_J:
    case Qt::Key_Down:
        return step(1);
    case Qt::Key_K:
    case Qt::Key_Up:
        return step(-1);
    case Qt::Key_L:
    case Qt::Key_C:
    case Qt::Key_N:
        Q_EMIT letterPressed(event->key());
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (currentIndex().isValid())
            Q_EMIT activated(currentIndex());
        return;
    default:
        QListView::keyPressEvent(event);
    }
}

//! How high a row is depends on how wide it is.
void TallList::resizeEvent(QResizeEvent *event)
{
    QListView::resizeEvent(event);
    if (event->oldSize().width() != event->size().width())
        scheduleDelayedItemsLayout();
}

void TallList::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    if (!current.isValid() || !model())
        return;
    if (current.row() + 5 >= model()->rowCount() && model()->canFetchMore({}))
        model()->fetchMore({});
    scrollTo(current, rect().height() > visualRect(current).height() ? EnsureVisible : PositionAtTop);
}

} // namespace thimblely::ui
