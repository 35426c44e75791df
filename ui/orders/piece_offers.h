// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/access/principal.h"
#include "core/orders/order.h"
#include "ui/orders/piece_strip.h"

#include <QKeySequence>

namespace thimblely::ui {

class Desk;

//! One thing that can be done with a piece or its order, by its menu or its key.
struct PieceOffer {
    PieceStep step;
    QString words;
    QKeySequence key;
    bool begins = false; //!< another group of the menu
};

//! What the person may do with the piece that is chosen and with its order, in the order of the menu.
std::vector<PieceOffer> offersFor(Desk &desk, const orders::OrderDetail &order, const orders::Piece &piece);

//! None where the step says nothing of how far the piece is.
std::optional<orders::Stage> stageOf(PieceStep step, const orders::Piece &piece, const access::Principal &who);

} // namespace thimblely::ui
