// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/widgets/list_view.h"

#include "ui/theme/theme.h"

namespace thimblely::ui {

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

} // namespace thimblely::ui
