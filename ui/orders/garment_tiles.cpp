// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/orders/garment_tiles.h"

#include "ui/desk/garments.h"
#include "ui/orders/tile_button.h"

#include <QGridLayout>
#include <QMenu>

#include <algorithm>

namespace thimblely::ui {

GarmentTiles::GarmentTiles(QWidget *parent) : Pane(Role::Surface, Edge::Bottom, parent), m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(16, 4, 16, 16);
    m_grid->setSpacing(4);
    int number = 0;
    for (const Garment &garment : garments()) {
        auto *tile = new TileButton(++number, garment.icon, garmentName(garment), this);
        connect(tile, &QAbstractButton::clicked, this,
                [this, &garment] { Q_EMIT chosen(QString::fromLatin1(garment.code), garmentName(garment)); });
        m_tiles.append(tile);
    }
    auto *more = new TileButton(0, "i-more", tr("More"), this);
    connect(more, &QAbstractButton::clicked, this, &GarmentTiles::showMore);
    m_tiles.append(more);
    place(0);
}

//! One row of ten where their words fit, else two of five.
void GarmentTiles::place(int width)
{
    int need = m_grid->contentsMargins().left() + m_grid->contentsMargins().right();
    for (const TileButton *tile : std::as_const(m_tiles))
        need += std::max(tile->sizeHint().width(), 1) + m_grid->spacing();
    const int columns = width >= need || width < 100 ? int(m_tiles.size()) : int(m_tiles.size() + 1) / 2;
    if (columns == m_columns)
        return;
    m_columns = columns;
    for (int i = 0; i < m_tiles.size(); ++i)
        m_grid->addWidget(m_tiles[i], i / columns, i % columns);
}

void GarmentTiles::setLow(bool low)
{
    for (TileButton *tile : std::as_const(m_tiles))
        tile->setLow(low);
    m_grid->setContentsMargins(12, low ? 8 : 4, 12, low ? 8 : 16);
}

void GarmentTiles::focusFirst()
{
    m_tiles.first()->setFocus(Qt::TabFocusReason);
}

QWidget *GarmentTiles::last() const
{
    return m_tiles.last();
}

bool GarmentTiles::press(int number)
{
    const int index = number == 0 ? int(m_tiles.size()) - 1 : number - 1;
    if (index < 0 || index >= m_tiles.size())
        return false;
    m_tiles[index]->click();
    return true;
}

void GarmentTiles::showMore()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const Garment &garment : furtherGarments())
        menu->addAction(garmentName(garment), this,
                        [this, &garment] { Q_EMIT chosen(QString::fromLatin1(garment.code), garmentName(garment)); });
    menu->addSeparator();
    menu->addAction(tr("Goods or cloth…"), this, &GarmentTiles::goodsRequested);
    menu->popup(m_tiles.last()->mapToGlobal(QPoint(0, m_tiles.last()->height())));
}

} // namespace thimblely::ui
