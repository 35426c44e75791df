// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "ui/widgets/pane.h"

class QGridLayout;

namespace thimblely::ui {

class TileButton;

//! What a piece begins with: the garments of every day, each by its number, and the others behind the last tile.
class GarmentTiles : public Pane {
    Q_OBJECT

public:
    explicit GarmentTiles(QWidget *parent = nullptr);

    //! As many columns as there is room for.
    void place(int width);
    void setLow(bool low);
    void focusFirst();
    QWidget *last() const;
    //! By its number, 0 for the others; false: there is none.
    bool press(int number);

Q_SIGNALS:
    void chosen(const QString &garmentType, const QString &name);
    void goodsRequested(); //!< something that is sold as it is

private:
    void showMore();

    QList<TileButton *> m_tiles;
    QGridLayout *m_grid;
    int m_columns = 0;
};

} // namespace thimblely::ui
