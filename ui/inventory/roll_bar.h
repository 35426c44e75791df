// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/quantity.h"

#include <QRect>

#include <optional>

class QPainter;

namespace thimblely::ui {

//! What a bar shows of a roll: what is left, what of it is promised, and where more is to be bought.
struct RollBar {
    Quantity stock;
    Quantity reserved;
    std::optional<Quantity> minimum;
    Quantity full; //!< as much as the whole width stands for
    bool isCloth = true;
};

/*!
 * A roll seen from its side, from the leading edge of `rect`: what is promised solid, what is free hollow, the end of a
 * roll as an ellipse, the reorder level as a dashed line. Told by form, not by colour: it reads in grey, too.
 */
void paintRollBar(QPainter *painter, const QRect &rect, const RollBar &bar, Qt::LayoutDirection direction);

//! A round figure that the largest stock fits under: 20, 60, 100, 250 …
Quantity barScale(Quantity largest);

//! A small piece of the cloth; hollow with a slash where its colour is not known.
void paintSwatch(QPainter *painter, const QRect &rect, const QString &colour);

} // namespace thimblely::ui
